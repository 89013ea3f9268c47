"""The figures of an incubator's dashboard, against an independent count in plain SQL and against its monthly report."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from cases.enums import Stage
from cases.models import Case
from incubator import calendars
from incubator.calendars import Month
from incubator.enums import ContactChannel
from incubator.models import Contact
from reports.dashboards import of_incubator
from reports.dashboards.pieces import Period
from reports.figures import journeys
from tests import factories
from tests.dashboards.conftest import TODAY, table_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def seen(world, period):
    """The dashboard as the coordinator of the incubator sees it."""
    return of_incubator.dashboard(world.coordinator, world.place, period)


def _hours(minutes):
    return (Decimal(minutes) / 60).quantize(Decimal("0.01"))


def test_each_stage_counts_the_groups_that_stand_in_it(world, seen, sql):
    counted = dict(sql("select stage, count(*) from cases_case where incubator_id = %s group by stage", world.place.pk))
    assert {key: values[0] for key, values in table_of(seen, "stages").items() if values[0]} == counted
    assert counted == {"census": 3, "training": 1, "business": 1, "closed": 1}
    assert seen.figures[0].value == 5


def test_comings_and_goings_of_a_stage_are_those_of_plain_sql_without_what_was_corrected(world, seen, sql):
    stands = """from cases_stagechange one join cases_case c on c.id = one.case_id
        where c.incubator_id = %s and one.effective_on between '2021-01-01' and '2021-06-15' and one.verb <> 'correct'
        and not exists (select 1 from cases_stagechange undo where undo.case_id = one.case_id
                        and undo.verb = 'correct' and undo.number = one.number + 1)"""
    entered = dict(sql(f"select to_stage, count(*) {stands} group by to_stage", world.place.pk))
    left = dict(sql(f"select from_stage, count(*) {stands} group by from_stage", world.place.pk))
    table = table_of(seen, "stages")
    assert {key: values[1] for key, values in table.items() if values[1]} == entered
    assert {key: values[2] for key, values in table.items() if values[2]} == {k: n for k, n in left.items() if k}
    assert entered["call"] == 2  # the third one applied by mistake, and it was corrected
    by_month = table_of(seen, "movements")
    assert by_month["total"] == (6, 2, 0, 1, 0, 0, 0)


def test_movements_are_those_of_the_monthly_reports(world, seen):
    told = journeys.histories(world.place)
    shown = table_of(seen, "stages")
    for place, name in ((1, "entered"), (2, "left")):
        reported = {stage.value: 0 for stage in Stage}
        for month in Month.range(Month(2021, 1), Month(2021, 6)):
            for row in journeys.count(told, month, [], []):
                reported[row.stage] += getattr(row, name)
        assert {key: values[place] for key, values in shown.items()} == reported


def test_hours_by_month_are_those_of_plain_sql_and_a_meeting_of_two_groups_counts_once(world, seen, sql):
    counted = sql(
        """select to_char(held_on, 'YYYY-MM'), count(*), sum(minutes),
                  coalesce(sum(minutes) filter (where validated_by_id is not null), 0)
           from incubator_meeting where incubator_id = %s and voided_at is null
           and held_on between '2021-01-01' and '2021-06-15' group by 1""",
        world.place.pk,
    )
    shown = {key: (values[0], values[2], values[3]) for key, values in table_of(seen, "hours").items() if values[0]}
    total = shown.pop("total")
    assert shown == {month: (n, _hours(minutes), _hours(ok)) for month, n, minutes, ok in counted}
    assert shown["2021-05"] == (2, Decimal("3.50"), Decimal("1.50"))
    assert total[1] == _hours(sum(minutes for _, _, minutes, _ in counted))


def test_supports_are_those_of_meetings_that_count(seen):
    assert table_of(seen, "supports")["2021-05"] == (5, 4, 20_000)
    assert table_of(seen, "supports")["2021-06"] == (0, 0, 0)
    assert table_of(seen, "supports")["total"] == (5, 4, 20_000)


def test_signs_are_counted_and_their_groups_named(world, seen, period):
    signs = {key: values[0] for key, values in table_of(seen, "flags").items()}
    # The group in training rests, and a pause is no silence; the other one was never called.
    assert signs == {
        "no_contact": 1, "low_attendance": 0, "below_minimum": 0, "below_legal_minimum": 0, "paused": 1, "overdue": 0,
    }  # fmt: skip
    assert set(table_of(seen, "flagged")) == {f"case-{world.trained.pk}", f"case-{world.business.pk}"}
    Contact.objects.create(
        organization=world.business.organization, made_on=TODAY, channel=ContactChannel.PHONE, reached=True,
        by=world.officer,
    )  # fmt: skip
    again = of_incubator.dashboard(world.coordinator, world.place, period)
    assert table_of(again, "flags")["no_contact"] == (0,)


def test_the_clock_of_a_deed_is_over_after_sixty_days_without_its_acts(world, period):
    case = factories.case_in(Stage.FORMALIZATION, at=world.place)
    deed = TODAY - timedelta(days=60)
    case.legalevents.create(kind="deed", happened_on=deed, recorded_by=world.officer)
    today = of_incubator.dashboard(world.coordinator, world.place, period)
    assert table_of(today, "flags")["overdue"] == (0,)
    with calendars.travel(TODAY + timedelta(days=1)):
        after = of_incubator.dashboard(world.coordinator, world.place, Period(6, TODAY + timedelta(days=1)))
        assert table_of(after, "flags")["overdue"] == (1,)
        for kind in ("registry_entry", "publication"):
            case.legalevents.create(kind=kind, happened_on=deed, recorded_by=world.officer)
        done = of_incubator.dashboard(world.coordinator, world.place, Period(6, TODAY + timedelta(days=1)))
        assert table_of(done, "flags")["overdue"] == (0,)


def test_days_in_the_stage_are_those_of_plain_sql(world, seen, sql):
    counted = sql(
        """select stage, count(*), percentile_cont(0.5) within group (order by days),
                  count(*) filter (where days > 90), count(*) filter (where days > 180)
           from (select c.stage, %s::date - (select effective_on from cases_stagechange s where s.case_id = c.id
                                             order by number desc limit 1) as days
                 from cases_case c where c.incubator_id = %s and c.stage not in ('graduated', 'closed')) stays
           group by stage""",
        TODAY,
        world.place.pk,
    )
    assert {(key, *values) for key, values in table_of(seen, "ageing").items()} == set(counted)
    longest = table_of(seen, "longest")
    assert list(longest) == [f"case-{world.trained.pk}", f"case-{world.business.pk}"]
    assert longest[f"case-{world.trained.pk}"][-1] == (TODAY - date(2021, 2, 1)).days


def test_the_calls_that_receive_today_say_how_many_applied(world, seen):
    assert [values[:2] for values in table_of(seen, "calls").values()] == [(TODAY + timedelta(days=6), 10)]


def test_the_last_measurement_of_each_group_counts_certified_apart(seen):
    assert table_of(seen, "indicators") == {"certified": (1, 350_000, 0, 3), "declared": (1, 80_000, 0, 2)}


def test_trade_leaves_out_what_was_voided_and_tells_ley_21015_apart(seen, sql):
    counted = sql(
        """select kind, count(*), sum(amount), count(*) filter (where alternative_compliance),
                  coalesce(sum(amount) filter (where alternative_compliance), 0)
           from cases_marketrecord where voided_at is null group by kind"""
    )
    shown = {(key, *values) for key, values in table_of(seen, "trade").items()}
    assert set(counted) == shown - {("fair", 0, 0, 0, 0)}
    assert ("contract", 1, 500_000, 1, 500_000) in shown


def test_three_months_look_only_at_three_months(world):
    seen = of_incubator.dashboard(world.coordinator, world.place, Period(3, TODAY))
    assert list(table_of(seen, "movements")) == ["2021-04", "2021-05", "2021-06", "total"]
    assert table_of(seen, "movements")["total"] == (0,) * 7
    assert Case.objects.filter(incubator=world.place).count() == sum(
        values[0] for values in table_of(seen, "stages").values()
    )
