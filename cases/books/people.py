"""Who is who in the book of a cooperative that moved: rows stay of the record they were written on, and she is one.

A transfer copies people and rewrites no row (docs/adr/0013, 0024). So every reading of a book, of any day, asks here;
cases/migrations/0026_copied_books counts them the same way. Only the transfers of this group count: what the copy or
the former record holds elsewhere is of another book.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django.db.models import F
from django.db.models.functions import Coalesce

from cases.models import PersonCopy
from incubator import same_person
from incubator.models import Person


@dataclass(frozen=True)
class People:
    """Of one cooperative: by which record each person that moved with it is read, and all the records she had."""

    heirs: Mapping[int, int] = field(default_factory=dict)

    def one(self, survivor_id: int) -> int:
        """The record by which she is read in the book, of a surviving one."""
        return self.heirs.get(survivor_id, survivor_id)

    def of(self, person: Person) -> int:
        """The same, of any record."""
        return self.one(person.survivor.pk)

    def of_ids(self, person_ids: Iterable[int]) -> dict[int, int]:
        """{id as given: the record by which she is read}. One query."""
        return {pk: self.one(survivor) for pk, survivor in same_person.canonical(person_ids).items()}

    def records(self, person_id: int) -> list[int]:
        """Every record of hers that rows of the book may be of. Two queries."""
        one = self.of_ids([person_id])[person_id]
        survivors = [one, *(pk for pk, heir in self.heirs.items() if heir == one and pk != one)]
        found = same_person.records(survivors)
        return [pk for survivor in survivors for pk in found.get(survivor, ())]

    def behind(self, ones: Iterable[int]) -> dict[int, int]:
        """{surviving id: the one of these who is read there}, the records before a transfer included."""
        found = {pk: pk for pk in ones}
        return {pk: one for pk, one in self.heirs.items() if one in found} | found

    def read(self, rows: Iterable) -> list:
        """Rows with `person__same_as` selected, each with the person by whom she is read. One query when she moved."""
        rows = list(rows)
        moved = {one for row in rows if (one := self.of(row.person)) != row.person.survivor.pk}
        here = Person.objects.select_related("same_as").in_bulk(moved) if moved else {}
        for row in rows:
            row.person = here.get(self.of(row.person), row.person)
        return rows


def people_of(organization_id: int) -> People:
    """Of the group that has the book. One query, and nobody when it never moved."""
    return people_of_each([organization_id]).get(organization_id, People())


def people_of_each(organizations) -> dict[int, People]:
    """{id of each of these groups that ever moved: its people}. One query."""
    lines = PersonCopy.objects.filter(transfer__case__organization__in=organizations).order_by("pk")
    lines = lines.annotate(
        first=Coalesce("original__same_as_id", "original_id"),
        then=Coalesce("copy__same_as_id", "copy_id"),
        first_at=F("original__incubator_id"),
        then_at=F("copy__incubator_id"),
        now=F("transfer__case__organization__incubator_id"),
        group=F("transfer__case__organization_id"),
    )
    grouped = defaultdict(list)
    for line in lines:
        grouped[line.group].append(line)
    return {group: _people(of_group) for group, of_group in grouped.items()}


def _people(lines) -> People:
    sets: dict[int, set[int]] = {}
    rank: dict[int, tuple[bool, int]] = {}
    for number, line in enumerate(lines):
        joined = sets.get(line.first, {line.first}) | sets.get(line.then, {line.then})
        sets |= dict.fromkeys(joined, joined)
        rank[line.first] = (line.first_at == line.now, 2 * number)
        rank[line.then] = (line.then_at == line.now, 2 * number + 1)
    # the newest of her records where the group is now; the newest of all when she left before it came
    return People({pk: max(records, key=rank.__getitem__) for pk, records in sets.items()})
