"""Tables of what changed in sealed months."""

from datetime import date

from cases.enums import Stage
from incubator.calendars import MONTH_NAMES
from reports.figures.records import LineChange, Monthly
from reports.tables.base import Column, Row, Table, hours


def adjustments(figures: Monthly) -> Table:
    """Meetings of sealed months that read otherwise today, before and after."""
    changes = figures.line_changes
    return Table(
        "adjustments",
        "Reuniones de meses sellados que cambiaron",
        "Ajustes de reuniones",
        [
            Column("Reunión", share=30),
            Column("Qué cambió", share=15),
            Column("Antes", "hours", "Horas según lo sellado"),
            Column("Ahora", "hours", "Horas según el recuento de hoy"),
            Column("Validadas antes", "hours", "Horas validadas según lo sellado"),
            Column("Validadas ahora", "hours", "Horas validadas según el recuento de hoy"),
            Column("Por qué", share=20),
        ],
        [_row(change) for change in changes],
        _total(changes),
        empty="Nada cambió en los meses sellados.",
    )


def _row(change: LineChange) -> Row:
    line = change.before or change.after
    said = (f"{line.code} · {line.title} ({date.fromisoformat(line.held_on):%d-%m-%Y})", change.what)
    return Row(str(line.id), (*said, *_hours(change), change.why))


def _hours(change: LineChange):
    """Hours before and now, validated before and now."""
    return tuple(
        hours(getattr(line, name) if line else 0)
        for name in ("minutes", "validated")
        for line in (change.before, change.after)
    )


def _total(changes) -> Row:
    sums = [hours(0)] * 4
    for change in changes:
        sums = [one + other for one, other in zip(sums, _hours(change), strict=True)]
    return Row("", ("Total", "", *sums, ""))


def moves(figures: Monthly) -> Table:
    """Steps of groups that were added to, or taken from, sealed months."""
    names = figures.group_names
    rows = []
    for change in figures.move_changes:
        group = names.get(change.move.case)
        source = Stage(change.move.from_stage).label if change.move.from_stage else "Nuevo"
        said = f"{group.code} · {group.name}" if group else "Caso que ya no figura"
        step = f"{source} a {Stage(change.move.to_stage).label}"
        what = "Se anotó después" if change.added else "Se corrigió o anuló"
        rows.append(Row("", (said, month_label(change.move.on), step, what)))
    return Table(
        "move_adjustments",
        "Pasos de grupos en meses sellados que cambiaron",
        "Ajustes de etapas",
        [Column("Grupo", share=35), Column("Período"), Column("Paso", share=30), Column("Qué cambió")],
        rows,
        empty="Ningún paso de meses sellados cambió.",
    )


def month_label(day: str) -> str:
    """«mayo de 2021» from «2021-05-14»."""
    return f"{MONTH_NAMES[int(day[5:7]) - 1]} de {day[:4]}"
