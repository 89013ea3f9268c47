"""The steps as data, and how each stands on a day: no database, no clock."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.formalization import cure_life
from cases.formalization.life import MOVED_BY, MOVES, REFORM, LegalEventKind
from cases.law import Outcome, packs
from cases.law.formalization import STEPS, Status, standing, steps_on
from incubator.calendars import shipped_calendar
from tests.legal.scene import DEED, LAST_DAY

K = LegalEventKind
LATE = LAST_DAY + timedelta(days=1)


def _now(on, *acts):
    return standing(acts=acts, on=on, working=shipped_calendar(), region="05")


def _status(on, *acts):
    return {row.step.key: row.status for row in steps_on(_now(on, *acts), packs()[-1])}


def test_every_word_of_a_step_is_an_act_and_every_rule_is_in_a_pack():
    words = {word for step in STEPS for word in (step.act, *step.under_way, *step.implied_by)}
    words |= {step.undone_by for step in STEPS if step.undone_by}
    assert words <= set(LegalEventKind.values)
    assert all(packs()[-1].get(*step.rule) for step in STEPS)
    keys = [step.key for step in STEPS]
    assert all(need in keys[: keys.index(step.key)] for step in STEPS for need in step.needs), "first things first"


def test_every_act_either_moves_a_file_meets_a_step_or_is_a_part_of_one():
    parts = {"daes_filing", "daes_observation", "daes_answer", "activity"}
    parts |= {act.value for act in (*cure_life.ACTS, *REFORM)}
    computed = {act.value for move in MOVES.values() if move.computed for act in move.acts}
    met = {step.act for step in STEPS}
    assert set(LegalEventKind.values) == {act.value for act in MOVED_BY} | computed | met | parts


@pytest.mark.parametrize("pack", packs(), ids=lambda pack: pack.code)
def test_each_pack_says_the_rule_of_every_step_with_its_article_and_address(pack):
    rows = steps_on(_now(DEED), pack)
    assert all(row.basis.article and row.basis.url.startswith("https://") and row.rule.text for row in rows)


@pytest.mark.parametrize(
    ("on", "acts", "step", "said"),
    [
        (DEED, (), "notice", Status.IN_PROGRESS),
        (DEED, (), "meeting", Status.PENDING),
        (DEED, (("notice", DEED),), "meeting", Status.IN_PROGRESS),
        (DEED, (("notice", DEED), ("meeting_failed", DEED)), "notice", Status.IN_PROGRESS),
        (DEED, (("notice", DEED), ("meeting", DEED), ("statutes_back", DEED)), "meeting", Status.IN_PROGRESS),
        (DEED, (("deed", DEED),), "meeting", Status.NOT_APPLICABLE),
        (DEED, (("deed", DEED),), "registry", Status.IN_PROGRESS),
        (LAST_DAY, (("deed", DEED),), "gazette", Status.IN_PROGRESS),
        (LATE, (("deed", DEED),), "gazette", Status.OVERDUE),
        (LATE, (("deed", DEED), ("publication", LATE)), "gazette", Status.OVERDUE),
        (LATE, (("deed", DEED), ("publication", LAST_DAY)), "gazette", Status.MET),
        (LATE, (("deed", DEED), ("registry_entry", DEED), ("publication", LATE)), "cure", Status.IN_PROGRESS),
        (LATE, (("deed", DEED), ("registry_entry", DEED), ("publication", LATE)), "roll", Status.PENDING),
        (LATE, (("deed", DEED), ("registry_entry", DEED), ("publication", DEED)), "roll", Status.IN_PROGRESS),
        (LATE, (("deed", DEED), ("daes_filing", LATE)), "roll", Status.FILED),
        (LATE, (("deed", DEED), ("daes_filing", DEED), ("daes_observation", LATE)), "roll", Status.OBSERVED),
        (LATE, (("deed", DEED), ("daes_observation", DEED), ("daes_answer", LATE)), "roll", Status.FILED),
        (LATE, (("deed", DEED), ("roll", LATE)), "roll", Status.MET),
    ],
)
def test_how_a_step_stands(on, acts, step, said):
    assert _status(on, *acts)[step] == said


def test_a_cure_in_term_meets_what_was_late_and_opens_the_way():
    cured = (("deed", DEED), ("registry_entry", DEED), ("publication", LATE), ("cure_deed", LATE))
    on = LATE + timedelta(days=9)
    assert _now(on, *cured).outcome == Outcome.VOID_CURABLE
    done = (*cured, ("cure_entry", on), ("cure_publication", on))
    said = _status(on, *done)
    assert (said["gazette"], said["cure"], said["roll"]) == (Status.MET, Status.MET, Status.IN_PROGRESS)


@given(
    deed=st.dates(date(2019, 1, 1), date(2026, 6, 1)),
    entered=st.integers(0, 90),
    published=st.integers(0, 90),
    seen=st.integers(0, 120),
)
def test_the_answer_depends_on_days_alone_and_never_on_what_is_not_known_yet(deed, entered, published, seen):
    on = deed + timedelta(days=seen)
    acts = [("deed", deed)]
    acts += [("registry_entry", deed + timedelta(days=entered)), ("publication", deed + timedelta(days=published))]
    said = _now(on, *acts).outcome
    assert said == _now(on, *reversed(acts)).outcome
    if max(entered, published) > seen:
        expected = Outcome.PENDING if seen <= 60 else Outcome.VOID
    else:
        expected = Outcome.VALID if max(entered, published) <= 60 else Outcome.VOID_CURABLE
    assert said == expected
