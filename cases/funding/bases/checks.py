"""What is wrong with bases before they are offered: each fault a sentence that names its place. Pure."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from cases.funding.bases import closings
from cases.funding.bases.shapes import Bases, Condition
from cases.funding.eligibility import kinds


@dataclass(frozen=True)
class Fault:
    """What is wrong, in which part of the bases, and what to do."""

    part: str
    sentence: str


def faults(bases: Bases) -> list[Fault]:
    """Everything that keeps these bases from being offered; none when they may be."""
    return [*_keys(bases), *_dates(bases), *_money(bases), *_conditions(bases), *_criteria(bases), *_form(bases)]


def hours(bases: Bases) -> list[Fault]:
    """The hours that do not exist: refused already in a draft."""
    walls = [(f"El cierre «{one.key}»", one.wall) for one in bases.closings]
    if bases.dates.questions_until is not None:
        walls.append(("El plazo de consultas", bases.dates.questions_until))
    wrong = [(said, closings.wrong(wall)) for said, wall in walls]
    return [Fault("dates", f"{said}: {sentence}") for said, sentence in wrong if sentence]


def warnings(bases: Bases) -> list[str]:
    """What is allowed and worth knowing: hours that happen twice."""
    walls = [one.wall for one in bases.closings]
    if bases.dates.questions_until is not None:
        walls.append(bases.dates.questions_until)
    return [sentence for sentence in map(closings.warning, walls) if sentence]


def _keys(bases: Bases) -> Iterator[Fault]:
    """Every key once in its part, for versions are compared by it."""
    parts = {
        "closings": ("dates", "los cierres", bases.closings),
        "cofinancing": ("money", "los aportes propios", bases.cofinancing),
        "items": ("items", "los ítems", bases.items),
        "documents": ("documents", "los documentos", bases.documents),
        "criteria": ("criteria", "los criterios", bases.criteria),
        "conditions": ("conditions", "las condiciones", list(_all(bases.conditions))),
        "sections": ("form", "las secciones del formulario", bases.sections),
        "fields": ("form", "los campos del formulario", [one for part in bases.sections for one in part.fields]),
    }
    for part, words, rows in parts.values():
        for key, times in Counter(row.key for row in rows).items():
            if times > 1:
                yield Fault(part, f"En {words}, la clave «{key}» está {times} veces: deje una distinta en cada fila.")
            if not key.strip():
                yield Fault(part, f"En {words} hay una fila sin clave: escríbala.")


def _all(conditions) -> Iterator[Condition]:
    for one in conditions:
        yield one
        yield from _all(one.children)


def _dates(bases: Bases) -> Iterator[Fault]:
    yield from hours(bases)
    dates = bases.dates
    if not bases.closings:
        yield Fault("dates", "Falta al menos un cierre, con su día y su hora.")
    elif hours(bases):
        return
    last = max((closings.instant(one.wall) for one in bases.closings), default=None)
    first = min((one.wall.at.date() for one in bases.closings), default=None)
    if dates.opens_on and first and first < dates.opens_on:
        yield Fault("dates", f"Un cierre ({first:%d-%m-%Y}) es anterior a la apertura ({dates.opens_on:%d-%m-%Y}).")
    if dates.questions_until and last and closings.instant(dates.questions_until) > last:
        yield Fault("dates", "Las consultas terminan después del último cierre: revise las dos horas.")
    if dates.execution_from and dates.execution_until and dates.execution_until < dates.execution_from:
        yield Fault("dates", "La ejecución termina antes de empezar.")


def _money(bases: Bases) -> Iterator[Fault]:
    money, items = bases.money, {item.key for item in bases.items}
    if money.minimum is not None and money.maximum is not None and money.minimum > money.maximum:
        yield Fault("money", "El mínimo por proyecto es mayor que el máximo.")
    if money.total is not None and money.maximum is not None and money.maximum > money.total:
        yield Fault("money", "El máximo por proyecto es mayor que todo el fondo.")
    for one in bases.cofinancing:
        if not 0 < one.percent <= 100:
            yield Fault("money", f"El aporte propio «{one.key}» debe ser mayor que 0 y de hasta 100 %.")
        for key in one.items:
            if key not in items:
                yield Fault("money", f"El aporte propio «{one.key}» nombra el ítem «{key}», que no está en la lista.")
    for item in bases.items:
        if item.cap_percent is not None and not 0 < item.cap_percent <= 100:
            yield Fault("items", f"El tope del ítem «{item.name}» debe ser mayor que 0 y de hasta 100 %.")


def _conditions(bases: Bases) -> Iterator[Fault]:
    if not bases.applicants:
        yield Fault("identity", "Falta decir quiénes pueden postular.")
    for one in bases.conditions:
        for sentence in kinds.check(one):
            yield Fault("conditions", sentence)


def _criteria(bases: Bases) -> Iterator[Fault]:
    total = sum(one.weight for one in bases.criteria)
    if bases.criteria and abs(total - 100) > 0.01:
        said = f"{total:g}".replace(".", ",")
        yield Fault("criteria", f"Los criterios suman {said} % y deben sumar 100 %.")
    for one in bases.criteria:
        if one.cut_off is not None and one.cut_off > one.maximum:
            yield Fault("criteria", f"El mínimo del criterio «{one.name}» es mayor que su máximo.")


def _form(bases: Bases) -> Iterator[Fault]:
    for section in bases.sections:
        if not section.fields:
            yield Fault("form", f"La sección «{section.title}» no tiene campos.")
        for one in section.fields:
            if one.kind == "choice" and not one.options:
                yield Fault("form", f"El campo «{one.label}» es de una opción y no dice cuáles.")
            if one.kind == "table" and not one.columns:
                yield Fault("form", f"El campo «{one.label}» es una tabla y no dice sus columnas.")
