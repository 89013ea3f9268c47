"""Keep the files of a sealed report, and give them out."""

from collections.abc import Iterable
from pathlib import Path

from incubator import files
from incubator.enums import EvidenceKind, Tier
from incubator.services.evidence import record_of
from reports.documents import Made
from reports.enums import NOMINAL
from reports.models import ReportFile


def keep(*, by, report, on, made: Iterable[Made]) -> list[ReportFile]:
    """Store each file as evidence, with its digest; the Anexo nominal is personal, the Informe is of the programme."""
    return [_kept(by, report, on, one) for one in made]


def _kept(by, report, on, made: Made) -> ReportFile:
    stored = files.keep(made.content, media_type=made.media_type, name=made.name)
    tier = Tier.PERSONAL if made.product in NOMINAL else Tier.PROGRAMME
    told = {"kind": EvidenceKind.REPORT, "tier": tier, "description": made.title, "taken_on": on}
    evidence = record_of(stored, by, incubator=report.incubator, **told)
    return ReportFile.objects.create(report=report, product=made.product, evidence=evidence, code=made.code)


def write_to(folder: Path, report) -> list[Path]:
    """Copy the Informe's files (not the Anexo nominal, which has its own door) into a folder."""
    written = []
    for file in report.files.select_related("evidence").exclude(product__in=NOMINAL).order_by("id"):
        path = folder / file.evidence.original_name
        path.write_bytes(files.read(file.evidence.sha256))
        written.append(path)
    return written
