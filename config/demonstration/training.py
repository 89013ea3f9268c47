"""The courses of a municipality: who enrolls, the lessons given, and who approves."""

from datetime import time, timedelta

from config.demonstration.schedule import COURSES, MODULES, TODAY, course_of
from curricula.models import Cohort, Curriculum, Enrollment
from curricula.services import cohorts, enrollments, lessons
from incubator import calendars
from incubator.enums import AttendanceMark
from incubator.requirements import Refused

CURRICULUM = "Malla obligatoria de cooperativismo inclusivo"


def the_curriculum(by, agreement, on):
    """The core curriculum of the agreement, made once."""
    found = Curriculum.objects.filter(name=CURRICULUM, agreement=agreement).first()
    return found or cohorts.create_curriculum(by=by, agreement=agreement, name=CURRICULUM, modules=list(MODULES), on=on)


class Courses:
    """The three courses of one municipality."""

    def __init__(self, life):
        self.life = life
        self.cohorts: dict[int, Cohort] = {}
        self.curriculum = None

    def tell(self):
        """Put opening, lessons and approvals among the events."""
        for number, (_, days) in enumerate(COURSES):
            self.life.at(days[0] - timedelta(days=8), 8, lambda number=number: self._open(number))
            for place, day in enumerate(days):
                if day < TODAY:
                    self.life.at(day, 17, lambda n=number, p=place, d=day: self._lesson(n, p, d))
            if days[-1] + timedelta(days=2) < TODAY - timedelta(days=7):
                ended = days[-1] + timedelta(days=2)
                self.life.at(ended, 17, lambda n=number, d=ended: self._approve(n, d))

    def enroll(self, group, day):
        """The members of a group admitted that day enter their course."""
        number = course_of(day)
        if number is None:
            return
        for membership in group.members_on(day):
            enrollments.enroll(
                by=self.life.team.disability,
                cohort=self.cohorts[number],
                person=membership.person,
                organization=group,
                on=day,
                supports_on=day,
            )

    def _open(self, number):
        by, day = self.life.team.disability, calendars.today()
        agreement = self.life.agreement
        self.curriculum = self.curriculum or the_curriculum(self.life.team.university, agreement, day)
        name, days = COURSES[number]
        self.cohorts[number] = cohorts.create_cohort(
            by=by,
            incubator=self.life.incubator,
            curriculum=self.curriculum,
            name=f"{name} de 2021",
            starts_on=min(days[0], day),
            ends_on=days[-1],
        )
        cohorts.add_trainer(by=by, cohort=self.cohorts[number], post=self.life.team.trainer_post, since=day)

    def _lesson(self, number, place, day):
        cohort = self.cohorts[number]
        by = self.life.team.trainer
        expected = lessons.expected(by, cohort, day)
        marks = {row.person_id: _mark(number, place) for number, row in enumerate(expected)}
        module = list(self.curriculum.modules.all())[place]
        lessons.log(
            by=by, cohort=cohort, held_on=day, starts_at=time(14), ends_at=time(14 + int(module.hours)),
            module=module, marks=marks, place="Biblioteca municipal",
        )  # fmt: skip

    def _approve(self, number, day):
        for row in Enrollment.objects.filter(cohort=self.cohorts[number]).order_by("id"):
            try:
                enrollments.approve(by=self.life.team.disability, enrollment=row, on=day)
            except Refused:
                continue  # too few lessons: still studying


def _mark(number, place):
    """Everybody misses a lesson at some time, and one in nine misses two."""
    missed = {number % 6, (number + 2) % 6} if number % 9 == 8 else {number % 8}
    return AttendanceMark.ABSENT if place in missed else AttendanceMark.PRESENT
