"""The first rows of a sheet as they were read, without what is never read: diagnoses."""

from collections.abc import Sequence

from cases.census.cells import text_of
from cases.census.declared import official_origin
from cases.census.headers import Header, Row
from cases.census.records import PreviewRow

ROWS = 12


def first_rows(rows: Sequence[Row], header: Header) -> tuple[PreviewRow, ...]:
    """The header and the rows under it, cell by cell as text."""
    shown = rows[header.row : header.row + ROWS]
    return tuple(PreviewRow(header.row + index + 1, _cells(row, header, index)) for index, row in enumerate(shown))


def _cells(row: Row, header: Header, index: int) -> tuple[str, ...]:
    if index == 0:
        return tuple(header.headers.get(column, "") for column in range(len(header.headers)))
    return tuple(_cell(row, column, header) for column in range(len(header.headers)))


def _cell(row: Row, column: int, header: Header) -> str:
    value = row[column] if column < len(row) else ""
    is_kind = column == header.fields.get("disability_kind")
    if column in header.masked or (is_kind and not official_origin(value)):
        return ""
    return text_of(value).strip()
