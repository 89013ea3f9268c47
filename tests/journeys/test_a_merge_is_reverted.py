"""Two groups join in June and change their minds in July: done by two people, undone by two people, nothing is lost."""

from datetime import date, time

import pytest

from cases.enums import OperationState, Stage
from cases.models import Operation
from cases.services import lineage, sessions
from incubator.enums import AttendanceMark, Role
from incubator.models import Meeting
from tests.factories import case_in, user_with

pytestmark = pytest.mark.django_db(transaction=True)
PROPOSED, DONE, MET, UNDONE = date(2021, 6, 14), date(2021, 6, 16), date(2021, 6, 22), date(2021, 7, 5)
PAPER = {"name": "acuerdo.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7\n1 0 obj<<>>endobj\n%%EOF\n"}


def test_two_groups_join_and_part_again(quillota, enter, at):
    one = case_in(Stage.TRAINING, at=quillota, name="Manos del Valle", members=5)
    other = case_in(Stage.SELECTION, at=quillota, name="Telares del Sol", members=5)
    deputy = user_with(Role.COORDINATOR, at=quillota, name="Inés Subrogante Vidal")
    at(PROPOSED)
    coordinator = enter(quillota.coordinator, javascript=False)
    it_is_proposed(coordinator, one, other)
    at(DONE)
    second = enter(deputy, javascript=False, width=360)
    it_is_done(second)
    assert "de Telares del Sol hasta el 15-06-2021" in text_of(second, f"/grupos/{one.organization_id}/")
    at(MET)
    everyone = set(one.organization.members_on(MET).values_list("person_id", flat=True))
    assert len(everyone) == 10
    session = sessions.log(
        by=quillota.officer, cases=[one], held_on=MET, starts_at=time(10), ends_at=time(12), topic="Costos",
        marks=dict.fromkeys(everyone, AttendanceMark.PRESENT),
    )  # fmt: skip
    at(UNDONE)
    it_is_undone(coordinator, second)
    operation = Operation.objects.get()
    assert operation.state == OperationState.REVERTED
    other.refresh_from_db()
    assert other.stage == Stage.SELECTION
    assert one.organization.members_on(UNDONE).count() == other.organization.members_on(UNDONE).count() == 5
    the_session_becomes_a_joint_one(coordinator, operation)
    assert set(session.parts.values_list("case_id", flat=True)) == {one.pk, other.pk}
    assert Meeting.objects.valid().minutes() == 120
    assert not lineage.attended_by_both(operation).exists()


def text_of(page, address):
    page.goto(address)
    return page.inner_text("main")


def it_is_proposed(page, one, other):
    """With whom, which goes on, what will happen, the agreement."""
    page.goto(f"/grupos/{other.organization_id}/unir/")
    page.locator("#id_con").select_option(label="Manos del Valle · Formación")
    page.get_by_label("Sigue el otro grupo").check()
    page.get_by_role("button", name="Ver qué pasaría").click()
    assert "5 personas de Telares del Sol pasan a Manos del Valle" in page.inner_text("main")
    page.get_by_label("Motivo").fill("Trabajan en el mismo taller.")
    page.set_input_files("input[type=file]", PAPER)
    page.get_by_role("button", name="Proponer la unión").click()
    page.get_by_text("La propuesta quedó anotada").first.wait_for()
    assert page.get_by_role("link", name="Hacer este cambio").count() == 0


def it_is_done(page):
    """By another person, from her own «Mi día»."""
    page.goto("/mi-dia/")
    page.get_by_role("link", name="Revisar").first.click()
    page.get_by_role("link", name="Hacer este cambio").click()
    page.get_by_role("button", name="Hacer este cambio").click()
    page.get_by_text("Se puede deshacer hasta el 16-07-2021").first.wait_for()


def it_is_undone(first, second):
    """Asked by one and done by the other, with what was written since in sight."""
    operation = Operation.objects.get()
    first.goto(f"/cambios/{operation.pk}/")
    first.get_by_role("link", name="Pedir que se deshaga").click()
    assert "Registró una sesión" in first.inner_text("main")
    first.get_by_label("Por qué se deshace").fill("Cada grupo quiere seguir por su cuenta.")
    first.get_by_role("button", name="Pedir que se deshaga").click()
    first.get_by_text("Quedó pedido").first.wait_for()
    second.goto(f"/cambios/{operation.pk}/deshacer/")
    second.get_by_role("button", name="Deshacer este cambio").click()
    second.get_by_text("Quedó deshecho").first.wait_for()


def the_session_becomes_a_joint_one(page, operation):
    """From the page of the operation, with one button."""
    page.goto(f"/cambios/{operation.pk}/")
    page.get_by_role("button", name="Dejarla como conjunta").click()
    page.get_by_text("La sesión quedó como conjunta").first.wait_for()
