"""The groups of a sheet: named once, their facts told by any of their rows, the first value written kept."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from cases.census.cells import count_of, said, text_of
from cases.census.dates import read_date
from cases.census.declared import is_formal
from cases.census.headers import Header
from cases.census.lines import Band, Line
from cases.census.notices import Notices
from cases.census.records import GroupRow
from incubator.text import fold, squeeze
from incubator.workbooks.reading import Value

# Two members may live in different communes: only what is the group's own can disagree.
_MUST_AGREE = ("formal", "trade", "recorded_on", "members")


@dataclass
class Group:
    """A group while the sheet is read; `people` are the keys of those who belong to it."""

    name: str
    row: int
    facts: dict[str, object] = field(default_factory=dict)
    people: list[int] = field(default_factory=list)


class Groups:
    """The groups in the order they are first named; a blank cell continues the one above."""

    def __init__(
        self, header: Header, notices: Notices, *, today: date, resolve_commune: Callable[[str], str | None], wide: bool
    ) -> None:
        self._header, self._notices, self._today, self._resolve = header, notices, today, resolve_commune
        self._fields = ("formal", "trade", "recorded_on", "commune", "sector", *(("members",) if wide else ()))
        self._wide = wide
        self._groups: dict[str, Group] = {}
        self._warned: set[tuple[str, str, str]] = set()
        self.current: Group | None = None

    def open(self, name: str, row: int) -> Group:
        """The group of that name, accents and case aside, which the rows below continue."""
        key = fold(name) or name
        self.current = self._groups.setdefault(key, Group(squeeze(name), row))
        return self.current

    def tell(self, group: Group, line: Line | Band) -> None:
        """Add what the row says of the group; what disagrees with an earlier row warns and changes nothing."""
        clashes = []
        for name in self._fields:
            value = self._read(name, line.cells.get(name), group, line)
            if value is None:
                continue
            held = group.facts.setdefault(name, value)
            if name in _MUST_AGREE and name not in line.repeated and not _agree(held, value):
                clashes.append(self._header.header_of(name) or name)
        if clashes:
            self._notices.warn("conflict", line.number, "», «".join(clashes), group.name)

    def _read(self, name: str, cell: Value | None, group: Group, line: Line | Band) -> object:
        if name == "formal":
            return is_formal(cell)
        if name == "members":
            return count_of(cell)
        if name == "recorded_on":
            read = read_date(cell, today=self._today)
            if read.is_wrong:
                self._warn_once("date", name, cell, group, line)
            return read.on
        text = said(cell)
        if name == "commune" and text:
            code = self._resolve(text)
            if code is None:
                self._warn_once("commune", name, cell, group, line)
            return code
        if name == "sector" and fold(text) in ("s n", "sn"):
            return None
        return text or None

    def _warn_once(self, reason: str, name: str, cell: Value | None, group: Group, line: Line | Band) -> None:
        """Warn on the row where the value is written, not on those where it is carried or copied."""
        key = (group.name, name, fold(text_of(cell)))
        if name not in line.repeated and key not in self._warned:
            self._warned.add(key)
            self._notices.warn(reason, line.number, self._header.header_of(name), text_of(cell))

    def rows(self) -> tuple[GroupRow, ...]:
        """The groups as read, in order."""
        return tuple(self._row(group) for group in self._groups.values())

    def _row(self, group: Group) -> GroupRow:
        facts: Mapping[str, object] = {name: value for name, value in group.facts.items() if name != "members"}
        members = group.facts.get("members") if self._wide else len(group.people)
        formal = facts.get("formal") is True
        return GroupRow(group.name, group.row, **{**facts, "formal": formal, "members": members})


def _agree(one: object, other: object) -> bool:
    if isinstance(one, str) and isinstance(other, str):
        return fold(one) == fold(other)
    return one == other
