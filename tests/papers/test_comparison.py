"""A case's text against its base text, from a DOCX that came back and from a notary's plain text."""

from io import BytesIO

import docx
import pytest

from cases import papers
from cases.papers import Change
from incubator.paper.errors import PaperError
from incubator.paper.word import read_articles
from tests.papers import sample


@pytest.fixture(scope="module")
def paper():
    return papers.drawn("statutes", sample.facts("trabajo"), validated=True)


@pytest.fixture(scope="module")
def content(paper):
    return papers.as_docx(paper, created=sample.CREATED)


def changed(differences):
    return {one.key: one.change for one in differences if one.change != Change.SAME}


def test_what_comes_back_untouched_is_the_same(paper, content):
    found = papers.compared(paper, read_articles(content))
    assert len(found) == len(paper.articles)
    assert changed(found) == {}


def test_a_changed_an_added_and_a_missing_article_are_found(paper, content):
    document = docx.Document(BytesIO(content))
    lines = document.paragraphs
    quorum = next(line for line in lines if "primera citación" in line.text)
    quorum.runs[0].text = quorum.runs[0].text.replace("la mitad más una", "dos tercios")
    heading = next(line for line in lines if line.text == "Disolución")
    heading.insert_paragraph_before("Sede social", style="Heading 2")
    heading.insert_paragraph_before("La sede está en el centro comunitario.")
    _remove(lines, "Sin poderes", "Actas")
    edited = BytesIO()
    document.save(edited)
    found = papers.compared(paper, read_articles(edited.getvalue()))
    assert changed(found) == {"quorum": Change.CHANGED, "proxies": Change.MISSING, "new-1": Change.ADDED}
    added = next(one for one in found if one.change == Change.ADDED)
    assert (added.heading, added.case) == ("Sede social", "La sede está en el centro comunitario.")
    quorum = next(one for one in found if one.key == "quorum")
    assert "la mitad más una" in quorum.base
    assert "dos tercios" in quorum.case


def _remove(lines, first, until):
    inside = False
    for line in lines:
        inside = (inside or line.text == first) and line.text != until
        if inside:
            line._p.getparent().remove(line._p)


def plain(paper):
    return "\n\n".join(
        f"Título {section.number}\n" * section.numbered
        + "\n".join(f"{one.label} {one.heading}\n{one.text}" for one in section.articles)
        for section in paper.sections
    )


def test_the_plain_text_of_a_deed_is_compared_too(paper):
    whole = plain(paper)
    assert changed(papers.compared(paper, papers.articles_of_text(paper, whole))) == {}
    deed = whole.replace("Artículo 2. Domicilio", "ARTÍCULO SEGUNDO: Domicilio").replace(
        "El Bosque. Puede", "La Cisterna. Puede"
    )
    deed = deed.replace("Artículo 22. ", "Artículo vigésimo segundo.- ")
    found = papers.compared(paper, papers.articles_of_text(paper, deed))
    assert changed(found) == {"domicile": Change.CHANGED}
    shorter = whole.partition("Artículo 42.")[0] + "Artículo 90. Otro\nAlgo más."
    found = changed(papers.compared(paper, papers.articles_of_text(paper, shorter)))
    assert Change.ADDED in found.values()
    assert Change.MISSING in found.values()


def test_a_file_that_is_no_docx_is_refused():
    with pytest.raises(PaperError):
        read_articles(b"nothing to see")
    assert {change.label for change in Change} == {"Igual", "Cambia", "Se agrega", "Falta"}
