"""How likely two records are one person: a table of plain values."""

from datetime import date

import pytest

from incubator.likeness import WORTH_A_LOOK, Signs, compare

BORN, OTHER_DAY = date(1980, 5, 1), date(1981, 5, 1)
RUN, OTHER_RUN = "12345678-5", "11111111-1"


@pytest.mark.parametrize(
    ("first", "second", "names", "points", "label"),
    [
        (Signs(), Signs(), 1.0, 50, "Posible"),
        (Signs(), Signs(), 0.8, 40, None),
        (Signs(birth_date=BORN), Signs(birth_date=BORN), 1.0, 80, "Probable"),
        (Signs(birth_date=BORN), Signs(birth_date=BORN), 0.4, 50, "Posible"),
        (Signs(birth_date=BORN), Signs(birth_date=OTHER_DAY), 1.0, 25, None),
        (Signs(birth_date=BORN), Signs(), 1.0, 50, "Posible"),
        (Signs(run=RUN), Signs(other_document="12.345.678-5"), 0.1, 105, "Muy probable"),
        (Signs(other_document="RUN 12345678-5"), Signs(other_document="12345678-5"), 0.5, 25, None),
        (Signs(phone="+56987654321"), Signs(phone="+56987654321"), 0.5, 35, None),
        (Signs(phone="+56987654321"), Signs(phone="+56987654321"), 0.8, 50, "Posible"),
        (Signs(commune="05501"), Signs(commune="05501"), 0.8, 45, "Posible"),
        (Signs(run=RUN), Signs(run=OTHER_RUN), 1.0, 10, None),
        (Signs(run=RUN, birth_date=BORN, commune="1"), Signs(run=OTHER_RUN, birth_date=BORN, commune="1"), 1.0, 45, "Posible"),
    ],
)  # fmt: skip
def test_the_points_of_a_pair(first, second, names, points, label):
    found = compare(first, second, names)
    assert found.points == points
    assert (found.points >= WORTH_A_LOOK) == (label is not None)
    assert label is None or found.label == label


def test_two_different_run_are_said_and_block():
    found = compare(Signs(run=RUN), Signs(run=OTHER_RUN), 1.0)
    assert found.blocked
    assert "Tienen RUN distintos" in found.doubts


def test_nobody_without_a_value_shares_it():
    assert compare(Signs(), Signs(), 0.5).reasons == ()
