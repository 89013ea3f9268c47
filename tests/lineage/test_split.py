"""One group becomes several: where each member goes, what each new group takes, and who is still «por decidir»."""

from datetime import timedelta

import pytest

from cases import lineage as reading
from cases.enums import Stage, Verb
from cases.services import lineage
from incubator import calendars
from incubator.enums import LeaveReason
from incubator.requirements import Refused
from tests.factories import case_in, member
from tests.factories.cases import session_of
from tests.lineage import scene
from tests.lineage.scene import DAY

pytestmark = pytest.mark.django_db
EVE = DAY - timedelta(days=1)
TWO = [("Hilos del Sol", Stage.TRAINING), ("Telar Norte", Stage.SELECTION)]


def _origin(stage=Stage.TRAINING, members=5):
    return case_in(stage, name="Telares del Sol", members=members)


def _places(case, first=2, second=2):
    rows = list(case.organization.memberships.in_force(EVE).order_by("pk"))
    said = [0] * first + [1] * second
    return {row.pk: place for row, place in zip(rows, said, strict=False)}


def test_the_origin_closes_and_each_branch_is_born_at_the_census_and_moved_once():
    case = _origin()
    operation = scene.split(case, TWO, _places(case))
    assert scene.fresh(case).stage == Stage.CLOSED
    found = [branch.case for branch in operation.branches.order_by("number")]
    assert [one.stage for one in found] == [Stage.TRAINING, Stage.SELECTION]
    for one in found:
        verbs = list(one.changes.order_by("number").values_list("verb", "effective_on"))
        assert verbs == [(Verb.RECORD, DAY), (Verb.INHERIT, DAY)]
    assert [one.organization.name for one in found] == ["Hilos del Sol", "Telar Norte"]
    assert {line.to_case_id for line in reading.successors(scene.fresh(case))} == {one.pk for one in found}


def test_each_member_of_the_day_is_in_one_branch_or_undecided_and_branches_hold_nobody_else():
    case = _origin()
    everyone = scene.names_on(case, EVE)
    operation = scene.split(case, TWO, _places(case))
    first, second = (scene.names_on(branch.case, DAY) for branch in operation.branches.order_by("number"))
    waiting = {row.membership.person_id for row in lineage.undecided(operation, DAY)}
    assert (len(first), len(second), len(waiting)) == (2, 2, 1)
    assert first | second | waiting == everyone
    assert not first & second
    assert not (first | second) & waiting


def test_who_joined_after_the_proposal_is_undecided_and_nobody_is_left_out():
    case = _origin()
    by = scene.boss()
    operation = lineage.propose_split(
        by=by, case=case, branches=TWO, on=DAY, reason="x", evidence=scene.agreement(by), places=_places(case, 3, 2)
    )
    late = member(of=case.organization, since=DAY)
    lineage.execute(by=scene.deputy(), operation=operation, on=DAY)
    assert [row.membership_id for row in lineage.undecided(operation, DAY)] == [late.pk]


def test_an_undecided_member_has_thirty_days_and_then_has_left_with_that_reason():
    case = _origin()
    operation = scene.split(case, TWO, _places(case))
    (row,) = lineage.undecided(operation, DAY)
    last = DAY + timedelta(days=29)
    assert operation.decide_by == last
    assert scene.names_on(case, last) == {row.membership.person_id}
    assert scene.names_on(case, last + timedelta(days=1)) == set()
    assert row.membership.leave_reason == LeaveReason.UNDECIDED
    with calendars.travel(last + timedelta(days=1)), pytest.raises(Refused, match="El plazo para decidir terminó"):
        lineage.decide(by=scene.boss(), allocation=row, on=last + timedelta(days=1), branch=operation.branches.first())


def test_somebody_decides_and_she_is_in_one_group_from_that_day():
    case = _origin()
    operation = scene.split(case, TWO, _places(case))
    (row,) = lineage.undecided(operation, DAY)
    branch = operation.branches.order_by("number").last()
    lineage.decide(by=scene.boss(), allocation=row, on=scene.TODAY, branch=branch)
    assert row.membership.person_id in scene.names_on(branch.case, scene.TODAY)
    assert scene.names_on(case, scene.TODAY) == set()
    assert not lineage.undecided(operation, scene.TODAY).exists()
    with pytest.raises(Refused, match="ya tiene su grupo"):
        lineage.decide(by=scene.boss(), allocation=row, on=scene.TODAY, branch=branch)


def test_or_she_leaves_with_her_own_reason():
    case = _origin()
    operation = scene.split(case, TWO, _places(case))
    (row,) = lineage.undecided(operation, DAY)
    with pytest.raises(Refused, match="Elija a qué grupo"):
        lineage.decide(by=scene.boss(), allocation=row, on=scene.TODAY, reason=LeaveReason.UNDECIDED)
    lineage.decide(by=scene.boss(), allocation=row, on=scene.TODAY, reason=LeaveReason.JOB)
    row.membership.refresh_from_db()
    assert (row.membership.until, row.membership.leave_reason) == (scene.TODAY, LeaveReason.JOB)


def test_every_branch_sees_the_history_of_its_origin():
    case = _origin()
    session_of(case, scene.boss(), EVE)
    operation = scene.split(case, TWO, _places(case))
    for branch in operation.branches.select_related("case"):
        assert reading.sessions_held(branch.case, DAY) == 1


@pytest.mark.parametrize(
    ("stage", "furthest"), [(Stage.FORMALIZATION, Stage.BUSINESS), (Stage.SELECTION, Stage.SELECTION)]
)
def test_no_branch_goes_past_the_stage_its_origin_left(stage, furthest):
    case = _origin(stage)
    beyond = Stage.FORMALIZATION if furthest == Stage.BUSINESS else Stage.WAITING
    by = scene.boss()
    with pytest.raises(Refused, match="a lo más"):
        lineage.propose_split(
            by=by, case=case, branches=[("A", furthest), ("B", beyond)], on=DAY, reason="x",
            evidence=scene.agreement(by),
        )  # fmt: skip
    operation = scene.split(case, [("A", furthest), ("B", Stage.CALL)])
    assert [branch.case.stage for branch in operation.branches.order_by("number")] == [furthest, Stage.CALL]


@pytest.mark.parametrize(
    ("branches", "why"),
    [
        ([("A", Stage.CALL)], "dos grupos o más"),
        ([("A", Stage.CALL), (" ", Stage.CALL)], "dos grupos o más"),
        ([("Ñuke", Stage.CALL), ("ÑUKE", Stage.CALL)], "mismo nombre"),
        ([("Telares del Sol", Stage.CALL), ("B", Stage.CALL)], "Ya hay un grupo llamado"),
    ],
)
def test_names_are_asked_and_are_new(branches, why):
    case, by = _origin(), scene.boss()
    with pytest.raises(Refused, match=why):
        lineage.propose_split(by=by, case=case, branches=branches, on=DAY, reason="x", evidence=scene.agreement(by))
