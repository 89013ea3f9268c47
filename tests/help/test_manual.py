"""The manual is read inside Minga: every page opens, every link leads somewhere, and nothing in it breaks the house."""

import re
from html.parser import HTMLParser
from urllib.parse import unquote

import pytest
from django.contrib.staticfiles import finders
from django.urls import resolve, reverse

from incubator import manual
from incubator.doors import REGISTRY, Door
from tests import factories

PAGES = [manual.INDEX, *manual.names()]


class Seen(HTMLParser):
    """Ids, links, headings and tables of a page."""

    def __init__(self, html):
        super().__init__()
        self.ids, self.links, self.headings, self.styled, self.heads = [], [], [], [], []
        self.pictures = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        self.ids += [found["id"]] if "id" in found else []
        self.links += [found["href"]] if tag == "a" and found.get("class") != "picture" else []
        self.pictures += [found] if tag == "img" else []
        self.headings += [int(tag[1])] if re.fullmatch(r"h[1-6]", tag) else []
        self.styled += [tag] if "style" in found else []
        self.heads += [found.get("scope")] if tag == "th" else []


def seen(name):
    """What the reader meets on one page."""
    return Seen(manual.page(name).html)


@pytest.fixture
def enter(client, db):
    """The client of somebody with a post."""
    from django.conf import settings

    officer = factories.people.officer_of(factories.incubator())
    client.force_login(officer, backend=settings.AUTHENTICATION_BACKENDS[0])
    return client


def test_there_is_an_index_and_a_page_for_each_task():
    for name in ("primeros-pasos", "grupos", "personas", "sesiones", "formacion", "informes", "equipo", "sitio"):
        assert name in manual.names()
    assert "datos-personales" in manual.names()


@pytest.mark.parametrize("name", PAGES)
def test_a_page_opens_with_its_own_title(name, enter):
    page = enter.get(manual.address(name))
    assert page.status_code == 200
    text = page.content.decode()
    assert f"<h1>{manual.page(name).title}</h1>" in text
    assert text.count("<h1") == 1


@pytest.mark.parametrize("name", PAGES)
def test_every_link_of_a_page_leads_to_a_page_and_a_heading_that_exist(name):
    for link in seen(name).links:
        address, _, anchor = link.partition("#")
        match = resolve(address)
        target = match.kwargs.get("name", manual.INDEX)
        assert match.url_name in ("help", "help_page"), link
        assert manual.page(target), link
        assert not anchor or unquote(anchor) in seen(target).ids, link


@pytest.mark.parametrize("name", PAGES)
def test_a_picture_is_served_beside_the_page_and_keeps_its_place_while_it_loads(name):
    for picture in seen(name).pictures:
        assert picture["src"].startswith("/static/manual/"), picture
        assert finders.find(picture["src"].removeprefix("/static/")), picture
        assert int(picture["width"]) > 0 < int(picture["height"])
        assert picture["alt"]


@pytest.mark.parametrize("name", PAGES)
def test_headings_go_in_order_and_their_ids_are_not_repeated(name):
    page = seen(name)
    assert len(page.ids) == len(set(page.ids))
    former = 1
    for level in page.headings:
        assert level <= former + 1
        former = level


@pytest.mark.parametrize("name", PAGES)
def test_tables_have_named_heads_and_no_style(name):
    page = seen(name)
    assert not page.styled
    assert all(scope == "col" for scope in page.heads)


def test_every_page_but_the_index_says_what_to_do_when_something_goes_wrong():
    titles = {name: [title for _, title in manual.page(name).sections] for name in manual.names()}
    assert not [name for name, found in titles.items() if "Si algo sale mal" not in found]


def test_every_page_is_reached_from_the_index():
    linked = {resolve(link.partition("#")[0]).kwargs.get("name") for link in seen(manual.INDEX).links}
    assert set(manual.names()) <= linked


def test_the_manual_speaks_of_usted_and_never_of_success():
    for name in PAGES:
        text = re.sub(r"<[^>]+>", " ", manual.page(name).html)
        found = re.search(r"\b([Tt]us?|[Pp]uedes|[Qq]uieres|exitosamente|favor de|discapacitad\w+)\b", text)
        assert not found, (name, found)


def test_html_written_in_a_page_is_shown_and_not_obeyed(tmp_path, settings):
    folder = tmp_path / "docs" / "manual"
    folder.mkdir(parents=True)
    (folder / "raro.md").write_text("# Raro\n\n<script>alert(1)</script>\n\n[x](javascript:alert(1))\n")
    settings.BASE_DIR = tmp_path
    html = manual.page("raro").html
    assert "<script" not in html
    assert "&lt;script&gt;" in html
    assert 'href="javascript' not in html


def test_a_page_that_nobody_wrote_is_not_found(enter):
    assert enter.get("/ayuda/no-existe/").status_code == 404
    assert enter.get("/ayuda/README/").status_code == 404
    assert manual.page("../reference/roles") is None


def test_the_manual_asks_for_an_account_and_the_menu_leads_to_it(client, enter):
    assert REGISTRY["help"] == REGISTRY["help_page"] == Door.SIGNED_IN
    assert reverse("help") in enter.get(reverse("help")).content.decode()
    enter.logout()
    answer = enter.get(reverse("help_page", args=["grupos"]))
    assert answer.status_code == 302
    assert "/cuenta/login/" in answer.url
