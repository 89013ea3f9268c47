"""Records → python-docx: headings, lists and tables by style, one bookmark per article named by its key."""

import re
from datetime import datetime

from docx.document import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt
from docx.table import Table
from docx.text.paragraph import Paragraph as Line

from incubator.paper.records import Article, Block, Bullets, Grid, Letters, Paper, Paragraph, Section, Signatures
from incubator.paper.word import styles

_MARK = "articulo_"
_DOT, _DASH = "__", "_"
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_TEXT_WIDTH = 160  # millimetres
_TALL_ROW, _SIGNING_ROOM = Mm(15), Pt(44)
#: So many signers stay together on one page; more would leave a page half empty.
_TOGETHER = 4
_CELL_ROOM = (
    f'<w:tblCellMar {nsdecls("w")}><w:top w:w="40" w:type="dxa"/><w:left w:w="85" w:type="dxa"/>'
    '<w:bottom w:w="40" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar>'
)


def mark_of(key: str) -> str:
    """The bookmark of an article: letters, digits and low lines only."""
    return _MARK + key.replace(".", _DOT)


def key_of(mark: str) -> str:
    """The article of a bookmark, empty when it is somebody else's."""
    return mark.removeprefix(_MARK).replace(_DOT, ".") if mark.startswith(_MARK) else ""


def clean(text: str) -> str:
    """Without what XML cannot hold."""
    return _UNPRINTABLE.sub("", text)


def written(paper: Paper, created: datetime) -> Document:
    """The document of a settled paper."""
    document = styles.blank(clean(paper.title), clean(paper.author), created, large=paper.large)
    _head_and_foot(document, paper)
    document.add_paragraph(clean(paper.title), style="Title")
    if paper.subtitle:
        document.add_paragraph(clean(paper.subtitle), style="Subtitle")
    writer = _Writer(document)
    for section in paper.sections:
        writer.section(section)
    return document


class _Writer:
    """Keeps what a document counts: bookmarks, and the lists already begun."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.marks = 0
        self.lettered = True  # whether a further list of letters must say that it begins again

    def section(self, section: Section) -> None:
        """Its heading, blocks and articles."""
        if section.heading:
            line = self.document.add_paragraph(clean(section.heading), style=styles.PART)
            line.paragraph_format.page_break_before = section.annex or None
            if not section.numbered:
                styles.numbered(line._p.get_or_add_pPr(), 0)
        self.lettered = True
        self.blocks(section.blocks)
        for article in section.articles:
            self.article(article)

    def article(self, article: Article) -> None:
        """Its heading inside the bookmark that names it, then its blocks."""
        line = self.document.add_paragraph(style=styles.ARTICLE)
        self.marks += 1
        start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
        for mark in (start, end):
            mark.set(qn("w:id"), str(self.marks))
        start.set(qn("w:name"), mark_of(article.key))
        line._p.append(start)
        line.add_run(clean(article.heading))
        line._p.append(end)
        self.lettered = False
        self.blocks(article.blocks)

    def blocks(self, blocks: tuple[Block, ...]) -> None:
        """One after another."""
        for block in blocks:
            if isinstance(block, Paragraph):
                self.say(block, "Normal")
            elif isinstance(block, Letters):
                self.letters(block)
            elif isinstance(block, Bullets):
                for item in block.items:
                    self.say(item, styles.BULLET)
            elif isinstance(block, Grid):
                _table(self.document, block)
            elif isinstance(block, Signatures):
                self.signatures(block)

    def say(self, paragraph: Paragraph, style: str) -> Line:
        """A paragraph with its emphasis."""
        line = self.document.add_paragraph(style=style)
        for text, strong in paragraph.pieces:
            line.add_run(clean(text)).bold = strong or None
        return line

    def letters(self, block: Letters) -> None:
        """The first list of an article follows its number; any other begins again by itself."""
        number = self._fresh_list() if self.lettered else None
        self.lettered = True
        for item in block.items:
            line = self.say(item, styles.LETTER)
            if number:
                styles.numbered(line._p.get_or_add_pPr(), number)

    def _fresh_list(self) -> int:
        numbering = self.document.part.numbering_part.element
        number = len(numbering.findall(qn("w:num"))) + 1
        numbering.append(
            parse_xml(
                f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{styles.FREE_LETTERS}"/>'
                '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
            )
        )
        return number

    def signatures(self, block: Signatures) -> None:
        """A line above each name, kept with it and with the paragraph before: nobody signs an empty page."""
        before = self.document.paragraphs[-1:]
        if before and not before[0].text and self.document.tables:
            before += [line for cell in self.document.tables[-1].rows[-1].cells for line in cell.paragraphs]
        for line in before:
            line.paragraph_format.keep_with_next = True
        for count, signer in enumerate(block.signers, 1):
            more = count < min(len(block.signers), _TOGETHER)
            lines = [text for text in (signer.name, signer.role, signer.note) if text]
            for place, text in enumerate(lines):
                line = self.document.add_paragraph(style=styles.SIGNATURE)
                line.add_run(clean(text)).bold = place == 0 or None
                line.paragraph_format.keep_with_next = more or place < len(lines) - 1
                if place == 0:
                    _line_above(line)


def _line_above(line: Line) -> None:
    shape = line.paragraph_format
    shape.space_before, shape.right_indent = _SIGNING_ROOM, Mm(80)
    border = f'<w:pBdr {nsdecls("w")}><w:top w:val="single" w:sz="6" w:space="4" w:color="1C2024"/></w:pBdr>'
    properties = line._p.get_or_add_pPr()
    # The schema wants borders before spacing and indentation.
    properties.insert(list(properties).index(properties.find(qn("w:spacing"))), parse_xml(border))


def _table(document: Document, grid: Grid) -> None:
    document.add_paragraph(clean(grid.caption), style="Caption")
    table = document.add_table(rows=1 + len(grid.rows), cols=len(grid.headings), style="Table Grid")
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.LEFT, False
    properties = table._tbl.tblPr
    # The schema wants the room of the cells before the look of the table.
    properties.insert(list(properties).index(properties.find(qn("w:tblLook"))), parse_xml(_CELL_ROOM))
    for column, width in zip(table.columns, grid.widths, strict=True):
        column.width = Mm(_TEXT_WIDTH * width / 100)
    properties.append(parse_xml(f"<w:tblCaption {nsdecls('w')} w:val={_quoted(grid.caption)}/>"))
    _row(table, 0, grid.headings, grid, head=True)
    for place, row in enumerate(grid.rows, 1):
        _row(table, place, row, grid, head=False)
    document.add_paragraph(style=styles.NOTE).paragraph_format.space_after = Pt(0)


def _quoted(text: str) -> str:
    escaped = clean(text).replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")
    return f'"{escaped}"'


def _row(table: Table, place: int, values: tuple[str, ...], grid: Grid, *, head: bool) -> None:
    row = table.rows[place]
    properties = row._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:cantSplit"))
    if grid.tall and not head:
        row.height = _TALL_ROW
    if head:
        properties.append(OxmlElement("w:tblHeader"))
    for cell, value, width in zip(row.cells, values, grid.widths, strict=True):
        cell.width = Mm(_TEXT_WIDTH * width / 100)
        line = cell.paragraphs[0]
        line.style = styles.NOTE
        line.paragraph_format.keep_with_next = head or None
        line.add_run(clean(value)).bold = head or None


def _head_and_foot(document: Document, paper: Paper) -> None:
    section = document.sections[0]
    head = section.header.paragraphs[0]
    if paper.draft:
        head.style = styles.MARK
        head.add_run(clean(f"BORRADOR · {paper.title}"))
    else:
        head.add_run(clean(paper.title))
    foot = section.footer.paragraphs[0]
    foot.add_run(clean(f"{paper.foot} · " if paper.foot else "") + "Página ")
    for code in ("PAGE", "NUMPAGES"):
        field = parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr="{code}"><w:r><w:t>1</w:t></w:r></w:fldSimple>')
        foot._p.append(field)
        if code == "PAGE":
            foot.add_run(" de ")
