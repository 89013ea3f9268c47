"""A table for paper: rows and kinds in, cells ready to print out. `templates/print/table.html` draws it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from incubator.paper.formats import NUMERIC_KINDS, Kind, shown

_KEPT_TOGETHER = 12  # rows


@dataclass(frozen=True)
class Heading:
    """The head of a column: what it says, what kind of values it holds, and its share of the width in per cent."""

    title: str
    kind: Kind = "text"
    width: int | None = None

    @property
    def css(self) -> str:
        """The classes of the head and of its cells: numbers to the right, and the width as a class of print.css."""
        side = "number" if self.kind in NUMERIC_KINDS else "words"
        return f"{side} w{self.width}" if self.width else side


@dataclass(frozen=True)
class Cell:
    """One printed cell. A header cell names its row."""

    text: str
    css: str
    is_header: bool = False


@dataclass(frozen=True)
class PaperTable:
    """A caption, heads, rows of raw values and, if any, a last row of totals; the first column names the row.

    `density` is "normal" or "tight" (annexes of many rows). `empty` is the sentence printed instead of no rows.
    """

    caption: str
    headings: Sequence[Heading]
    rows: Iterable[Sequence[Any]] = field(default_factory=tuple)
    total: Sequence[Any] | None = None
    note: str = ""
    density: str = "normal"
    empty: str = "Sin registros en este período."

    def __post_init__(self) -> None:
        object.__setattr__(self, "rows", tuple(tuple(row) for row in self.rows))
        for row in (*self.rows, *([self.total] if self.total is not None else [])):
            if len(row) != len(self.headings):
                raise ValueError(f"«{self.caption}»: a row of {len(row)} values under {len(self.headings)} headings.")

    @property
    def css(self) -> str:
        """Its classes: how dense it is, and whether it is short enough to be kept on one page."""
        return f"{self.density} together" if len(self.rows) <= _KEPT_TOGETHER else self.density

    def _cells(self, row: Sequence[Any]) -> list[Cell]:
        return [
            Cell(shown(value, heading.kind), heading.css, is_header=position == 0)
            for position, (heading, value) in enumerate(zip(self.headings, row, strict=True))
        ]

    @property
    def body(self) -> list[list[Cell]]:
        """The rows as printed cells."""
        return [self._cells(row) for row in self.rows]

    @property
    def footing(self) -> list[Cell]:
        """The row of totals as printed cells; empty when there is none or no row to add up."""
        return self._cells(self.total) if self.total is not None and self.rows else []
