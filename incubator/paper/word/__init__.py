"""The DOCX of a paper from records: what a notary or a lawyer edits. python-docx is loaded by the first document.

content = render_docx(settle(paper), created=...)      the same arguments give the same bytes
articles = read_articles(content)                      what came back, article by article
"""

from datetime import datetime

from incubator.paper.errors import PaperError
from incubator.paper.records import Paper

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

__all__ = ["DOCX", "read_articles", "render_docx"]


def render_docx(paper: Paper, *, created: datetime) -> bytes:
    """One file with real headings, automatic numbers, header rows and es-CL; `created` is the only moment it knows."""
    from incubator.paper.word import packing, writing

    if created.tzinfo is None:
        raise ValueError("A document's date needs its time zone.")
    if not paper.settled:
        raise PaperError(f"«{paper.key}» was not settled: its references have no words yet.")
    return packing.packed(writing.written(paper, created.replace(microsecond=0)))


def read_articles(content: bytes, *, parts: bool = False) -> dict[str, tuple[str, str]]:
    """Key → (heading, text) of each article of a DOCX of ours, though somebody edited it, with its changes accepted.

    An article that somebody added has «new-1», «new-2»… for a key. `parts`: also what stands outside articles, under
    «parte: » and the heading of its part. PaperError when the file cannot be read.
    """
    from incubator.paper.word import reading

    return reading.articles(content, parts=parts)
