"""Who belongs to a group: on a day, as a timeline of who joined and left, and who has spoken for it.

A person written down twice is read once: the stays of her records that touch are one stay.
"""

from dataclasses import dataclass
from datetime import date

from incubator import masking, same_person
from incubator.enums import MembershipRole
from incubator.models import Membership, Person


@dataclass(frozen=True)
class Change:
    """Somebody joined or left on a day."""

    day: date
    joined: bool
    person: Person
    role: str
    reason: str = ""
    note: str = ""
    by_mistake: bool = False


def on_day(user, group, day, role=MembershipRole.MEMBER) -> list[Membership]:
    """The memberships of a role that hold that day, one a person, as this user may read them."""
    rows = group.memberships.in_force(day).filter(role=role)
    rows = same_person.first_rows(rows, Membership.objects.in_force(day).filter(role=role))
    rows = rows.select_related("person__same_as", "person__commune").order_by(*same_person.order())
    return masking.cover(user, rows, group.pk)


def changes(user, group, until) -> list[Change]:
    """Who joined and left up to a day, newest first."""
    rows = group.memberships.filter(annulled_at__isnull=True, since__lte=until).select_related("person__same_as")
    rows = masking.cover(user, rows.order_by("since", "pk"), group.pk)
    found = []
    for stay in _stays(rows):
        found.append(_change(stay[0], stay[0].since, joined=True))
        ended = stay[-1].until
        if stay[-1].until == stay[0].since:
            continue  # she never was a member: one line says so
        if ended and ended <= until:
            found.append(_change(stay[-1], stay[-1].last_day, joined=False))
    return sorted(found, key=lambda change: (change.day, not change.joined), reverse=True)


def _change(row, day, joined):
    if joined:
        return Change(day, True, row.who, row.get_role_display(), by_mistake=row.until == row.since)
    said = row.get_leave_reason_display()
    day = max(day, row.since)
    return Change(day, False, row.who, row.get_role_display(), said, row.leave_note, by_mistake=row.until == row.since)


def _stays(rows):
    """Rows of one person that touch or overlap, together, in order: the last of each is the one that ends last."""
    by_person: dict[tuple[int, str], list] = {}
    for row in rows:
        by_person.setdefault((row.who.pk, row.role), []).append(row)
    for mine in by_person.values():
        stay = [mine[0]]
        for row in mine[1:]:
            last = stay[-1]
            if last.until is not None and row.since > last.until:
                yield stay
                stay = [row]
            elif last.until is not None and (row.until is None or row.until > last.until):
                stay.append(row)
        yield stay


def speakers(user, group) -> list:
    """Who has spoken for the group, newest first, with since and until; `person` as this user may read her."""
    rows = group.representations.select_related("membership__person__same_as").order_by("-since", "-pk")
    terms = [row for row in rows if row.until is None or row.until > row.since]
    for term in terms:
        term.person = term.membership.person
    return sorted(masking.cover(user, terms, group.pk), key=lambda term: (term.since, term.pk), reverse=True)
