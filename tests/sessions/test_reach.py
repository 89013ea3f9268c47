"""How far the pages of sessions reach: only one's own groups, and no sheet with the names of others."""

import pytest
from django.urls import reverse

from cases.models import Session
from incubator.enums import Role
from incubator.models import Evidence
from tests.factories import agreement, case_in, incubator, user_with
from tests.factories.cases import officer_of
from tests.sessions.pages import filled, log_url, picture
from tests.sessions.stories import logged

pytestmark = pytest.mark.django_db


def test_an_advisor_sees_only_the_groups_within_reach_and_no_sheet_with_other_names(client, officer, case):
    other = case_in(members=2)
    client.post(log_url(case, other), filled(officer, case, other, photo=picture()), follow=True)
    session = Session.objects.get()
    file = session.meeting.evidence.get()
    client.force_login(user_with(Role.ADVISOR, at=agreement(), groups=[case.organization]))
    text = client.get(reverse("session_detail", args=[session.pk])).content.decode()
    assert case.organization.name in text
    assert other.organization.name not in text
    assert "Participaron otros grupos" in text
    assert client.get(reverse("session_file", args=[session.pk, file.pk])).status_code == 404
    assert client.get(reverse("session_correct", args=[session.pk])).status_code == 404
    assert client.get(reverse("session_void", args=[session.pk])).status_code == 404
    assert client.get(log_url(other)).status_code == 404
    assert client.get(log_url(case, other)).status_code == 404


def test_another_incubator_finds_nothing(client, officer, case):
    session = logged(case)
    client.force_login(officer_of(incubator("05101")))
    for name in ("session_detail", "session_correct", "session_void"):
        assert client.get(reverse(name, args=[session.pk])).status_code == 404
    for name in ("session_log", "group_sessions", "session_sheet", "contact_log", "group_training"):
        assert client.get(reverse(name, args=[case.organization_id])).status_code == 404
    assert "R-0001" not in client.get(reverse("session_list")).content.decode()


def test_a_file_is_served_only_through_its_own_session(client, officer, case):
    client.post(log_url(case), filled(officer, case, photo=picture()))
    other = logged(case_in())
    file = Evidence.objects.get()
    assert client.get(reverse("session_file", args=[other.pk, file.pk])).status_code == 404
