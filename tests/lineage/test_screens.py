"""The screens of a merge, a split and their reversal, as the two people of the coordination open them."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from cases.enums import OperationState, Stage
from cases.models import Operation
from cases.services import lineage
from incubator.enums import AttendanceMark, Role
from incubator.models import Attendance
from tests.factories import agreement, case_in, user_with
from tests.factories.cases import session_of
from tests.lineage import scene
from tests.lineage.scene import DAY, TODAY

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


def _paper():
    return SimpleUploadedFile("acuerdo.pdf", PDF, "application/pdf")


def _text(response):
    assert response.status_code == 200, response.status_code
    return response.content.decode()


def test_from_choosing_the_group_to_undoing_it(client):
    survivor, absorbed = scene.two_groups()
    session_of(absorbed, scene.boss(), DAY)
    client.force_login(scene.boss())
    here = reverse("group_detail", args=[absorbed.organization_id])
    assert reverse("merge_propose", args=[absorbed.organization_id]) in _text(client.get(here))
    page = reverse("merge_propose", args=[absorbed.organization_id])
    assert "Manos del Valle" in _text(client.get(page))
    chosen = f"{page}?con={survivor.pk}&sigue=otro"
    said = _text(client.get(chosen))
    assert "5 personas de Telares del Sol pasan a Manos del Valle" in said
    assert "1 sesión, los documentos y la bitácora anteriores" in said
    sent = client.post(chosen, {"reason": "Trabajan juntas.", "document_file": _paper()})
    operation = Operation.objects.get()
    assert sent.url == reverse("operation_detail", args=[operation.pk])
    assert "Quien lo propuso no puede hacerlo" in _text(client.get(sent.url))
    assert "Hay una propuesta con este grupo" in _text(client.get(here))
    client.force_login(scene.deputy())
    client.post(reverse("operation_execute", args=[operation.pk]), {"on": f"{TODAY:%Y-%m-%d}"})
    assert "Se puede deshacer hasta el 20-07-2021" in _text(client.get(sent.url))
    assert "Este grupo se unió a otro el 20-06-2021" in _text(client.get(here))
    joined = reverse("group_detail", args=[survivor.organization_id])
    assert "de Telares del Sol hasta el 19-06-2021" in _text(client.get(joined))
    _undone(client, operation, here)


def _undone(client, operation, here):
    ask = reverse("operation_ask_revert", args=[operation.pk])
    assert "vuelve a la etapa que dejó" in _text(client.get(ask))
    client.post(ask, {"reason": "Se arrepintieron."})
    client.force_login(scene.boss())
    undo = reverse("operation_revert", args=[operation.pk])
    assert "Se puede deshacer" in _text(client.get(undo))
    client.post(undo, {"on": f"{TODAY:%Y-%m-%d}"})
    operation.refresh_from_db()
    assert operation.state == OperationState.REVERTED
    assert "Este grupo se unió a otro" not in _text(client.get(here))


def test_dividing_asks_names_then_who_goes_where(client):
    case = case_in(Stage.TRAINING, name="Telares del Sol")
    client.force_login(scene.boss())
    page = reverse("split_propose", args=[case.organization_id])
    assert "Nombre del grupo 1" in _text(client.get(page))
    named = f"{page}?nombre_1=Hilos&etapa_1=training&nombre_2=Telar&etapa_2=call"
    assert "Por decidir" in _text(client.get(named))
    rows = list(case.organization.memberships.order_by("pk").values_list("pk", flat=True))
    answers = {f"m{rows[0]}": "0", f"m{rows[1]}": "1", f"m{rows[2]}": ""}
    client.post(named, {"reason": "Dos oficios.", "document_file": _paper(), **answers})
    operation = Operation.objects.get()
    detail = _text(client.get(reverse("operation_detail", args=[operation.pk])))
    assert "1 persona pasa a Hilos" in detail
    assert "3 personas quedan «por decidir»" in detail
    client.force_login(scene.deputy())
    client.post(reverse("operation_execute", args=[operation.pk]), {"on": f"{TODAY:%Y-%m-%d}"})
    row = lineage.undecided(operation, TODAY).first()
    decide = reverse("allocation_decide", args=[operation.pk, row.pk])
    assert row.membership.person.name in _text(client.get(decide))
    branch = operation.branches.last()
    client.post(decide, {"where": str(branch.pk), "on": f"{TODAY:%Y-%m-%d}", "reason": ""})
    assert row.membership.person_id in scene.names_on(branch.case, TODAY)


def test_absorbed_history_is_seen_marked_on_every_tab(client):
    from incubator.services import meetings

    survivor, absorbed = scene.two_groups()
    by, before = scene.boss(), DAY.replace(day=1)
    session_of(absorbed, by, before)
    meetings.log_contact(
        by=by, organization=absorbed.organization, made_on=before, channel="phone", reached=True, note="Llamada larga"
    )
    scene.merged(survivor, absorbed)
    client.force_login(by)
    mark = "de Telares del Sol hasta el 09-06-2021"
    for name in ("group_sessions", "group_journal", "group_documents", "contact_log"):
        page = _text(client.get(reverse(name, args=[survivor.organization_id])))
        assert (mark in page) == (name != "group_documents" or "acta" in page.lower()), name
    members = _text(client.get(reverse("group_members", args=[survivor.organization_id])))
    assert "en Telares del Sol desde el 04-01-2021" in members


def test_tasks_are_told_to_who_may_do_them(client):
    from incubator import causes

    survivor, absorbed = scene.two_groups()
    operation = scene.proposed_merge(survivor, absorbed)
    key = f"operation_waits:{operation.pk}"

    def keys(user):
        return {task.key for task in causes.tasks(user, TODAY)}

    assert key in keys(scene.deputy())
    assert key not in keys(scene.boss())
    assert key not in keys(user_with(Role.OFFICER_DISABILITY, at=scene.place()))
    case = case_in(Stage.CALL, name="Cocina Ñuke", members=2)
    divided = scene.split(case, [("A", Stage.CALL), ("B", Stage.CALL)])
    assert f"members_undecided:{divided.pk}" in keys(scene.boss())
    joined = scene.merged(case_in(Stage.CALL, members=2), case_in(Stage.CALL, members=2))
    assert f"members_undecided:{joined.pk}" not in keys(scene.boss())


def test_an_officer_reads_it_and_does_nothing(client):
    operation = scene.merged(*scene.two_groups())
    client.force_login(user_with(Role.OFFICER_DISABILITY, at=scene.place()))
    page = _text(client.get(reverse("operation_detail", args=[operation.pk])))
    assert "Pedir que se deshaga" not in page
    assert client.get(reverse("operation_ask_revert", args=[operation.pk])).status_code == 403


@pytest.mark.parametrize("number", [1, 6])
def test_the_list_asks_the_same_whatever_its_rows(client, number, django_assert_max_num_queries):
    for _ in range(number):
        one, other = case_in(Stage.CENSUS, members=1), case_in(Stage.CENSUS, members=1)
        scene.merged(one, other)
    client.force_login(scene.boss())
    client.get(reverse("operation_list"))
    with django_assert_max_num_queries(22):
        assert "se une a" in _text(client.get(reverse("operation_list")))


def test_the_advisor_of_the_survivor_reads_the_sessions_of_the_group_that_joined_it(client):
    survivor, absorbed = scene.two_groups()
    earlier = session_of(absorbed, scene.boss(), DAY - timedelta(days=3))
    later = session_of(case_in(Stage.TRAINING, name="Otro oficio"), scene.boss(), DAY)
    who = absorbed.organization.members_on(DAY - timedelta(days=3)).first().person
    Attendance.objects.create(
        meeting_id=earlier.session_id, person=who, organization=absorbed.organization, mark=AttendanceMark.PRESENT
    )
    client.force_login(user_with(Role.ADVISOR, at=agreement(), groups=[survivor.organization]))
    there = reverse("session_detail", args=[earlier.session_id])
    assert client.get(there).status_code == 404
    scene.merged(survivor, absorbed)
    assert there in _text(client.get(reverse("group_sessions", args=[survivor.organization_id])))
    page = _text(client.get(there))
    assert "Telares del Sol" in page
    assert who.name in page
    assert reverse("group_detail", args=[absorbed.organization_id]) not in page
    assert client.get(reverse("session_correct", args=[earlier.session_id])).status_code == 404
    assert client.get(reverse("session_void", args=[earlier.session_id])).status_code == 404
    assert client.get(reverse("session_detail", args=[later.session_id])).status_code == 404
