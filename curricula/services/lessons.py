"""Lessons of a course: a meeting with the module it taught and the attendance of whoever was enrolled that day."""

from django.core.exceptions import PermissionDenied
from django.db import transaction

from curricula.enums import EnrollmentState
from curricula.models import Lesson
from curricula.services import enrollments
from curricula.services.cohorts import may_teach, people_of
from curricula.services.progress import state_on
from incubator import calendars, journal, same_person
from incubator.enums import ATTENDED, MeetingKind
from incubator.models import Incubator
from incubator.requirements import Refused
from incubator.services import meetings

_EXPECTED = (EnrollmentState.ENROLLED, EnrollmentState.ACTIVE)


def expected(user, cohort, day):
    """The enrollments the user may mark on a day, in the order of names: enrolled or studying that day."""
    rows = people_of(user, cohort).select_related("person__same_as").prefetch_related("changes")
    rows = rows.order_by(*same_person.order(), "pk")
    return same_person.once(row for row in rows if state_on(row, day) in _EXPECTED)


@transaction.atomic
def log(*, by, cohort, held_on, starts_at, ends_at, module=None, topic="", marks=None, **details):
    """A lesson with its attendance, {person_id: AttendanceMark}. Whoever attends a first lesson begins to study.

    `details` as in meetings.hold (modality, place, notes, conducted_by, supports, evidence). Raises Refused.
    """
    _require(by, cohort)
    Incubator.objects.select_for_update(of=("self",)).get(pk=cohort.incubator_id)
    _check(cohort, module, held_on, starts_at, ends_at)
    people = {row.who.pk: row for row in expected(by, cohort, held_on)}
    attendance = _attendance(people, marks or {}, held_on)
    meeting = meetings.hold(
        by=by,
        incubator=cohort.incubator,
        kind=MeetingKind.LESSON,
        held_on=held_on,
        starts_at=starts_at,
        ends_at=ends_at,
        topic=topic or (module.name if module else cohort.name),
        organizations=_groups(attendance),
        attendance=attendance,
        **details,
    )
    lesson = Lesson.objects.create(meeting=meeting, cohort=cohort, module=module)
    _begin(by, people, attendance, held_on)
    journal.record(by, "lesson_logged", held_on, subject=meeting, incubator=cohort.incubator, minutes=meeting.minutes)
    return lesson


class Module:
    """What a lesson keeps beside its meeting: the module it taught."""

    def __init__(self, lesson, module=None):
        self.lesson, self.module = lesson, module

    def content(self):
        """The module as JSON."""
        return {"module": self.lesson.module_id}

    def write(self, meeting):
        """The module it taught, when another is said."""
        if self.module is not None:
            self.lesson.module = self.module
            self.lesson.save(update_fields=["module"])


@transaction.atomic
def correct(*, by, lesson, reason, module=None, marks=None, **changes):
    """Change a lesson keeping how it read; only people the user reaches are marked. As meetings.correct otherwise."""
    cohort, meeting = lesson.cohort, lesson.meeting
    _require(by, cohort)
    Incubator.objects.select_for_update(of=("self",)).get(pk=cohort.incubator_id)
    day = changes.get("held_on") or meeting.held_on
    starts, ends = changes.get("starts_at") or meeting.starts_at, changes.get("ends_at") or meeting.ends_at
    _check(cohort, module, day, starts, ends, but=lesson)
    people = {row.who.pk: row for row in expected(by, cohort, day)}
    marked = set(same_person.marks_of(meeting.attendance))
    if day != meeting.held_on and marked - {row.who.pk for row in _all_expected(cohort, day)}:
        raise Refused("Hay personas marcadas que no cursaban ese día: anule esta clase y registre otra con su fecha.")
    already = {row.who.pk: row for row in marked_before(by, cohort, marked)}
    attendance = _attendance(already | people, marks or {}, day)
    meeting = meetings.correct(
        by=by,
        meeting=meeting,
        reason=reason,
        beside=Module(lesson, module),
        attendance=attendance,
        organizations={*meeting.organizations.order_by("pk").values_list("pk", flat=True), *_groups(attendance)},
        **changes,
    )
    _begin(by, people, attendance, day)
    return Lesson.objects.select_related("meeting", "cohort").get(pk=lesson.pk)


@transaction.atomic
def void(*, by, lesson, reason):
    """The lesson should not count."""
    _require(by, lesson.cohort)
    return meetings.void(by=by, meeting=lesson.meeting, reason=reason)


def marked_before(user, cohort, person_ids):
    """The enrollments, within the user's reach, of people already marked in a lesson; one a person, by name."""
    rows = people_of(user, cohort).annotate(one_person=same_person.surviving()).filter(one_person__in=person_ids)
    return same_person.once(rows.select_related("person__same_as").order_by(*same_person.order(), "pk"))


def _all_expected(cohort, day):
    rows = cohort.enrollments.order_by("pk").select_related("person__same_as").prefetch_related("changes")
    return same_person.once(row for row in rows if state_on(row, day) in _EXPECTED)


def _require(by, cohort):
    if not may_teach(by, cohort):
        raise PermissionDenied("Su cargo no permite registrar clases de este curso.")


def _check(cohort, module, held_on, starts_at, ends_at, but=None):
    reasons = []
    if held_on < cohort.starts_on:
        reasons.append(f"El curso empieza el {cohort.starts_on:%d-%m-%Y}: la clase no puede ser anterior.")
    if cohort.ends_on and held_on > cohort.ends_on:
        reasons.append(f"El curso termina el {cohort.ends_on:%d-%m-%Y}: la clase no puede ser posterior.")
    if module is not None and module.curriculum_id != cohort.curriculum_id:
        reasons.append("Ese módulo es de otra malla.")
    same_time = Lesson.objects.filter(
        cohort=cohort,
        meeting__voided_at__isnull=True,
        meeting__held_on=held_on,
        meeting__starts_at__lt=ends_at,
        meeting__ends_at__gt=starts_at,
    )
    if same_time.exclude(pk=but and but.pk).exists():
        reasons.append("El curso ya tiene una clase ese día a esa hora: si es la misma, corríjala.")
    if reasons:
        raise Refused(*reasons)


def _attendance(people, marks, day):
    strangers = len(set(marks) - set(people))
    if strangers:
        raise Refused(f"{strangers} de las personas marcadas no cursaban ese día: revise la fecha.")
    groups = enrollments.group_of(list(marks), day)
    return {person_id: (groups.get(person_id), mark) for person_id, mark in marks.items()}


def _groups(attendance):
    return sorted({organization_id for organization_id, _ in attendance.values() if organization_id})


def _begin(by, people, attendance, day):
    first_time = [
        people[person_id]
        for person_id, (_, mark) in attendance.items()
        if mark in ATTENDED and person_id in people and people[person_id].state == EnrollmentState.ENROLLED
    ]
    enrollments.begin(by=by, enrollments=first_time, on=min(day, calendars.today()))
