"""A person's pages: her data, and apart, what is sensitive, read only for a purpose and always logged."""

from datetime import date

import pytest
from django.urls import reverse

from incubator.enums import Role
from incubator.models import ReadingLog
from incubator.people_forms import same_name
from incubator.services import sensitive
from tests import factories


@pytest.fixture
def person(place):
    return factories.person(place, "Rosa Elvira", surname_1="Huenchumán", run="12345678-5", phone="+56987654321")


def test_whoever_reads_names_sees_her_page(person, officer, enter):
    page = enter(officer).get(reverse("person_detail", args=[person.pk])).content.decode()
    assert "Rosa Elvira Huenchumán" in page
    assert "12.345.678-5" in page


def test_an_advisor_reads_only_the_groups_assigned_to_her(place, enter):
    mine, other = (factories.group_with(1, at=place, name=name) for name in ("Taller Los Boldos", "Panadería Newen"))
    person = mine.memberships.first().person
    factories.member(other, who=person)
    advisor = factories.user_with(Role.ADVISOR, at=factories.agreement(), groups=[mine])
    page = enter(advisor).get(reverse("person_detail", args=[person.pk])).content.decode()
    assert "Taller Los Boldos" in page
    assert "Panadería Newen" not in page


@pytest.mark.parametrize(
    "name", ["person_detail", "person_edit", "person_sensitive", "person_sensitive_save", "person_needs"]
)
def test_another_municipality_gets_404(name, person, enter):
    stranger = factories.user_with(Role.OFFICER_DISABILITY, at=factories.incubator("05502"))
    client = enter(stranger)
    assert client.get(reverse(name, args=[person.pk])).status_code == 404
    assert client.post(reverse(name, args=[person.pk]), {"purpose": "update"}).status_code == 404
    assert not ReadingLog.objects.exists()


def test_her_data_are_corrected_and_keep_their_source(person, officer, enter):
    said = {"given_names": "Rosa Elvira", "surname_1": "Huenchumán", "run": "12345678-5", "registered_sex": "F"}
    answer = enter(officer).post(reverse("person_edit", args=[person.pk]), said | {"email": "rosa@ejemplo.cl"})
    assert answer.status_code == 302
    person.refresh_from_db()
    assert person.email == "rosa@ejemplo.cl"
    assert person.provenance["email"]["source"] == "hand"


def test_a_run_of_somebody_else_is_refused_with_the_name(person, place, officer, enter):
    other = factories.person(place, "Jaime", surname_1="Olguín", run="11111111-1")
    said = {"given_names": "Rosa Elvira", "surname_1": "Huenchumán", "run": "11.111.111-1", "registered_sex": "F"}
    page = enter(officer).post(reverse("person_edit", args=[person.pk]), said).content.decode()
    assert other.name in page


def test_sensitive_facts_are_shown_only_after_a_purpose_and_the_reading_is_logged(person, officer, enter):
    sensitive.write(by=officer, person=person, on=date(2021, 6, 1), carer="yes")
    client = enter(officer)
    address = reverse("person_sensitive", args=[person.pk])
    assert "¿Para qué necesita ver estos datos?" in client.get(address).content.decode()
    assert not ReadingLog.objects.exists()
    page = client.post(address, {"purpose": "supports"})
    assert page.context["form"]["carer"].value() == "yes"
    reading = ReadingLog.objects.get()
    assert (reading.by, reading.purpose, reading.persons) == (officer, "supports", [person.pk])


def test_the_coordination_reads_and_does_not_write(person, coordinator, enter):
    client = enter(coordinator)
    page = client.post(reverse("person_sensitive", args=[person.pk]), {"purpose": "update"})
    assert page.context["form"] is None
    assert "No informa" in page.content.decode()
    assert client.post(reverse("person_sensitive_save", args=[person.pk]), {}).status_code == 403


def test_what_is_written_is_read_back(person, officer, enter):
    said = {"on": "2021-06-10", "disability": "yes", "carer": "no", "rnd_status": "valid", "certificate": "A-123"}
    client = enter(officer)
    assert client.post(reverse("person_sensitive_save", args=[person.pk]), said).status_code == 302
    facts = sensitive.read(officer, [person], "update")[person.pk]
    assert (facts.disability, facts.carer, facts.certificate) == ("yes", "no", "A-123")


def test_an_officer_of_development_has_no_door_to_sensitive_facts(person, place, enter):
    user = factories.user_with(Role.OFFICER_DEVELOPMENT, at=place)
    client = enter(user)
    assert "Ver datos sensibles" not in client.get(reverse("person_detail", args=[person.pk])).content.decode()
    assert client.get(reverse("person_sensitive", args=[person.pk])).status_code == 403


def test_supports_are_changed_from_a_day(person, officer, enter):
    client = enter(officer)
    said = {"on": "2021-06-10", "kinds": ["sign_language", "transport"]}
    assert client.post(reverse("person_needs", args=[person.pk]), said).status_code == 302
    page = client.get(reverse("person_needs", args=[person.pk])).content.decode()
    assert "Intérprete de Lengua de Señas Chilena" in page


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Elena Ñancupil", "elena nancupil soto", True),
        ("María José Pérez", "Maria Jose Peres", True),
        ("Elena Ñancupil", "Ramón Zúñiga", False),
        ("Elena", "Elena Soto Díaz", False),
    ],
)
def test_two_spellings_of_one_name_are_told_from_two_people(one, other, same):
    assert same_name(one, other) is same


def test_an_adviser_does_not_read_the_groups_she_is_not_assigned_to(person, enter):
    mine, other = factories.group_with(0, name="Grupo propio"), factories.group_with(0, name="Grupo ajeno")
    factories.member(mine, who=person)
    factories.member(other, who=person)
    adviser = factories.user_with(Role.ADVISOR, at=factories.agreement(), groups=[mine])
    page = enter(adviser).get(reverse("person_detail", args=[person.pk])).content.decode()
    assert "Grupo propio" in page
    assert "Grupo ajeno" not in page
