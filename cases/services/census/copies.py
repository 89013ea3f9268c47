"""The sheet of an import as it may be kept: diagnoses emptied, and disability too for who may not load it.

What is declared about disability is kept in the official words alone: any other text there could be a diagnosis.
"""

from pathlib import Path

from cases.census.cells import is_blank, yes_or_no
from cases.census.columns import meaning_of
from cases.census.declared import has_disability, official_origin, rnd_status
from cases.census.headers import Header, Hints, find_header
from cases.census.records import CensusReading
from cases.census.vocabulary import SENSITIVE_FIELDS
from incubator.enums import DisabilityOrigin, RndStatus
from incubator.workbooks.copies import write_copy
from incubator.workbooks.reading import Sheet, Value, read_workbook

DEFAULT_SHEET = "Catastro"
_ORIGIN_WORDS = {
    DisabilityOrigin.PHYSICAL: "Física",
    DisabilityOrigin.VISUAL: "Visual",
    DisabilityOrigin.HEARING: "Auditiva",
    DisabilityOrigin.PSYCHIC: "Psíquica",
    DisabilityOrigin.INTELLECTUAL: "Intelectual",
    DisabilityOrigin.MULTIPLE: "Múltiple",
}
_RND_WORDS = {
    RndStatus.NO: "Sin inscripción",
    RndStatus.IN_PROCESS: "En trámite",
    RndStatus.VALID: "Vigente",
    RndStatus.EXPIRED: "Vencida",
}


def sheet_read(source: Path | bytes, filename: str, name: str | None, hints: Hints) -> tuple[Sheet, Header]:
    """The sheet of that name, with its header."""
    sheet = next(sheet for sheet in read_workbook(source, filename) if sheet.name == name)
    return sheet, find_header(sheet.rows, hints)


def only_sheet(copy: bytes, hints: Hints) -> tuple[Sheet, Header]:
    """The one sheet of a copy that was kept, with its header."""
    (sheet,) = read_workbook(copy, "catastro.xlsx")
    return sheet, find_header(sheet.rows, hints)


def kept_rows(sheet: Sheet, header: Header, *, with_sensitive: bool) -> list[list[Value]]:
    """The rows in their places, without what may not be kept."""
    declared = {column: name for name, column in header.fields.items() if name in SENSITIVE_FIELDS}
    emptied = set(header.masked) | {c for c in _sensitive_columns(header) if c not in declared or not with_sensitive}
    rows = []
    for index, row in enumerate(sheet.rows):
        row = list(row)
        if index > header.row:
            for column in range(len(row)):
                if column in emptied:
                    row[column] = ""
                elif column in declared:
                    row[column] = declared_words(declared[column], row[column])
        rows.append(row)
    return rows


def redacted(source: Path | bytes, filename: str, reading: CensusReading, hints: Hints) -> bytes:
    """The copy that is kept of an import, as a workbook with that one sheet."""
    sheet, header = sheet_read(source, filename, reading.sheet, hints)
    rows = kept_rows(sheet, header, with_sensitive=hints.may_read_disability)
    return write_copy(sheet.name or DEFAULT_SHEET, rows)


def declared_words(name: str, value: Value) -> str:
    """What a cell declares, in the official words; empty when it says anything else."""
    if is_blank(value):
        return ""
    answer = yes_or_no(value)
    if name in ("disability", "disability_kind"):
        origin = official_origin(value)
        if origin:
            return _ORIGIN_WORDS[origin]
        answer = has_disability(value) if name == "disability" else None
    if name == "rnd":
        status = rnd_status(value)
        return _RND_WORDS[status] if status else ""
    return "" if answer is None else "Sí" if answer else "No"


def _sensitive_columns(header: Header) -> set[int]:
    """Every column whose header speaks of disability, read or not."""
    found = {column for name, column in header.fields.items() if name in SENSITIVE_FIELDS}
    for column, text in header.headers.items():
        meaning = meaning_of(text, "") if text else None
        if meaning and meaning.field in SENSITIVE_FIELDS and column not in header.fields.values():
            found.add(column)
    return found
