"""The recount of a book follows its people: whoever moved with her cooperative to another incubator holds once.

A transfer copies people (cases_personcopy) and rewrites no row of the book, so the guard of 0016 adds up all the
records of one person, as cases.books.people does: those of the transfers of this group, and of no other one.
"""

from django.db import migrations

#: As in 0016, but the holder is the person and not her record: `heir`, each record with the first of hers.
GUARD = """
create or replace function public.cases_guard_sharemovement() returns trigger language plpgsql security definer
set search_path = pg_catalog, pg_temp as $$
declare taken record; bad record;
begin
  if new.voids_id is not null then
    select * into taken from public.cases_sharemovement where id = new.voids_id;
    if taken.voids_id is not null or taken.happened_on > new.happened_on or
       (taken.book_id, taken.person_id, taken.kind, taken.shares, taken.amount) is distinct from
       (new.book_id, new.person_id, new.kind, new.shares, new.amount) or
       taken.counterpart_id is distinct from new.counterpart_id then
      raise exception 'share movement %: it takes back another row, not %', new.id, new.voids_id
        using errcode = '23514';
    end if;
  end if;
  with recursive line as (
    select coalesce(o.same_as_id, o.id) as a, coalesce(c.same_as_id, c.id) as b
      from public.cases_sharebook book
      join public.cases_case k on k.organization_id = book.organization_id
      join public.cases_transfer t on t.case_id = k.id
      join public.cases_personcopy l on l.transfer_id = t.id
      join public.incubator_person o on o.id = l.original_id
      join public.incubator_person c on c.id = l.copy_id
     where book.id = new.book_id),
  edge as (select a, b from line union select b, a from line),
  reach(a, b) as (select a, b from edge union select r.a, e.b from reach r join edge e on e.a = r.b),
  heir as (select a as person_id, min(b) as one from reach group by a)
  select * into bad from (
    select sum(s) over running as s, sum(p) over running as p, sum(ps) over running as ps, sum(pp) over running as pp
      from (select coalesce(heir.one, h.same_as_id, h.id) as holder, m.happened_on, m.id,
                   e.s * m.shares * d.sign as s, e.p * m.shares * d.sign as p,
                   e.ps * m.amount * d.sign as ps, e.pp * m.amount * d.sign as pp
              from public.cases_sharemovement m
              join (values ('subscription', 1, 0, 1, 0), ('payment', 0, 1, 0, 1), ('transfer', -1, -1, -1, -1),
                           ('refund', -1, -1, -1, -1), ('lapse', -1, 0, -1, 0), ('update', 0, 0, 1, 1))
                   as e(kind, s, p, ps, pp) on e.kind = m.kind
             cross join lateral (values (m.person_id, case when m.voids_id is null then 1 else -1 end),
                                        (m.counterpart_id, case when m.voids_id is null then -1 else 1 end))
                   as d(person_id, sign)
              join public.incubator_person h on h.id = d.person_id
              left join heir on heir.person_id = coalesce(h.same_as_id, h.id)
             where m.book_id = new.book_id) as rows
    window running as (partition by holder order by happened_on, id)) as balances
   where s < 0 or p < 0 or ps < 0 or pp < 0 or p > s or pp > ps limit 1;
  if found then
    raise exception 'share movement %: a balance of its book would be % of % shares, $ % of $ %',
      new.id, bad.p, bad.s, bad.pp, bad.ps using errcode = '23514';
  end if;
  return null;
end $$;
"""
#: That of 0016.
BEFORE = """
create or replace function public.cases_guard_sharemovement() returns trigger language plpgsql security definer
set search_path = pg_catalog, pg_temp as $$
declare taken record; bad record;
begin
  if new.voids_id is not null then
    select * into taken from public.cases_sharemovement where id = new.voids_id;
    if taken.voids_id is not null or taken.happened_on > new.happened_on or
       (taken.book_id, taken.person_id, taken.kind, taken.shares, taken.amount) is distinct from
       (new.book_id, new.person_id, new.kind, new.shares, new.amount) or
       taken.counterpart_id is distinct from new.counterpart_id then
      raise exception 'share movement %: it takes back another row, not %', new.id, new.voids_id
        using errcode = '23514';
    end if;
  end if;
  select * into bad from (
    select sum(s) over running as s, sum(p) over running as p, sum(ps) over running as ps, sum(pp) over running as pp
      from (select coalesce(h.same_as_id, h.id) as holder, m.happened_on, m.id,
                   e.s * m.shares * d.sign as s, e.p * m.shares * d.sign as p,
                   e.ps * m.amount * d.sign as ps, e.pp * m.amount * d.sign as pp
              from public.cases_sharemovement m
              join (values ('subscription', 1, 0, 1, 0), ('payment', 0, 1, 0, 1), ('transfer', -1, -1, -1, -1),
                           ('refund', -1, -1, -1, -1), ('lapse', -1, 0, -1, 0), ('update', 0, 0, 1, 1))
                   as e(kind, s, p, ps, pp) on e.kind = m.kind
             cross join lateral (values (m.person_id, case when m.voids_id is null then 1 else -1 end),
                                        (m.counterpart_id, case when m.voids_id is null then -1 else 1 end))
                   as d(person_id, sign)
              join public.incubator_person h on h.id = d.person_id
             where m.book_id = new.book_id) as rows
    window running as (partition by holder order by happened_on, id)) as balances
   where s < 0 or p < 0 or ps < 0 or pp < 0 or p > s or pp > ps limit 1;
  if found then
    raise exception 'share movement %: a balance of its book would be % of % shares, $ % of $ %',
      new.id, bad.p, bad.s, bad.pp, bad.ps using errcode = '23514';
  end if;
  return null;
end $$;
"""


class Migration(migrations.Migration):
    dependencies = [("cases", "0025_fund_places")]

    operations = [migrations.RunSQL(GUARD, BEFORE)]
