"""The filters of the list of groups: one answer each, counted among the groups the user sees, and nothing else."""

from datetime import date

import pytest
from django.urls import reverse

from cases.enums import Stage
from cases.groups import filters as group_filters
from cases.groups.filters import chosen_in
from incubator.enums import Role
from incubator.models import Assignment, Commune, Organization, Post
from tests import factories
from tests.factories.people import officer_of
from tests.groups.conftest import TODAY
from tests.groups.many import many


@pytest.fixture
def three(place, officer):
    """A group in training, in charge of the officer, in San Pedro; one there in census; one elsewhere."""
    (trained,) = many(place, officer, 1, stage=Stage.TRAINING)
    cases = [trained, factories.case_in(members=0), factories.case_in(members=0)]
    for case, sector in zip(cases, ("San Pedro", "SAN PEDRO", "El Boco"), strict=True):
        Organization.objects.filter(pk=case.organization_id).update(sector=sector, commune=place.commune)
    post = Post.objects.get(user=officer)
    Assignment.objects.get_or_create(post=post, organization=cases[0].organization, defaults={"since": TODAY})
    return cases


def _shown(client, **query):
    page = client.get(reverse("group_list"), query)
    assert page.status_code == 200
    return [row["case"].pk for row in page.context["rows"]], page


def _facets(page):
    return {facet.name: {chip["label"]: chip["count"] for chip in facet.chips} for facet in page.context["facets"]}


def test_a_sector_is_one_however_it_was_written(three, officer, enter):
    shown, page = _shown(enter(officer), sector="san pedro")
    assert set(shown) == {three[0].pk, three[1].pk}
    assert _facets(page)["sector"] == {"El Boco": 1, "San Pedro": 2}


def test_filters_add_up_and_each_count_is_what_it_would_show(three, officer, enter):
    client = enter(officer)
    shown, page = _shown(client, sector="san pedro", cargo=str(officer.pk))
    assert shown == [three[0].pk]
    assert _facets(page)["cargo"] == {officer.full_name: 1, "Nadie todavía": 1}
    for facet in page.context["facets"]:
        for chip in facet.chips:
            if not chip["current"]:
                again = client.get(reverse("group_list") + chip["url"])
                assert len(again.context["rows"]) == chip["count"], (facet.name, chip["label"])


def test_a_chosen_filter_chosen_again_is_taken_away(three, officer, enter):
    _, page = _shown(enter(officer), sector="san pedro")
    (chosen,) = [chip for facet in page.context["facets"] for chip in facet.chips if chip["current"]]
    assert chosen["url"] == "?etapa=abiertos"


def test_flags_are_filters_too(three, officer, enter):
    shown, page = _shown(enter(officer), senal="minimo")
    assert shown == [three[0].pk]
    assert _facets(page)["senal"] == {"Bajo el mínimo": 1, "Hace mucho sin contacto": 1}


def test_no_filter_is_of_sensitive_data():
    assert set(group_filters.FACETS) == {"comuna", "sector", "cargo", "senal", "pausa", "ingreso", "incubadora"}


WRONG = [{"comuna": "<script>"}, {"sector": "x'; drop table"}, {"senal": "discapacidad"}, {"cargo": "²"}, {"otro": "1"}]
WRONG += [{"etapa": "\x00"}, {"ingreso": "20211"}, {"incubadora": "9" * 40}, {"pausa": "tal vez"}]


@pytest.mark.parametrize("given", WRONG)
def test_what_is_no_filter_is_not_asked(given):
    assert chosen_in(given) == {"etapa": "abiertos"}


def test_a_filter_of_something_out_of_sight_shows_nothing_and_names_nothing(three, officer, enter):
    far = factories.incubator("05502")
    foreign = factories.case_in(at=far, members=0)
    Organization.objects.filter(pk=foreign.organization_id).update(sector="Rinconada", commune=far.commune)
    other = officer_of(far)
    client = enter(officer)
    for query in ({"comuna": "05502"}, {"sector": "rinconada"}, {"cargo": str(other.pk)}, {"incubadora": str(far.pk)}):
        shown, page = _shown(client, **query)
        assert shown == []
        text = page.content.decode()
        assert "Algo que usted ya no ve" in text
        assert other.full_name not in text
        assert far.name not in text
        assert Commune.objects.get(pk="05502").name not in text


def test_counts_are_of_the_groups_within_reach(three, place, enter):
    adviser = factories.user_with(Role.ADVISOR, at=factories.agreement(), groups=[three[0].organization])
    shown, page = _shown(enter(adviser), etapa="abiertos")
    assert shown == [three[0].pk]
    assert all(chip["count"] == 1 for chip in page.context["chips"])
    assert all(count <= 1 for facet in _facets(page).values() for count in facet.values())


def test_a_university_coordinator_chooses_the_incubator(three, enter):
    far = factories.incubator("05502")
    away = factories.case_in(at=far, members=0)
    university = factories.user_with(Role.UNIVERSITY_COORDINATOR, at=factories.agreement())
    client = enter(university)
    _, page = _shown(client)
    assert _facets(page)["incubadora"] == {three[0].incubator.name: 3, far.name: 1}
    assert _shown(client, incubadora=str(far.pk))[0] == [away.pk]


def test_an_officer_of_one_incubator_is_not_asked_which(three, officer, enter):
    assert "incubadora" not in _facets(_shown(enter(officer))[1])


def test_the_year_of_entry_and_the_pause_are_filters(three, place, officer, enter):
    many(place, officer, 2, words="Del año anterior", on=date(2020, 5, 4))
    shown, page = _shown(enter(officer), ingreso="2020", pausa="no")
    assert len(shown) == 2
    assert _facets(page)["ingreso"] == {"2021": 3, "2020": 2}
