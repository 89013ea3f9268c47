"""Every document, of the three types, in both outputs: standards, the same words, the same bytes, nothing left blank."""

import re
import shutil
from functools import cache
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest

from cases import papers
from incubator.paper import records
from incubator.paper.errors import PaperError
from incubator.paper.word import render_docx
from tests.papers import sample
from tests.papers.reading import squeezed, words_of_docx, words_of_libreoffice, words_of_pdf
from tests.support.papers import is_for_everybody

LEFT_OVER = re.compile(r"\{|\}|\[|\]|None|XXX|\*\*|\?\w+:|_{2,}|…")
EVERY = [(document, kind) for document in papers.DOCUMENTS for kind in papers.STATUTE_TYPES]
every_document = pytest.mark.parametrize(("document", "kind"), EVERY)


@cache
def paper(document: str, kind: str, validated: bool = False) -> records.Paper:
    return papers.drawn(document, sample.facts(kind), validated=validated)


@cache
def pdf(document: str, kind: str) -> bytes:
    return papers.as_pdf(paper(document, kind), created=sample.CREATED)


@cache
def word(document: str, kind: str) -> bytes:
    return papers.as_docx(paper(document, kind), created=sample.CREATED)


def lines(one: records.Paper) -> list[str]:
    """Every line of a settled paper, with its labels."""
    found = [one.title, one.subtitle]
    for section in one.sections:
        found.append(f"{section.label} {section.heading}")
        found += [line for block in section.blocks for line in records.block_lines(block)]
        for article in section.articles:
            found += [f"{article.label} {article.heading}", article.text]
    return found


def heads(one: records.Paper) -> list[str]:
    """The heads of the tables of a paper."""
    parts = [*one.sections, *one.articles]
    return ["".join(block.headings) for part in parts for block in part.blocks if isinstance(block, records.Grid)]


@every_document
def test_each_pdf_is_for_everybody(document, kind):
    is_for_everybody(pdf(document, kind), "print/legal/paper.html")


@every_document
def test_both_outputs_say_the_words_of_the_records(document, kind, tmp_path):
    said = squeezed("".join(lines(paper(document, kind))))
    assert len(said) > 300
    assert words_of_docx(word(document, kind)) == said
    assert words_of_pdf(pdf(document, kind), tmp_path, heads(paper(document, kind))) == said


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed: «scripts/system.sh test».")
@pytest.mark.parametrize(
    ("document", "kind"), [("minutes.founding", "trabajo"), ("statutes", "campesina"), ("letter.daes", "servicios")]
)
def test_libreoffice_numbers_articles_and_letters_as_the_pdf(document, kind, tmp_path):
    assert words_of_libreoffice(word(document, kind), tmp_path) == squeezed("".join(lines(paper(document, kind))))


@every_document
@pytest.mark.parametrize("validated", [True, False])
def test_no_placeholder_survives(document, kind, validated):
    for line in lines(paper(document, kind, validated)):
        assert not LEFT_OVER.search(line), line
        assert "  " not in line.strip(), line
        assert " ." not in line, line
        assert " ," not in line, line


@pytest.mark.parametrize("document", ["statutes", "minutes.founding", "members.book"])
def test_the_same_facts_are_the_same_bytes(document):
    facts = sample.facts("trabajo")
    again = papers.drawn(document, facts, validated=False)
    assert papers.as_pdf(again, created=sample.CREATED) == pdf(document, "trabajo")
    assert papers.as_docx(again, created=sample.CREATED) == word(document, "trabajo")


def test_a_draft_says_so_on_every_page_and_a_validated_text_does_not(tmp_path):
    draft, ready = paper("statutes", "servicios"), paper("statutes", "servicios", True)
    assert draft.draft
    assert draft.sections[-1].annex
    assert "todavía no valida" in draft.foot
    assert not ready.draft
    assert not any(section.annex for section in ready.sections)
    assert "versión servicios-1" in ready.foot
    assert _header(word("statutes", "servicios")).startswith("BORRADOR")
    assert "BORRADOR" not in _header(papers.as_docx(ready, created=sample.CREATED))
    assert [one.text for one in ready.articles] == [one.text for one in draft.articles]


def _header(content: bytes) -> str:
    return docx.Document(BytesIO(content)).sections[0].header.paragraphs[0].text


def test_the_docx_is_spanish_dated_and_clean():
    document = docx.Document(BytesIO(word("statutes", "trabajo")))
    assert document.core_properties.language == "es-CL"
    assert document.core_properties.author == "Incubadora de El Bosque"
    assert document.core_properties.created == sample.CREATED
    with ZipFile(BytesIO(word("statutes", "trabajo"))) as package:
        names = package.namelist()
        whole = "".join(package.read(name).decode("utf-8", "replace") for name in names if name.endswith(".xml"))
    assert not [name for name in names if "thumbnail" in name]
    assert "word/styles.xml" in names
    assert len(names) < 12
    for foreign in ("Theme", "Macintosh", "en-US", "ja-JP", "python-docx", "2013-12-23"):
        assert foreign not in whole
    assert 'w:lang w:val="es-CL"' in whole


def test_the_docx_has_real_headings_header_rows_and_a_bookmark_for_each_article():
    content = word("minutes.founding", "trabajo")
    document = docx.Document(BytesIO(content))
    styles = [paragraph.style.name for paragraph in document.paragraphs]
    assert styles.count("Heading 2") == len(paper("minutes.founding", "trabajo").articles) > 40
    assert styles.count("Title") == 1
    for table in document.tables:
        assert table.rows[0]._tr.xpath("./w:trPr/w:tblHeader")
    marks = document.element.body.xpath(".//w:bookmarkStart/@w:name")
    assert len(marks) == len(set(marks)) == styles.count("Heading 2")


def test_names_with_marks_and_control_characters_go_through():
    text = records.Paragraph(("Juana <Nina> & Cía\x0b \x00fin",))
    one = records.settle(records.Paper("x", "Título\x01", (records.Section("a", "Parte", (text,)),)))
    assert "Juana<Nina>&Cíafin" in words_of_docx(render_docx(one, created=sample.CREATED))


def test_an_unsettled_paper_and_a_dead_reference_are_refused():
    lost = records.Section(
        "a", "Parte", articles=(records.Article("n", "N", (records.Paragraph((records.Xref("z"),)),)),)
    )
    with pytest.raises(PaperError, match="«z»"):
        records.settle(records.Paper("x", "T", (lost,)))
    with pytest.raises(PaperError, match="settled"):
        render_docx(records.Paper("x", "T", ()), created=sample.CREATED)
    with pytest.raises(ValueError, match="time zone"):
        render_docx(records.settle(records.Paper("x", "T", ())), created=sample.CREATED.replace(tzinfo=None))
