"""Meetings still to come, supports by month, and what the people of a group authorise."""

from cases.views import consents, planning, supports
from incubator.access import Permission
from incubator.doors import guarded_path

P = Permission

urlpatterns = [
    guarded_path("agenda/", planning.listing, name="agenda", needs=P.VIEW_GROUPS),
    guarded_path("agenda/nueva/", planning.choose, name="agenda_choose", needs=P.LOG_MEETINGS),
    guarded_path("agenda/<int:pk>/", planning.detail, name="agenda_detail", needs=P.VIEW_GROUPS),
    guarded_path("agenda/<int:pk>/editar/", planning.edit, name="agenda_edit", needs=P.LOG_MEETINGS),
    guarded_path("agenda/<int:pk>/suspender/", planning.cancel, name="agenda_cancel", needs=P.LOG_MEETINGS),
    guarded_path("agenda/<int:pk>/aviso.pdf", planning.notice, name="agenda_notice", needs=P.VIEW_GROUPS),
    guarded_path("agenda/<int:pk>/quien-pide/", planning.needs, name="agenda_needs", needs=P.VIEW_SUPPORTS),
    guarded_path("apoyos/", supports.by_month, name="supports_by_month", needs=P.VIEW_GROUPS),
    guarded_path("grupos/<int:pk>/sesiones/planificar/", planning.new, name="agenda_new", needs=P.LOG_MEETINGS),
    guarded_path("grupos/<int:pk>/autorizaciones/", consents.of_group, name="group_consents", needs=P.VIEW_PEOPLE),
    guarded_path(
        "grupos/<int:pk>/autorizaciones/hoja.pdf", consents.sheet, name="group_consent_sheet", needs=P.WRITE_PEOPLE
    ),
]
