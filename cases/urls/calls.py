"""The calls of an incubator."""

from cases.views import calls
from incubator.access import Permission
from incubator.doors import guarded_path

P = Permission

urlpatterns = [
    guarded_path("convocatorias/", calls.listing, name="call_list", needs=P.VIEW_GROUPS),
    guarded_path("convocatorias/nueva/", calls.new, name="call_new", needs=P.WRITE_GROUPS),
    guarded_path("convocatorias/<int:pk>/", calls.edit, name="call_edit", needs=P.WRITE_GROUPS),
]
