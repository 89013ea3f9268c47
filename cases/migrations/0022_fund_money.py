"""Budgets and the vault: what a version of the budget was presented with, and what of them stays as it was written.

The changes of tables come first, then what guards them: PostgreSQL alters no table whose rows wait for a deferred check.
"""

from django.db import migrations

from incubator.guards import keep, stay

#: A presented budget says what it said, its authors are whoever wrote it, and none of them approves it.
BUDGET = """
create function public.cases_guard_budget_approval() returns trigger language plpgsql security definer
set search_path = pg_catalog, pg_temp as $$
begin
  if new.is_draft then
    raise exception 'budget %: a draft is not approved', new.id using errcode = '23514';
  end if;
  if exists (select 1 from public.cases_fundbudget_authors
             where fundbudget_id = new.id and user_id = new.approved_by_id) then
    raise exception 'budget %: one of its authors approves it', new.id using errcode = '23514';
  end if;
  return new;
end $$;
create function public.cases_guard_budget_author() returns trigger language plpgsql security definer
set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op = 'UPDATE' then
    raise exception 'budget %: its authors are not exchanged', old.fundbudget_id using errcode = '23514';
  end if;
  if exists (select 1 from public.cases_fundbudget where id = new.fundbudget_id and not is_draft) then
    raise exception 'budget %: it was presented with the authors it had', new.fundbudget_id using errcode = '23514';
  end if;
  return new;
end $$;
create function public.cases_guard_budget_authors_stay() returns trigger language plpgsql security definer
set search_path = pg_catalog, pg_temp as $$
begin
  if exists (select 1 from public.cases_fundbudget where id = old.fundbudget_id) then
    raise exception 'budget %: who wrote it stays among its authors', old.fundbudget_id using errcode = '23514';
  end if;
  return null;
end $$;
create function public.cases_guard_budget_line() returns trigger language plpgsql security definer
set search_path = pg_catalog, pg_temp as $$
declare one record;
begin
  for one in select id from public.cases_fundbudget where not is_draft
    and id in (case when tg_op <> 'INSERT' then old.budget_id end, case when tg_op <> 'DELETE' then new.budget_id end)
  loop
    raise exception 'budget %: what was presented is not rewritten', one.id using errcode = '23514';
  end loop;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
revoke execute on function public.cases_guard_budget_approval(), public.cases_guard_budget_author(),
  public.cases_guard_budget_authors_stay(), public.cases_guard_budget_line() from public;
create trigger cases_guard_budget_approval before insert or update on public.cases_fundbudget
  for each row when (new.approved_by_id is not null) execute function public.cases_guard_budget_approval();
create trigger cases_guard_budget_author before insert or update on public.cases_fundbudget_authors
  for each row execute function public.cases_guard_budget_author();
create constraint trigger cases_guard_budget_authors_stay after delete on public.cases_fundbudget_authors
  deferrable initially deferred for each row execute function public.cases_guard_budget_authors_stay();
create trigger cases_guard_budget_line before insert or update or delete on public.cases_fundbudgetline
  for each row execute function public.cases_guard_budget_line();
"""
NO_BUDGET = """
drop trigger cases_guard_budget_line on public.cases_fundbudgetline;
drop trigger cases_guard_budget_authors_stay on public.cases_fundbudget_authors;
drop trigger cases_guard_budget_author on public.cases_fundbudget_authors;
drop trigger cases_guard_budget_approval on public.cases_fundbudget;
drop function public.cases_guard_budget_line();
drop function public.cases_guard_budget_authors_stay();
drop function public.cases_guard_budget_author();
drop function public.cases_guard_budget_approval();
"""
KEPT = (
    keep(
        "cases_fundbudget",
        "application_id number kind recorded_by_id recorded_at presented_on approved_by_id approved_on in_force_from "
        "confirmation_id",
    ),
    keep(
        "cases_fundbudget",
        "is_draft revision reason signers unit_value unit_on presented_on",
        name="minga_keep_presented",
        when="not old.is_draft",
    ),
    stay("cases_fundbudget", "not old.is_draft"),
    keep(
        "cases_fundquotation",
        "application_id item detail amount quoted_on valid_until evidence_id recorded_by_id recorded_at set_aside_on",
    ),
    stay("cases_fundquotation"),
    keep(
        "cases_vaultdocument",
        "case_id kind subject happened_on valid_until evidence_id recorded_by_id recorded_at set_aside_on "
        "set_aside_by_id",
    ),
    stay("cases_vaultdocument"),
)


class Migration(migrations.Migration):
    dependencies = [("cases", "0021_fund_writing")]

    operations = [
        migrations.RunSQL(BUDGET, NO_BUDGET),
        *(migrations.RunSQL(forward, backward) for forward, backward in KEPT),
    ]
