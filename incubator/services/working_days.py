"""Declare days worked or not against the calendar: a local holiday, an emergency, an election."""

from django.db import transaction
from django.db.models import Q

from incubator import access, calendars, journal
from incubator.access import Permission
from incubator.models import CalendarException, Incubator
from incubator.requirements import Refused


def visible_to(user):
    """The exceptions of the whole country and of the regions where the user edits the calendar."""
    return CalendarException.objects.filter(Q(region__isnull=True) | Q(region__in=_regions_of(user)))


def editable_by(user):
    """The exceptions of those regions: the ones of the whole country come with the reference tables."""
    return CalendarException.objects.filter(region__in=_regions_of(user))


@transaction.atomic
def declare(*, by, incubator, on, day, is_working, reason):
    """A day worked, or not, in the region of an incubator, with the act that says so. Raises ValidationError."""
    access.require(by, Permission.MANAGE_CALENDAR, incubator)
    exception = CalendarException(
        day=day, region_id=incubator.commune.region_code, is_working=is_working, reason=reason
    )
    exception.full_clean()
    exception.save()
    journal.record(by, "calendar_exception_declared", on, subject=exception, incubator=incubator)
    transaction.on_commit(calendars.forget)
    return exception


@transaction.atomic
def withdraw(*, by, incubator, on, exception):
    """The day is again what the calendar says."""
    access.require(by, Permission.MANAGE_CALENDAR, incubator)
    if exception.region_id != incubator.commune.region_code:
        raise Refused("Ese día es de otra región: lo quita quien coordina allá.")
    journal.record(by, "calendar_exception_withdrawn", on, subject=exception, incubator=incubator)
    exception.delete()
    transaction.on_commit(calendars.forget)


def places_of(user):
    """The incubators whose region's calendar the user edits, in the order of names."""
    return list(Incubator.objects.visible_to(user, Permission.MANAGE_CALENDAR).select_related("commune"))


def _regions_of(user):
    return {place.commune.region_code for place in places_of(user)}
