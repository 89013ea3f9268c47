"""The notice of a meeting on paper: large type, short sentences, and the supports there will be, in total."""

from incubator.calendars import long_date
from incubator.enums import Modality, SupportKind
from incubator.paper import render_pdf


def meeting_notice(*, planned, groups, supports, created) -> bytes:
    """The PDF of a planned meeting for these groups' names; supports as rows of PlannedSupport."""
    context = {
        "incubator": planned.incubator.name,
        "groups": groups,
        "day": long_date(planned.planned_on),
        "starts": f"{planned.starts_at:%H:%M}",
        "ends": f"{planned.ends_at:%H:%M}",
        "planned": planned,
        "is_remote": planned.modality != Modality.IN_PERSON,
        "who": planned.conducted_by.full_name,
        "ready": [SupportKind(row.kind).label for row in supports if row.booked_on],
        "waiting": [SupportKind(row.kind).label for row in supports if not row.booked_on],
    }
    title = f"Aviso de reunión del {planned.planned_on:%d-%m-%Y}"
    return render_pdf("print/meeting_notice.html", context, title=title, created=created, author=planned.incubator.name)
