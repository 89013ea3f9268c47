"""The dates of a file and of a cure, against days lived one by one with plain dates and the shipped files of holidays."""

import csv
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import incubator
from cases.law import Outcome, clocks, cure, validity
from cases.law.formalization import standing
from incubator.calendars import shipped_calendar

DATA = Path(incubator.__file__).parent / "data" / "calendar"
WORKING = shipped_calendar()
ONE = timedelta(days=1)
REGION = "05"
DEEDS = st.dates(date(2020, 4, 1), date(2030, 6, 30))


def _holidays():
    with (DATA / "feriados_cl_2020_2030.csv").open(encoding="utf-8") as file:
        found = {date.fromisoformat(row["fecha"]) for row in csv.DictReader(file)}
    with (DATA / "feriados_regionales.csv").open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["cod_region"] == REGION]
    return found | {date.fromisoformat(row["fecha"]) for row in rows}


HOLIDAYS = _holidays()


def _works(day):
    return day.weekday() < 5 and day not in HOLIDAYS


def _on_or_before(day):
    while not _works(day):
        day -= ONE
    return day


def _after(day, days):
    for _ in range(days):
        day += ONE
    return day


@pytest.mark.parametrize(
    ("key", "ahead"), [("registry", 10), ("gazette", 2), ("cure.registry", 10), ("cure.gazette", 2)]
)
@settings(max_examples=150)
@given(deed=DEEDS)
def test_the_three_dates_and_the_warnings_of_each_clock(key, ahead, deed):
    term = clocks.term(key=key, starts_on=deed, working=WORKING, region=REGION)
    due = _after(deed, 60)
    file_by = last = _on_or_before(due)
    for _ in range(ahead):
        file_by = _on_or_before(file_by - ONE)
    assert (term.due_on, term.last_business_day, term.file_by) == (due, last, file_by)
    told = {}
    for days in (30, 15, 7, 3, 1):
        told[days] = _on_or_before(due - days * ONE)
    assert dict(term.reminders) == {days: day for days, day in told.items() if day > deed}


@settings(max_examples=200)
@given(began=DEEDS)
def test_the_tax_start_has_two_whole_months_after_the_one_in_which_it_began(began):
    day, firsts = began, 0
    while firsts < 3:
        day += ONE
        firsts += day.day == 1
    term = clocks.tax_start(began_on=began, working=WORKING, region=REGION)
    assert (term.due_on, term.last_business_day) == (day - ONE, _on_or_before(day - ONE))


@settings(max_examples=200)
@given(deed=DEEDS, entered=st.integers(0, 80), published=st.integers(0, 80), seen=st.integers(0, 90))
def test_a_cure_is_in_term_when_both_acts_fall_in_its_own_sixty_days(deed, entered, published, seen):
    original, on = date(2019, 1, 2), _after(deed, seen)
    said = cure.cure(
        original_on=original,
        on=on,
        deed_on=deed,
        entered_on=_after(deed, entered),
        published_on=_after(deed, published),
    )
    known = [days for days in (entered, published) if days <= seen]
    if len(known) == 2:
        expected = Outcome.VALID if max(known) <= 60 else Outcome.VOID_CURABLE
    else:
        expected = Outcome.PENDING if seen <= 60 else Outcome.VOID_CURABLE
    assert said.outcome == expected
    assert said.figures["effect_from"] == (original if expected == Outcome.VALID else None)


@settings(max_examples=200)
@given(deed=DEEDS, seen=st.integers(0, 900))
def test_the_claim_has_two_years_and_the_late_acts_have_none(deed, seen):
    last, birthdays = deed, 0
    while birthdays < 2:
        last += ONE
        same = (last.month, last.day) == (deed.month, deed.day)
        leap = (deed.month, deed.day) == (2, 29) and (last.month, last.day) == (2, 28) and (last + ONE).day == 1
        birthdays += same or leap
    said = validity.claim_bar(deed_on=deed, defect="extract", on=_after(deed, seen))
    assert said.figures["last_day"] == last
    assert said.outcome == (Outcome.PENDING if _after(deed, seen) <= last else Outcome.MET)
    assert validity.claim_bar(deed_on=deed, defect="late", on=deed).outcome == Outcome.NOT_MET


@settings(max_examples=200)
@given(
    deed=DEEDS,
    late=st.integers(61, 200),
    cured=st.integers(0, 200),
    entered=st.integers(0, 70),
    published=st.integers(0, 70),
)
def test_a_late_constitution_is_valid_exactly_when_its_cure_is(deed, late, cured, entered, published):
    began = _after(deed, late + cured)
    acts = [("deed", deed), ("registry_entry", deed), ("publication", _after(deed, late)), ("cure_deed", began)]
    acts += [("cure_entry", _after(began, entered)), ("cure_publication", _after(began, published))]
    said = standing(acts=acts, on=max(day for _, day in acts), working=WORKING, region=REGION)
    assert (said.outcome == Outcome.VALID) == (max(entered, published) <= 60)
    assert said.defects == ("late.gazette",)
