"""Training: curricula, courses, who teaches, who is enrolled and how each one ends, and the lessons."""

from datetime import time, timedelta

from hypothesis import strategies as st
from hypothesis.stateful import rule

from curricula.enums import STEPS, EnrollmentState
from curricula.models import Cohort, CohortTrainer, Curriculum, Enrollment, Lesson
from curricula.services import cohorts, enrollments, lessons
from incubator.enums import AttendanceMark, Role
from incubator.models import Membership, Post
from tests import factories
from tests.lives import world
from tests.lives.draws import AGO, PLACES, READY, TEAM, WHICH, text
from tests.lives.engine import Engine, pick

_BEGIN = st.sampled_from([EnrollmentState.ENROLLED, EnrollmentState.PRE, EnrollmentState.ACTIVE])
_MODULES = st.sampled_from([[("Costos", 4), ("Roles", 2)], []])


class Courses(Engine):
    """What people learn."""

    @rule(who=st.sampled_from(["the university", "the university", "the officer", "a stranger"]), modules=_MODULES)
    def write_curriculum(self, who, modules):
        """A malla of the agreement."""
        self.act(
            "write_curriculum",
            f"{who} writes a curriculum of {len(modules)} modules",
            cohorts.create_curriculum,
            by=self.by(who, world.place()),
            agreement=factories.agreement(),
            name=f"Malla {len(self.story)}",
            modules=modules,
            on=self.today,
        )

    @rule(who=TEAM, commune=PLACES, days=st.sampled_from([None, 60, -5]))
    def open_course(self, who, commune, days):
        """A course begins."""
        self._open(who, world.place(commune), days)

    @rule(who=TEAM, which=WHICH, ready=READY)
    def name_trainer(self, who, which, ready):
        """Somebody's post teaches it."""
        self._trainer(which, None if ready else who)

    @rule(who=TEAM, which=WHICH, ready=READY)
    def end_trainer(self, who, which, ready):
        """It teaches it no longer."""
        rows = CohortTrainer.objects.select_related("cohort__incubator").order_by("-pk")
        if ready and not rows.filter(until__isnull=True).exists():
            self._trainer(which, None)
        term = pick(rows.filter(until__isnull=True) if ready else rows.all(), which)
        if term is None:
            return
        self.act(
            "end_trainer",
            f"{who} ends the teaching {term.pk}",
            cohorts.end_trainer,
            by=self.by(who, term.cohort.incubator),
            trainer=term,
            until=self.today,
        )

    @rule(who=TEAM, which=WHICH, person=WHICH, state=_BEGIN, asked=READY)
    def enroll(self, who, which, person, state, asked):
        """Somebody enters a course."""
        cohort = self._cohort(which)
        if cohort is not None:
            self._enroll(who, cohort, person, state, asked)

    @rule(who=TEAM, which=WHICH, to=WHICH, ago=AGO, reason=text("Se cambió de ciudad."), ready=READY)
    def change_enrollment(self, who, which, to, ago, reason, ready):
        """How she stands in it changes, as it may."""
        rows = Enrollment.objects.select_related("cohort__incubator").order_by("-pk")
        if ready:
            who, ago = "the officer", 0
            rows = rows.filter(state__in=STEPS)
        if not rows.exists():
            self._enroll("the officer", self._cohort(which), which, EnrollmentState.PRE, True)
        row = pick(rows.all(), which)
        if row is None:
            return
        to = pick(sorted(STEPS[row.state]) if ready else EnrollmentState, to)
        self.act(
            "change_enrollment",
            f"{who} moves the enrollment {row.pk} from {row.state} to {to}",
            enrollments.change,
            by=self.by(who, row.cohort.incubator),
            enrollment=row,
            to=to,
            on=self.today - timedelta(days=ago),
            reason=reason,
            supports_on=self.today,
        )

    @rule(who=TEAM, which=WHICH, ago=AGO, hour=st.integers(8, 18), ready=READY)
    def log_lesson(self, who, which, ago, hour, ready):
        """A lesson with its attendance."""
        self._lesson("the officer" if ready else who, which, max(ago, 0) if ready else ago, hour)

    @rule(who=TEAM, which=WHICH, hour=st.integers(8, 18), reason=text("Fue más tarde."))
    def correct_lesson(self, who, which, hour, reason):
        """It was not so."""
        lesson = self._taught(which)
        if lesson is None:
            return
        self.act(
            "correct_lesson",
            f"{who} corrects the lesson {lesson.pk}",
            lessons.correct,
            True,
            by=self.by(who, lesson.cohort.incubator),
            lesson=lesson,
            reason=reason,
            starts_at=time(hour),
            ends_at=time(hour + 3),
        )

    @rule(who=TEAM, which=WHICH, reason=text("No se hizo."))
    def void_lesson(self, who, which, reason):
        """It should not count."""
        lesson = self._taught(which)
        if lesson is None:
            return
        self.act(
            "void_lesson",
            f"{who} voids the lesson {lesson.pk}",
            lessons.void,
            True,
            by=self.by(who, lesson.cohort.incubator),
            lesson=lesson,
            reason=reason,
        )

    # ------------------------------------------------------------------------------------------------------- the steps

    def _open(self, who, place, days):
        curriculum = pick(Curriculum.objects.order_by("pk"), 0)
        return self.act(
            "open_course",
            f"{who} opens a course in {place} for {days} days",
            cohorts.create_cohort,
            by=self.by(who, place),
            incubator=place,
            curriculum=curriculum,
            name=f"Curso {len(self.story)}",
            starts_on=self.today,
            ends_on=self.today + timedelta(days=days) if days else None,
        )

    def _trainer(self, which, who):
        cohort = self._cohort(which)
        teaching = CohortTrainer.objects.filter(cohort=cohort, until__isnull=True).values("post")
        posts = Post.objects.in_force(self.today).filter(role=Role.TRAINER).exclude(pk__in=teaching)
        post = pick(posts.order_by("pk"), 0) or pick(Post.objects.order_by("pk"), which)
        if cohort is None or who is not None:
            post = pick(Post.objects.order_by("pk"), which)
        self.act(
            "name_trainer",
            f"{who or 'the officer'} says that post {post.pk} teaches the course {cohort.pk}",
            cohorts.add_trainer,
            by=self.by(who or "the officer", cohort.incubator),
            cohort=cohort,
            post=post,
            since=self.today,
        )

    def _enroll(self, who, cohort, person, state, asked):
        members = Membership.objects.in_force(self.today).filter(person__incubator=cohort.incubator)
        free = members.exclude(person__enrollments__cohort=cohort).select_related("person").order_by("pk")
        chosen = (pick(free, person) if asked else None) or pick(
            members.select_related("person").order_by("pk"), person
        )
        if chosen is None:
            return
        self.act(
            "enroll",
            f"{who} enrols person {chosen.person_id} as {state} in the course {cohort.pk}",
            enrollments.enroll,
            by=self.by(who, cohort.incubator),
            cohort=cohort,
            person=chosen.person,
            on=self.today,
            state=state,
            supports_on=self.today if asked else None,
        )

    def _lesson(self, who, which, ago, hour):
        cohort, day = self._cohort(which), self.today - timedelta(days=ago)
        by = self.by(who, cohort.incubator)
        people = [row.who.pk for row in lessons.expected(by, cohort, day)]
        return self.act(
            "log_lesson",
            f"{who} logs a lesson of the course {cohort.pk} on {day:%d-%m-%Y} at {hour} with {len(people)} people",
            lessons.log,
            True,
            by=by,
            cohort=cohort,
            held_on=day,
            starts_at=time(hour),
            ends_at=time(hour + 2),
            marks=dict.fromkeys(people, AttendanceMark.PRESENT),
        )

    def _taught(self, which):
        rows = Lesson.objects.select_related("meeting", "cohort__incubator").order_by("-pk")
        if not rows.exists():
            self._lesson("the officer", which, 0, 10)
        return pick(rows.all(), which)

    def _cohort(self, which):
        return pick(Cohort.objects.select_related("incubator", "curriculum").order_by("-pk"), which)
