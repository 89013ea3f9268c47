"""A report becomes files: from its snapshot, and from nothing else (the Anexo nominal adds the names it points to)."""

from incubator.paper import XLSX
from reports.documents.annex import annex_files
from reports.documents.base import Made, Paper
from reports.documents.pdf import report_pdf
from reports.documents.workbook import report_workbook
from reports.enums import Product

__all__ = ["Made", "informe", "products"]

_PDF = "application/pdf"


def informe(report, only: Product | None = None) -> list[Made]:
    """The Informe as PDF and as workbook, or one of them; a draft says BORRADOR. Same snapshot, same bytes."""
    paper = Paper.of(report)
    workbook = report_workbook(paper)
    found = []
    if only in (None, Product.REPORT_PDF):
        pdf = report_pdf(paper, workbook)
        found.append(Made(Product.REPORT_PDF, paper.name("informe", "pdf"), paper.title, pdf, _PDF, paper.code))
    if only in (None, Product.REPORT_XLSX):
        found.append(Made(Product.REPORT_XLSX, paper.name("informe", "xlsx"), paper.title, workbook, XLSX, paper.code))
    return found


def products(report, *, annex_code: str) -> list[Made]:
    """Everything that is sealed: the Informe, and the Anexo nominal under its own code."""
    paper = Paper.of(report)
    pdf, workbook = annex_files(paper, annex_code)
    title = f"Anexo nominal, {paper.month.label}"
    return [
        *informe(report),
        Made(Product.ANNEX_PDF, paper.name("anexo-nominal", "pdf"), title, pdf, _PDF, annex_code),
        Made(Product.ANNEX_XLSX, paper.name("anexo-nominal", "xlsx"), title, workbook, XLSX, annex_code),
    ]
