"""Every reason a row is refused or warned, and its one sentence in Spanish: row, column, value and what to do.

A detail never holds what a person declared about disability, nor a diagnosis.
"""

from cases.census.records import Rejection, RowWarning

REJECTIONS = {
    "rut": (
        "Fila {row}, columna «{column}»: el RUN «{value}» no es válido o le falta el dígito verificador. "
        "Corrija la celda y suba la fila de nuevo; si la persona no tiene RUN, escriba «sin rut»."
    ),
    "missing_group": (
        "Fila {row}{in_column}: no se sabe a qué grupo pertenece, porque ninguna fila anterior nombra un grupo. "
        "Escriba el nombre del grupo y suba la fila de nuevo."
    ),
    "missing_name": "Fila {row}{in_column}: falta el nombre de la persona. Escríbalo y suba la fila de nuevo.",
}
WARNINGS = {
    "no_rut": "Fila {row}{in_column}: la persona se carga sin RUN. Cuando lo tenga, agréguelo en su ficha.",
    "repeated_person": (
        "Fila {row}: {value} ya figura en la fila {other_row} ({group}). "
        "Revise si participa en los dos grupos o si la fila está repetida."
    ),
    "other_name": (
        "Fila {row}, columna «{column}»: el RUN {value} ya está en la fila {other_row} con otro nombre, por lo que "
        "esta fila no se carga. Revise cuál de las dos tiene el RUN correcto."
    ),
    "conflict": (
        "Fila {row}: {value} dice en «{column}» algo distinto de lo escrito antes. "
        "Se conserva lo primero; corrija la planilla o la ficha si no es lo correcto."
    ),
    "phone": (
        "Fila {row}, columna «{column}»: «{value}» no es un teléfono válido y no se carga. "
        "Escriba nueve dígitos, por ejemplo 9 8765 4321."
    ),
    "email": (
        "Fila {row}, columna «{column}»: «{value}» no es un correo válido y no se carga. "
        "Escríbalo completo, por ejemplo nombre@ejemplo.cl."
    ),
    "date": (
        "Fila {row}, columna «{column}»: «{value}» no es una fecha completa y posible, por lo que no se carga. "
        "Escríbala como día-mes-año, por ejemplo 03-05-2021."
    ),
    "commune": (
        "Fila {row}, columna «{column}»: no conocemos la comuna «{value}» y no se carga. "
        "Escriba el nombre oficial de la comuna."
    ),
}
UNUSABLE = {
    "no_header": (
        "No encontramos en el archivo una fila de encabezados con el grupo y las personas. "
        "Agregue encabezados como «Agrupación», «Nombre» y «RUN» e inténtelo de nuevo."
    ),
    "no_people": (
        "El archivo tiene encabezados de catastro, pero ninguna fila con personas o grupos. "
        "Revise que sea el archivo correcto e inténtelo de nuevo."
    ),
}
_NO_VALUE = "la celda"


def rejection(reason: str, *, row: int, column: str | None, value: str | None = None, also: tuple = ()) -> Rejection:
    """The refusal of a row, with its sentence."""
    sentence = REJECTIONS[reason].format(
        row=row, column=column, value=(value or "").strip() or _NO_VALUE, in_column=_in_column(column)
    )
    return Rejection(row=row, column=column, value=value, reason=reason, sentence=sentence, also=also)


def warning(reason: str, *, row: int, column: str | None = None, value: str = "", **more: object) -> RowWarning:
    """Something to look at in a row, with its sentence; `detail` is the short form of the same."""
    sentence = WARNINGS[reason].format(
        row=row, column=column or "", value=value.strip(), in_column=_in_column(column), **more
    )
    detail = ": ".join(part for part in (column or "", value.strip()) if part)
    return RowWarning(row=row, reason=reason, detail=detail, sentence=sentence)


def _in_column(column: str | None) -> str:
    return f", columna «{column}»" if column else ""
