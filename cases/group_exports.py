"""The list of groups as a workbook: the same rows, with what each column means."""

from cases import reading
from incubator.workbooks.writing import Column, Sheet, write_workbook

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_COLUMNS = (
    Column("Caso", definition="Comuna y número del caso"),
    Column("Grupo"),
    Column("Tipo"),
    Column("Rubro"),
    Column("Incubadora"),
    Column("Etapa"),
    Column("En la etapa desde", "date"),
    Column("Integrantes", "integer", definition="Integrantes vigentes el día de la descarga"),
    Column("Última sesión", "date"),
    Column("Último contacto", "date", definition="Última sesión, o último contacto en que el grupo respondió"),
    Column("En pausa hasta", "date"),
    Column("A cargo"),
)


def workbook(cases, *, by, on, words) -> bytes:
    """An XLSX of these cases, with «Léeme» saying who took it, when and with which filter."""
    charge = reading.in_charge(cases, on)
    rows = [_row(case, charge[case.organization_id]) for case in cases]
    about = [("Descargado por", by.full_name), ("Fecha", on), ("Filtro", words), ("Grupos", len(rows))]
    return write_workbook(title="Grupos", about=about, sheets=[Sheet("Grupos", _COLUMNS, rows)])


def _row(case, charge):
    group = case.organization
    return (
        case.code,
        group.name,
        group.get_kind_display(),
        group.trade,
        case.incubator.name,
        case.get_stage_display(),
        case.stage_on,
        case.members_count,
        case.last_session_on,
        case.last_contact_on,
        case.paused_until,
        ", ".join(row.post.user.full_name for row in charge),
    )
