"""Who and what of the sheet is already known: groups by name, people by RUN within the incubator, or within the group.

Everything is read at once, so that the queries do not grow with the rows. Nobody of another incubator is looked at.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date

from cases.census.names import is_same_name
from cases.census.records import CensusReading, PersonRow
from cases.models import Case
from incubator.enums import GROUP_KINDS
from incubator.models import Membership, Organization, Person, Representation
from incubator.text import fold

_LONGEST_KEY = 200  # of Organization.name_folded


def group_key(name: str) -> str:
    """The key by which groups match: accents and case aside."""
    return fold(name)[:_LONGEST_KEY]


def legal_name(person: Person) -> str:
    """Given names and surnames, the way a sheet writes them."""
    return " ".join(filter(None, [person.given_names, person.surname_1, person.surname_2]))


def is_namesake(person: Person, name: str) -> bool:
    """Whether the sheet's name can be this person's, by her legal or her social name."""
    return is_same_name(legal_name(person), name) or is_same_name(person.name, name)


@dataclass
class Known:
    """What the incubator holds of a sheet's groups and people, the annulled by an undone import included."""

    groups: dict[str, Organization] = field(default_factory=dict)
    cases: dict[int, list[Case]] = field(default_factory=lambda: defaultdict(list))
    by_run: dict[str, Person] = field(default_factory=dict)
    memberships: dict[int, list[Membership]] = field(default_factory=lambda: defaultdict(list))
    terms: dict[int, list[Representation]] = field(default_factory=lambda: defaultdict(list))
    claimed: set[int] = field(default_factory=set)

    def of(self, group: Organization | None, person: Person | None) -> list[Membership]:
        """The memberships of a person in a group, oldest first."""
        if group is None or person is None or person.pk is None:
            return []
        return [row for row in self.memberships[group.pk] if row.person_id == person.pk]

    def person_with(self, run: str | None) -> Person | None:
        """Who holds that RUN here."""
        return self.by_run.get(run) if run else None

    def namesake(self, group: Organization | None, row: PersonRow) -> Person | None:
        """Who in the group has that name, with no other birth date nor another RUN; the surest first."""
        if group is None:
            return None
        people = {m.person_id: m.person for m in self.memberships[group.pk]}
        found = [person for person in people.values() if self._may_be(person, row)]
        return min(found, key=lambda person: _surety(person, row), default=None)

    def _may_be(self, person, row):
        if person.pk in self.claimed or (row.run and person.run) or not fold(row.name):
            return False
        births = {date for date in (person.birth_date, row.birth_date) if date}
        return fold(legal_name(person)) == fold(row.name) and len(births) < 2


def _surety(person, row):
    """Current people first, then the same birth date, then who has no RUN either, then the oldest record."""
    same_birth = row.birth_date is not None and person.birth_date == row.birth_date
    return (person.annulled_at is not None, not same_birth, bool(person.run) != bool(row.run), person.pk)


def read_known(incubator, reading: CensusReading) -> Known:
    """Six queries, whatever the rows."""
    known = Known()
    names = {group_key(group.name) for group in reading.groups}
    rows = Organization.objects.filter(incubator=incubator, kind__in=GROUP_KINDS, name_folded__in=names)
    for group in sorted(rows, key=_current_last):
        known.groups[group.name_folded] = group
    ids = [group.pk for group in known.groups.values()]
    for case in Case.objects.filter(organization__in=ids, incubator=incubator).order_by("pk"):
        known.cases[case.organization_id].append(case)
    runs = {row.run for row in reading.people if row.run}
    for person in sorted(Person.objects.filter(incubator=incubator, run__in=runs), key=_current_last):
        known.by_run[person.run] = person
    _read_memberships(known, ids)
    for term in Representation.objects.filter(organization__in=ids).select_related("membership").order_by("since"):
        known.terms[term.organization_id].append(term)
    return known


def _read_memberships(known, ids):
    """The same person is one object, however she was found."""
    people = {person.pk: person for person in known.by_run.values()}
    rows = Membership.objects.filter(organization__in=ids).select_related("person").order_by("since", "pk")
    for row in rows:
        row.person = people.setdefault(row.person_id, row.person)
        known.memberships[row.organization_id].append(row)


def _current_last(record):
    """Order in which the one in force wins, and among annulled ones the newest."""
    return (record.annulled_at is None, record.pk)


def since_of(recorded_on: date | None, on: date) -> date:
    """The day a member of the sheet joins: its own date, never after the day of import."""
    return recorded_on if recorded_on and recorded_on <= on else on
