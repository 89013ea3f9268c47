"""The days of the calls: what opens, what closes, until when one may ask. Public data: no group is named."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from icalendar import Calendar, Event

from cases.funding.bases import closings
from cases.funding.bases.written import bases_of
from cases.models import BasesVersion, FundingCall
from incubator import calendars, mailing


@dataclass(frozen=True)
class Day:
    """One day of a call; `at` is its moment, and `said` how a person reads it."""

    key: str
    call: FundingCall
    kind: str
    on: date
    at: datetime
    said: str
    has_hour: bool = True


def days_of(calls: Iterable[FundingCall], versions: Mapping[int, BasesVersion], zone: str) -> list[Day]:
    """Every day of these calls, in order, each as read in a zone."""
    found: list[Day] = []
    for call in calls:
        bases = bases_of(versions[call.pk])
        if bases.dates.opens_on:
            opens = datetime.combine(bases.dates.opens_on, time(), calendars.ZONE)
            said = f"{opens:%d-%m-%Y}"
            found.append(Day(f"fondo-{call.key}-abre", call, "Abre", bases.dates.opens_on, opens, said, False))
        if bases.dates.questions_until:
            found.append(_hour(call, "consultas", "Fin de las consultas", bases.dates.questions_until, zone))
        for one in bases.closings:
            where = " · ".join(filter(None, (one.channel.label, one.place)))
            found.append(_hour(call, f"cierre-{one.key}", f"Cierre ({where})", one.wall, zone))
    return sorted(found, key=lambda day: (day.at, day.key))


def _hour(call, key, kind, wall, zone):
    said = closings.wall_said(wall, zone)
    return Day(f"fondo-{call.key}-{key}", call, kind, wall.at.date(), closings.instant(wall), said)


def ical(days: Iterable[Day], now: datetime) -> bytes:
    """The same as an iCalendar file: a closing at its moment, an opening as a whole day."""
    found = Calendar()
    found.add("prodid", "-//Minga//Fondos//ES")
    found.add("version", "2.0")
    found.add("method", "PUBLISH")
    found.add("x-wr-calname", "Minga, fondos")
    for day in days:
        found.add_component(_event(day, now))
    return found.to_ical()


def _event(day, now):
    event = Event()
    event.add("uid", f"{day.key}@minga")
    event.add("dtstamp", now)
    event.add("dtstart", day.at if day.has_hour else day.on)
    event.add("dtend", day.at if day.has_hour else day.on + timedelta(days=1))
    event.add("summary", f"{day.kind} · {day.call}")
    event.add("url", mailing.address(f"/fondos/{day.call.pk}/"))
    event.add("transp", "TRANSPARENT")
    return event
