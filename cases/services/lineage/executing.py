"""Do what another person proposed: the lineage first, then the memberships, then the stages."""

from datetime import timedelta

from django.db import transaction

from cases.enums import CloseReason, OperationKind, OperationState, Stage, Verb
from cases.models import Allocation, Lineage, Operation
from cases.models.lineage import UNDECIDED_DAYS
from cases.services import advancement
from cases.services.funding import moved as funds
from cases.services.lineage.proposing import _lock, findings_for, tell
from incubator import access, calendars
from incubator.access import Permission
from incubator.enums import LeaveReason
from incubator.models import Membership, Representation
from incubator.requirements import Refused
from incubator.services import organizations


@transaction.atomic
def execute(*, by, operation, on):
    """Merge or split on that day. Refused with every reason, and to whoever proposed it. Of two, one does it."""
    access.require(by, Permission.DECIDE, operation.case)
    operation = (
        Operation.objects.select_for_update(of=("self",)).select_related("case", "survivor").get(pk=operation.pk)
    )
    if operation.state != OperationState.PROPOSED:
        raise Refused(f"Esta propuesta ya está {operation.get_state_display().lower()}: revise cómo quedó.")
    held = _lock(operation.case, *([operation.survivor] if operation.survivor_id else []))
    operation.case, operation.survivor = held[0], held[1] if operation.survivor_id else None
    answers = findings_for(
        operation.case, operation.kind, by=by, on=on, survivor=operation.survivor, operation=operation
    )
    if blocked := [answer for answer in answers if not answer.met]:
        raise Refused(*blocked)
    operation.state, operation.executed_by = OperationState.EXECUTED, by
    operation.executed_on, operation.executed_at = on, calendars.now()
    operation.ended_terms = _open_terms(operation.case)
    operation.save()
    moved = _merge(operation, on) if operation.kind == OperationKind.MERGE else _split(by, operation, on)
    _end_terms(operation, on)
    if operation.kind == OperationKind.MERGE:
        funds.on_merge(by=by, operation=operation, on=on)
    tell(by, "operation_executed", on, operation, cases=moved["cases"], joined=moved["joined"])
    _move_stages(by, operation, on)
    return operation


# ------------------------------------------------------------ merge


def _merge(operation, on):
    """Each member of the day joins the survivor, unless she already belongs to it: then she keeps what she has."""
    home = operation.survivor.organization
    held = {_canonical(row.person) for row in home.memberships.in_force(on).select_related("person")}
    joined = 0
    for row in operation.case.organization.memberships.in_force(on).select_related("person").order_by("pk"):
        made = None
        if _canonical(row.person) not in held:
            made = _join(home, row, on)
            held.add(_canonical(row.person))
            joined += 1
        _end(row, on, LeaveReason.MERGED)
        Allocation.objects.create(operation=operation, membership=row, made=made, applied=True)
    _line(operation, operation.survivor, on)
    return {"cases": (), "joined": joined}


def _canonical(person):
    """Two records of one person are one member."""
    return person.same_as_id or person.pk


# ------------------------------------------------------------ split


def _split(by, operation, on):
    """Each branch is born with its members; nobody of the day is left out: who has no branch is «por decidir»."""
    branches = list(operation.branches.order_by("number"))
    for branch in branches:
        _bear(by, operation, branch, on)
    chosen = {row.membership_id: row for row in operation.allocations.select_related("branch__case__organization")}
    by_pk = {branch.pk: branch for branch in branches}
    joined = 0
    for row in operation.case.organization.memberships.in_force(on).order_by("pk"):
        place = chosen.get(row.pk) or Allocation(operation=operation, membership=row)
        if place.branch_id:
            place.made = _join(by_pk[place.branch_id].case.organization, row, on)
            _end(row, on, LeaveReason.SPLIT)
            joined += 1
        else:  # she stays on the list of the origin for thirty days, and then has left it with that reason
            _end(row, on + timedelta(days=UNDECIDED_DAYS), LeaveReason.UNDECIDED)
        place.applied = True
        place.save()
    return {"cases": [branch.case for branch in branches], "joined": joined}


def _bear(by, operation, branch, on):
    origin = operation.case.organization
    fields = {name: getattr(origin, name) for name in ("trade", "commune", "sector")}
    group = organizations.create_group(by=by, incubator=operation.case.incubator, on=on, name=branch.name, **fields)
    branch.case = advancement.open_case(
        by=by, organization=group, incubator=operation.case.incubator, on=on, source=operation.case.source
    )
    branch.save(update_fields=["case"])
    _line(operation, branch.case, on)


# ------------------------------------------------------------ both


def _join(group, row, on):
    made = Membership(organization=group, person_id=row.person_id, since=on, role=row.role)
    made.full_clean()
    made.save()
    return made


def _end(row, on, reason):
    row.until, row.leave_reason = on, reason
    row.save(update_fields=["until", "leave_reason"])


def _open_terms(case):
    terms = Representation.objects.filter(organization=case.organization_id, until__isnull=True)
    return list(terms.order_by("pk").values_list("pk", flat=True))


def _end_terms(operation, on):
    for term in Representation.objects.filter(pk__in=operation.ended_terms):
        term.until = max(on, term.since)
        term.save(update_fields=["until"])


def _line(operation, target, on):
    """The lineage to one case, with what the origin itself saw: so one step is always enough to read."""
    origin = operation.case
    lines = [Lineage(operation=operation, from_case=origin, to_case=target, kind=operation.kind, on=on)]
    seen = set(Lineage.objects.live().filter(to_case=target).values_list("from_case_id", flat=True)) | {target.pk}
    for line in Lineage.objects.live().filter(to_case=origin).order_by("pk"):
        if line.from_case_id not in seen:
            seen.add(line.from_case_id)
            carried = Lineage(operation=operation, from_case_id=line.from_case_id, to_case=target, carried=True)
            carried.kind, carried.on = line.kind, line.on
            lines.append(carried)
    Lineage.objects.bulk_create(lines)


def _move_stages(by, operation, on):
    merged = operation.kind == OperationKind.MERGE
    step = {"by": by, "on": on, "operation": operation}
    why = CloseReason.MERGED if merged else CloseReason.SPLIT
    advancement.advance_by_operation(case=operation.case, verb=Verb.CLOSE, close_reason=why, **step)
    for branch in operation.branches.exclude(stage=Stage.CENSUS).select_related("case").order_by("number"):
        if branch.case_id:
            advancement.advance_by_operation(case=branch.case, verb=Verb.INHERIT, to=branch.stage, **step)
