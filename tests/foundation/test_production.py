"""Production refuses to start half-configured, and says what is missing."""

import os
import subprocess
import sys

import pytest

from config.cluster import CHECKOUT

COMPLETE = {
    "DATABASE_URL": "postgres://minga_app:x@db.invalid/minga",
    "SECRET_KEY": "k" * 64,
    "MINGA_HOSTS": "minga.ejemplo.cl",
    "MINGA_URL": "https://minga.ejemplo.cl",
    "MINGA_FILES": "/srv/minga/archivos",
    "EMAIL_HOST": "correo.ejemplo.cl",
    "MINGA_FIELD_KEYS": "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=",
    "DEFAULT_FROM_EMAIL": "Minga <minga@ejemplo.cl>",
}
KEPT = {name: value for name, value in os.environ.items() if name in {"PATH", "LANG", "HOME"}}


def _start(code: str, **variables: str) -> subprocess.CompletedProcess:
    environment = KEPT | {"DJANGO_SETTINGS_MODULE": "config.settings.production"} | variables
    return subprocess.run([sys.executable, "-c", code], cwd=CHECKOUT, env=environment, capture_output=True, text=True)


@pytest.mark.parametrize("name", sorted(COMPLETE))
def test_a_missing_variable_is_named(name):
    given = {key: value for key, value in COMPLETE.items() if key != name}
    answer = _start("import config.settings.production", **given)
    assert answer.returncode != 0
    assert f"Falta la variable de entorno {name}: " in answer.stderr


def test_the_demonstration_clock_is_refused():
    answer = _start("import config.settings.production", **COMPLETE, MINGA_TODAY="2021-06-15")
    assert "MINGA_TODAY es solo para la demostración y las pruebas" in answer.stderr


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [("SECRET_KEY", "corta", "al menos 50 caracteres"), ("MINGA_URL", "http://minga.cl", "debe empezar con https://")],
)
def test_a_weak_value_is_refused(name, value, sentence):
    answer = _start("import config.settings.production", **COMPLETE | {name: value})
    assert sentence in answer.stderr


def test_complete_settings_hold_to_https():
    code = (
        "from config.settings import production as p;"
        "print(p.DEBUG, p.SECURE_SSL_REDIRECT, p.SESSION_COOKIE_SECURE, p.CSRF_COOKIE_SECURE, p.SECURE_HSTS_SECONDS,"
        "p.MINGA_TODAY, p.DATABASES['default']['USER'], p.MINGA_SECOND_FACTOR_REQUIRED)"
    )
    answer = _start(code, **COMPLETE)
    assert answer.stdout.split() == ["False", "True", "True", "True", "31536000", "None", "minga_app", "True"], (
        answer.stderr
    )


def test_the_owner_is_asked_for_by_name_when_a_command_needs_it():
    answer = _start("import config.settings.production", **COMPLETE, MINGA_DB_ROLE="owner")
    assert "entra a la base como minga_owner y falta la variable DATABASE_OWNER_URL" in answer.stderr
