"""A workbook of any common kind, by its content and never by its name, as sheets of rows.

The only reader of the house: xlsx, xlsm, xlsb, xls, ods, and text files of rows (CSV, TSV).
"""

import datetime
import re
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import python_calamine as calamine

from incubator.workbooks.archives import MAX_GRID, check_archive, check_extents, slimmed
from incubator.workbooks.delimited import read_delimited
from incubator.workbooks.unusable import (
    BROKEN,
    EMPTY,
    NO_ROWS,
    NOT_A_WORKBOOK,
    PROTECTED,
    TOO_LARGE,
    UnusableWorkbook,
)

__all__ = ["MAX_BYTES", "Sheet", "UnusableWorkbook", "Value", "read_workbook"]

MAX_BYTES = 25 * 1024 * 1024

Value = str | float | int | bool | datetime.date | datetime.datetime | datetime.time | datetime.timedelta

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
# The first record of a BIFF8 stream followed by FILEPASS: encrypted, even with Excel's default key.
_ENCRYPTED_XLS = re.compile(rb"\x09\x08\x10\x00.{16}(?:\x86\x00\x00\x00)?\x2f\x00", re.DOTALL)
_FOREIGN = (
    (b"%PDF", "un PDF"),
    (b"\x89PNG", "una imagen"),
    (b"\xff\xd8\xff", "una imagen"),
    (b"GIF8", "una imagen"),
    (b"{\\rtf", "un documento de texto"),
    (b"Rar!", "un archivo comprimido"),
    (b"7z\xbc\xaf", "un archivo comprimido"),
    (b"\x1f\x8b", "un archivo comprimido"),
)
_MARKUP = (
    (b"<?xml", "un archivo XML"),
    (b"<!doctype html", "una página web"),
    (b"<html", "una página web"),
    (b"<table", "una página web"),
    (b"<!doctype", "un archivo XML"),
    (b"<workbook", "un archivo XML"),
)


@dataclass(frozen=True)
class Sheet:
    """One sheet: its rows as lists of values, the first row of the sheet first. `name` is None in a text file."""

    name: str | None
    rows: list[list[Value]]
    is_hidden: bool = False


def read_workbook(source: Path | bytes, filename: str) -> list[Sheet]:
    """Every sheet that holds something; raises UnusableWorkbook with a sentence that says what to do."""
    data = _bytes_of(source)
    kind = _kind_of(data, filename)
    if kind == "zip":
        data = slimmed(data)
        check_extents(data)
    sheets = [Sheet(None, read_delimited(data, filename))] if kind == "text" else _read_with_calamine(data)
    written = [sheet for sheet in sheets if any(_is_written(value) for row in sheet.rows for value in row)]
    if not written:
        raise UnusableWorkbook(NO_ROWS)
    return written


def _bytes_of(source: Path | bytes) -> bytes:
    size = len(source) if isinstance(source, bytes) else source.stat().st_size
    if not size:
        raise UnusableWorkbook(EMPTY)
    if size > MAX_BYTES:
        raise UnusableWorkbook(TOO_LARGE.format(limit=MAX_BYTES // 1024 // 1024))
    return source if isinstance(source, bytes) else source.read_bytes()


def _kind_of(data: bytes, filename: str) -> str:
    """«zip», «xls» or «text»; whatever else the content is, a sentence says it."""
    if data.startswith(b"PK\x03\x04"):
        check_archive(data, filename)
        return "zip"
    if data.startswith(_OLE):
        if _ENCRYPTED_PACKAGE in data or _ENCRYPTED_XLS.search(data):
            raise UnusableWorkbook(PROTECTED)
        return "xls"
    head = data[:2000].lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    what = next((what for mark, what in _FOREIGN if data.lstrip()[:8].startswith(mark)), None)
    what = what or next((what for mark, what in _MARKUP if head.startswith(mark)), None)
    if what:
        raise UnusableWorkbook(NOT_A_WORKBOOK.format(name=filename, what=what))
    return "text"


def _read_with_calamine(data: bytes) -> list[Sheet]:
    try:
        with calamine.CalamineWorkbook.from_filelike(BytesIO(data)) as book:
            kinds = calamine.SheetTypeEnum.WorkSheet
            names = [(meta.name, meta.visible) for meta in book.sheets_metadata if meta.typ == kinds]
            return [_sheet(book, name, visible) for name, visible in names]
    except calamine.PasswordError as error:
        raise UnusableWorkbook(PROTECTED) from error
    except (calamine.CalamineError, OSError, ValueError) as error:
        raise UnusableWorkbook(BROKEN) from error


def _sheet(book: calamine.CalamineWorkbook, name: str, visible: calamine.SheetVisibleEnum) -> Sheet:
    sheet = book.get_sheet_by_name(name)
    is_hidden = visible != calamine.SheetVisibleEnum.Visible
    if sheet.start is None or (sheet.end[0] + 1) * (sheet.end[1] + 1) > MAX_GRID:
        return Sheet(name, [], is_hidden)
    rows = sheet.to_python(skip_empty_area=False)
    while rows and not any(_is_written(value) for value in rows[-1]):
        rows.pop()
    return Sheet(name, rows, is_hidden)


def _is_written(value: Value) -> bool:
    return value is not None and value != ""
