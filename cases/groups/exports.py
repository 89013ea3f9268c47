"""The list of groups as a workbook: the same rows in the same order, with what each column means."""

from incubator.workbooks.writing import Column, Sheet, write_workbook

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_COLUMNS = (
    Column("Caso", definition="Comuna en que nació y número del caso"),
    Column("Grupo"),
    Column("Tipo"),
    Column("Rubro"),
    Column("Comuna"),
    Column("Sector o localidad"),
    Column("Incubadora"),
    Column("Ingreso", "date", definition="Día en que se abrió el caso"),
    Column("Etapa"),
    Column("En la etapa desde", "date"),
    Column("Días en la etapa", "integer", definition="Días corridos desde que llegó a la etapa hasta la descarga"),
    Column("Integrantes", "integer", definition="Integrantes vigentes el día de la descarga; cada persona, una vez"),
    Column("Última sesión", "date"),
    Column("Último contacto", "date", definition="Última sesión, o último contacto en que el grupo respondió"),
    Column("En pausa hasta", "date"),
    Column("Señales", definition="Lo que la lista avisa del grupo: bajo el mínimo, o hace mucho sin contacto"),
    Column("A cargo"),
)


def workbook(rows, *, by, on, filters) -> bytes:
    """An XLSX of these rows (`GroupRows.shown`), with «Léeme» saying who took it, when and through which filters."""
    table = [_row(row) for row in rows]
    about = [("Descargado por", by.full_name), ("Fecha", on), *_said(filters), ("Grupos", len(table))]
    return write_workbook(title="Grupos", about=about, sheets=[Sheet("Grupos", _COLUMNS, table)])


def _said(filters):
    """The filters that were on, each in its line."""
    return [(f"Filtro: {label}", words) for label, words in filters]


def _row(row):
    case, group = row["case"], row["case"].organization
    return (
        case.code,
        group.name,
        group.get_kind_display(),
        group.trade,
        group.commune.name if group.commune else "",
        group.sector,
        case.incubator.name,
        case.opened_on,
        case.get_stage_display(),
        case.stage_on,
        row["days"],
        case.members_count,
        case.last_session_on,
        case.last_contact_on,
        case.paused_until,
        ", ".join(row["flags"]),
        ", ".join(user.full_name for user in row["charge"]),
    )
