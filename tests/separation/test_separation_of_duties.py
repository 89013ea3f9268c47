"""Who keeps whom honest, pair by pair: the same person is refused with a sentence, and another one does it."""

import re

import pytest

from incubator import calendars
from incubator.requirements import Refused
from tests.separation import pairs, pairs_of_selection

#: Pair → (what prepares it, what the refusal says). Preparing gives (whoever may not, whoever may, the act).
TABLE = {
    "log, validate": (pairs.log_and_validate, "otra persona que quien las registró"),
    "conduct, validate": (pairs.conduct_and_validate, "otra persona que quien las registró o estuvo a cargo"),
    "write a plan, approve it": (pairs.write_and_approve, "otra persona que quien lo escribió"),
    "present for another, approve": (pairs.present_and_approve, "otra persona que quien lo escribió o lo presentó"),
    "propose a merge, execute it": (pairs.propose_and_execute, "Quien lo propuso no puede hacerlo"),
    "propose a split, execute it": (pairs.propose_and_divide, "Quien lo propuso no puede hacerlo"),
    "ask to undo, undo": (pairs.ask_and_undo, "Quien pidió deshacerlo no puede hacerlo"),
    "request a transfer, accept it": (pairs.request_and_accept, "otra persona que quien lo pidió"),
    "request a transfer, reject it": (pairs.request_and_reject, "otra persona que quien lo pidió"),
    "work at the receiver, request": (pairs.request_from_both_sides, "un cargo en la incubadora que recibe"),
    "work at the sender, accept": (pairs.accept_from_both_sides, "sin cargo en la incubadora que lo pide"),
    "enter, certify": (pairs.enter_and_certify, "otra persona que quien la anotó"),
    "evaluate, admit": (pairs_of_selection.evaluate_and_admit, "evalu"),
    "coordinate, evaluate": (pairs_of_selection.assign_and_evaluate, "Quien coordina no evalúa"),
    "speak for the group, evaluate it": (pairs_of_selection.belong_and_evaluate, "es del grupo"),
    "be a relative, evaluate": (pairs_of_selection.relative_and_evaluate, "Declare primero si tiene un conflicto"),
    "decline, decide the appeal": (pairs_of_selection.decline_and_decide, "la decide otra persona que coordine"),
    "evaluate, decide the appeal": (pairs_of_selection.evaluate_and_decide, "la decide otra persona que coordine"),
    "print the codes, ask with them": (pairs.print_and_ask, "Quien imprimió la hoja"),
    "say they are one person, join them": (pairs.say_and_join, "otra persona que quien lo propuso"),
    "hold a post, end it": (pairs.hold_and_end, "lo termina quien lo nombra"),
    "be named, name oneself": (pairs.name_oneself, "Nadie se nombra a sí mismo"),
}


@pytest.fixture(autouse=True)
def _mid_june():
    with calendars.travel("2021-06-15T10:00"):
        yield


def _refused(do, by, sentence):
    with pytest.raises(Refused) as refusal:
        do(by)
    told = " ".join(refusal.value.sentences)
    assert re.search(sentence, told), told
    assert all(one.strip().endswith((".", "»")) for one in refusal.value.sentences), told


@pytest.mark.django_db
@pytest.mark.parametrize("pair", TABLE)
def test_nobody_is_on_both_sides_and_somebody_else_does_it(pair):
    prepare, sentence = TABLE[pair]
    same, another, do = prepare()
    _refused(do, same, sentence)
    do(another)


@pytest.mark.django_db(transaction=True)
def test_whoever_prepared_a_report_does_not_seal_it_and_another_coordinator_does(monkeypatch):
    monkeypatch.setattr("reports.documents.products", lambda report, annex_code: [])
    same, another, do = pairs.prepare_and_seal()
    _refused(do, same, "Sella otra persona que quien preparó")
    assert do(another).sealed_by == another


@pytest.mark.django_db
def test_the_last_coordination_of_a_place_ends_only_with_a_successor():
    administrator, post, end, name_successor = pairs.last_coordination()
    _refused(end, administrator, "no quedaría ninguna coordinación")
    name_successor()
    end(administrator)
    post.refresh_from_db()
    assert post.until == calendars.today()
