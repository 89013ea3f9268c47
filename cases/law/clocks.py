"""R17 · Legal clocks: calendar days from the day after the act (Código Civil, arts. 48-50), and the dates people need.

Every clock shows «vence» (the law's last day, holiday or not), «último día hábil» (the last working day on or before
it) and «ingresar a más tardar» (the working days that the authority takes before that one; a decision of the house).
"""

from dataclasses import dataclass
from datetime import date, timedelta

from cases.law.answers import Answer, Outcome, Reading, dmy
from cases.law.shapes import Clock
from cases.law.versions import add_months
from incubator.calendars import Month, UnknownYearError, WorkingCalendar

#: Days before the end on which somebody is told.
REMINDERS = (30, 15, 7, 3, 1)


@dataclass(frozen=True)
class Term:
    """One clock that runs. Without a known calendar for its year, the dates in working days are None."""

    clock: Clock
    starts_on: date
    due_on: date
    last_business_day: date | None
    file_by: date | None
    reminders: tuple[tuple[int, date], ...]

    def days_left(self, on: date) -> int:
        """Days to its end; negative when it passed."""
        return (self.due_on - on).days

    def met(self, done_on: date | None) -> bool:
        """Whether the act was done within it: after its start, and not after the midnight of its last day."""
        return done_on is not None and self.starts_on <= done_on <= self.due_on


def term(*, key: str, starts_on: date, working: WorkingCalendar, region: str | None = None) -> Term:
    """The clock of that key, from the day of the act that starts it."""
    clock = Reading(starts_on).clock(key)
    if clock.value is None:
        raise ValueError(f"{key} has no length")
    return term_until(clock, starts_on, ends_on(clock, starts_on), working, region)


def ends_on(clock: Clock, starts_on: date) -> date:
    """The calendar day on which a clock ends at midnight."""
    if clock.unit == "months":
        return add_months(starts_on, clock.value or 0)
    return starts_on + timedelta(days=clock.value or 0)


def term_until(clock: Clock, starts_on: date, due_on: date, working: WorkingCalendar, region: str | None) -> Term:
    """A clock whose end is known, with its dates in working days and its reminders."""
    try:
        last = working.previous_business_day(due_on, region)
        file_by = working.add_business_days(last, -clock.ahead, region) if clock.ahead else last
        before = [(days, working.previous_business_day(due_on - timedelta(days=days), region)) for days in REMINDERS]
    except UnknownYearError:
        return Term(clock, starts_on, due_on, None, None, ())
    kept = tuple((days, day) for days, day in before if day > starts_on)
    return Term(clock, starts_on, due_on, last, file_by, kept)


def registration(
    *,
    deed_on: date,
    on: date,
    working: WorkingCalendar,
    region: str | None = None,
    entered_on: date | None = None,
    published_on: date | None = None,
    act: str = "",
) -> Answer:
    """R17 · Sixty days from the deed, one clock for the registry and one for the Gazette (DFL 5, arts. 7 and 8).

    `act` is "" for a constitution, «reform» or «cure»: each counts from its own deed.
    """
    prefix = f"{act}." if act else ""
    read = Reading(deed_on)
    read.rule("clocks", "counting")
    terms = {}
    for name in ("registry", "gazette"):
        read.rule("clocks", f"{prefix}{name}")
        terms[name] = term(key=f"{prefix}{name}", starts_on=deed_on, working=working, region=region)
    done = {"registry": _by(entered_on, on), "gazette": _by(published_on, on)}
    if any(one.last_business_day is None for one in terms.values()):
        read.note("No se conocen los feriados de ese año: el último día hábil se calcula a mano.")
    due = terms["registry"].due_on
    days = terms["registry"].clock.value
    arithmetic = f"Escritura del {dmy(deed_on)} más {days} días corridos: vence el {dmy(due)}, a medianoche."
    outcome = _standing(terms, done, on)
    remedy = {
        Outcome.PENDING: "Ingrese los papeles antes de la última fecha recomendada.",
        Outcome.OVERDUE: "El plazo pasó sin los dos actos: pida ayuda legal de inmediato.",
        Outcome.NOT_MET: "Hay un acto fuera de plazo: se puede sanear con otra escritura (Ley 19.499).",
    }.get(outcome, "")
    return read.answer("R17", outcome, arithmetic, remedy=remedy, due_on=due, **terms)


def tax_start(*, began_on: date, working: WorkingCalendar, region: str | None = None) -> Term:
    """The two months after the month in which the activity begins (Código Tributario, art. 68)."""
    clock = Reading(began_on).clock("tax.start")
    month = Month.of(began_on)
    return term_until(clock, began_on, month.plus(clock.value or 0).last, working, region)


def _by(done_on: date | None, on: date) -> date | None:
    """What was known on that day: an act that had not happened yet is none."""
    return done_on if done_on is not None and done_on <= on else None


def _standing(terms: dict[str, Term], done: dict[str, date | None], on: date) -> Outcome:
    if all(terms[name].met(done[name]) for name in terms):
        return Outcome.MET
    if any(done[name] is None and on > terms[name].due_on for name in terms):
        return Outcome.OVERDUE
    if any(done[name] is not None and not terms[name].met(done[name]) for name in terms):
        return Outcome.NOT_MET
    return Outcome.PENDING
