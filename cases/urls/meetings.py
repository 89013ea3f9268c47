"""Meetings without a case."""

from cases.views import drafts, meetings
from incubator import addresses
from incubator.access import Permission
from incubator.doors import guarded_path

P = Permission
addresses.has_page("incubator.meeting", "meeting_page")
drafts.register()

urlpatterns = [
    guarded_path("reuniones/", meetings.listing, name="meeting_list", needs=P.VIEW_GROUPS),
    guarded_path("reuniones/nueva/", meetings.new, name="meeting_new", needs=P.LOG_MEETINGS),
    guarded_path("reuniones/<int:pk>/", meetings.detail, name="meeting_detail", needs=P.VIEW_GROUPS),
    guarded_path(
        "reuniones/<int:pk>/ver/", meetings.whichever, name="meeting_page", needs=(P.VIEW_GROUPS, P.VALIDATE_HOURS)
    ),
    guarded_path("reuniones/<int:pk>/corregir/", meetings.correct, name="meeting_correct", needs=P.LOG_MEETINGS),
    guarded_path("reuniones/<int:pk>/anular/", meetings.void, name="meeting_void", needs=P.LOG_MEETINGS),
    guarded_path(
        "reuniones/<int:pk>/archivos/<int:file>/", meetings.evidence, name="meeting_file", needs=P.VIEW_GROUPS
    ),
]
