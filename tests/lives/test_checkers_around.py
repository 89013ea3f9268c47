"""Each checker of before and after a step sees what it looks for, and so does the engine of a life."""

import json
from types import SimpleNamespace

import pytest
from django.db import transaction

from cases.enums import Stage
from incubator.models import JournalEntry
from incubator.requirements import Refused
from tests import factories
from tests.factories.people import coordinator_of, officer_of
from tests.lives import engine
from tests.lives.invariants import (
    figures_that_add_up,
    nothing_disappears,
    reads_as_before,
    receiver_and_sender,
    rights_when_recorded,
)
from tests.lives.invariants.reading import rows
from tests.lives.shadows import Quiet, shadow, sql
from tests.reports.world import MAY, World
from tests.sessions.stories import logged

pytestmark = pytest.mark.django_db


def test_i5_sees_what_was_recorded_without_a_post_and_a_mark_of_no_member():
    case = factories.case_in(Stage.TRAINING)
    meeting, stranger = logged(case).meeting, factories.person(case.incubator)
    step = engine.Step("x")
    memory = rights_when_recorded.before(step)
    assert rights_when_recorded.broken(memory, step) == []
    JournalEntry.objects.create(by=factories.user_with(), verb="x", effective_on=meeting.held_on)
    shadow(
        "incubator_attendance",
        {"id": 10**6, "person_id": stranger.pk, "meeting_id": meeting.pk, "organization_id": case.organization_id},
    )
    assert len(rights_when_recorded.broken(memory, step)) == 2


@pytest.mark.parametrize("table", nothing_disappears._KEPT)
def test_i7_sees_what_disappeared(table):
    logged(factories.case_in(Stage.TRAINING))
    step = engine.Step("x")
    memory = nothing_disappears.before(step)
    assert nothing_disappears.broken(memory, step) == []
    shadow(table)
    sql(f"delete from {table}")
    assert [told for told in nothing_disappears.broken(memory, step) if told.startswith(table)]


def test_i8_sees_a_past_that_reads_otherwise():
    case = factories.case_in(Stage.TRAINING)
    session = logged(case)
    operation = SimpleNamespace(case=case, survivor_id=None, branches=case.__class__.objects.none())
    operation.branches = SimpleNamespace(select_related=lambda name: [])
    step = engine.Step("x", operation=operation, lived_until=session.meeting.held_on.replace(day=20), accepted=True)
    memory = reads_as_before.before(step)
    assert reads_as_before.broken(memory, step) == []
    shadow("incubator_membership")
    sql("update incubator_membership set since = '2021-12-31'")
    shadow("cases_sessioncase", kept=False)
    told = " ".join(reads_as_before.broken(memory, step))
    assert "its members of" in told
    assert "its sessions before" in told


def test_i10_sees_a_writer_of_another_municipality_and_a_case_that_did_not_move():
    case = factories.case_in(Stage.TRAINING)
    other = factories.incubator("05502")
    step = engine.Step("x", accepted=True)
    memory = receiver_and_sender.before(step)
    assert receiver_and_sender.broken(memory, step) == []
    JournalEntry.objects.create(
        by=coordinator_of(other), verb="x", effective_on=case.opened_on, organization=case.organization
    )
    step.transfer = SimpleNamespace(
        pk=1, case_id=case.pk, from_incubator_id=case.incubator_id, to_incubator_id=other.pk
    )
    told = receiver_and_sender.broken(memory, step)
    assert ["of another municipality" in told[0], "still of incubator" in told[1]] == [True, True]
    officer_of(case.incubator)
    step.transfer.from_incubator_id, step.transfer.to_incubator_id = other.pk, case.incubator_id
    assert len(receiver_and_sender.broken(memory, step)) == 1
    step.transfer.from_incubator_id, step.transfer.to_incubator_id = case.incubator_id, case.incubator_id
    assert receiver_and_sender._of_the_move(step.transfer) == []


@pytest.fixture
def sealed(monkeypatch):
    """A report that was sealed with one session, and a month that goes on after it."""
    monkeypatch.setattr("reports.documents.products", lambda report, annex_code: [])
    monkeypatch.setattr("reports.services.sealing.connection", SimpleNamespace(cursor=Quiet))
    world = World(groups=1)
    world.session(MAY.first.replace(day=6), world.cases[0])
    return world.sealed(MAY)


def test_i12_sees_printed_figures_that_moved_and_that_never_were_so(sealed):
    step = engine.Step("seal_report", sealed=sealed, accepted=True)
    memory = figures_that_add_up.before(step)
    assert figures_that_add_up.broken(memory, step) == []
    figures = sealed.snapshot["figures"]
    figures["by_kind"][0]["minutes"] += 5
    shadow("reports_report")
    sql(
        "update reports_report set snapshot = %s where id = %s",
        json.dumps({**sealed.snapshot, "figures": figures}),
        sealed.pk,
    )
    told = figures_that_add_up.broken(memory, step)
    assert ["moved" in told[0], "SQL counts" in told[1]] == [True, True]


def test_i12_sees_a_recount_that_loses_a_meeting(sealed, monkeypatch):
    assert figures_that_add_up.broken() == []
    monkeypatch.setattr(figures_that_add_up, "_counted", lambda *asked: (1, 1))
    assert len(figures_that_add_up.broken()) == 1


class _Life(engine.Engine):
    """A life inside a test that is rolled back anyway."""

    def __init__(self):
        self.now, self.story = engine.world.MORNING, []
        self._seen, self._seen_on = {}, None


def test_a_refusal_that_leaves_something_written_is_a_fault():
    place = factories.incubator()

    def write_and_refuse():
        factories.person(place)
        raise Refused("No.")

    def refuse():
        with transaction.atomic():
            write_and_refuse()

    life = _Life()
    assert life.attempt("x", "somebody tries", refuse) is None
    with pytest.raises(engine.Broken, match="incubator_person was changed by what was refused"):
        life.attempt("x", "somebody tries", write_and_refuse)
    assert rows("select count(*) from incubator_person") == [(0,)]


def test_any_other_exception_is_told_with_its_life():
    life = _Life()
    with pytest.raises(engine.Broken, match=r"1\. 15-06-2021 09:01  somebody divides: FAULT ZeroDivisionError"):
        life.attempt("x", "somebody divides", lambda: 1 / 0)


def test_whatever_rests_on_what_was_written_is_asked_again(monkeypatch):
    life, asked = _Life(), []
    noting = {
        label: (lambda label=label: asked.append(label) or [], tables) for label, (_, tables) in engine.ALWAYS.items()
    }
    monkeypatch.setattr(engine, "ALWAYS", noting)
    life.attempt("x", "a new day", lambda: None)
    assert asked == list(noting)
    asked.clear()
    life.attempt("x", "nothing happens", lambda: None)
    assert asked == []
    life.attempt("x", "a group is born", lambda: factories.case_in(Stage.CENSUS, members=0))
    assert {"I1", "I2", "I3", "I11", "I13"} <= set(asked)
