"""The clock of these tests."""

import pytest

from incubator import calendars
from tests.lineage.scene import TODAY


@pytest.fixture(autouse=True)
def _the_day():
    with calendars.travel(TODAY):
        yield
