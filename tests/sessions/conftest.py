from datetime import date

import pytest

from incubator import calendars
from tests.factories import case_in
from tests.factories.cases import officer_of


@pytest.fixture(autouse=True)
def _mid_june():
    """Every story here is told on Tuesday 15 June 2021."""
    with calendars.travel("2021-06-15T18:00"):
        yield


@pytest.fixture
def today():
    return date(2021, 6, 15)


@pytest.fixture
def case():
    return case_in(members=3)


@pytest.fixture
def officer(case, client):
    by = officer_of(case.incubator)
    client.force_login(by)
    return by
