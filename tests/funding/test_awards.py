"""From the award to the last paper: the cut, UF and UTM, the guarantee, instalments, refunds, and giving it up."""

from datetime import date
from decimal import Decimal

import pytest

from cases.enums import ConfirmationSubject, Stage
from cases.funding.agency import reading
from cases.funding.agency.amounts import Amount, said
from cases.funding.life import FundEventKind, FundState
from cases.funding.words import BudgetKind, Unit
from cases.models import FundBudget
from cases.services.funding import awards, execution
from incubator import calendars
from incubator.requirements import Refused
from tests import factories
from tests.funding import scene, walking
from tests.funding.walking import ACT, ENDED, SIGNED, STARTED, again, confirmed, people, proof, told, walked

pytestmark = pytest.mark.django_db
S, K = FundState, FundEventKind


@pytest.fixture
def draft(place):
    with calendars.travel(walking.READY):
        case = factories.case_in(Stage.TRAINING, at=place)
        return scene.an_application(case, scene.a_call(place))


def _budget(application, kind, months, **fields):
    """A version of the budget as MONEY's services leave it."""
    officer, _ = people(application)
    number = application.budgets.count() + 1
    budget = FundBudget.objects.create(application=application, number=number, kind=kind, recorded_by=officer)
    budget.authors.add(officer)
    budget.lines.create(item="tools", name="Máquina", months=months)
    for name, value in {"is_draft": False, "presented_on": date(2021, 8, 9)}.items() | fields.items():
        setattr(budget, name, value)
    budget.save()
    return budget


def test_an_amount_in_uf_keeps_quantity_value_and_day_and_without_value_stays_outside_the_sums(draft):
    one = walked(draft, S.SUBMITTED)
    uf = Amount(Unit.UF, quantity=Decimal("168.5"), unit_value=Decimal("29709.83"), unit_on=date(2021, 9, 6))
    event = told(one, awards.award, amount=uf, **ACT)
    assert (event.amount, event.quantity, event.unit_value) == (5_006_106, Decimal("168.5"), Decimal("29709.83"))
    assert said(event) == "168,5 UF ($ 5.006.106, con el valor del 06-09-2021)"
    told(one, awards.sign, SIGNED, evidence=proof(one))
    told(one, execution.receive, SIGNED, amount=Amount(Unit.UTM, quantity=Decimal(10)), **ACT)
    sums = reading.Facts(again(one)).sums()
    assert (sums.awarded, sums.received, sums.unsaid) == (5_006_106, 0, 1)


@pytest.mark.parametrize(
    ("amount", "why"),
    [
        (Amount(), "monto en pesos"),
        (Amount(Unit.UF), "cuántas UF"),
        (Amount(Unit.UF, quantity=Decimal(3), unit_value=Decimal(29_000)), "el día de ese valor"),
    ],
)
def test_an_amount_says_all_of_it(draft, amount, why):
    one = walked(draft, S.SUBMITTED)
    with pytest.raises(Refused, match=why):
        told(one, awards.award, amount=amount, **ACT)
    assert again(one).state == S.SUBMITTED


def test_less_than_asked_is_not_signed_before_its_budget_is_approved(draft):
    one = walked(draft, S.SUBMITTED)
    _budget(one, BudgetKind.REQUESTED, [3_000_000, 2_000_000], in_force_from=date(2021, 8, 9))
    told(one, awards.award, amount=Amount(pesos=4_000_000), **ACT)
    with pytest.raises(Refused, match=r"Se pidió \$\s5.000.000 y se adjudicó \$\s4.000.000"):
        told(one, awards.sign, SIGNED, evidence=proof(one))
    cut = _budget(one, BudgetKind.AWARDED, [2_000_000, 2_000_000], presented_on=walking.SAID)
    with pytest.raises(Refused, match="antes de firmar"):
        told(one, awards.sign, SIGNED, evidence=proof(one))
    cut.approved_by, cut.approved_on, cut.in_force_from = people(one)[1], SIGNED, SIGNED
    cut.confirmation = confirmed(one, ConfirmationSubject.FUND_CUT)
    cut.save()
    told(one, awards.sign, SIGNED, evidence=proof(one))
    assert again(one).state == S.SIGNED


def test_a_guarantee_comes_back_once(draft):
    one = walked(draft, S.SIGNED)
    given = told(one, awards.guarantee, SIGNED, amount=Amount(pesos=250_000), due_on=date(2022, 6, 30), **ACT)
    assert reading.waits_of(reading.Facts(again(one)))[0].sentence == "Recuperar la garantía"
    told(one, awards.guarantee_back, ENDED, about=given)
    assert K.GUARANTEE_BACK not in reading.recordable(reading.Facts(again(one)))


def test_it_is_given_up_before_any_money_and_afterwards_it_ends_early(draft):
    one = walked(draft, S.SIGNED)
    coordinator = people(one)[1]
    word = confirmed(one, ConfirmationSubject.FUND_RENUNCIATION)
    told(one, execution.receive, SIGNED, amount=Amount(pesos=1_000_000), **ACT)
    papers = {"note": "Perdieron el local", "evidence": proof(one), "confirmation": word}
    with pytest.raises(Refused, match="término anticipado"):
        told(one, awards.renounce, SIGNED, by=coordinator, **papers)
    told(one, execution.end_early, ENDED, note="Perdieron el local", due_on=date(2022, 5, 31), **ACT)
    assert again(one).state == S.TERMINATED
    assert [wait.due_on for wait in reading.waits_of(reading.Facts(again(one)))] == [date(2022, 5, 31)]


def test_what_was_awarded_is_the_most_that_comes(draft):
    one = walked(draft, S.EXECUTION)
    told(one, execution.receive, STARTED, amount=Amount(pesos=3_000_000), **ACT)
    with pytest.raises(Refused, match=r"quedan por recibir \$\s2.000.000"):
        told(one, execution.receive, ENDED, amount=Amount(pesos=2_000_001), **ACT)
    told(one, execution.receive, ENDED, amount=Amount(pesos=2_000_000), **ACT)
    assert reading.Facts(again(one)).sums().received == 5_000_000


def test_it_closes_once_the_money_that_was_asked_back_is_paid(draft):
    one = walked(draft, S.RENDERED)
    due = told(one, execution.ask_refund, ENDED, amount=Amount(pesos=120_000), due_on=date(2022, 4, 29), **ACT)
    with pytest.raises(Refused, match=r"Falta devolver dinero \(\$\s120.000\)"):
        told(one, execution.approve_accounts, ENDED, **ACT)
    april = date(2022, 4, 12)
    told(one, execution.pay_refund, april, about=due, amount=Amount(pesos=100_000), **ACT)
    with pytest.raises(Refused, match=r"Quedan por devolver \$\s20.000"):
        told(one, execution.pay_refund, april, about=due, amount=Amount(pesos=30_000), **ACT)
    told(one, execution.pay_refund, april, about=due, amount=Amount(pesos=20_000), **ACT)
    told(one, execution.approve_accounts, april, **ACT)
    assert again(one).state == S.CLOSED


def test_the_last_day_moves_with_a_modification(draft):
    one = walked(draft, S.EXECUTION)
    told(one, execution.modify, ENDED, note="Dos meses más", due_on=date(2022, 6, 30), **ACT)
    assert reading.waits_of(reading.Facts(again(one)))[0].due_on == date(2022, 6, 30)
