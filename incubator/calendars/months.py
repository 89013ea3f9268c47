"""Month: a period of reports, and the Spanish names of months and dates."""

import builtins
import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from incubator.calendars.clock import Moment, local_day

MONTH_NAMES = (
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
)
_WRITTEN = re.compile(r"(\d{4})-(\d{2})", re.ASCII)


@dataclass(frozen=True, order=True)
class Month:
    """A month of a year; compares in time, prints as «2021-06», labels itself «junio de 2021»."""

    year: int
    month: int

    def __post_init__(self) -> None:
        if not (dt.MINYEAR <= self.year <= dt.MAXYEAR and 1 <= self.month <= 12):
            raise ValueError(f"No existe el mes {self.month} del año {self.year}.")

    @classmethod
    def of(cls, day: Moment) -> "Month":
        """The month in which a date, or a moment as lived in Chile, falls."""
        local = local_day(day)
        return cls(local.year, local.month)

    @classmethod
    def parse(cls, text: str) -> "Month":
        """Read «2021-06»; raises ValueError with a sentence for the person who wrote it."""
        written = _WRITTEN.fullmatch(text.strip())
        if written is None:
            raise ValueError(f"«{text}» no es un mes. Escríbalo como 2021-06.")
        return cls(int(written[1]), int(written[2]))

    @classmethod
    def range(cls, first: "Month", last: "Month") -> Iterator["Month"]:
        """Every month from the first to the last, both included."""
        while first <= last:
            yield first
            first = first.next

    @property
    def first(self) -> dt.date:
        """Its first day."""
        return dt.date(self.year, self.month, 1)

    @property
    def last(self) -> dt.date:
        """Its last day."""
        return self.next.first - dt.timedelta(days=1)

    @property
    def next(self) -> "Month":
        """The month after it."""
        return self.plus(1)

    @property
    def previous(self) -> "Month":
        """The month before it."""
        return self.plus(-1)

    @property
    def label(self) -> str:
        """«junio de 2021»."""
        return f"{MONTH_NAMES[self.month - 1]} de {self.year}"

    def plus(self, months: int) -> "Month":
        """The month that many months later, or earlier when negative."""
        years, index = divmod(self.year * 12 + self.month - 1 + months, 12)
        return Month(years, index + 1)

    def contains(self, day: Moment | None) -> bool:
        """Whether a date, or a moment as lived in Chile, falls in it; no day falls in no month."""
        return day is not None and Month.of(day) == self

    def days(self) -> Iterator[dt.date]:
        """Every day of it, in order."""
        day = self.first
        for _ in builtins.range(self.last.day):
            yield day
            day += dt.timedelta(days=1)

    def __contains__(self, day: Moment | None) -> bool:
        return self.contains(day)

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.month:02d}"


def long_date(day: Moment) -> str:
    """«15 de junio de 2021»."""
    local = local_day(day)
    return f"{local.day} de {MONTH_NAMES[local.month - 1]} de {local.year}"
