"""The budget in versions: several write, none is lost, what is presented stays, and another approves what changes it."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, transaction

from cases.enums import ConfirmationSubject
from cases.funding.budget import reading as budget_reading
from cases.funding.life import FundState
from cases.funding.words import BudgetKind, Unit
from cases.models import FundBudget, GroupConfirmation
from cases.services.funding import budgets, moves
from incubator import calendars
from incubator.enums import Role
from incubator.requirements import Refused
from tests.factories.cases import evidence
from tests.factories.people import coordinator_of, officer_of, user_with
from tests.funding.money_scene import (
    ADDS_UP,
    DAY,
    Money,
    an_asking,
    awarded,
    line,
    money_bases,
    presented,
    written,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _on_the_day():
    with calendars.travel(DAY):
        yield


@pytest.fixture
def asking(place):
    return an_asking(place)


@pytest.fixture
def standing(monkeypatch):
    """standing(application, state): as if the agency's acts had brought it there, which have their own stories."""

    def brought(application, state):
        real = moves.held

        def held(*args, **kwargs):
            found = real(*args, **kwargs)
            found.state = state
            return found

        monkeypatch.setattr(moves, "held", held)
        application.state = state
        return application

    return brought


def _adviser(asking):
    place = asking.call.agreement
    return user_with(Role.ADVISOR, at=place, groups=[asking.case.organization])


def _confirmed(application, on=None):
    by = officer_of(application.case.incubator)
    return GroupConfirmation.objects.create(
        case=application.case,
        happened_on=on or calendars.today(),
        subject=ConfirmationSubject.FUND_CUT,
        subject_id=application.pk,
        statement="De acuerdo con el presupuesto ajustado.",
        recorded_by=by,
        evidence=evidence(by, application.case.incubator),
    )


def test_a_draft_is_one_for_everybody_and_each_who_writes_is_an_author(asking, officer):
    other = _adviser(asking)
    draft = budgets.start(by=officer, application=asking, on=DAY)
    assert budgets.start(by=other, application=asking, on=DAY) == draft
    budgets.write(by=other, budget=draft, seen=1, lines=[line()])
    assert set(draft.authors.all()) == {officer, other}
    assert budget_reading.author_ids(asking) == {officer.pk, other.pk}
    draft.refresh_from_db()
    assert draft.revision == 2
    assert [row.months for row in draft.lines.all()] == [[500_000, 0, 0]]


def test_what_was_written_over_an_older_revision_is_refused_and_changes_nothing(asking, officer):
    draft = written(asking)
    budgets.write(by=officer, budget=draft, seen=draft.revision, lines=[line("Taladro")])
    with pytest.raises(Refused, match="Otra persona guardó este presupuesto"):
        budgets.write(by=officer, budget=draft, seen=2, lines=[line("Sierra")])
    assert [row.name for row in draft.lines.all()] == ["Taladro"]


def test_only_what_adds_up_is_presented_and_then_it_stays(asking, officer):
    draft = written(asking, [line(months=(700_000,)), line("Instructora", "work", (300_000,))])
    with pytest.raises(Refused) as refused:
        budgets.present(by=officer, budget=draft, on=DAY)
    assert refused.value.sentences[0].startswith("Pide $\u00a0700.000 en «Herramientas»: es 70\u00a0% de lo pedido")
    assert "faltan" not in refused.value.sentences[0]
    assert "agregue $\u00a0111.112 de aporte" in refused.value.sentences[1]
    budgets.write(by=officer, budget=draft, seen=draft.revision, lines=list(ADDS_UP))
    done = budgets.present(by=officer, budget=draft, on=DAY)
    assert (done.is_draft, done.in_force_from, done.presented_on) == (False, DAY, DAY)
    with pytest.raises(Refused, match="ya se presentó"):
        budgets.write(by=officer, budget=done, seen=done.revision, lines=[])
    with pytest.raises(Refused, match="ya se presentó"):
        budgets.discard(by=officer, budget=done)


@pytest.mark.parametrize(
    "statement",
    [
        "update cases_fundbudgetline set own_cash = 1 where budget_id = {0}",
        "delete from cases_fundbudgetline where budget_id = {0}",
        "insert into cases_fundbudgetline (budget_id, position, item, name, months, own_cash, own_kind, note) "
        "values ({0}, 9, 'work', 'x', '[1]', 0, 0, '')",
        "update cases_fundbudget set reason = 'otra' where id = {0}",
        "update cases_fundbudget set is_draft = true where id = {0}",
        "delete from cases_fundbudget where id = {0}",
        "insert into cases_fundbudget_authors (fundbudget_id, user_id) values ({0}, {1})",
        "update cases_fundbudget set approved_by_id = {2}, approved_on = '2021-06-15' where id = {0}",
    ],
)
def test_the_database_itself_keeps_a_presented_version(asking, officer, statement):
    other = _adviser(asking)
    draft = written(asking, by=other)
    budgets.write(by=officer, budget=draft, seen=draft.revision, lines=list(ADDS_UP))
    done = budgets.present(by=officer, budget=draft, on=DAY)
    third = coordinator_of(asking.case.incubator)
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement.format(done.pk, third.pk, officer.pk))
    done.refresh_from_db()
    assert done.lines.count() == 2


def test_a_draft_is_thrown_away_with_its_lines(asking, officer):
    draft = written(asking)
    budgets.discard(by=officer, budget=draft)
    assert not FundBudget.objects.filter(application=asking).exists()


def test_a_second_version_starts_from_the_first_and_takes_its_place(asking, officer):
    first = presented(asking)
    second = written(asking, [*ADDS_UP, line("Afiches", "work", (10_000,), own_cash=20_000)])
    assert second.number == 2
    assert budget_reading.in_force(asking, DAY) == first
    with calendars.travel(DAY + timedelta(days=3)):
        budgets.present(by=officer, budget=second, on=calendars.today())
    assert budget_reading.in_force(asking, DAY + timedelta(days=2)) == first
    assert budget_reading.in_force(asking, DAY + timedelta(days=3)) == second
    assert budget_reading.in_force(asking, DAY - timedelta(days=1)) is None


def test_a_ready_application_says_that_its_budget_is_not_touched(asking, officer, standing):
    draft = written(asking)
    standing(asking, FundState.READY)
    with pytest.raises(Refused, match="«Lista para enviar»: su presupuesto no se cambia"):
        budgets.write(by=officer, budget=draft, seen=draft.revision, lines=[])


def test_a_cut_is_what_was_awarded_and_rules_once_another_and_the_group_agreed(asking, officer, coordinator, standing):
    presented(asking)
    application = standing(asking, FundState.AWARDED)
    awarded(application, 800_000)
    draft = budgets.start(by=officer, application=application, on=DAY)
    assert draft.kind == BudgetKind.AWARDED
    with pytest.raises(Refused) as refused:
        budgets.present(by=officer, budget=draft, on=DAY)
    assert refused.value.sentences == [
        "Escriba el motivo de esta versión.",
        "Se adjudicó $\u00a0800.000 y este presupuesto pide $\u00a01.000.000: baje $\u00a0200.000.",
    ]
    cut = [line(months=(300_000,)), ADDS_UP[1]]
    budgets.write(by=officer, budget=draft, seen=1, lines=cut, reason="Se adjudicó menos")
    done = budgets.present(by=officer, budget=draft, on=DAY)
    assert budget_reading.in_force(application, DAY).number == 1
    with pytest.raises(PermissionDenied):
        budgets.approve(by=officer, budget=done, on=DAY, confirmation=_confirmed(application))
    with pytest.raises(Refused, match="Falta que el grupo confirme"):
        budgets.approve(by=coordinator, budget=done, on=DAY)
    with pytest.raises(Refused, match="de antes de presentar"):
        old = _confirmed(application, DAY - timedelta(days=1))
        budgets.approve(by=coordinator, budget=done, on=DAY, confirmation=old)
    with pytest.raises(IntegrityError, match="cut_confirmed"), transaction.atomic():
        FundBudget.objects.filter(pk=done.pk).update(approved_by=coordinator, approved_on=DAY)
    budgets.approve(by=coordinator, budget=done, on=DAY, confirmation=_confirmed(application))
    assert budget_reading.in_force(application, DAY) == done


def test_whoever_wrote_any_of_a_version_does_not_approve_it(asking, officer, coordinator, standing):
    presented(asking)
    application = standing(asking, FundState.EXECUTION)
    draft = budgets.start(by=officer, application=application, on=DAY, reason="Cambió el precio")
    budgets.write(by=coordinator, budget=draft, seen=1, lines=[ADDS_UP[1]], reason="Cambió el precio")
    done = budgets.present(by=officer, budget=draft, on=DAY)
    with pytest.raises(Refused, match="Lo aprueba otra persona"):
        budgets.approve(by=coordinator, budget=done, on=DAY)
    deputy = user_with(Role.COORDINATOR, at=asking.case.incubator, name="Elena Paz")
    assert budgets.approve(by=deputy, budget=done, on=DAY).in_force_from == DAY


def test_a_change_does_not_ask_for_more_than_the_version_in_force(asking, officer, standing):
    presented(asking)
    application = standing(asking, FundState.EXECUTION)
    draft = budgets.start(by=officer, application=application, on=DAY)
    more = [*ADDS_UP, line("Afiches", "work", (1,))]
    budgets.write(by=officer, budget=draft, seen=1, lines=more, reason="Faltó")
    with pytest.raises(Refused, match="baje \\$\u00a01\\."):
        budgets.present(by=officer, budget=draft, on=DAY)


def test_bases_in_utm_keep_the_value_and_its_day_with_the_version(place, officer):
    asking = an_asking(place, money_bases(money=Money(unit=Unit.UTM, maximum=20), cofinancing=()))
    draft = written(asking)
    assert any("Por comprobar" in sentence for sentence in budget_reading.lacks(asking))
    budgets.write(
        by=officer, budget=draft, seen=draft.revision, lines=list(ADDS_UP), unit_value=52_005, unit_on=date(2021, 6, 1)
    )
    assert budget_reading.lacks(asking) == ["El presupuesto está en borrador: preséntelo."]
    budgets.present(by=officer, budget=draft, on=DAY)
    assert budget_reading.lacks(asking) == []


def test_an_item_that_the_bases_do_not_name_or_half_a_peso_is_not_written(asking, officer):
    draft = budgets.start(by=officer, application=asking, on=DAY)
    for wrong in (line(item="trips"), line(months=(0.5,)), line(months=(-1,)), line(months=(1,) * 37)):
        with pytest.raises(Refused):
            budgets.write(by=officer, budget=draft, seen=1, lines=[wrong])


def test_a_call_that_gives_money_lacks_its_budget_until_it_is_presented(asking):
    assert budget_reading.lacks(asking) == ["Falta el presupuesto: escríbalo y preséntelo."]
    presented(asking)
    assert budget_reading.lacks(asking) == []
