"""Who belongs to a group."""

from cases.views import members, members_list
from incubator.access import Permission
from incubator.doors import guarded_path

P = Permission
_ONE = "grupos/<int:pk>/integrantes/<int:membership>"

urlpatterns = [
    guarded_path("grupos/<int:pk>/integrantes/", members_list.listing, name="group_members", needs=P.VIEW_PEOPLE),
    guarded_path("grupos/<int:pk>/integrantes/nueva/", members.new, name="member_new", needs=P.WRITE_PEOPLE),
    guarded_path(
        "grupos/<int:pk>/integrantes/agregar/<int:person>/", members.add, name="member_add", needs=P.WRITE_PEOPLE
    ),
    guarded_path("grupos/<int:pk>/integrantes/excel/", members_list.export, name="members_export", needs=P.EXPORT),
    guarded_path(f"{_ONE}/salida/", members.leave, name="member_leave", needs=P.WRITE_PEOPLE),
    guarded_path(f"{_ONE}/corregir/", members.mend, name="member_mend", needs=P.WRITE_PEOPLE),
    guarded_path(f"{_ONE}/representa/", members.represent, name="member_represent", needs=P.WRITE_PEOPLE),
]
