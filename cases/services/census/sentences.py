"""What an import says of a row beside what the reader already said. A sentence never holds a sensitive value."""

from cases.census.records import Rejection

OTHER_NAME = (
    "Fila {row}, columna «{column}»: el RUN {run} ya es de otra persona de la incubadora, con un nombre distinto, "
    "por lo que esta fila no se carga. Revise cuál de las dos tiene el RUN correcto."
)
CONFLICT = (
    "Fila {row}, columna «{column}»: la ficha de {who} dice algo distinto y se conserva, porque se escribió a mano o "
    "es más reciente que la planilla. Elija cuál de los dos valores queda."
)
LEFT_THE_GROUP = (
    "Fila {row}: {who} ya dejó el grupo según la incubadora, y así queda. "
    "Si volvió a ser integrante, elija lo que dice la planilla."
)
OTHER_REPRESENTATIVE = (
    "Fila {row}: el grupo tiene otra persona como representante, y así queda. Si cambió, elija lo que dice la planilla."
)
ALREADY_ADVANCED = (
    "Fila {row}, columna «{column}»: la planilla dice que {who} está formalizado, pero su caso ya avanzó como grupo "
    "pre-asociativo. Revise su situación legal antes de elegir lo que dice la planilla."
)
MISFIT = (
    "Fila {row}, columna «{column}»: el valor de {who} no cabe o no tiene la forma esperada, y no se cargó completo. "
    "Corríjalo en su ficha."
)
CLOSED_GROUP = (
    "Fila {row}: {who} tiene su caso cerrado o egresado. Se actualizan sus datos, pero no se abre otro caso. "
    "Si vuelve a participar, reabra el caso desde su página."
)
MERGED_GROUP = (
    "Fila {row}: {who} se unió a {other} el {day}. Lo que dice la planilla de sus integrantes se carga en {other}."
)
MERGED_LATER = (
    "Fila {row}: {who} se unió a {other} el {day}, después de la fecha de la planilla. Se actualizan los datos de las "
    "personas, pero no cambia quién es integrante."
)
SPLIT_GROUP = (
    "Fila {row}: {who} se dividió el {day} en {other}. Se actualizan los datos de las personas, pero no cambia "
    "quién es integrante de cada grupo."
)
LINEAGE = (
    "Fila {row}: la planilla nombra a {who} en un grupo que cambió el {day}, y no cambia de grupo por eso. "
    "Si hoy integra {other}, elija lo que dice la planilla."
)
UNEXPECTED = (
    "Fila {row}: no se pudo cargar por un problema inesperado; las demás filas sí. "
    "Revise la fila y súbala de nuevo; si se repite, avise a quien administra Minga."
)


def failure(row: int) -> Rejection:
    """A row that could not be written, for no reason a person gave."""
    return Rejection(row=row, column=None, value=None, reason="unexpected", sentence=UNEXPECTED.format(row=row))
