"""The agency's news: no state without its step, no step without its dated fact, and what stays as it was written."""

from django.db import migrations

from incubator.guards import keep, stay

#: The arrows of cases.funding.life, a correction aside: verb, from, to. A test compares them.
ARROWS = """
review draft review
send_back review draft
ready review ready
reopen ready draft
submit ready submitted
replace submitted draft
keep draft submitted
keep ready submitted
keep review submitted
admit submitted admissible
observe admissible observed
observe submitted observed
answer observed admissible
answer observed submitted
reject admissible inadmissible
reject observed inadmissible
reject submitted inadmissible
waitlist admissible waitlisted
waitlist observed waitlisted
waitlist submitted waitlisted
decline admissible not_awarded
decline observed not_awarded
decline submitted not_awarded
decline waitlisted not_awarded
award admissible awarded
award observed awarded
award submitted awarded
award waitlisted awarded
sign awarded signed
start signed execution
terminate execution terminated
terminate signed terminated
render execution rendered
render terminated rendered
close rendered closed
withdraw admissible withdrawn
withdraw draft withdrawn
withdraw observed withdrawn
withdraw ready withdrawn
withdraw review withdrawn
withdraw submitted withdrawn
withdraw waitlisted withdrawn
renounce awarded renounced
renounce signed renounced
uphold_appeal inadmissible admissible
uphold_appeal inadmissible awarded
uphold_appeal inadmissible waitlisted
uphold_appeal not_awarded admissible
uphold_appeal not_awarded awarded
uphold_appeal not_awarded waitlisted
uphold_appeal waitlisted admissible
uphold_appeal waitlisted awarded
"""
#: The dated fact without which a step is not written (cases.funding.life.EVENT_OF): verb, kind.
FACTS = """
admit admission
observe observation
answer observation_answer
reject rejection
waitlist waitlist
decline refusal
award award
sign agreement
start start
terminate early_end
render final_accounts
close accounts_approved
renounce renunciation
uphold_appeal appeal_result
correct correction
"""


def _values(table):
    rows = (line.split() for line in table.strip().splitlines())
    return ", ".join("(" + ", ".join(f"'{word}'" for word in row) + ")" for row in rows)


#: A correction goes back over the last step that stands: those that were corrected are skipped with their correction.
STANDING = """
create function public.cases_fund_undone(the_application bigint, before integer) returns integer language plpgsql
stable security definer set search_path = pg_catalog, pg_temp as $$
declare one record;
declare undone integer := 0;
begin
  for one in select c.number, c.verb from public.cases_fundchange c
             where c.application_id = the_application and c.number < before order by c.number desc loop
    if one.verb = 'correct' then
      undone := undone + 1;
    elsif undone > 0 then
      undone := undone - 1;
    else
      return one.number;
    end if;
  end loop;
  return null;
end $$;
revoke execute on function public.cases_fund_undone(bigint, integer) from public;
"""
NO_STANDING = "drop function public.cases_fund_undone(bigint, integer);"

GUARD = """
create function public.cases_guard_fund() returns trigger language plpgsql security definer
set search_path = pg_catalog, pg_temp as $$
declare last record;
begin
  if tg_op = 'INSERT' then
    if new.state <> 'draft' then
      raise exception 'application % is born %, not draft', new.id, new.state using errcode = '23514';
    end if;
    return new;
  end if;
  select c.verb, c.from_state, c.to_state into last from public.cases_fundchange c
    where c.application_id = new.id order by c.number desc limit 1;
  if not found or last.from_state <> old.state or last.to_state <> new.state then
    raise exception 'application %: the last change does not say % to %', new.id, old.state, new.state
      using errcode = '23514';
  end if;
  return new;
end $$;

create function public.cases_guard_fund_change() returns trigger language plpgsql security definer
set search_path = pg_catalog, pg_temp as $$
declare undone record;
declare asked text;
begin
  if new.from_state is distinct from (select a.state from public.cases_fundapplication a where a.id = new.application_id)
     or new.number <> coalesce((select max(c.number) from public.cases_fundchange c
                                where c.application_id = new.application_id), 0) + 1 then
    raise exception 'application %: the last change does not start where it stands', new.application_id
      using errcode = '23514';
  end if;
  if new.verb = 'correct' then
    select c.verb, c.from_state, c.to_state into undone from public.cases_fundchange c
      where c.application_id = new.application_id
        and c.number = public.cases_fund_undone(new.application_id, new.number);
    if not found or undone.to_state <> new.from_state or undone.from_state <> new.to_state
       or undone.verb = any ('{review,send_back,ready,reopen,replace,keep}'::text[]) then
      raise exception 'application %: the last change that stands is not undone by % to %', new.application_id,
        new.from_state, new.to_state using errcode = '23514';
    end if;
  elsif not exists (select 1 from (values @ARROWS) as t(verb, source, target)
                    where t.verb = new.verb and t.source = new.from_state and t.target = new.to_state) then
    raise exception 'application %: the last change cannot be %, from % to %', new.application_id, new.verb,
      new.from_state, new.to_state using errcode = '23514';
  end if;
  select t.kind into asked from (values @FACTS) as t(verb, kind) where t.verb = new.verb;
  if asked is not null and not exists (select 1 from public.cases_fundevent e where e.id = new.event_id
                                       and e.application_id = new.application_id and e.kind = asked) then
    raise exception 'application %: % rests on no fact of its own (%)', new.application_id, new.verb, asked
      using errcode = '23514';
  end if;
  return new;
end $$;

create function public.cases_guard_fund_made() returns trigger language plpgsql security definer
set search_path = pg_catalog, pg_temp as $$
begin
  if (select a.state from public.cases_fundapplication a where a.id = new.application_id) is distinct from
     (select c.to_state from public.cases_fundchange c where c.application_id = new.application_id
      order by c.number desc limit 1) then
    raise exception 'application %: its last change was not made', new.application_id using errcode = '23514';
  end if;
  if new.verb = 'submit' and not exists (select 1 from public.cases_fundfiling f where f.change_id = new.id)
     or new.verb = 'keep' and not exists (select 1 from public.cases_fundfiling f
                                          where f.application_id = new.application_id) then
    raise exception 'application %: it is said to be sent and nothing was filed', new.application_id
      using errcode = '23514';
  end if;
  return null;
end $$;

create function public.cases_guard_fund_filing() returns trigger language plpgsql security definer
set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (select 1 from public.cases_fundchange c join public.cases_fundpackage p on p.id = new.package_id
                 where c.id = new.change_id and c.verb = 'submit' and c.application_id = new.application_id
                 and p.application_id = new.application_id) then
    raise exception 'filing of application %: its step or its package is not its own', new.application_id
      using errcode = '23514';
  end if;
  return new;
end $$;

revoke execute on function public.cases_guard_fund(), public.cases_guard_fund_change(), public.cases_guard_fund_made(),
  public.cases_guard_fund_filing() from public;
create trigger cases_guard_fund_birth before insert on public.cases_fundapplication
  for each row execute function public.cases_guard_fund();
create trigger cases_guard_fund before update on public.cases_fundapplication
  for each row when (old.state is distinct from new.state) execute function public.cases_guard_fund();
create trigger cases_guard_fund_change before insert on public.cases_fundchange
  for each row execute function public.cases_guard_fund_change();
create constraint trigger cases_guard_fund_made after insert on public.cases_fundchange
  deferrable initially deferred for each row execute function public.cases_guard_fund_made();
create trigger cases_guard_fund_filing before insert on public.cases_fundfiling
  for each row execute function public.cases_guard_fund_filing();
create trigger cases_fund_only_added before update or delete on public.cases_fundchange
  for each row execute function public.cases_fund_only_added();
create trigger cases_fund_only_added before update or delete on public.cases_fundfiling
  for each row execute function public.cases_fund_only_added();
""".replace("@ARROWS", _values(ARROWS)).replace("@FACTS", _values(FACTS))
UNDO = """
drop trigger cases_fund_only_added on public.cases_fundfiling;
drop trigger cases_fund_only_added on public.cases_fundchange;
drop trigger cases_guard_fund_filing on public.cases_fundfiling;
drop trigger cases_guard_fund_made on public.cases_fundchange;
drop trigger cases_guard_fund_change on public.cases_fundchange;
drop trigger cases_guard_fund on public.cases_fundapplication;
drop trigger cases_guard_fund_birth on public.cases_fundapplication;
drop function public.cases_guard_fund_filing();
drop function public.cases_guard_fund_made();
drop function public.cases_guard_fund_change();
drop function public.cases_guard_fund();
"""
#: A fact keeps what it says in figures and days; a purchase, what it cost. Words may be redacted by an erasure.
KEPT = (
    keep(
        "cases_fundevent",
        "application_id kind happened_on notified_on due_on amount unit quantity unit_value unit_on about_id "
        "confirmation_id recorded_by_id recorded_at",
    ),
    stay("cases_fundevent"),
    keep(
        "cases_fundpurchase",
        "application_id number document_on document_kind document_number item subitem net tax total recorded_by_id "
        "recorded_at voided_at voided_by_id",
    ),
    stay("cases_fundpurchase"),
)


class Migration(migrations.Migration):
    dependencies = [("cases", "0023_fund_packages")]

    operations = [
        migrations.RunSQL(STANDING, NO_STANDING),
        migrations.RunSQL(GUARD, UNDO),
        *(migrations.RunSQL(forward, backward) for forward, backward in KEPT),
    ]
