"""R20-R24: late registry, what is missing, and the cure. A row a case, with its article."""

from datetime import date, timedelta

import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import given
from hypothesis import strategies as st

from cases.law import cure, validity
from cases.law.answers import Outcome
from tests.law.table import check, day

O = Outcome  # noqa: E741
DEED = date(2026, 4, 10)  # vence el 09-06-2026

# entered, published, on, more, outcome, article, verify
CONSTITUTION = [
    ("2026-05-04", "2026-05-20", "2026-05-21", {}, O.VALID, "art. 7", False),
    ("2026-06-09", "2026-06-09", "2026-06-09", {}, O.VALID, "art. 7", False),
    ("2026-05-04", None, "2026-06-09", {}, O.PENDING, "art. 7", False),
    ("2026-05-04", None, "2026-06-10", {}, O.VOID, "art. 10", True),
    (None, "2026-05-04", "2026-06-10", {}, O.VOID, "art. 10", True),
    (None, None, "2027-01-01", {}, O.VOID, "art. 10", True),
    ("2026-06-10", "2026-05-20", "2026-06-10", {}, O.VOID_CURABLE, "art. 9", False),
    ("2026-05-04", "2026-06-10", "2026-06-10", {}, O.VOID_CURABLE, "art. 9", False),
    ("2026-06-10", "2026-06-15", "2026-06-14", {}, O.VOID, "art. 10", True),  # the second was not there yet
    ("2026-05-04", "2026-05-20", "2026-05-21", {"gaps": ["Duración"]}, O.VOID_CURABLE, "art. 9", False),
    ("2026-05-04", "2026-05-20", "2026-05-21", {"incomplete": ["letra d"]}, O.VALID, "arts. 6 y 9", False),
    ("2026-05-04", "2026-05-20", "2026-06-10", {"right_registry": False}, O.VOID, "art. 7", True),
    ("2026-05-04", "2026-05-20", "2026-05-21", {"protocolised_only": True}, O.VOID, "arts. 9 y 10", True),
    ("2026-04-09", "2026-05-20", "2026-05-21", {}, O.UNKNOWN, "art. 7", False),
]


@pytest.mark.parametrize("row", CONSTITUTION, ids=lambda row: f"{row[0]} {row[1]} {row[2]} {list(row[3])}")
def test_a_constitution_as_it_stands_on_a_day(row):
    entered, published, on, more, outcome, article, verify = row
    answer = validity.constitution(
        deed_on=DEED, entered_on=day(entered), published_on=day(published), on=day(on), **more
    )
    check(answer, outcome, article, verify=verify)


def test_without_a_deed_there_is_nothing_to_cure():
    answer = validity.constitution(deed_on=None, entered_on=None, published_on=None, on=date(2026, 5, 1))
    check(answer, O.VOID, "art. 10")
    assert "responden entre todos" in answer.remedy


def test_the_answer_changes_by_dated_acts_and_never_by_hand():
    """The group of six: deed on a Friday, both acts a day late, first overdue and then curable (arts. 9 and 10)."""
    late = DEED + timedelta(days=61)
    facts = {"deed_on": DEED, "entered_on": late, "published_on": late}
    said = [validity.constitution(on=DEED + timedelta(days=n), **facts).outcome for n in (0, 60, 61)]
    assert said == [O.PENDING, O.PENDING, O.VOID_CURABLE]
    assert validity.constitution(on=late, **facts | {"published_on": None}).outcome == O.VOID


# entered, published, on, more, outcome, article, verify
REFORM = [
    ("2026-05-04", "2026-05-20", "2026-05-21", {}, O.VALID, "art. 8", False),
    ("2026-05-04", None, "2026-06-09", {}, O.PENDING, "art. 8", False),
    ("2026-05-04", None, "2026-06-10", {}, O.NO_EFFECTS, "arts. 8 a 10", False),
    ("2026-05-04", "2026-06-10", "2026-06-10", {}, O.NO_EFFECTS, "arts. 8 a 10", True),
    ("2026-05-04", "2026-05-20", "2026-05-21", {"gaps": ["Lo que cambia"]}, O.VOID_CURABLE, "art. 9", False),
    ("2026-05-04", "2026-05-20", "2026-05-21", {"protocolised_only": True}, O.NO_EFFECTS, "arts. 8 a 10", True),
    ("2026-04-01", "2026-05-20", "2026-05-21", {}, O.UNKNOWN, "art. 8", False),
]


@pytest.mark.parametrize("row", REFORM, ids=lambda row: f"{row[0]} {row[1]} {row[2]} {list(row[3])}")
def test_a_reform_as_it_stands_on_a_day(row):
    entered, published, on, more, outcome, article, verify = row
    answer = validity.reform(deed_on=DEED, entered_on=day(entered), published_on=day(published), on=day(on), **more)
    check(answer, outcome, article, verify=verify)


@pytest.mark.parametrize(
    ("deed", "defect", "on", "outcome", "last"),
    [
        ("2024-02-29", "extract", "2026-02-28", O.PENDING, "2026-02-28"),
        ("2024-02-29", "extract", "2026-03-01", O.MET, "2026-02-28"),
        ("2024-04-10", "mismatch", "2026-04-10", O.PENDING, "2026-04-10"),
        ("2024-04-10", "meeting", "2026-04-11", O.MET, "2026-04-10"),
        ("2010-04-10", "late", "2026-04-11", O.NOT_MET, None),
        ("2020-04-10", "missing", "2026-04-11", O.NOT_MET, None),
        ("2020-04-10", "statutes", "2026-04-11", O.NOT_MET, None),
    ],
)
def test_two_years_bar_some_claims_and_not_others(deed, defect, on, outcome, last):
    answer = validity.claim_bar(deed_on=day(deed), defect=defect, on=day(on))
    check(answer, outcome, "Ley 19.499, art. 6")
    assert answer.figures["last_day"] == day(last)


# deed of the cure, entered, published, on, more, outcome, acts from
CURE = [
    (None, None, None, "2026-07-01", {}, O.VOID_CURABLE, None),
    ("2026-07-01", None, None, "2026-06-30", {}, O.VOID_CURABLE, None),
    ("2026-07-01", None, None, "2026-08-30", {}, O.PENDING, None),
    ("2026-07-01", "2026-08-30", "2026-08-30", "2026-08-30", {}, O.VALID, "2026-04-10"),
    ("2026-07-01", "2026-08-30", "2026-08-31", "2026-08-31", {}, O.VOID_CURABLE, None),
    ("2026-07-01", "2026-08-30", None, "2026-08-31", {}, O.VOID_CURABLE, None),
    ("2026-07-01", "2026-06-30", "2026-08-30", "2026-08-31", {}, O.UNKNOWN, None),
    (
        "2026-07-01", "2026-07-20", "2026-07-20", "2026-08-01",
        {"late_acts": (date(2026, 6, 10), date(2026, 6, 15))}, O.VALID, "2026-06-15",
    ),
    ("2026-07-01", "2026-07-20", "2026-07-20", "2026-08-01", {"final_judgment": True}, O.VOID, None),
    ("2026-07-01", "2026-07-20", "2026-07-20", "2026-08-01", {"formal": False}, O.VOID, None),
    ("2026-07-01", "2026-07-20", "2026-07-20", "2026-08-01", {"in_a_deed": False}, O.VOID, None),
    ("2026-07-01", "2026-07-20", "2026-07-20", "2026-08-01", {"dissolved": True}, O.VOID, None),
]  # fmt: skip


@pytest.mark.parametrize("row", CURE, ids=lambda row: f"{row[0]} {row[2]} {row[3]} {list(row[4])}")
def test_a_cure_and_the_day_it_acts_from(row):
    deed, entered, published, on, more, outcome, effect = row
    answer = cure.cure(
        original_on=DEED, deed_on=day(deed), entered_on=day(entered), published_on=day(published), on=day(on), **more
    )
    check(answer, outcome, "Ley 19.499, arts. 1 a 4 y 7")
    assert answer.figures["effect_from"] == day(effect)
    assert answer.verify is (outcome != O.VOID)


@pytest.mark.parametrize("kind", cure.HARMLESS)
def test_errors_that_are_no_defect_need_no_cure(kind):
    check(cure.defect(kind=kind, on=DEED), O.MET, "Ley 19.499, art. 9", verify=False)


def test_an_essential_mismatch_is_a_defect_and_a_sole_manager_signs_with_doubt():
    check(cure.defect(kind=cure.ESSENTIAL, on=DEED), O.VOID_CURABLE, "Ley 19.499, art. 9")
    check(cure.defect(kind="spelling", on=DEED, sole_manager=True), O.MET, "Ley 19.499, art. 9", verify=True)
    with pytest.raises(ValueError, match="otra"):
        cure.defect(kind="otra", on=DEED)


_ACT = st.none() | st.integers(0, 100)


@given(deed=st.dates(date(2016, 1, 6), date(2029, 1, 1)), entered=_ACT, published=_ACT, on=st.integers(0, 120))
def test_a_constitution_answers_as_the_law_reads_whatever_the_days(deed, entered, published, on):
    def at(number):
        return None if number is None else date.fromordinal(deed.toordinal() + number)

    answer = validity.constitution(deed_on=deed, entered_on=at(entered), published_on=at(published), on=at(on))
    known = [number for number in (entered, published) if number is not None and number <= on]
    if len(known) < 2:
        expected = O.PENDING if on <= 60 else O.VOID
    else:
        expected = O.VALID if max(known) <= 60 else O.VOID_CURABLE
    assert answer.outcome == expected


@given(deed=st.dates(date(2016, 1, 6), date(2029, 1, 1)))
def test_the_two_years_are_those_of_another_library(deed):
    last = validity.claim_bar(deed_on=deed, defect="extract", on=deed).figures["last_day"]
    assert last == deed + relativedelta(years=2)
