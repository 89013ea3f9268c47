"""The people with an account: each municipality's team, the university's, the agency's, and whoever keeps accounts."""

from dataclasses import dataclass

from incubator.enums import Role
from incubator.models import Agreement, Incubator, Post, User

#: The same for every invented account: the demonstration says it on its own first page.
PASSWORD = "minga-demostracion-2021"  # noqa: S105
ACT = "Decreto de nombramiento de la demostración"

#: Role → part of the address, of each municipality.
MUNICIPAL = (
    (Role.COORDINATOR, "coordinacion"),
    (Role.OFFICER_DISABILITY, "discapacidad"),
    (Role.OFFICER_DEVELOPMENT, "fomento"),
    (Role.WEB_EDITOR, "sitio"),
)
#: Names that the pictures of the manual show; the rest are drawn by the cast.
NAMED = {
    "coordinacion@quillota.ejemplo.cl": "Marcela Soto Villarroel",
    "discapacidad@quillota.ejemplo.cl": "Andrea Rojas Huenchumán",
    "fomento@quillota.ejemplo.cl": "Cristián Peña Olivares",
    "asesoria1@universidad.ejemplo.cl": "Tomás Araya Llancapán",
    "coordinacion@universidad.ejemplo.cl": "Verónica Núñez Pizarro",
}


@dataclass(frozen=True)
class Team:
    """The accounts of one municipality, and the university's people who accompany it."""

    coordinator: User
    disability: User
    development: User
    editor: User
    advisor: User
    university: User
    trainer: User
    disability_post: Post
    development_post: Post
    advisor_post: Post
    trainer_post: Post


def account(email, cast):
    """An account of the demonstration, made once."""
    user = User.objects.filter(email=email).first()
    if user is None:
        someone = cast.someone()
        name = NAMED.get(email) or f"{someone.given_names.split()[0]} {someone.surname_1} {someone.surname_2}"
        user = User.objects.create_user(email=email, password=PASSWORD, full_name=name)
    return user


def post(user, role, since, *, incubator: Incubator | None = None, agreement: Agreement | None = None):
    """A post of the demonstration, made once."""
    return Post.objects.get_or_create(
        user=user, role=role, incubator=incubator, agreement=agreement, defaults={"since": since, "act": ACT}
    )[0]


def municipal(place, incubator, cast):
    """The posts of the municipality's own people, in the order of MUNICIPAL."""
    return [
        post(account(f"{mail}@{place.mail}.ejemplo.cl", cast), role, incubator.opened_on, incubator=incubator)
        for role, mail in MUNICIPAL
    ]


def university(agreement, cast):
    """The university's people. Returns the posts: coordination, advisers, trainer."""
    since = agreement.starts_on

    def appointed(mail, role):
        return post(account(f"{mail}@universidad.ejemplo.cl", cast), role, since, agreement=agreement)

    boss = appointed("coordinacion", Role.UNIVERSITY_COORDINATOR)
    advisers = [appointed(f"asesoria{number}", Role.ADVISOR) for number in (1, 2, 3)]
    trainer = appointed("relatoria", Role.TRAINER)
    appointed("legal", Role.LEGAL_ADVISER)
    return boss, advisers, trainer


def others(agreement, cast):
    """The agency's people, an auditor, and whoever keeps accounts."""
    since = agreement.starts_on
    for mail, role in [
        ("analista@agencia.ejemplo.cl", Role.FUNDER_ANALYST),
        ("aprobacion@agencia.ejemplo.cl", Role.FUNDER_APPROVER),
        ("auditoria@agencia.ejemplo.cl", Role.AUDITOR),
    ]:
        post(account(mail, cast), role, since, agreement=agreement)
    post(account("cuentas@minga.ejemplo.cl", cast), Role.ADMINISTRATOR, since)


def accounts_to_print():
    """(e-mail, name, what they do) of the accounts worth trying first."""
    shown = [
        "discapacidad@quillota.ejemplo.cl",
        "coordinacion@quillota.ejemplo.cl",
        "subrogancia@quillota.ejemplo.cl",
        "evaluacion@quillota.ejemplo.cl",
        "asesoria1@universidad.ejemplo.cl",
        "coordinacion@universidad.ejemplo.cl",
        "datos@universidad.ejemplo.cl",
        "aprobacion@agencia.ejemplo.cl",
        "sitio@quillota.ejemplo.cl",
        "cuentas@minga.ejemplo.cl",
        "coordinacion@montepatria.ejemplo.cl",
        "coordinacion@coquimbo.ejemplo.cl",
        "coordinacion@chimbarongo.ejemplo.cl",
    ]
    users = {user.email: user for user in User.objects.filter(email__in=shown).prefetch_related("posts")}
    return [
        (email, users[email].full_name, users[email].posts.all()[0].get_role_display())
        for email in shown
        if email in users
    ]
