"""The groups of a call as a workbook: the same rows in the same order, with what each column means."""

from cases.views.funding.matches import shown
from incubator.workbooks.writing import Column, Sheet, write_workbook

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_COLUMNS = (
    Column("Caso"),
    Column("Grupo"),
    Column("Comuna"),
    Column("Incubadora"),
    Column("Etapa"),
    Column("Qué tan lejos está", definition="Lo que falta, contado en documentos, trámites y personas"),
    Column("Posible", definition="«No» cuando nada de lo que haga el grupo a tiempo lo permite"),
    Column("Documentos", "integer"),
    Column("Trámites", "integer"),
    Column("Personas", "integer", definition="Las que tendrían que sumarse; una puede servir para varias condiciones"),
    Column("Por confirmar", "integer", definition="Datos que faltan, y condiciones reservadas: cada una cuenta como 1"),
    Column("Lo que falta"),
    Column("Cierra el", "date", definition="Día del cierre que le corresponde al grupo"),
)


def workbook(rows, *, call, by, on, filters) -> bytes:
    """An XLSX of these matches, with «Léeme» saying who took it, when and through which filters."""
    about = [("Llamado", str(call)), ("Descargado por", by.full_name), ("Fecha", on)]
    about += [(f"Filtro: {label}", words) for label, words in filters]
    table = [_row(match) for match in rows]
    sheet = Sheet("Grupos", _COLUMNS, table)
    return write_workbook(title="Grupos para un fondo", about=[*about, ("Grupos", len(table))], sheets=[sheet])


def _row(match):
    case, far = match.case, match.distance
    titles, _ = shown.lacking(match.answer, most=100)
    return (
        case.code,
        case.organization.name,
        case.organization.commune.name if case.organization.commune else "",
        case.incubator.name,
        case.get_stage_display(),
        far.sentence,
        "No" if far.impossible else "Sí",
        far.documents,
        far.acts,
        far.people,
        far.confirm,
        "; ".join(titles),
        match.closes_on,
    )
