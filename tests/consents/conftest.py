"""A group of Quillota on Tuesday 15 June 2021, advised by an institution that a test may call private."""

from datetime import date

import pytest

from incubator import calendars
from incubator.enums import Role
from incubator.purposes import AdviserNature, Purpose
from incubator.services import consents
from tests import factories
from tests.factories.people import coordinator_of, officer_of

TODAY = date(2021, 6, 15)


@pytest.fixture(autouse=True)
def _mid_june():
    with calendars.travel("2021-06-15T10:00"):
        yield


@pytest.fixture
def today():
    return TODAY


@pytest.fixture
def case():
    return factories.case_in(members=3)


@pytest.fixture
def officer(case):
    return officer_of(case.incubator)


@pytest.fixture
def coordinator(case):
    return coordinator_of(case.incubator)


@pytest.fixture
def people(case):
    """The members, in the order they were written down."""
    return [row.person for row in case.organization.memberships.select_related("person").order_by("pk")]


@pytest.fixture
def advisor(case):
    return factories.user_with(Role.ADVISOR, at=factories.agreement(), groups=[case.organization])


@pytest.fixture
def private(case, coordinator):
    """`private()`: from today on the adviser institution is private for the incubator."""

    def declared(since=TODAY):
        adviser = factories.agreement().adviser
        return consents.record_standing(
            by=coordinator,
            incubator=case.incubator,
            organization=adviser,
            nature=AdviserNature.PRIVATE,
            since=since,
        )

    return declared


@pytest.fixture
def contract(case, coordinator):
    """`contract(until)`: a processor contract of the adviser institution, in force since this morning."""

    def signed(until=date(2021, 12, 31), since=TODAY):
        return consents.record_contract(
            by=coordinator,
            incubator=case.incubator,
            organization=factories.agreement().adviser,
            since=since,
            until=until,
            evidence=factories.evidence(coordinator, case.incubator),
            act="Decreto 512",
            object="Asesoría técnica a los grupos",
            purpose="Acompañar a los grupos del programa",
            data="Nombre, RUN, contacto y asistencia",
            people="Integrantes de los grupos",
            at_end="Los devuelve y destruye sus copias",
        )

    return signed


@pytest.fixture
def authorises(officer):
    """`authorises(person)`: she lets the municipality share her data with the private adviser."""

    def said(person, purpose=Purpose.PRIVATE_ADVISER, on=TODAY):
        return consents.give(by=officer, person=person, purpose=purpose, on=on, channel="paper")

    return said
