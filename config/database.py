"""Which database this process talks to and as whom: one alias, the role chosen per process (docs/adr/0002)."""

import os
from functools import cache

import dj_database_url
from django.core.exceptions import ImproperlyConfigured

from config import binaries, roles
from config.cluster import Cluster

_OWNER_COMMANDS = {
    "migrate",
    "createcachetable",
    "lockdown",
    "load_reference",
    "build_template",
    "bench",  # it grows a database that is rolled back, and must analyze it: only the owner of a table does
    "backup",
    "restore",
}
_RETENTION_COMMANDS = {"retention"}
_URL_VARIABLES = {"owner": "DATABASE_OWNER_URL", "app": "DATABASE_URL", "retention": "DATABASE_RETENTION_URL"}
# These never open a connection, so they must work where no server can run.
_WITHOUT_DATABASE = {
    "database_roles",
    "stop_database",
    "help",
    "version",
    "--version",
    "--help",
    "-h",
    "collectstatic",
    "makemessages",
    "compilemessages",
}


def role_for(command: str | None) -> str:
    """The role a management command enters as: `owner`, `retention` or `app`."""
    if command in _OWNER_COMMANDS:
        return "owner"
    return "retention" if command in _RETENTION_COMMANDS else "app"


def prepare(argv: list[str]) -> None:
    """For manage.py, before Django loads: choose the role of this process and start the embedded server if needed."""
    command = argv[1] if len(argv) > 1 else None
    os.environ["MINGA_DB_ROLE"] = role_for(command)
    if command is not None and command not in _WITHOUT_DATABASE:
        ensure_running()


def ensure_running() -> None:
    """Start the embedded server, unless DATABASE_URL names another."""
    if not os.environ.get("DATABASE_URL"):
        cluster().ensure_running()


@cache
def cluster() -> Cluster:
    """This checkout's cluster: tests have one of their own, by major version, never the one with people's work."""
    if os.environ.get("DJANGO_SETTINGS_MODULE", "").endswith(".test"):
        major = binaries.choose(data=None).major
        return Cluster(f"pg-test-{major}", durable=False)
    return Cluster("pg")


def parameters(role: str, name: str) -> dict[str, str | int]:
    """Keywords for a plain psycopg connection to the database `name`, where Django's own connection is too small."""
    if not os.environ.get("DATABASE_URL"):
        return cluster().parameters(role, name)
    entry = _external(role)
    keys = {"HOST": "host", "PORT": "port", "USER": "user", "PASSWORD": "password"}
    known = {keyword: entry[key] for key, keyword in keys.items() if entry.get(key)}
    return known | entry.get("OPTIONS", {}) | {"dbname": name}


def configuration() -> dict:
    """The entry of settings.DATABASES."""
    role = os.environ.get("MINGA_DB_ROLE", "app")
    entry = _external(role) if os.environ.get("DATABASE_URL") else _embedded(role)
    if os.environ.get("MINGA_TEST_DB"):
        entry["NAME"] = os.environ["MINGA_TEST_DB"]
    return entry | {"ATOMIC_REQUESTS": False}


def _embedded(role: str) -> dict:
    known = cluster().parameters(role)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": known["dbname"],
        "USER": known["user"],
        "PASSWORD": known["password"],
        "HOST": known["host"],
        "PORT": known["port"],
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }


def _external(role: str) -> dict:
    variable = _URL_VARIABLES[role]
    url = os.environ.get(variable)
    if not url:
        raise ImproperlyConfigured(
            f"Esta orden entra a la base como {roles.LOGINS[role]} y falta la variable {variable}. "
            "Defínala junto a DATABASE_URL solo mientras ejecuta la orden."
        )
    return dj_database_url.parse(url, conn_max_age=60, conn_health_checks=True)
