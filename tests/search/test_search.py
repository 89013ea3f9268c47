"""The search: by part of a name without accents or by exact RUN; only what this user may see, never in an address."""

from datetime import date

import pytest
from django.urls import reverse

from incubator.enums import Role
from tests import factories


@pytest.fixture
def rosa(place):
    case = factories.case_in(group=factories.group_with(0, name="Cocina Ñuke Mapu"))
    person = factories.person(place, "Rosa Elvira", surname_1="Huenchumán", surname_2="Ñanco", run="12345678-5")
    factories.member(case.organization, who=person)
    return person


def _found(client, text):
    results = client.post(reverse("search"), {"q": text}).context["results"]
    return {result["label"]: (result["count"], [hit.label for hit in result["hits"]]) for result in results}


@pytest.mark.parametrize("text", ["huenchuman", "HUENCHUMÁN rosa", "nanco", "elvira hue"])
def test_a_person_is_found_by_any_words_of_her_name(text, rosa, officer, enter):
    assert _found(enter(officer), text) == {"Personas": (1, [rosa.name])}


@pytest.mark.parametrize("text", ["12.345.678-5", "12345678-5", "123456785", " 12345678 - 5 "])
def test_a_person_is_found_by_her_run_in_any_form(text, rosa, officer, enter):
    assert _found(enter(officer), text) == {"Personas": (1, [rosa.name])}


@pytest.mark.parametrize("text", ["1234567", "12345678", "345678-5"])
def test_part_of_a_run_finds_nobody(text, rosa, officer, enter):
    assert "Personas" not in _found(enter(officer), text)


def test_a_group_is_found_without_its_accents_and_by_its_number(rosa, officer, enter):
    group = rosa.memberships.get().organization
    client = enter(officer)
    assert _found(client, "nuke") == {"Grupos": (1, [group.name])}
    assert _found(client, group.cases.get().code) == {"Grupos": (1, [group.name])}


def test_another_municipality_finds_and_counts_nothing(rosa, enter):
    stranger = factories.user_with(Role.COORDINATOR, at=factories.incubator("05502"))
    client = enter(stranger)
    assert _found(client, "huenchuman") == {}
    assert _found(client, "12345678-5") == {}
    assert _found(client, "nuke") == {}


def test_whoever_does_not_read_names_finds_groups_alone(rosa, place, enter):
    certifier = factories.user_with(Role.CERTIFYING_OFFICER, at=place)
    client = enter(certifier)
    assert _found(client, "huenchuman") == {}
    assert "Grupos" in _found(client, "nuke")


def test_an_adviser_finds_the_people_of_her_groups(rosa, place, enter):
    group = rosa.memberships.get().organization
    other = factories.person(place, "Rosa", surname_1="Huenchumán")
    adviser = factories.user_with(Role.ADVISOR, at=factories.agreement(), groups=[group])
    assert _found(enter(adviser), "huenchuman") == {"Personas": (1, [rosa.name])}
    assert other.name != rosa.name


def test_the_words_never_reach_an_address(rosa, officer, enter):
    answer = enter(officer).get(reverse("search"), {"q": "huenchuman"})
    assert answer.context["results"] == []
    assert "huenchuman" not in answer.content.decode()


def test_a_run_with_a_wrong_digit_is_said(rosa, officer, enter):
    page = enter(officer).post(reverse("search"), {"q": "12.345.678-9"}).content.decode()
    assert "Ese RUN no existe" in page


def test_nothing_found_says_what_to_try(rosa, officer, enter):
    assert "No encontramos nada" in enter(officer).post(reverse("search"), {"q": "zzzz"}).content.decode()


def test_searching_costs_the_same_with_many_people(rosa, place, officer, enter, django_assert_max_num_queries):
    for _ in range(60):
        factories.person(place, "Rosa")
    client = enter(officer)
    client.post(reverse("search"), {"q": "rosa"})
    with django_assert_max_num_queries(12):
        page = client.post(reverse("search"), {"q": "rosa"})
    assert page.context["results"][0]["count"] == 61
    assert len(page.content) <= 80_000


def test_somebody_who_left_is_still_found_by_whoever_answers_for_her(rosa, officer, enter):
    from incubator.services import organizations

    organizations.leave(by=officer, membership=rosa.memberships.get(), until=date(2021, 6, 2), reason="job")
    assert "Personas" in _found(enter(officer), "huenchuman")


def test_an_empty_search_asks_nothing_of_anybody(officer, enter):
    page = enter(officer).post(reverse("search"), {"q": "   "}).content.decode()
    assert "No encontramos nada" not in page
    assert "Nombre o RUN" in page


def test_the_box_is_shown_to_whom_the_search_opens(place, officer, enter):
    delegate = factories.user_with(Role.DATA_DELEGATE, at=place)
    box = f'action="{reverse("search")}"'
    assert box in enter(officer).get(reverse("my_day")).content.decode()
    assert enter(delegate).get(reverse("search")).status_code == 403
    assert box not in enter(delegate).get(reverse("my_day")).content.decode()
