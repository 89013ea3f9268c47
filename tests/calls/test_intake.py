"""Taking in what was sent: link or create, then record and apply on the day received; nothing is typed twice."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from cases.enums import CaseSource, Stage
from cases.models import Application, Case, Submission
from cases.services import advancement, calls, submissions, submissions_intake
from cases.submission_words import SubmissionState
from incubator import calendars
from incubator.models import JournalEntry, Membership, Organization, Person
from incubator.requirements import Refused
from tests import factories
from tests.calls.conftest import CLOSES, TODAY, TYPED

LATER = date(2021, 6, 22)
NEW = {
    "organization": "", "name": TYPED["group_name"], "interested": "7", "idea": "Mermeladas.", "person": "",
    "given_names": "Eliana", "surname_1": "Cárcamo", "surname_2": "Nahuel", "run": "", "phone": "9 8765 4321",
    "email": "", "joins": "on",
}  # fmt: skip


@pytest.fixture
def sent(call):
    """What a group sent on the first day."""
    typed = {name: TYPED[name] for name in ("kind", "group_name", "contact_name", "phone", "place", "idea")}
    made, _ = submissions.receive(
        call=call, at=calendars.now(), notice_version="postulacion-1", interested=7, supports=["transport"], **typed
    )
    return made


@pytest.fixture
def alone(call):
    """What a person without a group sent."""
    made, _ = submissions.receive(
        call=call, at=calendars.now(), notice_version="postulacion-1", kind="person", contact_name="Rubén Leiva Ponce",
        phone="9 5555 1234", supports=["sign_language"],
    )  # fmt: skip
    return made


def _page(sent):
    return reverse("call_submission", args=[sent.call_id, sent.pk])


def test_a_new_group_is_recorded_and_applies_on_the_day_received(sent, officer, enter):
    client = enter(officer)
    with calendars.travel(LATER):
        page = client.get(_page(sent)).content.decode()
        assert 'value="Eliana"' in page  # what was typed comes written
        assert client.post(_page(sent), NEW).status_code == 302
    case = Case.objects.get(organization__name=TYPED["group_name"])
    assert (case.stage, case.opened_on, case.source) == (Stage.CALL, TODAY, CaseSource.CALL)
    assert [change.effective_on for change in case.changes.order_by("number")] == [TODAY, TODAY]
    application = Application.objects.get(case=case)
    assert (application.happened_on, application.informed_on, application.received_order) == (TODAY, TODAY, sent.number)
    assert (application.submission, application.supports, application.idea) == (sent, ["transport"], "Mermeladas.")
    assert case.organization.members_on(TODAY).get().person == application.contact
    sent.refresh_from_db()
    assert (sent.state, sent.settled_on, sent.settled_by) == (SubmissionState.TAKEN_IN, LATER, officer)
    assert JournalEntry.objects.filter(verb="submission_taken_in", subject_id=sent.pk).exists()


def test_a_group_of_the_census_is_linked_and_nobody_is_made_twice(sent, officer, enter, place):
    case = factories.case_in(at=place, name="Las Dulces de La Palma", on=date(2021, 5, 3))
    known = case.organization.members_on(TODAY).first().person
    before = Organization.objects.count(), Person.objects.count(), Membership.objects.count()
    Person.objects.filter(pk=known.pk).update(phone="+56987654321")
    page = enter(officer).get(_page(sent)).content.decode()
    assert "Grupos de nombre parecido" in page
    said = NEW | {"organization": case.organization_id, "person": known.pk}
    answer = enter(officer).post(_page(sent), said)
    assert answer.status_code == 302, answer.context["form"].errors
    assert (Organization.objects.count(), Person.objects.count(), Membership.objects.count()) == before
    case = Case.objects.get(pk=case.pk)
    assert case.stage == Stage.CALL
    assert case.applications.get().contact == known


def test_the_same_run_and_the_same_name_are_shown_before_anything_is_made(sent, officer, enter, place):
    factories.people.person(place, given_names="Otra", surname_1="Distinta", run="12345678-5")
    client = enter(officer)
    answer = client.post(_page(sent), NEW | {"run": "12.345.678-5"})
    assert "Ya hay una persona con ese RUN" in answer.content.decode()
    assert "Otra Distinta" in answer.content.decode()  # offered now, with its RUN masked
    assert "12345678-5" not in answer.content.decode().replace('value="12.345.678-5"', "")
    factories.group_with(at=place, name=TYPED["group_name"])
    answer = client.post(_page(sent), NEW)
    assert "Ya hay un grupo con ese nombre" in answer.content.decode()
    sent.refresh_from_db()
    assert sent.is_waiting


def test_matching_never_looks_outside_the_municipality(sent, officer, enter):
    elsewhere = factories.incubator("05502")
    factories.group_with(at=elsewhere, name=TYPED["group_name"])
    factories.people.person(
        elsewhere, given_names="Eliana", surname_1="Cárcamo", phone="+56987654321", run="12345678-5"
    )
    page = enter(officer).get(_page(sent)).content.decode()
    assert "parecid" not in page
    assert enter(officer).post(_page(sent), NEW | {"run": "12345678-5"}).status_code == 302


def test_a_group_of_another_municipality_is_refused(sent, officer):
    elsewhere = factories.group_with(2, at=factories.incubator("05502"))
    with pytest.raises(Refused, match="otra incubadora"):
        submissions_intake.take_in(
            by=officer, submission=sent, on=TODAY, organization=elsewhere, new_contact={"given_names": "Eliana"},
            interested=7,
        )  # fmt: skip


def test_a_refusal_says_what_remains_and_leaves_nothing_behind(sent, officer, enter):
    people = Person.objects.count()
    answer = enter(officer).post(_page(sent), NEW | {"interested": "2"})
    assert "Faltan personas interesadas." in answer.content.decode()
    assert "Hay 2 de 5." in answer.content.decode()
    sent.refresh_from_db()
    assert sent.is_waiting
    assert Person.objects.count() == people
    assert not Case.objects.filter(organization__name=TYPED["group_name"]).exists()


def test_the_call_may_ask_fewer_people_than_the_agreement(sent, officer, coordinator, enter, call):
    calls.amend_call(by=coordinator, call=call, on=TODAY, reason="Bastan dos personas.", minimum_interested=2)
    assert enter(officer).post(_page(sent), NEW | {"interested": "2"}).status_code == 302


def test_a_late_officer_costs_nobody_a_place_and_after_the_order_nothing_is_taken(sent, officer, call):
    with calendars.travel(CLOSES + timedelta(days=3)):
        calls.close_call(by=officer, call=call, on=CLOSES + timedelta(days=1))
        made = submissions_intake.take_in(
            by=officer, submission=sent, on=CLOSES + timedelta(days=3), new_group={"name": "Nuevas"},
            new_contact={"given_names": "Eliana"}, interested=7,
        )  # fmt: skip
    assert made.happened_on == TODAY


def test_a_group_that_waited_applies_again(sent, officer, place):
    case = factories.case_in(Stage.WAITING, at=place, on=date(2021, 1, 11))
    assert case.stage == Stage.WAITING
    made = submissions_intake.take_in(
        by=officer, submission=sent, on=TODAY, organization=case.organization,
        contact=case.organization.members_on(TODAY).first().person, interested=7,
    )  # fmt: skip
    assert Case.objects.get(pk=case.pk).stage == Stage.CALL
    assert made.call == sent.call


def test_a_group_in_training_does_not_apply(sent, officer, place):
    case = factories.case_in(Stage.CALL, at=place)
    with pytest.raises(Refused, match="no puede postular de nuevo"):
        submissions_intake.take_in(
            by=officer, submission=sent, on=TODAY, organization=case.organization,
            contact=case.organization.members_on(TODAY).first().person, interested=7,
        )  # fmt: skip


def test_the_second_officer_reads_who_took_it(sent, officer, place, enter):
    other = factories.people.user_with("officer_development", at=place)
    enter(officer).post(_page(sent), NEW)
    with pytest.raises(Refused, match=str(officer)):
        submissions.settle(by=other, submission=sent, on=TODAY, state="set_aside", note="Repetida.")


def test_a_person_alone_finds_a_group(alone, officer, enter, place):
    group = factories.group_with(5, at=place)
    said = {
        "organization": group.pk, "person": "", "given_names": "Rubén", "surname_1": "Leiva", "surname_2": "Ponce",
        "run": "", "phone": "9 5555 1234", "email": "",
    }  # fmt: skip
    assert enter(officer).post(_page(alone), said).status_code == 302
    alone.refresh_from_db()
    assert alone.state == SubmissionState.PLACED
    assert alone.membership.organization == group
    assert alone.membership.since == TODAY
    assert not Case.objects.exists()  # a person's own request has no case


@pytest.mark.parametrize("state", ["referred", "not_placed", "set_aside"])
def test_a_person_alone_is_referred_or_told_there_is_no_group_with_the_reason(alone, officer, enter, state):
    client = enter(officer)
    assert client.post(_page(alone), {"state": state, "note": ""}).status_code == 200
    assert client.post(_page(alone), {"state": state, "note": "A la OMIL, con la señora del mesón."}).status_code == 302
    alone.refresh_from_db()
    assert (alone.state, alone.settled_on) == (state, TODAY)


def test_a_group_is_not_referred_and_a_person_is_not_taken_in(sent, alone, officer):
    with pytest.raises(Refused):
        submissions.settle(by=officer, submission=sent, on=TODAY, state="referred", note="A otro lado.")
    with pytest.raises(Refused):
        submissions_intake.take_in(
            by=officer, submission=alone, on=TODAY, new_group={"name": "X"}, new_contact={"given_names": "R"},
            interested=1,
        )  # fmt: skip


def test_the_list_counts_by_state_and_asks_a_fixed_number_of_questions(
    call, officer, enter, django_assert_max_num_queries
):
    for number in range(12):
        submissions.receive(
            call=call, at=calendars.now(), notice_version="postulacion-1", group_name=f"Grupo {number}",
            contact_name="A", phone="912345678",
        )  # fmt: skip
    client = enter(officer)
    client.get(reverse("call_submissions", args=[call.pk]))
    with django_assert_max_num_queries(16):
        page = client.get(reverse("call_submissions", args=[call.pk]) + "?estado=received").content.decode()
    assert page.count("Grupo ") >= 12
    assert Submission.objects.waiting().count() == 12


def test_applications_without_a_submission_share_the_order_of_receipt(sent, officer, place, call):
    from cases.services import facts

    case = factories.case_in(at=place)
    contact = case.organization.members_on(TODAY).first().person
    made = facts.receive_application(
        by=officer, case=case, on=TODAY, call=call, contact=contact, interested=6, informed_on=TODAY
    )
    assert (sent.number, made.received_order) == (1, 2)
    assert advancement.next_verbs(case)
