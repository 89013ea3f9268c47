"""How the monthly reports of an agreement stand in each municipality: sealed, delivered, and months without one."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from incubator.calendars import Month
from reports.enums import DELIVERED
from reports.models import Report


@dataclass(frozen=True)
class Reported:
    """Months that ended, and of them: reported to the agency, sealed and not delivered yet, without a sealed report."""

    ended: int = 0
    delivered: int = 0
    sealed: int = 0
    late: int = 0


def by_place(agreement, parts: Iterable, on: date) -> dict[int, Reported]:
    """{incubator: how its reports stand}, of its participations in the agreement. One query.

    What is late is a month that ended: the agreement gives no other day by which to seal.
    """
    parts = list(parts)
    rows = Report.objects.sealed().filter(
        Q(agreement=agreement) & Q(incubator__in=[part.incubator_id for part in parts])
    )
    states = {
        (place, Month.of(period)): state
        for place, period, state in rows.order_by("pk").values_list("incubator_id", "period", "state")
    }
    due: dict[int, set[Month]] = defaultdict(set)
    for part in parts:
        due[part.incubator_id] |= set(_ended(agreement, part, on))
    return {place: _counted([states.get((place, month)) for month in months]) for place, months in due.items()}


def _ended(agreement, part, on) -> Iterable[Month]:
    """The months of a participation that ended: those to report (reports.views.lists.due_months)."""
    start = Month.of(max(part.since, agreement.starts_on))
    return (
        month
        for month in Month.range(start, Month.of(min(on, agreement.ends_on)))
        if month.last < on and month.first <= agreement.ends_on and part.holds(month.last)
    )


def _counted(states) -> Reported:
    delivered = sum(state in DELIVERED for state in states)
    late = sum(state is None for state in states)
    return Reported(len(states), delivered, len(states) - delivered - late, late)
