"""What the bases limit of a budget: its items, how much of each, how much in all, and for each person who signs."""

from collections.abc import Callable, Iterator
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor

from cases.funding.bases.shapes import Bases, Item
from cases.funding.budget.totals import ItemTotal, Totals
from cases.funding.budget.words import Check, Limit, UnitValue, exact, limits, percent, pesos
from cases.funding.words import Unit

#: How an amount of the bases is read.
Read = Callable[[int | Decimal], Limit]


def item_checks(bases: Bases, sums: Totals, value: UnitValue | None) -> Iterator[Check]:
    """Each item of the budget: whether it may be paid, and its caps."""
    known, read = {item.key: item for item in bases.items}, limits(bases.money.unit, value)
    for part in sums.items:
        item = known.get(part.key)
        if item is None:
            if known:
                yield _unknown(part)
            continue
        if not item.allowed:
            yield _forbidden(item, part)
            continue
        if item.cap_percent is not None:
            yield _cap_percent(item, part, sums)
        if item.cap_amount is not None:
            yield _cap_amount(item, part, read(item.cap_amount), bases.money.unit)


def whole_checks(bases: Bases, sums: Totals, signers: int | None, value: UnitValue | None) -> Iterator[Check]:
    """The whole: the least and the most that may be asked."""
    money, read = bases.money, limits(bases.money.unit, value)
    if money.minimum is not None:
        yield _minimum(sums.requested, read(money.minimum), money.unit)
    if money.maximum is not None:
        yield _maximum("maximum", sums.requested, read(money.maximum), money.unit, "por proyecto")
    if money.per_person is not None:
        yield _per_person(sums.requested, money.per_person, signers, read, money.unit)


def _unknown(part: ItemTotal) -> Check:
    said = f"«{part.name}» no es un ítem de las bases: pase sus {pesos(part.total)} a uno que sí lo sea, o quítelos."
    return Check("unknown_item", False, said, "Las bases nombran los ítems que se pueden pagar.", part.key)


def _forbidden(item: Item, part: ItemTotal) -> Check:
    said = f"Las bases no permiten pagar «{item.name}»: quite sus líneas, que suman {pesos(part.total)}."
    why = item.detail or "Las bases lo nombran entre lo que no se paga."
    return Check("forbidden_item", False, said, why, item.key)


def _cap_percent(item: Item, part: ItemTotal, sums: Totals) -> Check:
    cap, asked, whole = exact(item.cap_percent) / 100, part.requested, sums.requested
    share = Fraction(asked, whole) if whole else Fraction(0)
    source = (
        f"{pesos(asked)} de «{item.name}» ÷ {pesos(whole)} pedidos = {percent(share, cap)}; "
        f"tope de las bases: {percent(cap)} de lo pedido, {pesos(floor(cap * whole))}."
    )
    said = f"Pide {pesos(asked)} en «{item.name}»: es {percent(share, cap)} de lo pedido y las bases permiten"
    if asked <= cap * whole:
        return Check("cap_percent", True, f"{said} {percent(cap)}.", source, item.key)
    return Check("cap_percent", False, f"{said} {percent(cap)}; {_less(asked, whole, cap)}.", source, item.key)


def _less(asked: int, whole: int, cap: Fraction) -> str:
    """The ways to come down to a share of the whole, each exact: to other items, away, or by raising the others."""
    moved = asked - floor(cap * whole)
    away = ceil((asked - cap * whole) / (1 - cap))
    said = f"pase {pesos(moved)} a otros ítems, baje {pesos(away)}"
    return f"{said} o suba los otros en {pesos(ceil(asked / cap) - whole)}" if cap else f"quite los {pesos(asked)}"


def _cap_amount(item: Item, part: ItemTotal, cap: Limit, unit: Unit) -> Check:
    return _at_most("cap_amount", part.requested, cap, unit, f"en «{item.name}»", "", item.key)


def _maximum(rule: str, asked: int, cap: Limit, unit: Unit, why: str, how: str = "") -> Check:
    return _at_most(rule, asked, cap, unit, "en total", f" {why}", "", how)


def _at_most(  # one sentence for every amount that is not passed
    rule: str, asked: int, cap: Limit, unit: Unit, what: str, why: str, item: str = "", how: str = ""
) -> Check:
    if cap.pesos is None:
        return _open(rule, f"Las bases permiten hasta {cap.said}{why} {what}", unit, item)
    source = f"Pedido: {pesos(asked)}; tope de las bases{why}: {how or cap.how or cap.said}."
    said = f"Pide {pesos(asked)} {what} y las bases permiten hasta {cap.said}{why}"
    if asked <= cap.pesos:
        return Check(rule, True, f"{said}.", source, item)
    return Check(rule, False, f"{said}: baje {pesos(asked - floor(cap.pesos))}.", source, item)


def _minimum(asked: int, least: Limit, unit: Unit) -> Check:
    if least.pesos is None:
        return _open("minimum", f"Las bases piden al menos {least.said} por proyecto", unit)
    source = f"Pedido: {pesos(asked)}; mínimo de las bases: {least.how or least.said}."
    said = f"Pide {pesos(asked)} en total y las bases piden al menos {least.said} por proyecto"
    if asked >= least.pesos:
        return Check("minimum", True, f"{said}.", source)
    return Check("minimum", False, f"{said}: faltan {pesos(ceil(least.pesos) - asked)}.", source)


def _per_person(asked: int, each: int, signers: int | None, read: Read, unit: Unit) -> Check:
    if not signers:
        said = f"Las bases dan hasta {read(each).said} por cada persona que firma: escriba cuántas personas firman."
        return Check("per_person", False, f"Por comprobar. {said}", is_open=True)
    people = "1 persona que firma" if signers == 1 else f"{signers} personas que firman"
    how = f"{people} × {read(each).how or read(each).said}"
    return _maximum("per_person", asked, read(each * signers), unit, f"por {people}", how)


def _open(rule: str, said: str, unit: Unit, item: str = "") -> Check:
    sentence = f"Por comprobar. {said}: escriba el valor de la {unit.label} y su día para saber cuánto es en pesos."
    return Check(rule, False, sentence, f"Nadie ha escrito el valor de la {unit.label}.", item, is_open=True)
