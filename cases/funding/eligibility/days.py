"""Months, days as people read them, and the day on which each condition is judged."""

from calendar import monthrange
from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from cases.funding.bases.shapes import Moment

#: «Las bases no dicen el día de la revisión.»
OF_MOMENT = {
    Moment.CLOSING: "del cierre",
    Moment.REVIEW: "de la revisión",
    Moment.AWARD: "de la adjudicación",
    Moment.SIGNING: "de la firma del convenio",
}
_ORDER = tuple(Moment)


@lru_cache(maxsize=8192)
def dmy(day: date) -> str:
    """«06-01-2021»."""
    return f"{day:%d-%m-%Y}"


@lru_cache(maxsize=8192)
def after(day: date, months: int) -> date:
    """The same number that many months later (earlier when negative), or the last day of a shorter month."""
    years, index = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not date.min.year <= years <= date.max.year:
        return date.max if months > 0 else date.min
    return date(years, index + 1, min(day.day, monthrange(years, index + 1)[1]))


def months(number: int) -> str:
    """«1 mes», «24 meses»."""
    return "1 mes" if number == 1 else f"{number} meses"


def months_between(first: date, last: date) -> int:
    """Whole months lived from a day to another; never less than none."""
    whole = (last.year - first.year) * 12 + last.month - first.month
    if after(first, whole) > last:
        whole -= 1
    return max(whole, 0)


def day_of(moment: Moment, days: Mapping[Moment, date], today: date) -> tuple[date, bool]:
    """The day of a moment, and whether it is known: one that nobody wrote takes the last that is, before it."""
    found = days.get(moment)
    if found is not None:
        return found, True
    for earlier in reversed(_ORDER[: _ORDER.index(moment)]):
        found = days.get(earlier)
        if found is not None:
            return max(found, today), False
    return today, False
