"""The month in a few figures and drawings."""

from decimal import Decimal

from cases.enums import OPEN, Stage
from incubator import charts
from incubator.calendars import Month
from reports.figures.records import Monthly
from reports.tables.base import hours, shown


def key_figures(figures: Monthly) -> list[tuple[str, str, str]]:
    """(value, what it is, table and column of the rows behind it) of the figures that open the report."""
    opening = sum(row.opening for row in figures.stages if row.stage in OPEN)
    closing = sum(row.closing for row in figures.stages if row.stage in OPEN)
    minutes = sum(row.minutes for row in figures.by_kind)
    validated = shown(hours(sum(row.validated for row in figures.by_kind)), "hours")
    came, called = (sum(getattr(row, name) for row in figures.courses) for name in ("attended", "called"))
    training = shown(Decimal(100 * came) / called, "percent") if called else "Sin clases"
    people = figures.crosses.total
    return [
        (str(closing), f"grupos con caso abierto al cierre ({opening} al inicio)", "stages.closing"),
        (shown(hours(minutes), "hours"), f"horas de reuniones; {validated} validadas", "kinds.minutes"),
        (shown(people, "integer"), "personas asistieron al menos una vez", "annex_people.attended"),
        (training, "asistencia a formación" if called else "de formación en el mes", "courses.attendance"),
    ]


def stages_chart(figures: Monthly):
    """Bars of open groups by stage at the end of the month."""
    values = [(Stage(row.stage).label, row.closing) for row in figures.stages if row.stage in OPEN and row.closing]
    last = Month.parse(figures.identity.period).last
    return charts.bars(values, title=f"Grupos por etapa al {last:%d-%m-%Y}", unit="grupos")


def hours_chart(figures: Monthly):
    """Bars of the month's hours by kind, cut in validated and to be validated; None without hours."""
    rows = [row for row in figures.by_kind if row.minutes]
    if not rows:
        return None
    parts = [(row.label, (hours(row.validated), hours(row.minutes - row.validated))) for row in rows]
    return charts.stacked(parts, series=["Validadas", "Por validar"], title="Horas del mes por tipo de reunión")
