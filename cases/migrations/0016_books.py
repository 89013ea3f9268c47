"""The books of a cooperative: shares and their movements, certificates, and seats; and what the database keeps of them.

No balance is ever negative, on no day: whoever writes, a row that would make it so is refused. A row that takes another
back repeats it.
"""

import django.contrib.postgres.constraints
import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import incubator.calendars.clock
import incubator.models.dated
import incubator.models.past
from incubator.guards import keep, stay

#: cases.books.kinds.EFFECT, day by day: what each holder has after each row (tests/books proves that they agree).
GUARD = """
create function public.cases_guard_sharemovement() returns trigger language plpgsql security definer
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
revoke execute on function public.cases_guard_sharemovement() from public;

create trigger cases_guard_sharemovement after insert on public.cases_sharemovement
  for each row execute function public.cases_guard_sharemovement();
"""
UNDO = """
drop trigger cases_guard_sharemovement on public.cases_sharemovement;
drop function public.cases_guard_sharemovement();
"""
#: Who, what and in which book stay as they were written; nothing of these is deleted.
KEPT = [
    keep(
        "cases_sharecertificate",
        "case_id book_id number person_id shares unit_value happened_on recorded_by_id cancelled_on cancelled_by_id",
    ),
    stay("cases_sharecertificate"),
    keep(
        "cases_seat", "case_id person_id body office alternate since recorded_by_id ended_by_id voided_at voided_by_id"
    ),
    stay("cases_seat"),
    stay("cases_sharebook"),
    stay("cases_sharemovement"),
]


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0015_base_texts"),
        ("incubator", "0009_guards"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Seat",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("since", models.DateField(verbose_name="desde")),
                ("until", models.DateField(blank=True, null=True, verbose_name="hasta")),
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
                ("by_users", models.BooleanField(default=True, verbose_name="elegido por quienes usan la cooperativa")),
                ("accepted_on", models.DateField(blank=True, null=True, verbose_name="aceptó el")),
                (
                    "end_reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("resigned", "Renuncia"),
                            ("removed", "Remoción por la junta"),
                            ("died", "Fallecimiento"),
                            ("left", "Dejó la cooperativa"),
                            ("replaced", "Empezó otro período"),
                        ],
                        max_length=10,
                        verbose_name="por qué terminó antes",
                    ),
                ),
                ("recorded_at", models.DateTimeField(default=incubator.calendars.clock.now, editable=False)),
                ("voided_at", models.DateTimeField(blank=True, editable=False, null=True)),
                ("void_reason", models.CharField(blank=True, max_length=300, verbose_name="motivo de la anulación")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="seats", to="cases.case"
                    ),
                ),
                (
                    "elected_in",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="seats",
                        to="cases.assembly",
                        verbose_name="junta que eligió",
                    ),
                ),
                (
                    "end_evidence",
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
                    "ended_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
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
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="seats",
                        to="incubator.person",
                        verbose_name="persona",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "voided_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "cargo de la cooperativa",
                "verbose_name_plural": "cargos de la cooperativa",
                "ordering": ["-since", "-id"],
            },
        ),
        migrations.CreateModel(
            name="SeatHistory",
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
                ("since", models.DateField(blank=True, null=True)),
                ("until", models.DateField(blank=True, null=True)),
                ("body", models.CharField(blank=True, max_length=20, null=True)),
                ("office", models.CharField(blank=True, default="member", max_length=12, null=True)),
                ("alternate", models.BooleanField(blank=True, default=False, null=True)),
                ("by_users", models.BooleanField(blank=True, default=True, null=True)),
                ("accepted_on", models.DateField(blank=True, null=True)),
                ("end_reason", models.CharField(blank=True, max_length=10, null=True)),
                (
                    "recorded_at",
                    models.DateTimeField(blank=True, default=incubator.calendars.clock.now, editable=False, null=True),
                ),
                ("voided_at", models.DateTimeField(blank=True, editable=False, null=True)),
                ("void_reason", models.CharField(blank=True, max_length=300, null=True)),
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
                    "elected_in",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.assembly",
                    ),
                ),
                (
                    "end_evidence",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="incubator.evidence",
                    ),
                ),
                (
                    "ended_by",
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
                    "evidence",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="incubator.evidence",
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
                        to="cases.seat",
                    ),
                ),
                (
                    "recorded_by",
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
                    "voided_by",
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
            ],
            options={
                "db_table": "cases_seat_history",
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ShareBook",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("happened_on", models.DateField(verbose_name="fecha")),
                ("recorded_at", models.DateTimeField(default=incubator.calendars.clock.now, editable=False)),
                ("share_value", models.PositiveBigIntegerField(verbose_name="valor de la cuota, en pesos")),
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
                    "organization",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="share_book",
                        to="incubator.organization",
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
                "verbose_name": "libro de cuotas",
                "verbose_name_plural": "libros de cuotas",
                "ordering": ["-happened_on", "-id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ShareCertificate",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("happened_on", models.DateField(verbose_name="fecha")),
                ("recorded_at", models.DateTimeField(default=incubator.calendars.clock.now, editable=False)),
                ("number", models.PositiveIntegerField(verbose_name="número")),
                ("shares", models.PositiveIntegerField(verbose_name="cuotas")),
                ("unit_value", models.PositiveBigIntegerField(verbose_name="valor de la cuota, en pesos")),
                ("cancelled_on", models.DateField(blank=True, null=True, verbose_name="anulado el")),
                ("cancel_reason", models.CharField(blank=True, max_length=300, verbose_name="por qué se anula")),
                (
                    "book",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="certificates", to="cases.sharebook"
                    ),
                ),
                (
                    "cancelled_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
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
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="incubator.person",
                        verbose_name="integrante",
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
                "verbose_name": "título de cuotas",
                "verbose_name_plural": "títulos de cuotas",
                "ordering": ["-happened_on", "-id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ShareCertificateHistory",
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
                ("happened_on", models.DateField(blank=True, null=True)),
                (
                    "recorded_at",
                    models.DateTimeField(blank=True, default=incubator.calendars.clock.now, editable=False, null=True),
                ),
                ("number", models.PositiveIntegerField(blank=True, null=True)),
                ("shares", models.PositiveIntegerField(blank=True, null=True)),
                ("unit_value", models.PositiveBigIntegerField(blank=True, null=True)),
                ("cancelled_on", models.DateField(blank=True, null=True)),
                ("cancel_reason", models.CharField(blank=True, max_length=300, null=True)),
                (
                    "book",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.sharebook",
                    ),
                ),
                (
                    "cancelled_by",
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
                    "evidence",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="incubator.evidence",
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
                        to="cases.sharecertificate",
                    ),
                ),
                (
                    "recorded_by",
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
            ],
            options={
                "db_table": "cases_sharecertificate_history",
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ShareMovement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("happened_on", models.DateField(verbose_name="fecha")),
                ("recorded_at", models.DateTimeField(default=incubator.calendars.clock.now, editable=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("subscription", "Suscripción"),
                            ("payment", "Pago"),
                            ("transfer", "Traspaso"),
                            ("refund", "Devolución"),
                            ("lapse", "Baja de lo no pagado"),
                            ("update", "Reajuste"),
                        ],
                        max_length=12,
                        verbose_name="movimiento",
                    ),
                ),
                ("shares", models.PositiveIntegerField(default=0, verbose_name="cuotas")),
                ("amount", models.BigIntegerField(default=0, verbose_name="monto en pesos")),
                ("unit_value", models.PositiveBigIntegerField(verbose_name="valor de la cuota, en pesos")),
                ("agreement", models.CharField(blank=True, max_length=200, verbose_name="acuerdo o documento")),
                ("void_reason", models.CharField(blank=True, max_length=300, verbose_name="por qué se anula")),
                (
                    "book",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="movements", to="cases.sharebook"
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="%(class)ss", to="cases.case"
                    ),
                ),
                (
                    "counterpart",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="incubator.person",
                        verbose_name="a quién",
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
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="incubator.person",
                        verbose_name="integrante",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "voids",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="voided_by_row",
                        to="cases.sharemovement",
                    ),
                ),
            ],
            options={
                "verbose_name": "movimiento de cuotas",
                "verbose_name_plural": "movimientos de cuotas",
                "ordering": ["-happened_on", "-id"],
                "abstract": False,
            },
        ),
        migrations.AddConstraint(
            model_name="seat",
            constraint=models.CheckConstraint(
                condition=models.Q(("until__isnull", True), ("until__gte", models.F("since")), _connector="OR"),
                name="seat_range",
                violation_error_message="La fecha de término no puede ser anterior a la de inicio.",
            ),
        ),
        migrations.AddConstraint(
            model_name="seat",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                condition=models.Q(("voided_at__isnull", True)),
                expressions=[
                    ("case", "="),
                    ("person", "="),
                    ("body", "="),
                    (incubator.models.dated.DateRange("since", "until"), "&&"),
                ],
                name="seat_no_overlap",
                violation_error_message="Esa persona ya tiene un cargo en ese órgano en esas fechas.",
            ),
        ),
        migrations.AddConstraint(
            model_name="seat",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("voided_at__isnull", True), models.Q(("void_reason", ""), _negated=True), _connector="OR"
                ),
                name="seat_void_has_reason",
            ),
        ),
        migrations.AddConstraint(
            model_name="seat",
            constraint=models.CheckConstraint(
                condition=models.Q(("end_reason", ""), ("until__isnull", False), _connector="OR"),
                name="seat_that_ended_has_its_day",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="seat",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_seat_history" ("accepted_on", "alternate", "body", "by_users", "case_id", "elected_in_id", "end_evidence_id", "end_reason", "ended_by_id", "evidence_id", "id", "office", "person_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "since", "until", "void_reason", "voided_at", "voided_by_id") VALUES (NEW."accepted_on", NEW."alternate", NEW."body", NEW."by_users", NEW."case_id", NEW."elected_in_id", NEW."end_evidence_id", NEW."end_reason", NEW."ended_by_id", NEW."evidence_id", NEW."id", NEW."office", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."since", NEW."until", NEW."void_reason", NEW."voided_at", NEW."voided_by_id"); RETURN NULL;',
                    hash="3f0686d1bb35cfe17b9018661be9e89c08df2042",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_e0ec6",
                    table="cases_seat",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="seat",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "cases_seat_history" ("accepted_on", "alternate", "body", "by_users", "case_id", "elected_in_id", "end_evidence_id", "end_reason", "ended_by_id", "evidence_id", "id", "office", "person_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "since", "until", "void_reason", "voided_at", "voided_by_id") VALUES (NEW."accepted_on", NEW."alternate", NEW."body", NEW."by_users", NEW."case_id", NEW."elected_in_id", NEW."end_evidence_id", NEW."end_reason", NEW."ended_by_id", NEW."evidence_id", NEW."id", NEW."office", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."since", NEW."until", NEW."void_reason", NEW."voided_at", NEW."voided_by_id"); RETURN NULL;',
                    hash="03459bf203bf393ce25211f58259588fee978496",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_34b4b",
                    table="cases_seat",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="seat",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_seat_history" ("accepted_on", "alternate", "body", "by_users", "case_id", "elected_in_id", "end_evidence_id", "end_reason", "ended_by_id", "evidence_id", "id", "office", "person_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "since", "until", "void_reason", "voided_at", "voided_by_id") VALUES (OLD."accepted_on", OLD."alternate", OLD."body", OLD."by_users", OLD."case_id", OLD."elected_in_id", OLD."end_evidence_id", OLD."end_reason", OLD."ended_by_id", OLD."evidence_id", OLD."id", OLD."office", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."recorded_at", OLD."recorded_by_id", OLD."since", OLD."until", OLD."void_reason", OLD."voided_at", OLD."voided_by_id"); RETURN NULL;',
                    hash="e4558dcd063d476ce526db3e2be9fa2da321c842",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_75022",
                    table="cases_seat",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="seathistory",
            trigger=pgtrigger.compiler.Trigger(
                name="never_emptied",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="raise exception 'history is not emptied' using errcode = '42501';",
                    hash="a72cea7a431d8b5fce35cdbfa949d76175c24f39",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_emptied_19dd4",
                    table="cases_seat_history",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="seathistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="6ed4ed68dd3a39727eb16e55a359b3306d4beb1e",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_992d7",
                    table="cases_seat_history",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="sharebook",
            constraint=models.CheckConstraint(
                condition=models.Q(("share_value__gt", 0)),
                name="sharebook_value_positive",
                violation_error_message="Escriba el valor de la cuota, en pesos.",
            ),
        ),
        migrations.AddConstraint(
            model_name="sharecertificate",
            constraint=models.UniqueConstraint(fields=("book", "number"), name="sharecertificate_number_unique"),
        ),
        migrations.AddConstraint(
            model_name="sharecertificate",
            constraint=models.CheckConstraint(condition=models.Q(("shares__gt", 0)), name="sharecertificate_shares"),
        ),
        migrations.AddConstraint(
            model_name="sharecertificate",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("cancelled_on__isnull", True),
                    models.Q(models.Q(("cancel_reason", ""), _negated=True), ("cancelled_by__isnull", False)),
                    _connector="OR",
                ),
                name="sharecertificate_cancel_says",
            ),
        ),
        migrations.AddConstraint(
            model_name="sharecertificate",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("cancelled_on__isnull", True), ("cancelled_on__gte", models.F("happened_on")), _connector="OR"
                ),
                name="sharecertificate_range",
                violation_error_message="El título no se anula antes de emitirlo.",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="sharecertificate",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_sharecertificate_history" ("book_id", "cancel_reason", "cancelled_by_id", "cancelled_on", "case_id", "evidence_id", "happened_on", "id", "number", "person_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "shares", "unit_value") VALUES (NEW."book_id", NEW."cancel_reason", NEW."cancelled_by_id", NEW."cancelled_on", NEW."case_id", NEW."evidence_id", NEW."happened_on", NEW."id", NEW."number", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."shares", NEW."unit_value"); RETURN NULL;',
                    hash="7464bf22e80d3c618f3d794da35579deab986117",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_4142e",
                    table="cases_sharecertificate",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="sharecertificate",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "cases_sharecertificate_history" ("book_id", "cancel_reason", "cancelled_by_id", "cancelled_on", "case_id", "evidence_id", "happened_on", "id", "number", "person_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "shares", "unit_value") VALUES (NEW."book_id", NEW."cancel_reason", NEW."cancelled_by_id", NEW."cancelled_on", NEW."case_id", NEW."evidence_id", NEW."happened_on", NEW."id", NEW."number", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."shares", NEW."unit_value"); RETURN NULL;',
                    hash="26b690e8d70a65f1e24dcd7ce514d6179c205e24",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_7ccc4",
                    table="cases_sharecertificate",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="sharecertificate",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_sharecertificate_history" ("book_id", "cancel_reason", "cancelled_by_id", "cancelled_on", "case_id", "evidence_id", "happened_on", "id", "number", "person_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "shares", "unit_value") VALUES (OLD."book_id", OLD."cancel_reason", OLD."cancelled_by_id", OLD."cancelled_on", OLD."case_id", OLD."evidence_id", OLD."happened_on", OLD."id", OLD."number", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."recorded_at", OLD."recorded_by_id", OLD."shares", OLD."unit_value"); RETURN NULL;',
                    hash="eaa8072ab4d9afa2062b520343fac6aa6fd830d0",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_17160",
                    table="cases_sharecertificate",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="sharecertificatehistory",
            trigger=pgtrigger.compiler.Trigger(
                name="never_emptied",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="raise exception 'history is not emptied' using errcode = '42501';",
                    hash="32b65aff2bb40e62bd9aa03553d72dda29f2fbf9",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_emptied_197c5",
                    table="cases_sharecertificate_history",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="sharecertificatehistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="24b8260e21b726bb9845c9ab9d7049cb1a4b7bb0",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_07c6e",
                    table="cases_sharecertificate_history",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="sharemovement",
            index=models.Index(fields=["book", "happened_on"], name="sharemovement_by_day"),
        ),
        migrations.AddConstraint(
            model_name="sharemovement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("counterpart__isnull", False),
                        ("kind", "transfer"),
                        models.Q(("counterpart", models.F("person")), _negated=True),
                    ),
                    models.Q(models.Q(("kind", "transfer"), _negated=True), ("counterpart__isnull", True)),
                    _connector="OR",
                ),
                name="sharemovement_two_people",
                violation_error_message="Un traspaso va de una persona a otra.",
            ),
        ),
        migrations.AddConstraint(
            model_name="sharemovement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("kind", "update"), ("shares", 0), models.Q(("amount", 0), _negated=True)),
                    models.Q(models.Q(("kind", "update"), _negated=True), ("amount__gt", 0)),
                    _connector="OR",
                ),
                name="sharemovement_amount",
                violation_error_message="Escriba el monto, en pesos.",
            ),
        ),
        migrations.AddConstraint(
            model_name="sharemovement",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ["payment", "update"]), ("shares__gt", 0), _connector="OR"),
                name="sharemovement_shares",
                violation_error_message="Escriba cuántas cuotas.",
            ),
        ),
        migrations.AddConstraint(
            model_name="sharemovement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("voids__isnull", True), models.Q(("void_reason", ""), _negated=True), _connector="OR"
                ),
                name="sharemovement_void_says",
            ),
        ),
        migrations.RunSQL(GUARD, UNDO),
        *[migrations.RunSQL(forward, backward) for forward, backward in KEPT],
    ]
