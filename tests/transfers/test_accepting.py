"""What passes when the receiver takes a case, and what stays."""

from datetime import time, timedelta

import pytest
from django.core.exceptions import PermissionDenied

from cases.enums import Stage, TransferState
from cases.models import Case, PersonCopy, Responsibility
from cases.rules.business import trained_members
from cases.rules.moving import no_open_transfer
from cases.services import advancement, transfers
from incubator import calendars
from incubator.enums import LeaveReason
from incubator.models import Person, PlannedMeeting, ReadingLog
from incubator.requirements import Attempt, Refused
from incubator.services import sensitive
from tests.factories.cases import case_in
from tests.factories.people import coordinator_of, group_with, incubator, officer_of
from tests.transfers.scene import ASKED, DEED, TAKEN, accepted, asked, case_with_a_deed, moved_case, two_places

pytestmark = pytest.mark.django_db


def test_the_case_goes_on_with_its_code_under_the_receiver():
    case = case_with_a_deed()
    code = case.code
    accepted(asked(case))
    case = Case.objects.get(pk=case.pk)
    assert (case.incubator, case.organization.incubator) == (incubator("05502"),) * 2
    assert case.code == code
    rows = list(Responsibility.objects.filter(case=case).values_list("incubator__commune_id", "since", "until"))
    assert rows == [("05501", case.opened_on, TAKEN), ("05502", TAKEN, None)]


def test_people_are_copied_and_past_membership_reads_right_on_both_sides():
    case, _ = moved_case()
    before = [row.person for row in case.organization.members_on(TAKEN - timedelta(days=1))]
    after = [row.person for row in case.organization.members_on(TAKEN)]
    assert len(before) == len(after) == 5
    assert {person.incubator.commune_id for person in before} == {"05501"}
    assert {person.incubator.commune_id for person in after} == {"05502"}
    assert [person.name for person in before] == [person.name for person in after]
    ended = case.organization.memberships.filter(until=TAKEN)
    assert set(ended.values_list("leave_reason", flat=True)) == {LeaveReason.TRANSFERRED}
    spoke = case.organization.representations.in_force(TAKEN).get()
    assert spoke.membership.person == after[before.index(next(iter(_spoke_before(case))))]


def _spoke_before(case):
    return {term.membership.person for term in case.organization.representations.in_force(ASKED)}


def test_whom_the_receiver_already_holds_under_her_run_is_linked_and_nothing_is_overwritten():
    case = case_with_a_deed()
    member = case.organization.members_on(ASKED).first().person
    Person.objects.filter(pk=member.pk).update(run="12345678-5", phone="+56911111111")
    held = Person(incubator=incubator("05502"), given_names="Rosa", run="12345678-5", phone="+56922222222")
    held.index_name()
    held.save()
    accepted(asked(case))
    held.refresh_from_db()
    line = PersonCopy.objects.get(original=member)
    assert (line.copy, line.was_known, held.phone) == (held, True, "+56922222222")
    assert Person.objects.filter(incubator=incubator("05502"), run="12345678-5").count() == 1


def test_sensitive_facts_pass_with_a_row_of_the_register_and_of_the_readings():
    case = case_with_a_deed()
    member = case.organization.members_on(ASKED).first().person
    sensitive.write(by=officer_of(case.incubator), person=member, on=ASKED, disability="yes", carer="no")
    sensitive.set_needs(by=officer_of(case.incubator), person=member, on=ASKED, needs={"transport": ""})
    transfer = accepted(asked(case))
    copy = PersonCopy.objects.get(original=member).copy
    facts = sensitive.read(coordinator_of(incubator("05502")), [copy], "test")[copy.pk]
    assert (facts.disability, facts.carer) == ("yes", "no")
    row = transfer.sensitive_handover
    assert row.fields == ["carer", "disability", "needs"]
    assert row.persons == [member.pk]
    assert ReadingLog.objects.filter(incubator__commune="05501", purpose="transfer").exists()


def test_the_core_curriculum_and_the_sessions_count_the_same_the_day_after():
    case = case_in(Stage.BUSINESS, at=two_places()[0])
    before = trained_members(case, TAKEN)
    accepted(asked(case))
    case = Case.objects.get(pk=case.pk)
    assert trained_members(case, TAKEN + timedelta(days=1)) == before == (5, 5)


def test_day_fifteen_of_the_receiver_is_in_time_and_day_sixteen_is_not():
    case = case_with_a_deed()
    transfer = asked(case)
    last = calendars.add_business_days(ASKED, 15, "05")
    late = calendars.add_business_days(last, 1, "05")
    with pytest.raises(Refused, match="Pida el traslado de nuevo"):
        accepted(transfer, on=late)
    again = asked(case, on=late)
    transfer.refresh_from_db()
    assert (transfer.state, again.state) == (TransferState.EXPIRED, TransferState.REQUESTED)
    assert accepted(again, on=late).state == TransferState.ACCEPTED


def test_it_is_accepted_on_the_last_day():
    last = calendars.add_business_days(ASKED, 15, "05")
    assert accepted(asked(case_with_a_deed()), on=last).state == TransferState.ACCEPTED


def test_who_asks_does_not_answer_nor_stands_on_both_sides():
    transfer = asked(case_with_a_deed())
    with calendars.travel(TAKEN), pytest.raises(PermissionDenied):
        transfers.accept(by=transfer.requested_by, transfer=transfer, on=TAKEN)
    with calendars.travel(TAKEN), pytest.raises(PermissionDenied):
        transfers.accept(by=officer_of(incubator("05502")), transfer=transfer, on=TAKEN)


def test_every_running_deadline_needs_an_active_person_of_the_receiver():
    transfer = asked(case_with_a_deed())
    by = coordinator_of(incubator("05502"))
    with calendars.travel(TAKEN), pytest.raises(Refused, match="quién toma cada plazo"):
        transfers.accept(by=by, transfer=transfer, on=TAKEN)
    with pytest.raises(Refused, match="cargo vigente"):
        accepted(transfer, taker=officer_of(incubator("05501")))


def test_an_open_request_blocks_close_and_another_request():
    case = case_with_a_deed()
    asked(case)
    assert not no_open_transfer(Attempt(case, "close", None, TAKEN)).met
    with pytest.raises(Refused, match="traslado pedido"):
        asked(case)
    with calendars.travel(TAKEN), pytest.raises(Refused, match="traslado pedido"):
        advancement.advance(
            by=coordinator_of(case.incubator), case=case, verb="close", on=TAKEN,
            data={"close_reason": "withdrew", "handed_to": "1"},
        )  # fmt: skip


def test_a_note_that_names_somebody_is_refused():
    case = case_with_a_deed()
    surname = case.organization.members_on(ASKED).first().person.surname_1
    for note in (f"Llamar a {surname}.", f"Es {case.organization.name}.", "Su RUN es 12.345.678-5."):
        with pytest.raises(Refused, match="no puede nombrar"):
            asked(case, note=note)


def test_a_taken_name_asks_for_another_that_the_receiver_confirms():
    case = case_with_a_deed()
    group_with(0, at=incubator("05502"), name=case.organization.name)
    transfer = asked(case)
    with pytest.raises(Refused, match="Ya hay un grupo con ese nombre"):
        accepted(transfer)
    name = f"{case.organization.name} (Quillota)"
    assert accepted(transfer, new_name=name).case.organization.name == name


def test_rejecting_and_revoking_leave_the_case_where_it_is():
    case = case_with_a_deed()
    with calendars.travel(ASKED):
        by = coordinator_of(incubator("05502"))
        transfers.reject(by=by, transfer=asked(case), on=ASKED, reason="No hay quién lo acompañe.")
        mine = asked(case)
        transfers.revoke(by=coordinator_of(case.incubator), transfer=mine, on=ASKED, reason="El grupo se queda.")
    case.refresh_from_db()
    mine.refresh_from_db()
    assert (case.incubator.commune_id, mine.state) == ("05501", TransferState.REVOKED)
    assert list(mine.changes.values_list("to_state", flat=True)) == ["requested", "revoked"]


def test_assignments_of_the_origin_end_that_day_and_the_taker_looks_after_the_group():
    case, transfer = moved_case()
    here = case.organization.assignments.in_force(TAKEN)
    assert {row.post.user for row in here} == {officer_of(incubator("05502"))}
    assert transfer.takers.count() == 2
    assert DEED + timedelta(days=60) == transfer.takers.first().due_on


def test_a_meeting_still_to_come_is_the_receivers_to_hold():
    case = case_with_a_deed()
    plan = PlannedMeeting.objects.create(
        incubator=case.incubator,
        kind="session",
        planned_on=TAKEN + timedelta(days=2),
        starts_at=time(10),
        ends_at=time(11),
        topic="Costos",
        conducted_by=officer_of(case.incubator),
        created_by=officer_of(case.incubator),
    )
    plan.organizations.add(case.organization)
    accepted(asked(case))
    plan.refresh_from_db()
    assert plan.incubator == incubator("05502")
    assert plan.conducted_by == coordinator_of(incubator("05502"))
