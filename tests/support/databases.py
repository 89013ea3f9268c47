"""One template database, built once; a clone of it for each worker, and again after each test that commits."""

import hashlib
import os
import re
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import psycopg
from django.db import connections
from psycopg import sql

from config import database, roles

ROOT = Path(__file__).resolve().parents[2]
_PACKAGES = ("django", "wagtail", "django-allauth", "django-taggit", "django-modelcluster")
# Whatever decides what a freshly migrated database holds.
_SOURCES = (
    "*/migrations/*.py",
    "config/lockdown.py",
    "config/table_rights.py",
    "config/roles.py",
    "config/management/commands/*.py",
    "incubator/data/**/*",
    "incubator/territory/**/*.py",
    "incubator/management/commands/load_reference.py",
)
_LOCK = 20210615
_CLAIM = 615


def template_name() -> str:
    """The name of the template that today's migrations and reference data would give."""
    digest = hashlib.sha256()
    for package in _PACKAGES:
        digest.update(f"{package} {version(package)}".encode())
    for pattern in _SOURCES:
        for path in sorted(ROOT.glob(pattern)):
            if path.is_file() and "__pycache__" not in path.parts:
                digest.update(str(path.relative_to(ROOT)).encode())
                digest.update(path.read_bytes())
    return f"minga_t_{digest.hexdigest()[:12]}"


def as_owner() -> psycopg.Connection:
    """A connection that may create and drop databases."""
    return psycopg.connect(**database.parameters("owner", "postgres"), autocommit=True)


def _names(connection: psycopg.Connection) -> list[str]:
    return [name for (name,) in connection.execute("select datname from pg_database").fetchall()]


def _drop(connection: psycopg.Connection, name: str) -> None:
    connection.execute(sql.SQL("drop database if exists {} with (force)").format(sql.Identifier(name)))


def _build(connection: psycopg.Connection, template: str) -> None:
    staging = f"{template}_wip"
    _drop(connection, staging)
    identifier = sql.Identifier(staging)
    connection.execute(sql.SQL("create database {} owner {}").format(identifier, sql.Identifier(roles.OWNER)))
    environment = os.environ | {"MINGA_TEST_DB": staging, "MINGA_DB_ROLE": "owner"}
    command = [sys.executable, "manage.py", "build_template"]
    built = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)
    if built.returncode != 0:
        raise RuntimeError(f"The template database could not be built:\n{built.stdout}\n{built.stderr}")
    connection.execute(sql.SQL("alter database {} with allow_connections false").format(identifier))
    connection.execute(sql.SQL("alter database {} rename to {}").format(identifier, sql.Identifier(template)))


def _is_abandoned(name: str, template: str) -> bool:
    """A template of other days, or the clone of a process that is gone."""
    clone = re.fullmatch(r"minga_w_(\d+)", name)
    if clone:
        return not Path(f"/proc/{clone[1]}").exists()
    return name.startswith("minga_t_") and not name.startswith(template)


def _may_go(connection: psycopg.Connection, name: str, template: str) -> bool:
    """Abandoned, and no other run of the suite claims it."""
    claimed = "select pg_try_advisory_lock(%s, hashtext(%s))"
    return _is_abandoned(name, template) and connection.execute(claimed, [_CLAIM, name]).fetchone()[0]


def ensure_template() -> tuple[str, psycopg.Connection]:
    """Build the template if nobody has; workers meet at an advisory lock, and the first one builds.

    The template is claimed for as long as the connection that comes back stays open: another run, of code changed
    meanwhile, throws away only what nobody claims.
    """
    connection = as_owner()
    connection.execute("select pg_advisory_lock(%s)", [_LOCK])
    template = template_name()  # after the wait: what the code says now, not what it said when the queue was joined
    if template not in _names(connection):
        for name in _names(connection):
            if _may_go(connection, name, template):
                open_again = sql.SQL("alter database {} with allow_connections true")
                connection.execute(open_again.format(sql.Identifier(name)))
                _drop(connection, name)
        _build(connection, template)
    connection.execute("select pg_advisory_lock_shared(%s, hashtext(%s))", [_CLAIM, template])
    connection.execute("select pg_advisory_unlock(%s)", [_LOCK])
    return template, connection


class Clone:
    """This worker's own database."""

    def __init__(self) -> None:
        self.template, self._claim = ensure_template()
        self.name = f"minga_w_{os.getpid()}"

    def renew(self) -> None:
        """Throw the database away and copy the template again: every row, sequence and right as at first."""
        connections.close_all()
        target, source = sql.Identifier(self.name), sql.Identifier(self.template)
        _drop(self._claim, self.name)
        copy = sql.SQL("create database {} template {} strategy file_copy")
        self._claim.execute(copy.format(target, source))
        self._claim.execute(sql.SQL("alter database {} with allow_connections true").format(target))

    def point_django_here(self) -> None:
        """This process and those it starts talk to the clone, as the application."""
        os.environ["MINGA_TEST_DB"] = self.name
        connections["default"].settings_dict.update(database.configuration())

    def drop(self) -> None:
        """Leave nothing behind."""
        connections.close_all()
        _drop(self._claim, self.name)
        self._claim.close()
