"""Meetings without a case: advice to the municipal team, outreach, network."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Q

from incubator import access, journal, tiers
from incubator.access import Permission
from incubator.enums import OPEN_MEETINGS
from incubator.models import Incubator, Meeting
from incubator.requirements import Refused
from incubator.services.meetings.writing import hold


def hosts_of(user):
    """Incubators where the user may log a meeting: those within reach, and those of the groups assigned to the user."""
    hosts = access.scope_of(user, Permission.LOG_MEETINGS).host_ids
    return Incubator.objects.filter(pk__in=hosts).order_by("name", "pk")


def open_to(user):
    """Open meetings the user may read: those hosted within reach, and the user's own where they still work.

    Their own are the ones they logged or conducted; whoever moved to another municipality leaves them behind.
    """
    scope = access.scope_of(user, Permission.VIEW_GROUPS)
    mine = (Q(logged_by=user) | Q(conducted_by=user)) & Q(incubator_id__in=scope.host_ids)
    return Meeting.objects.filter(mine | Q(incubator_id__in=scope.incubator_ids), kind__in=OPEN_MEETINGS)


def files_of(user, meeting):
    """The files of an open meeting that the user may open, of those it lets them see: by the tier of each file."""
    open_tiers = set(tiers.opened(user, [meeting]))
    if user.pk in (meeting.logged_by_id, meeting.conducted_by_id):
        open_tiers |= set(tiers.opened_at(user, meeting.incubator))
    return meeting.evidence.filter(tier__in=open_tiers).order_by("pk")


@transaction.atomic
def log_open(*, by, incubator, kind, held_on, **details):
    """A meeting without a case, hosted by an incubator; `details` as in `hold`."""
    if not hosts_of(by).filter(pk=incubator.pk).exists():
        raise PermissionDenied("Su cargo no permite registrar reuniones en esa incubadora.")
    if kind not in OPEN_MEETINGS:
        raise Refused("Elija si fue asesoría al equipo, difusión o reunión de red.")
    meeting = hold(by=by, incubator=incubator, kind=kind, held_on=held_on, **details)
    journal.record(
        by, "meeting_logged", held_on, subject=meeting, incubator=incubator, kind=kind, minutes=meeting.minutes
    )
    return meeting
