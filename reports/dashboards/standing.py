"""How open groups stand on a day: in which stage, since when, and what calls for attention. The database counts."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import Case as CaseOf
from django.db.models import Count, DateField, Exists, OuterRef, Q, Subquery, Value, When
from django.db.models.fields import BooleanField, TextField
from django.db.models.functions import Cast, Coalesce

from cases import clocks
from cases.enums import LegalEventKind, Stage
from cases.models import LegalEvent

#: Days in one stage from which a group is said to be there long, and very long.
LONG, VERY_LONG = 90, 180
#: What an open group is told by, for the database to count.
TOLD = ("stage_name", "incubator_id", "since", "clock_over")


def tally(cases) -> Counter[tuple[int, str]]:
    """(incubator, stage) → how many of these cases."""
    rows = cases.order_by().values_list("incubator_id", "stage").annotate(count=Count("pk"))
    return Counter({(incubator, stage): count for incubator, stage, count in rows})


def told(cases, on: date):
    """Annotates stage_name, since (the day it came to its stage) and clock_over, of cases with their last change.

    The clock is over when the sixty days from the deed ended and one of the acts they ask for is still missing.
    """
    acts = LegalEvent.objects.filter(case=OuterRef("pk"))
    deed = acts.filter(kind=LegalEventKind.DEED).order_by("-pk").values("happened_on")[:1]
    entered, published = (acts.filter(kind=one) for one in (LegalEventKind.REGISTRY_ENTRY, LegalEventKind.PUBLICATION))
    latest = on - timedelta(days=clocks.REGISTRATION_DAYS)
    over = Q(stage=Stage.FORMALIZATION, deed_on__lt=latest) & ~(Exists(entered) & Exists(published))
    return cases.annotate(
        stage_name=Cast("stage", TextField()),
        since=Coalesce("stage_on", "opened_on", output_field=DateField()),
        deed_on=Subquery(deed, output_field=DateField()),
        clock_over=CaseOf(When(over, then=Value(True)), default=Value(False), output_field=BooleanField()),
    )


@dataclass(frozen=True)
class Ageing:
    """Days in the present stage of some groups: how many, the median, and how many are long or very long there.

    A group beyond the second limit is beyond the first as well. `overdue`: how many have the clock of their deed over.
    """

    count: int = 0
    median: float = 0
    long: int = 0
    very_long: int = 0
    overdue: int = 0


#: The values of an Ageing, of rows told with `since` and `clock_over`; its values are AGED.
AGES = (
    "count(*), percentile_cont(0.5) within group (order by %s::date - since),"
    f" count(*) filter (where %s::date - since > {LONG}), count(*) filter (where %s::date - since > {VERY_LONG}),"
    " count(*) filter (where clock_over)"
)


def aged(on: date) -> list[date]:
    """The values that AGES asks."""
    return [on] * AGES.count("%s")


def ageing(count, median, *others) -> Ageing:
    """An Ageing of the values of AGES; a whole median is a whole number."""
    return Ageing(count, int(median) if median == int(median) else median, *others)


def by_incubator(cases, on: date) -> dict[int, Ageing]:
    """{incubator: how long its open groups are in their stage}. One query."""
    rows = told(cases.open().with_last_change(), on).order_by().values_list(*TOLD)
    sql = f"select incubator_id, {AGES} from told group by incubator_id"  # noqa: S608 - our own columns
    return {place: ageing(*values) for place, *values in rows_of(rows, TOLD, sql, aged(on))}


def rows_of(rows, names, sql: str, values=(), then: str = "") -> list[tuple]:
    """The rows of a statement over `told`: a queryset of values, with these names; none when nothing is in it."""
    try:
        told, given = rows.query.sql_with_params()
    except EmptyResultSet:
        return []
    with connection.cursor() as cursor:
        cursor.execute(f"with told ({', '.join(names)}) as materialized ({told}){then} {sql}", [*given, *values])
        return cursor.fetchall()
