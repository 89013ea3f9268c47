"""How far the pages of sessions reach: only one's own groups, and no sheet with the names of others."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from cases.models import Session
from cases.services import sessions
from incubator.access import forget_posts
from incubator.enums import Role
from incubator.models import Assignment, Evidence, Post
from tests.factories import agreement, case_in, incubator, user_with
from tests.factories.cases import coordinator_of, officer_of
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


@pytest.fixture
def workshop():
    """A workshop of two groups logged by the advisor of both, who then stayed with the first alone."""
    one, other = case_in(members=2), case_in(members=2)
    advisor = user_with(Role.ADVISOR, at=agreement(), groups=[one.organization, other.organization])
    session = logged(one, other, by=advisor)
    Assignment.objects.filter(organization=other.organization).update(until=session.meeting.held_on)
    forget_posts(advisor)
    return Session.objects.select_related("meeting__incubator").get(pk=session.pk), one, other, advisor


def test_whoever_lost_one_group_changes_no_minutes_of_it(workshop):
    session, one, other, advisor = workshop
    with pytest.raises(PermissionDenied):
        sessions.correct(by=advisor, session=session, reason="Fue menos.", minutes={other.pk: 5})
    sessions.correct(by=advisor, session=session, reason="Fue menos.", minutes={one.pk: 30})
    assert dict(session.parts.order_by().values_list("case_id", "minutes")) == {one.pk: 30, other.pk: 120}


def test_whoever_lost_one_group_voids_only_the_part_of_the_other(workshop, client):
    session, one, other, advisor = workshop
    with pytest.raises(PermissionDenied, match="anule solo la parte"):
        sessions.void(by=advisor, session=session, reason="No se hizo.")
    client.force_login(advisor)
    page = client.get(reverse("session_detail", args=[session.pk])).content.decode()
    assert "Anular esta sesión" not in page
    assert f"Anular solo la parte de {one.organization.name}" in page
    whole = reverse("session_void", args=[session.pk])
    assert client.post(whole, {"reason": "No se hizo."}).status_code == 404
    theirs, mine = (session.parts.get(case=case).pk for case in (other, one))
    assert client.post(f"{whole}?parte={theirs}", {"reason": "No se hizo."}).status_code == 404
    assert client.post(f"{whole}?parte={mine}", {"reason": "No se hizo."}).status_code == 302
    assert [part.case for part in session.parts.filter(voided_at__isnull=True)] == [other]


def test_the_coordinator_voids_it_for_every_group(workshop):
    session, *_ = workshop
    assert sessions.void(by=coordinator_of(session.meeting.incubator), session=session, reason="No se hizo.").voided_at


def test_whoever_moved_to_another_municipality_leaves_their_sessions_behind(client, officer, case):
    session = logged(case, by=officer)
    Post.objects.filter(user=officer).update(incubator=incubator("05101"))
    forget_posts(officer)
    for name in ("session_detail", "session_correct", "session_void", "meeting_page"):
        assert client.get(reverse(name, args=[session.pk])).status_code == 404, name
    with pytest.raises(PermissionDenied):
        sessions.void(by=officer, session=session, reason="No se hizo.")
