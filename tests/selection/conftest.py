"""A day of June, for the stories of a selection."""

import pytest

from incubator import calendars
from tests.factories.people import coordinator_of
from tests.selection.stories import TODAY


@pytest.fixture(autouse=True)
def _today():
    with calendars.travel(TODAY):
        yield


@pytest.fixture
def boss(place):
    """Its coordinator."""
    return coordinator_of(place)
