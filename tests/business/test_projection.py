"""The arithmetic of a plan, against sums done by hand and against a slow reference."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.projection import MONTHS, project, share_of

BREAD = (1_000, 400, 600)  # price, unit cost, units a month: 600.000 in, 240.000 out


@pytest.mark.parametrize(
    ("number", "start", "full", "wanted"),
    [
        (1, 40, 6, 40),
        (6, 40, 6, 100),
        (3, 40, 6, 64),
        (12, 40, 6, 100),
        (1, 40, 1, 100),
        (1, 0, 12, 0),
        (12, 0, 12, 100),
    ],
)
def test_sales_grow_evenly_from_the_first_month_to_the_expected_ones(number, start, full, wanted):
    assert share_of(number, start, full) == wanted


def test_a_bakery_by_hand():
    year = project(products=[BREAD], fixed=180_000, investment=500_000, start_share=40, months_to_full=6)
    first, sixth = year.months[0], year.months[5]
    assert (first.income, first.variable, first.result) == (240_000, 96_000, -36_000)
    assert (sixth.income, sixth.result) == (600_000, 180_000)
    assert year.full_result == 180_000
    assert year.break_even_share == 50
    assert year.first_good_month == 2  # 52 % of 360.000 is more than 180.000
    assert year.money_needed == 536_000


@pytest.mark.parametrize(
    ("products", "fixed", "share", "good"),
    [
        ([], 0, None, None),
        ([(100, 100, 10)], 0, None, None),
        ([(100, 120, 10)], 50, None, None),
        ([(100, 0, 10)], 0, 0, 1),
        ([(100, 0, 10)], 333, 34, 1),
        ([(100, 0, 10)], 5_000, 500, None),
    ],
)
def test_break_even_at_its_boundaries(products, fixed, share, good):
    year = project(products=products, fixed=fixed, investment=0, start_share=100, months_to_full=1)
    assert year.break_even_share == share
    assert year.first_good_month == good


@given(
    products=st.lists(st.tuples(*[st.integers(0, 5_000)] * 3), max_size=4),
    fixed=st.integers(0, 2_000_000),
    investment=st.integers(0, 9_000_000),
    start=st.integers(0, 100),
    full=st.integers(1, 12),
)
def test_the_balance_is_what_came_in_minus_what_went_out(products, fixed, investment, start, full):
    year = project(products=products, fixed=fixed, investment=investment, start_share=start, months_to_full=full)
    assert len(year.months) == MONTHS
    balance = -investment
    for month in year.months:
        assert 0 <= month.share <= 100
        balance += month.income - month.variable - month.fixed
        assert month.balance == balance
    assert [month.share for month in year.months] == sorted(month.share for month in year.months)
    assert year.money_needed >= max(investment, 0)
    assert year.money_needed + min(month.balance for month in year.months) >= 0
    assert year.year_result == year.months[-1].balance + investment
