"""The journal and the changes on screen: who did what, and each value only to whoever may read it."""

from datetime import timedelta

import pghistory
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from incubator import calendars
from incubator.enums import Role
from incubator.models import Membership, Organization, Person
from incubator.services import people
from tests import factories
from tests.history.conftest import TODAY
from tests.lineage import scene

pytestmark = pytest.mark.django_db


@pytest.fixture
def group(place):
    return factories.case_in(at=place, members=3).organization


def member_of(group):
    return Person.objects.get(pk=Membership.objects.filter(organization=group).first().person_id)


def test_the_journal_tells_when_it_happened_and_when_it_was_recorded(officer, group, enter):
    factories.member(group, by=officer, since=TODAY - timedelta(days=9))
    page = enter(officer).get(reverse("group_journal", args=[group.pk])).content.decode()
    assert "Anotó el ingreso de un integrante" in page
    assert "06-06-2021" in page
    assert "15-06-2021" in page
    assert "otro día" in page


def test_the_journal_narrows_by_kind_and_by_person(officer, coordinator, place, group, enter):
    people.update(by=coordinator, person=member_of(group), on=TODAY, phone="+56911111111")
    browser = enter(coordinator)
    everything = browser.get(reverse("journal")).content.decode()
    assert "Corrigió los datos de una persona" in everything
    only_reports = browser.get(reverse("journal"), {"tipo": "informes"}).content.decode()
    assert "Corrigió los datos de una persona</th>" not in only_reports
    mine = browser.get(reverse("journal"), {"persona": str(coordinator.pk), "tipo": "personas"}).content.decode()
    assert "Corrigió los datos de una persona</th>" in mine
    for wrong in ("abc", "-1", "99999999999999999999", "²"):
        assert browser.get(reverse("journal"), {"persona": wrong, "tipo": wrong}).status_code == 200


def test_the_whole_journal_is_of_those_who_may_read_it(officer, coordinator, place, enter):
    auditor = factories.user_with(Role.AUDITOR, at=factories.agreement())
    assert enter(coordinator).get(reverse("journal")).status_code == 200
    assert enter(auditor).get(reverse("journal")).status_code == 200
    assert enter(officer).get(reverse("journal")).status_code == 403


def test_changes_show_the_former_value_the_new_one_and_who(officer, group, enter):
    with pghistory.context(user=officer.pk):
        Organization.objects.filter(pk=group.pk).update(sector="La Palma")
        Organization.objects.filter(pk=group.pk).update(sector="El Bajío")
        Person.objects.filter(pk=member_of(group).pk).update(phone="+56911111111")
    page = enter(officer).get(reverse("group_changes", args=[group.pk])).content.decode()
    assert "La Palma" in page
    assert "El Bajío" in page
    assert "+56911111111" in page
    assert officer.full_name in page


def test_a_value_shows_only_to_whoever_may_read_its_tier(place, group, enter):
    Person.objects.filter(pk=member_of(group).pk).update(phone="+56911111111")
    Organization.objects.filter(pk=group.pk).update(rut="65111111-1", sector="La Palma", phone="+56955555555")
    certifying = factories.user_with(Role.CERTIFYING_OFFICER, at=place)
    page = enter(certifying).get(reverse("group_changes", args=[group.pk])).content.decode()
    assert "65111111-1" in page
    assert "La Palma" in page
    assert "+56911111111" not in page
    assert "+56955555555" not in page
    coordinates = factories.user_with(Role.UNIVERSITY_COORDINATOR, at=factories.agreement())
    page = enter(coordinates).get(reverse("group_changes", args=[group.pk])).content.decode()
    assert "+56911111111" in page
    assert "65111111-1" not in page


def test_another_group_is_not_told(officer, place, group, enter):
    other = factories.case_in(at=factories.incubator("13101"), members=1).organization
    Organization.objects.filter(pk=other.pk).update(sector="Lejos")
    browser = enter(officer)
    assert browser.get(reverse("group_changes", args=[other.pk])).status_code == 404
    assert "Lejos" not in browser.get(reverse("group_changes", args=[group.pk])).content.decode()


def test_changes_are_read_through_the_group_that_joined_and_the_record_read_as_the_same(coordinator, place, enter):
    with calendars.travel(scene.TODAY):
        survivor, absorbed = scene.two_groups()
        who = member_of(survivor.organization)
        twin = factories.person(place, "Rosa Repetida", phone="+56922222222")
        Organization.objects.filter(pk=absorbed.organization_id).update(sector="La Palma")
        Person.objects.filter(pk=twin.pk).update(phone="+56933333333", same_as=who)
        address = reverse("group_changes", args=[survivor.organization_id])
        assert "La Palma" not in enter(coordinator).get(address).content.decode()
        scene.merged(survivor, absorbed)
        page = enter(coordinator).get(address).content.decode()
        assert "La Palma" in page
        assert "de Telares del Sol" in page
        assert "+56933333333" in page
        alone = factories.user_with(Role.ADVISOR, at=factories.agreement(), groups=[survivor.organization])
        page = enter(alone).get(address).content.decode()
        assert "+56933333333" in page
        assert "La Palma" not in page


def test_a_run_that_was_corrected_is_not_written_in_the_list(officer, group, enter):
    Person.objects.filter(pk=member_of(group).pk).update(run="12345678-5")
    page = enter(officer).get(reverse("group_changes", args=[group.pk])).content.decode()
    assert "RUN" in page
    assert "12345678" not in page


def _queries(browser, url):
    with CaptureQueriesContext(connection) as seen:
        assert browser.get(url).status_code == 200
    return len(seen)


@pytest.mark.parametrize("name", ["group_journal", "group_changes"])
def test_queries_do_not_grow_with_rows(officer, group, enter, name):
    browser, url = enter(officer), reverse(name, args=[group.pk])
    ids = list(Membership.objects.filter(organization=group).values_list("person_id", flat=True))
    for person in Person.objects.filter(pk__in=ids):
        people.update(by=officer, person=person, on=TODAY, phone="+56900000000")
    few = _queries(browser, url)
    for turn in range(8):
        for person in Person.objects.filter(pk__in=ids):
            people.update(by=officer, person=person, on=TODAY, phone=f"+5691111111{turn}")
    assert _queries(browser, url) <= few
