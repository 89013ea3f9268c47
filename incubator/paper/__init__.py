"""The one printer: a template, a context and one call give a PDF that people can read in every way and archives keep.

    pdf = render_pdf("print/report.html", context, title="Informe mensual …", created=report.sealed_at,
                     attachments=[Attachment("cifras.xlsx", workbook, XLSX, "Las cifras del informe")])

The template extends `base_print.html`, whose first lines list its blocks; tables, figures, key figures, signatures and
the seal are fragments in `templates/print/`. WeasyPrint and pikepdf are loaded by the first document, not before.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.template.loader import render_to_string

from incubator.paper.attachments import Attachment
from incubator.paper.contents import with_contents
from incubator.paper.errors import PaperError
from incubator.paper.glyphs import drawable
from incubator.paper.qr import qr_svg
from incubator.paper.tables import Heading, PaperTable

__all__ = ["XLSX", "Attachment", "Heading", "PaperError", "PaperTable", "qr_svg", "render_pdf"]

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def render_pdf(
    template: str,
    context: dict[str, Any],
    *,
    title: str,
    created: datetime,
    attachments: Sequence[Attachment] = (),
    language: str = "es-CL",
    author: str = "",
) -> bytes:
    """One file that is PDF/UA-1 and PDF/A-3a; the same arguments give the same bytes.

    `created` is the only moment the file knows and must carry its time zone. `context["draft"]` prints BORRADOR on
    every page. The template also receives `title` and `language`. Raises PaperError when a page would lose something.
    """
    from incubator.paper import engine, finishing

    if created.tzinfo is None:
        raise ValueError("A document's date needs its time zone.")
    html = drawable(with_contents(render_to_string(template, {**context, "title": title, "language": language})))
    stylesheets = ("print.css", "print_draft.css") if context.get("draft") else ("print.css",)
    pdf = engine.tagged_pdf(html, stylesheets)
    return finishing.finish(
        pdf,
        title=drawable(title),
        author=drawable(author),
        language=language,
        created=created.replace(microsecond=0),
        attachments=attachments,
    )
