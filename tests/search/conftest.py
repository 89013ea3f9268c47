"""The same day of work as the pages of groups."""

from tests.groups.conftest import _today, coordinator, enter, officer, place  # noqa: F401
