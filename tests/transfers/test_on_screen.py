"""The pages of a transfer, wide and on a phone: they fit, and axe has nothing to say."""

import pytest
from django.urls import reverse

from cases.services import transfers
from incubator import calendars
from tests.factories.people import coordinator_of, incubator
from tests.transfers.scene import TAKEN, accepted, asked, case_with_a_deed

pytestmark = pytest.mark.django_db(transaction=True)


def test_every_page_of_a_transfer_fits_and_is_accessible(look_over):
    case = case_with_a_deed()
    group = reverse("group_detail", args=[case.organization_id])
    ask = reverse("transfer_request", args=[case.organization_id])
    sender, receiver = (coordinator_of(incubator(code)) for code in ("05501", "05502"))
    with calendars.travel(TAKEN):
        look_over(sender, "traslado", [("request", ask)])
        transfer = asked(case)
    with calendars.travel(TAKEN):
        detail, accept, reject = (
            reverse(name, args=[transfer.pk]) for name in ("transfer_detail", "transfer_accept", "transfer_reject")
        )
        look_over(sender, "traslado", [("banner", group), ("sent", detail)])
        seen = [("inbox", reverse("transfer_list")), ("offer", detail), ("accept", accept), ("reject", reject)]
        look_over(receiver, "traslado", seen)
        accepted(transfer)
        transfer.refresh_from_db()
        transfers.ask_correction(by=sender, transfer=transfer, on=TAKEN, what="R-0001 duró 60 minutos, no 90.")
        summary = reverse("moved_summary", args=[transfer.pk])
        look_over(sender, "traslado", [("moved", reverse("moved_list")), ("summary", summary)])
