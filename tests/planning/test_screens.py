"""The agenda, a planned meeting and its notice, as whoever accompanies a group uses them."""

import pytest

from incubator import calendars
from incubator.models import Meeting, PlannedMeeting
from tests import factories
from tests.planning.conftest import THURSDAY
from tests.support.papers import is_for_everybody

pytestmark = pytest.mark.django_db

WHEN = {"planned_on": "17-06-2021", "starts_at": "10:00", "ends_at": "12:00", "modality": "in_person"}


def typed(officer, **said):
    return WHEN | {"topic": "Costos", "place": "Biblioteca", "conducted_by": officer.pk} | said


def rows(*supports):
    found = {"supports-TOTAL_FORMS": len(supports), "supports-INITIAL_FORMS": 0}
    for number, row in enumerate(supports):
        found |= {f"supports-{number}-{name}": value for name, value in row.items()}
    return found


def test_planning_begins_with_what_the_members_ask_for(client, officer, case, asked):
    address = f"/grupos/{case.organization_id}/sesiones/planificar/"
    page = client.get(address)
    assert [row["kind"].value() for row in page.context["supports"].forms] == ["sign_language", "transport"]
    answer = client.post(
        address, typed(officer) | rows({"kind": "sign_language", "requested": "2"}), follow=True
    ).content.decode()
    assert "Falta confirmar 1 apoyo." in answer
    assert PlannedMeeting.objects.get().planned_on == THURSDAY


def test_one_row_more_without_script_loses_nothing(client, officer, case):
    answer = client.post(
        f"/grupos/{case.organization_id}/sesiones/planificar/",
        typed(officer) | rows({"kind": "care", "requested": "1"}) | {"add_row": "supports"},
    )
    assert len(answer.context["supports"].forms) == 2
    assert not PlannedMeeting.objects.exists()


def test_registering_it_opens_the_session_as_planned_and_closes_the_plan(client, officer, case, asked, plan):
    planned = plan()
    client.post(
        f"/agenda/{planned.pk}/editar/",
        typed(officer)
        | rows(
            {"kind": "sign_language", "requested": "2", "provider": "ASOC", "booked_on": "15-06-2021", "cost": "60.000"}
        ),
    )
    with calendars.travel("2021-06-17T18:00"):
        page = client.get(f"/agenda/{planned.pk}/")
        address = page.context["session"]
        form = client.get(address).context["form"]
        assert form["topic"].value() == "Costos"
        members = {name: "present" for name in form.fields if name.startswith("mark_")}
        client.post(
            address,
            {
                "entry": "a" * 32, "plan": planned.pk, "held_on": "17-06-2021", "starts_at": "10:00", "ends_at": "12:00",
                "modality": "in_person", "conducted_by": officer.pk, "topic": "Costos",
                "commitments-TOTAL_FORMS": 0, "commitments-INITIAL_FORMS": 0,
                "given-TOTAL_FORMS": 0, "given-INITIAL_FORMS": 0,
            }
            | members
            | rows({"kind": "sign_language", "requested": "2", "given": "2", "cost": "60.000"}),
        )  # fmt: skip
        meeting = Meeting.objects.get(topic="Costos")
        assert PlannedMeeting.objects.get().meeting == meeting
        assert meeting.supports.get().cost == 60000
        assert f"Ver la sesión {meeting.code}" in client.get(f"/agenda/{planned.pk}/").content.decode()
        assert "Lengua de Señas" in client.get("/apoyos/").content.decode()


def test_the_agenda_and_the_groups_tab_show_it_with_what_lacks(client, officer, case, asked, plan):
    planned = plan()
    for address in ("/agenda/", f"/grupos/{case.organization_id}/sesiones/"):
        page = client.get(address).content.decode()
        assert f"/agenda/{planned.pk}/" in page
        assert "2 sin confirmar" in page


def test_the_list_asks_the_same_however_many_there_are(client, officer, plan, asked, django_assert_max_num_queries):
    plan()
    client.get("/agenda/")
    for _ in range(8):
        plan()
    with django_assert_max_num_queries(20):
        client.get("/agenda/")


def test_the_notice_is_accessible_paper_without_names_of_members(client, officer, plan, asked):
    answer = client.get(f"/agenda/{plan().pk}/aviso.pdf")
    is_for_everybody(answer.content, "print/meeting_notice.html")


def test_who_asks_for_what_is_shown_to_whoever_may(client, officer, plan, asked, case):
    planned = plan()
    page = client.get(f"/agenda/{planned.pk}/quien-pide/").content.decode()
    assert asked[1].name in page
    assert "silla de ruedas" in page
    client.force_login(factories.user_with("certifying_officer", at=case.incubator))
    assert client.get(f"/agenda/{planned.pk}/quien-pide/").status_code == 403
    assert client.get(f"/agenda/{planned.pk}/").status_code == 200


def test_suspending_it_says_why_to_everybody(client, officer, plan):
    planned = plan()
    client.post(f"/agenda/{planned.pk}/suspender/", {"reason": "Corte de agua"})
    assert "Corte de agua" in client.get(f"/agenda/{planned.pk}/").content.decode()
    assert client.get(f"/agenda/{planned.pk}/editar/").status_code == 404
    assert f"/agenda/{planned.pk}/" in client.get("/agenda/?estado=suspendidas").content.decode()
