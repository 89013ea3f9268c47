"""Quillota's incubator with its team, and the client of somebody who is in: what most stories begin with."""

import pytest
from django.conf import settings

from tests import factories


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
        client.force_login(user, backend=settings.AUTHENTICATION_BACKENDS[0])
        return client

    return entered
