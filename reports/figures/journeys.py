"""Groups along the stages: how they stood on a day, and every step of a month."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date, timedelta

from cases.enums import Stage, Verb
from cases.models import Case, StageChange
from incubator.enums import MembershipRole
from incubator.models import Membership
from reports.figures.records import Group, Move, StageCount


def histories(incubator) -> dict[int, list[Move]]:
    """Case → its steps as known now. A correction and the step it undoes are both left out."""
    rows = StageChange.objects.filter(case__incubator=incubator, case__annulled_at__isnull=True)
    found: dict[int, list[Move]] = defaultdict(list)
    for row in rows.order_by("case_id", "number"):
        steps = found[row.case_id]
        if row.verb == Verb.CORRECT and steps:
            steps.pop()
        else:
            steps.append(Move(row.case_id, row.number, row.from_stage, row.to_stage, row.effective_on.isoformat()))
    return found


def standing(steps: dict[int, list[Move]], day: date) -> dict[int, str]:
    """Case → its stage at the end of that day; cases that did not exist yet are not in it."""
    found = {}
    for case, moves in steps.items():
        until = [move for move in moves if move.on <= day.isoformat()]
        if until:
            found[case] = until[-1].to_stage
    return found


def between(steps: dict[int, list[Move]], months: Iterable[str]) -> list[Move]:
    """The steps of these months («2021-06»), by case and number."""
    wanted = set(months)
    return sorted(
        (move for moves in steps.values() for move in moves if move.on[:7] in wanted),
        key=lambda move: (move.on, move.case, move.number),
    )


def count(steps, month, known: Iterable[Move], recount: Iterable[Move]) -> tuple[StageCount, ...]:
    """Every stage: opening + entered − left = closing; and arrivals, sealed and adjusted."""
    opening = Counter(standing(steps, month.first - timedelta(days=1)).values())
    closing = Counter(standing(steps, month.last).values())
    moves = between(steps, [str(month)])
    entered = Counter(move.to_stage for move in moves)
    left = Counter(move.from_stage for move in moves)
    before = Counter(move.to_stage for move in known)
    again = Counter(move.to_stage for move in recount)
    return tuple(
        StageCount(
            stage=stage.value,
            opening=opening[stage],
            entered=entered[stage],
            left=left[stage],
            closing=closing[stage],
            arrivals_before=before[stage],
            arrivals_adjusted=again[stage] - before[stage],
        )
        for stage in Stage
    )


def groups(incubator, stages: dict[int, str], last: date) -> tuple[Group, ...]:
    """Every case known by that day, with its members then, in the order of names."""
    cases = Case.objects.filter(incubator=incubator, annulled_at__isnull=True).select_related(
        "organization", "incubator"
    )
    members = Counter(
        Membership.objects.in_force(last)
        .filter(organization__cases__in=list(stages), role=MembershipRole.MEMBER)
        .order_by("id")
        .values_list("organization__cases", flat=True)
    )
    return tuple(
        Group(case.pk, case.code, case.organization.name, stages.get(case.pk, ""), members[case.pk])
        for case in cases.order_by("organization__sort_key", "id")
    )
