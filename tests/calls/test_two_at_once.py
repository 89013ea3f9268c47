"""Two officers take in the same request at the same moment: one does, the other reads who did."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from cases.models import Application, Case, Submission
from cases.services import calls, submissions, submissions_intake
from cases.services.selection import rubric
from cases.submission_words import SubmissionState
from incubator import calendars
from incubator.models import Person
from incubator.requirements import Refused
from tests import factories
from tests.calls.conftest import TODAY, WORDS


@pytest.mark.django_db(transaction=True)
def test_one_takes_it_in_and_the_other_reads_who_did():
    place = factories.incubator()
    officers = [factories.people.officer_of(place), factories.people.user_with("officer_development", at=place)]
    call = calls.draft_call(by=officers[0], incubator=place, **WORDS)
    rubric.set_rubric(by=officers[0], call=call, rows=rubric.offered_rows(call))
    call = calls.publish_call(by=factories.people.coordinator_of(place), call=call, on=TODAY)
    sent, _ = submissions.receive(
        call=call, at=calendars.now(), notice_version="postulacion-1", group_name="Las Dulces", contact_name="Ana",
        phone="912345678",
    )  # fmt: skip
    together = Barrier(2)

    def take(officer):
        try:
            together.wait(10)
            submissions_intake.take_in(
                by=officer, submission=Submission.objects.get(pk=sent.pk), on=TODAY, interested=6,
                new_group={"name": "Las Dulces"}, new_contact={"given_names": "Ana"},
            )  # fmt: skip
        except Refused as refused:
            return str(refused)
        finally:
            connection.close()
        return ""

    with ThreadPoolExecutor(2) as pool:
        said = sorted(pool.map(take, officers))
    assert said[0] == ""
    assert "ya está «Tomada por la incubadora» por" in said[1]
    assert Application.objects.count() == Case.objects.count() == 1
    assert Person.objects.filter(given_names="Ana").count() == 1
    assert Submission.objects.get().state == SubmissionState.TAKEN_IN


@pytest.mark.django_db(transaction=True)
def test_numbers_of_receipt_never_repeat():
    place = factories.incubator()
    officer = factories.people.officer_of(place)
    call = calls.draft_call(by=officer, incubator=place, **WORDS)
    rubric.set_rubric(by=officer, call=call, rows=rubric.offered_rows(call))
    call = calls.publish_call(by=factories.people.coordinator_of(place), call=call, on=TODAY)
    together = Barrier(4)

    def send(number):
        try:
            together.wait(10)
            made, _ = submissions.receive(
                call=call, at=calendars.now(), notice_version="postulacion-1", group_name=f"Grupo {number}",
                contact_name="Ana", phone="912345678",
            )  # fmt: skip
            return made.number
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        assert sorted(pool.map(send, range(4))) == [1, 2, 3, 4]
