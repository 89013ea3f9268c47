"""What changes after a month is sealed appears in the next report, and everything still adds up."""

from datetime import date, timedelta

import pytest

from cases.enums import Stage, Verb
from incubator.models import Meeting
from reports import services
from reports.models import Report
from reports.services import reading
from reports.tables import behind, every_table
from tests import factories
from tests.factories.cases import step
from tests.reports.world import JULY, JUNE, MAY, World, a_month

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def world(monkeypatch):
    """May is sealed. Its files are printed elsewhere: here only figures matter."""
    monkeypatch.setattr("reports.documents.products", lambda report, annex_code: [])
    made = World(groups=2)
    made.late_to_void = a_month(made, MAY)
    made.to_correct = made.session(date(2021, 5, 24), made.cases[0], minutes=60, validated=True)
    made.to_validate = made.session(date(2021, 5, 26), made.cases[1], minutes=45)
    made.may = made.sealed(MAY)
    return made


def balance(figures):
    """Every balance reconciles, and what it has so far is a fresh count of everything."""
    for row in (*figures.by_kind, *figures.by_group, *figures.by_advisor):
        assert row.minutes_so_far == row.minutes_before + row.minutes + row.minutes_adjusted
    months = [MAY, JUNE, JULY]
    everything = Meeting.objects.valid().filter(held_on__gte=MAY.first, held_on__lte=JULY.last)
    until = next(month for month in months if str(month) == figures.identity.period).last
    counted = list(everything.filter(held_on__lte=until))
    assert sum(row.minutes_so_far for row in figures.by_kind) == sum(meeting.minutes for meeting in counted)
    assert sum(row.meetings_so_far for row in figures.by_advisor) == len(counted)
    validated = [meeting.minutes for meeting in counted if meeting.validated_by_id]
    assert sum(row.validated_so_far for row in figures.by_kind) == sum(validated)


def test_a_session_logged_late_appears_in_the_next_report(world):
    late = world.session(date(2021, 5, 20), world.cases[0], logged_on=date(2021, 6, 10))
    figures = reading.figures_of(world.compose(JUNE))
    (change,) = figures.line_changes
    assert (change.before, change.after.id, change.what) == (None, late.pk, "Se agregó tarde")
    assert change.why == "Registrada el 10-06-2021"
    assert sum(row.minutes_adjusted for row in figures.by_kind) == 90
    balance(figures)


def test_a_voided_session_leaves_with_its_reason(world):
    world.void(world.late_to_void, "Registrada dos veces")
    figures = reading.figures_of(world.compose(JUNE))
    (change,) = figures.line_changes
    assert (change.after, change.what, change.why) == (None, "Se anuló", "Registrada dos veces")
    assert sum(row.validated_adjusted for row in figures.by_kind) == -90
    assert figures.supports[0].cost_adjusted == -15_000
    assert figures.supports[0].cost_so_far == 0
    balance(figures)


def test_a_corrected_session_prints_before_and_after_with_the_reason(world):
    world.correct(world.to_correct, "Duró más de lo anotado", minutes=105)
    figures = reading.figures_of(world.compose(JUNE))
    (row,) = every_table(figures)["adjustments"].rows
    assert [str(value) for value in row.values[2:]] == ["1.00", "1.75", "1.00", "0.00", "Duró más de lo anotado"]
    assert row.values[1] == "Se corrigieron las horas"
    balance(figures)


def test_hours_validated_late_are_an_adjustment_of_validated_hours_alone(world):
    world.validate(world.to_validate)
    figures = reading.figures_of(world.compose(JUNE))
    (change,) = figures.line_changes
    assert (change.what, change.why) == ("Se validó después", "Validada el 22-06-2021")
    assert sum(row.minutes_adjusted for row in figures.by_kind) == 0
    assert sum(row.validated_adjusted for row in figures.by_kind) == 45
    balance(figures)


def test_a_session_whose_date_moves_to_an_open_month_is_counted_once(world):
    world.correct(world.to_validate, "Fue en junio", held_on=date(2021, 6, 3))
    figures = reading.figures_of(world.compose(JUNE))
    (change,) = figures.line_changes
    assert (change.after, change.what, change.why) == (None, "Pasó a otra fecha o convenio", "Fue en junio")
    balance(figures)


def test_the_whole_story_adds_up_over_three_months_and_nothing_is_adjusted_twice(world):
    world.session(date(2021, 5, 20), world.cases[0], logged_on=date(2021, 6, 10))
    world.void(world.late_to_void, "Registrada dos veces")
    world.correct(world.to_correct, "Duró más de lo anotado", minutes=105)
    world.validate(world.to_validate)
    a_month(world, JUNE)
    june = reading.figures_of(world.sealed(JUNE))
    balance(june)
    assert len(june.line_changes) == 4
    quiet = reading.figures_of(world.compose(JULY))
    assert quiet.line_changes == ()
    assert quiet.move_changes == ()
    before = {row.key: row.minutes_before for row in quiet.by_kind}
    assert before == {row.key: row.minutes_so_far for row in june.by_kind}
    world.void(Meeting.objects.get(pk=world.to_correct.pk), "No se hizo")
    again = reading.figures_of(world.compose(JULY))
    (change,) = again.line_changes
    assert change.before.minutes == 105  # as June's report left it, not as May's said
    balance(again)


def test_a_step_dated_in_a_sealed_month_is_listed_and_arrivals_add_up(world):
    case = factories.case_in(Stage.CENSUS, at=world.place, name="Panadería Newen", on=date(2021, 5, 14))
    step(case, Verb.APPLY, date(2021, 6, 2))
    figures = reading.figures_of(world.compose(JUNE))
    (change,) = figures.move_changes
    assert change.added
    assert change.move.to_stage == Stage.CENSUS
    arrivals = {row.key: row.values[1:] for row in every_table(figures)["arrivals"].rows}
    assert arrivals == {Stage.CENSUS: (0, 0, 1, 1), Stage.CALL: (0, 1, 0, 1)}


def test_late_rows_never_change_a_sealed_snapshot(world):
    before = world.may.snapshot
    world.session(date(2021, 5, 20), world.cases[0], logged_on=date(2021, 6, 10))
    world.compose(JUNE)
    assert Report.objects.get(pk=world.may.pk).snapshot == before


def test_a_new_version_of_the_last_sealed_month_counts_anew_and_the_next_month_stands_on_it(world):
    world.session(date(2021, 5, 20), world.cases[0], logged_on=date(2021, 6, 10))
    draft = services.correct(by=world.officer, report=world.may, on=date(2021, 6, 12))
    assert draft.version == 2
    assert draft.summary == world.may.summary
    services.ask_seal(by=world.officer, report=draft, on=date(2021, 6, 12), at=world.may.sealed_at + timedelta(days=7))
    second = world.seal(draft, date(2021, 6, 12))
    assert second.supersedes_id == world.may.pk
    assert sum(row.minutes for row in reading.figures_of(second).by_kind) == 570 + 90
    assert reading.figures_of(world.compose(JUNE)).line_changes == ()


def test_an_earlier_month_takes_a_new_narrative_but_keeps_its_figures(world):
    a_month(world, JUNE)
    world.sealed(JUNE)
    world.session(date(2021, 5, 20), world.cases[0], logged_on=date(2021, 7, 10))
    draft = services.correct(by=world.officer, report=world.may, on=date(2021, 7, 12))
    assert reading.figures_of(draft) == reading.figures_of(world.may)
    services.write_narrative(by=world.officer, report=draft, on=date(2021, 7, 12), summary="Relato corregido.")
    services.ask_seal(by=world.officer, report=draft, on=date(2021, 7, 12), at=world.may.sealed_at)
    second = world.seal(draft, date(2021, 7, 12))
    assert second.snapshot["figures"] == world.may.snapshot["figures"]
    (change,) = reading.figures_of(world.compose(JULY)).line_changes
    assert change.what == "Se agregó tarde"


def test_the_rows_behind_each_number_of_hours_add_up_to_it(world):
    world.session(date(2021, 5, 20), world.cases[0], logged_on=date(2021, 6, 10))
    world.void(world.late_to_void, "Registrada dos veces")
    a_month(world, JUNE)
    draft = world.compose(JUNE)
    figures, sealed = reading.figures_of(draft), reading.sealed_before(draft)
    for key in ("kinds", "advisors", "cumulative"):
        table = every_table(figures)[key]
        for row in table.every_row:
            for column, value in zip(table.columns, row.values, strict=True):
                if column.kind != "hours" or column.key in ("", "adjusted") or row.key == "cost":
                    continue
                found = behind.rows(figures, sealed, key, row.key, column.key)
                place = 7 if "validated" in (column.key, row.key) else 6
                total = len(found.rows) if row.key == "meetings" else found.total.values[place]
                assert total == value, (key, row.key, column.key)
