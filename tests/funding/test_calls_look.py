"""The pages of the calls in a browser: wide and on a phone, with axe; and the way through with the keyboard alone."""

from datetime import datetime

import pytest
from django.urls import reverse

from cases.services.funding import bases, calls
from incubator import calendars
from tests import factories
from tests.funding.exchange.books import FULL
from tests.funding.scene import a_call, a_version, an_application, some_bases

pytestmark = pytest.mark.django_db(transaction=True)
NOON = datetime(2021, 5, 2, 12, tzinfo=calendars.ZONE)


@pytest.fixture
def told(place, officer):
    """A call with two versions and an open application, one of another year being copied, and one to check."""
    with calendars.travel(NOON):
        call = a_call(place, bases=some_bases(), is_demonstration=True)
        case = factories.cases.case_in(at=place)
        an_application(case, call, by=officer, on=NOON.date())
        a_version(call, FULL, in_force_from=NOON.date())
        copy = calls.copy(by=officer, call=call, incubator=place, on=NOON.date(), year=2022)
        other = a_call(place, key="otro", programme="Fondo por comprobar", bases=FULL)
        bases.renew(by=officer, call=other, on=NOON.date(), act="Aclaración: Res. 3")
        yield call, copy, other


def test_every_page_of_a_call_opens_fits_and_satisfies_axe(told, officer, coordinator, look_over):
    call, copy, other = told
    pages = [
        ("list", reverse("fund_list")),
        ("calendar", reverse("fund_calendar")),
        ("new", reverse("fund_new")),
        ("call", reverse("fund_call", args=[call.pk])),
        ("version", reverse("fund_version", args=[call.pk, 2])),
        ("interest", reverse("fund_interest", args=[call.pk])),
        ("copy", reverse("fund_copy", args=[call.pk])),
        ("renew", reverse("fund_bases_new", args=[call.pk])),
        ("draft", reverse("fund_draft", args=[copy.pk])),
        ("act", reverse("fund_bases_act", args=[other.pk])),
        ("conditions", reverse("fund_conditions", args=[other.pk])),
        ("condition", reverse("fund_condition", args=[other.pk, "minimo"])),
        *(
            (part, reverse("fund_bases_part", args=[other.pk, part]))
            for part in ("identity", "dates", "money", "items", "documents", "criteria", "form", "sources")
        ),
    ]
    look_over(officer, "fund-calls", pages)
    look_over(coordinator, "fund-calls", [("check", reverse("fund_bases_check", args=[other.pk]))])


def test_a_call_is_entered_with_the_keyboard_alone(told, officer, page, sign_in):
    sign_in(page, officer)
    page.goto(reverse("fund_new"))
    page.get_by_label("Institución que financia").focus()
    page.keyboard.type("Servicio Nuevo")
    page.get_by_label("Programa o fondo").focus()
    page.keyboard.type("Fondo con teclado")
    page.keyboard.press("Enter")
    page.wait_for_url("**/bases/parte/**")
    assert "Escriba ahora lo que dicen sus bases" in page.content()
