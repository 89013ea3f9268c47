"""The five beats that every act on a report shares: require, lock, check, (write), record."""

from django.core.exceptions import PermissionDenied

from incubator import journal
from incubator.requirements import Attempt, Refused, blockers
from reports import rules
from reports.enums import STEPS, ReportState
from reports.models import Report, ReportChange


def locked(*, by, report, act: rules.Act) -> Report:
    """The report under a lock, when the right is held; raises PermissionDenied otherwise."""
    if not rules.permits(by, act, report):
        raise PermissionDenied(f"Su cargo no permite {act.value} este informe. Pídalo a la coordinación.")
    rows = Report.objects.select_for_update(of=("self",)).select_related("agreement", "incubator")
    return rows.get(pk=report.pk)


def check(*, by, report, act: rules.Act, on, **data):
    """Refuse with every rule of the act that does not hold."""
    found = blockers(rules.RULES[act], Attempt(report, act, by, on, data))
    if found:
        raise Refused(*found)


def move(*, by, report, to: ReportState, on, reason="", **changes):
    """Write the step and its row, and record it. The only place that changes a report's state."""
    source = ReportState(report.state)
    if to not in STEPS[source]:
        raise Refused("El informe no está en un estado que permita este paso.")
    ReportChange.objects.create(report=report, from_state=source, to_state=to, by=by, effective_on=on, reason=reason)
    for name, value in changes.items():
        setattr(report, name, value)
    report.state = to
    report.save()
    record(by, f"report_{to.value}", on, report)
    return report


def record(by, verb, on, report, **data):
    """One entry of the journal about a report."""
    month = f"{report.period:%Y-%m}"
    journal.record(
        by, verb, on, subject=report, incubator=report.incubator, period=month, version=report.version, **data
    )
