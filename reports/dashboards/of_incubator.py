"""The dashboard of an incubator, whole: the strip of key figures, and its sections in the order read."""

from django.urls import reverse

from cases.enums import ACCOMPANIED, OPEN, Stage
from incubator.models import Incubator
from reports.dashboards import funds, work
from reports.dashboards import incubator_sections as groups
from reports.dashboards import incubator_work as done
from reports.dashboards.incubator import Readings, read
from reports.dashboards.pieces import Dashboard, Figure, Period, Section
from reports.tables.base import hours as in_hours


def dashboard(user, place: Incubator, period: Period) -> Dashboard:
    """Everything of one incubator that this user may read."""
    found = read(user, place, period)
    return Dashboard(
        title=f"Tablero de {place.commune.name}",
        lead=f"{place.name} · {period.words}",
        period=period,
        figures=_figures(user, found),
        sections=_sections(user, found),
        is_empty=not any(found.counts.values()) and not any(one.meetings for one in found.work.values()),
    )


def _figures(user, found: Readings) -> list[Figure]:
    total = sum(found.work.values(), work.Work())
    place = found.place
    return [
        Figure(found.of(OPEN), "grupos con caso abierto", url=groups.list_address(user, place, "abiertos")),
        Figure(found.of(ACCOMPANIED), "en acompañamiento", url="#etapas"),
        Figure(found.signs.flagged, "con alguna señal", url="#senales"),
        Figure(found.moved.count("admitted"), "admitidos en estos meses", url="#movimientos"),
        Figure(in_hours(total.minutes), "horas en estos meses", "hours", url="#horas"),
        Figure(
            found.counts[Stage.WAITING],
            "en lista de espera",
            url=groups.list_address(user, place, Stage.WAITING.value) or "#convocatorias",
        ),
    ]


def _sections(user, found: Readings) -> list[Section]:
    sections = [
        groups.stages(user, found),
        groups.attention(found),
        groups.moved(found),
        groups.ageing(found),
        done.hours(found),
        done.supports(found),
        done.calls(user, found),
    ]
    if found.indicators is not None:
        sections.append(done.indicators(found))
    if found.trades is not None:
        sections.append(done.trade(found))
    if found.funds is not None:
        sections.append(funds.section(found.funds))
    return sections


def address(place: Incubator, period: Period) -> str:
    """The page of an incubator's dashboard over those months."""
    return f"{reverse('incubator_dashboard', args=[place.pk])}?meses={period.months}"
