"""An officer finds, on her own screens, each thing that a picture of the manual shows; `make pictures` takes them again."""

import os
from datetime import date

import pytest
from django.conf import settings
from django.test import Client

from incubator import calendars
from incubator.models import User
from tests.manual import camera, walk_groups, walk_readme, walk_year, world
from tests.manual.scenes import NARROW, SCENES
from tests.support.browser import _FLAGS, DESKTOP, PHONE, _chromium, _watch

TAKES = bool(os.environ.get("MINGA_PICTURES"))
#: A window as people have it, and a telephone's.
HEIGHTS = {DESKTOP: 900, NARROW: 900, PHONE: 720}
#: Whatever tells a scene, in the order of the walk.
WALKS = (walk_groups, walk_year, walk_readme)
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def demonstration(monkeypatch, settings, tmp_path):
    """The demonstration, on the morning of its last day."""
    settings.VAR_DIR = tmp_path
    world.whole() if TAKES else world.enough(monkeypatch)
    with calendars.travel(world.NOW):
        yield


@pytest.fixture
def spanish(browser):
    """A browser whose own words are in Spanish: the dates and the files of a form are read as people read them."""
    words = os.environ | {"LANGUAGE": "es", "LANG": "es_CL.UTF-8"}
    chromium = browser.browser_type.launch(executable_path=_chromium(), args=_FLAGS, env=words)
    yield chromium
    chromium.close()


@pytest.fixture
def screens(spanish, live_server):
    """`screens(who, width)`: the page where that person works, already inside; each person keeps theirs."""
    opened, troubles = {}, []

    def of(who, width):
        if (who, width) not in opened:
            context = spanish.new_context(
                base_url=live_server.url,
                viewport={"width": width, "height": HEIGHTS[width]},
                locale="es-CL",
                timezone_id="America/Santiago",
                reduced_motion="reduce",
            )
            context.set_default_timeout(30_000)
            if who:
                context.add_cookies([_session_of(who, live_server.url)])
            opened[who, width] = context.new_page()
            _watch(opened[who, width], live_server.url, troubles)
        return opened[who, width]

    yield of
    for page in opened.values():
        page.context.close()
    assert not troubles, "\n".join(troubles)


def _session_of(who, url):
    client = Client()
    client.force_login(User.objects.get(email=who), backend=settings.AUTHENTICATION_BACKENDS[0])
    name = settings.SESSION_COOKIE_NAME
    return {"name": name, "value": client.cookies[name].value, "url": url}


def test_each_screen_of_the_manual_is_there_and_says_what_the_manual_says(demonstration, screens):
    assert calendars.today() == date(2021, 6, 15)
    wrong = []
    for scene in SCENES:
        if scene.whole and not TAKES:
            continue
        page = screens(scene.who, scene.width)
        page.set_viewport_size({"width": scene.width, "height": HEIGHTS[scene.width]})
        try:
            framed = _framed(page, scene)
        except Exception as error:  # the walk goes on: all that is wrong is told at once
            wrong.append(f"{scene.name}: {str(error).splitlines()[0]}, on {page.url}")
            continue
        read = camera.words(page, framed)
        wrong += [f"{scene.name} does not say «{said}», on {page.url}" for said in scene.says if said not in read]
        if TAKES:
            camera.keep(camera.take(page, framed), scene.file)
    if TAKES:
        walk_readme.paper()
    assert not wrong, "\n".join(wrong)


def _framed(page, scene):
    parts = scene.walk(page)
    page.wait_for_load_state()
    return camera.frame(page, parts, scene.tallest) if parts else camera.window(page)
