"""The same day of work as the pages of groups, and a group defining its business."""

import pytest

from cases.enums import Stage
from tests import factories
from tests.groups.conftest import TODAY, _today  # noqa: F401

DAY = TODAY


@pytest.fixture
def case(place):
    """A group of five that defines its business."""
    return factories.case_in(Stage.BUSINESS, at=place)
