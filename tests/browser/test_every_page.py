"""Every page of ours in a real browser, wide and narrow: nothing for axe to name, nothing wider than the window."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.db import transaction

from cms import demonstration
from incubator import calendars
from incubator.models import Incubator
from tests.authorization.corners import TODAY
from tests.authorization.visits import Visitor
from tests.authorization.world import World
from tests.browser.pages import import_under_way, screens, without_sample
from tests.support.browser import DESKTOP, PHONE

WORKBOOK = Path(__file__).parents[1] / "data" / "census" / "catastro_dificil_1.xlsx"
#: Words that no page in Spanish says: a text of a library that nobody translated.
_ENGLISH = re.compile(r"\b(the|this|your|you|please|password|required|sign|page|not)\b", re.IGNORECASE)
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def world():
    """The world of the authorization proof, written for good: the server of the browser reads it too."""
    with calendars.travel(TODAY):
        with transaction.atomic():
            built = World()
        yield built


@pytest.fixture
def look(axe, fits, picture):
    """`look(page, path, status=200)`: what is wrong with that page at both widths, as sentences."""

    def looked(page, path, status=200):
        page.set_viewport_size({"width": DESKTOP, "height": 900})
        answer = page.goto(path)
        wrong = [] if answer.status == status else [f"{path} answered {answer.status}, not {status}"]
        if not page.url.endswith(path):
            wrong.append(f"{path} led to {page.url}")
        wrong += [f"{path} says «{word}»" for word in _ENGLISH.findall(page.inner_text("body"))]
        for width in (DESKTOP, PHONE):
            page.set_viewport_size({"width": width, "height": 900})
            wrong += [f"{width} px: {error}" for error in _failures(page, axe, fits)]
            picture(page, f"todas{path.replace('/', '-')}{width}")
        return wrong

    return looked


def _failures(page, *checks):
    for check in checks:
        try:
            check(page)
        except AssertionError as error:
            yield str(error)


def test_every_address_has_a_sample_to_be_looked_at():
    assert not without_sample()


@pytest.mark.parametrize("half", [0, 1], ids=["one half", "other half"])
def test_every_screen_is_accessible_and_fits_wide_and_narrow(half, world, live_server, open_page, look):
    visitor = Visitor(world)
    found, shut = screens(world, visitor)
    assert not shut, f"no reader opens these, or they always lead elsewhere: {shut}"
    assert len(found) > 80
    found = import_under_way(world, found[0].who, WORKBOOK) + found
    page, who, wrong = open_page(), None, []
    for screen in found[half::2]:
        if screen.who != who:
            who = screen.who
            enter(live_server, page, visitor, who)
        wrong += [f"«{screen.name}» as {who}: {sentence}" for sentence in look(page, screen.path, screen.status)]
    assert not wrong, "\n".join(wrong)


def enter(server, page, visitor, who):
    """That person is in, with the password given a moment ago."""
    cookie = visitor._client(who).cookies[settings.SESSION_COOKIE_NAME]
    page.context.clear_cookies()
    page.context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": server.url}])


PUBLIC = {
    "/": 200,
    "/quillota/": 200,
    "/cuenta/login/": 200,
    "/cuenta/password/reset/": 200,
    "/cuenta/password/reset/done/": 200,
    "/verificar/": 200,
    "/una-pagina-que-no-existe/": 404,
}


def test_what_anybody_opens_and_what_is_refused_are_accessible_and_fit(world, live_server, open_page, look):
    demonstration.build(Incubator.objects.select_related("commune").order_by("commune_id"))
    page, wrong = open_page(), []
    for path, status in PUBLIC.items():
        wrong += look(page, path, status)
    visitor = Visitor(world)
    enter(live_server, page, visitor, "trainer")
    wrong += look(page, "/catastro/", 403)
    wrong += look(page, f"/grupos/{world['foreign']['group'].pk}/", 403)
    enter(live_server, page, visitor, "coordinator")
    wrong += look(page, f"/grupos/{world['foreign']['group'].pk}/", 404)
    for path in ("/cuenta/password/change/", "/cuenta/2fa/", "/cuenta/logout/"):
        wrong += look(page, path)
    assert not wrong, "\n".join(wrong)
