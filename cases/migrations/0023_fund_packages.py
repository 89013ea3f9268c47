"""A package rests on the step that made it ready, links to the one before, and is only added to; so its hand-overs."""

from django.db import migrations

#: What a new package must say: its READY step, the bases of that application, its number and the digest before it.
PACKAGE = """
create function public.cases_guard_fund_package() returns trigger language plpgsql security definer
set search_path = pg_catalog, pg_temp as $$
declare step record;
declare former record;
begin
  select c.application_id, c.to_state, c.verb into step from public.cases_fundchange c where c.id = new.change_id;
  if step.application_id is distinct from new.application_id or step.to_state is distinct from 'ready'
     or step.verb is distinct from 'ready' then
    raise exception 'package % of application % has no step of its own that made it ready', new.number,
      new.application_id using errcode = '23514';
  end if;
  if not exists (select 1 from public.cases_fundapplication a
                 where a.id = new.application_id and a.bases_id = new.bases_id) then
    raise exception 'package of application %: its bases are not the adopted ones', new.application_id
      using errcode = '23514';
  end if;
  select p.number, p.sha256 into former from public.cases_fundpackage p
    where p.application_id = new.application_id order by p.number desc limit 1;
  if new.number <> coalesce(former.number, 0) + 1 or new.previous <> coalesce(former.sha256, '') then
    raise exception 'package % of application % does not follow the one before', new.number, new.application_id
      using errcode = '23514';
  end if;
  return new;
end $$;
revoke execute on function public.cases_guard_fund_package() from public;
create trigger cases_guard_fund_package before insert on public.cases_fundpackage for each row
  execute function public.cases_guard_fund_package();
"""
NO_PACKAGE = """
drop trigger cases_guard_fund_package on public.cases_fundpackage;
drop function public.cases_guard_fund_package();
"""

#: A file is listed with the digest of what is kept; a hand-over names reserved files of its own package.
PARTS = """
create function public.cases_guard_fund_file() returns trigger language plpgsql security definer
set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (select 1 from public.incubator_evidence e
                 where e.id = new.evidence_id and e.sha256 = new.sha256) then
    raise exception 'file % of package %: its digest is not that of what is kept', new.position, new.package_id
      using errcode = '23514';
  end if;
  return new;
end $$;
create function public.cases_guard_fund_handover() returns trigger language plpgsql security definer
set search_path = pg_catalog, pg_temp as $$
begin
  if cardinality(new.files) = 0 or exists (
    select 1 from unnest(new.files) as one(id) left join public.cases_fundpackagefile f
      on f.id = one.id and f.package_id = new.package_id and f.is_reserved where f.id is null) then
    raise exception 'hand-over of package %: it names what is not a reserved document of it', new.package_id
      using errcode = '23514';
  end if;
  if new.basis = 'consent' and (cardinality(new.persons) = 0 or exists (
    select 1 from unnest(new.consents) as one(id) left join public.incubator_consent c
      on c.id = one.id and c.given and c.purpose = 'private_fund' where c.id is null)
    or cardinality(new.consents) < cardinality(new.persons)) then
    raise exception 'hand-over of package %: an authorisation is missing', new.package_id using errcode = '23514';
  end if;
  return new;
end $$;
revoke execute on function public.cases_guard_fund_file(), public.cases_guard_fund_handover() from public;
create trigger cases_guard_fund_file before insert on public.cases_fundpackagefile for each row
  execute function public.cases_guard_fund_file();
create trigger cases_guard_fund_handover before insert on public.cases_fundhandover for each row
  execute function public.cases_guard_fund_handover();
"""
NO_PARTS = """
drop trigger cases_guard_fund_handover on public.cases_fundhandover;
drop trigger cases_guard_fund_file on public.cases_fundpackagefile;
drop function public.cases_guard_fund_handover();
drop function public.cases_guard_fund_file();
"""

#: Whoever writes, the owner of the tables included.
ADDED = """
create function public.cases_fund_only_added() returns trigger language plpgsql
set search_path = pg_catalog, pg_temp as $$
begin
  raise exception '% %: rows are only added', tg_table_name, old.id using errcode = '23514';
end $$;
revoke execute on function public.cases_fund_only_added() from public;
create trigger cases_fund_only_added before update or delete on public.cases_fundpackage for each row
  execute function public.cases_fund_only_added();
create trigger cases_fund_only_added before update or delete on public.cases_fundpackagefile for each row
  execute function public.cases_fund_only_added();
create trigger cases_fund_only_added before update or delete on public.cases_fundhandover for each row
  execute function public.cases_fund_only_added();
"""
NOT_ADDED = """
drop trigger cases_fund_only_added on public.cases_fundpackage;
drop trigger cases_fund_only_added on public.cases_fundpackagefile;
drop trigger cases_fund_only_added on public.cases_fundhandover;
drop function public.cases_fund_only_added();
"""


class Migration(migrations.Migration):
    dependencies = [("cases", "0022_fund_money"), ("incubator", "0010_funds")]

    operations = [
        migrations.RunSQL(PACKAGE, NO_PACKAGE),
        migrations.RunSQL(PARTS, NO_PARTS),
        migrations.RunSQL(ADDED, NOT_ADDED),
    ]
