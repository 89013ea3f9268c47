"""«Mi día»: each thing due is a sentence with one button, shown to whoever answers for it."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cases.enums import LegalEventKind, Stage
from cases.models import SessionCase
from cases.services import advancement, facts
from incubator import causes
from incubator.enums import AttendanceMark, ContactChannel, Role
from incubator.models import Assignment, Attendance, Contact, Post
from tests import factories
from tests.factories.cases import evidence, session_of
from tests.factories.people import FIRST

TODAY = date(2021, 6, 15)


def _keys(user, on=TODAY):
    return {task.key.split(":")[0] for task in causes.tasks(user, on)}


def _task(user, kind):
    return next(task for task in causes.tasks(user, TODAY) if task.key.startswith(kind))


def _reached(case, by, days_ago):
    Contact.objects.create(
        organization=case.organization,
        made_on=TODAY - timedelta(days=days_ago),
        channel=ContactChannel.PHONE,
        reached=True,
        by=by,
    )


@pytest.mark.parametrize(("days", "flagged"), [(45, False), (46, True)])
def test_a_group_without_contact_for_longer_than_the_agreement_allows_is_flagged(days, flagged, officer):
    case = factories.case_in(Stage.TRAINING)
    _reached(case, officer, days)
    assert ("no_contact" in _keys(officer)) is flagged


def test_a_call_nobody_answered_is_no_contact(officer):
    case = factories.case_in(Stage.TRAINING)
    Contact.objects.create(
        organization=case.organization, made_on=TODAY, channel=ContactChannel.PHONE, reached=False, by=officer
    )
    assert "no_contact" in _keys(officer)


def test_a_group_before_admission_is_not_flagged_for_contact(officer):
    factories.case_in(Stage.CENSUS)
    assert "no_contact" not in _keys(officer)


@pytest.mark.parametrize(("absent", "flagged"), [(2, False), (3, True)])
def test_less_than_half_over_four_sessions_is_flagged(absent, flagged, officer):
    case = factories.case_in(Stage.TRAINING, members=5)
    for week in range(4):
        part = session_of(case, officer, TODAY - timedelta(days=7 * week + 1))
        for place, membership in enumerate(case.organization.members_on(TODAY)):
            mark = AttendanceMark.ABSENT if place < absent else AttendanceMark.PRESENT
            Attendance.objects.create(
                meeting=part.session.meeting, person=membership.person, organization=case.organization, mark=mark
            )
    assert ("low_attendance" in _keys(officer)) is flagged


def test_three_sessions_are_too_few_to_flag(officer):
    case = factories.case_in(Stage.TRAINING)
    for week in range(3):
        part = session_of(case, officer, TODAY - timedelta(days=7 * week + 1))
        member = case.organization.members_on(TODAY).first()
        Attendance.objects.create(
            meeting=part.session.meeting,
            person=member.person,
            organization=case.organization,
            mark=AttendanceMark.ABSENT,
        )
    assert SessionCase.objects.filter(case=case).count() == 3
    assert "low_attendance" not in _keys(officer)


def test_a_group_below_the_minimum_is_flagged(officer):
    from incubator.services import organizations

    case = factories.case_in(Stage.TRAINING, members=5)
    assert "below_minimum" not in _keys(officer)
    row = case.organization.members_on(TODAY).last()
    organizations.leave(by=officer, membership=row, until=TODAY, reason="moved")
    assert "4 integrantes" in str(_task(officer, "below_minimum").sentence)


def test_a_place_in_the_waiting_list_that_ran_out_asks_to_decide(officer):
    until = factories.case_in(Stage.WAITING).applications.get().call.waiting_until
    assert "waiting_expired" not in _keys(officer, until)
    assert "waiting_expired" in _keys(officer, until + timedelta(days=1))


@pytest.mark.parametrize(
    ("deed", "tone", "words"),
    [
        (date(2021, 4, 19), "urgent", "Vence en 3 días"),
        (date(2021, 4, 16), "urgent", "Vence hoy"),
        (date(2021, 4, 15), "urgent", "Venció hace 1 día"),
        (date(2021, 5, 10), "waits", "Vence en 24 días"),
    ],
)
def test_the_sixty_days_from_the_deed_are_announced(deed, tone, words, place, officer):
    case = factories.case_in(Stage.FORMALIZATION)
    proof = evidence(officer, place)
    facts.record_legal_act(by=officer, case=case, on=deed, kind=LegalEventKind.DEED, evidence=proof)
    clocks = [task for task in causes.tasks(officer, TODAY) if task.key.startswith("clock")]
    assert {(task.tone, words in str(task.sentence)) for task in clocks} == {(tone, True)}
    assert len(clocks) == 2


def test_a_registered_act_stops_its_clock(place, officer):
    case = factories.case_in(Stage.FORMALIZATION)
    proof = evidence(officer, place)
    for kind, day in ((LegalEventKind.DEED, 19), (LegalEventKind.PUBLICATION, 30)):
        facts.record_legal_act(by=officer, case=case, on=date(2021, 4, day), kind=kind, evidence=proof)
    clocks = [task.key for task in causes.tasks(officer, TODAY) if task.key.startswith("clock")]
    assert clocks == [f"clock:registry_entry:{case.pk}"]


def test_the_last_working_day_and_the_day_to_file_by_are_said(place, officer):
    case = factories.case_in(Stage.FORMALIZATION)
    facts.record_legal_act(
        by=officer, case=case, on=date(2021, 4, 21), kind=LegalEventKind.DEED, evidence=evidence(officer, place)
    )
    detail = _task(officer, "clock:publication").detail
    assert "último día hábil 18-06-2021" in detail  # day 60 is Sunday 20-06-2021
    assert "ingresar a más tardar el 16-06-2021" in detail


def test_a_pause_about_to_end_is_announced(coordinator):
    case = factories.case_in(Stage.TRAINING)
    advancement.pause(
        by=coordinator, case=case, since=date(2021, 6, 1), reason="Vendimia", expected_on=date(2021, 6, 20)
    )
    task = _task(coordinator, "pause_ends")
    assert task.url == reverse("case_resume", args=[case.organization_id])
    assert "no_contact" not in _keys(coordinator)


def test_a_session_agreed_for_today_is_announced_until_it_is_logged(officer):
    case = factories.case_in(Stage.TRAINING)
    meeting = session_of(case, officer, date(2021, 6, 8)).session.meeting
    meeting.next_on = TODAY
    meeting.save()
    assert "session_today" in _keys(officer)
    session_of(case, officer, TODAY)
    assert "session_today" not in _keys(officer)


def test_a_plan_waits_for_whoever_may_approve_it_and_did_not_write_it(place, officer, coordinator):
    case = factories.case_in(Stage.BUSINESS)
    facts.present_plan(by=officer, case=case, on=TODAY, evidence=evidence(officer, place))
    assert "plan_waits" in _keys(coordinator)
    assert "plan_waits" not in _keys(officer)


def test_a_group_without_an_adviser_is_told_to_the_university_alone(place, officer, coordinator):
    case = factories.case_in(Stage.TRAINING)
    university = factories.user_with(Role.UNIVERSITY_COORDINATOR, at=factories.agreement())
    assert "asesora o asesor" in str(_task(university, "nobody_in_charge").sentence)
    assert "funcionaria o funcionario" in str(_task(coordinator, "nobody_in_charge").sentence)
    assert "nobody_in_charge" not in _keys(officer)
    factories.user_with(Role.ADVISOR, at=factories.agreement(), groups=[case.organization])
    assert "nobody_in_charge" not in _keys(university)


def test_whoever_declared_is_reminded_of_her_own_sheet(place, officer):
    case = factories.case_in(Stage.SELECTION)
    given = case.applications.get().assignments.get(evaluator=officer)
    assert _task(officer, "own_sheet").url == reverse("evaluation_detail", args=[given.pk])
    other = factories.user_with(Role.OFFICER_DEVELOPMENT, at=place)
    assert "own_sheet" not in _keys(other)


def test_what_is_in_charge_of_somebody_is_hers_and_the_others_see_it_on_request(officer, coordinator, enter):
    case = factories.case_in(Stage.TRAINING)
    Assignment.objects.create(post=Post.objects.get(user=officer), organization=case.organization, since=FIRST)
    shown = _shown(enter(officer).get(reverse("my_day")))
    assert f"no_contact:{case.pk}" in shown
    client = enter(coordinator)
    assert f"no_contact:{case.pk}" not in _shown(client.get(reverse("my_day")))
    assert f"no_contact:{case.pk}" in _shown(client.get(reverse("my_day"), {"de": "todas"}))


def _shown(page):
    """The keys of the tasks of the first page."""
    return [task.key for group in page.context["tones"] for task in group["tasks"]]


def test_another_municipality_is_told_nothing(place):
    factories.case_in(Stage.TRAINING)
    stranger = factories.user_with(Role.COORDINATOR, at=factories.incubator("05502"))
    assert "no_contact" not in _keys(stranger)


def test_a_quiet_day_says_so(place, enter):
    nobody = factories.user_with(Role.CERTIFYING_OFFICER, at=place)
    page = enter(nobody).get(reverse("my_day")).content.decode()
    assert "Hoy no hay nada pendiente." in page
    assert "No hay nada pendiente" in page


def test_somebody_without_a_post_can_open_it_and_sees_nothing(db, enter):
    page = enter(factories.user_with()).get(reverse("my_day"))
    assert page.status_code == 200
    assert page.context["nav"] == []


def test_the_strip_counts_what_the_list_shows(officer, enter):
    factories.case_in(Stage.TRAINING), factories.case_in(Stage.CENSUS), factories.case_in(Stage.CENSUS)
    panel = enter(officer).get(reverse("my_day")).context["panels"]["main"][0]
    counts = {stage["name"]: stage["count"] for stage in panel["stages"] if stage["count"]}
    assert counts == {"Catastro": 2, "Formación": 1}
    assert panel["total"] == 3


def test_the_clock_that_is_set_is_said(officer, enter):
    assert "hoy es martes 15 de junio de 2021" in enter(officer).get(reverse("my_day")).content.decode()


def _cost(client):
    client.get(reverse("my_day"))  # what changed since the last visit is counted once
    with CaptureQueriesContext(connection) as captured:
        page = client.get(reverse("my_day"))
    return len(captured), len(page.content)


def test_the_page_costs_the_same_with_one_group_or_many(officer, enter):
    client = enter(officer)
    for stage in (Stage.TRAINING, Stage.FORMALIZATION, Stage.WAITING, Stage.BUSINESS):
        session_of(factories.case_in(stage), officer, date(2021, 6, 8))
    few, _ = _cost(client)
    place = factories.incubator()
    place.capacity = 60
    place.save()
    for stage in (Stage.TRAINING, Stage.FORMALIZATION, Stage.WAITING, Stage.BUSINESS) * 3:
        session_of(factories.case_in(stage), officer, date(2021, 6, 8))
    many, size = _cost(client)
    assert many == few
    assert size <= 80_000
