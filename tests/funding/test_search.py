"""The list of applications, its workbook, the search box, and the funds on the dashboards."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from cases.enums import Stage
from cases.funding.around.filters import Asked
from cases.funding.life import FundEventKind, FundState
from cases.models import FundApplication
from cases.views.funding.places.listing import _row
from incubator import calendars, search
from incubator.access import Permission
from incubator.enums import Role
from reports.dashboards import funds
from reports.dashboards.pieces import Period
from tests.factories import case_in
from tests.factories.people import agreement, coordinator_of, incubator, officer_of, user_with
from tests.funding.scene import a_call, an_application
from tests.funding.walked import event, walk

pytestmark = pytest.mark.django_db

S = FundState
BEGUN, TODAY = date(2021, 6, 1), date(2021, 8, 2)


@pytest.fixture(autouse=True)
def _today():
    with calendars.travel(TODAY):
        yield


@pytest.fixture
def case(place, coordinator):
    return case_in(Stage.TRAINING, at=place, name="Cocina Ñuke Mapu")


@pytest.fixture
def applications(case, place):
    draft = an_application(case, a_call(place), on=BEGUN, title="Horno nuevo")
    sent = walk(an_application(case, a_call(place, key="dos"), on=BEGUN, title="Vitrina"), S.SUBMITTED, BEGUN)
    lost = walk(an_application(case, a_call(place, key="tres"), on=BEGUN, title="Feria"), S.NOT_AWARDED, BEGUN)
    return draft, sent, lost


def _list(client, query=""):
    return client.get(f"/fondos/postulaciones/{query}")


def test_the_list_shows_what_is_open_and_each_state_with_its_count(applications, enter, officer):
    page = _list(enter(officer))
    assert {row[0] for row in page.context["rows"]} == {applications[0], applications[1]}
    counts = {chip["label"]: chip["count"] for chip in page.context["chips"]}
    assert counts == {
        "Abiertas": 2, "En preparación": 1, "En el fondo": 1, "Adjudicadas": 0, "Terminadas": 1, "Todas": 3,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("?estado=todas&q=vitrina", ["Vitrina"]),
        ("?estado=todas&q=ñuke", ["Horno nuevo", "Vitrina", "Feria"]),
        ("?cierre=15", ["Horno nuevo"]),
        ("?cierre=7", []),
        ("?estado=terminadas", ["Feria"]),
        ("?estado=loquesea&cierre=999&institucion=abc", ["Horno nuevo", "Vitrina"]),
    ],
)
def test_the_list_is_narrowed_by_words_closing_and_state(applications, enter, officer, query, titles):
    assert sorted(row[0].title for row in _list(enter(officer), query).context["rows"]) == sorted(titles)


def test_an_application_is_found_by_its_code_and_by_its_folio(applications, enter, officer):
    _, sent, _ = applications
    client = enter(officer)
    for asked in (sent.code, sent.filings.get().folio):
        page = _list(client, f"?estado=todas&q={asked}")
        assert [row[0] for row in page.context["rows"]] == [sent]


def test_the_search_box_finds_funds_and_applications_within_reach_alone(applications, officer):
    _, sent, _ = applications
    for asked, label in (
        (sent.code, "Postulaciones a fondos"),
        ("vitrina", "Postulaciones a fondos"),
        ("fondo", "Fondos"),
    ):
        found = {one["label"]: one["count"] for one in search.find(officer, asked)}
        assert label in found, asked
    stranger = officer_of(incubator("05502"))
    assert not [one for one in search.find(stranger, "vitrina") if one["label"] == "Postulaciones a fondos"]


def test_another_municipality_sees_none_of_it_and_a_funder_no_page(applications, enter):
    stranger = officer_of(incubator("05502"))
    assert _list(enter(stranger), "?estado=todas").context["rows"] == []
    funder = user_with(Role.FUNDER_ANALYST, at=agreement())
    assert _list(enter(funder)).status_code in (403, 404)


def test_the_workbook_holds_the_rows_that_are_seen(applications, place):
    asked = Asked(coordinator_of(place), {"estado": "todas"}, TODAY, Permission.EXPORT)
    assert {_row(one)[0] for one in asked.rows} == {one.code for one in FundApplication.objects.all()}
    assert asked.words[0] == ("Estado", "Todas")


def test_the_file_asks_for_the_password_again(applications, enter, officer):
    answer = enter(officer).get("/fondos/postulaciones/planilla/?estado=todas")
    assert "reauthenticate" in answer.url


def test_the_questions_of_the_list_do_not_grow(
    applications, case, place, enter, officer, django_assert_max_num_queries
):
    client = enter(officer)
    for number in range(8):
        an_application(case, a_call(place, key=f"más-{number}"), on=BEGUN)
    _list(client)
    with django_assert_max_num_queries(9):  # four of its own, and those of the shell
        page = _list(client)
    assert len(page.context["rows"]) == 10


def test_the_dashboards_count_open_closing_awarded_and_received(applications, case, place, officer):
    won = walk(an_application(case, a_call(place, key="cuatro"), on=BEGUN), S.EXECUTION, BEGUN, amount=1)
    event(won, FundEventKind.INSTALMENT, BEGUN, amount=300_000)
    period = Period(3, TODAY)
    found = funds.of_place(officer, place, period)
    assert found == funds.Funds(open=3, closing=1, filed=3, decided=2, awarded=1, received=300_000)
    assert funds.of_place(officer_of(incubator("05502")), place, period) is None
    whole = funds.by_place(user_with(Role.UNIVERSITY_COORDINATOR, at=agreement()), agreement(), [place.pk], period)
    assert whole == {place.pk: found}
    assert funds.section(found).tables[0].rows[3].values[1] == "1 de 2"
    assert timedelta(days=92) > TODAY - BEGUN


def test_the_pages_of_both_dashboards_show_the_funds(applications, place, enter, officer):
    page = enter(officer).get(reverse("incubator_dashboard", args=[place.pk])).content.decode()
    assert "Postulaciones a fondos" in page
    boss = user_with(Role.UNIVERSITY_COORDINATOR, at=agreement())
    page = enter(boss).get(reverse("agreement_dashboard", args=[agreement().pk])).content.decode()
    assert "Fondos por municipio" in page
