"""A census workbook, read: groups, people, refusals and warnings, with nothing of a database.

The right sheet and its header are found by content; columns are recognised by meaning (columns.py) and by what
they hold (evidence.py); the rows become groups and people by the sentences of docs/reference/census-json.md.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from cases.census import reasons
from cases.census.cells import said
from cases.census.groups import Groups
from cases.census.headers import Header, Hints, find_header
from cases.census.layout import layout_of
from cases.census.lines import Band, Line, lines_of, may_name_groups
from cases.census.notices import Notices
from cases.census.people import People
from cases.census.personal import Personal
from cases.census.preview import first_rows
from cases.census.records import CensusReading, Layout, UnusableWorkbook
from cases.census.vocabulary import FIELDS
from incubator.text import fold
from incubator.workbooks.reading import Sheet, read_workbook

__all__ = ["UnusableWorkbook", "read_census"]

_EXAMPLE_SHEET = re.compile(r"\b(?:instruc\w*|ejemplo\w*|modelo|ayuda|formato|plantilla|listas?|glosario)\b")


def read_census(
    source: Path | bytes,
    filename: str,
    *,
    resolve_commune: Callable[[str], str | None],
    today: date,
    columns: Mapping[str, str] | None = None,
    synonyms: Mapping[str, str] | None = None,
    may_read_disability: bool = True,
    keep_members: bool = True,
) -> CensusReading:
    """Read a census workbook; raises UnusableWorkbook, whose sentence says what to do.

    `columns` are an officer's corrections, field → header; `synonyms` what was learnt, folded header → field.
    Without `may_read_disability` those columns are set apart as ignored; without `keep_members` no people are kept,
    only counted.
    """
    hints = Hints(columns or {}, {fold(header): name for header, name in (synonyms or {}).items()}, may_read_disability)
    asked = _Asked(hints, today, resolve_commune)
    read = [found for sheet in read_workbook(source, filename) if (found := _read_sheet(sheet, asked))]
    if not read:
        raise UnusableWorkbook(reasons.UNUSABLE["no_header"])
    best = max(read, key=lambda found: found.rank).reading
    if not best.rows_read:
        raise UnusableWorkbook(reasons.UNUSABLE["no_people"])
    return best if keep_members else replace(best, people=())


@dataclass(frozen=True)
class _Asked:
    """What the caller asked, the same for every sheet."""

    hints: Hints
    today: date
    resolve_commune: Callable[[str], str | None]


@dataclass(frozen=True)
class _ReadSheet:
    """A sheet once read and how likely it is the census: it holds people of groups, is no example, is the fuller."""

    rank: tuple
    reading: CensusReading


def _read_sheet(sheet: Sheet, asked: _Asked) -> _ReadSheet | None:
    header = find_header(sheet.rows, asked.hints)
    if header is None:
        return None
    has_column = "group" in header.fields
    if not has_column and not may_name_groups(sheet.rows):
        return None
    lines = lines_of(sheet.rows, header)
    if not has_column and not any(isinstance(line, Band) for line in lines):
        return None
    layout = layout_of(lines, header)
    reading = _Census(header, layout, asked, lines).read(sheet)
    has_groups = bool(reading.groups)
    has_people = bool(reading.people or reading.rejected)
    is_example = bool(_EXAMPLE_SHEET.search(fold(sheet.name or "")))
    weight = reading.rows_read * (2 if layout is Layout.LONG else 1)
    return _ReadSheet((has_groups and has_people, has_groups, not is_example, not sheet.is_hidden, weight), reading)


class _Census:
    """One walk over the rows of the sheet that holds the census."""

    def __init__(self, header: Header, layout: Layout, asked: _Asked, lines: list[Line | Band]) -> None:
        self._header, self._layout, self._lines = header, layout, lines
        self._wide = layout is Layout.WIDE
        self._notices = Notices()
        sexes = {fold(line.text("sex")) for line in lines if isinstance(line, Line)}
        resolve = asked.resolve_commune
        personal = Personal(header, self._notices, today=asked.today, wide=self._wide, sexes=sexes)
        self._people = People(header, self._notices, personal, resolve_commune=resolve)
        self._groups = Groups(header, self._notices, today=asked.today, resolve_commune=resolve, wide=self._wide)
        self._rows_read = 0

    def read(self, sheet: Sheet) -> CensusReading:
        """Every row in order, then the whole as one reading."""
        for line in self._lines:
            self._take(line)
        named = {name: self._header.header_of(name) for name in FIELDS if name in self._header.fields}
        return CensusReading(
            sheet=sheet.name,
            header_row=self._header.row + 1,
            layout=self._layout,
            columns=named,
            rows_read=self._rows_read,
            ignored=self._header.ignored,
            groups=self._groups.rows(),
            people=self._people.rows(),
            rejected=self._notices.rejected,
            warnings=self._notices.warnings,
            first_rows=first_rows(sheet.rows, self._header),
        )

    def _take(self, line: Line | Band) -> None:
        """A row names its group or continues the one above, tells the group's facts, and brings its person."""
        group = self._groups.open(line.group, line.number) if line.group else self._groups.current
        if group:
            self._groups.tell(group, line)
        if isinstance(line, Band):
            return
        is_person = line.has_name or line.has_run if self._wide else line.has_person
        if is_person:
            self._people.add(line, group)
        if is_person or (self._wide and bool(said(line.cells.get("group")))):
            self._rows_read += 1
