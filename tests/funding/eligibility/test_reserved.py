"""What is sensitive: who may read it, what the disability office answered, and what no list ever says."""

from dataclasses import replace
from datetime import date
from itertools import product

import pytest

from cases.funding.bases.shapes import AskedDocument, Bases, Condition, Subject
from cases.funding.eligibility import distance, kinds
from cases.funding.eligibility.facts import Paper, Reserved, Sensitive, Share
from cases.funding.eligibility.judge import conditions_of, judge, judge_condition, veiled
from cases.funding.eligibility.outcomes import Outcome
from cases.funding.words import DocumentKind, DocumentOf
from tests.funding.eligibility.scene import DAYS, FORMAL, formal

HALF = Condition("d", "disability_share", Subject.GROUP, parameters={"percent": 50})
CARERS = Condition("c", "carers_share", Subject.GROUP, parameters={"number": 1})
CARD = AskedDocument("card", DocumentKind.DISABILITY, "Credencial", DocumentOf.PERSON)
ANSWERED = date(2021, 5, 20)


def blind(*answers, **more):
    """The facts of whoever may not read sensitive ones, with what the office answered."""
    kept = {kinds.fingerprint(condition): Reserved(yes, ANSWERED, stale) for condition, yes, stale in answers}
    return formal(sensitive=None, reserved=kept, **more)


def shares(yes, no, unstated=0):
    return formal(sensitive=Sensitive(disability=Share(yes, no, unstated)))


def test_without_an_answer_it_is_to_confirm():
    answer = judge_condition(HALF, blind(), DAYS)
    assert (answer.outcome, answer.is_reserved, answer.need.confirm) == (Outcome.TO_VERIFY, True, 1)


@pytest.mark.parametrize(("yes", "outcome"), [(True, Outcome.MEETS), (False, Outcome.FAILS)])
def test_the_answer_of_the_office_is_read_with_its_day_and_no_figure(yes, outcome):
    answer = judge_condition(HALF, blind((HALF, yes, False)), DAYS)
    assert (answer.outcome, answer.need.people) == (outcome, 0)
    figures = answer.evidence.replace("20-05-2021", "")
    assert "20-05-2021" in answer.evidence
    assert not any(letter.isdigit() for letter in figures + answer.remedy)


def test_a_stale_answer_and_the_answer_to_another_question_do_not_count():
    other = replace(HALF, parameters={"percent": 60})
    for facts in (blind((HALF, True, True)), blind((other, True, False))):
        assert judge_condition(HALF, facts, DAYS).outcome == Outcome.TO_VERIFY


def test_a_written_check_never_stands_for_the_office():
    seen = blind(verified={kinds.fingerprint(HALF): True, "d": True})
    assert judge_condition(HALF, seen, DAYS).outcome == Outcome.TO_VERIFY


def test_whoever_may_read_it_sees_it_live_and_the_answer_where_it_cannot_be_known():
    answered = {kinds.fingerprint(HALF): Reserved(True, ANSWERED)}
    assert judge_condition(HALF, shares(1, 4), DAYS).need.people == 3
    assert judge_condition(HALF, replace(shares(1, 4), reserved=answered), DAYS).outcome == Outcome.FAILS
    assert judge_condition(HALF, shares(2, 2, 1), DAYS).outcome == Outcome.MISSING_DATA
    assert judge_condition(HALF, replace(shares(2, 2, 1), reserved=answered), DAYS).outcome == Outcome.MEETS


def test_a_credential_in_the_vault_says_who_has_a_disability_so_it_is_reserved_too():
    bases = Bases(documents=(CARD,))
    card = Paper(DocumentKind.DISABILITY, DocumentOf.PERSON, date(2020, 1, 1))
    for facts in (blind(), blind(papers=(card,))):
        answer = judge(bases, facts, DAYS).children[0]
        assert (answer.outcome, answer.is_reserved) == (Outcome.TO_VERIFY, True)
    assert judge(bases, formal(papers=(card,)), DAYS).outcome == Outcome.MEETS
    assert kinds.is_reserved(conditions_of(bases)[0])


BASES = Bases(
    conditions=(
        Condition("any", "any", children=(HALF, Condition("m", "members", Subject.GROUP, parameters={"minimum": 9}))),
        CARERS,
        Condition("w", "women_share", Subject.GROUP, parameters={"percent": 50}),
    ),
    documents=(CARD,),
)
#: Every group of five there may be, and every answer of the office.
LIVES = [
    formal(sensitive=Sensitive(disability=Share(yes, 4 - yes, 1), carers=Share(carers, 5 - carers, 0)))
    for yes, carers in product(range(5), range(6))
]
ANSWERS = [blind((HALF, one, stale), (CARERS, other, stale)) for one, other, stale in product((True, False), repeat=3)]


def test_no_list_tells_one_group_from_another_by_what_is_sensitive():
    seen = {judge(BASES, facts, DAYS, for_list=True) for facts in [*LIVES, *ANSWERS, blind()]}
    assert len(seen) == 1
    shown = seen.pop()
    assert shown.outcome == Outcome.TO_VERIFY
    assert distance.of(shown).sentence == "cumple si se confirman 3 cosas"


def test_veiling_what_was_judged_in_full_gives_the_same_as_judging_for_a_list():
    for facts in [*LIVES, *ANSWERS]:
        full = judge(BASES, facts, DAYS)
        assert veiled(full) == judge(BASES, facts, DAYS, for_list=True)
        assert veiled(veiled(full)) == veiled(full)


def test_a_distance_is_veiled_unless_somebody_opens_it():
    assert len({distance.of(judge(BASES, facts, DAYS)) for facts in [*LIVES, *ANSWERS]}) == 1
    one_short = judge(Bases(conditions=(CARERS,)), formal(sensitive=Sensitive(carers=Share(0, 5, 0))), DAYS)
    assert distance.of(one_short).sentence == "cumple si se confirma 1 cosa"
    assert distance.of(one_short, open_reserved=True).sentence == "a 1 persona cuidadora"


def test_a_reserved_no_says_so_on_its_page_and_nothing_of_how_far():
    refused = judge(Bases(conditions=(CARERS,)), blind((CARERS, False, False)), DAYS)
    found = distance.of(refused, open_reserved=True)
    assert (found.things, found.sentence) == (0, "no cumple una condición reservada")


def test_what_is_not_reserved_is_not_touched_by_the_veil():
    answer = judge(Bases(conditions=BASES.conditions[2:]), FORMAL, DAYS)
    assert veiled(answer) is answer
