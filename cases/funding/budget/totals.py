"""The sums of a budget: by item, by month, what is requested and what is contributed. Whole pesos, nothing rounded."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from cases.funding.bases.shapes import Item
from incubator.text import fold

#: A project longer than this is written by somebody who meant another unit.
MOST_MONTHS = 36


class Spent(Protocol):
    """What is read of a line: the row of the database, or one not saved yet."""

    item: str
    name: str
    months: Sequence[int]
    own_cash: int
    own_kind: int


@dataclass(frozen=True)
class Line:
    """A line as plain values."""

    item: str
    name: str
    months: tuple[int, ...] = ()
    own_cash: int = 0
    own_kind: int = 0
    note: str = ""


@dataclass(frozen=True)
class ItemTotal:
    """What the lines of one item add up to."""

    key: str
    name: str
    months: tuple[int, ...]
    own_cash: int
    own_kind: int

    @property
    def requested(self) -> int:
        """What is asked in all months."""
        return sum(self.months)

    @property
    def own(self) -> int:
        """What is contributed, in cash and valued."""
        return self.own_cash + self.own_kind

    @property
    def total(self) -> int:
        """What it costs, whoever pays."""
        return self.requested + self.own


@dataclass(frozen=True)
class Totals(ItemTotal):
    """What the whole budget adds up to, and each of its items in the order of the bases."""

    items: tuple[ItemTotal, ...] = ()

    def of(self, keys: Iterable[str]) -> ItemTotal:
        """The sum of some items; of the whole when none is named."""
        wanted = tuple(keys)
        return _sum("", "", [one for one in self.items if one.key in wanted]) if wanted else self


def requested(line: Spent) -> int:
    """What a line asks in all months."""
    return sum(line.months)


def cost(line: Spent) -> int:
    """What a line costs, whoever pays."""
    return requested(line) + line.own_cash + line.own_kind


def same_thing(item: str, name: str) -> tuple[str, str]:
    """What two spellings of one thing of one item share: how a line is known from one version to another."""
    return item, fold(name)


def totals(lines: Iterable[Spent], items: Sequence[Item] = ()) -> Totals:
    """The sums of a budget. With the items of the bases: in their order and by their names, those not used left out."""
    grouped: dict[str, list[Spent]] = {}
    for line in lines:
        grouped.setdefault(line.item, []).append(line)
    named = {item.key: item.name for item in items}
    order = [item.key for item in items if item.key in grouped] + [key for key in grouped if key not in named]
    parts = tuple(_sum(key, named.get(key, key), grouped[key]) for key in order)
    whole = _sum("", "", parts)
    return Totals("", "", whole.months, whole.own_cash, whole.own_kind, parts)


def _sum(key: str, name: str, parts: Sequence[Spent | ItemTotal]) -> ItemTotal:
    length = max((len(part.months) for part in parts), default=0)
    months = tuple(sum(part.months[month] for part in parts if month < len(part.months)) for month in range(length))
    return ItemTotal(key, name, months, sum(p.own_cash for p in parts), sum(p.own_kind for p in parts))
