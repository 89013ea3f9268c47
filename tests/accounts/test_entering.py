"""Entering: password, too many tries, the second factor with its recovery codes, and being asked again."""

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.core import mail
from django.core.cache import cache

from incubator import cipher
from incubator.enums import Role
from tests.factories import incubator, user_with

pytestmark = pytest.mark.django_db

PASSWORD = "una clave larga"


@pytest.fixture(autouse=True)
def _no_tries_before():
    cache.clear()


@pytest.fixture
def officer():
    """An officer of the disability office."""
    return user_with(Role.OFFICER_DISABILITY, at=incubator())


def enter(client, user, password=PASSWORD):
    """The form of the login page, sent."""
    return client.post("/cuenta/login/", {"login": user.email, "password": password})


def secret_of(user):
    """What the application on the telephone knows."""
    return cipher.decrypt(Authenticator.objects.get(user=user, type="totp").data["secret"])


def code_of(user):
    """What the application on the telephone shows now."""
    secret = secret_of(user)
    return format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time()))))


def activate(client):
    """Turn the second factor on through its page; gives the recovery codes."""
    page = client.get("/cuenta/2fa/totp/activate/")
    secret = page.context["form"].secret
    code = format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time()))))
    answer = client.post("/cuenta/2fa/totp/activate/", {"code": code})
    assert answer.status_code == 302, page.content.decode()
    return client.get(answer.headers["Location"]).context["unused_codes"]


def test_the_right_password_opens_the_day(client, officer):
    assert enter(client, officer).headers["Location"] == "/mi-dia/"


def test_a_wrong_password_says_the_same_as_an_unknown_address(client, officer):
    wrong = enter(client, officer, "otra cosa").content.decode()
    officer.email = "nadie@ejemplo.cl"
    unknown = enter(client, officer, "otra cosa").content.decode()
    sentence = "El correo o la contraseña no coinciden. Revise ambos y vuelva a intentarlo."
    assert sentence in wrong
    assert sentence in unknown


def test_after_five_wrong_passwords_not_even_the_right_one_enters(client, officer):
    for _ in range(5):
        enter(client, officer, "otra cosa")
    answer = enter(client, officer)
    assert answer.status_code == 200
    assert "Fueron demasiados intentos. Espere unos minutos" in answer.content.decode()


def test_an_account_without_posts_or_suspended_shows_nothing(client, officer):
    officer.is_active = False
    officer.save()
    answer = enter(client, officer)
    assert "_auth_user_id" not in client.session
    assert answer.status_code in (200, 302)


def test_with_the_second_factor_a_password_is_half_the_way(client, officer):
    enter(client, officer)
    codes = activate(client)
    assert len(codes) == 10
    client.logout()
    assert enter(client, officer).headers["Location"].startswith("/cuenta/2fa/authenticate/")
    assert "_auth_user_id" not in client.session
    bad = client.post("/cuenta/2fa/authenticate/", {"code": "000000"})
    assert "Ese código no sirve" in bad.content.decode()
    cache.clear()
    answer = client.post("/cuenta/2fa/authenticate/", {"code": codes[0]})
    assert answer.headers["Location"] == "/mi-dia/"
    client.logout()
    enter(client, officer)
    again = client.post("/cuenta/2fa/authenticate/", {"code": codes[0]})
    assert again.status_code == 200, "a recovery code serves once"


def test_the_code_of_the_telephone_opens(client, officer):
    enter(client, officer)
    activate(client)
    client.logout()
    cache.clear()
    enter(client, officer)
    assert client.post("/cuenta/2fa/authenticate/", {"code": code_of(officer)}).headers["Location"] == "/mi-dia/"


def test_the_secrets_are_encrypted_in_the_database(client, officer):
    enter(client, officer)
    codes = activate(client)
    kept = " ".join(str(row.data) for row in Authenticator.objects.filter(user=officer))
    assert secret_of(officer) not in kept
    assert not any(code in kept for code in codes)


def test_a_delicate_act_asks_again_when_some_minutes_went_by(client, officer, settings):
    settings.ROOT_URLCONF = "tests.accounts.delicate"
    enter(client, officer)
    assert client.get("/cuenta/prueba/").content == b"listado"
    settings.ACCOUNT_REAUTHENTICATION_TIMEOUT = 0
    answer = client.get("/cuenta/prueba/")
    assert answer.headers["Location"].startswith("/cuenta/reauthenticate/?next=")
    settings.ACCOUNT_REAUTHENTICATION_TIMEOUT = 300
    back = client.post("/cuenta/reauthenticate/?next=/cuenta/prueba/", {"password": PASSWORD})
    assert back.headers["Location"] == "/cuenta/prueba/"
    assert client.get("/cuenta/prueba/").content == b"listado"


def test_nobody_signs_up_alone(client):
    data = {"email": "x@ejemplo.cl", "password1": "otra clave larga", "password2": "otra clave larga"}
    text = client.post("/cuenta/signup/", data).content.decode()
    assert "Las cuentas nacen de una invitación" in text


def test_a_forgotten_password_is_chosen_again_by_mail(client, officer, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        client.post("/cuenta/password/reset/", {"email": officer.email})
    message = mail.outbox[-1]
    assert message.subject.startswith("Minga · ")
    assert "/cuenta/password/reset/key/" in message.body
    assert message.alternatives
