"""When each group of the demonstration took each step, by where it stands in June of 2021."""

from datetime import date, timedelta

from cases.enums import LegalEventKind, Stage, Verb


def _day(month, day):
    return date(2021, month, day)


#: The demonstration's today, the day after the last event that everybody lived.
TODAY = _day(6, 15)

#: The groups that came first, and were trained in March.
_FIRST = [
    (Verb.RECORD, _day(3, 1)),
    (Verb.APPLY, _day(3, 3)),
    (Verb.EVALUATE, _day(3, 5)),
]
_FIRST_TRAINED = [*_FIRST, (Verb.ADMIT, _day(3, 10)), (Verb.DEFINE_BUSINESS, _day(4, 6))]
_FIRST_FORMAL = [*_FIRST_TRAINED, (Verb.START_FORMALIZATION, _day(4, 15))]
_FIRST_OPERATING = [*_FIRST_FORMAL, (Verb.START_OPERATION, _day(6, 1))]
#: The ones of the second round, trained in April and May.
_SECOND = [(Verb.RECORD, _day(3, 12)), (Verb.APPLY, _day(3, 22)), (Verb.EVALUATE, _day(3, 29))]
#: The ones of the third, in training since May.
_THIRD = [(Verb.RECORD, _day(3, 12)), (Verb.APPLY, _day(4, 5)), (Verb.EVALUATE, _day(4, 22))]

STEPS = {
    Stage.CENSUS: [(Verb.RECORD, _day(4, 20))],
    Stage.CALL: [(Verb.RECORD, _day(4, 12)), (Verb.APPLY, _day(5, 17))],
    Stage.SELECTION: [(Verb.RECORD, _day(4, 12)), (Verb.APPLY, _day(5, 10)), (Verb.EVALUATE, _day(5, 27))],
    Stage.WAITING: [*_THIRD, (Verb.WAITLIST, _day(5, 3))],
    Stage.TRAINING: [*_THIRD, (Verb.ADMIT, _day(5, 3))],
    Stage.BUSINESS: [*_SECOND, (Verb.ADMIT, _day(4, 5)), (Verb.DEFINE_BUSINESS, _day(6, 1))],
    Stage.FORMALIZATION: _FIRST_FORMAL,
    Stage.OPERATION: _FIRST_OPERATING,
    Stage.REGULARIZATION: [*_SECOND, (Verb.ADMIT_FORMAL, _day(4, 12))],
    Stage.GRADUATED: [*_FIRST_OPERATING, (Verb.GRADUATE, _day(6, 10))],
    Stage.CLOSED: [*_SECOND, (Verb.CLOSE, _day(5, 5))],
}
#: The acts of the groups that formalize; the entry and the publication of those in FORMALIZATION are still to come.
DEED = (LegalEventKind.DEED, _day(4, 19))
OTHER_ACTS = (
    (LegalEventKind.REGISTRY_ENTRY, _day(5, 5)),
    (LegalEventKind.PUBLICATION, _day(5, 7)),
    (LegalEventKind.ROLL, _day(5, 20)),
    (LegalEventKind.TAX_ID, _day(5, 27)),
)
#: The courses: (name, days of its lessons). Approval comes two days after the last one.
COURSES = (
    ("Curso de marzo", [_day(3, 11) + timedelta(days=4 * n) for n in range(6)]),
    ("Curso de otoño", [_day(4, 8) + timedelta(days=7 * n) for n in range(6)]),
    ("Curso de mayo", [_day(5, 6) + timedelta(days=7 * n) for n in range(6)]),
)
MODULES = (
    ("Qué es una cooperativa", 3),
    ("Personas, roles y acuerdos", 3),
    ("Inclusión y ajustes para participar", 2),
    ("Costos y precio", 4),
    ("Vender y comprar juntas", 3),
    ("Derechos, deberes y papeles", 3),
)
#: Days between sessions: whoever was trained in March met twice a week.
PACE = {_day(3, 10): 2, _day(4, 5): 6, _day(4, 12): 9, _day(5, 3): 7}


def course_of(admitted_on):
    """The number of the course that a group admitted that day took."""
    return {_day(3, 10): 0, _day(4, 5): 1, _day(5, 3): 2}.get(admitted_on)


def admitted_on(stage):
    """The day a group now at that stage was taken in, or None."""
    return next((day for verb, day in STEPS[stage] if verb in (Verb.ADMIT, Verb.ADMIT_FORMAL)), None)


def session_days(stage, quiet=False):
    """The days of its sessions until today; a quiet group stopped coming after three."""
    first = admitted_on(stage)
    if first is None:
        return []
    last = _day(6, 11) if stage != Stage.GRADUATED else _day(6, 8)
    days, day = [], first + timedelta(days=2)
    while day <= last:
        day += timedelta(days=max(0, 7 - day.weekday()) if day.weekday() >= 5 else 0)  # a weekend waits for Monday
        days.append(day)
        day += timedelta(days=PACE[first] if len(days) < 9 else 14)
    return days[:1] if quiet else days
