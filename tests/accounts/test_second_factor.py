"""Where real people's data lives, whoever reads sensitive data goes on only with a second factor."""

import pytest
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.core.checks import run_checks

from incubator import second_factor
from incubator.access import GRANTS, SENSITIVE_ROLES, Permission
from incubator.adapters import MFAAdapter
from incubator.enums import Reach, Role
from tests.factories import agreement, incubator, user_with

pytestmark = pytest.mark.django_db


@pytest.fixture
def required(settings):
    """As in production."""
    settings.MINGA_SECOND_FACTOR_REQUIRED = True


def holder(role):
    """A user with that role."""
    reach = GRANTS[role][0]
    place = agreement() if reach in (Reach.AGREEMENT, Reach.ASSIGNED, Reach.COHORT) else incubator()
    return user_with(role, at=None if reach == Reach.SYSTEM else place)


@pytest.mark.parametrize("role", list(Role))
def test_each_role_goes_on_or_activates_it_first(client, required, role):
    client.force_login(holder(role))
    answer = client.get("/mi-cuenta/")
    if role in SENSITIVE_ROLES:
        assert answer.headers["Location"] == "/cuenta/2fa/totp/activate/"
    else:
        assert answer.status_code == 200


def test_the_roles_that_need_it_are_those_that_read_sensitive_data():
    assert {role for role, (_, granted) in GRANTS.items() if Permission.VIEW_SENSITIVE in granted} == SENSITIVE_ROLES
    assert {Role.OFFICER_DISABILITY, Role.COORDINATOR} == SENSITIVE_ROLES


def test_meanwhile_the_account_and_what_is_public_stay_open(client, required):
    client.force_login(holder(Role.COORDINATOR))
    for address in ("/cuenta/2fa/", "/salud/", "/ayuda/", "/cuenta/logout/"):
        assert client.get(address).status_code == 200, address


def test_with_it_active_everything_opens_and_it_cannot_be_taken_off(client, required):
    user = holder(Role.COORDINATOR)
    authenticator = TOTP.activate(user, generate_totp_secret()).instance
    client.force_login(user)
    assert client.get("/mi-cuenta/").status_code == 200
    assert not MFAAdapter().can_delete_authenticator(authenticator)


def test_in_the_demonstration_it_is_offered_and_not_asked(client, settings):
    assert settings.MINGA_SECOND_FACTOR_REQUIRED is False
    client.force_login(holder(Role.COORDINATOR))
    text = client.get("/mi-cuenta/").content.decode()
    assert "Sin activar" in text


def _errors():
    return {error.id for error in run_checks() if error.id and error.id.startswith("minga.")}


def test_the_check_refuses_settings_for_real_people_without_it(settings):
    assert _errors() == set()
    settings.SETTINGS_MODULE = "config.settings.production"
    assert _errors() == {"minga.E001"}
    settings.MINGA_SECOND_FACTOR_REQUIRED = True
    assert _errors() == set()
    settings.MIDDLEWARE = [name for name in settings.MIDDLEWARE if name != second_factor.MIDDLEWARE]
    settings.MFA_SUPPORTED_TYPES = ["webauthn"]
    assert _errors() == {"minga.E002", "minga.E003"}
