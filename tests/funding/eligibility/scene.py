"""A group and a call with round numbers, and the row of a table of cases."""

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from cases.funding.bases.shapes import Condition, Moment, Subject
from cases.funding.eligibility.asking import CallOf
from cases.funding.eligibility.facts import Facts, Sensitive, Share
from cases.funding.eligibility.judge import judge_condition
from cases.funding.eligibility.outcomes import Answer, Outcome

TODAY = date(2021, 6, 1)
CLOSING = date(2021, 6, 30)
AWARD = date(2021, 9, 30)
DAYS = {Moment.CLOSING: CLOSING, Moment.AWARD: AWARD}
CALL = CallOf("fondo-2021", 7, "Fondo de Prueba")

#: Five people without legal personality; nothing of them is missing.
INFORMAL = Facts(
    on=TODAY,
    region="06",
    commune="06101",
    activity="561000",
    members=5,
    women=Share(3, 2, 0),
    youngest_member_age=22,
    oldest_member_age=61,
    sales=4_000_000,
    sensitive=Sensitive(Share(3, 2, 0), Share(2, 3, 0), Share(2, 3, 0), {40: 3, 60: 2}, 0),
)
#: The same people in a cooperative that is in force.
FORMAL = replace(
    INFORMAL,
    is_cooperative=True,
    is_valid=True,
    constituted_on=date(2020, 3, 15),
    started_activity_on=date(2020, 4, 1),
    cooperative_type="trabajo",
)


@dataclass(frozen=True)
class Row:
    """One case: what is asked, of whom, with which facts, and what comes out."""

    kind: str
    outcome: Outcome
    given: dict[str, Any] = field(default_factory=dict)
    facts: Facts = FORMAL
    subject: Subject | None = None
    moment: Moment = Moment.CLOSING
    says: str = ""  # words of the evidence or the remedy
    on: date | None = None
    by: date | None = None
    need: tuple[int, int, int] = (0, 0, 0)  # documents, acts, people
    impossible: bool = False
    days: dict[Moment, date] = field(default_factory=lambda: dict(DAYS))
    call: CallOf | None = CALL

    def __str__(self):
        return f"{self.kind} {self.outcome} {self.given} {self.says}"[:110]

    def condition(self, subject: Subject) -> Condition:
        """What the bases would say."""
        return Condition("c", self.kind, self.subject or subject, self.moment, self.given, "art. 1")

    def answer(self, subject: Subject) -> Answer:
        """What comes out."""
        return judge_condition(self.condition(subject), self.facts, self.days, call=self.call)


def informal(**more) -> Facts:
    """The informal group, with other facts."""
    return replace(INFORMAL, **more)


def formal(**more) -> Facts:
    """The cooperative, with other facts."""
    return replace(FORMAL, **more)
