"""What is due about reports: months to prepare, seals to give, reports to deliver or to answer."""

from django.urls import reverse
from django.utils.html import format_html

from incubator import causes
from incubator.access import Permission, scope_of
from incubator.calendars import Month
from reports.enums import ReportState
from reports.models import Report
from reports.views.lists import due_months


@causes.cause("report_to_prepare", "Informe por preparar")
def report_to_prepare(asked):
    """A month that ended has no report yet."""
    for due in due_months(asked.user, asked.on):
        if due.month.last < asked.on:
            yield causes.Task(
                key=f"report:{due.agreement.pk}:{due.incubator.pk}:{due.month}",
                sentence=format_html("El informe de <b>{}</b> espera que lo preparen.", due.month.label),
                url=reverse("report_list"),
                action="Preparar",
                tone="waits",
                about=f"el informe de {due.month.label}",
                detail=due.incubator.name,
            )


#: State → (right, what it waits for, the words of the button).
_WAITS = {
    ReportState.SEALED: (Permission.DELIVER_REPORTS, "que lo entreguen a la agencia", "Entregar"),
    ReportState.DELIVERED: (Permission.ANSWER_REPORTS, "la respuesta de la agencia", "Leer"),
    ReportState.OBSERVED: (Permission.PREPARE_REPORTS, "una versión que responda las observaciones", "Corregir"),
}


@causes.cause("report_waits", "Informe en espera")
def report_waits(asked):
    """A draft, a sealed, a delivered or an observed report waits for this user."""
    superseded = Report.objects.filter(superseded_by__isnull=False).values("pk")
    waiting = Report.objects.visible_to(asked.user).filter(state__in=[ReportState.DRAFT, *_WAITS])
    for report in waiting.exclude(pk__in=superseded).select_related("incubator").order_by("period", "pk"):
        found = _draft(asked, report) if report.state == ReportState.DRAFT else _step(asked, report)
        if found:
            what, action = found
            month = Month.of(report.period).label
            yield causes.Task(
                key=f"report:{report.pk}",
                sentence=format_html("El informe de <b>{}</b> espera {}.", month, what),
                url=reverse("report_detail", args=[report.pk]),
                action=action,
                tone="waits",
                about=f"el informe de {month}",
                detail=report.incubator.name,
            )


def _step(asked, report):
    right, what, action = _WAITS[ReportState(report.state)]
    scope = scope_of(asked.user, right)
    reached = (
        report.incubator_id in scope.home_ids
        if right == Permission.PREPARE_REPORTS
        else (report.agreement_id in scope.agreement_ids)
    )
    return (what, action) if reached else None


def _draft(asked, report):
    """Once the month ended: the preparer's words, or the sealer's seal."""
    if Month.of(report.period).last >= asked.on:
        return None
    if report.seal_asked_by_id is None:
        mine = report.incubator_id in scope_of(asked.user, Permission.PREPARE_REPORTS).home_ids
        return (
            ("su relato y que se pida el sello", "Completar")
            if mine or report.prepared_by_id == asked.user.pk
            else None
        )
    seals = report.incubator_id in scope_of(asked.user, Permission.SEAL_REPORTS).home_ids
    return ("el sello", "Revisar y sellar") if seals and report.seal_asked_by_id != asked.user.pk else None
