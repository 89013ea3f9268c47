"""A dashboard as a workbook: exactly the figures of the screen, with «Léeme» saying of what, when and which months."""

from incubator.workbooks.writing import Column, Sheet, write_workbook
from reports.dashboards.pieces import Dashboard
from reports.documents.workbook import sheet

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def workbook(found: Dashboard, *, by) -> bytes:
    """An XLSX with the key figures and a sheet for every table."""
    about = [
        ("De", found.lead),
        ("Descargado por", by.full_name),
        ("Fecha", found.period.on),
        ("Meses", f"Los últimos {found.period.months}, el actual hasta hoy: {found.period.words}"),
        ("Datos", "Cifras de trabajo, como se ven hoy. Las del informe mensual son las que valen ante la agencia."),
    ]
    key = Sheet(
        "Cifras principales",
        [Column("Cifra"), Column("Valor", "decimal")],
        [(one.meaning.capitalize(), one.value) for one in found.figures],
    )
    tables = [sheet(table) for section in found.sections for table in section.tables]
    return write_workbook(title=found.title, about=about, sheets=[key, *tables])
