"""The figures of a month, against an independent count in plain SQL and the arithmetic they promise."""

from datetime import date, timedelta

import pytest
from django.db import connection

from cases.enums import OPEN, Stage, Verb
from incubator import calendars
from incubator.enums import SupportKind
from reports.figures import Monthly
from reports.services import reading
from reports.tables import every_table
from tests import factories
from tests.factories.cases import step
from tests.reports.world import JUNE, MAY, World, a_month

pytestmark = pytest.mark.django_db


def rows(sql, *params):
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        return cursor.fetchall()


@pytest.fixture
def world():
    made = World(groups=2)
    a_month(made, MAY)
    return made


def test_hours_by_kind_are_those_of_a_count_in_plain_sql(world):
    figures = reading.figures_of(world.compose(MAY))
    counted = rows(
        """select kind, count(*), sum(minutes), sum(case when validated_by_id is null then 0 else minutes end)
           from incubator_meeting where voided_at is null and incubator_id = %s and agreement_id = %s
           and held_on between '2021-05-01' and '2021-05-31' group by kind""",
        world.place.pk,
        world.agreement.pk,
    )
    assert {(row.key, row.meetings, row.minutes, row.validated) for row in figures.by_kind} == set(counted)
    assert sum(row.minutes for row in figures.by_kind) == 90 + 75 + 120 + 60 + 120


def test_hours_by_group_are_those_of_a_count_in_plain_sql_and_a_workshop_counts_for_each_group(world):
    figures = reading.figures_of(world.compose(MAY))
    counted = rows(
        """select part.case_id::text, count(*), sum(part.minutes) from cases_sessioncase part
           join incubator_meeting m on m.id = part.session_id
           where part.voided_at is null and m.voided_at is null and m.held_on between '2021-05-01' and '2021-05-31'
           group by part.case_id"""
    )
    assert {(row.key, row.meetings, row.minutes) for row in figures.by_group} == set(counted)
    assert [row.minutes for row in figures.by_group] == [90 + 120, 75 + 120]


def test_the_advisors_hours_count_once_in_a_joint_workshop(world):
    figures = reading.figures_of(world.compose(MAY))
    (advisor,) = figures.by_advisor
    assert advisor.label == "Andrea Rojas Ñancupil"
    assert advisor.minutes == sum(row.minutes for row in figures.by_kind)


def test_people_are_those_of_a_count_in_plain_sql_and_each_counts_once(world):
    figures = reading.figures_of(world.compose(MAY))
    ((people, marks),) = rows(
        """select count(distinct a.person_id), count(*) from incubator_attendance a
           join incubator_meeting m on m.id = a.meeting_id
           where m.voided_at is null and m.held_on between '2021-05-01' and '2021-05-31'
           and a.mark in ('present', 'remote')"""
    )
    assert figures.crosses.total == people == 12
    assert sum(row.attended for row in figures.participants) == marks == sum(line.attended for line in figures.lines)


def test_the_attendance_of_a_voided_part_counts_nowhere_and_its_rows_stay(world):
    meeting = world.session(date(2021, 5, 27), *world.cases, minutes=60)
    before = reading.figures_of(world.compose(MAY))
    part = meeting.session.parts.get(case=world.cases[1])
    part.voided_at, part.voided_by, part.void_reason = calendars.now(), world.coordinator, "Ese grupo no vino."
    part.save()
    figures = reading.figures_of(world.compose(MAY))
    ((marks,),) = rows(
        """select count(*) from incubator_attendance a join incubator_meeting m on m.id = a.meeting_id
           where m.voided_at is null and m.held_on between '2021-05-01' and '2021-05-31'
           and a.mark in ('present', 'remote')
           and not exists (select 1 from cases_sessioncase p join cases_case c on c.id = p.case_id
               where p.session_id = a.meeting_id and c.organization_id = a.organization_id
               and p.voided_at is not null)"""
    )
    assert sum(line.attended for line in figures.lines) == marks
    assert sum(row.attended for row in figures.participants) == marks
    assert sum(line.attended for line in before.lines) - marks == 6
    assert meeting.attendance.count() == 12
    (line,) = [line for line in figures.lines if line.id == meeting.pk]
    assert (line.called, line.attended, line.minutes) == (6, 6, 60)


def test_stages_reconcile_and_are_those_of_a_count_in_plain_sql(world):
    moved = factories.case_in(Stage.CALL, at=world.place, name="Panadería Newen")
    step(moved, Verb.EVALUATE, date(2021, 5, 20))
    step(world.cases[1], Verb.CLOSE, date(2021, 5, 25))
    figures = reading.figures_of(world.compose(MAY))
    for row in figures.stages:
        assert row.opening + row.entered - row.left == row.closing
    counted = rows(
        """select distinct on (case_id) case_id, to_stage from cases_stagechange
           where effective_on <= '2021-05-31' order by case_id, number desc"""
    )
    closing = {row.stage: row.closing for row in figures.stages}
    assert closing == {stage: [to for _, to in counted].count(stage) for stage in Stage}
    assert closing[Stage.SELECTION] == 1
    assert closing[Stage.CENSUS] == 1
    table = every_table(figures)["stages"]
    assert table.total.values[1:] == (3, 1, 2, 2)
    assert sum(row.closing for row in figures.stages if row.stage in OPEN) == 2


def test_a_step_recorded_by_mistake_and_corrected_never_happened(world):
    case = factories.case_in(Stage.CALL, at=world.place, name="Panadería Newen")
    step(case, Verb.EVALUATE, date(2021, 5, 20))
    step(case, Verb.CORRECT, date(2021, 5, 21))
    figures = reading.figures_of(world.compose(MAY))
    assert {row.stage: row.closing for row in figures.stages}[Stage.CALL] == 1
    assert not any(row.entered or row.left for row in figures.stages)


def test_training_counts_lessons_attendance_and_approvals(world):
    (course,) = reading.figures_of(world.compose(MAY)).courses
    assert (course.lessons, course.minutes, course.enrolled, course.called, course.attended) == (1, 120, 6, 6, 5)
    assert (course.approved_before, course.approved) == (0, 1)
    (june,) = reading.figures_of(world.compose(JUNE)).courses
    assert (june.lessons, june.approved_before, june.approved) == (0, 1, 0)


def test_supports_add_what_was_asked_given_and_paid(world):
    meeting = world.session(date(2021, 5, 28), world.cases[0])
    world.support(meeting, SupportKind.TRANSPORT, 4, 4, 20_000)
    world.support(meeting, SupportKind.EASY_READ, 2, 1, 0)
    found = {row.kind: (row.requested, row.given, row.cost) for row in reading.figures_of(world.compose(MAY)).supports}
    assert found == {SupportKind.TRANSPORT: (7, 6, 35_000), SupportKind.EASY_READ: (2, 1, 0)}


def test_meetings_of_another_agreement_or_incubator_do_not_count(world):
    other = factories.agreement("9999")
    world.session(date(2021, 5, 30), world.cases[0])
    before = reading.figures_of(world.compose(MAY))
    meeting = world.session(date(2021, 5, 29), world.cases[0])
    type(meeting).objects.filter(pk=meeting.pk).update(agreement=other)
    assert reading.figures_of(world.compose(MAY)) == before


def test_the_same_rows_give_the_same_snapshot_and_json_loses_nothing(world):
    first = world.compose(MAY)
    figures = reading.figures_of(first)
    assert figures.as_json() == first.snapshot["figures"]
    assert Monthly.from_json(figures.as_json()) == figures
    for _ in range(3):
        assert reading.recount(first).as_json() == first.snapshot["figures"]


def test_no_name_run_nor_sensitive_fact_of_a_person_is_in_the_snapshot(world):
    written = str(world.compose(MAY).snapshot)
    for people in world.members:
        for person in people:
            assert person.surname_1 not in written
    assert "disability" not in written
    assert "not_stated'" not in written.replace("no+not_stated", "")


def test_a_persons_code_is_the_same_in_every_month_and_says_nothing(world):
    may = {row.person: row.code for row in reading.figures_of(world.compose(MAY)).participants}
    a_month(world, JUNE)
    june = {row.person: row.code for row in reading.figures_of(world.compose(JUNE)).participants}
    assert may == june
    assert len(set(may.values())) == len(may)
    assert all(len(code) == 10 and str(person) not in code[2:5] for person, code in may.items())


def test_composing_reads_with_a_bounded_number_of_queries(world, django_assert_max_num_queries):
    draft = world.compose(MAY)
    with django_assert_max_num_queries(40):
        reading.recount(draft)
    for day in range(1, 20):
        world.session(date(2021, 5, 1) + timedelta(days=day), world.cases[day % 2])
    with django_assert_max_num_queries(40):
        reading.recount(draft)
