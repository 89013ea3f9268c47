"""Adopt new bases: the answers pass by their key, what is no longer asked is kept apart, what is new is filled."""

from django.db import transaction

from cases.funding.bases.written import bases_of
from cases.funding.form import adoption, prefill
from cases.funding.form import reading as forms_reading
from cases.funding.life import FundState
from cases.funding.words import AnswerSource
from cases.models import FundAnswer
from cases.services.funding import moves
from cases.services.funding.applications import refuse_unless_written
from incubator import calendars
from incubator.access import Permission
from incubator.requirements import Refused


@transaction.atomic
def adopt(*, by, application, version, at):
    """Write on with the version in force. What the review read of a section that changed must be read again."""
    held = moves.held(application, by=by, permission=Permission.WRITE_FUNDS)
    if held.state == FundState.READY:
        raise Refused("La postulación está lista para enviar: ábrala de nuevo como borrador y adopte las bases nuevas.")
    refuse_unless_written(held)
    on = calendars.local_day(at)
    newest = adoption.newest_for(held, on)
    if newest is None or newest.pk != version.pk:
        raise Refused("Esa ya no es la versión vigente que falta adoptar: mire de nuevo qué cambia.")
    held.bases = newest
    held.save(update_fields=["bases"])
    _fill_new(by, held, on, at)
    moves.tell(by, "fund_bases_adopted", on, held, version=newest.number)
    return held


def _fill_new(by, application, on, at):
    """What the new bases ask and the case already holds, where nobody wrote anything."""
    answered = forms_reading.kept(application)
    FundAnswer.objects.bulk_create(
        FundAnswer(application=application, key=key, number=1, value=value, source=AnswerSource.CASE, by=by, at=at)
        for key, value in prefill.brought(application.case, bases_of(application.bases), on).items()
        if key not in answered
    )
