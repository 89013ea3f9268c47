"""R10-R15: notices, proxies, majorities and the yearly meeting. A row a case, with its article."""

from datetime import date, timedelta
from fractions import Fraction
from math import ceil

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.law import meetings, proxies, yearly
from cases.law.answers import Outcome
from tests.law.table import check, day

MET, NOT = Outcome.MET, Outcome.NOT_MET
NOW = date(2026, 11, 21)
MEETING = date(2026, 5, 30)

# media days before, individual days before, channel, agenda, medium, outcome, verify
NOTICES = [
    (10, 20, "post", True, "newspaper", MET, False),
    (15, 16, "registered_email", True, "newspaper", MET, False),
    (5, 15, "post", True, "newspaper", MET, True),  # the reading of the days matters
    (6, 16, "post", True, "newspaper", MET, False),
    (10, 20, "post", True, "radio", MET, True),
    (16, 20, "post", True, "newspaper", NOT, False),
    (4, 20, "post", True, "newspaper", NOT, False),
    (10, 14, "post", True, "newspaper", NOT, False),
    (10, 20, "whatsapp", True, "newspaper", NOT, False),
    (10, 20, "post", False, "newspaper", NOT, False),
    (None, 20, "post", True, "newspaper", NOT, False),
    (10, None, "post", True, "newspaper", NOT, False),
]


@pytest.mark.parametrize("row", NOTICES, ids=str)
def test_both_notices_and_each_in_its_term(row):
    media, individual, channel, agenda, medium, outcome, verify = row
    answer = meetings.notices(
        meeting_on=MEETING,
        media_on=None if media is None else MEETING - timedelta(days=media),
        individual_on=None if individual is None else MEETING - timedelta(days=individual),
        channel=channel,
        agenda=agenda,
        medium=medium,
    )
    check(answer, outcome, "art. 23", verify=verify)


def test_the_window_that_is_proposed_leaves_a_day_of_margin_and_crosses_the_year():
    window = meetings.notice_window(meeting_on=date(2027, 1, 10))
    assert window == {
        "media_from": date(2026, 12, 26), "media_until": date(2027, 1, 4), "individual_until": date(2026, 12, 25)
    }  # fmt: skip


@given(meeting=st.dates(date(2017, 1, 1), date(2030, 1, 1)), media=st.integers(0, 30), individual=st.integers(0, 40))
def test_notices_are_in_term_when_the_law_reads_so(meeting, media, individual):
    answer = meetings.notices(
        meeting_on=meeting,
        media_on=date.fromordinal(meeting.toordinal() - media),
        individual_on=date.fromordinal(meeting.toordinal() - individual),
        channel="post",
        agenda=True,
    )
    assert (answer.outcome == MET) is (media in range(5, 16) and individual >= 15)


# letter, n, yes, specially called, more, required, outcome, article
MAJORITIES = [
    ("a", 10, 6, False, {}, 6, MET, "arts. 23 y 41"),
    ("a", 10, 5, False, {}, 6, NOT, "arts. 23 y 41"),
    ("g", 11, 6, False, {}, 6, MET, "arts. 23 y 41"),
    ("e", 9, 6, True, {}, 6, MET, "art. 23, letra e"),
    ("e", 10, 6, True, {}, 7, NOT, "art. 23, letra e"),
    ("e", 10, 7, True, {}, 7, MET, "art. 23, letra e"),
    ("e", 10, 10, False, {}, 7, NOT, "art. 23, letra e"),
    ("f", 11, 8, True, {}, 8, MET, "art. 23, letra f"),
    ("h", 6, 4, True, {}, 4, MET, "art. 23, letra h"),
    ("ñ", 7, 4, True, {}, 5, NOT, "art. 23, letras i a n y ñ"),
    ("i", 6, 4, True, {}, 4, MET, "art. 23, letras i a n y ñ"),
    ("g", 9, 5, True, {"touches": ["l"]}, 6, NOT, "art. 23, letras i a n y ñ"),
    ("d", 9, 5, True, {"to_small_bodies": True}, 6, NOT, "art. 23, letras d y m"),
    ("a", 6, 4, False, {"founding": True}, 4, MET, "art. 6"),
    ("j", 6, 4, False, {"founding": True}, 4, MET, "art. 6"),
    ("a", 10, 6, False, {"statutes": 8}, 8, NOT, "art. 6, letra g"),
]


@pytest.mark.parametrize("row", MAJORITIES, ids=str)
def test_the_votes_a_matter_asks_are_of_those_present_or_represented(row):
    letter, n, yes, called, more, required, outcome, article = row
    answer = meetings.majority(letter=letter, n=n, yes=yes, specially_called=called, on=NOW, **more)
    check(answer, outcome, article)
    assert answer.figures["required"] == required


def test_a_simple_majority_and_what_the_law_leaves_open_say_verify_and_two_thirds_do_not():
    assert meetings.majority(letter="a", n=9, yes=5, specially_called=False, on=NOW).verify
    assert not meetings.majority(letter="e", n=9, yes=6, specially_called=True, on=NOW).verify
    assert meetings.majority(letter="e", n=9, yes=6, specially_called=True, on=date(2015, 5, 1)).verify
    with pytest.raises(ValueError, match="z"):
        meetings.majority(letter="z", n=9, yes=6, specially_called=True, on=NOW)


@given(n=st.integers(1, 500), yes=st.integers(0, 500))
def test_two_thirds_and_more_than_half_are_those_of_fractions(n, yes):
    hard = meetings.majority(letter="e", n=n, yes=yes, specially_called=True, on=NOW)
    assert hard.figures["required"] == ceil(Fraction(2 * n, 3))
    assert hard.figures["passed"] is (Fraction(yes, n) >= Fraction(2, 3))
    soft = meetings.majority(letter="a", n=n, yes=yes, specially_called=False, on=NOW)
    assert soft.figures["passed"] is (Fraction(yes, n) > Fraction(1, 2))


@pytest.mark.parametrize(
    ("sales", "assets", "total", "outcome"),
    [
        ([], 100, 0, Outcome.NOT_ASKED),
        ([("2026-03-01", 50)], 100, 50, Outcome.WARNING),
        ([("2026-03-01", 49)], 100, 49, Outcome.NOT_ASKED),
        ([("2025-06-01", 30), ("2026-05-31", 20)], 100, 50, Outcome.WARNING),
        ([("2025-06-01", 30), ("2026-06-01", 20)], 100, 50, Outcome.WARNING),
        ([("2025-06-01", 30), ("2026-06-02", 20)], 100, 30, Outcome.NOT_ASKED),
        ([("2024-02-29", 30), ("2025-02-28", 20), ("2026-02-01", 25)], 100, 50, Outcome.WARNING),
    ],
)
def test_sales_add_up_within_twelve_consecutive_months(sales, assets, total, outcome):
    answer = meetings.asset_sales(sales=[(day(on), amount) for on, amount in sales], assets=assets, on=NOW)
    check(answer, outcome, "art. 23, letra h", verify=True)
    assert answer.figures["total"] == total


# who holds it, form, day, outcome, verify
PROXIES = [
    ("member", "simple", "2026-05-30", MET, False),
    ("spouse", "notary", "2020-05-30", MET, False),
    ("spouse", "simple", "2026-05-30", NOT, False),
    ("child", "advanced_signature", "2023-07-07", MET, False),
    ("child", "advanced_signature", "2023-07-06", NOT, False),
    ("worker_of_member", "notary", "2026-05-30", MET, False),
    ("administrator_of_member", "simple", "2026-05-30", NOT, False),
    ("board", "notary", "2026-05-30", NOT, False),
    ("vigilance", "notary", "2026-05-30", NOT, False),
    ("manager", "simple", "2026-05-30", NOT, False),
    ("coop_worker", "simple", "2026-05-30", NOT, False),
    ("neighbour", "notary", "2026-05-30", NOT, False),
    ("sole_manager", "simple", "2026-05-30", NOT, True),
    ("inspector", "simple", "2026-05-30", NOT, True),
    ("work_member", "simple", "2026-05-30", NOT, True),
    ("civil_partner", "notary", "2026-05-30", NOT, True),
]


@pytest.mark.parametrize("row", PROXIES, ids=str)
def test_who_may_hold_a_proxy_and_in_which_form(row):
    kind, form, on, outcome, verify = row
    check(proxies.holder(kind=kind, form=form, on=day(on)), outcome, "art. 22", verify=verify)


def test_statutes_may_forbid_every_proxy_and_the_founding_meeting_takes_none():
    check(proxies.holder(kind="member", form="simple", on=NOW, statutes_forbid=True), NOT, "art. 6, letra g")
    check(proxies.holder(kind="member", form="simple", on=NOW, founding=True), NOT, "arts. 6 y 22", verify=True)


@pytest.mark.parametrize(
    ("n", "held", "kind", "allowed", "outcome", "article"),
    [
        (19, 1, "", 0, NOT, "art. 22"),
        (19, 0, "", 0, MET, "art. 22"),
        (20, 1, "", 1, MET, "art. 22"),
        (39, 2, "", 1, NOT, "art. 22"),
        (40, 2, "servicios", 2, MET, "art. 22"),
        (19, 1, "especial_agricola", 1, MET, "art. 99"),
        (30, 4, "electrica", 3, NOT, "art. 99"),
    ],
)
def test_five_percent_of_those_present_or_represented(n, held, kind, allowed, outcome, article):
    answer = check(proxies.cap(n=n, held=held, kind=kind, on=NOW), outcome, article)
    assert answer.figures["allowed"] == allowed


@given(n=st.integers(0, 2000))
def test_the_cap_is_the_floor_of_a_twentieth(n):
    assert proxies.cap(n=n, held=0, on=NOW).figures["allowed"] == Fraction(n, 20).__floor__()
    assert proxies.cap(n=n, held=0, on=NOW, holder_is_member=False).verify


@pytest.mark.parametrize(
    ("held", "on", "more", "outcome"),
    [
        (None, "2026-06-30", {}, Outcome.PENDING),
        (None, "2026-07-01", {}, Outcome.OVERDUE),
        ("2026-06-30", "2026-07-01", {"matters": "abc"}, MET),
        ("2026-07-01", "2026-07-01", {"matters": "abc"}, NOT),
        ("2026-05-30", "2026-07-01", {"matters": "ab"}, NOT),
        ("2026-05-30", "2026-07-01", {"matters": "abc", "statutes_by": date(2026, 9, 30)}, NOT),
        ("2026-05-30", "2026-05-29", {"matters": "abc"}, Outcome.PENDING),
    ],
)
def test_the_yearly_meeting_is_held_by_the_30th_of_june(held, on, more, outcome):
    answer = yearly.meeting(year=2026, held_on=day(held), on=day(on), **more)
    check(answer, outcome, "art. 6, letra f")
    assert answer.figures["due_on"] == date(2026, 6, 30)


def test_the_calendar_of_duties_is_in_order_and_within_its_days():
    rows = yearly.calendar(first=date(2026, 6, 30), last=date(2027, 6, 30))
    days = [when for when, _ in rows]
    assert days == sorted(days)
    assert (days[0], days[-1]) == (date(2026, 6, 30), date(2027, 6, 30))
    assert [duty.key for when, duty in rows if when == date(2027, 1, 31)] == ["patent.january"]
