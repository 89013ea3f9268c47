"""The life of a call: who moves it, what freezes, and the row that every step leaves."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse

from cases.call_life import CALL_STEPS, CallState, CallVerb, TieBreaker
from cases.models import Call, CallChange
from cases.rules.call_days import waits_until
from cases.services import call_steps, calls, submissions
from incubator import calendars
from incubator.requirements import Refused
from tests.calls.conftest import CLOSES, TODAY, WORDS

DAY = timedelta(days=1)


def _again(call):
    return Call.objects.get(pk=call.pk)


def test_a_draft_is_written_by_an_officer_and_published_by_the_coordination(draft, officer, coordinator):
    with pytest.raises(PermissionDenied):
        calls.publish_call(by=officer, call=draft, on=TODAY)
    calls.publish_call(by=coordinator, call=draft, on=TODAY)
    row = CallChange.objects.get(call=draft)
    assert (row.verb, row.from_state, row.to_state, row.by) == ("publish", "draft", "published", coordinator)
    assert _again(draft).published_on == TODAY


@pytest.mark.parametrize(
    ("name", "value", "reason"),
    [
        ("text", " ", "Falta el texto en palabras simples."),
        ("easy_text", "", "Falta el texto en lectura fácil."),
        ("phone", "", "Falta decir cómo postular por teléfono."),
        ("in_person", "", "Falta decir dónde y cuándo postular en persona."),
        ("seats", 0, "Falta al menos un cupo."),
        ("opens_on", TODAY - DAY, "La fecha de apertura ya pasó"),
        ("sign_video", "https://videos.ejemplo.cl/1", "Falta la transcripción del video."),
        ("waiting_until", date(2021, 6, 20), "La lista de espera no puede vencer antes del cierre."),
    ],
)
def test_nothing_is_published_while_it_lacks_something(draft, officer, coordinator, name, value, reason):
    calls.update_call(by=officer, call=draft, **{name: value})
    with pytest.raises(Refused, match=reason):
        calls.publish_call(by=coordinator, call=draft, on=TODAY)
    assert _again(draft).state == CallState.DRAFT


def test_a_rubric_that_does_not_add_up_is_not_published(draft, coordinator):
    draft.criteria.all().delete()
    with pytest.raises(Refused, match="sumar 100"):
        calls.publish_call(by=coordinator, call=draft, on=TODAY)


@pytest.mark.parametrize(
    ("name", "value"),
    [("seats", 9), ("closes_on", CLOSES + DAY), ("waiting_until", CLOSES + DAY), ("appeal_days", 1),
     ("tie_breakers", [TieBreaker.INTERESTED]), ("text", "Otra cosa."), ("evaluators", 5)],
)  # fmt: skip
def test_what_is_published_is_frozen_in_the_service_and_in_the_database(call, officer, name, value):
    with pytest.raises(Refused, match="enmienda"):
        calls.update_call(by=officer, call=call, **{name: value})
    stored = [*value, TieBreaker.RECEIPT] if name == "tie_breakers" else value
    with pytest.raises(IntegrityError), transaction.atomic():
        Call.objects.filter(pk=call.pk).update(**{name: stored})
    with pytest.raises(IntegrityError), transaction.atomic():
        Call.objects.filter(pk=call.pk).update(**{name: stored, "amended": 1})  # no amendment says it


def test_how_to_reach_the_office_is_mended_at_any_time(call, officer):
    calls.update_call(by=officer, call=call, phone="+56 33 200 9999")
    assert _again(call).phone == "+56 33 200 9999"


def test_an_amendment_is_numbered_dated_and_public(call, coordinator, officer, client):
    with pytest.raises(PermissionDenied):
        calls.amend_call(by=officer, call=call, on=TODAY, reason="Más cupos.", seats=6)
    row = calls.amend_call(
        by=coordinator, call=call, on=TODAY, reason="Más cupos.", seats=6, closes_on=date(2021, 7, 9)
    )
    assert (row.number, row.changes) == (
        1, {"closes_on": ["2021-06-30", "2021-07-09"], "seats": [4, 6]}
    )  # fmt: skip
    page = client.get(reverse("public_call", args=["quillota", call.pk])).content.decode()
    assert "Enmienda 1" in page
    assert "Más cupos." in page
    assert "9 de julio de 2021" in page
    assert "30 de junio de 2021" in page  # what it was


def test_an_amendment_says_why_changes_something_and_comes_before_the_closing(call, coordinator):
    for reason, changes in (("  ", {"seats": 6}), ("Nada.", {"seats": 4}), ("Ayer.", {"closes_on": TODAY - DAY})):
        with pytest.raises((Refused, ValidationError)):
            calls.amend_call(by=coordinator, call=call, on=TODAY, reason=reason, **changes)
    with calendars.travel(CLOSES + DAY), pytest.raises(Refused, match="antes de su cierre"):
        calls.amend_call(by=coordinator, call=call, on=CLOSES + DAY, reason="Tarde.", seats=6)
    assert not call.amendments.exists()


def test_it_is_closed_by_a_person_once_its_last_day_passed(call, officer):
    with pytest.raises(Refused, match="30-06-2021"):
        calls.close_call(by=officer, call=call, on=TODAY)
    with calendars.travel(CLOSES + DAY):
        assert _again(call).state == CallState.PUBLISHED  # the clock receives nothing, and moves nothing
        calls.close_call(by=officer, call=call, on=CLOSES + DAY)
    assert _again(call).state == CallState.CLOSED


def test_voiding_asks_for_its_reason_and_says_it_to_everybody(call, coordinator, client):
    with pytest.raises(Refused):
        calls.void_call(by=coordinator, call=call, on=TODAY, reason=" ")
    calls.void_call(by=coordinator, call=call, on=TODAY, reason="El convenio se suspendió.")
    page = client.get(reverse("public_call", args=["quillota", call.pk])).content.decode()
    assert "El convenio se suspendió." in page
    assert "Anulada" in page


def test_every_pair_of_states_that_no_step_joins_is_refused(call, coordinator):
    for verb in CallVerb:
        if call.state in CALL_STEPS[verb][0]:
            continue
        with pytest.raises(Refused):
            call_steps.move(by=coordinator, call=call, verb=verb, on=TODAY)
    with pytest.raises(IntegrityError), transaction.atomic():
        Call.objects.filter(pk=call.pk).update(state=CallState.RESOLVED)


def test_the_database_knows_the_same_steps(call, coordinator):
    """Each pair the guard lets pass is a step of CALL_STEPS, and the other way round."""
    joined = {(source, verb, target) for verb, (sources, target) in CALL_STEPS.items() for source in sources}
    for source, verb, target in joined:
        with transaction.atomic():
            _put_at(call, source, coordinator)
            _write(call, verb, source, target, coordinator)
            Call.objects.filter(pk=call.pk).update(state=target)
            transaction.set_rollback(True)
    for source, target in (("draft", "closed"), ("void", "published"), ("resolved", "ranked")):
        with pytest.raises(IntegrityError), transaction.atomic():
            _put_at(call, source, coordinator)
            _write(call, "close", source, target, coordinator)
            Call.objects.filter(pk=call.pk).update(state=target)


def _put_at(call, state, by):
    """A call born at that state."""
    made = Call(incubator=call.incubator, recorded_by=by, state=state, **WORDS)
    made.save()
    call.pk = made.pk


def _write(call, verb, source, target, by):
    CallChange.objects.create(
        call_id=call.pk, number=1, verb=verb, from_state=source, to_state=target, by=by, effective_on=TODAY,
        recorded_at=calendars.now(),
    )  # fmt: skip


def test_the_order_of_receipt_always_decides_last(draft, officer):
    calls.update_call(by=officer, call=draft, tie_breakers=["receipt", "interested"])
    assert _again(draft).tie_breakers == ["interested", "receipt"]
    with pytest.raises(IntegrityError), transaction.atomic():
        Call.objects.filter(pk=draft.pk).update(tie_breakers=["receipt", "interested"])


def test_the_waiting_list_holds_until_the_next_call_and_twelve_months_at_most(call, place, officer):
    assert waits_until(call) == date(2022, 6, 30)
    Call.objects.create(
        incubator=place, recorded_by=officer, state=CallState.PUBLISHED, published_on=TODAY,
        **WORDS | {"name": "Otra", "opens_on": date(2021, 10, 1), "closes_on": date(2021, 10, 30)},
    )  # fmt: skip
    assert waits_until(call) == date(2021, 10, 1)


def test_there_is_no_order_while_a_request_waits(call, officer, coordinator):
    sent, _ = submissions.receive(
        call=call,
        at=calendars.now(),
        notice_version="postulacion-1",
        group_name="Las Dulces",
        contact_name="Ana",
        phone="912345678",
    )
    after = CLOSES + DAY
    with calendars.travel(after):
        calls.close_call(by=officer, call=call, on=after)
        with pytest.raises(Refused, match="por tomar o responder"):
            call_steps.move(by=coordinator, call=call, verb=CallVerb.RANK, on=after)
        submissions.settle(by=officer, submission=sent, on=after, state="set_aside", note="Repetida.")
        call_steps.move(by=coordinator, call=call, verb=CallVerb.RANK, on=after)
    assert _again(call).state == CallState.RANKED
