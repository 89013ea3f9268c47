"""Meetings to come: their supports are proposed in total, booked, and carried into the session that is held."""

from datetime import date, time, timedelta

import pytest
from django.core.exceptions import PermissionDenied

from cases.services import sessions
from incubator import calendars, causes
from incubator.enums import Role
from incubator.models import JournalEntry, PlannedMeeting, ReadingLog
from incubator.purposes import PlannedState
from incubator.requirements import Refused
from incubator.services import planning
from tests import factories
from tests.planning.conftest import THURSDAY, TODAY

pytestmark = pytest.mark.django_db


def rows_of(planned):
    return {row.kind: row.requested for row in planned.supports.all()}


def booked(planned, by, **said):
    rows = [
        {"kind": row.kind, "requested": row.requested, "provider": "Asociación de Sordos", "booked_on": TODAY}
        | {"cost": 60000}
        | said
        for row in planned.supports.all()
    ]
    return planning.change(by=by, planned=planned, supports=rows)


def test_its_supports_are_those_the_members_ask_for_in_total(plan, asked):
    assert rows_of(plan()) == {"sign_language": 2, "transport": 1}


def test_a_request_added_by_hand_joins_those_of_the_same_kind(plan, asked):
    rows = [{"kind": "care", "requested": 1}, {"kind": "care", "requested": 2}]
    assert rows_of(plan(supports=rows)) == {"care": 3}


def test_it_is_of_a_day_to_come_with_its_hours_the_right_way_round(plan):
    with pytest.raises(Refused, match="ya pasó"):
        plan(planned_on=TODAY - timedelta(days=1))
    with pytest.raises(Refused, match="hora de término"):
        plan(ends_at=time(9))


def test_a_confirmed_support_says_who_gives_it(plan, asked, officer):
    planned = plan()
    with pytest.raises(Refused, match="Diga quién da"):
        booked(planned, officer, provider="")
    assert planning.unbooked(PlannedMeeting.objects.get()) != []
    assert planning.unbooked(booked(planned, officer)) == []


def test_only_whoever_logs_sessions_with_all_its_groups_changes_it(plan, case):
    planned = plan()
    stranger = factories.user_with(Role.ADVISOR, at=factories.agreement())
    certifier = factories.user_with(Role.CERTIFYING_OFFICER, at=case.incubator)
    for by in (stranger, certifier):
        with pytest.raises(PermissionDenied):
            planning.cancel(by=by, planned=planned, reason="No se puede")
    assert planned not in PlannedMeeting.objects.visible_to(stranger)
    assert planned in PlannedMeeting.objects.visible_to(certifier)


def test_suspending_asks_why_and_closes_it(plan, officer):
    planned = plan()
    with pytest.raises(Refused, match="por qué"):
        planning.cancel(by=officer, planned=planned, reason=" ")
    planning.cancel(by=officer, planned=planned, reason="Paro de locomoción")
    planned.refresh_from_db()
    assert planned.state == PlannedState.CANCELLED
    with pytest.raises(Refused, match="ya se realizó o se suspendió"):
        planning.change(by=officer, planned=planned, topic="Otro")


def test_the_session_takes_its_supports_and_the_plan_is_held(plan, asked, officer, case):
    planned = booked(plan(), officer)
    with calendars.travel("2021-06-17T18:00"):
        session = sessions.log_planned(
            by=officer, planned=planned, cases=[case], held_on=THURSDAY, starts_at=time(10), ends_at=time(12),
            topic="Costos", supports=planning.supports_for(planned),
        )  # fmt: skip
    planned.refresh_from_db()
    assert planned.state == PlannedState.HELD
    assert planned.meeting == session.meeting
    held = {row.kind: (row.requested, row.given, row.cost) for row in session.meeting.supports.all()}
    assert held == {"sign_language": (2, 2, 60000), "transport": (1, 1, 60000)}


def test_a_support_nobody_confirmed_is_not_proposed_as_given(plan, asked):
    assert all(row["given"] is None for row in planning.supports_for(plan()))


def test_a_session_of_another_group_does_not_hold_it(plan, officer):
    planned, other = plan(), factories.case_in()
    session = sessions.log(
        by=officer, cases=[other], held_on=TODAY, starts_at=time(8), ends_at=time(9), topic="Otra cosa"
    )
    with pytest.raises(Refused, match="ninguno de los grupos"):
        planning.mark_held(by=officer, planned=planned, meeting=session.meeting)


def test_who_asks_for_what_is_read_apart_and_logged(plan, asked, officer):
    found = planning.asked_by(by=officer, planned=plan())
    assert {person.pk: sorted(need.kind for need in needs) for person, needs in found.items()} == {
        asked[0].pk: ["sign_language"],
        asked[1].pk: ["sign_language", "transport"],
    }
    assert ReadingLog.objects.filter(purpose="planning").count() == 1
    certifier = factories.user_with(Role.CERTIFYING_OFFICER, at=asked[0].incubator)
    with pytest.raises(PermissionDenied):
        planning.asked_by(by=certifier, planned=PlannedMeeting.objects.get())


def keys_of(user, day=TODAY):
    return {task.key.split(":")[0]: task for task in causes.tasks(user, day)}


def test_supports_not_confirmed_in_time_are_a_cause_of_whoever_conducts_it(plan, asked, officer):
    planned = plan()
    task = keys_of(officer)["supports_to_book"]
    assert task.is_of(officer)
    assert task.due_on == THURSDAY
    booked(planned, officer)
    assert "supports_to_book" not in keys_of(officer)


def test_far_from_its_day_it_asks_for_nothing(plan, asked, officer):
    plan(planned_on=TODAY + timedelta(days=20))
    assert "supports_to_book" not in keys_of(officer)


def test_a_meeting_whose_day_passed_asks_to_be_registered(plan, officer):
    plan()
    assert "plan_past" not in keys_of(officer)
    with calendars.travel("2021-06-18T10:00"):
        assert "plan_past" in keys_of(officer, date(2021, 6, 18))


def test_the_journal_of_the_group_says_it(plan, officer, case):
    planning.cancel(by=officer, planned=plan(), reason="Lluvia")
    verbs = set(JournalEntry.objects.filter(organization=case.organization).values_list("verb", flat=True))
    assert {"meeting_planned", "planned_meeting_cancelled"} <= verbs
