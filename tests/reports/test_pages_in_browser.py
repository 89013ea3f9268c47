"""The pages of reports as people meet them: no barrier that axe can name, nothing wider than a phone."""

from datetime import date

import pytest
from django.urls import reverse

from incubator import calendars
from tests.reports.world import JUNE, MAY, TEXTS, World, a_month

pytestmark = pytest.mark.django_db(transaction=True)
IN_JULY = date(2021, 7, 5)


@pytest.fixture
def world(monkeypatch):
    monkeypatch.setattr("reports.documents.products", lambda report, annex_code: [])
    with calendars.travel(IN_JULY):
        made = World(groups=3)
        late = a_month(made, MAY)
        made.may = made.sealed(MAY, date(2021, 6, 4))
        made.void(late, "Registrada dos veces")
        a_month(made, JUNE)
        made.june = made.compose(JUNE, IN_JULY)
        yield made


@pytest.mark.parametrize("width", [1280, 360])
def test_reports_are_reached_by_everybody(world, open_page, sign_in, axe, fits, picture, width):
    page = open_page(width)
    sign_in(page, world.officer)
    for name, address in [
        ("informes", reverse("report_list")),
        ("informe-borrador", reverse("report_detail", args=[world.june.pk])),
        ("informe-sellado", reverse("report_detail", args=[world.may.pk])),
        ("informe-filas", reverse("report_rows", args=[world.june.pk, "kinds", "minutes"]) + "?fila=session"),
        ("informe-pedir-sello", reverse("report_ask_seal", args=[world.june.pk])),
        ("verificar", reverse("verify")),
        ("verificar-codigo", reverse("verify_code", args=[world.may.code])),
    ]:
        answer = page.goto(address)
        assert answer.status == 200, address
        axe(page)
        fits(page)
        picture(page, f"{name}-{width}")


def test_without_javascript_a_draft_is_written_and_its_seal_asked(world, open_page, sign_in):
    page = open_page(1280, javascript=False)
    sign_in(page, world.officer)
    page.goto(reverse("report_detail", args=[world.june.pk]))
    page.get_by_label("El mes en pocas palabras").fill(TEXTS["summary"])
    page.get_by_role("button", name="Guardar este relato").click()
    page.get_by_label("Desviaciones y medidas").fill(TEXTS["deviations"])
    page.get_by_role("textbox", name="Próximos pasos").fill(TEXTS["next_steps"])
    page.get_by_role("button", name="Guardar el relato").click()
    page.get_by_role("link", name="Pedir el sello").click()
    page.get_by_role("button", name="Pedir el sello").click()
    page.get_by_text("Ahora le toca a la coordinación").wait_for()
