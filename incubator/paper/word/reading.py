"""What comes back: the articles of an edited DOCX, found by the bookmark that each one carries."""

from io import BytesIO
from zipfile import BadZipFile

import docx
from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.text.paragraph import CT_P

from incubator.paper.errors import PaperError
from incubator.paper.word.styles import ARTICLE, LETTER, PART
from incubator.paper.word.writing import key_of

_STRUCK = (qn("w:del"), qn("w:moveFrom"))
_INSTEAD = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:noBreakHyphen"): "-"}
#: What is above every part.
_OUTSIDE = ("Title", "Subtitle")
#: Before the heading of a part that is no article, as its key.
IN_PART = "parte: "


def articles(content: bytes, *, parts: bool = False) -> dict[str, tuple[str, str]]:
    """Key → (heading, text without automatic letters made visible again).

    `parts`: also what stands outside articles, under «parte: » and the heading of its part.
    """
    document = _opened(content)
    found: dict[str, tuple[str, list[str]]] = {}
    key, pending, added = "", "", 0
    letters = _Letters()
    names = {style.style_id: style.name or "" for style in document.styles}
    for element in document.element.body.iter(qn("w:bookmarkStart"), qn("w:p")):
        if element.tag == qn("w:bookmarkStart"):
            pending = key_of(element.get(qn("w:name")) or "") or pending
            continue
        style, text = names.get(element.style or "", ""), _text_of(element)
        inside = [key_of(mark.get(qn("w:name")) or "") for mark in element.iter(qn("w:bookmarkStart"))]
        if style == ARTICLE:
            key = next(filter(None, inside), "") or pending
            if not key or key in found:
                added += 1
                key = f"new-{added}"
            found[key], pending = (text, []), ""
            letters = _Letters()
        elif style == PART:
            key = _part(found, text) if parts else ""
            letters = _Letters()
        elif not key and parts and text and style not in _OUTSIDE:
            key = _part(found, "")
            found[key][1].append(letters.before(element, style) + text)
        elif key and text:
            found[key][1].append(letters.before(element, style) + text)
    return {one: (heading, "\n".join(lines)) for one, (heading, lines) in found.items()}


def _opened(content: bytes) -> Document:
    try:
        return docx.Document(BytesIO(content))
    except (BadZipFile, KeyError, ValueError, SyntaxError) as error:  # lxml's errors are SyntaxErrors
        raise PaperError("This file is not a DOCX that can be read.") from error


def _part(found: dict[str, tuple[str, list[str]]], heading: str) -> str:
    """The key of a part, which the text after it goes under."""
    key = IN_PART + " ".join(heading.casefold().split())
    found.setdefault(key, (heading, []))
    return key


def _text_of(line: CT_P) -> str:
    """Its words as a reader who accepts every marked change sees them: what was put in, without what was struck out."""
    said = []
    for element in line.iter(qn("w:t"), qn("w:tab"), qn("w:br"), qn("w:noBreakHyphen")):
        if element.tag == qn("w:tab") and element.getparent().tag != qn("w:r"):
            continue  # a stop of the paragraph's own properties
        if any(parent.tag in _STRUCK for parent in element.iterancestors(*_STRUCK)):
            continue
        said.append((element.text or "") if element.tag == qn("w:t") else _INSTEAD[element.tag])
    return "".join(said).strip()


class _Letters:
    """The automatic letters, which are nowhere in the text of a paragraph."""

    def __init__(self) -> None:
        self.count, self.list = 0, ""

    def before(self, element: CT_P, style: str) -> str:
        """«b) » before the second of a list, nothing before what is no letter."""
        if style != LETTER:
            return ""
        own = element.find(f".//{qn('w:numId')}")
        where = "" if own is None else own.get(qn("w:val"))
        self.count = self.count + 1 if where == self.list else 1
        self.list = where
        return f"{chr(ord('a') + (self.count - 1) % 26)}) "
