from incubator import calendars
from incubator.calendars import Month
from incubator.models import Agreement, Incubator
from reports import figures
from reports.models import Report
from reports.services import reading
from tests.lives.invariants.reading import rows, said


def before(step):
    """The figures of every sealed report, as printed."""
    return {report.pk: figures.digest(report.snapshot["figures"]) for report in _sealed()}


def broken(memory=None, step=None):
    """I12 figures recounted from the rows of a sealed snapshot, and by SQL as known at sealing, equal those printed."""
    found = _printed(memory) if memory is not None else []
    if step is None or step.moves_figures:
        for incubator in Incubator.objects.filter(reports__in=_sealed()).distinct().order_by("pk"):
            found += _recount(incubator)
    if step is not None and step.sealed is not None and step.accepted:
        found += _as_known(step.sealed)
    return found


def _sealed():
    return Report.objects.exclude(state="draft").order_by("pk")


def _printed(memory):
    now = {report.pk: figures.digest(report.snapshot["figures"]) for report in _sealed()}
    moved = [(pk,) for pk, was in memory.items() if now.get(pk) != was]
    return said("the printed figures of the sealed report {} moved", moved)


def _as_known(report):
    """At the moment of sealing: what the snapshot prints of the month is what plain SQL counts."""
    report = Report.objects.select_related("agreement", "incubator").get(pk=report.pk)
    month = Month.of(report.period)
    printed = reading.figures_of(report)
    by_kind = sum(balance.minutes for balance in printed.by_kind), sum(balance.meetings for balance in printed.by_kind)
    lines = sum(line.minutes for line in printed.lines), len(printed.lines)
    counted = _counted(report.agreement, report.incubator, month.first, month.last)
    if not by_kind == lines == counted:
        return [f"report {report.pk}: prints {by_kind}, its lines say {lines}, and SQL counts {counted}"]
    return []


def _recount(incubator):
    """Before + month + adjustments of the month going on is what plain SQL counts today of every month."""
    agreement = Agreement.objects.filter(reports__incubator=incubator).order_by("pk").first()
    sealed = list(Report.objects.sealed().filter(agreement=agreement, incubator=incubator).order_by("period"))
    if not sealed:
        return []
    month = Month.of(calendars.today())
    if month.first <= sealed[-1].period:
        return []
    months = [reading.figures_of(report) for report in sealed]
    fresh = figures.monthly(agreement, incubator, month, sealed=months)
    printed = (
        sum(balance.minutes_so_far for balance in fresh.by_kind),
        sum(balance.meetings_so_far for balance in fresh.by_kind),
    )
    first, last = sealed[0].period, Month.of(sealed[-1].period).last
    known = _counted(agreement, incubator, first, last)
    going = _counted(agreement, incubator, month.first, month.last)
    counted = (known[0] + going[0], known[1] + going[1])
    return [] if printed == counted else [f"incubator {incubator.pk}: so far {printed}, and SQL counts {counted}"]


def _counted(agreement, incubator, first, last):
    """(minutes, meetings) that are valid, by plain SQL."""
    return rows(
        "select coalesce(sum(minutes), 0)::int, count(*)::int from incubator_meeting where agreement_id = %s "
        "and incubator_id = %s and voided_at is null and held_on between %s and %s",
        agreement.pk,
        incubator.pk,
        first,
        last,
    )[0]
