"""The import in a real browser, without JavaScript, wide and narrow: it reads, fits and is accessible."""

import pytest

from tests import factories
from tests.factories.people import officer_of
from tests.imports.conftest import workbook_of

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize(("width", "javascript"), [(1280, False), (360, True)])
def test_a_census_goes_in_and_out(open_page, sign_in, axe, fits, picture, width, javascript):
    page = open_page(width, javascript=javascript)
    place = factories.incubator()
    sign_in(page, officer_of(place))

    def look(name):
        fits(page)
        if javascript:
            axe(page)
        picture(page, f"catastro-{name}-{width}")

    page.goto("/catastro/")
    look("vacio")
    page.get_by_role("link", name="Subir una planilla").first.click()
    page.set_input_files("input[type=file]", workbook_of("catastro_dificil_3"))
    look("subir")
    page.get_by_role("button", name="Leer la planilla").click()
    page.wait_for_url("**/columnas/")
    look("columnas")
    page.get_by_role("button", name="Ver qué pasará").click()
    page.wait_for_url("**/plan/")
    look("plan")
    page.get_by_role("button", name="Cargar la planilla").click()
    page.wait_for_url("**/catastro/*/")
    assert "Lo que se cargó" in page.inner_text("main")
    look("resultado")
    page.get_by_text("Deshacer esta carga").click()
    page.get_by_role("button", name="Sí, deshacerla").click()
    assert "Lo que se deshizo" in page.inner_text("main")
    look("deshecha")
    page.goto("/catastro/")
    look("lista")
