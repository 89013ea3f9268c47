"""The pages of meetings without a case."""

import pytest
from django.urls import reverse

from incubator.enums import Role
from incubator.models import Draft, Meeting
from incubator.services import meetings
from tests.factories import agreement, case_in, incubator, user_with
from tests.factories.cases import coordinator_of, officer_of
from tests.meetings.test_meetings import advice

pytestmark = pytest.mark.django_db


def sent(by, **changes):
    data = {
        "entry": "abc",
        "kind": "team_advice",
        "topic": "Cómo llenar el catastro",
        "held_on": "2021-06-08",
        "starts_at": "10:00",
        "ends_at": "11:30",
        "modality": "remote",
        "place": "",
        "conducted_by": str(by.pk),
        "notes": "",
        "next_on": "",
        "commitments-TOTAL_FORMS": "1",
        "commitments-INITIAL_FORMS": "0",
        "commitments-0-what": "Enviar la planilla",
        "commitments-0-who": "Andrea",
        "commitments-0-due_on": "2021-06-20",
    }
    return data | changes


def test_an_open_meeting_is_logged_corrected_and_voided_through_its_pages(client):
    by = officer_of(incubator())
    client.force_login(by)
    text = client.post(reverse("meeting_new"), sent(by, topic="")).content.decode()
    assert "Complete este dato." in text
    assert 'value="Enviar la planilla"' in text
    text = client.post(reverse("meeting_new"), sent(by), follow=True).content.decode()
    assert "Quedó registrada la reunión R-0001" in text
    assert "Enviar la planilla" in text
    meeting = Meeting.objects.get()
    assert meeting.topic in client.get(reverse("meeting_list")).content.decode()
    fix = reverse("meeting_correct", args=[meeting.pk])
    assert "Cómo llenar el catastro" in client.get(fix).content.decode()
    data = sent(by, place="Municipalidad", seen="0", **{"why-reason": "Faltaba el lugar."})
    text = client.post(fix, data, follow=True).content.decode()
    assert "Lugar, antes:" in text
    text = client.post(reverse("meeting_void", args=[meeting.pk]), {"reason": "No se hizo."}, follow=True)
    assert "Anulada el 15-06-2021" in text.content.decode()


def test_its_draft_comes_back(client):
    by = officer_of(incubator())
    client.force_login(by)
    text = client.post(reverse("meeting_new"), sent(by, held_on="ayer", draft="1"), follow=True).content.decode()
    assert 'value="ayer"' in text
    assert f"borrador={Draft.objects.get().pk}" in client.get(reverse("my_day")).content.decode()


def test_whoever_works_in_several_incubators_says_in_which(client):
    incubator()
    incubator("05101")
    by = user_with(Role.UNIVERSITY_COORDINATOR, at=agreement())
    client.force_login(by)
    assert "¿Qué incubadora recibió la reunión?" in client.get(reverse("meeting_new")).content.decode()
    client.post(f"{reverse('meeting_new')}?incubadora={incubator('05101').pk}", sent(by))
    assert Meeting.objects.get().incubator == incubator("05101")


def test_another_incubator_does_not_reach_it(client):
    place = incubator()
    meeting = advice(officer_of(place), place)
    client.force_login(officer_of(incubator("05101")))
    for name in ("meeting_detail", "meeting_correct", "meeting_void"):
        assert client.get(reverse(name, args=[meeting.pk])).status_code == 404
    assert meeting.topic not in client.get(reverse("meeting_list")).content.decode()


def test_a_session_is_not_reached_as_an_open_meeting_and_the_list_of_hours_leads_to_each_page(client):
    from tests.sessions.stories import logged

    session = logged(case_in(members=2))
    coordinator = coordinator_of(session.meeting.incubator)
    client.force_login(coordinator)
    assert client.get(reverse("meeting_detail", args=[session.pk])).status_code == 404
    page = reverse("meeting_page", args=[session.pk])
    assert page in client.get(reverse("hours_to_validate")).content.decode()
    assert client.get(page).url == reverse("session_detail", args=[session.pk])
    client.force_login(officer_of(incubator("05101")))
    assert client.get(page).status_code == 404


def test_the_list_costs_the_same_whatever_its_rows(client, django_assert_max_num_queries):
    place = incubator()
    by = officer_of(place)
    for minute in range(12):
        advice(by, place, topic=f"Tema {minute}")
    client.force_login(by)
    client.get(reverse("meeting_list"))
    with django_assert_max_num_queries(12):
        client.get(reverse("meeting_list"))
    with django_assert_max_num_queries(20):
        client.get(reverse("meeting_detail", args=[Meeting.objects.first().pk]))
    assert meetings.open_to(by).count() == 12
