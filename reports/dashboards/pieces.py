"""What a dashboard is made of: the months it looks at, key figures, and sections with a chart and its tables."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from incubator import charts
from incubator.calendars import Month
from reports.tables.base import Table, shown

#: The ranges that may be chosen, in months, the present one among them; the second is the usual one.
RANGES = (3, 6, 12)
USUAL = 6
_SHORT = 3  # letters of the name of a month under a chart


@dataclass(frozen=True)
class Period:
    """The last months, the present one included as far as it has gone."""

    months: int
    on: date

    @classmethod
    def chosen(cls, text: str | None, on: date) -> "Period":
        """What somebody asked for in the address; the usual range when it is none of ours."""
        return cls(next((months for months in RANGES if str(months) == text), USUAL), on)

    @property
    def every(self) -> list[Month]:
        """The months, oldest first."""
        last = Month.of(self.on)
        return list(Month.range(last.plus(1 - self.months), last))

    @property
    def first(self) -> date:
        """The first day looked at; the last one is `on`."""
        return self.every[0].first

    @property
    def across(self) -> int:
        """How wide a chart of these months is drawn: a year asks for room."""
        return charts.NARROW if self.months <= USUAL else charts.WIDE

    @property
    def words(self) -> str:
        """«del 01-01-2021 al 15-06-2021»."""
        return f"del {self.first:%d-%m-%Y} al {self.on:%d-%m-%Y}"


def short(month: Month) -> str:
    """«jun», as it is read under a chart; a January says its year."""
    name = month.label[:_SHORT]
    return f"{name} {month.year}" if month.month == 1 else name


@dataclass(frozen=True)
class Figure:
    """A key figure: what it counts, in which form, and where it is seen in full."""

    value: int | Decimal
    meaning: str
    kind: str = "integer"
    url: str = ""

    @property
    def text(self) -> str:
        """The value as people read it."""
        return shown(self.value, self.kind)


@dataclass(frozen=True)
class Section:
    """A part of a dashboard: at most one chart, and tables; those that the chart draws wait under «Ver los datos»."""

    key: str
    title: str
    tables: Sequence[Table]
    lead: str = ""
    chart: str = ""
    links: Mapping[str, str] = field(default_factory=dict)  # key of a row → page of what it names
    note: str = ""

    @property
    def drawn(self) -> Sequence[Table]:
        """The tables that the chart draws: the first one, where there is a chart."""
        return self.tables[:1] if self.chart else ()

    @property
    def beside(self) -> Sequence[Table]:
        """The tables in plain sight."""
        return self.tables[1:] if self.chart else self.tables


@dataclass(frozen=True)
class Dashboard:
    """All of it: of what, over which months, the strip of key figures and the sections."""

    title: str
    lead: str
    period: Period
    figures: Sequence[Figure]
    sections: Sequence[Section]
    is_empty: bool = False
