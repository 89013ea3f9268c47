"""Keep a document of a formalization as it is drawn today, and read what came back of it."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction

from cases.formalization import comparison as paper_comparison
from cases.formalization.papers import Desk, fingerprint_of
from cases.models import Case, LegalPaper, TextComparison, TextDecision
from cases.papers import BrokenTextError, Change, MissingFactsError, NoBaseTextError, as_docx, as_pdf
from incubator import access, calendars, files, journal, masking
from incubator.access import Permission
from incubator.enums import EvidenceKind, Tier
from incubator.files.kinds import DOCX, PDF
from incubator.paper.records import Paper, Paragraph, Section, settle
from incubator.requirements import Refused
from incubator.services import evidence

_LONGEST = 400_000  # letters of a pasted text


@transaction.atomic
def keep(*, by, case, document, facts, on, file=None, person=None, subject=""):
    """Keep the PDF and the DOCX of a document drawn from these facts, with the text and the facts it came from."""
    access.require(by, Permission.RECORD_FACTS, case)
    if masking.hides_anybody(by, [case.organization_id]):
        raise PermissionDenied("El documento nombra a personas que su institución no puede ver.")
    if on > calendars.today():
        raise Refused("La fecha no puede ser de un día que viene.")
    try:
        made = Desk(case, facts, on).drawn(document, person)
    except MissingFactsError as error:
        raise Refused(*error.sentences) from error
    except (NoBaseTextError, BrokenTextError) as error:
        raise Refused(str(error)) from error
    now = calendars.now()
    name = document.replace(".", "-")
    told = {"incubator": case.incubator, "kind": EvidenceKind.DEED, "tier": Tier.LEGAL, "taken_on": on}
    told["description"] = made.paper.title[:300]
    pdf, docx = (
        evidence.record_of(files.keep(content, media_type=kind, name=f"{name}{suffix}"), by, **told)
        for content, kind, suffix in (
            (as_pdf(made.paper, created=now), PDF, ".pdf"),
            (as_docx(made.paper, created=now), DOCX, ".docx"),
        )
    )
    row = LegalPaper.objects.create(
        case=case, file=file, document=document, person=person, subject=subject, title=made.paper.title[:300],
        version=made.text.version, text_fingerprint=made.text.fingerprint,
        statutes_fingerprint=made.statutes.fingerprint if made.statutes else "",
        facts_fingerprint=fingerprint_of(made.facts), validated=made.validated, happened_on=on, evidence=pdf,
        docx=docx, recorded_by=by,
    )  # fmt: skip
    journal.record(by, "legalpaper_kept", on, subject=row, organization=case.organization, document=document)
    return row


@transaction.atomic
def compare(*, by, paper, on, upload=None, text=""):
    """Read what came back of a kept document, a DOCX or a pasted text, article by article against it."""
    access.require(by, Permission.RECORD_FACTS, paper.case)
    if masking.hides_anybody(by, [paper.case.organization_id]):
        raise PermissionDenied("El documento nombra a personas que su institución no puede ver.")
    if not paper.happened_on <= on <= calendars.today():
        raise Refused("Llegó entre el día en que se guardó el documento y hoy: corrija la fecha.")
    kept = paper_comparison.kept_docx(paper)
    if upload is not None:
        stored = files.store(upload, allowed=frozenset({DOCX}))
        rows, source = paper_comparison.of_file(kept, files.read(stored.sha256)), TextComparison.Source.DOCX
    else:
        words = text.strip()
        if not words or len(words) > _LONGEST:
            raise ValidationError("Suba el archivo de Word que llegó, o pegue su texto.")
        rows, source = paper_comparison.of_text(kept, words), TextComparison.Source.TEXT
        stored = files.keep(_pasted(words), media_type=DOCX, name="texto-pegado.docx")
    proof = evidence.record_of(
        stored, by, incubator=paper.case.incubator, kind=EvidenceKind.DEED, tier=Tier.LEGAL, taken_on=on,
        description=f"Lo que volvió de: {paper.title}"[:300],
    )  # fmt: skip
    row = TextComparison.objects.create(
        paper=paper, source=source, evidence=proof, came_on=on, rows=rows, by=by,
        changed=sum(one["change"] != Change.SAME.value for one in rows),
    )  # fmt: skip
    group = paper.case.organization
    journal.record(by, "legalpaper_compared", on, subject=row, organization=group, changed=row.changed)
    return row


@transaction.atomic
def decide(*, by, comparison, outcome, on, reason=""):
    """Say once what follows from a comparison."""
    access.require(by, Permission.RECORD_FACTS, comparison.paper.case)
    Case.objects.select_for_update(of=("self",)).get(pk=comparison.paper.case_id)  # one decision at a time
    held = TextComparison.objects.select_related("paper__case__organization").get(pk=comparison.pk)
    if TextDecision.objects.filter(comparison=held).exists():
        raise Refused("Esta comparación ya tiene su decisión.")
    if not held.came_on <= on <= calendars.today():
        raise Refused("La decisión va entre el día en que llegó el documento y hoy.")
    if outcome == TextDecision.Outcome.SAME and held.changed:
        raise Refused("Hay artículos distintos: diga si son solo faltas de escritura o si vuelve a una junta.")
    if outcome != TextDecision.Outcome.SAME and not held.changed:
        raise Refused("Dice lo mismo: no hay nada que corregir ni que llevar a una junta.")
    if outcome != TextDecision.Outcome.SAME and not reason.strip():
        raise ValidationError({"reason": "Escriba por qué."})
    row = TextDecision(comparison=held, outcome=outcome, reason=reason.strip(), decided_on=on, by=by)
    row.full_clean(exclude=["comparison", "by"])
    row.save()
    group = held.paper.case.organization
    journal.record(by, "legalpaper_decided", on, subject=row, organization=group, outcome=outcome)
    return row


def _pasted(words):
    """A pasted text as a document that can be opened."""
    lines = tuple(Paragraph((line,)) for line in words.splitlines() if line.strip())
    paper = Paper(
        key="pasted", title="Texto pegado", sections=(Section(key="text", heading="", blocks=lines),), draft=False
    )
    return as_docx(settle(paper), created=calendars.now())
