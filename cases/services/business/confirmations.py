"""The group confirms what concerns it. A code is the group's, not the team's: nobody of the team can use it.

Codes are handed over on paper, once; only their keyed digests are kept. Whoever prints a sheet asks for no confirmation
with it, and a code is refused where somebody of the team is signed in.
"""

from datetime import timedelta

from django.db import transaction

from cases.enums import ConfirmationChannel, ConfirmationSubject
from cases.models import Case, ConfirmationCode, ConfirmationRequest, ConfirmationSheet, GroupConfirmation
from incubator import access, calendars, codes, journal
from incubator.access import Permission
from incubator.requirements import Refused

#: How long a group has to answer, how often it may try, how many codes a sheet holds, and the length of each.
HOURS, TRIES, CODES, LENGTH = 72, 5, 10, 8
_KIND = "confirmation"


@transaction.atomic
def hand_over(*, by, case, on, received_by, evidence=None):
    """A new sheet of codes for the group; the former one stops being good. Returns (sheet, [codes in clear]).

    The codes exist in clear only in what is returned: print them and forget them.
    """
    access.require(by, Permission.RECORD_FACTS, case)
    case = Case.objects.select_for_update(of=("self",)).get(pk=case.pk)
    if not case.is_open:
        raise Refused("El caso está cerrado: reábralo antes de anotar.")
    if not case.organization.members_on(on).filter(person=received_by).exists():
        raise Refused("La hoja se entrega a una persona que integra el grupo ese día.")
    ConfirmationSheet.objects.filter(case=case, revoked_on__isnull=True).update(revoked_on=on)
    sheet = ConfirmationSheet.objects.create(
        case=case, happened_on=on, received_by=received_by, evidence=evidence, recorded_by=by
    )
    written = [codes.new(LENGTH) for _ in range(CODES)]
    ConfirmationCode.objects.bulk_create(
        ConfirmationCode(sheet=sheet, number=number, digest=codes.digest(code, _KIND))
        for number, code in enumerate(written, start=1)
    )
    journal.record(by, "codes_handed_over", on, subject=sheet, organization=case.organization, codes=CODES)
    return sheet, written


@transaction.atomic
def ask(*, by, case, subject, statement, now, subject_id=None):
    """Ask the group to confirm an exact text with one of its codes. One question at a time."""
    access.require(by, Permission.RECORD_FACTS, case)
    case = Case.objects.select_for_update(of=("self",)).get(pk=case.pk)
    if not case.is_open:
        raise Refused("El caso está cerrado: reábralo antes de pedir una confirmación.")
    sheet = ConfirmationSheet.objects.filter(case=case, revoked_on__isnull=True).first()
    if sheet is None or not sheet.codes.filter(used_at__isnull=True).exists():
        raise Refused("El grupo no tiene códigos sin usar: entréguele una hoja, o adjunte la hoja firmada.")
    if sheet.recorded_by_id == by.pk:
        raise Refused("Quien imprimió la hoja de códigos no pide la confirmación: pídala otra persona del equipo.")
    _close_expired(case, now)
    if ConfirmationRequest.objects.filter(case=case, closed_at__isnull=True).exists():
        raise Refused("Ya hay una confirmación pedida a este grupo: espere la respuesta o retírela.")
    asked = ConfirmationRequest.objects.create(
        case=case,
        subject=ConfirmationSubject(subject),
        subject_id=subject_id,
        statement=statement,
        asked_by=by,
        asked_at=now,
        expires_at=now + timedelta(hours=HOURS),
    )
    day = calendars.local_day(now)
    journal.record(by, "confirmation_asked", day, subject=asked, organization=case.organization, what=asked.subject)
    return asked


@transaction.atomic
def withdraw(*, by, question, now):
    """The question is taken back before the group answers."""
    access.require(by, Permission.RECORD_FACTS, question.case)
    request = ConfirmationRequest.objects.select_for_update(of=("self",)).get(pk=question.pk)
    if request.closed_at is not None:
        raise Refused("Esa solicitud ya está cerrada.")
    _close(request, now)
    day = calendars.local_day(now)
    journal.record(by, "confirmation_withdrawn", day, subject=request, organization=request.case.organization)


def open_request(case_code, code, now):
    """The question a group may answer with this code, or None: one answer for every way of being wrong.

    Each wrong code counts as a try of the open question of that case.
    """
    with transaction.atomic():
        request = _request_of(case_code, now)
        if request is None:
            return None
        if _unused(request, code) is None:
            request.tries += 1
            request.save(update_fields=["tries"])
            return None
        return request


@transaction.atomic
def confirm(*, by, case_code, code, statement, now):
    """The group confirms with its code exactly the text it read. `by` is the system's account of the incubator.

    Returns the GroupConfirmation. Raises Refused when the code is no longer good or the text is another.
    """
    request = _request_of(case_code, now)
    used = _unused(request, code) if request is not None else None
    if used is None or request.statement != statement:
        raise Refused("Ese código ya no sirve para confirmar este texto. Hable con su incubadora.")
    used.used_at = now
    used.save(update_fields=["used_at"])
    _close(request, now)
    day = calendars.local_day(now)
    confirmation = GroupConfirmation.objects.create(
        case=request.case,
        happened_on=day,
        subject=request.subject,
        subject_id=request.subject_id,
        channel=ConfirmationChannel.CODE,
        statement=request.statement,
        code=used,
        recorded_by=by,
    )
    journal.record(
        by, "group_confirmed", day, subject=confirmation, organization=request.case.organization, code=used.number
    )
    return confirmation


def _request_of(case_code, now):
    """The open question of the case with that code, locked."""
    commune, _, number = case_code.strip().partition("-")
    if not (commune.isdigit() and number.isdigit() and len(number) <= 9):
        return None
    return (
        ConfirmationRequest.objects.select_for_update(of=("self",))
        .filter(closed_at__isnull=True, expires_at__gt=now, tries__lt=TRIES)
        .filter(case__born_in__commune_id=commune, case__number=int(number))
        .select_related("case__organization__incubator", "case__incubator")
        .first()
    )


def _unused(request, code):
    """The unused code of the sheet in force that was typed, or None."""
    typed = codes.normalized(code, LENGTH)
    if typed is None:
        return None
    wanted = codes.digest(typed, _KIND)
    good = ConfirmationCode.objects.select_for_update(of=("self",)).filter(
        sheet__case=request.case, sheet__revoked_on__isnull=True, used_at__isnull=True
    )
    return next((row for row in good if codes.same(row.digest, wanted)), None)


def _close(request, now):
    request.closed_at = now
    request.save(update_fields=["closed_at"])


def _close_expired(case, now):
    """What nobody answered in time, or was tried too often, makes room for another question."""
    waiting = ConfirmationRequest.objects.filter(case=case, closed_at__isnull=True)
    for request in waiting:
        if request.expires_at <= now or request.tries >= TRIES:
            _close(request, now)
