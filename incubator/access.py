"""How far the rights of a user go (incubator.grants says which rights a role has).

A user holds the rights of the posts in force today, and no other (there are only positive rights). A role grants
permissions within a reach: the organizations assigned to the post, its incubator, its agreement, its own group.
Objects are reached through querysets named `visible_to(user)`; what is outside is answered 404.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from django.apps import apps
from django.core.exceptions import PermissionDenied
from django.db.models import F, Q

from incubator import calendars
from incubator.enums import Reach, Role
from incubator.grants import APPOINTS, GRANTS, SENSITIVE_ROLES, Permission

__all__ = ["APPOINTS", "GRANTS", "SENSITIVE_ROLES", "Permission", "Scope"]


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
    application_ids: frozenset[int] = frozenset()
    everywhere: bool = False

    def __bool__(self):
        return any(getattr(self, name) for name in self.__dataclass_fields__ if name != "host_ids")

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
            "cases.application": "application_ids",
        }.get(label)
        if own and obj.pk in getattr(self, own):
            return True
        return any(
            getattr(obj, f"{name}_id", None) in getattr(self, f"{name}_ids")
            for name in ("incubator", "agreement", "organization", "cohort", "application")
        )


#: Reach → function of (post) that widens the scope; higher apps register theirs (curricula: the cohorts of a trainer).
_resolvers: dict[Reach, Callable] = {}
#: Functions of (user, permission, posts, scope) that take away what a post does not give in some places.
_limits: list[Callable] = []


def register_limit(limit):
    """Let a module take something out of the scope of a right (masking: private institutions)."""
    if limit not in _limits:
        _limits.append(limit)


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
        scope = _resolve(posts, user._reached)
        if permission == Permission.EVALUATE:
            scope = replace(scope, application_ids=frozenset(_given_to_evaluate(posts)))
        for limit in _limits:
            scope = limit(user, permission, posts, scope)
        user._scopes[permission] = scope
    return user._scopes[permission]


def reached_by(user, posts) -> Scope:
    """How far some of the user's own posts reach, whatever they let do."""
    return _resolve(posts, user._reached)


def _given_to_evaluate(posts):
    """The applications given to whoever holds these posts, where no place of her own opens the door already."""
    far = [post for post in posts if GRANTS[Role(post.role)][0] in (Reach.ASSIGNED, Reach.EVALUATION)]
    given = _resolvers.get(Reach.EVALUATION)
    return given(far)["application_ids"] if far and given else ()


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


def _in_agreements(agreements, today) -> set[int]:
    """The incubators that are in these agreements that day."""
    if not agreements:
        return set()
    parts = apps.get_model("incubator", "Participation").objects.in_force(today)
    return set(parts.filter(agreement_id__in=agreements).values_list("incubator_id", flat=True))


def _reached(reach, posts) -> dict[str, Iterable[int]]:
    """The ids that posts of one reach cover."""
    today = calendars.today()
    if reach == Reach.MUNICIPALITY:
        home = {post.incubator_id for post in posts if post.incubator_id}
        # A delegate's post may be of a whole agreement: it reaches the municipalities that are in it.
        reached = home | _in_agreements({p.agreement_id for p in posts if p.agreement_id and not p.incubator_id}, today)
        return {"incubator_ids": reached, "home_ids": home, "host_ids": reached}
    if reach == Reach.AGREEMENT:
        agreements = {post.agreement_id for post in posts if post.agreement_id}
        reached = _in_agreements(agreements, today)
        return {"agreement_ids": agreements, "incubator_ids": reached, "host_ids": reached}
    if reach == Reach.ASSIGNED:
        rows = apps.get_model("incubator", "Assignment").objects.all()
        assigned = rows.filter(_looked_after(posts, today))
        pairs = list(assigned.values_list("organization_id", "organization__incubator_id"))
        return {"organization_ids": {group for group, _ in pairs}, "host_ids": {host for _, host in pairs}}
    if reach == Reach.OWN:
        return {"organization_ids": {post.organization_id for post in posts if post.organization_id}}
    if reach == Reach.EVALUATION:
        return {}  # of the right to evaluate alone: scope_of adds it
    return _resolvers[reach](posts) if reach in _resolvers else {}


def _looked_after(posts, on) -> Q:
    """The assignments of these posts on a day. A deputy has those of the post she stands in for, also once it ended:
    an assignment ends with its post, and the groups are hers until somebody else is put in charge."""
    stood_for = [post.deputy_for_id for post in posts if post.deputy_for_id]
    held = [post.pk for post in posts] + stood_for
    found = Q(post__in=held, since__lte=on) & (Q(until__isnull=True) | Q(until__gt=on))
    return found | Q(post__in=stood_for, until=F("post__until"), until__lte=on) if stood_for else found


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
