"""The tables of «Financiamiento»: acts and pesos, success, what changed in sealed months, and the acts one by one."""

from collections.abc import Iterable, Sequence
from datetime import date

from cases.funding.around.acts import Act, What
from incubator.text import thousands
from reports.figures import funding
from reports.figures.records import Monthly
from reports.tables.base import Column, Row, Table

#: The tables whose numbers have acts behind them.
LINKED = ("funds", "fund_amounts")
_WITH_MONEY = (What.FILED, What.AWARDED, What.SIGNED, What.RECEIVED)
_LABELS = {
    What.FILED: "Pedido en las enviadas",
    What.AWARDED: "Adjudicado",
    What.SIGNED: "En convenios firmados",
    What.RECEIVED: "Recibido",
}
_TWICE = "Una postulación que el fondo decide dos veces, por un recurso acogido, cuenta dos decisiones."
_CARRY = "Este es el primer informe con esta sección: lo anterior entra como arrastre inicial, contado hoy."


def _columns(first, kind, is_first):
    before = ("Arrastre inicial", "Lo que ya había al empezar el mes, contado hoy") if is_first else (
        "Acumulado anterior", "Según los informes sellados"
    )  # fmt: skip
    return [
        Column(first, share=32),
        Column(before[0], kind, before[1], key="before"),
        Column("Período", kind, "Actos con fecha del mes", key="month"),
        Column("Ajustes", kind, "Recuento de hoy de lo sellado, menos lo sellado", key="adjusted"),
        Column("Acumulado", kind, "Anterior + período + ajustes", key="so_far"),
    ]


def counts(figures: Monthly) -> Table | None:
    """How many acts of each kind."""
    found = figures.funds
    if found is None:
        return None
    rows = [
        Row(one.what, (What(one.what).label, one.count_before, one.count, one.count_adjusted, one.count_so_far))
        for one in found.balances
    ]
    note = " ".join(filter(None, [f"Por la fecha de cada acto. {_TWICE}", _CARRY if found.is_first else ""]))
    head = _columns("Postulaciones a fondos", "integer", found.is_first)
    return Table("funds", "Postulaciones a fondos", "Fondos", head, rows, note=note)


def amounts(figures: Monthly) -> Table | None:
    """The same in pesos; what no act says in pesos is outside the sum, and said."""
    found = figures.funds
    if found is None:
        return None
    by_what = {one.what: one for one in found.balances}
    rows = [
        Row(what.value, (_LABELS[what], one.amount_before, one.amount, one.amount_adjusted, one.amount_so_far))
        for what in _WITH_MONEY
        for one in [by_what[what.value]]
    ]
    head = _columns("Pesos", "money", found.is_first)
    return Table("fund_amounts", "Dinero de los fondos, en pesos", "Fondos en pesos", head, rows, note=_unsaid(found))


def _unsaid(found):
    """What is outside the sums."""
    words = [
        f"{act.code}, {What(act.what).label.lower()}: {act.unsaid}"
        for act in (*found.carried, *found.acts)
        if act.unsaid
    ]
    if not words:
        return "En pesos del día de cada acto."
    return f"En pesos del día de cada acto. Fuera de la suma, sin valor en pesos: {'; '.join(words)}."


def success(figures: Monthly) -> Table | None:
    """Awarded of those decided, as a fraction: few cases make no percentage."""
    found = figures.funds
    if found is None:
        return None
    by_what = {one.what: one for one in found.balances}
    won, all_of = by_what[What.AWARDED.value], by_what[What.DECIDED.value]
    values = [fraction(won.count, all_of.count), fraction(won.count_so_far, all_of.count_so_far)]
    columns = [Column("Qué", share=50), Column("Período"), Column("Acumulado")]
    return Table(
        "fund_success",
        "Adjudicadas de las decididas",
        "Éxito en fondos",
        columns,
        [Row("", ("Adjudicadas de las decididas", *values))],
    )


def fraction(part: int, whole: int) -> str:
    """«2 de 5»; nothing decided is said so."""
    return f"{thousands(part)} de {thousands(whole)}" if whole else "Ninguna decidida"


def adjustments(figures: Monthly) -> Table | None:
    """Acts of sealed months that read otherwise today, before and after."""
    found = figures.funds
    if found is None:
        return None
    rows = []
    for change in found.changes:
        act = change.before or change.after
        said = (f"{act.code} · {act.call}", What(act.what).label, _day(change.before), _day(change.after))
        rows.append(Row(act.key, (*said, _pesos(change.before), _pesos(change.after))))
    return Table(
        "fund_adjustments",
        "Actos de fondos en meses sellados que cambiaron",
        "Ajustes de fondos",
        [
            Column("Postulación", share=30),
            Column("Acto"),
            Column("Fecha antes", "date"),
            Column("Fecha ahora", "date"),
            Column("Pesos antes", "money"),
            Column("Pesos ahora", "money"),
        ],
        rows,
        empty="Ningún acto de fondos de meses sellados cambió.",
    )


def _day(act):
    return date.fromisoformat(act.on) if act else None


def _pesos(act):
    return (act.amount or 0) if act else 0


def annex(figures: Monthly) -> Table | None:
    """Annex E: the acts of the month, by the code of each application."""
    if figures.funds is None:
        return None
    return _acts("annex_funds", "Actos de fondos del mes", "E Fondos", figures.funds.acts, is_long=True)


def _acts(key, caption, sheet, acts: Iterable[Act], is_long=False) -> Table:
    columns = [
        Column("Fecha", "date"),
        Column("Postulación", share=16),
        Column("Fondo", share=36),
        Column("Acto", share=16),
        Column("Pesos", "money", "Vacío cuando el acto no lo dice en pesos"),
    ]
    rows = [
        Row(
            one.key,
            (date.fromisoformat(one.on), one.code, one.call, What(one.what).label, one.unsaid or _shown(one.amount)),
        )
        for one in acts
    ]
    return Table(key, caption, sheet, columns, rows, empty="No hubo actos de fondos en el mes.", is_long=is_long)


def _shown(amount):
    return "" if amount is None else amount


def behind(figures: Monthly, sealed: Sequence[Monthly], table: str, row: str, column: str) -> Table:
    """The acts that a number counts."""
    found = figures.funds
    if column == "adjusted":
        whole = adjustments(figures)
        keys = {(one.before or one.after).key for one in found.changes if (one.before or one.after).what == row}
        return Table(
            "behind", whole.caption, whole.sheet, whole.columns, [one for one in whole.rows if one.key in keys]
        )
    acts = {act.key: act for act in found.acts}
    if column in ("before", "so_far"):
        was = {act.key: act for act in found.carried} or funding.known(one.funds for one in sealed if one.funds)
        if column == "so_far":
            for change in found.changes:
                was.pop((change.before or change.after).key, None)
                was |= {change.after.key: change.after} if change.after else {}
        acts = was | acts if column == "so_far" else was
    mine = sorted((act for act in acts.values() if act.what == row), key=lambda act: (act.on, act.key))
    return _acts("behind", "Actos que suman esta cifra", "Actos", mine)
