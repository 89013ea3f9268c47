"""Who looks after a group."""

from cases.views import assignments
from incubator.access import Permission
from incubator.doors import guarded_path

_NEEDS = (Permission.ASSIGN_OFFICERS, Permission.ASSIGN_ADVISORS)

urlpatterns = [
    guarded_path("grupos/<int:pk>/a-cargo/", assignments.charge, name="group_charge", needs=_NEEDS),
    guarded_path(
        "grupos/<int:pk>/a-cargo/<int:assignment>/terminar/", assignments.end, name="assignment_end", needs=_NEEDS
    ),
]
