"""Which version of the bases of a call counts on a day, and which calls are offered."""

from collections.abc import Iterable
from datetime import date

from django.db.models import OuterRef, QuerySet, Subquery

from cases.models import BasesVersion, FundingCall


def in_force(call: FundingCall, on: date) -> BasesVersion | None:
    """The newest checked version of a call that is in force on a day."""
    return checked(on).filter(call=call).order_by("-number").first()


def offered(calls: QuerySet[FundingCall], on: date) -> QuerySet[FundingCall]:
    """The calls that have bases in force on a day and were not withdrawn, open or not; `bases_id` is that version."""
    newest = checked(on).filter(call=OuterRef("pk")).order_by("-number").values("pk")[:1]
    rows = calls.exclude(withdrawn_on__lte=on).annotate(bases_id=Subquery(newest))
    return rows.filter(bases_id__isnull=False)


def bases_by_call(calls: Iterable[FundingCall], on: date) -> dict[int, BasesVersion]:
    """The version in force of each call by its id, in one query."""
    return in_force_by_id([call.pk for call in calls], on)


def in_force_by_id(call_ids: Iterable[int], on: date) -> dict[int, BasesVersion]:
    """The same for the ids of the calls."""
    rows = checked(on).filter(call__in=list(call_ids)).order_by("call_id", "number")
    return {version.call_id: version for version in rows}


def checked(on: date) -> QuerySet[BasesVersion]:
    """The versions that count on a day: the one in force of a call is that of the highest number."""
    return BasesVersion.objects.filter(checked_on__isnull=False, in_force_from__lte=on)
