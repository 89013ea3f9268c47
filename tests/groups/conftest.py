"""A day of work of an incubator, for the pages of groups."""

from datetime import date

import pytest

from incubator import calendars
from tests import factories

TODAY = date(2021, 6, 15)


@pytest.fixture(autouse=True)
def _today():
    with calendars.travel(TODAY):
        yield


@pytest.fixture
def place(db):
    """Quillota's incubator."""
    return factories.incubator()


@pytest.fixture
def officer(place):
    """Its officer of the disability office."""
    return factories.people.officer_of(place)


@pytest.fixture
def coordinator(place):
    """Its coordinator."""
    return factories.people.coordinator_of(place)


@pytest.fixture
def enter(client):
    """enter(user): the client of somebody who is in."""

    def entered(user):
        from django.conf import settings

        client.force_login(user, backend=settings.AUTHENTICATION_BACKENDS[0])
        return client

    return entered
