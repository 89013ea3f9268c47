"""Supports asked for, given and their cost, by kind and month, at the meetings within reach."""

from django.db.models import Sum
from django.db.models.functions import TruncMonth
from django.shortcuts import render
from django.urls import reverse

from incubator import calendars
from incubator.enums import SupportKind
from incubator.models import Meeting, MeetingSupport, PlannedMeeting, PlannedSupport


def by_month(request):
    """One table a month, the newest first, and what is planned from today on."""
    rows = (
        MeetingSupport.objects.filter(meeting__in=Meeting.objects.valid().visible_to(request.user))
        .order_by()
        .annotate(month=TruncMonth("meeting__held_on"))
        .values("month", "kind")
        .annotate(requested=Sum("requested"), given=Sum("given"), cost=Sum("cost"))
    )
    months = {}
    for row in sorted(rows, key=lambda row: SupportKind.values.index(row["kind"])):
        months.setdefault(row["month"], []).append(row | {"label": SupportKind(row["kind"]).label})
    context = {
        "months": [
            {"month": month, "rows": found} | _total(found) for month, found in sorted(months.items(), reverse=True)
        ],
        "coming": _coming(request.user),
        "crumbs": [("Agenda", reverse("agenda"))],
    }
    return render(request, "cases/planning/supports.html", context)


def _total(rows):
    return {name: sum(row[name] for row in rows) for name in ("requested", "given", "cost")}


def _coming(user):
    plans = PlannedMeeting.objects.visible_to(user).pending().filter(planned_on__gte=calendars.today())
    rows = PlannedSupport.objects.filter(planned__in=plans)
    found = {}
    for kind, requested, cost, booked_on in rows.values_list("kind", "requested", "cost", "booked_on"):
        total = found.setdefault(kind, {"label": SupportKind(kind).label, "requested": 0, "booked": 0, "cost": 0})
        total["requested"] += requested
        total["booked"] += requested if booked_on else 0
        total["cost"] += cost
    return [found[kind] for kind in SupportKind.values if kind in found]
