"""What each person sees of who can apply to what, and in how many queries."""

import io
from datetime import date

import openpyxl
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cases.enums import Stage
from cases.funding.bases.shapes import AskedDocument, Condition
from cases.funding.matching import matches_of_call
from cases.funding.words import DocumentKind
from cases.views.funding.matches import sheets
from tests import factories
from tests.funding.scene import a_call, an_application, some_bases

DISABILITY = Condition("disability", "disability_share", parameters={"percent": 50}, clause="Punto 4")
WOMEN = Condition("women", "women_share", parameters={"percent": 60}, clause="Punto 3")
STANDING = AskedDocument("standing", DocumentKind.SUPPORT_LETTER, "Carta de apoyo", valid_days=30)


@pytest.fixture(autouse=True)
def june(settings):
    settings.MINGA_TODAY = "2021-06-01"


@pytest.fixture
def call(place):
    return a_call(place, bases=some_bases(conditions=(WOMEN, DISABILITY), documents=(STANDING,)))


@pytest.fixture
def case(place):
    return factories.case_in(Stage.CALL, at=place, name="Tejedoras del Valle")


def page(client, name, *args):
    answer = client.get(reverse(name, args=args))
    assert answer.status_code == 200
    return answer


def test_the_groups_of_a_call_stand_by_distance_with_what_they_lack(call, case, officer, enter):
    said = page(enter(officer), "fund_groups", call.pk).content.decode()
    assert "Tejedoras del Valle" in said
    assert "Carta de apoyo" in said
    assert "además hay que confirmar" in said


def test_a_filter_leaves_the_groups_that_are_so_and_counts_the_others(call, case, officer, enter):
    client, url = enter(officer), reverse("fund_groups", args=[call.pk])
    assert "Tejedoras del Valle" in client.get(f"{url}?distancia=cerca").content.decode()
    assert "Ningún grupo aquí" in client.get(f"{url}?distancia=cumple").content.decode()
    assert client.get(f"{url}?distancia=nada&etapa=' or 1").status_code == 200


def test_the_tab_of_a_group_shows_its_calls_and_its_applications(call, case, officer, enter):
    application = an_application(case, call)
    said = page(enter(officer), "group_funds", case.organization_id).content.decode()
    assert str(call) in said
    assert application.title in said
    assert "Cierre: " in said


def test_each_condition_says_its_outcome_clause_evidence_remedy_and_where_it_is_mended(call, case, officer, enter):
    said = page(enter(officer), "fund_eligibility", case.organization_id, call.pk).content.decode()
    assert "Al menos 60 %: mujeres" in said
    assert "Punto 3" in said
    assert reverse("vault_new", args=[case.organization_id]) + "?que=support_letter" in said
    assert reverse("fund_apply", args=[case.organization_id, call.pk]) in said


def test_the_page_says_until_when_the_group_has_to_be_registered(place, officer, enter):
    case = factories.case_in(Stage.CALL, at=place)
    wants = Condition("valid", "legal_validity")
    call = a_call(place, key="vigencia", bases=some_bases(conditions=(wants,)))
    said = page(enter(officer), "fund_eligibility", case.organization_id, call.pk).content.decode()
    assert "Si se inscribe hasta el" in said


def test_a_group_of_another_municipality_is_not_reached(call, officer, enter):
    other = factories.case_in(Stage.CALL, at=factories.incubator("05101"))
    client = enter(officer)
    for name, args in (("group_funds", ()), ("fund_eligibility", (call.pk,)), ("fund_what_if", (call.pk,))):
        assert client.get(reverse(name, args=[other.organization_id, *args])).status_code == 404
    assert other.organization.name not in page(client, "fund_groups", call.pk).content.decode()


def test_the_groups_of_a_call_take_as_many_queries_with_one_group_as_with_many(call, case, place, officer, enter):
    an_application(case, call)
    few = _queries(enter(officer), "fund_groups", call.pk)
    for number in range(4):
        one = factories.case_in(Stage.CENSUS, at=place, name=f"Grupo nuevo {number}")
        an_application(one, call)
    many = _queries(enter(officer), "fund_groups", call.pk)
    assert many == few
    assert many - SHELL <= 12


def test_the_calls_of_a_group_take_as_many_queries_with_one_call_as_with_many(call, case, place, officer, enter):
    few = _queries(enter(officer), "group_funds", case.organization_id)
    for number in range(5):
        made = a_call(place, key=f"otro-{number}", bases=some_bases(conditions=(WOMEN,)))
        an_application(case, made)
    many = _queries(enter(officer), "group_funds", case.organization_id)
    assert many == few
    assert many - SHELL <= 12


#: Session, user, posts, the journal that the cache of a page looks at, and the name of the incubator.
SHELL = 5


def _queries(client, name, *args):
    page(client, name, *args)
    with CaptureQueriesContext(connection) as seen:
        page(client, name, *args)
    return len(seen.captured_queries)


def test_the_export_is_what_is_seen_and_hides_what_is_reserved(call, case, officer, enter):
    url = reverse("fund_groups_export", args=[call.pk])
    client = enter(officer)
    assert "reauthenticate" in client.get(url)["Location"]
    found = matches_of_call(call, date(2021, 6, 1), officer)
    book = openpyxl.load_workbook(
        io.BytesIO(sheets.workbook(found, call=call, by=officer, on=date(2021, 6, 1), filters=[]))
    )
    head, row = book["Grupos"].iter_rows(values_only=True)
    told = dict(zip(head, row, strict=True))
    assert told["Grupo"] == "Tejedoras del Valle"
    assert told["Por confirmar"] >= 1
    assert "persona con discapacidad" not in told["Qué tan lejos está"]
