"""The quotations behind a budget: how many the bases ask of each thing, the chosen one, and what it differs in."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Protocol

from cases.funding.bases.shapes import Bases
from cases.funding.budget.totals import Spent, cost, requested, same_thing
from cases.funding.budget.words import Check, day, pesos


class Quoted(Protocol):
    """What is read of a quotation."""

    item: str
    detail: str
    supplier: str
    amount: int
    quoted_on: date
    valid_until: date | None
    is_chosen: bool
    set_aside_on: date | None


def of_line(line: Spent, quotations: Iterable[Quoted]) -> list[Quoted]:
    """The quotations of one thing, those set aside left out."""
    wanted = same_thing(line.item, line.name)
    return [one for one in quotations if one.set_aside_on is None and same_thing(one.item, one.detail) == wanted]


def quotation_checks(
    bases: Bases, lines: Sequence[Spent], quotations: Sequence[Quoted], on: date | None = None
) -> Iterator[Check]:
    """Each thing that is paid: its quotations against what the bases ask. `on`: the day until which they must hold."""
    asked = {item.key: item.quotations for item in bases.items}
    for line in lines:
        offered = of_line(line, quotations)
        if requested(line) and asked.get(line.item):
            yield _enough(line, offered, asked[line.item])
        yield from _chosen(line, offered, on)
    known = {same_thing(line.item, line.name) for line in lines}
    for one in quotations:
        if one.is_chosen and one.set_aside_on is None and same_thing(one.item, one.detail) not in known:
            which = f"La cotización elegida de «{one.detail}» ({one.supplier})"
            said = f"{which} no es de ninguna línea: apártela o agregue la línea."
            yield Check("quotation_of_nothing", False, said, item=one.item, line=one.detail)


def _enough(line: Spent, offered: Sequence[Quoted], asked: int) -> Check:
    source = f"Cotizaciones de «{line.name}»: {len(offered)}; las bases piden {asked} de cada cosa de ese ítem."
    told = {"source": source, "item": line.item, "line": line.name}
    if len(offered) >= asked:
        return Check("quotations", True, f"«{line.name}» tiene las cotizaciones que piden las bases.", **told)
    lacking = asked - len(offered)
    what = "Falta 1 cotización" if lacking == 1 else f"Faltan {lacking} cotizaciones"
    has = f"las bases piden {asked} y hay {len(offered)}" if offered else f"las bases piden {asked}"
    return Check("quotations", False, f"{what} de «{line.name}»: {has}.", **told)


def _chosen(line: Spent, offered: Sequence[Quoted], on: date | None) -> Iterator[Check]:
    chosen = next((one for one in offered if one.is_chosen), None)
    told = {"item": line.item, "line": line.name}
    if chosen is None:
        if offered:
            yield Check("no_choice", False, f"Elija una de las cotizaciones de «{line.name}».", **told)
        return
    total, source = cost(line), f"Línea: {pesos(cost(line))}; cotización de {chosen.supplier}: {pesos(chosen.amount)}."
    said = f"La línea «{line.name}» suma {pesos(total)} y la cotización elegida ({chosen.supplier}) es de "
    apart = f"{pesos(chosen.amount)}: la línea tiene {pesos(abs(total - chosen.amount))} "
    if total == chosen.amount:
        yield Check("chosen_amount", True, f"«{line.name}» vale lo que su cotización elegida.", source, **told)
    else:
        more = "de más" if total > chosen.amount else "de menos"
        yield Check("chosen_amount", False, f"{said}{apart}{more}.", source, **told)
    if on and chosen.valid_until and chosen.valid_until < on:
        which = f"La cotización elegida de «{line.name}» ({chosen.supplier})"
        said = f"{which} vale hasta el {day(chosen.valid_until)}, antes del {day(on)}: pida una nueva."
        yield Check("quotation_expires", False, said, **told)
