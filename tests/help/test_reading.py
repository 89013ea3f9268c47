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


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("name", ["sesiones", "catastro"])
def test_the_pictures_of_a_page_are_seen_and_fit(name, open_page, sign_in, axe, fits, picture):
    page = open_page(DESKTOP)
    sign_in(page, factories.people.officer_of(factories.incubator()))
    for width in (DESKTOP, PHONE):
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(reverse("help_page", args=[name]))
        shown = page.locator("main .picture img")
        assert shown.count() >= 2
        for one in shown.all():
            one.scroll_into_view_if_needed()
            one.evaluate("it => it.decode()")
            assert one.evaluate("it => it.naturalWidth") >= 360
        axe(page)
        fits(page)
        picture(page, f"ayuda-{name}-{width}")
