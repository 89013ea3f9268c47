"""Base texts are checked when they are read: a mistake names its file, its article and what is wrong."""

from datetime import date

import pytest

from cases import papers
from cases.papers.placeholders import PLACEHOLDERS

GOOD = """
document = "proxy"
version = "2"
valid_from = 2026-01-01
title = "Poder de {name}"

[[section]]
key = "one"
text = \"\"\"
Yo, **{grantor}**.

- uno
- dos

[[grantor_signs]]
\"\"\"
"""


def test_a_text_of_the_legal_adviser_is_read_and_drawn():
    from tests.papers import sample

    text = papers.parsed(GOOD)
    paper = papers.drawn("proxy", sample.facts("trabajo"), validated=True, base=text)
    assert paper.foot == "Texto base: Poder simple, versión 2."
    assert text.fingerprint != papers.parsed(GOOD.replace("uno", "tres")).fingerprint


@pytest.mark.parametrize(
    ("old", "new", "wrong"),
    [
        ("{grantor}", "{nobody}", "no existe el dato «nobody»"),
        ("[[grantor_signs]]", "[[lost]]", "no existe la pieza «lost»"),
        ("Yo, ", "?never: Yo, ", "no existe la condición «never»"),
        ("Yo, ", "Según el {@lost}, yo ", "no existe el artículo «lost»"),
        ("Yo, ", "Yo {, ", "sobra «{»"),
        ('version = "2"', "version = 2", "debe ser un texto"),
        ('title = "Poder de {name}"', "", "clave «title»: falta"),
        ('key = "one"', 'key = "one', "no se puede leer"),
        ('key = "one"', 'key = "one"\ncolor = "red"', "esa clave no existe"),
    ],
)
def test_a_mistake_is_named(old, new, wrong):
    with pytest.raises(papers.BrokenTextError, match=wrong):
        papers.parsed(GOOD.replace(old, new, 1))


def test_a_clause_that_the_law_does_not_have_is_a_mistake():
    article = '[[section.article]]\nkey = "x"\nheading = "X"\nclauses = ["zz"]\ntext = "Algo."\n'
    with pytest.raises(papers.BrokenTextError, match="no existe la cláusula «zz»"):
        papers.parsed(GOOD + article)


@pytest.mark.parametrize("kind", papers.STATUTE_TYPES)
def test_every_article_says_its_law_and_has_a_heading(kind):
    for article in papers.base_text("statutes", (kind,), date(2026, 11, 21)).articles:
        assert article.basis, article.key
        assert article.heading, article.key


def test_before_the_first_version_there_is_no_text():
    with pytest.raises(papers.NoBaseTextError, match="para esa fecha"):
        papers.base_text("proxy", (), date(2010, 1, 1))


def test_labels_follow_falta():
    for name, placeholder in PLACEHOLDERS.items():
        assert placeholder.label[0].islower(), name
        assert not placeholder.label.endswith("."), name


def test_the_minutes_copy_the_statutes_that_the_adviser_wrote():
    from tests.papers import sample

    own = papers.parsed(
        'document = "statutes"\nversion = "propia-1"\nvalid_from = 2026-01-01\ntitle = "Estatutos"\n\n'
        '[[section]]\nkey = "a"\nheading = "Todo"\nnumbered = true\n\n[[section.article]]\nkey = "name"\n'
        'heading = "Nombre"\nclauses = ["a"]\nbasis = "5"\ntext = "Se llama {name}."\n'
    )
    paper = papers.drawn("minutes.founding", sample.facts("trabajo"), validated=False, statutes=own)
    assert [one.key for one in paper.articles] == ["name"]
    assert paper.foot.endswith("con los estatutos, versión propia-1.")
    rows = papers.checklist("minutes.founding", sample.facts("trabajo"), paper, statutes=own)
    assert "El objeto." in [row.asked for row in rows if row.required and not row.met]
