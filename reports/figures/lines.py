"""The meetings of an agreement in an incubator, read once for everything that counts hours."""

from collections import Counter
from datetime import date

from django.db.models import Count, Prefetch, Q

from cases.models import SessionCase
from incubator import same_person
from incubator.enums import ATTENDED, MeetingKind
from incubator.models import Meeting, MeetingVersion
from reports.figures import marks as counted_marks
from reports.figures.records import Line, Part, Proof, Support

#: Who is met at meetings without groups.
_WITH = {
    MeetingKind.TEAM_ADVICE: "Equipo municipal",
    MeetingKind.OUTREACH: "Comunidad",
    MeetingKind.NETWORK: "Red local",
}


def read(agreement, incubator, first: date, last: date) -> list[Line]:
    """Every meeting that counts from one day to another, both included, in the order held."""
    meetings = list(
        Meeting.objects.valid()
        .filter(agreement=agreement, incubator=incubator)
        .between(first, last)
        .select_related("session", "lesson__cohort")
        .prefetch_related(
            Prefetch(
                "session__parts",
                SessionCase.objects.valid().select_related("case__organization").order_by("case_id"),
            ),
            "supports",
            "evidence",
        )
        .order_by("held_on", "starts_at", "id")
    )
    ids = [meeting.pk for meeting in meetings]
    marks = _attendance(ids)
    versions = _versions(ids)
    return [_line(meeting, marks.get(meeting.pk, (0, 0)), versions[meeting.pk]) for meeting in meetings]


def _attendance(ids) -> dict[int, tuple[int, int]]:
    """Meeting → (people called, people who came)."""
    rows = counted_marks.of_meetings(ids).order_by().values("meeting_id")
    people = same_person.surviving()
    counted = rows.annotate(
        called=Count(people, distinct=True), came=Count(people, distinct=True, filter=Q(mark__in=ATTENDED))
    )
    return {row["meeting_id"]: (row["called"], row["came"]) for row in counted.order_by("meeting_id")}


def _versions(ids) -> Counter[int]:
    rows = MeetingVersion.objects.filter(meeting_id__in=ids).order_by().values_list("meeting_id")
    return Counter(dict(rows.annotate(n=Count("id")).order_by("meeting_id")))


def _line(meeting, marks, earlier_versions) -> Line:
    parts = list(meeting.session.parts.all()) if hasattr(meeting, "session") else []
    lesson = getattr(meeting, "lesson", None)
    return Line(
        id=meeting.pk,
        version=earlier_versions + 1,
        code=meeting.code,
        kind=meeting.kind,
        held_on=meeting.held_on.isoformat(),
        title=_title(parts, lesson, meeting),
        advisor=meeting.conducted_by_id,
        minutes=meeting.minutes,
        validated=meeting.minutes if meeting.validated_by_id else 0,
        called=marks[0],
        attended=marks[1],
        parts=tuple(Part(part.case_id, part.minutes) for part in parts),
        supports=tuple(
            Support(row.kind, row.requested, row.given, row.cost)
            for row in sorted(meeting.supports.all(), key=lambda row: row.kind)
        ),
        proofs=tuple(
            Proof(one.pk, one.kind, one.sha256) for one in sorted(meeting.evidence.all(), key=lambda one: one.pk)
        ),
        cohort=lesson.cohort_id if lesson else None,
    )


def _title(parts, lesson, meeting) -> str:
    """Its groups, its course or who is met; never what somebody typed, which may name a person."""
    if parts:
        return ", ".join(sorted(part.case.organization.name for part in parts))
    return lesson.cohort.name if lesson else _WITH.get(meeting.kind, meeting.get_kind_display())
