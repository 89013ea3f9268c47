"""An incubator with its team, and the database as other roles see it."""

from contextlib import contextmanager
from datetime import date

import psycopg
import pytest
from django.db import connection

from config import database
from incubator import calendars

TODAY = date(2021, 6, 15)


@pytest.fixture(autouse=True)
def _today():
    with calendars.travel(TODAY):
        yield


@pytest.fixture(autouse=True)
def redactions(settings, tmp_path):
    """The file of redactions of this test alone."""
    settings.MINGA_REDACTIONS = tmp_path / "redactions.jsonl"
    return settings.MINGA_REDACTIONS


@contextmanager
def entering(role):
    """A plain connection to this test's database as another role; for tests that commit."""
    with psycopg.connect(**database.parameters(role, connection.settings_dict["NAME"])) as other:
        yield other


def sql(statement, *values):
    """Run a statement as the application; its rows, if it gives any."""
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.fetchall() if cursor.description else None
