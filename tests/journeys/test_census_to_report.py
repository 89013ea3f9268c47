"""The main job in a real browser, with JavaScript and without: from a census workbook to a report anybody verifies."""

import re
from datetime import date
from pathlib import Path

import pytest

from incubator.models import Draft, Organization
from reports.models import Report
from tests.factories.cases import call_of

pytestmark = pytest.mark.django_db(transaction=True)
WORKBOOK = Path(__file__).parents[2] / "config" / "demonstration" / "catastro_quillota.xlsx"
UPLOADED, MET, VALIDATED, SEALED = date(2021, 5, 24), date(2021, 5, 26), date(2021, 5, 28), date(2021, 6, 2)
GROUP = "Bordadoras del Aconcagua"


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_an_officer_goes_from_a_census_workbook_to_a_sealed_report(quillota, enter, open_page, at, javascript):
    at(UPLOADED)
    officer = enter(quillota.officer, javascript=javascript)
    the_census_is_loaded(officer)
    call_of(quillota, quillota.officer, date(2021, 6, 30), opens_on=date(2021, 5, 10))
    the_group_applies_to_a_call(officer)
    at(MET)
    a_session_is_begun_kept_and_finished(officer, javascript)
    at(VALIDATED)
    coordinator = enter(quillota.coordinator, javascript=javascript)
    its_hours_are_validated(coordinator)
    at(SEALED)
    the_month_is_told_and_its_seal_asked(officer)
    code = it_is_sealed_by_another(coordinator)
    assert its_pdf_arrives(coordinator).startswith(b"%PDF-1.7")
    anybody_verifies(open_page(360, javascript=javascript), code)


def the_census_is_loaded(page):
    """What was understood, what will happen, do it, result."""
    page.goto("/catastro/")
    page.get_by_role("link", name="Subir una planilla").first.click()
    page.set_input_files("input[type=file]", WORKBOOK)
    page.get_by_role("button", name="Leer la planilla").click()
    page.get_by_role("heading", name="Qué entendimos").wait_for()
    assert "Una fila por persona" in page.inner_text("main")
    page.get_by_role("button", name="Ver qué pasará").click()
    page.get_by_role("heading", name="Qué pasará").wait_for()
    assert not Organization.objects.filter(name=GROUP).exists()
    page.get_by_role("button", name="Cargar la planilla").click()
    page.get_by_role("heading", name="Lo que se cargó").wait_for()
    assert "no se carg" in page.inner_text("main"), "the row with a wrong check digit is said"
    assert Organization.objects.filter(name=GROUP).exists()


def the_group_applies_to_a_call(page):
    """The group's application to the call is written down from its own page."""
    page.goto("/grupos/")
    page.get_by_role("link", name=GROUP).first.click()
    page.get_by_role("heading", name=GROUP, level=1).wait_for()
    group = re.search(r"/grupos/(\d+)/", page.url)[1]
    page.goto(f"/grupos/{group}/postulacion/")
    page.locator("#id_call").select_option(index=1)
    page.locator("#id_contact").select_option(index=1)
    page.locator("#id_interested").fill("6")
    page.get_by_role("button", name="Anotar la postulación").click()
    page.get_by_text("La postulación quedó anotada.").wait_for()


def a_session_is_begun_kept_and_finished(page, javascript):
    """Half of it waits as a draft, and is resumed from «Mi día»."""
    page.goto("/sesiones/nueva/")
    page.get_by_text(GROUP, exact=True).click()
    page.get_by_role("button", name="Seguir").click()
    page.get_by_role("heading", name="Registrar una sesión").wait_for()
    page.locator("#id_starts_at").fill("15:00")
    page.locator("#id_ends_at").fill("17:00")
    page.locator("#id_topic").fill("Costos y precio de venta")
    page.get_by_role("button", name="Guardar borrador").click()
    page.get_by_text("Borrador guardado", exact=False).first.wait_for()
    assert Draft.objects.count() == 1
    page.goto("/mi-dia/")
    page.get_by_role("link", name="Terminar").first.click()
    assert page.input_value("#id_topic") == "Costos y precio de venta"
    everybody = page.get_by_role("button", name="Marcar a todas como presentes")
    everybody.click()
    marked, people = page.locator("input[value=present]:checked").count(), page.locator("ul.people > li").count()
    assert marked == people > 0
    page.locator("#id_commitments-0-what").fill("Cotizar envases")
    page.get_by_role("button", name="Agregar otro acuerdo").click()
    page.locator("#id_commitments-1-what").fill("Traer las boletas")
    page.get_by_role("button", name="Registrar la sesión").click()
    page.get_by_text("Quedó registrada la sesión").first.wait_for()
    assert f"{people} de {people} integrantes" in page.inner_text("main")
    assert not Draft.objects.exists()
    assert "Traer las boletas" in page.inner_text("main")


def its_hours_are_validated(page):
    """By somebody else."""
    page.goto("/horas/")
    page.locator("label.choice", has_text="Validar").first.click()
    page.get_by_role("button", name="Validar las marcadas").click()
    page.get_by_text("Quedaron validadas las horas de 1 reunión.").wait_for()


def the_month_is_told_and_its_seal_asked(page):
    """Figures, words, and the request of the seal."""
    page.goto("/informes/")
    page.get_by_role("button", name="Preparar mayo de 2021").click()
    page.get_by_text("Las cifras de mayo de 2021 están al día.").wait_for()
    page.get_by_label("El mes en pocas palabras").fill("Se cargó el catastro y comenzó el acompañamiento.")
    page.get_by_role("button", name="Guardar este relato").click()
    page.get_by_label("Desviaciones y medidas").fill("No hubo desviaciones.")
    page.get_by_role("textbox", name="Próximos pasos").fill("Evaluar las postulaciones.")
    page.get_by_role("button", name="Guardar el relato").click()
    page.get_by_role("link", name="Pedir el sello").click()
    page.get_by_role("button", name="Pedir el sello").click()
    page.get_by_text("Ahora le toca a la coordinación").wait_for()


def it_is_sealed_by_another(page):
    """The coordinator finds it in «Informes», reads it and seals it; returns its code."""
    page.goto("/informes/")
    page.get_by_role("link", name="Mayo de 2021").first.click()
    assert page.get_by_label("El mes en pocas palabras").input_value().startswith("Se cargó el catastro")
    page.get_by_role("link", name="Revisar y sellar").click()
    page.set_default_timeout(60_000)  # four files are printed
    page.get_by_role("button", name="Sellar el informe").click()
    page.get_by_text("El informe quedó sellado.").wait_for()
    report = Report.objects.get()
    assert report.sealed_by != report.prepared_by
    return page.locator("a[href^='/verificar/']").inner_text().strip()


def its_pdf_arrives(page):
    """The sealed PDF, as the browser receives it."""
    with page.expect_download() as arriving:
        page.locator("a[href$='/archivos/informe-pdf/']").click()
    assert arriving.value.suggested_filename.endswith(".pdf")
    return Path(arriving.value.path()).read_bytes()


def anybody_verifies(page, code):
    """Whoever holds the paper types its code."""
    page.goto("/verificar/")
    page.get_by_label("Código de verificación").fill(code.lower())
    page.get_by_role("button", name="Comprobar").click()
    page.get_by_text("Documento válido").wait_for()
    words = page.inner_text("main")
    assert "mayo de 2021" in words.lower()
    assert "Huenchumán" not in words, "no personal data"
