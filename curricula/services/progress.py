"""How far each person of a course has come: the share of lessons attended, justified absences apart."""

from dataclasses import dataclass
from fractions import Fraction

from curricula.enums import EnrollmentState
from curricula.models import Lesson
from incubator import same_person
from incubator.enums import ATTENDED, AttendanceMark
from incubator.models import Attendance
from incubator.parameters import Parameters

_ATTENDING = (EnrollmentState.ENROLLED, EnrollmentState.ACTIVE)


@dataclass(frozen=True)
class Progress:
    """Lessons of one person up to a day. A justified absence is neither for nor against."""

    attended: int = 0
    absent: int = 0
    justified: int = 0
    unmarked: int = 0

    @property
    def counted(self):
        """The lessons that decide: attended and absent."""
        return self.attended + self.absent

    @property
    def share(self):
        """Attended of counted, as a Fraction between 0 and 1; None while there is nothing to count."""
        return Fraction(self.attended, self.counted) if self.counted else None

    def meets(self, percent):
        """Whether the share reaches that many per cent, with every lesson marked."""
        return self.counted > 0 and not self.unmarked and self.attended * 100 >= percent * self.counted


def threshold(cohort, on):
    """The per cent of lessons the agreement asks to approve."""
    agreement = cohort.curriculum.agreement or cohort.incubator.agreement_on(on)
    return (agreement.rules if agreement else Parameters()).lesson_attendance_share


def progress_of(cohort, enrollments, on) -> dict[int, Progress]:
    """{enrollment_id: Progress} up to a day. A lesson is asked of whoever was enrolled or studying that day."""
    enrollments = list(enrollments.prefetch_related("changes"))
    lessons = dict(
        Lesson.objects.filter(cohort=cohort, meeting__voided_at__isnull=True, meeting__held_on__lte=on)
        .order_by("meeting_id")
        .values_list("meeting_id", "meeting__held_on")
    )
    marks = _marks(lessons)
    read_as = same_person.canonical(row.person_id for row in enrollments)
    return {row.pk: _progress(row, read_as[row.person_id], lessons, marks) for row in enrollments}


def _marks(lessons):
    """{(meeting, person as she is read): mark}; whoever came by one of her records came."""
    rows = Attendance.objects.filter(meeting_id__in=lessons).annotate(one_person=same_person.surviving())
    found = {}
    for meeting_id, person_id, mark in rows.order_by("pk").values_list("meeting_id", "one_person", "mark"):
        if mark in ATTENDED or (meeting_id, person_id) not in found:
            found[meeting_id, person_id] = mark
    return found


def _progress(enrollment, person_id, lessons, marks):
    seen = {"attended": 0, "absent": 0, "justified": 0, "unmarked": 0}
    for meeting_id, day in lessons.items():
        mark = marks.get((meeting_id, person_id))
        if mark in ATTENDED:
            seen["attended"] += 1
        elif mark == AttendanceMark.JUSTIFIED:
            seen["justified"] += 1
        elif mark == AttendanceMark.ABSENT:
            seen["absent"] += 1
        elif state_on(enrollment, day) in _ATTENDING:
            seen["unmarked"] += 1
    return Progress(**seen)


def state_on(enrollment, day):
    """The state an enrollment was in on a day; None before it began. Reads prefetched changes."""
    changes = [change for change in enrollment.changes.all() if change.effective_on <= day]
    if changes:
        return max(changes, key=lambda change: change.pk).to_state
    if enrollment.changes.all():
        return None
    return enrollment.state if enrollment.state_on <= day else None
