"""The world, built once for this folder inside a transaction that is never committed."""

import pytest
from django.db import transaction

from incubator import calendars
from tests.authorization import sweep
from tests.authorization.corners import TODAY
from tests.authorization.visits import Visitor
from tests.authorization.world import World


@pytest.fixture(autouse=True)
def _today():
    with calendars.travel(TODAY):
        yield


@pytest.fixture(scope="package")
def world(django_db_setup, django_db_blocker, private_files):
    """Two municipalities of one agreement and a third of another, with every role (world.py)."""
    with django_db_blocker.unblock(), calendars.travel(TODAY):
        around = transaction.atomic()
        around._from_testcase = True
        around.__enter__()
        sweep.forget()
        built = World()
    yield built
    with django_db_blocker.unblock():
        transaction.set_rollback(True)
        around.__exit__(None, None, None)


@pytest.fixture(scope="package")
def visitor(world):
    """Asks addresses as each user, and takes back whatever the asking wrote."""
    return Visitor(world)
