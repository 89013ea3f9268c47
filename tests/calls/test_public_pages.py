"""What everybody reads of the calls: nothing of a person, nothing of a draft."""

import pytest
from django.urls import reverse

from cases.services import submissions
from incubator import calendars
from tests.calls.conftest import CLOSES, TYPED
from tests.support.papers import is_for_everybody

QUILLOTA = "quillota"


def _page(client, name, call):
    return client.get(reverse(name, args=[QUILLOTA, call.pk]))


def test_a_draft_is_nobodys_but_the_teams(draft, client):
    for name in ("public_call", "public_call_easy", "public_call_pdf", "public_call_apply"):
        assert _page(client, name, draft).status_code == 404
    assert draft.name not in client.get(reverse("public_calls")).content.decode()


def test_the_page_says_its_days_in_words_and_how_to_apply_without_internet(call, client):
    page = _page(client, "public_call", call).content.decode()
    for words in ("martes 15 de junio de 2021", "miércoles 30 de junio de 2021", call.phone, "Maipú 330", "5 días"):
        assert words in page
    assert reverse("public_call_apply", args=[QUILLOTA, call.pk]) in page
    assert "Orden de recepción" in page


def test_another_commune_in_the_address_leads_to_the_right_one(call, client):
    answer = client.get(reverse("public_call", args=["05501", call.pk]))
    assert answer.url == reverse("public_call", args=[QUILLOTA, call.pk])


def test_the_easy_version_has_its_own_address(call, client):
    page = _page(client, "public_call_easy", call).content.decode()
    assert "La ayuda es gratis." in page
    assert call.text not in page


def test_the_list_tells_what_is_open_from_what_closed(call, client):
    assert "Abiertas ahora" in client.get(reverse("public_calls")).content.decode()
    with calendars.travel(CLOSES.replace(month=7, day=1)):
        page = client.get(reverse("public_calls")).content.decode()
    assert "Ya cerraron" in page
    assert call.name in page


def test_nobody_reads_there_what_was_sent(call, client):
    submissions.receive(
        call=call, at=calendars.now(), notice_version="postulacion-1", kind="group", group_name=TYPED["group_name"],
        contact_name=TYPED["contact_name"], phone=TYPED["phone"], interested=7,
    )  # fmt: skip
    for name in ("public_call", "public_call_easy", "public_call_apply"):
        page = _page(client, name, call).content.decode()
        assert TYPED["group_name"] not in page
        assert TYPED["contact_name"] not in page


@pytest.mark.parametrize("name", ["public_call", "public_call_easy", "public_calls"])
def test_the_video_plays_nowhere_but_where_it_lives(call, client, name):
    answer = client.get(reverse(name)) if name == "public_calls" else _page(client, name, call)
    assert b"<iframe" not in answer.content


def test_the_paper_is_for_every_reader(call, client):
    answer = _page(client, "public_call_pdf", call)
    assert answer["Content-Type"] == "application/pdf"
    is_for_everybody(answer.content, "print/call.html")


def test_the_list_asks_a_fixed_number_of_questions(call, client, django_assert_max_num_queries):
    with django_assert_max_num_queries(6):
        client.get(reverse("public_calls"))
