"""The statements that take everything from the application and give it what the list of tables says (docs/adr/0002)."""

from django.db.backends.base.base import BaseDatabaseWrapper

from config import history_rights
from config.roles import APP, OWNER, RETENTION, SENSITIVE
from config.table_rights import SENSITIVE_READS, SENSITIVE_TABLES, Access, access_of

SENSITIVE_SCHEMA = "sensitive"
EXTENSIONS = ("unaccent", "pg_trgm", "btree_gist")  # trusted: the owner may create them


def tables_in(connection: BaseDatabaseWrapper, schema: str) -> list[str]:
    """Names of the tables (partitions and views aside) of one schema."""
    with connection.cursor() as cursor:
        cursor.execute("select tablename from pg_tables where schemaname = %s order by 1", [schema])
        return [name for (name,) in cursor.fetchall()]


def unclassified(connection: BaseDatabaseWrapper) -> list[str]:
    """Tables of no class, written schema.table."""
    public = [f"public.{name}" for name in tables_in(connection, "public") if access_of(name) is None]
    hidden = tables_in(connection, SENSITIVE_SCHEMA)
    return public + [f"sensitive.{name}" for name in hidden if access_of(name, SENSITIVE_TABLES) is None]


def prepare_statements() -> list[str]:
    """Before any migration, as the owner: what migrations take for granted."""
    extensions = [f"create extension if not exists {name} schema public" for name in EXTENSIONS]
    return [f"create schema if not exists {SENSITIVE_SCHEMA} authorization {OWNER}", *extensions]


def statements(connection: BaseDatabaseWrapper) -> list[str]:
    """After every migration, as the owner: take everything away, then give each class its own."""
    public, hidden = tables_in(connection, "public"), tables_in(connection, SENSITIVE_SCHEMA)
    quote = connection.ops.quote_name
    found = ["revoke all on schema public from public", "revoke all on schema sensitive from public"]
    for schema in ("public", SENSITIVE_SCHEMA):
        everyone = f"public, {APP}, {RETENTION}, {SENSITIVE}"
        found.append(f"revoke all on all tables in schema {schema} from {everyone}")
        found.append(f"revoke all on all sequences in schema {schema} from {everyone}")
    found += [
        f"grant usage on schema public to {APP}, {RETENTION}, {SENSITIVE}",
        f"grant usage, select on all sequences in schema public to {APP}, {RETENTION}",
        f"grant select on all tables in schema public to {RETENTION}",
        f"grant usage on schema sensitive to {SENSITIVE}",
        f"grant usage, select on all sequences in schema sensitive to {SENSITIVE}",
    ]
    for name in public:
        if (access := access_of(name)) and access.value:
            found.append(f"grant {access.value} on table public.{quote(name)} to {APP}")
        if name in SENSITIVE_READS:
            found.append(f"grant select on table public.{quote(name)} to {SENSITIVE}")
    for name in hidden:
        if access := access_of(name, SENSITIVE_TABLES):
            found.append(f"grant {access.value} on table sensitive.{quote(name)} to {SENSITIVE}")
    return found + history_rights.statements(connection, public, hidden, growing(public, hidden))


def growing(public: list[str], hidden: list[str]) -> list[str]:
    """The tables, written schema.table, that are only added to: the chain holds every row of theirs."""
    added = [f"public.{name}" for name in public if access_of(name) == Access.APPEND]
    return added + [f"sensitive.{name}" for name in hidden if access_of(name, SENSITIVE_TABLES) == Access.APPEND]


def execute(connection: BaseDatabaseWrapper, found: list[str]) -> None:
    """Run the statements one after the other."""
    with connection.cursor() as cursor:
        for statement in found:
            cursor.execute(statement)
