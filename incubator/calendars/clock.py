"""The one clock. Only views and commands ask it; services take dates."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from zoneinfo import ZoneInfo

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

ZONE = ZoneInfo("America/Santiago")
Moment = dt.date | dt.datetime

# What set_clock put, for the whole process: a server thread must see the day a test or the demonstration travels to.
_travelled: list[Moment | None] = []


def now() -> dt.datetime:
    """This moment, aware, in Chile's zone.

    A clock set to a date-time stands still there; one set to a date keeps that day and lets the hours run.
    """
    real = dt.datetime.now(ZONE)
    fixed = _fixed()
    if fixed is None:
        return real
    if isinstance(fixed, dt.datetime):
        return fixed
    return dt.datetime.combine(fixed, real.time(), ZONE)


def today() -> dt.date:
    """The day it is in Chile."""
    return now().date()


def is_set() -> bool:
    """Whether the clock shows something other than the real time: the banner says so."""
    return _fixed() is not None


def set_clock(value: Moment | str | None) -> None:
    """Set the clock of this process to a date, a date-time or their text; None gives it back to the settings."""
    _travelled[:] = [] if value is None else [_read(value)]


@contextmanager
def travel(to: Moment | str) -> Iterator[None]:
    """The clock at another moment inside the block, and as it was after it."""
    before = list(_travelled)
    set_clock(to)
    try:
        yield
    finally:
        _travelled[:] = before


def local_day(value: Moment) -> dt.date:
    """The day of a date or of a moment, as lived in Chile; a moment without zone is taken as Chilean."""
    if not isinstance(value, dt.datetime):
        return value
    return value.astimezone(ZONE).date() if value.tzinfo else value.date()


def _fixed() -> Moment | None:
    if _travelled:
        return _travelled[0]
    value = getattr(settings, "MINGA_TODAY", None)
    if value in (None, ""):
        return None
    try:
        return _read(value)
    except ValueError as error:
        raise ImproperlyConfigured(
            f"MINGA_TODAY dice «{value}» y no es una fecha. Escríbala como 2021-06-15 o 2021-06-15T10:30."
        ) from error


def _read(value: Moment | str) -> Moment:
    if isinstance(value, str):
        text = value.strip()
        value = dt.date.fromisoformat(text) if len(text) == 10 else dt.datetime.fromisoformat(text)
    if isinstance(value, dt.datetime):
        return value.astimezone(ZONE) if value.tzinfo else value.replace(tzinfo=ZONE)
    return value
