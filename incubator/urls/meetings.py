"""What every kind of meeting shares: the hours to validate, and drafts."""

from incubator.access import Permission
from incubator.doors import guarded_path
from incubator.views import drafts, hours

P = Permission

urlpatterns = [
    guarded_path("horas/", hours.waiting, name="hours_to_validate", needs=P.VALIDATE_HOURS),
    guarded_path("horas/validar/", hours.validate, name="hours_validate", needs=P.VALIDATE_HOURS),
    guarded_path(
        "borradores/<int:pk>/descartar/", drafts.discard, name="draft_discard", needs=(P.LOG_MEETINGS, P.TEACH)
    ),
]
