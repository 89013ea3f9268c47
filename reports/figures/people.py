"""Who took part, under codes, and the courses of the month."""

from collections import Counter, defaultdict
from collections.abc import Iterable

from cases import moves
from curricula.enums import CREDITED, UNDER_WAY, EnrollmentState
from curricula.models import Cohort, Enrollment, EnrollmentChange
from incubator import same_person
from incubator.enums import ATTENDED
from reports.codes import person_code
from reports.figures import marks
from reports.figures.records import Course, Line, Monthly, Participant, Standing

#: States of whoever is in the course, or was until it ended.
IN_COURSE = (*UNDER_WAY, *CREDITED, EnrollmentState.FAILED)


def participants(agreement, incubator, lines: Iterable[Line], sealed: Iterable[Monthly]) -> tuple[Participant, ...]:
    """Each person called to a meeting of the month. A code once printed is kept, whatever happens to the key."""
    code = _codes(agreement, sealed)
    minutes, days = {line.id: line.minutes for line in lines}, {line.id: line.held_on for line in lines}
    cases = _case_of(incubator)
    called, came, spent = Counter(), Counter(), Counter()
    groups: dict[int, set[int]] = defaultdict(set)
    rows = marks.of_meetings(minutes).annotate(one_person=same_person.surviving()).order_by("meeting_id", "person_id")
    seen: dict[tuple[int, int], bool] = {}
    for person, meeting, mark, organization in rows.values_list("one_person", "meeting_id", "mark", "organization_id"):
        if stay := _stay(cases.get(organization, ()), days[meeting]):
            groups[person].add(stay)
        seen[person, meeting] = seen.get((person, meeting), False) or mark in ATTENDED
    for (person, meeting), attended in seen.items():  # two records of one person in a meeting are one mark
        called[person] += 1
        if attended:
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
    """Person → her code: the one printed before (by the surviving record first, then by another), or a new one."""
    printed = {row.person: row.code for figures in sealed for row in figures.participants}
    for record, survivor in same_person.canonical(printed).items():
        printed.setdefault(survivor, printed[record])
    first = _FirstRecords()
    return lambda person: printed.get(person) or person_code(agreement.pk, first.of(person))


class _FirstRecords:
    """Person → the record she was copied from by a transfer: one code within the agreement, asked once of each."""

    def __init__(self):
        self._known: dict[int, int] = {}

    def of(self, person):
        if not self._known:
            self._known = moves.all_first_records()
        return self._known.get(person, person)


def _case_of(incubator) -> dict[int, list[tuple[str, int]]]:
    """Organization → its stays in the incubator, (first day, case), oldest first."""
    found: dict[int, list[tuple[str, int]]] = defaultdict(list)
    rows = moves.cases_ever_in(incubator).order_by("opened_on", "id")
    for organization, since, case in rows.values_list("organization_id", "opened_on", "id"):
        found[organization].append((since.isoformat(), case))
    return found


def _stay(stays, day) -> int | None:
    """The case a group was living that day: a stay that began later never takes what is of the one before."""
    begun = [case for since, case in stays if since <= day]
    return begun[-1] if begun else stays[0][1] if stays else None


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
    return {cohort: _once(rows) for cohort, rows in found.items()} | {pk: [] for pk in cohort_ids if pk not in found}


def _once(standing):
    """One row a person: a credited one first, then one under way, then the oldest."""
    read_as = same_person.canonical(person for person, _, _ in standing)
    ranked = sorted(standing, key=lambda row: (row[1] not in CREDITED, row[1] not in IN_COURSE))
    kept = {}
    for person, state, on in ranked:
        kept.setdefault(read_as[person], (read_as[person], state, on))
    return list(kept.values())
