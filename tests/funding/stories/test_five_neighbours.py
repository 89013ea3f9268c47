"""Five neighbours without legal personality: one signs for all; they win less than they asked, and close it."""

from datetime import date, datetime
from decimal import Decimal

import pytest
from django.urls import reverse

from cases.enums import ConfirmationSubject, Stage
from cases.funding.agency import reading
from cases.funding.agency.amounts import Amount
from cases.funding.bases.shapes import Item, Money
from cases.funding.life import FundState
from cases.funding.words import ApplicantKind, ReceiverKind
from cases.services.funding import awards, budgets, execution, purchases
from incubator import calendars
from incubator.requirements import Refused
from tests import factories
from tests.funding import scene, walking
from tests.funding.walking import ACT, again, confirmed, people, proof, sent, told

pytestmark = pytest.mark.django_db
S = FundState
ITEMS = (Item("tools", "Herramientas"), Item("stock", "Materiales"))
LINE = {"own_cash": 0, "own_kind": 0, "note": ""}
BOUGHT = {
    "document_kind": "invoice", "document_number": "771", "document_on": date(2021, 10, 20), "item": "tools",
    "supplier_rut": "76.086.428-5", "supplier": "Máquinas del Sur", "detail": "Máquina de coser", "net": 1_680_672,
    "tax": 319_328, "total": 2_000_000,
}  # fmt: skip


def _asks(by, application, on, **items):
    """A version of the budget, written and presented through its services."""
    lines = [{"item": item, "name": item, "months": [amount], **LINE} for item, amount in items.items()]
    with calendars.travel(on):
        draft = budgets.start(by=by, application=again(application), on=on, reason="Según lo acordado")
        draft = budgets.write(by=by, budget=draft, seen=draft.revision, lines=lines, reason="Según lo acordado")
        return budgets.present(by=by, budget=draft, on=on)


@pytest.fixture
def asked(place):
    """Five people, none of them a legal person together: one signs and receives. They ask 5.000.000."""
    with calendars.travel(datetime(2021, 8, 9, 9, tzinfo=walking.SANTIAGO)):
        case = factories.case_in(Stage.TRAINING, at=place, members=5)
        call = scene.a_call(place, bases=scene.some_bases(items=ITEMS, money=Money(maximum=5_000_000)))
        one = scene.an_application(case, call, title="Costura del barrio")
    assert (one.applicant_kind, one.receiver_kind) == (ApplicantKind.GROUP, ReceiverKind.MEMBER)
    _asks(people(one)[0], one, date(2021, 8, 9), tools=3_000_000, stock=2_000_000)
    return one


def test_they_win_less_than_asked_and_close_it(asked, enter):
    officer, coordinator = people(asked)
    sent(asked)
    uf = Amount("uf", quantity=Decimal("134.6"), unit_value=Decimal("29717.83"), unit_on=date(2021, 9, 6))
    told(asked, awards.award, amount=uf, due_on=date(2021, 10, 15), **ACT)
    granted = reading.Facts(again(asked)).sums().awarded
    assert granted == 4_000_020, "134,6 UF of that day, to the peso"

    with pytest.raises(Refused, match="antes de firmar"):
        told(asked, awards.sign, walking.SIGNED, evidence=proof(asked))
    with pytest.raises(Refused, match="baje"):
        _asks(officer, asked, date(2021, 9, 13), tools=3_000_000, stock=1_500_000)
    with calendars.travel(date(2021, 9, 14)):
        draft = asked.budgets.get(is_draft=True)
        lines = [{"item": "tools", "name": "tools", "months": [2_500_000], **LINE}]
        lines += [{"item": "stock", "name": "stock", "months": [granted - 2_500_000], **LINE}]
        draft = budgets.write(by=officer, budget=draft, seen=draft.revision, lines=lines, reason="Menos materiales")
        cut = budgets.present(by=officer, budget=draft, on=date(2021, 9, 14))
    word = confirmed(asked, ConfirmationSubject.FUND_CUT, on=date(2021, 9, 20))
    with calendars.travel(date(2021, 9, 21)):
        budgets.approve(by=coordinator, budget=cut, on=date(2021, 9, 21), confirmation=word)
    told(asked, awards.sign, walking.SIGNED, evidence=proof(asked))
    told(asked, awards.guarantee, walking.SIGNED, amount=Amount(pesos=200_000), due_on=date(2022, 6, 30), **ACT)
    told(asked, execution.start, walking.STARTED, due_on=date(2022, 3, 31))
    told(asked, execution.receive, date(2021, 10, 18), amount=Amount(pesos=granted), **ACT)

    day = date(2021, 10, 25)
    with calendars.travel(day):
        purchases.add(by=officer, application=again(asked), on=day, **BOUGHT)
        more = {"document_number": "772", "detail": "Telas", "item": "stock", "net": 1_000_000, "tax": 190_000}
        purchases.add(by=officer, application=again(asked), on=day, **BOUGHT | more | {"total": 1_190_000})
    told(asked, execution.deliver_accounts, walking.ENDED, evidence=proof(asked))
    spent = 3_190_000
    back = Amount(pesos=granted - spent)
    due = told(asked, execution.ask_refund, walking.ENDED, amount=back, due_on=date(2022, 4, 29), **ACT)
    with pytest.raises(Refused, match="Falta devolver dinero"):
        told(asked, execution.approve_accounts, walking.ENDED, **ACT)
    told(asked, execution.pay_refund, date(2022, 4, 12), about=due, amount=back, **ACT)
    guarantee = asked.events.get(kind="guarantee")
    told(asked, execution.approve_accounts, date(2022, 4, 20), **ACT)
    told(asked, awards.guarantee_back, date(2022, 4, 25), about=guarantee)

    one = again(asked)
    sums = reading.Facts(one).sums()
    assert one.state == S.CLOSED
    assert (sums.received - sums.refunded, sums.owed) == (spent, 0)
    assert reading.waits_of(reading.Facts(one)) == []
    with calendars.travel(date(2022, 4, 26)):
        page = enter(officer).get(reverse("application_agency", args=[one.pk])).text
    assert "134,6 UF" in page
    assert "810.020" in page, "what was given back"
