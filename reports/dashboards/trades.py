"""Indicators and trade of some groups: group totals, for whoever reads legal and financial data (T4)."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, Sum
from django.db.models.functions import Coalesce

from cases.enums import MarketKind
from cases.models import MarketRecord, Measurement


@dataclass(frozen=True)
class Indicators:
    """The last measurement of each group, added up: groups, pesos a month, people with income, jobs."""

    groups: int = 0
    income: int = 0
    people: int = 0
    jobs: int = 0


def indicators(cases, on: date) -> tuple[Indicators, Indicators]:
    """(certified, not certified yet) of the last measurement of each of these cases. One query."""
    last = (
        Measurement.objects.filter(case__in=cases.order_by().values("pk"), happened_on__lte=on)
        .order_by("case_id", "-happened_on", "-pk")
        .distinct("case_id")
    )
    added = Measurement.objects.filter(pk__in=last.values("pk")).aggregate(
        **{f"{kind}_{name}": one for kind, some in _KINDS.items() for name, one in _added(some).items()}
    )
    certified, others = (Indicators(**{name: added[f"{kind}_{name}"] for name in _COLUMNS}) for kind in _KINDS)
    return certified, others


_KINDS = {"certified": Q(certified_on__isnull=False), "others": Q(certified_on__isnull=True)}
_COLUMNS = {"groups": "", "income": "monthly_income", "people": "people_with_income", "jobs": "jobs"}


def _added(some):
    """What is added up of the rows of one kind."""
    sums = {name: Coalesce(Sum(column, filter=some), 0) for name, column in _COLUMNS.items() if column}
    return {"groups": Count("pk", filter=some)} | sums


@dataclass(frozen=True)
class Trade:
    """What was sold or signed of one kind: how many, pesos, and how much of it is alternative compliance."""

    count: int = 0
    amount: int = 0
    alternative: int = 0
    alternative_amount: int = 0


def trades(cases, first: date, last: date) -> dict[MarketKind, Trade]:
    """{kind: what was sold or signed} of these cases, in these days, without the voided rows. One query."""
    under_law = Q(alternative_compliance=True)
    rows = (
        MarketRecord.objects.valid()
        .filter(case__in=cases.order_by().values("pk"), happened_on__range=(first, last))
        .order_by()
        .values("kind")
        .annotate(
            count=Count("pk"),
            total=Sum("amount"),
            alternative=Count("pk", filter=under_law),
            alternative_amount=Sum("amount", filter=under_law),
        )
        .order_by("kind")
    )
    found = {
        row["kind"]: Trade(row["count"], row["total"] or 0, row["alternative"], row["alternative_amount"] or 0)
        for row in rows
    }
    return {kind: found.get(kind.value, Trade()) for kind in MarketKind}
