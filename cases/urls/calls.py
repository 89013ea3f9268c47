"""The calls of an incubator, for its team."""

from cases.views import calls, submissions
from incubator.access import Permission
from incubator.doors import guarded_path

P = Permission
_HOUSE = "convocatorias/gestion/"
_CALL = f"{_HOUSE}<int:pk>/"
_SENT = f"{_CALL}postulaciones/"

urlpatterns = [
    guarded_path(_HOUSE, calls.listing, name="call_list", needs=P.VIEW_GROUPS),
    guarded_path(f"{_HOUSE}nueva/", calls.new, name="call_new", needs=P.WRITE_GROUPS),
    guarded_path(_CALL, calls.detail, name="call_detail", needs=P.VIEW_GROUPS),
    guarded_path(f"{_CALL}editar/", calls.edit, name="call_edit", needs=P.WRITE_GROUPS),
    guarded_path(f"{_CALL}enmendar/", calls.amend, name="call_amend", needs=P.DECIDE),
    guarded_path(f"{_CALL}publicar/", calls.publish, name="call_publish", needs=P.DECIDE),
    guarded_path(f"{_CALL}cerrar/", calls.close, name="call_close", needs=P.ADVANCE),
    guarded_path(f"{_CALL}anular/", calls.void, name="call_void", needs=P.DECIDE),
    guarded_path(_SENT, submissions.listing, name="call_submissions", needs=P.WRITE_GROUPS),
    guarded_path(f"{_SENT}nueva/", submissions.enter, name="call_enter", needs=P.WRITE_GROUPS),
    guarded_path(f"{_SENT}<int:submission>/", submissions.detail, name="call_submission", needs=P.WRITE_GROUPS),
    guarded_path(f"{_SENT}<int:submission>/codigo/", submissions.reissue, name="call_reissue", needs=P.WRITE_GROUPS),
]
