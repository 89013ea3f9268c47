"""The badge of the menu: counted again when something was written, on another day, or for somebody else."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cases.enums import Stage
from incubator import causes, journal
from incubator.causes import badge
from tests import factories
from tests.factories.cases import session_of

pytestmark = pytest.mark.django_db
DAY = date(2021, 6, 15)


def asked(user, on=DAY):
    """(count, queries) of the badge."""
    with CaptureQueriesContext(connection) as captured:
        count = causes.urgent(user, on)
    return count, len(captured)


def test_it_is_counted_once_while_nothing_is_written(officer):
    session_of(factories.case_in(Stage.TRAINING), officer, date(2021, 6, 8))
    first, cost = asked(officer)
    assert cost > 1
    assert asked(officer) == (first, 1)


def test_whatever_is_written_counts_it_again(officer):
    asked(officer)
    journal.record(officer, "post_opened", DAY)
    assert asked(officer)[1] > 1


def test_another_day_and_another_person_are_counted_apart(officer, coordinator):
    asked(officer)
    assert asked(coordinator)[1] > 1
    assert asked(officer, date(2021, 6, 16))[1] > 1


def test_time_alone_counts_it_again(officer, monkeypatch):
    asked(officer)
    monkeypatch.setattr(badge, "FRESH_SECONDS", -1)
    assert asked(officer)[1] > 1
