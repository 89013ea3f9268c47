"""The pages of posts and accounts as people see them, on a wide window and on a phone."""

from datetime import timedelta

import pytest
from django.core import mail
from wagtail.models import Page

from cms import demonstration
from incubator import calendars
from incubator.enums import Role
from incubator.models import Incubator, Invitation
from incubator.services import accounts
from tests.accounts.test_invitations import PASSWORD, link
from tests.factories import agreement, incubator, user_with

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def team():
    """A coordinator with a team in every situation."""
    here = incubator()
    boss = user_with(Role.COORDINATOR, at=here, name="Rosa Huenchumán Soto")
    user_with(Role.OFFICER_DISABILITY, at=here, name="Ana Tapia Ríos")
    closed = user_with(Role.OFFICER_DEVELOPMENT, at=here, name="Luis Araya Díaz")
    today, now = calendars.today(), calendars.now()
    given = {"by": boss, "incubator": here, "act": "Decreto Alcaldicio N.º 1.234", "now": now}
    accounts.appoint(
        **given, role=Role.WEB_EDITOR, since=today, email="elba.cid@quillota.ejemplo.cl", full_name="Elba Cid Ñancupil"
    )
    late = accounts.appoint(
        **given, role=Role.EVALUATOR, since=today, email="hugo.vera@ejemplo.cl", full_name="Hugo Vera Mella"
    )
    Invitation.objects.filter(post=late).update(expires_at=now - timedelta(days=1))
    deputy = user_with(name="Marta Painemal Cea")
    own = boss.posts.get()
    accounts.appoint(
        **given, role=Role.COORDINATOR, since=today + timedelta(days=5), until=today + timedelta(days=20), user=deputy,
        deputy_for=own,
    )  # fmt: skip
    accounts.suspend(by=boss, user=closed, on=today)
    return boss


def looked_at(page, name, axe, fits, picture, width):
    """A picture, axe, and nothing wider than the window."""
    picture(page, f"{name}-{width}")
    axe(page)
    fits(page)


@pytest.mark.parametrize("width", [1280, 360])
def test_the_team_and_naming_somebody(open_page, sign_in, axe, fits, picture, team, width):
    page = open_page(width)
    sign_in(page, team)
    page.goto("/equipo/")
    looked_at(page, "equipo", axe, fits, picture, width)
    page.get_by_role("link", name="Nombrar a una persona").first.click()
    looked_at(page, "equipo-nombrar", axe, fits, picture, width)
    page.get_by_label("Cargo", exact=True).select_option(label="Ministro/a de fe")
    page.get_by_label("Correo").fill("nora.leiva@ejemplo.cl")
    page.get_by_label("Acto que nombra").fill("Decreto 9")
    page.get_by_role("button", name="Nombrar").click()
    assert "Escriba el nombre y los apellidos" in page.inner_text("main")
    looked_at(page, "equipo-nombrar-falta", axe, fits, picture, width)
    page.get_by_label("Nombre y apellidos").fill("Nora Leiva Paz")
    page.get_by_role("button", name="Nombrar").click()
    page.wait_for_url("**/equipo/")
    assert "Enviamos la invitación a nora.leiva@ejemplo.cl" in page.inner_text("main")
    row = page.get_by_role("row").filter(has_text="Nora Leiva Paz")
    row.get_by_role("link", name="Terminar o suspender").click()
    looked_at(page, "equipo-terminar", axe, fits, picture, width)


@pytest.mark.parametrize("width", [1280, 360])
def test_the_invited_person_enters_and_sees_the_own_account(open_page, axe, fits, picture, team, width):
    accounts.resend(by=team, invitation=Invitation.objects.get(email__startswith="elba"), now=calendars.now())
    page = open_page(width)
    page.goto(link())
    looked_at(page, "invitacion", axe, fits, picture, width)
    page.get_by_label("Contraseña", exact=True).fill(PASSWORD)
    page.get_by_label("Escríbala otra vez").fill(PASSWORD)
    page.get_by_role("button", name="Guardar e ingresar").click()
    page.wait_for_url("**/mi-dia/")
    page.goto("/mi-cuenta/")
    looked_at(page, "mi-cuenta", axe, fits, picture, width)
    page.get_by_role("link", name="Activarla").click()
    looked_at(page, "dos-pasos", axe, fits, picture, width)
    page.get_by_role("link", name="Activar").click()
    looked_at(page, "dos-pasos-activar", axe, fits, picture, width)
    page.goto("/invitacion/")
    looked_at(page, "invitacion-usada", axe, fits, picture, width)
    html = next(body for body, kind in mail.outbox[-1].alternatives if kind == "text/html")
    page.goto("/salud/")
    page.set_content(html)
    picture(page, f"correo-invitacion-{width}")


@pytest.mark.parametrize("width", [1280, 360])
def test_whoever_administers_accounts_sees_who_coordinates(open_page, sign_in, axe, fits, picture, team, width):
    user_with(Role.UNIVERSITY_COORDINATOR, at=agreement(), name="Pía Molina Rey")
    page = open_page(width)
    sign_in(page, user_with(Role.ADMINISTRATOR, name="Ema Ruiz Lara"))
    page.goto("/equipo/")
    text = page.inner_text("main")
    assert "Pía Molina Rey" in text
    assert "Rosa Huenchumán Soto" in text
    assert "Ana Tapia" not in text
    looked_at(page, "equipo-administracion", axe, fits, picture, width)


def test_an_editor_works_in_wagtail(open_page, sign_in, picture):
    incubator()
    demonstration.build(Incubator.objects.select_related("commune"))
    page = open_page(1280, height=1000)
    sign_in(page, user_with(Role.WEB_EDITOR, at=incubator(), name="Elba Cid Ñancupil"))
    page.goto("/cms/")
    page.wait_for_load_state("networkidle")
    picture(page, "cms-inicio-1280")
    page.goto(f"/cms/pages/{Page.objects.get(slug='quillota').pk}/edit/")
    page.wait_for_load_state("networkidle")
    picture(page, "cms-editar-1280")
    page.locator("#id_lead").fill("Una bajada nueva.")
    with page.expect_navigation():
        page.get_by_role("button", name="Publicar").first.click()
    page.goto("/quillota/")
    assert "Una bajada nueva." in page.inner_text("main")
