"""Each checker that reads the database sees what it looks for: the invariant is broken by force, and it says so."""

import pytest

from cases.enums import LegalEventKind, Stage
from cases.services import facts
from tests import factories
from tests.factories.cases import evidence
from tests.factories.people import officer_of
from tests.lives.invariants import (
    chained_changes,
    consent_for_a_purpose,
    logged_changes,
    memberships_apart,
    one_open_case,
    posts_that_end,
    running_deadlines,
    split_branches,
    two_sides,
)
from tests.lives.shadows import shadow, sql

pytestmark = pytest.mark.django_db


def test_i1_sees_a_second_open_case():
    factories.case_in(Stage.CENSUS)
    assert one_open_case.broken() == []
    shadow("cases_case")
    sql("insert into cases_case select * from public.cases_case")
    assert len(one_open_case.broken()) == 1


@pytest.mark.parametrize(
    "force",
    [
        "delete from cases_stagechange where number = 2",
        "update cases_stagechange set effective_on = '2999-01-01' where number = 2",
        "update cases_stagechange set by_id = null where number = 2",
        "update cases_stagechange set reason = ' ', verb = 'correct' where number = 2",
        "update cases_stagechange set verb = 'close' where number = 2",
    ],
)
def test_i2_sees_a_change_without_its_row_its_actor_its_day_or_its_reason(force):
    factories.case_in(Stage.CALL)
    assert logged_changes.broken() == []
    shadow("cases_stagechange")
    sql(force)
    assert logged_changes.broken()


@pytest.mark.parametrize(
    ("machine", "table", "key"),
    [
        ("call", "cases_call", "call_id"),
        ("transfer", "cases_transfer", "transfer_id"),
        ("legal file", "cases_legalfile", "file_id"),
        ("report", "reports_report", "report_id"),
    ],
)
def test_i2_sees_every_machine(machine, table, key):
    shadow(table, {"id": 7, "state": "accepted"}, kept=False)
    shadow(f"{table}change", {"id": 1, key: 7, "to_state": "requested"}, kept=False)
    assert logged_changes.broken() == [f"the {machine} 7 stands at accepted and its last row says requested"]


@pytest.mark.parametrize(
    "force",
    [
        "update cases_stagechange set verb = 'graduate' where number = 2",
        "update cases_stagechange set from_stage = 'training' where number = 2",
        "update cases_stagechange set number = 5 where number = 2",
        "update cases_stagechange set effective_on = '2020-01-01' where number = 2",
    ],
)
def test_i3_sees_a_step_outside_the_table_or_out_of_its_place(force):
    factories.case_in(Stage.SELECTION)
    assert chained_changes.broken() == []
    shadow("cases_stagechange")
    sql(force)
    assert chained_changes.broken()


#: Pair → the rows that put user 7 on both sides of it.
_BOTH_SIDES = {
    "logged and validated meeting": [("incubator_meeting", {"id": 1, "logged_by_id": 7, "validated_by_id": 7})],
    "proposed and executed operation": [("cases_operation", {"id": 1, "proposed_by_id": 7, "executed_by_id": 7})],
    "asked and did the reversal of operation": [
        ("cases_operation", {"id": 1, "revert_asked_by_id": 7, "reverted_by_id": 7})
    ],
    "requested and answered transfer": [
        ("cases_transfer", {"id": 1, "state": "accepted", "requested_by_id": 7, "answered_by_id": 7})
    ],
    "entered and certified measurement": [("cases_measurement", {"id": 1, "recorded_by_id": 7, "certified_by_id": 7})],
    "wrote and approved plan": [
        ("cases_businessplan", {"id": 1, "author_id": 8, "recorded_by_id": 8, "approved_by_id": 7}),
        ("cases_businessplan_authors", {"id": 1, "businessplan_id": 1, "user_id": 7}),
    ],
    "proposed and executed the joining of persons": [
        ("incubator_personmerge", {"id": 1, "proposed_by_id": 7, "executed_by_id": 7})
    ],
    "prepared and sealed report": [("reports_report", {"id": 1, "seal_asked_by_id": 7, "sealed_by_id": 7})],
    "evaluated and admitted case": [
        ("cases_stagechange", {"id": 1, "case_id": 1, "by_id": 7, "verb": "admit"}),
        ("cases_evaluation", {"id": 1, "case_id": 1, "evaluator_id": 7, "completed_on": "2021-06-01"}),
    ],
    "evaluated and decided, without a superior, appeal": [
        ("cases_appeal", {"id": 1, "application_id": 1, "decided_by_id": 7, "superior": ""}),
        ("cases_evaluation", {"id": 1, "application_id": 1, "evaluator_id": 7}),
    ],
    "declined and decided, without a superior, appeal": [
        ("cases_appeal", {"id": 1, "case_id": 1, "decided_by_id": 7, "superior": ""}),
        ("cases_stagechange", {"id": 1, "case_id": 1, "by_id": 7, "verb": "decline"}),
    ],
    "printed the codes of, and asked with them, confirmation": [
        ("cases_groupconfirmation", {"id": 1, "case_id": 1, "code_id": 1}),
        ("cases_confirmationcode", {"id": 1, "sheet_id": 1, "used_at": "2021-06-01 10:00Z"}),
        ("cases_confirmationsheet", {"id": 1, "case_id": 1, "recorded_by_id": 7}),
        ("cases_confirmationrequest", {"id": 1, "case_id": 1, "asked_by_id": 7, "closed_at": "2021-06-01 10:00Z"}),
    ],
}


@pytest.mark.parametrize("pair", sorted(two_sides._PAIRS))
def test_i4_sees_one_person_on_both_sides_of_each_pair(pair):
    for table, forged in _BOTH_SIDES[pair]:
        shadow(table, forged, kept=False)
    assert two_sides.broken() == [f"{pair} 1: user 7"]


def test_i6_sees_two_memberships_on_one_day():
    row = {"organization_id": 1, "person_id": 1, "since": "2021-01-01"}
    shadow("incubator_membership", {"id": 1, **row}, {"id": 2, **row, "since": "2021-05-01"}, kept=False)
    assert memberships_apart.broken() == ["memberships 1 and 2 hold on one day"]


def _split(*members, **places):
    shadow(
        "cases_operation",
        {"id": 1, "kind": "split", "state": "executed", "case_id": 1, "executed_on": "2021-06-01"},
        kept=False,
    )
    shadow("cases_case", {"id": 1, "organization_id": 1}, kept=False)
    rows_ = [
        {"id": pk, "organization_id": 1, "person_id": 1, "since": "2021-01-01", "until": until} for pk, until in members
    ]
    shadow("incubator_membership", *rows_, kept=False)
    made = [
        {"id": n, "operation_id": 1, "membership_id": n, "branch_id": b, "made_id": 9, "applied": True}
        for n, b in places["to"]
    ]
    shadow("cases_allocation", *made, kept=False)


def test_i9_sees_who_is_in_no_branch():
    _split((1, None), to=[])
    assert split_branches.broken() == ["split 1: membership 1 is in no branch and is not «por decidir»"]


def test_i9_sees_who_is_in_two_branches():
    _split((1, "2021-06-02"), (2, "2021-06-02"), to=[(1, 5), (2, 6)])
    assert split_branches.broken() == ["split 1: person 1 is in 2 branches"]


def test_i11_sees_a_charge_that_outlives_its_post():
    shadow("incubator_post", {"id": 1, "since": "2020-01-01", "until": "2020-02-01"}, kept=False)
    shadow("incubator_assignment", {"id": 1, "post_id": 1, "since": "2020-01-01"}, kept=False)
    assert posts_that_end.broken() == ["the charge 1 goes on after its post 1 ended"]


def test_i11_sees_a_group_nobody_answers_for_and_one_that_its_responsible_cannot_open(monkeypatch):
    case = factories.case_in(Stage.TRAINING)
    assert posts_that_end.broken() == []
    stranger = factories.user_with()
    for users, said in ((frozenset(), "nobody answers"), (frozenset({stranger.pk}), "cannot open it")):
        monkeypatch.setattr(
            posts_that_end, "responsible_for", lambda groups, on, users=users: {case.organization_id: users}
        )
        (told,) = posts_that_end.broken()
        assert said in told


def test_i13_sees_a_deadline_of_nobody(monkeypatch):
    case = factories.case_in(Stage.FORMALIZATION)
    by, proof = officer_of(case.incubator), evidence(officer_of(case.incubator), case.incubator)
    deed = case.changes.order_by("-number").first().effective_on
    facts.record_legal_act(by=by, case=case, on=deed, kind=LegalEventKind.DEED, evidence=proof)
    assert running_deadlines.broken() == []
    monkeypatch.setattr(
        running_deadlines, "responsible_for", lambda groups, on, named: {case.organization_id: frozenset()}
    )
    assert len(running_deadlines.broken()) == 1


def test_i14_sees_who_took_it_back_and_is_still_there(monkeypatch):
    person = factories.person()
    forged = {"id": 1, "person_id": person.pk, "purpose": "photo", "given": False, "happened_on": "2021-01-01"}
    shadow("incubator_consent", forged, kept=False)
    assert consent_for_a_purpose.broken() == []
    monkeypatch.setattr(consent_for_a_purpose.consents, "allows", lambda people, purpose, on: set(people))
    assert len(consent_for_a_purpose.broken()) == 1
