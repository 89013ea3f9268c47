"""The tables of founding: the cap by number of members, multiples of a hundred, age, and what each person needs."""

from datetime import date

import pytest

from cases.founding.steps import equal_shares
from cases.law.answers import Outcome
from cases.law.capacity import advice, age_on, of_age
from cases.services import founding
from cases.services.founding.capital import caps
from incubator.requirements import Refused
from tests.founding.scene import ON, group_of, people_of, share_out, writing

O = Outcome  # noqa: E741
#: (holdings, outcome of the largest, article): arts. 17 and 95.
CAP = [
    ((100, 100, 100, 100, 100), O.MET, "17"),
    ((101, 100, 100, 100, 99), O.NOT_MET, "17"),
    ((200, 80, 80, 80, 80, 80), O.NOT_MET, "17"),
    ((120, 120, 90, 90, 90, 90), O.MET, "17"),
    ((121, 119, 90, 90, 90, 90), O.NOT_MET, "17"),
    ((100, 100, 100, 100), O.WARNING, "17"),
]


@pytest.mark.parametrize(("holdings", "outcome", "article"), CAP)
def test_nobody_holds_more_than_a_fifth_and_with_five_only_equal_parts_do(holdings, outcome, article):
    pairs = [(held, held) for held in holdings]
    answers = caps("servicios", sum(holdings), pairs, len(holdings), ON)
    assert answers[0].outcome == outcome
    assert article in answers[0].cited


def test_the_cap_of_what_is_paid_is_asked_once_everybody_said_how_much():
    half = caps("servicios", 600, [(100, 100), *[(100, None)] * 5], 6, ON)
    assert half[0].outcome == O.MET
    known = caps("servicios", 600, [(100, 100), *[(100, 50)] * 5], 6, ON)
    assert known[0].outcome == O.NOT_MET  # 100 of 350 paid


@pytest.mark.parametrize(
    ("members", "said", "proposed"),
    [
        (5, None, (100, 20)),
        (6, None, (300, 50)),
        (6, 600, (600, 100)),
        (6, 601, (900, 150)),
        (7, 100, (700, 100)),
        (1, None, (100, 100)),
    ],
)
def test_equal_holdings_are_proposed_in_whole_hundreds(members, said, proposed):
    assert equal_shares(members=members, shares=said, on=ON) == proposed


@pytest.mark.parametrize(("born", "outcome"), [
    (date(2003, 6, 15), O.MET), (date(2003, 6, 16), O.NOT_MET), (date(1990, 1, 1), O.MET), (None, O.UNKNOWN),
])  # fmt: skip
def test_founders_are_of_age_and_the_answer_says_that_the_law_is_silent(born, outcome):
    answer = of_age(birth_date=born, on=ON)
    assert answer.outcome == outcome
    assert answer.verify


def test_who_was_born_on_the_29th_of_february_turns_on_the_first_of_march():
    assert [age_on(date(2004, 2, 29), date(2022, 2, 28)), age_on(date(2004, 2, 29), date(2022, 3, 1))] == [17, 18]


@pytest.mark.parametrize(
    ("said", "words", "outcome"),
    [
        ({"guardian": "yes"}, "Hable antes con la notaría", O.WARNING),
        ({"on_request": True}, "Escriba quién firma", O.PENDING),
        ({"on_request": True, "signs_for": "Iván Soto"}, "Iván Soto", O.MET),
        ({"read_aloud": True}, "copia accesible", O.MET),
        ({"interpreter": True}, "Acuérdelo antes con la notaría", O.MET),
    ],
)
def test_each_need_is_advice_with_its_article_and_forbids_nothing(said, words, outcome):
    (answer,) = advice(on=ON, **said)
    assert answer.outcome == outcome
    assert words in f"{answer.arithmetic} {answer.remedy}"
    assert answer.basis


def test_whoever_needs_nothing_gets_no_advice_and_a_thumb_that_cannot_be_put_is_noted():
    assert not advice(on=ON, guardian="no")
    said = [answer.cited for answer in advice(on=ON, on_request=True, signs_for="Ana", thumb_possible=False)]
    assert [text[-8:] for text in said] == ["art. 408", "art. 409"]


@pytest.mark.django_db
@pytest.mark.parametrize("shares", [0, 50, 150, 601])
def test_a_number_of_shares_that_is_no_multiple_of_a_hundred_is_refused(shares):
    case = group_of(5)
    with pytest.raises(Refused, match="múltiplo de 100"):
        share_out(case, each=20, paid=0, shares=shares)


@pytest.mark.django_db
def test_five_members_found_with_equal_parts_and_with_no_others():
    case = group_of(5)
    share_out(case, each=20, paid=20)
    people = people_of(case)
    uneven = {person.pk: (count, 0) for person, count in zip(people, (21, 20, 20, 20, 19), strict=True)}
    with pytest.raises(Refused, match="tope 20 %"):
        writing(case, founding.share_out, shares=100, share_value=1000, holdings=uneven)


@pytest.mark.django_db
def test_shares_that_do_not_add_up_are_refused_with_both_figures():
    case = group_of(6)
    with pytest.raises(Refused, match=r"suman 600 y el capital se divide en 700"):
        share_out(case, each=100, shares=700)
