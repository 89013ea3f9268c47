"""What a step brings about by itself: files that open with it and end with its correction."""

from cases import lineage
from cases.enums import Verb
from cases.models import EvaluatorAssignment, LegalFile
from cases.services.funding import moved
from cases.services.legal import files
from cases.services.regularization import staged
from incubator.requirements import Refused


def follow(change, *, by):
    """Open, or take back, what belongs to the step just written."""
    consequence = _CONSEQUENCES.get(change.verb)
    if consequence:
        consequence(change)


def _open_legal_file(change):
    if lineage.open_legal_file(change.case) is None:
        files.opened(change.case, change.effective_on)


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
    if corrected.verb == Verb.RETURN_TO_BUSINESS:  # the file that it closed goes on
        closed = LegalFile.objects.filter(case=change.case, closed_on=corrected.effective_on).order_by("pk").last()
        if closed:
            closed.closed_on = None
            closed.save(update_fields=["closed_on"])
    if corrected.verb in (Verb.ADMIT_FORMAL, Verb.REREGULARIZE):
        staged.opening_taken_back(change, corrected)
    if corrected.verb == Verb.FINISH_REGULARIZATION:
        staged.finish_taken_back(change)


def _begin_another_round(change):
    """An upheld appeal: its place is undone, whoever still had the application leaves it, and others will read it."""
    application = change.case.applications.order_by("-happened_on", "-pk").first()
    given = EvaluatorAssignment.objects.filter(application=application, until__isnull=True)
    given.filter(since__lte=change.effective_on).update(until=change.effective_on, end_reason="Se acogió la apelación")
    application.round += 1
    application.rank, application.score, application.decided_by = None, None, ""
    application.save(update_fields=["round", "rank", "score", "decided_by"])


_CONSEQUENCES = {
    Verb.UPHOLD_APPEAL: _begin_another_round,
    Verb.START_FORMALIZATION: _open_legal_file,
    Verb.ADMIT_FORMAL: staged.opened,
    Verb.REREGULARIZE: staged.opened,
    Verb.FINISH_REGULARIZATION: staged.finished,
    Verb.RETURN_TO_BUSINESS: _close_legal_file,
    Verb.CLOSE: moved.on_close,
    Verb.REOPEN: moved.on_reopen,
    Verb.CORRECT: _take_back,
}
