"""The marks of attendance that count: not those of a group whose part of the session was voided."""

from django.db.models import Exists, OuterRef

from cases.models import SessionCase
from incubator.models import Attendance


def of_meetings(ids):
    """Attendance of these meetings; the rows of a voided part stay in the table and out of every figure."""
    voided = SessionCase.objects.filter(
        session_id=OuterRef("meeting_id"),
        case__organization_id=OuterRef("organization_id"),
        voided_at__isnull=False,
    )
    return Attendance.objects.filter(~Exists(voided), meeting_id__in=ids)
