"""One table for screen, paper and workbook: the same values under the same heads, whoever draws them."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from incubator.paper.formats import NUMERIC_KINDS, Kind, number
from incubator.paper.formats import shown as written

#: Printed in place of a figure that could point at somebody.
NOT_PRINTED = "n/p"
_CENT = Decimal("0.01")


@dataclass(frozen=True)
class Column:
    """A head: what it says, what its values are, what it means, its share of the paper, and whether numbers link."""

    title: str
    kind: Kind = "text"
    meaning: str = ""
    share: int | None = None
    key: str = ""

    @property
    def is_number(self):
        """Whether its values go to the right."""
        return self.kind in NUMERIC_KINDS


@dataclass(frozen=True)
class Row:
    """A row and the key by which the rows behind its numbers are found."""

    key: str
    values: tuple[Any, ...]


@dataclass(frozen=True)
class Table:
    """A caption, heads, rows and totals. Columns with a key have rows behind their numbers (behind.py)."""

    key: str
    caption: str
    sheet: str
    columns: Sequence[Column]
    rows: Sequence[Row]
    total: Row | None = None
    note: str = ""
    empty: str = "Sin registros en este período."
    is_long: bool = False

    @property
    def every_row(self):
        """The rows and, when there is something to add up, the totals."""
        return [*self.rows, self.total] if self.total is not None and self.rows else list(self.rows)


def hours(minutes: int) -> Decimal:
    """Minutes as hours with two decimals at most."""
    return (Decimal(minutes) / 60).quantize(_CENT, rounding=ROUND_HALF_UP)


def shown(value: Any, kind: Kind) -> str:
    """A value as people read it, on screen as on paper. Hours: one decimal, two where a quarter needs them."""
    if kind == "hours" and isinstance(value, int):
        return number(value, 0)
    if kind == "hours" and isinstance(value, Decimal):
        is_whole = value * 10 == (value * 10).to_integral_value()
        return number(value, 1 if is_whole else 2)
    return written(value, kind)


def share(part: int, whole: int) -> Any:
    """A percentage, or nothing when there is no whole."""
    return Decimal(100 * part) / whole if whole else ""
