"""The public pages as people see them: axe, no sideways scrolling, on a wide window and on a phone."""

import pytest

from cms import demonstration
from incubator.models import Incubator
from tests.factories import incubator

pytestmark = pytest.mark.django_db(transaction=True)

PAGES = {
    "portada": "/",
    "municipio": "/quillota/",
    "noticia": "/quillota/taller-de-costos/",
    "pagina": "/cooperativas/",
}


@pytest.mark.parametrize("width", [1280, 360])
def test_every_public_page_passes(open_page, axe, fits, picture, width):
    incubator("05501")
    incubator("03101")
    demonstration.build(Incubator.objects.select_related("commune").order_by("commune_id"))
    page = open_page(width)
    for name, address in PAGES.items():
        assert page.goto(address).status == 200
        picture(page, f"publico-{name}-{width}")
        axe(page)
        fits(page)
