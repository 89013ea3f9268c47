"""Prepare a report: compose its figures, write its words, ask for the seal, open a correction."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Max

from incubator.calendars import Month
from incubator.models import Incubator
from incubator.requirements import Refused
from reports import figures, rights, rules
from reports.enums import ReportState
from reports.models import Report, ReportChange
from reports.rules import Act
from reports.services import guard, reading

#: The words beside the figures.
TEXTS = ("summary", "deviations", "next_steps")


@transaction.atomic
def compose(*, by, agreement, incubator, period: Month, on) -> Report:
    """The draft of a month with its figures as of now; made if there is none. Raises Refused for a sealed month."""
    if not rights.may_prepare(by, incubator):
        raise PermissionDenied("Su cargo no permite preparar informes de esta incubadora. Pídalo a la coordinación.")
    incubator = Incubator.objects.select_for_update(of=("self",)).get(pk=incubator.pk)  # one draft, whoever is first
    _check_month(agreement, incubator, period, on)
    same = Report.objects.filter(agreement=agreement, incubator=incubator, period=period.first)
    draft = same.filter(state=ReportState.DRAFT).select_for_update(of=("self",)).first()
    if draft is None:
        if same.sealed().exists():
            raise Refused(f"El informe de {period.label} ya está sellado. Si hay un error, abra una corrección.")
        draft = _born(by, agreement, incubator, period, same, on)
    return _recomposed(by, draft, on)


def _check_month(agreement, incubator, period, on):
    """The incubator owes a report for that month, and the month has begun."""
    first = rules.first_month(agreement, incubator)
    if first is None:
        raise Refused("La incubadora no participa en ese convenio.")
    parts = agreement.participations.filter(incubator=incubator)
    last_day = max(part.last_day or agreement.ends_on for part in parts)
    last = Month.of(min(last_day, agreement.ends_on))
    if not first <= period <= last:
        raise Refused(f"El convenio pide informes desde {first.label} hasta {last.label}.")
    if period.first > on:
        raise Refused(f"{period.label.capitalize()} todavía no empieza.")


def _born(by, agreement, incubator, period, same, on, **texts) -> Report:
    number = (same.aggregate(last=Max("version"))["last"] or 0) + 1
    draft = Report.objects.create(
        agreement=agreement, incubator=incubator, period=period.first, version=number, prepared_by=by, **texts
    )
    ReportChange.objects.create(report=draft, from_state="", to_state=ReportState.DRAFT, by=by, effective_on=on)
    return draft


def _recomposed(by, draft, on) -> Report:
    """Bring its figures up to date; when they move, whoever asked for the seal must look again."""
    fresh = reading.recount(draft).as_json()
    if draft.snapshot.get("figures") != fresh:
        draft.snapshot = {"format": figures.records.FORMAT, "figures": fresh}
        _forget_the_asking(draft)
        draft.save()
        guard.record(by, "report_composed", on, draft)
    return draft


def _forget_the_asking(draft):
    draft.seal_asked_by = draft.seal_asked_at = None
    draft.seen_digest = ""


@transaction.atomic
def write_narrative(*, by, report, on, **texts) -> Report:
    """Change the words of a draft (summary, deviations, next_steps); a seal asked for before is asked for again."""
    if set(texts) - set(TEXTS):
        raise TypeError(f"a report's words are {', '.join(TEXTS)}")
    report = guard.locked(by=by, report=report, act=Act.WRITE)
    guard.check(by=by, report=report, act=Act.WRITE, on=on)
    changed = [name for name, text in texts.items() if getattr(report, name) != text.strip()]
    if changed:
        for name in changed:
            setattr(report, name, texts[name].strip())
        _forget_the_asking(report)
        report.save()
        guard.record(by, "report_written", on, report)
    return report


@transaction.atomic
def ask_seal(*, by, report, on, at) -> Report:
    """Whoever prepares says that the draft is ready: from now on, that person is its preparer."""
    report = guard.locked(by=by, report=report, act=Act.ASK_SEAL)
    guard.check(by=by, report=report, act=Act.ASK_SEAL, on=on)
    report.prepared_by = report.seal_asked_by = by
    report.seal_asked_at = at
    report.seen_digest = reading.shown_digest(report)
    report.save()
    guard.record(by, "report_seal_asked", on, report)
    return report


@transaction.atomic
def correct(*, by, report, on) -> Report:
    """A new version in draft, with the words of the one it would replace; only the last sealed month counts anew."""
    report = guard.locked(by=by, report=report, act=Act.CORRECT)
    guard.check(by=by, report=report, act=Act.CORRECT, on=on)
    same = rules.others_of(report).filter(period=report.period)
    texts = {name: getattr(report, name) for name in TEXTS}
    draft = _born(by, report.agreement, report.incubator, Month.of(report.period), same, on, **texts)
    return _recomposed(by, draft, on)
