"""The demonstration of funds: what its calls say and where it comes from, and what groups live through the services."""

from datetime import date, datetime

import pytest

from cases.funding.bases import checks, closings
from cases.funding.bases.shapes import FieldKind
from cases.funding.bases.values import source_of, values
from cases.funding.bases.written import bases_of
from cases.funding.eligibility import judge, kinds
from cases.funding.life import FundState
from cases.funding.words import Unit
from cases.models import FundApplication, FundingCall
from config.demonstration import build, life
from config.demonstration.groups import NAMES, scripts
from config.demonstration.stories import funds, funds_calls, transfers
from incubator import calendars

TODAY = datetime(2021, 6, 15, 9, tzinfo=calendars.ZONE)
CALLS = funds_calls.the_calls()
MONEY = {"money.total", "money.minimum", "money.maximum", "money.per_person"}


@pytest.mark.parametrize("call", CALLS, ids=lambda call: call.key)
def test_each_call_may_be_offered_and_each_value_says_where_it_comes_from(call):
    assert checks.faults(call.bases) == []
    assert not call.url  # no agency published these bases
    for value in values(call.bases):
        source = source_of(value.path, call.bases.sources)
        assert source is not None, value.path
        assert source.confidence in "BCK" or "demostración" in source.source


@pytest.mark.parametrize("call", CALLS, ids=lambda call: call.key)
def test_an_amount_that_nobody_published_is_empty_or_says_that_it_is_invented(call):
    for value in values(call.bases):
        if value.path in MONEY and value.text:
            source = source_of(value.path, call.bases.sources)
            assert (
                source.year or "UTM" in source.source or "Semilla" in source.source or "demostración" in source.source
            )


def test_every_kind_of_condition_and_of_field_is_shown():
    asked = {one.kind for call in CALLS for one in judge.conditions_of(call.bases)}
    assert set(kinds.KINDS) <= asked
    fields = {one.kind for call in CALLS for section in call.bases.sections for one in section.fields}
    assert fields == set(FieldKind)
    groups = {one.kind for call in CALLS for one in call.bases.conditions}
    assert {"any"} <= groups


def test_some_calls_closed_some_close_this_month_and_one_reads_its_hour_in_magallanes():
    hours = {call.key: min(closings.instant(one.wall) for one in call.bases.closings) for call in CALLS}
    days = {key: (hour - TODAY).days for key, hour in hours.items()}
    assert sum(left < 0 for left in days.values()) >= 4
    assert sum(0 <= left <= 30 for left in days.values()) >= 4
    zones = {one.wall.zone for call in CALLS for one in call.bases.closings}
    assert closings.MAGALLANES in zones
    assert {Unit.UF, Unit.UTM} <= {call.bases.money.unit for call in CALLS}


def test_the_stories_name_groups_and_calls_that_exist_within_their_term():
    known = {call.key: call.bases for call in CALLS}
    for number, told in funds._TOLD.items():
        for script in told:
            assert script.bid.group in NAMES[number]
            dates, last = known[script.bid.call].dates, script.sent or script.approved or script.bid.begun
            closes = max(one.wall.at.date() for one in known[script.bid.call].closings)
            assert dates.opens_on <= script.bid.begun <= last <= closes


@pytest.fixture
def lived(db, monkeypatch):
    """lived(number, *groups, also=story): the funds of a municipality, of these groups alone."""

    def live(number, *groups, also=None):
        monkeypatch.setattr(life, "scripts", lambda n: [one for one in scripts(n) if one.name in groups])
        one = build._begin()[number]
        one.write()
        if number:
            funds_calls.tell(one)
        funds.tell(one)
        if also:
            also(one)
        one.live()
        rows = FundApplication.objects.select_related("case__organization", "stays_with", "keeper")
        return {row.case.organization.name: row for row in rows}

    return live


def test_five_neighbours_win_less_than_they_asked_and_close_it_and_others_appeal(lived):
    told = lived(0, "Raíces del Aconcagua", "Las Quilas")
    one, other = told["Raíces del Aconcagua"], told["Las Quilas"]
    assert one.state == FundState.CLOSED
    assert one.case.organization.members_on(date(2021, 6, 8)).count() == 5
    assert [(row.kind, row.in_force_from) for row in one.budgets.order_by("number")] == [
        ("requested", date(2021, 3, 15)),
        ("awarded", date(2021, 4, 14)),
    ]
    assert sum(row.total for row in one.purchases.all()) == 1_960_000
    assert one.packages.count() == one.filings.count() == 1
    assert other.state == FundState.WAITLISTED
    kinds_told = list(other.events.order_by("happened_on", "pk").values_list("kind", flat=True))
    assert kinds_told == ["rejection", "appeal", "appeal_result", "waitlist"]
    assert FundingCall.objects.filter(is_demonstration=True).count() == len(CALLS)
    extended = FundingCall.objects.get(key=funds_calls.LONGER)
    assert [bases_of(row).closings[0].wall.at.day for row in extended.versions.order_by("number")] == [21, 25]
    assert not FundingCall.objects.get(key=funds_calls.LEFT).versions.filter(checked_on__isnull=False).exists()


def test_what_the_municipality_signed_for_stays_with_it_when_its_group_moves(lived):
    one = lived(4, "Taller Gacitúa", "Viveros de la Isla", also=transfers.accepted)["Taller Gacitúa"]
    assert one.case.incubator.commune_id == "05501"
    assert (one.state, one.stays_with.commune_id) == (FundState.SIGNED, "13603")
    assert one.keeper.email == "discapacidad@islademaipo.ejemplo.cl"
