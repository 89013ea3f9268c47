"""The report on paper, from its snapshot alone, with its workbook inside."""

import textwrap

from incubator.calendars import long_date
from incubator.paper import XLSX, Attachment, Heading, PaperTable, render_pdf
from reports.documents.base import Paper
from reports.tables import Table, every_table, shown, summary


def report_pdf(paper: Paper, workbook: bytes) -> bytes:
    """The Informe as PDF/UA-1 and PDF/A-3."""
    identity = paper.figures.identity
    context = {
        "draft": paper.is_draft,
        "month": paper.month.label,
        "incubator": identity.incubator,
        "cover": cover(paper, ["Informe mensual", paper.month.label], paper.code),
        "verification": paper.verification(paper.code),
        "chain": paper.chain,
        "texts": paper.texts,
        "key_figures": [(value, meaning) for value, meaning, _ in summary.key_figures(paper.figures)],
        "stages_chart": summary.stages_chart(paper.figures),
        "hours_chart": summary.hours_chart(paper.figures),
        "closing_on": long_date(paper.month.last),
        "tables": {key: paper_table(table) for key, table in every_table(paper.figures).items()},
        "has_sealed_months": bool(paper.figures.previous),
        "signers": signers(paper),
    }
    attachment = Attachment(paper.name("informe", "xlsx"), workbook, XLSX, "Las cifras del informe en Excel")
    return render_pdf(
        "print/report.html",
        context,
        title=paper.title,
        created=paper.created,
        attachments=[attachment],
        author=identity.municipality,
    )


def cover(paper: Paper, title: list[str], code: str) -> dict:
    """The first page."""
    identity = paper.figures.identity
    marks = [textwrap.wrap(name, 24) for name in (identity.funder, identity.adviser, identity.municipality)]
    return {
        "marks": marks,
        "title": title,
        "subtitle": identity.incubator,
        "state": paper.state,
        "facts": paper.facts(code),
    }


def signers(paper: Paper) -> list[dict[str, str]]:
    """Who prepared and who sealed; lines to be filled in a draft."""
    seal = paper.seal
    if seal is None:
        return []
    day = "{0[2]}-{0[1]}-{0[0]}".format
    return [
        {
            "name": seal["prepared_by"],
            "role": seal["prepared_as"],
            "act": f"Preparó el {day(seal['prepared_on'].split('-'))}",
        },
        {"name": seal["sealed_by"], "role": seal["sealed_as"], "act": f"Selló el {day(seal['sealed_on'].split('-'))}"},
    ]


#: Paper never cuts what stands at the right: a day is read whole.
_KINDS = {"date": "integer", "run": "integer"}


def paper_table(table: Table) -> PaperTable:
    """A table for the printer; every value already as people read it."""
    headings = [Heading(column.title, _KINDS.get(column.kind, column.kind), column.share) for column in table.columns]

    def cells(row):
        return [shown(value, column.kind) for value, column in zip(row.values, table.columns, strict=True)]

    return PaperTable(
        table.caption,
        headings,
        [cells(row) for row in table.rows],
        total=cells(table.total) if table.total is not None else None,
        note=table.note if table.rows else "",
        density="tight" if table.is_long else "normal",
        empty=table.empty,
    )
