"""A clean document: python-docx's own template speaks English and Japanese, has its own author, date and picture."""

from datetime import UTC, datetime

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

LANGUAGE = "es-CL"
FONT = "Arial"
PART, ARTICLE, LETTER, BULLET = "Heading 1", "Heading 2", "Letra", "Punto"
NOTE, SIGNATURE, MARK = "Nota", "Firma", "Borrador"
#: Numbers of the lists. Titles and articles are two lists, for LibreOffice begins again the articles of one outline in
#: each title whatever `lvlRestart` says; letters outside an article have a third, not to count an article of nobody.
TITLES, ARTICLES, DOTS, FREE_LETTERS = 1, 2, 3, 4
_KEPT_STYLES = {
    "Normal", "Title", "Subtitle", "Heading 1", "Heading 2", "Caption", "Header", "Footer", "Normal Table",
    "Table Grid", "Default Paragraph Font", "No List",
}  # fmt: skip
_FOREIGN = {
    RELATIONSHIP_TYPE.THUMBNAIL, RELATIONSHIP_TYPE.EXTENDED_PROPERTIES, RELATIONSHIP_TYPE.CUSTOM_XML,
    RELATIONSHIP_TYPE.WEB_SETTINGS, RELATIONSHIP_TYPE.FONT_TABLE, RELATIONSHIP_TYPE.THEME,
}  # fmt: skip
_TEAL, _INK, _CORAL = RGBColor(0x0B, 0x5A, 0x5C), RGBColor(0x1C, 0x20, 0x24), RGBColor(0xA8, 0x32, 0x1F)

_NUMBERING = f"""<w:numbering {nsdecls("w")}>
<w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="singleLevel"/>
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:pStyle w:val="Heading1"/><w:suff w:val="space"/>
<w:lvlText w:val="Título %1."/><w:lvlJc w:val="left"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="2"><w:multiLevelType w:val="multilevel"/>
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="Heading2"/>
<w:suff w:val="space"/><w:lvlText w:val="Artículo %1."/><w:lvlJc w:val="left"/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:pStyle w:val="Letra"/><w:lvlText w:val="%2)"/>
<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="567" w:hanging="397"/></w:pPr></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="3"><w:multiLevelType w:val="singleLevel"/>
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:pStyle w:val="Punto"/><w:lvlText w:val="•"/>
<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="567" w:hanging="397"/></w:pPr></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="4"><w:multiLevelType w:val="singleLevel"/>
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1)"/>
<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="567" w:hanging="397"/></w:pPr></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="3"/></w:num>
</w:numbering>"""


def blank(title: str, author: str, created: datetime, *, large: bool) -> Document:
    """An empty A4 document in our styles."""
    document = docx.Document()
    _drop_parts(document)
    _drop_styles(document)
    _speak_spanish(document)
    _describe(document, title, author, created)
    document.part.numbering_part._element = parse_xml(_NUMBERING)
    size = 14.0 if large else 11.5
    _draw_styles(document, size)
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(25)
    section.top_margin, section.bottom_margin = Mm(25), Mm(25)
    return document


def _drop_parts(document: Document) -> None:
    """Its picture, its data about itself, and a second set of styles with its fonts."""
    for relations in (document.part.package.rels, document.part.rels):
        for key, relation in list(relations.items()):
            if relation.reltype in _FOREIGN or relation.reltype.endswith("/stylesWithEffects"):
                del relations[key]


def _drop_styles(document: Document) -> None:
    """Only what we use stays, so that the panel of styles is short."""
    for style in list(document.styles):
        if style.name not in _KEPT_STYLES:
            style.delete()
    for latent in document.styles.element.findall(qn("w:latentStyles")):
        document.styles.element.remove(latent)


def _speak_spanish(document: Document) -> None:
    defaults = document.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    for name in ("w:rFonts", "w:lang"):
        for old in defaults.findall(qn(name)):
            defaults.remove(old)
    defaults.insert(0, parse_xml(f"<w:rFonts {nsdecls('w')} {_faces()}/>"))
    language = f'w:val="{LANGUAGE}" w:eastAsia="{LANGUAGE}" w:bidi="{LANGUAGE}"'
    defaults.append(parse_xml(f"<w:lang {nsdecls('w')} {language}/>"))
    settings = document.settings.element
    for name in ("w:themeFontLang", "w:compat", "w:proofState", "w:clrSchemeMapping", "w:rsids"):
        for old in settings.findall(qn(name)):
            settings.remove(old)
    for name, mark in (("w:decimalSymbol", ","), ("w:listSeparator", ";")):
        settings.find(qn(name)).set(qn("w:val"), mark)
    modern = (
        f'<w:compat {nsdecls("w")}><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
    )
    # The schema orders what settings hold: compatibility goes before this.
    settings.insert(list(settings).index(settings.find(qn("m:mathPr"))), parse_xml(modern))


def _faces() -> str:
    return " ".join(f'w:{script}="{FONT}"' for script in ("ascii", "hAnsi", "cs", "eastAsia"))


def _describe(document: Document, title: str, author: str, created: datetime) -> None:
    said, moment = document.core_properties, created.astimezone(UTC).replace(tzinfo=None)
    said.title, said.author, said.last_modified_by, said.language = title, author, author, LANGUAGE
    said.comments = said.keywords = said.subject = said.category = ""
    said.created = said.modified = moment
    said.revision = 1


def _draw_styles(document: Document, size: float) -> None:
    normal = _style(document, "Normal", size, after=6)
    normal.paragraph_format.line_spacing = 1.25
    normal.paragraph_format.widow_control = True
    _style(document, "Title", 20, bold=True, after=4, next_too=True)
    _style(document, "Subtitle", 12, after=10)
    _style(document, PART, 15, bold=True, before=18, after=4, color=_TEAL, next_too=True)
    _style(document, ARTICLE, size + 0.5, bold=True, before=11, after=3, next_too=True)
    _style(document, "Caption", size - 0.5, bold=True, before=8, after=3, next_too=True)
    _style(document, "Header", 9.5, after=8)
    _style(document, "Footer", 9.5)
    for name in (LETTER, BULLET, NOTE, SIGNATURE, MARK):
        document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH).base_style = normal
    _style(document, LETTER, size, after=4)
    _style(document, BULLET, size, after=4)
    _style(document, NOTE, 10, after=4)
    _style(document, MARK, 10, bold=True, after=8, color=_CORAL)
    signature = _style(document, SIGNATURE, 11)
    signature.paragraph_format.keep_together = True
    for name, number, level in ((PART, TITLES, 0), (ARTICLE, ARTICLES, 0), (LETTER, ARTICLES, 1), (BULLET, DOTS, 0)):
        numbered(document.styles[name].element.get_or_add_pPr(), number, level)


def _style(
    document: Document,
    name: str,
    size: float,
    *,
    bold: bool = False,
    before: float = 0,
    after: float = 0,
    color: RGBColor = _INK,
    next_too: bool = False,
) -> ParagraphStyle:
    """A style from nothing: what the template said of it is gone."""
    style = document.styles[name]
    for tag in ("w:rPr", "w:pPr", "w:link"):
        for old in style.element.findall(qn(tag)):
            style.element.remove(old)
    outline = {PART: 0, ARTICLE: 1}.get(name)
    style.font.name, style.font.size, style.font.bold, style.font.color.rgb = FONT, Pt(size), bold, color
    shape = style.paragraph_format
    shape.space_before, shape.space_after, shape.keep_with_next = Pt(before), Pt(after), next_too
    if outline is not None:
        level = OxmlElement("w:outlineLvl")
        level.set(qn("w:val"), str(outline))
        style.element.get_or_add_pPr().append(level)
    style.quick_style, style.hidden = True, False
    return style


def numbered(properties, number: int, level: int = 0) -> None:
    """Tie a paragraph or a style to a list; number 0 unties it."""
    holder = properties.get_or_add_numPr()
    holder.get_or_add_ilvl().val = level
    holder.get_or_add_numId().val = number
