"""One accepts while the other takes the request back: one answer is written, and the case is where it says."""

import threading

import pytest
from django.db import connection

from cases.models import Case
from cases.services import transfers
from incubator import calendars
from incubator.requirements import Refused
from tests.factories.people import coordinator_of, incubator, officer_of
from tests.transfers.scene import TAKEN, asked, case_with_a_deed


@pytest.mark.django_db(transaction=True)
def test_accept_and_revoke_at_once_leave_one_answer():
    case = case_with_a_deed()
    transfer = asked(case)
    sender, receiver = coordinator_of(incubator("05501")), coordinator_of(incubator("05502"))
    takers = dict.fromkeys(("registry_entry", "publication"), officer_of(incubator("05502")))
    outcomes = []

    def fire(act):
        try:
            outcomes.append(act().state)
        except Refused as refusal:
            outcomes.append(refusal.sentences[0])
        finally:
            connection.close()

    tries = [
        lambda: transfers.accept(by=receiver, transfer=transfer, on=TAKEN, takers=takers),
        lambda: transfers.revoke(by=sender, transfer=transfer, on=TAKEN, reason="El grupo se queda."),
    ]
    with calendars.travel(TAKEN):
        threads = [threading.Thread(target=fire, args=[act]) for act in tries]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    transfer.refresh_from_db()
    place = Case.objects.get(pk=case.pk).incubator
    assert transfer.state in outcomes
    assert any("ya se respondió" in str(outcome) for outcome in outcomes)
    assert place == incubator("05502" if transfer.state == "accepted" else "05501")
    assert transfer.changes.count() == 2
