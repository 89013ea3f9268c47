"""Text files of rows (CSV, TSV): the encoding and the separator are found by content."""

import csv
import re
from collections import Counter
from io import StringIO

from incubator.workbooks.unusable import NOT_A_WORKBOOK, UnusableWorkbook

SEPARATORS = (";", ",", "\t", "|")
_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_SAMPLE_LINES = 400
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")
# Systems write ="0123" so that a spreadsheet keeps the text as it is.
_TEXT_AS_FORMULA = re.compile(r'\A="([^"]*)"\Z')
_FIELD_LIMIT = 1 << 20


def read_delimited(data: bytes, filename: str) -> list[list[str]]:
    """The rows of a text file; a blank line is a row without cells."""
    text, _ = decode(data, filename)
    separator = separator_of(text)
    rows = _split(text, separator)
    if _is_swallowed(rows, separator):
        rows = _split(_with_literal_quotes(text, separator), separator)
    return [[_TEXT_AS_FORMULA.sub(r"\1", cell) for cell in row] for row in rows]


def decode(data: bytes, filename: str) -> tuple[str, str]:
    """The text and its encoding: UTF-8 with or without mark, UTF-16, else cp1252 (Latin-1 where that has no letter)."""
    encoding = _encoding(data)
    text = data.decode(encoding)
    if _CONTROL.search(text):
        raise UnusableWorkbook(NOT_A_WORKBOOK.format(name=filename, what="un archivo que no es de texto"))
    return text, encoding


def _encoding(data: bytes) -> str:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _tried(data, encoding) or "latin-1"
    sample = data[:4000]
    if sample.count(b"\0") > len(sample) // 4:
        return "utf-16-le" if sample[1::2].count(b"\0") > sample[::2].count(b"\0") else "utf-16-be"
    return _tried(data, "utf-8") or _tried(data, "cp1252") or "latin-1"


def _tried(data: bytes, encoding: str) -> str | None:
    try:
        data.decode(encoding)
    except UnicodeError:
        return None
    return encoding


def separator_of(text: str) -> str:
    """The separator that gives most rows the same, widest width."""
    sample = "\n".join(text.split("\n")[:_SAMPLE_LINES])
    return max(SEPARATORS, key=lambda separator: _regularity(sample, separator))


def _regularity(sample: str, separator: str) -> tuple[int, int]:
    widths = Counter(len(row) for row in _split(sample, separator) if len(row) > 1)
    return max(((width - 1) * times, width) for width, times in widths.items()) if widths else (0, 0)


def _split(text: str, separator: str) -> list[list[str]]:
    csv.field_size_limit(_FIELD_LIMIT)
    try:
        return list(csv.reader(StringIO(text, newline=""), delimiter=separator))
    except csv.Error:
        return [line.split(separator) for line in text.splitlines()]


def _is_swallowed(rows: list[list[str]], separator: str) -> bool:
    """Whether a lone quote (a ditto mark typed by hand) made one cell of several lines."""
    cells = (cell for row in rows for cell in row if "\n" in cell)
    return any(cell.count(separator) >= max(2, cell.count("\n")) for cell in cells)


def _with_literal_quotes(text: str, separator: str) -> str:
    """The text with a quote that stands alone between separators written as the format asks."""
    edge = re.escape(separator)
    return re.sub(rf'(?m)(^|{edge})"(?=\r?$|{edge})', r'\1""""', text)
