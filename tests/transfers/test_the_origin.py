"""After the acceptance the origin reads a summary and edits nothing; its sealed figures never move."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from cases.enums import LegalEventKind, Stage, Verb
from cases.models import Case
from cases.services import advancement, facts, sessions, transfers
from incubator import calendars
from incubator.enums import AttendanceMark, MembershipRole
from incubator.models import Draft, Meeting
from incubator.requirements import Refused
from incubator.services import meetings, organizations, people, sensitive
from reports.figures import journeys
from tests.factories.cases import case_in, evidence, session_of
from tests.factories.people import coordinator_of, incubator, officer_of
from tests.transfers.scene import ASKED, DEED, TAKEN, accepted, asked, case_with_a_deed, moved_case, two_places

pytestmark = pytest.mark.django_db
AFTER = TAKEN + timedelta(days=3)


@pytest.fixture
def scene():
    """(case, transfer, session of before, officer and coordinator of the origin), three days after."""
    case = case_with_a_deed()
    before = session_of(case, officer_of(case.incubator), ASKED)
    transfer = accepted(asked(case))
    case = Case.objects.select_related("organization__incubator", "incubator").get(pk=case.pk)
    with calendars.travel(AFTER):
        yield case, transfer, before, officer_of(incubator("05501")), coordinator_of(incubator("05501"))


def test_no_service_writes_for_the_sender(scene):
    case, transfer, part, officer, boss = scene
    group = case.organization
    original, membership = transfer.copies.first().original, group.memberships.in_force(AFTER).first()
    meeting = part.session.meeting
    day = {"on": AFTER}
    tries = [
        lambda by: organizations.update_group(by=by, organization=group, name="Otro nombre", **day),
        lambda by: organizations.join(by=by, organization=group, person=original, since=AFTER),
        lambda by: organizations.leave(by=by, membership=membership, until=AFTER, reason="job"),
        lambda by: organizations.represent(by=by, membership=membership, since=AFTER),
        lambda by: people.update(by=by, person=original, phone="+56911112222", **day),
        lambda by: people.update(by=by, person=transfer.copies.first().copy, phone="+56911112222", **day),
        lambda by: sensitive.write(by=officer, person=original, carer="yes", **day),
        lambda by: sensitive.set_needs(by=by, person=original, needs={"transport": ""}, **day),
        lambda by: advancement.advance(by=by, case=case, verb=Verb.CLOSE, data={"close_reason": "withdrew"}, **day),
        lambda by: advancement.pause(by=by, case=case, since=AFTER, reason="x", expected_on=AFTER + timedelta(9)),
        lambda by: facts.measure(by=by, case=case, moment="follow_up", jobs=3, **day),
        lambda by: facts.record_legal_act(
            by=by, case=case, kind=LegalEventKind.PUBLICATION, evidence=evidence(by, incubator("05501")), **day
        ),
        lambda by: facts.declare_supports(by=by, case=case, supports=[], **day),
        lambda by: sessions.log(by=by, cases=[case], held_on=AFTER, topic="Costos", **_times()),
        lambda by: sessions.correct(by=by, session=part.session, reason="x", topic="Otro"),
        lambda by: sessions.void(by=by, session=part.session, reason="x"),
        lambda by: sessions.void_part(by=by, part=part, reason="x"),
        lambda by: meetings.correct(by=by, meeting=meeting, reason="x", topic="Otro"),
        lambda by: meetings.void(by=by, meeting=meeting, reason="x"),
        lambda by: meetings.log_contact(
            by=by, organization=group, made_on=AFTER, channel="phone", reached=True, note=""
        ),
        lambda by: transfers.revoke(by=by, transfer=transfer, reason="x", **day),
    ]
    for number, act in enumerate(tries):
        for by in (officer, boss):
            with pytest.raises((PermissionDenied, Refused)):
                act(by)
                pytest.fail(f"the sender wrote: {number}")
    with pytest.raises((PermissionDenied, Refused)):
        meetings.validate_hours(by=boss, meeting=meeting)


def _times():
    from datetime import time

    return {"starts_at": time(10), "ends_at": time(11)}


def test_the_receiver_corrects_an_earlier_session_and_it_counts_for_the_sender(scene):
    case, _, part, *_ = scene
    by = coordinator_of(incubator("05502"))
    marks = {row.person_id: AttendanceMark.PRESENT for row in case.organization.members_on(ASKED)}
    sessions.correct(by=by, session=part.session, reason="Faltaba la asistencia.", marks=marks)
    assert part.session.meeting.attendance.filter(person__incubator__commune="05501").count() == 5
    late = sessions.log(by=by, cases=[case], held_on=ASKED + timedelta(days=1), topic="Costos", **_times())
    assert late.meeting.incubator == incubator("05501")
    now = sessions.log(by=by, cases=[case], held_on=AFTER, topic="Costos", **_times())
    assert now.meeting.incubator == incubator("05502")


def test_the_hours_of_before_are_validated_where_the_group_is(scene):
    _, _, part, _, boss = scene
    assert not meetings.to_validate(boss).filter(pk=part.session_id).exists()
    receiver = coordinator_of(incubator("05502"))
    assert meetings.to_validate(receiver).filter(pk=part.session_id).exists()
    meetings.validate_hours(by=receiver, meeting=Meeting.objects.get(pk=part.session_id))


def test_stage_tables_say_who_came_and_who_went():
    case, _ = moved_case()
    origin, receiver = (journeys.histories(incubator(code)) for code in ("05501", "05502"))
    assert journeys.standing(origin, TAKEN - timedelta(days=1)) == {case.pk: Stage.FORMALIZATION}
    assert journeys.standing(origin, TAKEN) == {}
    assert journeys.standing(receiver, TAKEN) == {case.pk: Stage.FORMALIZATION}
    month = calendars.Month.of(TAKEN)
    for stays, came, went in ((origin, 0, 1), (receiver, 1, 0)):
        row = next(r for r in journeys.count(stays, month, [], []) if r.stage == Stage.FORMALIZATION)
        assert (row.transferred_in, row.transferred_out) == (came, went)
        assert row.opening + row.entered + row.transferred_in - row.left - row.transferred_out == row.closing
    assert journeys.between(receiver, [str(calendars.Month.of(DEED).previous)]) == []


def test_the_group_page_is_gone_and_the_summary_tells_nothing_later(scene, client):
    case, transfer, *_, boss = scene
    client.force_login(boss)
    assert client.get(reverse("group_detail", args=[case.organization_id])).status_code == 404
    listing = client.get(reverse("moved_list")).content.decode()
    assert transfer.case.code in listing
    page = client.get(reverse("moved_summary", args=[transfer.pk])).content.decode()
    assert "Este resumen es de solo lectura" in page
    assert "Formalización" in page
    asked_for = client.post(reverse("moved_summary", args=[transfer.pk]), {"what": "R-0001 duró 60 minutos, no 90."})
    assert asked_for.status_code == 302
    client.force_login(officer_of(incubator("05502")))
    answer = reverse("correction_answer", args=[transfer.corrections.get().pk])
    assert client.post(answer, {"answer": "Se corrigió."}).status_code == 302
    assert transfer.corrections.get().answer == "Se corrigió."


def test_an_adviser_keeps_day_hours_and_code(client):
    from incubator.enums import Role
    from tests.factories.people import agreement, user_with

    case = case_in(Stage.TRAINING, at=two_places()[0])
    adviser = user_with(Role.ADVISOR, at=agreement(), groups=[case.organization])
    session_of(case, adviser, ASKED)
    accepted(asked(case))
    client.force_login(adviser)
    with calendars.travel(AFTER):
        page = client.get(reverse("moved_sessions")).content.decode()
        assert client.get(reverse("group_detail", args=[case.organization_id])).status_code in (403, 404)
    assert case.code in page
    assert "1,5" in page


def test_a_draft_of_the_origin_is_inherited_with_its_author_and_host():
    case = case_with_a_deed()
    author = officer_of(case.incubator)
    with calendars.travel(ASKED):
        meetings.save_draft(
            by=author,
            incubator=case.incubator,
            form="session",
            key="k",
            fields={"held_on": [f"{ASKED:%Y-%m-%d}"]},
            organization=case.organization,
        )
    accepted(asked(case))
    taker = officer_of(incubator("05502"))
    with calendars.travel(AFTER):
        (inherited,) = transfers.drafts_inherited(taker)
        mine = transfers.take_draft(by=taker, inherited=inherited)
    assert meetings.fields_of(mine)["conducted_by"] == [str(author.pk)]
    assert Draft.objects.filter(owner=author).count() == 1
    assert case.organization.members_on(ASKED).first().role == MembershipRole.MEMBER
