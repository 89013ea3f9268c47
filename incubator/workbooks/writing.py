"""Rows → XLSX: a workbook a person understands alone and a program reads without tricks.

openpyxl in write-only mode: rows stream to the disk, so memory stays flat; 20,000 × 7 take 2.5 s. Longer exports would
splice their own sheet XML into this skeleton; no report comes near.
"""

import re
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO
from itertools import chain, islice
from math import isfinite
from typing import Any, Literal

from django.utils import timezone

from incubator.text import thousands

Kind = Literal["text", "integer", "decimal", "hours", "date", "datetime", "money", "percent", "run"]

README = "Léeme"
_AUTHOR, _LANGUAGE = "Minga", "es-CL"
_EPOCH = datetime(2021, 1, 1, tzinfo=UTC)
_A4 = 9  # the number the format gives it
_ZIP_DATE = (1980, 1, 1, 0, 0, 0)
_CELL_LIMIT = 32_767  # characters, the limit of the format
_CUT = " … [texto cortado: no cabe en una celda]"
_WIDEST, _SAMPLE = 60, 200  # letters, rows
_HEADING_HEIGHT = 34  # points: two lines
_FORMATS = {
    "text": "General", "run": "@", "integer": "#,##0", "decimal": "#,##0.0#", "hours": "#,##0.0", "money": '"$" #,##0',
    "percent": "0.0%", "date": "dd-mm-yyyy", "datetime": "dd-mm-yyyy hh:mm",
}  # fmt: skip
_KIND_WIDTHS = {"text": 12, "run": 15, "date": 13, "datetime": 19}
_KIND_WORDS = {
    "text": "texto", "run": "RUN, como texto", "integer": "número entero", "decimal": "número con decimales",
    "hours": "horas, con un decimal", "money": "pesos chilenos", "percent": "porcentaje", "date": "fecha",
    "datetime": "fecha y hora",
}  # fmt: skip
_LEFT = frozenset({"text", "run", "date", "datetime"})
_FORBIDDEN_IN_NAMES = re.compile(r"[\[\]:*?/\\]")
# Not allowed in XML 1.0: controls, lone surrogates, the two non-characters.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*(</dcterms:modified>)")


@dataclass(frozen=True)
class Column:
    """The head of a column and what its cells hold; `definition` is explained in «Léeme»."""

    title: str
    kind: Kind = "text"
    width: int | None = None
    definition: str = ""


@dataclass(frozen=True)
class Sheet:
    """One table, alone in its sheet: a header row and rows of values in the order of the columns."""

    name: str
    columns: Sequence[Column]
    rows: Iterable[Sequence[Any]]
    note: str = ""


def write_workbook(
    *, title: str, about: Sequence[tuple[str, Any]], sheets: Sequence[Sheet], created: datetime = _EPOCH
) -> bytes:
    """An XLSX whose first sheet, «Léeme», says what it is, when, with which filters, and what each column means.

    `about` are (subject, words) rows of «Léeme». The same arguments give the same bytes; `created` is the only date the
    file tells about itself. Text that looks like a formula stays text. Raises ValueError for a row of the wrong length
    or two sheets of one name.
    """
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    _describe(book, title, created)
    names = _sheet_names(sheets)
    # «Léeme» comes first and is written last, once the rows are counted: write-only sheets fill in any order.
    readme = book.create_sheet(README)
    counts = [_write(book.create_sheet(name), sheet) for name, sheet in zip(names, sheets, strict=True)]
    _write(readme, _readme(title, about, sheets, names, counts))
    out = BytesIO()
    book.save(out)
    return _with_fixed_dates(out.getvalue(), created)


def _describe(book: Any, title: str, created: datetime) -> None:
    book.properties.title = _printable(title)
    book.properties.creator = book.properties.lastModifiedBy = _AUTHOR
    book.properties.language = _LANGUAGE
    book.properties.created = created.astimezone(UTC).replace(tzinfo=None, microsecond=0)


def _sheet_names(sheets: Sequence[Sheet]) -> list[str]:
    """The names as the format takes them: 31 characters, none of []:*?/\\, no apostrophe at the ends."""
    names = [_FORBIDDEN_IN_NAMES.sub(" ", sheet.name).strip(" '")[:31].strip(" '") for sheet in sheets]
    if not all(names) or len({name.casefold() for name in [README, *names]}) <= len(names):
        raise ValueError(f"Sheets need different names, none empty and none «{README}»: {names}.")
    return names


def _readme(
    title: str, about: Sequence[tuple[str, Any]], sheets: Sequence[Sheet], names: Sequence[str], counts: Sequence[int]
) -> Sheet:
    rows: list[tuple[str, str, Any]] = [("Documento", "Título", title)]
    rows += [("Documento", subject, words) for subject, words in about]
    for name, sheet, count in zip(names, sheets, counts, strict=True):
        counted = "1 fila" if count == 1 else f"{thousands(count)} filas"
        rows.append(("Hojas", name, f"{counted}. {sheet.note}".strip()))
    for name, sheet in zip(names, sheets, strict=True):
        for column in sheet.columns:
            meaning = (
                f"{column.definition} ({_KIND_WORDS[column.kind]})" if column.definition else _KIND_WORDS[column.kind]
            )
            rows.append((f"Columnas de «{name}»", column.title, meaning))
    columns = [Column("Parte"), Column("Nombre"), Column("Qué es", width=90)]
    return Sheet(README, columns, rows)


def _write(worksheet: Any, sheet: Sheet) -> int:
    """Fill one sheet and tell how many rows it got."""
    from openpyxl.utils import get_column_letter

    rows = iter(sheet.rows)
    first = [list(row) for row in islice(rows, _SAMPLE)]
    _set_up(worksheet, sheet.columns, first)
    styles = _Styles(worksheet)
    worksheet.append([styles.heading(column) for column in sheet.columns])
    count = 0
    for row in chain(first, rows):
        if len(row) != len(sheet.columns):
            worksheet.close()
            raise ValueError(f"«{sheet.name}», row {count + 1}: {len(row)} values for {len(sheet.columns)} columns.")
        worksheet.append([styles.cell(value, column.kind) for value, column in zip(row, sheet.columns, strict=True)])
        count += 1
    worksheet.auto_filter.ref = f"A1:{get_column_letter(len(sheet.columns))}{count + 1}"
    return count


def _set_up(worksheet: Any, columns: Sequence[Column], sample: Sequence[Sequence[Any]]) -> None:
    """What write-only mode wants before the first row: widths, the frozen header, and how it prints."""
    from openpyxl.utils import get_column_letter

    worksheet.freeze_panes = "A2"
    worksheet.row_dimensions[1].height = _HEADING_HEIGHT
    worksheet.print_title_rows = "1:1"
    worksheet.page_setup.orientation = "landscape"
    worksheet.page_setup.paperSize = _A4
    worksheet.page_setup.fitToHeight = 0
    worksheet.sheet_properties.pageSetUpPr.fitToPage = True
    for position, column in enumerate(columns):
        longest = max((len(str(row[position])) for row in sample if position < len(row) and row[position] is not None),
                      default=0) if column.kind == "text" else 0  # fmt: skip
        # A heading may take two lines, and carries the arrow of its filter.
        heading = max(len(word) for word in column.title.split()) + 4 if column.title.split() else 8
        width = column.width or min(_WIDEST, max(_KIND_WIDTHS.get(column.kind, 12), heading, longest + 3))
        worksheet.column_dimensions[get_column_letter(position + 1)].width = width


class _Styles:
    """Cells with their type, format and place, for one sheet."""

    def __init__(self, worksheet: Any) -> None:
        from openpyxl.cell import WriteOnlyCell
        from openpyxl.styles import Alignment, Font, PatternFill

        self._new = lambda value: WriteOnlyCell(worksheet, value)
        self._bold = Font(name="Calibri", size=11, bold=True, color="FFFFFF")
        self._teal = PatternFill("solid", fgColor="0B5A5C")
        self._over_words = Alignment(horizontal="left", indent=1, wrap_text=True, vertical="center")
        self._over_numbers = Alignment(horizontal="right", indent=1, wrap_text=True, vertical="center")
        self._words = Alignment(horizontal="left", indent=1, wrap_text=True, vertical="top")
        self._numbers = Alignment(horizontal="right", indent=1, vertical="top")

    def heading(self, column: Column) -> Any:
        cell = self._text(column.title)
        cell.font, cell.fill = self._bold, self._teal
        cell.alignment = self._over_words if column.kind in _LEFT else self._over_numbers
        return cell

    def cell(self, value: Any, kind: Kind) -> Any:
        """One cell of its kind; None stays empty, and text in a column of numbers stays text."""
        value = _typed(value, kind)
        if value is None:
            return None
        cell = self._text(value) if isinstance(value, str) else self._new(value)
        if kind == "run" or not isinstance(value, str):
            cell.number_format = _FORMATS[kind]
        cell.alignment = self._words if kind in _LEFT else self._numbers
        return cell

    def _text(self, words: str) -> Any:
        """A cell of text that no program will take for a formula."""
        words = _printable(words)
        cell = self._new(words)
        cell.data_type = "s"
        if words.lstrip(" \u00a0").startswith(_FORMULA_STARTS):
            cell.quotePrefix = True
        return cell


def _typed(value: Any, kind: Kind) -> Any:
    """The value as the format stores it: moments in local time without zone, sí / no, everything unknown as text."""
    if value is None or value == "":
        return None
    if isinstance(value, bool):
        return "Sí" if value else "No"
    if isinstance(value, datetime):
        moment = timezone.localtime(value).replace(tzinfo=None) if value.tzinfo else value
        return moment.date() if kind == "date" else moment.replace(microsecond=0)
    if kind in ("text", "run"):
        return f"{value:%d-%m-%Y}" if isinstance(value, date) else str(value)
    if isinstance(value, (int, float, Decimal, date)):
        return None if isinstance(value, (float, Decimal)) and not isfinite(value) else value
    return str(value)


def _printable(words: str) -> str:
    words = _UNPRINTABLE.sub("", str(words))
    return words if len(words) <= _CELL_LIMIT else words[: _CELL_LIMIT - len(_CUT)] + _CUT


def _with_fixed_dates(content: bytes, created: datetime) -> bytes:
    """The same parts, sorted and dated alike: openpyxl stamps the clock on the zip and on the last change."""
    moment = created.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        # Readers that sniff the type expect [Content_Types].xml first; it also sorts first.
        for name in sorted(source.namelist()):
            part = source.read(name)
            if name == "docProps/core.xml":
                part = _MODIFIED.sub(rb"\g<1>" + moment + rb"\g<2>", part)
            member = zipfile.ZipInfo(name, _ZIP_DATE)
            member.compress_type, member.external_attr = zipfile.ZIP_DEFLATED, 0o600 << 16
            target.writestr(member, part)
    return out.getvalue()
