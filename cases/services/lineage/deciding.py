"""Members «por decidir» after a split: a person says to which group each goes, or that she leaves."""

from django.db import transaction

from cases.enums import OperationKind, OperationState
from cases.models import Allocation, Operation
from incubator import access, calendars, journal
from incubator.access import Permission
from incubator.enums import CHOSEN_LEAVE_REASONS, LeaveReason
from incubator.models import Membership
from incubator.requirements import Refused


def undecided(operation, on):
    """The allocations of a split still «por decidir» on a day, by name."""
    rows = operation.allocations.filter(applied=True, branch__isnull=True, decided_on__isnull=True)
    return rows.filter(membership__until__gt=on).select_related("membership__person__same_as")


@transaction.atomic
def decide(*, by, allocation, on, branch=None, reason=""):
    """She joins a branch that day, or leaves with a reason. Only while her thirty days run."""
    access.require(by, Permission.WRITE_PEOPLE, allocation.operation.case)
    operation = Operation.objects.select_for_update(of=("self",)).get(pk=allocation.operation_id)
    rows = Allocation.objects.select_for_update(of=("self",)).select_related("membership__organization__incubator")
    allocation = rows.get(pk=allocation.pk)
    row = allocation.membership
    _refuse_unless_open(operation, allocation, on)
    if branch is not None and branch.operation_id != operation.pk:
        raise Refused("Elija uno de los grupos que nacieron de esta división.")
    if branch is None and reason not in dict(CHOSEN_LEAVE_REASONS):
        raise Refused("Elija a qué grupo pasa, o por qué deja el grupo.")
    if branch is not None:
        if not branch.case.is_open:
            raise Refused("Ese grupo ya está cerrado: elija el otro, o anote que la persona deja el grupo.")
        made = Membership(organization=branch.case.organization, person_id=row.person_id, since=on, role=row.role)
        made.full_clean()
        made.save()
        allocation.branch, allocation.made = branch, made
    row.until, row.leave_reason = on, LeaveReason.SPLIT if branch else reason
    row.save(update_fields=["until", "leave_reason"])
    allocation.decided_by, allocation.decided_on = by, on
    allocation.save()
    journal.record(by, "member_decided", on, subject=row, organization=row.organization, operation=operation.pk)
    if branch is not None:
        journal.record(by, "member_joined", on, subject=made, organization=made.organization)
    return allocation


def _refuse_unless_open(operation, allocation, on):
    row = allocation.membership
    if operation.kind != OperationKind.SPLIT or operation.state != OperationState.EXECUTED:
        raise Refused("Esta división no está vigente: no hay nada que decidir.")
    if not allocation.applied or allocation.branch_id or allocation.decided_on or row.annulled_at:
        raise Refused("Esa persona ya tiene su grupo, o ya salió.")
    if not operation.executed_on <= on <= calendars.today():
        raise Refused(f"La fecha va del {operation.executed_on:%d-%m-%Y} a hoy.")
    if on >= row.until:
        raise Refused(
            f"El plazo para decidir terminó el {row.last_day:%d-%m-%Y}, y la persona dejó el grupo. "
            "Si va a uno de los nuevos, anótela ahí como integrante."
        )
