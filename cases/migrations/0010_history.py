"""The former values of the journey's records: a table each, written by trigger (cases/models/tracked.py)."""

import django.contrib.postgres.fields
import django.db.models.deletion
import django_fsm
import pghistory.utils
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

import cases.models.calls
import incubator.calendars.clock
import incubator.following
import incubator.models.past


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0009_market"),
        ("incubator", "0007_history"),
    ]

    operations = [
        incubator.following.Together(
            operations=[
                migrations.CreateModel(
                    name="AppealHistory",
                    fields=[
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                        (
                            "pgh_role",
                            models.CharField(
                                db_default=incubator.models.past.SessionUser(), editable=False, max_length=63
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
                                to="cases.appeal",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(blank=True, null=True)),
                        ("id", models.BigIntegerField()),
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
                        ("happened_on", models.DateField(blank=True, null=True)),
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
                            "recorded_at",
                            models.DateTimeField(
                                blank=True, default=incubator.calendars.clock.now, editable=False, null=True
                            ),
                        ),
                        (
                            "application",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="cases.application",
                            ),
                        ),
                        ("round", models.PositiveSmallIntegerField(blank=True, default=1, null=True)),
                        ("channel", models.CharField(blank=True, max_length=20, null=True)),
                        ("text", models.TextField(blank=True, max_length=4000, null=True)),
                        ("outcome", models.CharField(blank=True, max_length=10, null=True)),
                        ("decided_on", models.DateField(blank=True, null=True)),
                        (
                            "decided_by",
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
                        ("superior", models.CharField(blank=True, max_length=200, null=True)),
                        ("grounds", models.TextField(blank=True, max_length=2000, null=True)),
                        ("act", models.CharField(blank=True, max_length=200, null=True)),
                        (
                            "act_evidence",
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
                    ],
                    options={
                        "db_table": "cases_appeal_history",
                    },
                ),
                migrations.CreateModel(
                    name="ApplicationHistory",
                    fields=[
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                        (
                            "pgh_role",
                            models.CharField(
                                db_default=incubator.models.past.SessionUser(), editable=False, max_length=63
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
                                to="cases.application",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(blank=True, null=True)),
                        ("id", models.BigIntegerField()),
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
                        ("happened_on", models.DateField(blank=True, null=True)),
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
                            "recorded_at",
                            models.DateTimeField(
                                blank=True, default=incubator.calendars.clock.now, editable=False, null=True
                            ),
                        ),
                        (
                            "call",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="cases.call",
                            ),
                        ),
                        (
                            "contact",
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
                        ("interested", models.PositiveSmallIntegerField(blank=True, null=True)),
                        ("informed_on", models.DateField(blank=True, null=True)),
                        ("rank", models.PositiveSmallIntegerField(blank=True, null=True)),
                        (
                            "submission",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="cases.submission",
                            ),
                        ),
                        ("received_order", models.PositiveIntegerField(blank=True, editable=False, null=True)),
                        ("idea", models.TextField(blank=True, editable=False, null=True)),
                        (
                            "supports",
                            django.contrib.postgres.fields.ArrayField(
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
                                null=True,
                                size=None,
                            ),
                        ),
                        (
                            "score",
                            models.DecimalField(blank=True, decimal_places=2, editable=False, max_digits=5, null=True),
                        ),
                        ("decided_by", models.CharField(blank=True, editable=False, max_length=20, null=True)),
                        ("round", models.PositiveSmallIntegerField(blank=True, default=1, editable=False, null=True)),
                    ],
                    options={
                        "db_table": "cases_application_history",
                    },
                ),
                migrations.CreateModel(
                    name="BusinessDefinitionHistory",
                    fields=[
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                        (
                            "pgh_role",
                            models.CharField(
                                db_default=incubator.models.past.SessionUser(), editable=False, max_length=63
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
                                to="cases.businessdefinition",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(blank=True, null=True)),
                        ("id", models.BigIntegerField()),
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
                        ("happened_on", models.DateField(blank=True, null=True)),
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
                            "recorded_at",
                            models.DateTimeField(
                                blank=True, default=incubator.calendars.clock.now, editable=False, null=True
                            ),
                        ),
                        (
                            "activity",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="cases.activitycode",
                            ),
                        ),
                        (
                            "cooperative_type",
                            models.ForeignKey(
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
                    ],
                    options={
                        "db_table": "cases_businessdefinition_history",
                    },
                ),
                migrations.CreateModel(
                    name="BusinessPlanHistory",
                    fields=[
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                        (
                            "pgh_role",
                            models.CharField(
                                db_default=incubator.models.past.SessionUser(), editable=False, max_length=63
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
                                to="cases.businessplan",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(blank=True, null=True)),
                        ("id", models.BigIntegerField()),
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
                        ("happened_on", models.DateField(blank=True, null=True)),
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
                            "recorded_at",
                            models.DateTimeField(
                                blank=True, default=incubator.calendars.clock.now, editable=False, null=True
                            ),
                        ),
                        ("version", models.PositiveSmallIntegerField(blank=True, default=1, null=True)),
                        ("is_draft", models.BooleanField(blank=True, default=False, null=True)),
                        (
                            "author",
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
                        ("sections", models.JSONField(blank=True, default=dict, null=True)),
                        ("start_share", models.PositiveSmallIntegerField(blank=True, default=40, null=True)),
                        ("months_to_full", models.PositiveSmallIntegerField(blank=True, default=6, null=True)),
                        ("revision", models.PositiveIntegerField(blank=True, default=1, editable=False, null=True)),
                        (
                            "approved_by",
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
                        ("approved_on", models.DateField(blank=True, null=True)),
                    ],
                    options={
                        "db_table": "cases_businessplan_history",
                    },
                ),
                migrations.CreateModel(
                    name="CallHistory",
                    fields=[
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                        (
                            "pgh_role",
                            models.CharField(
                                db_default=incubator.models.past.SessionUser(), editable=False, max_length=63
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
                                to="cases.call",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(blank=True, null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "state",
                            django_fsm.FSMField(blank=True, default="draft", editable=False, max_length=50, null=True),
                        ),
                        (
                            "incubator",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="incubator.incubator",
                            ),
                        ),
                        ("name", models.CharField(blank=True, max_length=200, null=True)),
                        ("opens_on", models.DateField(blank=True, null=True)),
                        ("closes_on", models.DateField(blank=True, null=True)),
                        ("seats", models.PositiveSmallIntegerField(blank=True, null=True)),
                        ("waiting_until", models.DateField(blank=True, null=True)),
                        ("minimum_interested", models.PositiveSmallIntegerField(blank=True, null=True)),
                        ("appeal_days", models.PositiveSmallIntegerField(blank=True, default=5, null=True)),
                        ("evaluators", models.PositiveSmallIntegerField(blank=True, null=True)),
                        ("spread_percent", models.PositiveSmallIntegerField(blank=True, default=25, null=True)),
                        (
                            "tie_breakers",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        ("heaviest", "Más puntaje en el criterio que más pesa"),
                                        ("interested", "Más personas interesadas"),
                                        ("receipt", "Orden de recepción"),
                                    ],
                                    max_length=12,
                                ),
                                blank=True,
                                default=cases.models.calls.receipt_alone,
                                null=True,
                                size=None,
                            ),
                        ),
                        ("text", models.TextField(blank=True, null=True)),
                        ("easy_text", models.TextField(blank=True, null=True)),
                        ("phone", models.CharField(blank=True, max_length=30, null=True)),
                        ("in_person", models.CharField(blank=True, max_length=300, null=True)),
                        ("sign_video", models.URLField(blank=True, null=True)),
                        ("sign_transcript", models.TextField(blank=True, null=True)),
                        ("published_on", models.DateField(blank=True, editable=False, null=True)),
                        ("amended", models.PositiveSmallIntegerField(blank=True, default=0, editable=False, null=True)),
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
                        "db_table": "cases_call_history",
                    },
                ),
                migrations.CreateModel(
                    name="CaseHistory",
                    fields=[
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                        (
                            "pgh_role",
                            models.CharField(
                                db_default=incubator.models.past.SessionUser(), editable=False, max_length=63
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
                                to="cases.case",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(blank=True, null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "stage",
                            django_fsm.FSMField(blank=True, default="census", editable=False, max_length=50, null=True),
                        ),
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
                            "incubator",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="incubator.incubator",
                            ),
                        ),
                        (
                            "born_in",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="incubator.incubator",
                            ),
                        ),
                        ("number", models.PositiveIntegerField(blank=True, null=True)),
                        ("source", models.CharField(blank=True, default="office", max_length=20, null=True)),
                        ("opened_on", models.DateField(blank=True, null=True)),
                        (
                            "previous",
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
                        ("annulled_at", models.DateTimeField(blank=True, editable=False, null=True)),
                    ],
                    options={
                        "db_table": "cases_case_history",
                    },
                ),
                migrations.CreateModel(
                    name="CriterionHistory",
                    fields=[
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                        (
                            "pgh_role",
                            models.CharField(
                                db_default=incubator.models.past.SessionUser(), editable=False, max_length=63
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
                                to="cases.criterion",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(blank=True, null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "call",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="cases.call",
                            ),
                        ),
                        ("order", models.PositiveSmallIntegerField(blank=True, null=True)),
                        ("name", models.CharField(blank=True, max_length=120, null=True)),
                        ("looks_at", models.CharField(blank=True, max_length=300, null=True)),
                        ("weight", models.PositiveSmallIntegerField(blank=True, null=True)),
                        ("maximum", models.PositiveSmallIntegerField(blank=True, default=4, null=True)),
                        ("guidance", models.TextField(blank=True, max_length=2000, null=True)),
                    ],
                    options={
                        "db_table": "cases_criterion_history",
                    },
                ),
                migrations.CreateModel(
                    name="CriterionScoreHistory",
                    fields=[
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                        (
                            "pgh_role",
                            models.CharField(
                                db_default=incubator.models.past.SessionUser(), editable=False, max_length=63
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
                                to="cases.criterionscore",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(blank=True, null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "evaluation",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="cases.evaluation",
                            ),
                        ),
                        (
                            "criterion",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="cases.criterion",
                            ),
                        ),
                        ("points", models.PositiveSmallIntegerField(blank=True, null=True)),
                        ("reason", models.CharField(blank=True, max_length=500, null=True)),
                    ],
                    options={
                        "db_table": "cases_criterionscore_history",
                    },
                ),
                migrations.CreateModel(
                    name="EvaluationHistory",
                    fields=[
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                        (
                            "pgh_role",
                            models.CharField(
                                db_default=incubator.models.past.SessionUser(), editable=False, max_length=63
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
                                to="cases.evaluation",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(blank=True, null=True)),
                        ("id", models.BigIntegerField()),
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
                        ("happened_on", models.DateField(blank=True, null=True)),
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
                            "recorded_at",
                            models.DateTimeField(
                                blank=True, default=incubator.calendars.clock.now, editable=False, null=True
                            ),
                        ),
                        (
                            "application",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="cases.application",
                            ),
                        ),
                        (
                            "assignment",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="cases.evaluatorassignment",
                            ),
                        ),
                        ("round", models.PositiveSmallIntegerField(blank=True, default=1, null=True)),
                        (
                            "evaluator",
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
                        ("completed_on", models.DateField(blank=True, null=True)),
                        ("score", models.DecimalField(blank=True, decimal_places=2, max_digits=5, null=True)),
                    ],
                    options={
                        "db_table": "cases_evaluation_history",
                    },
                ),
                migrations.CreateModel(
                    name="EvaluatorAssignmentHistory",
                    fields=[
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                        (
                            "pgh_role",
                            models.CharField(
                                db_default=incubator.models.past.SessionUser(), editable=False, max_length=63
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
                                to="cases.evaluatorassignment",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(blank=True, null=True)),
                        ("id", models.BigIntegerField()),
                        ("since", models.DateField(blank=True, null=True)),
                        ("until", models.DateField(blank=True, null=True)),
                        (
                            "application",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="cases.application",
                            ),
                        ),
                        (
                            "evaluator",
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
                        ("round", models.PositiveSmallIntegerField(blank=True, default=1, null=True)),
                        ("due_on", models.DateField(blank=True, null=True)),
                        ("is_third", models.BooleanField(blank=True, default=False, null=True)),
                        ("end_reason", models.CharField(blank=True, max_length=200, null=True)),
                        (
                            "assigned_by",
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
                            "recorded_at",
                            models.DateTimeField(
                                blank=True, default=incubator.calendars.clock.now, editable=False, null=True
                            ),
                        ),
                    ],
                    options={
                        "db_table": "cases_evaluatorassignment_history",
                    },
                ),
                migrations.CreateModel(
                    name="LegalEventHistory",
                    fields=[
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                        (
                            "pgh_role",
                            models.CharField(
                                db_default=incubator.models.past.SessionUser(), editable=False, max_length=63
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
                                to="cases.legalevent",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(blank=True, null=True)),
                        ("id", models.BigIntegerField()),
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
                        ("happened_on", models.DateField(blank=True, null=True)),
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
                            "recorded_at",
                            models.DateTimeField(
                                blank=True, default=incubator.calendars.clock.now, editable=False, null=True
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
                        ("kind", models.CharField(blank=True, max_length=20, null=True)),
                        ("reference", models.CharField(blank=True, max_length=120, null=True)),
                        ("legal_effect_from", models.DateField(blank=True, null=True)),
                    ],
                    options={
                        "db_table": "cases_legalevent_history",
                    },
                ),
                migrations.CreateModel(
                    name="LegalFileHistory",
                    fields=[
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                        (
                            "pgh_role",
                            models.CharField(
                                db_default=incubator.models.past.SessionUser(), editable=False, max_length=63
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
                                to="cases.legalfile",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(blank=True, null=True)),
                        ("id", models.BigIntegerField()),
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
                            "cooperative_type",
                            models.ForeignKey(
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
                        ("opened_on", models.DateField(blank=True, null=True)),
                        ("closed_on", models.DateField(blank=True, null=True)),
                    ],
                    options={
                        "db_table": "cases_legalfile_history",
                    },
                ),
                migrations.CreateModel(
                    name="LetterHistory",
                    fields=[
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                        (
                            "pgh_role",
                            models.CharField(
                                db_default=incubator.models.past.SessionUser(), editable=False, max_length=63
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
                                to="cases.letter",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(blank=True, null=True)),
                        ("id", models.BigIntegerField()),
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
                            "application",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="cases.application",
                            ),
                        ),
                        ("round", models.PositiveSmallIntegerField(blank=True, default=1, null=True)),
                        ("kind", models.CharField(blank=True, max_length=20, null=True)),
                        (
                            "incubator",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="incubator.incubator",
                            ),
                        ),
                        ("year", models.PositiveSmallIntegerField(blank=True, null=True)),
                        ("number", models.PositiveSmallIntegerField(blank=True, null=True)),
                        (
                            "change",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="cases.stagechange",
                            ),
                        ),
                        ("issued_on", models.DateField(blank=True, null=True)),
                        (
                            "issued_by",
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
                        ("notified_on", models.DateField(blank=True, null=True)),
                        (
                            "notified_by",
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
                        ("channel", models.CharField(blank=True, max_length=20, null=True)),
                        (
                            "recorded_at",
                            models.DateTimeField(
                                blank=True, default=incubator.calendars.clock.now, editable=False, null=True
                            ),
                        ),
                    ],
                    options={
                        "db_table": "cases_letter_history",
                    },
                ),
                migrations.CreateModel(
                    name="MarketRecordHistory",
                    fields=[
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                        (
                            "pgh_role",
                            models.CharField(
                                db_default=incubator.models.past.SessionUser(), editable=False, max_length=63
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
                                to="cases.marketrecord",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(blank=True, null=True)),
                        ("id", models.BigIntegerField()),
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
                        ("happened_on", models.DateField(blank=True, null=True)),
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
                            "recorded_at",
                            models.DateTimeField(
                                blank=True, default=incubator.calendars.clock.now, editable=False, null=True
                            ),
                        ),
                        ("kind", models.CharField(blank=True, max_length=10, null=True)),
                        ("counterpart", models.CharField(blank=True, max_length=200, null=True)),
                        ("counterpart_rut", models.CharField(blank=True, max_length=12, null=True)),
                        ("description", models.CharField(blank=True, max_length=300, null=True)),
                        ("amount", models.PositiveBigIntegerField(blank=True, null=True)),
                        ("ends_on", models.DateField(blank=True, null=True)),
                        ("alternative_compliance", models.BooleanField(blank=True, default=False, null=True)),
                        ("voided_at", models.DateTimeField(blank=True, editable=False, null=True)),
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
                        ("void_reason", models.CharField(blank=True, max_length=300, null=True)),
                    ],
                    options={
                        "db_table": "cases_marketrecord_history",
                    },
                ),
                migrations.CreateModel(
                    name="MeasurementHistory",
                    fields=[
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                        (
                            "pgh_role",
                            models.CharField(
                                db_default=incubator.models.past.SessionUser(), editable=False, max_length=63
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
                                to="cases.measurement",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(blank=True, null=True)),
                        ("id", models.BigIntegerField()),
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
                        ("happened_on", models.DateField(blank=True, null=True)),
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
                            "recorded_at",
                            models.DateTimeField(
                                blank=True, default=incubator.calendars.clock.now, editable=False, null=True
                            ),
                        ),
                        ("moment", models.CharField(blank=True, max_length=10, null=True)),
                        ("monthly_income", models.PositiveIntegerField(blank=True, null=True)),
                        ("people_with_income", models.PositiveSmallIntegerField(blank=True, null=True)),
                        ("jobs", models.PositiveSmallIntegerField(blank=True, null=True)),
                        ("weekly_hours", models.PositiveSmallIntegerField(blank=True, null=True)),
                        ("self_declared", models.BooleanField(blank=True, default=True, null=True)),
                        (
                            "certified_by",
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
                        ("certified_on", models.DateField(blank=True, null=True)),
                    ],
                    options={
                        "db_table": "cases_measurement_history",
                    },
                ),
                migrations.CreateModel(
                    name="PauseHistory",
                    fields=[
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                        (
                            "pgh_role",
                            models.CharField(
                                db_default=incubator.models.past.SessionUser(), editable=False, max_length=63
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
                                to="cases.pause",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(blank=True, null=True)),
                        ("id", models.BigIntegerField()),
                        ("since", models.DateField(blank=True, null=True)),
                        ("until", models.DateField(blank=True, null=True)),
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
                        ("reason", models.CharField(blank=True, max_length=300, null=True)),
                        ("expected_on", models.DateField(blank=True, null=True)),
                        ("acknowledged", models.JSONField(blank=True, default=list, null=True)),
                        (
                            "by",
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
                            "recorded_at",
                            models.DateTimeField(
                                blank=True, default=incubator.calendars.clock.now, editable=False, null=True
                            ),
                        ),
                    ],
                    options={
                        "db_table": "cases_pause_history",
                    },
                ),
                migrations.CreateModel(
                    name="PlanCostHistory",
                    fields=[
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                        (
                            "pgh_role",
                            models.CharField(
                                db_default=incubator.models.past.SessionUser(), editable=False, max_length=63
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
                                to="cases.plancost",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(blank=True, null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "plan",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="cases.businessplan",
                            ),
                        ),
                        ("kind", models.CharField(blank=True, max_length=10, null=True)),
                        ("name", models.CharField(blank=True, max_length=120, null=True)),
                        ("amount", models.PositiveIntegerField(blank=True, null=True)),
                    ],
                    options={
                        "db_table": "cases_plancost_history",
                    },
                ),
                migrations.CreateModel(
                    name="PlanProductHistory",
                    fields=[
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                        (
                            "pgh_role",
                            models.CharField(
                                db_default=incubator.models.past.SessionUser(), editable=False, max_length=63
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
                                to="cases.planproduct",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(blank=True, null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "plan",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="cases.businessplan",
                            ),
                        ),
                        ("name", models.CharField(blank=True, max_length=120, null=True)),
                        ("unit", models.CharField(blank=True, max_length=40, null=True)),
                        ("price", models.PositiveIntegerField(blank=True, null=True)),
                        ("unit_cost", models.PositiveIntegerField(blank=True, default=0, null=True)),
                        ("monthly_units", models.PositiveIntegerField(blank=True, null=True)),
                    ],
                    options={
                        "db_table": "cases_planproduct_history",
                    },
                ),
                migrations.CreateModel(
                    name="RegularizationFileHistory",
                    fields=[
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                        (
                            "pgh_role",
                            models.CharField(
                                db_default=incubator.models.past.SessionUser(), editable=False, max_length=63
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
                                to="cases.regularizationfile",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(blank=True, null=True)),
                        ("id", models.BigIntegerField()),
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
                        ("opened_on", models.DateField(blank=True, null=True)),
                    ],
                    options={
                        "db_table": "cases_regularizationfile_history",
                    },
                ),
                migrations.CreateModel(
                    name="RegularizationItemHistory",
                    fields=[
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                        (
                            "pgh_role",
                            models.CharField(
                                db_default=incubator.models.past.SessionUser(), editable=False, max_length=63
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
                                to="cases.regularizationitem",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(blank=True, null=True)),
                        ("id", models.BigIntegerField()),
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
                                to="cases.regularizationfile",
                            ),
                        ),
                        ("name", models.CharField(blank=True, max_length=200, null=True)),
                        ("legal_basis", models.CharField(blank=True, max_length=200, null=True)),
                        ("risk", models.CharField(blank=True, default="high", max_length=5, null=True)),
                        ("status", models.CharField(blank=True, default="unknown", max_length=15, null=True)),
                        ("status_on", models.DateField(blank=True, null=True)),
                        ("valid_until", models.DateField(blank=True, null=True)),
                        ("is_bodies", models.BooleanField(blank=True, default=False, null=True)),
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
                    ],
                    options={
                        "db_table": "cases_regularizationitem_history",
                    },
                ),
                migrations.CreateModel(
                    name="ResponsibilityHistory",
                    fields=[
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                        (
                            "pgh_role",
                            models.CharField(
                                db_default=incubator.models.past.SessionUser(), editable=False, max_length=63
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
                                to="cases.responsibility",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(blank=True, null=True)),
                        ("id", models.BigIntegerField()),
                        ("since", models.DateField(blank=True, null=True)),
                        ("until", models.DateField(blank=True, null=True)),
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
                            "incubator",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="incubator.incubator",
                            ),
                        ),
                        (
                            "transfer",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="cases.transfer",
                            ),
                        ),
                    ],
                    options={
                        "db_table": "cases_responsibility_history",
                    },
                ),
                migrations.CreateModel(
                    name="SessionCaseHistory",
                    fields=[
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                        (
                            "pgh_role",
                            models.CharField(
                                db_default=incubator.models.past.SessionUser(), editable=False, max_length=63
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
                                to="cases.sessioncase",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(blank=True, null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "session",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="cases.session",
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
                        ("minutes", models.PositiveSmallIntegerField(blank=True, null=True)),
                        ("voided_at", models.DateTimeField(blank=True, null=True)),
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
                        ("void_reason", models.CharField(blank=True, max_length=300, null=True)),
                    ],
                    options={
                        "db_table": "cases_sessioncase_history",
                    },
                ),
                migrations.CreateModel(
                    name="SessionHistory",
                    fields=[
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                        (
                            "pgh_role",
                            models.CharField(
                                db_default=incubator.models.past.SessionUser(), editable=False, max_length=63
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
                                to="cases.session",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(blank=True, null=True)),
                        (
                            "meeting",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                serialize=False,
                                to="incubator.meeting",
                            ),
                        ),
                        (
                            "topics",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=40),
                                blank=True,
                                default=list,
                                null=True,
                                size=None,
                            ),
                        ),
                    ],
                    options={
                        "db_table": "cases_session_history",
                    },
                ),
                migrations.CreateModel(
                    name="SignedCommitmentHistory",
                    fields=[
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                        (
                            "pgh_role",
                            models.CharField(
                                db_default=incubator.models.past.SessionUser(), editable=False, max_length=63
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
                                to="cases.signedcommitment",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(blank=True, null=True)),
                        ("id", models.BigIntegerField()),
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
                        ("happened_on", models.DateField(blank=True, null=True)),
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
                            "recorded_at",
                            models.DateTimeField(
                                blank=True, default=incubator.calendars.clock.now, editable=False, null=True
                            ),
                        ),
                    ],
                    options={
                        "db_table": "cases_signedcommitment_history",
                    },
                ),
                migrations.CreateModel(
                    name="SupportDeclarationHistory",
                    fields=[
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                        (
                            "pgh_role",
                            models.CharField(
                                db_default=incubator.models.past.SessionUser(), editable=False, max_length=63
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
                                to="cases.supportdeclaration",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(blank=True, null=True)),
                        ("id", models.BigIntegerField()),
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
                        ("happened_on", models.DateField(blank=True, null=True)),
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
                            "recorded_at",
                            models.DateTimeField(
                                blank=True, default=incubator.calendars.clock.now, editable=False, null=True
                            ),
                        ),
                        (
                            "supports",
                            django.contrib.postgres.fields.ArrayField(
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
                                null=True,
                                size=None,
                            ),
                        ),
                        ("note", models.CharField(blank=True, max_length=300, null=True)),
                    ],
                    options={
                        "db_table": "cases_supportdeclaration_history",
                    },
                ),
                migrations.CreateModel(
                    name="TransferHistory",
                    fields=[
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                        (
                            "pgh_role",
                            models.CharField(
                                db_default=incubator.models.past.SessionUser(), editable=False, max_length=63
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
                                to="cases.transfer",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(blank=True, null=True)),
                        ("id", models.BigIntegerField()),
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
                            "from_incubator",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="incubator.incubator",
                            ),
                        ),
                        (
                            "to_incubator",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="incubator.incubator",
                            ),
                        ),
                        (
                            "state",
                            django_fsm.FSMField(
                                blank=True, default="requested", editable=False, max_length=50, null=True
                            ),
                        ),
                        (
                            "requested_by",
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
                        ("requested_on", models.DateField(blank=True, null=True)),
                        ("group_name", models.CharField(blank=True, max_length=200, null=True)),
                        ("reason", models.CharField(blank=True, max_length=500, null=True)),
                        ("agreed_on", models.DateField(blank=True, null=True)),
                        (
                            "agreement",
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
                        ("note", models.CharField(blank=True, max_length=500, null=True)),
                        (
                            "answered_by",
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
                        ("answered_on", models.DateField(blank=True, null=True)),
                        ("answer", models.CharField(blank=True, max_length=500, null=True)),
                    ],
                    options={
                        "db_table": "cases_transfer_history",
                    },
                ),
            ],
        ),
        incubator.following.AddTriggers(
            triggers=[
                (
                    "appeal",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "cases_appeal_history" ("act", "act_evidence_id", "application_id", "case_id", "channel", "decided_by_id", "decided_on", "evidence_id", "grounds", "happened_on", "id", "outcome", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "round", "superior", "text") VALUES (OLD."act", OLD."act_evidence_id", OLD."application_id", OLD."case_id", OLD."channel", OLD."decided_by_id", OLD."decided_on", OLD."evidence_id", OLD."grounds", OLD."happened_on", OLD."id", OLD."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."recorded_at", OLD."recorded_by_id", OLD."round", OLD."superior", OLD."text"); RETURN NULL;',
                            hash="0bc6c6bef252b410ac023315a723348ba3385ce9",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_1e1ad",
                            table="cases_appeal",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "appeal",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "cases_appeal_history" ("act", "act_evidence_id", "application_id", "case_id", "channel", "decided_by_id", "decided_on", "evidence_id", "grounds", "happened_on", "id", "outcome", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "round", "superior", "text") VALUES (NEW."act", NEW."act_evidence_id", NEW."application_id", NEW."case_id", NEW."channel", NEW."decided_by_id", NEW."decided_on", NEW."evidence_id", NEW."grounds", NEW."happened_on", NEW."id", NEW."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."round", NEW."superior", NEW."text"); RETURN NULL;',
                            hash="d690afc03ebe70b56cb9d24a390d8e28b0e39203",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_77c6f",
                            table="cases_appeal",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "appeal",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "cases_appeal_history" ("act", "act_evidence_id", "application_id", "case_id", "channel", "decided_by_id", "decided_on", "evidence_id", "grounds", "happened_on", "id", "outcome", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "round", "superior", "text") VALUES (NEW."act", NEW."act_evidence_id", NEW."application_id", NEW."case_id", NEW."channel", NEW."decided_by_id", NEW."decided_on", NEW."evidence_id", NEW."grounds", NEW."happened_on", NEW."id", NEW."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."round", NEW."superior", NEW."text"); RETURN NULL;',
                            hash="60fd215dbe06af5e46852f578ae874b120d2499f",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_cbd7a",
                            table="cases_appeal",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "appealhistory",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="8e16de17fc7be974b53d63b3ebf74afba9d1a579",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_2f95c",
                            table="cases_appeal_history",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "appealhistory",
                    pgtrigger.compiler.Trigger(
                        name="never_emptied",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="raise exception 'history is not emptied' using errcode = '42501';",
                            hash="404acde439e63aabd3da4556068a150eb41845d8",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_never_emptied_f47ca",
                            table="cases_appeal_history",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "application",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "cases_application_history" ("call_id", "case_id", "contact_id", "decided_by", "evidence_id", "happened_on", "id", "idea", "informed_on", "interested", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank", "received_order", "recorded_at", "recorded_by_id", "round", "score", "submission_id", "supports") VALUES (OLD."call_id", OLD."case_id", OLD."contact_id", OLD."decided_by", OLD."evidence_id", OLD."happened_on", OLD."id", OLD."idea", OLD."informed_on", OLD."interested", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."rank", OLD."received_order", OLD."recorded_at", OLD."recorded_by_id", OLD."round", OLD."score", OLD."submission_id", OLD."supports"); RETURN NULL;',
                            hash="b84537ca22932614e83aa3e06e3bfd831fd8e71e",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_734d6",
                            table="cases_application",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "application",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "cases_application_history" ("call_id", "case_id", "contact_id", "decided_by", "evidence_id", "happened_on", "id", "idea", "informed_on", "interested", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank", "received_order", "recorded_at", "recorded_by_id", "round", "score", "submission_id", "supports") VALUES (NEW."call_id", NEW."case_id", NEW."contact_id", NEW."decided_by", NEW."evidence_id", NEW."happened_on", NEW."id", NEW."idea", NEW."informed_on", NEW."interested", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."rank", NEW."received_order", NEW."recorded_at", NEW."recorded_by_id", NEW."round", NEW."score", NEW."submission_id", NEW."supports"); RETURN NULL;',
                            hash="d3622557f1a947c5714277e7dd5e46c898a97faa",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_54849",
                            table="cases_application",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "application",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "cases_application_history" ("call_id", "case_id", "contact_id", "decided_by", "evidence_id", "happened_on", "id", "idea", "informed_on", "interested", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank", "received_order", "recorded_at", "recorded_by_id", "round", "score", "submission_id", "supports") VALUES (NEW."call_id", NEW."case_id", NEW."contact_id", NEW."decided_by", NEW."evidence_id", NEW."happened_on", NEW."id", NEW."idea", NEW."informed_on", NEW."interested", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."rank", NEW."received_order", NEW."recorded_at", NEW."recorded_by_id", NEW."round", NEW."score", NEW."submission_id", NEW."supports"); RETURN NULL;',
                            hash="0c6b12f5614bcc660fb1e5ec159193cf6d0fa2a4",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_2842e",
                            table="cases_application",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "applicationhistory",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="7f6a5a0434663f0ae7eaf47f57fcc49ab09f1329",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_0ccaf",
                            table="cases_application_history",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "applicationhistory",
                    pgtrigger.compiler.Trigger(
                        name="never_emptied",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="raise exception 'history is not emptied' using errcode = '42501';",
                            hash="958bfba325c5fbbb518b4a5bdbf112ea8769a288",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_never_emptied_725ff",
                            table="cases_application_history",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "businessdefinition",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "cases_businessdefinition_history" ("activity_id", "case_id", "cooperative_type_id", "evidence_id", "happened_on", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id") VALUES (OLD."activity_id", OLD."case_id", OLD."cooperative_type_id", OLD."evidence_id", OLD."happened_on", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."recorded_at", OLD."recorded_by_id"); RETURN NULL;',
                            hash="aef4caac18a69fc1809fae0277d28f75135e8e96",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_3b70e",
                            table="cases_businessdefinition",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "businessdefinition",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "cases_businessdefinition_history" ("activity_id", "case_id", "cooperative_type_id", "evidence_id", "happened_on", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id") VALUES (NEW."activity_id", NEW."case_id", NEW."cooperative_type_id", NEW."evidence_id", NEW."happened_on", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."recorded_at", NEW."recorded_by_id"); RETURN NULL;',
                            hash="84d15a13add365b6494d8f116315fb2f9cfaa45a",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_3d200",
                            table="cases_businessdefinition",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "businessdefinition",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "cases_businessdefinition_history" ("activity_id", "case_id", "cooperative_type_id", "evidence_id", "happened_on", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id") VALUES (NEW."activity_id", NEW."case_id", NEW."cooperative_type_id", NEW."evidence_id", NEW."happened_on", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."recorded_at", NEW."recorded_by_id"); RETURN NULL;',
                            hash="577f5b3e26b41dd0bd68978fb23394d5478baade",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_a592d",
                            table="cases_businessdefinition",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "businessdefinitionhistory",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="72c3d75de3ab26b68ed3639f31401a8372af9408",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_45d82",
                            table="cases_businessdefinition_history",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "businessdefinitionhistory",
                    pgtrigger.compiler.Trigger(
                        name="never_emptied",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="raise exception 'history is not emptied' using errcode = '42501';",
                            hash="1f0391f76d66f9c143b306c3a418a484122ea97a",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_never_emptied_1b2ec",
                            table="cases_businessdefinition_history",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "businessplan",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "cases_businessplan_history" ("approved_by_id", "approved_on", "author_id", "case_id", "evidence_id", "happened_on", "id", "is_draft", "months_to_full", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "revision", "sections", "start_share", "version") VALUES (OLD."approved_by_id", OLD."approved_on", OLD."author_id", OLD."case_id", OLD."evidence_id", OLD."happened_on", OLD."id", OLD."is_draft", OLD."months_to_full", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."recorded_at", OLD."recorded_by_id", OLD."revision", OLD."sections", OLD."start_share", OLD."version"); RETURN NULL;',
                            hash="4c32f525cd617399f2d3abaa06fd247003d6fab6",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_e25f9",
                            table="cases_businessplan",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "businessplan",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "cases_businessplan_history" ("approved_by_id", "approved_on", "author_id", "case_id", "evidence_id", "happened_on", "id", "is_draft", "months_to_full", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "revision", "sections", "start_share", "version") VALUES (NEW."approved_by_id", NEW."approved_on", NEW."author_id", NEW."case_id", NEW."evidence_id", NEW."happened_on", NEW."id", NEW."is_draft", NEW."months_to_full", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."revision", NEW."sections", NEW."start_share", NEW."version"); RETURN NULL;',
                            hash="db208dd45b70af55c78c2b267ac177dfc717f3c5",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_2832a",
                            table="cases_businessplan",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "businessplan",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "cases_businessplan_history" ("approved_by_id", "approved_on", "author_id", "case_id", "evidence_id", "happened_on", "id", "is_draft", "months_to_full", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "revision", "sections", "start_share", "version") VALUES (NEW."approved_by_id", NEW."approved_on", NEW."author_id", NEW."case_id", NEW."evidence_id", NEW."happened_on", NEW."id", NEW."is_draft", NEW."months_to_full", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."revision", NEW."sections", NEW."start_share", NEW."version"); RETURN NULL;',
                            hash="af5908fd0fae502527493e2e0e9b0109180c2af9",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_921ab",
                            table="cases_businessplan",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "businessplanhistory",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="480f671efaaa4cef5f8276b83cfb598d2671d7b4",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_bea96",
                            table="cases_businessplan_history",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "businessplanhistory",
                    pgtrigger.compiler.Trigger(
                        name="never_emptied",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="raise exception 'history is not emptied' using errcode = '42501';",
                            hash="5d2c033107ee64259f494aaf0842b695276b7a38",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_never_emptied_0b5e6",
                            table="cases_businessplan_history",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "call",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "cases_call_history" ("amended", "appeal_days", "closes_on", "easy_text", "evaluators", "evidence_id", "id", "in_person", "incubator_id", "minimum_interested", "name", "opens_on", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "published_on", "recorded_by_id", "seats", "sign_transcript", "sign_video", "spread_percent", "state", "text", "tie_breakers", "waiting_until") VALUES (OLD."amended", OLD."appeal_days", OLD."closes_on", OLD."easy_text", OLD."evaluators", OLD."evidence_id", OLD."id", OLD."in_person", OLD."incubator_id", OLD."minimum_interested", OLD."name", OLD."opens_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."phone", OLD."published_on", OLD."recorded_by_id", OLD."seats", OLD."sign_transcript", OLD."sign_video", OLD."spread_percent", OLD."state", OLD."text", OLD."tie_breakers", OLD."waiting_until"); RETURN NULL;',
                            hash="4597041f04b8ac2b76e39d977daeca087260ec26",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_002c6",
                            table="cases_call",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "call",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "cases_call_history" ("amended", "appeal_days", "closes_on", "easy_text", "evaluators", "evidence_id", "id", "in_person", "incubator_id", "minimum_interested", "name", "opens_on", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "published_on", "recorded_by_id", "seats", "sign_transcript", "sign_video", "spread_percent", "state", "text", "tie_breakers", "waiting_until") VALUES (NEW."amended", NEW."appeal_days", NEW."closes_on", NEW."easy_text", NEW."evaluators", NEW."evidence_id", NEW."id", NEW."in_person", NEW."incubator_id", NEW."minimum_interested", NEW."name", NEW."opens_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."phone", NEW."published_on", NEW."recorded_by_id", NEW."seats", NEW."sign_transcript", NEW."sign_video", NEW."spread_percent", NEW."state", NEW."text", NEW."tie_breakers", NEW."waiting_until"); RETURN NULL;',
                            hash="46f49d7c337d177150b3319ed97bea3018932a23",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_1bf05",
                            table="cases_call",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "call",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "cases_call_history" ("amended", "appeal_days", "closes_on", "easy_text", "evaluators", "evidence_id", "id", "in_person", "incubator_id", "minimum_interested", "name", "opens_on", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "published_on", "recorded_by_id", "seats", "sign_transcript", "sign_video", "spread_percent", "state", "text", "tie_breakers", "waiting_until") VALUES (NEW."amended", NEW."appeal_days", NEW."closes_on", NEW."easy_text", NEW."evaluators", NEW."evidence_id", NEW."id", NEW."in_person", NEW."incubator_id", NEW."minimum_interested", NEW."name", NEW."opens_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."phone", NEW."published_on", NEW."recorded_by_id", NEW."seats", NEW."sign_transcript", NEW."sign_video", NEW."spread_percent", NEW."state", NEW."text", NEW."tie_breakers", NEW."waiting_until"); RETURN NULL;',
                            hash="9ed7a171afc4a5306a5cd7be84b61affd233963c",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_45830",
                            table="cases_call",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "callhistory",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="cf7ce26aead085dbd7750bce5860c9e99e1b027b",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_f93fd",
                            table="cases_call_history",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "callhistory",
                    pgtrigger.compiler.Trigger(
                        name="never_emptied",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="raise exception 'history is not emptied' using errcode = '42501';",
                            hash="7be2c6765c6412f1e795f5f1314566eae53e271d",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_never_emptied_c678e",
                            table="cases_call_history",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "case",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "cases_case_history" ("annulled_at", "born_in_id", "id", "incubator_id", "number", "opened_on", "organization_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "previous_id", "source", "stage") VALUES (OLD."annulled_at", OLD."born_in_id", OLD."id", OLD."incubator_id", OLD."number", OLD."opened_on", OLD."organization_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."previous_id", OLD."source", OLD."stage"); RETURN NULL;',
                            hash="20c9fe0d0b19449d3226c2c0a69843a303a78ba5",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_8d49e",
                            table="cases_case",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "case",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "cases_case_history" ("annulled_at", "born_in_id", "id", "incubator_id", "number", "opened_on", "organization_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "previous_id", "source", "stage") VALUES (NEW."annulled_at", NEW."born_in_id", NEW."id", NEW."incubator_id", NEW."number", NEW."opened_on", NEW."organization_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."previous_id", NEW."source", NEW."stage"); RETURN NULL;',
                            hash="6457e6f559e0ddae0e75e16fe19afc6b7ed436c7",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_0b483",
                            table="cases_case",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "case",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "cases_case_history" ("annulled_at", "born_in_id", "id", "incubator_id", "number", "opened_on", "organization_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "previous_id", "source", "stage") VALUES (NEW."annulled_at", NEW."born_in_id", NEW."id", NEW."incubator_id", NEW."number", NEW."opened_on", NEW."organization_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."previous_id", NEW."source", NEW."stage"); RETURN NULL;',
                            hash="e1126d5e74f7f354d3886541d38da0155cadceb2",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_f5146",
                            table="cases_case",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "casehistory",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="4243bead63445f0073b5f73fe0bf814ae08363f6",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_40a51",
                            table="cases_case_history",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "casehistory",
                    pgtrigger.compiler.Trigger(
                        name="never_emptied",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="raise exception 'history is not emptied' using errcode = '42501';",
                            hash="c444d37124dc29b258188acc9dcecfc35036db60",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_never_emptied_c720b",
                            table="cases_case_history",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "criterion",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "cases_criterion_history" ("call_id", "guidance", "id", "looks_at", "maximum", "name", "order", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "weight") VALUES (OLD."call_id", OLD."guidance", OLD."id", OLD."looks_at", OLD."maximum", OLD."name", OLD."order", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."weight"); RETURN NULL;',
                            hash="67092b8ed3c54cc3b0e83f357104b694ceb4b401",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_94411",
                            table="cases_criterion",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "criterion",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "cases_criterion_history" ("call_id", "guidance", "id", "looks_at", "maximum", "name", "order", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "weight") VALUES (NEW."call_id", NEW."guidance", NEW."id", NEW."looks_at", NEW."maximum", NEW."name", NEW."order", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."weight"); RETURN NULL;',
                            hash="e58786218e29325afd2eec0774c3d5dca2368659",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_cc576",
                            table="cases_criterion",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "criterion",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "cases_criterion_history" ("call_id", "guidance", "id", "looks_at", "maximum", "name", "order", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "weight") VALUES (NEW."call_id", NEW."guidance", NEW."id", NEW."looks_at", NEW."maximum", NEW."name", NEW."order", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."weight"); RETURN NULL;',
                            hash="ded82e02e7695b0218826660d412a4a79dc02e81",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_46c8c",
                            table="cases_criterion",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "criterionhistory",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="d9bac81570868ca974f86a40d40b8d150e8a8b4d",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_13cdd",
                            table="cases_criterion_history",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "criterionhistory",
                    pgtrigger.compiler.Trigger(
                        name="never_emptied",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="raise exception 'history is not emptied' using errcode = '42501';",
                            hash="1e2bbe3c97268a93bf208f87e13e0f7c04b0d5bb",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_never_emptied_8ede3",
                            table="cases_criterion_history",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "criterionscore",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "cases_criterionscore_history" ("criterion_id", "evaluation_id", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "points", "reason") VALUES (OLD."criterion_id", OLD."evaluation_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."points", OLD."reason"); RETURN NULL;',
                            hash="25575151472fae21d3eb7effaf49462353bd83d6",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_91ca5",
                            table="cases_criterionscore",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "criterionscore",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "cases_criterionscore_history" ("criterion_id", "evaluation_id", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "points", "reason") VALUES (NEW."criterion_id", NEW."evaluation_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."points", NEW."reason"); RETURN NULL;',
                            hash="3e92238dcb3cded2fac92c2a75382022e4bc8187",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_e3374",
                            table="cases_criterionscore",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "criterionscore",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "cases_criterionscore_history" ("criterion_id", "evaluation_id", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "points", "reason") VALUES (NEW."criterion_id", NEW."evaluation_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."points", NEW."reason"); RETURN NULL;',
                            hash="9a674f3a02a51502c9e7878bacaef6261da658a4",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_9ea85",
                            table="cases_criterionscore",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "criterionscorehistory",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="5417d29b40c2f8d8bbae9edb7a93495fef68cc42",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_e5d86",
                            table="cases_criterionscore_history",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "criterionscorehistory",
                    pgtrigger.compiler.Trigger(
                        name="never_emptied",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="raise exception 'history is not emptied' using errcode = '42501';",
                            hash="1adc5beb0799aa58e6b3a4223a2453afe633eab3",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_never_emptied_fdcc4",
                            table="cases_criterionscore_history",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "evaluation",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "cases_evaluation_history" ("application_id", "assignment_id", "case_id", "completed_on", "evaluator_id", "evidence_id", "happened_on", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "round", "score") VALUES (OLD."application_id", OLD."assignment_id", OLD."case_id", OLD."completed_on", OLD."evaluator_id", OLD."evidence_id", OLD."happened_on", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."recorded_at", OLD."recorded_by_id", OLD."round", OLD."score"); RETURN NULL;',
                            hash="1d97df9aef3ed87dcb295f6dcbfb1eeac28d7384",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_f9e9e",
                            table="cases_evaluation",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "evaluation",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "cases_evaluation_history" ("application_id", "assignment_id", "case_id", "completed_on", "evaluator_id", "evidence_id", "happened_on", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "round", "score") VALUES (NEW."application_id", NEW."assignment_id", NEW."case_id", NEW."completed_on", NEW."evaluator_id", NEW."evidence_id", NEW."happened_on", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."round", NEW."score"); RETURN NULL;',
                            hash="19c918be583ae7a3413fc3bde4860110f211abfa",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_96659",
                            table="cases_evaluation",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "evaluation",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "cases_evaluation_history" ("application_id", "assignment_id", "case_id", "completed_on", "evaluator_id", "evidence_id", "happened_on", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "round", "score") VALUES (NEW."application_id", NEW."assignment_id", NEW."case_id", NEW."completed_on", NEW."evaluator_id", NEW."evidence_id", NEW."happened_on", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."round", NEW."score"); RETURN NULL;',
                            hash="c759281174b1d00f4cd9548405e6be931c426337",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_d7736",
                            table="cases_evaluation",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "evaluationhistory",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="718147995353755477994d3db361507b7d58b325",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_a7759",
                            table="cases_evaluation_history",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "evaluationhistory",
                    pgtrigger.compiler.Trigger(
                        name="never_emptied",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="raise exception 'history is not emptied' using errcode = '42501';",
                            hash="a3251bfd729540e8c0fd112c56a046d099b4664d",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_never_emptied_383ea",
                            table="cases_evaluation_history",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "evaluatorassignment",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "cases_evaluatorassignment_history" ("application_id", "assigned_by_id", "due_on", "end_reason", "evaluator_id", "id", "is_third", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "round", "since", "until") VALUES (OLD."application_id", OLD."assigned_by_id", OLD."due_on", OLD."end_reason", OLD."evaluator_id", OLD."id", OLD."is_third", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."recorded_at", OLD."round", OLD."since", OLD."until"); RETURN NULL;',
                            hash="9c0153bb111118e7a4be2651cae7a49a80af230d",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_d9e1b",
                            table="cases_evaluatorassignment",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "evaluatorassignment",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "cases_evaluatorassignment_history" ("application_id", "assigned_by_id", "due_on", "end_reason", "evaluator_id", "id", "is_third", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "round", "since", "until") VALUES (NEW."application_id", NEW."assigned_by_id", NEW."due_on", NEW."end_reason", NEW."evaluator_id", NEW."id", NEW."is_third", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."recorded_at", NEW."round", NEW."since", NEW."until"); RETURN NULL;',
                            hash="8d6932303c0d35fb11b7a6519b9a61e17bc96c09",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_4768d",
                            table="cases_evaluatorassignment",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "evaluatorassignment",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "cases_evaluatorassignment_history" ("application_id", "assigned_by_id", "due_on", "end_reason", "evaluator_id", "id", "is_third", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "round", "since", "until") VALUES (NEW."application_id", NEW."assigned_by_id", NEW."due_on", NEW."end_reason", NEW."evaluator_id", NEW."id", NEW."is_third", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."recorded_at", NEW."round", NEW."since", NEW."until"); RETURN NULL;',
                            hash="23b05ef75a8fd1349c07972f9b13be57d2bdfde3",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_54a0e",
                            table="cases_evaluatorassignment",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "evaluatorassignmenthistory",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="2d52a8aa1432a7fa6feadedd14ba9c3b1f056ccf",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_16a31",
                            table="cases_evaluatorassignment_history",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "evaluatorassignmenthistory",
                    pgtrigger.compiler.Trigger(
                        name="never_emptied",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="raise exception 'history is not emptied' using errcode = '42501';",
                            hash="bcc7d907beecc93db2a16742d2b9f30f49883e5b",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_never_emptied_f7193",
                            table="cases_evaluatorassignment_history",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "legalevent",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "cases_legalevent_history" ("case_id", "evidence_id", "file_id", "happened_on", "id", "kind", "legal_effect_from", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "reference") VALUES (OLD."case_id", OLD."evidence_id", OLD."file_id", OLD."happened_on", OLD."id", OLD."kind", OLD."legal_effect_from", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."recorded_at", OLD."recorded_by_id", OLD."reference"); RETURN NULL;',
                            hash="734db20638564a7d47845e3b29ebd2a3de8b252c",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_2736b",
                            table="cases_legalevent",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "legalevent",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "cases_legalevent_history" ("case_id", "evidence_id", "file_id", "happened_on", "id", "kind", "legal_effect_from", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "reference") VALUES (NEW."case_id", NEW."evidence_id", NEW."file_id", NEW."happened_on", NEW."id", NEW."kind", NEW."legal_effect_from", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."reference"); RETURN NULL;',
                            hash="5ba785019f4e01a0f53b7c78beab318b48bb5758",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_0388d",
                            table="cases_legalevent",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "legalevent",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "cases_legalevent_history" ("case_id", "evidence_id", "file_id", "happened_on", "id", "kind", "legal_effect_from", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "reference") VALUES (NEW."case_id", NEW."evidence_id", NEW."file_id", NEW."happened_on", NEW."id", NEW."kind", NEW."legal_effect_from", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."reference"); RETURN NULL;',
                            hash="8707faca59c734791549e550943a50e1b20a68d4",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_6dfc3",
                            table="cases_legalevent",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "legaleventhistory",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="71c8b90ded9f07a86fb7bb2b16cf7f7e2e82718f",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_91b72",
                            table="cases_legalevent_history",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "legaleventhistory",
                    pgtrigger.compiler.Trigger(
                        name="never_emptied",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="raise exception 'history is not emptied' using errcode = '42501';",
                            hash="5e590149743e0c72b6f5385009baffcedc960d28",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_never_emptied_804a9",
                            table="cases_legalevent_history",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "legalfile",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "cases_legalfile_history" ("case_id", "closed_on", "cooperative_type_id", "id", "opened_on", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."case_id", OLD."closed_on", OLD."cooperative_type_id", OLD."id", OLD."opened_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id"); RETURN NULL;',
                            hash="70c9118e196f80ce2202f40548b98dbb38df8eba",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_15c36",
                            table="cases_legalfile",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "legalfile",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "cases_legalfile_history" ("case_id", "closed_on", "cooperative_type_id", "id", "opened_on", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."case_id", NEW."closed_on", NEW."cooperative_type_id", NEW."id", NEW."opened_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id"); RETURN NULL;',
                            hash="3f8ec3a4c73a265431bcf15cfcdd660358657f36",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_d736e",
                            table="cases_legalfile",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "legalfile",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "cases_legalfile_history" ("case_id", "closed_on", "cooperative_type_id", "id", "opened_on", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."case_id", NEW."closed_on", NEW."cooperative_type_id", NEW."id", NEW."opened_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id"); RETURN NULL;',
                            hash="de3cd8190e70589785ea149531b3e33719e9936a",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_5f353",
                            table="cases_legalfile",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "legalfilehistory",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="7447ec9f1c9888559eeeac8be0744a0e3f447333",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_dd6be",
                            table="cases_legalfile_history",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "legalfilehistory",
                    pgtrigger.compiler.Trigger(
                        name="never_emptied",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="raise exception 'history is not emptied' using errcode = '42501';",
                            hash="35727fea88f1638e1ce0df90328fc1f4d29815b5",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_never_emptied_10b94",
                            table="cases_legalfile_history",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "letter",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "cases_letter_history" ("application_id", "case_id", "change_id", "channel", "evidence_id", "id", "incubator_id", "issued_by_id", "issued_on", "kind", "notified_by_id", "notified_on", "number", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "round", "year") VALUES (OLD."application_id", OLD."case_id", OLD."change_id", OLD."channel", OLD."evidence_id", OLD."id", OLD."incubator_id", OLD."issued_by_id", OLD."issued_on", OLD."kind", OLD."notified_by_id", OLD."notified_on", OLD."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."recorded_at", OLD."round", OLD."year"); RETURN NULL;',
                            hash="49e9478e866163b8b8b47c58fe3751eca343d311",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_7640f",
                            table="cases_letter",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "letter",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "cases_letter_history" ("application_id", "case_id", "change_id", "channel", "evidence_id", "id", "incubator_id", "issued_by_id", "issued_on", "kind", "notified_by_id", "notified_on", "number", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "round", "year") VALUES (NEW."application_id", NEW."case_id", NEW."change_id", NEW."channel", NEW."evidence_id", NEW."id", NEW."incubator_id", NEW."issued_by_id", NEW."issued_on", NEW."kind", NEW."notified_by_id", NEW."notified_on", NEW."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."recorded_at", NEW."round", NEW."year"); RETURN NULL;',
                            hash="a64dd7f1ebe05eea06836a30686404109988bf4d",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_c7403",
                            table="cases_letter",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "letter",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "cases_letter_history" ("application_id", "case_id", "change_id", "channel", "evidence_id", "id", "incubator_id", "issued_by_id", "issued_on", "kind", "notified_by_id", "notified_on", "number", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "round", "year") VALUES (NEW."application_id", NEW."case_id", NEW."change_id", NEW."channel", NEW."evidence_id", NEW."id", NEW."incubator_id", NEW."issued_by_id", NEW."issued_on", NEW."kind", NEW."notified_by_id", NEW."notified_on", NEW."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."recorded_at", NEW."round", NEW."year"); RETURN NULL;',
                            hash="580f40ea922e078195501ed8ffe06ddfbfc32db7",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_fd834",
                            table="cases_letter",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "letterhistory",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="4fd0ac2454ac59888d288d28e1650f5bb554d936",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_64b93",
                            table="cases_letter_history",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "letterhistory",
                    pgtrigger.compiler.Trigger(
                        name="never_emptied",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="raise exception 'history is not emptied' using errcode = '42501';",
                            hash="f11adb686d0e4c3f3956d560d7cffe2eab911bce",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_never_emptied_dc712",
                            table="cases_letter_history",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "marketrecord",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "cases_marketrecord_history" ("alternative_compliance", "amount", "case_id", "counterpart", "counterpart_rut", "description", "ends_on", "evidence_id", "happened_on", "id", "kind", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "void_reason", "voided_at", "voided_by_id") VALUES (OLD."alternative_compliance", OLD."amount", OLD."case_id", OLD."counterpart", OLD."counterpart_rut", OLD."description", OLD."ends_on", OLD."evidence_id", OLD."happened_on", OLD."id", OLD."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."recorded_at", OLD."recorded_by_id", OLD."void_reason", OLD."voided_at", OLD."voided_by_id"); RETURN NULL;',
                            hash="80e0b8862758973505e074bfa4aaee706a7a9e26",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_7a22d",
                            table="cases_marketrecord",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "marketrecord",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "cases_marketrecord_history" ("alternative_compliance", "amount", "case_id", "counterpart", "counterpart_rut", "description", "ends_on", "evidence_id", "happened_on", "id", "kind", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "void_reason", "voided_at", "voided_by_id") VALUES (NEW."alternative_compliance", NEW."amount", NEW."case_id", NEW."counterpart", NEW."counterpart_rut", NEW."description", NEW."ends_on", NEW."evidence_id", NEW."happened_on", NEW."id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."void_reason", NEW."voided_at", NEW."voided_by_id"); RETURN NULL;',
                            hash="9df17c9f6a56424c40fddb56f5988fffeff6c0c7",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_e640f",
                            table="cases_marketrecord",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "marketrecord",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "cases_marketrecord_history" ("alternative_compliance", "amount", "case_id", "counterpart", "counterpart_rut", "description", "ends_on", "evidence_id", "happened_on", "id", "kind", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "void_reason", "voided_at", "voided_by_id") VALUES (NEW."alternative_compliance", NEW."amount", NEW."case_id", NEW."counterpart", NEW."counterpart_rut", NEW."description", NEW."ends_on", NEW."evidence_id", NEW."happened_on", NEW."id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."void_reason", NEW."voided_at", NEW."voided_by_id"); RETURN NULL;',
                            hash="29c0569a04aee2df075423a27698331196f4b6af",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_f128f",
                            table="cases_marketrecord",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "marketrecordhistory",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="159111470f476a5135831e43822b244270c2dbeb",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_8b205",
                            table="cases_marketrecord_history",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "marketrecordhistory",
                    pgtrigger.compiler.Trigger(
                        name="never_emptied",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="raise exception 'history is not emptied' using errcode = '42501';",
                            hash="3309b386234fe458eb847d944ea98de8462f67b4",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_never_emptied_eb991",
                            table="cases_marketrecord_history",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "measurement",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "cases_measurement_history" ("case_id", "certified_by_id", "certified_on", "evidence_id", "happened_on", "id", "jobs", "moment", "monthly_income", "people_with_income", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "self_declared", "weekly_hours") VALUES (OLD."case_id", OLD."certified_by_id", OLD."certified_on", OLD."evidence_id", OLD."happened_on", OLD."id", OLD."jobs", OLD."moment", OLD."monthly_income", OLD."people_with_income", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."recorded_at", OLD."recorded_by_id", OLD."self_declared", OLD."weekly_hours"); RETURN NULL;',
                            hash="8045982494d0193f8fb7b8a155a11be6e3497cf3",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_ee268",
                            table="cases_measurement",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "measurement",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "cases_measurement_history" ("case_id", "certified_by_id", "certified_on", "evidence_id", "happened_on", "id", "jobs", "moment", "monthly_income", "people_with_income", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "self_declared", "weekly_hours") VALUES (NEW."case_id", NEW."certified_by_id", NEW."certified_on", NEW."evidence_id", NEW."happened_on", NEW."id", NEW."jobs", NEW."moment", NEW."monthly_income", NEW."people_with_income", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."self_declared", NEW."weekly_hours"); RETURN NULL;',
                            hash="f7030f52086f2f9c1981d7aa56201727b885099d",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_267cd",
                            table="cases_measurement",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "measurement",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "cases_measurement_history" ("case_id", "certified_by_id", "certified_on", "evidence_id", "happened_on", "id", "jobs", "moment", "monthly_income", "people_with_income", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "self_declared", "weekly_hours") VALUES (NEW."case_id", NEW."certified_by_id", NEW."certified_on", NEW."evidence_id", NEW."happened_on", NEW."id", NEW."jobs", NEW."moment", NEW."monthly_income", NEW."people_with_income", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."self_declared", NEW."weekly_hours"); RETURN NULL;',
                            hash="4dbedcb003c9e944aadef7dcca895ef97796b9d4",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_3dabc",
                            table="cases_measurement",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "measurementhistory",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="ddbbb6b726e1e56f0df115944611dd85ecfd65b1",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_6f51b",
                            table="cases_measurement_history",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "measurementhistory",
                    pgtrigger.compiler.Trigger(
                        name="never_emptied",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="raise exception 'history is not emptied' using errcode = '42501';",
                            hash="23a94c4b6f3c13b5bd6bc1a75d5d120e2ebbfa59",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_never_emptied_17fe3",
                            table="cases_measurement_history",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "pause",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "cases_pause_history" ("acknowledged", "by_id", "case_id", "expected_on", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "recorded_at", "since", "until") VALUES (OLD."acknowledged", OLD."by_id", OLD."case_id", OLD."expected_on", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."reason", OLD."recorded_at", OLD."since", OLD."until"); RETURN NULL;',
                            hash="4eb17a61ea139819cb85b03573e5a06eec5409ef",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_34b6f",
                            table="cases_pause",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "pause",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "cases_pause_history" ("acknowledged", "by_id", "case_id", "expected_on", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "recorded_at", "since", "until") VALUES (NEW."acknowledged", NEW."by_id", NEW."case_id", NEW."expected_on", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."reason", NEW."recorded_at", NEW."since", NEW."until"); RETURN NULL;',
                            hash="87579d121bab7951a8102380f6c6e554b2ca8c00",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_16acd",
                            table="cases_pause",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "pause",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "cases_pause_history" ("acknowledged", "by_id", "case_id", "expected_on", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "recorded_at", "since", "until") VALUES (NEW."acknowledged", NEW."by_id", NEW."case_id", NEW."expected_on", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."reason", NEW."recorded_at", NEW."since", NEW."until"); RETURN NULL;',
                            hash="03f1063d7e9bb6b7ac03c2f5230a08a0cfe48596",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_0c319",
                            table="cases_pause",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "pausehistory",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="b3f294547e2bc6a4d6d6e348ae10cae99ec4dbf3",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_1a056",
                            table="cases_pause_history",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "pausehistory",
                    pgtrigger.compiler.Trigger(
                        name="never_emptied",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="raise exception 'history is not emptied' using errcode = '42501';",
                            hash="c227c5e0c1fe54c8235b32da5150363a48c7c128",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_never_emptied_c8acb",
                            table="cases_pause_history",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "plancost",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "cases_plancost_history" ("amount", "id", "kind", "name", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id") VALUES (OLD."amount", OLD."id", OLD."kind", OLD."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."plan_id"); RETURN NULL;',
                            hash="952c538ae2a95603bab6b00c07b11d891c3ffc97",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_9913f",
                            table="cases_plancost",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "plancost",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "cases_plancost_history" ("amount", "id", "kind", "name", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id") VALUES (NEW."amount", NEW."id", NEW."kind", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."plan_id"); RETURN NULL;',
                            hash="f0015e77e78b04e932487125622e2b49554a1bca",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_48f05",
                            table="cases_plancost",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "plancost",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "cases_plancost_history" ("amount", "id", "kind", "name", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id") VALUES (NEW."amount", NEW."id", NEW."kind", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."plan_id"); RETURN NULL;',
                            hash="e3126db51fac7c665c4bffcd9bff00215cc06c1b",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_04ab1",
                            table="cases_plancost",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "plancosthistory",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="2aef8bb565ac71c354a3d658b2276b63eed7d42f",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_d2298",
                            table="cases_plancost_history",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "plancosthistory",
                    pgtrigger.compiler.Trigger(
                        name="never_emptied",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="raise exception 'history is not emptied' using errcode = '42501';",
                            hash="00663a413448a121c8dff2274df730a7ceb8d682",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_never_emptied_6efb2",
                            table="cases_plancost_history",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "planproduct",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "cases_planproduct_history" ("id", "monthly_units", "name", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "price", "unit", "unit_cost") VALUES (OLD."id", OLD."monthly_units", OLD."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."plan_id", OLD."price", OLD."unit", OLD."unit_cost"); RETURN NULL;',
                            hash="ed1843100a469a67af01dcb2eb76f63ff7fa4517",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_5ed29",
                            table="cases_planproduct",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "planproduct",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "cases_planproduct_history" ("id", "monthly_units", "name", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "price", "unit", "unit_cost") VALUES (NEW."id", NEW."monthly_units", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."plan_id", NEW."price", NEW."unit", NEW."unit_cost"); RETURN NULL;',
                            hash="52e0565ba5287dc542ddc63c55d2b166f9b5361e",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_d8ec4",
                            table="cases_planproduct",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "planproduct",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "cases_planproduct_history" ("id", "monthly_units", "name", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "price", "unit", "unit_cost") VALUES (NEW."id", NEW."monthly_units", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."plan_id", NEW."price", NEW."unit", NEW."unit_cost"); RETURN NULL;',
                            hash="5a65a114aa6bc9efe553b4491e6074256437846b",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_b2486",
                            table="cases_planproduct",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "planproducthistory",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="9fafe1c4531f751ac47e4f1d74ff00c55f26b0d5",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_1683c",
                            table="cases_planproduct_history",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "planproducthistory",
                    pgtrigger.compiler.Trigger(
                        name="never_emptied",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="raise exception 'history is not emptied' using errcode = '42501';",
                            hash="25ab8f4929377844c4e344122989bcbf37be3a37",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_never_emptied_35fe3",
                            table="cases_planproduct_history",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "regularizationfile",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "cases_regularizationfile_history" ("case_id", "id", "opened_on", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."case_id", OLD."id", OLD."opened_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id"); RETURN NULL;',
                            hash="3c7a888c70bbde4842fa98923a1875b2fa4a7e67",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_6788f",
                            table="cases_regularizationfile",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "regularizationfile",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "cases_regularizationfile_history" ("case_id", "id", "opened_on", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."case_id", NEW."id", NEW."opened_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id"); RETURN NULL;',
                            hash="c2782c1c2521a75c305fdb2aac47023e30118df7",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_b21ed",
                            table="cases_regularizationfile",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "regularizationfile",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "cases_regularizationfile_history" ("case_id", "id", "opened_on", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."case_id", NEW."id", NEW."opened_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id"); RETURN NULL;',
                            hash="a778f3e0f2656f60d3c3390bdb275407e6b28b07",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_5d740",
                            table="cases_regularizationfile",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "regularizationfilehistory",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="c18f5a2a8a4cae1f032db1b297f6064027862eff",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_99161",
                            table="cases_regularizationfile_history",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "regularizationfilehistory",
                    pgtrigger.compiler.Trigger(
                        name="never_emptied",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="raise exception 'history is not emptied' using errcode = '42501';",
                            hash="d3f12c313402a5155629982de0a3d90e9fb34bac",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_never_emptied_67107",
                            table="cases_regularizationfile_history",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "regularizationitem",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "cases_regularizationitem_history" ("evidence_id", "file_id", "id", "is_bodies", "legal_basis", "name", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "risk", "status", "status_on", "valid_until") VALUES (OLD."evidence_id", OLD."file_id", OLD."id", OLD."is_bodies", OLD."legal_basis", OLD."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."risk", OLD."status", OLD."status_on", OLD."valid_until"); RETURN NULL;',
                            hash="0119076dee3f2f4b0442b327fdfbde98bff1a225",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_6829c",
                            table="cases_regularizationitem",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "regularizationitem",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "cases_regularizationitem_history" ("evidence_id", "file_id", "id", "is_bodies", "legal_basis", "name", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "risk", "status", "status_on", "valid_until") VALUES (NEW."evidence_id", NEW."file_id", NEW."id", NEW."is_bodies", NEW."legal_basis", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."risk", NEW."status", NEW."status_on", NEW."valid_until"); RETURN NULL;',
                            hash="22505aba2d9e3b4f43a1dfac842add392e3f1f22",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_72fe8",
                            table="cases_regularizationitem",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "regularizationitem",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "cases_regularizationitem_history" ("evidence_id", "file_id", "id", "is_bodies", "legal_basis", "name", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "risk", "status", "status_on", "valid_until") VALUES (NEW."evidence_id", NEW."file_id", NEW."id", NEW."is_bodies", NEW."legal_basis", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."risk", NEW."status", NEW."status_on", NEW."valid_until"); RETURN NULL;',
                            hash="ba1eade056fef536ed082806d0e57f60b0603247",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_7ef48",
                            table="cases_regularizationitem",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "regularizationitemhistory",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="0efdfb6458805226e0a99880394c39b930392590",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_e7439",
                            table="cases_regularizationitem_history",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "regularizationitemhistory",
                    pgtrigger.compiler.Trigger(
                        name="never_emptied",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="raise exception 'history is not emptied' using errcode = '42501';",
                            hash="5e65387d3aed6949e3013ea1c8f13213d4090dc7",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_never_emptied_50007",
                            table="cases_regularizationitem_history",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "responsibility",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "cases_responsibility_history" ("case_id", "id", "incubator_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "transfer_id", "until") VALUES (OLD."case_id", OLD."id", OLD."incubator_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."since", OLD."transfer_id", OLD."until"); RETURN NULL;',
                            hash="7dbda8a21e53c5daebdb699f8a288cd1026e3f0e",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_309e1",
                            table="cases_responsibility",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "responsibility",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "cases_responsibility_history" ("case_id", "id", "incubator_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "transfer_id", "until") VALUES (NEW."case_id", NEW."id", NEW."incubator_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."since", NEW."transfer_id", NEW."until"); RETURN NULL;',
                            hash="c4817bc279f0bbc9ecdf19786dcdb4408166a280",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_1abcb",
                            table="cases_responsibility",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "responsibility",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "cases_responsibility_history" ("case_id", "id", "incubator_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "transfer_id", "until") VALUES (NEW."case_id", NEW."id", NEW."incubator_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."since", NEW."transfer_id", NEW."until"); RETURN NULL;',
                            hash="9d43b5550b8c4d4ff4804a6f7ef8385eb8ea81d8",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_3b639",
                            table="cases_responsibility",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "responsibilityhistory",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="205fbc43848791e7e848d6fa8f64c98dbcf70387",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_b9fa4",
                            table="cases_responsibility_history",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "responsibilityhistory",
                    pgtrigger.compiler.Trigger(
                        name="never_emptied",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="raise exception 'history is not emptied' using errcode = '42501';",
                            hash="0e9d0775abe022439672fa411beec5ea5711dc73",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_never_emptied_14938",
                            table="cases_responsibility_history",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "session",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "cases_session_history" ("meeting_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "topics") VALUES (OLD."meeting_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."meeting_id", OLD."topics"); RETURN NULL;',
                            hash="344fdbb02550870b2bba103652af932bdce4883e",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_55f72",
                            table="cases_session",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "session",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "cases_session_history" ("meeting_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "topics") VALUES (NEW."meeting_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."meeting_id", NEW."topics"); RETURN NULL;',
                            hash="9c02e7e191ea5a75aeeb2c1c270921414496e491",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_ec4cb",
                            table="cases_session",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "session",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "cases_session_history" ("meeting_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "topics") VALUES (NEW."meeting_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."meeting_id", NEW."topics"); RETURN NULL;',
                            hash="d020a63c3180016d737a135f2a8cddc698ab0988",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_7aaad",
                            table="cases_session",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "sessioncase",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "cases_sessioncase_history" ("case_id", "id", "minutes", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "session_id", "void_reason", "voided_at", "voided_by_id") VALUES (OLD."case_id", OLD."id", OLD."minutes", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."session_id", OLD."void_reason", OLD."voided_at", OLD."voided_by_id"); RETURN NULL;',
                            hash="202c2f431b4ab442ef1b3c23ebd25751eb7c0b71",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_267dd",
                            table="cases_sessioncase",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "sessioncase",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "cases_sessioncase_history" ("case_id", "id", "minutes", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "session_id", "void_reason", "voided_at", "voided_by_id") VALUES (NEW."case_id", NEW."id", NEW."minutes", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."session_id", NEW."void_reason", NEW."voided_at", NEW."voided_by_id"); RETURN NULL;',
                            hash="edf43ee24142d7cb2782958a433fdc81a14f7b8b",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_257f8",
                            table="cases_sessioncase",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "sessioncase",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "cases_sessioncase_history" ("case_id", "id", "minutes", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "session_id", "void_reason", "voided_at", "voided_by_id") VALUES (NEW."case_id", NEW."id", NEW."minutes", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."session_id", NEW."void_reason", NEW."voided_at", NEW."voided_by_id"); RETURN NULL;',
                            hash="af4c0b799a146949564c31355c388e57021fd788",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_b2358",
                            table="cases_sessioncase",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "sessioncasehistory",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="0d799de2886f3a9504a561d59c709d259778b316",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_f32d1",
                            table="cases_sessioncase_history",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "sessioncasehistory",
                    pgtrigger.compiler.Trigger(
                        name="never_emptied",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="raise exception 'history is not emptied' using errcode = '42501';",
                            hash="a99b893e551445289e8e8e03cd823348a8f3bb99",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_never_emptied_af524",
                            table="cases_sessioncase_history",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "sessionhistory",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="28a22de917ad0be0c3370c6077f3d93e4dce6a67",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_04c86",
                            table="cases_session_history",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "sessionhistory",
                    pgtrigger.compiler.Trigger(
                        name="never_emptied",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="raise exception 'history is not emptied' using errcode = '42501';",
                            hash="d636a32625251e440362e627609b918cbfa96ae8",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_never_emptied_aba6b",
                            table="cases_session_history",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "signedcommitment",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "cases_signedcommitment_history" ("case_id", "evidence_id", "happened_on", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id") VALUES (OLD."case_id", OLD."evidence_id", OLD."happened_on", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."recorded_at", OLD."recorded_by_id"); RETURN NULL;',
                            hash="4bf5d66e8b3068a484abcadca1506cf20ce15615",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_7cfac",
                            table="cases_signedcommitment",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "signedcommitment",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "cases_signedcommitment_history" ("case_id", "evidence_id", "happened_on", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id") VALUES (NEW."case_id", NEW."evidence_id", NEW."happened_on", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."recorded_at", NEW."recorded_by_id"); RETURN NULL;',
                            hash="94819f4a5e1f8e40548afba3e9ddac74905a274e",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_a4465",
                            table="cases_signedcommitment",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "signedcommitment",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "cases_signedcommitment_history" ("case_id", "evidence_id", "happened_on", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id") VALUES (NEW."case_id", NEW."evidence_id", NEW."happened_on", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."recorded_at", NEW."recorded_by_id"); RETURN NULL;',
                            hash="21be795761659dac24467f4aaafe7d22c0d1e7fc",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_ea902",
                            table="cases_signedcommitment",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "signedcommitmenthistory",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="35a90a9d26603cc470e3c09fbcc822de0b2cfbf4",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_397be",
                            table="cases_signedcommitment_history",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "signedcommitmenthistory",
                    pgtrigger.compiler.Trigger(
                        name="never_emptied",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="raise exception 'history is not emptied' using errcode = '42501';",
                            hash="ad13d82b14bd045c0d53e951ee3841100f7d77f2",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_never_emptied_abfae",
                            table="cases_signedcommitment_history",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "supportdeclaration",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "cases_supportdeclaration_history" ("case_id", "evidence_id", "happened_on", "id", "note", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "supports") VALUES (OLD."case_id", OLD."evidence_id", OLD."happened_on", OLD."id", OLD."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."recorded_at", OLD."recorded_by_id", OLD."supports"); RETURN NULL;',
                            hash="2c15819aae95a36b398c68e4cf42dde6af3d3ec1",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_7969f",
                            table="cases_supportdeclaration",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "supportdeclaration",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "cases_supportdeclaration_history" ("case_id", "evidence_id", "happened_on", "id", "note", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "supports") VALUES (NEW."case_id", NEW."evidence_id", NEW."happened_on", NEW."id", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."supports"); RETURN NULL;',
                            hash="ef1aaa2f6ccd083d749fa66cb4eebb9eb6bfdf7c",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_a1f05",
                            table="cases_supportdeclaration",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "supportdeclaration",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "cases_supportdeclaration_history" ("case_id", "evidence_id", "happened_on", "id", "note", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "supports") VALUES (NEW."case_id", NEW."evidence_id", NEW."happened_on", NEW."id", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."supports"); RETURN NULL;',
                            hash="f022bfa4a2bee70480838203626e48e7d019aa78",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_5e7b7",
                            table="cases_supportdeclaration",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "supportdeclarationhistory",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="794eb55c602acd2a6eefd30d653dbc3390419138",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_bb605",
                            table="cases_supportdeclaration_history",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "supportdeclarationhistory",
                    pgtrigger.compiler.Trigger(
                        name="never_emptied",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="raise exception 'history is not emptied' using errcode = '42501';",
                            hash="8c7a0de910c2ff0e719ad7521b283b59b5bfdc30",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_never_emptied_e5531",
                            table="cases_supportdeclaration_history",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "transfer",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "cases_transfer_history" ("agreed_on", "agreement_id", "answer", "answered_by_id", "answered_on", "case_id", "from_incubator_id", "group_name", "id", "note", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "requested_by_id", "requested_on", "state", "to_incubator_id") VALUES (OLD."agreed_on", OLD."agreement_id", OLD."answer", OLD."answered_by_id", OLD."answered_on", OLD."case_id", OLD."from_incubator_id", OLD."group_name", OLD."id", OLD."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."reason", OLD."requested_by_id", OLD."requested_on", OLD."state", OLD."to_incubator_id"); RETURN NULL;',
                            hash="d0b237ae0bda0ad59cb840318788a0f76ee79299",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_a169f",
                            table="cases_transfer",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "transfer",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "cases_transfer_history" ("agreed_on", "agreement_id", "answer", "answered_by_id", "answered_on", "case_id", "from_incubator_id", "group_name", "id", "note", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "requested_by_id", "requested_on", "state", "to_incubator_id") VALUES (NEW."agreed_on", NEW."agreement_id", NEW."answer", NEW."answered_by_id", NEW."answered_on", NEW."case_id", NEW."from_incubator_id", NEW."group_name", NEW."id", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."reason", NEW."requested_by_id", NEW."requested_on", NEW."state", NEW."to_incubator_id"); RETURN NULL;',
                            hash="6a7c00daaeb49e7542b0d9e9dabe18d07b6dc29d",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_e2f1b",
                            table="cases_transfer",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "transfer",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "cases_transfer_history" ("agreed_on", "agreement_id", "answer", "answered_by_id", "answered_on", "case_id", "from_incubator_id", "group_name", "id", "note", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "requested_by_id", "requested_on", "state", "to_incubator_id") VALUES (NEW."agreed_on", NEW."agreement_id", NEW."answer", NEW."answered_by_id", NEW."answered_on", NEW."case_id", NEW."from_incubator_id", NEW."group_name", NEW."id", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."reason", NEW."requested_by_id", NEW."requested_on", NEW."state", NEW."to_incubator_id"); RETURN NULL;',
                            hash="8869d22418ffc12b5aae9883c58cd62056a20df2",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_7955f",
                            table="cases_transfer",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "transferhistory",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="620c3db7336aea36f1354183f806af71e6a7cb85",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_3a9d7",
                            table="cases_transfer_history",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "transferhistory",
                    pgtrigger.compiler.Trigger(
                        name="never_emptied",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="raise exception 'history is not emptied' using errcode = '42501';",
                            hash="b86d2961fe93593004c755918c43d94d73a0293e",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_never_emptied_29ed5",
                            table="cases_transfer_history",
                            when="BEFORE",
                        ),
                    ),
                ),
            ],
        ),
    ]
