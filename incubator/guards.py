"""SQL of two plain guards, for migrations: a column that stays as it was written, and a row that is not deleted.

Both hold for whoever writes, the owner included (docs/adr/0012). tests/forbidden_sql reads them back from the database.
"""

#: The functions behind them, made once by incubator/0009_guards.
FUNCTIONS = """
create function public.minga_keep() returns trigger language plpgsql
set search_path = pg_catalog, pg_temp as $$
declare touched text;
begin
  select string_agg(name, ', ') into touched from unnest(tg_argv) as name
   where to_jsonb(old) -> name is distinct from to_jsonb(new) -> name;
  raise exception '% %: % stays as it was written', tg_table_name, to_jsonb(old) ->> 'id', touched
    using errcode = '23514';
end $$;
create function public.minga_stay() returns trigger language plpgsql
set search_path = pg_catalog, pg_temp as $$
begin
  raise exception '% %: this row is not deleted', tg_table_name, to_jsonb(old) ->> 'id' using errcode = '23514';
end $$;
revoke execute on function public.minga_keep(), public.minga_stay() from public;
"""
NO_FUNCTIONS = "drop function public.minga_keep(); drop function public.minga_stay();"

_KEEP = (
    "create trigger {name} before update on public.{table} for each row when ({when}) "
    "execute function public.minga_keep({columns})"
)
_STAY = (
    "create trigger minga_stay before delete on public.{table} for each row when ({when}) "
    "execute function public.minga_stay()"
)
_DROP = "drop trigger {name} on public.{table}"

#: How a column is kept: whatever it says; written once; or taken back at most, but never passed to somebody else.
_CHANGED = "old.{0} is distinct from new.{0}"
_REWRITTEN = "(old.{0} is not null and old.{0} is distinct from new.{0})"
_PASSED = "(old.{0} is not null and new.{0} is not null and old.{0} is distinct from new.{0})"


def keep(table: str, columns: str, *, name: str = "minga_keep", when: str = "", may_be_taken_back: bool = False):
    """Forward and backward SQL: these columns (separated by spaces) stay once they are written.

    With `when` (about `old`), all of them stay in those rows, the empty ones too.
    """
    names = columns.split()
    how = _CHANGED if when else _PASSED if may_be_taken_back else _REWRITTEN
    changed = " or ".join(how.format(column) for column in names)
    listed = ", ".join(f"'{column}'" for column in names)
    when = f"{when} and ({changed})" if when else changed
    return _KEEP.format(name=name, table=table, when=when, columns=listed), _DROP.format(name=name, table=table)


def stay(table: str, when: str = "true"):
    """Forward and backward SQL: a row of which `when` (about `old`) is true is not deleted."""
    return _STAY.format(table=table, when=when), _DROP.format(name="minga_stay", table=table)
