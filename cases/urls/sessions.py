"""Sessions, their hours and sheets, contacts and drafts."""

from cases.views import contacts, session_detail, sessions, sheets, training
from incubator.access import Permission
from incubator.doors import guarded_path

P = Permission

urlpatterns = [
    guarded_path("sesiones/", sessions.listing, name="session_list", needs=P.VIEW_GROUPS),
    guarded_path("sesiones/nueva/", sessions.choose, name="session_new", needs=P.LOG_MEETINGS),
    guarded_path("sesiones/<int:pk>/", session_detail.detail, name="session_detail", needs=P.VIEW_GROUPS),
    guarded_path("sesiones/<int:pk>/corregir/", session_detail.correct, name="session_correct", needs=P.LOG_MEETINGS),
    guarded_path("sesiones/<int:pk>/anular/", session_detail.void, name="session_void", needs=P.LOG_MEETINGS),
    guarded_path(
        "sesiones/<int:pk>/archivos/<int:file>/", session_detail.evidence, name="session_file", needs=P.VIEW_PEOPLE
    ),
    guarded_path("grupos/<int:pk>/sesiones/", sessions.of_group, name="group_sessions", needs=P.VIEW_GROUPS),
    guarded_path("grupos/<int:pk>/sesiones/nueva/", sessions.log, name="session_log", needs=P.LOG_MEETINGS),
    guarded_path("grupos/<int:pk>/sesiones/lista/", sheets.sheet, name="session_sheet", needs=P.LOG_MEETINGS),
    guarded_path("grupos/<int:pk>/formacion/", training.of_group, name="group_training", needs=P.VIEW_GROUPS),
    guarded_path("grupos/<int:pk>/contacto/", contacts.log, name="contact_log", needs=P.LOG_MEETINGS),
]
