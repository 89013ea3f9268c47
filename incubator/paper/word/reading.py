"""What comes back: the articles of an edited DOCX, found by the bookmark that each one carries."""

from io import BytesIO
from zipfile import BadZipFile

import docx
from docx.oxml.ns import qn
from docx.oxml.text.paragraph import CT_P
from docx.text.paragraph import Paragraph

from incubator.paper.errors import PaperError
from incubator.paper.word.styles import ARTICLE, LETTER, PART
from incubator.paper.word.writing import key_of


def articles(content: bytes) -> dict[str, tuple[str, str]]:
    """Key → (heading, text without automatic letters made visible again)."""
    try:
        document = docx.Document(BytesIO(content))
    except (BadZipFile, KeyError, ValueError) as error:
        raise PaperError("This file is not a DOCX that can be read.") from error
    found: dict[str, tuple[str, list[str]]] = {}
    key, pending, added = "", "", 0
    letters = _Letters()
    names = {style.style_id: style.name or "" for style in document.styles}
    for element in document.element.body.iter(qn("w:bookmarkStart"), qn("w:p")):
        if element.tag == qn("w:bookmarkStart"):
            pending = key_of(element.get(qn("w:name")) or "") or pending
            continue
        style, text = names.get(element.style or "", ""), Paragraph(element, document).text.strip()
        inside = [key_of(mark.get(qn("w:name")) or "") for mark in element.iter(qn("w:bookmarkStart"))]
        if style == ARTICLE:
            key = next(filter(None, inside), "") or pending
            if not key or key in found:
                added += 1
                key = f"new-{added}"
            found[key], pending = (text, []), ""
            letters = _Letters()
        elif style == PART:
            key = ""
        elif key and text:
            found[key][1].append(letters.before(element, style) + text)
    return {one: (heading, "\n".join(lines)) for one, (heading, lines) in found.items()}


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
