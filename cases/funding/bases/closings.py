"""The hour at which a call closes: wall time and zone to an instant, who it concerns, and how a screen says it."""

from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from cases.funding.bases.shapes import Bases, Closing, Wall

CONTINENTAL = "America/Santiago"
MAGALLANES = "America/Punta_Arenas"
AYSEN = "America/Coyhaique"
RAPA_NUI = "Pacific/Easter"
#: The zones in which bases write their hours, as people call them.
ZONES = {
    CONTINENTAL: "hora continental de Chile",
    MAGALLANES: "hora de Magallanes",
    AYSEN: "hora de Aysén",
    RAPA_NUI: "hora de Rapa Nui",
}
_BY_REGION = {"11": AYSEN, "12": MAGALLANES}
#: Aysén keeps the hour of summer all year since this day (Decreto 37 of 2025, Interior): older tz data lack its zone.
_AYSEN_APART = date(2025, 3, 20)
_ISLAND = "05201"


class WrongHourError(ValueError):
    """An hour that does not exist, or a zone that nobody keeps: the sentence says what to write."""


@cache
def _has_aysen() -> bool:
    try:
        ZoneInfo(AYSEN)
    except ZoneInfoNotFoundError:
        return False
    return True


def _zone(name: str, on: date) -> ZoneInfo:
    if name == AYSEN and not _has_aysen():
        name = MAGALLANES if on >= _AYSEN_APART else CONTINENTAL
    return ZoneInfo(name)


def zone_of(region: str, commune: str = "") -> str:
    """The zone of a region (CUT code) and, for Rapa Nui, of its commune."""
    return RAPA_NUI if commune == _ISLAND else _BY_REGION.get(region, CONTINENTAL)


def _exact(wall: Wall) -> datetime:
    """The wall time to its second: «23:59» is the whole of that minute, as the day that it closes."""
    at = wall.at.replace(fold=0, microsecond=0, tzinfo=None)
    return at.replace(second=59) if at.time() == time(23, 59) else at


def instant(wall: Wall) -> datetime:
    """The moment of an hour as the bases write it, aware (UTC): its last second in time.

    «23:59» means 23:59:59. Of an hour that the clocks repeat, the first counts. An hour that they skip is read with
    the offset that was in force before the change: `wrong` refuses it at entry, so none is stored.
    """
    at = _exact(wall)
    return at.replace(tzinfo=_zone(wall.zone, at.date())).astimezone(UTC)


def wrong(wall: Wall) -> str:
    """Why an hour cannot be written, and what to write instead; nothing when it can."""
    if wall.zone not in ZONES:
        return f"No se conoce la zona «{wall.zone}»: use {', '.join(ZONES)}."
    at = _exact(wall)
    back = instant(wall).astimezone(_zone(wall.zone, at.date())).replace(tzinfo=None)
    if back == at:
        return ""
    return (
        f"El {at:%d-%m-%Y} las {at:%H:%M} no existen: esa noche los relojes pasan por sobre esa hora "
        f"({ZONES[wall.zone]}). Escriba las {back:%H:%M} del {back:%d-%m-%Y}, si así lo dicen las bases, o la hora "
        "correcta."
    )


def warning(wall: Wall) -> str:
    """What to know of an hour that happens twice; nothing of any other."""
    at = _exact(wall)
    first = at.replace(tzinfo=_zone(wall.zone, at.date()))
    if wrong(wall) or first.utcoffset() == first.replace(fold=1).utcoffset():
        return ""
    return (
        f"El {at:%d-%m-%Y} las {at:%H:%M} ocurren dos veces, porque esa noche los relojes se atrasan. "
        "Cuenta la primera: envíe antes."
    )


def checked(wall: Wall) -> Wall:
    """The same hour; raises WrongHourError when it does not exist or its zone is not known."""
    sentence = wrong(wall)
    if sentence:
        raise WrongHourError(sentence)
    return wall


def closing_for(bases: Bases, channel, region: str, place: str = "") -> Closing | None:
    """The closing that concerns whoever applies by a channel from a region, and at a place when there are several.

    A closing of that very place or region goes before one for everywhere; between equals, the earliest hour counts.
    """
    fit = [
        one
        for one in bases.closings
        if one.channel == channel
        and (not one.regions or region in one.regions)
        and (not place or one.place in ("", place))
    ]
    ranked = sorted(fit, key=lambda one: (not (place and one.place == place), not one.regions, instant(one.wall)))
    return ranked[0] if ranked else None


def in_time(closing: Closing, at: datetime) -> bool:
    """Whether what arrived at a moment is in time: «hasta las 14:00» counts the whole second 14:00:00."""
    return at.replace(microsecond=0) <= instant(closing.wall)


def said(closing: Closing, zone: str = CONTINENTAL) -> str:
    """«12-08-2021 a las 14:00», with its zone when it is not the continental one, and the reader's hour if another."""
    return wall_said(closing.wall, zone)


def wall_said(wall: Wall, zone: str = CONTINENTAL) -> str:
    """The same for any hour of the bases."""
    at = _exact(wall)
    text = f"{at:%d-%m-%Y} a las {at:%H:%M}"
    moment, theirs = instant(wall), at.replace(tzinfo=_zone(wall.zone, at.date()))
    here = moment.astimezone(_zone(zone, at.date()))
    if here.utcoffset() == theirs.utcoffset():
        return f"{text} ({ZONES[wall.zone]})" if wall.zone != zone and wall.zone != CONTINENTAL else text
    day = "" if here.date() == at.date() else f" del {here:%d-%m-%Y}"
    return f"{text} ({ZONES[wall.zone]}); las {here:%H:%M}{day}, {ZONES[zone]}"


def days_left(closing: Closing, at: datetime, zone: str = CONTINENTAL) -> int:
    """Days of the calendar until it, as counted in a zone; negative once it passed."""
    there = _zone(zone, at.date())
    moment = instant(closing.wall)
    days = (moment.astimezone(there).date() - at.astimezone(there).date()) // timedelta(days=1)
    return days if in_time(closing, at) else min(days, -1)


def left_said(closing: Closing, at: datetime, zone: str = CONTINENTAL) -> str:
    """«quedan 5 días», «cierra mañana», «cierra hoy», «cerró»."""
    days = days_left(closing, at, zone)
    if days < 0:
        return "cerró"
    return {0: "cierra hoy", 1: "cierra mañana"}.get(days, f"quedan {days} días")
