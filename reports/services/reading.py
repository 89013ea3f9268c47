"""What a report would say now, what sealed months said, and what a code verifies."""

from dataclasses import dataclass
from datetime import datetime

from incubator.calendars import Month
from reports import figures, rules
from reports.codes import normalized
from reports.enums import NOMINAL, ReportState
from reports.figures import Monthly
from reports.models import Report, ReportFile
from reports.tables import differences


def figures_of(report) -> Monthly:
    """The figures of its snapshot."""
    return Monthly.from_json(report.snapshot["figures"])


def sealed_before(report) -> list[Monthly]:
    """The figures in force of the earlier months of the same agreement and incubator, oldest first."""
    earlier = rules.others_of(report).sealed().filter(period__lt=report.period).order_by("period")
    return [figures_of(one) for one in earlier]


def replaced_by(report) -> Report | None:
    """The sealed version in force that this draft would replace."""
    return rules.others_of(report).sealed().filter(period=report.period).exclude(pk=report.pk).first()


def recount(report) -> Monthly:
    """What the draft's figures are now. An earlier month than the last sealed keeps the ones it was sealed with."""
    former = replaced_by(report)
    if former is not None and not rules.is_last_sealed(report):
        return figures_of(former)
    return figures.monthly(
        report.agreement,
        report.incubator,
        Month.of(report.period),
        sealed=sealed_before(report),
        replaced=figures_of(former).crosses if former is not None else None,
    )


def shown_digest(report) -> str:
    """The digest of what a person sees of a draft: its figures and its words."""
    return figures.digest(report.snapshot["figures"], report.summary, report.deviations, report.next_steps)


def changes_since(report) -> list[str]:
    """How a recount differs from what the draft shows, in sentences."""
    return differences.between(figures_of(report), recount(report))


@dataclass(frozen=True)
class Verified:
    """What a code says to anybody: which document, whether it is in force, and the hashes of its files."""

    standing: str  # valid, superseded, withdrawn
    is_annex: bool
    incubator: str
    agreement: str
    month: Month
    version: int
    sealed_at: datetime
    files: tuple[tuple[str, str], ...]
    by_version: int | None


def verified(typed: str) -> Verified | None:
    """What a code verifies; None when no sealed document has it."""
    code = normalized(typed)
    if code is None:
        return None
    report = Report.objects.filter(code=code).select_related("incubator", "agreement").first()
    kept = ReportFile.objects.select_related("evidence", "report__incubator", "report__agreement")
    if report is not None:
        files = [file for file in kept.filter(report=report).order_by("id") if file.product not in NOMINAL]
    else:
        files = list(kept.filter(code=code, product__in=NOMINAL).order_by("id"))
        if not files:
            return None
        report = files[0].report
    newer = getattr(report, "superseded_by", None)
    standing = "withdrawn" if report.state == ReportState.WITHDRAWN else "superseded" if newer else "valid"
    return Verified(
        standing=standing,
        is_annex=report.code != code,
        incubator=report.incubator.name,
        agreement=report.agreement.act,
        month=Month.of(report.period),
        version=report.version,
        sealed_at=report.sealed_at,
        files=tuple((file.get_product_display(), file.evidence.sha256) for file in files),
        by_version=newer.version if newer else None,
    )
