"""A day of work of an incubator, for the pages of groups."""

from datetime import date

import pytest

from incubator import calendars

TODAY = date(2021, 6, 15)


@pytest.fixture(autouse=True)
def _today():
    with calendars.travel(TODAY):
        yield
