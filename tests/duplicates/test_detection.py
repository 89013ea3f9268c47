"""Posibles personas repetidas: within the municipality alone, remembered when they are two people."""

from datetime import date

import pytest
from django.urls import reverse

from incubator.enums import Role
from incubator.models import Person, PersonDistinction
from incubator.services import people, same_person
from tests import factories

TODAY = date(2021, 6, 15)
BORN = date(1980, 5, 1)


def _pairs(place):
    return [{pair.first.pk, pair.second.pk} for pair in same_person.pairs([place.pk])]


def _alike(place, **more):
    one = factories.person(place, "María", surname_1="Quilodrán", birth_date=BORN, **more)
    return one, factories.person(place, "Maria", surname_1="Quilodran", birth_date=BORN)


def test_the_same_name_and_birth_date_are_a_pair(place):
    one, two = _alike(place)
    assert _pairs(place) == [{one.pk, two.pk}]


def test_the_names_in_another_order_are_a_pair(place):
    one = factories.person(place, "María Elena", surname_1="Quilodrán", surname_2="Huenchul")
    two = factories.person(place, "Huenchul", surname_1="Quilodran", surname_2="Maria Elena")
    assert _pairs(place) == [{one.pk, two.pk}]


def test_a_run_written_as_another_document_is_a_pair(place):
    one = factories.person(place, "María", surname_1="Quilodrán", run="12345678-5")
    two = factories.person(place, "Nena", surname_1="Soto", other_document="12.345.678-5")
    assert _pairs(place) == [{one.pk, two.pk}]


def test_nobody_of_another_municipality_is_compared(place):
    one, _ = _alike(place)
    Person.objects.exclude(pk=one.pk).update(incubator=factories.incubator("05502"))
    assert _pairs(place) == []


def test_who_was_annulled_or_joined_is_not_compared(place, join):
    one, two = _alike(place)
    join(one, two)
    assert _pairs(place) == []


def test_said_to_be_distinct_they_stay_apart_until_something_changes(place, officer):
    one, two = _alike(place)
    same_person.say_distinct(by=officer, first=two, second=one, reason="Son primas", on=TODAY)
    assert _pairs(place) == []
    people.update(by=officer, person=two, on=TODAY, phone="+56987654321")
    assert _pairs(place) == [{one.pk, two.pk}]


def test_the_strongest_pair_comes_first(place):
    weak = [factories.person(place, "Pedro", surname_1="Huenchumán").pk for _ in range(2)]
    one, two = _alike(place)
    assert _pairs(place) == [{one.pk, two.pk}, set(weak)]


@pytest.mark.parametrize("count", [1, 12])
def test_the_list_costs_the_same_with_many_pairs(count, place, officer, enter, django_assert_max_num_queries):
    for number in range(count):
        for _ in range(2):
            factories.person(place, chr(97 + number) * 6, surname_1=chr(97 + number) * 9, birth_date=BORN)
    client = enter(officer)
    client.get(reverse("duplicate_list"))
    with django_assert_max_num_queries(18):
        page = client.get(reverse("duplicate_list")).content.decode()
    assert page.count("Revisar<span") == count


def test_the_page_shows_both_side_by_side_and_takes_either_answer(place, officer, enter):
    one, two = _alike(place)
    client = enter(officer)
    address = reverse("duplicate_pair", args=[one.pk, two.pk])
    page = client.get(address).content.decode()
    assert "María Quilodrán" in page
    assert "Maria Quilodran" in page
    assert client.post(address, {"act": "distinct", "distinct-reason": "Son hermanas"}).status_code == 302
    assert PersonDistinction.objects.get().reason == "Son hermanas"
    assert client.post(address, {"act": "same", "same-kept": one.pk, "same-reason": "La misma"}).status_code == 302


def test_two_different_run_say_why_they_cannot_be_joined(place, officer, enter):
    one, two = _alike(place, run="12345678-5")
    Person.objects.filter(pk=two.pk).update(run="11111111-1")
    page = enter(officer).get(reverse("duplicate_pair", args=[one.pk, two.pk])).content.decode()
    assert "No se pueden unir: tienen RUN distintos" in page


def test_only_whoever_writes_people_opens_the_list(place, enter):
    assert (
        enter(factories.user_with(Role.CERTIFYING_OFFICER, at=place)).get(reverse("duplicate_list")).status_code == 403
    )


def test_a_pair_of_another_municipality_does_not_exist(place, officer, enter):
    one, two = _alike(factories.incubator("05502"))
    assert enter(officer).get(reverse("duplicate_pair", args=[one.pk, two.pk])).status_code == 404


def test_a_new_person_like_another_is_shown_first_and_remembered_as_another(place, officer, enter):
    known = factories.person(place, "María", surname_1="Quilodrán", birth_date=BORN)
    group = factories.case_in(members=2).organization
    said = {"given_names": "Maria", "surname_1": "Quilodran", "registered_sex": "F", "since": "2021-06-01"}
    client, address = enter(officer), reverse("member_new", args=[group.pk])
    page = client.post(address, said).content.decode()
    assert reverse("member_add", args=[group.pk, known.pk]) in page
    assert Person.objects.filter(name_folded=known.name_folded).count() == 1
    assert client.post(address, said | {"is_another": "on"}).status_code == 302
    assert PersonDistinction.objects.count() == 1
    assert _pairs(place) == []
