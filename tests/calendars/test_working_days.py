"""Business days of Chile, from the shipped holidays and from the table."""

import datetime as dt

import pytest

from incubator.calendars import UnknownYearError, WorkingCalendar, add_calendar_days, shipped_calendar

D = dt.date
ARICA = "15"


@pytest.fixture
def chile():
    return shipped_calendar()


@pytest.mark.parametrize(
    ("day", "is_worked"),
    [
        (D(2021, 6, 15), True),
        (D(2021, 6, 19), False),  # Saturday
        (D(2021, 6, 20), False),  # Sunday
        (D(2021, 6, 21), False),  # indigenous peoples
        (D(2021, 6, 28), False),  # San Pedro y San Pablo, moved to Monday
        (D(2021, 9, 17), False),
        (D(2022, 9, 16), False),
        (D(2023, 1, 2), False),
        (D(2026, 4, 3), False),  # Good Friday
        (D(2026, 4, 6), True),
    ],
)
def test_saturdays_sundays_and_holidays_are_not_worked(chile, day, is_worked):
    assert chile.is_business_day(day) is is_worked


def test_a_regional_holiday_is_only_that_regions(chile):
    assert not chile.is_business_day(D(2021, 6, 7), ARICA)
    assert chile.is_business_day(D(2021, 6, 7))
    assert chile.is_business_day(D(2021, 6, 7), "05")
    assert chile.holiday_name(D(2021, 6, 7), ARICA) == "Asalto y Toma del Morro de Arica"


def test_the_first_day_of_a_term_is_the_next_business_day(chile):
    assert chile.add_business_days(D(2021, 6, 17), 1) == D(2021, 6, 18)
    assert chile.add_business_days(D(2021, 6, 18), 1) == D(2021, 6, 22)
    assert chile.add_business_days(D(2021, 6, 19), 1) == D(2021, 6, 22)
    assert chile.add_business_days(D(2021, 9, 10), 5) == D(2021, 9, 20)
    assert chile.add_business_days(D(2021, 6, 22), -1) == D(2021, 6, 18)
    assert chile.add_business_days(D(2021, 6, 19), 0) == D(2021, 6, 19)


def test_a_reminder_on_a_day_not_worked_comes_before_it(chile):
    assert chile.previous_business_day(D(2021, 6, 21)) == D(2021, 6, 18)
    assert chile.previous_business_day(D(2021, 6, 22)) == D(2021, 6, 22)
    assert chile.next_business_day(D(2021, 6, 19)) == D(2021, 6, 22)


def test_business_days_are_counted_between_two_days(chile):
    assert chile.business_days_between(D(2021, 6, 18), D(2021, 6, 22)) == 1
    assert chile.business_days_between(D(2021, 6, 22), D(2021, 6, 18)) == -1
    assert chile.business_days_between(D(2021, 6, 22), D(2021, 6, 22)) == 0
    assert sum(chile.is_business_day(D(2021, 6, n)) for n in range(1, 31)) == 20


def test_calendar_days_count_everything():
    assert add_calendar_days(D(2021, 1, 1), 60) == D(2021, 3, 2)
    assert add_calendar_days(D(2021, 3, 2), -60) == D(2021, 1, 1)


@pytest.mark.parametrize("day", [D(2019, 12, 31), D(2031, 1, 1)])
def test_a_year_whose_holidays_are_unknown_is_refused_with_a_sentence(chile, day):
    with pytest.raises(UnknownYearError, match=f"{day.year}.*2020 a 2030"):
        chile.is_business_day(day)


def test_a_term_that_runs_into_an_unknown_year_is_refused(chile):
    with pytest.raises(UnknownYearError):
        chile.add_business_days(D(2030, 12, 30), 5)


def test_a_regions_exception_wins_over_the_countrys_and_both_over_the_holidays(chile):
    day = D(2021, 6, 21)
    edited = WorkingCalendar(
        chile.holidays,
        {(day, None): True, (day, "05"): False, (D(2021, 6, 19), None): True, (D(2021, 6, 22), "05"): False},
    )
    assert edited.is_business_day(day)
    assert edited.is_business_day(day, "04")
    assert not edited.is_business_day(day, "05")
    assert edited.is_business_day(D(2021, 6, 19))
    assert edited.add_business_days(D(2021, 6, 18), 1, "05") == D(2021, 6, 19)
    assert edited.add_business_days(D(2021, 6, 19), 1, "05") == D(2021, 6, 23)
