"""The report as a workbook: a sheet per table, the same values as on paper."""

from decimal import Decimal
from typing import Any

from incubator.workbooks.writing import Column, Sheet, write_workbook
from reports.documents.base import Paper
from reports.tables import Table, every_table

_KINDS = {"hours": "decimal"}


def report_workbook(paper: Paper) -> bytes:
    """The Informe as XLSX."""
    about = [("Incubadora", paper.figures.identity.incubator), *paper.facts(paper.code)]
    about.append(("Cifras", "Las mismas del informe en PDF. Acumulado anterior + período + ajustes = acumulado."))
    sheets = [sheet(table) for table in every_table(paper.figures).values()]
    return write_workbook(title=paper.title, about=about, sheets=sheets, created=paper.created)


def sheet(table: Table) -> Sheet:
    """A table as a sheet; totals are its last row."""
    columns = [Column(one.title, _KINDS.get(one.kind, one.kind), definition=one.meaning) for one in table.columns]
    rows = [
        [_value(value, column.kind) for value, column in zip(row.values, table.columns, strict=True)]
        for row in table.every_row
    ]
    note = " ".join(filter(None, [f"{table.caption.rstrip('.')}.", table.note, table.empty if not rows else ""]))
    return Sheet(table.sheet, columns, rows, note=note)


def _value(value: Any, kind: str) -> Any:
    return value / 100 if kind == "percent" and isinstance(value, (int, float, Decimal)) else value
