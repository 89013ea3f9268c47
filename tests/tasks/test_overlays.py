"""Putting a task off and passing it on: with a reason, within limits, and only to somebody who can open it."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from cases.enums import LegalEventKind, Stage
from cases.services import facts
from incubator import causes
from incubator.enums import Role
from incubator.models import JournalEntry, TaskOverlay
from incubator.requirements import Refused
from incubator.services import tasks
from tests import factories
from tests.factories.cases import evidence
from tests.tasks.conftest import TODAY, away, in_charge


def _keys(user, **asked):
    return {task.key for task in causes.Agenda(user, TODAY, **asked).all()}


def _find(user, key):
    return causes.Agenda(user, TODAY, everyone=True).find(key)


def test_a_task_put_off_leaves_the_list_and_comes_back_by_itself_or_by_hand(case, officer, enter):
    in_charge(case, officer)
    key, client = f"no_contact:{case.pk}", enter(officer)
    data = {"tarea": key, "until": "25-06-2021", "reason": "Avisó que vuelve de la feria"}
    assert client.post(reverse("task_snooze"), data).status_code == 302
    page = client.get(reverse("my_day"))
    assert key not in _keys(officer)
    assert [item["task"].key for item in page.context["put_off"]] == [key]
    assert "Avisó que vuelve de la feria" in page.content.decode()
    assert causes.Agenda(officer, date(2021, 6, 25)).find(key) is not None
    assert key in {task.key for task in causes.Agenda(officer, date(2021, 6, 25)).all()}
    client.post(reverse("task_bring_back"), {"tarea": key})
    assert key in _keys(officer)
    verbs = set(JournalEntry.objects.values_list("verb", flat=True))
    assert {"task_snoozed", "task_brought_back"} <= verbs


@pytest.mark.parametrize(
    ("days", "reason", "sentence"),
    [
        (0, "Motivo", "posterior a hoy"),
        (31, "Motivo", "a lo más 30 días"),
        (5, "  ", "por qué"),
    ],
)
def test_a_task_is_not_put_off_without_limit_nor_reason(days, reason, sentence, case, officer):
    in_charge(case, officer)
    task = _find(officer, f"no_contact:{case.pk}")
    with pytest.raises(Refused, match=sentence):
        tasks.snooze(by=officer, task=task, until=TODAY + timedelta(days=days), reason=reason, on=TODAY)


def test_nothing_legal_is_put_off_past_its_day(place, officer, coordinator):
    case = factories.case_in(Stage.FORMALIZATION)
    proof = evidence(officer, place)
    facts.record_legal_act(by=officer, case=case, on=date(2021, 5, 1), kind=LegalEventKind.DEED, evidence=proof)
    task = _find(coordinator, f"clock:publication:{case.pk}")
    assert task.due_on == date(2021, 6, 30)
    with pytest.raises(Refused, match="vence el 30-06-2021"):
        tasks.snooze(by=coordinator, task=task, until=date(2021, 7, 1), reason="Espera", on=TODAY)
    assert tasks.snooze(by=coordinator, task=task, until=date(2021, 6, 30), reason="Espera", on=TODAY).pk


def test_a_task_passes_to_somebody_who_can_open_it_and_to_nobody_else(case, officer, coordinator, enter):
    in_charge(case, officer)
    colleague = factories.user_with(Role.OFFICER_DEVELOPMENT, at=case.incubator, name="Carla Colega")
    stranger = factories.user_with(Role.OFFICER_DEVELOPMENT, at=factories.incubator("05502"), name="Ajena Pérez")
    key, client = f"no_contact:{case.pk}", enter(officer)
    page = client.get(reverse("task_pass"), {"tarea": key}).content.decode()
    assert "Carla Colega" in page
    assert "Ajena Pérez" not in page
    refused = client.post(reverse("task_pass"), {"tarea": key, "to": stranger.pk, "reason": "Va ella"})
    assert refused.status_code == 200
    client.post(reverse("task_pass"), {"tarea": key, "to": colleague.pk, "reason": "Va ella el jueves"})
    assert key in _keys(colleague)
    assert key not in _keys(officer)
    away(colleague)
    assert key in _keys(officer)  # the overlay is ignored while nobody it names can attend


def test_only_whoever_answers_or_heads_the_place_decides(case, officer, coordinator, university, enter):
    in_charge(case, officer)
    colleague = factories.user_with(Role.OFFICER_DEVELOPMENT, at=case.incubator)
    key = f"no_contact:{case.pk}"
    assert enter(colleague).get(reverse("task_snooze"), {"tarea": key}).status_code == 403
    with pytest.raises(PermissionDenied):
        tasks.snooze(by=colleague, task=_find(colleague, key), until=TODAY + timedelta(days=2), reason="x", on=TODAY)
    assert enter(coordinator).get(reverse("task_snooze"), {"tarea": key}).status_code == 200


def test_another_municipality_finds_no_such_task_nor_its_decisions(case, officer, enter):
    in_charge(case, officer)
    stranger = factories.user_with(Role.COORDINATOR, at=factories.incubator("05502"))
    key = f"no_contact:{case.pk}"
    assert enter(stranger).get(reverse("task_snooze"), {"tarea": key}).status_code == 404
    tasks.snooze(by=officer, task=_find(officer, key), until=TODAY + timedelta(days=2), reason="x", on=TODAY)
    assert not TaskOverlay.objects.visible_to(stranger).exists()


def test_the_whole_list_has_pages_and_kinds(case, officer, enter):
    in_charge(case, officer)
    client = enter(officer)
    page = client.get(reverse("my_tasks"), {"tono": "waits"})
    assert f"no_contact:{case.pk}" in [task.key for task in page.context["tasks"]]
    assert client.get(reverse("my_tasks"), {"tipo": "no_contact"}).context["page"].paginator.count == 1
    assert client.get(reverse("my_tasks"), {"tono": "urgent"}).context["tasks"] == []
