"""The documents of a formalization, drawn from recorded decisions: no tables, no clock, no settings.

    lacking = missing("statutes", facts)                 sentences, empty when everything is known
    paper = drawn("statutes", facts, validated=False)    records; MissingFactsError(sentences) otherwise
    pdf, docx = as_pdf(paper, created=...), as_docx(paper, created=...)

facts        plain values that a case tells               texts        base texts as data, versioned by date
placeholders each {name} of a base text, typed            pieces       tables, lists and lines to sign
drawing      base text + facts → records                  checklist    what the law asks → the article that says it
comparison   a case's text against its base text          output       records → PDF/UA and DOCX
"""

from cases.papers.checklist import CheckRow, checklist
from cases.papers.comparison import Change, Difference, articles_of_text, compared
from cases.papers.drawing import drawn, lacking, missing
from cases.papers.errors import BrokenTextError, MissingFactsError, NoBaseTextError
from cases.papers.facts import Facts
from cases.papers.output import as_docx, as_pdf
from cases.papers.texts import DOCUMENTS, STATUTE_TYPES, BaseText, base_text, parsed

__all__ = [
    "DOCUMENTS",
    "STATUTE_TYPES",
    "BaseText",
    "BrokenTextError",
    "Change",
    "CheckRow",
    "Difference",
    "Facts",
    "MissingFactsError",
    "NoBaseTextError",
    "articles_of_text",
    "as_docx",
    "as_pdf",
    "base_text",
    "checklist",
    "compared",
    "drawn",
    "lacking",
    "missing",
    "parsed",
]
