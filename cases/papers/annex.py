"""The last page of a draft: where it says what the law asks, and what must be verified. Never inside the text."""

from cases.papers.checklist import CheckRow, checklist, open_points
from cases.papers.facts import Facts
from cases.papers.texts import STATUTES, BaseText
from incubator.paper.records import Block, Bullets, Grid, Paper, Paragraph, Section

KEY = "annex"
_USUAL = "De costumbre"


def of_draft(paper: Paper, text: BaseText, facts: Facts, statutes: BaseText | None) -> tuple[Section, ...]:
    """One section, or none for a document of which there is nothing to say."""
    rows = checklist(paper.key, facts, paper, base=text, statutes=statutes)
    points = open_points(paper.key, facts, text)
    if statutes:
        points += open_points(STATUTES, facts, statutes)
    points += [row.verify for row in rows if row.verify]
    blocks: list[Block] = [
        Paragraph(("Esta hoja acompaña al borrador y no es parte del documento: quítela antes de firmar o de enviar.",))
    ]
    if points:
        blocks.append(Paragraph(("Verifique con la asesoría legal antes de usar este texto:",)))
        blocks.append(Bullets(tuple(Paragraph((point,)) for point in dict.fromkeys(points))))
    if rows:
        heads = ("Qué debe decir", "De dónde viene", "Dónde está en este borrador")
        cells = tuple((row.asked, _source(row), _place(row)) for row in rows)
        blocks.append(Grid("Lista de lo que debe decir", heads, cells, (30, 25, 45)))
    if len(blocks) == 1:
        return ()
    return (Section(key=KEY, heading="Anexo del borrador: verifique", blocks=tuple(blocks), annex=True),)


def _source(row: CheckRow) -> str:
    if not row.required:
        return _USUAL
    return f"{row.cited}. Si falta, es nula y se puede sanear." if row.nullity else f"{row.cited}."


def _place(row: CheckRow) -> str:
    if row.met:
        return row.where[0].upper() + row.where[1:] + "."
    return "No está: agréguelo antes de usarlo." if row.required else "No está; la ley no lo pide."
