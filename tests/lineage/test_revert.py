"""Undoing a merge or a split: what reads as before, what stays, and what blocks it."""

from datetime import time, timedelta

import pytest

from cases.enums import LegalEventKind, OperationState, Stage, Verb
from cases.models import SessionCase
from cases.services import advancement, facts, lineage, sessions
from incubator import calendars
from incubator.enums import AttendanceMark, LeaveReason, MeetingKind
from incubator.models import Meeting, Membership
from incubator.requirements import Refused
from incubator.services import meetings
from tests.factories import case_in
from tests.factories.cases import evidence
from tests.lineage import scene
from tests.lineage.scene import DAY, TODAY

pytestmark = pytest.mark.django_db
LATER = DAY + timedelta(days=4)


def _session(case, people, on=LATER):
    return sessions.log(
        by=scene.boss(), cases=[case], held_on=on, starts_at=time(10), ends_at=time(11, 30), topic="Costos",
        marks=dict.fromkeys(people, AttendanceMark.PRESENT),
    )  # fmt: skip


def test_the_closed_case_returns_to_the_stage_it_left_with_its_members():
    survivor, absorbed = scene.two_groups(Stage.TRAINING, Stage.SELECTION)
    before = scene.names_on(absorbed, DAY), scene.names_on(survivor, DAY)
    speaks = absorbed.organization.representations.in_force(DAY).get()
    operation = scene.reverted(scene.merged(survivor, absorbed))
    back = scene.fresh(absorbed)
    assert (operation.state, back.stage) == (OperationState.REVERTED, Stage.SELECTION)
    last = back.changes.order_by("-number").first()
    assert (last.verb, last.from_stage, last.effective_on) == (Verb.REVERT, Stage.CLOSED, TODAY)
    assert (scene.names_on(absorbed, TODAY), scene.names_on(survivor, TODAY)) == before
    assert absorbed.organization.representations.in_force(TODAY).get() == speaks
    assert scene.fresh(survivor).stage == Stage.TRAINING


def test_what_the_merge_made_is_annulled_and_never_deleted():
    survivor, absorbed = scene.two_groups()
    operation = scene.merged(survivor, absorbed)
    made = list(survivor.organization.memberships.filter(since=DAY).values_list("pk", flat=True))
    scene.reverted(operation)
    rows = Membership.objects.filter(pk__in=made)
    assert len(made) == rows.filter(annulled_at__isnull=False).count() == 5


def test_a_membership_that_somebody_used_ends_that_day_and_stays():
    survivor, absorbed = scene.two_groups()
    her = absorbed.organization.members_on(DAY).first().person_id
    operation = scene.merged(survivor, absorbed)
    _session(survivor, [her])
    scene.reverted(operation)
    kept = survivor.organization.memberships.get(person=her)
    assert (kept.annulled_at, kept.until, kept.leave_reason) == (None, TODAY, LeaveReason.REVERTED)
    assert her in scene.names_on(survivor, LATER)
    assert her not in scene.names_on(survivor, TODAY)


def test_it_takes_two_people_and_thirty_days():
    operation = scene.merged(*scene.two_groups())
    assert f"{operation.last_day:%d-%m-%Y}" == "20-07-2021"
    with pytest.raises(Refused, match="Primero una persona"):
        lineage.revert(by=scene.deputy(), operation=operation, on=TODAY)
    lineage.ask_to_revert(by=scene.boss(), operation=operation, on=TODAY, reason="Se arrepintieron.")
    with pytest.raises(Refused, match="Quien pidió deshacerlo"):
        lineage.revert(by=scene.boss(), operation=operation, on=TODAY)
    late = operation.last_day + timedelta(days=1)
    with calendars.travel(late), pytest.raises(Refused, match="venció el 20-07-2021"):
        lineage.revert(by=scene.deputy(), operation=operation, on=late)
    with calendars.travel(operation.last_day):
        lineage.revert(by=scene.deputy(), operation=operation, on=operation.last_day)


def test_the_ask_may_be_dropped():
    operation = scene.merged(*scene.two_groups())
    lineage.ask_to_revert(by=scene.boss(), operation=operation, on=TODAY, reason="x")
    lineage.drop_the_ask(by=scene.deputy(), operation=operation, on=TODAY)
    with pytest.raises(Refused, match="Primero una persona"):
        lineage.revert(by=scene.deputy(), operation=operation, on=TODAY)


def test_the_newest_goes_first():
    survivor, absorbed = scene.two_groups()
    third = case_in(Stage.TRAINING, name="Cocina Ñuke")
    first = scene.merged(survivor, absorbed)
    second = scene.merged(third, survivor, on=LATER)
    with pytest.raises(Refused, match="deshaga primero esa"):
        scene.reverted(first)
    scene.reverted(second)
    scene.reverted(first)
    assert scene.fresh(absorbed).stage == scene.fresh(survivor).stage == Stage.TRAINING


def test_a_deed_of_the_successor_ends_it():
    survivor, absorbed = scene.two_groups(Stage.FORMALIZATION, Stage.TRAINING)
    operation = scene.merged(survivor, absorbed)
    by = scene.boss()
    facts.record_legal_act(
        by=by, case=survivor, on=LATER, kind=LegalEventKind.DEED, evidence=evidence(by, scene.place())
    )
    with pytest.raises(Refused, match="Hay una escritura pública"):
        scene.reverted(operation)


def test_a_group_that_came_back_meanwhile_is_not_given_a_second_open_case():
    survivor, absorbed = scene.two_groups()
    operation = scene.merged(survivor, absorbed)
    advancement.open_case(
        by=scene.boss(), organization=absorbed.organization, incubator=scene.place(), on=LATER, previous=absorbed
    )
    with pytest.raises(Refused, match="otro caso abierto"):
        scene.reverted(operation)


def test_the_branches_of_a_split_close_and_their_rows_stay():
    case = case_in(Stage.TRAINING, name="Telares del Sol")
    everyone = scene.names_on(case, DAY)
    rows = list(case.organization.memberships.order_by("pk"))
    operation = scene.split(case, [("A", Stage.TRAINING), ("B", Stage.CALL)], {rows[0].pk: 0, rows[1].pk: 1})
    first, second = (branch.case for branch in operation.branches.order_by("number"))
    _session(first, scene.names_on(first, LATER))
    scene.reverted(operation)
    assert scene.fresh(case).stage == Stage.TRAINING
    assert scene.names_on(case, TODAY) == everyone
    for branch in (first, second):
        closed = scene.fresh(branch)
        assert closed.stage == Stage.CLOSED
        assert closed.changes.order_by("-number").first().data["close_reason"] == "reverted"
        assert scene.names_on(branch, TODAY) == set()
    assert SessionCase.objects.valid().filter(case=first).count() == 1
    assert Verb.REOPEN not in advancement.next_verbs(scene.fresh(first))


def test_what_was_written_since_is_listed_and_nothing_of_before():
    survivor, absorbed = scene.two_groups()
    _session(survivor, [], on=DAY - timedelta(days=1))
    operation = scene.merged(survivor, absorbed)
    assert not lineage.recorded_since(operation).exists()
    _session(survivor, [])
    meetings.log_contact(
        by=scene.boss(), organization=survivor.organization, made_on=LATER, channel="phone", reached=True, note=""
    )
    listed = list(lineage.recorded_since(operation).values_list("verb", flat=True))
    assert listed == ["contact_logged", "session_logged"]
    scene.reverted(operation)
    assert list(lineage.recorded_since(operation).values_list("verb", flat=True)) == listed


def test_a_session_of_people_of_both_becomes_a_joint_one_and_its_hours_count_once():
    survivor, absorbed = scene.two_groups()
    hers, theirs = scene.names_on(absorbed, DAY), scene.names_on(survivor, DAY)
    operation = scene.merged(survivor, absorbed)
    session = _session(survivor, hers | theirs)
    alone = _session(survivor, theirs, on=LATER + timedelta(days=1))
    assert not lineage.attended_by_both(operation).exists()  # while they are one, it is one group's session
    operation = scene.reverted(operation)
    assert [part.session_id for part in lineage.attended_by_both(operation)] == [session.pk]
    hours = Meeting.objects.valid().minutes()
    lineage.make_joint(by=scene.boss(), operation=operation, session=session, on=TODAY)
    meeting = Meeting.objects.get(pk=session.pk)
    assert meeting.kind == MeetingKind.JOINT_WORKSHOP
    assert set(session.parts.values_list("case_id", "minutes")) == {(survivor.pk, 90), (absorbed.pk, 90)}
    assert Meeting.objects.valid().minutes() == hours
    marked = dict(meeting.attendance.values_list("person_id", "organization_id"))
    assert {pk for pk, group in marked.items() if group == absorbed.organization_id} == hers
    assert {pk for pk, group in marked.items() if group == survivor.organization_id} == theirs
    assert meeting.versions.count() == 1
    assert not lineage.attended_by_both(operation).exists()
    with pytest.raises(Refused, match="ya es una sesión conjunta"):
        lineage.make_joint(by=scene.boss(), operation=operation, session=alone, on=TODAY)
