"""The one clock: real, set by the settings, or travelling."""

import datetime as dt
import threading

import pytest
from django.core.exceptions import ImproperlyConfigured

from incubator import calendars

SANTIAGO = calendars.ZONE


@pytest.fixture(autouse=True)
def _clock(settings):
    settings.MINGA_TODAY = None
    calendars.set_clock(None)
    yield
    calendars.set_clock(None)


def test_without_settings_it_shows_the_real_time_of_chile():
    assert abs(calendars.now() - dt.datetime.now(dt.UTC)) < dt.timedelta(seconds=5)
    assert calendars.now().tzinfo is SANTIAGO
    assert not calendars.is_set()


def test_a_date_in_the_settings_keeps_the_day_and_lets_the_hours_run(settings):
    settings.MINGA_TODAY = "2021-06-15"
    first = calendars.now()
    assert calendars.today() == dt.date(2021, 6, 15)
    assert calendars.now() >= first
    assert calendars.is_set()


def test_a_date_time_in_the_settings_stands_still(settings):
    settings.MINGA_TODAY = "2021-06-15T10:30"
    assert calendars.now() == calendars.now() == dt.datetime(2021, 6, 15, 10, 30, tzinfo=SANTIAGO)


def test_a_moment_with_zone_is_shown_in_chile(settings):
    settings.MINGA_TODAY = "2021-06-15T02:30:00+00:00"
    assert calendars.today() == dt.date(2021, 6, 14)


def test_an_impossible_value_is_refused_with_a_sentence(settings):
    settings.MINGA_TODAY = "mañana"
    with pytest.raises(ImproperlyConfigured, match="no es una fecha"):
        calendars.today()


def test_travel_nests_and_gives_the_clock_back(settings):
    settings.MINGA_TODAY = "2021-06-15"
    with calendars.travel(to=dt.date(2021, 3, 1)):
        with calendars.travel(to="2021-04-02T09:00"):
            assert calendars.now().hour == 9
        assert calendars.today() == dt.date(2021, 3, 1)
    assert calendars.today() == dt.date(2021, 6, 15)


def test_an_error_inside_the_journey_gives_the_clock_back_too():
    with pytest.raises(ZeroDivisionError), calendars.travel(to="2021-04-02"):
        _ = 1 / 0
    assert not calendars.is_set()


def test_every_thread_of_the_process_travels_together():
    seen = []
    with calendars.travel(to="2022-01-05"):
        thread = threading.Thread(target=lambda: seen.append(calendars.today()))
        thread.start()
        thread.join()
    assert seen == [dt.date(2022, 1, 5)]


def test_a_late_evening_in_chile_is_still_that_day():
    assert calendars.local_day(dt.datetime(2021, 7, 1, 2, 0, tzinfo=dt.UTC)) == dt.date(2021, 6, 30)
