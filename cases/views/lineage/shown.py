"""What a group's own pages say of its lineage: where it came from, where it went, and what waits."""

from django.db.models import Q

from cases import lineage
from cases.enums import CloseReason, OperationState
from cases.models import Allocation, Operation
from incubator.navigation import door


def of_page(user, case, formers, last_change) -> dict:
    """Where it came from, where it went, the proposal that waits, and the doors to propose another."""
    closed_by = last_change.data.get("close_reason") if last_change else ""
    went = closed_by in (CloseReason.MERGED, CloseReason.SPLIT)
    merge = door(user, "merge_propose", case, case.organization_id) if case.is_open else ""
    return {
        "formers": formers,
        "successors": lineage.successors(case) if went else [],
        "proposal": _waiting(case) if merge else None,
        "merge": merge,
        "split": door(user, "split_propose", case, case.organization_id) if case.is_open else "",
    }


def _waiting(case):
    rows = Operation.objects.filter(Q(case=case) | Q(survivor=case), state=OperationState.PROPOSED)
    return rows.order_by("-pk").first()


def came_from(case, formers) -> dict[int, str]:
    """Person → the older membership she brought, in words: read through the lineage, never rewritten."""
    if not formers:
        return {}
    rows = Allocation.objects.filter(
        membership__organization__in=[former.organization_id for former in formers],
        operation__state=OperationState.EXECUTED,
        applied=True,
    ).select_related("membership__organization")
    return {
        row.membership.person_id: f"en {row.membership.organization.name} desde el {row.membership.since:%d-%m-%Y}"
        for row in rows.order_by("-membership__since", "pk")
    }
