"""Who and what of the sheet is already known: groups by name, people by RUN within the incubator, or within the group.

Everything is read at once, so that the queries do not grow with the rows. Nobody of another incubator is looked at.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date

from cases.census.names import is_same_name
from cases.census.records import CensusReading, PersonRow
from cases.models import Case
from cases.services.census.became import Went, what_became
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
    went: dict[int, Went] = field(default_factory=dict)
    joined: dict[int, list[Person]] = field(default_factory=lambda: defaultdict(list))

    def same(self, group: Organization) -> Organization:
        """The one object that stands for a group in this plan."""
        return self.groups.setdefault(group.name_folded, group)

    def of(self, group: Organization | None, person: Person | None) -> list[Membership]:
        """The memberships of a person in a group, oldest first."""
        if group is None or person is None or person.pk is None:
            return []
        return [row for row in self.memberships[group.pk] if row.who.pk == person.pk]

    def is_named(self, person: Person, name: str) -> bool:
        """Whether the sheet's name can be hers, by any of the records that are read as this one."""
        return any(is_namesake(one, name) for one in [person, *self.joined[person.pk]])

    def person_with(self, run: str | None) -> Person | None:
        """Who holds that RUN here."""
        return self.by_run.get(run) if run else None

    def namesake(self, group: Organization | None, row: PersonRow) -> Person | None:
        """Who in the group has that name, with no other birth date nor another RUN; the surest first."""
        if group is None:
            return None
        people = {m.who.pk: m.who for m in self.memberships[group.pk]}
        found = [person for person in people.values() if self._may_be(person, row)]
        return min(found, key=lambda person: _surety(person, row), default=None)

    def _may_be(self, person, row):
        if person.pk in self.claimed or (row.run and person.run) or not fold(row.name):
            return False
        births = {date for date in (person.birth_date, row.birth_date) if date}
        names = {fold(legal_name(one)) for one in [person, *self.joined[person.pk]]}
        return fold(row.name) in names and len(births) < 2


def _surety(person, row):
    """Current people first, then the same birth date, then who has no RUN either, then the oldest record."""
    same_birth = row.birth_date is not None and person.birth_date == row.birth_date
    return (person.annulled_at is not None, not same_birth, bool(person.run) != bool(row.run), person.pk)


def read_known(incubator, reading: CensusReading) -> Known:
    """Nine queries, whatever the rows; one more for each step of a chain of merges."""
    known = Known()
    names = {group_key(group.name) for group in reading.groups}
    rows = Organization.objects.filter(incubator=incubator, kind__in=GROUP_KINDS, name_folded__in=names)
    for group in sorted(rows, key=_current_last):
        known.groups[group.name_folded] = group
    known.went = what_became(known.groups.values())
    for went in known.went.values():
        for case in went.cases:
            known.same(case.organization)
    ids = [group.pk for group in known.groups.values()]
    for case in Case.objects.filter(organization__in=ids, incubator=incubator).order_by("pk"):
        known.cases[case.organization_id].append(case)
    runs = {row.run for row in reading.people if row.run}
    with_run = Person.objects.filter(incubator=incubator, run__in=runs).select_related("same_as")
    for person in sorted(with_run, key=_current_last):
        known.by_run[person.run] = person.survivor
    _read_memberships(known, ids)
    for record in Person.objects.filter(incubator=incubator, same_as__isnull=False).order_by("pk"):
        known.joined[record.same_as_id].append(record)
    for term in Representation.objects.filter(organization__in=ids).select_related("membership").order_by("since"):
        known.terms[term.organization_id].append(term)
    return known


def _read_memberships(known, ids):
    """The same person is one object, however she was found."""
    people = {person.pk: person for person in known.by_run.values()}
    rows = Membership.objects.filter(organization__in=ids).select_related("person__same_as").order_by("since", "pk")
    for row in rows:
        if row.person.same_as_id:  # the row stays of its record; whoever reads it reads the surviving one
            row.person.same_as = people.setdefault(row.person.same_as_id, row.person.same_as)
        else:
            row.person = people.setdefault(row.person_id, row.person)
        known.memberships[row.organization_id].append(row)


def _current_last(record):
    """Order in which the one in force wins, and among annulled ones the newest."""
    return (record.annulled_at is None, record.pk)


def since_of(recorded_on: date | None, on: date) -> date:
    """The day a member of the sheet joins: its own date, never after the day of import."""
    return recorded_on if recorded_on and recorded_on <= on else on
