"""What the founders of a cooperative decide, and the register of its members.

The tables first, then what freezes them: with a deed, what it says of the statutes and of its founders stays.
"""

import django.core.validators
import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

import incubator.models.past

GUARD = """
create function public.cases_guard_foundingproject() returns trigger language plpgsql security definer
set search_path = pg_catalog, pg_temp as $$
declare held text;
begin
  select state into held from public.cases_legalfile
   where id = (case when tg_op = 'INSERT' then new.file_id else old.file_id end);
  if tg_op = 'UPDATE' and new.file_id <> old.file_id then
    raise exception 'founding project %: it is of one file', old.id using errcode = '23514';
  end if;
  if held <> 'drafting' and held <> 'summoned' and held <> 'held' then
    raise exception 'legal file is %: what its statutes decide stays', held using errcode = '23514';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;

create function public.cases_guard_foundingseat() returns trigger language plpgsql security definer
set search_path = pg_catalog, pg_temp as $$
declare held text;
begin
  select f.state into held from public.cases_legalfile f join public.cases_foundingproject p on p.file_id = f.id
   where p.id = (case when tg_op = 'DELETE' then old.project_id else new.project_id end);
  if held <> 'drafting' and held <> 'summoned' and held <> 'held' then
    raise exception 'legal file is %: the first seats proposed stay', held using errcode = '23514';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;

create function public.cases_guard_memberrecord() returns trigger language plpgsql security definer
set search_path = pg_catalog, pg_temp as $$
declare kept text[] := array['founds', 'organization_id', 'person_id', 'occupation', 'nationality', 'civil_status',
  'address', 'signature', 'signs_for', 'thumb_possible', 'read_aloud', 'interpreter', 'guardian',
  'shares_subscribed', 'shares_paid', 'contribution', 'goods', 'goods_value'];
  of_group bigint := case when tg_op = 'INSERT' then new.organization_id else old.organization_id end;
begin
  if not exists (select 1 from public.cases_legalfile f join public.cases_case c on c.id = f.case_id
      where c.organization_id = of_group and (f.state = 'deeded' or f.state = 'constituted' or f.state = 'filed' or
        f.state = 'observed' or f.state = 'roll_assigned' or f.state = 'operating')) then
    return case when tg_op = 'DELETE' then old else new end;
  end if;
  if tg_op = 'INSERT' and new.founds then
    raise exception 'member record: with a deed nobody founds any more' using errcode = '23514';
  end if;
  if tg_op = 'DELETE' and old.founds then
    raise exception 'member record %: a founder of a deed stays', old.id using errcode = '23514';
  end if;
  if tg_op = 'UPDATE' and (old.founds or new.founds) and exists (select 1 from unnest(kept) as name
      where to_jsonb(old) -> name is distinct from to_jsonb(new) -> name) then
    raise exception 'member record %: what the deed says of a founder stays', old.id using errcode = '23514';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;

revoke execute on function public.cases_guard_foundingproject(), public.cases_guard_foundingseat(),
  public.cases_guard_memberrecord() from public;

create trigger cases_guard_foundingproject before insert or update or delete on public.cases_foundingproject
  for each row execute function public.cases_guard_foundingproject();
create trigger cases_guard_foundingseat before insert or update or delete on public.cases_foundingseat
  for each row execute function public.cases_guard_foundingseat();
create trigger cases_guard_memberrecord before insert or update or delete on public.cases_memberrecord
  for each row execute function public.cases_guard_memberrecord();
"""
UNDO = """
drop trigger cases_guard_memberrecord on public.cases_memberrecord;
drop trigger cases_guard_foundingseat on public.cases_foundingseat;
drop trigger cases_guard_foundingproject on public.cases_foundingproject;
drop function public.cases_guard_memberrecord();
drop function public.cases_guard_foundingseat();
drop function public.cases_guard_foundingproject();
"""


class Migration(migrations.Migration):
    dependencies = [("cases", "0012_legal")]

    operations = [
        migrations.CreateModel(
            name="FoundingProject",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(blank=True, max_length=200, verbose_name="nombre de la cooperativa")),
                ("trade_name", models.CharField(blank=True, max_length=120, verbose_name="nombre de fantasía")),
                ("address", models.CharField(blank=True, max_length=200, verbose_name="dirección de la sede")),
                (
                    "duration_years",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(99),
                        ],
                        verbose_name="años que dura",
                    ),
                ),
                ("purposes", models.JSONField(blank=True, default=list, verbose_name="objeto")),
                (
                    "shares",
                    models.PositiveIntegerField(
                        blank=True,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(100000000),
                        ],
                        verbose_name="cuotas del capital",
                    ),
                ),
                (
                    "share_value",
                    models.PositiveIntegerField(
                        blank=True,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(100000000),
                        ],
                        verbose_name="valor de cada cuota, en pesos",
                    ),
                ),
                (
                    "payment_months",
                    models.PositiveSmallIntegerField(
                        default=12,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(60),
                        ],
                        verbose_name="meses para pagar lo suscrito",
                    ),
                ),
                (
                    "direction",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("board", "Consejo de administración, que nombra una gerencia"),
                            ("sole_manager", "Gerente administrador, que elige la junta"),
                        ],
                        max_length=12,
                        verbose_name="quién administra",
                    ),
                ),
                (
                    "direction_seats",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(15),
                        ],
                        verbose_name="personas que administran",
                    ),
                ),
                (
                    "watch",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("vigilance", "Junta de vigilancia"),
                            ("inspector", "Inspector de cuentas, con suplente"),
                        ],
                        max_length=12,
                        verbose_name="quién vigila las cuentas",
                    ),
                ),
                (
                    "watch_seats",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(5),
                        ],
                        verbose_name="personas en la junta de vigilancia",
                    ),
                ),
                (
                    "years",
                    models.PositiveSmallIntegerField(
                        default=2,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(5),
                        ],
                        verbose_name="años de cada cargo",
                    ),
                ),
                (
                    "second_call_percent",
                    models.PositiveSmallIntegerField(
                        default=30,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(100),
                        ],
                        verbose_name="quórum de la segunda citación, en %",
                    ),
                ),
                (
                    "second_call_least",
                    models.PositiveSmallIntegerField(
                        default=3,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(100),
                        ],
                        verbose_name="mínimo de personas en la segunda citación",
                    ),
                ),
                (
                    "accounts_days",
                    models.PositiveSmallIntegerField(
                        default=15,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(60),
                        ],
                        verbose_name="días antes en que se muestran las cuentas",
                    ),
                ),
                (
                    "meeting_from",
                    models.CharField(
                        choices=[
                            ("enero", "Enero"),
                            ("febrero", "Febrero"),
                            ("marzo", "Marzo"),
                            ("abril", "Abril"),
                            ("mayo", "Mayo"),
                            ("junio", "Junio"),
                        ],
                        default="abril",
                        max_length=10,
                        verbose_name="junta anual, desde",
                    ),
                ),
                (
                    "meeting_to",
                    models.CharField(
                        choices=[
                            ("enero", "Enero"),
                            ("febrero", "Febrero"),
                            ("marzo", "Marzo"),
                            ("abril", "Abril"),
                            ("mayo", "Mayo"),
                            ("junio", "Junio"),
                        ],
                        default="junio",
                        max_length=10,
                        verbose_name="junta anual, hasta",
                    ),
                ),
                ("agent_name", models.CharField(blank=True, max_length=200, verbose_name="nombre de quien presenta")),
                ("agent_run", models.CharField(blank=True, max_length=20, verbose_name="cédula de quien presenta")),
                (
                    "agent_address",
                    models.CharField(blank=True, max_length=200, verbose_name="domicilio de quien presenta"),
                ),
                ("agent_phone", models.CharField(blank=True, max_length=20, verbose_name="teléfono de quien presenta")),
                ("agent_email", models.EmailField(blank=True, max_length=254, verbose_name="correo de quien presenta")),
                (
                    "agent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="incubator.person",
                        verbose_name="quién presenta",
                    ),
                ),
                (
                    "commune",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="incubator.commune",
                        verbose_name="comuna de la sede",
                    ),
                ),
                (
                    "file",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="project", to="cases.legalfile"
                    ),
                ),
            ],
            options={
                "verbose_name": "proyecto de estatutos",
                "verbose_name_plural": "proyectos de estatutos",
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="FoundingProjectHistory",
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
                ("name", models.CharField(blank=True, max_length=200, null=True)),
                ("trade_name", models.CharField(blank=True, max_length=120, null=True)),
                ("address", models.CharField(blank=True, max_length=200, null=True)),
                ("duration_years", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("purposes", models.JSONField(blank=True, default=list, null=True)),
                ("shares", models.PositiveIntegerField(blank=True, null=True)),
                ("share_value", models.PositiveIntegerField(blank=True, null=True)),
                ("payment_months", models.PositiveSmallIntegerField(blank=True, default=12, null=True)),
                ("direction", models.CharField(blank=True, max_length=12, null=True)),
                ("direction_seats", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("watch", models.CharField(blank=True, max_length=12, null=True)),
                ("watch_seats", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("years", models.PositiveSmallIntegerField(blank=True, default=2, null=True)),
                ("second_call_percent", models.PositiveSmallIntegerField(blank=True, default=30, null=True)),
                ("second_call_least", models.PositiveSmallIntegerField(blank=True, default=3, null=True)),
                ("accounts_days", models.PositiveSmallIntegerField(blank=True, default=15, null=True)),
                ("meeting_from", models.CharField(blank=True, default="abril", max_length=10, null=True)),
                ("meeting_to", models.CharField(blank=True, default="junio", max_length=10, null=True)),
                ("agent_name", models.CharField(blank=True, max_length=200, null=True)),
                ("agent_run", models.CharField(blank=True, max_length=20, null=True)),
                ("agent_address", models.CharField(blank=True, max_length=200, null=True)),
                ("agent_phone", models.CharField(blank=True, max_length=20, null=True)),
                ("agent_email", models.EmailField(blank=True, max_length=254, null=True)),
                (
                    "agent",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="incubator.person",
                    ),
                ),
                (
                    "commune",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="incubator.commune",
                    ),
                ),
                (
                    "file",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.legalfile",
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
                        to="cases.foundingproject",
                    ),
                ),
            ],
            options={
                "db_table": "cases_foundingproject_history",
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="FoundingSeat",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "body",
                    models.CharField(
                        choices=[
                            ("board", "Consejo de administración"),
                            ("manager", "Gerencia"),
                            ("sole_manager", "Gerencia administradora"),
                            ("vigilance", "Junta de vigilancia"),
                            ("inspector", "Inspección de cuentas"),
                            ("credit_committee", "Comité de crédito"),
                        ],
                        max_length=20,
                        verbose_name="órgano",
                    ),
                ),
                (
                    "office",
                    models.CharField(
                        choices=[
                            ("chair", "Presidencia"),
                            ("vice", "Vicepresidencia"),
                            ("secretary", "Secretaría"),
                            ("treasurer", "Tesorería"),
                            ("member", "Integrante"),
                            ("head", "Titular"),
                        ],
                        default="member",
                        max_length=12,
                        verbose_name="cargo",
                    ),
                ),
                ("alternate", models.BooleanField(default=False, verbose_name="suplente")),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="incubator.person",
                        verbose_name="persona",
                    ),
                ),
                (
                    "project",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="seats", to="cases.foundingproject"
                    ),
                ),
            ],
            options={
                "verbose_name": "primer cargo propuesto",
                "verbose_name_plural": "primeros cargos propuestos",
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="FoundingSeatHistory",
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
                ("body", models.CharField(blank=True, max_length=20, null=True)),
                ("office", models.CharField(blank=True, default="member", max_length=12, null=True)),
                ("alternate", models.BooleanField(blank=True, default=False, null=True)),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="incubator.person",
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
                        to="cases.foundingseat",
                    ),
                ),
                (
                    "project",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.foundingproject",
                    ),
                ),
            ],
            options={
                "db_table": "cases_foundingseat_history",
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="MemberRecord",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("founds", models.BooleanField(default=True, verbose_name="funda la cooperativa")),
                ("member_no", models.PositiveIntegerField(blank=True, null=True, verbose_name="número de registro")),
                ("occupation", models.CharField(blank=True, max_length=120, verbose_name="profesión u ocupación")),
                ("nationality", models.CharField(blank=True, max_length=60, verbose_name="nacionalidad")),
                (
                    "civil_status",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("single", "Soltera o soltero"),
                            ("married", "Casada o casado"),
                            ("civil_union", "Conviviente civil"),
                            ("separated", "Separada o separado judicialmente"),
                            ("divorced", "Divorciada o divorciado"),
                            ("widowed", "Viuda o viudo"),
                        ],
                        max_length=12,
                        verbose_name="estado civil",
                    ),
                ),
                ("address", models.CharField(blank=True, max_length=250, verbose_name="domicilio")),
                (
                    "current_address",
                    models.CharField(blank=True, max_length=250, verbose_name="domicilio actual, si cambió"),
                ),
                (
                    "signature",
                    models.CharField(
                        choices=[
                            ("own", "Firma por sí misma o por sí mismo"),
                            ("a_ruego", "Otra persona firma a su ruego"),
                        ],
                        default="own",
                        max_length=10,
                        verbose_name="cómo firma",
                    ),
                ),
                ("signs_for", models.CharField(blank=True, max_length=200, verbose_name="quién firma a su ruego")),
                ("thumb_possible", models.BooleanField(default=True, verbose_name="puede poner su huella")),
                (
                    "read_aloud",
                    models.BooleanField(default=False, verbose_name="pide que le lean el documento en voz alta"),
                ),
                ("interpreter", models.BooleanField(default=False, verbose_name="va con intérprete")),
                (
                    "guardian",
                    models.CharField(
                        blank=True,
                        choices=[("", "Sin preguntar"), ("no", "No"), ("yes", "Sí")],
                        max_length=3,
                        verbose_name="hay decreto de interdicción o curador",
                    ),
                ),
                (
                    "shares_subscribed",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="cuotas que suscribe"),
                ),
                (
                    "shares_paid",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="cuotas que paga al fundar"),
                ),
                (
                    "contribution",
                    models.CharField(
                        choices=[
                            ("money", "Dinero"),
                            ("goods", "Bienes"),
                            ("both", "Dinero y bienes"),
                            ("work", "Trabajo"),
                        ],
                        default="money",
                        max_length=6,
                        verbose_name="con qué paga",
                    ),
                ),
                ("goods", models.CharField(blank=True, max_length=300, verbose_name="qué bienes aporta")),
                (
                    "goods_value",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="valor de los bienes, en pesos"),
                ),
                (
                    "organization",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="member_records",
                        to="incubator.organization",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="member_records",
                        to="incubator.person",
                        verbose_name="persona",
                    ),
                ),
            ],
            options={
                "verbose_name": "ficha de integrante",
                "verbose_name_plural": "fichas de integrantes",
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="MemberRecordHistory",
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
                ("founds", models.BooleanField(blank=True, default=True, null=True)),
                ("member_no", models.PositiveIntegerField(blank=True, null=True)),
                ("occupation", models.CharField(blank=True, max_length=120, null=True)),
                ("nationality", models.CharField(blank=True, max_length=60, null=True)),
                ("civil_status", models.CharField(blank=True, max_length=12, null=True)),
                ("address", models.CharField(blank=True, max_length=250, null=True)),
                ("current_address", models.CharField(blank=True, max_length=250, null=True)),
                ("shares_subscribed", models.PositiveIntegerField(blank=True, null=True)),
                ("shares_paid", models.PositiveIntegerField(blank=True, null=True)),
                ("contribution", models.CharField(blank=True, default="money", max_length=6, null=True)),
                ("goods", models.CharField(blank=True, max_length=300, null=True)),
                ("goods_value", models.PositiveIntegerField(blank=True, null=True)),
                (
                    "organization",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="incubator.organization",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="incubator.person",
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
                        to="cases.memberrecord",
                    ),
                ),
            ],
            options={
                "db_table": "cases_memberrecord_history",
                "abstract": False,
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="foundingproject",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_foundingproject_history" ("accounts_days", "address", "agent_address", "agent_email", "agent_id", "agent_name", "agent_phone", "agent_run", "commune_id", "direction", "direction_seats", "duration_years", "file_id", "id", "meeting_from", "meeting_to", "name", "payment_months", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "purposes", "second_call_least", "second_call_percent", "share_value", "shares", "trade_name", "watch", "watch_seats", "years") VALUES (NEW."accounts_days", NEW."address", NEW."agent_address", NEW."agent_email", NEW."agent_id", NEW."agent_name", NEW."agent_phone", NEW."agent_run", NEW."commune_id", NEW."direction", NEW."direction_seats", NEW."duration_years", NEW."file_id", NEW."id", NEW."meeting_from", NEW."meeting_to", NEW."name", NEW."payment_months", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."purposes", NEW."second_call_least", NEW."second_call_percent", NEW."share_value", NEW."shares", NEW."trade_name", NEW."watch", NEW."watch_seats", NEW."years"); RETURN NULL;',
                    hash="72d5b1eb64a1f5383fdc6773a1e117e216364e18",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_6f723",
                    table="cases_foundingproject",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="foundingproject",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "cases_foundingproject_history" ("accounts_days", "address", "agent_address", "agent_email", "agent_id", "agent_name", "agent_phone", "agent_run", "commune_id", "direction", "direction_seats", "duration_years", "file_id", "id", "meeting_from", "meeting_to", "name", "payment_months", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "purposes", "second_call_least", "second_call_percent", "share_value", "shares", "trade_name", "watch", "watch_seats", "years") VALUES (NEW."accounts_days", NEW."address", NEW."agent_address", NEW."agent_email", NEW."agent_id", NEW."agent_name", NEW."agent_phone", NEW."agent_run", NEW."commune_id", NEW."direction", NEW."direction_seats", NEW."duration_years", NEW."file_id", NEW."id", NEW."meeting_from", NEW."meeting_to", NEW."name", NEW."payment_months", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."purposes", NEW."second_call_least", NEW."second_call_percent", NEW."share_value", NEW."shares", NEW."trade_name", NEW."watch", NEW."watch_seats", NEW."years"); RETURN NULL;',
                    hash="5c565b239c1eb71a93977c6df82a65901537545b",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_d2751",
                    table="cases_foundingproject",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="foundingproject",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_foundingproject_history" ("accounts_days", "address", "agent_address", "agent_email", "agent_id", "agent_name", "agent_phone", "agent_run", "commune_id", "direction", "direction_seats", "duration_years", "file_id", "id", "meeting_from", "meeting_to", "name", "payment_months", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "purposes", "second_call_least", "second_call_percent", "share_value", "shares", "trade_name", "watch", "watch_seats", "years") VALUES (OLD."accounts_days", OLD."address", OLD."agent_address", OLD."agent_email", OLD."agent_id", OLD."agent_name", OLD."agent_phone", OLD."agent_run", OLD."commune_id", OLD."direction", OLD."direction_seats", OLD."duration_years", OLD."file_id", OLD."id", OLD."meeting_from", OLD."meeting_to", OLD."name", OLD."payment_months", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."purposes", OLD."second_call_least", OLD."second_call_percent", OLD."share_value", OLD."shares", OLD."trade_name", OLD."watch", OLD."watch_seats", OLD."years"); RETURN NULL;',
                    hash="8d0bb4976b89e3b23344c8c754b40ad691e6248e",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_eaf6c",
                    table="cases_foundingproject",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="foundingprojecthistory",
            trigger=pgtrigger.compiler.Trigger(
                name="never_emptied",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="raise exception 'history is not emptied' using errcode = '42501';",
                    hash="5218a4bd96dc45490ac86a6771029ba49ba781a9",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_emptied_2d567",
                    table="cases_foundingproject_history",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="foundingprojecthistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="88f8d81f31175fe5c953d551e5cf5c289d0f9a0b",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_4d682",
                    table="cases_foundingproject_history",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="foundingseat",
            constraint=models.UniqueConstraint(
                fields=("project", "person", "body"),
                name="foundingseat_once",
                violation_error_message="Esa persona ya está propuesta en ese órgano.",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="foundingseat",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_foundingseat_history" ("alternate", "body", "id", "office", "person_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id") VALUES (NEW."alternate", NEW."body", NEW."id", NEW."office", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."project_id"); RETURN NULL;',
                    hash="a134a6a92133af310e9b82b5570a1c0ac2f03e66",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_250b5",
                    table="cases_foundingseat",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="foundingseat",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "cases_foundingseat_history" ("alternate", "body", "id", "office", "person_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id") VALUES (NEW."alternate", NEW."body", NEW."id", NEW."office", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."project_id"); RETURN NULL;',
                    hash="1d087748c9759031fbf2e4df83149d5bb166967c",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_b2ab4",
                    table="cases_foundingseat",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="foundingseat",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_foundingseat_history" ("alternate", "body", "id", "office", "person_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id") VALUES (OLD."alternate", OLD."body", OLD."id", OLD."office", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."project_id"); RETURN NULL;',
                    hash="0f749730a7e7295387a575c5475d0ec61b9fee15",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_8ef12",
                    table="cases_foundingseat",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="foundingseathistory",
            trigger=pgtrigger.compiler.Trigger(
                name="never_emptied",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="raise exception 'history is not emptied' using errcode = '42501';",
                    hash="e4dd491c02f5fd375dcfb8753934851cad8044a9",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_emptied_df090",
                    table="cases_foundingseat_history",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="foundingseathistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="b2204309e24e5ad98ea945614c7c52a2decbfe58",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_9f8ac",
                    table="cases_foundingseat_history",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="memberrecord",
            constraint=models.UniqueConstraint(fields=("organization", "person"), name="memberrecord_once"),
        ),
        migrations.AddConstraint(
            model_name="memberrecord",
            constraint=models.UniqueConstraint(
                condition=models.Q(("member_no__isnull", False)),
                fields=("organization", "member_no"),
                name="memberrecord_number_once",
                violation_error_message="Ese número de registro ya es de otra persona.",
            ),
        ),
        migrations.AddConstraint(
            model_name="memberrecord",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("shares_paid__isnull", True), ("shares_paid__lte", models.F("shares_subscribed")), _connector="OR"
                ),
                name="memberrecord_paid_within",
                violation_error_message="No se pagan más cuotas de las que se suscriben.",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="memberrecord",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_memberrecord_history" ("address", "civil_status", "contribution", "current_address", "founds", "goods", "goods_value", "id", "member_no", "nationality", "occupation", "organization_id", "person_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "shares_paid", "shares_subscribed") VALUES (NEW."address", NEW."civil_status", NEW."contribution", NEW."current_address", NEW."founds", NEW."goods", NEW."goods_value", NEW."id", NEW."member_no", NEW."nationality", NEW."occupation", NEW."organization_id", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."shares_paid", NEW."shares_subscribed"); RETURN NULL;',
                    hash="ff2eede0ba302fc00c3a17bee353739a3b787dda",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_76749",
                    table="cases_memberrecord",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="memberrecord",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."address" IS DISTINCT FROM (NEW."address") OR OLD."civil_status" IS DISTINCT FROM (NEW."civil_status") OR OLD."contribution" IS DISTINCT FROM (NEW."contribution") OR OLD."current_address" IS DISTINCT FROM (NEW."current_address") OR OLD."founds" IS DISTINCT FROM (NEW."founds") OR OLD."goods" IS DISTINCT FROM (NEW."goods") OR OLD."goods_value" IS DISTINCT FROM (NEW."goods_value") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."member_no" IS DISTINCT FROM (NEW."member_no") OR OLD."nationality" IS DISTINCT FROM (NEW."nationality") OR OLD."occupation" IS DISTINCT FROM (NEW."occupation") OR OLD."organization_id" IS DISTINCT FROM (NEW."organization_id") OR OLD."person_id" IS DISTINCT FROM (NEW."person_id") OR OLD."shares_paid" IS DISTINCT FROM (NEW."shares_paid") OR OLD."shares_subscribed" IS DISTINCT FROM (NEW."shares_subscribed"))',
                    func='INSERT INTO "cases_memberrecord_history" ("address", "civil_status", "contribution", "current_address", "founds", "goods", "goods_value", "id", "member_no", "nationality", "occupation", "organization_id", "person_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "shares_paid", "shares_subscribed") VALUES (NEW."address", NEW."civil_status", NEW."contribution", NEW."current_address", NEW."founds", NEW."goods", NEW."goods_value", NEW."id", NEW."member_no", NEW."nationality", NEW."occupation", NEW."organization_id", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."shares_paid", NEW."shares_subscribed"); RETURN NULL;',
                    hash="2121be5e5089438d839c7edbe7376e9b5321b051",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_6ae4b",
                    table="cases_memberrecord",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="memberrecord",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_memberrecord_history" ("address", "civil_status", "contribution", "current_address", "founds", "goods", "goods_value", "id", "member_no", "nationality", "occupation", "organization_id", "person_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "shares_paid", "shares_subscribed") VALUES (OLD."address", OLD."civil_status", OLD."contribution", OLD."current_address", OLD."founds", OLD."goods", OLD."goods_value", OLD."id", OLD."member_no", OLD."nationality", OLD."occupation", OLD."organization_id", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."shares_paid", OLD."shares_subscribed"); RETURN NULL;',
                    hash="5fbb22d8231fb4e0cb4b761ffbda42563b8d3e81",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_97b9e",
                    table="cases_memberrecord",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="memberrecordhistory",
            trigger=pgtrigger.compiler.Trigger(
                name="never_emptied",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="raise exception 'history is not emptied' using errcode = '42501';",
                    hash="23c65a1643859ad9e4be3fc0f0f4616fe559d732",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_emptied_84ea2",
                    table="cases_memberrecord_history",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="memberrecordhistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="d418754fae4edb9eab7d8a5d3f76040a9030c1ed",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_b85d5",
                    table="cases_memberrecord_history",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.RunSQL(GUARD, UNDO),
    ]
