"""The pages of groups in a browser: accessible and without sideways scrolling, on a wide screen and on a phone."""

import pytest
from django.urls import reverse

from cases.enums import Stage
from tests.groups.scene import incubator_in_june
from tests.support.browser import DESKTOP, PHONE

pytestmark = pytest.mark.django_db(transaction=True)


def _addresses(cases):
    kitchen = cases["Cocina Ñuke Mapu"].organization_id
    bakery = cases["Panadería El Alba"].organization_id
    longest = next(case for name, case in cases.items() if len(name) > 60).organization_id
    someone = cases["Cocina Ñuke Mapu"].organization.members_on("2021-06-15").first().person_id
    return {
        "mi-dia": reverse("my_day"),
        "grupos": reverse("group_list"),
        "grupos-tablero": f"{reverse('group_list')}?vista=tablero",
        "grupos-vacio": f"{reverse('group_list')}?etapa={Stage.OPERATION}",
        "grupo": reverse("group_detail", args=[kitchen]),
        "grupo-listo": reverse("group_detail", args=[bakery]),
        "grupo-plazos": reverse("group_detail", args=[cases["Manos que Hablan"].organization_id]),
        "grupo-nombre-largo": reverse("group_detail", args=[longest]),
        "integrantes": reverse("group_members", args=[kitchen]),
        "integrante-nueva": reverse("member_new", args=[kitchen]),
        "grupo-nuevo": reverse("group_new"),
        "documentos": reverse("group_documents", args=[kitchen]),
        "bitacora": reverse("group_journal", args=[kitchen]),
        "postulacion": reverse("fact_application", args=[kitchen]),
        "evaluacion": reverse("fact_evaluation", args=[kitchen]),
        "negocio": f"{reverse('fact_business', args=[kitchen])}?actividad=pan",
        "plan": reverse("fact_plan", args=[cases["Tierra Viva"].organization_id]),
        "tramites": reverse("fact_legal", args=[cases["Manos que Hablan"].organization_id]),
        "indicadores": reverse("fact_measurement", args=[kitchen]),
        "paso": reverse("case_apply", args=[cases["Taller Las Ruedas"].organization_id]),
        "cerrar": reverse("case_close", args=[cases["Manos que Hablan"].organization_id]),
        "pausa": reverse("case_pause", args=[cases["Manos que Hablan"].organization_id]),
        "a-cargo": reverse("group_charge", args=[kitchen]),
        "convocatorias": reverse("call_list"),
        "buscar": reverse("search"),
        "persona": reverse("person_detail", args=[someone]),
        "persona-editar": reverse("person_edit", args=[someone]),
        "datos-sensibles": reverse("person_sensitive", args=[someone]),
    }


@pytest.mark.parametrize("width", [DESKTOP, PHONE])
def test_every_page_is_accessible_and_fits(width, open_page, sign_in, axe, fits, picture):
    from tests.factories.people import coordinator_of, incubator

    cases = incubator_in_june()
    page = open_page(width)
    sign_in(page, coordinator_of(incubator()))
    for name, address in _addresses(cases).items():
        response = page.goto(address)
        assert response.status == 200, address
        picture(page, f"grupos-{name}-{width}")
        fits(page)
        axe(page)


@pytest.mark.parametrize("width", [DESKTOP, PHONE])
def test_what_answers_a_form_is_accessible_too(width, open_page, sign_in, axe, fits, picture):
    from datetime import date

    from tests.factories.cases import prepare
    from tests.factories.people import incubator, officer_of

    cases = incubator_in_june()
    ready = cases["Taller Las Ruedas"]
    prepare(ready, "apply", date(2021, 6, 14))
    page = open_page(width)
    sign_in(page, officer_of(incubator()))

    def looked(name):
        picture(page, f"grupos-{name}-{width}")
        fits(page)
        axe(page)

    page.goto(reverse("my_day"))
    looked("mi-dia-funcionaria")
    page.goto(reverse("search"))
    page.fill("#buscar-texto", "nuke")
    page.click("main button:has-text('Buscar')")
    page.get_by_role("link", name="Cocina Ñuke Mapu").wait_for()
    looked("buscar-hallado")
    page.goto(reverse("group_new"))
    page.fill("#id_name", "Huertos Los Boldos")
    page.click("main button:has-text('Anotar el grupo')")
    page.get_by_text("Hay grupos con un nombre parecido").wait_for()
    looked("grupo-parecido")
    page.goto(reverse("member_new", args=[ready.organization_id]))
    page.fill("#id_given_names", "Rosa")
    page.fill("#id_surname_1", "Huenchumán")
    page.fill("#id_run", "12.345.678-5")
    page.click("main button:has-text('Anotar integrante')")
    page.get_by_text("Ya hay una persona con ese RUN").wait_for()
    looked("integrante-repetida")
    page.goto(reverse("group_detail", args=[ready.organization_id]))
    looked("grupo-puede-avanzar")
    page.get_by_role("link", name="Postular a la convocatoria").first.click()
    page.get_by_text("Está todo lo que se pide").wait_for()
    looked("paso-listo")
    page.click("main button:has-text('Postular a la convocatoria')")
    page.get_by_text("El grupo está ahora en Convocatoria.").wait_for()
    looked("grupo-recibo")
