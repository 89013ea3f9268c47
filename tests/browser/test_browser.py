"""The instruments themselves: a browser that sees what people see, and says what is wrong."""

import pytest

pytestmark = pytest.mark.django_db(transaction=True)


def test_the_health_page_opens_in_the_browser(page):
    answer = page.goto("/salud/")
    assert answer.status == 200
    assert "Minga está en pie" in page.inner_text("body")


BAD = '<html lang="es"><head><title>x</title></head><body><main><h1>h</h1><img src="data:,"></main></body></html>'
GOOD = BAD.replace("<img", '<img alt="una gallina"')


def test_axe_names_what_is_wrong_and_lets_pass_what_is_right(page, axe):
    answer = page.goto("/salud/")
    assert "script-src 'self'" in answer.headers["content-security-policy"]
    page.set_content(BAD)
    with pytest.raises(AssertionError, match="image-alt"):
        axe(page)
    page.set_content(GOOD)
    axe(page)


def test_a_page_too_wide_is_noticed(phone, fits):
    phone.goto("/salud/")
    fits(phone)
    phone.set_content('<table width="900"><tr><td>ancho</table>')
    with pytest.raises(AssertionError, match="360 px"):
        fits(phone)
