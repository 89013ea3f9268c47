"""The work of an incubator in sections: hours, supports, waiting list and calls, indicators and trade."""

from cases.enums import MarketKind, Stage
from incubator import charts, navigation
from reports.dashboards import work
from reports.dashboards.incubator import Readings
from reports.dashboards.pieces import Section, short
from reports.tables.base import Column, Row, Table
from reports.tables.base import hours as in_hours


def hours(read: Readings) -> Section:
    """Hours by month, those validated apart."""
    every = read.work
    total = sum(every.values(), work.Work())
    table = Table(
        key="hours",
        caption="Horas por mes",
        sheet="Horas",
        columns=(
            Column("Mes"),
            Column("Reuniones", "integer", "Reuniones vigentes de cualquier tipo, cada una una vez"),
            Column("Sesiones con grupos", "integer", "Las que fueron con uno o más grupos"),
            Column("Horas registradas", "hours", "Cada reunión una vez, aunque fuera con varios grupos"),
            Column("Validadas", "hours", "Horas que validó otra persona que quien las registró"),
            Column("Por validar", "hours"),
        ),
        rows=[Row(str(month), (month.label.capitalize(), *_hours(one))) for month, one in every.items()],
        total=Row("total", ("Total", *_hours(total))),
    )
    chart = charts.columns(
        [(short(month), (in_hours(one.validated), in_hours(one.pending))) for month, one in every.items()],
        series=["Validadas", "Por validar"],
        title="Horas registradas por mes",
        piled=True,
        across=read.period.across,
    )
    return Section("horas", "Horas", [table], chart=chart)


def _hours(one: work.Work) -> tuple:
    return one.meetings, one.sessions, in_hours(one.minutes), in_hours(one.validated), in_hours(one.pending)


def supports(read: Readings) -> Section:
    """Supports asked for and given at meetings, in total, and their cost."""
    every = read.work
    total = sum(every.values(), work.Work())
    table = Table(
        key="supports",
        caption="Apoyos por mes",
        sheet="Apoyos",
        columns=(
            Column("Mes"),
            Column("Pedidos", "integer", "Apoyos pedidos para las reuniones, en total"),
            Column("Entregados", "integer"),
            Column("Costo", "money"),
        ),
        rows=[
            Row(str(month), (month.label.capitalize(), one.asked, one.given, one.cost)) for month, one in every.items()
        ],
        total=Row("total", ("Total", total.asked, total.given, total.cost)),
    )
    chart = charts.columns(
        [(short(month), (one.asked, one.given)) for month, one in every.items()],
        series=["Pedidos", "Entregados"],
        title="Apoyos pedidos y entregados por mes",
        across=read.period.across,
    )
    return Section("apoyos", "Apoyos", [table], chart=chart)


def calls(user, read: Readings) -> Section:
    """The calls that receive today, and how many groups wait for a place."""
    waiting = read.counts[Stage.WAITING]
    table = Table(
        key="calls",
        caption="Convocatorias abiertas hoy",
        sheet="Convocatorias",
        columns=(
            Column("Convocatoria"),
            Column("Cierra", "date"),
            Column("Cupos", "integer"),
            Column("Grupos que postularon", "integer", "Grupos con una postulación recibida en la convocatoria"),
        ),
        rows=[Row(f"call-{one.pk}", (one.name, one.closes_on, one.seats, one.applied)) for one in read.calls],
        empty="Hoy no hay convocatorias abiertas.",
    )
    lead = "Un grupo espera un cupo." if waiting == 1 else f"{waiting or 'Ningún'} {_GROUPS[bool(waiting)]} un cupo."
    links = {f"call-{one.pk}": navigation.door(user, "call_detail", one, one.pk) for one in read.calls}
    return Section("convocatorias", "Lista de espera y convocatorias", [table], lead=lead, links=links)


_GROUPS = {True: "grupos esperan", False: "grupo espera"}


def indicators(read: Readings) -> Section:
    """What groups earn and the jobs they made, certified and not apart."""
    table = Table(
        key="indicators",
        caption="Última medición de cada grupo: ingreso al mes, personas con ingreso y puestos de trabajo",
        sheet="Indicadores",
        columns=(
            Column("Medición"),
            Column("Grupos", "integer", "Grupos cuya última medición es de esta clase"),
            Column("Ingreso", "money", "Al mes: suma del ingreso mensual de los grupos"),
            Column("Con ingreso", "integer", "Personas con ingreso"),
            Column("Puestos", "integer", "Puestos de trabajo"),
        ),
        rows=[
            Row(key, (label, one.groups, one.income, one.people, one.jobs))
            for key, label, one in zip(
                ("certified", "declared"), ("Certificada", "Sin certificar"), read.indicators or (), strict=True
            )
        ],
        note="Certifica otra persona que quien anotó la medición. Las dos clases no se suman.",
    )
    return Section("indicadores", "Indicadores", [table])


def trade(read: Readings) -> Section:
    """Sales, fairs and contracts in the months."""
    kinds = (read.trades or {}).items()
    table = Table(
        key="trade",
        caption="Ventas, ferias y contratos",
        sheet="Ventas",
        columns=(
            Column("Tipo"),
            Column("Cuántas", "integer"),
            Column("Monto", "money"),
            Column("Por la Ley 21.015", "integer", "Contratos anotados como cumplimiento alternativo de la Ley 21.015"),
            Column("Monto por la Ley 21.015", "money"),
        ),
        rows=[
            Row(kind.value, (_KINDS[kind], one.count, one.amount, one.alternative, one.alternative_amount))
            for kind, one in kinds
        ],
        note="De los grupos de hoy, sin lo anulado. Si quienes son socias y trabajan cuentan como contratadas para la "
        "Ley 21.015: verifique.",
    )
    return Section("ventas", "Ventas, ferias y contratos", [table])


_KINDS = {MarketKind.SALE: "Ventas", MarketKind.FAIR: "Ferias", MarketKind.CONTRACT: "Contratos"}
