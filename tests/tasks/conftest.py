"""The same day of work as the pages of groups, and a group with an officer in charge."""

from datetime import date

import pytest

from cases.enums import Stage
from incubator.enums import Role
from incubator.models import Absence, Assignment, Post
from tests import factories
from tests.factories.people import FIRST
from tests.groups.conftest import _today  # noqa: F401

TODAY = date(2021, 6, 15)


@pytest.fixture
def case(place, coordinator):
    """A group in training that nobody spoke with for long."""
    return factories.case_in(Stage.TRAINING)


@pytest.fixture
def university(case):
    """The coordination of the university."""
    return factories.user_with(Role.UNIVERSITY_COORDINATOR, at=factories.agreement(), name="Ursula Universidad")


def in_charge(case, user):
    """Put the only post of a user in charge of the group of a case."""
    post = Post.objects.get(user=user)
    return Assignment.objects.create(post=post, organization=case.organization, since=FIRST)


def deputy_of(user, **dates):
    """Somebody who stands in for the only post of a user."""
    post = Post.objects.get(user=user)
    deputy = factories.user_with(post.role, at=post.incubator or post.agreement, **dates)
    Post.objects.filter(user=deputy).update(deputy_for=post)
    return deputy


def away(user, since=TODAY, until=date(2021, 6, 30)):
    """That person does not answer those days."""
    return Absence.objects.create(user=user, since=since, until=until, reason="holiday", recorded_by=user)
