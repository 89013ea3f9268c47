"""Move a group to another municipality, and what each side reads afterwards."""

from cases.views import moved, transfers
from incubator.access import Permission
from incubator.doors import Door, guarded_path

P = Permission

urlpatterns = [
    guarded_path("grupos/<int:pk>/trasladar/", transfers.ask, name="transfer_request", needs=P.TRANSFER_GROUPS),
    guarded_path("traslados/", transfers.listing, name="transfer_list", needs=P.TRANSFER_GROUPS),
    guarded_path("traslados/<int:pk>/", transfers.detail, name="transfer_detail", needs=P.TRANSFER_GROUPS),
    guarded_path("traslados/<int:pk>/aceptar/", transfers.accept, name="transfer_accept", needs=P.TRANSFER_GROUPS),
    guarded_path("traslados/<int:pk>/rechazar/", transfers.reject, name="transfer_reject", needs=P.TRANSFER_GROUPS),
    guarded_path("traslados/<int:pk>/retirar/", transfers.revoke, name="transfer_revoke", needs=P.TRANSFER_GROUPS),
    guarded_path("grupos/trasladados/", moved.listing, name="moved_list", needs=P.VIEW_GROUPS),
    guarded_path("grupos/mis-sesiones-trasladadas/", moved.own_sessions, name="moved_sessions", needs=Door.SIGNED_IN),
    guarded_path("trasladados/<int:pk>/", moved.summary, name="moved_summary", needs=P.VIEW_GROUPS),
    guarded_path("correcciones/<int:pk>/", moved.answer, name="correction_answer", needs=P.RECORD_FACTS),
    guarded_path("borradores-heredados/<int:pk>/", moved.take_draft, name="inherited_draft_take", needs=P.LOG_MEETINGS),
]
