"""Reports taken to a state as the services leave it, without their rules and without printing their files."""

from incubator import calendars
from reports.enums import ReportState
from reports.models import Report
from reports.services import guard

#: The way to each state.
_WAY = {
    ReportState.SEALED: [ReportState.SEALED],
    ReportState.DELIVERED: [ReportState.SEALED, ReportState.DELIVERED],
    ReportState.OBSERVED: [ReportState.SEALED, ReportState.DELIVERED, ReportState.OBSERVED],
    ReportState.ACCEPTED: [ReportState.SEALED, ReportState.DELIVERED, ReportState.ACCEPTED],
    ReportState.WITHDRAWN: [ReportState.SEALED, ReportState.WITHDRAWN],
}


def walked(report: Report, state, *, asked_by, by, on, code="") -> Report:
    """A draft whose seal the first asked for, taken by the second to a state, each step with its row."""
    report.seal_asked_by, report.seal_asked_at = asked_by, calendars.now()
    report.save()
    guard.record(asked_by, "report_seal_asked", on, report)
    seal = {"sealed_by": by, "sealed_at": calendars.now(), "code": code or f"VERIFICA{report.pk:08d}"}
    for step in _WAY[ReportState(state)]:
        guard.move(by=by, report=report, to=step, on=on, **(seal if step == ReportState.SEALED else {}))
    return report
