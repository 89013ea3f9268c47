"""Who took part, under codes, and the courses of the month."""

from collections import Counter, defaultdict
from collections.abc import Iterable

from cases.models import Case
from curricula.enums import CREDITED, UNDER_WAY, EnrollmentState
from curricula.models import Cohort, Enrollment, EnrollmentChange
from incubator.enums import ATTENDED
from reports.codes import person_code
from reports.figures import marks
from reports.figures.records import Course, Line, Monthly, Participant, Standing

#: States of whoever is in the course, or was until it ended.
IN_COURSE = (*UNDER_WAY, *CREDITED, EnrollmentState.FAILED)


def participants(agreement, incubator, lines: Iterable[Line], sealed: Iterable[Monthly]) -> tuple[Participant, ...]:
    """Each person called to a meeting of the month. A code once printed is kept, whatever happens to the key."""
    code = _codes(agreement, sealed)
    minutes = {line.id: line.minutes for line in lines}
    cases = _case_of(incubator)
    called, came, spent = Counter(), Counter(), Counter()
    groups: dict[int, set[int]] = defaultdict(set)
    rows = marks.of_meetings(minutes).order_by("meeting_id", "person_id")
    for person, meeting, mark, organization in rows.values_list("person_id", "meeting_id", "mark", "organization_id"):
        called[person] += 1
        if organization in cases:
            groups[person].add(cases[organization])
        if mark in ATTENDED:
            came[person] += 1
            spent[person] += minutes[meeting]
    found = [
        Participant(
            person=person,
            code=code(person),
            groups=tuple(sorted(groups[person])),
            called=called[person],
            attended=came[person],
            minutes=spent[person],
        )
        for person in called
    ]
    return tuple(sorted(found, key=lambda row: row.code))


def _codes(agreement, sealed):
    """Person → her code: the one printed before, or a new one."""
    printed = {row.person: row.code for figures in sealed for row in figures.participants}
    return lambda person: printed.get(person) or person_code(agreement.pk, person)


def _case_of(incubator) -> dict[int, int]:
    """Organization → its newest case in the incubator."""
    return dict(Case.objects.filter(incubator=incubator).order_by("id").values_list("organization_id", "id"))


def courses(agreement, incubator, month, lines: Iterable[Line], sealed: Iterable[Monthly]) -> tuple[Course, ...]:
    """Cohorts that were open in the month or had a lesson in it."""
    lessons = defaultdict(list)
    for line in lines:
        if line.cohort is not None:
            lessons[line.cohort].append(line)
    cohorts = [
        cohort
        for cohort in Cohort.objects.filter(incubator=incubator, starts_on__lte=month.last).order_by("starts_on", "id")
        if cohort.pk in lessons or cohort.ends_on is None or cohort.ends_on >= month.first
    ]
    standing = _enrollments([cohort.pk for cohort in cohorts], month)
    code = _codes(agreement, sealed)
    return tuple(_course(cohort, lessons[cohort.pk], standing[cohort.pk], month, code) for cohort in cohorts)


def _course(cohort, lines, standing, month, code) -> Course:
    credited = [on for _, state, on in standing if state in CREDITED]
    return Course(
        cohort=cohort.pk,
        name=cohort.name,
        lessons=len(lines),
        minutes=sum(line.minutes for line in lines),
        enrolled=sum(state in IN_COURSE for _, state, _ in standing),
        called=sum(line.called for line in lines),
        attended=sum(line.attended for line in lines),
        approved_before=sum(on < month.first for on in credited),
        approved=sum(on >= month.first for on in credited),
        people=tuple(
            sorted(
                (Standing(code(person), state, on.isoformat()) for person, state, on in standing), key=lambda s: s.code
            )
        ),
    )


def _enrollments(cohort_ids, month) -> dict[int, list]:
    """Cohort → (person, state, since) of each enrollment as it stood when the month ended."""
    enrollments = Enrollment.objects.filter(cohort_id__in=cohort_ids).order_by("id")
    changes = EnrollmentChange.objects.filter(enrollment__cohort_id__in=cohort_ids).order_by("id")
    told, last = set(), {}
    for change in changes:
        told.add(change.enrollment_id)
        if change.effective_on <= month.last:
            last[change.enrollment_id] = (change.to_state, change.effective_on)
    found = defaultdict(list)
    for enrollment in enrollments:
        stood = last.get(enrollment.pk)
        if stood is None and enrollment.pk not in told and enrollment.state_on <= month.last:
            stood = (enrollment.state, enrollment.state_on)
        if stood is not None:
            found[enrollment.cohort_id].append((enrollment.person_id, *stood))
    return found
