"""The list of groups: filters with true counts, the board, pages, and an export of exactly what is seen."""

from datetime import date
from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from cases.enums import Stage
from cases.services import advancement
from incubator.enums import Role
from tests import factories


def _text(response):
    assert response.status_code == 200
    return response.content.decode()


def _queries(client, address):
    with CaptureQueriesContext(connection) as captured:
        response = client.get(address)
    assert response.status_code == 200
    return len(captured), len(response.content)


def test_the_list_shows_each_group_once_with_its_stage(officer, enter):
    one, other = factories.case_in(Stage.TRAINING), factories.case_in(Stage.CENSUS)
    page = _text(enter(officer).get(reverse("group_list")))
    assert page.count(f">{one.organization.name}</a>") == 1
    assert page.count(f">{other.organization.name}</a>") == 1


def test_a_filter_shows_its_stage_alone_and_its_count(officer, enter):
    trained, counted = factories.case_in(Stage.TRAINING), factories.case_in(Stage.CENSUS)
    page = enter(officer).get(reverse("group_list"), {"etapa": "training"})
    assert [row["case"].pk for row in page.context["rows"]] == [trained.pk]
    counts = {chip["label"]: chip["count"] for chip in page.context["chips"]}
    assert counts == {"Con caso abierto": 2, "Catastro": 1, "Formación": 1}
    assert counted.organization.name not in page.content.decode()


def test_an_unknown_filter_reads_as_the_open_groups(officer, enter):
    case = factories.case_in()
    assert case.organization.name in _text(enter(officer).get(reverse("group_list"), {"etapa": "<script>"}))


def test_another_municipality_sees_none_of_them_and_counts_none(place, enter):
    factories.case_in(at=place)
    stranger = factories.user_with(Role.OFFICER_DISABILITY, at=factories.incubator("05502"))
    page = enter(stranger).get(reverse("group_list"))
    assert page.context["rows"] == []
    assert [chip["count"] for chip in page.context["chips"]] == [0]


def test_an_adviser_sees_the_assigned_groups_alone(place, enter):
    mine, other = factories.case_in(Stage.TRAINING), factories.case_in(Stage.TRAINING)
    adviser = factories.user_with(Role.ADVISOR, at=factories.agreement(), groups=[mine.organization])
    page = _text(enter(adviser).get(reverse("group_list")))
    assert mine.organization.name in page
    assert other.organization.name not in page


def test_a_group_without_contact_for_too_long_says_so(officer, enter):
    factories.case_in(Stage.TRAINING)
    assert "Hace mucho" in _text(enter(officer).get(reverse("group_list")))


def test_an_empty_incubator_is_told_what_to_do(officer, enter):
    page = _text(enter(officer).get(reverse("group_list")))
    assert "Todavía no hay grupos" in page
    assert reverse("group_new") in page


def test_the_board_shows_a_column_for_each_stage(officer, enter):
    factories.case_in(Stage.TRAINING), factories.case_in(Stage.CENSUS)
    board = enter(officer).get(reverse("group_list"), {"vista": "tablero"}).context["board"]
    assert [(column["stage"], column["count"]) for column in board] == [(Stage.CENSUS, 1), (Stage.TRAINING, 1)]


def _groups(place, officer, count, words):
    for number in range(count):
        group = factories.group_with(0, at=place, name=f"{words} {number}")
        advancement.open_case(by=officer, organization=group, incubator=place, on=date(2021, 3, 1))


@pytest.mark.parametrize("view", ["", "?vista=tablero"])
def test_the_list_asks_the_same_of_the_database_with_one_row_or_many(view, place, officer, enter):
    client = enter(officer)
    _groups(place, officer, 1, "Agrupación de hortaliceras de la comuna")
    client.get(reverse("group_list"))
    few, _ = _queries(client, reverse("group_list") + view)
    _groups(place, officer, 60, "Otra agrupación de trabajo, cuidados y servicios")
    many, size = _queries(client, reverse("group_list") + view)
    assert many == few
    assert many <= 12
    assert size <= 80_000


def test_the_export_asks_who_you_are_again(officer, enter):
    factories.case_in()
    answer = enter(officer).get(reverse("group_export"))
    assert answer.status_code == 302
    assert "reauthenticate" in answer.url


def test_the_export_has_exactly_the_rows_that_are_seen(officer, enter):
    shown, hidden = factories.case_in(Stage.TRAINING), factories.case_in(Stage.CENSUS)
    client = enter(officer)
    asked = client.get(reverse("group_export"), {"etapa": "training"})
    answer = client.post(asked.url, {"password": "una clave larga"}, follow=True)
    assert answer.status_code == 200
    sheet = load_workbook(BytesIO(answer.content))["Grupos"]
    rows = list(sheet.iter_rows(min_row=2, values_only=True))
    assert [row[1] for row in rows] == [shown.organization.name]
    assert hidden.organization.name not in str(rows)
