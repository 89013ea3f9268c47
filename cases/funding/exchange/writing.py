"""Calls → workbook: one sheet for the calls and one for each part of their bases, as they are read again."""

from collections.abc import Iterable
from dataclasses import is_dataclass

from cases.funding.bases.shapes import Condition
from cases.funding.exchange.calls import TravellingCall
from cases.funding.exchange.sheets import CALL, CALLS, CONDITION, CONDITIONS, FIELD, FORM, PARTS
from incubator.workbooks.writing import Column, Sheet, write_workbook


def workbook(calls: Iterable[TravellingCall], *, title: str, about) -> bytes:
    """The workbook of some calls; an empty part leaves its sheet with its headings alone."""
    calls = list(calls)
    sheets = [_sheet("Llamados", CALLS, ([_cell(call, column) for column in CALLS] for call in calls), own=True)]
    for part in PARTS:
        rows = [(call.key, one) for call in calls for one in getattr(call.bases, part.part)]
        sheets.append(_sheet(part.name, part.columns, _rows(rows, part.columns)))
    conditions = ((call.key, one) for call in calls for one in _flat(call.bases.conditions))
    sheets.append(_sheet(CONDITIONS, CONDITION, _rows(conditions, CONDITION)))
    fields = ((call.key, one) for call in calls for one in _fields(call.bases.sections))
    sheets.append(_sheet(FORM, FIELD, _rows(fields, FIELD)))
    return write_workbook(title=title, about=about, sheets=sheets)


def _sheet(name, columns, rows, *, own=False):
    heads = columns if own else (CALL, *columns)
    shown = [Column(column.title, column.kind, definition=column.meaning) for column in heads]
    return Sheet(name, shown, rows)


def _rows(pairs, columns):
    return ([key, *(_cell(one, column) for column in columns)] for key, one in pairs)


def _cell(one, column):
    value = one
    for name in column.name.split("."):
        value = value.get(name) if isinstance(value, dict) else getattr(value, name, None)
        if value is None:
            return None
    return column.write(value) if value != () and value != {} else None


def _flat(conditions: Iterable[Condition], parent: str = ""):
    for condition in conditions:
        yield _plain(condition) | {"parent": parent}
        yield from _flat(condition.children, condition.key)


def _fields(sections):
    for section in sections:
        about = {"section": section.key, "section_title": section.title, "section_help": section.help}
        if not section.fields:
            yield about
        for one in section.fields:
            yield about | _plain(one)


def _plain(part):
    assert is_dataclass(part)  # noqa: S101  (what follows reads its own attributes)
    return dict(vars(part))
