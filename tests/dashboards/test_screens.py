"""The pages of the dashboards: who opens them, what they do not say, how many queries they take, and their workbook."""

from datetime import date
from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from cases.enums import Stage
from incubator.access import posts_of
from incubator.enums import Role
from reports.dashboards import of_agreement, of_incubator
from reports.dashboards.pieces import Period
from tests import factories
from tests.dashboards.conftest import TODAY
from tests.factories.cases import session_of
from tests.groups.many import many

pytestmark = pytest.mark.django_db
MOST_QUERIES = 13  # the last one is of the funds


def _page(client, name, *args, **query):
    return client.get(reverse(name, args=args), query)


def test_whoever_has_one_dashboard_goes_straight_to_it(world, enter):
    assert _page(enter(world.officer), "dashboard").headers["Location"] == reverse(
        "incubator_dashboard", args=[world.place.pk]
    )
    several = _page(enter(world.university), "dashboard").content.decode()
    assert reverse("agreement_dashboard", args=[world.agreement.pk]) in several
    assert reverse("incubator_dashboard", args=[world.place.pk]) in several


def test_an_adviser_reads_why_there_is_no_dashboard_and_opens_none(world, enter):
    group = world.cases[0].organization
    adviser = factories.user_with(Role.ADVISOR, at=world.agreement, groups=[group])
    assert "El tablero es de la incubadora entera" in _page(enter(adviser), "dashboard").content.decode()
    assert _page(enter(adviser), "incubator_dashboard", world.place.pk).status_code == 404
    assert "Tablero" not in enter(adviser).get(reverse("my_day")).content.decode()


def test_the_dashboard_names_what_it_counts_and_links_each_stage_to_its_list(world, enter):
    page = _page(enter(world.coordinator), "incubator_dashboard", world.place.pk).content.decode()
    for words in ("Etapas hoy", "Señales", "Movimientos", "Horas", "Apoyos", "Indicadores", "Ventas, ferias"):
        assert words in page
    assert f'{reverse("group_list")}?etapa=training"' in page
    assert reverse("group_detail", args=[world.trained.organization_id]) in page
    assert page.count('<svg xmlns="http://www.w3.org/2000/svg" class="chart chart-narrow"') == 5


def test_legal_and_financial_data_is_for_whoever_reads_it(world, enter):
    page = _page(enter(world.university), "incubator_dashboard", world.place.pk).content.decode()
    assert "Etapas hoy" in page
    assert "Indicadores" not in page
    assert "350.000" not in page
    assert "Ventas, ferias" not in page
    assert "350.000" in _page(enter(world.auditor), "incubator_dashboard", world.place.pk).content.decode()


@pytest.mark.parametrize("who", ["university", "auditor"])
def test_the_agreement_is_compared_without_a_name(world, enter, who):
    page = _page(enter(getattr(world, who)), "agreement_dashboard", world.agreement.pk).content.decode()
    assert "Quillota" in page
    for case in (*world.cases, world.trained, world.business, world.closed):
        assert case.organization.name not in page
    for member in world.members[0]:
        assert member.surname_1 not in page


@pytest.mark.parametrize("who", ["coordinator", "officer", "analyst", "approver", "advisor"])
def test_the_agreement_is_not_of_a_municipality_nor_of_a_funder(world, enter, who):
    answer = _page(enter(getattr(world, who)), "agreement_dashboard", world.agreement.pk)
    assert answer.status_code in (403, 404)


def test_another_municipality_opens_no_dashboard_of_this_one(world, enter):
    stranger = factories.people.coordinator_of(factories.incubator("05502"))
    for name in ("incubator_dashboard", "incubator_dashboard_file"):
        assert _page(enter(stranger), name, world.place.pk).status_code == 404


def test_a_range_that_is_not_ours_is_the_usual_one(world, enter):
    page = _page(enter(world.officer), "incubator_dashboard", world.place.pk, meses="999").content.decode()
    assert "del 01-01-2021 al 15-06-2021" in page
    page = _page(enter(world.officer), "incubator_dashboard", world.place.pk, meses="12").content.decode()
    assert "del 01-07-2020 al 15-06-2021" in page


def test_an_incubator_without_groups_is_told_how_to_begin(enter):
    place = factories.incubator("05502")
    page = _page(enter(factories.people.officer_of(place)), "incubator_dashboard", place.pk).content.decode()
    assert "Todavía no hay nada que contar" in page
    assert reverse("census_list") in page
    assert 'class="chart' not in page


def test_the_workbook_has_exactly_the_figures_of_the_screen(world, enter):
    answer = _taken(enter(world.coordinator), "incubator_dashboard_file", world.place.pk)
    book = load_workbook(BytesIO(answer.content))
    seen = of_incubator.dashboard(world.coordinator, world.place, Period(3, TODAY))
    tables = [table for section in seen.sections for table in section.tables]
    assert book.sheetnames == ["Léeme", "Cifras principales", *(table.sheet[:31] for table in tables)]
    for table in tables:
        rows = [[cell.value for cell in row] for row in book[table.sheet[:31]].iter_rows(min_row=2)]
        assert [[_plain(value) for value in row] for row in rows] == [
            [_plain(value) for value in row.values] for row in table.every_row
        ]
    assert [row[1].value for row in book["Cifras principales"].iter_rows(min_row=2)] == [
        pytest.approx(float(one.value)) for one in seen.figures
    ]


def _taken(client, name, pk):
    """The file, asked by somebody who gave the password a moment ago."""
    refused = client.get(reverse(name, args=[pk]), {"meses": "3"})
    assert "reauthenticate" in refused.headers["Location"]
    client.post(reverse("account_reauthenticate"), {"password": "una clave larga"})
    answer = client.get(reverse(name, args=[pk]), {"meses": "3"})
    assert answer.status_code == 200
    return answer


def _plain(value):
    if isinstance(value, str) or value is None:
        return value or ""
    return value.date() if hasattr(value, "date") else value if isinstance(value, date) else round(float(value), 4)


def _queries(read, user):
    """How many queries the readings of a dashboard take, what the user may see being known."""
    posts_of(user)
    with CaptureQueriesContext(connection) as captured:
        read()
    return len(captured)


def _met(cases, by):
    """Four sessions of each, so that the signs have something to look at."""
    for case in cases:
        for day in (3, 10, 17, 24):
            session_of(case, by, date(2021, 5, day))


def test_the_queries_of_both_dashboards_do_not_grow_with_the_groups(world, period):
    place, coordinator, university = world.place, world.coordinator, world.university
    readings = {
        "incubator": (lambda: of_incubator.dashboard(coordinator, place, period), coordinator),
        "agreement": (lambda: of_agreement.dashboard(university, world.agreement, period), university),
    }
    for read, _ in readings.values():
        read()  # the calendar and the user's rights are known from now on
    few = {name: _queries(*one) for name, one in readings.items()}
    by = factories.people.officer_of(place)
    _met(many(place, by, 20, stage=Stage.TRAINING, words="Telar"), by)
    many(place, by, 34)
    assert {name: _queries(*one) for name, one in readings.items()} == few
    assert max(few.values()) <= MOST_QUERIES, few
