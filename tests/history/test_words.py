"""The journal is read in words: every verb that the code may write has a sentence."""

from cases.journal_filters import KINDS
from tests.history import verbs


def test_every_verb_ever_recorded_has_a_sentence():
    recorded = verbs.recorded() | verbs.made()
    assert {"member_joined", "report_written", "sensitive_written", "case_admit", "absence_recorded"} <= recorded
    assert [verb for verb in sorted(recorded) if not verbs.has_words(verb)] == []


def test_kinds_of_the_filter_take_some_verb_each():
    recorded = verbs.recorded() | verbs.made()
    empty = [name for name, beginnings in KINDS.values() if not any(v.startswith(beginnings) for v in recorded)]
    assert empty == []
