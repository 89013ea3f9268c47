"""Writing an application: where an answer comes from, which row settles two that disagree, and what guards them."""

from django.db import migrations

from incubator.guards import keep

#: A form is written while nothing left the house; what was frozen or filed is read as it was.
GUARD = """
create function public.cases_guard_fundanswer() returns trigger language plpgsql security definer
set search_path = pg_catalog, pg_temp as $$
declare stands text;
begin
  select state into stands from public.cases_fundapplication where id = new.application_id;
  if stands is distinct from 'draft' and stands is distinct from 'review' then
    raise exception 'application %: its form is not written while it is %', new.application_id, stands
      using errcode = '23514';
  end if;
  return new;
end $$;
revoke execute on function public.cases_guard_fundanswer() from public;
create trigger cases_guard_fundanswer before insert on public.cases_fundanswer
  for each row execute function public.cases_guard_fundanswer();
"""
NO_GUARD = """
drop trigger cases_guard_fundanswer on public.cases_fundanswer;
drop function public.cases_guard_fundanswer();
"""


def _sql(pair):
    forward, backward = pair
    return migrations.RunSQL(forward, backward)


class Migration(migrations.Migration):
    dependencies = [("cases", "0020_fund_calls")]

    operations = [
        _sql((GUARD, NO_GUARD)),
        _sql(keep("cases_fundapplication", "opened_by_id opened_at number call_id")),
        _sql(keep("cases_fundapplication", "approved_by_id", name="minga_keep_approver", may_be_taken_back=True)),
        _sql(keep("cases_fundcomment", "by_id at text settled_by_id settled_at")),
    ]
