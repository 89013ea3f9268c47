"""The form as it is frozen: sections and fields in the agency's order, with what was written and how it counts."""

from collections.abc import Mapping
from typing import Any

from cases.funding.bases.shapes import Bases, Counting, FieldKind, FormField
from cases.funding.form import values as form_values
from cases.funding.form.counting import counted


def frozen(bases: Bases, values: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Each section with its fields; what the bases no longer ask is not sent, so it is not here."""
    return [
        {
            "key": section.key,
            "title": section.title,
            "fields": [_field(asked, values.get(asked.key)) for asked in section.fields],
        }
        for section in bases.sections
    ]


def _field(asked: FormField, value: Any) -> dict[str, Any]:
    value = value if form_values.fits(asked, value) else None
    return {
        "key": asked.key,
        "label": asked.label,
        "kind": asked.kind,
        "counting": asked.counting,
        "limit": asked.limit,
        "columns": asked.columns,
        "value": value,
        "text": form_values.as_text(asked, value),
        "count": count_of(asked.kind, form_values.as_text(asked, value), asked.limit, asked.counting),
    }


def count_of(kind: str, text: str, limit: int | None, counting: str) -> str:
    """«312 de 500 palabras», of a text; nothing of what is not counted."""
    return counted(text, limit, Counting(counting)).words if kind == FieldKind.TEXT and text else ""


def grid(field: Mapping[str, Any]) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """Headings and rows of a frozen field that is a table of some kind; both empty when it is not, or says nothing."""
    value, kind = field["value"], field["kind"]
    if form_values.is_blank(value) or kind not in _GRIDS:
        return (), []
    return _GRIDS[kind](field, value)


def _table(field, rows):
    columns = tuple(field["columns"])
    return columns, [tuple((*row, *[""] * len(columns))[: len(columns)]) for row in rows]


def _frame(field, rows):
    heads = ("Nivel", *form_values.FRAME_COLUMNS.values())
    said = [
        (
            form_values.LEVELS.get(row["level"], row["level"]),
            *(row.get(name) or "" for name in form_values.FRAME_COLUMNS),
        )
        for row in rows
    ]
    return heads, said


def _activities(field, rows):
    said = [(row.get("name") or "", ", ".join(str(month) for month in row["months"]) or "sin meses") for row in rows]
    return ("Actividad", "Meses"), said


def _beneficiaries(field, value):
    said = [(label, str(value.get(key) or 0)) for key, label in form_values.SEXES.items()]
    total = sum(value.get(key) or 0 for key in form_values.SEXES)
    return ("Personas", "Cuántas"), [*said, ("Total", str(total))]


_GRIDS = {
    FieldKind.TABLE.value: _table,
    FieldKind.FRAME.value: _frame,
    FieldKind.ACTIVITIES.value: _activities,
    FieldKind.BENEFICIARIES.value: _beneficiaries,
}
