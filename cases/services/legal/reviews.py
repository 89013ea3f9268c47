"""A legal adviser reads an act with its document and validates it."""

from django.db import transaction

from cases.models import LegalReview
from incubator import access, calendars, journal
from incubator.access import Permission
from incubator.requirements import Refused


@transaction.atomic
def review(*, by, event, on, note=""):
    """An act is validated once, by somebody other than who recorded it."""
    access.require(by, Permission.VALIDATE_LEGAL, event.case)
    if event.recorded_by_id == by.pk:
        raise Refused("El acto lo valida otra persona que quien lo anotó.")
    if LegalReview.objects.filter(event=event).exists():
        raise Refused("El acto ya está validado.")
    if not event.happened_on <= on <= calendars.today():
        raise Refused("La validación va entre la fecha del acto y hoy.")
    done = LegalReview(event=event, by=by, reviewed_on=on, note=note.strip())
    done.full_clean(exclude=["event", "by"])
    done.save()
    journal.record(by, "legalact_reviewed", on, subject=event, organization=event.case.organization)
    return done
