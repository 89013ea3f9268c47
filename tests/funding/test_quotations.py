"""Quotations: of a thing of the budget, from a supplier with a right RUT, one of them chosen."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from cases.funding.bases.shapes import Item
from cases.funding.budget import reading as budget_reading
from cases.services.funding import quotations
from incubator import calendars
from incubator.requirements import Refused
from tests.factories.cases import evidence
from tests.funding.money_scene import DAY, an_asking, line, money_bases, written

pytestmark = pytest.mark.django_db
SAID = {
    "item": "tools",
    "detail": "Torno",
    "supplier": "Ferretería del Puerto",
    "supplier_rut": "76086428-5",
    "amount": 480_000,
    "quoted_on": DAY,
}


@pytest.fixture(autouse=True)
def _on_the_day():
    with calendars.travel(DAY):
        yield


@pytest.fixture
def asking(place):
    bases = money_bases(items=(Item("tools", "Herramientas", quotations=2),), cofinancing=())
    return an_asking(place, bases)


def _lacks(asking):
    return [sentence.replace("\u00a0", " ") for sentence in budget_reading.lacks(asking)]


def _add(asking, by, **more):
    proof = evidence(by, asking.case.incubator)
    return quotations.add(by=by, application=asking, on=DAY, evidence=proof, **SAID | more)


def test_those_of_a_thing_are_counted_and_the_chosen_one_is_compared(asking, officer):
    written(asking, [line()])
    first = _add(asking, officer)
    second = _add(asking, officer, supplier="Otra", amount=500_000)
    assert "Elija una de las cotizaciones de «Torno»." in _lacks(asking)
    quotations.choose(by=officer, quotation=first, on=DAY)
    said = "La línea «Torno» suma $ 500.000 y la cotización elegida (Ferretería del Puerto) es de $ 480.000: "
    assert f"{said}la línea tiene $ 20.000 de más." in _lacks(asking)
    quotations.choose(by=officer, quotation=second, on=DAY)
    first.refresh_from_db()
    assert not first.is_chosen
    assert _lacks(asking) == ["El presupuesto está en borrador: preséntelo."]


def test_one_set_aside_stays_on_record_and_counts_no_more(asking, officer):
    written(asking, [line()])
    kept = [_add(asking, officer), _add(asking, officer)]
    quotations.set_aside(by=officer, quotation=kept[0], on=DAY)
    assert _lacks(asking)[0] == "Falta 1 cotización de «Torno»: las bases piden 2 y hay 1."
    assert asking.quotations.count() == 2
    with pytest.raises(Refused, match="ya se apartó"):
        quotations.choose(by=officer, quotation=kept[0], on=DAY)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"supplier_rut": "76086428-6"}, "supplier_rut"),
        ({"item": "trips"}, "item"),
        ({"amount": 0}, "amount"),
        ({"quoted_on": DAY + timedelta(days=1)}, "quoted_on"),
        ({"valid_until": DAY - timedelta(days=1)}, "valid_until"),
    ],
)
def test_what_is_wrong_is_said_at_its_field(asking, officer, wrong, field):
    with pytest.raises(Refused) as refused:
        _add(asking, officer, **wrong)
    assert refused.value.findings[0].field == field
    assert not asking.quotations.exists()


@pytest.mark.parametrize(
    "statement",
    [
        "update cases_fundquotation set amount = 1 where id = {0}",
        "update cases_fundquotation set evidence_id = null where id = {0}",
        "delete from cases_fundquotation where id = {0}",
    ],
)
def test_the_database_keeps_what_a_supplier_offered(asking, officer, statement):
    row = _add(asking, officer)
    with (
        pytest.raises(Exception, match=r"stays|not deleted|denied"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement.format(row.pk))


def test_two_of_the_same_thing_are_never_chosen_at_once(asking, officer):
    first, second = _add(asking, officer), _add(asking, officer)
    quotations.choose(by=officer, quotation=first, on=DAY)
    with pytest.raises(IntegrityError, match="fundquotation_one_chosen"), transaction.atomic():
        asking.quotations.filter(pk=second.pk).update(is_chosen=True)
