"""What the funds ask of each day: closings, papers, reviews, terms, money to refund; and who is told."""

from datetime import date, datetime, timedelta

import pytest

from cases.enums import Stage
from cases.funding.bases.shapes import AskedDocument, Closing, Wall
from cases.funding.life import FundEventKind, FundState
from cases.funding.words import Channel, DocumentKind, InterestKind
from cases.models import CallInterest, VaultDocument
from incubator import calendars, causes, feeds
from tests.factories import case_in
from tests.factories.cases import evidence
from tests.factories.people import coordinator_of, officer_of
from tests.funding.scene import a_call, a_version, an_application, some_bases
from tests.funding.walked import event, walk

pytestmark = pytest.mark.django_db

S, K = FundState, FundEventKind
BEGUN, CLOSES = date(2021, 6, 1), date(2021, 8, 12)


@pytest.fixture(autouse=True)
def _today():
    with calendars.travel(CLOSES):
        yield


@pytest.fixture
def case(place, coordinator):
    return case_in(Stage.TRAINING, at=place)


@pytest.fixture
def call(place):
    return a_call(place)


def _due(user, on, *names):
    return [one for one in causes.tasks(user, on) if one.cause in names]


def _mine(user, on, *names):
    return [one for one in causes.Agenda(user, on).all() if one.cause in names]


@pytest.mark.parametrize(
    ("before", "tone"),
    [(31, None), (30, "info"), (16, "info"), (15, "waits"), (8, "waits"), (7, "urgent"), (3, "urgent"), (0, "urgent")],
)
def test_a_closing_is_told_from_thirty_days_before_and_burns_in_its_last_week(case, call, officer, before, tone):
    an_application(case, call, on=BEGUN)
    found = _due(officer, CLOSES - timedelta(days=before), "fund_closing")
    assert [one.tone for one in found] == ([tone] if tone else [])
    assert all("Fondo de ejemplo" in one.sentence and one.due_on == CLOSES for one in found)


def test_the_closing_of_a_repeated_evening_is_the_day_people_read_on_the_wall(case, place, officer):
    late = (Closing("online", Channel.ONLINE, Wall(datetime(2021, 8, 12, 23, 59))),)
    an_application(case, a_call(place, bases=some_bases(closings=late)), on=BEGUN)
    assert [one.due_on for one in _due(officer, date(2021, 8, 12), "fund_closing")] == [CLOSES]


def test_a_group_that_is_interested_is_told_until_it_applies_or_thinks_again(case, call, officer):
    on = CLOSES - timedelta(days=10)
    said = {"case": case, "call": call, "recorded_by": officer, "happened_on": BEGUN}
    CallInterest.objects.create(kind=InterestKind.INTERESTED, **said)
    assert len(_due(officer, on, "fund_closing")) == 1
    again = CallInterest.objects.create(kind=InterestKind.DISCARDED, reason="No alcanza.", **said)
    assert not _due(officer, on, "fund_closing")
    CallInterest.objects.create(kind=InterestKind.INTERESTED, **(said | {"happened_on": BEGUN + timedelta(days=1)}))
    an_application(case, call, on=BEGUN)
    (found,) = _due(officer, on, "fund_closing")
    assert "no está enviada" in found.sentence, again.pk


def test_what_closed_unsent_waits_to_be_resolved_and_what_was_sent_does_not(case, call, place, officer):
    after = CLOSES + timedelta(days=1)
    an_application(case, call, on=BEGUN)
    walk(an_application(case, a_call(place, key="otro"), on=BEGUN), S.SUBMITTED, BEGUN)
    with calendars.travel(after):
        assert len(_due(officer, after, "fund_missed")) == 1


@pytest.mark.parametrize(
    ("asked", "fields", "is_told"),
    [
        (DocumentKind.LABOUR, {"valid_until": CLOSES}, False),
        (DocumentKind.LABOUR, {"valid_until": CLOSES - timedelta(days=1)}, True),
        (DocumentKind.LABOUR, {"happened_on": CLOSES - timedelta(days=30)}, False),
        (DocumentKind.LABOUR, {"happened_on": CLOSES - timedelta(days=31)}, True),
        (DocumentKind.TAX_ID, {"valid_until": CLOSES - timedelta(days=1)}, False),
    ],
)
def test_a_paper_that_will_not_count_at_the_closing_is_told_without_saying_which(
    case, place, officer, asked, fields, is_told
):
    bases = some_bases(documents=(AskedDocument("f30", asked, "F30", valid_days=30),))
    an_application(case, a_call(place, bases=bases), on=BEGUN)
    said = {"happened_on": CLOSES - timedelta(days=5), "kind": DocumentKind.LABOUR} | fields
    VaultDocument.objects.create(case=case, recorded_by=officer, evidence=evidence(officer, place), **said)
    found = _due(officer, CLOSES - timedelta(days=3), "fund_papers")
    assert bool(found) == is_told
    assert not any("F30" in one.sentence or "laboral" in one.sentence for one in found)


def test_a_newer_paper_of_the_same_kind_silences_the_old_one(case, place, officer):
    bases = some_bases(documents=(AskedDocument("f30", DocumentKind.LABOUR, "F30", valid_days=30),))
    an_application(case, a_call(place, bases=bases), on=BEGUN)
    said = {"case": case, "kind": DocumentKind.LABOUR, "recorded_by": officer, "evidence": evidence(officer, place)}
    VaultDocument.objects.create(happened_on=CLOSES - timedelta(days=90), **said)
    VaultDocument.objects.create(happened_on=CLOSES - timedelta(days=9), **said)
    assert not _due(officer, CLOSES - timedelta(days=3), "fund_papers")


def test_new_bases_under_a_draft_are_told_until_they_are_adopted(case, call, officer):
    made = an_application(case, call, on=BEGUN)
    version = a_version(call, some_bases(summary="Cambió el plazo."), in_force_from=BEGUN + timedelta(days=1))
    assert len(_due(officer, BEGUN + timedelta(days=1), "fund_bases")) == 1
    made.bases = version
    made.save(update_fields=["bases"])
    assert not _due(officer, BEGUN + timedelta(days=1), "fund_bases")


def test_a_review_waits_for_whoever_approves_and_wrote_nothing(case, call, officer, coordinator):
    walk(an_application(case, call, on=BEGUN), S.REVIEW, BEGUN)
    assert len(_mine(coordinator, BEGUN, "fund_review")) == 1
    assert not _mine(officer, BEGUN, "fund_review")


def test_each_term_of_the_agency_is_told_with_its_day(case, place, officer):
    day, on = date(2021, 6, 20), date(2021, 6, 15)
    said = {
        "fund_observation": (S.OBSERVED, {"due_on": day}),
        "fund_appeal": (S.NOT_AWARDED, {"due_on": day}),
        "fund_agreement": (S.AWARDED, {"due_on": day, "amount": 1}),
        "fund_accounts": (S.EXECUTION, {"due_on": day}),
    }
    for key, (state, fields) in said.items():
        walk(an_application(case, a_call(place, key=key), on=BEGUN), state, BEGUN, **fields)
    found = {one.cause: (one.tone, one.due_on) for one in _due(officer, on, *said)}
    assert found == dict.fromkeys(said, ("urgent", day))


def test_a_guarantee_and_a_refund_run_until_they_are_given_back(case, call, officer):
    made, on = walk(an_application(case, call, on=BEGUN), S.EXECUTION, BEGUN), date(2021, 6, 15)
    given = event(made, K.GUARANTEE, BEGUN, due_on=date(2021, 6, 30))
    asked = event(made, K.REFUND_DUE, BEGUN, amount=500_000, due_on=date(2021, 6, 18))
    assert [one.tone for one in _due(officer, on, "fund_guarantee")] == ["waits"]
    (found,) = _due(officer, on, "fund_refund")
    assert (found.tone, found.due_on, "$\u00a0500.000" in found.sentence) == ("urgent", date(2021, 6, 18), True)
    event(made, K.REFUND, on, amount=200_000, about=asked)
    assert "$\u00a0300.000" in _due(officer, on, "fund_refund")[0].sentence
    event(made, K.REFUND, on, amount=300_000, about=asked)
    event(made, K.GUARANTEE_BACK, on, about=given)
    assert not _due(officer, on, "fund_refund", "fund_guarantee")


def test_a_fact_set_aside_as_a_mistake_asks_for_nothing(case, call, officer):
    made = walk(an_application(case, call, on=BEGUN), S.EXECUTION, BEGUN)
    asked = event(made, K.REFUND_DUE, BEGUN, amount=500_000, due_on=date(2021, 6, 18))
    event(made, K.CORRECTION, BEGUN, about=asked)
    assert not _due(officer, date(2021, 6, 15), "fund_refund")


def test_the_calendar_carries_code_and_kind_and_no_name(case, call, officer):
    an_application(case, call, on=BEGUN)
    walk(an_application(case, a_call(case.incubator, key="otro"), on=BEGUN), S.AWARDED, BEGUN, due_on=CLOSES)
    days = [day for day in feeds.days_of(coordinator_of(case.incubator), BEGUN) if day.key.startswith("fund")]
    assert {day.kind for day in days} >= {"Cierra un fondo", "Faltan 7 días para que cierre un fondo"}
    assert {day.code for day in days} == {case.code}
    assert not any(case.organization.name in day.kind or "Fondo de ejemplo" in day.kind for day in days)


def test_the_questions_do_not_grow_with_the_applications(case, place, officer, django_assert_max_num_queries):
    def ask(most):
        officer.__dict__.pop("_posts_in_force", None)
        with django_assert_max_num_queries(most) as seen:
            assert causes.Agenda(officer, CLOSES - timedelta(days=5), everyone=True).first(6)
        return len(seen)

    an_application(case, a_call(place), on=BEGUN)
    few = ask(40)
    for number in range(5):
        other = case_in(Stage.TRAINING, at=place)
        an_application(other, a_call(place, key=f"fondo-{number}"), on=BEGUN)
        walk(an_application(other, a_call(place, key=f"otro-{number}"), on=BEGUN), S.AWARDED, BEGUN, due_on=CLOSES)
    assert ask(40) <= few + 3
    assert officer_of(place) == officer
