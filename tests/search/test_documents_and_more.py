"""Documents are found through their groups, never the sensitive ones; calls and courses by their names."""

from datetime import date

import pytest
from django.urls import reverse

from curricula.models import Cohort, Curriculum
from incubator.enums import EvidenceKind, Role, Tier
from incubator.models import AdviserStanding, Evidence, Representation
from incubator.purposes import AdviserNature
from tests import factories
from tests.factories.cases import call_of, evidence
from tests.groups.conftest import TODAY


@pytest.fixture
def group(place, officer):
    """A group of one member, with a deed of its representative."""
    group = factories.case_in(group=factories.group_with(0, at=place, name="Cocina Ñuke Mapu")).organization
    person = factories.person(place, "Rosa", surname_1="Huenchumán")
    membership = factories.member(group, who=person)
    Representation.objects.create(
        membership=membership, organization=group, since=date(2021, 4, 1), evidence=_file(officer, place, "uno")
    )
    return group


def _file(by, place, content, **fields):
    file = evidence(by, place, content=content.encode())
    given = {
        "description": "Elección de la representante",
        "kind": EvidenceKind.MINUTES,
        "tier": Tier.PERSONAL,
    } | fields
    Evidence.objects.filter(pk=file.pk).update(**given)
    return file


def _documents(client, text):
    results = client.post(reverse("search"), {"q": text}).context["results"]
    found = [result for result in results if result["label"] == "Documentos"]
    return [(hit.label, hit.url) for result in found for hit in result["hits"]]


@pytest.mark.parametrize("text", ["elección", "elecciones representantes", "ELECCION", "acta"])
def test_a_document_is_found_by_its_description_or_kind_and_leads_to_its_group(text, group, officer, enter):
    page = reverse("group_documents", args=[group.pk])
    assert _documents(enter(officer), text) == [("Elección de la representante", page)]


def test_the_name_of_the_file_is_not_searched(group, officer, enter):
    Evidence.objects.update(original_name="certificado de Rosa.pdf")
    assert _documents(enter(officer), "certificado") == []


@pytest.mark.parametrize("change", [{"tier": Tier.SENSITIVE}, {"erased_at": "2021-06-01T12:00Z"}])
def test_a_sensitive_or_erased_document_is_found_by_nobody(change, group, officer, coordinator, enter):
    Evidence.objects.update(**change)
    for user in (officer, coordinator):
        assert _documents(enter(user), "elección") == []


def test_a_legal_document_is_of_whoever_reads_legal_facts(group, officer, enter):
    Evidence.objects.update(tier=Tier.LEGAL)
    university = factories.user_with(Role.UNIVERSITY_COORDINATOR, at=factories.agreement())
    assert len(_documents(enter(officer), "elección")) == 1
    assert _documents(enter(university), "elección") == []


def test_documents_of_other_groups_and_of_no_group_are_not_found(group, place, officer, enter):
    _file(officer, place, "dos", description="Elección de nadie")
    stranger = factories.user_with(Role.COORDINATOR, at=factories.incubator("05502"))
    other = factories.case_in(members=0).organization
    adviser = factories.user_with(Role.ADVISOR, at=factories.agreement(), groups=[other])
    certifier = factories.user_with(Role.CERTIFYING_OFFICER, at=place)
    assert len(_documents(enter(officer), "elección")) == 1
    for user in (stranger, adviser, certifier):
        assert _documents(enter(user), "elección") == []


def test_a_private_adviser_finds_no_document_that_may_name_somebody_hidden(group, place, officer, coordinator, enter):
    agreement = factories.agreement()
    adviser = factories.user_with(Role.ADVISOR, at=agreement, groups=[group])
    assert len(_documents(enter(adviser), "elección")) == 1
    AdviserStanding.objects.create(
        incubator=place,
        organization=agreement.adviser,
        nature=AdviserNature.PRIVATE,
        since=date(2021, 1, 4),
        recorded_by=coordinator,
    )
    client = enter(type(adviser).objects.get(pk=adviser.pk))
    assert _documents(client, "elección") == []
    assert client.post(reverse("search"), {"q": "guenchuman"}).context["results"] == []


def test_many_documents_ask_the_same_of_the_database(
    group, place, officer, enter, django_assert_max_num_queries, monkeypatch
):
    from cases import document_search

    for number in range(25):
        membership = factories.member(factories.case_in(members=0).organization, who=factories.person(place, "Ana"))
        Representation.objects.create(
            membership=membership,
            organization=membership.organization,
            since=TODAY,
            evidence=_file(officer, place, f"n{number}"),
        )
    client = enter(officer)
    client.post(reverse("search"), {"q": "elección"})
    for at_once in (1000, 5):
        monkeypatch.setattr(document_search, "_MANY", at_once)
        with django_assert_max_num_queries(17):  # twelve, and those of the shell
            page = client.post(reverse("search"), {"q": "elección"})
        (found,) = [one for one in page.context["results"] if one["label"] == "Documentos"]
        assert (found["count"], len(found["hits"])) == (26, 20)


def test_a_call_and_a_course_are_found_by_their_names_where_they_are(place, officer, enter):
    call = call_of(place, officer, date(2021, 3, 1), name="Convocatoria de las hortaliceras")
    course = Cohort.objects.create(
        incubator=place,
        curriculum=Curriculum.objects.create(name="Malla de costura"),
        name="Formación cooperativa de otoño",
        starts_on=date(2021, 4, 5),
    )
    stranger = factories.user_with(Role.COORDINATOR, at=factories.incubator("05502"))
    for text, label, name in (
        ("hortalicera", "Convocatorias", call.name),
        ("formaciones cooperativas", "Cursos", course.name),
        ("mallas costura", "Cursos", course.name),
    ):
        results = enter(officer).post(reverse("search"), {"q": text}).context["results"]
        assert [(one["label"], [hit.label for hit in one["hits"]]) for one in results] == [(label, [name])], text
        assert enter(stranger).post(reverse("search"), {"q": text}).context["results"] == []
