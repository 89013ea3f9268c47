"""The dashboard of one incubator: its readings, in a number of queries that does not grow with its groups."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count

from cases import reading
from cases.enums import OPEN, Stage
from cases.models import Call
from incubator.access import Permission, scope_of
from incubator.calendars import Month
from incubator.models import Incubator
from reports.dashboards import funds, movements, signs, standing, trades, work
from reports.dashboards.funds import Funds
from reports.dashboards.pieces import Period


@dataclass(frozen=True)
class Readings:
    """Everything read of an incubator. `indicators` and `trades` are None for whoever does not read T4 here."""

    place: Incubator
    period: Period
    counts: dict[Stage, int]
    signs: signs.Signs
    moved: movements.Movements
    work: dict[Month, work.Work]
    calls: list[Call]
    indicators: tuple[trades.Indicators, trades.Indicators] | None
    trades: dict | None
    funds: Funds | None = None

    @property
    def on(self) -> date:
        """The day of the dashboard."""
        return self.period.on

    def of(self, stages) -> int:
        """How many groups stand in some stages."""
        return sum(self.counts[stage] for stage in stages)

    @property
    def ageing(self) -> dict[Stage, standing.Ageing]:
        """The stages that hold somebody, with how long."""
        return {stage: self.signs.ageing[stage] for stage in OPEN if stage in self.signs.ageing}


def read(user, place: Incubator, period: Period) -> Readings:
    """Everything the dashboard shows of an incubator to this user: twelve queries at most."""
    on, groups = period.on, reading.newest_of(user).filter(incubator=place)
    counts = standing.tally(groups)
    done = work.by_place_and_month([place.pk], period.first, on)
    reads_money = place.pk in scope_of(user, Permission.VIEW_LEGAL).incubator_ids
    return Readings(
        place=place,
        period=period,
        counts={stage: counts[place.pk, stage.value] for stage in Stage},
        signs=signs.read(groups, on, reading.parameters_by_incubator([place.pk], on)),
        moved=movements.read([place.pk], period.first, on),
        work={month: done.get((place.pk, month), work.Work()) for month in period.every},
        calls=_open_calls(place, on),
        indicators=trades.indicators(groups, on) if reads_money else None,
        trades=trades.trades(groups, period.first, on) if reads_money else None,
        funds=funds.of_place(user, place, period),
    )


def _open_calls(place, on) -> list[Call]:
    """The calls that receive today, with how many applications each has."""
    calls = Call.objects.filter(incubator=place).open_on(on)
    return list(calls.annotate(applied=Count("applications__case", distinct=True)).order_by("closes_on", "pk"))
