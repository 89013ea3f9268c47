"""R05-R09: bodies, seats and the gender mirror. A row a case, with its article."""

from datetime import date
from fractions import Fraction
from math import ceil

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.law import bodies
from cases.law.answers import Outcome
from tests.law.table import check

MET, NOT, WARN = Outcome.MET, Outcome.NOT_MET, Outcome.WARNING
NOW = date(2026, 11, 21)
SMALL = ["sole_manager", "inspector", "inspector_alternate"]
LARGE = ["board", "manager", "vigilance"]

SEATS = [
    (6, "trabajo", SMALL, MET, "art. 23, letra d, y 24"),
    (20, "trabajo", SMALL, MET, "art. 23, letra d, y 24"),
    (6, "trabajo", LARGE, MET, "art. 23, letra d, y 24"),
    (6, "trabajo", ["sole_manager", "vigilance"], MET, "art. 23, letra d, y 24"),  # the two options are apart
    (6, "trabajo", ["board", "manager", "inspector", "inspector_alternate"], MET, "art. 23, letra d, y 24"),
    (6, "trabajo", ["sole_manager", "inspector"], NOT, "art. 23, letra d, y 24"),
    (6, "trabajo", [], NOT, "art. 23, letra d, y 24"),
    (21, "trabajo", LARGE, MET, "arts. 20 y 24"),
    (21, "trabajo", SMALL, WARN, "arts. 20 y 24"),
    (21, "trabajo", ["board", "manager", "inspector", "inspector_alternate"], WARN, "arts. 20 y 24"),
    (30, "trabajo", ["board"], NOT, "arts. 20 y 24"),
    (50, "ahorro_credito", LARGE, NOT, "art. 90"),
    (50, "ahorro_credito", [*LARGE, "credit_committee"], MET, "art. 90"),
]


@pytest.mark.parametrize("row", SEATS, ids=str)
def test_the_bodies_are_those_of_the_size(row):
    members, kind, held, outcome, article = row
    answer = bodies.seats(members=members, types=[kind], held=held, on=NOW)
    check(answer, outcome, article)
    assert bool(answer.figures["missing"]) is (outcome != MET)
    assert answer.verify is (outcome == WARN)


@pytest.mark.parametrize(
    ("size", "outsiders", "outcome", "verify"),
    [
        (5, 2, MET, False),
        (3, 0, MET, False),
        (6, 0, NOT, False),
        (5, 3, NOT, False),
        (1, 0, MET, True),
        (2, 2, MET, True),
    ],
)
def test_the_vigilance_board_has_five_at_most_and_two_from_outside(size, outsiders, outcome, verify):
    check(bodies.vigilance(size=size, outsiders=outsiders, on=NOW), outcome, "art. 28", verify=verify)


@pytest.mark.parametrize(
    ("seats", "needed", "allowed"), [(3, 2, 1), (4, 3, 1), (5, 3, 2), (7, 5, 2), (9, 6, 3), (1, 1, 0), (0, 0, 0)]
)
def test_users_elect_three_fifths_of_the_board(seats, needed, allowed):
    answer = bodies.board(seats=seats, by_users=needed, by_legal_persons=allowed, on=NOW)
    check(answer, MET, "art. 24", verify=True)
    assert (answer.figures["needed"], answer.figures["allowed"]) == (needed, allowed)
    if seats:
        check(bodies.board(seats=seats, by_users=needed - 1, by_legal_persons=0, on=NOW), NOT, "art. 24")
        over = bodies.board(seats=seats, by_users=seats, by_legal_persons=allowed + 1, on=NOW)
        check(over, NOT, "art. 24")


@given(seats=st.integers(1, 60))
def test_the_seats_are_those_of_fractions(seats):
    figures = bodies.board(seats=seats, by_users=0, by_legal_persons=0, on=NOW).figures
    assert figures["needed"] == ceil(Fraction(3 * seats, 5)) == (3 * seats + 4) // 5
    assert figures["allowed"] == min((seats - 1) // 2, seats - figures["needed"])


MIRROR = [
    ({"mujeres": 6, "hombres": 4}, {"mujeres": 5, "hombres": 5}, {"mujeres": 3, "hombres": 2}, MET, False),
    ({"mujeres": 6, "hombres": 4}, {"mujeres": 5, "hombres": 5}, {"mujeres": 2, "hombres": 3}, WARN, False),
    ({"mujeres": 6, "hombres": 4}, {"mujeres": 2, "hombres": 5}, {"mujeres": 2, "hombres": 3}, MET, False),
    ({"mujeres": 7, "hombres": 3}, {"mujeres": 3, "hombres": 2}, {"mujeres": 2, "hombres": 1}, MET, True),
    ({"mujeres": 4, "hombres": 4, "otro": 2}, {"otro": 1}, {"mujeres": 3, "hombres": 2}, WARN, True),
    ({"mujeres": 10, "hombres": 0}, {"mujeres": 3}, {"mujeres": 3}, MET, False),
]


@pytest.mark.parametrize("row", MIRROR, ids=str)
def test_the_gender_mirror_warns_and_never_blocks(row):
    members, candidates, elected, outcome, verify = row
    answer = bodies.gender_mirror(members=members, candidates=candidates, elected=elected, on=NOW)
    check(answer, outcome, "art. 24", verify=verify)


def test_one_person_mirrors_nothing_and_before_2019_nobody_could_ask_for_it():
    one = bodies.gender_mirror(members={"mujeres": 6}, candidates={}, elected={"mujeres": 1}, on=NOW)
    check(one, Outcome.NOT_ASKED, "art. 24")
    past = bodies.gender_mirror(members={"mujeres": 5}, candidates={}, elected={"mujeres": 3}, on=date(2018, 12, 24))
    check(past, MET, "art. 24", verify=True)


def test_an_empty_seat_counts_in_the_size_of_the_body():
    members, here = {"mujeres": 6, "hombres": 4}, {"mujeres": 5, "hombres": 5}
    answer = bodies.gender_mirror(
        members=members, candidates=here, elected={"mujeres": 2, "hombres": 2}, size=5, on=NOW
    )
    check(answer, WARN, "art. 24")
    assert answer.figures["short"] == {"mujeres": 1}


@given(
    members=st.dictionaries(st.sampled_from("abc"), st.integers(0, 60), min_size=1),
    elected=st.dictionaries(st.sampled_from("abc"), st.integers(0, 5), min_size=1),
)
def test_the_quotas_of_the_mirror_never_ask_for_more_seats_than_there_are(members, elected):
    figures = bodies.gender_mirror(members=members, candidates=dict.fromkeys("abc", 9), elected=elected, on=NOW).figures
    assert sum(figures["quotas"].values()) <= sum(elected.values())


@pytest.mark.parametrize(
    ("posts", "outcome"), [([], MET), (["trabajo"], MET), (["trabajo", "trabajo"], NOT), (["consumo", "trabajo"], MET)]
)
def test_one_directive_post_among_cooperatives_of_the_same_purpose(posts, outcome):
    check(bodies.same_purpose_posts(posts=posts, purpose="trabajo", on=NOW), outcome, "art. 14")
