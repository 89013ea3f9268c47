"""The rows under the header, told apart: rows of people or groups, and rows «Grupo: X».

Titles, repeated headers, totals, footnotes, signatures and rows with only a number are never data.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from cases.census.cells import is_blank, is_ditto, is_number, said, text_of
from cases.census.columns import is_group_label, meaning_of
from cases.census.declared import sex_of
from cases.census.evidence import has_email, has_group_word
from cases.census.headers import Header, Row
from cases.census.names import is_like_a_name
from cases.census.notes import are_hints, is_note, is_signature, is_total, labelled, names_a_group
from incubator.text import fold, squeeze
from incubator.workbooks.reading import Value

NAME_FIELDS = ("name", "given_names", "surname_1", "surname_2")
GROUP_FACTS = ("formal", "trade", "recorded_on", "members", "commune", "sector")
_NEVER_COPIED = {"rut", "check_digit", "name", "given_names", "group", "email"}
_LEAST_DIGITS = 5
_LONGEST_DATE = 40
_LARGEST_COUNT = 1000

_COUNT_AFTER = re.compile(
    r"\s*[(\[–-]\s*\d+\s*(?:integrante|persona|soci|miembro|participante)[^)\]]*[)\]]?\s*$", re.IGNORECASE
)


@dataclass(frozen=True)
class Line:
    """A row of data: its values by field, ditto marks resolved; `repeated` are the fields that repeat the row above."""

    number: int
    cells: Mapping[str, Value]
    group: str = ""
    repeated: frozenset[str] = frozenset()
    spare_phones: tuple[Value, ...] = ()
    filled: int = 0

    def text(self, name: str) -> str:
        """The text of a field on one line, empty when the cell says nothing."""
        return said(self.cells.get(name))

    @property
    def has_name(self) -> bool:
        """Whether the row writes a person's name."""
        return any(any(c.isalpha() for c in self.text(name)) for name in NAME_FIELDS)

    @property
    def has_run(self) -> bool:
        """Whether the row writes a RUN or another document, right or wrong."""
        return sum(c.isdigit() for c in self.text("rut")) >= _LEAST_DIGITS

    @property
    def has_contact(self) -> bool:
        """Whether the row holds something that only a person has: phone, mail, sex or birth."""
        phone = sum(c.isdigit() for c in self.text("phone")) > _LEAST_DIGITS
        is_born = any(c.isdigit() for c in self.text("birth_date")) and len(self.text("birth_date")) < _LONGEST_DATE
        has_sex = sex_of(self.cells.get("sex")) is not None
        return phone or is_born or has_sex or has_email(self.cells.get("email", ""))

    @property
    def has_person(self) -> bool:
        """Whether the row holds a person, whole or not."""
        return self.has_name or self.has_run or self.has_contact

    @property
    def is_sure(self) -> bool:
        """Whether nobody would take the row for a footnote: a RUN, or a name or a group with something beside it."""
        is_named = self.has_name or (bool(self.group) and not self._is_tally)
        return self.has_run or (is_named and self.filled > 1)

    @property
    def _is_tally(self) -> bool:
        """Whether a text has nothing beside it but a number in a person's column: «Hombres», 12."""
        beside = {name: value for name, value in self.cells.items() if name != "group" and not is_blank(value)}
        return bool(beside) and not beside.keys() & set(GROUP_FACTS) and all(map(is_number, beside.values()))


@dataclass(frozen=True)
class Band:
    """A row that names the group of the rows below it, with whatever else it tells of the group."""

    number: int
    group: str
    cells: Mapping[str, Value] = field(default_factory=dict)
    repeated: frozenset[str] = frozenset()


def lines_of(rows: Sequence[Row], header: Header) -> list[Line | Band]:
    """The rows of data under the header, in order; a group named over the header is that of the first ones."""
    walk = _Lines(rows, header)
    found = list(walk.read())
    if found and isinstance(found[0], Line) and (band := walk.band_above()):
        found.insert(0, band)
    last = max((line.number for line in found if isinstance(line, Line) and line.is_sure), default=0)
    kept: list[Line | Band] = []
    for line in found:
        reach = max(last, kept[-1].number if kept else 0)
        if isinstance(line, Band) or line.is_sure or not _is_footnote(line, reach):
            kept.append(line)
    return kept


def _is_footnote(line: Line, reach: int) -> bool:
    """Whether a row of one text is a note or a signature rather than a lone group or person.

    Data reach down to the row `reach`; a lone name may continue them in the next one.
    """
    text = line.group or " ".join(line.text(name) for name in NAME_FIELDS).strip()
    if not text:
        return False
    if is_note(text):
        return True
    if line.group:
        return line.number > reach and not has_group_word(text)
    return line.number > reach + 1 or not is_like_a_name(text)


class _Lines:
    """One walk down the rows of a sheet."""

    def __init__(self, rows: Sequence[Row], header: Header) -> None:
        self._rows, self._header = rows, header
        above = [value for row in rows[: header.row] for value in row]
        texts = [value for value in above if isinstance(value, str) and not is_blank(value)]
        self._has_groups = "group" in header.fields
        firsts = (next((value for value in row if not is_blank(value)), None) for row in rows[header.row + 1 :])
        self._has_labels = any(isinstance(first, str) and is_group_label(labelled(first)[0]) for first in firsts)
        self._titles = {_plain(text) for text in texts if self._has_groups or not names_a_group(text)}
        self._headers = {column: _plain(text) for column, text in header.headers.items() if text}
        self._previous: dict[str, Value] = {}

    def read(self) -> Iterator[Line | Band]:
        """Every row that may be data; lone notes are judged later. Nothing without a RUN follows a signature."""
        is_signed = False
        for index in range(self._header.row + 1, len(self._rows)):
            row = self._rows[index]
            filled = {column: value for column, value in enumerate(row) if not is_blank(value)}
            is_signed = is_signed or is_signature(filled, row)
            if not filled or self._is_repeated_heading(filled) or _only_counts(filled.values()):
                continue
            if are_hints(filled.values()):
                continue
            line = self._line(index + 1, row, filled)
            if is_signed and not line.has_run:
                continue
            is_signed = False
            band = None if line.has_run else self._band(index + 1, line, filled)
            if band:
                yield band
            elif not self._is_total(line, filled) and (line.group or line.has_person):
                self._previous.update({name: value for name, value in line.cells.items() if not is_blank(value)})
                yield line

    def band_above(self) -> Band | None:
        """The group that a row over the header names, in a sheet that has no column for it."""
        top = self._header.row if self._header.band_row is None else self._header.band_row
        for index in () if self._has_groups else reversed(range(top)):
            filled = {column: value for column, value in enumerate(self._rows[index]) if not is_blank(value)}
            first = next(iter(filled.values()), None)
            if isinstance(first, str) and names_a_group(squeeze(first)):
                return self._band(index + 1, self._line(index + 1, self._rows[index], filled), filled)
        return None

    def _is_repeated_heading(self, filled: Mapping[int, Value]) -> bool:
        """Whether the row is the header or the titles of the sheet over again."""
        texts = {column: _plain(value) for column, value in filled.items()}
        same = sum(1 for column, text in texts.items() if self._headers.get(column) == text)
        if same and same >= 0.5 * len(texts):
            return True
        return all(text in self._titles for text in texts.values())

    def _line(self, number: int, row: Row, filled: Mapping[int, Value]) -> Line:
        cells: dict[str, Value] = {}
        repeated = set()
        for name, column in self._header.fields.items():
            value = row[column] if column < len(row) else ""
            if is_ditto(value):
                value = "" if name in _NEVER_COPIED else self._previous.get(name, "")
                repeated.add(name)
            cells[name] = value
        group = _group_name(said(cells.get("group")))
        spare = tuple(row[column] for column in self._header.spare_phones if column < len(row))
        count = sum(1 for value in filled.values() if not is_ditto(value))
        return Line(number, cells, group, frozenset(repeated), spare, count)

    def _is_total(self, line: Line, filled: Mapping[int, Value]) -> bool:
        """Whether the row sums or counts others: «TOTAL», «Subtotal Junta X», «Total grupo: 11»."""
        if line.has_run:
            return False
        totals = [value for value in filled.values() if is_total(value)]
        if not totals:
            return False
        others = [value for value in filled.values() if value not in totals and not is_number(value)]
        return not others or not line.has_name or fold(line.text("name")).startswith(("total", "sub"))

    def _band(self, number: int, line: Line, filled: Mapping[int, Value]) -> Band | None:
        """The row as «Grupo: X», or None; without a group column a lone name of a group is one too."""
        texts = [(column, squeeze(value)) for column, value in filled.items() if isinstance(value, str)]
        texts = [(column, text) for column, text in texts if text and not is_number(text)]
        if not texts or is_total(texts[0][1]):
            return None
        label, rest = labelled(texts[0][1])
        if label and is_group_label(label):
            return self._labelled_band(number, line, texts, rest)
        if "group" in self._header.fields or len(filled) > 1 or is_note(texts[0][1]):
            return None
        column, text = texts[0]
        is_person = column in {self._header.fields.get(name) for name in (*NAME_FIELDS, "rut")}
        is_heading = has_group_word(text) or not is_person
        is_heading = is_heading or (not self._has_labels and self._stands_over_people(number))
        return Band(number, text) if is_heading else None

    def _stands_over_people(self, number: int) -> bool:
        """Whether the next row that says something is fuller than one cell."""
        for row in self._rows[number : number + 4]:
            filled = sum(1 for value in row if not is_blank(value))
            if filled:
                return filled > 1
        return False

    def _labelled_band(self, number: int, line: Line, texts: list[tuple[int, str]], rest: str) -> Band | None:
        """The band of a row whose first text is labelled as a group; the name may stand in the next cell."""
        used, others = {texts[0][0]}, texts[1:]
        if not rest and others:
            used.add(others[0][0])
            rest, others = others[0][1], others[1:]
        used |= {column for column, text in others if labelled(text)[0]}
        fields = self._header.fields
        cells = {name: line.cells[name] for name in GROUP_FACTS if name in line.cells and fields[name] not in used}
        name, *more = re.split(r"\s*[|;]\s*", rest)
        for _, text in [*others, *((0, piece) for piece in more)]:
            label, value = labelled(text)
            meaning = meaning_of(label) if label else None
            if meaning and value and meaning.field in GROUP_FACTS:
                cells[meaning.field] = value
        name = _COUNT_AFTER.sub("", name).strip()
        is_person = line.has_name and fields.get("name") not in used
        is_named = any(c.isalpha() for c in name)
        return Band(number, name, cells) if is_named and not is_person else None


def _only_counts(values: Iterable[Value]) -> bool:
    """Whether a row holds nothing but small numbers: correlatives, or the columns numbered under their header."""
    return all(
        is_number(value) and float(re.sub(r"[^\d.]", "", text_of(value)) or 0) < _LARGEST_COUNT for value in values
    )


def may_name_groups(rows: Sequence[Row]) -> bool:
    """Whether some row could be «Grupo: X»: a text alone in its row, or one with a label."""
    for row in rows:
        filled = [value for value in row if value is not None and value != ""]
        if filled and isinstance(filled[0], str) and (len(filled) == 1 or ":" in filled[0] or " - " in filled[0]):
            return True
    return False


def _plain(value: Value) -> str:
    """A text as a repeated heading repeats it: only spaces and case may differ."""
    return squeeze(text_of(value)).casefold()


def _group_name(text: str) -> str:
    """The name in a group's cell, without the label that some write in every cell."""
    label, rest = labelled(text)
    return rest if label and rest and is_group_label(label) else text
