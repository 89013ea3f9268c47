"""Who answers for a group's matter: in charge, standing in, the coordination, the university; never nobody."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cases.enums import Stage
from incubator import causes, responsibility
from incubator.access import Permission, allows, forget_posts
from incubator.enums import Role
from incubator.models import Assignment, Post
from tests import factories
from tests.tasks.conftest import TODAY, away, deputy_of, in_charge

FRIDAY = date(2021, 6, 18)


def _who(case, on=TODAY):
    return responsibility.responsible(case.organization, on)


def _team(case, officer, coordinator, university, facts):
    """The team of the table: who is away, who has a deputy, whose post ended today."""
    people = {"officer": officer, "coordinator": coordinator, "university": university}
    in_charge(case, officer)
    if "deputy" in facts:
        people["deputy"] = deputy_of(officer)
    for fact in facts:
        name, _, what = fact.partition(" ")
        if what == "away":
            away(people[name])
        if what == "ended":
            Post.objects.filter(user=people[name]).update(until=TODAY)
            Assignment.objects.filter(post__user=people[name]).update(until=TODAY)
        if what == "suspended":
            people[name].is_active = False
            people[name].save()
    return people


@pytest.mark.parametrize(
    ("facts", "answers"),
    [
        ((), "officer"),
        (("deputy",), "officer"),
        (("officer away",), "coordinator"),
        (("deputy", "officer away"), "deputy"),
        (("deputy", "officer away", "deputy away"), "coordinator"),
        (("officer ended",), "coordinator"),
        (("deputy", "officer ended"), "deputy"),
        (("officer suspended",), "coordinator"),
        (("officer away", "coordinator away"), "university"),
        (("officer ended", "coordinator suspended"), "university"),
        (("officer away", "coordinator away", "university away"), "coordinator"),
    ],
)
def test_somebody_active_answers_whatever_happens(facts, answers, case, officer, coordinator, university):
    people = _team(case, officer, coordinator, university, facts)
    found = _who(case)
    assert found == people[answers], facts
    assert found.is_active
    # The task of the group says the same, and stands in the list of that person alone.
    forget_posts(people[answers])
    mine = {task.key for task in causes.Agenda(people[answers], TODAY).all()}
    assert f"no_contact:{case.pk}" in mine
    others = [user for name, user in people.items() if name != answers and user.is_active]
    for user in others:
        forget_posts(user)
        assert f"no_contact:{case.pk}" not in {task.key for task in causes.Agenda(user, TODAY).all()}, user


def test_a_group_with_nobody_in_charge_is_of_the_coordination(case, officer, coordinator):
    assert _who(case) == coordinator


def test_somebody_named_answers_only_while_she_can_open_the_group(case, officer, coordinator):
    stranger = factories.user_with(Role.OFFICER_DEVELOPMENT, at=factories.incubator("05502"))
    colleague = factories.user_with(Role.OFFICER_DEVELOPMENT, at=case.incubator)
    in_charge(case, officer)
    assert responsibility.responsible(case.organization, TODAY, {colleague.pk}) == colleague
    assert responsibility.responsible(case.organization, TODAY, {stranger.pk}) == officer
    away(colleague)
    assert responsibility.responsible(case.organization, TODAY, {colleague.pk}) == officer


def test_the_deputy_of_an_adviser_opens_her_groups_also_once_her_post_ended(case, officer):
    adviser = factories.user_with(Role.ADVISOR, at=factories.agreement(), groups=[case.organization])
    deputy, stranger = deputy_of(adviser), factories.user_with(Role.ADVISOR, at=factories.agreement())
    assert allows(deputy, Permission.VIEW_GROUPS, case.organization)
    assert not allows(stranger, Permission.VIEW_GROUPS, case.organization)
    Post.objects.filter(user=adviser).update(until=TODAY)
    Assignment.objects.filter(post__user=adviser).update(until=TODAY)
    forget_posts(deputy)
    assert allows(deputy, Permission.VIEW_GROUPS, case.organization)
    assert _who(case) == deputy


def test_asking_for_many_groups_costs_the_same(case, officer):
    in_charge(case, officer)

    def cost(cases):
        with CaptureQueriesContext(connection) as captured:
            responsibility.responsible_for([one.organization for one in cases], TODAY)
        return len(captured)

    few = cost([case])
    assert cost([case, factories.case_in(Stage.CENSUS), factories.case_in(Stage.CENSUS)]) == few <= 4


def test_the_absence_counts_from_its_first_day_to_its_last(case, officer, coordinator):
    in_charge(case, officer)
    away(officer, since=FRIDAY, until=FRIDAY + timedelta(days=3))
    answers = [_who(case, FRIDAY + timedelta(days=day)) for day in (-1, 0, 2, 3)]
    assert answers == [officer, coordinator, coordinator, officer]
