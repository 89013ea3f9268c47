"""The manual in a real browser: readable, narrow and wide, and its links followed."""

import pytest
from django.urls import reverse

from tests import factories
from tests.support.browser import DESKTOP, PHONE


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("width", [DESKTOP, PHONE])
def test_the_manual_is_accessible_and_its_links_lead_on(width, open_page, sign_in, axe, fits, picture):
    page = open_page(width)
    sign_in(page, factories.people.officer_of(factories.incubator()))
    page.goto(reverse("help"))
    axe(page)
    fits(page)
    page.get_by_role("main").get_by_role("link", name="Personas", exact=True).last.click()
    page.wait_for_url("**/ayuda/personas/")
    axe(page)
    fits(page)
    picture(page, f"ayuda-{width}")
