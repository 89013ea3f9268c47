"""What a month's figures are made of: frozen, plain, and the same as JSON. Minutes are integers; days are ISO texts.

A snapshot keeps these records and nothing else is printed from it, so the same snapshot gives the same pages.
"""

import hashlib
import json
from dataclasses import asdict, dataclass, fields
from functools import cache
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

from reports.figures.funding import Funds
from reports.figures.passing import Passing

FORMAT = 1  # of the snapshot: a later one says so, and reads the older


@dataclass(frozen=True)
class Part:
    """One group's part in a meeting."""

    case: int
    minutes: int


@dataclass(frozen=True)
class Support:
    """Supports of one kind at a meeting, in total."""

    kind: str
    requested: int
    given: int
    cost: int


@dataclass(frozen=True)
class Proof:
    """A file that proves a meeting: its folio, what it is and its SHA-256."""

    folio: int
    kind: str
    sha256: str


@dataclass(frozen=True)
class Line:
    """A meeting as the agreement counts it. `validated` are its minutes once somebody else validated them, else 0."""

    id: int
    version: int
    code: str
    kind: str
    held_on: str
    title: str
    advisor: int
    minutes: int
    validated: int
    called: int
    attended: int
    parts: tuple[Part, ...]
    supports: tuple[Support, ...]
    proofs: tuple[Proof, ...]
    cohort: int | None


@dataclass(frozen=True)
class Move:
    """A case changed stage that day, as known now: steps that were recorded by mistake and corrected are left out."""

    case: int
    number: int
    from_stage: str
    to_stage: str
    on: str


@dataclass(frozen=True)
class Group:
    """A case with its names, and how it stood when the month ended."""

    case: int
    code: str
    name: str
    stage: str
    members: int


@dataclass(frozen=True)
class StageCount:
    """Groups of one stage: at the start, in, out, at the end; and arrivals up to now, sealed and adjusted."""

    stage: str
    opening: int
    entered: int
    left: int
    closing: int
    arrivals_before: int
    arrivals_adjusted: int
    transferred_in: int = 0
    transferred_out: int = 0


@dataclass(frozen=True)
class Balance:
    """Meetings and minutes under one heading: what was sealed, this month, and the adjustments to what was sealed."""

    key: str
    label: str
    meetings_before: int
    meetings: int
    meetings_adjusted: int
    minutes_before: int
    minutes: int
    minutes_adjusted: int
    validated_before: int
    validated: int
    validated_adjusted: int

    @property
    def meetings_so_far(self):
        """Before + this month + adjustments."""
        return self.meetings_before + self.meetings + self.meetings_adjusted

    @property
    def minutes_so_far(self):
        """Before + this month + adjustments."""
        return self.minutes_before + self.minutes + self.minutes_adjusted

    @property
    def validated_so_far(self):
        """Before + this month + adjustments."""
        return self.validated_before + self.validated + self.validated_adjusted


@dataclass(frozen=True)
class SupportBalance:
    """Supports of one kind: asked for, given and their cost this month, and the cost up to now."""

    kind: str
    requested: int
    given: int
    cost: int
    cost_before: int
    cost_adjusted: int

    @property
    def cost_so_far(self):
        """Before + this month + adjustments."""
        return self.cost_before + self.cost + self.cost_adjusted


@dataclass(frozen=True)
class Standing:
    """How a person, under her code, stood in a course when the month ended, and since when."""

    code: str
    state: str
    on: str


@dataclass(frozen=True)
class Course:
    """A cohort in the month: its lessons and hours, who is enrolled when it ends, and who approved."""

    cohort: int
    name: str
    lessons: int
    minutes: int
    enrolled: int
    called: int
    attended: int
    approved_before: int
    approved: int
    people: tuple[Standing, ...]


@dataclass(frozen=True)
class Participant:
    """A person under her code: the groups she came with, how many meetings called her, and to how many she came."""

    person: int
    code: str
    groups: tuple[int, ...]
    called: int
    attended: int
    minutes: int


@dataclass(frozen=True)
class Crosses:
    """Participants by registered sex × declared disability × carer, already protected; None is a suppressed figure.

    Rows and columns are sets of categories joined by «+» (suppression.py); `total` is not sensitive.
    """

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: tuple[tuple[int | None, ...], ...]
    carers: tuple[int | None, ...]
    carers_total: int | None
    row_totals: tuple[int, ...]
    column_totals: tuple[int, ...]
    total: int


@dataclass(frozen=True)
class LineChange:
    """A meeting of a sealed month that reads otherwise today. None: it was not there, or it no longer counts."""

    before: Line | None
    after: Line | None
    what: str
    why: str


@dataclass(frozen=True)
class MoveChange:
    """A step of a sealed month that was added since, or is no longer there."""

    move: Move
    added: bool


@dataclass(frozen=True)
class Identity:
    """Which report this is: agreement, incubator, month, and who the parties are."""

    agreement: str
    agreement_code: str
    act: str
    act_date: str
    months: int
    month_number: int
    funder: str
    adviser: str
    municipality: str
    incubator: str
    cut: str
    period: str


@dataclass(frozen=True)
class Monthly:
    """Everything a monthly report counts. `previous` is the last sealed month before it, or empty."""

    identity: Identity
    previous: str
    stages: tuple[StageCount, ...]
    moves: tuple[Move, ...]
    groups: tuple[Group, ...]
    lines: tuple[Line, ...]
    by_kind: tuple[Balance, ...]
    by_group: tuple[Balance, ...]
    by_advisor: tuple[Balance, ...]
    supports: tuple[SupportBalance, ...]
    courses: tuple[Course, ...]
    participants: tuple[Participant, ...]
    crosses: Crosses
    line_changes: tuple[LineChange, ...]
    move_changes: tuple[MoveChange, ...]
    passings: tuple[Passing, ...] = ()
    funds: Funds | None = None

    def as_json(self) -> dict[str, Any]:
        """Plain lists and dicts, as a JSON column gives them back."""
        return json.loads(json.dumps(asdict(self)))

    @classmethod
    def from_json(cls, stored: dict[str, Any]) -> "Monthly":
        """The figures of a snapshot."""
        return _built(cls, stored)

    @property
    def group_names(self) -> dict[int, Group]:
        """Every case that a line or a step mentions, by id."""
        return {group.case: group for group in self.groups}


def digest(figures: dict[str, Any], *texts: str) -> str:
    """SHA-256 of figures as JSON, and of the words beside them."""
    written = json.dumps([figures, *texts], sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(written.encode()).hexdigest()


def _built(kind, value):
    """A value of JSON as the annotation wants it: dataclasses, tuples of them, optional ones, and plain values."""
    origin = get_origin(kind)
    if origin is tuple:
        return tuple(_built(get_args(kind)[0], item) for item in value)
    if origin is UnionType:
        wanted = next(option for option in get_args(kind) if option is not type(None))
        return None if value is None else _built(wanted, value)
    if hasattr(kind, "__dataclass_fields__"):
        hints = _hints(kind)
        return kind(**{f.name: _built(hints[f.name], value[f.name]) for f in fields(kind) if f.name in value})
    return value


_hints = cache(get_type_hints)
