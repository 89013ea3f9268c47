"""What a reading of a census workbook is made of. Nothing here touches a database."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from incubator.workbooks.reading import UnusableWorkbook

__all__ = [
    "CensusReading",
    "GroupRow",
    "IgnoredColumn",
    "Layout",
    "PersonRow",
    "PreviewRow",
    "Rejection",
    "RowWarning",
    "UnusableWorkbook",
    "WhyIgnored",
]


class Layout(StrEnum):
    """How the sheet is laid out: a row per person, or a row per group with its representative and a count."""

    LONG = "long"
    WIDE = "wide"


class WhyIgnored(StrEnum):
    """Why a column of the sheet is not read."""

    DIAGNOSIS = "diagnosis"
    NO_RIGHT = "no_right"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class IgnoredColumn:
    """A column that is not read, by its header as written."""

    header: str
    why: WhyIgnored


@dataclass(frozen=True)
class GroupRow:
    """A group as the sheet tells it: `members` are people that can be loaded (long) or the declared count (wide)."""

    name: str
    row: int
    formal: bool = False
    trade: str | None = None
    recorded_on: date | None = None
    members: int | None = 0
    commune: str | None = None
    sector: str | None = None


@dataclass(frozen=True)
class PersonRow:
    """One person in one group. `run` is canonical («12345678-5») or None; `rnd` and `sex` hold the kernel's codes."""

    row: int
    group: str
    name: str
    given_names: str = ""
    surname_1: str = ""
    surname_2: str = ""
    run: str | None = None
    other_document: str = ""
    sex: str | None = None
    birth_date: date | None = None
    disability: bool | None = None
    disability_kind: str | None = None
    rnd: str | None = None
    carer: bool | None = None
    phone: str | None = None
    email: str | None = None
    commune: str | None = None
    sector: str | None = None
    notes: str = ""


@dataclass(frozen=True)
class Rejection:
    """A row refused. `also` holds other ways to tell the value (the RUN without its digit, when they are apart)."""

    row: int
    column: str | None
    value: str | None
    reason: str
    sentence: str
    also: tuple[str, ...] = ()


@dataclass(frozen=True)
class RowWarning:
    """Something a person must look at, on the row where the value is written. `detail` holds no sensitive value."""

    row: int
    reason: str
    detail: str
    sentence: str


@dataclass(frozen=True)
class PreviewRow:
    """A row as it was read, cell by cell as text; columns that are not read for their content come empty."""

    row: int
    cells: tuple[str, ...]


@dataclass(frozen=True)
class CensusReading:
    """Everything a census sheet says. `columns` maps a field to the header as written; rows count from 1."""

    sheet: str | None
    header_row: int
    layout: Layout
    columns: Mapping[str, str]
    rows_read: int
    ignored: tuple[IgnoredColumn, ...] = ()
    groups: tuple[GroupRow, ...] = ()
    people: tuple[PersonRow, ...] = ()
    rejected: tuple[Rejection, ...] = ()
    warnings: tuple[RowWarning, ...] = ()
    first_rows: tuple[PreviewRow, ...] = field(default=())
