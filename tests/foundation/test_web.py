"""What every answer carries, and what never reaches the log."""

import logging

import pytest
from django.db import DatabaseError, connection

from config import health, logs
from config.database import role_for
from incubator.enums import Role
from tests import factories

pytestmark = pytest.mark.django_db


def test_the_process_says_it_is_alive_and_ready(client):
    assert client.get("/salud/").content.decode() == "Minga está en pie.\n"
    assert client.get("/listo/").content.decode() == "Minga está lista.\n"


def test_readiness_says_why_not(client, monkeypatch):
    def broken(*args):
        raise DatabaseError

    monkeypatch.setattr(health, "MigrationExecutor", broken)
    answer = client.get("/listo/")
    assert (answer.status_code, answer.content.decode()) == (503, "La base de datos no responde.\n")


def test_every_answer_carries_the_strict_policy(client):
    for address in ("/salud/", "/cuenta/login/", "/no-existe/"):
        headers = client.get(address).headers
        policy = headers["Content-Security-Policy"]
        assert "unsafe" not in policy, address
        assert "frame-ancestors 'none'" in policy
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Referrer-Policy"] == "same-origin"
        assert headers["Permissions-Policy"].startswith("camera=()")


def test_the_editors_have_a_looser_policy_and_no_door_of_their_own(client):
    answer = client.get("/cms/login/")
    assert "'unsafe-inline'" in answer.headers["Content-Security-Policy"]
    assert answer.status_code == 302
    assert answer.headers["Location"].startswith("/cuenta/login/")


def test_nobody_signs_up_alone(client):
    answer = client.get("/cuenta/signup/")
    assert answer.status_code in (200, 302, 404)
    assert b"password1" not in answer.content


def test_the_log_of_a_request_has_no_query():
    record = logging.LogRecord(
        "django.server", logging.INFO, "f", 1, '"%s" %s', ("GET /buscar/?q=11111111-1 HTTP/1.1", "200"), None
    )
    logs.WithoutQuery().filter(record)
    assert record.getMessage() == '"GET /buscar/ HTTP/1.1" 200'


def test_a_trace_does_not_quote_the_values_of_a_refused_statement():
    try:
        with connection.cursor() as cursor:
            cursor.execute("create temp table t (run text unique)")
            cursor.execute("insert into t values ('11111111-1'), ('11111111-1')")
    except DatabaseError as error:
        text = logs.Discreet().formatException((type(error), error, error.__traceback__))
    assert "11111111" not in text.replace("insert into t values ('11111111-1'), ('11111111-1')", "")
    assert "DETAIL: (omitido)" in text
    connection.needs_rollback = True


@pytest.mark.parametrize(
    ("command", "role"),
    [
        ("migrate", "owner"),
        ("load_reference", "owner"),
        ("backup", "owner"),
        ("bench", "owner"),
        ("retention", "retention"),
        ("shell", "app"),
        ("check", "app"),
        (None, "app"),
    ],
)
def test_each_command_enters_with_the_least_role(command, role):
    assert role_for(command) == role


def test_an_address_that_only_takes_forms_says_so_when_opened(client):
    client.force_login(factories.user_with(Role.OFFICER_DISABILITY, at=factories.incubator()))
    answer = client.get("/informes/preparar/")
    assert answer.status_code == 405
    assert "Aquí solo llegan formularios" in answer.content.decode()
