"""The four roles of the database and the statements that make them (docs/adr/0002).

An external server's administrator runs the same statements once; the embedded server runs them by itself.
"""

from psycopg import Connection, sql

OWNER = "minga_owner"
APP = "minga_app"
RETENTION = "minga_retention"
SENSITIVE = "minga_sensitive"
DATABASE = "minga"

# The roles a process can enter as, by the short name used in MINGA_DB_ROLE.
LOGINS = {"owner": OWNER, "app": APP, "retention": RETENTION}

_ATTRIBUTES = {
    OWNER: "login createdb nosuperuser nocreaterole nobypassrls",
    APP: "login nocreatedb nosuperuser nocreaterole noinherit nobypassrls",
    RETENTION: "login nocreatedb nosuperuser nocreaterole noinherit nobypassrls",
    SENSITIVE: "nologin nocreatedb nosuperuser nocreaterole nobypassrls",
}
_MEMBERSHIPS = (
    f"grant pg_signal_backend to {OWNER}",
    f"grant {SENSITIVE} to {APP}",
    f"grant {SENSITIVE} to {RETENTION}",
)
# Sensitive tables live in a schema of their own; the ORM finds them by the search path of each login.
_SEARCH_PATHS = tuple(f"alter role {role} set search_path = public, sensitive" for role in LOGINS.values())


def create_roles(connection: Connection, passwords: dict[str, str]) -> None:
    """Create what is missing of the roles, as a superuser; `passwords` is keyed as LOGINS. May be repeated."""
    present = {row[0] for row in connection.execute("select rolname from pg_roles").fetchall()}
    for role, attributes in _ATTRIBUTES.items():
        verb = "alter" if role in present else "create"
        connection.execute(f"{verb} role {role} {attributes}")
    for name, role in LOGINS.items():
        statement = sql.SQL("alter role {} password {}").format(sql.Identifier(role), sql.Literal(passwords[name]))
        connection.execute(statement)
    for statement in _MEMBERSHIPS + _SEARCH_PATHS:
        connection.execute(statement)


def create_database(connection: Connection, name: str = DATABASE) -> None:
    """Create the empty database, owned by the owner role, when it is not there."""
    if connection.execute("select 1 from pg_database where datname = %s", [name]).fetchone() is None:
        statement = sql.SQL("create database {} owner {}").format(sql.Identifier(name), sql.Identifier(OWNER))
        connection.execute(statement)


def statements() -> list[str]:
    """What the administrator of an external server runs once, with passwords of their own."""
    created = [
        f"create role {role} {attributes}" + (" password '…'" if role in LOGINS.values() else "")
        for role, attributes in _ATTRIBUTES.items()
    ]
    return [*created, *_MEMBERSHIPS, *_SEARCH_PATHS, f"create database {DATABASE} owner {OWNER}"]
