"""R02, R28 and R29: too few members, and members who leave. A row a case, with its article."""

from datetime import date

import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import given
from hypothesis import strategies as st

from cases.law import membership
from cases.law.answers import Outcome
from tests.law.table import check, day

PENDING, NOT = Outcome.PENDING, Outcome.NOT_MET

# type, members, fell, on, recover by, publish by, outcome, verify
BELOW = [
    ("servicios", 4, "2026-03-31", "2026-04-01", "2026-09-30", "2026-11-29", PENDING, False),
    ("servicios", 4, "2026-08-31", "2027-02-28", "2027-02-28", "2027-04-29", PENDING, False),
    ("servicios", 4, "2026-08-31", "2027-03-01", "2027-02-28", "2027-04-29", Outcome.DISSOLVED, False),
    ("trabajo", 3, "2023-08-31", "2024-01-01", "2024-02-29", "2024-04-29", PENDING, False),
    ("trabajo", 5, "2026-08-31", "2027-03-01", "2027-02-28", "2027-04-29", Outcome.MET, False),
    ("especial_agricola", 9, "2026-01-15", "2026-02-01", "2026-07-15", "2026-09-13", PENDING, True),
]


@pytest.mark.parametrize("row", BELOW, ids=str)
def test_six_months_to_recover_and_then_sixty_days_to_publish(row):
    kind, members, fell, on, recover, publish, outcome, verify = row
    answer = membership.below_minimum(kind=kind, members=members, fell_on=day(fell), on=day(on))
    check(answer, outcome, "art. 13", verify=verify)
    assert answer.figures["recover_by"] == day(recover)
    assert answer.figures["publish_by"] == answer.figures["annotate_by"] == day(publish)


def test_a_pending_resignation_counts_from_its_date_and_says_verify():
    answer = membership.below_minimum(
        kind="servicios", members=4, fell_on=date(2026, 5, 1), on=date(2026, 5, 2), only_pending=True
    )
    check(answer, PENDING, "art. 13", verify=True)


@given(fell=st.dates(date(2016, 1, 6), date(2030, 1, 1)))
def test_the_six_months_and_the_sixty_days_are_those_of_another_library(fell):
    figures = membership.below_minimum(kind="servicios", members=4, fell_on=fell, on=fell).figures
    assert figures["recover_by"] == fell + relativedelta(months=6)
    assert figures["publish_by"] == fell + relativedelta(months=6) + relativedelta(days=60)


@pytest.mark.parametrize(
    ("cause", "breach", "contributions", "ahead", "payable", "due", "outcome"),
    [
        ("resignation", False, 100, 0, 100, None, Outcome.MET),
        ("resignation", False, 100, 60, 40, None, PENDING),
        ("death", False, 0, 0, 0, None, PENDING),
        ("exclusion", False, 200, 0, 100, "2027-02-28", PENDING),
        ("exclusion", True, 200, 0, 100, None, Outcome.MET),
        ("resignation", False, 50, 80, 0, None, PENDING),
    ],
)
def test_shares_are_returned_with_new_contributions_in_order(
    cause, breach, contributions, ahead, payable, due, outcome
):
    answer = membership.exit_refund(
        cause=cause, left_on=date(2026, 8, 31), shares=100, contributions=contributions, ahead=ahead, breach=breach
    )
    check(answer, outcome, "art. 19", verify=due is not None)
    assert answer.figures["payable"] == payable
    assert answer.figures["due_on"] == day(due)


# letter, vote, dissent, left, on, more, outcome
DISSENT = [
    ("f", "against", None, "2026-05-31", "2026-06-01", {}, Outcome.MET),
    ("f", "against", None, "2026-06-01", "2026-06-01", {}, NOT),
    ("f", "against", None, None, "2026-05-31", {}, PENDING),
    ("f", "against", None, None, "2026-06-01", {}, NOT),
    ("ñ", "absent", "2026-05-20", "2026-05-21", "2026-06-01", {}, Outcome.MET),
    ("ñ", "absent", None, "2026-05-21", "2026-06-01", {}, NOT),
    ("ñ", "absent", "2026-06-01", "2026-05-21", "2026-06-01", {}, NOT),
    ("h", "abstained", None, "2026-05-21", "2026-06-01", {}, NOT),
    ("e", "against", None, "2026-05-21", "2026-06-01", {}, NOT),
    ("l", "against", None, "2026-05-21", "2026-06-01", {"substantial": True}, Outcome.MET),
]


@pytest.mark.parametrize("row", DISSENT, ids=str)
def test_who_dissents_may_leave_within_thirty_days(row):
    letter, vote, dissent, left, on, more, outcome = row
    answer = membership.dissident(
        letter=letter,
        agreed_on=date(2026, 5, 1),
        vote=vote,
        dissent_on=day(dissent),
        left_on=day(left),
        on=day(on),
        **more,
    )
    check(answer, outcome, "art. 19", verify=False)
    assert answer.figures["until"] == date(2026, 5, 31)


def test_who_dissents_is_paid_in_ninety_days_or_in_less_when_the_statutes_say_so():
    facts = {"letter": "f", "agreed_on": date(2026, 5, 1), "vote": "against", "left_on": date(2026, 5, 10)}
    for more, days in (({}, 90), ({"statutes_days": 30}, 30), ({"statutes_days": 120}, 90)):
        answer = membership.dissident(on=date(2026, 6, 1), **facts, **more)
        assert (answer.figures["pay_by"] - date(2026, 5, 10)).days == days


def test_before_the_letters_were_written_down_the_answer_says_verify():
    answer = membership.dissident(
        letter="f", agreed_on=date(2022, 8, 2), vote="against", left_on=date(2022, 8, 10), on=date(2022, 8, 10)
    )
    check(answer, Outcome.MET, "art. 19", verify=True)
