"""The team's screens of a call: they pass axe, fit a telephone, and do what their buttons say."""

import pytest
from django.urls import reverse

from cases.call_life import CallState
from cases.models import Call, Submission
from cases.services import calls, submissions
from cases.services.selection import rubric
from incubator import calendars
from tests import factories
from tests.calls.conftest import CLOSES, TODAY, TYPED, WORDS
from tests.support.browser import PHONE


def _say(call, **changes):
    typed = {name: TYPED[name] for name in ("group_name", "contact_name", "phone", "place", "idea")}
    typed |= {"interested": 7} | changes
    return submissions.receive(
        call=call, at=calendars.now(), notice_version="postulacion-1", supports=["transport"],
        **typed,
    )[0]  # fmt: skip


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("width", [1280, PHONE])
def test_they_pass_axe_and_fit(open_page, sign_in, axe, fits, picture, width):
    place = factories.incubator()
    officer, coordinator = factories.people.officer_of(place), factories.people.coordinator_of(place)
    draft = calls.draft_call(by=officer, incubator=place, **WORDS | {"name": "Convocatoria de primavera", "text": ""})
    made = calls.draft_call(by=officer, incubator=place, **WORDS)
    rubric.set_rubric(by=officer, call=made, rows=rubric.offered_rows(made))
    made = calls.publish_call(by=coordinator, call=made, on=TODAY)
    factories.group_with(at=place, name="Las Dulces de la Palma")
    sent = _say(made)
    _say(made, kind="person", group_name="", contact_name="Rubén Leiva", interested=1)
    visited = {
        "equipo-lista": reverse("call_list"),
        "equipo-borrador": reverse("call_detail", args=[draft.pk]),
        "equipo-publicada": reverse("call_detail", args=[made.pk]),
        "equipo-escribir": reverse("call_new"),
        "equipo-enmendar": reverse("call_amend", args=[made.pk]),
        "equipo-recibidas": reverse("call_submissions", args=[made.pk]),
        "equipo-tomar": reverse("call_submission", args=[made.pk, sent.pk]),
        "equipo-anotar": reverse("call_enter", args=[made.pk]),
    }
    page = open_page(width)
    sign_in(page, coordinator)
    for name, address in visited.items():
        page.goto(address)
        picture(page, f"calls-{name}-{width}")
        axe(page)
        fits(page)


def test_a_coordinator_publishes_amends_and_voids_from_the_page(draft, coordinator, enter):
    client, detail = enter(coordinator), reverse("call_detail", args=[draft.pk])
    assert "Lista para publicar" in client.get(detail).content.decode()
    client.post(reverse("call_publish", args=[draft.pk]))
    form = client.get(reverse("call_amend", args=[draft.pk])).context["form"]
    said = {name: form[name].value() for name in form.fields}
    said |= {
        "tie_breakers": [],
        "reason": "Dos cupos más.",
        "seats": "6",
        "opens_on": "2021-06-15",
        "closes_on": "2021-06-30",
    }
    said = {name: value for name, value in said.items() if value is not None}
    assert client.post(reverse("call_amend", args=[draft.pk]), said).status_code == 302
    assert draft.amendments.get().changes == {"seats": [4, 6]}
    client.post(reverse("call_void", args=[draft.pk]), {"reason": "Se suspendió."})
    assert Call.objects.get(pk=draft.pk).state == CallState.VOID


def test_an_officer_sees_what_it_lacks_and_may_not_publish(draft, officer, enter):
    calls.update_call(by=officer, call=draft, easy_text="")
    client = enter(officer)
    page = client.get(reverse("call_detail", args=[draft.pk])).content.decode()
    assert "Falta el texto en lectura fácil." in page
    assert reverse("call_publish", args=[draft.pk]) not in page
    assert client.post(reverse("call_publish", args=[draft.pk])).status_code == 403


def test_an_officer_closes_it_the_day_after(call, officer, enter):
    client = enter(officer)
    assert (
        reverse("call_close", args=[call.pk]) not in client.get(reverse("call_detail", args=[call.pk])).content.decode()
    )
    with calendars.travel(CLOSES.replace(month=7, day=1)):
        assert (
            reverse("call_close", args=[call.pk]) in client.get(reverse("call_detail", args=[call.pk])).content.decode()
        )
        client.post(reverse("call_close", args=[call.pk]))
    assert Call.objects.get(pk=call.pk).state == CallState.CLOSED


def test_of_another_municipality_nothing_is_there(call, enter):
    sent = _say(call)
    stranger = factories.people.officer_of(factories.incubator("05502"))
    client = enter(stranger)
    for name in ("call_detail", "call_edit", "call_submissions", "call_enter"):
        assert client.get(reverse(name, args=[call.pk])).status_code == 404
    for name in ("call_submission", "call_reissue"):
        assert client.post(reverse(name, args=[call.pk, sent.pk])).status_code == 404
    assert call.name not in client.get(reverse("call_list")).content.decode()
    assert Submission.objects.get().is_waiting


def test_a_request_is_not_reached_through_another_call(call, officer, coordinator, place, enter):
    sent = _say(call)
    other = calls.draft_call(by=officer, incubator=place, **WORDS | {"name": "Otra"})
    assert enter(officer).get(reverse("call_submission", args=[other.pk, sent.pk])).status_code == 404


def test_the_list_of_calls_asks_a_fixed_number_of_questions(call, officer, place, enter, django_assert_max_num_queries):
    for number in range(8):
        calls.draft_call(by=officer, incubator=place, **WORDS | {"name": f"Otra {number}"})
    client = enter(officer)
    client.get(reverse("call_list"))
    with django_assert_max_num_queries(12):
        client.get(reverse("call_list"))
