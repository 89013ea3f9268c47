"""The last word of groups on calls: it interests them, or they set it aside and why."""

from collections.abc import Iterable
from datetime import date

from cases.funding.words import InterestKind
from cases.models import CallInterest


def said_of_call(call, case_ids: Iterable[int]) -> dict[int, CallInterest]:
    """What each of these cases said last of a call. One query."""
    rows = CallInterest.objects.filter(call=call, case__in=list(case_ids))
    return {row.case_id: row for row in rows.order_by("happened_on", "pk")}


def worded(said: dict | None) -> dict | None:
    """One word of a group as it is shown (`CallInterest` read as JSON: see matches.calls_for)."""
    if said is None:
        return None
    return {"kind": InterestKind(said["kind"]), "reason": said["reason"], "on": date.fromisoformat(said["on"])}
