"""The days of the calls, month by month, and the same for a calendar program: hours as the agency says them."""

from datetime import datetime, time, timedelta

from django.http import HttpResponse
from django.shortcuts import render

from cases.funding.calls import reading as calls_reading
from cases.funding.calls.days import days_of, ical
from cases.models import FundingCall
from cases.views.funding.calls.frame import zone_of
from incubator import calendars
from incubator.calendars import Month


def by_month(request):
    """What opens, what closes and until when one may ask, in a month."""
    asked = request.GET.get("mes", "")
    try:
        month = Month.parse(asked) if asked else Month.of(calendars.today())
    except ValueError:
        month = Month.of(calendars.today())
    days = [day for day in _days(request.user) if Month.of(day.on) == month]
    context = {"month": month, "days": days, "previous": _before(month), "next": month.next, "today": calendars.today()}
    return render(request, "cases/funding/calls/calendar.html", context)


def feed(request):
    """Every day still to come, and those of the last two months, as an iCalendar file."""
    since = datetime.combine(calendars.today() - timedelta(days=60), time(), calendars.ZONE)
    content = ical([day for day in _days(request.user) if day.at >= since], calendars.now())
    answer = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="fondos.ics"'
    return answer


def _days(user):
    on = calendars.today()
    calls = list(calls_reading.offered(FundingCall.objects.visible_to(user), on).select_related("agency"))
    return days_of(calls, calls_reading.bases_by_call(calls, on), zone_of(user))


def _before(month):
    return Month.of(month.first - timedelta(days=1))
