"""Two groups become one: who goes where, what closes, what each keeps."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from cases import lineage as reading
from cases.enums import OperationState, Stage
from cases.services import lineage
from incubator.enums import LeaveReason, Role
from incubator.models import Membership
from incubator.requirements import Refused
from tests.factories import user_with
from tests.factories.cases import session_of
from tests.lineage import scene
from tests.lineage.scene import DAY

pytestmark = pytest.mark.django_db
EVE = DAY - timedelta(days=1)


def test_one_survives_with_its_case_and_stage_and_the_other_closes():
    survivor, absorbed = scene.two_groups(Stage.TRAINING, Stage.SELECTION)
    operation = scene.merged(survivor, absorbed)
    assert (operation.state, operation.number) == (OperationState.EXECUTED, 1)
    assert scene.fresh(survivor).stage == Stage.TRAINING
    closed = scene.fresh(absorbed)
    assert closed.stage == Stage.CLOSED
    last = closed.changes.order_by("-number").first()
    assert last.data == {"operation": operation.pk, "close_reason": "merged"}
    assert last.effective_on == DAY
    (line,) = reading.successors(closed)
    assert line.to_case_id == survivor.pk
    assert survivor.organization.cases.count() == absorbed.organization.cases.count() == 1  # no case is born


def test_every_member_is_in_the_survivor_once_and_nobody_in_two_groups():
    survivor, absorbed = scene.two_groups()
    shared = scene.shared_member(survivor, absorbed, since=EVE)
    before = scene.names_on(survivor, EVE), scene.names_on(absorbed, EVE)
    scene.merged(survivor, absorbed)
    assert scene.names_on(survivor, EVE) == before[0]
    assert scene.names_on(absorbed, EVE) == before[1]
    assert scene.names_on(survivor, DAY) == before[0] | before[1]
    assert scene.names_on(absorbed, DAY) == set()
    hers = Membership.objects.filter(person=shared.person, organization=survivor.organization)
    assert [row.since for row in hers] == [EVE]  # she keeps what she had, never a second one
    newcomers = survivor.organization.memberships.filter(since=DAY)
    assert newcomers.count() == 4
    assert set(absorbed.organization.memberships.values_list("leave_reason", flat=True)) == {LeaveReason.MERGED}


def test_the_representative_stays_the_survivors():
    survivor, absorbed = scene.two_groups()
    speaks = survivor.organization.representations.in_force(EVE).get()
    scene.merged(survivor, absorbed)
    assert survivor.organization.representations.in_force(DAY).get() == speaks
    assert not absorbed.organization.representations.in_force(DAY).exists()


def test_one_person_written_down_twice_is_one_member():
    survivor, absorbed = scene.two_groups()
    twin = absorbed.organization.members_on(EVE).last().person
    kept = survivor.organization.members_on(EVE).first().person
    twin.same_as = kept
    twin.save(update_fields=["same_as"])
    scene.merged(survivor, absorbed)
    assert not survivor.organization.memberships.filter(person=twin).exists()


def test_sessions_of_both_count_for_the_survivor_and_a_joint_one_once():
    from cases.models import SessionCase

    survivor, absorbed = scene.two_groups()
    by = scene.boss()
    mine = session_of(survivor, by, EVE)
    session_of(absorbed, by, EVE - timedelta(days=1))
    SessionCase.objects.create(session=mine.session, case=absorbed, minutes=90)
    scene.merged(survivor, absorbed)
    assert reading.sessions_held(survivor, DAY) == 2
    (former,) = reading.formers(survivor)
    assert former.words == "de Telares del Sol hasta el 09-06-2021"


def test_what_is_dated_from_its_day_on_is_not_seen_through_it():
    survivor, absorbed = scene.two_groups()
    session_of(absorbed, scene.boss(), DAY)
    scene.merged(survivor, absorbed)
    assert reading.sessions_held(survivor, scene.TODAY) == 0


def test_whoever_proposed_it_does_not_do_it():
    operation = scene.proposed_merge(*scene.two_groups())
    with pytest.raises(Refused, match="Quien lo propuso"):
        lineage.execute(by=scene.boss(), operation=operation, on=DAY)


@pytest.mark.parametrize("role", [Role.OFFICER_DISABILITY, Role.OFFICER_DEVELOPMENT])
def test_an_officer_neither_proposes_nor_does(role):
    survivor, absorbed = scene.two_groups()
    officer = user_with(role, at=scene.place())
    operation = scene.proposed_merge(survivor, absorbed)
    with pytest.raises(PermissionDenied):
        lineage.execute(by=officer, operation=operation, on=DAY)
    with pytest.raises(PermissionDenied):
        lineage.propose_merge(
            by=officer, case=absorbed, survivor=survivor, on=DAY, reason="x", evidence=operation.evidence
        )


def test_it_is_not_done_before_something_already_dated():
    survivor, absorbed = scene.two_groups()
    session_of(absorbed, scene.boss(), DAY + timedelta(days=2))
    operation = scene.proposed_merge(survivor, absorbed)
    with pytest.raises(Refused, match="Hay sesiones"):
        lineage.execute(by=scene.deputy(), operation=operation, on=DAY)
    with pytest.raises(Refused, match="posterior a hoy"):
        lineage.execute(by=scene.deputy(), operation=operation, on=scene.TODAY + timedelta(days=1))
    lineage.execute(by=scene.deputy(), operation=operation, on=DAY + timedelta(days=3))


def test_a_proposal_withdrawn_is_not_done_and_leaves_the_groups_free():
    survivor, absorbed = scene.two_groups()
    operation = scene.proposed_merge(survivor, absorbed)
    with pytest.raises(Refused, match="Ya hay una propuesta"):
        scene.proposed_merge(absorbed, survivor)
    lineage.withdraw(by=scene.boss(), operation=operation, on=scene.TODAY)
    with pytest.raises(Refused, match="retirada"):
        lineage.execute(by=scene.deputy(), operation=operation, on=DAY)
    scene.merged(survivor, absorbed)


def test_a_chain_of_merges_is_seen_whole_and_each_up_to_its_day():
    survivor, first = scene.two_groups()
    from tests.factories import case_in

    third = case_in(Stage.TRAINING, name="Cocina Ñuke", members=5)
    session_of(third, scene.boss(), EVE)
    scene.merged(first, third)
    scene.merged(survivor, first, on=DAY + timedelta(days=3))
    assert {former.case_id for former in reading.formers(survivor)} == {first.pk, third.pk}
    assert reading.sessions_held(survivor, scene.TODAY) == 1
