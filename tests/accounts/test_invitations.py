"""The story of an invitation: named, written to, a password chosen, inside."""

import re
from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from django.core import mail

from incubator import calendars
from incubator.enums import Role
from incubator.models import Invitation, User
from incubator.requirements import Refused
from incubator.services import accounts
from tests.factories import incubator
from tests.factories.people import coordinator_of

pytestmark = pytest.mark.django_db

PASSWORD = "cordillera nevada de agosto"


@pytest.fixture
def named(client, django_capture_on_commit_callbacks):
    """An editor named through the page: the invitation is in the outbox."""
    client.force_login(coordinator_of(incubator()))
    data = {
        "role": Role.WEB_EDITOR,
        "place": f"incubator:{incubator().pk}",
        "email": "Elba.Cid@Ejemplo.cl",
        "full_name": "Elba  Cid Ñancupil",
        "since": calendars.today().strftime("%d-%m-%Y"),
        "act": "Decreto 7",
    }
    with django_capture_on_commit_callbacks(execute=True):
        answer = client.post("/equipo/nombrar/", data)
    assert answer.status_code == 302, answer.content.decode()
    client.logout()
    return Invitation.objects.get()


def link():
    """The path that the newest message leads to."""
    return re.search(r"http://localhost:8000(/invitacion/\S+)", mail.outbox[-1].body)[1]


def follow(client):
    """Open the newest link; the page to which it leads."""
    first = client.get(link())
    assert first.headers["Location"] == "/invitacion/"
    return client.get("/invitacion/")


def test_from_the_appointment_to_the_first_page(client, named):
    message = mail.outbox[-1]
    assert message.to == ["elba.cid@ejemplo.cl"]
    assert "Edición del sitio público" in message.body
    assert "Elegir mi contraseña" in message.alternatives[0].content
    page = follow(client)
    assert "Le damos la bienvenida, Elba" in page.content.decode()
    answer = client.post("/invitacion/", {"password": PASSWORD, "again": PASSWORD})
    assert answer.headers["Location"] == "/mi-dia/"
    user = User.objects.get(email="elba.cid@ejemplo.cl")
    assert user.full_name == "Elba Cid Ñancupil"
    assert user.check_password(PASSWORD)
    assert EmailAddress.objects.get(user=user).verified
    assert int(client.session["_auth_user_id"]) == user.pk


def test_the_database_keeps_no_secret_of_the_link(named):
    secret = link().partition("=")[2]
    assert len(secret) >= 40
    assert secret not in str(Invitation.objects.values().get())


def test_a_link_serves_once(client, named):
    follow(client)
    client.post("/invitacion/", {"password": PASSWORD, "again": PASSWORD})
    client.logout()
    client.get(link())
    gone = client.get("/invitacion/")
    assert gone.status_code == 410
    assert "ya no sirve" in gone.content.decode()


def test_a_link_lasts_a_week(client, named):
    later = calendars.now() + timedelta(days=7, minutes=1)
    secret = link().partition("=")[2]
    assert accounts.find(secret, later - timedelta(minutes=2)) == named
    assert accounts.find(secret, later) is None
    with pytest.raises(Refused, match="venció"):
        accounts.accept(by=named.post.user, invitation=named, password=PASSWORD, now=later)


def test_sending_again_changes_the_link(client, named, django_capture_on_commit_callbacks):
    former = link()
    client.force_login(coordinator_of(incubator()))
    with django_capture_on_commit_callbacks(execute=True):
        client.post(f"/equipo/cargos/{named.post_id}/invitar/")
    client.logout()
    assert link() != former
    client.get(former)
    assert client.get("/invitacion/").status_code == 410
    assert follow(client).status_code == 200


@pytest.mark.parametrize(
    ("password", "again", "sentence"),
    [
        ("corta", "corta", "demasiado corta"),
        ("elba.cid@ejemplo.cl", "elba.cid@ejemplo.cl", "similar"),
        ("Elba Cid Ñancupil", "Elba Cid Ñancupil", "similar"),
        (PASSWORD, "otra cosa distinta", "no son iguales"),
        ("", "", "Complete este dato"),
    ],
)
def test_a_password_that_will_not_do_is_explained(client, named, password, again, sentence):
    follow(client)
    answer = client.post("/invitacion/", {"password": password, "again": again})
    assert answer.status_code == 200
    assert sentence in answer.content.decode()
    assert not User.objects.get(email="elba.cid@ejemplo.cl").has_usable_password()


def test_a_suspended_account_does_not_accept(client, named):
    accounts.suspend(by=coordinator_of(incubator()), user=named.post.user, on=calendars.today())
    client.get(link())
    assert client.get("/invitacion/").status_code == 410


def test_somebody_else_s_post_is_not_invited_again(client, named):
    client.force_login(coordinator_of(incubator("03101")))
    for address in ("invitar", "terminar", "suspender", "abrir"):
        assert client.post(f"/equipo/cargos/{named.post_id}/{address}/").status_code == 404
