"""The database keeps what the code promises, whatever the code does."""

import os
import subprocess
import sys

import pytest
from django.contrib.sessions.models import Session
from django.db import ProgrammingError, connection, transaction
from django.utils import timezone

from tests.support.databases import ROOT

FORBIDDEN = [
    "create table public.mine (x int)",
    "alter table public.django_session add column x int",
    "drop table public.django_session",
    "truncate public.django_session",
    "update public.django_migrations set name = 'x'",
    "delete from public.django_content_type",
    "insert into public.auth_permission (name, content_type_id, codename) values ('x', 1, 'x')",
    "set role minga_owner",
    "set session_replication_role = replica",
    "create role thief superuser",
    "create schema mine",
    "alter table public.django_session disable trigger all",
    "copy public.django_session to program 'true'",
    "alter role minga_app createdb",
    "grant minga_owner to minga_app",
]


@pytest.mark.django_db
@pytest.mark.parametrize("statement", FORBIDDEN)
def test_the_application_is_refused(statement):
    with pytest.raises(ProgrammingError) as refused, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    assert refused.value.__cause__.sqlstate == "42501"  # insufficient privilege, not a mistake of ours in the statement


@pytest.mark.django_db
def test_the_suite_is_the_application():
    with connection.cursor() as cursor:
        cursor.execute("select session_user, current_user")
        assert cursor.fetchone() == ("minga_app", "minga_app")
        cursor.execute(
            "select rolsuper or rolcreatedb or rolcreaterole or rolbypassrls from pg_roles where rolname = %s",
            ["minga_app"],
        )
        assert cursor.fetchone() == (False,)


@pytest.mark.django_db
def test_spanish_letters_change_case_and_lose_accents():
    with connection.cursor() as cursor:
        cursor.execute("select lower('ÑUÑOA Ü'), unaccent('Ñuñoa'), 'perez' % 'peres'")
        assert cursor.fetchone() == ("ñuñoa ü", "Nunoa", True)


def _leave_a_session(key: str) -> None:
    Session.objects.create(session_key=key, session_data="x", expire_date=timezone.now())


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("turn", [1, 2])
def test_what_a_test_commits_is_gone_in_the_next(turn):
    assert Session.objects.count() == 0
    _leave_a_session("k")
    with connection.cursor() as cursor:
        cursor.execute("select count(*) from django_migrations")
        assert cursor.fetchone()[0] > 100


@pytest.mark.django_db(transaction=True)
def test_a_command_started_by_a_test_finds_its_database():
    _leave_a_session("seen-from-outside")
    code = (
        "from django.contrib.sessions.models import Session as S; print(list(S.objects.values_list('pk', flat=True)))"
    )
    command = [sys.executable, "manage.py", "shell", "--no-imports", "-c", code]
    answer = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, env=os.environ.copy())
    assert answer.stdout.strip() == "['seen-from-outside']", answer.stderr
