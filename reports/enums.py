"""The words of a report's life."""

from django.db.models import TextChoices


class ReportState(TextChoices):
    """How a report stands (docs/reference/stages.md)."""

    DRAFT = "draft", "Borrador"
    SEALED = "sealed", "Sellado"
    DELIVERED = "delivered", "Entregado"
    OBSERVED = "observed", "Observado"
    ACCEPTED = "accepted", "Aceptado"
    WITHDRAWN = "withdrawn", "Retirado"


#: What may follow what; a correction of a sealed report is a new version, never a change of state back.
STEPS: dict[ReportState, frozenset[ReportState]] = {
    ReportState.DRAFT: frozenset({ReportState.SEALED}),
    ReportState.SEALED: frozenset({ReportState.DELIVERED, ReportState.WITHDRAWN}),
    ReportState.DELIVERED: frozenset({ReportState.OBSERVED, ReportState.ACCEPTED, ReportState.WITHDRAWN}),
    ReportState.OBSERVED: frozenset(),
    ReportState.ACCEPTED: frozenset(),
    ReportState.WITHDRAWN: frozenset(),
}

#: States in which figures are fixed and printed; those a funder reads.
FIXED = (ReportState.SEALED, ReportState.DELIVERED, ReportState.OBSERVED, ReportState.ACCEPTED)
DELIVERED = (ReportState.DELIVERED, ReportState.OBSERVED, ReportState.ACCEPTED)


class Product(TextChoices):
    """The files a sealed snapshot becomes: the Informe, and the Anexo nominal apart."""

    REPORT_PDF = "report_pdf", "Informe (PDF)"
    REPORT_XLSX = "report_xlsx", "Informe (Excel)"
    ANNEX_PDF = "annex_pdf", "Anexo nominal (PDF)"
    ANNEX_XLSX = "annex_xlsx", "Anexo nominal (Excel)"


#: The products with names in them: handed over apart, under a recorded legal basis.
NOMINAL = (Product.ANNEX_PDF, Product.ANNEX_XLSX)
