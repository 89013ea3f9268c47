"""Who did what stays as it was written, nobody stands on both sides, and dated facts are not deleted (docs/adr/0012)."""

from django.db import migrations, models
from django.db.models import F, Q

from incubator.guards import keep, stay

#: Of two people, each is who the journal or the row said when it happened.
OPERATION = """
create function public.cases_guard_operation() returns trigger language plpgsql security definer
set search_path = pg_catalog, pg_temp as $$
declare asked bigint;
begin
  if tg_op = 'INSERT' then
    if new.state <> 'proposed' then
      raise exception 'operation % is born %, not proposed', new.id, new.state using errcode = '23514';
    end if;
    return new;
  end if;
  if new.state = old.state then
    return new;
  end if;
  if (old.state || ' ' || new.state) not in ('proposed withdrawn', 'proposed executed', 'executed reverted')
      or (new.state = 'executed' and new.executed_by_id is null)
      or (new.state = 'reverted' and (new.reverted_by_id is null or new.revert_asked_by_id is null)) then
    raise exception 'operation %: % does not lead to %', new.id, old.state, new.state using errcode = '23514';
  end if;
  if new.state = 'reverted' then
    select by_id into asked from public.incubator_journalentry
     where subject_type = 'cases.operation' and subject_id = new.id and verb = 'operation_revert_asked'
     order by id desc limit 1;
    if asked is distinct from new.revert_asked_by_id then
      raise exception 'operation %: who asked to undo it is not who the journal says', new.id using errcode = '23514';
    end if;
  end if;
  return new;
end $$;
revoke execute on function public.cases_guard_operation() from public;
create trigger cases_guard_operation before insert or update on public.cases_operation
  for each row execute function public.cases_guard_operation();
"""
NO_OPERATION = """
drop trigger cases_guard_operation on public.cases_operation;
drop function public.cases_guard_operation();
"""

#: A presented plan says what it said, its authors are only added to, and none of them approves it.
PLAN = """
create function public.cases_guard_plan_approval() returns trigger language plpgsql security definer
set search_path = pg_catalog, pg_temp as $$
begin
  if exists (select 1 from public.cases_businessplan_authors
             where businessplan_id = new.id and user_id = new.approved_by_id) then
    raise exception 'plan %: one of its authors approves it', new.id using errcode = '23514';
  end if;
  return new;
end $$;
create function public.cases_guard_plan_author() returns trigger language plpgsql security definer
set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op = 'UPDATE' then
    raise exception 'plan %: its authors are not exchanged', old.businessplan_id using errcode = '23514';
  end if;
  if exists (select 1 from public.cases_businessplan where id = new.businessplan_id and approved_by_id is not null) then
    raise exception 'plan %: it was approved with the authors it had', new.businessplan_id using errcode = '23514';
  end if;
  return new;
end $$;
create function public.cases_guard_plan_authors_stay() returns trigger language plpgsql security definer
set search_path = pg_catalog, pg_temp as $$
begin
  if exists (select 1 from public.cases_businessplan where id = old.businessplan_id) then
    raise exception 'plan %: who wrote it stays among its authors', old.businessplan_id using errcode = '23514';
  end if;
  return null;
end $$;
create function public.cases_guard_plan_row() returns trigger language plpgsql security definer
set search_path = pg_catalog, pg_temp as $$
declare one record;
begin
  for one in select id from public.cases_businessplan where not is_draft
    and id in (case when tg_op <> 'INSERT' then old.plan_id end, case when tg_op <> 'DELETE' then new.plan_id end)
  loop
    raise exception 'plan %: what was presented is not rewritten', one.id using errcode = '23514';
  end loop;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
revoke execute on function public.cases_guard_plan_approval(), public.cases_guard_plan_author(),
  public.cases_guard_plan_authors_stay(), public.cases_guard_plan_row() from public;
create trigger cases_guard_plan_approval before insert or update on public.cases_businessplan
  for each row when (new.approved_by_id is not null) execute function public.cases_guard_plan_approval();
create trigger cases_guard_plan_author before insert or update on public.cases_businessplan_authors
  for each row execute function public.cases_guard_plan_author();
create constraint trigger cases_guard_plan_authors_stay after delete on public.cases_businessplan_authors
  deferrable initially deferred for each row execute function public.cases_guard_plan_authors_stay();
create trigger cases_guard_plan_row before insert or update or delete on public.cases_planproduct
  for each row execute function public.cases_guard_plan_row();
create trigger cases_guard_plan_row before insert or update or delete on public.cases_plancost
  for each row execute function public.cases_guard_plan_row();
create trigger cases_guard_plan_row before insert or update or delete on public.cases_marketcheck
  for each row execute function public.cases_guard_plan_row();
"""
NO_PLAN = """
drop trigger cases_guard_plan_row on public.cases_marketcheck;
drop trigger cases_guard_plan_row on public.cases_plancost;
drop trigger cases_guard_plan_row on public.cases_planproduct;
drop trigger cases_guard_plan_authors_stay on public.cases_businessplan_authors;
drop trigger cases_guard_plan_author on public.cases_businessplan_authors;
drop trigger cases_guard_plan_approval on public.cases_businessplan;
drop function public.cases_guard_plan_row();
drop function public.cases_guard_plan_authors_stay();
drop function public.cases_guard_plan_author();
drop function public.cases_guard_plan_approval();
"""

#: A filed sheet keeps its points, a rubric that somebody scores with keeps its criteria, and so an import its rows.
PARTS = """
create function public.cases_guard_score() returns trigger language plpgsql security definer
set search_path = pg_catalog, pg_temp as $$
begin
  if exists (select 1 from public.cases_evaluation where completed_on is not null
             and id in (new.evaluation_id, case when tg_op = 'UPDATE' then old.evaluation_id end)) then
    raise exception 'sheet %: it was filed with other points', new.evaluation_id using errcode = '23514';
  end if;
  return new;
end $$;
create function public.cases_guard_criterion() returns trigger language plpgsql security definer
set search_path = pg_catalog, pg_temp as $$
declare one bigint;
begin
  one := case when tg_op = 'INSERT' then new.call_id else old.call_id end;
  if exists (select 1 from public.cases_call where id = one and state not in ('draft', 'published')) or exists (
      select 1 from public.cases_evaluation e join public.cases_application a on a.id = e.application_id
       where a.call_id = one) then
    raise exception 'call %: its rubric is in use', one using errcode = '23514';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create function public.cases_guard_census_row() returns trigger language plpgsql security definer
set search_path = pg_catalog, pg_temp as $$
begin
  if exists (select 1 from public.cases_censusimport where id = old.batch_id and state <> 'read') then
    raise exception 'import %: what it did to row % stays', old.batch_id, old.row using errcode = '23514';
  end if;
  return old;
end $$;
revoke execute on function public.cases_guard_score(), public.cases_guard_criterion(),
  public.cases_guard_census_row() from public;
create trigger cases_guard_score before insert or update on public.cases_criterionscore
  for each row execute function public.cases_guard_score();
create trigger cases_guard_criterion before insert or update or delete on public.cases_criterion
  for each row execute function public.cases_guard_criterion();
create trigger cases_guard_census_row before delete on public.cases_censusrow
  for each row execute function public.cases_guard_census_row();
"""
NO_PARTS = """
drop trigger cases_guard_census_row on public.cases_censusrow;
drop trigger cases_guard_criterion on public.cases_criterion;
drop trigger cases_guard_score on public.cases_criterionscore;
drop function public.cases_guard_census_row();
drop function public.cases_guard_criterion();
drop function public.cases_guard_score();
"""

#: What every fact says of itself.
FACT = "case_id recorded_by_id recorded_at"
KEPT = [
    keep(
        "cases_transfer",
        "case_id from_incubator_id to_incubator_id requested_by_id requested_on group_name reason agreed_on agreement_id "
        "note answered_by_id answered_on",
    ),
    keep("cases_correctionasked", "transfer_id what asked_by_id asked_on answered_by_id answered_on"),
    keep("cases_inheriteddraft", "transfer_id author_id"),
    keep(
        "cases_operation",
        "incubator_id number kind case_id survivor_id reason evidence_id proposed_by_id proposed_at withdrawn_by_id "
        "withdrawn_at executed_by_id executed_on executed_at reverted_by_id reverted_on reverted_at",
    ),
    keep("cases_operation", "revert_asked_by_id", name="minga_keep_asker", may_be_taken_back=True),
    keep(
        "cases_operation",
        "revert_asked_by_id revert_asked_at revert_reason",
        name="minga_keep_reverted",
        when="old.state = 'reverted'",
    ),
    keep("cases_allocation", "operation_id membership_id decided_by_id decided_on"),
    keep("cases_pause", "case_id since reason by_id recorded_at until"),
    keep(
        "cases_measurement",
        f"{FACT} happened_on evidence_id moment monthly_income people_with_income jobs weekly_hours self_declared "
        "certified_by_id certified_on",
    ),
    keep("cases_businessplan", f"{FACT} version author_id approved_by_id approved_on"),
    keep(
        "cases_businessplan",
        "is_draft happened_on evidence_id sections start_share months_to_full revision",
        name="minga_keep_presented",
        when="not old.is_draft",
    ),
    keep("cases_call", "recorded_by_id"),
    keep("cases_application", f"{FACT} happened_on call_id contact_id interested submission_id received_order"),
    keep("cases_appeal", f"{FACT} happened_on application_id round channel text decided_by_id decided_on"),
    keep("cases_letter", "case_id application_id round kind incubator_id year number change_id issued_on issued_by_id "
         "evidence_id recorded_at notified_on notified_by_id"),
    keep("cases_evaluatorassignment", "application_id evaluator_id round since assigned_by_id recorded_at"),
    keep("cases_evaluation", f"{FACT} application_id assignment_id round evaluator_id completed_on score"),
    keep("cases_marketrecord", f"{FACT} voided_by_id voided_at"),
    keep("cases_sessioncase", "session_id case_id voided_by_id voided_at"),
    keep("cases_confirmationsheet", f"{FACT} happened_on received_by_id revoked_on"),
    keep("cases_confirmationcode", "sheet_id number digest used_at"),
    keep("cases_confirmationrequest", "case_id subject subject_id statement asked_by_id asked_at expires_at closed_at"),
    keep("cases_submission", "call_id number received_at entered_by_id settled_on settled_by_id"),
    keep("cases_censusimport", "incubator_id sha256 uploaded_by_id uploaded_at applied_by_id applied_at undone_by_id "
         "undone_at"),
    stay("cases_businessplan", "not old.is_draft"),
    stay("cases_censusimport", "old.state <> 'read'"),
    stay("cases_submission", "old.state = 'taken_in' or old.state = 'placed'"),
]  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0010_history"),
        ("incubator", "0009_guards"),
    ]

    operations = [
        migrations.AddConstraint(
            model_name="transfer",
            constraint=models.CheckConstraint(
                condition=Q(state__in=["requested", "expired"], answered_by__isnull=True)
                | Q(state="revoked", answered_by__isnull=False)
                | (
                    Q(state__in=["accepted", "rejected"], answered_by__isnull=False) & ~Q(answered_by=F("requested_by"))
                ),
                name="transfer_answerer_differs",
                violation_error_message="Responde otra persona que quien lo pidió.",
            ),
        ),
        migrations.AddConstraint(
            model_name="businessplan",
            constraint=models.CheckConstraint(
                condition=Q(approved_by__isnull=True) | ~Q(approved_by=F("recorded_by")),
                name="plan_presenter_differs",
                violation_error_message="El plan lo aprueba otra persona que quien lo presentó.",
            ),
        ),
        migrations.RunSQL(OPERATION, NO_OPERATION),
        migrations.RunSQL(PLAN, NO_PLAN),
        migrations.RunSQL(PARTS, NO_PARTS),
        *(migrations.RunSQL(forward, backward) for forward, backward in KEPT),
    ]
