"""What the journeys begin with: Quillota in May 2021, and people who enter by the form as anybody does."""

from datetime import date, datetime, time

import pytest

from incubator import calendars
from incubator.enums import Role
from tests import factories
from tests.factories.people import coordinator_of


@pytest.fixture
def at():
    """`at(day)`: from now on it is nine in the morning of that day, also for the server of the browser."""
    with calendars.travel(date(2021, 5, 24)):
        yield lambda day: calendars.set_clock(datetime.combine(day, time(9)))


@pytest.fixture
def quillota(at):
    """The incubator of Quillota, reported from May on."""
    place = factories.incubator()
    factories.agreement().participations.filter(incubator=place).update(since=date(2021, 5, 1))
    place.officer = factories.user_with(Role.OFFICER_DISABILITY, at=place, name="Andrea Rojas Huenchumán")
    place.coordinator = coordinator_of(place)
    return place


@pytest.fixture
def enter(open_page):
    """`enter(user, javascript=True)`: a browser of that person's own, past the form of entry."""

    def entered(user, *, width=1280, javascript=True):
        page = open_page(width, javascript=javascript)
        page.goto("/cuenta/login/")
        page.locator("#id_login").fill(user.email)
        page.locator("#id_password").fill("una clave larga")
        page.get_by_role("button", name="Ingresar").click()
        page.wait_for_url("**/mi-dia/")
        return page

    return entered
