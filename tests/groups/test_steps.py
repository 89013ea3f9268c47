"""Every step of the journey on its page: it says what will happen, refuses with the reasons, and happens once."""

from datetime import date

import pytest
from django.urls import reverse

from cases.enums import Stage, Verb
from cases.models import Case, Pause
from cases.services import advancement
from tests import factories
from tests.factories.cases import WAY, prepare

TODAY = date(2021, 6, 15)


def _address(case, verb):
    return reverse(f"case_{verb}", args=[case.organization_id])


def _seen(client, case, verb):
    return client.get(_address(case, verb)).context["form"]["seen"].value()


def _fire(client, case, verb, **said):
    said = {"seen": _seen(client, case, verb), "on": "2021-06-15", "reason": "Así lo acordó el equipo."} | said
    return client.post(_address(case, verb), said)


def _stage(case):
    return Case.objects.get(pk=case.pk).stage


@pytest.mark.parametrize("target", [stage for stage in WAY if stage != Stage.CLOSED])
def test_each_step_forward_can_be_taken_on_its_page(target, coordinator, enter):
    source, verb = WAY[target]
    members = {"kind": "cooperative"} if target == Stage.REGULARIZATION else {}
    group = factories.group_with(5, **members)
    case = factories.case_in(source, group=group)
    prepare(case, verb, TODAY)
    answer = _fire(enter(coordinator), case, verb)
    assert answer.status_code == 302, answer.context["form"].errors
    assert _stage(case) == target


def test_a_step_with_something_missing_lists_it_and_shows_no_form(officer, enter):
    case = factories.case_in(Stage.TRAINING)
    page = enter(officer).get(_address(case, Verb.DEFINE_BUSINESS)).content.decode()
    assert "Faltan sesiones de acompañamiento." in page
    assert 'name="seen"' not in page


def test_a_step_posted_without_what_it_asks_is_refused_with_the_same_reasons(officer, enter):
    case = factories.case_in(Stage.TRAINING)
    answer = _fire(enter(officer), case, Verb.DEFINE_BUSINESS)
    assert answer.status_code == 200
    assert "Faltan sesiones de acompañamiento." in str(answer.context["form"].errors)
    assert _stage(case) == Stage.TRAINING


def test_of_two_people_at_once_the_second_reads_who_moved_it(officer, coordinator, enter):
    case = factories.case_in(Stage.CENSUS)
    prepare(case, Verb.APPLY, TODAY)
    client = enter(officer)
    seen = _seen(client, case, Verb.APPLY)
    advancement.advance(by=coordinator, case=case, verb=Verb.APPLY, on=TODAY)
    answer = client.post(_address(case, Verb.APPLY), {"seen": seen, "on": "2021-06-15"})
    assert answer.status_code == 200
    assert coordinator.full_name in answer.content.decode()
    assert Case.objects.get(pk=case.pk).changes.count() == 2


def test_a_day_to_come_is_refused_at_its_field(coordinator, enter):
    case = factories.case_in(Stage.CENSUS)
    prepare(case, Verb.APPLY, TODAY)
    answer = _fire(enter(coordinator), case, Verb.APPLY, on="2021-06-16")
    assert "on" in answer.context["form"].errors
    assert 'value="2021-06-16"' in answer.content.decode()


def test_closing_asks_why(coordinator, enter):
    case = factories.case_in(Stage.TRAINING)
    client = enter(coordinator)
    assert "close_reason" in _fire(client, case, Verb.CLOSE).context["form"].errors
    assert _fire(client, case, Verb.CLOSE, close_reason="withdrew").status_code == 302
    assert _stage(case) == Stage.CLOSED


def test_closing_for_lack_of_contact_asks_for_the_tries(coordinator, enter):
    case = factories.case_in(Stage.TRAINING)
    answer = _fire(enter(coordinator), case, Verb.CLOSE, close_reason="no_contact")
    assert "3 por 2 medios" in answer.content.decode()
    assert _stage(case) == Stage.TRAINING


def test_a_case_closed_by_mistake_is_reopened_and_a_wrong_step_corrected(coordinator, enter):
    case = factories.case_in(Stage.CALL)
    client = enter(coordinator)
    assert _fire(client, case, Verb.CLOSE, close_reason="withdrew").status_code == 302
    assert _fire(client, case, Verb.REOPEN).status_code == 302
    assert _stage(case) == Stage.CALL
    prepare(case, Verb.EVALUATE, TODAY)
    assert _fire(client, case, Verb.EVALUATE).status_code == 302
    assert _fire(client, case, Verb.CORRECT).status_code == 302
    assert _stage(case) == Stage.CALL


def test_declining_says_where_the_group_was_sent(coordinator, enter):
    case = factories.case_in(Stage.CALL)
    client = enter(coordinator)
    assert set(_fire(client, case, Verb.DECLINE).context["form"].errors) == {"referred_to", "clause"}
    assert _fire(client, case, Verb.DECLINE, referred_to="OMIL", clause="4.2").status_code == 302
    assert _stage(case) == Stage.CLOSED


def test_an_officer_cannot_open_the_pages_of_the_coordination(officer, enter):
    case = factories.case_in(Stage.SELECTION)
    client = enter(officer)
    for verb in (Verb.ADMIT, Verb.CLOSE, Verb.DECLINE, Verb.WAITLIST):
        assert client.get(_address(case, verb)).status_code == 403


def test_a_pause_stops_every_step_and_ends_when_somebody_says(coordinator, enter):
    case = factories.case_in(Stage.TRAINING)
    client = enter(coordinator)
    address = reverse("case_pause", args=[case.organization_id])
    answer = client.post(address, {"since": "2021-06-10", "expected_on": "2021-07-10", "reason": "Vendimia"})
    assert answer.status_code == 302
    page = client.get(reverse("group_detail", args=[case.organization_id])).content.decode()
    assert "En pausa" in page
    assert "El caso está en pausa: termine la pausa primero." in page
    client.post(reverse("case_resume", args=[case.organization_id]), {"on": "2021-06-15"})
    assert Pause.objects.get(case=case).until == TODAY


def test_a_pause_too_long_is_refused_and_keeps_what_was_typed(coordinator, enter):
    case = factories.case_in(Stage.TRAINING)
    said = {"since": "2021-06-10", "expected_on": "2022-06-10", "reason": "Vendimia"}
    answer = enter(coordinator).post(reverse("case_pause", args=[case.organization_id]), said)
    assert answer.status_code == 200
    assert "180 días" in answer.content.decode()
    assert "Vendimia" in answer.content.decode()


def test_what_a_step_asks_is_asked_in_our_words_and_its_receipt_promises_nothing_it_cannot_keep(coordinator, enter):
    case = factories.case_in(Stage.CALL)
    client = enter(coordinator)
    refused = _fire(client, case, Verb.DECLINE, referred_to="", clause="")
    assert refused.context["form"].errors["referred_to"] == ["Complete este dato."]
    client.post(_address(case, Verb.CLOSE), _closing(client, case))
    said = _fire_and_follow(client, case, Verb.REOPEN)
    assert "El grupo está ahora en Convocatoria." in said
    assert "se puede corregir" not in said


def _closing(client, case):
    return {"seen": _seen(client, case, Verb.CLOSE), "on": "2021-06-15", "close_reason": "withdrew"}


def _fire_and_follow(client, case, verb):
    said = {"seen": _seen(client, case, verb), "on": "2021-06-15", "reason": "Fue un error."}
    return client.post(_address(case, verb), said, follow=True).content.decode()
