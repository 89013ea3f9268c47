"""Where the header of a sheet is and what its columns mean. Of a header of two rows, the lower is the header."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from cases.census import evidence
from cases.census.assignment import Body, assign
from cases.census.cells import cell_of, is_blank, is_ditto, is_number, text_of
from cases.census.columns import DIAGNOSIS, OTHER, Meaning, meaning_of, normal_form
from cases.census.records import IgnoredColumn, WhyIgnored
from cases.census.vocabulary import GENERAL_WORDS, SENSITIVE_FIELDS
from incubator.text import fold
from incubator.workbooks.reading import Value

_SEARCHED_ROWS = 120
_LONGEST_HEADER = 140
_FULL_ROWS_ABOVE = 4
_KEYS = {"group", "name", "given_names", "rut"}
_NOT_A_FIELD = {DIAGNOSIS, OTHER}

Row = Sequence[Value]


@dataclass(frozen=True)
class Hints:
    """What is known beside the file: the officer's corrections, the synonyms remembered, and the right to read T3."""

    corrections: Mapping[str, str] = field(default_factory=dict)
    synonyms: Mapping[str, str] = field(default_factory=dict)
    may_read_disability: bool = True


@dataclass(frozen=True)
class Header:
    """The header of a sheet: rows from 0; `fields` maps a field to its column, `headers` a column to its text."""

    row: int
    headers: Mapping[int, str]
    fields: Mapping[str, int]
    spare_phones: tuple[int, ...] = ()
    ignored: tuple[IgnoredColumn, ...] = ()
    masked: frozenset[int] = frozenset()
    band_row: int | None = None

    def header_of(self, name: str) -> str | None:
        """The header of a field as written, or None when the sheet has no such column."""
        return self.headers[self.fields[name]] if name in self.fields else None


def find_header(rows: Sequence[Row], hints: Hints) -> Header | None:
    """The header row that names most fields, with its columns, or None when no row names a group or a person."""
    scores = {index: score for index in _candidates(rows) if (score := _score(rows[index], hints))}
    if not scores:
        return None
    best = max(scores, key=lambda index: (scores[index], -index))
    lower = best + 1 if _is_lower_row(rows, best) else best
    band = lower - 1 if lower != best or _is_band(rows, lower - 1) else None
    return _header(rows, lower, band, hints)


def _candidates(rows: Sequence[Row]) -> list[int]:
    """The rows that can be the header: those with few rows as full above them, for titles are short."""
    filled = [sum(1 for value in row if not is_blank(value)) for row in rows[:_SEARCHED_ROWS]]
    above = (sum(1 for other in filled[:index] if other >= 0.7 * own) for index, own in enumerate(filled))
    return [index for index, as_full in enumerate(above) if as_full <= _FULL_ROWS_ABOVE]


def _score(row: Row, hints: Hints) -> int:
    """How much the row looks like a header: two for each field it names, less two for each cell of data."""
    cells = [value for value in row if not is_blank(value)]
    is_form = sum(1 for value in cells if text_of(value).strip().endswith(":")) * 3 >= len(cells)
    if (
        len(cells) < 2
        or (is_form and not _all_labels(cells))
        or any(len(text_of(value)) > _LONGEST_HEADER for value in cells)
    ):
        return 0
    meanings = [_meaning(text_of(value), "", hints) for value in cells if not _is_data(value)]
    fields = {meaning.field for meaning in meanings if meaning and meaning.field not in _NOT_A_FIELD}
    surely = sum(1 for meaning in meanings if meaning and meaning.strength == 3)
    data = sum(1 for value in cells if _is_data(value))
    return max(0, 2 * len(fields) + surely - 3 * data) if fields & _KEYS and len(fields) > 1 else 0


def _all_labels(cells: Sequence[Value]) -> bool:
    """Whether every cell ends in a colon, as some write their headers; «Comuna: | Ovalle» is a form's line."""
    return all(text_of(value).strip().endswith(":") for value in cells)


def _is_data(value: Value) -> bool:
    """Whether the cell is a value rather than a header: a number, a date, a RUN, an address, «Rubro: Costura»."""
    if not isinstance(value, str):
        return True
    if re.search(r":\s*\S", value):
        return True
    return is_number(value) or evidence.has_email(value) or evidence.has_run(value) or is_ditto(value)


def _is_lower_row(rows: Sequence[Row], upper: int) -> bool:
    """Whether the row below the one found completes it: it names fields under its blanks and holds no data."""
    if upper + 1 >= len(rows):
        return False
    above, below = rows[upper], rows[upper + 1]
    filled = [column for column, value in enumerate(below) if not is_blank(value)]
    if len(filled) < 2 or any(_is_data(below[column]) for column in filled):
        return False
    bands = _bands(above)
    found = [column for column in filled if _completes(text_of(below[column]), bands.get(column, ""))]
    under_blank = [column for column in found if column >= len(above) or is_blank(above[column])]
    return bool(under_blank) and len(found) >= 0.7 * len(filled)


def _completes(text: str, band: str) -> bool:
    """Whether a text is a header by its own words, or a general word that the band above it makes one."""
    own = normal_form(text)
    return meaning_of(text) is not None or (own in GENERAL_WORDS and meaning_of(text, band) is not None)


def _is_band(rows: Sequence[Row], index: int) -> bool:
    """Whether the row above the header is its wider header: a few words, no data, no «Comuna: …»."""
    if index < 0:
        return False
    filled = {column: value for column, value in enumerate(rows[index]) if not is_blank(value)}
    if any(_is_data(value) or text_of(value).strip().endswith(":") for value in filled.values()):
        return False
    return len(filled) > 1 or any(column > 0 for column in filled)


def _bands(row: Row) -> dict[int, str]:
    """The text of each column in a wider header: it reaches rightwards to the next one."""
    bands, current = {}, ""
    for column, value in enumerate(row):
        current = current if is_blank(value) else text_of(value)
        bands[column] = current
    return bands


def _meaning(header: str, band: str, hints: Hints) -> Meaning | None:
    """What a header means: the officer's word first, then what was remembered, then the table of synonyms."""
    table = meaning_of(header, band)
    if table and table.field == DIAGNOSIS:
        return table
    key = fold(header)
    corrected = next((name for name, text in hints.corrections.items() if text and fold(text) == key), None)
    if corrected:
        return Meaning(corrected, 9)
    if table and table.field in hints.corrections and fold(hints.corrections[table.field]) != key:
        return Meaning(OTHER)
    remembered = hints.synonyms.get(key)
    return Meaning(remembered, 8) if remembered else table


def _header(rows: Sequence[Row], index: int, band_row: int | None, hints: Hints) -> Header:
    width = max(len(row) for row in rows[index : index + evidence.SAMPLE])
    above = rows[band_row] if band_row is not None else ()
    bands = _bands(above)
    # A header of three rows: the topmost is the band of what the middle one says alone.
    has_top = band_row is not None and _score(above, hints) and _is_band(rows, band_row - 1)
    top = _bands(rows[band_row - 1]) if has_top else {}
    headers, meanings = {}, {}
    for column in range(width):
        own = cell_of(rows[index], column)
        header = own if not is_blank(own) else cell_of(above, column)
        over, last = (top, "") if is_blank(own) else (bands, bands.get(len(above) - 1, ""))
        band = over.get(column, last)
        headers[column] = text_of(header).strip() if not is_blank(header) else ""
        meanings[column] = _meaning(headers[column], band, hints) if headers[column] else None
    fields, spare = assign(headers, meanings, Body(rows, index))
    return _sealed(index, band_row, headers, meanings, fields, spare, hints)


def _sealed(
    index: int,
    band_row: int | None,
    headers: dict[int, str],
    meanings: Mapping[int, Meaning | None],
    fields: dict[str, int],
    spare: tuple[int, ...],
    hints: Hints,
) -> Header:
    """The header with what is not read set apart: diagnoses, and disability for who may not read it."""
    masked = {column for column, meaning in meanings.items() if meaning and meaning.field == DIAGNOSIS}
    why = dict.fromkeys(masked, WhyIgnored.DIAGNOSIS)
    if not hints.may_read_disability:
        sensitive = {c: meaning for c, meaning in meanings.items() if meaning and meaning.field in SENSITIVE_FIELDS}
        why |= dict.fromkeys(sensitive, WhyIgnored.NO_RIGHT)
        masked |= set(sensitive)
        fields = {name: column for name, column in fields.items() if name not in SENSITIVE_FIELDS}
    read = set(fields.values()) | set(spare)
    ignored = tuple(
        IgnoredColumn(text, why.get(column, WhyIgnored.UNKNOWN))
        for column, text in headers.items()
        if text and column not in read
    )
    for column in fields.values():
        headers[column] = headers[column] or f"(columna {column + 1})"
    return Header(index, headers, fields, spare, ignored, frozenset(masked), band_row)
