"""The own part that the bases ask: a share of the total cost or of what is requested, in cash, valued or either."""

from collections.abc import Iterator
from fractions import Fraction
from math import ceil

from cases.funding.bases.shapes import Bases, CoFinancing, Contribution, Share
from cases.funding.budget.totals import ItemTotal, Totals
from cases.funding.budget.words import Check, exact, percent, pesos


def own_checks(bases: Bases, sums: Totals) -> Iterator[Check]:
    """Each own part that is asked."""
    named = {item.key: item.name for item in bases.items}
    for asked in bases.cofinancing:
        names = [f"«{named.get(key, key)}»" for key in asked.items]
        yield _check(asked, sums.of(asked.items), _listed(names))


def _check(asked: CoFinancing, part: ItemTotal, where: str) -> Check:
    share, own = exact(asked.percent) / 100, _own(asked.kind, part)
    of_total = asked.of == Share.TOTAL
    base = part.total if of_total else part.requested
    reached = Fraction(own, base) if base else Fraction(0)
    of = f"{asked.of.label}{f' de {where}' if where else ''}"
    what = f"El aporte propio {asked.kind.label}"
    source = f"{pesos(own)} de aporte ÷ {pesos(base)} {of} = {percent(reached, share)}; piden {percent(share)}."
    if asked.clause:
        source = f"{source} {asked.clause}"
    said = f"{what} es {pesos(own)}, {percent(reached, share)} {of}, y las bases piden {percent(share)}"
    item = asked.items[0] if len(asked.items) == 1 else ""
    if own >= share * base:
        return Check("cofinancing", True, f"{said}.", source, item)
    return Check("cofinancing", False, f"{said}: {_lacking(own, base, share, of_total)}.", source, item)


def _lacking(own: int, base: int, share: Fraction, of_total: bool) -> str:
    """What is still to be put, exact: of a total cost, what is put makes the total grow too."""
    if not of_total:
        return f"faltan {pesos(ceil(share * base) - own)}"
    if share >= 1:
        return f"baje lo que pide, o pase {pesos(base - own)} a aporte propio"
    passed = f"pase {pesos(ceil(share * base) - own)} de lo pedido a aporte propio"
    return f"agregue {pesos(ceil((share * base - own) / (1 - share)))} de aporte, o {passed}"


def _own(kind: Contribution, part: ItemTotal) -> int:
    return {Contribution.CASH: part.own_cash, Contribution.KIND: part.own_kind}.get(kind, part.own)


def _listed(names: list[str]) -> str:
    return " y ".join(filter(None, [", ".join(names[:-1]), names[-1]])) if names else ""
