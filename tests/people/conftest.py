"""The same day of work as the pages of groups."""

from tests.groups.conftest import _today  # noqa: F401
