"""The calls, for everybody: their pages, the application and its state."""

from cases.views import apply, call_status, public_calls
from incubator.doors import Door, guarded_path

_CALL = "convocatorias/<str:place>/<int:pk>/"

urlpatterns = [
    guarded_path("convocatorias/", public_calls.listing, name="public_calls", needs=Door.PUBLIC),
    guarded_path("convocatorias/estado/", call_status.status, name="call_status", needs=Door.PUBLIC),
    guarded_path("convocatorias/estado/retirar/", call_status.withdraw, name="call_withdraw", needs=Door.PUBLIC),
    guarded_path("convocatorias/comprobante/", apply.receipt, name="call_receipt", needs=Door.PUBLIC),
    guarded_path(_CALL, public_calls.detail, name="public_call", needs=Door.PUBLIC),
    guarded_path(f"{_CALL}lectura-facil/", public_calls.easy, name="public_call_easy", needs=Door.PUBLIC),
    guarded_path(f"{_CALL}imprimir/", public_calls.printed, name="public_call_pdf", needs=Door.PUBLIC),
    guarded_path(f"{_CALL}postular/", apply.apply, name="public_call_apply", needs=Door.PUBLIC),
]
