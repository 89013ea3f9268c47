"""The database's own guard of the stages: no SQL can move a case without its row, nor a row without its case."""

from django.db import migrations

FUNCTIONS = """
create function public.cases_guard_birth() returns trigger language plpgsql security definer
set search_path = pg_catalog, pg_temp as $$
begin
  if new.stage <> 'census' then
    raise exception 'case % is born at %, not at census', new.id, new.stage using errcode = '23514';
  end if;
  return new;
end $$;

create function public.cases_guard_step() returns trigger language plpgsql security definer
set search_path = pg_catalog, pg_temp as $$
declare last record;
begin
  select from_stage, to_stage, verb into last from public.cases_stagechange
   where case_id = new.id order by number desc limit 1;
  if not found or last.from_stage <> old.stage or last.to_stage <> new.stage then
    raise exception 'case %: the last change does not say % to %', new.id, old.stage, new.stage using errcode = '23514';
  end if;
  if not exists (select 1 from public.cases_stagepair as pair where pair.from_stage = old.stage
                 and pair.to_stage = new.stage and pair.verb = last.verb) then
    raise exception 'case %: % does not lead from % to %', new.id, last.verb, old.stage, new.stage
      using errcode = '23514';
  end if;
  return new;
end $$;

create function public.cases_guard_chain() returns trigger language plpgsql security definer
set search_path = pg_catalog, pg_temp as $$
declare wanted bigint; said record; stood varchar;
begin
  wanted := case tg_table_name when 'cases_case' then (to_jsonb(new) ->> 'id')::bigint
                               else (to_jsonb(new) ->> 'case_id')::bigint end;
  select stage into stood from public.cases_case where id = wanted;
  select count(*) as rows, coalesce(max(number), 0) as last, coalesce(min(number), 0) as first into said
    from public.cases_stagechange where case_id = wanted;
  if said.rows = 0 or said.first <> 1 or said.rows <> said.last then
    raise exception 'case %: its changes do not run from 1 to %', wanted, said.last using errcode = '23514';
  end if;
  if not exists (select 1 from public.cases_stagechange where case_id = wanted and number = said.last
                 and to_stage = stood) then
    raise exception 'case %: it stands at %, and its last change says otherwise', wanted, stood
      using errcode = '23514';
  end if;
  return null;
end $$;

revoke execute on function public.cases_guard_birth(), public.cases_guard_step(), public.cases_guard_chain()
  from public;
"""

TRIGGERS = """
create trigger cases_guard_birth before insert on public.cases_case
  for each row execute function public.cases_guard_birth();
create trigger cases_guard_step before update on public.cases_case
  for each row when (old.stage is distinct from new.stage) execute function public.cases_guard_step();
create constraint trigger cases_guard_case_chain after insert on public.cases_case
  deferrable initially deferred for each row execute function public.cases_guard_chain();
create constraint trigger cases_guard_change_chain after insert on public.cases_stagechange
  deferrable initially deferred for each row execute function public.cases_guard_chain();
"""

UNDO = """
drop trigger cases_guard_birth on public.cases_case;
drop trigger cases_guard_step on public.cases_case;
drop trigger cases_guard_case_chain on public.cases_case;
drop trigger cases_guard_change_chain on public.cases_stagechange;
drop function public.cases_guard_birth();
drop function public.cases_guard_step();
drop function public.cases_guard_chain();
"""


class Migration(migrations.Migration):
    dependencies = [("cases", "0002_relations")]

    operations = [migrations.RunSQL(FUNCTIONS + TRIGGERS, UNDO)]
