"""A call has a life, a public page and what people send to it."""

import django.contrib.postgres.fields
import django.db.models.deletion
import django_fsm
from django.conf import settings
from django.db import migrations, models

import cases.models.calls
import incubator.calendars.clock

GUARD = """
create function public.cases_guard_call() returns trigger language plpgsql security definer
set search_path = pg_catalog, pg_temp as $$
declare last record;
begin
  if new.state is distinct from old.state then
    select from_state, to_state, verb into last from public.cases_callchange
     where call_id = new.id order by number desc limit 1;
    if not found or last.from_state <> old.state or last.to_state <> new.state then
      raise exception 'call %: the last change does not say % to %', new.id, old.state, new.state
        using errcode = '23514';
    end if;
    if (old.state || ' ' || last.verb || ' ' || new.state) not in (
      'draft publish published', 'published close closed', 'closed rank ranked', 'ranked resolve resolved',
      'draft void void', 'published void void', 'closed void void', 'ranked void void') then
      raise exception 'call %: % does not lead from % to %', new.id, last.verb, old.state, new.state
        using errcode = '23514';
    end if;
  end if;
  if old.state <> 'draft' and (new.name, new.opens_on, new.closes_on, new.seats, new.waiting_until,
      new.minimum_interested, new.appeal_days, new.evaluators, new.spread_percent, new.tie_breakers, new.text,
      new.easy_text, new.published_on, new.incubator_id) is distinct from (old.name, old.opens_on, old.closes_on,
      old.seats, old.waiting_until, old.minimum_interested, old.appeal_days, old.evaluators, old.spread_percent,
      old.tie_breakers, old.text, old.easy_text, old.published_on, old.incubator_id) then
    if old.state <> 'published' or new.amended <> old.amended + 1 or not exists (
        select 1 from public.cases_amendment where call_id = new.id and number = new.amended) then
      raise exception 'call %: what is published changes by an amendment alone', new.id using errcode = '23514';
    end if;
  end if;
  return new;
end $$;
revoke execute on function public.cases_guard_call() from public;
create trigger cases_guard_call before update on public.cases_call
  for each row execute function public.cases_guard_call();
alter table public.cases_call add constraint call_receipt_decides_last
  check (cardinality(tie_breakers) > 0 and tie_breakers[cardinality(tie_breakers)] = 'receipt');
"""

UNDO = """
alter table public.cases_call drop constraint call_receipt_decides_last;
drop trigger cases_guard_call on public.cases_call;
drop function public.cases_guard_call();
"""


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0004_stage_pairs"),
        ("incubator", "0006_search"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Amendment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveSmallIntegerField(verbose_name="número")),
                ("published_on", models.DateField(verbose_name="publicada el")),
                ("reason", models.CharField(max_length=500, verbose_name="qué cambia y por qué")),
                ("changes", models.JSONField(default=dict, verbose_name="cambios")),
                ("recorded_at", models.DateTimeField(default=incubator.calendars.clock.now, editable=False)),
            ],
            options={
                "verbose_name": "enmienda",
                "verbose_name_plural": "enmiendas",
                "ordering": ["call_id", "number"],
            },
        ),
        migrations.CreateModel(
            name="CallChange",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveIntegerField()),
                (
                    "verb",
                    models.CharField(
                        choices=[
                            ("publish", "Publicar la convocatoria"),
                            ("close", "Cerrar la convocatoria"),
                            ("rank", "Fijar el orden"),
                            ("resolve", "Dar por resuelta"),
                            ("void", "Anular la convocatoria"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "from_state",
                    models.CharField(
                        choices=[
                            ("draft", "Borrador"),
                            ("published", "Publicada"),
                            ("closed", "Cerrada"),
                            ("ranked", "Con orden"),
                            ("resolved", "Resuelta"),
                            ("void", "Anulada"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "to_state",
                    models.CharField(
                        choices=[
                            ("draft", "Borrador"),
                            ("published", "Publicada"),
                            ("closed", "Cerrada"),
                            ("ranked", "Con orden"),
                            ("resolved", "Resuelta"),
                            ("void", "Anulada"),
                        ],
                        max_length=12,
                    ),
                ),
                ("effective_on", models.DateField(verbose_name="fecha")),
                ("recorded_at", models.DateTimeField(verbose_name="anotado el")),
                ("reason", models.CharField(blank=True, max_length=500, verbose_name="motivo")),
            ],
            options={
                "verbose_name": "cambio de la convocatoria",
                "verbose_name_plural": "cambios de la convocatoria",
                "ordering": ["call_id", "number"],
            },
        ),
        migrations.CreateModel(
            name="Submission",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveIntegerField(editable=False, verbose_name="número")),
                (
                    "kind",
                    models.CharField(
                        choices=[("group", "Un grupo"), ("person", "Una persona sin grupo")],
                        default="group",
                        max_length=10,
                        verbose_name="quién postula",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("received", "Recibida"),
                            ("taken_in", "Tomada por la incubadora"),
                            ("placed", "En un grupo"),
                            ("referred", "Derivada"),
                            ("not_placed", "Sin grupo por ahora"),
                            ("set_aside", "Apartada"),
                            ("withdrawn", "Retirada"),
                        ],
                        default="received",
                        max_length=12,
                        verbose_name="estado",
                    ),
                ),
                ("received_at", models.DateTimeField(verbose_name="recibida el")),
                ("group_name", models.CharField(blank=True, max_length=200, verbose_name="nombre del grupo")),
                ("contact_name", models.CharField(max_length=200, verbose_name="nombre de contacto")),
                ("phone", models.CharField(max_length=30, verbose_name="teléfono")),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="correo")),
                ("place", models.CharField(blank=True, max_length=120, verbose_name="localidad o sector")),
                ("interested", models.PositiveSmallIntegerField(default=1, verbose_name="personas interesadas")),
                ("idea", models.TextField(blank=True, verbose_name="idea")),
                ("sealed", models.TextField(blank=True, editable=False)),
                ("helper_name", models.CharField(blank=True, max_length=200, verbose_name="nombre de quien ayuda")),
                (
                    "helper_channel",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("office", "En la oficina"),
                            ("phone", "Por teléfono"),
                            ("visit", "En una visita"),
                            ("online", "Por internet, a su lado"),
                        ],
                        max_length=10,
                        verbose_name="cómo le ayudó",
                    ),
                ),
                ("notice_version", models.CharField(max_length=20, verbose_name="versión del aviso")),
                ("code_digest", models.CharField(editable=False, max_length=64, unique=True)),
                ("settled_on", models.DateField(blank=True, null=True, verbose_name="resuelta el")),
                ("note", models.CharField(blank=True, max_length=500, verbose_name="motivo o derivación")),
            ],
            options={
                "verbose_name": "postulación recibida",
                "verbose_name_plural": "postulaciones recibidas",
                "ordering": ["call_id", "number"],
            },
        ),
        migrations.AddField(
            model_name="application",
            name="idea",
            field=models.TextField(blank=True, editable=False, verbose_name="idea, sin nombres"),
        ),
        migrations.AddField(
            model_name="application",
            name="received_order",
            field=models.PositiveIntegerField(blank=True, editable=False, null=True, verbose_name="orden de recepción"),
        ),
        migrations.AddField(
            model_name="application",
            name="supports",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(
                    choices=[
                        ("sign_language", "Intérprete de Lengua de Señas Chilena"),
                        ("easy_read", "Lectura fácil"),
                        ("braille", "Braille o relieve"),
                        ("guide_interpreter", "Guía intérprete"),
                        ("transport", "Transporte"),
                        ("personal_assistant", "Asistencia personal"),
                        ("care", "Cuidado durante la reunión"),
                        ("calm_room", "Sala de calma sensorial"),
                        ("ramp", "Acceso sin peldaños"),
                        ("other", "Otro apoyo"),
                    ],
                    max_length=20,
                ),
                blank=True,
                default=list,
                editable=False,
                size=None,
            ),
        ),
        migrations.AddField(
            model_name="call",
            name="amended",
            field=models.PositiveSmallIntegerField(default=0, editable=False, verbose_name="enmiendas"),
        ),
        migrations.AddField(
            model_name="call",
            name="appeal_days",
            field=models.PositiveSmallIntegerField(default=5, verbose_name="días hábiles para reclamar"),
        ),
        migrations.AddField(
            model_name="call",
            name="easy_text",
            field=models.TextField(blank=True, verbose_name="texto en lectura fácil"),
        ),
        migrations.AddField(
            model_name="call",
            name="evaluators",
            field=models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="evaluadores por postulación"),
        ),
        migrations.AddField(
            model_name="call",
            name="in_person",
            field=models.CharField(blank=True, max_length=300, verbose_name="dónde y cuándo postular en persona"),
        ),
        migrations.AddField(
            model_name="call",
            name="minimum_interested",
            field=models.PositiveSmallIntegerField(
                blank=True, null=True, verbose_name="personas interesadas, al menos"
            ),
        ),
        migrations.AddField(
            model_name="call",
            name="phone",
            field=models.CharField(blank=True, max_length=30, verbose_name="teléfono para postular"),
        ),
        migrations.AddField(
            model_name="call",
            name="published_on",
            field=models.DateField(blank=True, editable=False, null=True, verbose_name="publicada el"),
        ),
        migrations.AddField(
            model_name="call",
            name="sign_transcript",
            field=models.TextField(blank=True, verbose_name="transcripción del video"),
        ),
        migrations.AddField(
            model_name="call",
            name="sign_video",
            field=models.URLField(blank=True, verbose_name="video en Lengua de Señas Chilena"),
        ),
        migrations.AddField(
            model_name="call",
            name="spread_percent",
            field=models.PositiveSmallIntegerField(
                default=25, verbose_name="diferencia que pide otra evaluación, en %"
            ),
        ),
        # The calls that exist were open to applications; those to come begin as drafts.
        migrations.AddField(
            model_name="call",
            name="state",
            field=django_fsm.FSMField(
                choices=[
                    ("draft", "Borrador"),
                    ("published", "Publicada"),
                    ("closed", "Cerrada"),
                    ("ranked", "Con orden"),
                    ("resolved", "Resuelta"),
                    ("void", "Anulada"),
                ],
                default="published",
                editable=False,
                max_length=50,
                verbose_name="estado",
            ),
        ),
        migrations.AlterField(
            model_name="call",
            name="state",
            field=django_fsm.FSMField(
                choices=[
                    ("draft", "Borrador"),
                    ("published", "Publicada"),
                    ("closed", "Cerrada"),
                    ("ranked", "Con orden"),
                    ("resolved", "Resuelta"),
                    ("void", "Anulada"),
                ],
                default="draft",
                editable=False,
                max_length=50,
                verbose_name="estado",
            ),
        ),
        migrations.AddField(
            model_name="call",
            name="text",
            field=models.TextField(blank=True, verbose_name="texto en palabras simples"),
        ),
        migrations.AddField(
            model_name="call",
            name="tie_breakers",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(
                    choices=[
                        ("heaviest", "Más puntaje en el criterio que más pesa"),
                        ("interested", "Más personas interesadas"),
                        ("receipt", "Orden de recepción"),
                    ],
                    max_length=12,
                ),
                default=cases.models.calls.receipt_alone,
                size=None,
                verbose_name="desempates",
            ),
        ),
        migrations.AddConstraint(
            model_name="call",
            constraint=models.CheckConstraint(
                condition=models.Q(("state__in", ["draft", "published", "closed", "ranked", "resolved", "void"])),
                name="call_state_known",
            ),
        ),
        migrations.AddField(
            model_name="amendment",
            name="by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="amendment",
            name="call",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="amendments", to="cases.call"
            ),
        ),
        migrations.AddField(
            model_name="callchange",
            name="by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="callchange",
            name="call",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="changes", to="cases.call"
            ),
        ),
        migrations.AddField(
            model_name="submission",
            name="call",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="submissions",
                to="cases.call",
                verbose_name="convocatoria",
            ),
        ),
        migrations.AddField(
            model_name="submission",
            name="entered_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="submission",
            name="membership",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="incubator.membership",
            ),
        ),
        migrations.AddField(
            model_name="submission",
            name="organization",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="incubator.organization",
            ),
        ),
        migrations.AddField(
            model_name="submission",
            name="settled_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="application",
            name="submission",
            field=models.OneToOneField(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="application",
                to="cases.submission",
            ),
        ),
        migrations.AddConstraint(
            model_name="amendment",
            constraint=models.UniqueConstraint(fields=("call", "number"), name="amendment_number_unique"),
        ),
        migrations.AddConstraint(
            model_name="callchange",
            constraint=models.UniqueConstraint(fields=("call", "number"), name="callchange_number_unique"),
        ),
        migrations.AddIndex(
            model_name="submission",
            index=models.Index(fields=["call", "state"], name="submission_by_state"),
        ),
        migrations.AddConstraint(
            model_name="submission",
            constraint=models.UniqueConstraint(fields=("call", "number"), name="submission_number_unique"),
        ),
        migrations.AddConstraint(
            model_name="submission",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ["group", "person"])), name="submission_kind_known"
            ),
        ),
        migrations.AddConstraint(
            model_name="submission",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "state__in",
                        ["received", "taken_in", "placed", "referred", "not_placed", "set_aside", "withdrawn"],
                    )
                ),
                name="submission_state_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="submission",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "taken_in"), _negated=True),
                    models.Q(("kind", "group"), ("organization__isnull", False)),
                    _connector="OR",
                ),
                name="submission_taken_in_has_group",
                violation_error_message="Diga a qué grupo corresponde.",
            ),
        ),
        migrations.AddConstraint(
            model_name="submission",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "placed"), _negated=True),
                    models.Q(("kind", "person"), ("membership__isnull", False)),
                    _connector="OR",
                ),
                name="submission_placed_has_membership",
                violation_error_message="Diga en qué grupo quedó la persona.",
            ),
        ),
        migrations.AddConstraint(
            model_name="submission",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("settled_on__isnull", True), ("state", "received")),
                    models.Q(models.Q(("state", "received"), _negated=True), ("settled_on__isnull", False)),
                    _connector="OR",
                ),
                name="submission_settled_on_a_day",
            ),
        ),
        migrations.AlterField(
            model_name="case",
            name="source",
            field=models.CharField(
                choices=[
                    ("census_file", "Planilla de catastro"),
                    ("office", "Llegó a la oficina"),
                    ("outreach", "Difusión en terreno"),
                    ("referral", "Derivación"),
                    ("call", "Postuló a una convocatoria"),
                ],
                default="office",
                max_length=20,
                verbose_name="cómo llegó",
            ),
        ),
        migrations.RunSQL(GUARD, UNDO),
    ]
