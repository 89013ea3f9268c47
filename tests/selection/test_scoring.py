"""The arithmetic of a call, as tables."""

from decimal import Decimal

import pytest

from cases import scoring
from cases.call_life import TieBreaker
from cases.rubrics import DEFAULT_RUBRIC, default_rows

D = Decimal
HEAVIEST, INTERESTED, RECEIPT = TieBreaker


@pytest.mark.parametrize(
    ("lines", "score"),
    [
        ([(4, 4, 60), (4, 4, 40)], "100.00"),
        ([(0, 4, 60), (0, 4, 40)], "0.00"),
        ([(2, 4, 60), (4, 4, 40)], "70.00"),
        ([(1, 3, 100)], "33.33"),
        ([(2, 3, 50), (1, 7, 50)], "40.48"),
        ([(5, 10, 1), (10, 10, 99)], "99.50"),
    ],
)
def test_a_sheet_is_the_sum_of_the_shares_of_its_weights(lines, score):
    assert scoring.sheet_score(lines) == D(score)


@pytest.mark.parametrize(
    ("scores", "mean", "spread"),
    [
        (["80"], "80", "0"),
        (["80", "55"], "67.50", "25"),
        (["80", "54.99"], "67.50", "25.01"),
        (["90", "60", "50"], "66.67", "40"),
    ],
)
def test_the_mean_and_the_spread_of_the_sheets(scores, mean, spread):
    values = [D(score) for score in scores]
    assert scoring.mean(values) == D(mean)
    assert scoring.spread(values) == D(spread)


def _entry(number, score, interested=5, heaviest="0.5", receipt=None):
    return scoring.Entry(number, D(score), (receipt or number,), interested, D(heaviest))


@pytest.mark.parametrize(
    ("entries", "rules", "ranks", "decided"),
    [
        ([_entry(1, "70"), _entry(2, "90")], [RECEIPT], [2, 1], ["", ""]),
        ([_entry(1, "70", receipt=9), _entry(2, "70")], [RECEIPT], [2, 1], [RECEIPT, RECEIPT]),
        ([_entry(1, "70", heaviest="1"), _entry(2, "70")], [HEAVIEST, RECEIPT], [1, 2], [HEAVIEST, HEAVIEST]),
        ([_entry(1, "70", 5), _entry(2, "70", 9)], [HEAVIEST, INTERESTED, RECEIPT], [2, 1], [INTERESTED, INTERESTED]),
        ([_entry(1, "70", 5), _entry(2, "70", 9)], [RECEIPT], [1, 2], [RECEIPT, RECEIPT]),
        (
            [_entry(1, "70", 5), _entry(2, "70", 9), _entry(3, "70", 5)],
            [INTERESTED, RECEIPT],
            [2, 1, 3],
            [INTERESTED, INTERESTED, RECEIPT],
        ),
        ([_entry(1, "70", 5), _entry(2, "70", 9)], [RECEIPT, INTERESTED], [2, 1], [INTERESTED, INTERESTED]),
    ],
)
def test_the_order_follows_the_published_tie_breakers_and_receipt_decides_last(entries, rules, ranks, decided):
    places = {place.entry.application: place for place in scoring.order(entries, rules)}
    assert [places[entry.application].rank for entry in entries] == ranks
    assert [places[entry.application].decided_by for entry in entries] == [str(one) for one in decided]


def test_the_rubric_offered_adds_up_and_says_each_level():
    rows = default_rows()
    assert sum(row["weight"] for row in rows) == scoring.SCALE
    assert all(len(levels) == 5 for *_, levels in DEFAULT_RUBRIC)
