"""Validate hours: somebody other than whoever logged them or conducted the meeting."""

from django.db import transaction

from incubator import calendars, journal
from incubator.access import Permission
from incubator.models import Meeting
from incubator.requirements import Refused
from incubator.services.meetings import answering


def to_validate(user):
    """Meetings whose hours wait for this user: within reach, neither voided nor validated, nor their own."""
    return (
        answering.answered_by(user, Permission.VALIDATE_HOURS)
        .filter(voided_at__isnull=True, validated_by__isnull=True)
        .exclude(logged_by=user)
        .exclude(conducted_by=user)
    )


def may_validate(by, meeting):
    """Whether this user may validate the hours of this meeting now."""
    return (
        meeting.voided_at is None
        and meeting.validated_by_id is None
        and by.pk not in (meeting.logged_by_id, meeting.conducted_by_id)
        and answering.may(by, Permission.VALIDATE_HOURS, meeting)
    )


@transaction.atomic
def validate_hours(*, by, meeting, seen_minutes=None):
    """The hours of a meeting are right. `seen_minutes`: what the page showed; if they changed since, it is refused."""
    answering.require(by, Permission.VALIDATE_HOURS, meeting)
    held = Meeting.objects.select_for_update(of=("self",)).select_related("incubator").get(pk=meeting.pk)
    if by.pk in (held.logged_by_id, held.conducted_by_id):
        raise Refused("Las horas las valida otra persona que quien las registró o estuvo a cargo.")
    if held.voided_at is not None:
        raise Refused(f"{held.code} está anulada: sus horas no se validan.")
    if held.validated_by_id is not None:
        raise Refused(f"Las horas de {held.code} ya las validó {held.validated_by}.")
    if seen_minutes is not None and seen_minutes != held.minutes:
        raise Refused(f"Las horas de {held.code} cambiaron mientras tanto: revíselas antes de validar.")
    held.validated_by, held.validated_at = by, calendars.now()
    held.save(update_fields=["validated_by", "validated_at"])
    journal.record(
        by, "hours_validated", calendars.today(), subject=held, incubator=held.incubator, minutes=held.minutes
    )
    return held
