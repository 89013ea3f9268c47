"""A group of Quillota in training, on Tuesday 15 June 2021, with members who ask for supports."""

from datetime import date, time

import pytest

from cases.enums import Stage
from incubator import calendars
from incubator.services import planning, sensitive
from tests import factories
from tests.factories.people import officer_of

TODAY = date(2021, 6, 15)
THURSDAY = date(2021, 6, 17)


@pytest.fixture(autouse=True)
def _mid_june():
    with calendars.travel("2021-06-15T10:00"):
        yield


@pytest.fixture
def case():
    return factories.case_in(Stage.TRAINING, members=5)


@pytest.fixture
def officer(case, client):
    by = officer_of(case.incubator)
    client.force_login(by)
    return by


@pytest.fixture
def asked(case, officer):
    """Two members ask for an interpreter and one for transport."""
    people = [row.person for row in case.organization.memberships.select_related("person").order_by("pk")]
    wants = ({"sign_language": ""}, {"sign_language": "", "transport": "silla de ruedas"})
    for person, needs in zip(people, wants, strict=False):
        sensitive.set_needs(by=officer, person=person, on=date(2021, 6, 1), needs=needs)
    return people


@pytest.fixture
def plan(case, officer):
    """`plan(**said)`: a meeting on Thursday at ten."""

    def planned(**said):
        said = {"planned_on": THURSDAY, "starts_at": time(10), "ends_at": time(12), "topic": "Costos y precios"} | said
        return planning.plan(**{"by": officer, "organizations": [case.organization]} | said)

    return planned
