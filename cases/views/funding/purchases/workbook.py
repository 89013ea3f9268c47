"""The purchases as the accounts of the State ask for them: the list with its columns, and the summary by item."""

from cases.funding.agency import purchases as reading
from cases.funding.agency.purchasing import PaidWith, PurchaseDocument
from incubator.calendars import Month
from incubator.workbooks.writing import Column, Sheet, write_workbook

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
LIST = (
    Column("Nº", "integer"),
    Column("Fecha documento", "date"),
    Column("Tipo documento"),
    Column("Nº documento"),
    Column("RUT proveedor", "run"),
    Column("Nombre proveedor"),
    Column("Detalle"),
    Column("Ítem"),
    Column("Subítem"),
    Column("Monto neto", "money", definition="En honorarios, el líquido"),
    Column("IVA o retención", "money"),
    Column("Monto total", "money", definition="Neto más impuesto, o líquido más retención"),
    Column("Medio de pago"),
    Column("Nº egreso"),
    Column("Fecha pago", "date"),
    Column("Actividad o meta asociada"),
    Column("Archivo", definition="Folio del archivo que respalda la compra"),
    Column("Estado", definition="Lo que dijo el fondo; «Anulado» no entra en las sumas"),
    Column("Observación"),
)
SUMMARY = (
    Column("Ítem"),
    Column("Presupuesto aprobado", "money"),
    Column("Modificaciones", "money"),
    Column("Vigente", "money"),
    Column("Gastado anterior", "money", definition="Antes del mes del período"),
    Column("Gastado período", "money", definition="En el mes del período, hasta el día en que se descargó"),
    Column("Acumulado", "money"),
    Column("Saldo", "money"),
    Column("% gastado", "percent"),
)


def content(application, today, month=""):
    """The workbook. `month`: «2021-11», the period told apart; without it, that of today."""
    period = _month(month, today)
    until = min(period.last, today)
    rows = reading.summary(application, until, since=period.first)
    about = [
        ("Postulación", f"{application.code}, {application.title}"),
        ("Llamado", str(application.call)),
        ("Período", period.label),
        ("Fecha", today),
    ]
    sheets = [
        Sheet("Compras", LIST, list(_listed(application))),
        Sheet("Por ítem", SUMMARY, [_summed(row) for row in (*rows, reading.total_of(rows))]),
    ]
    return write_workbook(title="Compras con el fondo", about=about, sheets=sheets)


def _month(written, today):
    try:
        asked = Month.parse(written)
    except ValueError:
        return Month.of(today)
    return min(asked, Month.of(today))


def _listed(application):
    kinds, ways, names = dict(PurchaseDocument.choices), dict(PaidWith.choices), reading.names_of(application)
    for one in application.purchases.order_by("number"):
        voided = one.voided_at is not None
        yield (
            one.number, one.document_on, kinds.get(one.document_kind, one.document_kind), one.document_number,
            one.supplier_rut, one.supplier, one.detail, names.get(one.item, one.item), one.subitem, one.net, one.tax,
            one.total, ways.get(one.paid_with, one.paid_with), one.voucher, one.paid_on, one.activity,
            str(one.evidence_id or ""), "Anulado" if voided else one.get_standing_display(),
            one.void_reason if voided else one.observation,
        )  # fmt: skip


def _summed(row):
    money = (row.approved, row.changed, row.current, row.before, row.period, row.spent, row.left)
    return (row.name, *money, row.share)
