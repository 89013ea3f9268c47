"""«Financiamiento» in the report: figures equal to plain SQL, what came before, adjustments, and old snapshots."""

import copy
from datetime import date

import pytest
from django.db import connection

from cases.funding.around.acts import What
from cases.funding.life import FundEventKind, FundState, FundVerb
from cases.models import FundBudget
from incubator import calendars
from reports.figures import Monthly, funding
from reports.figures import monthly as figures_of_month
from reports.services import reading
from reports.tables import behind, every_table
from tests.factories import case_in
from tests.factories.people import officer_of
from tests.funding.scene import a_call, an_application
from tests.funding.walked import event, step, walk
from tests.reports.world import JUNE, MAY, World

pytestmark = pytest.mark.django_db

S, V, K = FundState, FundVerb, FundEventKind
APRIL_DAY, MAY_DAY, JUNE_DAY = date(2021, 4, 20), date(2021, 5, 10), date(2021, 6, 10)


@pytest.fixture
def world():
    with calendars.travel(JUNE_DAY):
        yield World(groups=2)


def _call(world, key):
    return a_call(world.place, key=key, in_force_from=date(2021, 1, 4))


def _applied(world, key, on):
    parts = world.agreement.participations.filter(incubator=world.place)
    since = parts.get().since
    parts.update(since=date(2021, 1, 4))  # so that something may come before the first month that is reported
    made = an_application(world.cases[0], _call(world, key), on=on)
    parts.update(since=since)
    budget = FundBudget.objects.create(application=made, number=1, recorded_by=officer_of(world.place))
    budget.lines.create(item="tools", name="Máquinas", months=[600_000, 400_000])
    FundBudget.objects.filter(pk=budget.pk).update(is_draft=False, presented_on=on)
    return made


def _a_spring(world):
    """April: one filed. May: it is awarded and paid in part; another is refused, and wins its appeal in June."""
    first = walk(_applied(world, "uno", APRIL_DAY), S.SUBMITTED, APRIL_DAY)
    first = walk(first, S.SIGNED, MAY_DAY, amount=900_000)
    event(first, K.AWARD, MAY_DAY, amount=900_000)
    event(first, K.INSTALMENT, MAY_DAY, amount=450_000)
    second = walk(_applied(world, "dos", MAY_DAY), S.NOT_AWARDED, MAY_DAY)
    step(second, V.UPHOLD_APPEAL, JUNE_DAY, to=S.AWARDED)
    event(second, K.AWARD, JUNE_DAY, unit="uf", quantity=30)
    return first, second


def _figures(world, month):
    return reading.figures_of(world.compose(month))


def _sql(sql, *values):
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.fetchone()


def test_the_figures_of_a_month_are_those_of_plain_sql(world):
    _a_spring(world)
    found = {one.what: one for one in _figures(world, MAY).funds.balances}
    since, until = "2021-05-01", "2021-05-31"
    states = "select count(*) from cases_fundchange where effective_on between %s and %s and "
    assert found["filed"].count == _sql(states + "verb = 'submit'", since, until)[0] == 1
    decided = states + "to_state = any ('{inadmissible,not_awarded,awarded}')"
    assert found["decided"].count == _sql(decided, since, until)[0] == 2
    assert found["awarded"].count == _sql(states + "to_state = 'awarded'", since, until)[0] == 1
    assert found["signed"].count == _sql(states + "verb = 'sign'", since, until)[0] == 1
    money = (
        "select sum(amount) from cases_fundevent where kind = 'instalment' and happened_on between %s and %s and not "
        "exists (select 1 from cases_fundevent c where c.kind = 'correction' and c.about_id = cases_fundevent.id)"
    )
    assert found["received"].amount == _sql(money, since, until)[0] == 450_000
    asked = "select sum(m::text::bigint) from cases_fundbudgetline l, jsonb_array_elements(l.months) m"
    assert found["filed"].amount + found["filed"].amount_before == _sql(asked)[0] == 2_000_000


def test_the_first_report_with_the_section_counts_what_came_before_as_a_carry(world):
    _a_spring(world)
    figures = _figures(world, MAY)
    assert figures.funds.is_first
    assert [(act.what, act.on) for act in figures.funds.carried] == [("filed", "2021-04-20")]
    table = every_table(figures)["funds"]
    assert table.columns[1].title == "Arrastre inicial"
    assert table.rows[0].values == ("Enviadas", 1, 1, 0, 2)
    assert "arrastre inicial" in table.note


def test_what_no_act_says_in_pesos_is_outside_the_sum_and_said(world):
    _, second = _a_spring(world)
    figures = _figures(world, JUNE)
    awarded = next(one for one in figures.funds.balances if one.what == What.AWARDED)
    assert (awarded.count, awarded.amount) == (1, 0)
    assert f"{second.code}, adjudicadas: 30 UF" in every_table(figures)["fund_amounts"].note


def test_success_is_a_fraction_of_what_was_decided_by_the_day_of_each_act(world):
    _a_spring(world)
    (row,) = every_table(_figures(world, JUNE))["fund_success"].rows
    assert row.values == ("Adjudicadas de las decididas", "1 de 1", "2 de 3")


def test_a_sealed_month_is_recounted_and_what_changed_is_an_adjustment_before_and_after(world):
    first, _ = _a_spring(world)
    sealed = [_figures(world, MAY)]
    paid = first.events.get(kind=K.INSTALMENT)
    event(first, K.CORRECTION, JUNE_DAY, about=paid)
    event(first, K.INSTALMENT, MAY_DAY, amount=400_000)
    figures = figures_of_month(world.agreement, world.place, JUNE, sealed=sealed)
    received = next(one for one in figures.funds.balances if one.what == What.RECEIVED)
    assert (received.amount_before, received.amount, received.amount_adjusted) == (450_000, 0, -50_000)
    assert (received.count_before, received.count_adjusted, received.count_so_far) == (1, 0, 1)
    rows = [row.values[4:] for row in every_table(figures)["fund_adjustments"].rows]
    assert sorted(rows) == [(0, 400_000), (450_000, 0)]
    assert not figures.funds.is_first
    told = behind.rows(figures, sealed, "fund_amounts", "received", "so_far")
    assert [row.values[4] for row in told.rows] == [400_000]
    told = behind.rows(figures, sealed, "fund_amounts", "received", "before")
    assert [row.values[4] for row in told.rows] == [450_000]


def test_a_snapshot_of_before_the_section_reads_as_it_was_and_counts_as_nothing_said(world):
    _a_spring(world)
    old = _figures(world, MAY).as_json()
    del old["funds"]
    kept = copy.deepcopy(old)
    figures = Monthly.from_json(old)
    assert figures.funds is None
    assert old == kept
    assert not {key for key in every_table(figures) if key.startswith("fund") or key == "annex_funds"}
    again = funding.section(world.agreement, world.place, JUNE, [figures])
    assert again.is_first
    assert sum(one.count_before for one in again.balances if one.what == "filed") == 2


def test_the_section_is_drawn_on_screen_paper_and_workbook(world, enter):
    _a_spring(world)
    report = world.compose(MAY)
    page = enter(world.coordinator).get(f"/informes/{report.pk}/").content.decode()
    assert "6. Financiamiento" in page
    assert "7. Ajustes a períodos sellados" in page
    assert "Arrastre inicial" in page


def test_acts_count_where_the_application_was_that_day(world):
    """A case of another municipality, and one that came from there, say nothing here."""
    from tests.factories.people import coordinator_of, incubator

    other = incubator("05502")
    coordinator_of(other)
    case = case_in(at=other)
    walk(an_application(case, _call(world, "tres"), on=MAY_DAY), S.SUBMITTED, MAY_DAY)
    assert not _figures(world, MAY).funds.acts


def test_the_questions_do_not_grow_with_the_applications(world, django_assert_num_queries):
    from cases.funding.around import figures

    def count():
        with django_assert_num_queries(7) as seen:
            figures.read(world.agreement, world.place, MAY.last)
        return len(seen)

    _applied(world, "uno", MAY_DAY)
    count()
    for number in range(4):
        walk(_applied(world, f"más-{number}", MAY_DAY), S.AWARDED, MAY_DAY, amount=1)
    count()
