"""The days of a call: until when its waiting list holds, and from when what it received may be erased."""

from datetime import date, timedelta

from cases.call_life import CallState, CallVerb
from cases.models import Call
from incubator import calendars

#: What nobody took in is kept for these days after the appeal term.
KEPT_DAYS = 90


def waits_until(call) -> date:
    """The last day of its waiting list: the one it says; else the opening of the next call, at most twelve months."""
    later = Call.objects.public().filter(incubator=call.incubator_id).exclude(state=CallState.VOID)
    return last_waiting_day(call, later.values_list("opens_on", flat=True))


def last_waiting_day(call, openings) -> date:
    """The same, of the days on which the calls of its incubator open."""
    if call.waiting_until:
        return call.waiting_until
    return min([_a_year_after(call.closes_on), *(day for day in openings if day > call.closes_on)])


def _a_year_after(day):
    try:
        return day.replace(year=day.year + 1)
    except ValueError:  # 29 February
        return day.replace(year=day.year + 1, day=28)


def ended_on(call):
    """The day it was resolved or voided, or None while it goes on."""
    over = call.changes.filter(verb__in=(CallVerb.RESOLVE, CallVerb.VOID)).order_by("-number").first()
    return over.effective_on if over else None


def erasable_from(call, days=KEPT_DAYS):
    """From which day what was never taken in is erased: so long after its appeal term; None while the call goes on.

    The term runs from the notice (Ley 19.880 art. 59): here from the day the call was resolved or voided.
    """
    ended = ended_on(call)
    if ended is None:
        return None
    last_appeal = calendars.add_business_days(ended, call.appeal_days, call.incubator.commune.region_code)
    return last_appeal + timedelta(days=days + 1)
