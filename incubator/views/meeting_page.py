"""What the page of every meeting shows, whatever room it belongs to."""

from incubator.services import meetings


def meeting_context(user, meeting):
    """The meeting, its hours, agreements and supports, and what this user may do with it."""
    return {
        "meeting": meeting,
        "hours": meeting.minutes / 60,
        "seen": f"{meeting.pk}-{meeting.minutes}",
        "commitments": list(meeting.commitments.all()),
        "supports": list(meeting.supports.all()),
        "may_mend": meetings.may_mend(user, meeting) and meeting.voided_at is None,
        "may_validate": meetings.may_validate(user, meeting),
    }
