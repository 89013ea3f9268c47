"""The contact log: one try to reach a group. It counts as contact, never as hours."""

from django.db import transaction

from incubator import access, calendars, journal
from incubator.access import Permission
from incubator.models import Contact
from incubator.requirements import Refused


@transaction.atomic
def log_contact(*, by, organization, made_on, channel, reached, note=""):
    """Somebody tried to reach a group that day, by a channel, and was answered or not."""
    access.require(by, Permission.LOG_MEETINGS, organization)
    if made_on > calendars.today():
        raise Refused("La fecha del contacto no puede ser posterior a hoy.")
    contact = Contact(organization=organization, made_on=made_on, channel=channel, reached=reached, note=note, by=by)
    contact.full_clean(exclude=["organization", "by"])
    contact.save()
    journal.record(
        by, "contact_logged", made_on, subject=contact, organization=organization, channel=channel, reached=reached
    )
    return contact
