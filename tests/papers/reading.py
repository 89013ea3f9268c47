"""What a reader finds in each output, told without the records: automatic numbers are counted again from the file."""

import re
import subprocess
from collections import Counter
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path

import docx
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

_SHAPES = {"decimal": str, "lowerLetter": lambda n: chr(ord("a") + n - 1), "bullet": lambda n: ""}
_HEAD, _FOOT = 82, 92  # points of the margins of print.css, where the running head and foot are
_ROMAN = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")


def squeezed(text: str) -> str:
    """Without white space, and without the dots of lists, which are marks and not words."""
    return re.sub(r"[\s•]+", "", text)


def words_of_pdf(content: bytes, folder: Path, heads: Iterable[str]) -> str:
    """What the pages say between head and foot; `heads` of tables that go on in another page count once."""
    path = folder / "paper.pdf"
    path.write_bytes(content)
    asked = ["pdftotext", "-raw", "-r", "72", "-x", "0", "-W", "595", "-y", str(_HEAD), "-H", str(842 - _HEAD - _FOOT)]
    said = squeezed(subprocess.run([*asked, path, "-"], capture_output=True, text=True, check=True).stdout)
    for head, times in Counter(map(squeezed, heads)).items():
        while said.count(head) > times:
            before, _, after = said.rpartition(head)
            said = before + after
    return said


def words_of_docx(content: bytes) -> str:
    """The body with its numbers, as a word processor shows them."""
    document = docx.Document(BytesIO(content))
    counter = _Counter(document)
    lines = [counter.label(one) + one.text for one in map(_in(document), document.element.body.iter(qn("w:p")))]
    return squeezed("".join(lines))


def words_of_libreoffice(content: bytes, folder: Path) -> str:
    """The same file, as LibreOffice reads and numbers it."""
    (folder / "paper.docx").write_bytes(content)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    asked = ["soffice", profile, "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", folder]
    subprocess.run([*asked, folder / "paper.docx"], capture_output=True, check=True, timeout=180)
    return squeezed((folder / "paper.txt").read_text(encoding="utf-8-sig"))


def _in(document):
    return lambda element: Paragraph(element, document)


class _Counter:
    """Counts the lists of a DOCX: each number has levels, and a higher level begins the lower ones again."""

    def __init__(self, document) -> None:
        numbering = document.part.numbering_part.element
        self.shapes = {one.get(qn("w:abstractNumId")): one for one in numbering.findall(qn("w:abstractNum"))}
        self.lists = {
            one.get(qn("w:numId")): one.find(qn("w:abstractNumId")).get(qn("w:val"))
            for one in numbering.findall(qn("w:num"))
        }
        self.counts: dict[tuple[str, int], int] = {}
        self.styles = {style.style_id: style.element for style in document.styles}

    def label(self, paragraph) -> str:
        number, level = self._list_of(paragraph)
        if number in ("", "0"):
            return ""
        self.counts[number, level] = self.counts.get((number, level), 0) + 1
        for lower in range(level + 1, 3):
            self.counts.pop((number, lower), None)
        shape = self.shapes[self.lists[number]].findall(qn("w:lvl"))[level]
        kind = shape.find(qn("w:numFmt")).get(qn("w:val"))
        said = _ROMAN[self.counts[number, level]] if kind == "upperRoman" else _SHAPES[kind](self.counts[number, level])
        return shape.find(qn("w:lvlText")).get(qn("w:val")).replace(f"%{level + 1}", said)

    def _list_of(self, paragraph) -> tuple[str, int]:
        number, level = "", 0
        for element in (self.styles[paragraph._p.style or "Normal"], paragraph._p):
            for found in element.findall(f"{qn('w:pPr')}/{qn('w:numPr')}"):
                number = found.find(qn("w:numId")).get(qn("w:val"))
                deeper = found.find(qn("w:ilvl"))
                level = 0 if deeper is None else int(deeper.get(qn("w:val")))
        return number, level
