"""What a purchase with a fund's money is: its closed lists and the sums of its document. Pure."""

from django.db.models import TextChoices

from incubator.text import thousands


class PurchaseStanding(TextChoices):
    """What the agency said of a purchase that was reported to it."""

    PENDING = "pending", "Pendiente"
    APPROVED = "approved", "Aprobado"
    OBSERVED = "observed", "Observado"
    REJECTED = "rejected", "Rechazado"


class PurchaseDocument(TextChoices):
    """The paper that proves a purchase, as the accounts that the State asks for name it."""

    INVOICE = "invoice", "Factura"
    EXEMPT_INVOICE = "exempt_invoice", "Factura exenta"
    RECEIPT = "receipt", "Boleta"
    FEES = "fees", "Boleta de honorarios"
    PAYROLL = "payroll", "Liquidación de sueldo"
    CONTRIBUTIONS = "contributions", "Planilla de cotizaciones"
    TRAVEL = "travel", "Planilla de movilización"
    TRANSFER = "transfer", "Comprobante de traspaso"


class PaidWith(TextChoices):
    """How it was paid."""

    TRANSFER = "transfer", "Transferencia"
    CHEQUE = "cheque", "Cheque"
    CARD = "card", "Tarjeta"
    CASH = "cash", "Efectivo"


#: Papers that no supplier numbers: somebody of the group writes them.
WITHOUT_NUMBER = (PurchaseDocument.TRAVEL, PurchaseDocument.TRANSFER, PurchaseDocument.PAYROLL)


def sums_fail(kind, net, tax, total):
    """Why the three amounts of a document do not agree, or nothing. A retention counts as a tax: net and it add up."""
    if total <= 0:
        return "El monto total debe ser mayor que cero."
    if net + tax != total:
        said = "El líquido más la retención" if kind == PurchaseDocument.FEES else "El neto más el impuesto"
        return f"{said} debe dar el total: dan {thousands(net + tax)}, y el total dice {thousands(total)}."
    if kind == PurchaseDocument.EXEMPT_INVOICE and tax:
        return "Una factura exenta no lleva impuesto."
    return ""
