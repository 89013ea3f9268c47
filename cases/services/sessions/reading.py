"""How sessions are read: lists with their attendance, and what each correction changed."""

from django.db.models import Count, Exists, F, IntegerField, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from cases import lineage
from cases.models import Case, Lineage, SessionCase
from cases.services.sessions.corrections import Parts
from cases.topics import Topic
from incubator.enums import ATTENDED
from incubator.models import Attendance
from incubator.services import meetings


def listed(user):
    """Parts of sessions the user may see, newest first, each with `attended` and `marked` people of its group."""
    return with_attendance(SessionCase.objects.visible_to(user))


def parts_of(case, formers=()):
    """The sessions of one case and of the ones seen through it, newest first, each with `attended` and `marked`."""
    parts = SessionCase.objects.filter(lineage.seen(case, formers, day="session__meeting__held_on"))
    if formers:  # a session of both before they joined is shown once
        own = SessionCase.objects.valid().filter(session=OuterRef("session"), case=case.pk)
        parts = parts.exclude(~Q(case=case.pk), Exists(own))
    return with_attendance(parts)


def within_reach(user, session_id):
    """The parts of a session that this user reads, each with `read_as`: the case by which it is read.

    A part is read by its own group, or by the group that its own became: what was done before a merge or a split is
    read by whoever accompanies what came of it, though the group that was is out of reach.
    """
    parts = SessionCase.objects.filter(session=session_id).order_by("pk")
    parts = list(parts.select_related("case__organization", "case__incubator", "session__meeting"))
    own = set(SessionCase.objects.visible_to(user).filter(session=session_id).values_list("pk", flat=True))
    through = _read_through(user, [part for part in parts if part.pk not in own])
    for part in parts:
        part.read_as = part.case if part.pk in own else through.get(part.pk)
    return [part for part in parts if part.read_as]


def _read_through(user, parts):
    """{id of a part: the case of this user through which it is seen}."""
    if not parts:
        return {}
    lines = Lineage.objects.live().filter(from_case__in=[part.case_id for part in parts])
    lines = lines.filter(to_case__in=Case.objects.visible_to(user).order_by(), on__gt=parts[0].session.meeting.held_on)
    seen = {row.from_case_id: row.to_case for row in lines.select_related("to_case__organization").order_by("-pk")}
    return {part.pk: seen[part.case_id] for part in parts if part.case_id in seen}


def with_attendance(parts):
    """Add to each part its `hours`, and how many of its group took part (`attended`) and were marked (`marked`)."""
    rows = Attendance.objects.filter(
        meeting_id=OuterRef("session_id"), organization_id=OuterRef("case__organization_id")
    )
    counted = rows.order_by().values("meeting_id")
    return parts.annotate(
        attended=_count(counted.annotate(n=Count("pk", filter=Q(mark__in=ATTENDED)))),
        marked=_count(counted.annotate(n=Count("pk"))),
        hours=F("minutes") / 60.0,
    ).select_related("session__meeting__conducted_by", "case__organization")


def _count(rows):
    return Coalesce(Subquery(rows.values("n")[:1], output_field=IntegerField()), 0)


def former_versions(session, organization_ids=None):
    """What each correction of a session changed, newest first; attendance only of these groups (None: every one)."""
    beside = {
        "topics": ("Temas", lambda value: ", ".join(Topic(topic).label for topic in value)),
        "parts": ("Minutos por grupo", lambda value: ", ".join(str(row[1]) for row in value)),
    }
    return meetings.former_versions(
        session.meeting,
        lambda: meetings.content_of(session.meeting, Parts(session)),
        organization_ids=organization_ids,
        beside=beside,
    )
