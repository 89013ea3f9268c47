"""Applying from the public page: short, in one page, stored as typed, and late by one second is late."""

import re
from datetime import datetime

import pytest
from django.urls import reverse

from cases.models import Application, Case, Submission
from cases.services import submissions
from cases.services.submissions import NOT_NOW
from incubator import calendars, cipher
from incubator.models import Organization, Person
from incubator.requirements import Refused
from tests import factories
from tests.calls.conftest import CLOSES, TODAY, TYPED

ZONE = calendars.ZONE


def _address(call):
    return reverse("public_call_apply", args=["quillota", call.pk])


def _once(page):
    return re.search(r'name="once" value="([^"]+)"', page.content.decode())[1]


def _apply(client, call, **changes):
    """Write, review and send; the answer that shows the receipt."""
    said = TYPED | changes
    review = client.post(_address(call), said)
    assert review.status_code == 200, review.context["form"].errors
    return client.post(_address(call), said | {"step": "send", "once": _once(review)})


def test_it_asks_neither_disability_nor_a_run(call, client):
    page = client.get(_address(call)).content.decode()
    asked = re.findall(r'name="([a-z_0-9]+)"', page)
    assert not {name for name in asked if "run" in name.split("_") or "disab" in name}
    assert "discapacidad" not in re.sub(r"<footer.*|No pedimos discapacidad", "", page, flags=re.S).lower()


def test_reviewing_stores_nothing_and_shows_everything(call, client):
    review = client.post(_address(call), TYPED)
    page = review.content.decode()
    assert "Revise antes de enviar" in page
    assert "Intérprete de Lengua de Señas Chilena, Transporte" in page
    assert not Submission.objects.exists()


def test_what_was_typed_is_kept_exactly_and_nothing_else_moves(call, client):
    known = factories.people.person(call.incubator, given_names="Eliana", surname_1="Cárcamo", phone="+56987654321")
    group = factories.group_with(at=call.incubator, name="Las Dulces de La Palma")
    before = (Person.objects.count(), Organization.objects.count(), Case.objects.count(), known.phone, group.name)
    assert _apply(client, call).status_code == 200
    kept = Submission.objects.get()
    assert (kept.group_name, kept.contact_name, kept.phone) == (
        TYPED["group_name"], TYPED["contact_name"], TYPED["phone"]
    )  # fmt: skip
    assert kept.opened() == {"supports": ["sign_language", "transport"], "used": []}
    known.refresh_from_db()
    after = (Person.objects.count(), Organization.objects.count(), Case.objects.count(), known.phone, group.name)
    assert after == before
    assert not Application.objects.exists()
    assert kept.notice_version == "postulacion-1"


def test_the_answer_is_the_same_whether_the_person_is_known_or_not(call, client):
    """A stranger learns nothing: but for the code, the token and the number, the two receipts are one."""
    factories.people.person(call.incubator, given_names="Eliana", surname_1="Cárcamo", phone="+56987654321")

    def plain(answer):
        text = re.sub(r'name="(token|csrfmiddlewaretoken)" value="[^"]+"', "", answer.content.decode())
        return re.sub(r'receipt-code">[^<]+|Es la número \d+', "", text)

    assert plain(_apply(client, call)) == plain(
        _apply(client, call, contact_name="Nadie Conocida", phone="9 1111 2222")
    )


def test_supports_are_sealed_at_rest(call, client):
    _apply(client, call, kind="person", group_name="")
    kept = Submission.objects.get()
    assert "sign_language" not in kept.sealed
    assert "sign_language" in cipher.decrypt(kept.sealed)
    assert kept.interested == 1


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"group_name": ""}, "group_name"),
        ({"phone": "1234"}, "phone"),
        ({"informed": ""}, "informed"),
        ({"helper_name": "Rosa Soto"}, "helper_channel"),
        ({"idea": "Mi mamá es 12.345.678-5 y cocina."}, "idea"),
        ({"website": "http://compre.ejemplo"}, "website"),
        ({"contact_name": ""}, "contact_name"),
    ],
)
def test_what_is_wrong_is_said_beside_its_field_and_nothing_typed_is_lost(call, client, changes, field):
    answer = client.post(_address(call), TYPED | changes)
    assert answer.status_code == 422
    assert field in answer.context["form"].errors
    page = answer.content.decode()
    kept = [name for name in ("group_name", "idea") if name not in changes]
    for name in kept:
        assert TYPED[name] in page
    assert 'value="sign_language" class' in page or re.search(r'value="sign_language"[^>]*checked', page)
    assert not Submission.objects.exists()


def test_one_may_go_back_to_mend_and_everything_is_there(call, client):
    answer = client.post(_address(call), TYPED | {"step": "edit"})
    page = answer.content.decode()
    assert answer.status_code == 200
    assert TYPED["idea"] in page
    assert re.search(r'value="transport"[^>]*checked', page)


def test_the_last_second_is_in_time_and_the_next_one_is_late(call, client):
    last = datetime(2021, 6, 30, 23, 59, 59, tzinfo=ZONE)
    with calendars.travel(last):
        assert _apply(client, call).status_code == 200
        form = {**TYPED, "step": "send", "once": "a"}
    with calendars.travel(datetime(2021, 7, 1, 0, 0, 0, tzinfo=ZONE)):
        late = client.post(_address(call), form)
        assert late.status_code == 409
        assert call.phone in late.content.decode()
        with pytest.raises(Refused, match=NOT_NOW):
            submissions.receive(
                call=call, at=calendars.now(), notice_version="postulacion-1", contact_name="A", phone="912345678",
                group_name="B",
            )  # fmt: skip
    assert Submission.objects.count() == 1


def test_before_it_opens_the_page_says_when_and_whom_to_call(call, client):
    with calendars.travel(datetime(2021, 6, 14, 23, 59, 59, tzinfo=ZONE)):
        page = client.get(_address(call)).content.decode()
    assert "15 de junio de 2021" in page
    assert call.phone in page
    assert "<form" not in page.split("<main")[1].split("</main>")[0]


def test_sending_twice_the_same_review_keeps_one(call, client):
    review = client.post(_address(call), TYPED)
    said = TYPED | {"step": "send", "once": _once(review)}
    assert client.post(_address(call), said).status_code == 200
    again = client.post(_address(call), said)
    assert again.status_code == 409
    assert "Ya la recibimos" in again.content.decode()
    assert Submission.objects.count() == 1


def test_one_address_sends_ten_an_hour_and_then_is_told_to_call(call, client):
    for _ in range(10):
        assert _apply(client, call).status_code == 200
    waits = _apply(client, call)
    assert waits.status_code == 429
    assert "Vuelva a intentarlo en una hora" in waits.content.decode()
    assert call.phone in waits.content.decode()
    client.defaults["REMOTE_ADDR"] = "203.0.113.9"
    assert _apply(client, call).status_code == 200


def test_numbers_run_in_the_order_of_receipt(call, client):
    for name in ("Uno", "Dos", "Tres"):
        _apply(client, call, group_name=name)
    assert list(Submission.objects.values_list("number", "group_name")) == [(1, "Uno"), (2, "Dos"), (3, "Tres")]


def test_an_officer_writes_for_somebody_on_the_day_it_came_on_paper(call, officer, enter):
    said = TYPED | {
        "received_on": "2021-06-15", "helper_name": officer.full_name, "helper_channel": "phone", "used": ["easy_read"],
    }  # fmt: skip
    with calendars.travel(CLOSES):
        answer = enter(officer).post(reverse("call_enter", args=[call.pk]), said)
    assert answer.status_code == 200
    kept = Submission.objects.get()
    assert calendars.local_day(kept.received_at) == TODAY
    assert (kept.entered_by, kept.helper_channel, kept.opened()["used"]) == (officer, "phone", ["easy_read"])


def test_an_officer_does_not_write_one_of_a_day_without_a_call(call, officer, enter):
    said = TYPED | {"received_on": "2021-06-14", "helper_name": "Rosa", "helper_channel": "office"}
    answer = enter(officer).post(reverse("call_enter", args=[call.pk]), said)
    assert "Se recibe del 15-06-2021 al 30-06-2021" in answer.content.decode()
    assert not Submission.objects.exists()
