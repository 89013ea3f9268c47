"""The table of who took part: crosses with sensitive facts, already protected. Its numbers never link to rows."""

from reports.figures.records import Monthly
from reports.tables.base import NOT_PRINTED, Column, Row, Table

_ROWS = {
    "F": "Mujeres",
    "M": "Hombres",
    "O": "Otro o no informa",
    "M+O": "Hombres, otro o no informa",
    "F+M+O": "Todas las personas",
}
_COLUMNS = {
    "yes": "Con discapacidad",
    "no": "Sin discapacidad",
    "not_stated": "No informa",
    "no+not_stated": "Sin discapacidad o no informa",
}


def attendance(figures: Monthly) -> Table:
    """People who came at least once, by registered sex × declared disability, and how many of them are carers."""
    crosses = figures.crosses
    has_carers = crosses.carers_total is not None
    columns = [Column("Sexo registral", share=30)]
    columns += [Column(_COLUMNS[name], "integer", "Discapacidad declarada por la persona") for name in crosses.columns]
    if has_carers:
        columns.append(Column("De ellas, cuidadoras", "integer", "Personas que cuidan a otra"))
    columns.append(Column("Total", "integer", "Personas distintas que asistieron al menos una vez"))
    rows = []
    for position, name in enumerate(crosses.rows):
        values = [*crosses.cells[position]] + ([crosses.carers[position]] if has_carers else [])
        rows.append(Row(name, (_ROWS[name], *map(_printed, values), crosses.row_totals[position])))
    totals = (*crosses.column_totals, *((crosses.carers_total,) if has_carers else ()), crosses.total)
    return Table(
        "attendance",
        "Personas que asistieron, por sexo registral, discapacidad declarada y cuidado",
        "Asistencia",
        columns,
        rows if crosses.total else [],
        Row("", ("Total", *totals)) if len(rows) > 1 else None,
        note=_note(crosses),
        empty="Nadie asistió a reuniones en el mes.",
    )


def _printed(value):
    return NOT_PRINTED if value is None else value


def _note(crosses) -> str:
    """What was protected, and why."""
    if not crosses.total:
        return ""
    said = ["Toda categoría con menos de cinco personas se suma a la vecina, para que nadie pueda ser reconocido."]
    if any(None in row for row in (*crosses.cells, crosses.carers)) and (crosses.columns or crosses.carers_total):
        said.append(f"{NOT_PRINTED}: no se publica, por la misma razón.")
    if not crosses.columns:
        said.append(
            "La discapacidad declarada no se publica en este mes: el cruce dejaría ver a menos de cinco personas."
        )
    if crosses.carers_total is None:
        said.append(
            "Tampoco las personas cuidadoras." if not crosses.columns else "Las personas cuidadoras no se publican."
        )
    return " ".join(said)
