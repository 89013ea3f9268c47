"""The doors of the pages that other people wrote: accounts, the editors' site and its documents."""

import pytest

from incubator.access import Permission
from incubator.doors import PREFIXES, Door
from tests.authorization.expectations import held
from tests.authorization.world import WHO

pytestmark = pytest.mark.django_db

#: Pages of an account: each for whoever entered, and about nobody else.
OWN = ("/cuenta/password/change/", "/cuenta/2fa/", "/cuenta/sessions/", "/cuenta/email/")


def test_the_prefixes_and_their_rights_are_these():
    assert PREFIXES == {
        "/cuenta/": Door.PUBLIC,
        "/cms/": Permission.EDIT_SITE,
        "/documentos-publicos/": Door.PUBLIC,
        "/static/": Door.PUBLIC,
        "/media/": Door.PUBLIC,
    }


@pytest.mark.parametrize("path", OWN)
def test_the_pages_of_an_account_ask_to_enter(world, visitor, path):
    visit = visitor.through_the_house("anonymous", path)
    assert visit.status in (302, 404)
    if visit.status == 302:
        assert visit.location.startswith("/cuenta/")


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_nobody_signs_up_alone(world, visitor, method):
    from incubator.models import User

    before = User.objects.count()
    data = {"email": "intrusa@ejemplo.cl", "password1": "una clave larga", "password2": "una clave larga"}
    visit = visitor.through_the_house("anonymous", "/cuenta/signup/", method, data)
    assert visit.status in (200, 302, 403, 404)
    assert 'name="password1"' not in visit.text
    assert not any("incubator_user" in write for write in visit.writes)
    assert User.objects.count() == before


@pytest.mark.parametrize("who", ["anonymous", *WHO])
def test_the_editors_site_opens_to_editors_alone(world, visitor, who):
    visit = visitor.through_the_house(who, "/cms/")
    if who == "anonymous":
        assert visit.status == 302
        assert visit.location.startswith("/cuenta/")
    elif Permission.EDIT_SITE in held(who)[1]:
        assert visit.status in (200, 302)
    else:
        assert visit.status == 403


@pytest.mark.parametrize(
    "path", ["/cms/users/", "/cms/users/new/", "/cms/groups/", "/cms/groups/new/", "/cms/reports/"]
)
@pytest.mark.parametrize("who", ["web_editor", "coordinator", "administrator"])
def test_nobody_manages_users_or_groups_in_the_editors_site(world, visitor, path, who):
    if path == "/cms/reports/" and who == "web_editor":
        return
    visit = visitor.through_the_house(who, path)
    assert visit.status in (302, 403, 404)
    assert (
        visit.status != 302
        or visit.location.startswith(("/cms/login/", "/cms/?", "/cuenta/"))
        or visit.location == "/cms/"
    )


@pytest.mark.parametrize("method", ["GET", "POST"])
@pytest.mark.parametrize("path", ["/cms/login/", "/cms/password_reset/", "/cms/account/"])
def test_editors_have_no_other_way_in(world, visitor, path, method):
    visit = visitor.through_the_house("anonymous", path, method)
    assert visit.status in (302, 403, 404, 405)
    assert visit.status != 302 or visit.location.startswith("/cuenta/")


@pytest.mark.parametrize("who", ["anonymous", "officer_disability", "funder_analyst"])
def test_public_documents_that_are_not_there_answer_nothing(world, visitor, who):
    assert visitor.through_the_house(who, "/documentos-publicos/1/acta.pdf").status == 404


def test_peoples_files_are_under_no_public_address(world, visitor, settings):
    for name, corner in world.corners.items():
        digest = corner["document"].sha256
        for path in (f"/media/{digest}", f"/media/{digest[:2]}/{digest[2:4]}/{digest}", f"/static/{digest}"):
            assert visitor.through_the_house("anonymous", path).status in (301, 404), name
            assert visitor.through_the_house("anonymous", f"{path}/").status == 404, name
    assert not str(settings.MINGA_FILES).startswith((str(settings.MEDIA_ROOT), str(settings.STATIC_ROOT)))


def test_nobody_is_a_superuser_nor_staff(world):
    for user in world.users.values():
        assert not user.is_superuser
        assert not user.is_staff
        assert not user.has_perm("incubator.change_person")


def test_there_is_no_django_admin(world, visitor):
    for path in ("/admin/", "/django-admin/"):
        assert visitor.through_the_house("administrator", path).status == 404
