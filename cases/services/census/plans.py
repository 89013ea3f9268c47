"""What an import would do, before anything is written: a plan of groups, people and places, and what it must tell."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from cases.census.records import CensusReading, GroupRow, PersonRow, Rejection
from cases.enums import RowOutcome
from cases.models import Case
from incubator.models import Membership, Organization, Person

if TYPE_CHECKING:
    from cases.services.census.became import Went


class Fate(StrEnum):
    """Where a record comes from: made now, brought back from an undone import, or held already."""

    NEW = "new"
    REVIVED = "revived"
    HELD = "held"


@dataclass(frozen=True)
class Notice:
    """Something to look at in a row. A sensitive one is shown only to whoever may see such facts."""

    row: int
    reason: str
    column: str
    value: str
    sentence: str
    detail: str
    is_sensitive: bool = False
    person: "PersonPlan | None" = None
    group: "GroupPlan | None" = None


@dataclass
class Conflict:
    """The record and the sheet disagree and the record stays, unless somebody takes the sheet's value."""

    row: int
    field: str
    column: str
    value: object
    group: "GroupPlan"
    person: "PersonPlan | None" = None
    place: "Place | None" = None
    is_sensitive: bool = False
    sentence: str = ""
    held_words: str = ""
    said_words: str = ""

    @property
    def key(self) -> str:
        """How a form names it: row, whether of the person or of the group, and field."""
        return f"{self.row}:{'person' if self.person else 'group'}:{self.field}"


@dataclass
class PersonPlan:
    """One person of the sheet, once, whatever the groups she stands in."""

    said: PersonRow
    record: Person
    fate: Fate
    on: date
    changes: dict[str, object] = field(default_factory=dict)
    sensitive: dict[str, object] = field(default_factory=dict)
    places: list["Place"] = field(default_factory=list)
    is_written: bool = False

    @property
    def outcome(self) -> RowOutcome:
        """Created, updated or unchanged, as a count of people tells it."""
        if self.fate is not Fate.HELD:
            return RowOutcome.CREATED
        joins = any(place.fate is not Fate.HELD or place.represents for place in self.places)
        return RowOutcome.UPDATED if self.changes or self.sensitive or joins else RowOutcome.UNCHANGED


@dataclass
class Place:
    """A person's row in a group: the membership held, to make or to bring back, and whether she represents it."""

    row: int
    person: PersonPlan
    fate: Fate
    membership: Membership | None
    since: date
    represents: bool = False
    failed: bool = False


@dataclass
class GroupPlan:
    """One group of the sheet with the places of its people."""

    said: GroupRow
    record: Organization
    fate: Fate
    on: date
    case: Case | None = None
    revives_case: bool = False
    changes: dict[str, object] = field(default_factory=dict)
    places: list[Place] = field(default_factory=list)
    failed: bool = False
    went: "Went | None" = None
    origin: Organization | None = None

    @property
    def outcome(self) -> RowOutcome:
        """Created, updated or unchanged; who joins is told by people."""
        if self.fate is not Fate.HELD:
            return RowOutcome.CREATED
        return RowOutcome.UPDATED if self.changes or self.opens_case else RowOutcome.UNCHANGED

    @property
    def opens_case(self) -> bool:
        """Whether a case is born or brought back with it."""
        return self.case is None or self.revives_case


@dataclass
class Plan:
    """Everything an import would do and say, in the order of the sheet."""

    reading: CensusReading
    groups: list[GroupPlan] = field(default_factory=list)
    people: list[PersonPlan] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    failures: list[Rejection] = field(default_factory=list)

    @property
    def rejected(self) -> list[Rejection]:
        """The rows refused by the reading, and those that could not be written."""
        return sorted([*self.reading.rejected, *self.failures], key=lambda item: item.row)

    @property
    def group_counts(self) -> dict[str, int]:
        """How many groups are created, updated and unchanged."""
        return _tally(group.outcome for group in self.groups if not group.failed)

    @property
    def people_counts(self) -> dict[str, int]:
        """How many people are created, updated and unchanged, each counted once."""
        written = (p for p in self.people if any(not place.failed for place in p.places))
        return _tally(person.outcome for person in written)

    @property
    def changes_nothing(self) -> bool:
        """Whether loading it would leave everything as it is."""
        return not any(
            counts[outcome] for counts in (self.group_counts, self.people_counts) for outcome in ("created", "updated")
        )


def _tally(outcomes: Iterable[RowOutcome]) -> dict[str, int]:
    found = {"created": 0, "updated": 0, "unchanged": 0}
    for outcome in outcomes:
        found[outcome.value] += 1
    return found
