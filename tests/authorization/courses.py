"""The course of a corner, and that of the core curriculum."""

from datetime import date, time, timedelta

from curricula.models import Cohort, Curriculum, Module
from curricula.services import cohorts, enrollments, lessons
from incubator.enums import AttendanceMark

COURSE_FROM = date(2021, 5, 3)


def furnish_course(corner, today, stored):
    """A course with its members enrolled and a lesson given."""
    by = corner["officer"]
    curriculum, new = Curriculum.objects.get_or_create(name=f"Malla de {corner.place}", is_core=False)
    if new:
        Module.objects.create(curriculum=curriculum, number=1, name="Costos", hours=4)
    corner["curriculum"] = curriculum
    corner["cohort"] = cohort = cohorts.create_cohort(
        by=by, incubator=corner.place, curriculum=curriculum, name=f"Curso {corner.word}", starts_on=COURSE_FROM
    )
    corner["enrollments"] = [
        enrollments.enroll(by=by, cohort=cohort, person=person, on=COURSE_FROM, supports_on=COURSE_FROM)
        for person in corner["people"]
    ]
    corner["enrollment"] = corner["enrollments"][1]
    corner["lesson_file"] = stored(corner, 6)
    day = today - timedelta(days=4)
    marks = {person.pk: AttendanceMark.PRESENT for person in corner["people"]}
    corner["lesson"] = lessons.log(
        by=by, cohort=cohort, held_on=day, starts_at=time(15), ends_at=time(17), marks=marks,
        topic=f"Clase {corner.word}", evidence=[corner["lesson_file"]],
    )  # fmt: skip


def core_course(corner):
    """The course of the core curriculum that the walk along the stages opened in that incubator."""
    return Cohort.objects.get(incubator=corner.place, name="Curso 2021")
