"""Correcting keeps how it read; voiding keeps the row; hours are validated by somebody else."""

from datetime import date, time, timedelta

import pytest
from django.core.exceptions import PermissionDenied

from cases.models import SessionCase
from cases.services import sessions
from incubator.enums import AttendanceMark, LeaveReason, Role
from incubator.models import MeetingVersion
from incubator.requirements import Refused
from incubator.services import meetings, organizations
from tests.factories import agreement, case_in, user_with
from tests.factories.cases import coordinator_of, officer_of
from tests.sessions.stories import DAY, logged, marks_of

pytestmark = pytest.mark.django_db
WHY = "La hora estaba mal anotada."


def test_a_correction_keeps_the_former_content_and_the_reason():
    session = logged(commitments=[{"what": "Cotizar"}])
    meeting = sessions.correct(
        by=session.meeting.logged_by, session=session, reason=WHY, topic="Roles", ends_at=time(18), topics=["roles"]
    ).meeting
    assert (meeting.topic, meeting.minutes) == ("Roles", 180)
    kept = MeetingVersion.objects.get()
    assert (kept.number, kept.reason, kept.content["topic"], kept.content["minutes"]) == (
        1,
        WHY,
        "Costos y precio",
        120,
    )
    assert kept.content["commitments"] == [["Cotizar", "", None]]
    assert session.parts.get().minutes == 180


@pytest.mark.parametrize(
    ("change", "withdrawn"),
    [
        ({"ends_at": time(18)}, True),
        ({"held_on": DAY - timedelta(days=1)}, True),
        ({"topic": "Roles"}, False),
        ({"starts_at": time(14), "ends_at": time(16)}, False),
        ({"place": "Sede"}, False),
    ],
)
def test_changing_hours_withdraws_their_validation_and_nothing_else_does(change, withdrawn):
    session = logged()
    meetings.validate_hours(by=coordinator_of(session.meeting.incubator), meeting=session.meeting)
    meeting = sessions.correct(by=session.meeting.logged_by, session=session, reason=WHY, **change).meeting
    assert (meeting.validated_by_id is None) is withdrawn


def test_changing_one_groups_minutes_withdraws_the_validation_too():
    one, other = case_in(), case_in()
    session = logged(one, other)
    meetings.validate_hours(by=coordinator_of(one.incubator), meeting=session.meeting)
    session = sessions.correct(by=session.meeting.logged_by, session=session, reason=WHY, minutes={other.pk: 30})
    assert session.meeting.validated_by is None
    assert dict(session.parts.order_by().values_list("case_id", "minutes")) == {one.pk: 120, other.pk: 30}


def test_a_correction_that_changes_nothing_or_says_no_reason_is_refused():
    session = logged()
    by = session.meeting.logged_by
    with pytest.raises(Refused, match="No hay nada distinto"):
        sessions.correct(by=by, session=session, reason=WHY, topic="Costos y precio")
    with pytest.raises(Refused, match="por qué se corrige"):
        sessions.correct(by=by, session=session, reason=" ", topic="Roles")
    assert not MeetingVersion.objects.exists()


def test_the_second_of_two_corrections_reads_that_it_moved():
    session = logged()
    by = session.meeting.logged_by
    sessions.correct(by=by, session=session, reason=WHY, topic="Roles", seen=0)
    with pytest.raises(Refused, match="Otra persona corrigió"):
        sessions.correct(by=by, session=session, reason=WHY, topic="Ventas", seen=0)


def test_only_the_author_or_the_coordinator_corrects_and_voids():
    case = case_in()
    session = logged(case)
    for by in (
        user_with(Role.OFFICER_DEVELOPMENT, at=case.incubator),
        user_with(Role.ADVISOR, at=agreement(), groups=[case.organization]),
    ):
        with pytest.raises(PermissionDenied):
            sessions.correct(by=by, session=session, reason=WHY, topic="Roles")
        with pytest.raises(PermissionDenied):
            sessions.void(by=by, session=session, reason=WHY)
    sessions.correct(by=coordinator_of(case.incubator), session=session, reason=WHY, topic="Roles")
    sessions.void(by=coordinator_of(case.incubator), session=session, reason=WHY)


def test_a_new_date_must_find_the_same_people_in_their_group():
    case = case_in()
    session = logged(case)
    leaver = case.organization.members_on(DAY).first()
    by = officer_of(case.incubator)
    organizations.leave(by=by, membership=leaver, until=DAY + timedelta(days=2), reason=LeaveReason.OWN_DECISION)
    sessions.correct(by=by, session=session, reason=WHY, held_on=DAY + timedelta(days=1))
    with pytest.raises(Refused, match="1 de las personas marcadas no eran integrantes el 11-06-2021"):
        sessions.correct(by=by, session=session, reason=WHY, held_on=date(2021, 6, 11))


def test_marks_are_corrected_one_by_one_and_the_former_ones_stay_in_the_version():
    case = case_in()
    session = logged(case)
    who = case.organization.members_on(DAY).first().person_id
    sessions.correct(by=officer_of(case.incubator), session=session, reason=WHY, marks={who: AttendanceMark.JUSTIFIED})
    assert session.meeting.attendance.get(person=who).mark == AttendanceMark.JUSTIFIED
    assert session.meeting.attendance.count() == 5
    former = MeetingVersion.objects.get().content["attendance"]
    assert {row[2] for row in former} == {AttendanceMark.PRESENT}


def test_the_page_of_versions_says_what_read_differently_only_of_groups_within_reach():
    one, other = case_in(), case_in()
    session = logged(one, other)
    by = officer_of(one.incubator)
    everyone = marks_of(other, mark=AttendanceMark.ABSENT)
    session = sessions.correct(by=by, session=session, reason=WHY, marks=everyone, topic="Roles", ends_at=time(16))
    (former,) = sessions.former_versions(session)
    assert dict(former.changed) == {
        "Hasta": "17:00",
        "Tema": "Costos y precio",
        "Asistencia": "10 presente",
        "Minutos por grupo": "120, 120",
    }
    (former,) = sessions.former_versions(session, {one.organization_id})
    assert "Asistencia" not in dict(former.changed)


def test_voiding_one_groups_part_leaves_the_others_and_the_advisors_hours():
    one, other = case_in(), case_in()
    session = logged(one, other)
    by = officer_of(one.incubator)
    sessions.void_part(by=by, part=session.parts.get(case=other), reason="Ese grupo no vino.")
    assert [part.case for part in SessionCase.objects.valid()] == [one]
    session.meeting.refresh_from_db()
    assert session.meeting.voided_at is None
    with pytest.raises(Refused, match="ya está anulada"):
        sessions.void_part(by=by, part=session.parts.get(case=other), reason="Otra vez.")
    sessions.void_part(by=by, part=session.parts.get(case=one), reason="Tampoco.")
    session.meeting.refresh_from_db()
    assert session.meeting.void_reason == "Tampoco."
    assert not SessionCase.objects.valid().exists()


def test_a_voided_session_stays_with_its_reason_and_is_touched_no_more():
    session = logged()
    by = session.meeting.logged_by
    with pytest.raises(Refused, match="por qué se anula"):
        sessions.void(by=by, session=session, reason="  ")
    sessions.void(by=by, session=session, reason="Se registró dos veces.")
    with pytest.raises(Refused, match="se anuló el 15-06-2021"):
        sessions.correct(by=by, session=session, reason=WHY, topic="Roles")
    with pytest.raises(Refused, match="está anulada"):
        meetings.validate_hours(by=coordinator_of(session.meeting.incubator), meeting=session.meeting)
    assert logged(session.parts.get().case).meeting.number == 2


def test_hours_are_validated_by_somebody_who_neither_logged_nor_conducted():
    case = case_in()
    coordinator, advisor = coordinator_of(case.incubator), user_with(Role.UNIVERSITY_COORDINATOR, at=agreement())
    session = logged(case, by=advisor, conducted_by=coordinator)
    for by in (advisor, coordinator):
        with pytest.raises(Refused, match="otra persona"):
            meetings.validate_hours(by=by, meeting=session.meeting)
        assert not meetings.to_validate(by).exists()
    with pytest.raises(PermissionDenied):
        meetings.validate_hours(by=officer_of(case.incubator), meeting=session.meeting)
    second = user_with(Role.COORDINATOR, at=case.incubator)
    assert list(meetings.to_validate(second)) == [session.meeting]
    with pytest.raises(Refused, match="cambiaron mientras tanto"):
        meetings.validate_hours(by=second, meeting=session.meeting, seen_minutes=90)
    meetings.validate_hours(by=second, meeting=session.meeting, seen_minutes=120)
    with pytest.raises(Refused, match="ya las validó"):
        meetings.validate_hours(by=second, meeting=session.meeting)
