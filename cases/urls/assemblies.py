"""The meetings of a cooperative: the room of the founding one, the list of the later ones, and each with its steps."""

from cases.formalization import slugs as document_slugs  # noqa: F401 - the words of its routes
from cases.views import assemblies
from incubator.access import Permission
from incubator.doors import guarded_path

P = Permission
_ROOT = "grupos/<int:pk>/juntas/"
_ONE = f"{_ROOT}<int:assembly>/"
_PAPER = f"{_ONE}documentos/<legal_document:text>/"

urlpatterns = [
    guarded_path(
        "grupos/<int:pk>/formalizacion/junta/", assemblies.founding, name="founding_meeting", needs=P.VIEW_LEGAL
    ),
    guarded_path("grupos/<int:pk>/libros/juntas/", assemblies.listing, name="book_meetings", needs=P.VIEW_LEGAL),
    guarded_path(f"{_ROOT}nueva/", assemblies.new, name="assembly_new", needs=P.RECORD_FACTS),
    guarded_path(_ONE, assemblies.detail, name="assembly_detail", needs=P.VIEW_LEGAL),
    guarded_path(f"{_ONE}preparar/", assemblies.edit, name="assembly_edit", needs=P.RECORD_FACTS),
    guarded_path(f"{_ONE}citar/", assemblies.notices, name="assembly_notices", needs=P.RECORD_FACTS),
    guarded_path(f"{_ONE}aviso/", assemblies.medium, name="assembly_medium", needs=P.RECORD_FACTS),
    guarded_path(
        f"{_ONE}citar/<int:sent>/quitar/", assemblies.take_back, name="assembly_notice_remove", needs=P.RECORD_FACTS
    ),
    guarded_path(f"{_ONE}asistencia/", assemblies.attendance, name="assembly_attendance", needs=P.RECORD_FACTS),
    guarded_path(f"{_ONE}acuerdos/", assemblies.votes, name="assembly_votes", needs=P.RECORD_FACTS),
    guarded_path(f"{_ONE}elecciones/", assemblies.elections, name="assembly_elections", needs=P.RECORD_FACTS),
    guarded_path(f"{_ONE}cerrar/", assemblies.close, name="assembly_close", needs=P.RECORD_FACTS),
    guarded_path(f"{_ONE}no-se-hizo/", assemblies.fail, name="assembly_fail", needs=P.RECORD_FACTS),
    guarded_path(f"{_ONE}acta-firmada/", assemblies.attach, name="assembly_minutes", needs=P.RECORD_FACTS),
    guarded_path(f"{_ONE}acta-firmada/ver/", assemblies.evidence, name="assembly_evidence", needs=P.VIEW_LEGAL),
    guarded_path(f"{_ONE}disidencias/", assemblies.dissent, name="assembly_dissent", needs=P.RECORD_FACTS),
    guarded_path(f"{_PAPER}documento.pdf", assemblies.pdf, name="assembly_pdf", needs=P.VIEW_LEGAL),
    guarded_path(f"{_PAPER}documento.docx", assemblies.word, name="assembly_word", needs=P.VIEW_LEGAL),
]
