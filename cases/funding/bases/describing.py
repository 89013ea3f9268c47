"""How each thing that bases say reads in plain words. Pure."""

from collections.abc import Iterator, Mapping
from datetime import date

from cases.funding.bases.closings import wall_said
from cases.funding.bases.shapes import (
    AskedDocument,
    Bases,
    Closing,
    CoFinancing,
    Condition,
    Criterion,
    FormField,
    Item,
    Section,
    Wall,
)
from cases.funding.eligibility import kinds
from cases.funding.words import Unit
from incubator.text import thousands


def amount(value: int | None, unit: Unit) -> str:
    """«$ 1.500.000», «200 UF»."""
    if value is None:
        return ""
    return f"$ {thousands(value)}" if unit == Unit.CLP else f"{thousands(value)} {Unit(unit).label}"


def number(value: float | None) -> str:
    """With a comma, and without decimals that say nothing."""
    if value is None:
        return ""
    return f"{value:g}".replace(".", ",")


def day(value: date | None) -> str:
    """«12-08-2021»."""
    return f"{value:%d-%m-%Y}" if value else ""


def _wall(value: Wall | None) -> str:
    return wall_said(value) if value else ""


def regions(codes, names: Mapping[str, str]) -> str:
    """The names of some regions; none is the whole country."""
    return ", ".join(names.get(code, code) for code in codes)


def plain(bases: Bases, names: Mapping[str, str]) -> Iterator[tuple[str, str, str, str]]:
    """(part, path, label, text) of what is said once."""
    dates, money = bases.dates, bases.money
    kinds_of = ", ".join(kind.label for kind in bases.applicants)
    limit = str(bases.limit_per_applicant or "")
    yield "identity", "summary", "De qué se trata", bases.summary
    yield "identity", "contact", "Contacto", bases.contact
    yield "identity", "regions", "Regiones", regions(bases.regions, names) or "Todo el país"
    yield "identity", "applicants", "Quiénes postulan", kinds_of
    yield "identity", "limit_per_applicant", "Postulaciones por postulante", limit
    yield "identity", "incompatibilities", "Incompatibilidades", bases.incompatibilities
    yield "identity", "dissemination", "Difusión", bases.dissemination
    yield "dates", "dates.opens_on", "Abre", day(dates.opens_on)
    yield "dates", "dates.questions_until", "Consultas hasta", _wall(dates.questions_until)
    yield "dates", "dates.review_on", "Revisión de los documentos", day(dates.review_on)
    yield "dates", "dates.results_on", "Resultados", day(dates.results_on)
    yield "dates", "dates.signing_on", "Firma del convenio", day(dates.signing_on)
    yield "dates", "dates.execution_from", "Ejecución desde", day(dates.execution_from)
    yield "dates", "dates.execution_until", "Ejecución hasta", day(dates.execution_until)
    yield "dates", "dates.months", "Meses de ejecución", str(dates.months or "")
    yield "money", "money.unit", "Unidad de los montos", Unit(money.unit).label
    yield "money", "money.total", "Monto total del fondo", amount(money.total, money.unit)
    yield "money", "money.minimum", "Mínimo por proyecto", amount(money.minimum, money.unit)
    yield "money", "money.maximum", "Máximo por proyecto", amount(money.maximum, money.unit)
    yield "money", "money.per_person", "Máximo por persona", amount(money.per_person, money.unit)
    yield "money", "money.year", "Año de los montos", str(money.year or "")
    yield "money", "money.instalments", "Cuotas", money.instalments
    yield "criteria", "cut_off", "Puntaje mínimo", number(bases.cut_off)


def closing(one: Closing, _bases, names) -> tuple[str, str]:
    """Until when a channel receives."""
    where = " · ".join(filter(None, (one.channel.label, one.place, regions(one.regions, names))))
    return f"Cierre: {where}", ". ".join(filter(None, (wall_said(one.wall), one.act)))


def cofinancing(one: CoFinancing, bases, _names) -> tuple[str, str]:
    """The own part."""
    items = {item.key: item.name for item in bases.items}
    named = ", ".join(items.get(key, key) for key in one.items)
    said = f"{number(one.percent)} % {one.of.label}, {one.kind.label}"
    return "Aporte propio", _joined(said + (f", en {named}" if named else ""), one.clause)


def item(one: Item, bases, _names) -> tuple[str, str]:
    """What may be paid and up to how much, or that it may not."""
    said = ["Se puede pagar" if one.allowed else "No se puede pagar"]
    if one.cap_percent is not None:
        said.append(f"hasta {number(one.cap_percent)} % de lo que se pide")
    if one.cap_amount is not None:
        said.append(f"hasta {amount(one.cap_amount, bases.money.unit)}")
    if one.quotations:
        said.append("con 1 cotización" if one.quotations == 1 else f"con {one.quotations} cotizaciones")
    return one.name, _joined(", ".join(said), one.detail)


def condition(one: Condition, names) -> tuple[str, str]:
    """What is asked, of whom and on which day; a group, how its conditions count."""
    if one.kind in kinds.GROUPS:
        return "Grupo de condiciones", _joined(f"{kinds.GROUPS[one.kind]}:", one.clause)
    known = kinds.KINDS.get(one.kind)
    return known.label if known else one.kind, _joined(
        f"{kinds.said(one)}{_codes(one, names)}. {one.subject.label}, {one.moment.label.lower()}", one.clause
    )


def _codes(one, names):
    said = [names[str(code)] for code in one.parameters.get("regions") or () if str(code) in names]
    return f" ({', '.join(said)})" if said else ""


def document(one: AskedDocument, _bases, _names) -> tuple[str, str]:
    """A document, of whom, how old, and who brings it."""
    said = [one.subject.label, "obligatorio" if one.required else "no es obligatorio"]
    if one.name != one.kind.label:
        said.insert(0, one.kind.label)
    if one.valid_days is not None:
        said.append(f"de no más de {one.valid_days} días {one.moment.label.lower()}")
    if one.applicants:
        said.append("si postula: " + ", ".join(kind.label for kind in one.applicants))
    return one.name, _joined(", ".join(said), one.clause)


def criterion(one: Criterion, _bases, _names) -> tuple[str, str]:
    """What gives points and how many."""
    said = [f"{number(one.weight)} %", f"hasta {number(one.maximum)} puntos"]
    if one.cut_off is not None:
        said.append(f"mínimo {number(one.cut_off)}")
    return one.name, _joined(", ".join(said), one.guidance)


def section(one: Section) -> str:
    """The title of a part of the form."""
    return _joined(one.title, one.help)


def form_field(one: FormField) -> tuple[str, str]:
    """What is written in a field and how it is counted."""
    said = [one.kind.label, "obligatorio" if one.required else "no es obligatorio"]
    if one.limit:
        said.append(f"hasta {thousands(one.limit)} {one.counting.label}")
    if one.minimum is not None:
        said.append(f"desde {thousands(one.minimum)}")
    if one.maximum is not None:
        said.append(f"hasta {thousands(one.maximum)}")
    said += [" / ".join(listed) for listed in (one.options, one.columns) if listed]
    return one.label, _joined(", ".join(said), one.help)


def _joined(*parts: str) -> str:
    return ". ".join(part.rstrip(".") for part in parts if part)


#: (part, field of Bases, how one reads) of what is repeated, conditions and sections aside.
REPEATED = (
    ("dates", "closings", closing),
    ("money", "cofinancing", cofinancing),
    ("items", "items", item),
    ("documents", "documents", document),
    ("criteria", "criteria", criterion),
)
