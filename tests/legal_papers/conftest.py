"""A group of six in formalization, its officer, and two legal advisers of its agreement."""

import pytest

from incubator.enums import Role
from tests.factories.people import agreement, officer_of, user_with
from tests.legal.scene import six, today
from tests.legal_papers.scene import ON


@pytest.fixture
def case(db):
    """The case of a group of six, in formalization."""
    return six()


@pytest.fixture
def officer(case):
    """Who records its facts."""
    return officer_of(case.incubator)


@pytest.fixture
def adviser(case):
    """A legal adviser of the agreement, in charge of the group."""
    return user_with(Role.LEGAL_ADVISER, at=agreement(), groups=[case.organization], name="Abogada Una")


@pytest.fixture
def second(case):
    """Another one."""
    return user_with(Role.LEGAL_ADVISER, at=agreement(), groups=[case.organization], name="Abogado Dos")


@pytest.fixture
def that_day():
    """As if it were the day of these stories."""
    with today(ON):
        yield
