"""Nobody can be recognised in the crosses: not in a cell, not by subtraction, not against the version before."""

from collections import Counter
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reports.figures.suppression import SMALL, protect

CELLS = list(product("FMXID", ("yes", "no", "not_stated"), ("yes", "no", "not_stated")))
counts = st.dictionaries(st.sampled_from(CELLS), st.integers(0, 40), max_size=45).map(Counter)


def grid(table):
    """The printed table as lines of (cells, total) along rows and along columns."""
    rows = list(zip(table.cells, table.row_totals, strict=True)) if table.columns else []
    columns = list(zip(zip(*table.cells, strict=True), table.column_totals, strict=True)) if table.columns else []
    carers = [(table.carers, table.carers_total)] if table.carers_total is not None else []
    return rows + columns + carers


def truth(people, row, column=None, carer=None):
    sexes = {"F": {"F"}, "M": {"M"}, "O": set("XID")}
    wanted = set().union(*(sexes[part] for part in row.split("+")))
    return sum(
        n
        for (sex, disability, cares), n in people.items()
        if sex in wanted and (column is None or disability in column.split("+")) and (carer is None or cares == carer)
    )


@settings(max_examples=300)
@given(counts)
def test_no_printed_figure_nor_any_remainder_is_of_one_to_four_people(people):
    table = protect(people)
    for cells, total in grid(table):
        printed = [cell for cell in cells if cell is not None]
        hidden = [cell for cell in cells if cell is None]
        assert all(not 0 < cell < SMALL for cell in printed)
        assert len(hidden) != 1
        if hidden:
            assert total - sum(printed) >= SMALL
    if table.carers_total is not None:
        others = [
            total - carers for total, carers in zip(table.row_totals, table.carers, strict=True) if carers is not None
        ]
        assert all(not 0 < n < SMALL for n in others)
        assert table.total - table.carers_total >= SMALL


@settings(max_examples=200)
@given(counts)
def test_what_is_printed_is_true(people):
    table = protect(people)
    assert table.total == sum(people.values()) == sum(table.row_totals)
    for r, row in enumerate(table.rows):
        assert table.row_totals[r] == truth(people, row)
        for c, column in enumerate(table.columns):
            assert table.cells[r][c] in (None, truth(people, row, column))
        assert table.carers[r] in (None, truth(people, row, carer="yes"))


@settings(max_examples=200)
@given(counts)
def test_no_category_of_the_table_has_one_to_four_people(people):
    table = protect(people)
    assert all(n >= SMALL for n in table.column_totals)
    assert len(table.rows) == 1 or all(n >= SMALL for n in table.row_totals)


@settings(max_examples=200)
@given(counts, counts)
def test_two_versions_never_differ_by_one_to_four_people_with_a_sensitive_fact(before, after):
    first = protect(before)
    second = protect(after, first)
    if first.columns == second.columns and first.rows == second.rows and first.columns:
        for then, now in zip(first.column_totals, second.column_totals, strict=True):
            assert not 0 < abs(then - now) < SMALL
        for then, now in zip(sum(first.cells, ()), sum(second.cells, ()), strict=True):
            assert now is None or (then is not None and not 0 < abs(then - now) < SMALL)
    if first.carers_total is not None and second.carers_total is not None:
        assert not 0 < abs(first.carers_total - second.carers_total) < SMALL


def test_one_person_more_in_a_correction_closes_the_cross():
    people = Counter({(sex, d, "no"): 12 for sex in "FM" for d in ("yes", "no", "not_stated")})
    people |= Counter({("F", "yes", "yes"): 8, ("M", "no", "yes"): 8})
    first = protect(people)
    assert len(first.columns) == 3
    second = protect(people + Counter({("F", "yes", "no"): 1}), first)
    assert second.columns == ()
    assert second.total == first.total + 1


def test_nothing_changes_when_a_correction_counts_the_same():
    people = Counter({("F", "yes", "no"): 12, ("F", "no", "no"): 9, ("M", "yes", "yes"): 7, ("M", "no", "no"): 8})
    first = protect(people)
    assert protect(people, first) == first


@pytest.mark.parametrize(
    ("people", "rows", "columns"),
    [
        ({("F", "yes", "no"): 20, ("M", "yes", "no"): 3, ("D", "yes", "no"): 4}, ("F", "M+O"), ()),
        ({("F", "yes", "no"): 3}, ("F+M+O",), ()),
        (
            {("F", "yes", "no"): 9, ("F", "no", "no"): 9, ("F", "not_stated", "no"): 2},
            ("F+M+O",),
            ("yes", "no+not_stated"),
        ),
    ],
)
def test_small_categories_are_summed_into_a_neighbour(people, rows, columns):
    table = protect(Counter(people))
    assert (table.rows, table.columns) == (rows, columns)


def test_a_row_whose_people_are_all_alike_is_not_printed_apart():
    people = Counter({("F", "yes", "no"): 10, ("F", "no", "no"): 10, ("M", "yes", "no"): 10})
    table = protect(people)
    assert "M" not in table.rows or not table.columns or None in table.cells[table.rows.index("M")]


def test_sexes_keep_their_totals_even_when_no_cell_of_the_cross_may_be_printed():
    people = Counter({("F", "yes", "no"): 20, ("M", "no", "no"): 9, ("D", "not_stated", "no"): 8})
    table = protect(people)
    assert table.rows == ("F", "M", "O")
    assert table.row_totals == (20, 9, 8)
    assert table.column_totals == (20, 9, 8)
    assert {cell for row in table.cells for cell in row} == {None}
