"""Editors: one role, the tree of one municipality, rights that follow posts in force, nothing else of Wagtail."""

from datetime import timedelta

import pytest
from django.urls import reverse
from wagtail.images.models import Image
from wagtail.models import Page

from cms import permissions
from cms.models import NewsPage
from incubator import access, calendars
from incubator.enums import Role
from incubator.models import Post
from tests.factories import user_with

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(quillota):
    """The web editor of Quillota."""
    return user_with(Role.WEB_EDITOR, at=quillota.incubator)


@pytest.fixture
def inside(client, editor):
    """A client in which the editor entered."""
    client.force_login(editor)
    return client


def edit_address(page):
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def test_a_visitor_is_led_to_the_login_of_the_house(client, site):
    for address in ("/cms/", "/cms/pages/", "/cms/login/", "/cms/users/"):
        answer = client.get(address)
        assert answer.status_code == 302
        assert answer.headers["Location"].startswith("/cuenta/login/?next=")


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.WEB_EDITOR}))
def test_no_other_role_enters(client, quillota, role):
    agreement = quillota.incubator.agreement_on(calendars.today()) or quillota.incubator.participations.get().agreement
    place = agreement if access.GRANTS[role][0] in ("a", "p", "c") else quillota.incubator
    client.force_login(user_with(role, at=place))
    assert client.get("/cms/").status_code == 403


def test_an_editor_edits_the_own_municipality_and_no_other(inside, quillota, copiapo, site):
    assert inside.get(edit_address(quillota)).status_code == 200
    for page in (copiapo, site):
        assert inside.get(edit_address(page)).status_code == 302


def test_an_editor_publishes_news_under_the_own_page_only(inside, quillota, copiapo):
    data = {
        "title": "Feria en la plaza",
        "slug": "feria",
        "published_on": "2021-06-20",
        "lead": "Este domingo.",
        "body-count": "1",
        "body-0-deleted": "",
        "body-0-order": "0",
        "body-0-type": "title",
        "body-0-id": "",
        "body-0-value": "Quiénes venden",
        "easy_read": "null",
        "action-publish": "1",
    }
    for parent in (copiapo, quillota):
        inside.post(reverse("wagtailadmin_pages:add", args=["cms", "newspage", parent.pk]), data)
    news = NewsPage.objects.get(slug="feria")
    assert news.live
    assert news.get_parent().pk == quillota.pk
    assert inside.get("/quillota/feria/").status_code == 200


def test_the_municipality_s_page_can_be_neither_deleted_nor_unpublished(inside, quillota):
    for name in ("delete", "unpublish"):
        inside.post(reverse(f"wagtailadmin_pages:{name}", args=[quillota.pk]))
    assert Page.objects.get(pk=quillota.pk).live


def test_the_linked_incubator_is_not_in_the_form(inside, quillota):
    assert 'name="incubator"' not in inside.get(edit_address(quillota)).content.decode()


def test_rights_end_with_the_post(client, quillota):
    yesterday = calendars.today() - timedelta(days=1)
    former = user_with(Role.WEB_EDITOR, at=quillota.incubator, since=yesterday, until=calendars.today())
    permissions.follow_posts(former)
    assert not former.groups.exists()
    client.force_login(former)
    assert client.get("/cms/").status_code == 403


def test_a_post_that_ends_takes_its_group_away_and_leaves_the_other(editor, quillota, copiapo):
    today = calendars.today()
    Post.objects.create(
        user=editor, role=Role.WEB_EDITOR, incubator=copiapo.incubator, since=today - timedelta(days=9), act="Decreto 2"
    )
    access.forget_posts(editor)
    permissions.follow_posts(editor)
    assert set(editor.groups.values_list("name", flat=True)) == {"edicion-05501", "edicion-03101"}
    Post.objects.filter(user=editor, incubator=copiapo.incubator).update(until=today)
    access.forget_posts(editor)
    permissions.follow_posts(editor)
    assert set(editor.groups.values_list("name", flat=True)) == {"edicion-05501"}


def test_following_posts_asks_little_when_nothing_changed(editor, django_assert_max_num_queries):
    permissions.follow_posts(editor)
    with django_assert_max_num_queries(2):
        permissions.follow_posts(editor)


def test_nobody_administers_users_or_groups(inside):
    for address in ("/cms/users/", "/cms/users/new/", "/cms/groups/", "/cms/groups/new/", "/cms/sites/"):
        assert inside.get(address).status_code in (302, 403), address


def test_the_editors_screens_are_in_spanish_and_offer_no_more_than_is_used(inside, quillota):
    text = inside.get(edit_address(quillota)).content.decode()
    assert 'lang="es' in text
    assert "Volver a Minga" in text
    assert "El título, como lo verá el público" in text
    assert text.index("action-publish") < text.index("Guardar borrador")
    assert "Buscar en todas las páginas" in inside.get("/cms/").content.decode()
    for english in ("Settings", "Reports", "Users", "Workflows"):
        assert f'"{english}"' not in text


def test_pictures_go_to_the_own_collection_only(editor, quillota, copiapo):
    from wagtail.images.permissions import permission_policy

    permissions.follow_posts(editor)
    permissions.group_of(copiapo)
    allowed = permission_policy.collections_user_has_permission_for(editor, "add")
    assert [collection.name for collection in allowed] == [quillota.incubator.name]
    assert Image.objects.count() == 0


def test_a_page_that_cannot_be_kept_says_so_in_spanish_and_offers_no_approval(inside, quillota):
    data = {"title": "", "slug": quillota.slug, "body-count": "0", "easy_read": "null", "action-publish": "1"}
    text = inside.post(edit_address(quillota), data).content.decode()
    assert "La página no se guardó: corrija lo que está marcado." in text
    assert "Ir al primer error" in text
    assert "action-submit" not in text
