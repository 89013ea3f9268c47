"""The legal file is a machine with guarded steps: its states, its acts, and the files that already exist.

The changes of tables come first, then what guards them, and the rows last: PostgreSQL alters no table whose rows wait
for a deferred check.
"""

import django.db.models.deletion
import django_fsm
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import incubator.calendars.clock
from incubator.guards import keep, stay

#: verb, from, to, and the acts that bring it about: the table of cases.formalization.life (tests/legal proves that they agree).
GUARD = """
create function public.cases_guard_legalfile() returns trigger language plpgsql security definer
set search_path = pg_catalog, pg_temp as $$
declare last record;
begin
  if tg_op = 'INSERT' then
    if new.state <> 'drafting' then
      raise exception 'legal file % is born %, not drafting', new.id, new.state using errcode = '23514';
    end if;
    return new;
  end if;
  select c.from_state, c.to_state, c.verb, e.kind, e.file_id into last from public.cases_legalfilechange c
    join public.cases_legalevent e on e.id = c.event_id where c.file_id = new.id order by c.number desc limit 1;
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

create function public.cases_guard_legalfilechange() returns trigger language plpgsql security definer
set search_path = pg_catalog, pg_temp as $$
begin
  if (select state from public.cases_legalfile where id = new.file_id) is distinct from
     (select to_state from public.cases_legalfilechange where file_id = new.file_id order by number desc limit 1) then
    raise exception 'legal file %: its last change was not made', new.file_id using errcode = '23514';
  end if;
  return null;
end $$;

create function public.cases_guard_legalreview() returns trigger language plpgsql security definer
set search_path = pg_catalog, pg_temp as $$
begin
  if exists (select 1 from public.cases_legalevent where id = new.event_id and recorded_by_id = new.by_id) then
    raise exception 'legal act %: who recorded it does not review it', new.event_id using errcode = '23514';
  end if;
  return new;
end $$;

revoke execute on function public.cases_guard_legalfile(), public.cases_guard_legalfilechange(),
  public.cases_guard_legalreview() from public;

create trigger cases_guard_legalfile_birth before insert on public.cases_legalfile
  for each row execute function public.cases_guard_legalfile();
create trigger cases_guard_legalfile before update on public.cases_legalfile
  for each row when (old.state is distinct from new.state) execute function public.cases_guard_legalfile();
create constraint trigger cases_guard_legalfilechange after insert on public.cases_legalfilechange
  deferrable initially deferred for each row execute function public.cases_guard_legalfilechange();
create trigger cases_guard_legalreview before insert on public.cases_legalreview
  for each row execute function public.cases_guard_legalreview();
"""
UNDO = """
drop trigger cases_guard_legalreview on public.cases_legalreview;
drop trigger cases_guard_legalfilechange on public.cases_legalfilechange;
drop trigger cases_guard_legalfile on public.cases_legalfile;
drop trigger cases_guard_legalfile_birth on public.cases_legalfile;
drop function public.cases_guard_legalreview();
drop function public.cases_guard_legalfilechange();
drop function public.cases_guard_legalfile();
"""

#: The files of before: the pack of the day they were opened, and the steps that their own acts say.
SINCE = """
update public.cases_legalfile set pack = case
  when opened_on >= '2026-04-01' then '2026-04' when opened_on >= '2026-01-01' then '2026-01'
  when opened_on >= '2023-07-07' then '2023-07' when opened_on >= '2023-06-13' then '2023-06'
  when opened_on >= '2022-08-03' then '2022' when opened_on >= '2016-01-06' then '2016' else '2004' end;

insert into public.cases_legalfilechange
  (file_id, number, from_state, to_state, verb, event_id, by_id, effective_on, recorded_at, reason)
select distinct on (file_id) file_id, 1, 'drafting', 'deeded', 'sign_deed', id, recorded_by_id, happened_on,
  recorded_at, '' from public.cases_legalevent where kind = 'deed' and file_id is not null order by file_id, id;
update public.cases_legalfile set state = 'deeded'
 where id in (select file_id from public.cases_legalfilechange where number = 1);

insert into public.cases_legalfilechange
  (file_id, number, from_state, to_state, verb, event_id, by_id, effective_on, recorded_at, reason)
select distinct on (d.file_id) d.file_id, 2, 'deeded', 'constituted', 'constitute', e.id, e.recorded_by_id,
  e.happened_on, e.recorded_at, ''
  from public.cases_legalevent d
  join public.cases_legalevent e on e.file_id = d.file_id and e.kind in ('registry_entry', 'publication')
 where d.kind = 'deed' and 2 = (select count(distinct o.kind) from public.cases_legalevent o
       where o.file_id = d.file_id and o.kind in ('registry_entry', 'publication')
       and o.happened_on between d.happened_on and d.happened_on + 60)
 order by d.file_id, e.happened_on desc, e.id desc;
update public.cases_legalfile set state = 'constituted'
 where id in (select file_id from public.cases_legalfilechange where number = 2);

insert into public.cases_legalfilechange
  (file_id, number, from_state, to_state, verb, event_id, by_id, effective_on, recorded_at, reason)
select distinct on (e.file_id) e.file_id, 3, 'constituted', 'roll_assigned', 'assign_roll', e.id, e.recorded_by_id,
  greatest(e.happened_on, c.effective_on), e.recorded_at, ''
  from public.cases_legalevent e
  join public.cases_legalfilechange c on c.file_id = e.file_id and c.number = 2
 where e.kind = 'roll' order by e.file_id, e.id;
update public.cases_legalfile set state = 'roll_assigned'
 where id in (select file_id from public.cases_legalfilechange where number = 3);

update public.incubator_organization set legal_status = said.status
  from (select distinct on (c.organization_id) c.organization_id, case
          when f.state <> 'deeded' then 'valid'
          when 2 = (select count(distinct kind) from public.cases_legalevent
                    where file_id = f.id and kind in ('registry_entry', 'publication')) then 'void_curable'
          else 'in_constitution' end as status
          from public.cases_legalfile f join public.cases_case c on c.id = f.case_id
         where f.state <> 'drafting' and c.annulled_at is null and c.stage <> 'closed'
         order by c.organization_id, f.id desc) said
 where said.organization_id = incubator_organization.id and legal_status = 'de_facto';

-- The indexes of the new tables come last of all, and PostgreSQL makes none on a table whose rows wait for a check.
set constraints all immediate;
set constraints all deferred;
"""
#: Whose file it is and when it was opened stay; a file that moved is not deleted.
KEPT = [
    keep("cases_legalfile", "case_id opened_on"),
    stay("cases_legalfile", "old.state <> 'drafting'"),
]


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0011_guards"),
        ("incubator", "0009_guards"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="LegalFileChange",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveSmallIntegerField()),
                (
                    "from_state",
                    models.CharField(
                        choices=[
                            ("drafting", "Preparando los estatutos"),
                            ("summoned", "Junta citada"),
                            ("held", "Junta celebrada"),
                            ("deeded", "Con escritura"),
                            ("constituted", "Constituida"),
                            ("filed", "Presentada al DAES"),
                            ("observed", "Con observaciones del DAES"),
                            ("roll_assigned", "Con rol del DAES"),
                            ("operating", "Con inicio de actividades"),
                            ("abandoned", "Abandonada"),
                            ("void", "Nula"),
                        ],
                        max_length=15,
                    ),
                ),
                (
                    "to_state",
                    models.CharField(
                        choices=[
                            ("drafting", "Preparando los estatutos"),
                            ("summoned", "Junta citada"),
                            ("held", "Junta celebrada"),
                            ("deeded", "Con escritura"),
                            ("constituted", "Constituida"),
                            ("filed", "Presentada al DAES"),
                            ("observed", "Con observaciones del DAES"),
                            ("roll_assigned", "Con rol del DAES"),
                            ("operating", "Con inicio de actividades"),
                            ("abandoned", "Abandonada"),
                            ("void", "Nula"),
                        ],
                        max_length=15,
                    ),
                ),
                (
                    "verb",
                    models.CharField(
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
            ],
            options={
                "verbose_name": "paso de un expediente legal",
                "verbose_name_plural": "pasos de expedientes legales",
                "ordering": ["file_id", "number"],
            },
        ),
        migrations.CreateModel(
            name="LegalReview",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("reviewed_on", models.DateField(verbose_name="validado el")),
                ("note", models.CharField(blank=True, max_length=300, verbose_name="nota")),
            ],
            options={
                "verbose_name": "validación de un acto legal",
                "verbose_name_plural": "validaciones de actos legales",
                "ordering": ["-reviewed_on", "-id"],
            },
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="legalfile",
            name="delete_delete",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="legalfile",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="legalfile",
            name="update_update",
        ),
        migrations.RemoveConstraint(
            model_name="legalevent",
            name="legalevent_once",
        ),
        migrations.AddField(
            model_name="legalfile",
            name="pack",
            field=models.CharField(blank=True, default="", max_length=20, verbose_name="paquete de reglas"),
        ),
        migrations.AddField(
            model_name="legalfile",
            name="state",
            field=django_fsm.FSMField(
                choices=[
                    ("drafting", "Preparando los estatutos"),
                    ("summoned", "Junta citada"),
                    ("held", "Junta celebrada"),
                    ("deeded", "Con escritura"),
                    ("constituted", "Constituida"),
                    ("filed", "Presentada al DAES"),
                    ("observed", "Con observaciones del DAES"),
                    ("roll_assigned", "Con rol del DAES"),
                    ("operating", "Con inicio de actividades"),
                    ("abandoned", "Abandonada"),
                    ("void", "Nula"),
                ],
                default="drafting",
                editable=False,
                max_length=15,
                verbose_name="estado",
            ),
        ),
        migrations.AddField(
            model_name="legalfilehistory",
            name="pack",
            field=models.CharField(blank=True, default="", max_length=20, null=True),
        ),
        migrations.AddField(
            model_name="legalfilehistory",
            name="state",
            field=django_fsm.FSMField(blank=True, default="drafting", editable=False, max_length=15, null=True),
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
                    ("cure_deed", "Escritura que sanea"),
                    ("cure_entry", "Inscripción de la escritura que sanea"),
                    ("cure_publication", "Publicación de la escritura que sanea"),
                    ("daes_filing", "Presentación al DAES"),
                    ("daes_observation", "Observaciones del DAES"),
                    ("daes_answer", "Respuesta a las observaciones del DAES"),
                    ("roll", "Rol en el registro de DAES"),
                    ("tax_id", "RUT en el SII"),
                    ("tax_start", "Inicio de actividades en el SII"),
                    ("abandoned", "El grupo deja la formalización"),
                    ("opinion", "Informe de abogada o abogado: es nula"),
                    ("judgment", "Sentencia firme: es nula"),
                ],
                max_length=20,
                verbose_name="acto",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="legalfile",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_legalfile_history" ("case_id", "closed_on", "cooperative_type_id", "id", "opened_on", "pack", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "state") VALUES (NEW."case_id", NEW."closed_on", NEW."cooperative_type_id", NEW."id", NEW."opened_on", NEW."pack", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."state"); RETURN NULL;',
                    hash="965f46bdcb4c25a202751349b16eae7eabb0e7a0",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_d736e",
                    table="cases_legalfile",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="legalfile",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "cases_legalfile_history" ("case_id", "closed_on", "cooperative_type_id", "id", "opened_on", "pack", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "state") VALUES (NEW."case_id", NEW."closed_on", NEW."cooperative_type_id", NEW."id", NEW."opened_on", NEW."pack", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."state"); RETURN NULL;',
                    hash="0079090e8e290e73df80156f0b2d5328f57b49d1",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_5f353",
                    table="cases_legalfile",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="legalfile",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_legalfile_history" ("case_id", "closed_on", "cooperative_type_id", "id", "opened_on", "pack", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "state") VALUES (OLD."case_id", OLD."closed_on", OLD."cooperative_type_id", OLD."id", OLD."opened_on", OLD."pack", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."state"); RETURN NULL;',
                    hash="385977669b62a6752e7bfe08d1c09fd67f4d22a4",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_15c36",
                    table="cases_legalfile",
                    when="AFTER",
                ),
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
                            "tax_start",
                            "abandoned",
                            "opinion",
                            "judgment",
                        ],
                    )
                ),
                fields=("case", "file", "kind"),
                name="legalevent_once_a_file",
                nulls_distinct=False,
                violation_error_message="Ese acto ya está anotado en el expediente.",
            ),
        ),
        migrations.AddConstraint(
            model_name="legalfile",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "state__in",
                        [
                            "drafting",
                            "summoned",
                            "held",
                            "deeded",
                            "constituted",
                            "filed",
                            "observed",
                            "roll_assigned",
                            "operating",
                            "abandoned",
                            "void",
                        ],
                    )
                ),
                name="legalfile_state_known",
            ),
        ),
        migrations.AddField(
            model_name="legalfilechange",
            name="by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="legalfilechange",
            name="event",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="changes", to="cases.legalevent"
            ),
        ),
        migrations.AddField(
            model_name="legalfilechange",
            name="file",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="changes", to="cases.legalfile"
            ),
        ),
        migrations.AddField(
            model_name="legalreview",
            name="by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="legalreview",
            name="event",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.PROTECT, related_name="review", to="cases.legalevent"
            ),
        ),
        migrations.AddConstraint(
            model_name="legalfilechange",
            constraint=models.UniqueConstraint(fields=("file", "number"), name="legalfilechange_number_unique"),
        ),
        migrations.RunSQL(GUARD, UNDO),
        *(migrations.RunSQL(forward, backward) for forward, backward in KEPT),
        migrations.RunSQL(SINCE, migrations.RunSQL.noop),
    ]
