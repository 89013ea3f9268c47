from datetime import date

import pytest

from incubator import calendars


@pytest.fixture(autouse=True)
def _mid_june():
    """Every story here is told on Tuesday 15 June 2021."""
    with calendars.travel("2021-06-15T18:00"):
        yield


@pytest.fixture
def today():
    return date(2021, 6, 15)
