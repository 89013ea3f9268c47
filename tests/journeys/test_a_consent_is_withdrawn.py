"""A member takes back her authorisation at the counter: that same minute the private adviser no longer knows her."""

from datetime import date

import pytest
from django.test import Client

from incubator import calendars
from incubator.enums import Role
from incubator.models import Attendance, Membership, Organization
from tests import factories
from tests.factories.people import coordinator_of, officer_of

pytestmark = pytest.mark.django_db
DAY = "2021-06-15"


@pytest.fixture(autouse=True)
def _mid_june():
    with calendars.travel(f"{DAY}T10:00"):
        yield


class Story:
    """Quillota, its group, and who works with it, each in a browser of her own."""

    def __init__(self):
        self.place = factories.incubator()
        self.group = factories.case_in(members=3, at=self.place).organization
        self.officer = self._enters(officer_of(self.place))
        self.coordinator = self._enters(coordinator_of(self.place))
        advisor = factories.user_with(Role.ADVISOR, at=factories.agreement(), groups=[self.group])
        self.advisor, self.advisor_id = self._enters(advisor), advisor.pk
        rows = Membership.objects.filter(organization=self.group).select_related("person").order_by("pk")
        self.members = [row.person for row in rows]

    def _enters(self, user):
        client = Client()
        client.force_login(user)
        return client

    def reads(self, client, address):
        return client.get(address).content.decode()


@pytest.fixture
def story():
    return Story()


def the_institution_is_private(story):
    adviser = factories.agreement().adviser
    address = f"/institucion-asesora/{story.place.pk}/{adviser.pk}/"
    answer = story.coordinator.post(address, {"nature": "private", "since": DAY}, follow=True)
    assert "Privada, sin contrato" in answer.content.decode()


def everybody_authorises(story):
    for person in story.members:
        story.officer.post(
            f"/personas/{person.pk}/autorizaciones/compartir-sus-datos-con-una-asesora-privada/",
            {"on": DAY, "channel": "read_aloud", "said": "signature"},
        )


def a_session_is_registered(story, hour):
    address = f"/grupos/{story.group.pk}/sesiones/nueva/"
    return story.advisor.post(
        address,
        {
            "entry": f"{hour:032d}",
            "held_on": DAY,
            "starts_at": f"{hour:02d}:00",
            "ends_at": f"{hour:02d}:30",
            "modality": "in_person",
            "conducted_by": story.advisor_id,
            "topic": "Costos",
            "commitments-TOTAL_FORMS": 0,
            "commitments-INITIAL_FORMS": 0,
            "supports-TOTAL_FORMS": 0,
            "supports-INITIAL_FORMS": 0,
        }
        | {f"mark_{person.pk}": "present" for person in story.members},
    )


def test_a_withdrawal_reaches_the_private_adviser_at_once(story):
    one, *others = story.members
    members, sessions = f"/grupos/{story.group.pk}/integrantes/", f"/grupos/{story.group.pk}/sesiones/nueva/"
    assert one.name in story.reads(story.advisor, members)

    the_institution_is_private(story)
    assert all(person.name not in story.reads(story.advisor, members) for person in story.members)

    everybody_authorises(story)
    assert all(person.name in story.reads(story.advisor, members) for person in story.members)
    done = a_session_is_registered(story, 8)
    assert done.status_code == 302

    story.officer.post(
        f"/personas/{one.pk}/autorizaciones/compartir-sus-datos-con-una-asesora-privada/retirar/",
        {"on": DAY, "channel": "phone"},
    )

    for address in (members, sessions, done.url):
        page = story.reads(story.advisor, address)
        assert one.name not in page
        assert "Integrante 1" in page
        assert all(person.name in page for person in others)
    assert story.advisor.get(f"/personas/{one.pk}/").status_code == 404
    assert one.name not in story.advisor.post("/buscar/", {"q": one.surname_1}).content.decode()
    assert one.name in story.reads(story.officer, members)

    assert a_session_is_registered(story, 9).status_code == 302
    assert Attendance.objects.filter(person=one, mark="present").count() == 2
    assert Organization.objects.get(pk=story.group.pk).members_on(date(2021, 6, 15)).count() == 3
