"""What a zip-based workbook must be before it is opened: one part of each name, no XML tricks, of a sane size."""

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO

from incubator.workbooks.unusable import (
    BOMB,
    BROKEN,
    DUPLICATED,
    ENTITIES,
    NOT_A_WORKBOOK,
    PROTECTED,
    SCATTERED,
    STRICT,
    UnusableWorkbook,
)

MAX_EXPANDED = 640 * 1024 * 1024
MAX_STRINGS = 96 * 1024 * 1024
#: Rows times columns that a sheet may span; beyond it the reader's dense grid would not fit in memory.
MAX_GRID = 5_000_000
#: Rows of an OpenDocument sheet that a single element may stand for while they hold something.
MAX_REPEATED = 10_000

#: A sheet larger than this is first rid of its empty cells, which say nothing and fill the memory.
BULKY = 24 * 1024 * 1024

_CHUNK = 1 << 20
_OVERLAP = 512
_STRICT_NAMESPACE = b"purl.oclc.org/ooxml"
_DECLARATION = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_WRITTEN_CELL = re.compile(rb'<c\s[^<>]*?\br="([A-Z]{1,3})(\d{1,7})"[^<>]*(?<!/)>\s*<[vi]')
_EMPTY_CELLS = re.compile(rb"(?:<c\s[^<>]*(?:/>|>\s*</c>)\s*)+")
_REPEATED = re.compile(rb'<table:table-row[^>]*number-rows-repeated="(\d+)"[^>]*>(.*?)</table:table-row>', re.DOTALL)
_SHEET_PART = re.compile(r"xl/worksheets/[^/]+\.xml", re.IGNORECASE)


def slimmed(data: bytes) -> bytes:
    """The same workbook without the empty cells of its bulky sheets; as it came when none is."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        bulky = {p.filename for p in archive.infolist() if _SHEET_PART.fullmatch(p.filename) and p.file_size > BULKY}
        if not bulky:
            return data
        buffer = BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as slim:
            for name in archive.namelist():
                if name not in bulky:
                    slim.writestr(name, archive.read(name))
                    continue
                with slim.open(name, "w", force_zip64=True) as part:
                    for piece in _without_empty_cells(archive, name):
                        part.write(piece)
        return buffer.getvalue()


def _without_empty_cells(archive: zipfile.ZipFile, name: str) -> Iterator[bytes]:
    """The sheet's bytes less its empty cells; a piece ends where a cell begins, so that no cell is cut in two."""
    with archive.open(name) as part:
        left = b""
        while piece := part.read(_CHUNK):
            piece = left + piece
            cut = max(piece.rfind(b"<c "), piece.rfind(b"<row"))
            left = piece[cut:] if cut > 0 else b""
            yield _EMPTY_CELLS.sub(b"", piece[:cut] if cut > 0 else piece)
        yield _EMPTY_CELLS.sub(b"", left)


def check_archive(data: bytes, filename: str) -> str:
    """The kind of workbook («xlsx», «xlsb», «ods») inside the zip; raises UnusableWorkbook with its sentence."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            names = [part.filename for part in archive.infolist()]
            if len(names) != len({name.casefold() for name in names}):
                raise UnusableWorkbook(DUPLICATED)
            kind = _kind(archive, names, filename)
            _check_sizes(archive)
            _check_parts(archive, kind)
            return kind
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, zipfile.zlib.error) as error:
        raise UnusableWorkbook(BROKEN) from error


def _kind(archive: zipfile.ZipFile, names: list[str], filename: str) -> str:
    folded = {name.casefold() for name in names}
    if "xl/workbook.xml" in folded:
        return "xlsx"
    if "xl/workbook.bin" in folded:
        return "xlsb"
    if "mimetype" in names and b"opendocument.spreadsheet" in archive.open("mimetype").read(200):
        if b"encryption-data" in _head(archive, "META-INF/manifest.xml", 200_000):
            raise UnusableWorkbook(PROTECTED)
        return "ods"
    what = "un documento de Word" if "word/document.xml" in folded else "un archivo comprimido"
    raise UnusableWorkbook(NOT_A_WORKBOOK.format(name=filename, what=what))


def _check_sizes(archive: zipfile.ZipFile) -> None:
    parts = archive.infolist()
    strings = sum(part.file_size for part in parts if not _SHEET_PART.fullmatch(part.filename))
    if sum(part.file_size for part in parts) > MAX_EXPANDED or strings > MAX_STRINGS:
        raise UnusableWorkbook(BOMB)


def _check_parts(archive: zipfile.ZipFile, kind: str) -> None:
    for part in archive.infolist():
        if not part.filename.casefold().endswith((".xml", ".rels")):
            continue
        head = _head(archive, part.filename, 4096)
        if _DECLARATION.search(head.replace(b"\0", b"")):
            raise UnusableWorkbook(ENTITIES)
        if kind == "xlsx" and part.filename.casefold() == "xl/workbook.xml" and _STRICT_NAMESPACE in head:
            raise UnusableWorkbook(STRICT)
    if kind == "ods":
        _check_repeats(archive)


def check_extents(data: bytes) -> None:
    """Refuse a workbook with a sheet whose written cells span more than memory holds."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        for name in filter(_SHEET_PART.fullmatch, archive.namelist()):
            _check_extent(archive, name)


def _head(archive: zipfile.ZipFile, name: str, size: int) -> bytes:
    try:
        with archive.open(name) as part:
            return part.read(size)
    except KeyError:
        return b""


def _chunks(archive: zipfile.ZipFile, name: str) -> Iterator[bytes]:
    """The part's bytes in pieces that overlap, so that no short match is cut in two."""
    with archive.open(name) as part:
        tail = b""
        while piece := part.read(_CHUNK):
            yield tail + piece
            tail = piece[-_OVERLAP:]


def _check_extent(archive: zipfile.ZipFile, name: str) -> None:
    """Refuse a sheet whose written cells span more than memory holds; empty cells, however many, count nothing."""
    last_row = last_column = 0
    for chunk in _chunks(archive, name):
        for letters, digits in _WRITTEN_CELL.findall(chunk):
            last_row = max(last_row, int(digits))
            last_column = max(last_column, _column_number(letters))
    if last_row * last_column > MAX_GRID:
        raise UnusableWorkbook(SCATTERED.format(sheet=name.rpartition("/")[2], row=last_row))


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _check_repeats(archive: zipfile.ZipFile) -> None:
    """Refuse an OpenDocument row that holds something and stands for thousands."""
    content = _head(archive, "content.xml", MAX_STRINGS)
    for times, inside in _REPEATED.findall(content):
        if int(times) > MAX_REPEATED and b"<text:p" in inside:
            raise UnusableWorkbook(SCATTERED.format(sheet="content", row=int(times)))
