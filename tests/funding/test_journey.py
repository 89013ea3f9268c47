"""The journey's guards on money: nobody graduates nor closes while nobody answers for what was granted."""

from datetime import date

import pytest
from django.urls import reverse

from cases.enums import CloseReason, Stage, Verb
from cases.funding.life import FundEventKind, FundState
from cases.funding.words import PlacementKind
from cases.services import advancement
from incubator import calendars, causes
from incubator.access import forget_posts
from incubator.models import Post
from incubator.requirements import Refused
from tests.factories import case_in
from tests.factories.people import coordinator_of, officer_of
from tests.funding.scene import a_call, an_application, fresh
from tests.funding.walked import event, walk

pytestmark = pytest.mark.django_db

S, K = FundState, FundEventKind
BEGUN, TODAY = date(2021, 6, 1), date(2021, 6, 20)


@pytest.fixture(autouse=True)
def _today():
    with calendars.travel(TODAY):
        yield


@pytest.fixture
def case(place, coordinator):
    return case_in(Stage.TRAINING, at=place)


def _graduating(case):
    return {
        finding.rule: finding.met
        for finding in advancement.findings_for(case, Verb.GRADUATE, by=coordinator_of(case.incubator), on=TODAY)
    }["no_money_is_open"]


@pytest.mark.parametrize(
    ("state", "may"),
    [
        (S.DRAFT, True),
        (S.SUBMITTED, True),
        (S.WAITLISTED, True),
        (S.AWARDED, False),
        (S.SIGNED, False),
        (S.EXECUTION, False),
        (S.TERMINATED, False),
        (S.RENDERED, False),
        (S.CLOSED, True),
    ],
)
def test_a_group_graduates_with_nothing_granted_that_is_not_accounted_for(case, place, state, may):
    walk(an_application(case, a_call(place), on=BEGUN), state, BEGUN)
    assert _graduating(case) == may


def test_a_refund_due_keeps_it_from_graduating_until_it_is_paid(case, place):
    made = walk(an_application(case, a_call(place), on=BEGUN), S.CLOSED, BEGUN)
    asked = event(made, K.REFUND_DUE, BEGUN, amount=100)
    assert not _graduating(case)
    event(made, K.REFUND, BEGUN, amount=100, about=asked)
    assert _graduating(case)


def _close(case, **data):
    said = {"close_reason": CloseReason.WITHDREW, "reason": "Se retiran."} | data
    return advancement.advance(by=coordinator_of(case.incubator), case=case, verb=Verb.CLOSE, on=TODAY, data=said)


def test_a_case_closes_when_each_application_has_its_person_and_reopens_without_them(case, place):
    made = walk(an_application(case, a_call(place), on=BEGUN), S.SUBMITTED, BEGUN)
    with pytest.raises(Refused, match="quién queda a cargo de cada postulación"):
        _close(case)
    keeper = officer_of(place)
    _close(case, **{f"fund_{made.pk}": str(keeper.pk)})
    assert (fresh(made).keeper, fresh(made).placements.get().kind) == (keeper, PlacementKind.HANDED_OVER)
    reason = {"reason": "Fue un error."}
    advancement.advance(by=coordinator_of(place), case=case, verb=Verb.REOPEN, on=TODAY, data=reason)
    assert fresh(made).keeper is None


def test_the_form_that_closes_asks_for_a_person_for_each_application(case, place, enter):
    made = walk(an_application(case, a_call(place), on=BEGUN), S.SUBMITTED, BEGUN)
    page = enter(coordinator_of(place)).get(reverse("case_close", args=[case.organization_id]))
    assert f'name="fund_{made.pk}"' in page.content.decode()


def test_a_dissolution_in_execution_is_first_an_early_end(case, place):
    made = walk(an_application(case, a_call(place), on=BEGUN), S.EXECUTION, BEGUN)
    keeper = {f"fund_{made.pk}": str(officer_of(place).pk)}
    with pytest.raises(Refused, match="anote antes su término anticipado"):
        _close(case, close_reason=CloseReason.DISSOLVED, **keeper)
    walk(made, S.TERMINATED, BEGUN)
    _close(case, close_reason=CloseReason.DISSOLVED, **keeper)


def test_money_to_refund_has_an_active_person_after_the_case_closed_and_when_she_leaves(case, place):
    made = walk(an_application(case, a_call(place), on=BEGUN), S.TERMINATED, BEGUN)
    event(made, K.REFUND_DUE, BEGUN, amount=80_000, due_on=date(2021, 6, 22))
    keeper, boss = officer_of(place), coordinator_of(place)
    _close(case, close_reason=CloseReason.DISSOLVED, **{f"fund_{made.pk}": str(keeper.pk)})

    def told(user):
        forget_posts(user)
        return [one.tone for one in causes.Agenda(user, TODAY).all() if one.cause == "fund_refund"]

    assert (told(keeper), told(boss)) == (["urgent"], [])
    Post.objects.filter(user=keeper).update(until=TODAY)
    assert told(boss) == ["urgent"]
