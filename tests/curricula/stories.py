"""What the stories of training begin with."""

from datetime import date, time

from curricula.models import Curriculum, Module
from curricula.services import cohorts, enrollments, lessons
from incubator.enums import AttendanceMark
from tests.factories import group_with, incubator
from tests.factories.cases import officer_of

START = date(2021, 5, 3)


def cohort_of(members=3, at=None, agreement=None):
    """A course in an incubator with the members of a group enrolled on its first day."""
    place = at or incubator()
    curriculum, new = Curriculum.objects.get_or_create(name="Malla obligatoria", agreement=agreement)
    if new:
        Module.objects.create(curriculum=curriculum, number=1, name="Cooperativismo", hours=4)
        Module.objects.create(curriculum=curriculum, number=2, name="Costos", hours=6)
    by = officer_of(place)
    cohort = cohorts.create_cohort(
        by=by, incubator=place, curriculum=curriculum, name="Curso de otoño", starts_on=START
    )
    group = group_with(members, at=place)
    for membership in group.members_on(START):
        enrollments.enroll(by=by, cohort=cohort, person=membership.person, on=START, supports_on=START)
    return cohort, group


def lesson_on(cohort, day, by=None, mark=AttendanceMark.PRESENT, **more):
    """A lesson of two hours with the same mark for everyone, unless `marks` says otherwise."""
    by = by or officer_of(cohort.incubator)
    people = [row.person_id for row in lessons.expected(by, cohort, day)]
    details = {"starts_at": time(10), "ends_at": time(12), "marks": dict.fromkeys(people, mark)} | more
    return lessons.log(by=by, cohort=cohort, held_on=day, **details)
