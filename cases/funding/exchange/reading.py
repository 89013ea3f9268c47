"""Workbook → calls: what can be read is read, and every cell that cannot is told with row, column, value and reason."""

from collections.abc import Iterator, Sequence
from dataclasses import fields as fields_of
from dataclasses import is_dataclass
from typing import Any, get_args, get_type_hints

from cases.census.cells import cell_of, text_of
from cases.funding.bases.shapes import Bases
from cases.funding.exchange import plain, trees
from cases.funding.exchange.calls import Fault, Read, TravellingCall
from cases.funding.exchange.cells import BadCellError, Column
from cases.funding.exchange.sheets import CALL, CALLS, CONDITION, CONDITIONS, FIELD, FORM, PARTS
from incubator.text import fold
from incubator.workbooks.reading import Sheet, read_workbook


def read(data: bytes, filename: str) -> Read:
    """Every call of a workbook; a plain list gives unfinished ones. Raises UnusableWorkbook when it is no workbook."""
    sheets = [sheet for sheet in read_workbook(data, filename) if fold(sheet.name or "") != "leeme"]
    own = {fold(sheet.name or ""): sheet for sheet in sheets}
    if "llamados" not in own or _headings(own["llamados"], CALLS) is None:
        return plain.read(sheets)
    faults: list[Fault] = []
    heads = list(_rows(own["llamados"], CALLS, faults))
    rows: dict[str, dict[str, Any]] = {}
    for number, row in heads:
        if row["key"] in rows:
            faults.append(Fault("Llamados", number, "Clave", row["key"], "esa clave ya está en otra fila: use otra."))
            continue
        rows[row["key"]] = row
    parts = _parts_of(own, faults, set(rows))
    calls = tuple(_call(row, parts.get(key, {})) for key, row in rows.items())
    known = {"llamados", *(fold(part.name) for part in PARTS), fold(CONDITIONS), fold(FORM)}
    strange = [sheet for name, sheet in own.items() if name not in known]
    faults += [Fault(sheet.name or "", 0, "", "", "esta hoja no se lee: no es de las del libro.") for sheet in strange]
    return Read(calls, tuple(faults))


def _parts_of(own: dict[str, Sheet], faults: list[Fault], calls: set[str]) -> dict[str, dict[str, Any]]:
    """Call → part of the bases → what its rows say."""
    found: dict[str, dict[str, list]] = {}
    for part in PARTS:
        for _, call, row in _rows_of(own, part.name, part.columns, faults, calls):
            found.setdefault(call, {}).setdefault(part.part, []).append(build(part.shape, row))
    conditions = list(_rows_of(own, CONDITIONS, CONDITION, faults, calls))
    for call, tree in trees.conditions(conditions, faults).items():
        found.setdefault(call, {})["conditions"] = tree
    for call, sections in trees.sections(_rows_of(own, FORM, FIELD, faults, calls), faults).items():
        found.setdefault(call, {})["sections"] = sections
    return {call: {name: tuple(rows) for name, rows in parts.items()} for call, parts in found.items()}


def _rows_of(own, name, columns, faults, calls) -> Iterator[tuple[int, str, dict[str, Any]]]:
    """(number, call, values) of the rows of known calls; a key said twice in one call is a fault."""
    sheet = own.get(fold(name))
    if sheet is None:
        return
    seen: set[tuple[str, str]] = set()
    for number, row in _rows(sheet, (CALL, *columns), faults):
        call, key = row.pop("call"), row.get("key", "")
        if call not in calls:
            faults.append(Fault(name, number, CALL.title, call, "ese llamado no está en la hoja «Llamados»."))
        elif key and (call, key) in seen:
            faults.append(Fault(name, number, "Clave", key, "esa clave ya está en otra fila de este llamado."))
        else:
            seen.add((call, key))
            yield number, call, row


def _rows(sheet: Sheet, columns: Sequence[Column], faults: list[Fault]) -> Iterator[tuple[int, dict[str, Any]]]:
    """(number, values) of the written rows; one that lacks something it needs is told and left out."""
    places = _headings(sheet, columns)
    if places is None:
        asked = ", ".join(f"«{column.title}»" for column in columns if column.required)
        faults.append(Fault(sheet.name or "", 1, "", "", f"la primera fila debe tener al menos {asked}."))
        return
    for number, cells in enumerate(sheet.rows[1:], 2):
        if not any(text_of(value).strip() for value in cells):
            continue
        row, is_whole = {}, True
        for column in columns:
            value = cell_of(cells, places[column.title]) if column.title in places else ""
            is_whole &= _take(row, column, value, (sheet.name or "", number), faults)
        if is_whole:
            yield number, row


def _take(row, column, value, place, faults) -> bool:
    """Put a value in its row; false when the row cannot do without it."""
    if text_of(value).strip() == "":
        if column.required:
            faults.append(Fault(*place, column.title, "", "está vacía y hace falta: la fila no se leyó."))
        return not column.required
    try:
        row[column.name] = column.read(value)
    except BadCellError as wrong:
        rest = " La fila no se leyó." if column.required else " Lo demás de la fila se leyó."
        faults.append(Fault(*place, column.title, text_of(value).strip()[:80], f"{wrong}{rest}"))
        return not column.required
    return True


def _headings(sheet: Sheet, columns: Sequence[Column]) -> dict[str, int] | None:
    """Title → place of the columns that are there, None when one that rows cannot do without is missing."""
    written = {fold(text_of(value)): place for place, value in reversed(list(enumerate(sheet.rows[0])))}
    found = {column.title: written[fold(column.title)] for column in columns if fold(column.title) in written}
    return found if all(column.title in found for column in columns if column.required) else None


def _call(row: dict[str, Any], parts: dict[str, Any]) -> TravellingCall:
    head = {name: value for name, value in row.items() if not name.startswith("bases.")}
    bases = {name.removeprefix("bases."): value for name, value in row.items() if name.startswith("bases.")}
    return TravellingCall(**head, bases=build(Bases, bases | parts))


def build(shape: type, values: dict[str, Any]) -> Any:
    """A part from its values, where «a.b» is the field b of the part a. A part that lacks a need is left out."""
    inner: dict[str, dict[str, Any]] = {}
    own: dict[str, Any] = {}
    for name, value in values.items():
        first, dot, rest = name.partition(".")
        if dot:
            inner.setdefault(first, {})[rest] = value
        else:
            own[name] = value
    hints = get_type_hints(shape)
    for name, said in inner.items():
        part = next(one for one in (get_args(hints[name]) or (hints[name],)) if is_dataclass(one))
        needs = {field.name for field in fields_of(part) if field.default is field.default_factory}  # both MISSING
        if needs <= {key.partition(".")[0] for key in said}:
            own[name] = build(part, said)
    return shape(**own)
