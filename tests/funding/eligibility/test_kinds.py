"""Every kind of condition × the five outcomes: a row each, or the reason why it cannot be."""

from collections import Counter

import pytest

from cases.funding.eligibility.kinds import KINDS
from cases.funding.eligibility.outcomes import Outcome
from tests.funding.eligibility.rows import legal, papers, people, place

TABLES = (legal, people, place, papers)
ROWS = [row for table in TABLES for row in table.ROWS]
CANNOT = {pair: why for table in TABLES for pair, why in table.CANNOT.items()}


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_a_condition_answers_with_its_reason_its_remedy_and_its_days(row):
    answer = row.answer(KINDS[row.kind].subjects[0])
    assert answer.outcome == row.outcome, answer
    assert row.says in f"{answer.evidence} {answer.remedy}"
    assert (answer.on, answer.by) == (row.on, row.by)
    need = answer.need
    assert (need.documents, need.acts, need.people) == row.need
    assert need.impossible is row.impossible
    assert answer.clause == "art. 1"


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_whatever_is_not_met_says_what_to_do_and_counts_it(row):
    answer = row.answer(KINDS[row.kind].subjects[0])
    need = answer.need
    assert answer.evidence.endswith("."), answer.evidence
    assert answer.title
    if answer.outcome == Outcome.MEETS:
        assert need == type(need)()
        return
    assert answer.remedy.endswith("."), answer.remedy
    if answer.outcome == Outcome.FAILS:
        assert need.impossible or need.documents + need.acts + need.people
        assert need.confirm == 0
    elif answer.outcome != Outcome.WILL_MEET:
        assert (need.documents, need.acts, need.people, need.confirm) == (0, 0, 0, 1)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("outcome", Outcome)
def test_each_kind_has_a_case_of_each_outcome_or_a_reason_for_having_none(kind, outcome):
    cases = Counter((row.kind, row.outcome) for row in ROWS)
    assert bool(cases[kind, outcome]) is not ((kind, outcome) in CANNOT)
    assert cases[kind, outcome] or len(CANNOT[kind, outcome]) > 15


def test_the_table_names_no_kind_that_is_not_there():
    assert {row.kind for row in ROWS} == set(KINDS)
    assert {kind for kind, _ in CANNOT} <= set(KINDS)
