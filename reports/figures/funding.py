"""Money in a month's report: acts by their day, what was sealed of them, and what of the sealed reads otherwise today.

A sealed month that lacks this section says nothing of money, and nothing is not 0: the first report that has it counts
what came before as «arrastre inicial», and later ones go on from there.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cases.funding.around import figures as reading
from cases.funding.around.acts import Act, What


@dataclass(frozen=True)
class ActChange:
    """An act of a sealed month that reads otherwise today. None: it was not there, or it no longer counts."""

    before: Act | None
    after: Act | None


@dataclass(frozen=True)
class FundBalance:
    """Acts of one kind, in number and pesos: what was there before, this month, and the adjustments."""

    what: str
    count_before: int
    count: int
    count_adjusted: int
    amount_before: int
    amount: int
    amount_adjusted: int

    @property
    def count_so_far(self):
        """Before + this month + adjustments."""
        return self.count_before + self.count + self.count_adjusted

    @property
    def amount_so_far(self):
        """Before + this month + adjustments."""
        return self.amount_before + self.amount + self.amount_adjusted


@dataclass(frozen=True)
class Funds:
    """The section. `carried`: the acts before the first month that has it (its «arrastre inicial»); empty later."""

    is_first: bool
    carried: tuple[Act, ...]
    acts: tuple[Act, ...]
    balances: tuple[FundBalance, ...]
    changes: tuple[ActChange, ...]


def section(agreement, incubator, month, sealed: Sequence) -> Funds:
    """The section of a month. `sealed`: the figures in force of earlier months, oldest first."""
    months = {figures.identity.period: figures.funds for figures in sealed if figures.funds is not None}
    acts = reading.read(agreement, incubator, month.last)
    current = [act for act in acts if act.on[:7] == str(month)]
    first = min(months, default=str(month))
    again = {act.key: act for act in acts if act.on[:7] < first or act.on[:7] in months}
    was = known(months.values()) if months else again
    return Funds(
        is_first=not months,
        carried=() if months else tuple(again.values()),
        acts=tuple(current),
        balances=tuple(_balance(what.value, was.values(), current, again.values()) for what in What),
        changes=changes(was, again),
    )


def known(sealed: Iterable[Funds]) -> dict[str, Act]:
    """The acts as the sealed months left them, adjustments included; from the oldest month to the newest."""
    found: dict[str, Act] = {}
    for one in sealed:
        found |= {act.key: act for act in one.carried}
        for change in one.changes:
            if change.after is None:
                found.pop(change.before.key, None)
            else:
                found[change.after.key] = change.after
        found |= {act.key: act for act in one.acts}
    return found


def changes(was: dict[str, Act], again: dict[str, Act]) -> tuple[ActChange, ...]:
    """Each act that was added, taken away or says another day or amount. A new name of a call is no adjustment."""
    pairs = [(was.get(key), again.get(key)) for key in was.keys() | again.keys()]
    pairs = [(one, other) for one, other in pairs if _measures(one) != _measures(other)]
    pairs.sort(key=lambda pair: ((pair[0] or pair[1]).on, (pair[0] or pair[1]).key))
    return tuple(ActChange(*pair) for pair in pairs)


def _measures(act):
    return None if act is None else (act.what, act.on, act.amount, act.unsaid)


def _balance(what, was, current, again):
    sums = [_sums(what, acts) for acts in (was, current, again)]
    counts, amounts = zip(*sums, strict=True)
    return FundBalance(
        what, counts[0], counts[1], counts[2] - counts[0], amounts[0], amounts[1], amounts[2] - amounts[0]
    )


def _sums(what, acts):
    mine = [act for act in acts if act.what == what]
    return len(mine), sum(act.amount or 0 for act in mine)
