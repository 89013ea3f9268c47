"""What a private adviser institution does not read (docs/adr/0016): T3 never, T4 without a contract, and some names.

With a processor contract in force its users read everybody but who withdrew; without one, only who authorised it.
The others are «Integrante 3», a number that lasts within the group: no name, RUN, contact or supports. Below the
models, which ask here what to leave out.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.apps import apps
from django.db.models import Q

from incubator import access, calendars, consenting, same_person
from incubator.access import GRANTS, Permission
from incubator.enums import Role
from incubator.purposes import AdviserNature, Purpose

#: The roles that an adviser institution's people hold.
ADVISER_ROLES = (Role.ADVISOR, Role.UNIVERSITY_COORDINATOR, Role.TRAINER, Role.LEGAL_ADVISER)
_T3 = (Permission.VIEW_SENSITIVE, Permission.VIEW_SUPPORTS, Permission.WRITE_SENSITIVE)
_T4 = (Permission.VIEW_LEGAL, Permission.VIEW_FUNDS, Permission.WRITE_FUNDS)
#: The rights that show names, from whatever post.
_NAMING = (Permission.VIEW_PEOPLE, Permission.TEACH)
_NO_GROUP = "Participante sin grupo"


@dataclass(frozen=True)
class Veil:
    """Ids of the incubators where this user is of a private institution: without contract, and under one."""

    by_consent: frozenset[int] = frozenset()
    by_contract: frozenset[int] = frozenset()

    def __bool__(self):
        return bool(self.by_consent or self.by_contract)


@dataclass(frozen=True)
class Shown:
    """How a user reads somebody."""

    name: str
    is_masked: bool = False


def veil_of(user) -> Veil:
    """Where the user reads as part of a private institution and by no other post. One query for advisers of a day."""
    posts = [post for post in access.posts_of(user) if post.role in ADVISER_ROLES]
    if not posts:
        return Veil()
    kept = user._reached
    if "veil" not in kept:
        kept["veil"] = _veil(user, posts)
    return kept["veil"]


def _veil(user, posts) -> Veil:
    today = calendars.today()
    rows = apps.get_model("incubator", "AdviserStanding").objects.in_force(today)
    private = set(rows.filter(nature=AdviserNature.PRIVATE).values_list("incubator_id", "organization_id"))
    if not private:
        return Veil()
    advisers = dict(
        apps.get_model("incubator", "Agreement")
        .objects.filter(pk__in={post.agreement_id for post in posts if post.agreement_id})
        .values_list("pk", "adviser_id")
    )
    mine = {pair for post in posts for pair in private if _is_of(post, pair, advisers)}
    open_posts = [post for post in access.posts_of(user) if _is_open(post, private, advisers)]
    reached = access.reached_by(user, open_posts).incubator_ids
    mine = {(place, adviser) for place, adviser in mine if place not in reached}
    contracts = apps.get_model("incubator", "ProcessorContract").objects.in_force(today)
    held = set(contracts.values_list("incubator_id", "organization_id"))
    return Veil(
        by_consent=frozenset(place for place, adviser in mine if (place, adviser) not in held),
        by_contract=frozenset(
            place for place, adviser in mine & held if not any(other == place for other, _ in mine - held)
        ),
    )


def _is_of(post, pair, advisers):
    """Whether a post is of that institution in that incubator."""
    place, adviser = pair
    if post.agreement_id:
        return advisers.get(post.agreement_id) == adviser
    return post.incubator_id == place


def _is_open(post, private, advisers):
    """Whether a post shows names and belongs to no private institution anywhere."""
    if not GRANTS[Role(post.role)][1] & set(_NAMING):
        return False
    return post.role not in ADVISER_ROLES or not any(_is_of(post, pair, advisers) for pair in private)


def limit(user, permission, posts, scope):
    """The scope of a right without what a private institution's post does not give (for incubator.access)."""
    if permission not in (*_T3, *_T4) or not (veil := veil_of(user)):
        return scope
    closed = veil.by_consent if permission in _T4 else veil.by_consent | veil.by_contract
    rest = access.reached_by(user, [post for post in posts if post.role not in ADVISER_ROLES])
    groups = apps.get_model("incubator", "Organization").objects.filter(incubator_id__in=closed)
    shut = set(groups.filter(pk__in=scope.organization_ids - rest.organization_ids).values_list("pk", flat=True))
    return replace(
        scope,
        incubator_ids=scope.incubator_ids - (closed - rest.incubator_ids),
        home_ids=scope.home_ids - (closed - rest.home_ids),
        host_ids=scope.host_ids - (closed - rest.host_ids),
        organization_ids=scope.organization_ids - shut,
    )


def hidden_people(user) -> Q | None:
    """The people this user may not read, as a condition on Person; None when there is no veil."""
    veil = veil_of(user) if getattr(user, "is_authenticated", False) else Veil()
    if not veil:
        return None
    people = apps.get_model("incubator", "Person").objects.filter(incubator_id__in=veil.by_consent | veil.by_contract)
    found = consenting.answers(
        people.order_by().values_list("pk", flat=True), calendars.today(), [Purpose.PRIVATE_ADVISER]
    )
    yes = [who for (who, _), answer in found.items() if answer.given]
    no = [who for (who, _), answer in found.items() if not answer.given]
    return (Q(incubator_id__in=veil.by_consent) & ~Q(pk__in=yes)) | (
        Q(incubator_id__in=veil.by_contract) & Q(pk__in=no)
    )


def hidden_among(user, person_ids: Iterable[int]) -> set[int]:
    """Those of these people whom the user may not read."""
    unread = hidden_people(user)
    if unread is None:
        return set()
    rows = apps.get_model("incubator", "Person").objects.filter(pk__in=list(person_ids))
    return set(rows.filter(unread).values_list("pk", flat=True))


def hides_anybody(user, organization_ids: Iterable[int]) -> bool:
    """Whether somebody who is or was in these groups is hidden from the user: a paper about them shows her name."""
    unread = hidden_people(user)
    if unread is None:
        return False
    rows = apps.get_model("incubator", "Membership").objects.filter(organization_id__in=list(organization_ids))
    people = apps.get_model("incubator", "Person").objects.filter(pk__in=rows.values("person_id"))
    return people.filter(unread).exists()


def hides_at(user, incubator_id) -> bool:
    """Whether anybody of an incubator is hidden from the user."""
    unread = hidden_people(user)
    if unread is None:
        return False
    return apps.get_model("incubator", "Person").objects.filter(unread, incubator_id=incubator_id).exists()


def hides_phone(user, phone) -> bool:
    """Whether a group's phone is the phone of somebody hidden from the user."""
    unread = hidden_people(user)
    if unread is None or not phone:
        return False
    return apps.get_model("incubator", "Person").objects.filter(unread, phone=phone).exists()


def names_for(user, people, groups: dict[int, int | None] | None = None) -> dict[int, Shown]:
    """How the user reads each of these people: her name, or her code in the group said (else in her first one)."""
    people = list(people)
    hidden = hidden_among(user, [person.pk for person in people])
    codes = codes_of(hidden, groups or {})
    return {
        person.pk: Shown(codes[person.pk], is_masked=True) if person.pk in hidden else Shown(person.name)
        for person in people
    }


def codes_of(person_ids: Iterable[int], groups: dict[int, int | None]) -> dict[int, str]:
    """«Integrante 3» of each person: her place among all who were ever written into the group, in that order."""
    wanted = set(person_ids)
    if not wanted:
        return {}
    rows = apps.get_model("incubator", "Membership").objects.annotate(one=same_person.surviving()).order_by("pk")
    mine = list(rows.filter(one__in=wanted).values_list("one", "organization_id", "person_id"))
    group_of = {who: group for who, group, _ in reversed(mine)}
    known = {(who, group) for who, group, _ in mine}
    group_of |= {who: group for who, group in groups.items() if (who, group) in known}
    record_of = {(who, group): record for who, group, record in reversed(mine)}
    places: dict[int, dict[int, int]] = {}
    everyone = rows.filter(organization_id__in=set(group_of.values()))
    for record, group in everyone.values_list("person_id", "organization_id"):
        places.setdefault(group, {}).setdefault(record, len(places[group]) + 1)
    return {
        who: f"Integrante {places[group_of[who]][record_of[who, group_of[who]]]}" if who in group_of else _NO_GROUP
        for who in wanted
    }


def cover(user, rows, group_id: int | None = None):
    """Rows with a `person` (memberships, attendance, enrollments), hers replaced by her code where she is hidden.

    Each row gains `masked`; the hidden ones go last, by number. `group_id`: the group of all of them, else each row's.
    """
    rows = list(rows)
    if hidden_people(user) is None:
        for row in rows:
            row.masked = False
        return rows
    groups = {row.person.survivor.pk: group_id or getattr(row, "organization_id", None) for row in rows}
    shown = names_for(user, [row.person.survivor for row in rows], groups)
    for row in rows:
        read = shown[row.person.survivor.pk]
        row.masked = read.is_masked
        if row.masked:
            row.person = _nobody(row.person.survivor, read.name)
        if "who" in vars(row):  # one row a person: incubator.same_person.once
            row.who = row.person.survivor
    return sorted(rows, key=lambda row: (row.masked, _number(row.person.name) if row.masked else 0))


def last(shown: Shown) -> tuple[bool, int]:
    """Order that leaves names as they come and puts the hidden people last, by number."""
    return shown.is_masked, _number(shown.name) if shown.is_masked else 0


def _number(code):
    return int(code.split()[-1]) if code.split()[-1].isdigit() else 0


def _nobody(person, code):
    """A record that says only the code, never to be saved."""
    blank = type(person)(pk=person.pk, incubator_id=person.incubator_id, given_names=code)
    blank.save = _refuse
    return blank


def _refuse(*args, **kwargs):
    raise TypeError("a masked person is not saved")
