"""The calls of 2021: when each received, who evaluated, and the day it was put in order."""

from dataclasses import dataclass
from datetime import date, timedelta

from cases.call_life import CallState
from cases.enums import AppealChannel, Conflict, Stage
from cases.services import calls
from cases.services.selection import evaluators, letters, ranking, sheets
from incubator import calendars


@dataclass(frozen=True)
class Round:
    """A call: its days, its seats, and the days of its order and of its last answer (none: it still receives)."""

    name: str
    opens_on: date
    closes_on: date
    seats: int
    ordered_on: date | None = None
    resolved_on: date | None = None


ROUNDS = (
    Round("Convocatoria de verano 2021", date(2021, 3, 1), date(2021, 3, 4), 4, date(2021, 3, 9), date(2021, 3, 15)),
    Round("Convocatoria de marzo 2021", date(2021, 3, 12), date(2021, 3, 26), 4, date(2021, 4, 1), date(2021, 5, 6)),
    Round("Convocatoria de otoño 2021", date(2021, 3, 29), date(2021, 4, 16), 2, date(2021, 4, 30), date(2021, 6, 3)),
    Round("Convocatoria 2021", date(2021, 4, 26), date(2021, 6, 30), 4),
)
#: Whoever ended elsewhere than admitted came last in the order.
_LAST = (Stage.WAITING, Stage.CLOSED)
#: Points of the best application in each criterion, and what its reasons say.
_BEST = (4, 4, 4, 3, 4)
_REASON = "Así se lee en la postulación."


def round_of(day):
    """The call that received on that day."""
    return next(one for one in ROUNDS if one.opens_on <= day <= one.closes_on)


def give(team, application, day):
    """Two people evaluate it, and declare that nothing joins them to the group."""
    for person in (team.disability, team.development):
        given = evaluators.assign(
            by=team.coordinator, application=application, evaluator=person, on=day, due_on=day + timedelta(days=22)
        )
        evaluators.declare(by=person, entrusted=given, on=day, conflict=Conflict.NONE)


def order(team, call, stories, day):
    """File the sheets of everybody and make the order, the eve of deciding."""
    calls.close_call(by=team.disability, call=call, on=day)
    for number, story in enumerate(sorted(stories, key=lambda story: story.script.stage in _LAST)):
        for application in story.case.applications.filter(call=call):
            for second, given in enumerate(application.assignments.select_related("evaluator").order_by("pk")):
                file_sheet(given, number, second, day)
    if stories:
        ranking.rank(by=team.coordinator, call=call, on=day)


def resolve(team, call, day):
    """Everybody has an answer; a call that received nothing is not resolved, it only closed."""
    call.refresh_from_db()
    if call.state == CallState.RANKED:
        ranking.resolve(by=team.coordinator, call=call, on=day)


def file_sheet(given, number, second, day):
    """One sheet: the further back in the order, the fewer points; the second reader gives one less in the last."""
    points = [max(0, best - (number > place)) for place, best in enumerate(_BEST)]
    points[-1] -= second
    criteria = given.application.call.criteria.order_by("order")
    scores = {one.pk: (said, _REASON) for one, said in zip(criteria, points, strict=False)}
    sheets.file_sheet(by=given.evaluator, entrusted=given, on=day, scores=scores)


def tell(team, case, day):
    """The letter of what was decided, handed over the same day."""
    for kind, _ in letters.due_letters(case, day):
        letter = letters.issue(by=team.coordinator, case=case, kind=kind, on=day)
        letters.notify(by=team.disability, letter=letter, on=calendars.today(), channel=AppealChannel.IN_PERSON)
