"""A sheet as it stands, value by value and row by row, in a workbook of its own: no styles, no formulas, no macros."""

import datetime
from collections.abc import Iterable, Sequence
from io import BytesIO

from incubator.workbooks.reading import Value
from incubator.workbooks.writing import _printable, _with_fixed_dates

_EPOCH = datetime.datetime(2021, 1, 1, tzinfo=datetime.UTC)
_FIRST_YEAR = 1900  # the format counts days from there
_SHEET_NAME = 31


def write_copy(name: str, rows: Iterable[Sequence[Value]]) -> bytes:
    """The rows in the places they had, as an XLSX. The same rows give the same bytes."""
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell

    book = Workbook(write_only=True)
    book.properties.created = _EPOCH.replace(tzinfo=None)
    sheet = book.create_sheet(name[:_SHEET_NAME])
    for row in rows:
        sheet.append([_cell(WriteOnlyCell, sheet, value) for value in row])
    out = BytesIO()
    book.save(out)
    return _with_fixed_dates(out.getvalue(), _EPOCH)


def _cell(make, sheet, value):
    """The value with its type; a text that looks like a formula, or like an error, stays text."""
    if value is None or value == "":
        return None
    if isinstance(value, datetime.date) and value.year < _FIRST_YEAR:
        value = f"{value:%d-%m-%Y}"
    if not isinstance(value, str):
        return value
    cell = make(sheet, "")
    cell.value = _printable(value)
    cell.data_type = "s"
    return cell
