"""The days of a person for a calendar program: rooms add theirs in a module `events.py`. A code and a kind, no name."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from icalendar import Calendar, Event

from incubator import mailing
from incubator.causes import Asked
from incubator.registries import Registry


@dataclass(frozen=True)
class Day:
    """One day to remember. `key` never changes for the same thing, so that a calendar moves it instead of repeating."""

    key: str
    on: date
    code: str
    kind: str


_sources: Registry[Callable[[Asked], Iterable[Day]]] = Registry("events")
add = _sources.add


def days_of(user, on) -> list[Day]:
    """Every day of this user, the nearest first."""
    asked = Asked(user, on)
    return sorted((day for source in _sources for day in source(asked)), key=lambda day: (day.on, day.key))


def calendar_of(user, on, now: datetime) -> bytes:
    """The same as an iCalendar file: whole days, which are the same day in whatever zone they are read."""
    found = Calendar()
    found.add("prodid", "-//Minga//Mi día//ES")
    found.add("version", "2.0")
    found.add("method", "PUBLISH")
    found.add("x-wr-calname", "Minga")
    found.add("x-wr-timezone", "America/Santiago")
    for day in days_of(user, on):
        found.add_component(_event(day, now))
    return found.to_ical()


def _event(day, now):
    event = Event()
    event.add("uid", f"{day.key.replace(':', '-')}@minga")
    event.add("dtstamp", now)
    event.add("dtstart", day.on)
    event.add("dtend", day.on + timedelta(days=1))
    event.add("summary", f"{day.kind} · caso {day.code}" if day.code else day.kind)
    event.add("url", mailing.address("/mi-dia/"))
    event.add("transp", "TRANSPARENT")
    event.add("class", "PRIVATE")
    return event
