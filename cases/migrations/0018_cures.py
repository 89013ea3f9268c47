"""A cure is a machine of its own, one per defective act; acts are read, and one recorded by mistake is taken back.

The changes of tables come first, then what guards them: PostgreSQL alters no table whose rows wait for a deferred check.
"""

import django.contrib.postgres.fields
import django.db.models.deletion
import django_fsm
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import incubator.calendars.clock
import incubator.models.past
from incubator.guards import keep, stay

#: A legal file moves by its acts, as 0012 says; and it goes back when its last act was recorded by mistake. `{back}` is
#: the second half.
FILE = """
create or replace function public.cases_guard_legalfile() returns trigger language plpgsql security definer
set search_path = pg_catalog, pg_temp as $$
declare last record;
begin
  if tg_op = 'INSERT' then
    if new.state <> 'drafting' then
      raise exception 'legal file % is born %, not drafting', new.id, new.state using errcode = '23514';
    end if;
    return new;
  end if;
  select c.number, c.from_state, c.to_state, c.verb, c.event_id, e.kind, e.file_id into last
    from public.cases_legalfilechange c join public.cases_legalevent e on e.id = c.event_id
    where c.file_id = new.id order by c.number desc limit 1;
  {back}
  if not found or last.from_state <> old.state or last.to_state <> new.state or last.file_id is distinct from new.id or
     not exists (select 1 from (values ('summon', 'drafting', 'summoned', 'notice'),
    ('hold', 'summoned', 'held', 'meeting'),
    ('call_off', 'summoned', 'drafting', 'meeting_failed'),
    ('resummon', 'held', 'summoned', 'statutes_back'),
    ('sign_deed', 'drafting', 'deeded', 'deed'),
    ('sign_deed', 'summoned', 'deeded', 'deed'),
    ('sign_deed', 'held', 'deeded', 'deed'),
    ('constitute', 'deeded', 'constituted', 'registry_entry'),
    ('constitute', 'deeded', 'constituted', 'publication'),
    ('constitute', 'deeded', 'constituted', 'cure_entry'),
    ('constitute', 'deeded', 'constituted', 'cure_publication'),
    ('file', 'constituted', 'filed', 'daes_filing'),
    ('observe', 'filed', 'observed', 'daes_observation'),
    ('answer', 'observed', 'filed', 'daes_answer'),
    ('assign_roll', 'constituted', 'roll_assigned', 'roll'),
    ('assign_roll', 'filed', 'roll_assigned', 'roll'),
    ('assign_roll', 'observed', 'roll_assigned', 'roll'),
    ('operate', 'roll_assigned', 'operating', 'tax_start'),
    ('abandon', 'drafting', 'abandoned', 'abandoned'),
    ('abandon', 'summoned', 'abandoned', 'abandoned'),
    ('abandon', 'held', 'abandoned', 'abandoned'),
    ('annul', 'deeded', 'void', 'opinion'),
    ('annul', 'deeded', 'void', 'judgment'))
                 as t(verb, source, target, kind) where t.verb = last.verb and t.source = old.state
                 and t.target = new.state and t.kind = last.kind) then
    raise exception 'legal file %: the last change does not say % to %', new.id, old.state, new.state
      using errcode = '23514';
  end if;
  return new;
end $$;
"""
#: Back to where the file was before everything that the act taken back had brought about, with nothing in between.
FILE_BACK = """if found and last.verb = 'correct' then
    if last.from_state is distinct from old.state or last.to_state is distinct from new.state
       or not (select e.taken_back from public.cases_legalevent e where e.id = last.event_id)
       or new.state is distinct from (select c.from_state from public.cases_legalfilechange c where c.file_id = new.id
          and c.verb <> 'correct' and coalesce(c.brought_by_id, c.event_id) = last.event_id order by c.number limit 1)
       or exists (select 1 from public.cases_legalfilechange c where c.file_id = new.id and c.number < last.number
          and coalesce(c.brought_by_id, c.event_id) <> last.event_id and c.number > (
            select min(o.number) from public.cases_legalfilechange o where o.file_id = new.id and o.verb <> 'correct'
            and coalesce(o.brought_by_id, o.event_id) = last.event_id)
          and not (select e.taken_back from public.cases_legalevent e
                   where e.id = coalesce(c.brought_by_id, c.event_id))) then
      raise exception 'legal file %: nothing was taken back that leads from % to %', new.id, old.state, new.state
        using errcode = '23514';
    end if;
    return new;
  end if;"""

#: A cure: the table of cases.formalization.cure_life (tests/legal proves that they agree), its change first, one act for each step.
CURE = """
create function public.cases_guard_cure() returns trigger language plpgsql security definer
set search_path = pg_catalog, pg_temp as $$
declare last record;
begin
  if tg_op = 'INSERT' then
    if new.state <> 'opened' then
      raise exception 'cure % is born %, not opened', new.id, new.state using errcode = '23514';
    end if;
    if not exists (select 1 from public.cases_legalevent e where e.id = new.act_id and e.case_id = new.case_id
                   and not e.taken_back and (e.kind = 'deed' or e.kind = 'reform_deed')) then
      raise exception 'cure %: act % is no deed of its case', new.id, new.act_id using errcode = '23514';
    end if;
    return new;
  end if;
  select c.number, c.from_state, c.to_state, c.verb, c.event_id, e.kind, e.case_id, e.cure_id, e.taken_back into last
    from public.cases_curechange c join public.cases_legalevent e on e.id = c.event_id
    where c.cure_id = new.id order by c.number desc limit 1;
  if found and last.verb = 'correct' then
    if last.from_state is distinct from old.state or last.to_state is distinct from new.state or not last.taken_back
       or new.state is distinct from (select c.from_state from public.cases_curechange c where c.cure_id = new.id
          and c.verb <> 'correct' and c.event_id = last.event_id order by c.number limit 1) then
      raise exception 'cure %: nothing was taken back that leads from % to %', new.id, old.state, new.state
        using errcode = '23514';
    end if;
    return new;
  end if;
  if not found or last.from_state <> old.state or last.to_state <> new.state or last.case_id <> new.case_id or
     not exists (select 1 from (values ('summon', 'opened', 'summoned', 'cure_notice'),
    ('agree', 'opened', 'agreed', 'cure_meeting'),
    ('agree', 'summoned', 'agreed', 'cure_meeting'),
    ('call_off', 'summoned', 'opened', 'cure_failed'),
    ('sign_deed', 'opened', 'deeded', 'cure_deed'),
    ('sign_deed', 'summoned', 'deeded', 'cure_deed'),
    ('sign_deed', 'agreed', 'deeded', 'cure_deed'),
    ('take_effect', 'deeded', 'effective', 'cure_entry'),
    ('take_effect', 'deeded', 'effective', 'cure_publication'),
    ('reopen', 'deeded', 'opened', 'cure_entry'),
    ('reopen', 'deeded', 'opened', 'cure_publication'),
    ('reopen', 'deeded', 'opened', 'cure_notice'),
    ('reopen', 'deeded', 'opened', 'cure_meeting'),
    ('reopen', 'deeded', 'opened', 'cure_deed'),
    ('end', 'opened', 'ended', 'cure_judgment'),
    ('end', 'opened', 'ended', 'dissolution'),
    ('end', 'opened', 'ended', 'judgment'),
    ('end', 'opened', 'ended', 'opinion'),
    ('end', 'summoned', 'ended', 'cure_judgment'),
    ('end', 'summoned', 'ended', 'dissolution'),
    ('end', 'summoned', 'ended', 'judgment'),
    ('end', 'summoned', 'ended', 'opinion'),
    ('end', 'agreed', 'ended', 'cure_judgment'),
    ('end', 'agreed', 'ended', 'dissolution'),
    ('end', 'agreed', 'ended', 'judgment'),
    ('end', 'agreed', 'ended', 'opinion'),
    ('end', 'deeded', 'ended', 'cure_judgment'),
    ('end', 'deeded', 'ended', 'dissolution'),
    ('end', 'deeded', 'ended', 'judgment'),
    ('end', 'deeded', 'ended', 'opinion'),
    ('withdraw', 'opened', 'ended', 'deed'),
    ('withdraw', 'opened', 'ended', 'extract'),
    ('withdraw', 'opened', 'ended', 'registry_entry'),
    ('withdraw', 'opened', 'ended', 'publication'),
    ('withdraw', 'opened', 'ended', 'reform_deed'),
    ('withdraw', 'opened', 'ended', 'reform_entry'),
    ('withdraw', 'opened', 'ended', 'reform_publication'))
                 as t(verb, source, target, kind) where t.verb = last.verb and t.source = old.state
                 and t.target = new.state and t.kind = last.kind) or
     (left(last.kind, 5) = 'cure_' and last.cure_id is distinct from new.id) then
    raise exception 'cure %: the last change does not say % to %', new.id, old.state, new.state using errcode = '23514';
  end if;
  return new;
end $$;

create function public.cases_guard_curechange() returns trigger language plpgsql security definer
set search_path = pg_catalog, pg_temp as $$
begin
  if (select state from public.cases_cure where id = new.cure_id) is distinct from
     (select to_state from public.cases_curechange where cure_id = new.cure_id order by number desc limit 1) then
    raise exception 'cure %: its last change was not made', new.cure_id using errcode = '23514';
  end if;
  return null;
end $$;

create trigger cases_guard_cure_birth before insert on public.cases_cure
  for each row execute function public.cases_guard_cure();
create trigger cases_guard_cure before update on public.cases_cure
  for each row when (old.state is distinct from new.state) execute function public.cases_guard_cure();
create constraint trigger cases_guard_curechange after insert on public.cases_curechange
  deferrable initially deferred for each row execute function public.cases_guard_curechange();
revoke execute on function public.cases_guard_cure(), public.cases_guard_curechange() from public;
"""
NO_CURE = """
drop trigger cases_guard_curechange on public.cases_curechange;
drop trigger cases_guard_cure on public.cases_cure;
drop trigger cases_guard_cure_birth on public.cases_cure;
drop function public.cases_guard_curechange();
drop function public.cases_guard_cure();
"""

#: The row that takes an act back marks it; the mark is written in no other way, and never where something stands on it.
TAKEN = """
create function public.cases_guard_acttakenback() returns trigger language plpgsql security definer
set search_path = pg_catalog, pg_temp as $$
declare act record;
begin
  select * into act from public.cases_legalevent where id = new.event_id for update;
  if act.taken_back then
    raise exception 'legal act % is already taken back', act.id using errcode = '23514';
  end if;
  if new.recorded_at < act.recorded_at or (new.recorded_at at time zone 'America/Santiago')::date
     - (act.recorded_at at time zone 'America/Santiago')::date > 7 then
    raise exception 'legal act % was recorded more than seven days ago', act.id using errcode = '23514';
  end if;
  if exists (select 1 from public.cases_legalreview r where r.event_id = act.id) then
    raise exception 'legal act % is validated', act.id using errcode = '23514';
  end if;
  if exists (select 1 from public.cases_legalevent e where e.id > act.id and not e.taken_back and e.case_id = act.case_id
             and e.file_id is not distinct from act.file_id
             and (act.file_id is not null or e.cure_id is not distinct from act.cure_id)) then
    raise exception 'legal act %: another was recorded after it', act.id using errcode = '23514';
  end if;
  return new;
end $$;

create function public.cases_mark_taken_back() returns trigger language plpgsql security definer
set search_path = pg_catalog, pg_temp as $$
begin
  update public.cases_legalevent set taken_back = true where id = new.event_id;
  return null;
end $$;

create function public.cases_guard_taken_back() returns trigger language plpgsql security definer
set search_path = pg_catalog, pg_temp as $$
begin
  if not new.taken_back or tg_op = 'INSERT' or
     not exists (select 1 from public.cases_acttakenback where event_id = new.id) then
    raise exception 'legal act %: nobody took it back', new.id using errcode = '23514';
  end if;
  return new;
end $$;

create trigger cases_guard_acttakenback before insert on public.cases_acttakenback
  for each row execute function public.cases_guard_acttakenback();
create trigger cases_mark_taken_back after insert on public.cases_acttakenback
  for each row execute function public.cases_mark_taken_back();
create trigger cases_guard_taken_back before update on public.cases_legalevent
  for each row when (old.taken_back is distinct from new.taken_back) execute function public.cases_guard_taken_back();
create trigger cases_guard_taken_back_birth before insert on public.cases_legalevent
  for each row when (new.taken_back) execute function public.cases_guard_taken_back();
revoke execute on function public.cases_guard_acttakenback(), public.cases_mark_taken_back(),
  public.cases_guard_taken_back() from public;
"""
NO_TAKEN = """
drop trigger cases_guard_taken_back_birth on public.cases_legalevent;
drop trigger cases_guard_taken_back on public.cases_legalevent;
drop trigger cases_mark_taken_back on public.cases_acttakenback;
drop trigger cases_guard_acttakenback on public.cases_acttakenback;
drop function public.cases_guard_taken_back();
drop function public.cases_mark_taken_back();
drop function public.cases_guard_acttakenback();
"""
#: A cure keeps its act, its day and whoever opened it, and what it found wrong once it has a deed; it is not deleted.
KEPT = [
    keep("cases_cure", "case_id act_id opened_on opened_by_id recorded_at"),
    keep("cases_cure", "defects", name="minga_keep_defects", when="(old.state = 'effective' or old.state = 'ended')"),
    stay("cases_cure"),
    stay("cases_curechange"),
    stay("cases_acttakenback"),
    stay("cases_actcontent"),
    stay("cases_observationpoint"),
    stay("cases_observationanswer"),
]

#: The files of before whose acts came late: their cure, with the acts that they already have.
SINCE = """
insert into public.cases_cure (case_id, act_id, defects, opened_on, opened_by_id, recorded_at, state)
select d.case_id, d.id, array_remove(array[case when e.happened_on > d.happened_on + 60 then 'late.registry' end,
    case when p.happened_on > d.happened_on + 60 then 'late.gazette' end], null),
    greatest(e.happened_on, p.happened_on), d.recorded_by_id, greatest(e.recorded_at, p.recorded_at), 'opened'
  from public.cases_legalevent d
  join public.cases_legalevent e on e.file_id = d.file_id and e.kind = 'registry_entry'
  join public.cases_legalevent p on p.file_id = d.file_id and p.kind = 'publication'
 where d.kind = 'deed' and greatest(e.happened_on, p.happened_on) > d.happened_on + 60;
update public.cases_legalevent set cure_id = c.id from public.cases_cure c
  join public.cases_legalevent d on d.id = c.act_id
 where cases_legalevent.file_id = d.file_id
   and (cases_legalevent.kind = 'cure_deed' or cases_legalevent.kind = 'cure_entry'
        or cases_legalevent.kind = 'cure_publication');

insert into public.cases_curechange
  (cure_id, number, from_state, to_state, verb, event_id, by_id, effective_on, recorded_at, reason)
select distinct on (cure_id) cure_id, 1, 'opened', 'deeded', 'sign_deed', id, recorded_by_id, happened_on, recorded_at, ''
  from public.cases_legalevent where kind = 'cure_deed' and cure_id is not null
 order by cure_id, happened_on desc, id desc;
update public.cases_cure set state = 'deeded' where id in (select cure_id from public.cases_curechange);

insert into public.cases_curechange
  (cure_id, number, from_state, to_state, verb, event_id, by_id, effective_on, recorded_at, reason)
select distinct on (c.cure_id) c.cure_id, 2, 'deeded', 'effective', 'take_effect', a.id, a.recorded_by_id, a.happened_on,
       a.recorded_at, ''
  from public.cases_curechange c
  join public.cases_legalevent a on a.cure_id = c.cure_id and (a.kind = 'cure_entry' or a.kind = 'cure_publication')
 where 2 = (select count(distinct o.kind) from public.cases_legalevent o where o.cure_id = c.cure_id
       and (o.kind = 'cure_entry' or o.kind = 'cure_publication')
       and o.happened_on between c.effective_on and c.effective_on + 60)
 order by c.cure_id, a.happened_on desc, a.id desc;
update public.cases_cure set state = 'effective' where id in (select cure_id from public.cases_curechange where number = 2);

-- The indexes of the new tables come last of all, and PostgreSQL makes none on a table whose rows wait for a check.
set constraints all immediate;
set constraints all deferred;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0017_regularization"),
        ("incubator", "0009_guards"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ActContent",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("read_on", models.DateField(verbose_name="leído el")),
                (
                    "recorded_at",
                    models.DateTimeField(
                        default=incubator.calendars.clock.now, editable=False, verbose_name="anotado el"
                    ),
                ),
                ("items", models.JSONField(blank=True, default=dict, verbose_name="qué trae")),
                (
                    "notary_name",
                    models.CharField(blank=True, max_length=160, verbose_name="nombre de la notaria o del notario"),
                ),
                (
                    "notary_domicile",
                    models.CharField(blank=True, max_length=160, verbose_name="domicilio de la notaría"),
                ),
                ("repertory", models.CharField(blank=True, max_length=40, verbose_name="repertorio")),
                (
                    "drafting_lawyer",
                    models.CharField(blank=True, max_length=160, verbose_name="abogada o abogado que firmó la minuta"),
                ),
                (
                    "founders_count",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="personas que fundan"),
                ),
                ("folio", models.CharField(blank=True, max_length=40, verbose_name="fojas")),
                ("entry_number", models.CharField(blank=True, max_length=40, verbose_name="número")),
                ("entry_year", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="año")),
                ("cve", models.CharField(blank=True, max_length=40, verbose_name="CVE")),
                (
                    "subscribed_uf",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="capital suscrito, en UF"),
                ),
                ("paid_uf", models.PositiveIntegerField(blank=True, null=True, verbose_name="capital pagado, en UF")),
                (
                    "domicile_commune",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="incubator.commune",
                        verbose_name="comuna del domicilio",
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="contents", to="cases.legalevent"
                    ),
                ),
                (
                    "read_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "registrar_commune",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="incubator.commune",
                        verbose_name="comuna del Conservador",
                    ),
                ),
            ],
            options={
                "verbose_name": "lectura de un documento legal",
                "verbose_name_plural": "lecturas de documentos legales",
                "ordering": ["event_id", "id"],
            },
        ),
        migrations.CreateModel(
            name="ActTakenBack",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("taken_back_on", models.DateField(verbose_name="quitado el")),
                ("recorded_at", models.DateTimeField(default=incubator.calendars.clock.now, editable=False)),
                ("reason", models.CharField(max_length=500, verbose_name="motivo")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "event",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="removal", to="cases.legalevent"
                    ),
                ),
            ],
            options={
                "verbose_name": "acto legal quitado",
                "verbose_name_plural": "actos legales quitados",
                "ordering": ["-taken_back_on", "-id"],
            },
        ),
        migrations.CreateModel(
            name="Cure",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "state",
                    django_fsm.FSMField(
                        choices=[
                            ("opened", "Abierto: falta acordar cómo sanear"),
                            ("summoned", "Junta citada"),
                            ("agreed", "Acordado en junta"),
                            ("deeded", "Con escritura que sanea"),
                            ("effective", "Saneado"),
                            ("ended", "Terminado sin sanear"),
                        ],
                        default="opened",
                        editable=False,
                        max_length=10,
                        verbose_name="estado",
                    ),
                ),
                (
                    "defects",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=40),
                        default=list,
                        size=None,
                        verbose_name="qué tiene mal",
                    ),
                ),
                ("opened_on", models.DateField(verbose_name="abierto el")),
                (
                    "recorded_at",
                    models.DateTimeField(
                        default=incubator.calendars.clock.now, editable=False, verbose_name="anotado el"
                    ),
                ),
                (
                    "act",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="cures",
                        to="cases.legalevent",
                        verbose_name="acto con vicio",
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="cures", to="cases.case"
                    ),
                ),
                (
                    "opened_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name": "saneamiento legal",
                "verbose_name_plural": "saneamientos legales",
                "ordering": ["-opened_on", "-id"],
            },
        ),
        migrations.CreateModel(
            name="CureChange",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveSmallIntegerField()),
                (
                    "from_state",
                    models.CharField(
                        choices=[
                            ("opened", "Abierto: falta acordar cómo sanear"),
                            ("summoned", "Junta citada"),
                            ("agreed", "Acordado en junta"),
                            ("deeded", "Con escritura que sanea"),
                            ("effective", "Saneado"),
                            ("ended", "Terminado sin sanear"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "to_state",
                    models.CharField(
                        choices=[
                            ("opened", "Abierto: falta acordar cómo sanear"),
                            ("summoned", "Junta citada"),
                            ("agreed", "Acordado en junta"),
                            ("deeded", "Con escritura que sanea"),
                            ("effective", "Saneado"),
                            ("ended", "Terminado sin sanear"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "verb",
                    models.CharField(
                        choices=[
                            ("summon", "Citar la junta"),
                            ("agree", "Acordar el saneamiento"),
                            ("call_off", "Volver a citar"),
                            ("sign_deed", "Hacer la escritura que sanea"),
                            ("take_effect", "Quedar saneado"),
                            ("reopen", "Volver a empezar: hace falta otra escritura"),
                            ("end", "Terminar sin sanear"),
                            ("withdraw", "Cerrar: no hacía falta"),
                            ("correct", "Corregir un acto anotado por error"),
                        ],
                        max_length=15,
                    ),
                ),
                ("effective_on", models.DateField(verbose_name="fecha")),
                (
                    "recorded_at",
                    models.DateTimeField(
                        default=incubator.calendars.clock.now, editable=False, verbose_name="anotado el"
                    ),
                ),
                ("reason", models.CharField(blank=True, max_length=500, verbose_name="motivo")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "cure",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="changes", to="cases.cure"
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="cure_changes", to="cases.legalevent"
                    ),
                ),
            ],
            options={
                "verbose_name": "paso de un saneamiento legal",
                "verbose_name_plural": "pasos de saneamientos legales",
                "ordering": ["cure_id", "number"],
            },
        ),
        migrations.CreateModel(
            name="CureHistory",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                (
                    "pgh_role",
                    models.CharField(db_default=incubator.models.past.SessionUser(), editable=False, max_length=63),
                ),
                ("pgh_context", pghistory.utils.JSONField(blank=True, null=True)),
                ("id", models.BigIntegerField()),
                ("state", django_fsm.FSMField(blank=True, default="opened", editable=False, max_length=10, null=True)),
                (
                    "defects",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=40), blank=True, default=list, null=True, size=None
                    ),
                ),
                ("opened_on", models.DateField(blank=True, null=True)),
                (
                    "recorded_at",
                    models.DateTimeField(blank=True, default=incubator.calendars.clock.now, editable=False, null=True),
                ),
                (
                    "act",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.legalevent",
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.case",
                    ),
                ),
                (
                    "opened_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.cure",
                    ),
                ),
            ],
            options={
                "db_table": "cases_cure_history",
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ObservationPoint",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveSmallIntegerField(verbose_name="número")),
                ("text", models.CharField(max_length=500, verbose_name="qué pide")),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="responder hasta")),
                ("recorded_at", models.DateTimeField(default=incubator.calendars.clock.now, editable=False)),
                (
                    "event",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="points", to="cases.legalevent"
                    ),
                ),
            ],
            options={
                "verbose_name": "observación del DAES",
                "verbose_name_plural": "observaciones del DAES",
                "ordering": ["event_id", "number"],
            },
        ),
        migrations.CreateModel(
            name="ObservationAnswer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("text", models.CharField(max_length=500, verbose_name="respuesta")),
                ("recorded_at", models.DateTimeField(default=incubator.calendars.clock.now, editable=False)),
                (
                    "event",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="answers", to="cases.legalevent"
                    ),
                ),
                (
                    "point",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="answer", to="cases.observationpoint"
                    ),
                ),
            ],
            options={
                "verbose_name": "respuesta a una observación",
                "verbose_name_plural": "respuestas a observaciones",
                "ordering": ["point_id"],
            },
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="legalevent",
            name="delete_delete",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="legalevent",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="legalevent",
            name="update_update",
        ),
        migrations.RemoveConstraint(
            model_name="legalevent",
            name="legalevent_once_a_file",
        ),
        migrations.AddField(
            model_name="legalevent",
            name="about",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="followed_by",
                to="cases.legalevent",
                verbose_name="de la escritura",
            ),
        ),
        migrations.AddField(
            model_name="legalevent",
            name="taken_back",
            field=models.BooleanField(default=False, editable=False, verbose_name="quitado"),
        ),
        migrations.AddField(
            model_name="legaleventhistory",
            name="about",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="cases.legalevent",
            ),
        ),
        migrations.AddField(
            model_name="legaleventhistory",
            name="taken_back",
            field=models.BooleanField(blank=True, default=False, editable=False, null=True),
        ),
        migrations.AddField(
            model_name="legalfilechange",
            name="brought_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="brought",
                to="cases.legalevent",
            ),
        ),
        migrations.AlterField(
            model_name="legalevent",
            name="kind",
            field=models.CharField(
                choices=[
                    ("notice", "Citación a la junta constitutiva"),
                    ("meeting", "Junta constitutiva celebrada"),
                    ("meeting_failed", "La junta no se hizo o no hubo quórum"),
                    ("statutes_back", "Los estatutos vuelven a una junta"),
                    ("lawyer_draft", "Minuta firmada por abogada o abogado"),
                    ("deed", "Escritura pública"),
                    ("extract", "Extracto autorizado por el notario"),
                    ("registry_entry", "Inscripción en el Registro de Comercio"),
                    ("publication", "Publicación en el Diario Oficial"),
                    ("cure_notice", "Citación a la junta que sanea"),
                    ("cure_meeting", "Junta que acuerda sanear"),
                    ("cure_failed", "La junta que sanea no se hizo o no acordó"),
                    ("cure_deed", "Escritura que sanea"),
                    ("cure_entry", "Inscripción de la escritura que sanea"),
                    ("cure_publication", "Publicación de la escritura que sanea"),
                    ("daes_filing", "Presentación al DAES"),
                    ("daes_observation", "Observaciones del DAES"),
                    ("daes_answer", "Respuesta a las observaciones del DAES"),
                    ("roll", "Rol en el registro de DAES"),
                    ("tax_id", "RUT en el SII"),
                    ("activity", "Empezó a trabajar o a vender"),
                    ("tax_start", "Inicio de actividades en el SII"),
                    ("abandoned", "El grupo deja la formalización"),
                    ("opinion", "Informe de abogada o abogado: es nula"),
                    ("judgment", "Sentencia firme: es nula"),
                    ("cure_judgment", "Sentencia firme sobre el acto con vicio"),
                    ("dissolution", "Disolución de la cooperativa"),
                    ("reform_deed", "Escritura de una reforma"),
                    ("reform_entry", "Inscripción de una reforma"),
                    ("reform_publication", "Publicación de una reforma"),
                ],
                max_length=20,
                verbose_name="acto",
            ),
        ),
        migrations.AlterField(
            model_name="legalfilechange",
            name="verb",
            field=models.CharField(
                choices=[
                    ("summon", "Citar la junta"),
                    ("hold", "Celebrar la junta"),
                    ("call_off", "Volver a preparar"),
                    ("resummon", "Volver a citar"),
                    ("sign_deed", "Reducir a escritura"),
                    ("constitute", "Quedar constituida"),
                    ("file", "Presentar al DAES"),
                    ("observe", "Recibir observaciones"),
                    ("answer", "Responder las observaciones"),
                    ("assign_roll", "Recibir el rol"),
                    ("operate", "Iniciar actividades"),
                    ("abandon", "Abandonar"),
                    ("annul", "Darla por nula"),
                    ("correct", "Corregir un acto anotado por error"),
                ],
                max_length=15,
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="legalevent",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_legalevent_history" ("about_id", "case_id", "cure_id", "evidence_id", "file_id", "happened_on", "id", "kind", "legal_effect_from", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "reference", "taken_back") VALUES (NEW."about_id", NEW."case_id", NEW."cure_id", NEW."evidence_id", NEW."file_id", NEW."happened_on", NEW."id", NEW."kind", NEW."legal_effect_from", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."reference", NEW."taken_back"); RETURN NULL;',
                    hash="30f6f0552d003f9ebe145d7597a8db30064cc4d6",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_0388d",
                    table="cases_legalevent",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="legalevent",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "cases_legalevent_history" ("about_id", "case_id", "cure_id", "evidence_id", "file_id", "happened_on", "id", "kind", "legal_effect_from", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "reference", "taken_back") VALUES (NEW."about_id", NEW."case_id", NEW."cure_id", NEW."evidence_id", NEW."file_id", NEW."happened_on", NEW."id", NEW."kind", NEW."legal_effect_from", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."reference", NEW."taken_back"); RETURN NULL;',
                    hash="6705da730d42e557f7cefd8dde1a81e97bb9613f",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_6dfc3",
                    table="cases_legalevent",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="legalevent",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_legalevent_history" ("about_id", "case_id", "cure_id", "evidence_id", "file_id", "happened_on", "id", "kind", "legal_effect_from", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "reference", "taken_back") VALUES (OLD."about_id", OLD."case_id", OLD."cure_id", OLD."evidence_id", OLD."file_id", OLD."happened_on", OLD."id", OLD."kind", OLD."legal_effect_from", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."recorded_at", OLD."recorded_by_id", OLD."reference", OLD."taken_back"); RETURN NULL;',
                    hash="32dd18aa2643f6efa5f6e8dda1904758a5a58861",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_2736b",
                    table="cases_legalevent",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddField(
            model_name="legalevent",
            name="cure",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="acts",
                to="cases.cure",
                verbose_name="saneamiento",
            ),
        ),
        migrations.AddField(
            model_name="legaleventhistory",
            name="cure",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="cases.cure",
            ),
        ),
        migrations.AddConstraint(
            model_name="legalevent",
            constraint=models.UniqueConstraint(
                condition=models.Q(
                    (
                        "kind__in",
                        [
                            "deed",
                            "registry_entry",
                            "publication",
                            "roll",
                            "tax_id",
                            "lawyer_draft",
                            "extract",
                            "activity",
                            "tax_start",
                            "abandoned",
                            "opinion",
                            "judgment",
                        ],
                    ),
                    ("taken_back", False),
                ),
                fields=("case", "file", "kind"),
                name="legalevent_once_a_file",
                nulls_distinct=False,
                violation_error_message="Ese acto ya está anotado en el expediente.",
            ),
        ),
        migrations.AddConstraint(
            model_name="cure",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state__in", ["opened", "summoned", "agreed", "deeded"])),
                fields=("act",),
                name="cure_runs_once",
                violation_error_message="Ese acto ya tiene un saneamiento abierto.",
            ),
        ),
        migrations.AddConstraint(
            model_name="cure",
            constraint=models.CheckConstraint(
                condition=models.Q(("state__in", ["opened", "summoned", "agreed", "deeded", "effective", "ended"])),
                name="cure_state_known",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="cure",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_cure_history" ("act_id", "case_id", "defects", "id", "opened_by_id", "opened_on", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "state") VALUES (NEW."act_id", NEW."case_id", NEW."defects", NEW."id", NEW."opened_by_id", NEW."opened_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."recorded_at", NEW."state"); RETURN NULL;',
                    hash="2722aeb7fd62ea8b70ba50bc9c256a7d99e3409b",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_f1c74",
                    table="cases_cure",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="cure",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "cases_cure_history" ("act_id", "case_id", "defects", "id", "opened_by_id", "opened_on", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "state") VALUES (NEW."act_id", NEW."case_id", NEW."defects", NEW."id", NEW."opened_by_id", NEW."opened_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."recorded_at", NEW."state"); RETURN NULL;',
                    hash="e252a64bbd8c5b2f66179aa8ecdad425b6158ae5",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_e66c7",
                    table="cases_cure",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="cure",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_cure_history" ("act_id", "case_id", "defects", "id", "opened_by_id", "opened_on", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "state") VALUES (OLD."act_id", OLD."case_id", OLD."defects", OLD."id", OLD."opened_by_id", OLD."opened_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."recorded_at", OLD."state"); RETURN NULL;',
                    hash="3a354ef54ff1ae545343742b18875b4713e92b10",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_806ed",
                    table="cases_cure",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="curechange",
            constraint=models.UniqueConstraint(fields=("cure", "number"), name="curechange_number_unique"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="curehistory",
            trigger=pgtrigger.compiler.Trigger(
                name="never_emptied",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="raise exception 'history is not emptied' using errcode = '42501';",
                    hash="fd78374a0ee7c625e1022cc21c5c28989114480c",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_emptied_4dd89",
                    table="cases_cure_history",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="curehistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="6084b9efa7eb2c2ea8a17d88774ea8435b530c96",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_a84eb",
                    table="cases_cure_history",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="observationpoint",
            constraint=models.UniqueConstraint(fields=("event", "number"), name="observationpoint_number_unique"),
        ),
        migrations.RunSQL(FILE.replace("{back}", FILE_BACK), FILE.replace("{back}", "")),
        migrations.RunSQL(CURE, NO_CURE),
        migrations.RunSQL(TAKEN, NO_TAKEN),
        *(migrations.RunSQL(forward, backward) for forward, backward in KEPT),
        migrations.RunSQL(SINCE, migrations.RunSQL.noop),
    ]
