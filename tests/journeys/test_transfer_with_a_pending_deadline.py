"""Story: a group with its sixty days running moves to another municipality, and somebody always answers for them."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from cases import deadlines
from cases.models import Case, Transfer
from incubator import calendars, causes
from incubator.responsibility import responsible
from tests.factories.people import coordinator_of, incubator, officer_of
from tests.transfers.scene import ASKED, TAKEN, case_with_a_deed

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


def test_a_case_with_a_running_deadline_changes_hands_and_is_never_left_alone(client):
    case = case_with_a_deed()
    code, due = case.code, deadlines.running([case], ASKED)[0].due_on
    names = [row.person.surname_1 for row in case.organization.members_on(ASKED)]
    transfer = the_origin_asks(client, case)
    the_receiver_reads_no_name(client, transfer, case, names)
    somebody_answers(case, TAKEN - timedelta(days=1))
    the_receiver_takes_it(client, transfer)
    moved = Case.objects.select_related("organization__incubator", "incubator").get(pk=case.pk)
    assert (moved.code, moved.incubator) == (code, incubator("05502"))
    assert deadlines.running([moved], TAKEN)[0].due_on == due
    for day in (TAKEN, TAKEN + timedelta(days=20), due):
        assert somebody_answers(moved, day).posts.filter(incubator=incubator("05502")).exists()
    the_group_is_found_by_its_code(client, moved)
    the_origin_keeps_a_summary(client, transfer, case)


def the_origin_asks(client, case):
    client.force_login(coordinator_of(incubator("05501")))
    with calendars.travel(ASKED):
        page = reverse("transfer_request", args=[case.organization_id])
        assert "Qué va a pasar" in client.get(page).content.decode()
        answer = client.post(
            page,
            {
                "to_incubator": incubator("05502").pk,
                "reason": "La mayoría vive ahora en esa comuna.",
                "agreed_on": f"{ASKED:%Y-%m-%d}",
                "note": "El grupo sigue con sus trámites.",
                "document_file": SimpleUploadedFile("acuerdo.pdf", PDF, "application/pdf"),
            },
        )
        assert answer.status_code == 302, answer.content.decode()
        shown = client.get(reverse("group_detail", args=[case.organization_id])).content.decode()
    assert "Hay un traslado pedido a" in shown
    return Transfer.objects.get(case=case)


def the_receiver_reads_no_name(client, transfer, case, names):
    boss = coordinator_of(incubator("05502"))
    client.force_login(boss)
    with calendars.travel(TAKEN):
        assert f"transfer_waits:{transfer.pk}" in [task.key for task in causes.tasks(boss, TAKEN)]
        pages = [reverse("transfer_list"), reverse("transfer_detail", args=[transfer.pk])]
        pages.append(reverse("transfer_accept", args=[transfer.pk]))
        for page in pages:
            text = client.get(page).content.decode()
            assert case.code in text
            assert not [name for name in (case.organization.name, *names) if name in text]
        assert client.get(reverse("group_detail", args=[case.organization_id])).status_code == 404


def the_receiver_takes_it(client, transfer):
    client.force_login(coordinator_of(incubator("05502")))
    officer = officer_of(incubator("05502")).pk
    with calendars.travel(TAKEN):
        page = reverse("transfer_accept", args=[transfer.pk])
        alone = client.post(page, {"sure": "on"})
        assert alone.status_code == 200, "nobody was named for the deadlines"
        taken = {"taker_registry_entry": officer, "taker_publication": officer, "sure": "on"}
        assert client.post(page, taken).status_code == 302


def somebody_answers(case, day):
    who = responsible(case.organization, day)
    assert who is not None
    assert who.is_active
    return who


def the_group_is_found_by_its_code(client, case):
    client.force_login(officer_of(incubator("05502")))
    with calendars.travel(TAKEN):
        assert case.organization.name in client.post(reverse("search"), {"q": case.code}).content.decode()
        assert "Llegó de" in client.get(reverse("group_detail", args=[case.organization_id])).content.decode()


def the_origin_keeps_a_summary(client, transfer, case):
    client.force_login(coordinator_of(incubator("05501")))
    with calendars.travel(TAKEN):
        assert client.get(reverse("group_detail", args=[case.organization_id])).status_code == 404
        assert "solo lectura" in client.get(reverse("moved_summary", args=[transfer.pk])).content.decode()
