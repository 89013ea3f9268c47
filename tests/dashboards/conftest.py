"""An incubator that lived half a year: groups in several stages, hours, supports, trade, indicators."""

from datetime import date, timedelta

import pytest
from django.db import connection

from cases.enums import MarketKind, Moment, Stage, Verb
from cases.models import Pause
from cases.services import facts
from cases.services.business import indicators, market
from incubator import calendars
from incubator.enums import MeetingKind, Role
from reports.dashboards.pieces import Period
from tests import factories
from tests.factories.cases import call_of, step
from tests.reports.world import World

TODAY = date(2021, 6, 15)


@pytest.fixture(autouse=True)
def _today():
    with calendars.travel(TODAY):
        yield


@pytest.fixture
def period():
    """The usual six months, until today."""
    return Period(6, TODAY)


@pytest.fixture
def world():
    """Quillota, with three groups in its catastro, one in training, one defining its business, one that was closed."""
    made = World(groups=3)
    made.auditor = factories.user_with(Role.AUDITOR, at=made.agreement)
    made.trained = factories.case_in(Stage.TRAINING, at=made.place, name="Tejidos Rayén")
    made.business = factories.case_in(Stage.BUSINESS, at=made.place, name="Pan del Valle")
    made.closed = factories.case_in(Stage.CLOSED, at=made.place, name="Vivero Aromo")
    _lived(made)
    return made


def _lived(made):
    first, second, third = made.cases
    _met(made, first, second)
    step(third, Verb.APPLY, on=date(2021, 4, 12))
    step(third, Verb.CORRECT, on=date(2021, 4, 14))
    call_of(made.place, made.officer, TODAY + timedelta(days=6), name="Segunda convocatoria")
    Pause.objects.create(
        case=made.trained, reason="Cosecha", since=date(2021, 6, 1), expected_on=date(2021, 7, 1), by=made.officer
    )
    _earned(made)


def _met(made, first, second):
    one = made.session(date(2021, 5, 4), first, minutes=90, validated=True)
    made.support(one)
    two = made.session(date(2021, 5, 20), first, second, minutes=120)
    made.support(two, requested=2, given=2, cost=5_000)
    made.meeting(date(2021, 6, 8), MeetingKind.NETWORK, minutes=45, validated=True)
    void = made.session(date(2021, 6, 9), second, minutes=60)
    made.support(void, requested=9, given=9, cost=9_000)
    made.void(void, "Registrada dos veces")


def _earned(made):
    by, case = made.officer, made.business
    measured = facts.measure(
        by=by, case=case, on=date(2021, 5, 3), moment=Moment.BASELINE, monthly_income=100_000, jobs=1
    )
    indicators.certify(by=made.coordinator, measurement=measured, on=date(2021, 5, 4))
    later = facts.measure(
        by=by, case=case, on=date(2021, 6, 1), moment=Moment.FOLLOW_UP, monthly_income=350_000, jobs=3
    )
    indicators.certify(by=made.coordinator, measurement=later, on=date(2021, 6, 2))
    facts.measure(by=by, case=made.trained, on=date(2021, 6, 3), moment=Moment.BASELINE, monthly_income=80_000, jobs=2)
    sold = {"by": by, "case": case, "counterpart": "Feria de Quillota", "description": "Pan amasado"}
    market.record(on=date(2021, 5, 10), kind=MarketKind.SALE, amount=40_000, **sold)
    market.record(on=date(2021, 6, 10), kind=MarketKind.SALE, amount=60_000, **sold)
    wrong = market.record(on=date(2021, 6, 11), kind=MarketKind.SALE, amount=999_000, **sold)
    market.void(by=by, sale=wrong, reason="Monto equivocado")
    market.record(on=date(2021, 6, 1), kind=MarketKind.CONTRACT, amount=500_000, alternative_compliance=True, **sold)


@pytest.fixture
def sql(db):
    """sql(statement, *values): the rows of a count in plain SQL."""

    def rows(statement, *values):
        with connection.cursor() as cursor:
            cursor.execute(statement, values)
            return cursor.fetchall()

    return rows


def table_of(dashboard, key):
    """{key of a row: its values after the first} of one table of a dashboard, its total included."""
    (found,) = [table for section in dashboard.sections for table in section.tables if table.key == key]
    return {row.key: row.values[1:] for row in found.every_row}
