"""A person applies from her telephone, without script, with the keyboard alone; and every public page passes axe."""

import pytest
from django.urls import reverse

from cases.models import Submission
from cases.services import calls
from cases.services.selection import rubric
from incubator import calendars
from tests import factories
from tests.calls.conftest import TODAY, TYPED, WORDS
from tests.support.browser import PHONE

pytestmark = pytest.mark.django_db(transaction=True)
EASY = "La municipalidad busca grupos.\n\nSu grupo debe tener 5 personas o más.\n\nLa ayuda es gratis."
TEXT = (
    "La incubadora municipal busca grupos de cinco o más personas que quieran formar una cooperativa.\n\n"
    "Los grupos elegidos reciben cursos cortos, reuniones y ayuda con los papeles. Es gratis.\n\n"
    "No pedimos certificados ni diagnósticos para postular."
)


@pytest.fixture
def open_call(transactional_db):
    """A published call, made inside the database of this test."""
    place = factories.incubator()
    officer, coordinator = factories.people.officer_of(place), factories.people.coordinator_of(place)
    made = calls.draft_call(by=officer, incubator=place, **WORDS | {"text": TEXT, "easy_text": EASY})
    rubric.set_rubric(by=officer, call=made, rows=rubric.offered_rows(made))
    made = calls.publish_call(by=coordinator, call=made, on=TODAY)
    calls.amend_call(by=coordinator, call=made, on=TODAY, reason="Se agregan dos cupos.", seats=6)
    return made


def _fill(page):
    page.get_by_label("Nombre del grupo").fill(TYPED["group_name"])
    page.get_by_label("¿Cuántas personas quieren participar?").fill("7")
    page.get_by_label("Nombre de la persona que podemos llamar").fill(TYPED["contact_name"])
    page.get_by_label("Teléfono", exact=True).fill(TYPED["phone"])
    page.get_by_role("group", name="¿Qué apoyos se necesitan para participar en el proceso?").get_by_label(
        "Transporte"
    ).check()


@pytest.mark.parametrize("width", [1280, PHONE])
def test_somebody_applies_without_script_and_sees_how_it_goes(open_call, open_page, fits, width):
    page = open_page(width, javascript=False)
    page.goto(reverse("public_calls"))
    page.get_by_role("link", name=open_call.name).click()
    page.get_by_role("link", name="Postular por internet").click()
    _fill(page)
    page.get_by_label("Leí, o me leyeron, para qué se usan estos datos").check()
    page.get_by_label("Teléfono", exact=True).fill("123")
    page.get_by_role("button", name="Revisar antes de enviar").click()
    assert "Escriba el teléfono completo" in page.content()  # and nothing typed is lost
    assert page.get_by_label("Nombre del grupo").input_value() == TYPED["group_name"]
    assert page.get_by_label("Transporte").first.is_checked()
    page.get_by_label("Teléfono", exact=True).fill(TYPED["phone"])
    page.get_by_role("button", name="Revisar antes de enviar").click()
    page.get_by_role("button", name="Enviar la postulación").press("Enter")
    code = page.locator(".receipt-code").inner_text()
    assert Submission.objects.get().group_name == TYPED["group_name"]
    assert code.replace("-", "") not in page.url
    page.goto(reverse("call_status"))
    page.get_by_label("Código del comprobante").fill(code)
    page.get_by_label("Últimos cuatro números del teléfono").fill("4321")
    page.get_by_role("button", name="Ver cómo va").click()
    assert page.get_by_text("Recibida", exact=True).is_visible()
    assert TYPED["contact_name"] not in page.content()


def test_every_public_page_passes_axe_and_fits_a_telephone(open_call, open_page, axe, fits, picture):
    place = ["quillota", open_call.pk]
    visited = {
        "lista": reverse("public_calls"),
        "convocatoria": reverse("public_call", args=place),
        "facil": reverse("public_call_easy", args=place),
        "postular": reverse("public_call_apply", args=place),
        "estado": reverse("call_status"),
    }
    for width in (1280, PHONE):
        page = open_page(width)
        for name, address in visited.items():
            page.goto(address)
            axe(page)
            fits(page)
            picture(page, f"calls-{name}-{width}")
        page.goto(visited["postular"])
        _fill(page)
        page.get_by_label("Leí, o me leyeron, para qué se usan estos datos").check()
        page.get_by_role("button", name="Revisar antes de enviar").click()
        axe(page)
        picture(page, f"calls-revision-{width}")
        page.get_by_role("button", name="Enviar la postulación").click()
        axe(page)
        fits(page)
        picture(page, f"calls-comprobante-{width}")
    with calendars.travel("2021-07-02"):
        page.goto(visited["postular"])
        axe(page)
        picture(page, "calls-fuera-de-plazo-360")
