"""Every table has a class, and the database holds the application to it."""

import pytest
from django.db import ProgrammingError, connection, transaction

from config import lockdown, table_rights
from config.table_rights import Access

pytestmark = pytest.mark.django_db

_VERBS = {Access.OPEN: "arwd", Access.NO_DELETE: "arw", Access.APPEND: "ar", Access.READ: "r", Access.CLOSED: ""}
_LETTERS = {
    "INSERT": "a",
    "SELECT": "r",
    "UPDATE": "w",
    "DELETE": "d",
    "TRUNCATE": "D",
    "TRIGGER": "t",
    "REFERENCES": "x",
}


def _privileges(role: str, table: str) -> str:
    """The letters PostgreSQL uses, in the order arwdDxt."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select " + ", ".join(f"has_table_privilege('{role}', %s, '{verb}')" for verb in _LETTERS),
            [table] * len(_LETTERS),
        )
        held = dict(zip(_LETTERS.values(), cursor.fetchone(), strict=True))
    return "".join(letter for letter in "arwdDxt" if held[letter])


def test_every_table_is_in_a_class():
    assert lockdown.unclassified(connection) == []


def test_every_line_of_the_list_is_about_a_table():
    public = lockdown.tables_in(connection, "public")
    hidden = lockdown.tables_in(connection, "sensitive")
    used = {table_rights.line_of(name, table_rights.TABLES) for name in public}
    used |= {table_rights.line_of(name, table_rights.SENSITIVE_TABLES) for name in hidden}
    written = {pattern for pattern, _ in table_rights.TABLES + table_rights.SENSITIVE_TABLES}
    assert written - used == set()
    assert set(table_rights.SENSITIVE_READS) <= set(public)


def test_the_application_holds_exactly_what_its_class_says():
    wrong = {}
    for name in lockdown.tables_in(connection, "public"):
        held, said = _privileges("minga_app", f"public.{name}"), _VERBS[table_rights.access_of(name)]
        if held != said:
            wrong[name] = (held, said)
    assert wrong == {}


def test_sensitive_tables_are_closed_until_the_role_is_taken_on():
    with connection.cursor() as cursor:
        with pytest.raises(ProgrammingError, match="permission denied for schema sensitive"), transaction.atomic():
            cursor.execute("select count(*) from sensitive.sensitive_profile")
        cursor.execute("set local role minga_sensitive")
        cursor.execute("select count(*) from sensitive_profile p join incubator_person q on q.id = p.person_id")
        assert cursor.fetchone() == (0,)
        cursor.execute("reset role")


def test_the_sensitive_role_writes_nothing_else():
    for name in lockdown.tables_in(connection, "public"):
        expected = "r" if name in table_rights.SENSITIVE_READS else ""
        assert _privileges("minga_sensitive", f"public.{name}") == expected, name


def test_every_sensitive_table_stands_in_its_schema():
    for pattern, _ in table_rights.SENSITIVE_TABLES:
        assert table_rights.line_of(pattern, table_rights.TABLES) is None
    assert not [name for name in lockdown.tables_in(connection, "public") if name.startswith("sensitive")]
    assert lockdown.tables_in(connection, "sensitive")
