"""Steps and transfers of some months, of one incubator or of several, in one query.

The rules are those of the monthly report (reports/figures/journeys.py): a step counts for the incubator that answered
for the case on its day (docs/adr/0013), and a correction takes itself and the step it undoes out of the count.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import NamedTuple

from django.db.models import Exists, F, OuterRef, Q

from cases.enums import Stage, Verb
from cases.models import Responsibility, StageChange
from incubator.calendars import Month

#: What is counted of the steps, in the order lived: its name, and the verbs that make it.
KINDS: dict[str, tuple[str, tuple[Verb, ...]]] = {
    "new": ("Nuevos", (Verb.RECORD,)),
    "admitted": ("Admitidos", (Verb.ADMIT, Verb.ADMIT_FORMAL)),
    "graduated": ("Egresados", (Verb.GRADUATE,)),
    "closed": ("Cerrados", (Verb.CLOSE, Verb.DECLINE)),
    "reopened": ("Reabiertos", (Verb.REOPEN, Verb.UPHOLD_APPEAL, Verb.REVERT)),
}
_KIND_OF = {verb: kind for kind, (_, verbs) in KINDS.items() for verb in verbs}
#: Arrivals and departures by transfer, which are no steps.
ARRIVED, LEFT = "arrived", "left"
#: Everything counted, with its title, in the order shown.
TITLES = {kind: title for kind, (title, _) in KINDS.items()} | {ARRIVED: "Llegados", LEFT: "Trasladados"}


class _Stay(NamedTuple):
    """One time an incubator answered for a case."""

    pk: int
    incubator: int
    since: date
    until: date | None
    transfer: int | None


@dataclass(frozen=True)
class Step:
    """One step that counts, of the incubator that answered that day."""

    incubator: int
    verb: str
    source: str
    target: str
    on: date


class Movements:
    """What moved: by kind, by month and by incubator, and how many groups came to and left each stage."""

    def __init__(self, first: date, last: date):
        self.first, self.last = first, last
        self._counts: Counter[tuple[int, str, Month]] = Counter()
        self._entered: Counter[str] = Counter()
        self._went: Counter[str] = Counter()

    def add_step(self, step: Step):
        """Count a step of these months."""
        if not self.first <= step.on <= self.last:
            return
        self._entered[step.target] += 1
        self._went[step.source] += 1
        if kind := _KIND_OF.get(Verb(step.verb)):
            self._counts[step.incubator, kind, Month.of(step.on)] += 1

    def add_passing(self, incubator: int, kind: str, on: date):
        """Count a case that came from another incubator, or went to one."""
        if self.first <= on <= self.last:
            self._counts[incubator, kind, Month.of(on)] += 1

    def count(self, kind: str, *, month: Month | None = None, incubator: int | None = None) -> int:
        """How many of a kind, in a month or in all, of an incubator or of all."""
        return sum(
            number
            for (place, what, when), number in self._counts.items()
            if what == kind and month in (None, when) and incubator in (None, place)
        )

    def entered(self, stage: Stage) -> int:
        """How many times a group came to the stage by a step."""
        return self._entered[stage.value]

    def went(self, stage: Stage) -> int:
        """How many times a group left the stage by a step."""
        return self._went[stage.value]


def read(incubators: Iterable, first: date, last: date) -> Movements:
    """What moved from one day to another, both included. One query, of the cases that moved alone."""
    found = Movements(first, last)
    rows = _rows(incubators, first, last)
    for stay, lines in groupby(rows, key=lambda row: _Stay(*row[:5])):
        for verb, source, target, on in _standing(line[5:] for line in lines):
            if _falls(on, stay):
                found.add_step(Step(stay.incubator, verb, source, target, on))
        if stay.until is not None and stay.until <= stay.since:
            continue
        if stay.transfer is not None:
            found.add_passing(stay.incubator, ARRIVED, stay.since)
        if stay.until is not None:
            found.add_passing(stay.incubator, LEFT, stay.until)
    return found


def _rows(incubators, first, last):
    """Every stay of the cases that moved in these days, with the whole history of each."""
    moved = StageChange.objects.filter(case=OuterRef("case"), effective_on__range=(first, last))
    passed = Q(since__range=(first, last), transfer__isnull=False) | Q(until__range=(first, last))
    stays = Responsibility.objects.filter(incubator__in=incubators, case__annulled_at__isnull=True)
    steps = [F(f"case__changes__{name}") for name in ("verb", "from_stage", "to_stage", "effective_on")]
    return (
        stays.filter(passed | Exists(moved))
        .order_by("case_id", "since", "pk", "case__changes__number")
        .values_list("pk", "incubator_id", "since", "until", "transfer_id", *steps)
    )


def _standing(steps: Iterable[tuple]) -> Iterator[tuple]:
    """The steps of a history that stand: a correction takes the last one out, and itself."""
    kept: list[tuple] = []
    for step in steps:
        if step[0] == Verb.CORRECT and kept:
            kept.pop()
        elif step[0] != Verb.CORRECT:
            kept.append(step)
    return iter(kept)


def _falls(on: date, stay: _Stay) -> bool:
    """Whether a step is of this stay: its day counts, and the first stay has what came before it."""
    if stay.until is not None and stay.until <= stay.since:
        return False
    return (stay.transfer is None or on >= stay.since) and (stay.until is None or on < stay.until)
