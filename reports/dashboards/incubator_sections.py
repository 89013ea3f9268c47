"""The groups of an incubator in sections: stages, movements, what calls for attention, time in the stage."""

from urllib.parse import urlencode

from django.urls import reverse

from cases.enums import Stage
from incubator import charts
from incubator.access import Permission, scope_of
from reports.dashboards import movements, signs, standing
from reports.dashboards.incubator import Readings
from reports.dashboards.pieces import Section, short
from reports.tables.base import Column, Row, Table


def list_address(user, place, stage: str) -> str:
    """The list of groups in a stage; nothing for whoever would see there the groups of other places as well."""
    scope = scope_of(user, Permission.VIEW_GROUPS)
    if scope.incubator_ids != {place.pk} or scope.organization_ids:
        return ""
    return f"{reverse('group_list')}?{urlencode({'etapa': stage})}"


def group_address(case) -> str:
    """The page of the group of a case."""
    return reverse("group_detail", args=[case.organization_id])


def stages(user, read: Readings) -> Section:
    """How many groups stand in each stage, and how many came and left in the months."""
    addresses = {stage.value: list_address(user, read.place, stage.value) for stage in Stage}
    table = Table(
        key="stages",
        caption="Grupos por etapa",
        sheet="Etapas",
        columns=(
            Column("Etapa"),
            Column("Hoy", "integer", "Grupos que hoy están en la etapa"),
            Column("Entraron", "integer", "Veces que un grupo llegó a la etapa por un paso, en los meses elegidos"),
            Column("Salieron", "integer", "Veces que un grupo dejó la etapa por un paso, en los meses elegidos"),
        ),
        rows=[
            Row(stage.value, (stage.label, read.counts[stage], read.moved.entered(stage), read.moved.went(stage)))
            for stage in Stage
        ],
        note="Un paso corregido no se cuenta. Los traslados entre municipios están en Movimientos.",
    )
    chart = charts.bars(
        [(stage.label, read.counts[stage]) for stage in Stage],
        title="Grupos por etapa",
        unit="grupos",
        across=charts.NARROW,
    )
    links = {key: url for key, url in addresses.items() if url and read.counts[Stage(key)]}
    return Section("etapas", "Etapas hoy", [table], chart=chart, links=links)


def moved(read: Readings) -> Section:
    """What moved month by month."""
    kinds, titles = list(movements.TITLES), list(movements.TITLES.values())
    counts = {month: [read.moved.count(kind, month=month) for kind in kinds] for month in read.period.every}
    table = Table(
        key="movements",
        caption="Movimientos por mes",
        sheet="Movimientos",
        columns=(
            Column("Mes"),
            *(Column(title, "integer", _MEANINGS[kind]) for kind, title in zip(kinds, titles, strict=True)),
        ),
        rows=[Row(str(month), (month.label.capitalize(), *values)) for month, values in counts.items()],
        total=Row("total", ("Total", *(sum(values) for values in zip(*counts.values(), strict=True)))),
    )
    drawn = [kinds.index(kind) for kind in ("admitted", "graduated", "closed")]
    chart = charts.columns(
        [(short(month), [values[place] for place in drawn]) for month, values in counts.items()],
        series=[titles[place] for place in drawn],
        title="Grupos admitidos, egresados y cerrados por mes",
        across=read.period.across,
    )
    return Section("movimientos", "Movimientos", [table], chart=chart)


_MEANINGS = {
    "new": "Casos que se abrieron, en el catastro",
    "admitted": "Pasos a Formación o a Saneamiento por admisión",
    "graduated": "Pasos a Egresada",
    "closed": "Cierres, con los no admitidos",
    "reopened": "Casos cerrados que volvieron: reabiertos, por apelación o porque se deshizo un cambio de grupo",
    movements.ARRIVED: "Casos que llegaron por traslado desde otro municipio",
    movements.LEFT: "Casos que se fueron por traslado a otro municipio",
}


def attention(read: Readings) -> Section:
    """What calls for attention: how many groups show each sign, and the ones that show most."""
    found = read.signs
    table = Table(
        key="flags",
        caption="Señales",
        sheet="Señales",
        columns=(Column("Señal"), Column("Grupos", "integer", "Grupos con caso abierto que hoy muestran la señal")),
        rows=[Row(name, (signs.FLAGS[name], count)) for name, count in found.counts.items()],
        note="Un grupo puede mostrar varias señales.",
    )
    groups = Table(
        key="flagged",
        caption=f"Grupos con señales ({_of(len(found.named), found.flagged)})",
        sheet="Grupos con señales",
        columns=(Column("Grupo"), Column("Etapa"), Column("Señales")),
        rows=[
            Row(f"case-{case.pk}", (case.organization.name, case.get_stage_display(), _signs(shows)))
            for case, shows in found.named
        ],
        empty="Ningún grupo muestra señales hoy.",
    )
    links = {f"case-{case.pk}": group_address(case) for case, _ in found.named}
    return Section("senales", "Señales", [table, groups], links=links)


def _signs(names) -> str:
    words = [signs.FLAGS[name] for name in names]
    return "; ".join([words[0], *(one[0].lower() + one[1:] for one in words[1:])])


def _of(named: int, every: int) -> str:
    return f"{named}" if named == every else f"{named} de {every}"


def ageing(read: Readings) -> Section:
    """Days in the present stage: the median of each, how many are long there, and the groups that are longest."""
    rows = read.ageing
    table = Table(
        key="ageing",
        caption="Días en la etapa actual",
        sheet="Tiempo en la etapa",
        columns=(
            Column("Etapa"),
            Column("Grupos", "integer"),
            Column(
                "Mediana de días", "decimal", "La mitad de los grupos lleva más días que estos, y la otra mitad menos"
            ),
            Column(f"Más de {standing.LONG} días", "integer"),
            Column(
                f"Más de {standing.VERY_LONG} días", "integer", f"Están también entre los de más de {standing.LONG}"
            ),
        ),
        rows=[
            Row(stage.value, (stage.label, one.count, one.median, one.long, one.very_long))
            for stage, one in rows.items()
        ],
        empty="No hay grupos con caso abierto.",
    )
    chart = charts.bars(
        [(stage.label, one.median) for stage, one in rows.items()],
        title="Mediana de días en la etapa actual",
        unit="días",
        across=charts.NARROW,
    )
    longest = read.signs.longest
    links = {f"case-{case.pk}": group_address(case) for case in longest}
    lead = "Días que los grupos llevan en su etapa: la mediana de cada una."
    return Section(
        "tiempo", "Tiempo en la etapa", [table, _named(longest, read.on)], lead=lead, chart=chart, links=links
    )


def _named(cases, on) -> Table:
    """Some groups with their stage and since when they are in it."""
    return Table(
        key="longest",
        caption="Los que llevan más tiempo, sin contar el catastro",
        sheet="Los que llevan más tiempo",
        columns=(Column("Grupo"), Column("Etapa"), Column("Desde", "date"), Column("Días", "integer")),
        rows=[
            Row(
                f"case-{case.pk}",
                (
                    case.organization.name,
                    case.get_stage_display(),
                    case.stage_on or case.opened_on,
                    (on - (case.stage_on or case.opened_on)).days,
                ),
            )
            for case in cases
        ],
        empty="Todavía ningún grupo pasó del catastro.",
    )
