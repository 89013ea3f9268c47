"""The machine of an application, pair by pair: by the service and by SQL, what the table allows and nothing else."""

from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction

from cases.enums import Stage
from cases.funding.life import CORRECTABLE, EVENT_OF, MOVES, FundState, FundVerb, arrows, standing
from cases.models import FundApplication, FundChange, FundEvent, FundFiling
from cases.services.funding import correcting, moves, news
from incubator import calendars
from incubator.requirements import Refused
from tests import factories
from tests.funding import scene, walking
from tests.funding.walking import SAID, again, people, told, walked

pytestmark = pytest.mark.django_db
S, V = FundState, FundVerb


@pytest.fixture
def draft(place):
    """An application that somebody began."""
    with calendars.travel(walking.READY):
        case = factories.case_in(Stage.TRAINING, at=place)
        return scene.an_application(case, scene.a_call(place))


def _sql(statement, *values):
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.fetchall()


@pytest.mark.parametrize("state", list(S))
def test_each_state_is_reached_with_a_row_for_each_step(draft, state):
    one = walked(draft, state)
    assert one.state == state
    rows = list(one.changes.order_by("number"))
    assert [row.number for row in rows] == list(range(1, len(rows) + 1))
    assert all((row.verb, row.from_state, row.to_state) in arrows() for row in rows)
    assert all((row.event is not None) == (row.verb in EVENT_OF or row.verb == V.WITHDRAW) for row in rows)
    connection.check_constraints()


@pytest.mark.parametrize("state", list(S))
def test_from_each_state_no_other_step_is_taken(draft, state):
    one, (officer, _) = walked(draft, state), people(draft)
    for verb in V:
        if state in MOVES[verb].sources:
            continue
        with calendars.travel(walking.ENDED), pytest.raises(Refused, match="no se puede"):
            moves.move(again(one), verb, by=officer, on=walking.ENDED)


def test_the_table_of_the_database_is_the_table_of_the_machine():
    from importlib import import_module

    written = import_module("cases.migrations.0024_fund_agency")
    kept = {tuple(line.split()) for line in written.ARROWS.strip().splitlines()}
    assert kept == {row for row in arrows() if row[0] != V.CORRECT}
    assert dict(line.split() for line in written.FACTS.strip().splitlines()) == EVENT_OF
    (body,) = _sql("select prosrc from pg_proc where proname = 'cases_guard_fund_change'")[0]
    assert all(f"('{verb}', '{source}', '{target}')" in body for verb, source, target in kept)
    assert "review,send_back,ready,reopen,replace,keep" in body
    assert set(V) - set(CORRECTABLE) == {V.REVIEW, V.SEND_BACK, V.READY, V.REOPEN, V.REPLACE, V.KEEP, V.CORRECT}


@pytest.mark.parametrize("source", [S.DRAFT, S.READY, S.SUBMITTED, S.AWARDED, S.EXECUTION, S.CLOSED])
def test_sql_moves_nothing_without_its_row_nor_outside_the_table(draft, source):
    one, (officer, _) = walked(draft, source), people(draft)
    number = one.changes.count() + 1
    for target in set(S) - {source}:
        with pytest.raises(IntegrityError, match="last change"), transaction.atomic():
            FundApplication.objects.filter(pk=one.pk).update(state=target)
        for verb in set(V):
            if (verb, source, target) in arrows():
                continue
            with pytest.raises(IntegrityError, match="last change"), transaction.atomic():
                FundChange.objects.create(
                    application=one, number=number, from_state=source, to_state=target, verb=verb, by=officer,
                    effective_on=SAID,
                )  # fmt: skip


def test_sql_takes_no_news_without_its_fact_and_no_filing_without_its_step(draft):
    one, (officer, _) = walked(draft, S.SUBMITTED), people(draft)
    row = {"application": one, "number": 4, "by": officer, "effective_on": SAID, "from_state": S.SUBMITTED}
    other = FundEvent.objects.create(application=one, kind="score", happened_on=SAID, recorded_by=officer)
    for event in (None, other):
        with pytest.raises(IntegrityError, match="rests on no fact"), transaction.atomic():
            FundChange.objects.create(**row, to_state=S.ADMISSIBLE, verb=V.ADMIT, event=event)
    last = one.filings.get()
    with pytest.raises(IntegrityError), transaction.atomic():
        FundFiling.objects.create(
            application=one, package=last.package, change=one.changes.get(verb=V.READY), number=2, channel="online",
            closing="online", closes_at=last.closes_at, filed_at=last.filed_at, recorded_by=officer,
        )  # fmt: skip


def test_sql_asks_at_the_end_that_the_step_was_made_and_something_filed(draft):
    one, (officer, _) = walked(draft, S.READY), people(draft)
    row = {"application": one, "number": 3, "by": officer, "effective_on": SAID}
    with pytest.raises(IntegrityError, match="was not made"), transaction.atomic():
        FundChange.objects.create(**row, from_state=S.READY, to_state=S.DRAFT, verb=V.REOPEN)
        connection.check_constraints()
    with pytest.raises(IntegrityError, match="nothing was filed"), transaction.atomic():
        FundChange.objects.create(**row, from_state=S.READY, to_state=S.SUBMITTED, verb=V.SUBMIT)
        FundApplication.objects.filter(pk=one.pk).update(state=S.SUBMITTED)
        connection.check_constraints()


def test_it_is_born_a_draft(draft):
    with pytest.raises(IntegrityError, match="not draft"), transaction.atomic():
        FundApplication.objects.create(
            case=draft.case, call=draft.call, bases=draft.bases, number=9, title="Otra", applicant_kind="group",
            opened_on=SAID, opened_by=draft.opened_by, state=S.AWARDED,
        )  # fmt: skip


def test_a_correction_goes_one_step_back_and_then_another_with_every_row_kept(draft):
    one, (_, coordinator), day = walked(draft, S.SUBMITTED), people(draft), date(2021, 8, 12)
    told(one, news.resolve, day, kind="admission", **walking.ACT)
    told(one, correcting.correct_step, day, by=coordinator, reason="Era de otra postulación")
    assert again(one).state == S.SUBMITTED
    told(one, correcting.correct_step, day, by=coordinator, reason="No se había enviado")
    one = again(one)
    assert one.state == S.READY
    assert one.changes.count() == 6
    assert [row.verb for row in standing(one.changes.order_by("number"))] == [V.REVIEW, V.READY]


def test_what_was_approved_inside_is_not_corrected_but_moved(draft):
    one, (_, coordinator) = walked(draft, S.READY), people(draft)
    with pytest.raises(Refused, match="no se corrige"):
        told(one, correcting.correct_step, by=coordinator, reason="No")
