"""What guards the calls and their bases: a checked version stays as it is, and whoever wrote of it does not check it."""

from django.db import migrations

from incubator.guards import keep, stay

#: Nobody checks what they wrote, nothing is left to review, and who wrote a version stays among its authors.
CHECKED = """
create function public.cases_guard_bases_check() returns trigger language plpgsql security definer
set search_path = pg_catalog, pg_temp as $$
begin
  if exists (select 1 from public.cases_basesversion_authors
             where basesversion_id = new.id and user_id = new.checked_by_id) then
    raise exception 'bases %: one of their authors checks them', new.id using errcode = '23514';
  end if;
  if jsonb_array_length(new.to_review) > 0 then
    raise exception 'bases %: they still say something copied that nobody reviewed', new.id using errcode = '23514';
  end if;
  return new;
end $$;
create function public.cases_guard_bases_author() returns trigger language plpgsql security definer
set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op = 'UPDATE' then
    raise exception 'bases %: their authors are not exchanged', old.basesversion_id using errcode = '23514';
  end if;
  if exists (select 1 from public.cases_basesversion where id = new.basesversion_id and checked_on is not null) then
    raise exception 'bases %: they were checked with the authors they had', new.basesversion_id using errcode = '23514';
  end if;
  return new;
end $$;
create function public.cases_guard_bases_authors_stay() returns trigger language plpgsql security definer
set search_path = pg_catalog, pg_temp as $$
begin
  if exists (select 1 from public.cases_basesversion where id = old.basesversion_id) then
    raise exception 'bases %: who wrote them stays among their authors', old.basesversion_id using errcode = '23514';
  end if;
  return null;
end $$;
revoke execute on function public.cases_guard_bases_check(), public.cases_guard_bases_author(),
  public.cases_guard_bases_authors_stay() from public;
create trigger cases_guard_bases_check before insert or update on public.cases_basesversion
  for each row when (new.checked_by_id is not null) execute function public.cases_guard_bases_check();
create trigger cases_guard_bases_author before insert or update on public.cases_basesversion_authors
  for each row execute function public.cases_guard_bases_author();
create constraint trigger cases_guard_bases_authors_stay after delete on public.cases_basesversion_authors
  deferrable initially deferred for each row execute function public.cases_guard_bases_authors_stay();
"""
NOT_CHECKED = """
drop trigger cases_guard_bases_authors_stay on public.cases_basesversion_authors;
drop trigger cases_guard_bases_author on public.cases_basesversion_authors;
drop trigger cases_guard_bases_check on public.cases_basesversion;
drop function public.cases_guard_bases_authors_stay();
drop function public.cases_guard_bases_author();
drop function public.cases_guard_bases_check();
"""
KEPT = (
    keep("cases_fundingcall", "agreement_id incubator_id key entered_by_id entered_at copied_from_id withdrawn_on"),
    keep("cases_basesversion", "call_id number recorded_by_id recorded_at checked_by_id checked_on"),
    keep(
        "cases_basesversion",
        "in_force_from act url evidence_id content to_review ticked revision checked_by_id checked_on opens_on "
        "questions_until first_closes_at last_closes_at",
        name="minga_keep_checked",
        when="old.checked_on is not null",
    ),
    stay("cases_basesversion", "old.checked_on is not null"),
)


class Migration(migrations.Migration):
    dependencies = [("cases", "0019_funding")]

    operations = [
        migrations.RunSQL(CHECKED, NOT_CHECKED),
        *[migrations.RunSQL(forward, backward) for forward, backward in KEPT],
    ]
