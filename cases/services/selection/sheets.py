"""The sheets: points and reasons saved as a draft as often as wanted, filed once, and blind until all are filed."""

from django.db import transaction

from cases import scoring
from cases.models import Criterion, CriterionScore, Evaluation
from cases.services.selection.evaluators import require_own
from incubator import calendars, journal
from incubator.requirements import Finding, Kind, Refused


@transaction.atomic
def save_sheet(*, by, entrusted, on, scores):
    """Keep one's sheet as it stands. `scores`: {criterion id: (points or None, reason)}."""
    sheet = _own_open(by, entrusted, on)
    _write(sheet, scores)
    return sheet


@transaction.atomic
def file_sheet(*, by, entrusted, on, scores):
    """File one's sheet: every criterion with its points and its reason. It does not change afterwards."""
    sheet = _own_open(by, entrusted, on)
    criteria = _write(sheet, scores)
    missing = list(_missing(criteria, scores))
    if missing:
        raise Refused(*missing)
    lines = [(scores[criterion.pk][0], criterion.maximum, criterion.weight) for criterion in criteria]
    sheet.completed_on, sheet.score = on, scoring.sheet_score(lines)
    sheet.full_clean(exclude=["case", "application", "assignment", "evaluator", "recorded_by"], validate_unique=False)
    sheet.save(update_fields=["completed_on", "score"])
    journal.record(by, "sheet_filed", on, subject=sheet, organization=sheet.case.organization)
    return sheet


def _missing(criteria, scores):
    """What a sheet still lacks, beside the field where it is written."""
    for criterion in criteria:
        points, reason = scores.get(criterion.pk, (None, ""))
        if points is None:
            yield _at(f"points_{criterion.pk}", f"Elija el puntaje de «{criterion.name}».")
        if not reason.strip():
            yield _at(f"reason_{criterion.pk}", f"Escriba por qué da ese puntaje a «{criterion.name}».")


def _at(field, sentence):
    return Finding(field, Kind.INPUT, False, sentence, field=field)


def _own_open(by, entrusted, on):
    require_own(by, entrusted)
    sheets = Evaluation.objects.select_for_update(of=("self",)).select_related(
        "case__organization", "application", "assignment"
    )
    sheet = sheets.filter(assignment=entrusted).first()
    if sheet is None:
        raise Refused("Declare primero si tiene un conflicto de interés.")
    if sheet.assignment.until is not None:
        raise Refused("Esta postulación ya no está a su cargo.")
    if sheet.completed_on is not None:
        raise Refused(f"Su pauta ya se presentó el {sheet.completed_on:%d-%m-%Y}.")
    if on > calendars.today() or on < sheet.happened_on:
        raise Refused(f"La fecha va entre su declaración, el {sheet.happened_on:%d-%m-%Y}, y hoy.")
    return sheet


def _write(sheet, scores):
    """The lines of a sheet, whatever is said of them so far; returns the criteria of its call."""
    criteria = list(Criterion.objects.filter(call=sheet.application.call_id).order_by("order"))
    if not criteria:
        raise Refused("La convocatoria no tiene pauta.")
    for criterion in criteria:
        points, _ = scores.get(criterion.pk, (None, ""))
        if points is not None and not 0 <= points <= criterion.maximum:
            raise Refused(f"«{criterion.name}» va de 0 a {criterion.maximum} puntos.")
    lines = [
        CriterionScore(evaluation=sheet, criterion=criterion, points=points, reason=reason.strip())
        for criterion in criteria
        for points, reason in [scores.get(criterion.pk, (None, ""))]
    ]
    CriterionScore.objects.bulk_create(
        lines, update_conflicts=True, unique_fields=["evaluation", "criterion"], update_fields=["points", "reason"]
    )
    return criteria
