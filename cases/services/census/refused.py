"""The rows that were not loaded, as a workbook with the same columns, to correct and import again."""

from collections.abc import Mapping
from datetime import date

from cases.census.cells import is_blank, text_of
from cases.census.dates import read_date
from cases.census.headers import Header
from cases.census.lines import Band, Line, lines_of
from cases.census.records import CensusReading
from cases.enums import RowOutcome
from cases.models import CensusImport, CensusRow
from cases.services.census.copies import kept_rows, only_sheet
from cases.services.census.plans import Plan
from cases.services.census.understand import hints_of, kept_bytes, reread
from incubator import access
from incubator.access import Permission
from incubator.text import fold
from incubator.workbooks.writing import Column, Sheet, write_workbook

GROUP_HEADER, REASON_HEADER = "Agrupación", "Qué corregir"
SHEET_NAME = "Para corregir"
#: Warnings whose row is not loaded, and so comes back too.
NOT_LOADED = ("other_name",)
_DATES = ("birth_date", "recorded_on")


def sentences_of_plan(plan: Plan) -> dict[int, str]:
    """What to correct in each row that a plan leaves out."""
    left_out = [*plan.rejected, *(notice for notice in plan.notices if notice.reason in NOT_LOADED)]
    return {item.row: item.sentence for item in sorted(left_out, key=lambda item: item.row)}


def sentences_of_rows(batch: CensusImport) -> dict[int, str]:
    """What to correct in each row that a loaded import left out."""
    rows = CensusRow.objects.filter(batch=batch)
    left_out = rows.filter(outcome=RowOutcome.REFUSED) | rows.filter(reason__in=NOT_LOADED)
    return dict(left_out.order_by("row", "pk").values_list("row", "sentence"))


def refused_workbook(*, by, batch: CensusImport, sentences: Mapping[int, str], on: date) -> bytes:
    """Made when asked, from the copy kept, and stored nowhere. Raises Refused when the copy is gone."""
    access.require(by, Permission.IMPORT_CENSUS, batch.incubator)
    reading = reread(by=by, batch=batch, on=on)
    data, hints = kept_bytes(batch), hints_of(by, batch.incubator, batch)
    sheet, header = only_sheet(data, hints)
    rows = kept_rows(sheet, header, with_sensitive=hints.may_read_disability)
    table = _Table(header, reading, on)
    asked = [(line, group) for line, group in _lines(rows, header) if line.number in sentences]
    written = [table.row(line, group, rows, sentences[line.number]) for line, group in asked]
    about = [("Archivo", batch.file_name), ("Qué hacer", "Corrija cada fila y suba esta misma planilla.")]
    sheets = [Sheet(SHEET_NAME, [Column(title) for title in table.titles], written)]
    return write_workbook(title="Filas del catastro por corregir", about=about, sheets=sheets)


def _lines(rows, header: Header):
    """Each row of a person or a group, with the name of the group it belongs to."""
    group = ""
    for line in lines_of(rows, header):
        group = line.group or group
        if not isinstance(line, Band):
            yield line, group


class _Table:
    """The columns of the sheet, headers as written, and what goes in them."""

    def __init__(self, header: Header, reading: CensusReading, on: date) -> None:
        self._header, self._on = header, on
        self._days = {fold(group.name): group.recorded_on for group in reading.groups}
        self._fields = {column: name for name, column in header.fields.items()}
        self._columns = [column for column, text in header.headers.items() if text]
        self._adds_group = "group" not in header.fields
        own = [header.headers[column] for column in self._columns]
        self.titles = [*([GROUP_HEADER] if self._adds_group else []), *own, REASON_HEADER]

    def row(self, line: Line, group: str, rows, sentence: str) -> list[str]:
        """One row, its group and its day written out, ditto marks resolved."""
        raw = rows[line.number - 1]
        cells = [self._cell(line, group, raw, column) for column in self._columns]
        return [*([group] if self._adds_group else []), *cells, sentence]

    def _cell(self, line, group, raw, column):
        name = self._fields.get(column)
        value = line.cells.get(name) if name else raw[column] if column < len(raw) else ""
        if name == "group":
            return group
        if name in _DATES:
            told = read_date(value, today=self._on, is_birth=name == "birth_date").on
            told = told or (self._days.get(fold(group)) if name == "recorded_on" and is_blank(value) else None)
            return f"{told:%d-%m-%Y}" if told else text_of(value)
        return "" if value is None else text_of(value)
