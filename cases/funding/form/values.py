"""What a field of the form may hold, as plain JSON: how it is told, whether it is blank, and what is wrong with it.

What somebody typed is kept even when it is not yet right: a number that cannot be read stays as its text, and says so.
"""

from typing import Any

from cases.funding.bases.shapes import FieldKind, FormField
from cases.funding.form.counting import counted

#: The levels of a logical frame, in their order, and its columns.
LEVELS = {"goal": "Fin", "purpose": "Propósito", "component": "Componente", "activity": "Actividad"}
FRAME_COLUMNS = {
    "text": "Resumen",
    "indicator": "Indicador",
    "means": "Medio de verificación",
    "assumption": "Supuesto",
}
SEXES = {"women": "Mujeres", "men": "Hombres", "other": "Otro o sin dato"}
#: The longest plan of activities that a page shows, in months.
MOST_MONTHS = 36


def months_of(field: FormField, bases) -> int:
    """How many months the activities of a field may take."""
    return min(field.maximum or bases.dates.months or 12, MOST_MONTHS)


def fits(field: FormField, value: Any) -> bool:
    """Whether a kept value is of the kind that the field asks: another version may ask it in another way."""
    return value is None or _SHAPES[field.kind](value)


def _rows_of(kind):
    return lambda value: isinstance(value, list) and all(isinstance(row, kind) for row in value)


_SHAPES = {
    FieldKind.TEXT: lambda value: isinstance(value, str),
    FieldKind.NUMBER: lambda value: isinstance(value, int | str),
    FieldKind.CHOICE: lambda value: isinstance(value, str),
    FieldKind.TABLE: _rows_of(list),
    FieldKind.FRAME: lambda value: _rows_of(dict)(value) and all("level" in row for row in value),
    FieldKind.ACTIVITIES: lambda value: _rows_of(dict)(value) and all("months" in row for row in value),
    FieldKind.BENEFICIARIES: lambda value: isinstance(value, dict),
}


def is_blank(value: Any) -> bool:
    """Whether nothing was written."""
    if isinstance(value, dict):
        return all(part in (None, "") for part in value.values())
    return value is None or value == [] or (isinstance(value, str) and not value.strip())


def same(one: Any, other: Any) -> bool:
    """Whether two values say the same; nothing written is the same as blank."""
    return one == other or (is_blank(one) and is_blank(other))


def as_text(field: FormField, value: Any) -> str:
    """The value as lines of plain text: to compare two of them, and for whoever only reads."""
    if is_blank(value):
        return ""
    if not fits(field, value):
        return told(value)
    return _TOLD.get(field.kind, lambda field, value: str(value))(field, value)


def told(value: Any) -> str:
    """Any value as text, whatever field it was written for."""
    if isinstance(value, dict):
        return "\n".join(f"{key}: {told(part)}" for key, part in value.items() if part not in (None, "", []))
    if isinstance(value, list):
        return "\n".join(told(part) for part in value)
    return "" if value is None else str(value)


def _table(field, rows):
    def line(row):
        return " · ".join(f"{column}: {cell}" for column, cell in zip(field.columns, row, strict=False) if cell)

    return "\n".join(line(row) for row in rows)


def _frame(field, rows):
    def line(row):
        said = [f"{label}: {row[name]}" for name, label in FRAME_COLUMNS.items() if row.get(name)]
        return f"{LEVELS.get(row['level'], row['level'])}. " + " · ".join(said)

    return "\n".join(line(row) for row in rows)


def _activities(field, rows):
    def line(row):
        months = ", ".join(str(month) for month in row["months"])
        return f"{row.get('name', '')} (meses: {months})" if months else f"{row.get('name', '')} (sin meses)"

    return "\n".join(line(row) for row in rows)


def _beneficiaries(field, value):
    said = [f"{label}: {value[key]}" for key, label in SEXES.items() if value.get(key) not in (None, "")]
    return " · ".join(said)


_TOLD = {
    FieldKind.TABLE: _table,
    FieldKind.FRAME: _frame,
    FieldKind.ACTIVITIES: _activities,
    FieldKind.BENEFICIARIES: _beneficiaries,
}


def faults(field: FormField, value: Any) -> list[str]:
    """What the field still lacks or has too much of, in sentences; none when it is right."""
    if is_blank(value) or not fits(field, value):
        return ["Falta completarlo."] if field.required else []
    return _FAULTS[field.kind](field, value)


def _text_faults(field, value):
    over = counted(value, field.limit, field.counting).over
    return [over] if over else []


def _number_faults(field, value):
    if not isinstance(value, int):
        return ["Escriba un número sin decimales, por ejemplo 12."]
    if field.minimum is not None and value < field.minimum:
        return [f"Escriba {field.minimum} o más."]
    if field.maximum is not None and value > field.maximum:
        return [f"Escriba {field.maximum} o menos."]
    return []


def _choice_faults(field, value):
    return [] if value in field.options else ["Elija una de las opciones de las bases."]


def _table_faults(field, rows):
    holes = sum(any(not cell.strip() for cell in row) for row in rows)
    found = ["Hay una fila con casillas en blanco." if holes == 1 else f"Hay {holes} filas con casillas en blanco."]
    return (found if holes else []) + _too_few(field, len(rows), "filas")


def _frame_faults(field, rows):
    missing = [label for level, label in LEVELS.items() if all(row["level"] != level for row in rows)]
    found = [f"Falta al menos una fila de {label.lower()}." for label in missing]
    blank = sum(any(not (row.get(name) or "").strip() for name in FRAME_COLUMNS) for row in rows)
    return found + ([f"Filas con casillas en blanco: {blank}."] if blank else [])


def _activity_faults(field, rows):
    found = []
    if any(not (row.get("name") or "").strip() for row in rows):
        found.append("Hay una actividad sin nombre.")
    if any(not row["months"] for row in rows):
        found.append("Hay una actividad sin ningún mes marcado.")
    return found


def _beneficiary_faults(field, value):
    numbers = [part for part in value.values() if part not in (None, "")]
    if any(not isinstance(part, int) for part in numbers):
        return ["Escriba cuántas personas, con números."]
    if field.minimum is not None and sum(numbers) < field.minimum:
        return [f"Son menos personas que las que piden las bases ({field.minimum})."]
    if field.maximum is not None and sum(numbers) > field.maximum:
        return [f"Son más personas que las que permiten las bases ({field.maximum})."]
    return []


def _too_few(field, count, what):
    if field.minimum is not None and count < field.minimum:
        return [f"Faltan {what}: al menos {field.minimum}."]
    if field.maximum is not None and count > field.maximum:
        return [f"Sobran {what}: hasta {field.maximum}."]
    return []


_FAULTS = {
    FieldKind.TEXT: _text_faults,
    FieldKind.NUMBER: _number_faults,
    FieldKind.CHOICE: _choice_faults,
    FieldKind.TABLE: _table_faults,
    FieldKind.FRAME: _frame_faults,
    FieldKind.ACTIVITIES: _activity_faults,
    FieldKind.BENEFICIARIES: _beneficiary_faults,
}
