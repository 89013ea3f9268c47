"""What the stories of sessions begin with."""

from datetime import date, time

from cases.services import sessions
from incubator.enums import AttendanceMark
from tests.factories import case_in
from tests.factories.cases import officer_of

DAY = date(2021, 6, 8)


def marks_of(case, day=DAY, mark=AttendanceMark.PRESENT, **others):
    """Everyone of that day with the same mark; others: {index: mark} by their order in the list."""
    people = [row.person_id for row in case.organization.members_on(day)]
    marks = dict.fromkeys(people, mark)
    return marks | {people[int(index[1:])]: value for index, value in others.items()}


def logged(*cases, by=None, held_on=DAY, starts_at=time(15), ends_at=time(17), topic="Costos y precio", **more):
    """A session of two hours with everyone present."""
    cases = cases or (case_in(),)
    marks = {}
    for case in cases:
        marks |= marks_of(case, held_on)
    return sessions.log(
        by=by or officer_of(cases[0].incubator),
        cases=list(cases),
        held_on=held_on,
        starts_at=starts_at,
        ends_at=ends_at,
        topic=topic,
        **({"marks": marks} | more),
    )
