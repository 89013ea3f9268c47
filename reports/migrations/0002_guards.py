"""A report moves by its rows alone, and what was sealed stays as it was printed (docs/adr/0012)."""

from django.db import migrations

from incubator.guards import keep

GUARD = """
create function public.reports_guard_report() returns trigger language plpgsql security definer
set search_path = pg_catalog, pg_temp as $$
declare last record;
declare asked bigint;
begin
  if new.state = 'draft' and num_nonnulls(new.sealed_by_id, new.sealed_at, new.code, new.supersedes_id) > 0 then
    raise exception 'report %: a draft bears no seal', new.id using errcode = '23514';
  end if;
  if tg_op = 'INSERT' then
    if new.state <> 'draft' then
      raise exception 'report % is born %, not draft', new.id, new.state using errcode = '23514';
    end if;
    return new;
  end if;
  if new.state = old.state then
    return new;
  end if;
  select from_state, to_state, by_id into last from public.reports_reportchange
   where report_id = new.id order by id desc limit 1;
  if not found or last.from_state <> old.state or last.to_state <> new.state or (old.state || ' ' || new.state) not in (
      'draft sealed', 'sealed delivered', 'sealed withdrawn', 'delivered observed', 'delivered accepted',
      'delivered withdrawn') then
    raise exception 'report %: the last change does not say % to %', new.id, old.state, new.state
      using errcode = '23514';
  end if;
  if new.state = 'sealed' then
    select by_id into asked from public.incubator_journalentry
     where subject_type = 'reports.report' and subject_id = new.id and verb = 'report_seal_asked'
     order by id desc limit 1;
    if new.seal_asked_by_id is null or asked is distinct from new.seal_asked_by_id
        or last.by_id is distinct from new.sealed_by_id then
      raise exception 'report %: who asked for the seal or who sealed is not who its rows say', new.id
        using errcode = '23514';
    end if;
  end if;
  return new;
end $$;

create function public.reports_guard_chain() returns trigger language plpgsql security definer
set search_path = pg_catalog, pg_temp as $$
declare one bigint;
declare stands text;
declare said text;
begin
  one := case tg_table_name when 'reports_report' then new.id else (to_jsonb(new) ->> 'report_id')::bigint end;
  select state into stands from public.reports_report where id = one;
  select to_state into said from public.reports_reportchange where report_id = one order by id desc limit 1;
  if stands is distinct from said then
    raise exception 'report %: it stands % and its last change says %', one, stands, said using errcode = '23514';
  end if;
  return null;
end $$;

revoke execute on function public.reports_guard_report(), public.reports_guard_chain() from public;

create trigger reports_guard_report before insert or update on public.reports_report
  for each row execute function public.reports_guard_report();
create constraint trigger reports_guard_birth_chain after insert on public.reports_report
  deferrable initially deferred for each row execute function public.reports_guard_chain();
create constraint trigger reports_guard_change_chain after insert on public.reports_reportchange
  deferrable initially deferred for each row execute function public.reports_guard_chain();
"""

UNDO = """
drop trigger reports_guard_change_chain on public.reports_reportchange;
drop trigger reports_guard_birth_chain on public.reports_report;
drop trigger reports_guard_report on public.reports_report;
drop function public.reports_guard_chain();
drop function public.reports_guard_report();
"""

KEPT = [
    keep("reports_report", "agreement_id incubator_id period version created_at"),
    keep(
        "reports_report",
        "snapshot seen_digest summary deviations next_steps prepared_by_id seal_asked_by_id seal_asked_at sealed_by_id "
        "sealed_at code supersedes_id",
        name="minga_keep_sealed",
        when="old.state <> 'draft'",
    ),
]


class Migration(migrations.Migration):
    dependencies = [
        ("reports", "0001_initial"),
        ("incubator", "0009_guards"),
    ]

    operations = [
        migrations.RunSQL(GUARD, UNDO),
        *(migrations.RunSQL(forward, backward) for forward, backward in KEPT),
    ]
