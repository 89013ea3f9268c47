"""A group comes back: a new case linked to the former one, its people offered and never moved."""

from datetime import timedelta

import pytest
from django.urls import reverse

from cases import lineage as reading
from cases import stays
from cases.enums import CloseReason, Stage, Verb
from cases.models import Case
from cases.services import advancement, groups
from incubator.enums import LeaveReason
from incubator.requirements import Refused
from incubator.services import organizations
from tests.factories import case_in, group_with, member
from tests.factories.people import officer_of
from tests.lineage import scene
from tests.lineage.scene import DAY, TODAY

pytestmark = pytest.mark.django_db


def _back():
    case = case_in(Stage.TRAINING, name="Manos del Valle")
    by = scene.boss()
    gone = case.organization.members_on(DAY).last()
    organizations.leave(by=by, membership=gone, until=DAY, reason=LeaveReason.JOB)
    advancement.advance(by=by, case=case, verb=Verb.CLOSE, on=DAY, data={"close_reason": CloseReason.WITHDREW})
    case = scene.fresh(case)
    return case, gone, groups.take_in_again(by=by, case=case, on=TODAY, case_source="office")


def test_a_new_case_remembers_the_former_one_which_stays_as_it_was():
    former, _, again = _back()
    assert (again.previous, again.stage) == (former, Stage.CENSUS)
    assert scene.fresh(former).stage == Stage.CLOSED
    assert reading.groups_and_stays(Case.objects.filter(organization=former.organization)) == (1, 2)


def test_who_left_is_offered_with_where_she_is_now_and_nobody_else():
    _, gone, again = _back()
    elsewhere = group_with(name="Cocina Ñuke")
    member(of=elsewhere, who=gone.person)
    (row,) = stays.former_members(again.organization, TODAY)
    assert row.person == gone.person
    assert row.now_in == ["Cocina Ñuke"]


def test_she_is_added_with_a_new_membership_and_leaves_no_other_group():
    _, gone, again = _back()
    other = member(of=group_with(name="Cocina Ñuke"), who=gone.person)
    groups.welcome_back(by=scene.boss(), case=again, people=[gone.person], since=TODAY)
    rows = again.organization.memberships.filter(person=gone.person).order_by("since")
    assert [(row.until is None) for row in rows] == [False, True]
    other.refresh_from_db()
    assert other.until is None
    with pytest.raises(Refused, match="no estuvo antes"):
        groups.welcome_back(by=scene.boss(), case=again, people=[gone.person], since=TODAY)
    with pytest.raises(Refused, match="La fecha va"):
        groups.welcome_back(by=scene.boss(), case=again, people=[], since=DAY - timedelta(days=1))


def test_the_screens_say_what_will_happen_and_offer_them(client):
    case = case_in(Stage.TRAINING, name="Manos del Valle")
    by = scene.boss()
    gone = case.organization.members_on(DAY).last()
    organizations.leave(by=by, membership=gone, until=DAY, reason=LeaveReason.JOB)
    advancement.advance(by=by, case=case, verb=Verb.CLOSE, on=DAY, data={"close_reason": CloseReason.WITHDREW})
    client.force_login(officer_of(scene.place()))
    page = client.get(reverse("case_reenter", args=[case.organization_id])).content.decode()
    assert "1 persona estuvo antes" in page
    assert "un solo grupo con dos estadías" in page
    sent = client.post(
        reverse("case_reenter", args=[case.organization_id]), {"on": "2021-06-20", "case_source": "office"}
    )
    offered = reverse("former_members", args=[case.organization_id])
    assert sent.url == offered
    assert gone.person.name in client.get(offered).content.decode()
    client.post(offered, {"people": [str(gone.pk)], "since": "2021-06-20"})
    assert gone.person_id in scene.names_on(case, TODAY)
