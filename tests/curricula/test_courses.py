"""Courses: who may see and teach them, how people enter, study and are approved."""

from datetime import date, time, timedelta
from fractions import Fraction
from itertools import product

import pytest
from django.core.exceptions import PermissionDenied

from curricula.enums import STEPS, EnrollmentState
from curricula.models import Cohort, Enrollment, EnrollmentChange
from curricula.services import cohorts, enrollments, lessons, progress
from incubator import access
from incubator.enums import AttendanceMark, LeaveReason, MeetingKind, Role
from incubator.models import Meeting, Post
from incubator.requirements import Refused
from incubator.services import organizations
from tests.curricula.stories import START, cohort_of, lesson_on
from tests.factories import agreement, group_with, incubator, member, person, user_with
from tests.factories.cases import coordinator_of, officer_of

pytestmark = pytest.mark.django_db
E, M = EnrollmentState, AttendanceMark
WEEK = timedelta(days=7)


def trainer_of(cohort, since=START):
    user = user_with(Role.TRAINER, at=cohort.incubator)
    post = Post.objects.get(user=user)
    cohorts.add_trainer(by=officer_of(cohort.incubator), cohort=cohort, post=post, since=since)
    access.forget_posts(user)
    return user


def test_a_curriculum_belongs_to_its_agreement_and_has_modules_in_order():
    university = user_with(Role.UNIVERSITY_COORDINATOR, at=agreement())
    incubator()
    made = cohorts.create_curriculum(
        by=university, agreement=agreement(), name="Malla", modules=[("Roles", 4), ("Costos", 6)], on=START
    )
    assert [module.name for module in made.modules.all()] == ["Roles", "Costos"]
    with pytest.raises(PermissionDenied):
        cohorts.create_curriculum(
            by=officer_of(incubator()), agreement=agreement(), name="Malla", modules=[("Roles", 4)], on=START
        )


def test_entering_a_course_asks_for_the_supports_to_be_planned_with_a_date():
    cohort, _ = cohort_of(members=0)
    who = member(of=group_with(0, at=cohort.incubator)).person
    by = officer_of(cohort.incubator)
    with pytest.raises(Refused, match="apoyos que pidió la persona"):
        enrollments.enroll(by=by, cohort=cohort, person=who, on=START)
    row = enrollments.enroll(by=by, cohort=cohort, person=who, on=START, supports_on=date(2021, 5, 10))
    change = EnrollmentChange.objects.get(enrollment=row)
    assert (change.from_state, change.to_state, change.reason) == (
        "",
        E.ENROLLED,
        "Apoyos previstos para el 10-05-2021.",
    )
    with pytest.raises(Refused, match="ya está en el curso"):
        enrollments.enroll(by=by, cohort=cohort, person=who, on=START, supports_on=START)


def test_people_of_another_municipality_and_days_to_come_are_refused():
    cohort, _ = cohort_of(members=0)
    by = officer_of(cohort.incubator)
    with pytest.raises(Refused, match="otra incubadora"):
        enrollments.enroll(by=by, cohort=cohort, person=person(incubator("05101")), on=START, supports_on=START)
    with pytest.raises(Refused, match="posterior a hoy"):
        enrollments.enroll(
            by=by, cohort=cohort, person=person(cohort.incubator), on=date(2021, 6, 16), supports_on=START
        )


def test_an_enrollment_moves_only_as_the_table_says():
    cohort, _ = cohort_of(members=1)
    row = Enrollment.objects.get()
    lesson_on(cohort, START)
    by = officer_of(cohort.incubator)
    for source, to in product(E, E):
        Enrollment.objects.filter(pk=row.pk).update(state=source, state_on=START)
        act = {"by": by, "enrollment": row, "to": to, "on": START, "reason": "Así fue.", "supports_on": START}
        if to in STEPS.get(source, ()):
            assert enrollments.change(**act).state == to
            last = row.changes.last()
            assert (last.from_state, last.to_state) == (source, to)
        else:
            with pytest.raises(Refused, match="no se pasa a"):
                enrollments.change(**act)


@pytest.mark.parametrize("to", [E.SUSPENDED, E.FAILED, E.WITHDRAWN, E.VALIDATED])
def test_leaving_the_straight_way_asks_for_a_reason(to):
    cohort, _ = cohort_of(members=1)
    lesson_on(cohort, START)
    with pytest.raises(Refused, match="motivo"):
        enrollments.change(by=officer_of(cohort.incubator), enrollment=Enrollment.objects.get(), to=to, on=START)


def test_whoever_attends_a_first_lesson_begins_to_study():
    cohort, group = cohort_of(members=2)
    one, other = (row.person_id for row in group.members_on(START))
    lesson_on(cohort, START, marks={one: M.PRESENT, other: M.ABSENT})
    assert dict(Enrollment.objects.order_by().values_list("person_id", "state")) == {one: E.ACTIVE, other: E.ENROLLED}


SHARES = [
    ([M.PRESENT] * 7 + [M.ABSENT] * 3, True, Fraction(7, 10)),
    ([M.PRESENT] * 6 + [M.ABSENT] * 4, False, Fraction(6, 10)),
    ([M.REMOTE] * 7 + [M.ABSENT] * 3, True, Fraction(7, 10)),
    ([M.PRESENT] * 5 + [M.ABSENT] * 2 + [M.JUSTIFIED] * 3, True, Fraction(5, 7)),
    ([M.PRESENT] * 4 + [M.ABSENT] * 2 + [M.JUSTIFIED] * 4, False, Fraction(4, 6)),
    ([M.PRESENT] + [M.JUSTIFIED] * 3, True, Fraction(1, 1)),
]


@pytest.mark.parametrize(("marks", "approved", "share"), SHARES)
def test_approval_is_computed_with_justified_absences_apart_and_decided_by_a_person(marks, approved, share):
    cohort, _ = cohort_of(members=1)
    for number, mark in enumerate(marks):
        lesson_on(cohort, START + timedelta(days=number), mark=mark)
    row = Enrollment.objects.get()
    assert row.state == E.ACTIVE
    by = officer_of(cohort.incubator)
    assert progress.progress_of(cohort, cohort.enrollments.all(), date(2021, 6, 15))[row.pk].share == share
    if approved:
        assert enrollments.approve(by=by, enrollment=row, on=date(2021, 6, 15)).state == E.APPROVED
        assert Enrollment.objects.core().credited(date(2021, 6, 15)).count() == 1
        assert not Enrollment.objects.credited(date(2021, 6, 14)).exists()
    else:
        with pytest.raises(Refused, match="para aprobar se pide el 70 %"):
            enrollments.approve(by=by, enrollment=row, on=date(2021, 6, 15))


def test_the_share_is_the_agreements():
    incubator()
    cohort, _ = cohort_of(members=1, agreement=agreement(lesson_attendance_share=50))
    lesson_on(cohort, START)
    lesson_on(cohort, START + WEEK, mark=M.ABSENT)
    row = Enrollment.objects.get()
    assert enrollments.approve(by=officer_of(cohort.incubator), enrollment=row, on=date(2021, 6, 15))


def test_an_unmarked_lesson_blocks_approval_and_one_before_entering_or_voided_does_not():
    cohort, group = cohort_of(members=1)
    by = officer_of(cohort.incubator)
    lesson_on(cohort, START)
    late = member(of=group, since=START).person
    entered = START + WEEK
    row = enrollments.enroll(by=by, cohort=cohort, person=late, on=entered, supports_on=entered)
    lesson_on(cohort, entered)
    wrong = lesson_on(cohort, entered + WEEK, marks={})
    row.refresh_from_db()
    with pytest.raises(Refused, match="Falta marcar su asistencia en 1 clase"):
        enrollments.approve(by=by, enrollment=row, on=date(2021, 6, 15))
    lessons.void(by=by, lesson=wrong, reason="No hubo clase.")
    seen = progress.progress_of(cohort, cohort.enrollments.all(), date(2021, 6, 15))[row.pk]
    assert (seen.attended, seen.counted, seen.unmarked) == (1, 1, 0)
    enrollments.approve(by=by, enrollment=row, on=date(2021, 6, 15))


def test_attendance_of_a_lesson_keeps_the_group_of_that_day():
    cohort, group = cohort_of(members=1)
    lesson = lesson_on(cohort, START)
    assert (lesson.meeting.kind, lesson.meeting.minutes) == (MeetingKind.LESSON, 120)
    assert list(lesson.meeting.organizations.all()) == [group]
    membership = group.members_on(START).first()
    by = officer_of(cohort.incubator)
    organizations.leave(by=by, membership=membership, until=START + WEEK, reason=LeaveReason.OWN_DECISION)
    other = group_with(0, at=cohort.incubator)
    member(of=other, since=START + WEEK, who=membership.person)
    second = lesson_on(cohort, START + WEEK)
    assert lesson.meeting.attendance.get().organization == group
    assert second.meeting.attendance.get().organization == other


def test_a_lesson_out_of_the_course_or_at_the_same_hour_or_of_a_stranger_is_refused():
    cohort, _ = cohort_of(members=1)
    with pytest.raises(Refused, match="El curso empieza el 03-05-2021"):
        lesson_on(cohort, START - WEEK)
    lesson_on(cohort, START)
    with pytest.raises(Refused, match="ya tiene una clase ese día"):
        lesson_on(cohort, START, starts_at=time(11), ends_at=time(13))
    with pytest.raises(Refused, match="no cursaban ese día"):
        lesson_on(cohort, START + WEEK, marks={person(cohort.incubator).pk: M.PRESENT})
    Cohort.objects.update(ends_on=START + WEEK)
    cohort.refresh_from_db()
    with pytest.raises(Refused, match="El curso termina el 10-05-2021"):
        lesson_on(cohort, START + 2 * WEEK)
    assert Meeting.objects.count() == 1


def test_a_corrected_lesson_keeps_how_it_read_and_its_validation_falls_with_its_hours():
    cohort, group = cohort_of(members=1)
    lesson = lesson_on(cohort, START, module=None)
    by = officer_of(cohort.incubator)
    module = cohort.curriculum.modules.get(number=2)
    fixed = lessons.correct(by=by, lesson=lesson, reason="Era otro módulo.", module=module, ends_at=time(13))
    assert (fixed.module, fixed.meeting.minutes) == (module, 180)
    assert fixed.meeting.versions.get().content["module"] is None
    who = group.members_on(START).first().person_id
    lessons.correct(by=by, lesson=fixed, reason="Justificó.", marks={who: M.JUSTIFIED})
    assert fixed.meeting.attendance.get().mark == M.JUSTIFIED


def test_a_trainer_reaches_her_own_course_and_no_other():
    cohort, _ = cohort_of(members=2)
    other, _ = cohort_of(members=2)
    trainer = trainer_of(cohort)
    assert list(cohorts.visible_to(trainer)) == [cohort]
    assert cohorts.people_of(trainer, cohort).count() == 2
    assert not cohorts.people_of(trainer, other).exists()
    lesson = lesson_on(cohort, START, by=trainer)
    lessons.correct(by=trainer, lesson=lesson, reason="Faltaba el lugar.", place="Sede")
    with pytest.raises(PermissionDenied):
        lesson_on(other, START, by=trainer)
    row = cohorts.people_of(trainer, cohort).order_by("pk").first()
    assert enrollments.next_states(trainer, row) == [E.APPROVED, E.FAILED]
    enrollments.approve(by=trainer, enrollment=row, on=date(2021, 6, 15))
    with pytest.raises(PermissionDenied):
        enrollments.enroll(by=trainer, cohort=cohort, person=person(), on=START, supports_on=START)
    cohorts.end_trainer(by=officer_of(cohort.incubator), trainer=cohort.trainers.get(), until=date(2021, 6, 15))
    access.forget_posts(trainer)
    assert not cohorts.visible_to(trainer).exists()


def test_an_advisor_marks_only_members_of_assigned_groups():
    cohort, group = cohort_of(members=2)
    by = officer_of(cohort.incubator)
    elsewhere = member(of=group_with(0, at=cohort.incubator)).person
    enrollments.enroll(by=by, cohort=cohort, person=elsewhere, on=START, supports_on=START)
    advisor = user_with(Role.ADVISOR, at=agreement(), groups=[group])
    assert list(cohorts.visible_to(advisor)) == [cohort]
    assert {row.organization for row in lessons.expected(advisor, cohort, START)} == {group}
    with pytest.raises(Refused, match="no cursaban"):
        lesson_on(cohort, START, by=advisor, marks={elsewhere.pk: M.PRESENT})


def test_only_whoever_manages_courses_opens_one():
    cohort, _ = cohort_of(members=0)
    place = cohort.incubator
    act = {"incubator": place, "curriculum": cohort.curriculum, "name": "Otro", "starts_on": START}
    assert cohorts.create_cohort(by=coordinator_of(place), **act)
    for by in (user_with(Role.AUDITOR, at=agreement()), officer_of(incubator("05101")), user_with()):
        with pytest.raises(PermissionDenied):
            cohorts.create_cohort(by=by, **act)
    with pytest.raises(Refused, match="antes de empezar"):
        cohorts.create_cohort(by=officer_of(place), **(act | {"ends_on": START - WEEK}))


def test_progress_of_a_course_takes_the_same_queries_whatever_its_people(django_assert_num_queries):
    cohort, _ = cohort_of(members=12)
    for week in range(4):
        lesson_on(cohort, START + week * WEEK)
    with django_assert_num_queries(5):  # one of them: which of these records are one person
        progress.progress_of(cohort, cohort.enrollments.all(), date(2021, 6, 15))
