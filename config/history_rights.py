"""Who may touch what was true before (docs/adr/0010): its triggers alone write it, the retention role alone redacts it.

`lockdown` runs these statements last, after every migration: each trigger migration makes its functions anew and open.
"""

from django.db.backends.base.base import BaseDatabaseWrapper

from config.roles import APP, RETENTION

#: Every table of former values ends so, and no other.
HISTORY = "_history"
#: What the retention role may do to the application's tables, beyond reading them: one line a kind of expiry.
EXPIRES = {
    "incubator_evidence": "update (erased_at)",
    "incubator_digestdelivery": "delete",
    "cases_submission": "update, delete",
}
_MARKS = ("pgh_id", "pgh_label", "pgh_created_at", "pgh_obj_id", "pgh_context", "pgh_role", "id")
_IGNORE = """
create or replace function public._pgtrigger_should_ignore(trigger_name name) returns boolean language sql stable
set search_path = pg_catalog, pg_temp as
$$ select session_user = '{retention}' and trigger_name like 'pgtrigger\\_append\\_only%' $$
"""
_SOURCES = """
create or replace function public.chain_sources() returns table (source text, key text) language sql stable
set search_path = pg_catalog, pg_temp as $$ {rows} $$
"""


def statements(connection: BaseDatabaseWrapper, public: list[str], hidden: list[str], growing: list[str]) -> list[str]:
    """All of it. `growing` names the tables, written schema.table, that are only added to."""
    return [
        *_close_triggers(connection),
        *_let_redact(connection, public, hidden),
        *_let_chain(public, hidden, growing),
    ]


def _close_triggers(connection) -> list[str]:
    """The functions of the triggers run as their owner, are called by nobody else, and listen to no «ignore»."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select p.oid::regprocedure::text from pg_proc p join pg_namespace n on n.oid = p.pronamespace"
            r" where n.nspname = 'public' and (p.proname like 'pgtrigger\_%' or p.proname = '_pgh_attach_context')"
            " order by 1"
        )
        functions = [name for (name,) in cursor.fetchall()]
    found = [_IGNORE.format(retention=RETENTION)] if functions else []
    for name in functions:
        found.append(f"alter function {name} security definer set search_path = pg_catalog, public, sensitive, pg_temp")
        found.append(f"revoke execute on function {name} from public")
    return found


def _let_redact(connection, public, hidden) -> list[str]:
    """The retention role may empty the values of history, drop salts, and write why."""
    found = [f"grant usage on schema sensitive to {RETENTION}"]
    for table in _past(public, hidden):
        found.append(f"grant select on {table} to {RETENTION}")
        if columns := _values_of(connection, table):
            found.append(f"grant update ({columns}) on {table} to {RETENTION}")
    rights = {name: right for name, right in EXPIRES.items() if name in public}
    found += [f"grant {right} on public.{name} to {RETENTION}" for name, right in rights.items()]
    if "incubator_chainentry" in public:
        found.append(f"grant update (salt, redaction_id) on public.incubator_chainentry to {RETENTION}")
        found.append(f"grant insert on public.incubator_redaction to {RETENTION}")
    return found


def _values_of(connection, table) -> str:
    with connection.cursor() as cursor:
        cursor.execute(
            "select attname from pg_attribute where attrelid = %s::regclass and attnum > 0 and not attisdropped"
            " and attname <> all (%s) order by attnum",
            [table, list(_MARKS)],
        )
        return ", ".join(connection.ops.quote_name(name) for (name,) in cursor.fetchall())


def _let_chain(public, hidden, growing) -> list[str]:
    """The chain takes all that only grows, from this list; the application asks for a block and for the check."""
    if "incubator_chainblock" not in public:
        return []
    sources = [(name, "id") for name in [*growing, "public.incubator_redaction"]]
    sources += [(name, "pgh_id") for name in _past(public, hidden)]
    rows = ", ".join(f"('{source}', '{key}')" for source, key in sorted(sources))
    may = "public.chain_extend(timestamptz), public.chain_verify(), public.chain_pending()"
    return [
        _SOURCES.format(rows=f"values {rows}"),
        "revoke execute on function public.chain_sources() from public",
        f"grant execute on function {may} to {APP}",
    ]


def _past(public, hidden) -> list[str]:
    named = [f"public.{name}" for name in public] + [f"sensitive.{name}" for name in hidden]
    return [name for name in named if name.endswith(HISTORY)]
