"""Receive what people send to a call, exactly as typed: nothing is matched, so nobody learns or overwrites anything."""

from django.db import transaction
from django.db.models import Max
from django.utils.crypto import constant_time_compare

from cases import submission_codes
from cases.call_life import RECEIVING
from cases.models import Call, Submission
from cases.submission_words import ENDINGS, SubmissionKind, SubmissionState
from incubator import access, calendars, journal, mailing
from incubator.access import Permission
from incubator.requirements import Refused

#: What a person types, stored as it came.
TYPED = (
    "kind",
    "group_name",
    "contact_name",
    "phone",
    "email",
    "place",
    "interested",
    "idea",
    "helper_name",
    "helper_channel",
)
NOT_NOW = "Esta convocatoria no recibe postulaciones en este momento."


@transaction.atomic
def receive(*, call, at, notice_version, supports=(), used=(), **typed):
    """Keep what somebody sent from the public page. Returns (submission, code): the code is known here alone.

    What arrives one second after the last day is late.
    """
    call = _locked(call)
    if not call.receives(at):
        raise Refused(NOT_NOW)
    return _kept(call, at, None, notice_version, supports, used, typed)


@transaction.atomic
def enter(*, by, call, at, notice_version="", supports=(), used=(), **typed):
    """An officer writes what somebody says at the counter or by telephone, or what came on paper, on its day."""
    access.require(by, Permission.WRITE_GROUPS, call.incubator)
    call = _locked(call)
    on = calendars.local_day(at)
    if on > calendars.today():
        raise Refused("El día en que se recibió no puede ser posterior a hoy.")
    if call.state not in RECEIVING or not call.opens_on <= on <= call.closes_on:
        raise Refused(f"Se recibe del {call.opens_on:%d-%m-%Y} al {call.closes_on:%d-%m-%Y}, antes de fijar el orden.")
    kept, code = _kept(call, at, by, notice_version, supports, used, typed)
    journal.record(by, "submission_entered", on, subject=kept, incubator=call.incubator)
    return kept, code


def find(*, code, tail):
    """The submission of a code and the last figures of its telephone, or None: unknown and wrong look alike."""
    digest = submission_codes.digest_typed(code)
    found = Submission.objects.select_related("call__incubator").filter(code_digest=digest).first()
    wanted = submission_codes.tail_of(found.phone) if found else "·" * submission_codes.TAIL
    given = submission_codes.tail_of(tail)
    # Both are compared whole, so that the time it takes says nothing of which one failed.
    same = constant_time_compare(found.code_digest if found else "", digest) & constant_time_compare(wanted, given)
    return found if found is not None and same else None


@transaction.atomic
def withdraw_own(*, submission, on):
    """Whoever holds the code withdraws it while nobody has taken it in."""
    submission = locked(submission)
    if not submission.is_waiting:
        raise Refused("La incubadora ya la tomó o ya la respondió: para retirarse, llame por teléfono.")
    return _settled(submission, SubmissionState.WITHDRAWN, on, None, "")


@transaction.atomic
def settle(*, by, submission, on, state, note):
    """End a submission without taking it in: referred, not placed, set aside or withdrawn, and why."""
    access.require(by, Permission.WRITE_GROUPS, submission.call.incubator)
    submission = locked(submission)
    refuse_if_settled(submission)
    if state not in ENDINGS[SubmissionKind(submission.kind)]:
        raise Refused("Esa respuesta no corresponde a esta postulación.")
    if not str(note).strip():
        raise Refused("Escriba el motivo, o dónde se derivó.")
    _settled(submission, state, on, by, note)
    journal.record(by, f"submission_{state}", on, subject=submission, incubator=submission.call.incubator)
    return submission


@transaction.atomic
def reissue(*, by, submission, on):
    """A new code for whoever lost it; the former one no longer works. Returns the code."""
    access.require(by, Permission.WRITE_GROUPS, submission.call.incubator)
    submission = locked(submission)
    code = submission_codes.new_code()
    submission.code_digest = submission_codes.digest_of(code)
    submission.save(update_fields=["code_digest"])
    journal.record(by, "submission_code_reissued", on, subject=submission, incubator=submission.call.incubator)
    return code


def locked(submission):
    """The row, held until the end of the transaction: two people never settle the same one."""
    # Who settled it is read afterwards: a row joined before waiting for the lock is the one of before.
    return Submission.objects.select_for_update(of=("self",)).select_related("call__incubator").get(pk=submission.pk)


def refuse_if_settled(submission):
    """Say who settled it and when."""
    if submission.is_waiting:
        return
    who = f" por {submission.settled_by}" if submission.settled_by else ""
    raise Refused(
        f"Esta postulación ya está «{submission.get_state_display()}»{who}, "
        f"con fecha {submission.settled_on:%d-%m-%Y}. Abra su página para ver cómo quedó."
    )


def next_number(call):
    """The next number of receipt of a call, which whoever calls holds locked."""
    last = call.submissions.aggregate(last=Max("number"))["last"] or 0
    noted = call.applications.aggregate(last=Max("received_order"))["last"] or 0
    return max(last, noted) + 1


def _locked(call):
    return Call.objects.select_for_update(of=("self",)).select_related("incubator__commune").get(pk=call.pk)


def _kept(call, at, by, notice_version, supports, used, typed):
    unknown = set(typed) - set(TYPED)
    if unknown:
        raise TypeError(f"not of a submission: {', '.join(sorted(unknown))}")
    code = submission_codes.new_code()
    kept = Submission(
        call=call,
        number=next_number(call),
        received_at=at,
        entered_by=by,
        notice_version=notice_version,
        code_digest=submission_codes.digest_of(code),
        **typed,
    )
    kept.seal(supports=supports, used=used)
    kept.full_clean(exclude=["call", "entered_by"])
    kept.save()
    if kept.email:
        mailing.send(
            to=kept.email,
            subject="Recibimos su postulación",
            template="submission_received",
            call=call.name,
            on=calendars.local_day(at),
            code=submission_codes.grouped(code),
            phone=call.phone,
            incubator_name=call.incubator.name,
        )
    return kept, code


def _settled(submission, state, on, by, note):
    submission.state, submission.settled_on, submission.settled_by, submission.note = state, on, by, note
    submission.full_clean(exclude=["call", "entered_by", "settled_by"])
    submission.save(update_fields=["state", "settled_on", "settled_by", "note"])
    return submission
