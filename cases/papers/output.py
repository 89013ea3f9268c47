"""Records → paper: the accessible PDF that people read, and the DOCX that the notary works on."""

from datetime import datetime

from incubator.paper import render_pdf
from incubator.paper.records import Paper
from incubator.paper.word import render_docx


def as_pdf(paper: Paper, *, created: datetime) -> bytes:
    """PDF/UA-1 and PDF/A-3a; the same paper and moment give the same bytes. BORRADOR on every page of a draft."""
    context = {"paper": paper, "draft": paper.draft}
    return render_pdf("print/legal/paper.html", context, title=paper.title, created=created, author=paper.author)


def as_docx(paper: Paper, *, created: datetime) -> bytes:
    """The same words, editable; the same paper and moment give the same bytes."""
    return render_docx(paper, created=created)
