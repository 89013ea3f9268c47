"""Logging a session through its one door: what it writes, what it refuses and why."""

import threading
from datetime import date, time, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection

from cases.enums import Stage, Verb
from cases.models import SessionCase
from cases.services import sessions
from incubator.enums import AttendanceMark, LeaveReason, MeetingKind, Role, SupportKind
from incubator.models import Attendance, JournalEntry, Meeting, SupportGiven
from incubator.requirements import Refused
from incubator.services import organizations, sensitive
from tests.factories import agreement, case_in, evidence, group_with, incubator, member, person, user_with
from tests.factories.cases import coordinator_of, officer_of, step
from tests.sessions.stories import DAY, logged, marks_of

pytestmark = pytest.mark.django_db


def test_a_session_takes_the_next_number_its_minutes_and_the_agreement_in_force():
    case = case_in()
    first, second = logged(case), logged(case, starts_at=time(17), ends_at=time(18, 45))
    assert (first.meeting.number, second.meeting.number) == (1, 2)
    assert (first.meeting.minutes, second.meeting.minutes) == (120, 105)
    assert first.meeting.agreement == agreement()
    assert first.meeting.kind == MeetingKind.SESSION
    assert list(first.meeting.organizations.all()) == [case.organization]
    assert JournalEntry.objects.filter(verb="session_logged", organization=case.organization).count() == 2


def test_a_joint_workshop_counts_the_advisors_hours_once_and_each_groups_apart():
    one, other = case_in(), case_in()
    session = logged(one, other, minutes={other.pk: 60})
    assert session.meeting.kind == MeetingKind.JOINT_WORKSHOP
    assert Meeting.objects.minutes() == 120
    parts = dict(SessionCase.objects.valid().order_by().values_list("case_id", "minutes"))
    assert parts == {one.pk: 120, other.pk: 60}
    assert Attendance.objects.filter(meeting=session.meeting, organization=other.organization).count() == 5


def test_attendance_keeps_the_group_of_that_day_after_the_person_changes_group():
    case, other = case_in(), case_in()
    session = logged(case)
    who = case.organization.members_on(DAY).first()
    by = officer_of(case.incubator)
    organizations.leave(by=by, membership=who, until=DAY + timedelta(days=1), reason=LeaveReason.OWN_DECISION)
    member(of=other.organization, since=DAY + timedelta(days=1), who=who.person)
    assert session.meeting.attendance.get(person=who.person).organization == case.organization


def test_only_members_of_that_day_are_marked():
    case = case_in()
    stranger = person()
    late = member(of=case.organization, since=DAY + timedelta(days=1))
    for who in (stranger.pk, late.person_id):
        with pytest.raises(Refused, match="1 persona no era integrante ese día"):
            logged(case, marks={who: AttendanceMark.PRESENT})
    assert not Meeting.objects.exists()


REFUSED = [
    ({"held_on": date(2021, 6, 16)}, "no puede ser posterior a hoy"),
    ({"held_on": date(2021, 1, 10)}, "se abrió el 11-01-2021: la sesión no puede ser anterior"),
    ({"starts_at": time(17), "ends_at": time(15)}, "hora de término debe ser posterior"),
    ({"starts_at": time(6), "ends_at": time(20)}, "más de 12 horas"),
    ({"next_on": DAY}, "próxima reunión debe ser posterior"),
    ({"topics": ["astrology"]}, "Elija los temas de la lista"),
    ({"kind": MeetingKind.JOINT_WORKSHOP}, "Un taller conjunto tiene dos grupos o más"),
    ({"kind": MeetingKind.LESSON}, "Una sesión es con un grupo"),
    ({"supports": [{"kind": "massage", "given": 1}]}, "Elija el apoyo de la lista"),
    ({"commitments": [{"what": "Cotizar", "who": "Rosa", "due_on": date(2021, 6, 1)}]}, "no puede vencer antes"),
]


@pytest.mark.parametrize(("said", "why"), REFUSED)
def test_what_cannot_have_happened_is_refused_with_its_reason(said, why):
    case = case_in()
    marks = {} if "held_on" in said else marks_of(case)
    with pytest.raises(Refused, match=why):
        logged(case, **({"marks": marks} | said))
    assert not Meeting.objects.exists()


def test_a_mark_that_does_not_exist_is_refused():
    case = case_in()
    with pytest.raises(Refused, match="presente, a distancia"):
        logged(case, marks=marks_of(case, mark="sleeping"))


def test_minutes_of_a_group_never_exceed_the_meeting():
    one, other = case_in(), case_in()
    with pytest.raises(Refused, match="de 1 a los 120"):
        logged(one, other, minutes={one.pk: 121})


def test_the_same_session_is_not_logged_twice():
    case = case_in()
    logged(case)
    with pytest.raises(Refused, match=r"ya tiene una sesión ese día a esa hora \(R-0001\)"):
        logged(case, starts_at=time(16), ends_at=time(18))
    logged(case, starts_at=time(17), ends_at=time(18))


def test_a_session_of_months_ago_is_not_refused_but_one_after_the_case_ended_is():
    case = case_in()
    step(case, Verb.CLOSE, on=date(2021, 3, 1))
    case.refresh_from_db()
    assert case.stage == Stage.CLOSED
    logged(case, held_on=date(2021, 2, 20))
    with pytest.raises(Refused, match="terminó el 01-03-2021"):
        logged(case, held_on=date(2021, 3, 2))


def test_only_whoever_accompanies_the_group_logs_its_sessions():
    case, other = case_in(), case_in(at=incubator("05101"))
    advisor = user_with(Role.ADVISOR, at=agreement(), groups=[case.organization])
    logged(case, by=advisor)
    for by in (
        user_with(Role.ADVISOR, at=agreement()),
        officer_of(other.incubator),
        user_with(Role.AUDITOR, at=agreement()),
        user_with(),
    ):
        with pytest.raises(PermissionDenied):
            logged(case, by=by, starts_at=time(9), ends_at=time(10))
    with pytest.raises(PermissionDenied):
        logged(case, other, by=advisor, starts_at=time(9), ends_at=time(10))


def test_whoever_was_in_charge_had_a_post_there_that_day():
    case = case_in()
    advisor = user_with(Role.ADVISOR, at=agreement(), groups=[case.organization])
    assert logged(case, conducted_by=advisor).meeting.conducted_by == advisor
    elsewhere = officer_of(incubator("05101"))
    with pytest.raises(Refused, match="no tenía un cargo en la incubadora ese día"):
        logged(case, conducted_by=elsewhere, starts_at=time(9), ends_at=time(10))


def test_supports_in_total_commitments_and_evidence_stay_with_the_meeting():
    case = case_in()
    proof = evidence(officer_of(case.incubator), case.incubator)
    session = logged(
        case,
        supports=[
            {"kind": SupportKind.TRANSPORT, "requested": 2, "given": 1, "cost": 5000},
            {"kind": SupportKind.TRANSPORT, "requested": 1, "given": 1, "cost": 2500},
            {"kind": SupportKind.BRAILLE, "requested": 0, "given": 0, "cost": 0},
        ],
        commitments=[{"what": "Cotizar envases", "who": "Rosa", "due_on": date(2021, 6, 22)}, {"what": ""}],
        evidence=[proof],
    )
    assert list(session.meeting.supports.values_list("kind", "requested", "given", "cost")) == [
        (SupportKind.TRANSPORT, 3, 2, 7500)
    ]
    assert [row.what for row in session.meeting.commitments.all()] == ["Cotizar envases"]
    assert list(session.meeting.evidence.all()) == [proof]
    foreign = evidence(officer_of(case.incubator), incubator("05101"), b"otra")
    with pytest.raises(Refused, match="pertenece a otra incubadora"):
        logged(case, starts_at=time(9), ends_at=time(10), evidence=[foreign])


def test_supports_per_person_rest_in_the_sensitive_schema_and_the_totals_follow():
    case = case_in()
    who = case.organization.members_on(DAY).first().person_id
    session = logged(case, given={who: [SupportKind.SIGN_LANGUAGE]})
    assert session.meeting.supports.get().given == 1
    with sensitive.allowed_in():
        assert SupportGiven.objects.filter(meeting_id=session.pk, person_id=who).count() == 1
    university = user_with(Role.UNIVERSITY_COORDINATOR, at=agreement())
    with pytest.raises(PermissionDenied, match="apoyos que pide cada persona"):
        logged(case, by=university, starts_at=time(9), ends_at=time(10), given={who: [SupportKind.BRAILLE]})


def test_a_group_of_thirty_is_logged_in_a_bounded_number_of_queries(django_assert_max_num_queries):
    case = case_in(members=30)
    by = officer_of(case.incubator)
    marks = marks_of(case)
    with django_assert_max_num_queries(40):
        logged(case, by=by, marks=marks)
    assert Attendance.objects.count() == 30


def test_the_coordinator_reads_every_part_and_an_advisor_only_those_of_assigned_groups():
    one, other = case_in(), case_in()
    logged(one, other)
    advisor = user_with(Role.ADVISOR, at=agreement(), groups=[one.organization])
    assert [part.case for part in sessions.listed(advisor)] == [one]
    assert sessions.listed(coordinator_of(one.incubator)).count() == 2
    assert not sessions.listed(officer_of(incubator("05101"))).exists()
    part = sessions.parts_of(one).get()
    assert (part.attended, part.marked) == (5, 5)


@pytest.mark.django_db(transaction=True)
def test_two_people_log_at_once_and_each_session_has_its_own_number():
    case, other = case_in(group=group_with(3)), case_in(group=group_with(3))
    by = officer_of(case.incubator)
    done = []

    def run(which):
        try:
            done.append(logged(which, by=by).meeting.number)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(which,)) for which in (case, other)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(done) == [1, 2]
