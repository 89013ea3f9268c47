"""Tables of groups along the stages."""

from cases.enums import OPEN, TERMINAL, Stage
from reports.figures.records import Monthly
from reports.tables.base import Column, Row, Table

_ALSO = " + trasladadas desde − trasladadas a"
_PASSED = (
    Column("Trasladadas desde", "integer", "Grupos que llegaron de otra incubadora, en la etapa", key="transferred_in"),
    Column("Trasladadas a", "integer", "Grupos que pasaron a otra incubadora, en la etapa", key="transferred_out"),
)


def _numbers(row, passed):
    """The numbers of a stage; what came and went stands only in a month when some group did."""
    between = (row.transferred_in, row.transferred_out) if passed else ()
    return (row.opening, row.entered, row.left, *between, row.closing)


def stages(figures: Monthly) -> Table:
    """Open groups by stage: at the start, in, out, at the end."""
    rows = [row for row in figures.stages if row.stage in OPEN]
    passed = any(row.transferred_in or row.transferred_out for row in figures.stages)
    values = [(row.stage, _numbers(row, passed)) for row in rows]
    sums = tuple(sum(numbers) for numbers in zip(*(numbers for _, numbers in values), strict=True))
    return Table(
        "stages",
        "Movimientos del mes por etapa",
        "Etapas",
        [
            Column("Etapa", share=40),
            Column("Al inicio", "integer", "Grupos en la etapa al comenzar el mes", key="opening"),
            Column("Entraron", "integer", "Pasos a la etapa con fecha del mes", key="entered"),
            Column("Salieron", "integer", "Pasos desde la etapa con fecha del mes", key="left"),
            *(_PASSED if passed else ()),
            Column("Al cierre", "integer", "Al inicio + entraron − salieron" + _ALSO * passed, key="closing"),
        ],
        [Row(stage, (Stage(stage).label, *numbers)) for stage, numbers in values],
        Row("", ("Total de grupos con caso abierto", *sums)),
        note=f"Al inicio + entraron − salieron{_ALSO * passed} = al cierre. El total suma los pasos entre etapas.",
    )


def arrivals(figures: Monthly) -> Table:
    """How many times a group arrived at each stage since the agreement began."""
    months = {row.stage: row.entered for row in figures.stages}
    wanted = [*OPEN, *TERMINAL]
    rows = [
        (row.stage, (row.arrivals_before, months[row.stage], row.arrivals_adjusted))
        for stage in wanted
        for row in figures.stages
        if row.stage == stage and (row.arrivals_before or row.entered or row.arrivals_adjusted)
    ]
    return Table(
        "arrivals",
        "Llegadas a cada etapa, acumuladas",
        "Llegadas",
        [
            Column("Etapa", share=30),
            Column("Acumulado anterior", "integer", "Según los informes sellados", key="before"),
            Column("Período", "integer", "Pasos a la etapa con fecha del mes", key="month"),
            Column("Ajustes", "integer", "Recuento de hoy menos lo sellado", key="adjusted"),
            Column("Acumulado", "integer", "Anterior + período + ajustes", key="so_far"),
        ],
        [Row(stage, (Stage(stage).label, *numbers, sum(numbers))) for stage, numbers in rows],
        note="Acumulado anterior + período + ajustes = acumulado. Las etapas sin llegadas no se listan.",
        empty="Ningún grupo cambió de etapa todavía.",
    )
