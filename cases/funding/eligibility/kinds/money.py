"""Sales, and money received before whose accounts are pending."""

from cases.funding.bases.shapes import Subject
from cases.funding.eligibility.asking import IMPOSSIBLE, Asked, Verdict, fails, meets, missing, to_verify
from cases.funding.eligibility.days import dmy
from cases.funding.eligibility.kinds.parameters import Parameter, Type
from cases.funding.eligibility.kinds.shapes import Kind, in_order
from cases.funding.eligibility.outcomes import Need
from cases.funding.words import Unit
from incubator.text import thousands


def _sales(asked: Asked) -> Verdict:
    facts, given = asked.facts, asked.given
    if facts.sales is None:
        return missing("Faltan las ventas de los últimos doce meses.", "Anote las ventas del grupo.")
    worth = 1 if given["unit"] == Unit.CLP else given["unit_value"]
    if not worth:
        said = f"Las bases no dicen cuánto vale la {given['unit'].label}."
        return missing(said, "Anote en las bases su valor y de qué día es.")
    parts = 1
    if given["per_member"]:
        if not facts.members:
            return missing("No hay integrantes en la nómina.", "Anote a las personas del grupo.")
        parts = facts.members
    said = f"Ventas de doce meses: ${thousands(facts.sales)}"
    said += f", entre {parts} integrantes." if parts > 1 else "."
    least, most = given["minimum"], given["maximum"]
    if most is not None and facts.sales > most * worth * parts:
        return fails(said, "Este fondo es para quienes venden menos. Busque otro llamado.", IMPOSSIBLE)
    if least is not None and facts.sales < least * worth * parts:
        lacks = -int(-(least * worth * parts - facts.sales) // 1)
        remedy = f"Faltan ${thousands(lacks)} de ventas hasta el {dmy(asked.day)}."
        return fails(said, remedy, Need(acts=1, shared="sales"), asked.day)
    return meets(said)


def _say_sales(given) -> str:
    unit = "pesos" if given["unit"] == Unit.CLP else given["unit"].label
    parts = [f"desde {_amount(given['minimum'])}" if given["minimum"] is not None else ""]
    parts.append(f"hasta {_amount(given['maximum'])}" if given["maximum"] is not None else "")
    each = " por integrante" if given["per_member"] else ""
    return f"Ventas al año{each}: {' '.join(filter(None, parts))} {unit}"


def _amount(value) -> str:
    whole, _, rest = f"{value:.2f}".partition(".")
    return thousands(int(whole)) + ("" if rest == "00" else f",{rest}")


def _pending(asked: Asked) -> Verdict:
    number, most = asked.facts.pending_accounts, asked.given["maximum"]
    if number is None:
        said = "No se sabe aquí si tiene rendiciones pendientes."
        return to_verify(said, "Pregúntelo a quienes le entregaron dinero y anote lo que digan.")
    said = f"Rendiciones pendientes que conocemos: {number}."
    if number <= most:
        return meets(said)
    over = number - most
    remedy = f"Entregue {'la rendición que falta' if over == 1 else f'{over} rendiciones'} hasta el {dmy(asked.day)}."
    return fails(said, remedy, Need(acts=over, shared="accounts"), asked.day)


KINDS = (
    Kind(
        key="sales",
        label="Ventas de los últimos doce meses",
        parameters=(
            Parameter("minimum", "Al menos", Type.DECIMAL),
            Parameter("maximum", "A lo más", Type.DECIMAL),
            Parameter("unit", "En", Type.CHOICE, options=Unit, default=Unit.CLP),
            Parameter("unit_value", "Valor de la unidad, en pesos", Type.DECIMAL),
            Parameter("unit_day", "Día de ese valor", Type.DAY),
            Parameter("per_member", "En promedio por integrante", Type.YES_NO, default=False),
        ),
        judge=_sales,
        say=_say_sales,
        subjects=(Subject.APPLICANT, Subject.GROUP),
        one_of=("minimum", "maximum"),
        refuse=in_order,
    ),
    Kind(
        key="pending_accounts",
        label="Rendiciones pendientes",
        parameters=(Parameter("maximum", "A lo más", Type.WHOLE, default=0),),
        judge=_pending,
        say=lambda given: (
            "Sin rendiciones pendientes" if not given["maximum"] else f"Hasta {given['maximum']} pendientes"
        ),
    ),
)
