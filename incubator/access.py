"""All rights, in one file a lawyer can read: permissions, what each role grants, and how far it reaches.

A user holds the rights of the posts in force today, and no other (there are only positive rights). A role grants
permissions within a reach: the organizations assigned to the post, its incubator, its agreement, its own group.
Objects are reached through querysets named `visible_to(user)`; what is outside is answered 404.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from django.apps import apps
from django.core.exceptions import PermissionDenied

from incubator import calendars
from incubator.enums import Reach, Role


class Permission(StrEnum):
    """What may be done, in the words of docs/reference/roles.md."""

    VIEW_GROUPS = "ver grupos, etapas y actividades"
    VIEW_PEOPLE = "ver nombres, RUN y contacto"
    VIEW_SUPPORTS = "ver los apoyos que pide cada persona"
    VIEW_SENSITIVE = "ver datos sensibles"
    VIEW_LEGAL = "ver datos legales y financieros"
    VIEW_JOURNAL = "ver la bitácora de la incubadora"
    VIEW_REPORTS = "ver informes en preparación"
    VIEW_DELIVERED = "ver informes entregados"
    WRITE_PEOPLE = "anotar personas e integrantes"
    WRITE_SENSITIVE = "anotar datos sensibles"
    WRITE_GROUPS = "anotar grupos"
    IMPORT_CENSUS = "importar el catastro"
    LOG_MEETINGS = "registrar sesiones, reuniones y contactos"
    VOID_MEETINGS = "anular reuniones de otras personas"
    VALIDATE_HOURS = "validar horas"
    RECORD_FACTS = "anotar los hechos que piden las etapas"
    ADVANCE = "mover un grupo de etapa"
    DECIDE = "admitir, cerrar, reabrir y corregir"
    APPROVE_PLANS = "aprobar planes"
    EVALUATE = "evaluar postulaciones"
    MANAGE_COHORTS = "abrir cursos e inscribir"
    TEACH = "registrar asistencia y resultados de un curso"
    ASSIGN_OFFICERS = "asignar funcionarias y funcionarios"
    ASSIGN_ADVISORS = "asignar asesoras y asesores"
    APPOINT = "nombrar en cargos"
    PREPARE_REPORTS = "preparar informes"
    SEAL_REPORTS = "sellar informes"
    DELIVER_REPORTS = "entregar informes"
    ANSWER_REPORTS = "observar o aceptar informes"
    HAND_OVER_ANNEX = "entregar el anexo nominal"
    READ_ANNEX = "leer el anexo nominal entregado"
    EXPORT = "descargar listados"
    EDIT_SITE = "editar el sitio público"
    MANAGE_CALENDAR = "editar los días sin atención"


P = Permission
_ACCOMPANY = {P.VIEW_GROUPS, P.VIEW_PEOPLE, P.VIEW_LEGAL, P.VIEW_SUPPORTS, P.LOG_MEETINGS, P.RECORD_FACTS}
_OFFICER = _ACCOMPANY | {
    P.WRITE_PEOPLE,
    P.WRITE_GROUPS,
    P.IMPORT_CENSUS,
    P.ADVANCE,
    P.EVALUATE,
    P.MANAGE_COHORTS,
    P.TEACH,
    P.PREPARE_REPORTS,
    P.VIEW_REPORTS,
    P.VIEW_DELIVERED,
    P.EXPORT,
}
_SENSITIVE = {P.VIEW_SENSITIVE, P.WRITE_SENSITIVE}
_FUNDER = {P.VIEW_DELIVERED, P.READ_ANNEX, P.ANSWER_REPORTS}

#: Role → (reach, permissions): the table of ROLES, and the only place where rights are granted.
GRANTS: dict[Role, tuple[Reach, frozenset[Permission]]] = {
    role: (reach, frozenset(permissions))
    for role, reach, permissions in [
        (Role.OFFICER_DISABILITY, Reach.MUNICIPALITY, _OFFICER | _SENSITIVE),
        (Role.OFFICER_DEVELOPMENT, Reach.MUNICIPALITY, _OFFICER),
        (
            Role.COORDINATOR,
            Reach.MUNICIPALITY,
            (_OFFICER - {P.EVALUATE})
            | {P.VIEW_SENSITIVE, P.VIEW_JOURNAL, P.VOID_MEETINGS, P.VALIDATE_HOURS, P.DECIDE, P.APPROVE_PLANS}
            | {P.ASSIGN_OFFICERS, P.APPOINT, P.SEAL_REPORTS, P.HAND_OVER_ANNEX, P.MANAGE_CALENDAR},
        ),
        (
            Role.ADVISOR,
            Reach.ASSIGNED,
            _ACCOMPANY | {P.PREPARE_REPORTS, P.TEACH, P.EVALUATE, P.EXPORT},
        ),
        (
            Role.UNIVERSITY_COORDINATOR,
            Reach.AGREEMENT,
            {P.VIEW_GROUPS, P.VIEW_PEOPLE, P.LOG_MEETINGS, P.VALIDATE_HOURS, P.MANAGE_COHORTS, P.ASSIGN_ADVISORS}
            | {P.APPOINT, P.VIEW_REPORTS, P.VIEW_DELIVERED, P.DELIVER_REPORTS, P.EXPORT, P.APPROVE_PLANS},
        ),
        (Role.TRAINER, Reach.COHORT, {P.TEACH}),
        (Role.LEGAL_ADVISER, Reach.ASSIGNED, {P.VIEW_GROUPS, P.VIEW_PEOPLE, P.VIEW_LEGAL, P.RECORD_FACTS}),
        (Role.EVALUATOR, Reach.MUNICIPALITY, set()),
        (Role.REPRESENTATIVE, Reach.OWN, set()),
        (Role.FUNDER_ANALYST, Reach.AGREEMENT, _FUNDER),
        (Role.FUNDER_APPROVER, Reach.AGREEMENT, _FUNDER),
        (Role.CERTIFYING_OFFICER, Reach.MUNICIPALITY, {P.VIEW_GROUPS, P.VIEW_LEGAL}),
        (
            Role.AUDITOR,
            Reach.AGREEMENT,
            {P.VIEW_GROUPS, P.VIEW_PEOPLE, P.VIEW_LEGAL, P.VIEW_JOURNAL, P.VIEW_DELIVERED},
        ),
        (Role.DATA_DELEGATE, Reach.MUNICIPALITY, set()),
        (Role.WEB_EDITOR, Reach.MUNICIPALITY, {P.EDIT_SITE}),
        (Role.ADMINISTRATOR, Reach.SYSTEM, {P.APPOINT}),
    ]
}

#: Who appoints whom. Whoever appoints a post appoints its deputy, and a coordinator its own deputy.
APPOINTS: dict[Role, frozenset[Role]] = {
    Role.ADMINISTRATOR: frozenset(
        {Role.COORDINATOR, Role.UNIVERSITY_COORDINATOR, Role.DATA_DELEGATE, Role.AUDITOR}
        | {Role.FUNDER_ANALYST, Role.FUNDER_APPROVER}
    ),
    Role.UNIVERSITY_COORDINATOR: frozenset({Role.ADVISOR, Role.TRAINER, Role.LEGAL_ADVISER}),
    Role.COORDINATOR: frozenset(
        {Role.OFFICER_DISABILITY, Role.OFFICER_DEVELOPMENT, Role.WEB_EDITOR, Role.EVALUATOR}
        | {Role.CERTIFYING_OFFICER, Role.REPRESENTATIVE}
    ),
}

#: Roles that read sensitive data: in production they enter with a second factor.
SENSITIVE_ROLES = frozenset(role for role, (_, granted) in GRANTS.items() if P.VIEW_SENSITIVE in granted)


@dataclass(frozen=True)
class Scope:
    """How far one permission of one user reaches: ids of incubators, agreements, organizations, and persons.

    `home_ids` are the incubators reached by a post of their own, and not through an agreement they are in;
    `host_ids` those plus the ones where an assigned organization or cohort lives, of which only that is reached.
    """

    incubator_ids: frozenset[int] = frozenset()
    home_ids: frozenset[int] = frozenset()
    host_ids: frozenset[int] = frozenset()
    agreement_ids: frozenset[int] = frozenset()
    organization_ids: frozenset[int] = frozenset()
    person_ids: frozenset[int] = frozenset()
    cohort_ids: frozenset[int] = frozenset()
    everywhere: bool = False

    def __bool__(self):
        return self.everywhere or any(
            (self.incubator_ids, self.agreement_ids, self.organization_ids, self.person_ids, self.cohort_ids)
        )

    def covers(self, obj):
        """Whether an object that names its incubator, agreement, organization or cohort is within reach."""
        if obj is None:
            return bool(self)
        label = obj._meta.label_lower
        own = {
            "incubator.incubator": "incubator_ids",
            "incubator.agreement": "agreement_ids",
            "incubator.organization": "organization_ids",
            "incubator.person": "person_ids",
            "curricula.cohort": "cohort_ids",
        }.get(label)
        if own and obj.pk in getattr(self, own):
            return True
        return any(
            getattr(obj, f"{name}_id", None) in getattr(self, f"{name}_ids")
            for name in ("incubator", "agreement", "organization", "cohort")
        )


#: Reach → function of (post) that widens the scope; higher apps register theirs (curricula: the cohorts of a trainer).
_resolvers: dict[Reach, Callable] = {}


def register_reach(reach, resolver):
    """Let a higher app say what a reach covers: resolver(posts) → dict of id sets for Scope."""
    _resolvers[reach] = resolver


def posts_of(user):
    """The user's posts in force today, read once per request (kept on the user object for that day)."""
    today = calendars.today()
    kept = getattr(user, "_posts_in_force", None)
    if kept is None or kept[0] != today:
        posts = list(apps.get_model("incubator", "Post").objects.of(user).in_force(today)) if user.is_active else []
        kept = user._posts_in_force = (today, posts)
        user._scopes, user._reached = {}, {}
    return kept[1]


def forget_posts(user):
    """Drop what was read of the user's posts (after an appointment within the same request)."""
    user._posts_in_force = None


def scope_of(user, permission) -> Scope:
    """How far this right of this user reaches today."""
    if not getattr(user, "is_authenticated", False):
        return Scope()
    posts = [post for post in posts_of(user) if permission in GRANTS[Role(post.role)][1]]
    if permission not in user._scopes:
        user._scopes[permission] = _resolve(posts, user._reached)
    return user._scopes[permission]


def _resolve(posts, kept) -> Scope:
    """The union of what the posts reach; `kept` spares asking twice what the same posts reach."""
    by_reach: dict[Reach, list] = {}
    for post in posts:
        by_reach.setdefault(GRANTS[Role(post.role)][0], []).append(post)
    found: dict[str, set] = {name: set() for name in Scope.__dataclass_fields__ if name != "everywhere"}
    for reach, held in by_reach.items():
        key = (reach, *(post.pk for post in held))
        if key not in kept:
            kept[key] = {name: set(ids) for name, ids in _reached(reach, held).items()}
        for name, ids in kept[key].items():
            found[name] |= ids
    return Scope(**{name: frozenset(ids) for name, ids in found.items()}, everywhere=Reach.SYSTEM in by_reach)


def _reached(reach, posts) -> dict[str, Iterable[int]]:
    """The ids that posts of one reach cover."""
    today = calendars.today()
    if reach == Reach.MUNICIPALITY:
        home = {post.incubator_id for post in posts if post.incubator_id}
        return {"incubator_ids": home, "home_ids": home, "host_ids": home}
    if reach == Reach.AGREEMENT:
        agreements = {post.agreement_id for post in posts if post.agreement_id}
        parts = apps.get_model("incubator", "Participation").objects.in_force(today)
        reached = set(parts.filter(agreement_id__in=agreements).values_list("incubator_id", flat=True))
        return {"agreement_ids": agreements, "incubator_ids": reached, "host_ids": reached}
    if reach == Reach.ASSIGNED:
        rows = apps.get_model("incubator", "Assignment").objects.in_force(today)
        assigned = rows.filter(post__in=[post.pk for post in posts])
        pairs = list(assigned.values_list("organization_id", "organization__incubator_id"))
        return {"organization_ids": {group for group, _ in pairs}, "host_ids": {host for _, host in pairs}}
    if reach == Reach.OWN:
        return {"organization_ids": {post.organization_id for post in posts if post.organization_id}}
    return _resolvers[reach](posts) if reach in _resolvers else {}


def allows(user, permission, obj=None) -> bool:
    """Whether the user may do this, to this object (or anywhere, when none is named)."""
    return scope_of(user, permission).covers(obj)


def allows_at(user, incubator, *permissions) -> bool:
    """Whether the user may do one of these things for something that lives in this incubator."""
    scopes = [scope_of(user, permission) for permission in permissions]
    return any(scope.everywhere or incubator.pk in scope.host_ids for scope in scopes)


def require(user, permission, obj=None):
    """Refuse with a sentence when the user may not; services begin here."""
    if not allows(user, permission, obj):
        raise PermissionDenied(f"Su cargo no permite {permission.value} aquí. Pídalo a la coordinación.")


def may_appoint(user, role, *, incubator=None, agreement=None):
    """Whether one of the user's posts appoints that role in that place."""
    for post in posts_of(user):
        if role not in APPOINTS.get(Role(post.role), ()) and role != post.role:
            continue
        if post.role == Role.ADMINISTRATOR:
            return role != Role.ADMINISTRATOR
        if incubator is not None and post.incubator_id == incubator.pk:
            return True
        if agreement is not None and post.agreement_id == agreement.pk:
            return True
    return False
