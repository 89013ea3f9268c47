"""The day of each moment of a call for a group of some region, from what its bases say."""

from datetime import date, datetime

from cases.funding.bases import closings
from cases.funding.bases.shapes import Bases, Closing, Moment
from cases.funding.vault.reading import asked_days
from incubator import calendars


def next_closing(bases: Bases, region: str, at: datetime) -> tuple[Closing, datetime] | None:
    """The closing that concerns a region, the nearest of those still ahead, else the last that passed."""
    channels = dict.fromkeys(closing.channel for closing in bases.closings)
    fit = [closings.closing_for(bases, channel, region) for channel in channels]
    found = [(closing, closings.instant(closing.wall)) for closing in fit if closing is not None]
    ahead = [pair for pair in found if closings.in_time(pair[0], at)]
    if ahead:
        return min(ahead, key=lambda pair: pair[1])
    return max(found, key=lambda pair: pair[1], default=None)


def days_for(bases: Bases, region: str, at: datetime) -> dict[Moment, date]:
    """The day of each moment, as far as the bases say it; the judge takes the one before of what they leave out."""
    found = next_closing(bases, region, at)
    return asked_days(bases, calendars.local_day(found[1]) if found else None)
