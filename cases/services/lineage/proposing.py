"""Propose a merge or a split with the agreement of the groups, and withdraw what was not done."""

from django.db import transaction

from cases.enums import OPEN, OperationKind, OperationState
from cases.models import Allocation, Branch, Case, Operation
from cases.rules import lineage as rules
from incubator import access, calendars, journal
from incubator.access import Permission
from incubator.models import Incubator, Organization
from incubator.requirements import Attempt, Refused, blockers, findings
from incubator.text import fold

#: A group divides into at least two.
FEWEST_BRANCHES = 2


def findings_for(case, kind, *, by, on, survivor=None, operation=None):
    """Every rule of a merge or a split with its answer, met or not; with the operation, those of doing it too."""
    asked = rules.BEFORE_MERGE if kind == OperationKind.MERGE else rules.BEFORE_SPLIT
    if operation is not None:
        asked = (*asked, *rules.ON_EXECUTION)
    return findings(asked, Attempt(case, kind, by, on, {"survivor": survivor, "operation": operation}))


@transaction.atomic
def propose_merge(*, by, case, survivor, on, reason, evidence):
    """The case joins the survivor, which keeps its case and stage. Nothing moves until somebody else does it."""
    access.require(by, Permission.DECIDE, case)
    access.require(by, Permission.DECIDE, survivor)
    if case.pk == survivor.pk or case.organization_id == survivor.organization_id:
        raise Refused("Elija otro grupo: uno no se une consigo mismo.")
    held = _lock(case, survivor)
    _refuse(rules.BEFORE_MERGE, Attempt(held[0], OperationKind.MERGE, by, on, {"survivor": held[1]}))
    return _propose(by, OperationKind.MERGE, held[0], on, reason, evidence, survivor=held[1])


@transaction.atomic
def propose_split(*, by, case, branches, on, reason, evidence, places=None):
    """The case divides into branches [(name, stage)]; places {membership_id: branch index, or None: «por decidir»}."""
    access.require(by, Permission.DECIDE, case)
    (held,) = _lock(case)
    _refuse(rules.BEFORE_SPLIT, Attempt(held, OperationKind.SPLIT, by, on))
    _check_branches(held, branches)
    operation = _propose(by, OperationKind.SPLIT, held, on, reason, evidence)
    made = [
        Branch.objects.create(operation=operation, number=number, name=name.strip(), stage=stage)
        for number, (name, stage) in enumerate(branches, start=1)
    ]
    members = {row.pk: row for row in held.organization.memberships.in_force(on)}
    if set(places or {}) - set(members):
        raise Refused("Los integrantes del grupo cambiaron mientras tanto: revise a quién pone en cada grupo.")
    for pk, row in members.items():
        place = (places or {}).get(pk)
        Allocation.objects.create(operation=operation, membership=row, branch=None if place is None else made[place])
    return operation


@transaction.atomic
def withdraw(*, by, operation, on):
    """A proposal that will not be done: it stays on record."""
    access.require(by, Permission.DECIDE, operation.case)
    operation = Operation.objects.select_for_update(of=("self",)).get(pk=operation.pk)
    if operation.state != OperationState.PROPOSED:
        raise Refused(f"Esta propuesta ya está {operation.get_state_display().lower()}.")
    operation.state, operation.withdrawn_by, operation.withdrawn_at = OperationState.WITHDRAWN, by, calendars.now()
    operation.save(update_fields=["state", "withdrawn_by", "withdrawn_at"])
    tell(by, "operation_withdrawn", on, operation)
    return operation


def tell(by, verb, on, operation, cases=(), **codes):
    """One entry of the journal for each group that takes part."""
    groups = {case.organization_id: case.organization for case in (operation.case, operation.survivor, *cases) if case}
    for group in groups.values():
        journal.record(by, verb, on, subject=operation, organization=group, kind=operation.kind, **codes)


def _lock(*cases):
    """The cases held for this act, always in the order of their ids; in the order asked."""
    rows = Case.objects.select_for_update(of=("self",)).select_related("organization", "incubator")
    held = {row.pk: row for row in rows.filter(pk__in=[case.pk for case in cases]).order_by("pk")}
    return [held[case.pk] for case in cases]


def _refuse(asked, attempt):
    blocked = blockers(asked, attempt)
    if blocked:
        raise Refused(*blocked)


def _check_branches(case, branches):
    names = [fold(name) for name, _ in branches]
    if len(branches) < FEWEST_BRANCHES or not all(names):
        raise Refused("Escriba el nombre de dos grupos o más.")
    if len(set(names)) != len(names):
        raise Refused("Dos de los grupos nuevos tienen el mismo nombre.")
    known = Organization.objects.current().filter(incubator=case.incubator_id, name_folded__in=names)
    if taken := known.first():
        raise Refused(f"Ya hay un grupo llamado «{taken.name}» en la incubadora: elija otro nombre.")
    furthest = OPEN.index(rules.furthest_stage(case))
    if any(stage not in OPEN or OPEN.index(stage) > furthest for _, stage in branches):
        raise Refused(f"Un grupo nuevo llega a lo más a {rules.furthest_stage(case).label}.")


def _propose(by, kind, case, on, reason, evidence, survivor=None):
    if not reason.strip():
        raise Refused("Escriba el motivo.")
    if evidence is None or evidence.incubator_id != case.incubator_id:
        raise Refused("Adjunte el acuerdo firmado de los grupos.")
    waiting = [case.pk] + ([survivor.pk] if survivor else [])
    others = Operation.objects.filter(state=OperationState.PROPOSED)
    if (others.filter(case__in=waiting) | others.filter(survivor__in=waiting)).exists():
        raise Refused("Ya hay una propuesta con ese grupo: retírela, o espere a que se haga.")
    Incubator.objects.select_for_update(of=("self",)).get(pk=case.incubator_id)
    last = Operation.objects.filter(incubator=case.incubator_id).order_by("-number").first()
    operation = Operation.objects.create(
        incubator_id=case.incubator_id,
        number=(last.number if last else 0) + 1,
        kind=kind,
        case=case,
        survivor=survivor,
        reason=reason.strip()[:500],
        evidence=evidence,
        proposed_by=by,
        proposed_at=calendars.now(),
    )
    tell(by, "operation_proposed", on, operation)
    return operation
