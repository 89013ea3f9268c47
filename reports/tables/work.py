"""Tables of meetings, hours, training and supports."""

from collections.abc import Sequence

from incubator.enums import SupportKind
from reports.figures.records import Balance, Course, Monthly
from reports.tables.base import Column, Row, Table, hours, share

_NOTE = "Acumulado anterior + período + ajustes = acumulado. Las horas del período son las registradas."


def _hours_columns(first: str) -> list[Column]:
    return [
        Column(first, share=25),
        Column("Reuniones", "integer", "Reuniones del mes que no se anularon", key="meetings"),
        Column("Horas registradas", "hours", "Horas de esas reuniones", key="minutes"),
        Column("Horas validadas", "hours", "Las que validó otra persona que quien las registró", key="validated"),
        Column("Acumulado anterior", "hours", "Horas según los informes sellados", key="before"),
        Column("Ajustes", "hours", "Recuento de hoy de los meses sellados, menos lo sellado", key="adjusted"),
        Column("Acumulado", "hours", "Anterior + período + ajustes", key="so_far"),
    ]


def _hours_row(row: Balance) -> Row:
    minutes = (row.minutes, row.validated, row.minutes_before, row.minutes_adjusted, row.minutes_so_far)
    return Row(row.key, (row.label, row.meetings, *map(hours, minutes)))


def _sum(label: str, rows: Sequence[Balance]) -> Balance:
    """The rows added up, field by field."""
    names = [name for name in Balance.__dataclass_fields__ if name not in ("key", "label")]
    return Balance("", label, **{name: sum(getattr(row, name) for row in rows) for name in names})


def by_kind(figures: Monthly) -> Table:
    """Meetings and hours by kind."""
    return Table(
        "kinds",
        "Reuniones y horas por tipo",
        "Horas por tipo",
        _hours_columns("Tipo"),
        [_hours_row(row) for row in figures.by_kind],
        _hours_row(_sum("Total", figures.by_kind)),
        note=_NOTE,
        empty="No se registraron reuniones en este mes ni en los anteriores.",
    )


def by_group(figures: Monthly) -> Table:
    """Sessions and hours of each group; a joint workshop counts for each one present."""
    return Table(
        "groups",
        "Sesiones y horas por grupo",
        "Horas por grupo",
        _hours_columns("Grupo"),
        [_hours_row(row) for row in figures.by_group],
        note="Un taller conjunto cuenta para cada grupo presente: por eso esta tabla no se suma. " + _NOTE,
        empty="Ningún grupo tuvo sesiones en este mes ni en los anteriores.",
    )


def by_advisor(figures: Monthly) -> Table:
    """Meetings and hours of whoever conducted them."""
    return Table(
        "advisors",
        "Reuniones y horas por persona a cargo",
        "Horas por persona a cargo",
        _hours_columns("A cargo de"),
        [_hours_row(row) for row in figures.by_advisor],
        _hours_row(_sum("Total", figures.by_advisor)),
        note=_NOTE,
        empty="No se registraron reuniones en este mes ni en los anteriores.",
    )


def cumulative(figures: Monthly) -> Table:
    """What the agreement has so far, in four lines that reconcile."""
    work = _sum("", figures.by_kind)
    costs = [sum(getattr(row, name) for row in figures.supports) for name in ("cost_before", "cost", "cost_adjusted")]
    lines = [
        ("meetings", "Reuniones", (work.meetings_before, work.meetings, work.meetings_adjusted), lambda n: n),
        ("minutes", "Horas registradas", (work.minutes_before, work.minutes, work.minutes_adjusted), hours),
        ("validated", "Horas validadas", (work.validated_before, work.validated, work.validated_adjusted), hours),
        ("cost", "Costo de los apoyos, en pesos", tuple(costs), lambda n: n),
    ]
    return Table(
        "cumulative",
        "Anterior, período, ajustes y acumulado",
        "Acumulado",
        [
            Column("Qué", share=35),
            Column("Acumulado anterior", "hours", "Según los informes sellados", key="before"),
            Column("Período", "hours", "Este mes", key="month"),
            Column("Ajustes", "hours", "Recuento de hoy de los meses sellados, menos lo sellado", key="adjusted"),
            Column("Acumulado", "hours", "Anterior + período + ajustes", key="so_far"),
        ],
        [Row(key, (label, *map(shape, triple), shape(sum(triple)))) for key, label, triple, shape in lines],
    )


def _course_columns() -> list[Column]:
    called = "Asistencias sobre personas llamadas a las clases del mes"
    before = "Personas aprobadas o convalidadas antes del mes"
    return [
        Column("Curso", share=25),
        Column("Clases", "integer", "Clases del mes", key="lessons"),
        Column("Horas", "hours", "Horas de esas clases", key="minutes"),
        Column("Inscritas", "integer", "Personas en el curso al cierre", key="enrolled"),
        Column("Asistencia", "percent", called, key="attendance"),
        Column("Aprobadas antes", "integer", before, key="approved_before"),
        Column("Aprobadas en el mes", "integer", "Personas aprobadas o convalidadas en el mes", key="approved"),
    ]


def _course_values(label: str, rows: Sequence[Course]) -> tuple:
    """One line of the table: a course, or several added up."""

    def total(name):
        return sum(getattr(row, name) for row in rows)

    return (
        label,
        total("lessons"),
        hours(total("minutes")),
        total("enrolled"),
        share(total("attended"), total("called")),
        total("approved_before"),
        total("approved"),
    )


def courses(figures: Monthly) -> Table:
    """Training: lessons, hours, people enrolled, attendance and approvals of each cohort."""
    return Table(
        "courses",
        "Formación por curso",
        "Formación",
        _course_columns(),
        [Row(str(row.cohort), _course_values(row.name, [row])) for row in figures.courses],
        Row("", _course_values("Total", figures.courses)),
        empty="No hubo cursos abiertos en el mes.",
    )


def supports(figures: Monthly) -> Table:
    """Supports asked for and given at the month's meetings, with their cost."""
    rows = figures.supports
    columns = ("requested", "given", "cost", "cost_before", "cost_adjusted", "cost_so_far")
    return Table(
        "supports",
        "Apoyos pedidos y entregados en las reuniones del mes",
        "Apoyos",
        [
            Column("Apoyo", share=30),
            Column("Pedidos", "integer", "Apoyos pedidos para las reuniones del mes", key="requested"),
            Column("Entregados", "integer", "Apoyos entregados en ellas", key="given"),
            Column("Costo", "money", "Costo en pesos de los entregados en el mes", key="cost"),
            Column("Costo anterior", "money", "Costo según los informes sellados", key="before"),
            Column("Ajustes", "money", "Recuento de hoy menos lo sellado", key="adjusted"),
            Column("Costo acumulado", "money", "Anterior + período + ajustes", key="so_far"),
        ],
        [Row(row.kind, (SupportKind(row.kind).label, *(getattr(row, name) for name in columns))) for row in rows],
        Row("", ("Total", *(sum(getattr(row, name) for row in rows) for name in columns))),
        empty="No se pidieron ni entregaron apoyos.",
    )
