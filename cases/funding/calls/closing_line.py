"""When an application closes, in a few words: the hour of the bases in force and the days that are left."""

from cases.funding import reach
from cases.funding.bases import closings
from cases.funding.bases.written import bases_of
from cases.funding.calls import reading as calls_reading
from cases.funding.life import BEFORE_FILING
from cases.models import BasesVersion
from incubator import calendars


def in_force_for(application, on):
    """The bases that count on a day: the newest checked version in force, or those that the team adopted."""
    return calls_reading.in_force(application.call, on) or application.bases


def commune_of(application):
    """The commune where the group lives, or that of the institution that keeps it."""
    if reach.is_kept(application):
        return application.stays_with.commune
    return application.case.organization.commune or application.case.incubator.commune


def region_of(application):
    """The code of its region."""
    return commune_of(application).province.region_id


def zone_of(application):
    """The zone in which its people read the hour."""
    return closings.zone_of(region_of(application), commune_of(application).pk)


def closings_of(application, at, version: BasesVersion | None = None):
    """The closings that concern it, with their instant, the nearest one that is still ahead first."""
    bases = bases_of(version or in_force_for(application, calendars.local_day(at)))
    region, found = region_of(application), {}
    for channel, place in dict.fromkeys((one.channel, one.place) for one in bases.closings):
        closing = closings.closing_for(bases, channel, region, place)
        if closing is not None:
            found[closing.key] = (closing, closings.instant(closing.wall))
    return sorted(found.values(), key=lambda row: (row[1] < at, row[1]))


def closing_line(application, at):
    """«Cierra el 12-03-2021 a las 14:00, quedan 5 días», while it has not been sent; else nothing."""
    if application.state not in BEFORE_FILING:
        return ""
    found = closings_of(application, at)
    if not found:
        return "Sin hora de cierre"
    closing, _ = found[0]
    zone = zone_of(application)
    when = f"el {closings.said(closing, zone)}"
    if not closings.in_time(closing, at):
        return f"Cerró {when}"
    return f"Cierra {when}, {_left(closings.days_left(closing, at, zone))}"


def _left(days):
    return "hoy" if days == 0 else "mañana" if days == 1 else f"quedan {days} días"
