"""The arithmetic of a call: points become a score of 100, sheets a mean, and means an order. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise

from cases.call_life import TieBreaker

#: The scale of every score, and so of the spread between two sheets.
SCALE = 100
_CENT = Decimal("0.01")


def _rounded(value) -> Decimal:
    return Decimal(value).quantize(_CENT, ROUND_HALF_UP)


def share(points: int, maximum: int) -> Decimal:
    """The part of a criterion that was reached, from 0 to 1."""
    return Decimal(points) / Decimal(maximum)


def sheet_score(lines: Iterable[tuple[int, int, int]]) -> Decimal:
    """The score of a sheet, of 100: each (points, maximum, weight) gives its share of its weight."""
    return _rounded(sum((share(points, maximum) * weight for points, maximum, weight in lines), Decimal(0)))


def mean(scores: Sequence[Decimal]) -> Decimal:
    """The mean of the sheets."""
    return _rounded(sum(scores, Decimal(0)) / len(scores))


def spread(scores: Sequence[Decimal]) -> Decimal:
    """The distance between the highest sheet and the lowest, in percent of the scale."""
    return max(scores) - min(scores) if scores else Decimal(0)


@dataclass(frozen=True)
class Entry:
    """An application that takes part in the order. `receipt` orders by arrival; `heaviest` is its share there."""

    application: int
    score: Decimal
    receipt: tuple
    interested: int = 0
    heaviest: Decimal = Decimal(0)

    def value(self, tie_breaker):
        """What a tie-breaker compares: the smaller goes first."""
        return {
            TieBreaker.HEAVIEST: -self.heaviest,
            TieBreaker.INTERESTED: -self.interested,
            TieBreaker.RECEIPT: self.receipt,
        }[TieBreaker(tie_breaker)]


@dataclass
class Place:
    """A place in the order, and the tie-breaker that decided it (none: the score did)."""

    rank: int
    entry: Entry
    decided_by: str = ""
    tied: list[int] = field(default_factory=list)


def order(entries: Iterable[Entry], tie_breakers: Sequence[str]) -> list[Place]:
    """By score, then by the published tie-breakers, and last by the order of receipt."""
    rules = [*(rule for rule in tie_breakers if rule != TieBreaker.RECEIPT), TieBreaker.RECEIPT]
    ranked = sorted(entries, key=lambda entry: (-entry.score, *(entry.value(rule) for rule in rules)))
    places = [Place(number, entry) for number, entry in enumerate(ranked, 1)]
    for before, after in pairwise(places):
        if before.entry.score == after.entry.score:
            decided = next(rule for rule in rules if before.entry.value(rule) != after.entry.value(rule))
            before.decided_by = before.decided_by or str(decided)
            after.decided_by = str(decided)
            before.tied.append(after.entry.application)
            after.tied.append(before.entry.application)
    return places
