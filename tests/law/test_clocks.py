"""R17 and every date: month ends, leap years, holidays and year ends, against an independent reference."""

from datetime import date, timedelta

import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import given
from hypothesis import strategies as st

from cases.law import clocks
from cases.law.answers import Outcome
from cases.law.versions import add_months
from incubator.calendars import shipped_calendar
from tests.law.table import check, day

WORKING = shipped_calendar()
DAYS = st.dates(date(2016, 1, 6), date(2030, 6, 30))
KNOWN = st.dates(date(2020, 4, 1), date(2030, 6, 30))

# deed, «vence», último día hábil, CBR a más tardar, DO a más tardar (DFL 5, art. 7; Código Civil, arts. 48-50)
SIXTY = [
    ("2026-04-10", "2026-06-09", "2026-06-09", "2026-05-26", "2026-06-05"),
    ("2026-07-01", "2026-08-30", "2026-08-28", "2026-08-14", "2026-08-26"),  # a Sunday
    ("2026-07-20", "2026-09-18", "2026-09-17", "2026-09-03", "2026-09-15"),  # Fiestas Patrias
    ("2026-11-02", "2027-01-01", "2026-12-31", "2026-12-16", "2026-12-29"),  # the year's end
    ("2023-12-31", "2024-02-29", "2024-02-29", "2024-02-15", "2024-02-27"),  # a leap year
    ("2024-12-31", "2025-03-01", "2025-02-28", "2025-02-14", "2025-02-26"),  # not one, and a Saturday
    ("2025-02-17", "2025-04-18", "2025-04-17", "2025-04-03", "2025-04-15"),  # Good Friday
]


@pytest.mark.parametrize("row", SIXTY, ids=[row[0] for row in SIXTY])
def test_sixty_days_from_the_deed_with_their_three_dates(row):
    deed, due, last, registry, gazette = map(day, row)
    answer = clocks.registration(deed_on=deed, on=deed, working=WORKING)
    check(answer, Outcome.PENDING, "art. 7", verify=False)
    assert "arts. 48 a 50" in answer.cited
    assert answer.figures["due_on"] == due
    for name, file_by in (("registry", registry), ("gazette", gazette)):
        term = answer.figures[name]
        assert (term.due_on, term.last_business_day, term.file_by) == (due, last, file_by)


@pytest.mark.parametrize(
    ("entered", "published", "on", "outcome"),
    [
        (None, None, "2026-06-09", Outcome.PENDING),
        ("2026-06-09", None, "2026-06-09", Outcome.PENDING),
        ("2026-06-09", "2026-06-09", "2026-06-09", Outcome.MET),
        ("2026-06-09", "2026-06-10", "2026-06-10", Outcome.NOT_MET),
        ("2026-06-09", None, "2026-06-10", Outcome.OVERDUE),
        ("2026-06-09", "2026-06-09", "2026-06-08", Outcome.PENDING),  # what was known the day before
        ("2026-04-09", "2026-06-09", "2026-06-09", Outcome.NOT_MET),  # before the deed
    ],
)
def test_both_acts_within_sixty_days_to_the_midnight_of_the_last(entered, published, on, outcome):
    answer = clocks.registration(
        deed_on=date(2026, 4, 10), entered_on=day(entered), published_on=day(published), on=day(on), working=WORKING
    )
    check(answer, outcome, "art. 7")


def test_reforms_and_cures_count_from_their_own_deed_and_cite_their_own_article():
    for act, article in (("reform", "art. 8"), ("cure", "Ley 19.499, arts. 3 y 4")):
        answer = clocks.registration(deed_on=date(2026, 4, 10), on=date(2026, 4, 10), working=WORKING, act=act)
        check(answer, Outcome.PENDING, article)


def test_reminders_come_the_working_day_before_and_none_before_the_act():
    # vence lunes 10-08-2026: 3 y 1 días antes caen viernes y domingo
    term = clocks.term(key="registry", starts_on=date(2026, 6, 11), working=WORKING)
    assert term.due_on == date(2026, 8, 10)
    assert dict(term.reminders) == {
        30: date(2026, 7, 10), 15: date(2026, 7, 24), 7: date(2026, 8, 3), 3: date(2026, 8, 7), 1: date(2026, 8, 7)
    }  # fmt: skip
    short = clocks.term(key="fine.claim", starts_on=date(2026, 6, 11), working=WORKING)
    assert 30 not in dict(short.reminders)
    assert (short.days_left(date(2026, 7, 1)), short.days_left(date(2026, 7, 12))) == (10, -1)


def test_a_holiday_of_a_region_moves_the_working_days_there_alone():
    # 07-06: asalto y toma del Morro, solo en Arica y Parinacota
    there = clocks.term(key="gazette", starts_on=date(2024, 4, 8), working=WORKING, region="15")
    here = clocks.term(key="gazette", starts_on=date(2024, 4, 8), working=WORKING, region="05")
    assert there.due_on == here.due_on == date(2024, 6, 7)
    assert (there.last_business_day, here.last_business_day) == (date(2024, 6, 6), date(2024, 6, 7))


def test_a_year_without_known_holidays_keeps_its_calendar_day_and_asks_to_verify():
    answer = clocks.registration(deed_on=date(2016, 5, 2), on=date(2016, 5, 2), working=WORKING)
    check(answer, Outcome.PENDING, "art. 7", verify=True)
    assert answer.figures["registry"].due_on == date(2016, 7, 1)
    assert answer.figures["registry"].last_business_day is None


@pytest.mark.parametrize(
    ("began", "due"),
    [
        ("2026-01-01", "2026-03-31"),
        ("2026-12-15", "2027-02-28"),
        ("2023-12-31", "2024-02-29"),
        ("2026-11-30", "2027-01-31"),
    ],
)
def test_the_tax_start_runs_two_months_after_the_month_it_begins(began, due):
    assert clocks.tax_start(began_on=day(began), working=WORKING).due_on == day(due)


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        ("2026-08-31", 6, "2027-02-28"), ("2023-08-31", 6, "2024-02-29"), ("2026-03-31", 6, "2026-09-30"),
        ("2024-02-29", 24, "2026-02-28"), ("2024-02-29", 48, "2028-02-29"), ("2026-12-31", 2, "2027-02-28"),
    ],
)  # fmt: skip
def test_months_end_on_the_same_number_or_on_the_last_day(start, months, end):
    """Código Civil, art. 48."""
    assert add_months(day(start), months) == day(end)


# -- against an independent reference --------------------------------------------------------------------------------------
def _counted(start, length):
    """The day reached by living one day after another: day 1 is the day after the act."""
    lived = start
    for _ in range(length):
        lived = date.fromordinal(lived.toordinal() + 1)
    return lived


@given(deed=DAYS)
def test_sixty_days_are_sixty_days_lived_one_by_one(deed):
    answer = clocks.registration(deed_on=deed, on=deed, working=WORKING)
    assert answer.figures["due_on"] == _counted(deed, 60)


@given(start=DAYS, months=st.integers(0, 60))
def test_months_are_those_of_another_library(start, months):
    assert add_months(start, months) == start + relativedelta(months=months)


@given(began=DAYS)
def test_the_tax_start_is_the_last_day_of_the_second_month_of_another_library(began):
    due = clocks.tax_start(began_on=began, working=WORKING).due_on
    assert due == began + relativedelta(months=3, day=1) - relativedelta(days=1)


@given(deed=KNOWN, region=st.sampled_from([None, "05", "15", "16"]))
def test_the_working_days_are_those_of_a_naive_count(deed, region):
    term = clocks.term(key="registry", starts_on=deed, working=WORKING, region=region)
    closed = {one for one, where in WORKING.holidays if where in (None, region)}

    def works(one):
        return one.isoweekday() <= 5 and one not in closed

    last = term.due_on
    while not works(last):
        last -= timedelta(days=1)
    assert term.last_business_day == last
    between = [date.fromordinal(n) for n in range(term.file_by.toordinal(), last.toordinal())]
    assert sum(works(one) for one in between) == 10
    assert works(term.file_by)
    for ahead, reminder in term.reminders:
        moved = (term.due_on - timedelta(days=ahead) - reminder).days
        assert moved >= 0
        assert works(reminder)
        assert not any(works(reminder + timedelta(days=n)) for n in range(1, moved + 1))


@given(
    deed=DAYS,
    on=st.integers(-5, 90),
    entered=st.none() | st.integers(-2, 80),
    published=st.none() | st.integers(-2, 80),
)
def test_a_clock_is_met_only_by_both_acts_within_it(deed, on, entered, published):
    def at(number):
        return None if number is None else deed + timedelta(days=number)

    answer = clocks.registration(
        deed_on=deed, on=at(on), entered_on=at(entered), published_on=at(published), working=WORKING
    )
    known = [number is not None and number <= on and 0 <= number <= 60 for number in (entered, published)]
    assert (answer.outcome == Outcome.MET) is all(known)
