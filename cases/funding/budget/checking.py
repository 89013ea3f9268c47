"""Whether a budget adds up to what the bases ask: every finding a sentence that explains its sum. Pure, and exact.

Amounts are whole pesos and shares are fractions, never floats. The arithmetic lives in the modules beside this one.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from cases.funding.bases.shapes import Bases
from cases.funding.budget.limits import item_checks, whole_checks
from cases.funding.budget.own import own_checks
from cases.funding.budget.quotes import Quoted, quotation_checks
from cases.funding.budget.totals import MOST_MONTHS, Line, Spent, Totals, cost, requested, same_thing, totals
from cases.funding.budget.words import Check, UnitValue, pesos

__all__ = [
    "Change",
    "Check",
    "Line",
    "Totals",
    "UnitValue",
    "asks_money",
    "checks",
    "differences",
    "findings",
    "months_of",
    "totals",
]

#: Months of a project whose bases do not say how many.
_MONTHS = 12


def months_of(bases: Bases) -> int:
    """How many months the table has: those of the bases, within reason."""
    return min(max(bases.dates.months or _MONTHS, 1), MOST_MONTHS)


def asks_money(bases: Bases) -> bool:
    """Whether a budget is asked at all: some calls give things or hours."""
    money = bases.money
    limited = any(amount is not None for amount in (money.minimum, money.maximum, money.per_person, money.total))
    return bool(bases.items or bases.cofinancing or limited)


def checks(  # what a budget is judged by
    bases: Bases,
    lines: Sequence[Spent],
    quotations: Sequence[Quoted] = (),
    *,
    signers: int | None = None,
    value: UnitValue | None = None,
    on: date | None = None,
) -> list[Check]:
    """Everything that the bases ask of a budget, held or not, with where each number comes from.

    `signers`: how many people sign; `value`: what the unit of the bases was worth; `on`: the day of the closing.
    """
    sums = totals(lines, bases.items)
    return [
        *_written(bases, lines),
        *item_checks(bases, sums, value),
        *own_checks(bases, sums),
        *(whole_checks(bases, sums, signers, value) if lines else ()),
        *quotation_checks(bases, lines, quotations, on),
    ]


def findings(bases: Bases, lines: Sequence[Spent], quotations: Sequence[Quoted] = (), **known) -> list[str]:
    """What is still wrong or cannot be said yet, a sentence each; none when the budget adds up."""
    return [check.sentence for check in checks(bases, lines, quotations, **known) if not check.met]


def _written(bases: Bases, lines: Sequence[Spent]) -> Iterator[Check]:
    """What is wrong of the lines themselves."""
    if not lines and asks_money(bases):
        yield Check("empty", False, "El presupuesto no tiene líneas: agregue lo que se pagará con el fondo.")
    seen = set()
    for line in lines:
        told = {"item": line.item, "line": line.name}
        key = same_thing(line.item, line.name)
        if key in seen:
            said = f"«{line.name}» está dos veces en el mismo ítem: júntelas o nómbrelas distinto."
            yield Check("twice", False, said, **told)
        seen.add(key)
        if not cost(line):
            yield Check("no_amount", False, f"«{line.name}» no tiene monto: escríbalo o quite la línea.", **told)
        yield from _late(bases.dates.months, line)


def _late(months: int | None, line: Spent) -> Iterator[Check]:
    late = [number for number, amount in enumerate(line.months, start=1) if amount and months and number > months]
    if late:
        said = f"«{line.name}» pide dinero en el mes {late[0]} y el proyecto dura {months}: páselo a un mes anterior."
        yield Check("late_month", False, said, item=line.item, line=line.name)


@dataclass(frozen=True)
class Change:
    """What happened to one thing from a version of the budget to another."""

    item: str
    name: str
    before: Spent | None
    after: Spent | None

    @property
    def requested_before(self) -> int:
        """What the first version asked for it."""
        return requested(self.before) if self.before else 0

    @property
    def requested_after(self) -> int:
        """What the second one asks."""
        return requested(self.after) if self.after else 0

    @property
    def sentence(self) -> str:
        """What happened, in words."""
        if self.before is None:
            return f"Se agregó, con {pesos(cost(self.after))}."
        if self.after is None:
            return f"Se quitó: tenía {pesos(cost(self.before))}."
        parts = [
            f"{what}: de {pesos(was)} a {pesos(now)}"
            for what, was, now in (
                ("pedido", self.requested_before, self.requested_after),
                ("aporte en dinero", self.before.own_cash, self.after.own_cash),
                ("aporte valorado", self.before.own_kind, self.after.own_kind),
            )
            if was != now
        ]
        said = "; ".join(parts) if parts else "los mismos montos, en otros meses"
        return f"{said[:1].upper()}{said[1:]}."


def differences(before: Sequence[Spent], after: Sequence[Spent]) -> list[Change]:
    """What changed from one version to another, thing by thing; the same thing is the same name in the same item."""
    first = {same_thing(line.item, line.name): line for line in before}
    second = {same_thing(line.item, line.name): line for line in after}
    found = []
    for key in [*first, *(key for key in second if key not in first)]:
        one, other = first.get(key), second.get(key)
        if one is None or other is None or _amounts(one) != _amounts(other):
            shown = other or one
            found.append(Change(shown.item, shown.name, one, other))
    return found


def _amounts(line: Spent) -> tuple:
    months = list(line.months)
    while months and not months[-1]:
        months.pop()
    return tuple(months), line.own_cash, line.own_kind
