"""Groups along the stages: how they stood on a day, and every step of a month."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from cases import moves
from cases.enums import Stage, Verb
from cases.models import StageChange
from incubator.enums import MembershipRole
from incubator.models import Membership
from reports.figures.passing import Passing
from reports.figures.records import Group, Move, StageCount


@dataclass(frozen=True)
class Stays:
    """What an incubator counts: the steps dated while it answered for each case, and the cases that came or went."""

    steps: dict[int, list[Move]]
    passings: list[Passing]


def histories(incubator) -> Stays:
    """Each case's steps as known now, on the days this incubator answered for it (docs/adr/0013).

    A correction and the step it undoes are both left out.
    """
    ranges = moves.ranges_in(incubator)
    whole = _whole(ranges)
    steps, passings = defaultdict(list), []
    for case, stays in ranges.items():
        for stay in stays:
            if stay.until is not None and stay.until <= stay.since:
                continue
            steps[case] += [move for move in whole[case] if _falls(move, stay)]
            if stay.transfer_id is not None:
                passings.append(Passing(case, _stage_before(whole[case], stay.since), stay.since.isoformat(), True))
            if stay.until is not None:
                passings.append(Passing(case, _stage_before(whole[case], stay.until), stay.until.isoformat(), False))
    return Stays(steps, sorted(passings, key=lambda passing: (passing.on, passing.case, passing.arrived)))


def _whole(case_ids) -> dict[int, list[Move]]:
    """Case → its whole history as known now, whoever answered for it."""
    found: dict[int, list[Move]] = defaultdict(list)
    for row in StageChange.objects.filter(case_id__in=list(case_ids)).order_by("case_id", "number"):
        steps = found[row.case_id]
        if row.verb == Verb.CORRECT and steps:
            steps.pop()
        else:
            steps.append(Move(row.case_id, row.number, row.from_stage, row.to_stage, row.effective_on.isoformat()))
    return found


def _falls(move, stay) -> bool:
    """Whether a step is of this stay: its day counts, not who recorded it. The first stay has what came before it."""
    starts = stay.transfer_id is None or move.on >= stay.since.isoformat()
    return starts and (stay.until is None or move.on < stay.until.isoformat())


def _stage_before(steps, day: date) -> str:
    """The stage a case had when a day began."""
    earlier = [move for move in steps if move.on < day.isoformat()]
    return earlier[-1].to_stage if earlier else (steps[0].to_stage if steps else "")


def standing(stays: Stays, day: date) -> dict[int, str]:
    """Case → its stage at the end of that day; cases not yet here, or no longer, are not in it."""
    limit = day.isoformat()
    found = {}
    for case, steps in stays.steps.items():
        until = [(move.on, 1, move.number, move.to_stage) for move in steps if move.on <= limit]
        until += [
            (one.on, 0 if one.arrived else 2, 0, one.stage if one.arrived else "")
            for one in stays.passings
            if one.case == case and one.on <= limit
        ]
        last = max(until, default=None)
        if last is not None and last[3]:
            found[case] = last[3]
    return found


def between(stays: Stays, months: Iterable[str]) -> list[Move]:
    """The steps of these months («2021-06»), by case and number."""
    wanted = set(months)
    return sorted(
        (move for steps in stays.steps.values() for move in steps if move.on[:7] in wanted),
        key=lambda move: (move.on, move.case, move.number),
    )


def passings(stays: Stays, month) -> tuple[Passing, ...]:
    """The cases that came or went in a month."""
    return tuple(one for one in stays.passings if one.on[:7] == str(month))


def count(stays: Stays, month, known: Iterable[Move], recount: Iterable[Move]) -> tuple[StageCount, ...]:
    """Every stage: opening + entered + came − left − went = closing; and arrivals, sealed and adjusted."""
    opening = Counter(standing(stays, month.first - timedelta(days=1)).values())
    closing = Counter(standing(stays, month.last).values())
    steps = between(stays, [str(month)])
    entered = Counter(move.to_stage for move in steps)
    left = Counter(move.from_stage for move in steps)
    passed = passings(stays, month)
    came = Counter(one.stage for one in passed if one.arrived)
    went = Counter(one.stage for one in passed if not one.arrived)
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
            transferred_in=came[stage],
            transferred_out=went[stage],
        )
        for stage in Stage
    )


def groups(incubator, stages: dict[int, str], last: date) -> tuple[Group, ...]:
    """Every case it answers for or once did, with its members then, in the order of names."""
    cases = moves.cases_ever_in(incubator).select_related("organization", "incubator", "born_in")
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
