"""Undo a merge or a split: one asks, another does it. What it made is annulled, or ended where somebody used it."""

from django.db import transaction

from cases.enums import CloseReason, OperationKind, OperationState, Verb
from cases.models import Operation
from cases.rules import lineage as rules
from cases.rules.endings import last_change
from cases.services import advancement
from cases.services.funding import moved as funds
from cases.services.lineage.proposing import _lock, tell
from incubator import access, calendars
from incubator.access import Permission
from incubator.enums import LeaveReason
from incubator.models import Attendance, JournalEntry, Representation
from incubator.requirements import Attempt, Refused, findings

#: What an operation itself wrote on a group it made or ended.
_ITS_OWN = ("operation_proposed", "operation_executed", "operation_revert_asked", "operation_revert_dropped")


def revert_findings(operation, *, by, on, doing=False):
    """Every rule of the reversal with its answer; with `doing`, those of the day and of the second person too."""
    asked = (*rules.BEFORE_REVERT, *(rules.ON_REVERT if doing else ()))
    return findings(asked, Attempt(operation, Verb.REVERT, by, on))


@transaction.atomic
def ask_to_revert(*, by, operation, on, reason):
    """The first of the two people: why it should be undone."""
    access.require(by, Permission.DECIDE, operation.case)
    operation = _held(operation)
    if operation.revert_asked_by_id:
        raise Refused("Ya se pidió deshacerlo: falta que otra persona de la coordinación lo haga.")
    if not reason.strip():
        raise Refused("Escriba por qué se deshace.")
    _refuse_blocked(operation, by, on)
    operation.revert_asked_by, operation.revert_asked_at = by, calendars.now()
    operation.revert_reason = reason.strip()[:500]
    operation.save(update_fields=["revert_asked_by", "revert_asked_at", "revert_reason"])
    tell(by, "operation_revert_asked", on, operation, cases=rules.outcome_of(operation))
    return operation


@transaction.atomic
def drop_the_ask(*, by, operation, on):
    """It stays done after all."""
    access.require(by, Permission.DECIDE, operation.case)
    operation = _held(operation)
    if not operation.revert_asked_by_id:
        raise Refused("Nadie ha pedido deshacerlo.")
    operation.revert_asked_by = operation.revert_asked_at = None
    operation.revert_reason = ""
    operation.save(update_fields=["revert_asked_by", "revert_asked_at", "revert_reason"])
    tell(by, "operation_revert_dropped", on, operation, cases=rules.outcome_of(operation))
    return operation


@transaction.atomic
def revert(*, by, operation, on):
    """The second person does it: the closed case returns to the stage it left; a split's branches close."""
    access.require(by, Permission.DECIDE, operation.case)
    operation = _held(operation)
    if not operation.revert_asked_by_id:
        raise Refused("Primero una persona de la coordinación pide deshacerlo, y otra lo hace.")
    cases = _lock(operation.case, *rules.outcome_of(operation))
    operation.case = cases[0]
    _refuse_blocked(operation, by, on, doing=True)
    operation.state, operation.reverted_by = OperationState.REVERTED, by
    operation.reverted_on, operation.reverted_at = on, calendars.now()
    operation.save()
    _close_branches(by, operation, cases[1:], on)
    kept = _take_back(operation, on)
    _restore(operation)
    left = last_change(operation.case).from_stage
    advancement.advance_by_operation(by=by, case=operation.case, verb=Verb.REVERT, on=on, operation=operation, to=left)
    funds.on_revert(by=by, operation=operation, on=on)
    tell(by, "operation_reverted", on, operation, cases=cases[1:], kept=kept)
    return operation


def recorded_since(operation):
    """What was written in the groups that came out of it, newest first: each row stays with them."""
    groups = [case.organization_id for case in rules.outcome_of(operation)]
    made = JournalEntry.objects.filter(verb="operation_executed", subject_type=operation._meta.label_lower)
    mark = made.filter(subject_id=operation.pk).order_by("-pk").values_list("pk", flat=True).first() or 0
    rows = JournalEntry.objects.filter(organization__in=groups, pk__gt=mark).exclude(verb__in=_ITS_OWN)
    rows = rows.exclude(verb__in=("case_inherit", "case_close", "operation_reverted"))
    if operation.state == OperationState.REVERTED:
        rows = rows.filter(recorded_at__lte=operation.reverted_at)
    return rows.select_related("by", "organization").order_by("-pk")


# ------------------------------------------------------------ steps


def _held(operation):
    operation = (
        Operation.objects.select_for_update(of=("self",)).select_related("case", "survivor").get(pk=operation.pk)
    )
    if operation.state != OperationState.EXECUTED:
        raise Refused(f"Este cambio está {operation.get_state_display().lower()}: no hay nada que deshacer.")
    return operation


def _refuse_blocked(operation, by, on, doing=False):
    blocked = [answer for answer in revert_findings(operation, by=by, on=on, doing=doing) if not answer.met]
    if blocked:
        raise Refused(*blocked)


def _close_branches(by, operation, cases, on):
    """The branches of a split close; the survivor of a merge goes on where it is."""
    if operation.kind != OperationKind.SPLIT:
        return
    for case in cases:
        if case.is_open:
            advancement.advance_by_operation(
                by=by, case=case, verb=Verb.CLOSE, on=on, operation=operation, close_reason=CloseReason.REVERTED
            )


def _take_back(operation, on):
    """Memberships that it made: annulled; one that somebody used since is ended that day and stays. Counts those."""
    kept = 0
    for allocation in operation.allocations.filter(applied=True, made__isnull=False).select_related("made"):
        made = allocation.made
        if made.annulled_at is not None:
            continue
        if not _is_used(made):
            made.annulled_at = operation.reverted_at
            made.save(update_fields=["annulled_at"])
            continue
        kept += 1
        if made.until is None:
            made.until, made.leave_reason = max(on, made.since), LeaveReason.REVERTED
            made.save(update_fields=["until", "leave_reason"])
        for term in made.representations.filter(until__isnull=True):
            term.until = max(on, term.since)
            term.save(update_fields=["until"])
    return kept


def _is_used(made):
    """Somebody wrote something on it: she came to a meeting with the group, spoke for it, or left it."""
    came = Attendance.objects.filter(
        person=made.person_id, organization=made.organization_id, meeting__held_on__gte=made.since
    )
    return made.until is not None or came.exists() or made.representations.exists()


def _restore(operation):
    """The members and whoever represented them are again as they were; who left by a decision stays out."""
    ours = (LeaveReason.MERGED, LeaveReason.SPLIT, LeaveReason.UNDECIDED)
    for allocation in operation.allocations.filter(applied=True).select_related("membership"):
        row = allocation.membership
        if row.leave_reason in ours and row.annulled_at is None:
            row.until, row.leave_reason = None, ""
            row.full_clean(exclude=["person", "organization"])
            row.save(update_fields=["until", "leave_reason"])
    Representation.objects.filter(pk__in=operation.ended_terms).update(until=None)
