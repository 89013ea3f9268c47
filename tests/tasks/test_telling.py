"""The day by e-mail and by calendar: codes and kinds, never a name; once a day, and only to whoever may still see it."""

import logging
from datetime import date, timedelta

import pytest
from django.core import mail
from django.urls import reverse
from icalendar import Calendar

from cases.enums import LegalEventKind, Stage
from cases.services import facts
from config.logs import WithoutQuery
from incubator import calendars
from incubator.enums import DigestChoice, DigestOutcome
from incubator.models import CalendarFeed, DigestDelivery, Post
from incubator.services import digests, feeds
from tests import factories
from tests.factories.cases import evidence
from tests.tasks.conftest import TODAY, away, in_charge


@pytest.fixture
def send(django_capture_on_commit_callbacks):
    """send(on): what the night does for that day; answers the messages it sent."""

    def sent(on=TODAY):
        before = len(mail.outbox)
        with django_capture_on_commit_callbacks(execute=True):
            digests.send_all(on=on, now=calendars.now())
        return mail.outbox[before:]

    return sent


def _to(messages, user):
    return [message for message in messages if message.to == [user.email]]


def _everything(message):
    return message.subject + message.body + "".join(body for body, _ in message.alternatives)


@pytest.fixture
def deed(place, officer, coordinator):
    """A group of the officer with a deed that nobody registered yet."""
    case = factories.case_in(Stage.FORMALIZATION)
    proof = evidence(officer, place)
    facts.record_legal_act(by=officer, case=case, on=date(2021, 4, 19), kind=LegalEventKind.DEED, evidence=proof)
    in_charge(case, officer)
    return case


def test_the_mail_carries_code_and_kind_and_no_name_of_anybody(deed, officer, send):
    messages = send()
    (message,) = _to(messages, officer)
    assert f"Plazo legal de la escritura · caso {deed.code} · 18-06-2021" in message.body
    people = [row.person for row in deed.organization.members_on(TODAY)]
    names = {deed.organization.name, *(user.full_name for user in {officer})}
    names |= {str(person) for person in people} | {person.surname_1 for person in people}
    for one in messages:
        assert not [name for name in names if name and name in _everything(one)]
    assert reverse("my_digest") in message.body


def test_repeating_the_night_sends_nothing_twice(deed, officer, send):
    assert _to(send(), officer)
    assert not send()
    assert DigestDelivery.objects.get(user=officer, day=TODAY).outcome == DigestOutcome.SENT


def test_nothing_is_sent_on_a_day_nobody_works(deed, officer, send):
    saturday = date(2021, 6, 19)
    with calendars.travel(saturday):
        assert not send(saturday)
    assert not DigestDelivery.objects.exists()


@pytest.mark.parametrize(("choice", "sent"), [("none", 0), ("daily", 1), ("urgent", 1)])
def test_each_person_chooses_what_to_get(choice, sent, deed, officer, send):
    digests.choose(by=officer, choice=choice)
    messages = _to(send(), officer)
    assert len(messages) == sent
    if choice == "urgent":
        assert "Contacto con el grupo" not in messages[0].body


def test_whoever_wants_only_the_urgent_gets_nothing_on_a_calm_day(case, officer, send):
    in_charge(case, officer)
    digests.choose(by=officer, choice=DigestChoice.URGENT)
    assert not _to(send(), officer)
    assert DigestDelivery.objects.get(user=officer).outcome == DigestOutcome.NOTHING


def test_whoever_is_away_or_gone_gets_nothing_and_whoever_answers_does(deed, officer, coordinator, send):
    away(officer)
    messages = send()
    assert not _to(messages, officer)
    assert deed.code in _to(messages, coordinator)[0].body


def test_a_mail_server_that_is_down_is_said_and_tried_again(deed, officer, send, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr("django.core.mail.EmailMultiAlternatives.send", lambda message: 1 / 0)
        send()
    assert DigestDelivery.objects.get(user=officer).outcome == DigestOutcome.FAILED
    assert _to(send(), officer)


def test_the_calendar_tells_whole_days_with_code_and_kind(deed, officer, client):
    token = feeds.create(by=officer, now=calendars.now())
    answer = client.get(reverse("calendar_feed", args=[token]))
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert "private" in answer["Cache-Control"]
    assert not answer.cookies
    events = {str(event["uid"]): event for event in Calendar.from_ical(answer.content).walk("VEVENT")}
    event = events[f"clock-publication-{deed.pk}@minga"]
    assert event.decoded("dtstart") == date(2021, 6, 18)
    assert event.decoded("dtend") == date(2021, 6, 19)
    assert deed.code in str(event["summary"])
    assert deed.organization.name not in answer.content.decode()
    again = Calendar.from_ical(client.get(reverse("calendar_feed", args=[token])).content).walk("VEVENT")
    assert {str(one["uid"]) for one in again} == set(events)


def test_a_revoked_key_and_an_owner_without_post_open_nothing(deed, officer, client):
    token = feeds.create(by=officer, now=calendars.now())
    assert token not in CalendarFeed.objects.get().token_hash
    address = reverse("calendar_feed", args=[token])
    with calendars.travel(TODAY + timedelta(days=1)):
        Post.objects.filter(user=officer).update(until=TODAY + timedelta(days=1))
        assert client.get(address).status_code == 404
    assert client.get(address).status_code == 200  # the last day it acts all day
    feeds.revoke(by=officer, now=calendars.now())
    assert client.get(address).status_code == 404
    assert client.get(reverse("calendar_feed", args=["otra"])).status_code == 404


def test_the_address_is_shown_once_and_the_log_never_has_it(officer, enter):
    client = enter(officer)
    made = client.post(reverse("my_feed")).context["address"]
    token = made.rsplit("/", 1)[1].removesuffix(".ics")
    assert token not in client.get(reverse("my_feed")).content.decode()
    record = logging.LogRecord(
        "django.server", 20, "", 0, '"%s" %s', (f"GET /calendario/{token}.ics HTTP/1.1", 200), None
    )
    WithoutQuery().filter(record)
    assert token not in record.getMessage()
    assert "/calendario/***.ics" in record.getMessage()
