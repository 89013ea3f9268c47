"""The pages of a selection, through the doors people use, with and without script."""

from datetime import date

import pytest
from django.urls import reverse

from cases.enums import Conflict, Verb
from cases.models import Evaluation
from cases.services.selection import evaluators
from incubator import calendars, causes
from incubator.enums import Role
from tests import factories
from tests.factories.cases import call_of, evaluators_of
from tests.selection.stories import FILED, TODAY, application_of, applied, decide, file, give, put_in_order, ranked

PREFIX = "criterios"


def _rows(*rows):
    data = {f"{PREFIX}-TOTAL_FORMS": str(len(rows)), f"{PREFIX}-INITIAL_FORMS": "0"}
    for number, (name, weight) in enumerate(rows):
        values = {
            "name": name,
            "looks_at": "Lo que se mira" if name else "",
            "weight": weight,
            "maximum": 4 if name else "",
        }
        data |= {f"{PREFIX}-{number}-{field}": str(value) for field, value in values.items()}
    return data


def test_the_rubric_is_edited_as_rows_without_script(place, officer, enter):
    call = call_of(place, officer, TODAY, state="draft", published_on=None)
    address, client = reverse("call_rubric", args=[call.pk]), enter(officer)
    assert client.get(address).status_code == 200
    more = client.post(address, _rows(("Motivo", 60)) | {"add_row": PREFIX})
    assert len(more.context["rows"].forms) == 2
    assert "suman 90" in client.post(address, _rows(("Motivo", 60), ("Idea", 30))).content.decode()
    assert client.post(address, _rows(("Motivo", 60), ("", ""), ("Idea", 40))).status_code == 302
    assert list(call.criteria.values_list("name", "weight")) == [("Motivo", 60), ("Idea", 40)]


def test_a_published_rubric_changes_by_a_public_amendment_alone(place, officer, boss, enter):
    call = call_of(place, officer, TODAY)
    address = reverse("call_rubric", args=[call.pk])
    assert enter(officer).post(address, _rows(("Motivo", 100))).status_code == 200
    assert call.criteria.count() == 5
    client = enter(boss)
    said = _rows(("Motivo", 100)) | {"reason": "Se simplifica."}
    assert client.post(f"{address}?enmendar=1", said).status_code == 302
    assert call.criteria.count() == 1
    assert call.amendments.get().changes["rubric"][1] == ["Motivo: 100 %"]


def test_an_outsider_reads_her_applications_without_names_and_nothing_else(place, boss, enter):
    call, (case, other) = applied(place, 2)
    outsider = factories.user_with(Role.EVALUATOR, at=place)
    assert enter(outsider).get(reverse("evaluation_list")).status_code == 403
    given = evaluators.assign(by=boss, application=application_of(case), evaluator=outsider, on=TODAY)
    from incubator.access import forget_posts

    forget_posts(outsider)
    client = enter(outsider)
    page = client.get(reverse("evaluation_detail", args=[given.pk])).content.decode()
    assert "Postulación 1" in page
    contact = application_of(case).contact
    for hidden in (case.organization.name, contact.given_names, contact.surname_1, case.code):
        assert hidden not in page
    for name, args in (("group_list", []), ("call_list", []), ("people_list", []), ("search", [])):
        from django.urls import NoReverseMatch

        try:
            address = reverse(name, args=args)
        except NoReverseMatch:
            continue
        answer = client.get(address)
        assert answer.status_code in (200, 403)
        assert other.organization.name not in answer.content.decode()
    for address in (
        reverse("group_detail", args=[case.organization_id]),
        reverse("fact_evaluation", args=[case.organization_id]),
        reverse("call_selection", args=[call.pk]),
    ):
        assert client.get(address).status_code in (403, 404)
    assert client.get(reverse("my_day")).status_code == 200


def test_she_declares_saves_a_draft_and_files_on_her_own_pages(place, boss, enter):
    _, (case,) = applied(place)
    first, second = evaluators_of(place)
    given = evaluators.assign(by=boss, application=application_of(case), evaluator=first, on=TODAY)
    client = enter(first)
    assert client.post(reverse("evaluation_declare", args=[given.pk]), {"conflict": "none"}).status_code == 302
    criteria = list(application_of(case).call.criteria.values_list("pk", flat=True))
    said = {"on": "15-06-2021", f"points_{criteria[0]}": "3", f"reason_{criteria[0]}": "Tiene un motivo claro."}
    address = reverse("evaluation_sheet", args=[given.pk])
    assert client.post(address, said | {"draft": "1"}).status_code == 302
    wrong = client.post(address, said | {"file": "1"})
    assert "Elija el puntaje de" in wrong.content.decode()
    assert "Tiene un motivo claro." in wrong.content.decode()
    full = {f"points_{pk}": "4" for pk in criteria} | {f"reason_{pk}": "Sí." for pk in criteria}
    assert client.post(address, {"on": "15-06-2021", "file": "1"} | full).status_code == 302
    assert Evaluation.objects.get().score == 100
    assert enter(second).get(reverse("evaluation_detail", args=[given.pk])).status_code == 404


def test_a_conflict_is_told_to_the_coordination(place, boss, enter):
    _, (case,) = applied(place)
    give(case)
    third = application_of(case).assignments.first()
    evaluators.declare(by=third.evaluator, entrusted=third, on=FILED, conflict=Conflict.PAYMENT)
    keys = [task.key.split(":")[0] for task in causes.tasks(boss, TODAY)]
    assert "evaluators_missing" in keys
    assert (
        "conflicto de interés"
        in enter(boss).get(reverse("fact_evaluation", args=[case.organization_id])).content.decode()
    )


def test_the_coordinator_goes_from_the_panel_to_the_order_on_one_page(place, boss, officer, enter):
    call, (case, other) = applied(place, 2)
    client, address = enter(boss), reverse("call_selection", args=[call.pk])
    people = [person.pk for person in evaluators_of(place)]
    said = {"evaluators": people, "due_on": "30-06-2021"}
    assert client.post(reverse("call_assign", args=[call.pk]), said).status_code == 302
    for one in (case, other):
        for row in application_of(one).assignments.all():
            evaluators.declare(by=row.evaluator, entrusted=row, on=TODAY, conflict=Conflict.NONE)
        file(one, 3, 3, on=TODAY)
    assert "Primero cierre la convocatoria." in client.get(address).content.decode()
    from cases.services import calls

    calls.close_call(by=officer, call=call, on=TODAY)
    assert client.post(reverse("call_rank", args=[call.pk]), {"on": "15-06-2021"}).status_code == 302
    page = client.get(address).content.decode()
    assert "Empate: orden de recepción" in page
    assert "75,00 + 75,00, promedio de 2" in page


def test_what_is_due_is_told_to_whom_it_concerns(place, boss, officer):
    _, (case,) = ranked(place, 3)

    def keys(user):
        return {task.key.split(":")[0] for task in causes.tasks(user, TODAY)}

    assert "letters_due" not in keys(boss)
    decide(case, Verb.DECLINE)
    assert "letters_due" in keys(boss)
    assert "letters_due" not in keys(officer)
    from cases.services.selection import appeals, letters

    letter = letters.issue(by=boss, case=case, kind="not_admitted", on=TODAY)
    assert "letters_to_notify" in keys(officer)
    letters.notify(by=officer, letter=letter, on=TODAY, channel="in_person")
    assert "letters_to_notify" not in keys(officer)
    appeals.file_appeal(by=officer, case=case, on=TODAY, channel="in_person", text="No es justo.")
    task = next(task for task in causes.tasks(boss, TODAY) if task.key.startswith("appeals_to_decide"))
    assert "quedan 30 días hábiles" in task.detail


def test_a_closed_call_with_every_sheet_is_ready_to_be_ordered(place, boss, officer):
    call, (case,) = applied(place)
    give(case)
    file(case, 3, 3)
    from cases.services import calls

    calls.close_call(by=officer, call=call, on=FILED)
    assert "ready_to_rank" in {task.key.split(":")[0] for task in causes.tasks(boss, TODAY)}


def test_a_late_sheet_burns_for_her_and_is_told_to_the_coordination(place, boss):
    _, (case,) = applied(place)
    give(case)
    with calendars.travel(date(2021, 6, 1)):
        first = evaluators_of(place)[0]
        task = next(task for task in causes.tasks(first, TODAY) if task.key.startswith("own_sheet"))
    assert task.tone == "urgent"
    assert "Postulación 1" in str(task.sentence)
    assert "sheets_late" in {task.key.split(":")[0] for task in causes.tasks(boss, TODAY)}


@pytest.mark.parametrize("page", ["call_selection", "call_waiting", "call_rubric"])
def test_every_page_of_a_call_opens_for_its_team(page, place, boss, officer, enter):
    call, _ = applied(place)
    for user in (boss, officer):
        assert enter(user).get(reverse(page, args=[call.pk])).status_code == 200


def test_a_ranked_call_says_who_made_the_order(place, boss, enter):
    call, (case,) = applied(place)
    give(case)
    file(case, 3, 3)
    put_in_order(call)
    assert boss.full_name in enter(boss).get(reverse("call_selection", args=[call.pk])).content.decode()
