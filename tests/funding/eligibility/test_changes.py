"""«¿Y si…?»: what is tried gives the same as the fact itself, and tells nothing that may not be known."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.enums import Stage
from cases.funding.bases.shapes import Condition, Moment, Subject
from cases.funding.eligibility.changes import CHANGES, Change, apply, check, moved, said
from cases.funding.eligibility.facts import Paper, Reserved, Sensitive, Share
from cases.funding.eligibility.judge import judge_condition
from cases.funding.eligibility.kinds import fingerprint
from cases.funding.eligibility.outcomes import Outcome
from cases.funding.words import ApplicantKind, DocumentKind, DocumentOf, ReceiverKind
from tests.funding.eligibility.scene import AWARD, CLOSING, DAYS, FORMAL, INFORMAL, TODAY, formal, informal

IN_FORMATION = informal(expected_entry=date(2021, 6, 12), deeded_on=date(2021, 4, 13))
ENTRY = date(2021, 6, 1)
DEBTS = Condition("d", "debts", parameters={"registers": ["treasury"]})
#: Each change, and the facts as they are once it was really made.
MADE = [
    (INFORMAL, Change("add_members", {"people": 2, "women": "yes"}), {"members": 7, "women": Share(5, 2, 0)}),
    (INFORMAL, Change("remove_members", {"people": 1, "women": "no"}), {"members": 4, "women": Share(3, 1, 0)}),
    (
        FORMAL,
        Change("put_document", {"document": "legal_standing", "issued_on": "2021-06-01"}),
        {"papers": (Paper(DocumentKind.LEGAL_STANDING, DocumentOf.GROUP, TODAY),)},
    ),
    (
        IN_FORMATION,
        Change("register", {"on": ENTRY}),
        {
            "is_cooperative": True,
            "is_valid": True,
            "constituted_on": date(2021, 4, 13),
            "valid_from": ENTRY,
            "expected_entry": None,
        },
    ),
    (INFORMAL, Change("start_activities", {"on": "2021-05-05"}), {"started_activity_on": date(2021, 5, 5)}),
    (INFORMAL, Change("reach_sales", {"sales": 9_000_000}), {"sales": 9_000_000}),
    (formal(pending_accounts=2), Change("settle_accounts"), {"pending_accounts": 0}),
    (INFORMAL, Change("change_applicant", {"applicant": "municipality"}), {"applicant": ApplicantKind.MUNICIPALITY}),
    (INFORMAL, Change("change_receiver", {"receiver": "member"}), {"receiver": ReceiverKind.MEMBER}),
    (INFORMAL, Change("choose_activity", {"activity": "011101"}), {"activity": "011101"}),
    (INFORMAL, Change("reach_stage", {"stage": "training"}), {"stage": Stage.TRAINING}),
    (FORMAL, Change("verify", {"condition": fingerprint(DEBTS)}), {"verified": {fingerprint(DEBTS): True}}),
    (INFORMAL, Change("see_on", {"on": AWARD}), {"on": AWARD}),
]
MEMBERS = {"members", "women", "sensitive"}


@pytest.mark.parametrize(("facts", "change", "made"), MADE, ids=[change.kind for _, change, _ in MADE])
def test_what_is_tried_is_the_fact_once_it_is_made(facts, change, made):
    tried = apply(facts, [change])
    assert replace(tried, sensitive=None) == replace(facts, sensitive=None, **made)
    assert said(change).startswith(CHANGES[change.kind].label)


def test_a_change_is_repeated_in_words():
    change = Change("add_members", {"people": 2, "women": "yes"})
    assert said(change) == "Se suman personas (cuántas personas: 2; son mujeres: Sí)"
    assert said(Change("register", {"on": "2021-06-12"})) == "La cooperativa se inscribe (qué día: 12-06-2021)"
    assert said(Change("verify", {"condition": "debts", "meets": False})).endswith("se cumple: no)")
    assert said(Change("settle_accounts")) == "Entrega rendiciones pendientes"


def test_every_change_is_tried_here():
    assert {change.kind for _, change, _ in MADE} | {"move_day"} == set(CHANGES)


def test_several_changes_at_once_and_the_facts_stay_as_they_were():
    before = replace(INFORMAL)
    tried = apply(
        INFORMAL,
        [Change("register", {"on": TODAY}), Change("add_members", {"people": 1, "women": "yes"})],
    )
    assert (tried.is_cooperative, tried.members) == (True, 6)
    assert before == INFORMAL


def test_if_it_is_registered_in_time_it_will_meet_and_once_that_day_comes_it_meets():
    asked = Condition("v", "legal_validity")
    assert judge_condition(asked, IN_FORMATION, DAYS).outcome == Outcome.FAILS
    registered = Change("register", {"on": "2021-06-12"})
    tried = judge_condition(asked, apply(IN_FORMATION, [registered]), DAYS)
    assert (tried.outcome, tried.on) == (Outcome.WILL_MEET, date(2021, 6, 12))
    later = apply(IN_FORMATION, [registered, Change("see_on", {"on": "2021-06-12"})])
    assert judge_condition(asked, later, DAYS).outcome == Outcome.MEETS


def test_a_day_of_the_call_that_moves_is_judged_on_its_new_day():
    longer = moved(DAYS, [Change("move_day", {"moment": "closing", "on": "2021-07-15"}), Change("settle_accounts")])
    assert longer == {Moment.CLOSING: date(2021, 7, 15), Moment.AWARD: AWARD}
    assert DAYS[Moment.CLOSING] == CLOSING
    asked = Condition("a", "entity_age", parameters={"minimum": 16})
    assert judge_condition(asked, FORMAL, DAYS).outcome == Outcome.FAILS
    assert judge_condition(asked, FORMAL, longer).on == date(2021, 7, 15)
    assert apply(INFORMAL, [Change("move_day", {"moment": "closing", "on": "2021-07-15"})]) == INFORMAL


def test_a_renewed_document_stands_beside_the_old_one():
    asked = Condition("d", "document", parameters={"document": "labour", "valid_days": 30})
    old = formal(papers=(Paper(DocumentKind.LABOUR, DocumentOf.GROUP, date(2021, 1, 1)),))
    assert judge_condition(asked, old, DAYS).outcome == Outcome.FAILS
    tried = apply(old, [Change("put_document", {"document": "labour", "issued_on": "2021-05-31"})])
    assert judge_condition(asked, tried, DAYS).outcome == Outcome.MEETS


PEOPLE = {"people": 3, "women": "yes", "disability": "yes", "carers": "no", "bracket": 40}


def test_whoever_reads_sensitive_facts_sees_them_move_with_the_people():
    tried = apply(INFORMAL, [Change("add_members", PEOPLE)]).sensitive
    assert tried == Sensitive(Share(6, 2, 0), Share(2, 3, 3), Share(2, 6, 0), {40: 6, 60: 2}, 0)
    told = {**PEOPLE, "credential": "yes"}
    grown = apply(INFORMAL, [Change("add_members", told)])
    assert apply(grown, [Change("remove_members", told)]) == INFORMAL


def test_when_nobody_says_who_leaves_every_share_counts_it_both_ways():
    tried = apply(INFORMAL, [Change("remove_members", {"people": 1})])
    assert (tried.members, tried.women) == (4, Share(2, 1, 1))
    assert tried.sensitive == Sensitive(Share(2, 1, 1), Share(1, 2, 1), Share(1, 2, 1), {40: 2, 60: 1}, 1)
    gone = apply(INFORMAL, [Change("remove_members", {"people": 5})])
    assert (gone.women.total, gone.sensitive.disability.total, gone.sensitive.brackets_unstated) == (0, 0, 0)


RESERVED = [
    Condition("r", kind, Subject.GROUP, parameters={"number": 1, **more})
    for kind, more in (("disability_share", {}), ("carers_share", {}), ("bracket_share", {"bracket": 40}))
]


@pytest.mark.parametrize("condition", RESERVED, ids=lambda condition: condition.kind)
@pytest.mark.parametrize("answer", [True, False])
@pytest.mark.parametrize("kind", ["add_members", "remove_members"])
@pytest.mark.parametrize("what", ["yes", "no", "unstated"])
def test_without_sensitive_facts_touching_members_tells_nothing(condition, answer, kind, what):
    kept = {fingerprint(condition): Reserved(answer, TODAY)}
    facts = informal(sensitive=None, reserved=kept, women=Share(1, 1, 3))
    assert judge_condition(condition, facts, DAYS).outcome != Outcome.TO_VERIFY
    tried = apply(facts, [Change(kind, {"people": 1, "disability": what, "carers": what})])
    assert judge_condition(condition, tried, DAYS).outcome == Outcome.TO_VERIFY
    assert facts.reserved == kept


def test_what_does_not_touch_members_leaves_the_answer_of_the_office():
    condition = RESERVED[0]
    facts = informal(sensitive=None, reserved={fingerprint(condition): Reserved(True, TODAY)})
    assert (
        judge_condition(condition, apply(facts, [Change("reach_sales", {"sales": 1})]), DAYS).outcome == Outcome.MEETS
    )


def test_leaving_people_are_checked_against_sensitive_facts_only_for_whoever_sees_them():
    gone = Change("remove_members", {"people": 2, "women": "no", "disability": "yes", "carers": "yes", "bracket": 60})
    few = replace(INFORMAL.sensitive, disability=Share(1, 4, 0))
    assert any("Declaran discapacidad" in fault for fault in check(gone, informal(sensitive=few)))
    assert check(gone, informal(sensitive=None)) == []


BAD = [
    (Change("fly"), "no se conoce"),
    (Change("add_members"), "falta el parámetro «people»"),
    (Change("add_members", {"people": 0}), "desde 1"),
    (Change("add_members", {"people": 1, "disability": "no", "credential": "yes"}), "credencial"),
    (Change("remove_members", {"people": 9}), "5 integrantes"),
    (Change("remove_members", {"people": 3, "women": "no"}), "tantas personas"),
    (Change("register", {"on": "pronto"}), "debe ser una fecha"),
    (Change("put_document", {"document": "x", "issued_on": "2021-01-01"}), "no se conoce"),
    (Change("reach_sales", {"sales": "mucho"}), "número entero"),
]


@pytest.mark.parametrize(("change", "words"), BAD, ids=lambda part: part if isinstance(part, str) else part.kind)
def test_a_change_that_cannot_be_is_refused(change, words):
    assert any(words in fault for fault in check(change, INFORMAL))
    with pytest.raises(ValueError, match=words):
        apply(INFORMAL, [change])


def test_a_day_that_is_no_day_does_not_move():
    with pytest.raises(ValueError, match="fecha"):
        moved(DAYS, [Change("move_day", {"moment": "closing", "on": "nunca"})])


shares = st.builds(Share, st.integers(0, 8), st.integers(0, 8), st.integers(0, 8))
asked_shares = st.fixed_dictionaries({}, optional={"percent": st.integers(1, 100), "number": st.integers(1, 12)})


@given(shares, asked_shares.filter(bool))
def test_as_many_as_the_distance_says_are_enough_and_one_less_is_not_sure(share, given_):
    asked = Condition("w", "women_share", Subject.GROUP, parameters=given_)
    facts = informal(members=share.total, women=share)
    answer = judge_condition(asked, facts, DAYS)
    if not answer.need.people:
        return
    more = [Change("add_members", {"people": answer.need.people, "women": "yes"})]
    assert judge_condition(asked, apply(facts, more), DAYS).outcome == Outcome.MEETS
    if answer.need.people > 1:
        less = [Change("add_members", {"people": answer.need.people - 1, "women": "yes"})]
        assert judge_condition(asked, apply(facts, less), DAYS).outcome != Outcome.MEETS


@given(shares, asked_shares.filter(bool))
def test_a_share_counts_who_did_not_say_both_ways(share, given_):
    asked = Condition("w", "women_share", Subject.GROUP, parameters=given_)
    told = {
        judge_condition(asked, informal(women=Share(share.yes + yes, share.no + share.unstated - yes)), DAYS).outcome
        for yes in range(share.unstated + 1)
    }
    found = judge_condition(asked, informal(women=share), DAYS).outcome
    assert found == (told.pop() if len(told) == 1 else Outcome.MISSING_DATA)
