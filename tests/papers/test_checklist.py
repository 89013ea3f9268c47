"""The checklist is complete for each type, and what is open is said in the annex and not in the text."""

from dataclasses import replace

import pytest

from cases import papers
from cases.law.founding import clauses_for
from incubator.paper import records
from tests.papers import sample

types = pytest.mark.parametrize("kind", papers.STATUTE_TYPES)


@types
def test_every_clause_of_the_law_has_its_article(kind):
    facts = sample.facts(kind)
    paper = papers.drawn("statutes", facts, validated=True)
    rows = papers.checklist("statutes", facts, paper)
    assert [row.asked for row in rows] == [clause.text for clause in clauses_for(types=(kind,), on=facts.on)]
    assert [row.asked for row in rows if not row.met] == []
    assert {row.letter for row in rows} == set("abcdefghi")
    assert {row.letter for row in rows if row.nullity} == set("abc")
    assert any("género" in row.asked and "representación de cada género" in row.where for row in rows)


@types
@pytest.mark.parametrize("document", papers.DOCUMENTS)
def test_everything_the_law_asks_of_a_document_is_in_it(document, kind):
    facts = sample.facts(kind)
    rows = papers.checklist(document, facts, papers.drawn(document, facts, validated=True))
    assert [row.asked for row in rows if row.required and not row.met] == []


def test_an_article_taken_away_leaves_its_clause_without_place():
    facts = sample.facts("trabajo")
    paper = papers.drawn("statutes", facts, validated=True)
    sections = tuple(
        replace(one, articles=tuple(article for article in one.articles if article.key != "gender"))
        for one in paper.sections
    )
    rows = papers.checklist("statutes", facts, records.settle(replace(paper, sections=sections)))
    assert [row.asked for row in rows if not row.met] == ["Cómo los órganos reflejan la parte de cada género."]


@types
def test_what_is_open_is_in_the_annex_alone(kind):
    paper = papers.drawn("statutes", sample.facts(kind), validated=False)
    annex = "\n".join(line for block in paper.sections[-1].blocks for line in records.block_lines(block))
    assert paper.sections[-1].heading == "Anexo del borrador: verifique"
    assert "Quórum: no está en la ley" in annex
    assert "El reglamento" in annex
    assert not any("verifique" in article.text.lower() for article in paper.articles)


@pytest.mark.parametrize("document", papers.DOCUMENTS)
def test_every_draft_has_its_annex(document):
    assert papers.drawn(document, sample.facts("trabajo"), validated=False).sections[-1].annex


def test_supports_and_work_rules_are_articles():
    paper = papers.drawn("statutes", sample.facts("trabajo"), validated=True)
    articles = {one.key: one.text for one in paper.articles}
    assert "Lengua de Señas Chilena" in articles["supports"]
    assert "No vota ni decide por" in articles["supports"]
    assert "Tareas, lugar, horario y herramientas se adaptan" in articles["work_tasks"]
    assert "reserva legal" in articles["reserves"]
    assert "dieciocho por ciento (18 %)" not in articles["reserves"].replace("\u00a0", " ")


def test_the_general_reserve_comes_from_the_rule_pack():
    paper = papers.drawn("statutes", sample.facts("servicios"), validated=True)
    reserves = next(one.text for one in paper.articles if one.key == "reserves").replace("\u00a0", " ")
    assert "dieciocho por ciento (18 %)" in reserves
    assert "dos por ciento (2 %)" in reserves
