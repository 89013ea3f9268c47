"""Calendar days and business days, with Chile's holidays and the exceptions that people record."""

import datetime as dt
import threading
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from django.apps import apps

from incubator.territory.sources import shipped_rows

_ONE_DAY = dt.timedelta(days=1)
_SATURDAY = 5
# Exceptions are edited by people in any process; each process reads them again this often.
_FRESH_SECONDS = 60


class UnknownYearError(ValueError):
    """The holidays of that year are not known, so nothing can be said of its business days."""


@dataclass(frozen=True)
class WorkingCalendar:
    """Which days are worked (Ley 19.880 art. 25: Saturdays, Sundays and holidays are not). Pure.

    `holidays`: (day, region or None) → name; `exceptions`: (day, region or None) → whether it is worked.
    A region's own exception wins over the country's, and an exception over the holidays.
    """

    holidays: Mapping[tuple[dt.date, str | None], str]
    exceptions: Mapping[tuple[dt.date, str | None], bool] = field(default_factory=dict)

    @cached_property
    def years(self) -> tuple[int, int]:
        """The first and the last year whose national holidays are known."""
        known = [day.year for day, region in self.holidays if region is None]
        return (min(known), max(known)) if known else (1, 0)

    def is_business_day(self, day: dt.date, region: str | None = None) -> bool:
        """Whether the day is worked, in the region with that code when one is given."""
        self._check(day)
        for where in (region, None):
            if (day, where) in self.exceptions:
                return self.exceptions[day, where]
        is_holiday = (day, None) in self.holidays or (day, region) in self.holidays
        return day.weekday() < _SATURDAY and not is_holiday

    def holiday_name(self, day: dt.date, region: str | None = None) -> str | None:
        """The name of the holiday that falls on the day, or None."""
        self._check(day)
        return self.holidays.get((day, region)) or self.holidays.get((day, None))

    def add_business_days(self, day: dt.date, count: int, region: str | None = None) -> dt.date:
        """The count-th business day after the day, which itself does not count; before it when negative."""
        step = _ONE_DAY if count >= 0 else -_ONE_DAY
        left = abs(count)
        while left:
            day += step
            left -= self.is_business_day(day, region)
        return day

    def next_business_day(self, day: dt.date, region: str | None = None) -> dt.date:
        """The day itself when it is worked, else the first worked day after it."""
        while not self.is_business_day(day, region):
            day += _ONE_DAY
        return day

    def previous_business_day(self, day: dt.date, region: str | None = None) -> dt.date:
        """The day itself when it is worked, else the last worked day before it."""
        while not self.is_business_day(day, region):
            day -= _ONE_DAY
        return day

    def business_days_between(self, start: dt.date, end: dt.date, region: str | None = None) -> int:
        """Business days after `start` up to `end`, included; negative when `end` comes first."""
        if end < start:
            return -self.business_days_between(end, start, region)
        days = (start + dt.timedelta(days=number) for number in range(1, (end - start).days + 1))
        return sum(self.is_business_day(day, region) for day in days)

    def _check(self, day: dt.date) -> None:
        first, last = self.years
        if not first <= day.year <= last:
            raise UnknownYearError(
                f"No se conocen los feriados del año {day.year}, solo los de {first} a {last}. "
                "Pida a quien administra el sistema que los cargue antes de calcular este plazo."
            )


def shipped_holidays() -> list[tuple[dt.date, str | None, str]]:
    """(day, region code or None, name) of the shipped files."""
    national = shipped_rows("calendar/feriados_cl_2020_2030.csv")
    regional = shipped_rows("calendar/feriados_regionales.csv")
    return [
        *((dt.date.fromisoformat(row["fecha"]), None, row["nombre"]) for row in national),
        *((dt.date.fromisoformat(row["fecha"]), row["cod_region"], row["nombre"]) for row in regional),
    ]


@lru_cache(maxsize=1)
def shipped_calendar() -> WorkingCalendar:
    """The calendar of the shipped files, without exceptions; needs no database."""
    return WorkingCalendar({(day, region): name for day, region, name in shipped_holidays()})


_lock = threading.Lock()
_held: list[tuple[float, WorkingCalendar]] = []


def calendar() -> WorkingCalendar:
    """The calendar of the database, kept for a minute; with the shipped holidays while its table is empty."""
    with _lock:
        if _held and time.monotonic() - _held[0][0] < _FRESH_SECONDS:
            return _held[0][1]
        found = _read()
        _held[:] = [(time.monotonic(), found)]
        return found


def forget() -> None:
    """Read the tables again at the next question: after an exception is written, and between tests."""
    with _lock:
        _held.clear()


def _read() -> WorkingCalendar:
    holidays: Iterable = apps.get_model("incubator", "Holiday").objects.values_list("day", "region_id", "name")
    known = {(day, region): name for day, region, name in holidays} or shipped_calendar().holidays
    exceptions = apps.get_model("incubator", "CalendarException").objects.values_list("day", "region_id", "is_working")
    return WorkingCalendar(known, {(day, region): is_working for day, region, is_working in exceptions})


def add_calendar_days(day: dt.date, count: int) -> dt.date:
    """The day that many calendar days later: day 1 is the next one, holidays count and never move it (CC 48–50)."""
    return day + dt.timedelta(days=count)


def is_business_day(day: dt.date, region: str | None = None) -> bool:
    """Whether the day is worked, in the region with that code when one is given."""
    return calendar().is_business_day(day, region)


def add_business_days(day: dt.date, count: int, region: str | None = None) -> dt.date:
    """The count-th business day after the day, which does not count (Ley 19.880 art. 25); before it when negative."""
    return calendar().add_business_days(day, count, region)


def next_business_day(day: dt.date, region: str | None = None) -> dt.date:
    """The day itself when it is worked, else the first worked day after it."""
    return calendar().next_business_day(day, region)


def previous_business_day(day: dt.date, region: str | None = None) -> dt.date:
    """The day itself when it is worked, else the last worked day before it."""
    return calendar().previous_business_day(day, region)


def business_days_between(start: dt.date, end: dt.date, region: str | None = None) -> int:
    """Business days after `start` up to `end`, included; negative when `end` comes first."""
    return calendar().business_days_between(start, end, region)
