"""The legal file of a group: how it stands, its acts, the rules it keeps."""

from cases.views import legal
from incubator.access import Permission
from incubator.doors import guarded_path

P = Permission
_ROOT = "grupos/<int:pk>/formalizacion/"

urlpatterns = [
    guarded_path(_ROOT, legal.summary, name="group_formalization", needs=P.VIEW_LEGAL),
    guarded_path(f"{_ROOT}anotar/", legal.record, name="legal_act_new", needs=P.RECORD_FACTS),
    guarded_path(f"{_ROOT}reglas/", legal.adopt, name="legal_rules_adopt", needs=P.RECORD_FACTS),
    guarded_path(f"{_ROOT}abrir/", legal.open_again, name="legal_file_open", needs=P.RECORD_FACTS),
    guarded_path(f"{_ROOT}actos/<int:act>/validar/", legal.review, name="legal_act_review", needs=P.VALIDATE_LEGAL),
]
