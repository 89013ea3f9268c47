"""A post that ends on a Friday acts all Friday; on Saturday its groups, clocks and drafts are somebody else's."""

from datetime import date, datetime

import pytest
from django.conf import settings
from django.urls import reverse

from cases.enums import LegalEventKind, Stage
from cases.services import facts
from incubator import calendars, causes, responsibility
from incubator.access import forget_posts
from incubator.enums import Role
from incubator.models import Draft, Post
from incubator.services import accounts, assignments, tasks
from tests import factories
from tests.factories.cases import evidence
from tests.factories.people import FIRST, coordinator_of

THURSDAY, FRIDAY, SATURDAY = date(2021, 6, 17), date(2021, 6, 18), date(2021, 6, 19)

pytestmark = pytest.mark.django_db


def _mine(user, on):
    forget_posts(user)
    return {task.key for task in causes.Agenda(user, on).all()}


def test_a_post_that_ends_on_friday(client):
    place = factories.incubator()
    coordinator = coordinator_of(place)
    with calendars.travel(THURSDAY):
        case = factories.case_in(Stage.FORMALIZATION)
        leaving = factories.user_with(Role.OFFICER_DEVELOPMENT, at=place, name="Berta Saliente")
        post = Post.objects.get(user=leaving)
        assignments.assign(by=coordinator, organization=case.organization, post=post, since=FIRST)
        proof = evidence(leaving, place)
        facts.record_legal_act(by=leaving, case=case, on=date(2021, 4, 21), kind=LegalEventKind.DEED, evidence=proof)
        draft = Draft.objects.create(
            owner=leaving, incubator=place, organization=case.organization, form="session",
            content={"key": "k", "fields": {"group": [str(case.organization_id)]}, "sealed": ""},
        )  # fmt: skip
        accounts.end_post(by=coordinator, post=post, until=SATURDAY, on=THURSDAY)
    clock = f"clock:publication:{case.pk}"

    # At the last minute of Friday, in Chile, she still answers.
    with calendars.travel(datetime(2021, 6, 18, 23, 59, tzinfo=calendars.ZONE)):
        assert calendars.today() == FRIDAY
        assert clock in _mine(leaving, FRIDAY)
        assert clock not in _mine(coordinator, FRIDAY)
        assert responsibility.responsible(case.organization, FRIDAY) == leaving

    # On Saturday nobody moved anything, and everything is the coordination's.
    with calendars.travel(SATURDAY):
        assert clock in _mine(coordinator, SATURDAY)
        assert clock not in _mine(leaving, SATURDAY)
        assert responsibility.responsible(case.organization, SATURDAY) == coordinator
        assert f"draft:{draft.pk}" in _mine(coordinator, SATURDAY)
        client.force_login(coordinator, backend=settings.AUTHENTICATION_BACKENDS[0])
        page = client.get(reverse("draft_take_up", args=[draft.pk])).content.decode()
        assert "Berta Saliente" in page
        tasks.take_draft(by=coordinator, draft=draft, on=SATURDAY)
        draft.refresh_from_db()
        assert draft.owner == coordinator

    # A deputy named for that very post takes them before the coordination.
    with calendars.travel(SATURDAY):
        deputy = factories.user_with(Role.OFFICER_DEVELOPMENT, at=place, since=SATURDAY)
        Post.objects.filter(user=deputy).update(deputy_for=post)
        assert responsibility.responsible(case.organization, SATURDAY) == deputy
        assert clock in _mine(deputy, SATURDAY)
        assert clock not in _mine(coordinator, SATURDAY)
