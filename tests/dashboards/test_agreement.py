"""The dashboard of an agreement: its municipalities compared in figures alone, equal to a count in plain SQL."""

from datetime import date
from decimal import Decimal

import pytest

from cases.enums import Stage
from incubator.enums import Role
from incubator.models import Participation
from incubator.services import people
from reports.dashboards import of_agreement, of_incubator
from reports.dashboards.pieces import Period
from reports.enums import ReportState
from reports.models import Report
from reports.services import guard
from tests import factories
from tests.dashboards.conftest import TODAY, table_of
from tests.factories.cases import session_of
from tests.factories.people import coordinator_of
from tests.factories.reports import walked
from tests.reports.world import JUNE, MAY
from tests.transfers.scene import moved_case

pytestmark = pytest.mark.django_db


@pytest.fixture
def two(world):
    """La Calera beside Quillota: two groups, a session of an hour and a half."""
    world.other = factories.incubator("05502")
    case = factories.case_in(Stage.TRAINING, at=world.other, name="Costuras del Río")
    factories.case_in(Stage.CENSUS, at=world.other, name="Miel de Boldo")
    session_of(case, coordinator_of(world.other), date(2021, 5, 11))
    return world


@pytest.fixture
def seen(two, period):
    """The dashboard as the university's coordinator sees it."""
    return of_agreement.dashboard(two.university, two.agreement, period)


def _row(seen, key, place):
    return table_of(seen, key)[str(place.pk)]


def test_groups_by_part_of_the_journey_are_those_of_plain_sql(two, seen, sql):
    for place in (two.place, two.other):
        stages = dict(sql("select stage, count(*) from cases_case where incubator_id = %s group by stage", place.pk))
        wanted = tuple(sum(stages.get(one.value, 0) for one in some) for some in of_agreement.BANDS.values())
        assert _row(seen, "stages", place) == wanted
    assert table_of(seen, "stages")["total"] == (4, 3, 0, 0, 0)


def test_hours_are_those_of_the_meetings_of_the_agreement(two, seen, sql):
    for place in (two.place, two.other):
        ((meetings, minutes, validated),) = sql(
            """select count(*), sum(minutes), coalesce(sum(minutes) filter (where validated_by_id is not null), 0)
               from incubator_meeting where incubator_id = %s and agreement_id = %s and voided_at is null
               and held_on between '2021-01-01' and '2021-06-15'""",
            place.pk,
            two.agreement.pk,
        )
        shown = _row(seen, "hours", place)
        assert (shown[0], *shown[2:4]) == (meetings, Decimal(minutes) / 60, Decimal(validated) / 60)


def test_movements_are_those_of_each_incubator(two, seen, period):
    for place in (two.place, two.other):
        alone = of_incubator.dashboard(two.university, place, period)
        assert _row(seen, "movements", place) == table_of(alone, "movements")["total"]


def test_time_in_the_stage_is_that_of_plain_sql(two, seen, sql):
    for place in (two.place, two.other):
        (counted,) = sql(
            """select count(*), percentile_cont(0.5) within group (order by days), count(*) filter (where days > 90),
                      count(*) filter (where days > 180)
               from (select %s::date - (select effective_on from cases_stagechange s where s.case_id = c.id
                                        order by number desc limit 1) as days
                     from cases_case c where c.incubator_id = %s and c.stage not in ('graduated', 'closed')) stays""",
            TODAY,
            place.pk,
        )
        assert _row(seen, "ageing", place) == (*counted, 0)


def test_a_case_that_moved_counts_once_and_on_both_sides_as_a_transfer(period):
    case, transfer = moved_case()
    seen = of_agreement.dashboard(
        factories.user_with(Role.UNIVERSITY_COORDINATOR, at=factories.agreement()), factories.agreement(), period
    )
    sender, receiver = transfer.from_incubator, case.incubator
    assert _row(seen, "movements", sender)[-2:] == (0, 1)
    assert _row(seen, "movements", receiver)[-2:] == (1, 0)
    assert table_of(seen, "stages")["total"] == (0, 0, 1, 0, 0)
    assert _row(seen, "stages", receiver)[2] == 1
    assert _row(seen, "ageing", receiver)[-1] == 1  # its sixty days went by, and it is the receiver's now
    assert table_of(seen, "movements")["total"][0] == 1


def test_one_person_in_two_municipalities_is_one(two, period):
    before = of_agreement.dashboard(two.university, two.agreement, period).figures[2]
    for place in (two.place, two.other):
        people.create(
            by=factories.people.officer_of(place), incubator=place, on=TODAY, given_names="Rosa", surname_1="Pérez",
            run="12345678-5",
        )  # fmt: skip
    after = of_agreement.dashboard(two.university, two.agreement, period).figures[2]
    assert (before.meaning, after.value) == ("personas distintas anotadas", before.value + 1)


def _reported(world, month, state):
    """A report of that month, as sealing and delivering leave it."""
    draft = Report.objects.create(
        agreement=world.agreement, incubator=world.place, period=month.first, prepared_by=world.officer
    )
    return walked(draft, state, asked_by=world.officer, by=coordinator_of(world.place), on=month.next.first)


def test_months_without_a_sealed_report_are_told_apart_from_those_sealed_and_delivered(world):
    july = Period(6, date(2021, 7, 5))

    def told():
        return _row(of_agreement.dashboard(world.university, world.agreement, july), "reports", world.place)

    assert told() == (2, 0, 0, 2)  # May and June: the agreement reached it in May, and July goes on
    june = _reported(world, JUNE, ReportState.SEALED)
    may = _reported(world, MAY, ReportState.DELIVERED)
    assert told() == (2, 1, 1, 0)
    guard.move(by=world.officer, report=may, to=ReportState.WITHDRAWN, on=july.on, reason="Un error")
    assert told() == (2, 0, 1, 1)
    assert june.state == ReportState.SEALED


def test_a_municipality_that_left_the_agreement_is_not_compared(two, period):
    Participation.objects.filter(incubator=two.other).update(until=date(2021, 6, 1))
    seen = of_agreement.dashboard(two.university, two.agreement, period)
    assert set(table_of(seen, "stages")) == {str(two.place.pk), "total"}
    assert seen.figures[0].value == 1
