"""The canvas in versions; sales, fairs and contracts as rows that are voided, never lost; indicators certified by another."""

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from cases.enums import Moment, Stage
from cases.models import MarketRecord, Measurement
from cases.services import facts
from cases.services.business import canvases, indicators, market
from incubator.requirements import Refused
from tests import factories
from tests.business.conftest import DAY


def test_each_saving_of_the_canvas_is_a_version_that_can_be_read(case, officer, coordinator, enter):
    address = reverse("canvas_edit", args=[case.organization_id])
    assert enter(officer).post(address, {"seen": "0", "offer": "Pan"}).status_code == 302
    assert enter(officer).post(address, {"seen": "1", "offer": "Pan y queques", "income": "Ventas"}).status_code == 302
    page = enter(coordinator).get(reverse("canvas_versions", args=[case.organization_id])).content.decode()
    assert "Pan y queques" in page
    assert "<del>Pan</del>" in page


def test_who_writes_over_an_older_canvas_keeps_her_text_and_is_told_who_saved(case, officer, coordinator, enter):
    address = reverse("canvas_edit", args=[case.organization_id])
    enter(officer).post(address, {"seen": "0", "offer": "Pan"})
    answer = enter(coordinator).post(address, {"seen": "0", "offer": "Tejidos de lana"})
    page = answer.content.decode()
    assert f"{officer.full_name} guardó la versión 1" in page
    assert "Tejidos de lana" in page
    assert canvases.latest(case).blocks == {"offer": "Pan"}


def test_saving_the_same_canvas_makes_no_version(case, officer):
    one = canvases.save(by=officer, case=case, on=DAY, blocks={"offer": "Pan"}, seen=0)
    assert canvases.save(by=officer, case=case, on=DAY, blocks={"offer": "Pan "}, seen=1) == one


def test_an_empty_canvas_is_refused(case, officer):
    with pytest.raises(Refused):
        canvases.save(by=officer, case=case, on=DAY, blocks={"offer": "  "}, seen=0)


SALE = {
    "on": "2021-06-10",
    "counterpart": "Casino del consultorio",
    "description": "40 colaciones",
    "amount": "180.000",
}
CONTRACT = {
    "on": "2021-06-01",
    "ends_on": "2021-12-31",
    "counterpart": "Viña del Valle S.A.",
    "counterpart_rut": "76.086.428-5",
    "description": "Servicio de aseo de oficinas",
    "amount": "6.000.000",
    "alternative_compliance": "on",
}


def test_sales_and_contracts_add_up_and_a_voided_one_does_not_count(case, officer, enter):
    client = enter(officer)
    for kind, said in (("sale", SALE), ("sale", SALE | {"amount": "20.000"}), ("contract", CONTRACT)):
        assert client.post(reverse("market_new", args=[case.organization_id, kind]), said).status_code == 302
    row = MarketRecord.objects.get(amount=20_000)
    void = reverse("market_void", args=[case.organization_id, row.pk])
    assert client.post(void, {"reason": ""}).status_code == 200
    assert client.post(void, {"reason": "Se anotó dos veces"}).status_code == 302
    assert MarketRecord.objects.valid().filter(case=case).totals() == {"sale": (1, 180_000), "contract": (1, 6_000_000)}
    page = client.get(reverse("market_list", args=[case.organization_id])).content.decode()
    assert "Anulada: Se anotó dos veces" in page
    assert "Ley 21.015 · verifique" in page


@pytest.mark.parametrize(
    ("kind", "wrong", "words"),
    [
        ("contract", {"counterpart_rut": "76.086.428-6"}, "dígito verificador"),
        ("contract", {"ends_on": "2021-05-01"}, "no puede ser anterior"),
        ("contract", {"on": "2021-07-01", "ends_on": ""}, "entre el día en que se abrió el caso y hoy"),
        ("contract", {"amount": "-5"}, "Escriba 0 o más"),
        ("contract", {"counterpart": ""}, "Complete este dato."),
    ],
)
def test_a_wrong_contract_says_what_to_do_and_keeps_the_rest(case, officer, enter, kind, wrong, words):
    answer = enter(officer).post(reverse("market_new", args=[case.organization_id, kind]), CONTRACT | wrong)
    page = answer.content.decode()
    assert words in page
    assert "Servicio de aseo de oficinas" in page
    assert not MarketRecord.objects.exists()


def test_only_contracts_are_alternative_compliance_even_by_sql(case, officer):
    row = market.record(by=officer, case=case, on=DAY, kind="sale", counterpart="Feria", description="Pan")
    with pytest.raises(IntegrityError), transaction.atomic():
        MarketRecord.objects.filter(pk=row.pk).update(alternative_compliance=True)


def test_a_measurement_is_certified_by_somebody_else(case, officer, coordinator, enter):
    measured = facts.measure(by=officer, case=case, on=DAY, moment=Moment.FOLLOW_UP, jobs=3)
    address = reverse("measurement_certify", args=[case.organization_id, measured.pk])
    enter(officer).post(address, {"on": "2021-06-15"})
    measured.refresh_from_db()
    assert measured.certified_on is None
    with pytest.raises(Refused):
        indicators.certify(by=officer, measurement=measured, on=DAY)
    assert enter(coordinator).post(address, {"on": "2021-06-15"}).status_code == 302
    measured.refresh_from_db()
    assert measured.certified_by == coordinator


def test_no_more_people_have_an_income_than_the_group_has_members(case, officer, enter):
    address, members = f"/grupos/{case.organization_id}/indicadores/", case.organization.members_on(DAY).count()
    said = {"on": "2021-06-15", "moment": "follow_up", "people_with_income": members + 1}
    page = enter(officer).post(address, said).content.decode()
    assert f"Ese día el grupo tenía {members} integrantes" in page
    assert not Measurement.objects.exists()
    assert enter(officer).post(address, said | {"people_with_income": members}).status_code == 302
    assert Measurement.objects.get().people_with_income == members


def test_the_tab_says_all_of_it_with_queries_that_do_not_grow(case, officer, enter, django_assert_max_num_queries):
    client, address = enter(officer), reverse("group_business", args=[case.organization_id])
    client.get(address)
    for number in range(12):
        market.record(
            by=officer, case=case, on=DAY, kind="sale", counterpart=f"Vecina {number}", description="Pan", amount=1
        )
        facts.measure(by=officer, case=case, on=DAY, moment=Moment.FOLLOW_UP, jobs=number)
    with django_assert_max_num_queries(45):
        page = client.get(address).content.decode()
    assert "12" in page


def test_a_group_that_began_today_sees_what_each_part_is_for(place, officer, enter):
    fresh = factories.case_in(Stage.TRAINING, at=place)
    page = enter(officer).get(reverse("group_business", args=[fresh.organization_id])).content.decode()
    assert "El lienzo está en blanco" in page
    assert "Todavía no hay un plan" in page
