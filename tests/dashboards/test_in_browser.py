"""The dashboards as people meet them: no barrier that axe can name, nothing wider than a phone, and told without script."""

import pytest
from django.urls import reverse

from cases.enums import Stage
from tests import factories
from tests.factories.cases import session_of
from tests.factories.people import coordinator_of

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def two(world):
    """La Calera beside Quillota, with groups of its own."""
    other = factories.incubator("05502")
    for stage, name in ((Stage.OPERATION, "Costuras del Río"), (Stage.WAITING, "Miel de Boldo")):
        case = factories.case_in(stage, at=other, name=name)
    session_of(case, coordinator_of(other), case.opened_on)
    return world


@pytest.mark.parametrize("width", [1280, 360])
def test_both_dashboards_are_reached_by_everybody(two, open_page, sign_in, axe, fits, picture, width):
    page = open_page(width)
    for name, user, address in [
        ("tablero", two.coordinator, reverse("incubator_dashboard", args=[two.place.pk])),
        ("tablero-convenio", two.university, reverse("agreement_dashboard", args=[two.agreement.pk])),
        ("tableros", two.university, reverse("dashboard")),
    ]:
        sign_in(page, user)
        assert page.goto(f"{address}?meses=6").status == 200, address
        picture(page, f"{name}-{width}")
        axe(page)
        fits(page)


def test_without_script_the_months_are_chosen_and_the_data_is_read(two, open_page, sign_in):
    page = open_page(1280, javascript=False)
    sign_in(page, two.coordinator)
    page.goto(reverse("incubator_dashboard", args=[two.place.pk]))
    page.get_by_role("link", name="3 meses").click()
    page.get_by_text("del 01-04-2021 al 15-06-2021").wait_for()
    hours = page.locator("#horas")
    assert not hours.get_by_role("columnheader", name="Por validar").is_visible()
    hours.get_by_text("Ver los datos").click()
    hours.get_by_role("columnheader", name="Por validar").wait_for()
