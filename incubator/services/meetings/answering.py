"""Which incubator answers for a meeting: its host, or the one that holds its groups now, once all of them moved.

Only a host that still has one of its groups corrects, voids or validates it (invariant I10, docs/adr/0013).
"""

from django.db.models import Exists, OuterRef, Q

from incubator import access
from incubator.enums import CASE_MEETINGS
from incubator.models import Meeting


def places_of(meeting):
    """What a right over this meeting is asked of: itself, or its groups when none is left with its host."""
    if meeting.kind not in CASE_MEETINGS:
        return [meeting]
    groups = list(meeting.organizations.order_by("pk"))
    left = groups and all(group.incubator_id != meeting.incubator_id for group in groups)
    return groups if left else [meeting]


def may(user, permission, meeting):
    """Whether the user may do this to the meeting, where it is answered for."""
    return any(access.allows(user, permission, place) for place in places_of(meeting))


def require(user, permission, meeting):
    """Refuse with a sentence when the user may not."""
    if not may(user, permission, meeting):
        access.require(user, permission, places_of(meeting)[0])


def answered_by(user, permission):
    """The meetings the user may do this to, as a queryset."""
    scope = access.scope_of(user, permission)
    through = Meeting.organizations.through.objects.filter(meeting=OuterRef("pk"))
    stayed = ~Exists(through) | Exists(through.filter(organization__incubator_id=OuterRef("incubator_id")))
    moved = Q(kind__in=CASE_MEETINGS) & ~stayed
    taken = Exists(through.filter(organization__incubator_id__in=scope.incubator_ids))
    return Meeting.objects.visible_to(user, permission).exclude(moved) | Meeting.objects.filter(moved, taken)
