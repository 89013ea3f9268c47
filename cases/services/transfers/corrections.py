"""A row of before the transfer was wrong: the sender asks for its correction, the receiver makes it."""

from django.db import transaction

from cases.enums import TransferState
from cases.models import CorrectionAsked
from cases.rules.moving import names_nobody
from incubator import access, calendars, journal
from incubator.access import Permission
from incubator.requirements import Refused


@transaction.atomic
def ask_correction(*, by, transfer, on, what, meeting=None):
    """The sender says what has to be corrected, without names; the receiver finds it among its things to do."""
    access.require(by, Permission.PREPARE_REPORTS, transfer.from_incubator)
    if transfer.state != TransferState.ACCEPTED:
        raise Refused("El caso sigue en su incubadora: corrija usted el registro.")
    if not what.strip():
        raise Refused("Diga qué hay que corregir.")
    if not names_nobody(what, transfer.case.organization, transfer.answered_on):
        raise Refused("No nombre al grupo ni a sus integrantes: diga el código de la sesión y el dato.")
    if meeting is not None and not _is_of_before(meeting, transfer):
        raise Refused("Esa reunión no es de este grupo, o es posterior al traslado.")
    asked = CorrectionAsked(transfer=transfer, meeting=meeting, what=what.strip(), asked_by=by, asked_on=on)
    asked.full_clean(exclude=["transfer", "meeting", "asked_by"])
    asked.save()
    _told(asked, "correction_asked", by, on)
    return asked


@transaction.atomic
def answer_correction(*, by, asked, on, answer):
    """The receiver corrected it, or says why not."""
    access.require(by, Permission.RECORD_FACTS, asked.transfer.case)
    held = CorrectionAsked.objects.select_for_update(of=("self",)).select_related("transfer").get(pk=asked.pk)
    if held.answered_on is not None:
        raise Refused(f"Ya se respondió el {held.answered_on:%d-%m-%Y}.")
    if not answer.strip():
        raise Refused("Diga qué se corrigió, o por qué no.")
    if on != calendars.today():
        raise Refused("Se responde con la fecha de hoy.")
    held.answered_by, held.answered_on, held.answer = by, on, answer.strip()[:500]
    held.save(update_fields=["answered_by", "answered_on", "answer"])
    _told(held, "correction_answered", by, on)
    return held


def _is_of_before(meeting, transfer):
    of_group = meeting.organizations.filter(pk=transfer.case.organization_id).exists()
    return of_group and meeting.held_on < transfer.answered_on


def _told(asked, verb, by, on):
    """The journal of each side."""
    for incubator in (asked.transfer.from_incubator, asked.transfer.to_incubator):
        journal.record(by, verb, on, subject=asked, incubator=incubator)
