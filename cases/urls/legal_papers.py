"""The room «Documentos» of a formalization, its documents and what comes back of them."""

from cases.formalization import slugs as document_slugs  # noqa: F401 - the words of its routes
from cases.views.legal import comparisons, papers
from incubator.access import Permission
from incubator.doors import guarded_path

P = Permission
_ROOT = "grupos/<int:pk>/formalizacion/documentos/"
_KEPT = f"{_ROOT}guardados/<int:paper>/"
_ONE = f"{_ROOT}<legal_document:text>/"

urlpatterns = [
    guarded_path(_ROOT, papers.listing, name="legal_papers", needs=P.VIEW_LEGAL),
    guarded_path(_KEPT, comparisons.kept, name="legal_paper_kept", needs=P.VIEW_LEGAL),
    guarded_path(f"{_KEPT}comparar/", comparisons.compare, name="legal_paper_compare", needs=P.RECORD_FACTS),
    guarded_path(
        f"{_KEPT}comparaciones/<int:comparison>/", comparisons.detail, name="legal_comparison", needs=P.VIEW_LEGAL
    ),
    guarded_path(
        f"{_KEPT}comparaciones/<int:comparison>/decidir/",
        comparisons.decide,
        name="legal_comparison_decide",
        needs=P.RECORD_FACTS,
    ),
    guarded_path(_ONE, papers.detail, name="legal_paper", needs=P.VIEW_LEGAL),
    guarded_path(f"{_ONE}documento.pdf", papers.pdf, name="legal_paper_pdf", needs=P.VIEW_LEGAL),
    guarded_path(f"{_ONE}documento.docx", papers.word, name="legal_paper_word", needs=P.VIEW_LEGAL),
    guarded_path(f"{_ONE}guardar/", papers.keep, name="legal_paper_keep", needs=P.RECORD_FACTS),
]
