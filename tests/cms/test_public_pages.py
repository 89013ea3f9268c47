"""What everybody may read: the home, a page per municipality, news, each with an easy version."""

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.documents.models import Document
from wagtail.models import Page, Site

from cms import demonstration
from cms.models import HomePage, IncubatorPage, NewsPage
from incubator.enums import Role
from incubator.models import Incubator
from tests.factories import group_with, user_with

pytestmark = pytest.mark.django_db


def test_the_root_of_the_site_is_the_home(client, site):
    answer = client.get("/")
    text = answer.content.decode()
    assert answer.status_code == 200
    assert text.count('class="call"') == 3
    for words in ("Quillota", "Copiapó", "Seis comunas comienzan", "Taller abierto", "Lectura fácil"):
        assert words in text


def test_building_twice_adds_nothing_and_keeps_what_editors_wrote(site, quillota):
    quillota.lead = "Lo que escribió su editora."
    quillota.save_revision().publish()
    before = Page.objects.count()
    demonstration.build(Incubator.objects.select_related("commune").order_by("commune_id"))
    assert Page.objects.count() == before
    assert IncubatorPage.objects.get(pk=quillota.pk).lead == "Lo que escribió su editora."
    assert Site.objects.get().root_page_id == site.pk
    assert not Page.objects.filter(title__startswith="Welcome").exists()


def test_a_municipality_says_where_it_is_when_it_opens_and_how_to_take_part(client, quillota):
    text = client.get("/quillota/").content.decode()
    for words in ("Calle Maipú 330", "8:30 a 13:30", "+56 33 200 0104", "Cómo participar", "Qué hacemos"):
        assert words in text
    assert 'href="tel:+56332000104"' in text
    assert "Taller abierto" in text


def test_news_and_pages_open_under_their_municipality(client, site):
    assert "04-06-2021" in client.get("/quillota/").content.decode()
    assert "4 de junio de 2021" in client.get("/quillota/taller-de-costos/").content.decode()
    assert client.get("/cooperativas/").status_code == 200
    assert client.get("/no-existe/").status_code == 404


def test_no_public_page_shows_a_person_or_a_group(client, site):
    group = group_with(3, name="Cocina Ñuke Mapu")
    names = [membership.person.surname_1 for membership in group.memberships.select_related("person")]
    for page in Page.objects.live().filter(depth__gt=1):
        text = client.get(page.url).content.decode()
        assert "Ñuke" not in text
        assert not any(name in text for name in names)


def test_whoever_entered_sees_the_same_page_without_the_menu_of_the_house(client, quillota):
    client.force_login(user_with(Role.COORDINATOR, at=quillota.incubator))
    text = client.get("/").content.decode()
    assert 'class="rail"' not in text
    assert "Qué es una minga" in text


def test_the_home_takes_few_queries_however_many_municipalities(client, site):
    client.get("/")
    with CaptureQueriesContext(
        connection,
    ) as asked:
        client.get("/")
    assert len(asked) <= 20, "\n".join(query["sql"][:150] for query in asked)


def test_a_video_needs_its_transcript_and_a_format_that_plays(quillota):
    quillota.sign_video = Document(title="señas", file="documents/senas.mp4")
    with pytest.raises(ValidationError, match="quien no puede verlo"):
        quillota.clean()
    quillota.sign_transcript = "Hola. Esta es la incubadora."
    quillota.clean()
    quillota.sign_video = Document(title="señas", file="documents/senas.pdf")
    with pytest.raises(ValidationError, match="MP4 o WebM"):
        quillota.clean()


def test_a_call_leads_to_one_place_that_a_browser_opens(site):
    block = HomePage._meta.get_field("actions").stream_block.child_blocks["action"]
    raw = {"title": "a", "text": "b", "button": "c", "page": None}
    assert block.clean(block.to_python(raw | {"address": "/cooperativas/"}))
    for address in ("", "javascript:alert(1)", "http://otro.cl"):
        with pytest.raises(ValidationError):
            block.clean(block.to_python(raw | {"address": address}))


def test_migrations_know_nothing_of_blocks():
    for model in (HomePage, IncubatorPage, NewsPage):
        _, _, args, kwargs = model._meta.get_field("body").deconstruct()
        assert args == []
        assert "block_lookup" not in kwargs
