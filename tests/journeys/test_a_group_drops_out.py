"""A group stops answering: the flag, the tries on two channels, the closing with its clock handed over, and its undoing."""

from datetime import date, timedelta

import pytest

from cases.enums import LegalEventKind, Stage
from cases.services import facts
from incubator.enums import Role
from incubator.models import Assignment
from tests.factories import case_in, user_with
from tests.factories.cases import evidence

pytestmark = pytest.mark.django_db(transaction=True)
DEED = date(2021, 5, 3)
SILENT, CLOSED = date(2021, 6, 21), date(2021, 6, 24)


def test_a_group_that_stops_answering_is_closed_and_comes_back_within_the_week(quillota, enter, at):
    case = case_in(Stage.FORMALIZATION, at=quillota, name="Manos del Valle", members=5)
    at(DEED)
    facts.record_legal_act(
        by=quillota.officer, case=case, on=DEED, kind=LegalEventKind.DEED, evidence=evidence(quillota.officer, quillota)
    )
    Assignment.objects.create(post=quillota.officer.posts.get(), organization=case.organization, since=DEED)
    heir = user_with(Role.OFFICER_DEVELOPMENT, at=quillota, name="Rosa Heredera Cid")
    at(SILENT)
    officer = enter(quillota.officer, javascript=False)
    it_is_flagged(officer)
    coordinator = enter(quillota.coordinator, javascript=False)
    it_is_not_closed_without_trying(coordinator, case)
    for day, channel in ((0, "Llamada"), (1, "WhatsApp"), (2, "Llamada")):
        at(SILENT + timedelta(days=day))
        nobody_answers(officer, case, channel)
    at(CLOSED)
    it_is_closed_and_its_clock_handed_over(coordinator, case, heir)
    case.refresh_from_db()
    last = case.changes.order_by("-number").first()
    assert (case.stage, last.data["close_reason"]) == (Stage.CLOSED, "no_contact")
    assert last.data["handed_to"]
    at(CLOSED + timedelta(days=6))
    it_is_reopened(coordinator, case)
    case.refresh_from_db()
    assert case.stage == Stage.FORMALIZATION
    assert case.changes.count() == last.number + 1  # both rows are kept


def it_is_flagged(page):
    """The system says that nobody has spoken with them."""
    page.goto("/mi-dia/")
    assert "no tiene contacto" in page.inner_text("main")


def it_is_not_closed_without_trying(page, case):
    """«Sin contacto» asks for three tries on two channels."""
    close(page, case)
    page.get_by_text("se piden 3 por 2 medios").first.wait_for()


def nobody_answers(page, case, channel):
    """One tap each."""
    page.goto(f"/grupos/{case.organization_id}/contacto/")
    page.get_by_label(channel, exact=True).check(force=True)
    page.get_by_role("button", name="No respondió").click()
    page.get_by_text("Contacto anotado").first.wait_for()


def close(page, case, heir=None):
    page.goto(f"/grupos/{case.organization_id}/pasos/cerrar/")
    assert "Se unió a otro grupo" not in page.inner_text("main")
    page.get_by_label("Sin contacto").check()
    if page.locator("#id_handed_to").count():
        options = page.locator("#id_handed_to option").all_inner_texts()
        wanted = next((text for text in options if heir and heir.full_name in text), options[-1])
        page.locator("#id_handed_to").select_option(label=wanted)
    page.get_by_role("button", name="Cerrar el caso").click()


def it_is_closed_and_its_clock_handed_over(page, case, heir):
    close(page, case, heir)
    page.get_by_text("El caso quedó cerrado").first.wait_for()


def it_is_reopened(page, case):
    page.goto(f"/grupos/{case.organization_id}/pasos/reabrir/")
    page.get_by_label("Motivo").fill("Contestaron: habían cambiado de teléfono.")
    page.get_by_role("button", name="Reabrir el caso").click()
    page.get_by_text("El grupo está ahora en Formalización").first.wait_for()
