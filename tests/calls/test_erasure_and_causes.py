"""What nobody took in is erased 90 days after the appeal term; and what waits of the calls is said in «Mi día»."""

from datetime import date, timedelta

import pytest

from cases.causes.calls import call_to_close, call_to_publish, submissions_wait
from cases.models import Submission
from cases.services import calls, submissions, submissions_intake
from cases.services.submissions_expiry import erase_expired, expired_submissions
from incubator import calendars, retention
from incubator.causes import Asked
from tests import factories
from tests.calls.conftest import CLOSES, TODAY

#: Five business days after 1 July 2021 is 8 July; ninety days later, 6 October; the day after it is erased.
VOIDED, ERASED = date(2021, 7, 1), date(2021, 10, 7)


def _sent(call, name):
    typed = {"group_name": name, "contact_name": "Ana", "phone": "912345678"}
    return submissions.receive(call=call, at=calendars.now(), notice_version="postulacion-1", **typed)[0]


@pytest.fixture
def two(call, officer):
    """One that was taken in and one that nobody took."""
    taken, left = _sent(call, "Tomado"), _sent(call, "Dejado")
    submissions_intake.take_in(
        by=officer, submission=taken, on=TODAY, new_group={"name": "Tomado"}, new_contact={"given_names": "Ana"},
        interested=6,
    )  # fmt: skip
    return taken, left


def test_while_the_call_goes_on_nothing_is_erased(two):
    assert not expired_submissions(date(2030, 1, 1)).exists()


def test_what_was_never_taken_in_goes_on_its_day_and_the_rest_stays(two, call, coordinator):
    taken, left = two
    with calendars.travel(VOIDED):
        calls.void_call(by=coordinator, call=call, on=VOIDED, reason="Sin fondos.")
    assert not expired_submissions(ERASED - timedelta(days=1)).exists()
    assert list(expired_submissions(ERASED)) == [left]
    assert erase_expired(on=ERASED) == 1
    assert list(Submission.objects.all()) == [taken]


def test_the_term_is_registered_for_the_night(two, call, coordinator):
    with calendars.travel(VOIDED):
        calls.void_call(by=coordinator, call=call, on=VOIDED, reason="Sin fondos.")
    assert "submission" in {name for name, _ in retention._expiries}


def _asked(user, on=TODAY):
    return Asked(user, on)


def test_whoever_may_take_them_in_is_told_and_nobody_else(call, officer, coordinator):
    _sent(call, "Uno")
    _sent(call, "Dos")
    for user in (officer, coordinator):
        (task,) = submissions_wait(_asked(user))
        assert "2 postulaciones recibidas esperan" in task.sentence
        assert task.tone == "waits"
    elsewhere = factories.people.officer_of(factories.incubator("05502"))
    assert not list(submissions_wait(_asked(elsewhere)))


def test_after_the_closing_it_burns_and_the_call_asks_to_be_closed(call, officer):
    _sent(call, "Uno")
    after = CLOSES + timedelta(days=1)
    with calendars.travel(after):
        (task,) = submissions_wait(_asked(officer, after))
        assert task.tone == "urgent"
        (to_close,) = call_to_close(_asked(officer, after))
        assert "terminó su plazo" in to_close.sentence
        calls.close_call(by=officer, call=call, on=after)
        assert not list(call_to_close(_asked(officer, after)))


def test_a_draft_that_lacks_nothing_waits_for_the_coordination(draft, officer, coordinator):
    assert [task.about for task in call_to_publish(_asked(coordinator))] == [f"la convocatoria {draft.name}"]
    assert not list(call_to_publish(_asked(officer)))
    draft.criteria.all().delete()
    assert not list(call_to_publish(_asked(coordinator)))


def test_the_causes_ask_one_question_each(call, officer, django_assert_num_queries):
    for number in range(6):
        _sent(call, f"Grupo {number}")
    asked = _asked(officer)
    list(submissions_wait(asked))
    with django_assert_num_queries(1):
        list(submissions_wait(asked))
