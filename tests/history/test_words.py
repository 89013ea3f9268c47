"""The journal is read in words: every verb that the code may write has a sentence."""

from cases.journal_filters import KINDS
from incubator.changes import _called
from incubator.models.past import TRACKED
from tests.history import verbs


def test_every_verb_ever_recorded_has_a_sentence():
    recorded = verbs.recorded() | verbs.made()
    assert {"member_joined", "report_written", "sensitive_written", "case_admit", "absence_recorded"} <= recorded
    assert [verb for verb in sorted(recorded) if not verbs.has_words(verb)] == []


def test_kinds_of_the_filter_take_some_verb_each():
    recorded = verbs.recorded() | verbs.made()
    empty = [name for name, beginnings in KINDS.values() if not any(v.startswith(beginnings) for v in recorded)]
    assert empty == []


def test_no_field_that_may_be_read_is_called_as_in_the_code():
    fields = {
        (label, name, _called(tracked.model._meta.get_field(name)))
        for label, tracked in TRACKED.items()
        for name in tracked.tiers
    }
    assert len(fields) > 200
    assert [row for row in sorted(fields) if row[2] == row[1].replace("_", " ")] == []
