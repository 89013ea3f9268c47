"""Ask for a transfer, and the answers that leave the case where it is."""

from django.db import transaction

from cases import moves
from cases.enums import TransferState, TransferVerb
from cases.models import Case, Transfer
from cases.rules.moving import TO_ACCEPT, TO_REJECT, TO_REQUEST, TO_REVOKE
from cases.services.transfers import steps
from incubator import access, calendars, journal
from incubator.access import Permission
from incubator.requirements import Attempt, Kind, Refused, findings

_RULES = {
    TransferVerb.REQUEST: TO_REQUEST,
    TransferVerb.ACCEPT: TO_ACCEPT,
    TransferVerb.REJECT: TO_REJECT,
    TransferVerb.REVOKE: TO_REVOKE,
}


def missing(subject, verb, *, by, on):
    """What blocks a verb before its form is even filled: facts and duties, not input."""
    answers = findings(_RULES[verb], Attempt(subject, verb, by, on))
    return [answer for answer in answers if answer.kind != Kind.INPUT and not answer.met]


@transaction.atomic
def request(*, by, case, on, to_incubator, reason, agreed_on, agreement, note=""):
    """The coordination asks another incubator to take the case. An overdue request is closed by the new one."""
    access.require(by, Permission.TRANSFER_GROUPS, case)
    case = Case.objects.select_for_update(of=("self",)).select_related("organization", "incubator").get(pk=case.pk)
    access.require(by, Permission.TRANSFER_GROUPS, case)  # it may have moved while this one waited
    said = {"to_incubator": to_incubator, "reason": reason, "agreed_on": agreed_on, "agreement": agreement}
    steps.refuse_unless(TO_REQUEST, case, TransferVerb.REQUEST, by, on, note=note, **said)
    if on != calendars.today():
        raise Refused("Un traslado se pide con la fecha de hoy.")
    if agreement.incubator_id != case.incubator_id:
        raise Refused("El documento es de otra incubadora: súbalo de nuevo aquí.")
    _close_overdue(case, by, on)
    made = Transfer(
        case=case,
        from_incubator=case.incubator,
        to_incubator=to_incubator,
        group_name=case.organization.name,
        requested_by=by,
        requested_on=on,
        reason=reason.strip(),
        agreed_on=agreed_on,
        agreement=agreement,
        note=note.strip(),
    )
    made.full_clean(exclude=["case", "from_incubator", "to_incubator", "requested_by", "agreement"])
    made.save()
    steps.born(made, by, on)
    journal.record(by, "transfer_requested", on, subject=made, organization=case.organization)
    journal.record(by, "transfer_requested", on, subject=made, incubator=to_incubator)
    return made


@transaction.atomic
def reject(*, by, transfer, on, reason):
    """The receiver does not take the case, and says why."""
    access.require(by, Permission.TRANSFER_GROUPS, transfer.to_incubator)
    held = steps.locked(transfer)
    steps.refuse_unless(TO_REJECT, held, TransferVerb.REJECT, by, on, reason=reason)
    steps.move(held, TransferVerb.REJECT, by, on, reason.strip())
    steps.tell_both(held, "transfer_rejected", by, on)
    return held


@transaction.atomic
def revoke(*, by, transfer, on, reason):
    """The sender takes the request back before anybody answers."""
    access.require(by, Permission.TRANSFER_GROUPS, transfer.from_incubator)
    held = steps.locked(transfer)
    steps.refuse_unless(TO_REVOKE, held, TransferVerb.REVOKE, by, on, reason=reason)
    steps.move(held, TransferVerb.REVOKE, by, on, reason.strip())
    steps.tell_both(held, "transfer_revoked", by, on)
    return held


def _close_overdue(case, by, on):
    for overdue in Transfer.objects.requested().filter(case=case).select_related("to_incubator"):
        if moves.state_on(overdue, on) == TransferState.EXPIRED:
            steps.move(overdue, TransferVerb.EXPIRE, by, on)
