"""All and any over every pair of outcomes, the days of what will be met, and what the bases ask besides conditions."""

from dataclasses import replace
from datetime import date
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.funding.bases.shapes import AskedDocument, Bases, Condition, Moment, Subject
from cases.funding.eligibility.facts import Paper
from cases.funding.eligibility.judge import ROOT, combine, conditions_of, judge, judge_condition
from cases.funding.eligibility.outcomes import STRENGTH, Answer, Outcome
from cases.funding.words import ApplicantKind, DocumentKind, DocumentOf
from tests.funding.eligibility.scene import AWARD, CALL, CLOSING, DAYS, FORMAL, INFORMAL, TODAY, formal, informal

F, D, V, W, M = Outcome
#: Written out by hand, row by row, in the order of the strength.
ALL = {
    F: (F, F, F, F, F),
    D: (F, D, D, D, D),
    V: (F, D, V, V, V),
    W: (F, D, V, W, W),
    M: (F, D, V, W, M),
}
ANY = {
    F: (F, D, V, W, M),
    D: (D, D, V, W, M),
    V: (V, V, V, W, M),
    W: (W, W, W, W, M),
    M: (M, M, M, M, M),
}
EARLY, LATE = date(2021, 6, 10), date(2021, 6, 20)


def of(outcome, **more):
    return Answer("c", outcome, **more)


@pytest.mark.parametrize(("one", "other"), list(product(Outcome, repeat=2)))
def test_all_is_the_weakest_of_two_and_any_the_strongest(one, other):
    column = list(Outcome).index(other)
    assert combine("g", "all", [of(one), of(other)]).outcome == ALL[one][column]
    assert combine("g", "any", [of(one), of(other)]).outcome == ANY[one][column]


@given(st.lists(st.sampled_from(Outcome), min_size=1, max_size=6))
def test_of_many_too_and_their_order_does_not_matter(outcomes):
    answers = [of(outcome) for outcome in outcomes]
    assert STRENGTH[combine("g", "all", answers).outcome] == min(STRENGTH[outcome] for outcome in outcomes)
    assert STRENGTH[combine("g", "any", answers[::-1]).outcome] == max(STRENGTH[outcome] for outcome in outcomes)


def test_all_waits_for_the_latest_day_and_any_for_the_earliest():
    waits = [of(W, on=EARLY), of(W, on=LATE), of(W, on=EARLY)]
    assert combine("g", "all", [*waits, of(M)]).on == LATE
    assert combine("g", "any", [*waits, of(F)]).on == EARLY
    assert combine("g", "any", [*waits, of(M)]).on is None  # met already
    assert combine("g", "all", [*waits, of(D)]).on is None  # nobody knows


def test_all_must_be_mended_by_its_first_day_and_any_by_its_last():
    mends = [of(F, by=EARLY), of(F, by=LATE), of(F)]
    assert combine("g", "all", mends).by == EARLY
    assert combine("g", "any", mends).by == LATE
    assert combine("g", "any", [*mends, of(D)]).by is None


@given(born=st.dates(date(2018, 1, 1), TODAY), months=st.integers(0, 40), days=st.integers(0, 200))
def test_what_time_brings_is_met_on_that_day_and_not_the_day_before(born, months, days):
    asked = Condition("a", "entity_age", parameters={"minimum": months})
    closing = {Moment.CLOSING: date.fromordinal(TODAY.toordinal() + days)}
    answer = judge_condition(asked, formal(constituted_on=born), closing)
    assert answer.outcome in (F, W, M)
    if answer.outcome == W:
        assert TODAY < answer.on <= closing[Moment.CLOSING]
        eve = date.fromordinal(answer.on.toordinal() - 1)
        seen = [judge_condition(asked, formal(on=on, constituted_on=born), closing).outcome for on in (eve, answer.on)]
        assert seen == [W, M]


def test_each_condition_has_its_day():
    asked = Condition("a", "entity_age", parameters={"minimum": 18})
    facts = formal(constituted_on=date(2020, 3, 15))
    at_closing, at_award = (judge_condition(replace(asked, moment=moment), facts, DAYS) for moment in DAYS)
    assert (at_closing.outcome, at_award.outcome, at_award.on) == (F, W, date(2021, 9, 15))


def test_a_day_that_nobody_wrote_is_the_last_that_is_known_before_it():
    document = Condition("d", "document", moment=Moment.SIGNING, parameters={"document": "statutes"})
    assert judge_condition(document, FORMAL, DAYS).by == AWARD
    assert judge_condition(document, FORMAL, {}).by == TODAY


def test_groups_inside_groups():
    tree = Condition(
        "g",
        "any",
        children=(
            Condition("member", "legal_validity", parameters={"cooperative": True}),
            Condition(
                "both",
                "all",
                children=(
                    Condition("many", "members", parameters={"minimum": 5}),
                    Condition("women", "women_share", parameters={"percent": 80}),
                ),
            ),
        ),
    )
    answer = judge_condition(tree, INFORMAL, DAYS)
    assert answer.outcome == F
    assert [child.outcome for child in answer.children] == [F, F]
    assert [child.key for child in answer.children[1].children] == ["many", "women"]
    assert judge_condition(tree, FORMAL, DAYS).outcome == M


BASES = Bases(
    applicants=(ApplicantKind.GROUP, ApplicantKind.COOPERATIVE),
    regions=("06",),
    limit_per_applicant=1,
    conditions=(Condition("w", "women_share", Subject.GROUP, parameters={"percent": 50}),),
    documents=(
        AskedDocument("list", DocumentKind.MEMBERS_LIST, "Nómina", clause="letra a"),
        AskedDocument("v", DocumentKind.LEGAL_STANDING, "Vigencia", applicants=(ApplicantKind.COOPERATIVE,)),
        AskedDocument("letter", DocumentKind.SUPPORT_LETTER, "Carta", required=False),
    ),
)


def keys(answer):
    return [child.key for child in answer.children]


def test_the_bases_ask_their_conditions_their_documents_and_what_they_say_of_everybody():
    answer = judge(BASES, INFORMAL, DAYS)
    assert (answer.key, answer.kind, answer.outcome) == (ROOT, "all", F)
    assert keys(answer) == ["bases.applicants", "bases.regions", "w", "list"]
    listed = answer.children[-1]
    assert (listed.title, listed.clause, listed.outcome, listed.need.documents) == ("Nómina", "letra a", F, 1)


def test_a_document_may_be_asked_of_some_applicants_only():
    assert keys(judge(BASES, FORMAL, DAYS))[-1] == "v"
    assert "v" not in keys(judge(BASES, informal(applicant=ApplicantKind.MUNICIPALITY), DAYS))
    assert "v" in keys(judge(BASES, informal(applicant=ApplicantKind.COOPERATIVE), DAYS))


def test_the_limit_of_applications_is_judged_where_somebody_counted_them():
    twice = informal(applications={CALL.key: 2})
    assert "bases.limit" not in keys(judge(BASES, twice, DAYS))
    found = judge(BASES, twice, DAYS, call=CALL).children[2]
    assert (found.key, found.outcome) == ("bases.limit", F)


def test_what_a_condition_says_with_more_detail_is_not_asked_twice():
    finer = Condition("who", "applicant_kind", parameters={"kinds": ["municipality"]})
    nested = Condition("g", "any", children=(finer, Condition("t", "territory", parameters={"regions": ["13"]})))
    answer = judge(replace(BASES, conditions=(nested,)), INFORMAL, DAYS)
    assert keys(answer) == ["g", "list"]


def test_bases_that_ask_nothing_are_met():
    answer = judge(Bases(), INFORMAL, DAYS)
    assert (answer.outcome, answer.children) == (M, ())


def test_who_verifies_is_given_every_condition_with_its_groups_opened():
    asked = conditions_of(replace(BASES, conditions=(Condition("g", "any", children=BASES.conditions),)))
    assert [condition.key for condition in asked] == [
        "bases.applicants",
        "bases.regions",
        "bases.limit",
        "w",
        "list",
        "v",
    ]


def test_a_condition_that_is_badly_written_stops_nobody_and_says_so():
    for broken in (Condition("x", "unheard"), Condition("x", "members"), Condition("x", "all")):
        answer = judge_condition(broken, FORMAL, DAYS)
        assert (answer.outcome, answer.need.confirm) == (V, 1)
        assert "Corrija las bases" in answer.remedy


def test_bases_are_judged_as_they_are_written_and_not_as_others_of_the_same_shape():
    other = replace(BASES, conditions=(replace(BASES.conditions[0], parameters={"percent": 90}),))
    assert judge(BASES, INFORMAL, DAYS).children[2].outcome == M
    assert judge(other, INFORMAL, DAYS).children[2].outcome == F


def test_a_document_of_the_bases_counts_its_age_to_its_own_day():
    paper = Paper(DocumentKind.LEGAL_STANDING, DocumentOf.GROUP, date(2021, 6, 15))
    asked = AskedDocument("v", DocumentKind.LEGAL_STANDING, "Vigencia", valid_days=30, moment=Moment.REVIEW)
    bases, facts = Bases(documents=(asked,)), formal(papers=(paper,), on=date(2021, 6, 20))
    in_term, late = {Moment.REVIEW: date(2021, 7, 15)}, {Moment.REVIEW: date(2021, 7, 16)}
    assert judge(bases, facts, in_term).outcome == M
    assert judge(bases, facts, late).outcome == F
    assert judge(bases, facts, {Moment.CLOSING: CLOSING}).outcome == D
