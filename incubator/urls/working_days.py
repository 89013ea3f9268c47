"""Days worked or not against the calendar."""

from incubator.access import Permission
from incubator.doors import guarded_path
from incubator.views import working_days

urlpatterns = [
    guarded_path("calendario/", working_days.listing, name="working_days", needs=Permission.MANAGE_CALENDAR),
    guarded_path(
        "calendario/<int:pk>/quitar/",
        working_days.withdraw,
        name="working_day_withdraw",
        needs=Permission.MANAGE_CALENDAR,
    ),
]
