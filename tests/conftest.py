"""The suite runs as the application's role, on a clone of a template database (docs/adr/0001 and 0002)."""

import os
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest
from django.test import TransactionTestCase

from config import database
from incubator.calendars import working
from incubator.causes import badge
from tests.support import databases, strictness
from tests.support.browser import (  # noqa: F401
    axe,
    browser,
    fits,
    look_over,
    open_page,
    page,
    phone,
    picture,
    sign_in,
)
from tests.support.office import coordinator, enter, officer, place  # noqa: F401

# How long an example takes says how busy the machine is, and nothing of the house.
hypothesis.settings.register_profile("house", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow])
hypothesis.settings.load_profile("house")
# A test that needs another day sets it itself; nobody inherits one from the shell.
os.environ.pop("MINGA_TODAY", None)


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment, django_db_blocker) -> Iterator[None]:
    """Replaces pytest-django's: nothing is created, flushed or truncated by the application."""
    with django_db_blocker.unblock():
        database.ensure_running()
        clone = databases.Clone()
        clone.renew()
        clone.point_django_here()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", lambda test_case: clone.renew())
        yield
    with django_db_blocker.unblock():
        clone.drop()
    os.environ.pop("MINGA_TEST_DB", None)


@pytest.fixture(scope="session", autouse=True)
def _strictness(django_test_environment) -> None:
    """Undefined variables fail; what has no order comes in any order; no question is asked again for being slow."""
    from django.conf import settings
    from django.template import engines

    settings.MINGA_TODAY = None  # read from the shell before this file could forget it
    engines["django"].engine.string_if_invalid = strictness.RefuseUndefined("")
    strictness.shuffle_unordered_querysets()
    working._FRESH_SECONDS = float("inf")  # tests that change the calendar forget it; a busy machine asks no more


@pytest.fixture(autouse=True)
def _nothing_counted() -> None:
    """No test believes what another one counted of its own database."""
    badge.forget()


@pytest.fixture(scope="session", autouse=True)
def private_files(django_test_environment, tmp_path_factory) -> Path:
    """The private folder of this run; commands started by a test find it in the environment."""
    from django.conf import settings

    folder = tmp_path_factory.mktemp("files")
    settings.MINGA_FILES = folder
    settings.MEDIA_ROOT = tmp_path_factory.mktemp("media")
    os.environ["MINGA_FILES"] = str(folder)
    return folder
