"""The dashboard of an agreement: its municipalities side by side, in figures alone. No group or person is named."""

from dataclasses import dataclass

from cases import reading
from cases.enums import BEFORE_ADMISSION, Stage
from incubator import charts, same_person
from incubator.models import Agreement, Incubator, Participation
from reports.dashboards import funds, movements, of_incubator, reported, standing, work
from reports.dashboards.funds import Funds
from reports.dashboards.pieces import Dashboard, Figure, Period, Section
from reports.tables.base import Column, Row, Table
from reports.tables.base import hours as in_hours

#: The stages as they are compared: five parts, which a chart tells apart.
BANDS: dict[str, tuple[Stage, ...]] = {
    "Antes de la admisión": BEFORE_ADMISSION,
    "Formación y negocio": (Stage.TRAINING, Stage.BUSINESS),
    "Formalización y saneamiento": (Stage.FORMALIZATION, Stage.REGULARIZATION),
    "Gestión": (Stage.OPERATION,),
    "Egresadas": (Stage.GRADUATED,),
}


@dataclass(frozen=True)
class Readings:
    """Everything read of an agreement, by municipality."""

    period: Period
    places: list[Incubator]
    counts: dict[int, dict[str, int]]
    ageing: dict[int, standing.Ageing]
    moved: movements.Movements
    work: dict[int, work.Work]
    reports: dict[int, reported.Reported]
    people: int
    funds: dict[int, Funds] | None = None


def dashboard(user, agreement: Agreement, period: Period) -> Dashboard:
    """Everything of one agreement across its municipalities."""
    found = read(user, agreement, period)
    total = sum(found.work.values(), work.Work())
    return Dashboard(
        title="Tablero del convenio",
        lead=f"{agreement.name} · {period.words}",
        period=period,
        figures=[
            Figure(len(found.places), "municipios en el convenio hoy"),
            Figure(sum(one.count for one in found.ageing.values()), "grupos con caso abierto", url="#etapas"),
            Figure(found.people, "personas distintas anotadas"),
            Figure(in_hours(total.minutes), "horas en estos meses", "hours", url="#horas"),
            Figure(found.moved.count("admitted"), "admitidos en estos meses", url="#movimientos"),
            Figure(sum(one.late for one in found.reports.values()), "meses sin informe sellado", url="#informes"),
        ],
        sections=[_stages(found), _moved(found), _hours(found), _ageing(found), *_funds(found), _reports(found)],
        is_empty=not found.places,
    )


def read(user, agreement: Agreement, period: Period) -> Readings:
    """Everything the dashboard compares, in a number of queries that grows with nothing."""
    on = period.on
    parts = list(
        Participation.objects.in_force(on)
        .filter(agreement=agreement)
        .select_related("incubator__commune")
        .order_by("incubator__commune__name", "pk")
    )
    places = list({part.incubator_id: part.incubator for part in parts}.values())
    ids = [place.pk for place in places]
    groups = reading.newest_of(user).filter(incubator__in=ids)
    done = work.by_place_and_month(ids, period.first, on, agreement=agreement)
    aged = standing.by_incubator(groups, on)
    return Readings(
        period=period,
        places=places,
        counts=_bands(standing.tally(groups), ids),
        ageing={pk: aged.get(pk, standing.Ageing()) for pk in ids},
        moved=movements.read(ids, period.first, on),
        work={pk: sum((one for (place, _), one in done.items() if place == pk), work.Work()) for pk in ids},
        reports=reported.by_place(agreement, parts, on),
        people=same_person.unique_across(ids),
        funds=funds.by_place(user, agreement, ids, period),
    )


def _bands(counts, ids) -> dict[int, dict[str, int]]:
    return {
        pk: {name: sum(counts[pk, stage.value] for stage in stages) for name, stages in BANDS.items()} for pk in ids
    }


# ------------------------------------------------------------------------------------------------------- sections


def _links(found: Readings) -> dict[str, str]:
    return {str(place.pk): of_incubator.address(place, found.period) for place in found.places}


def _table(found: Readings, key: str, caption: str, columns, values, *, total: bool = True, note: str = "") -> Table:
    """A row a municipality, and what they add up to."""
    rows = [Row(str(place.pk), (place.commune.name, *values(place.pk))) for place in found.places]
    added = [sum(column) for column in zip(*(row.values[1:] for row in rows), strict=True)] if total else []
    return Table(
        key=key,
        caption=f"{caption} por municipio",
        sheet=caption,
        columns=(Column("Municipio"), *columns),
        rows=rows,
        total=Row("total", ("Convenio", *added)) if total and rows else None,
        note=note,
        empty="Hoy ningún municipio está en el convenio.",
    )


def _stages(found: Readings) -> Section:
    columns = [Column(name, "integer", ", ".join(stage.label for stage in stages)) for name, stages in BANDS.items()]
    table = _table(found, "stages", "Grupos", columns, lambda pk: found.counts[pk].values())
    chart = charts.stacked(
        [(place.commune.name, list(found.counts[place.pk].values())) for place in found.places],
        series=list(BANDS),
        title="Grupos por etapa en cada municipio",
        across=charts.NARROW,
    )
    return Section("etapas", "Grupos por etapa", [table], chart=chart, links=_links(found))


def _moved(found: Readings) -> Section:
    table = _table(
        found,
        "movements",
        "Movimientos",
        [Column(title, "integer") for title in movements.TITLES.values()],
        lambda pk: [found.moved.count(kind, incubator=pk) for kind in movements.TITLES],
    )
    drawn = ("admitted", "graduated", "closed")
    chart = charts.stacked(
        [
            (place.commune.name, [found.moved.count(kind, incubator=place.pk) for kind in drawn])
            for place in found.places
        ],
        series=[movements.KINDS[kind][0] for kind in drawn],
        title="Grupos admitidos, egresados y cerrados en cada municipio",
        across=charts.NARROW,
    )
    return Section("movimientos", "Movimientos", [table], chart=chart, links=_links(found))


def _hours(found: Readings) -> Section:
    columns = (
        Column("Reuniones", "integer"),
        Column("Sesiones con grupos", "integer"),
        Column("Horas registradas", "hours", "Cada reunión una vez, aunque fuera con varios grupos"),
        Column("Validadas", "hours", "Horas que validó otra persona que quien las registró"),
        Column("Por validar", "hours"),
    )

    def values(pk):
        one = found.work[pk]
        return one.meetings, one.sessions, in_hours(one.minutes), in_hours(one.validated), in_hours(one.pending)

    chart = charts.stacked(
        [
            (place.commune.name, [in_hours(found.work[place.pk].validated), in_hours(found.work[place.pk].pending)])
            for place in found.places
        ],
        series=["Validadas", "Por validar"],
        title="Horas registradas en cada municipio",
        across=charts.NARROW,
    )
    table = _table(found, "hours", "Horas", columns, values, note="Solo reuniones de este convenio.")
    return Section("horas", "Horas y sesiones", [table], chart=chart, links=_links(found))


def _ageing(found: Readings) -> Section:
    columns = (
        Column("Grupos con caso abierto", "integer"),
        Column("Mediana de días en su etapa", "decimal"),
        Column(f"Más de {standing.LONG} días", "integer"),
        Column(f"Más de {standing.VERY_LONG} días", "integer", f"Están también entre los de más de {standing.LONG}"),
        Column(
            "Plazo de escritura vencido",
            "integer",
            "60 días desde la escritura, con la inscripción o la publicación por anotar",
        ),
    )

    def values(pk):
        one = found.ageing[pk]
        return one.count, one.median, one.long, one.very_long, one.overdue

    chart = charts.bars(
        [(place.commune.name, found.ageing[place.pk].median) for place in found.places],
        title="Mediana de días en la etapa actual, en cada municipio",
        across=charts.NARROW,
        unit="días",
    )
    table = _table(found, "ageing", "Tiempo y plazos", columns, values, total=False)
    lead = "Días que los grupos llevan en su etapa: la mediana de cada municipio."
    return Section("tiempo", "Tiempo en la etapa y plazos", [table], lead=lead, chart=chart, links=_links(found))


def _funds(found: Readings) -> list[Section]:
    if found.funds is None:
        return []
    table = _table(found, "funds", "Fondos", funds.COLUMNS, lambda pk: found.funds[pk].values, total=False)
    return [Section("fondos", "Fondos", [table], note=funds.NOTE, links=_links(found))]


def _reports(found: Readings) -> Section:
    columns = (
        Column("Meses terminados", "integer", "Meses del convenio que ya terminaron"),
        Column("Entregados", "integer", "Con informe entregado, observado o aceptado"),
        Column("Sellados sin entregar", "integer"),
        Column("Sin informe sellado", "integer"),
    )

    def values(pk):
        one = found.reports[pk]
        return one.ended, one.delivered, one.sealed, one.late

    chart = charts.stacked(
        [(place.commune.name, values(place.pk)[1:]) for place in found.places],
        series=["Entregados", "Sellados sin entregar", "Sin informe sellado"],
        title="Informes mensuales en cada municipio",
        across=charts.NARROW,
    )
    table = _table(
        found, "reports", "Informes", columns, values, note="Desde que empezó el convenio, no solo estos meses."
    )
    return Section("informes", "Informes", [table], chart=chart, links=_links(found))
