"""A day of June, for the stories of a selection."""

import pytest

from incubator import calendars
from tests import factories
from tests.factories.people import coordinator_of, officer_of
from tests.selection.stories import TODAY


@pytest.fixture(autouse=True)
def _today():
    with calendars.travel(TODAY):
        yield


@pytest.fixture
def place(db):
    """Quillota's incubator."""
    return factories.incubator()


@pytest.fixture
def boss(place):
    """Its coordinator."""
    return coordinator_of(place)


@pytest.fixture
def officer(place):
    """Its officer of the disability office."""
    return officer_of(place)


@pytest.fixture
def enter(client):
    """enter(user): the client of somebody who is in."""

    def entered(user):
        from django.conf import settings

        client.force_login(user, backend=settings.AUTHENTICATION_BACKENDS[0])
        return client

    return entered
