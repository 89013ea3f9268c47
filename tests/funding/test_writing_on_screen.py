"""The form of an application in a real browser: it fits, satisfies axe, counts while one writes, and saves by itself."""

from datetime import date

import pytest
from django.urls import reverse

from cases.enums import Stage
from cases.funding.form import reading as forms_reading
from cases.services.funding import answers, reviews
from incubator import calendars
from tests import factories
from tests.funding import scene

pytestmark = pytest.mark.django_db(transaction=True)
DAY = date(2021, 6, 15)
FRAME = {"indicator": "5 personas", "means": "Planilla", "assumption": "Hay pedidos"}
WRITTEN = {
    "why": "En el sector no hay trabajo cerca de la casa, y cinco vecinas ya cosen por encargo con máquinas prestadas "
    "que hay que devolver cada tarde.",
    "months": 6,
    "partners": [["Junta de vecinos", "La sede, sin costo"]],
    "frame": [{"level": level, "text": f"Texto de {level}", **FRAME} for level in ("goal", "purpose", "component")],
    "activities": [{"name": "Comprar máquinas", "months": [1]}, {"name": "Coser y vender", "months": [2, 3, 4]}],
}


@pytest.fixture(autouse=True)
def _today():
    with calendars.travel(DAY):
        yield


@pytest.fixture
def place():
    return factories.incubator()


@pytest.fixture
def one(place):
    by = factories.people.officer_of(place)
    made = scene.an_application(factories.case_in(Stage.BUSINESS, at=place), scene.a_call(place))
    _write(made, by, "a", WRITTEN)
    _write(made, factories.people.coordinator_of(place), "b", {"why": "Falta trabajo cerca de la casa."})
    reviews.send(by=by, application=made, on=DAY)
    reviews.comment(by=by, application=made, key="why", text="¿Cuántas personas son?", at=calendars.now())
    return made


def _write(one, by, page, values):
    return answers.save(by=by, application=one, values=values, seen={}, page=page, at=calendars.now())


def test_every_page_of_an_application_fits_and_satisfies_axe(one, place, look_over):
    other = scene.a_version(one.call, scene.some_bases(sections=(scene.SECTIONS[0],)), in_force_from=DAY)
    apply = reverse("fund_apply", args=[one.case.organization_id, one.call_id])
    pages = [
        ("apply", apply),
        ("withdraw", reverse("application_fact", args=[one.pk, "desistimiento"])),
        ("apply-who", f"{apply}?quien=group"),
        ("section", reverse("application_section", args=[one.pk, "project"])),
        ("section-tables", reverse("application_section", args=[one.pk, "plan"])),
        ("choose", reverse("application_choose", args=[one.pk, "why"])),
        ("field", reverse("application_field", args=[one.pk, "why"])),
        *((name, reverse(f"application_{name}", args=[one.pk])) for name in (
            "summary", "people", "form", "between", "review", "adopt", "verify", "confirm",
        )),
    ]  # fmt: skip
    look_over(factories.people.coordinator_of(place), "writing", pages)
    assert other.number == 2


def test_the_count_follows_what_is_typed_and_the_page_saves_itself(one, place, open_page, sign_in):
    page = open_page()
    sign_in(page, factories.people.officer_of(place))
    page.goto(reverse("application_section", args=[one.pk, "plan"]))
    page.goto(reverse("application_section", args=[one.pk, "project"]))
    box = page.get_by_label("Por qué hace falta")
    box.fill("Una dos\ntres cuatro")
    page.get_by_text("4 de 20 palabras").wait_for()
    page.get_by_text("Guardado a las").wait_for()
    assert forms_reading.values(one)["why"] == "Una dos\ntres cuatro"
    box.fill("palabra " * 21)
    page.get_by_text("21 de 20 palabras. Sobra 1 palabra.").wait_for()
