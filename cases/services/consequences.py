"""What a step brings about by itself: files that open with it and end with its correction."""

from cases.enums import Verb
from cases.models import LegalFile, RegularizationFile
from cases.rules.business import latest_definition
from incubator.requirements import Refused


def follow(change, *, by):
    """Open, or take back, what belongs to the step just written."""
    consequence = _CONSEQUENCES.get(change.verb)
    if consequence:
        consequence(change)


def _open_legal_file(change):
    definition = latest_definition(change.case, change.effective_on)
    if not LegalFile.objects.filter(case=change.case, closed_on__isnull=True).exists():
        LegalFile.objects.create(
            case=change.case, cooperative_type=definition.cooperative_type, opened_on=change.effective_on
        )


def _open_regularization_file(change):
    if not RegularizationFile.objects.filter(case=change.case).exists():
        RegularizationFile.objects.create(case=change.case, opened_on=change.effective_on)


def _close_legal_file(change):
    LegalFile.objects.filter(case=change.case, closed_on__isnull=True).update(closed_on=change.effective_on)


def _take_back(change):
    """A corrected step takes its own consequences with it, when nothing was written in them."""
    corrected = change.case.changes.get(number=change.number - 1)
    if corrected.verb == Verb.START_FORMALIZATION:
        opened = LegalFile.objects.filter(case=change.case, closed_on__isnull=True, opened_on=corrected.effective_on)
        if opened.filter(events__isnull=False).exists():
            raise Refused("El expediente legal ya tiene actos anotados: ese paso no se puede corregir.")
        opened.delete()
    if corrected.verb == Verb.ADMIT_FORMAL:
        opened = RegularizationFile.objects.filter(case=change.case, opened_on=corrected.effective_on)
        if opened.filter(items__isnull=False).exists():
            raise Refused("El expediente de saneamiento ya tiene puntos anotados: ese paso no se puede corregir.")
        opened.delete()


_CONSEQUENCES = {
    Verb.START_FORMALIZATION: _open_legal_file,
    Verb.ADMIT_FORMAL: _open_regularization_file,
    Verb.REREGULARIZE: _open_regularization_file,
    Verb.RETURN_TO_BUSINESS: _close_legal_file,
    Verb.CORRECT: _take_back,
}
