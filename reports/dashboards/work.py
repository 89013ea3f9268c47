"""Meetings and supports by month and incubator, in one query: a meeting counts once, whoever came."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date

from django.db.models import Count, IntegerField, OuterRef, Q, Subquery, Sum
from django.db.models.functions import Coalesce, TruncMonth

from incubator.calendars import Month
from incubator.enums import CASE_MEETINGS
from incubator.models import Meeting, MeetingSupport


@dataclass(frozen=True)
class Work:
    """What was done: meetings, sessions with groups among them, minutes, minutes validated; supports in total."""

    meetings: int = 0
    sessions: int = 0
    minutes: int = 0
    validated: int = 0
    asked: int = 0
    given: int = 0
    cost: int = 0

    @property
    def pending(self) -> int:
        """Minutes that nobody validated yet."""
        return self.minutes - self.validated

    def __add__(self, other: "Work") -> "Work":
        return Work(*(getattr(self, one.name) + getattr(other, one.name) for one in fields(self)))


def by_place_and_month(incubators: Iterable, first: date, last: date, agreement=None) -> dict[tuple[int, Month], Work]:
    """{(incubator, month): what was done}, of valid meetings from one day to another; of one agreement, or of any."""
    meetings = Meeting.objects.valid().filter(incubator__in=incubators).between(first, last)
    if agreement is not None:
        meetings = meetings.filter(agreement=agreement)
    rows = (
        meetings.order_by()
        .annotate(month=TruncMonth("held_on"), **{f"here_{name}": _of_meeting(name) for name in _SUPPORTS})
        .values("incubator_id", "month")
        .annotate(
            meetings=Count("pk"),
            sessions=Count("pk", filter=Q(kind__in=CASE_MEETINGS)),
            total=Sum("minutes"),
            validated=Coalesce(Sum("minutes", filter=Q(validated_by__isnull=False)), 0),
            **{f"all_{name}": Sum(f"here_{name}") for name in _SUPPORTS},
        )
        .order_by("incubator_id", "month")
    )
    return {(row["incubator_id"], Month.of(row["month"])): _work(row) for row in rows}


#: Columns of the supports of a meeting → the name each has in Work.
_SUPPORTS = {"requested": "asked", "given": "given", "cost": "cost"}


def _of_meeting(name):
    """The supports of a meeting, added up."""
    rows = MeetingSupport.objects.filter(meeting=OuterRef("pk")).order_by().values("meeting")
    return Coalesce(Subquery(rows.annotate(total=Sum(name)).values("total"), output_field=IntegerField()), 0)


def _work(row) -> Work:
    supports = {short: row[f"all_{name}"] for name, short in _SUPPORTS.items()}
    return Work(row["meetings"], row["sessions"], row["total"], row["validated"], **supports)
