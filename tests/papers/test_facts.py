"""A missing fact stops the document and is said by its name."""

from dataclasses import replace

import pytest

from cases import papers
from cases.papers import facts as f
from cases.papers import pieces, placeholders
from tests.papers import sample


def test_a_missing_fact_of_a_person_is_said_with_the_name_of_that_person():
    known = sample.facts("servicios")
    rosa = replace(known.members[0], address="", occupation="")
    facts = replace(known, members=(rosa, *known.members[1:]))
    with pytest.raises(papers.MissingFactsError) as refused:
        papers.drawn("minutes.founding", facts, validated=True)
    assert refused.value.sentences == [
        "Falta la ocupación de Rosa Pérez Ñancupil.",
        "Falta el domicilio de Rosa Pérez Ñancupil.",
    ]


@pytest.mark.parametrize("document", papers.DOCUMENTS)
def test_without_facts_each_document_names_what_it_needs(document):
    empty = f.Facts(on=sample.facts("trabajo").on, types=("trabajo",))
    lacking = papers.missing(document, empty)
    assert lacking
    assert all(sentence.startswith(("Falta ", "Faltan ")) and sentence.endswith(".") for sentence in lacking)
    assert len(set(lacking)) == len(lacking)
    with pytest.raises(papers.MissingFactsError):
        papers.drawn(document, empty, validated=False)


@pytest.mark.parametrize("document", papers.DOCUMENTS)
def test_with_everything_recorded_nothing_is_missing(document):
    assert papers.missing(document, sample.facts("campesina")) == []


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"commune": ""}, "Falta la comuna del domicilio de la cooperativa."),
        ({"share_value": None}, "Falta el valor de cada cuota."),
        ({"objects": ()}, "Falta el objeto de la cooperativa."),
        ({"bodies": f.Bodies()}, "Falta decidir quién administra: consejo de administración o gerente administrador."),
        ({"shares": 500}, "Las cuotas suscritas suman 600 y el capital se divide en 500: corrija una cifra."),
    ],
)
def test_what_statutes_lack(change, sentence):
    assert sentence in papers.missing("statutes", replace(sample.facts("servicios"), **change))


def test_who_pays_more_than_subscribed_and_who_signs_for_nobody():
    known = sample.facts("servicios")
    first = replace(known.members[0], shares_paid=101)
    fourth = replace(known.members[3], signs_for="")
    facts = replace(known, members=(first, *known.members[1:3], fourth, *known.members[4:]))
    assert papers.missing("minutes.founding", facts) == [
        "Falta quién firma a ruego de Hilda Catrileo Huenchumilla.",
        "Rosa Pérez Ñancupil paga más cuotas de las que suscribe: corrija una de las dos cifras.",
    ]


def test_a_represented_person_needs_who_represents_and_votes_need_numbers():
    known = sample.facts("trabajo")
    absent = f.Attendee(name="Rosa Pérez", national_id="1-9", present_as=f.REPRESENTED)
    silent = f.Agreement(matter="Estatutos", text="se aprueban.")
    facts = replace(known, meeting=replace(known.meeting, attendees=(absent,), agreements=(silent,)))
    assert papers.missing("attendance", facts) == ["Falta quién representa a Rosa Pérez."]
    assert "Faltan los votos de «Estatutos»." in papers.missing("minutes.founding", facts)


def test_a_type_without_statutes_of_its_own_says_so():
    with pytest.raises(papers.NoBaseTextError, match="servicios, trabajo, campesina"):
        papers.missing("statutes", replace(sample.facts("trabajo"), types=("consumo",)))
    with pytest.raises(papers.NoBaseTextError):
        papers.missing("statutes", replace(sample.facts("trabajo"), types=("trabajo", "servicios")))


def test_bodies_follow_what_the_group_chose():
    small, large = (papers.drawn("statutes", sample.facts(kind), validated=True) for kind in ("servicios", "campesina"))
    assert {"sole_manager", "inspector"} <= {one.key for one in small.articles}
    assert {"board", "vigilance"} <= {one.key for one in large.articles}
    assert not {"board", "vigilance"} & {one.key for one in small.articles}


def test_what_only_a_title_says_is_missing_too():
    known = sample.facts("trabajo")
    facts = replace(known, certificate=replace(known.certificate, number=None))
    assert "Falta el número del título." in papers.missing("share.certificate", facts)


def test_each_missing_fact_says_where_it_is_written():
    lacking = papers.lacking("minutes.founding", replace(sample.facts("trabajo"), name="", members=()))
    assert lacking["Falta el nombre de la cooperativa."] == "project"
    assert lacking["Falta la lista de personas fundadoras."] == "founders"
    for topics in (placeholders.TOPICS, pieces.TOPICS):
        assert set(topics.values()) <= {"project", "founders", "meeting", "filing", "person", "seats", "cure"}
