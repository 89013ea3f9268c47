"""The order of a call: one act, its ties, its seats, and who is admitted from it."""

import threading
from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cases.call_life import CallState, TieBreaker
from cases.enums import Stage, Verb
from cases.models import Call, Case, Ranking
from cases.rules.selection import seats_taken
from cases.services import calls
from cases.services.selection import ranking
from incubator.requirements import Refused
from tests.factories.cases import prepare
from tests.factories.people import coordinator_of, officer_of
from tests.selection.stories import DECIDED, FILED, application_of, applied, decide, file, give, put_in_order, ranked


def _ranks(cases):
    return [application_of(case).rank for case in cases]


def test_the_order_is_by_score_and_is_kept_with_its_arithmetic(place):
    call, cases = ranked(place, 2, 4, 3)
    assert _ranks(cases) == [3, 1, 2]
    call.refresh_from_db()
    assert call.state == CallState.RANKED
    kept = Ranking.objects.get().places
    assert [place["score"] for place in kept] == ["100.00", "75.00", "50.00"]
    assert all(len(place["sheets"]) == 2 for place in kept)


def test_a_tie_is_broken_by_receipt_last_and_the_place_says_so(place):
    _, cases = ranked(place, 3, 3, tie_breakers=[TieBreaker.HEAVIEST, TieBreaker.RECEIPT])
    assert _ranks(cases) == [1, 2]
    assert {application_of(case).decided_by for case in cases} == {TieBreaker.RECEIPT}


def test_a_tie_is_broken_by_the_heaviest_criterion_when_it_is_published(place):
    even, sharp = [2, 4, 3, 3, 3], [3, 3, 3, 3, 3]  # the same total: the first two criteria weigh the same
    _, cases = ranked(place, (even, even), (sharp, sharp), tie_breakers=[TieBreaker.HEAVIEST, TieBreaker.RECEIPT])
    assert _ranks(cases) == [2, 1]
    assert application_of(cases[0]).decided_by == TieBreaker.HEAVIEST


def test_a_call_is_not_ordered_while_something_is_missing(place, boss):
    call, (first, second) = applied(place, 2)
    give(first)
    file(first, 3, 3)
    with pytest.raises(Refused) as refusal:
        ranking.rank(by=boss, call=call, on=FILED)
    assert refusal.value.sentences[0] == "Primero cierre la convocatoria."
    assert "falta nombrar a quien evalúe" in refusal.value.sentences[1]
    calls.close_call(by=officer_of(place), call=call, on=FILED)
    decide(second, Verb.DECLINE, clause="Bases, punto 3")  # inadmissible, from the call itself
    ranking.rank(by=boss, call=call, on=FILED)
    assert _ranks([first, second]) == [1, None]
    with pytest.raises(Refused, match="ya está fijado"):
        ranking.rank(by=boss, call=Call.objects.get(pk=call.pk), on=FILED)


def test_the_order_is_the_coordinators_act(place, officer):
    call, _ = applied(place)
    with pytest.raises(PermissionDenied):
        ranking.rank(by=officer, call=call, on=FILED)


def test_admitting_follows_the_order_and_a_skip_keeps_its_reason(place):
    _, (first, second) = ranked(place, 4, 3)
    with pytest.raises(Refused, match="diga por qué se salta el orden"):
        decide(second, Verb.ADMIT)
    change = decide(second, Verb.ADMIT, skip_reason="El primer grupo pidió esperar.")
    assert change.data["skip_reason"] == "El primer grupo pidió esperar."
    assert Case.objects.get(pk=first.pk).stage == Stage.SELECTION


def test_the_last_seat_goes_to_one_and_the_others_wait_by_rank(place, boss, enter):
    call, (first, second, third) = ranked(place, 2, 4, 3, seats=1)
    decide(second, Verb.ADMIT)
    assert seats_taken(call) == 1
    with pytest.raises(Refused, match="No quedan cupos"):
        decide(third, Verb.ADMIT)
    for case in (first, third):
        decide(case, Verb.WAITLIST)
    page = enter(boss).get(reverse("call_waiting", args=[call.pk]))
    assert [line.application.rank for line in page.context["rows"]] == [2, 3]


def test_a_seat_that_is_freed_goes_to_the_first_of_the_list(place):
    _, (first, second) = ranked(place, 4, 3, seats=1)
    decide(first, Verb.ADMIT)
    decide(second, Verb.WAITLIST)
    decide(first, Verb.CLOSE, close_reason="withdrew")
    assert decide(second, Verb.ADMIT).to_stage == Stage.TRAINING


@pytest.mark.parametrize(("waiting_until", "is_open"), [(DECIDED, True), (DECIDED - timedelta(days=1), False)])
def test_nobody_is_admitted_after_the_list_ran_out(place, waiting_until, is_open):
    _, (case,) = ranked(place, 4, waiting_until=waiting_until)
    if is_open:
        assert decide(case, Verb.ADMIT).to_stage == Stage.TRAINING
    else:
        with pytest.raises(Refused, match="ya venció"):
            decide(case, Verb.ADMIT)


def test_a_call_is_resolved_when_everybody_has_an_answer(place, boss):
    call, (first, second) = ranked(place, 4, 3, seats=1)
    decide(first, Verb.ADMIT)
    with pytest.raises(Refused, match="Falta decidir"):
        ranking.resolve(by=boss, call=call, on=DECIDED)
    decide(second, Verb.WAITLIST)
    assert ranking.resolve(by=boss, call=call, on=DECIDED).state == CallState.RESOLVED


def test_the_page_of_a_call_asks_no_more_of_the_database_with_more_applications(place, boss, enter):
    few, _ = applied(place, 1)
    many, cases = applied(place, 4)
    for case in cases:
        give(case)
    client = enter(boss)

    def queries(call):
        with CaptureQueriesContext(connection) as counted:
            assert client.get(reverse("call_selection", args=[call.pk])).status_code == 200
        return len(counted)

    queries(few)
    assert queries(many) <= queries(few) + 1


@pytest.mark.django_db(transaction=True)
def test_of_two_coordinators_admitting_the_last_seat_at_once_one_does(place):
    call, (first, second) = ranked(place, 4, 3, seats=1)
    boss = coordinator_of(place)
    for case in (first, second):
        prepare(case, Verb.ADMIT, DECIDED)
    outcomes = []

    def fire(case, day):
        from cases.services import advancement
        from incubator import calendars

        data = {"skip_reason": "Se decide a la vez."}
        try:
            with calendars.travel(day):
                advancement.advance(by=boss, case=case, verb=Verb.ADMIT, on=DECIDED, data=data)
            outcomes.append("in")
        except Refused as refusal:
            outcomes.append(refusal.sentences[0])
        finally:
            connection.close()

    threads = [threading.Thread(target=fire, args=(case, date(2021, 6, 15))) for case in (first, second)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes)[1] == "in"
    assert "No quedan cupos" in sorted(outcomes)[0]
    assert seats_taken(Call.objects.get(pk=call.pk)) == 1


def test_putting_in_order_twice_at_once_is_one_act(place):
    call, (case,) = applied(place)
    give(case)
    file(case, 3, 3)
    put_in_order(call)
    assert Ranking.objects.filter(call=call).count() == 1
