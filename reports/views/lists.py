"""The list of reports, and the button that prepares the next one."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.shortcuts import render

from incubator import calendars
from incubator.access import Permission, scope_of
from incubator.calendars import Month
from incubator.models import Incubator, Participation
from reports.enums import ReportState
from reports.models import Report

TONES = {
    ReportState.DRAFT: "waits",
    ReportState.SEALED: "info",
    ReportState.DELIVERED: "info",
    ReportState.OBSERVED: "urgent",
    ReportState.ACCEPTED: "done",
    ReportState.WITHDRAWN: "plain",
}


@dataclass(frozen=True)
class Due:
    """A month that an incubator has still to report under an agreement."""

    incubator: Incubator
    agreement: object
    month: Month


def report_list(request):
    """Every report the user may see, newest month first, and the months to prepare."""
    reports = list(
        Report.objects.visible_to(request.user)
        .select_related("incubator", "agreement", "superseded_by")
        .order_by("-period", "incubator__name", "-version")[:300]
    )
    rows = [{"report": one, "tone": TONES[one.state], "month": Month.of(one.period)} for one in reports]
    return render(
        request, "reports/list.html", {"rows": rows, "due": list(due_months(request.user, calendars.today()))}
    )


def due_months(user, today) -> Iterator[Due]:
    """The month after the last report of each incubator that the user prepares for, once it has begun."""
    scope = scope_of(user, Permission.PREPARE_REPORTS)
    parts = Participation.objects.filter(incubator_id__in=scope.host_ids)
    parts = parts.select_related("agreement", "incubator").order_by("since", "id")
    live = Report.objects.exclude(state=ReportState.WITHDRAWN).order_by("period")
    last = {(one.agreement_id, one.incubator_id): Month.of(one.period) for one in live}
    for part in parts:
        start = Month.of(max(part.since, part.agreement.starts_on))
        month = (
            last[part.agreement_id, part.incubator_id].next if (part.agreement_id, part.incubator_id) in last else start
        )
        if month.first <= min(today, part.agreement.ends_on) and part.holds(month.last):
            yield Due(part.incubator, part.agreement, month)
