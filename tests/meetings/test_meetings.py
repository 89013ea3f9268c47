"""Meetings without a case, contacts and drafts."""

from datetime import date, time

import pytest
from django.core.exceptions import PermissionDenied

from incubator.enums import ContactChannel, MeetingKind, Role
from incubator.models import Contact, Draft, Meeting
from incubator.requirements import Refused
from incubator.services import meetings
from tests.factories import agreement, group_with, incubator, user_with
from tests.factories.cases import officer_of

pytestmark = pytest.mark.django_db
DAY = date(2021, 6, 8)


def advice(by, at, **more):
    details = {"kind": MeetingKind.TEAM_ADVICE, "topic": "Cómo llenar el catastro", "held_on": DAY}
    return meetings.log_open(by=by, incubator=at, starts_at=time(10), ends_at=time(11, 30), **(details | more))


def test_advice_to_the_team_is_a_meeting_without_a_case():
    place = incubator()
    meeting = advice(officer_of(place), place)
    assert (meeting.minutes, meeting.agreement, meeting.number) == (90, agreement(), 1)
    assert not hasattr(meeting, "session")


def test_an_advisor_hosts_open_meetings_where_assigned_groups_live_and_reads_them():
    group = group_with(3)
    advisor = user_with(Role.ADVISOR, at=agreement(), groups=[group])
    meeting = advice(advisor, group.incubator)
    assert list(meetings.open_to(advisor)) == [meeting]
    assert list(meetings.open_to(officer_of(group.incubator))) == [meeting]
    assert not meetings.open_to(user_with(Role.ADVISOR, at=agreement(), groups=[group_with(1)])).exists()
    assert not meetings.open_to(user_with()).exists()
    with pytest.raises(PermissionDenied):
        advice(advisor, incubator("05101"))


@pytest.mark.parametrize("kind", [MeetingKind.SESSION, MeetingKind.LESSON, MeetingKind.JOINT_WORKSHOP])
def test_kinds_with_groups_are_not_open_meetings(kind):
    place = incubator()
    with pytest.raises(Refused, match="asesoría al equipo, difusión o reunión de red"):
        advice(officer_of(place), place, kind=kind)


def test_an_open_meeting_is_corrected_and_voided_like_any_other():
    place = incubator()
    by = officer_of(place)
    meeting = advice(by, place)
    meetings.correct(by=by, meeting=meeting, reason="Faltaba el lugar.", place="Municipalidad")
    meetings.void(by=by, meeting=meeting, reason="No se hizo.")
    assert not Meeting.objects.valid().exists()


def test_a_contact_counts_as_contact_and_never_as_hours():
    group = group_with(1)
    by = officer_of(group.incubator)
    meetings.log_contact(by=by, organization=group, made_on=DAY, channel=ContactChannel.PHONE, reached=False)
    assert Contact.objects.visible_to(by).get().reached is False
    assert Meeting.objects.minutes() == 0
    with pytest.raises(Refused, match="posterior a hoy"):
        meetings.log_contact(
            by=by, organization=group, made_on=date(2021, 6, 16), channel=ContactChannel.PHONE, reached=True
        )
    with pytest.raises(PermissionDenied):
        meetings.log_contact(
            by=officer_of(incubator("05101")), organization=group, made_on=DAY, channel="phone", reached=True
        )


def test_a_draft_keeps_what_was_typed_even_when_it_makes_no_sense():
    place = incubator()
    by = officer_of(place)
    typed = {"held_on": ["ayer"], "topics": ["costs", "sales"], "csrfmiddlewaretoken": ["x"]}
    draft = meetings.save_draft(by=by, incubator=place, form="session", key="k1", fields=typed)
    again = meetings.save_draft(by=by, incubator=place, form="session", key="k1", fields=typed | {"topic": ["Pan"]})
    assert draft == again
    assert meetings.fields_of(again) == {"held_on": ["ayer"], "topics": ["costs", "sales"], "topic": ["Pan"]}
    assert list(meetings.drafts_of(by)) == [draft]


def test_supports_of_a_person_rest_encrypted_in_a_draft():
    place = incubator()
    by = officer_of(place)
    typed = {"topic": ["Pan"], "given-0-person": ["7"], "given-0-kind": ["sign_language"]}
    draft = meetings.save_draft(by=by, incubator=place, form="session", key="k1", fields=typed)
    assert "sign_language" not in str(Draft.objects.values_list("content", flat=True).get())
    assert meetings.fields_of(draft) == typed


def test_nobody_touches_anothers_draft():
    place = incubator()
    by, other = officer_of(place), user_with(Role.OFFICER_DEVELOPMENT, at=place)
    draft = meetings.save_draft(by=by, incubator=place, form="session", key="k1", fields={"topic": ["Pan"]})
    mine = meetings.save_draft(by=other, incubator=place, form="session", key="k1", fields={"topic": ["Sal"]})
    assert mine != draft
    meetings.discard_draft(by=other, draft=draft)
    assert Draft.objects.filter(pk=draft.pk).exists()
    meetings.discard_draft(by=by, key="k1")
    assert list(Draft.objects.all()) == [mine]
    with pytest.raises(PermissionDenied):
        meetings.save_draft(by=user_with(), incubator=place, form="session", key="k", fields={})
