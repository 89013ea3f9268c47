"""The list of groups: filters with true counts, the board, pages, and an export of exactly what is seen."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cases.enums import Stage
from cases.services import advancement
from incubator.enums import Role
from tests import factories
from tests.groups.conftest import TODAY
from tests.groups.many import many


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


@pytest.mark.parametrize("view", ["", "?vista=tablero", "?etapa=training&senal=contacto"])
def test_the_list_asks_the_same_of_the_database_with_ten_groups_or_a_thousand(view, place, officer, enter):
    client = enter(officer)
    many(place, officer, 10, words="Agrupación de trabajo, cuidados y servicios", stage=Stage.TRAINING)
    client.get(reverse("group_list"))
    shell, _ = _queries(client, reverse("search"))
    few, _ = _queries(client, reverse("group_list") + view)
    many(place, officer, 990, words="Otra agrupación de trabajo y servicios", stage=Stage.TRAINING)
    lots, size = _queries(client, reverse("group_list") + view)
    assert lots == few
    assert lots - shell <= 12
    assert size <= 80_000


def test_pages_follow_the_filter(place, officer, enter):
    many(place, officer, 30, stage=Stage.CALL)
    client = enter(officer)
    first = client.get(reverse("group_list"), {"etapa": "call"})
    assert first.context["page"].paginator.count == 30
    assert "?etapa=call&amp;page=2" in first.content.decode()
    second = client.get(reverse("group_list"), {"etapa": "call", "page": "2"})
    shown = [row["case"].pk for page in (first, second) for row in page.context["rows"]]
    assert len(shown) == len(set(shown)) == 30


def test_a_card_of_the_board_says_how_long_the_pause_and_what_it_lacks(place, officer, coordinator, enter):
    (case,) = many(place, officer, 1, stage=Stage.TRAINING)
    advancement.pause(by=coordinator, case=case, since=TODAY, expected_on=date(2021, 7, 1), reason="Cosecha")
    page = _text(enter(officer).get(reverse("group_list"), {"vista": "tablero"}))
    assert "hace 106 días en esta etapa" in page
    assert "En pausa hasta el 01-07-2021" in page
    assert "Bajo el mínimo" in page


def test_a_column_with_many_groups_leads_to_the_rest_with_the_same_filters(place, officer, enter):
    many(place, officer, 14, commune=place.commune)
    factories.case_in()
    board = enter(officer).get(reverse("group_list"), {"vista": "tablero", "comuna": place.commune_id})
    (column,) = board.context["board"]
    assert (column["count"], len(column["rows"]), column["more"]) == (14, 10, 4)
    assert column["url"] == f"?etapa=census&comuna={place.commune_id}"


def test_the_export_asks_who_you_are_again(officer, enter):
    factories.case_in()
    answer = enter(officer).get(reverse("group_export"))
    assert answer.status_code == 302
    assert "reauthenticate" in answer.url
