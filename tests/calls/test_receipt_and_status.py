"""The code of a receipt: shown once, kept as a keyed digest, in no address and no log; and what it answers."""

import logging
import re
from datetime import timedelta

import pytest
from django.core import mail, signing
from django.db import connection
from django.urls import reverse

from cases import submission_codes
from cases.models import Submission
from cases.services import submissions
from cases.submission_words import SubmissionState
from cases.views import call_status
from incubator import calendars
from incubator.models import JournalEntry
from tests.calls.conftest import CLOSES, TODAY, TYPED
from tests.calls.test_applying import _apply
from tests.support.papers import is_for_everybody

TAIL = "4321"
NAMES = ("Eliana", "Cárcamo", "Dulces")


def _sent(call, **changes):
    typed = {name: TYPED[name] for name in ("kind", "group_name", "contact_name", "phone", "email", "place", "idea")}
    return submissions.receive(
        call=call, at=calendars.now(), notice_version="postulacion-1", interested=7, **typed | changes
    )


def _ask(client, code, tail=TAIL):
    return client.post(reverse("call_status"), {"code": code, "tail": tail})


def test_a_code_has_ten_unambiguous_characters_and_fifty_bits():
    codes = {submission_codes.new_code() for _ in range(400)}
    assert len(codes) == 400
    assert {len(code) for code in codes} == {10}
    assert not set("".join(codes)) & set("ILOU")
    assert len(set("".join(codes))) == 32


def test_the_code_is_shown_once_and_kept_nowhere(call, client):
    answer = _apply(client, call, email="grupo@ejemplo.cl")
    code = re.search(r'receipt-code">([^<]+)<', answer.content.decode())[1]
    bare = code.replace("-", "")
    with connection.cursor() as cursor:
        cursor.execute("select string_agg(row_to_json(t)::text, ' ') from cases_submission t")
        assert bare not in cursor.fetchone()[0]
        cursor.execute("select string_agg(session_data, ' ') from django_session")
        assert bare not in (cursor.fetchone()[0] or "")
        cursor.execute("select string_agg(value, ' ') from minga_cache")
        assert bare not in (cursor.fetchone()[0] or "")
    assert answer["Cache-Control"]
    assert "no-store" in answer["Cache-Control"]
    assert Submission.objects.get().code_digest == submission_codes.digest_of(bare)
    assert bare not in repr(list(JournalEntry.objects.values()))


def test_the_message_has_the_code_and_nobodys_name(call, client, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        _apply(client, call, email="grupo@ejemplo.cl")
    (message,) = mail.outbox
    assert message.to == ["grupo@ejemplo.cl"]
    assert re.search(r"[0-9A-Z]{5}-[0-9A-Z]{5}", message.body)
    whole = message.subject + message.body + message.alternatives[0][0]
    assert not [name for name in NAMES if name in whole]


def test_the_receipt_on_paper_is_for_every_reader_and_its_address_says_nothing(call, client):
    answer = _apply(client, call)
    token = re.search(r'name="token" value="([^"]+)"', answer.content.decode())[1]
    code = re.search(r'receipt-code">([^<]+)<', answer.content.decode())[1]
    assert code.replace("-", "") not in token
    paper = client.post(reverse("call_receipt"), {"token": token})
    assert "attachment" in paper["Content-Disposition"]
    is_for_everybody(paper.content, "print/receipt.html")
    assert client.get(reverse("call_receipt")).status_code == 405
    assert client.post(reverse("call_receipt"), {"token": token + "x"}).status_code == 410


def test_the_code_and_the_last_figures_say_state_day_next_step_and_whom_to_call(call, client):
    _, code = _sent(call)
    answer = _ask(client, f" {submission_codes.grouped(code).lower()} ")
    page = answer.content.decode()
    assert answer.status_code == 200
    for words in ("Recibida", "15 de junio de 2021", "le llamará", call.phone):
        assert words in page
    assert not [name for name in NAMES if name in page]
    assert code not in page


def test_unknown_and_wrong_answer_alike(call, client):
    _, code = _sent(call)
    wrong = "0" if code[0] != "0" else "1"

    def plain(answer):
        text = re.sub(r'(name="csrfmiddlewaretoken"|name="code"|name="tail")[^>]*', "", answer.content.decode())
        return answer.status_code, text

    assert plain(_ask(client, wrong + code[1:])) == plain(_ask(client, code, "0000")) == plain(_ask(client, "ABC"))


def test_it_compares_in_constant_time(call, monkeypatch):
    """Code and telephone are both compared, whole, whether or not the first one failed."""
    compared = []
    real = submissions.constant_time_compare
    monkeypatch.setattr(submissions, "constant_time_compare", lambda *pair: compared.append(pair) or real(*pair))
    _, code = _sent(call)
    for asked in ((code, TAIL), (code, "0000"), ("0000000000", TAIL)):
        compared.clear()
        submissions.find(code=asked[0], tail=asked[1])
        assert len(compared) == 2


def test_five_failures_an_hour_and_success_does_not_count(call, client):
    _, code = _sent(call)
    for _ in range(7):
        assert _ask(client, code).status_code == 200
    for _ in range(5):
        assert _ask(client, code, "0000").status_code == 422
    shut = _ask(client, code)  # the right one, too: nobody tells which
    assert shut.status_code == 429
    assert "Vuelva a intentarlo en una hora" in shut.content.decode()
    client.defaults["REMOTE_ADDR"] = "203.0.113.9"
    assert _ask(client, code).status_code == 200


def test_a_whole_network_of_the_new_kind_is_one_address(call, client):
    for number in range(5):
        client.defaults["REMOTE_ADDR"] = f"2001:db8:0:1::{number + 1}"
        assert _ask(client, "0000000000").status_code == 422
    client.defaults["REMOTE_ADDR"] = "2001:db8:0:1::ff"
    assert _ask(client, "0000000000").status_code == 429


def test_nothing_of_it_is_logged_nor_stands_in_an_address(call, client, caplog):
    _, code = _sent(call)
    with caplog.at_level(logging.DEBUG, logger="django"):
        answers = [_ask(client, code), _ask(client, code, "0000")]
    logged = caplog.text
    assert code not in logged
    assert TAIL not in re.sub(r"\d{2}:\d{2}:\d{2},\d+", "", logged)
    for answer in answers:
        links = re.findall(r'(?:href|action|src)="([^"]*)"', answer.content.decode())
        assert not [link for link in links if code in link]
    assert client.get(reverse("call_status"), {"code": code, "tail": TAIL}).context["form"].is_bound is False


def test_whoever_holds_the_code_withdraws_it_until_it_is_taken_in(call, client):
    submission, code = _sent(call)
    page = _ask(client, code).content.decode()
    token = re.search(r'name="token" value="([^"]+)"', page)[1]
    assert "Retirada" in client.post(reverse("call_withdraw"), {"token": token}).content.decode()
    submission.refresh_from_db()
    assert (submission.state, submission.settled_on, submission.settled_by) == (SubmissionState.WITHDRAWN, TODAY, None)
    again = client.post(reverse("call_withdraw"), {"token": token})
    assert again.status_code == 409


def test_a_token_of_another_hand_withdraws_nothing(call, client):
    submission, _ = _sent(call)
    forged = signing.dumps(submission.pk, salt="otra")
    assert client.post(reverse("call_withdraw"), {"token": forged}).status_code == 410
    submission.refresh_from_db()
    assert submission.is_waiting


def test_an_officer_gives_another_code_and_the_former_no_longer_works(call, client, officer, enter):
    submission, code = _sent(call)
    answer = enter(officer).post(reverse("call_reissue", args=[call.pk, submission.pk]))
    new = re.search(r'receipt-code">([^<]+)<', answer.content.decode())[1].replace("-", "")
    assert submissions.find(code=code, tail=TAIL) is None
    assert submissions.find(code=new, tail=TAIL) == submission
    entry = JournalEntry.objects.get(verb="submission_code_reissued")
    assert (entry.by, entry.subject_id, entry.data) == (officer, submission.pk, {})


@pytest.mark.parametrize("state", SubmissionState.values)
def test_every_state_has_its_words(call, state):
    """A made-up row of each state, never saved, answers something."""
    submission, _ = _sent(call)
    submission.state, submission.settled_on = state, TODAY
    words, on, following = call_status.standing(submission)
    assert words
    assert on
    assert following.endswith(".")


def test_after_the_closing_the_code_still_answers(call, client):
    _, code = _sent(call)
    with calendars.travel(CLOSES + timedelta(days=40)):
        assert _ask(client, code).status_code == 200
