"""The report's tables as the screen draws them: the words of paper, and a link behind each number that has rows."""

from dataclasses import dataclass
from decimal import Decimal
from urllib.parse import urlencode

from django.urls import reverse

from reports.tables import Row, Table, every_table, shown, summary

_WHOLE = 10  # letters: shorter words are never cut


@dataclass(frozen=True)
class Cell:
    """One value in words, the head above it, and where its rows are."""

    text: str
    label: str
    css: str
    url: str = ""


@dataclass(frozen=True)
class ScreenTable:
    """A table ready to draw."""

    key: str
    caption: str
    heads: list[tuple[str, bool]]
    rows: list[list[Cell]]
    total: list[Cell]
    note: str
    empty: str


def screen_tables(report, figures) -> dict[str, ScreenTable]:
    """Every table of a report, its numbers linked."""
    return {key: screen_table(table, report) for key, table in every_table(figures).items()}


def screen_table(table: Table, report=None) -> ScreenTable:
    """A table; with its report, the numbers that have rows behind them link to those."""
    rows = [_cells(table, row, report) for row in table.rows]
    total = _cells(table, table.total, report) if table.total is not None and rows else []
    heads = [(column.title, column.is_number) for column in table.columns]
    return ScreenTable(table.key, table.caption, heads, rows, total, table.note, table.empty)


def _cells(table: Table, row: Row, report) -> list[Cell]:
    return [
        Cell(
            text=shown(value, column.kind),
            label=column.title,
            css="num" if column.is_number else "nb" if column.kind == "date" or len(str(value)) <= _WHOLE else "",
            url=rows_address(report, table.key, column.key, row.key) if report and column.key and _tells(value) else "",
        )
        for column, value in zip(table.columns, row.values, strict=True)
    ]


def _tells(value) -> bool:
    """Whether a number has rows behind it: zero has none."""
    return isinstance(value, (int, Decimal)) and value != 0


def rows_address(report, table: str, column: str, row: str = "") -> str:
    """The page of the rows behind a number."""
    address = reverse("report_rows", args=[report.pk, table, column])
    return f"{address}?{urlencode({'fila': row})}" if row else address


def key_figures(report, figures) -> list[tuple[str, str, str]]:
    """(value, meaning, address of its rows or an empty text)."""
    found = []
    for value, meaning, behind in summary.key_figures(figures):
        table, _, column = behind.partition(".")
        found.append((value, meaning, rows_address(report, table, column) if behind and value != "0" else ""))
    return found
