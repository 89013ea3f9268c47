"""What is bought: judged by the budget of its day, with sums and RUT that hold, voided with a reason, and as XLSX."""

from datetime import date
from io import BytesIO

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from cases.enums import Stage
from cases.funding.agency import purchases as reading
from cases.funding.agency.purchasing import sums_fail
from cases.funding.bases.shapes import Item
from cases.funding.life import FundState
from cases.funding.words import BudgetKind
from cases.models import FundBudget
from cases.services.funding import purchases
from cases.views.funding.purchases.workbook import LIST, SUMMARY
from incubator import calendars
from incubator.requirements import Refused
from tests import factories
from tests.funding import scene, walking
from tests.funding.walking import STARTED, again, people, walked

pytestmark = pytest.mark.django_db
S = FundState
DAY = date(2021, 11, 15)
ITEMS = (Item("tools", "Herramientas"), Item("work", "Mano de obra"), Item("rent", "Arriendo"))
INVOICE = {
    "document_kind": "invoice", "document_number": "8812", "document_on": date(2021, 11, 10), "supplier_rut": "76.086.428-5",
    "supplier": "Ferretería", "detail": "Dos taladros", "item": "tools", "net": 100_000, "tax": 19_000, "total": 119_000,
}  # fmt: skip


def _budget(application, kind, since, **items):
    officer, coordinator = people(application)
    budget = FundBudget.objects.create(
        application=application, number=application.budgets.count() + 1, kind=kind, recorded_by=officer
    )
    budget.authors.add(officer)
    for key, amount in items.items():
        budget.lines.create(item=key, name=key, months=[amount])
    budget.is_draft, budget.presented_on, budget.in_force_from = False, since, since
    if kind != BudgetKind.REQUESTED:
        budget.approved_by, budget.approved_on = coordinator, since
    budget.save()


@pytest.fixture
def running(place):
    """In execution, with 300.000 for tools and 200.000 for work, and the rent since December."""
    with calendars.travel(walking.READY):
        case = factories.case_in(Stage.TRAINING, at=place)
        draft = scene.an_application(case, scene.a_call(place, bases=scene.some_bases(items=ITEMS)))
        _budget(draft, BudgetKind.REQUESTED, date(2021, 8, 9), tools=300_000, work=200_000)
    one = walked(draft, S.EXECUTION)
    with calendars.travel(date(2021, 12, 1)):
        _budget(one, BudgetKind.MODIFIED, date(2021, 12, 1), tools=200_000, work=200_000, rent=100_000)
    return one


def _buy(application, on=DAY, **said):
    with calendars.travel(on):
        return purchases.add(by=people(application)[0], application=again(application), on=on, **INVOICE | said)


def test_a_purchase_keeps_what_its_document_says_and_tells_what_is_left(running):
    one = _buy(running)
    assert (one.number, one.supplier_rut, one.standing) == (1, "76086428-5", "pending")
    with calendars.travel(DAY):
        assert reading.warnings(running, one) == ["Quedan $\u00a0181.000 en «Herramientas»."]
    two = _buy(running, document_number="9", total=238_000, net=200_000, tax=38_000)
    with calendars.travel(DAY):
        assert "queda pasado en $\u00a057.000" in reading.warnings(running, two)[0]


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"total": 119_001}, r"dan 119\.000, y el total dice 119\.001"),
        ({"document_kind": "exempt_invoice"}, "no lleva impuesto"),
        ({"supplier_rut": "76.086.428-6"}, "dígito verificador"),
        ({"document_number": ""}, "lleva el RUT"),
        ({"item": "rent"}, "no tiene ese ítem"),
        ({"document_on": date(2021, 11, 16)}, "posterior a hoy"),
        ({"document_on": date(2021, 8, 1)}, "no hay un presupuesto vigente"),
    ],
)
def test_what_does_not_hold_is_refused(running, said, why):
    with pytest.raises(Refused, match=why):
        _buy(running, **said)


def test_it_is_judged_by_the_version_of_its_own_day(running):
    december = date(2021, 12, 10)
    _buy(running, on=december, item="rent", document_on=date(2021, 12, 5))
    with pytest.raises(Refused, match="no tiene ese ítem"):
        _buy(running, on=december, item="rent", document_on=date(2021, 11, 30), document_number="12")


def test_a_document_is_charged_once_and_again_when_it_was_voided(running):
    first = _buy(running)
    with pytest.raises(Refused, match="no se rinde dos veces"):
        _buy(running)
    with calendars.travel(DAY), pytest.raises(Refused, match="por qué"):
        purchases.void(by=people(running)[0], purchase=first, on=DAY, reason=" ")
    with calendars.travel(DAY):
        purchases.void(by=people(running)[0], purchase=first, on=DAY, reason="Se devolvió")
    assert _buy(running).number == 2
    with calendars.travel(DAY), pytest.raises(Refused, match="anulada"):
        purchases.update(by=people(running)[0], purchase=first, on=DAY, voucher="1")


def test_how_it_was_paid_and_judged_is_added_and_an_observation_says_what(running):
    one = _buy(running)
    with calendars.travel(DAY), pytest.raises(Refused, match="qué observó"):
        purchases.update(by=people(running)[0], purchase=one, on=DAY, standing="observed")
    said = {"standing": "observed", "observation": "Falta el timbre", "paid_on": DAY, "paid_with": "transfer"}
    with calendars.travel(DAY):
        assert purchases.update(by=people(running)[0], purchase=one, on=DAY, **said).standing == "observed"


def test_nothing_is_bought_before_the_agreement(place):
    with calendars.travel(walking.READY):
        case = factories.case_in(Stage.TRAINING, at=place)
        one = walked(scene.an_application(case, scene.a_call(place)), S.AWARDED)
    with pytest.raises(Refused, match="desde el convenio"):
        _buy(one)


@pytest.mark.parametrize(
    ("kind", "net", "tax", "total", "fails"),
    [("fees", 86_250, 13_750, 100_000, ""), ("fees", 1, 1, 3, "líquido"), ("receipt", 0, 0, 0, "mayor que cero")],
)
def test_net_and_tax_add_up_also_for_fees(kind, net, tax, total, fails):
    assert (fails in sums_fail(kind, net, tax, total)) if fails else sums_fail(kind, net, tax, total) == ""


def test_the_list_and_the_summary_have_the_columns_of_the_accounts_and_add_up(running, enter):
    _buy(running)
    _buy(running, on=date(2021, 12, 10), item="rent", document_on=date(2021, 12, 5), document_number="13")
    with calendars.travel(date(2021, 12, 20)):
        client = enter(people(running)[0])
        page = client.get(reverse("application_purchases", args=[running.pk])).text
        file = client.get(reverse("purchases_workbook", args=[running.pk]), {"mes": "2021-12"})
    assert "Dos taladros" in page
    assert "119.000" in page
    book = load_workbook(BytesIO(file.content))
    listed, summed = book["Compras"], book["Por ítem"]
    assert [cell.value for cell in listed[1]] == [column.title for column in LIST]
    assert len(LIST) == 19
    rows = {row[0]: row[1:] for row in summed.iter_rows(min_row=2, values_only=True)}
    assert [cell.value for cell in summed[1]] == [column.title for column in SUMMARY]
    assert rows["Herramientas"][:7] == (300_000, -100_000, 200_000, 119_000, 0, 119_000, 81_000)
    assert rows["Arriendo"][:7] == (0, 100_000, 100_000, 0, 119_000, 119_000, -19_000)
    assert rows["Total"][5] == 238_000


def test_the_list_takes_the_same_queries_whatever_its_rows(running, enter, django_assert_max_num_queries):
    with calendars.travel(DAY):
        client = enter(people(running)[0])
        url = reverse("application_purchases", args=[running.pk])
        counts = []
        for number in (1, 12):
            for place in range(number):
                _buy(running, document_number=f"{number}-{place}", net=100, tax=19, total=119)
            with django_assert_max_num_queries(60) as asked:
                client.get(url)
            counts.append(len(asked))
    assert counts[1] <= counts[0]


def test_the_page_keeps_what_was_typed(running, enter):
    with calendars.travel(STARTED):
        client = enter(people(running)[0])
        data = INVOICE | {"document_on": "10-10-2021", "total": "118.000"}
        page = client.post(reverse("purchase_new", args=[running.pk]), data).text
    assert "dan 119.000, y el total dice 118.000" in page
    assert "Ferretería" in page
