"""The journey through its one door: every step forward, what blocks it, who may fire it, and what cannot happen."""

import threading

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, transaction

from cases.enums import ACCOMPANIED, BEFORE_ADMISSION, OPEN, TERMINAL, Stage, Verb
from cases.journey import pairs
from cases.models import Case, LegalFile, StageChange, StagePair
from cases.services import advancement
from incubator.access import Permission
from incubator.enums import Role
from incubator.requirements import Refused
from tests.factories import case_in, incubator, user_with
from tests.factories.cases import WAY, WEEK, coordinator_of, prepare, step

pytestmark = pytest.mark.django_db


def test_every_stage_is_open_or_terminal_and_in_one_group():
    assert sorted(BEFORE_ADMISSION + ACCOMPANIED + TERMINAL) == sorted(Stage)
    assert set(OPEN) == set(Stage) - set(TERMINAL)


def test_the_guards_table_says_what_the_journey_declares():
    stored = set(StagePair.objects.order_by().values_list("from_stage", "to_stage", "verb"))
    assert stored == {(str(source), str(target), str(verb)) for source, target, verb in pairs()}


@pytest.mark.parametrize("stage", [stage for stage in Stage if stage != Stage.CENSUS])
def test_a_case_reaches_every_stage_with_its_facts(stage):
    case = case_in(stage)
    assert case.stage == stage
    numbers = list(case.changes.values_list("number", flat=True))
    assert numbers == list(range(1, len(numbers) + 1))
    connection.check_constraints()


@pytest.mark.parametrize(("stage", "verb"), [(source, verb) for source, verb in WAY.values()])
def test_without_its_facts_a_step_is_refused_with_what_the_page_lists(stage, verb):
    case = case_in(stage, members=5)
    boss = coordinator_of(case.incubator)
    on = case.changes.order_by("-number").first().effective_on + WEEK
    listed = [f.sentence for f in advancement.findings_for(case, verb, by=boss, on=on, data={}) if not f.met]
    with pytest.raises(Refused) as refusal:
        advancement.advance(by=boss, case=case, verb=verb, on=on, data={})
    assert refusal.value.sentences == listed
    assert listed
    assert Case.objects.get(pk=case.pk).stage == stage


@pytest.mark.parametrize("verb", [verb for verb in Verb if verb != Verb.RECORD])
def test_only_the_roles_of_the_table_fire_a_verb(verb):
    from cases.verbs import DEMANDS

    place = incubator()
    case = case_in(Stage.CENSUS, at=place)
    for role in (Role.OFFICER_DISABILITY, Role.OFFICER_DEVELOPMENT, Role.COORDINATOR, Role.WEB_EDITOR):
        user = user_with(role, at=place)
        coordinator = role == Role.COORDINATOR
        officer = role in (Role.OFFICER_DISABILITY, Role.OFFICER_DEVELOPMENT)
        may = coordinator or (officer and DEMANDS[verb].permission == Permission.ADVANCE)
        expected = Refused if may else PermissionDenied
        with pytest.raises(expected):
            advancement.advance(by=user, case=case, verb=verb, on=case.opened_on, data={}, seen=99)


def test_a_pause_blocks_every_step_but_closing():
    case = case_in(Stage.CENSUS)
    boss = coordinator_of(case.incubator)
    on = case.opened_on + WEEK
    prepare(case, Verb.APPLY, on)
    advancement.pause(by=boss, case=case, since=on, reason="Cosecha", expected_on=on + WEEK)
    with pytest.raises(Refused, match="en pausa"):
        advancement.advance(by=boss, case=case, verb=Verb.APPLY, on=on)
    advancement.resume(by=boss, case=case, on=on + WEEK)
    assert advancement.advance(by=boss, case=case, verb=Verb.APPLY, on=on + WEEK).to_stage == Stage.CALL


def test_a_closed_case_is_reopened_to_the_stage_it_left():
    case = case_in(Stage.SELECTION)
    step(case, Verb.CLOSE)
    case.refresh_from_db()
    step(case, Verb.REOPEN)
    case.refresh_from_db()
    assert case.stage == Stage.SELECTION
    assert list(case.changes.values_list("verb", flat=True))[-2:] == [Verb.CLOSE, Verb.REOPEN]


def test_a_step_recorded_by_mistake_is_corrected_with_its_consequences():
    case = case_in(Stage.FORMALIZATION)
    assert LegalFile.objects.filter(case=case).count() == 1
    step(case, Verb.CORRECT)
    case.refresh_from_db()
    assert case.stage == Stage.BUSINESS
    assert not LegalFile.objects.filter(case=case).exists()


def test_whoever_evaluated_does_not_admit():
    place = incubator()
    case = case_in(Stage.SELECTION, at=place)
    prepare(case, Verb.ADMIT, case.changes.last().effective_on + WEEK)
    evaluator = case.evaluations.first().evaluator
    from incubator.models import Post

    Post.objects.create(user=evaluator, role=Role.COORDINATOR, incubator=place, since=case.opened_on, act="Decreto 2")
    from incubator.access import forget_posts

    forget_posts(evaluator)
    with pytest.raises(Refused, match="Quien evaluó no puede admitir"):
        advancement.advance(by=evaluator, case=case, verb=Verb.ADMIT, on=case.changes.last().effective_on + WEEK)


# ------------------------------------------------------------ the database's own guard


def test_no_case_is_born_later_than_the_census():
    case = case_in(Stage.CENSUS)
    with pytest.raises(IntegrityError), transaction.atomic():
        Case.objects.create(
            organization=case.organization,
            incubator=case.incubator,
            born_in=case.incubator,
            number=99,
            opened_on=case.opened_on,
            stage="operation",
        )


def test_an_update_without_its_row_is_refused():
    case = case_in(Stage.CENSUS)
    with pytest.raises(IntegrityError), transaction.atomic():
        Case.objects.filter(pk=case.pk).update(stage=Stage.CALL)


def test_a_pair_outside_the_table_is_refused_even_with_its_row():
    case = case_in(Stage.CENSUS)
    with pytest.raises(IntegrityError), transaction.atomic():
        _row(case, 2, Stage.CENSUS, Stage.OPERATION, Verb.START_OPERATION)
        Case.objects.filter(pk=case.pk).update(stage=Stage.OPERATION)


def test_a_row_without_its_case_is_refused_when_the_work_is_saved():
    case = case_in(Stage.CENSUS)
    with pytest.raises(IntegrityError), transaction.atomic():
        _row(case, 2, Stage.CENSUS, Stage.CALL, Verb.APPLY)
        connection.check_constraints()


def test_a_birth_without_its_row_is_refused_when_the_work_is_saved():
    case = case_in(Stage.CENSUS)
    step(case, Verb.CLOSE)
    with pytest.raises(IntegrityError), transaction.atomic():
        Case.objects.create(
            organization=case.organization,
            incubator=case.incubator,
            born_in=case.incubator,
            number=99,
            opened_on=case.opened_on,
        )
        connection.check_constraints()


def test_one_row_does_not_serve_twice():
    case = case_in(Stage.CALL)
    with pytest.raises(IntegrityError), transaction.atomic():
        _row(case, 3, Stage.CALL, Stage.CENSUS, Verb.CORRECT)
        Case.objects.filter(pk=case.pk).update(stage=Stage.CENSUS)
        Case.objects.filter(pk=case.pk).update(stage=Stage.CALL)


@pytest.mark.parametrize(
    "statement",
    [
        "update cases_stagechange set reason = 'x'",
        "delete from cases_stagechange",
        "delete from cases_case",
        "alter table cases_case disable trigger all",
        "truncate cases_case cascade",
        "set session_replication_role = replica",
        "set role minga_owner",
        "insert into cases_stagepair (from_stage, to_stage, verb) values ('census', 'operation', 'apply')",
    ],
)
def test_the_applications_role_cannot_step_around_the_guard(statement):
    case_in(Stage.CENSUS)
    from django.db import Error

    with pytest.raises(Error), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


def _row(case, number, source, target, verb):
    from incubator import calendars

    return StageChange.objects.create(
        case=case,
        number=number,
        from_stage=source,
        to_stage=target,
        verb=verb,
        by=coordinator_of(case.incubator),
        effective_on=case.opened_on,
        recorded_at=calendars.now(),
    )


@pytest.mark.django_db(transaction=True)
def test_of_two_people_at_once_one_wins_and_the_other_reads_why():
    case = case_in(Stage.CENSUS)
    boss = coordinator_of(case.incubator)
    on = case.opened_on + WEEK
    prepare(case, Verb.APPLY, on)
    outcomes = []

    def fire():
        try:
            outcomes.append(advancement.advance(by=boss, case=case, verb=Verb.APPLY, on=on, seen=1).to_stage)
        except Refused as refusal:
            outcomes.append(refusal.sentences[0])
        finally:
            connection.close()

    threads = [threading.Thread(target=fire) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert Stage.CALL in outcomes
    assert any("El caso ya está en Convocatoria: lo movió" in str(outcome) for outcome in outcomes)
