"""Regularization is a machine with guarded steps, made of items with what was filed for each before an authority.

The changes of tables come first, then the files that were finished before, and last what guards them all.
"""

import django.db.models.deletion
import django_fsm
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import incubator.calendars.clock
import incubator.models.past
from incubator.guards import keep

#: verb, from, to, and how the filings must stand on that day: the table of cases.regularization.life.
GUARD = """
create function public.cases_regularization_stands(the_file bigint, the_day date) returns text language sql stable
security definer set search_path = pg_catalog, pg_temp as $$
  with high as (
    select i.status = 'not_applicable' as aside,
      (i.status = 'meets' and i.evidence_id is not null and (i.valid_until is null or i.valid_until >= the_day)
       and not exists (select 1 from public.cases_filing f where f.item_id = i.id and f.state <> 'met')) as done,
      (exists (select 1 from public.cases_filing f where f.item_id = i.id)
       and not exists (select 1 from public.cases_filing f where f.item_id = i.id and f.state = 'pending')) as filed,
      exists (select 1 from public.cases_filing f where f.item_id = i.id and f.state = 'observed') as observed
    from public.cases_regularizationitem i where i.file_id = the_file and i.risk = 'high')
  select case
    when not exists (select 1 from high) then 'in_progress'
    when exists (select 1 from high where not aside and not done and not filed) then 'in_progress'
    when exists (select 1 from high where not aside and observed) then 'observed'
    when exists (select 1 from high where not aside and not done) then 'filed'
    else 'regularized' end
$$;

create function public.cases_guard_regularization() returns trigger language plpgsql security definer
set search_path = pg_catalog, pg_temp as $$
declare last record;
declare asked text;
declare stands text;
begin
  if tg_op = 'INSERT' then
    if new.state <> 'diagnosis' then
      raise exception 'regularization % is born %, not diagnosis', new.id, new.state using errcode = '23514';
    end if;
    return new;
  end if;
  select c.from_state, c.to_state, c.verb, c.effective_on into last from public.cases_regularizationchange c
    where c.file_id = new.id order by c.number desc limit 1;
  select t.said into asked from (values ('plan', 'diagnosis', 'plan', ''),
    ('approve', 'plan', 'plan_approved', ''),
    ('revise', 'plan_approved', 'plan', ''),
    ('revise', 'in_progress', 'plan', ''),
    ('start', 'plan_approved', 'in_progress', ''),
    ('file', 'in_progress', 'filed', 'filed observed regularized'),
    ('observe', 'filed', 'observed', 'observed'),
    ('answer', 'observed', 'filed', 'filed regularized'),
    ('lack', 'filed', 'in_progress', 'in_progress'),
    ('lack', 'observed', 'in_progress', 'in_progress'),
    ('regularize', 'filed', 'regularized', 'regularized'),
    ('in_order', 'diagnosis', 'regularized', 'regularized'),
    ('watch', 'regularized', 'watched', ''),
    ('lapse', 'regularized', 'diagnosis', ''),
    ('lapse', 'watched', 'diagnosis', ''),
    ('unwatch', 'watched', 'regularized', ''),
    ('unlapse', 'diagnosis', 'watched', ''),
    ('dissolve', 'diagnosis', 'dissolved', ''),
    ('dissolve', 'plan', 'dissolved', ''),
    ('dissolve', 'plan_approved', 'dissolved', ''),
    ('dissolve', 'in_progress', 'dissolved', ''),
    ('dissolve', 'filed', 'dissolved', ''),
    ('dissolve', 'observed', 'dissolved', ''),
    ('dissolve', 'regularized', 'dissolved', ''),
    ('dissolve', 'watched', 'dissolved', ''),
    ('give_up', 'diagnosis', 'not_curable', ''),
    ('give_up', 'plan', 'not_curable', ''),
    ('give_up', 'plan_approved', 'not_curable', ''),
    ('give_up', 'in_progress', 'not_curable', ''),
    ('give_up', 'filed', 'not_curable', ''),
    ('give_up', 'observed', 'not_curable', ''),
    ('withdraw', 'diagnosis', 'withdrawn', ''),
    ('withdraw', 'plan', 'withdrawn', ''),
    ('withdraw', 'plan_approved', 'withdrawn', ''),
    ('withdraw', 'in_progress', 'withdrawn', ''),
    ('withdraw', 'filed', 'withdrawn', ''),
    ('withdraw', 'observed', 'withdrawn', ''))
    as t(verb, source, target, said)
    where t.verb = last.verb and t.source = old.state and t.target = new.state
      and last.from_state = old.state and last.to_state = new.state;
  if asked is null then
    raise exception 'regularization %: the last change does not say % to %', new.id, old.state, new.state
      using errcode = '23514';
  end if;
  if asked <> '' then
    stands := public.cases_regularization_stands(new.id, last.effective_on);
    if not stands = any (string_to_array(asked, ' ')) then
      raise exception 'regularization %: its filings say %, not %', new.id, stands, new.state using errcode = '23514';
    end if;
  end if;
  return new;
end $$;

create function public.cases_guard_regularizationchange() returns trigger language plpgsql security definer
set search_path = pg_catalog, pg_temp as $$
begin
  if (select state from public.cases_regularizationfile where id = new.file_id) is distinct from
     (select to_state from public.cases_regularizationchange where file_id = new.file_id order by number desc limit 1)
  then
    raise exception 'regularization %: its last change was not made', new.file_id using errcode = '23514';
  end if;
  return null;
end $$;

create function public.cases_guard_regularizationapproval() returns trigger language plpgsql security definer
set search_path = pg_catalog, pg_temp as $$
declare began integer;
declare since timestamptz;
begin
  select c.number, c.recorded_at into began, since from public.cases_regularizationchange c
    where c.file_id = new.file_id and c.verb = 'lapse' order by c.number desc limit 1;
  if exists (select 1 from public.cases_regularizationchange c where c.file_id = new.file_id and c.verb = 'plan'
             and c.by_id = new.by_id and c.number > coalesce(began, 0))
     or exists (select 1 from public.cases_itementry e join public.cases_regularizationitem i on i.id = e.item_id
                where i.file_id = new.file_id and e.kind = 'plan' and e.by_id = new.by_id
                and (since is null or e.recorded_at >= since)) then
    raise exception 'regularization %: who wrote the plan does not approve it', new.file_id using errcode = '23514';
  end if;
  return new;
end $$;

create function public.cases_guard_filing() returns trigger language plpgsql security definer
set search_path = pg_catalog, pg_temp as $$
declare last record;
begin
  if tg_op = 'INSERT' then
    if new.state <> 'pending' then
      raise exception 'filing % is born %, not pending', new.id, new.state using errcode = '23514';
    end if;
    return new;
  end if;
  select s.from_state, s.to_state into last from public.cases_filingstep s
    where s.filing_id = new.id order by s.number desc limit 1;
  if not found or last.from_state <> old.state or last.to_state <> new.state or not exists (select 1 from (values
    ('pending', 'filed'), ('pending', 'met'), ('filed', 'observed'), ('filed', 'met'), ('observed', 'filed'),
    ('observed', 'met'), ('met', 'observed'))
    as f(source, target) where f.source = old.state and f.target = new.state) then
    raise exception 'filing %: its last step does not say % to %', new.id, old.state, new.state using errcode = '23514';
  end if;
  return new;
end $$;

create function public.cases_guard_filingstep() returns trigger language plpgsql security definer
set search_path = pg_catalog, pg_temp as $$
begin
  if (select state from public.cases_filing where id = new.filing_id) is distinct from
     (select to_state from public.cases_filingstep where filing_id = new.filing_id order by number desc limit 1) then
    raise exception 'filing %: its last step was not made', new.filing_id using errcode = '23514';
  end if;
  return null;
end $$;

revoke execute on function public.cases_regularization_stands(bigint, date), public.cases_guard_regularization(),
  public.cases_guard_regularizationchange(), public.cases_guard_regularizationapproval(), public.cases_guard_filing(),
  public.cases_guard_filingstep() from public;

create trigger cases_guard_regularization_birth before insert on public.cases_regularizationfile
  for each row execute function public.cases_guard_regularization();
create trigger cases_guard_regularization before update on public.cases_regularizationfile
  for each row when (old.state is distinct from new.state) execute function public.cases_guard_regularization();
create constraint trigger cases_guard_regularizationchange after insert on public.cases_regularizationchange
  deferrable initially deferred for each row execute function public.cases_guard_regularizationchange();
create trigger cases_guard_regularizationapproval before insert on public.cases_regularizationchange
  for each row when (new.verb = 'approve') execute function public.cases_guard_regularizationapproval();
create trigger cases_guard_filing_birth before insert on public.cases_filing
  for each row execute function public.cases_guard_filing();
create trigger cases_guard_filing before update on public.cases_filing
  for each row when (old.state is distinct from new.state) execute function public.cases_guard_filing();
create constraint trigger cases_guard_filingstep after insert on public.cases_filingstep
  deferrable initially deferred for each row execute function public.cases_guard_filingstep();
"""
UNDO = """
drop trigger cases_guard_filingstep on public.cases_filingstep;
drop trigger cases_guard_filing on public.cases_filing;
drop trigger cases_guard_filing_birth on public.cases_filing;
drop trigger cases_guard_regularizationapproval on public.cases_regularizationchange;
drop trigger cases_guard_regularizationchange on public.cases_regularizationchange;
drop trigger cases_guard_regularization on public.cases_regularizationfile;
drop trigger cases_guard_regularization_birth on public.cases_regularizationfile;
drop function public.cases_guard_filingstep();
drop function public.cases_guard_filing();
drop function public.cases_guard_regularizationapproval();
drop function public.cases_guard_regularizationchange();
drop function public.cases_guard_regularization();
drop function public.cases_regularization_stands(bigint, date);
"""

#: The files whose case already went on to operation: they were found in order, and are watched.
SINCE = """
set constraints all immediate;
insert into public.cases_regularizationchange
  (file_id, number, from_state, to_state, verb, by_id, effective_on, recorded_at, reason)
select f.id, n.number, n.source, n.target, n.verb, s.by_id, s.effective_on, s.recorded_at, ''
  from public.cases_regularizationfile f
  join lateral (select c.by_id, c.effective_on, c.recorded_at from public.cases_stagechange c
                where c.case_id = f.case_id and c.verb = 'finish_regularization' order by c.number desc limit 1) s on true
  join public.cases_case k on k.id = f.case_id and (k.stage = 'operation' or k.stage = 'graduated')
  cross join (values (1, 'diagnosis', 'regularized', 'in_order'), (2, 'regularized', 'watched', 'watch'))
    as n(number, source, target, verb)
 where f.id = (select max(o.id) from public.cases_regularizationfile o where o.case_id = f.case_id);
update public.cases_regularizationfile set state = 'watched'
 where id in (select file_id from public.cases_regularizationchange);
update public.cases_regularizationfile f set closed_on = f.opened_on
 where f.closed_on is null and exists (select 1 from public.cases_regularizationfile o
       where o.case_id = f.case_id and o.id > f.id);
"""
KEPT = (
    keep("cases_filing", "opened_by_id item_id authority"),
    keep("cases_regularizationitem", "file_id"),
    keep("cases_regularizationfile", "case_id"),
)


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0016_books"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="DutyDone",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("happened_on", models.DateField(verbose_name="fecha")),
                ("recorded_at", models.DateTimeField(default=incubator.calendars.clock.now, editable=False)),
                ("key", models.CharField(max_length=40)),
                ("year", models.PositiveSmallIntegerField(verbose_name="año")),
                ("reference", models.CharField(blank=True, max_length=120, verbose_name="folio, número o comprobante")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="%(class)ss", to="cases.case"
                    ),
                ),
                (
                    "evidence",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="incubator.evidence",
                        verbose_name="documento",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name": "deber anual cumplido",
                "verbose_name_plural": "deberes anuales cumplidos",
                "ordering": ["-happened_on", "-id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Filing",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "authority",
                    models.CharField(
                        choices=[
                            ("daes", "DAES"),
                            ("sii", "SII"),
                            ("treasury", "Tesorería"),
                            ("previred", "Previred"),
                            ("municipality", "Municipalidad"),
                            ("cbr", "Conservador (Registro de Comercio)"),
                        ],
                        max_length=12,
                        verbose_name="ante quién",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("pending", "Por presentar"),
                            ("filed", "Presentada"),
                            ("observed", "Con observaciones"),
                            ("met", "Cumplida"),
                        ],
                        default="pending",
                        max_length=8,
                        verbose_name="situación",
                    ),
                ),
                (
                    "amount",
                    models.PositiveBigIntegerField(blank=True, null=True, verbose_name="monto de la deuda, en pesos"),
                ),
                ("agreement", models.CharField(blank=True, max_length=300, verbose_name="convenio de pago")),
                ("opened_on", models.DateField(verbose_name="anotada el")),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="filings",
                        to="cases.regularizationitem",
                    ),
                ),
                (
                    "opened_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="anotada por",
                    ),
                ),
            ],
            options={
                "verbose_name": "presentación ante una autoridad",
                "verbose_name_plural": "presentaciones ante autoridades",
                "ordering": ["item_id", "id"],
            },
        ),
        migrations.CreateModel(
            name="FilingHistory",
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
                ("authority", models.CharField(blank=True, max_length=12, null=True)),
                ("state", models.CharField(blank=True, default="pending", max_length=8, null=True)),
                ("amount", models.PositiveBigIntegerField(blank=True, null=True)),
                ("agreement", models.CharField(blank=True, max_length=300, null=True)),
                ("opened_on", models.DateField(blank=True, null=True)),
                (
                    "item",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.regularizationitem",
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
                        to="cases.filing",
                    ),
                ),
            ],
            options={
                "db_table": "cases_filing_history",
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="FilingStep",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveSmallIntegerField()),
                (
                    "from_state",
                    models.CharField(
                        choices=[
                            ("pending", "Por presentar"),
                            ("filed", "Presentada"),
                            ("observed", "Con observaciones"),
                            ("met", "Cumplida"),
                        ],
                        max_length=8,
                    ),
                ),
                (
                    "to_state",
                    models.CharField(
                        choices=[
                            ("pending", "Por presentar"),
                            ("filed", "Presentada"),
                            ("observed", "Con observaciones"),
                            ("met", "Cumplida"),
                        ],
                        max_length=8,
                    ),
                ),
                ("happened_on", models.DateField(verbose_name="fecha")),
                ("reference", models.CharField(blank=True, max_length=120, verbose_name="folio, número o comprobante")),
                (
                    "note",
                    models.CharField(
                        blank=True, max_length=500, verbose_name="qué dijo la autoridad, o qué se respondió"
                    ),
                ),
                (
                    "recorded_at",
                    models.DateTimeField(
                        default=incubator.calendars.clock.now, editable=False, verbose_name="anotado el"
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "evidence",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="incubator.evidence",
                    ),
                ),
                (
                    "filing",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="steps", to="cases.filing"
                    ),
                ),
            ],
            options={
                "verbose_name": "paso de una presentación",
                "verbose_name_plural": "pasos de presentaciones",
                "ordering": ["filing_id", "number"],
            },
        ),
        migrations.CreateModel(
            name="ItemEntry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[("diagnosis", "Diagnóstico"), ("plan", "Plan"), ("progress", "Avance")], max_length=10
                    ),
                ),
                ("happened_on", models.DateField(verbose_name="fecha")),
                (
                    "status",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("unknown", "Por revisar"),
                            ("meets", "Cumple"),
                            ("does_not", "No cumple"),
                            ("not_applicable", "No aplica"),
                        ],
                        max_length=15,
                        verbose_name="situación",
                    ),
                ),
                ("text", models.TextField(blank=True, max_length=1000, verbose_name="qué")),
                (
                    "recorded_at",
                    models.DateTimeField(
                        default=incubator.calendars.clock.now, editable=False, verbose_name="anotado el"
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "evidence",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="incubator.evidence",
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="entries",
                        to="cases.regularizationitem",
                    ),
                ),
            ],
            options={
                "verbose_name": "anotación de un punto del saneamiento",
                "verbose_name_plural": "anotaciones de puntos del saneamiento",
                "ordering": ["-happened_on", "-id"],
            },
        ),
        migrations.CreateModel(
            name="MemberCount",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("happened_on", models.DateField(verbose_name="fecha")),
                ("recorded_at", models.DateTimeField(default=incubator.calendars.clock.now, editable=False)),
                ("members", models.PositiveSmallIntegerField(verbose_name="integrantes")),
                ("fell_on", models.DateField(blank=True, null=True, verbose_name="bajo el mínimo desde")),
                (
                    "only_pending",
                    models.BooleanField(default=False, verbose_name="por una renuncia todavía no aceptada"),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="%(class)ss", to="cases.case"
                    ),
                ),
                (
                    "evidence",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="incubator.evidence",
                        verbose_name="documento",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name": "número de integrantes del registro",
                "verbose_name_plural": "números de integrantes del registro",
                "ordering": ["-happened_on", "-id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="RegistryStanding",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("happened_on", models.DateField(verbose_name="fecha")),
                ("recorded_at", models.DateTimeField(default=incubator.calendars.clock.now, editable=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[("existence", "Estado en el registro"), ("situation", "Situación")],
                        max_length=10,
                        verbose_name="qué dice",
                    ),
                ),
                ("code", models.PositiveSmallIntegerField(verbose_name="código")),
                ("reference", models.CharField(blank=True, max_length=120, verbose_name="certificado o consulta")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="%(class)ss", to="cases.case"
                    ),
                ),
                (
                    "evidence",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="incubator.evidence",
                        verbose_name="documento",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name": "dato del registro de cooperativas",
                "verbose_name_plural": "datos del registro de cooperativas",
                "ordering": ["-happened_on", "-id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="RegularizationChange",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveSmallIntegerField()),
                (
                    "from_state",
                    models.CharField(
                        choices=[
                            ("diagnosis", "Diagnóstico"),
                            ("plan", "Plan por aprobar"),
                            ("plan_approved", "Plan aprobado"),
                            ("in_progress", "En marcha"),
                            ("filed", "Todo presentado"),
                            ("observed", "Con observaciones"),
                            ("regularized", "Saneada"),
                            ("watched", "Al día, en seguimiento"),
                            ("dissolved", "Disuelta"),
                            ("not_curable", "No se puede sanear"),
                            ("withdrawn", "Retirada"),
                        ],
                        max_length=15,
                    ),
                ),
                (
                    "to_state",
                    models.CharField(
                        choices=[
                            ("diagnosis", "Diagnóstico"),
                            ("plan", "Plan por aprobar"),
                            ("plan_approved", "Plan aprobado"),
                            ("in_progress", "En marcha"),
                            ("filed", "Todo presentado"),
                            ("observed", "Con observaciones"),
                            ("regularized", "Saneada"),
                            ("watched", "Al día, en seguimiento"),
                            ("dissolved", "Disuelta"),
                            ("not_curable", "No se puede sanear"),
                            ("withdrawn", "Retirada"),
                        ],
                        max_length=15,
                    ),
                ),
                (
                    "verb",
                    models.CharField(
                        choices=[
                            ("plan", "Presentar el plan"),
                            ("approve", "Aprobar el plan"),
                            ("revise", "Volver a planificar"),
                            ("start", "Empezar el trabajo"),
                            ("file", "Quedar todo presentado"),
                            ("observe", "Recibir observaciones"),
                            ("answer", "Responder las observaciones"),
                            ("lack", "Encontrar algo sin presentar"),
                            ("regularize", "Quedar saneada"),
                            ("in_order", "Encontrarse en orden"),
                            ("watch", "Pasar a seguimiento"),
                            ("lapse", "Volver al diagnóstico"),
                            ("unwatch", "Corregir el término"),
                            ("unlapse", "Corregir la vuelta al diagnóstico"),
                            ("dissolve", "Darla por disuelta"),
                            ("give_up", "Darla por no saneable"),
                            ("withdraw", "Retirarla"),
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
                    "evidence",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="incubator.evidence",
                    ),
                ),
                (
                    "file",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="changes",
                        to="cases.regularizationfile",
                    ),
                ),
            ],
            options={
                "verbose_name": "paso de un saneamiento",
                "verbose_name_plural": "pasos de saneamientos",
                "ordering": ["file_id", "number"],
            },
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="regularizationfile",
            name="delete_delete",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="regularizationfile",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="regularizationfile",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="regularizationitem",
            name="delete_delete",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="regularizationitem",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="regularizationitem",
            name="update_update",
        ),
        migrations.AddField(
            model_name="regularizationfile",
            name="closed_on",
            field=models.DateField(blank=True, null=True, verbose_name="cerrado el"),
        ),
        migrations.AddField(
            model_name="regularizationfile",
            name="cooperative_type",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="cases.cooperativetype",
                verbose_name="tipo",
            ),
        ),
        migrations.AddField(
            model_name="regularizationfile",
            name="pack",
            field=models.CharField(blank=True, default="", max_length=20, verbose_name="paquete de reglas"),
        ),
        migrations.AddField(
            model_name="regularizationfile",
            name="publish_by",
            field=models.DateField(blank=True, null=True, verbose_name="publicar la disolución hasta"),
        ),
        migrations.AddField(
            model_name="regularizationfile",
            name="state",
            field=django_fsm.FSMField(
                choices=[
                    ("diagnosis", "Diagnóstico"),
                    ("plan", "Plan por aprobar"),
                    ("plan_approved", "Plan aprobado"),
                    ("in_progress", "En marcha"),
                    ("filed", "Todo presentado"),
                    ("observed", "Con observaciones"),
                    ("regularized", "Saneada"),
                    ("watched", "Al día, en seguimiento"),
                    ("dissolved", "Disuelta"),
                    ("not_curable", "No se puede sanear"),
                    ("withdrawn", "Retirada"),
                ],
                default="diagnosis",
                editable=False,
                max_length=15,
                verbose_name="estado",
            ),
        ),
        migrations.AddField(
            model_name="regularizationfile",
            name="years_from",
            field=models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="se revisa desde el año"),
        ),
        migrations.AddField(
            model_name="regularizationfilehistory",
            name="closed_on",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="regularizationfilehistory",
            name="cooperative_type",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="cases.cooperativetype",
            ),
        ),
        migrations.AddField(
            model_name="regularizationfilehistory",
            name="pack",
            field=models.CharField(blank=True, default="", max_length=20, null=True),
        ),
        migrations.AddField(
            model_name="regularizationfilehistory",
            name="publish_by",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="regularizationfilehistory",
            name="state",
            field=django_fsm.FSMField(blank=True, default="diagnosis", editable=False, max_length=15, null=True),
        ),
        migrations.AddField(
            model_name="regularizationfilehistory",
            name="years_from",
            field=models.PositiveSmallIntegerField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="regularizationitem",
            name="authority",
            field=models.CharField(
                blank=True,
                choices=[
                    ("daes", "DAES"),
                    ("sii", "SII"),
                    ("treasury", "Tesorería"),
                    ("previred", "Previred"),
                    ("municipality", "Municipalidad"),
                    ("cbr", "Conservador (Registro de Comercio)"),
                ],
                default="",
                max_length=12,
                verbose_name="ante quién",
            ),
        ),
        migrations.AddField(
            model_name="regularizationitem",
            name="block",
            field=models.CharField(
                choices=[
                    ("existence", "Existencia"),
                    ("members", "Integrantes"),
                    ("bodies", "Órganos y cargos"),
                    ("meetings", "Juntas y actas"),
                    ("accounting", "Contabilidad"),
                    ("daes", "DAES"),
                    ("tax", "Impuestos"),
                    ("labour", "Trabajo y previsión"),
                    ("permits", "Permisos"),
                    ("funds", "Fondos públicos"),
                    ("statutes", "Estatutos"),
                    ("other", "Otros"),
                ],
                default="other",
                max_length=12,
                verbose_name="bloque",
            ),
        ),
        migrations.AddField(
            model_name="regularizationitem",
            name="cure_path",
            field=models.TextField(blank=True, default="", max_length=1000, verbose_name="cómo se pone en orden"),
        ),
        migrations.AddField(
            model_name="regularizationitem",
            name="due_on",
            field=models.DateField(blank=True, null=True, verbose_name="hasta cuándo"),
        ),
        migrations.AddField(
            model_name="regularizationitem",
            name="is_debt",
            field=models.BooleanField(default=False, verbose_name="es una deuda"),
        ),
        migrations.AddField(
            model_name="regularizationitem",
            name="key",
            field=models.CharField(blank=True, default="", max_length=40),
        ),
        migrations.AddField(
            model_name="regularizationitem",
            name="plan",
            field=models.TextField(blank=True, default="", max_length=1000, verbose_name="qué se hará"),
        ),
        migrations.AddField(
            model_name="regularizationitem",
            name="responsible",
            field=models.CharField(blank=True, default="", max_length=120, verbose_name="quién lo hace"),
        ),
        migrations.AddField(
            model_name="regularizationitem",
            name="year",
            field=models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="año"),
        ),
        migrations.AddField(
            model_name="regularizationitemhistory",
            name="authority",
            field=models.CharField(blank=True, default="", max_length=12, null=True),
        ),
        migrations.AddField(
            model_name="regularizationitemhistory",
            name="block",
            field=models.CharField(blank=True, default="other", max_length=12, null=True),
        ),
        migrations.AddField(
            model_name="regularizationitemhistory",
            name="cure_path",
            field=models.TextField(blank=True, default="", max_length=1000, null=True),
        ),
        migrations.AddField(
            model_name="regularizationitemhistory",
            name="due_on",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="regularizationitemhistory",
            name="is_debt",
            field=models.BooleanField(blank=True, default=False, null=True),
        ),
        migrations.AddField(
            model_name="regularizationitemhistory",
            name="key",
            field=models.CharField(blank=True, default="", max_length=40, null=True),
        ),
        migrations.AddField(
            model_name="regularizationitemhistory",
            name="plan",
            field=models.TextField(blank=True, default="", max_length=1000, null=True),
        ),
        migrations.AddField(
            model_name="regularizationitemhistory",
            name="responsible",
            field=models.CharField(blank=True, default="", max_length=120, null=True),
        ),
        migrations.AddField(
            model_name="regularizationitemhistory",
            name="year",
            field=models.PositiveSmallIntegerField(blank=True, null=True),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="regularizationfile",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_regularizationfile_history" ("case_id", "closed_on", "cooperative_type_id", "id", "opened_on", "pack", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "publish_by", "state", "years_from") VALUES (NEW."case_id", NEW."closed_on", NEW."cooperative_type_id", NEW."id", NEW."opened_on", NEW."pack", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."publish_by", NEW."state", NEW."years_from"); RETURN NULL;',
                    hash="e00baf43241d3ce3b7b679a6229ae3c430ed300a",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_b21ed",
                    table="cases_regularizationfile",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="regularizationfile",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "cases_regularizationfile_history" ("case_id", "closed_on", "cooperative_type_id", "id", "opened_on", "pack", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "publish_by", "state", "years_from") VALUES (NEW."case_id", NEW."closed_on", NEW."cooperative_type_id", NEW."id", NEW."opened_on", NEW."pack", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."publish_by", NEW."state", NEW."years_from"); RETURN NULL;',
                    hash="646be2c263d447a753693967be535ba95232ad2e",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_5d740",
                    table="cases_regularizationfile",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="regularizationfile",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_regularizationfile_history" ("case_id", "closed_on", "cooperative_type_id", "id", "opened_on", "pack", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "publish_by", "state", "years_from") VALUES (OLD."case_id", OLD."closed_on", OLD."cooperative_type_id", OLD."id", OLD."opened_on", OLD."pack", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."publish_by", OLD."state", OLD."years_from"); RETURN NULL;',
                    hash="a407515806771ecfefe497711c5f658836338ee8",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_6788f",
                    table="cases_regularizationfile",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="regularizationitem",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_regularizationitem_history" ("authority", "block", "cure_path", "due_on", "evidence_id", "file_id", "id", "is_bodies", "is_debt", "key", "legal_basis", "name", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan", "responsible", "risk", "status", "status_on", "valid_until", "year") VALUES (NEW."authority", NEW."block", NEW."cure_path", NEW."due_on", NEW."evidence_id", NEW."file_id", NEW."id", NEW."is_bodies", NEW."is_debt", NEW."key", NEW."legal_basis", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."plan", NEW."responsible", NEW."risk", NEW."status", NEW."status_on", NEW."valid_until", NEW."year"); RETURN NULL;',
                    hash="179ac955f7235f7ebca8d4bea9593c97f0126edd",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_72fe8",
                    table="cases_regularizationitem",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="regularizationitem",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "cases_regularizationitem_history" ("authority", "block", "cure_path", "due_on", "evidence_id", "file_id", "id", "is_bodies", "is_debt", "key", "legal_basis", "name", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan", "responsible", "risk", "status", "status_on", "valid_until", "year") VALUES (NEW."authority", NEW."block", NEW."cure_path", NEW."due_on", NEW."evidence_id", NEW."file_id", NEW."id", NEW."is_bodies", NEW."is_debt", NEW."key", NEW."legal_basis", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."plan", NEW."responsible", NEW."risk", NEW."status", NEW."status_on", NEW."valid_until", NEW."year"); RETURN NULL;',
                    hash="9c0cbc68963f90ae5e6ed0a853a934c45d02d0d7",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_7ef48",
                    table="cases_regularizationitem",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="regularizationitem",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_regularizationitem_history" ("authority", "block", "cure_path", "due_on", "evidence_id", "file_id", "id", "is_bodies", "is_debt", "key", "legal_basis", "name", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan", "responsible", "risk", "status", "status_on", "valid_until", "year") VALUES (OLD."authority", OLD."block", OLD."cure_path", OLD."due_on", OLD."evidence_id", OLD."file_id", OLD."id", OLD."is_bodies", OLD."is_debt", OLD."key", OLD."legal_basis", OLD."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."plan", OLD."responsible", OLD."risk", OLD."status", OLD."status_on", OLD."valid_until", OLD."year"); RETURN NULL;',
                    hash="d9eab3a02550c10f2a92f20812068e2d0d017a2e",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_6829c",
                    table="cases_regularizationitem",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="regularizationfile",
            constraint=models.UniqueConstraint(
                condition=models.Q(("closed_on__isnull", True)),
                fields=("case",),
                name="regularization_open_once",
                violation_error_message="El caso ya tiene un saneamiento abierto.",
            ),
        ),
        migrations.AddConstraint(
            model_name="regularizationfile",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "state__in",
                        [
                            "diagnosis",
                            "plan",
                            "plan_approved",
                            "in_progress",
                            "filed",
                            "observed",
                            "regularized",
                            "watched",
                            "dissolved",
                            "not_curable",
                            "withdrawn",
                        ],
                    )
                ),
                name="regularization_state_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="regularizationitem",
            constraint=models.UniqueConstraint(
                condition=models.Q(("key", ""), _negated=True),
                fields=("file", "key", "year"),
                name="regularitem_once_a_year",
                nulls_distinct=False,
                violation_error_message="Ese punto ya está en la lista.",
            ),
        ),
        migrations.AddConstraint(
            model_name="dutydone",
            constraint=models.UniqueConstraint(
                fields=("case", "key", "year"),
                name="dutydone_once",
                violation_error_message="Ese deber ya está anotado como cumplido.",
            ),
        ),
        migrations.AddConstraint(
            model_name="filing",
            constraint=models.UniqueConstraint(
                fields=("item", "authority"),
                name="filing_once_an_authority",
                violation_error_message="Ese punto ya tiene una presentación ante esa autoridad.",
            ),
        ),
        migrations.AddConstraint(
            model_name="filing",
            constraint=models.CheckConstraint(
                condition=models.Q(("state__in", ["pending", "filed", "observed", "met"])), name="filing_state_known"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="filing",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_filing_history" ("agreement", "amount", "authority", "id", "item_id", "opened_by_id", "opened_on", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "state") VALUES (NEW."agreement", NEW."amount", NEW."authority", NEW."id", NEW."item_id", NEW."opened_by_id", NEW."opened_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."state"); RETURN NULL;',
                    hash="5ae4d043ea8c513fec434cc9496a2b7fa4e654f7",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_863fc",
                    table="cases_filing",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="filing",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "cases_filing_history" ("agreement", "amount", "authority", "id", "item_id", "opened_by_id", "opened_on", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "state") VALUES (NEW."agreement", NEW."amount", NEW."authority", NEW."id", NEW."item_id", NEW."opened_by_id", NEW."opened_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."state"); RETURN NULL;',
                    hash="20e219bdf0c92a350f7af48dfebe47f349cc1457",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_ff70d",
                    table="cases_filing",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="filing",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_filing_history" ("agreement", "amount", "authority", "id", "item_id", "opened_by_id", "opened_on", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "state") VALUES (OLD."agreement", OLD."amount", OLD."authority", OLD."id", OLD."item_id", OLD."opened_by_id", OLD."opened_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."state"); RETURN NULL;',
                    hash="880a242d971905776c9911fc2a67fc590a94fdc9",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_cef12",
                    table="cases_filing",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="filinghistory",
            trigger=pgtrigger.compiler.Trigger(
                name="never_emptied",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="raise exception 'history is not emptied' using errcode = '42501';",
                    hash="46e976ad502593e4dc22a6d77e2698e3f5116b30",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_emptied_5afea",
                    table="cases_filing_history",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="filinghistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="74f848b87e06d793dbbde51308fb485bc0d5035f",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_50ec1",
                    table="cases_filing_history",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="filingstep",
            constraint=models.UniqueConstraint(fields=("filing", "number"), name="filingstep_number_unique"),
        ),
        migrations.AddConstraint(
            model_name="filingstep",
            constraint=models.CheckConstraint(
                condition=models.Q(("from_state", models.F("to_state")), _negated=True), name="filingstep_moves"
            ),
        ),
        migrations.AddConstraint(
            model_name="regularizationchange",
            constraint=models.UniqueConstraint(fields=("file", "number"), name="regularchange_number_unique"),
        ),
        migrations.RunSQL(SINCE, migrations.RunSQL.noop),
        migrations.RunSQL(GUARD, UNDO),
        *(migrations.RunSQL(forward, backward) for forward, backward in KEPT),
    ]
