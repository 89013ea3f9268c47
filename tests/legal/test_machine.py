"""The machine of the legal file, line by line: what an act moves, what it does not, and what the table says."""

from datetime import date, timedelta

import pytest
from django.db import connection

from cases.formalization.life import MOVES, LegalEventKind, LegalState
from cases.models import LegalFileChange
from cases.services import facts, legal
from incubator.requirements import Refused
from tests.factories.cases import evidence
from tests.factories.people import officer_of
from tests.legal.scene import act, acts, file_of, six, today

pytestmark = pytest.mark.django_db
K, S = LegalEventKind, LegalState
DAY = date(2021, 6, 1)

#: State → the acts that lead to it, each a day after the former.
WAYS = {
    S.DRAFTING: (),
    S.SUMMONED: (K.NOTICE,),
    S.HELD: (K.NOTICE, K.MEETING),
    S.DEEDED: (K.NOTICE, K.MEETING, K.DEED),
    S.CONSTITUTED: (K.DEED, K.REGISTRY_ENTRY, K.PUBLICATION),
    S.FILED: (K.DEED, K.PUBLICATION, K.REGISTRY_ENTRY, K.DAES_FILING),
    S.OBSERVED: (K.DEED, K.REGISTRY_ENTRY, K.PUBLICATION, K.DAES_FILING, K.DAES_OBSERVATION),
    S.ROLL_ASSIGNED: (K.DEED, K.REGISTRY_ENTRY, K.PUBLICATION, K.DAES_FILING, K.ROLL),
    S.OPERATING: (K.DEED, K.REGISTRY_ENTRY, K.PUBLICATION, K.ROLL, K.TAX_START),
    S.ABANDONED: (K.NOTICE, K.ABANDONED),
    S.VOID: (K.DEED, K.OPINION),
}
#: What may be recorded in each state, of the acts that move a file at once.
MOVING = {kind for move in MOVES.values() if not move.computed for kind in move.acts}


def _walked(state):
    case = six()
    for number, kind in enumerate(WAYS[state]):
        act(case, kind, DAY + timedelta(days=number), reason="Así se acordó")
    return case


@pytest.mark.parametrize("state", list(S))
def test_each_state_is_reached_by_its_acts_with_a_row_for_each_step(state):
    case = _walked(state)
    file = file_of(case)
    assert file.state == state
    rows = list(file.changes.order_by("number"))
    assert [row.number for row in rows] == list(range(1, len(rows) + 1))
    assert [row.from_state for row in rows] == ["drafting", *[row.to_state for row in rows]][: len(rows)]
    assert all(row.event.file_id == file.pk for row in rows)
    assert (file.closed_on is not None) == (state in (S.ABANDONED, S.VOID))


@pytest.mark.parametrize("state", [S.DRAFTING, S.SUMMONED, S.HELD, S.DEEDED, S.FILED, S.OBSERVED, S.OPERATING])
def test_an_act_that_moves_is_taken_where_the_table_says_and_nowhere_else(state):
    case = _walked(state)
    allowed = {kind for move in MOVES.values() if state in move.sources and not move.computed for kind in move.acts}
    by, day = officer_of(case.incubator), DAY + timedelta(days=20)
    with today(day):
        for kind in sorted(MOVING - allowed):
            with pytest.raises(Refused):
                facts.record_legal_act(
                    by=by, case=case, on=day, kind=kind, evidence=evidence(by, case.incubator), reason="x"
                )
    assert file_of(case).state == state


def test_the_step_opens_the_file_with_the_rules_of_its_day():
    file = file_of(six())
    assert (file.state, file.pack, file.closed_on) == (S.DRAFTING, "2016", None)
    assert not file.changes.exists()


def test_no_quorum_sends_it_back_with_its_reason_and_it_is_summoned_again():
    case = six()
    acts(case, (K.NOTICE, DAY))
    with pytest.raises(Refused, match="motivo"):
        act(case, K.MEETING_FAILED, DAY)
    act(case, K.MEETING_FAILED, DAY, reason="Llegaron dos personas")
    assert file_of(case).state == S.DRAFTING
    acts(case, (K.NOTICE, DAY), (K.MEETING, DAY))
    act(case, K.STATUTES_BACK, DAY, reason="La notaría cambió el artículo 5")
    assert file_of(case).state == S.SUMMONED
    verbs = list(LegalFileChange.objects.filter(file__case=case).values_list("verb", flat=True))
    assert verbs == ["summon", "call_off", "summon", "hold", "resummon"]


def test_an_act_does_not_precede_what_it_follows():
    case = six()
    act(case, K.DEED, DAY)
    with pytest.raises(Refused, match="no puede ser anterior"):
        act(case, K.REGISTRY_ENTRY, DAY - timedelta(days=1))
    with pytest.raises(Refused, match="todavía"):
        act(case, K.TAX_START, DAY + timedelta(days=1))


def test_nothing_before_the_deed_asks_for_the_registry():
    with pytest.raises(Refused, match="no corresponde"):
        act(six(), K.REGISTRY_ENTRY, DAY)


def test_after_it_ended_another_file_is_opened_with_the_rules_of_the_day():
    case = _walked(S.VOID)
    by = officer_of(case.incubator)
    with today(DAY + timedelta(days=9)) as on, pytest.raises(Refused):
        facts.record_legal_act(by=by, case=case, on=on, kind=K.DEED, evidence=evidence(by, case.incubator))
    with today(DAY + timedelta(days=9)) as on:
        second = legal.open_again(by=by, case=case, on=on)
        assert (second.state, second.pack, second.closed_on) == (S.DRAFTING, "2016", None)
        facts.record_legal_act(by=by, case=case, on=on, kind=K.DEED, evidence=evidence(by, case.incubator))
    assert file_of(case).state == S.DEEDED


def test_the_table_of_the_database_is_the_table_of_the_code():
    said = {
        (verb.value, source.value, move.target.value, kind.value)
        for verb, move in MOVES.items()
        for source in move.sources
        for kind in move.acts
    }
    with connection.cursor() as cursor:
        cursor.execute("select prosrc from pg_proc where proname = 'cases_guard_legalfile'")
        text = cursor.fetchone()[0]
    written = {tuple(part.strip(" '") for part in row.split(",")) for row in _rows(text)}
    assert written == said


def _rows(text):
    table = text.split("(values ")[1].split(")\n")[0]
    return [row.strip(" ()\n") for row in table.replace("\n", " ").split("),")]
