"""I8: every fact dated before a merge reads the same before it, after it and after it is undone."""

from datetime import date, time, timedelta

import pytest

from cases import documents
from cases.enums import Stage
from cases.models import Case, SessionCase
from cases.services import facts, sessions
from cases.services.sessions import parts_of
from incubator import calendars
from incubator.calendars import Month
from incubator.enums import AttendanceMark
from incubator.models import Attendance, Contact, JournalEntry
from incubator.services import meetings
from reports.figures import journeys
from tests.factories import case_in
from tests.factories.cases import evidence
from tests.lineage import scene
from tests.lineage.scene import DAY, TODAY

pytestmark = pytest.mark.django_db
DAYS = [date(2021, 3, 1) + timedelta(days=number) for number in range(0, (DAY - date(2021, 3, 1)).days, 7)]


def _lived(case):
    by = scene.boss()
    members = sorted(scene.names_on(case, DAY))
    for number in range(3):
        sessions.log(
            by=by, cases=[case], held_on=date(2021, 5, 4) + timedelta(days=9 * number), starts_at=time(10),
            ends_at=time(11, 15), topic=f"Tema {number}", evidence=[],
            marks=dict.fromkeys(members[: number + 2], AttendanceMark.PRESENT),
        )  # fmt: skip
    meetings.log_contact(
        by=by, organization=case.organization, made_on=date(2021, 5, 20), channel="phone", reached=True, note="n"
    )
    facts.declare_supports(
        by=by, case=case, on=date(2021, 5, 21), supports=[], evidence=evidence(by, scene.place(), case.code.encode())
    )


def _readings(cases):
    """Everything that is dated before the day, as each reading of the house tells it."""
    return [_of_case(Case.objects.select_related("organization", "incubator", "born_in").get(pk=pk)) for pk in cases]


def _of_case(case):
    group = case.organization
    may = date(2021, 5, 1), date(2021, 5, 31)
    marks = Attendance.objects.filter(organization=group, meeting__held_on__lt=DAY)
    steps = case.changes.filter(effective_on__lt=DAY).order_by("number")
    told = journeys.histories(case.incubator)
    return {
        "members": [sorted(scene.names_on(case, day)) for day in DAYS],
        "speaks": [list(group.representations.in_force(day).values_list("membership_id", flat=True)) for day in DAYS],
        "sessions": list(
            SessionCase.objects.valid()
            .filter(case=case, session__meeting__held_on__lt=DAY)
            .order_by("pk")
            .values_list("session_id", "minutes")
        ),
        "listed": [(part.session_id, part.attended, part.marked) for part in parts_of(case)],
        "attendance": sorted(marks.values_list("meeting_id", "person_id", "mark")),
        "contacts": list(Contact.objects.filter(organization=group, made_on__lt=DAY).values_list("pk", flat=True)),
        "documents": [
            (one.evidence.pk, one.what) for one in documents.documents_of(scene.boss(), case) if not one.former
        ],
        "journal": set(JournalEntry.objects.about(group).filter(effective_on__lt=DAY).values_list("pk", flat=True)),
        "steps": list(steps.values_list("number", "verb", "from_stage", "to_stage")),
        "stage on the last day of May": journeys.standing(told, may[1]).get(case.pk),
        "steps of the report": [move for move in journeys.between(told, ["2021-05"]) if move.case == case.pk],
        "in the report": [
            (one.members, one.stage)
            for one in journeys.groups(case.incubator, journeys.standing(told, may[1]), may[1])
            if one.case == case.pk
        ],
    }


def test_every_fact_of_before_reads_as_before_after_a_merge_and_after_its_reversal():
    survivor, absorbed = scene.two_groups(Stage.TRAINING, Stage.SELECTION)
    shared = scene.shared_member(survivor, absorbed, since=date(2021, 4, 1))
    assert shared.pk
    for case in (survivor, absorbed):
        _lived(case)
    before = _readings([survivor.pk, absorbed.pk])
    operation = scene.merged(survivor, absorbed)
    during = _readings([survivor.pk, absorbed.pk])
    assert during == before
    scene.reverted(operation)
    after = _readings([survivor.pk, absorbed.pk])
    assert after == before


def test_the_same_after_a_split_and_its_reversal():
    case = case_in(Stage.TRAINING, name="Telares del Sol")
    _lived(case)
    (before,) = _readings([case.pk])
    rows = list(case.organization.memberships.order_by("pk"))
    operation = scene.split(case, [("A", Stage.TRAINING), ("B", Stage.CALL)], {rows[0].pk: 0, rows[1].pk: 1})
    (during,) = _readings([case.pk])
    scene.reverted(operation)
    (after,) = _readings([case.pk])
    assert before == during == after


def test_the_figures_of_a_sealed_month_do_not_move():
    from reports.services import compose
    from tests.factories.people import agreement, officer_of

    survivor, absorbed = scene.two_groups(Stage.TRAINING, Stage.SELECTION)
    for case in (survivor, absorbed):
        _lived(case)

    def figures():
        draft = compose(
            by=officer_of(scene.place()), agreement=agreement(), incubator=scene.place(),
            period=Month.of(date(2021, 5, 1)), on=TODAY,
        )  # fmt: skip
        return draft.snapshot

    with calendars.travel(TODAY):
        before = figures()
        operation = scene.merged(survivor, absorbed)
        assert figures() == before
        scene.reverted(operation)
        assert figures() == before
