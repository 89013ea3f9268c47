"""What a document says, as plain records: one source for its PDF and its DOCX.

    Paper > Section > Article > blocks (Paragraph, Letters, Bullets, Grid, Signatures)

A paragraph is runs of text, Strong or Xref(key); articles are numbered once, through the whole paper, by `settled`,
which also turns each Xref into words. Writers take only settled papers.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property

from incubator.paper.errors import PaperError
from incubator.paper.spelled import words

_WIDE = 5  # columns
_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


@dataclass(frozen=True)
class Xref:
    """A reference to an article of the same paper, by its key: «artículo doce (12)»."""

    key: str


@dataclass(frozen=True)
class Strong:
    """Words that stand out."""

    text: str


Run = str | Strong | Xref


@dataclass(frozen=True)
class Paragraph:
    """Runs, read one after another."""

    runs: tuple[Run, ...]
    kind = "paragraph"

    @property
    def pieces(self) -> list[tuple[str, bool]]:
        """(text, whether it stands out) of a settled paragraph."""
        return [(run.text, True) if isinstance(run, Strong) else (str(run), False) for run in self.runs]

    @property
    def text(self) -> str:
        """Its words, without emphasis."""
        return "".join(text for text, _ in self.pieces)


@dataclass(frozen=True)
class Letters:
    """a) b) c): up to 26, each a paragraph."""

    items: tuple[Paragraph, ...]
    kind = "letters"

    @property
    def lettered(self) -> list[tuple[str, Paragraph]]:
        """(«a)», paragraph)."""
        return [(f"{chr(ord('a') + place)})", item) for place, item in enumerate(self.items)]


@dataclass(frozen=True)
class Bullets:
    """A list without order."""

    items: tuple[Paragraph, ...]
    kind = "bullets"


@dataclass(frozen=True)
class Grid:
    """A table: the first cell of a row names it; `widths` in per cent; `tall` rows leave room for a hand."""

    caption: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...]
    tall: bool = False
    kind = "grid"

    def __post_init__(self) -> None:
        for row in (self.widths, *self.rows):
            if len(row) != len(self.headings):
                raise ValueError(f"«{self.caption}»: {len(row)} values under {len(self.headings)} headings.")

    @property
    def css(self) -> str:
        """How it is drawn: rows for a hand, or smaller letters for many columns."""
        return f"data{' tall' if self.tall else ''}{' tight' if len(self.headings) > _WIDE else ''}"

    @property
    def columns(self) -> list[tuple[str, int]]:
        """(heading, width)."""
        return list(zip(self.headings, self.widths, strict=True))


@dataclass(frozen=True)
class Signer:
    """Who signs on a line, and as what."""

    name: str
    role: str
    note: str = ""


@dataclass(frozen=True)
class Signatures:
    """A few lines to sign; many people sign in a tall Grid."""

    signers: tuple[Signer, ...]
    kind = "signatures"


Block = Paragraph | Letters | Bullets | Grid | Signatures


@dataclass(frozen=True)
class Article:
    """Numbered through the paper. `number` is zero until settled."""

    key: str
    heading: str
    blocks: tuple[Block, ...]
    number: int = 0

    @property
    def label(self) -> str:
        """«Artículo 5.»"""
        return f"Artículo {self.number}."

    @cached_property
    def text(self) -> str:
        """Its words, a line per paragraph, without its number or heading."""
        return "\n".join(line for block in self.blocks for line in block_lines(block))


@dataclass(frozen=True)
class Section:
    """A part with its heading (a «Título» when numbered); `annex` is printed after the paper, on a page of its own."""

    key: str
    heading: str
    blocks: tuple[Block, ...] = ()
    articles: tuple[Article, ...] = ()
    numbered: bool = False
    annex: bool = False
    number: int = 0

    @property
    def label(self) -> str:
        """«Título II.», empty for a part without number."""
        return f"Título {roman(self.number)}." if self.number else ""


@dataclass(frozen=True)
class Paper:
    """One document. `foot` is the sentence under each page; `large` prints in large type."""

    key: str
    title: str
    sections: tuple[Section, ...]
    subtitle: str = ""
    author: str = ""
    draft: bool = True
    foot: str = ""
    large: bool = False
    settled: bool = field(default=False, compare=False)

    @property
    def articles(self) -> tuple[Article, ...]:
        """Every article, in order."""
        return tuple(article for section in self.sections for article in section.articles)


def roman(number: int) -> str:
    """«XIV», up to 39."""
    said = ""
    for value, letters in _ROMAN:
        said += letters * (number // value)
        number %= value
    return said


def block_lines(block: Block) -> Iterator[str]:
    """The words of a block, a line each, as both outputs say them (automatic letters included)."""
    if isinstance(block, Paragraph):
        yield block.text
    elif isinstance(block, Letters):
        yield from (f"{label} {item.text}" for label, item in block.lettered)
    elif isinstance(block, Bullets):
        yield from (item.text for item in block.items)
    elif isinstance(block, Grid):
        yield block.caption
        yield from block.headings
        yield from (cell for row in block.rows for cell in row)
    else:
        yield from (line for signer in block.signers for line in (signer.name, signer.role, signer.note) if line)


def settle(paper: Paper) -> Paper:
    """The paper with its numbers, and each Xref in words. PaperError when one leads nowhere."""
    numbers: dict[str, int] = {}
    for article in paper.articles:
        if article.key in numbers:
            raise PaperError(f"«{paper.key}»: two articles are called «{article.key}».")
        numbers[article.key] = len(numbers) + 1
    titles, sections = 0, []
    for section in paper.sections:
        titles += section.numbered
        articles = tuple(
            replace(one, number=numbers[one.key], blocks=_settled(one.blocks, numbers)) for one in section.articles
        )
        blocks = _settled(section.blocks, numbers)
        sections.append(replace(section, number=titles * section.numbered, blocks=blocks, articles=articles))
    return replace(paper, sections=tuple(sections), settled=True)


def _settled(blocks: tuple[Block, ...], numbers: dict[str, int]) -> tuple[Block, ...]:
    found: list[Block] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            found.append(_worded(block, numbers))
        elif isinstance(block, Letters | Bullets):
            found.append(replace(block, items=tuple(_worded(item, numbers) for item in block.items)))
        else:
            found.append(block)
    return tuple(found)


def _worded(paragraph: Paragraph, numbers: dict[str, int]) -> Paragraph:
    runs = tuple(_reference(run.key, numbers) if isinstance(run, Xref) else run for run in paragraph.runs)
    return Paragraph(runs)


def _reference(key: str, numbers: dict[str, int]) -> str:
    if key not in numbers:
        raise PaperError(f"A reference leads to «{key}», which is no article of this paper.")
    return f"artículo {words(numbers[key])} ({numbers[key]})"
