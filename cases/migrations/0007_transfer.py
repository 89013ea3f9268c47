"""Who is responsible for a case is a dated fact, its code lasts for life, and a group may move to another municipality."""

import django.contrib.postgres.constraints
import django.contrib.postgres.fields
import django.db.models.deletion
import django_fsm
from django.conf import settings
from django.db import migrations, models
from django.db.models import F, Q

import incubator.calendars.clock
import incubator.models.dated

#: What every case had: one incubator, which gave it its number and answered for it since it was opened.
LAST = """
update public.cases_case set born_in_id = incubator_id where born_in_id is null;
set constraints all immediate;
set constraints all deferred;
"""
SINCE = """
insert into public.cases_responsibility (case_id, incubator_id, since)
select id, incubator_id, opened_on from public.cases_case;
"""

GUARD = """
create function public.cases_guard_transfer() returns trigger language plpgsql security definer
set search_path = pg_catalog, pg_temp as $$
declare last record;
begin
  if tg_op = 'INSERT' then
    if new.state <> 'requested' then
      raise exception 'transfer % is born %, not requested', new.id, new.state using errcode = '23514';
    end if;
    return new;
  end if;
  select from_state, to_state, verb into last from public.cases_transferchange
   where transfer_id = new.id order by number desc limit 1;
  if not found or last.from_state <> old.state or last.to_state <> new.state or (last.verb || ' ' || new.state) not in
     ('accept accepted', 'reject rejected', 'revoke revoked', 'expire expired') or old.state <> 'requested' then
    raise exception 'transfer %: the last change does not say % to %', new.id, old.state, new.state
      using errcode = '23514';
  end if;
  return new;
end $$;

create function public.cases_guard_responsible() returns trigger language plpgsql security definer
set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (select 1 from public.cases_responsibility where case_id = new.id and until is null
                 and incubator_id = new.incubator_id) then
    raise exception 'case %: incubator % does not answer for it', new.id, new.incubator_id using errcode = '23514';
  end if;
  return new;
end $$;

revoke execute on function public.cases_guard_transfer(), public.cases_guard_responsible() from public;

create trigger cases_guard_transfer_birth before insert on public.cases_transfer
  for each row execute function public.cases_guard_transfer();
create trigger cases_guard_transfer before update on public.cases_transfer
  for each row when (old.state is distinct from new.state) execute function public.cases_guard_transfer();
create trigger cases_guard_responsible before update on public.cases_case
  for each row when (old.incubator_id is distinct from new.incubator_id)
  execute function public.cases_guard_responsible();
"""

UNDO = """
drop trigger cases_guard_transfer_birth on public.cases_transfer;
drop trigger cases_guard_transfer on public.cases_transfer;
drop trigger cases_guard_responsible on public.cases_case;
drop function public.cases_guard_transfer();
drop function public.cases_guard_responsible();
"""


class Migration(migrations.Migration):
    dependencies = [("cases", "0006_selection")]

    operations = [
        migrations.AddField(
            model_name="case",
            name="born_in",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="incubator.incubator"
            ),
        ),
        migrations.RunSQL(LAST, migrations.RunSQL.noop),
        migrations.AlterField(
            model_name="case",
            name="born_in",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="incubator.incubator"
            ),
        ),
        migrations.RemoveConstraint(model_name="case", name="case_number_unique"),
        migrations.AddConstraint(
            model_name="case",
            constraint=models.UniqueConstraint(fields=("born_in", "number"), name="case_number_unique"),
        ),
        migrations.CreateModel(
            name="Transfer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="transfers", to="cases.case"
                    ),
                ),
                (
                    "from_incubator",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="transfers_sent",
                        to="incubator.incubator",
                    ),
                ),
                (
                    "to_incubator",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="transfers_received",
                        to="incubator.incubator",
                        verbose_name="incubadora que recibe",
                    ),
                ),
                (
                    "state",
                    django_fsm.FSMField(
                        choices=[
                            ("requested", "Pedido"),
                            ("accepted", "Aceptado"),
                            ("rejected", "Rechazado"),
                            ("revoked", "Retirado"),
                            ("expired", "Vencido"),
                        ],
                        default="requested",
                        editable=False,
                        max_length=50,
                        verbose_name="estado",
                    ),
                ),
                (
                    "requested_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("requested_on", models.DateField(verbose_name="pedido el")),
                ("group_name", models.CharField(max_length=200, verbose_name="nombre del grupo al pedirlo")),
                ("reason", models.CharField(max_length=500, verbose_name="motivo")),
                ("agreed_on", models.DateField(verbose_name="el grupo lo acordó el")),
                (
                    "agreement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="incubator.evidence",
                        verbose_name="acuerdo",
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=500, verbose_name="nota para quien recibe")),
                (
                    "answered_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("answered_on", models.DateField(blank=True, null=True, verbose_name="respondido el")),
                ("answer", models.CharField(blank=True, max_length=500, verbose_name="respuesta")),
            ],
            options={
                "verbose_name": "traslado",
                "verbose_name_plural": "traslados",
                "ordering": ["-requested_on", "-id"],
            },
        ),
        migrations.AddConstraint(
            model_name="transfer",
            constraint=models.UniqueConstraint(
                condition=Q(("state", "requested")),
                fields=("case",),
                name="transfer_open_once",
                violation_error_message="Ese caso ya tiene un traslado pedido.",
            ),
        ),
        migrations.AddConstraint(
            model_name="transfer",
            constraint=models.CheckConstraint(
                condition=Q(("from_incubator", F("to_incubator")), _negated=True), name="transfer_moves"
            ),
        ),
        migrations.AddConstraint(
            model_name="transfer",
            constraint=models.CheckConstraint(
                condition=Q(("state__in", ["requested", "accepted", "rejected", "revoked", "expired"])),
                name="transfer_state_known",
            ),
        ),
        migrations.CreateModel(
            name="Responsibility",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("since", models.DateField(verbose_name="desde")),
                ("until", models.DateField(blank=True, null=True, verbose_name="hasta")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="responsibilities", to="cases.case"
                    ),
                ),
                (
                    "incubator",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="responsibilities",
                        to="incubator.incubator",
                    ),
                ),
                (
                    "transfer",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="began",
                        to="cases.transfer",
                    ),
                ),
            ],
            options={
                "verbose_name": "incubadora responsable",
                "verbose_name_plural": "incubadoras responsables",
                "ordering": ["case_id", "since", "id"],
            },
        ),
        migrations.AddConstraint(
            model_name="responsibility",
            constraint=models.CheckConstraint(
                condition=Q(("until__isnull", True), ("until__gte", F("since")), _connector="OR"),
                name="responsibility_range",
                violation_error_message="La fecha de término no puede ser anterior a la de inicio.",
            ),
        ),
        migrations.AddConstraint(
            model_name="responsibility",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                expressions=[("case", "="), (incubator.models.dated.DateRange("since", "until"), "&&")],
                name="responsibility_no_overlap",
                violation_error_message="El caso ya tiene una incubadora responsable ese día.",
            ),
        ),
        migrations.CreateModel(
            name="TransferChange",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "transfer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="changes", to="cases.transfer"
                    ),
                ),
                ("number", models.PositiveSmallIntegerField()),
                (
                    "from_state",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("requested", "Pedido"),
                            ("accepted", "Aceptado"),
                            ("rejected", "Rechazado"),
                            ("revoked", "Retirado"),
                            ("expired", "Vencido"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "to_state",
                    models.CharField(
                        choices=[
                            ("requested", "Pedido"),
                            ("accepted", "Aceptado"),
                            ("rejected", "Rechazado"),
                            ("revoked", "Retirado"),
                            ("expired", "Vencido"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "verb",
                    models.CharField(
                        choices=[
                            ("request", "Pedir el traslado"),
                            ("accept", "Aceptar el traslado"),
                            ("reject", "Rechazar el traslado"),
                            ("revoke", "Retirar el pedido"),
                            ("expire", "Dar por vencido el pedido"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
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
                "verbose_name": "paso de un traslado",
                "verbose_name_plural": "pasos de traslados",
                "ordering": ["transfer_id", "number"],
            },
        ),
        migrations.AddConstraint(
            model_name="transferchange",
            constraint=models.UniqueConstraint(fields=("transfer", "number"), name="transferchange_number_unique"),
        ),
        migrations.CreateModel(
            name="DeadlineTaker",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "transfer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="takers", to="cases.transfer"
                    ),
                ),
                ("kind", models.CharField(max_length=40, verbose_name="plazo")),
                ("due_on", models.DateField(verbose_name="vence el")),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name": "responsable de un plazo",
                "verbose_name_plural": "responsables de plazos",
                "ordering": ["transfer_id", "due_on", "id"],
            },
        ),
        migrations.AddConstraint(
            model_name="deadlinetaker",
            constraint=models.UniqueConstraint(fields=("transfer", "kind"), name="deadlinetaker_once"),
        ),
        migrations.CreateModel(
            name="PersonCopy",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "transfer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="copies", to="cases.transfer"
                    ),
                ),
                (
                    "original",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="copies_made", to="incubator.person"
                    ),
                ),
                (
                    "copy",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="copied_from", to="incubator.person"
                    ),
                ),
                (
                    "was_known",
                    models.BooleanField(default=False, verbose_name="la incubadora que recibe ya la tenía anotada"),
                ),
                (
                    "ended",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="incubator.membership",
                    ),
                ),
                (
                    "began",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="incubator.membership",
                    ),
                ),
            ],
            options={
                "verbose_name": "ficha copiada",
                "verbose_name_plural": "fichas copiadas",
                "ordering": ["transfer_id", "id"],
            },
        ),
        migrations.AddConstraint(
            model_name="personcopy",
            constraint=models.UniqueConstraint(fields=("transfer", "original"), name="personcopy_once"),
        ),
        migrations.AddConstraint(
            model_name="personcopy",
            constraint=models.CheckConstraint(
                condition=Q(("original", F("copy")), _negated=True), name="personcopy_two_records"
            ),
        ),
        migrations.CreateModel(
            name="SensitiveHandover",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "transfer",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sensitive_handover",
                        to="cases.transfer",
                    ),
                ),
                (
                    "official",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("basis", models.CharField(max_length=300, verbose_name="fundamento")),
                ("purpose", models.CharField(max_length=300, verbose_name="para qué")),
                (
                    "fields",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=40), default=list, size=None
                    ),
                ),
                (
                    "persons",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(), default=list, size=None
                    ),
                ),
                ("made_on", models.DateField(verbose_name="fecha")),
            ],
            options={
                "verbose_name": "entrega de datos sensibles",
                "verbose_name_plural": "entregas de datos sensibles",
                "ordering": ["-made_on", "-id"],
            },
        ),
        migrations.CreateModel(
            name="InheritedDraft",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "transfer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="drafts", to="cases.transfer"
                    ),
                ),
                (
                    "draft",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="inherited", to="incubator.draft"
                    ),
                ),
                (
                    "author",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name": "borrador heredado",
                "verbose_name_plural": "borradores heredados",
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="CorrectionAsked",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "transfer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="corrections", to="cases.transfer"
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="incubator.meeting",
                    ),
                ),
                ("what", models.CharField(max_length=500, verbose_name="qué hay que corregir")),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("asked_on", models.DateField(verbose_name="pedida el")),
                (
                    "answered_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("answered_on", models.DateField(blank=True, null=True, verbose_name="respondida el")),
                ("answer", models.CharField(blank=True, max_length=500, verbose_name="respuesta")),
            ],
            options={
                "verbose_name": "corrección pedida",
                "verbose_name_plural": "correcciones pedidas",
                "ordering": ["-asked_on", "-id"],
            },
        ),
        migrations.RunSQL(SINCE, migrations.RunSQL.noop),
        migrations.RunSQL(GUARD, UNDO),
    ]
