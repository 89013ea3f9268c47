"""How far a group is: what all adds, what any chooses, and the sentence that says it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.funding.eligibility import distance
from cases.funding.eligibility.distance import Distance
from cases.funding.eligibility.judge import combine
from cases.funding.eligibility.outcomes import PROFILES, STRENGTH, Answer, Need, Outcome

FAILS, MEETS, WILL = Outcome.FAILS, Outcome.MEETS, Outcome.WILL_MEET
few = st.integers(0, 4)


@st.composite
def leaves(draw):
    """What the kinds may answer: a failure needs things or is impossible, what is open needs a confirmation."""
    outcome = draw(st.sampled_from(Outcome))
    if outcome == FAILS:
        documents, acts, people = draw(few), draw(few), draw(few)
        impossible = draw(st.booleans()) or not documents + acts + people
        shared = draw(st.sampled_from(("", "a", "b"))) if not people else ""
        profile = draw(st.sampled_from(tuple(PROFILES))) if people else ""
        need = Need(impossible, documents, acts, people, 0, shared, profile)
        return Answer("c", outcome, need=need)
    confirm = outcome in (Outcome.MISSING_DATA, Outcome.TO_VERIFY)
    on = date(2021, 6, 20) if outcome == WILL else None
    return Answer("c", outcome, on=on, need=Need(confirm=int(confirm)))


def groups(children):
    return st.builds(
        lambda kind, parts: combine("g", kind, parts),
        st.sampled_from(("all", "any")),
        st.lists(children, min_size=1, max_size=4),
    )


answers = st.recursive(leaves(), groups, max_leaves=6)
trees = st.lists(answers, min_size=1, max_size=3)


def join(kind, parts):
    return distance.of(combine("g", kind, parts))


@given(answers)
def test_nothing_stands_between_exactly_when_it_is_met_or_will_be(answer):
    found = distance.of(answer)
    near = not found.impossible and found.things == found.confirm == 0
    assert near is (answer.outcome in (MEETS, WILL))
    assert (found.impossible or found.things > 0) is (answer.outcome == FAILS)
    assert found.things == found.documents + found.acts + found.people


@given(trees)
def test_all_is_never_nearer_than_its_farthest_part_nor_farther_than_their_sum(parts):
    whole, each = join("all", parts), [distance.of(part) for part in parts]
    for name in ("documents", "acts", "people", "confirm"):
        found, values = getattr(whole, name), [getattr(part, name) for part in each]
        assert max(values) <= found <= sum(values)
    assert whole.impossible is any(part.impossible for part in each)
    assert whole.people == max(part.people for part in each)  # one person may serve several
    assert whole >= max(each)


@given(trees, answers)
def test_asking_one_thing_more_brings_nobody_nearer(parts, more):
    assert join("all", [*parts, more]) >= join("all", parts)


@given(trees)
def test_any_is_as_near_as_the_nearest_of_its_strongest_parts(parts):
    strongest = max(STRENGTH[part.outcome] for part in parts)
    near = min(distance.of(part) for part in parts if STRENGTH[part.outcome] == strongest)
    assert join("any", parts) == near


@given(trees)
def test_the_order_of_the_parts_does_not_matter(parts):
    for kind in ("all", "any"):
        assert join(kind, parts) == join(kind, parts[::-1])


@given(answers)
def test_what_is_asked_twice_of_a_shared_remedy_counts_once(answer):
    if not answer.children and answer.need.shared:
        assert join("all", [answer, answer]) == distance.of(answer)
    assert join("any", [answer, answer]) == distance.of(answer)
    assert join("all", [answer]) == distance.of(answer)


@given(st.lists(answers, min_size=2, max_size=6))
def test_the_order_of_a_list_is_impossible_last_then_things_then_confirmations(parts):
    found = sorted(distance.of(part) for part in parts)
    keys = [(one.impossible, one.things, one.confirm) for one in found]
    assert keys == sorted(keys)


def test_a_shared_remedy_counts_as_much_as_the_condition_that_asks_more_of_it():
    one, two = Need(acts=1, shared="registration"), Need(acts=2, shared="registration")
    other = Need(acts=1, shared="tax_start")
    assert distance.total([one, two, one]).acts == 2
    assert distance.total([one, two, other]).acts == 3
    assert distance.total([Need(documents=1), Need(documents=1)]).documents == 2


def test_any_takes_what_is_to_confirm_before_what_fails_however_near_that_is():
    fails = Answer("f", FAILS, need=Need(documents=1))
    open_ = Answer("v", Outcome.TO_VERIFY, need=Need(confirm=1))
    missing = Answer("d", Outcome.MISSING_DATA, need=Need(confirm=1))
    assert join("any", [fails, open_]).sentence == "cumple si se confirma 1 cosa"
    assert join("any", [fails, missing]).things == 0


def failing(**need):
    return Answer("c", FAILS, need=Need(**need))


def waiting(number):
    return [Answer("v", Outcome.TO_VERIFY, need=Need(confirm=1)) for _ in range(number)]


SENTENCES = [
    ([Answer("m", MEETS)], "cumple"),
    ([Answer("w", WILL, on=date(2021, 6, 12)), Answer("m", MEETS)], "cumplirá el 12-06-2021"),
    (waiting(1), "cumple si se confirma 1 cosa"),
    (waiting(2), "cumple si se confirman 2 cosas"),
    ([failing(documents=1)], "a 1 documento"),
    ([failing(people=2, profile="women")], "a 2 socias"),
    ([failing(people=1, profile="members")], "a 1 integrante"),
    ([failing(people=1, profile="women"), failing(people=3, profile="members")], "a 3 integrantes"),
    ([failing(documents=1), failing(acts=2)], "a 1 documento y 2 trámites"),
    (
        [failing(documents=2), failing(acts=1), failing(people=1, profile="women")],
        "a 2 documentos, 1 trámite y 1 socia",
    ),
    ([failing(acts=1), *waiting(1)], "a 1 trámite; además hay que confirmar 1 cosa"),
    ([failing(documents=1), failing(impossible=True)], "no es posible para este grupo"),
]


@pytest.mark.parametrize(("parts", "sentence"), SENTENCES, ids=[sentence for _, sentence in SENTENCES])
def test_a_distance_is_said_in_words(parts, sentence):
    assert join("all", parts).sentence == sentence


def test_two_distances_with_other_words_are_as_far():
    assert join("all", [failing(documents=1)]) == join("all", [failing(acts=1)]) == Distance(False, 1, 0)
    assert Distance(False, 0, 5) < Distance(False, 1, 0) < Distance(False, 9, 9) < Distance(True, 0, 0)
