"""Who answers for an application when its case moves, joins another or closes; and which kept paper runs out in time."""

from django.db import migrations

from incubator.guards import keep, stay

#: Who answers for an application, and with whom it stays, changes as its last row says and not otherwise.
GUARD = """
create function public.cases_guard_fund_place() returns trigger language plpgsql security definer
set search_path = pg_catalog, pg_temp as $$
declare last record;
begin
  select keeper_id, stays_with_id into last from public.cases_fundplacement
   where application_id = new.id order by id desc limit 1;
  if not found or last.keeper_id is distinct from new.keeper_id
     or last.stays_with_id is distinct from new.stays_with_id then
    raise exception 'application %: its last row does not say who answers for it', new.id using errcode = '23514';
  end if;
  return new;
end $$;
create function public.cases_guard_fund_kept_birth() returns trigger language plpgsql
set search_path = pg_catalog, pg_temp as $$
begin
  raise exception 'application %: it is born with its case', new.id using errcode = '23514';
end $$;
revoke execute on function public.cases_guard_fund_place(), public.cases_guard_fund_kept_birth() from public;
create trigger cases_guard_fund_place before update on public.cases_fundapplication for each row
  when (old.keeper_id is distinct from new.keeper_id or old.stays_with_id is distinct from new.stays_with_id)
  execute function public.cases_guard_fund_place();
create trigger cases_guard_fund_kept_birth before insert on public.cases_fundapplication for each row
  when (new.keeper_id is not null or new.stays_with_id is not null)
  execute function public.cases_guard_fund_kept_birth();
"""
NO_GUARD = """
drop trigger cases_guard_fund_kept_birth on public.cases_fundapplication;
drop trigger cases_guard_fund_place on public.cases_fundapplication;
drop function public.cases_guard_fund_kept_birth();
drop function public.cases_guard_fund_place();
"""

#: Whether bases ask for a kind of paper that, as it is, will not count on a day: it ran out, or it is too old by then.
RUNS_OUT = """
create function public.cases_paper_runs_out(bases jsonb, paper text, issued date, until date, day date)
returns boolean language sql immutable parallel safe
return exists (
  select 1 from jsonb_array_elements(coalesce(bases -> 'documents', '[]'::jsonb)) as asked
  where asked ->> 'kind' = paper
    and (until < day or issued + (asked ->> 'valid_days')::int < day)
);
"""
NO_RUNS_OUT = "drop function public.cases_paper_runs_out(jsonb, text, date, date, date)"


def _sql(pair):
    forward, backward = pair
    return migrations.RunSQL(forward, backward)


class Migration(migrations.Migration):
    dependencies = [("cases", "0024_fund_agency")]

    operations = [
        _sql((GUARD, NO_GUARD)),
        _sql((RUNS_OUT, NO_RUNS_OUT)),
        _sql(
            keep(
                "cases_fundplacement",
                "application_id kind keeper_id stays_with_id transfer_id operation_id by_id at settled_on "
                "settled_by_id",
            )
        ),
        _sql(stay("cases_fundplacement")),
    ]
