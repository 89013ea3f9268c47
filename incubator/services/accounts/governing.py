"""Who appoints and ends which post, and of what place a post may be."""

from incubator import access
from incubator.access import APPOINTS, GRANTS
from incubator.enums import Reach, Role
from incubator.requirements import Finding, Kind, Refused

#: Role → the kinds of place its posts may be of. The delegate's is of a municipality or of the agreement.
PLACES = {
    role: {
        Reach.MUNICIPALITY: ("incubator",),
        Reach.AGREEMENT: ("agreement",),
        Reach.ASSIGNED: ("agreement",),
        Reach.COHORT: ("agreement",),
        Reach.EVALUATION: ("incubator",),
        Reach.OWN: ("organization",),
        Reach.SYSTEM: (),
    }[reach]
    for role, (reach, _) in GRANTS.items()
} | {Role.DATA_DELEGATE: ("incubator", "agreement")}
_WORDS = {
    "incubator": "Ese cargo es de una incubadora: elija cuál.",
    "agreement": "Ese cargo es de un convenio: elija cuál.",
    "organization": "Ese cargo es de un grupo: elija cuál.",
}


def refuse_at(field, sentence):
    """A refusal shown beside a field of the form."""
    return Refused(Finding(field, Kind.INPUT, False, sentence, field=field))


def home_of(post):
    """The incubator a post belongs to, directly or through its group; None for an agreement's."""
    return post.organization.incubator if post.organization_id else post.incubator


def governs(user, post):
    """Whether this user appoints, and so ends, that post: neither the own one nor the one the user deputizes."""
    held = access.posts_of(user)
    if any(mine.pk == post.pk for mine in held):
        return False
    return any(_appoints(mine, post) or post.deputy_for_id == mine.pk for mine in held)


def _appoints(mine, post):
    """Whether one post appoints another: by the table of who appoints whom, in its own place."""
    if Role(post.role) not in APPOINTS.get(Role(mine.role), ()):
        return False
    home = home_of(post)
    here = home is not None and mine.incubator_id == home.pk
    there = post.agreement_id is not None and mine.agreement_id == post.agreement_id
    return mine.role == Role.ADMINISTRATOR or here or there


def check_place(role, place):
    """A post is of exactly one place, of the kind its role reaches."""
    given = [name for name, where in place.items() if where is not None]
    kinds = PLACES[role]
    if not kinds:
        raise refuse_at("role", "La administración de cuentas se nombra al instalar Minga, no desde aquí.")
    if len(given) != 1 or given[0] not in kinds:
        raise refuse_at("organization" if kinds == ("organization",) else "place", _WORDS[kinds[0]])


def check_appointer(by, post):
    """Who appoints a post appoints its deputy; a coordinator, besides, a deputy of the own post."""
    role, deputy_for = Role(post.role), post.deputy_for
    if not access.may_appoint(by, role, incubator=home_of(post), agreement=post.agreement):
        raise refuse_at("role", f"Su cargo no nombra «{role.label}» en ese lugar.")
    if deputy_for is not None and _place(deputy_for) != _place(post):
        raise refuse_at("deputy_for", "Se subroga un cargo igual y del mismo lugar.")
    held = access.posts_of(by)
    if not any(_appoints(mine, post) for mine in held) and post.deputy_for_id not in {mine.pk for mine in held}:
        raise refuse_at("deputy_for", "De su mismo cargo solo puede nombrar a quien le subrogue: elija su cargo.")


def _place(post):
    return (post.role, post.incubator_id, post.agreement_id, post.organization_id)
