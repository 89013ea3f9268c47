"""The former values of the kernel's records: a table each, written by trigger (incubator/models/tracked.py)."""

import django.contrib.postgres.fields
import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

import incubator.calendars.clock
import incubator.following
import incubator.models.past


class Migration(migrations.Migration):
    dependencies = [
        ("incubator", "0006_search"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        migrations.AddField(
            model_name="evidence",
            name="erased_at",
            field=models.DateTimeField(blank=True, editable=False, null=True, verbose_name="archivo borrado el"),
        ),
        incubator.following.Together(
            operations=[
                migrations.CreateModel(
                    name="AbsenceHistory",
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
                                to="incubator.absence",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(blank=True, null=True)),
                        ("id", models.BigIntegerField()),
                        ("since", models.DateField(blank=True, null=True)),
                        ("until", models.DateField(blank=True, null=True)),
                        (
                            "user",
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
                            "post",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="incubator.post",
                            ),
                        ),
                        ("reason", models.CharField(blank=True, max_length=20, null=True)),
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
                        "db_table": "incubator_absence_history",
                    },
                ),
                migrations.CreateModel(
                    name="AdviserStandingHistory",
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
                                to="incubator.adviserstanding",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(blank=True, null=True)),
                        ("id", models.BigIntegerField()),
                        ("since", models.DateField(blank=True, null=True)),
                        ("until", models.DateField(blank=True, null=True)),
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
                        ("nature", models.CharField(blank=True, max_length=10, null=True)),
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
                        "db_table": "incubator_adviserstanding_history",
                    },
                ),
                migrations.CreateModel(
                    name="AgreementHistory",
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
                                to="incubator.agreement",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(blank=True, null=True)),
                        ("id", models.BigIntegerField()),
                        ("code", models.CharField(blank=True, max_length=30, null=True)),
                        ("name", models.CharField(blank=True, max_length=300, null=True)),
                        ("act", models.CharField(blank=True, max_length=200, null=True)),
                        ("act_date", models.DateField(blank=True, null=True)),
                        ("starts_on", models.DateField(blank=True, null=True)),
                        ("months", models.PositiveSmallIntegerField(blank=True, null=True)),
                        (
                            "funder",
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
                            "executor",
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
                            "adviser",
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
                        ("reporting_period", models.CharField(blank=True, default="monthly", max_length=10, null=True)),
                        ("parameters", models.JSONField(blank=True, default=dict, null=True)),
                    ],
                    options={
                        "db_table": "incubator_agreement_history",
                    },
                ),
                migrations.CreateModel(
                    name="AssignmentHistory",
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
                                to="incubator.assignment",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(blank=True, null=True)),
                        ("id", models.BigIntegerField()),
                        ("since", models.DateField(blank=True, null=True)),
                        ("until", models.DateField(blank=True, null=True)),
                        (
                            "post",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="incubator.post",
                            ),
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
                    ],
                    options={
                        "db_table": "incubator_assignment_history",
                    },
                ),
                migrations.CreateModel(
                    name="AttendanceHistory",
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
                                to="incubator.attendance",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(blank=True, null=True)),
                        ("id", models.BigIntegerField()),
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
                                to="incubator.meeting",
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
                        ("mark", models.CharField(blank=True, max_length=10, null=True)),
                    ],
                    options={
                        "db_table": "incubator_attendance_history",
                    },
                ),
                migrations.CreateModel(
                    name="CalendarExceptionHistory",
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
                                to="incubator.calendarexception",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(blank=True, null=True)),
                        ("id", models.BigIntegerField()),
                        ("day", models.DateField(blank=True, null=True)),
                        (
                            "region",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="incubator.region",
                            ),
                        ),
                        ("is_working", models.BooleanField(blank=True, default=False, null=True)),
                        ("reason", models.CharField(blank=True, max_length=200, null=True)),
                    ],
                    options={
                        "db_table": "incubator_calendarexception_history",
                    },
                ),
                migrations.CreateModel(
                    name="CommitmentHistory",
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
                                to="incubator.commitment",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(blank=True, null=True)),
                        ("id", models.BigIntegerField()),
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
                                to="incubator.meeting",
                            ),
                        ),
                        ("what", models.CharField(blank=True, max_length=300, null=True)),
                        ("who", models.CharField(blank=True, max_length=200, null=True)),
                        ("due_on", models.DateField(blank=True, null=True)),
                        ("done_on", models.DateField(blank=True, null=True)),
                    ],
                    options={
                        "db_table": "incubator_commitment_history",
                    },
                ),
                migrations.CreateModel(
                    name="ContactHistory",
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
                                to="incubator.contact",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(blank=True, null=True)),
                        ("id", models.BigIntegerField()),
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
                        ("made_on", models.DateField(blank=True, null=True)),
                        ("channel", models.CharField(blank=True, max_length=10, null=True)),
                        ("reached", models.BooleanField(blank=True, null=True)),
                        ("note", models.CharField(blank=True, max_length=500, null=True)),
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
                        "db_table": "incubator_contact_history",
                    },
                ),
                migrations.CreateModel(
                    name="EvidenceHistory",
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
                                to="incubator.evidence",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(blank=True, null=True)),
                        ("id", models.BigIntegerField()),
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
                        ("kind", models.CharField(blank=True, default="other", max_length=20, null=True)),
                        ("tier", models.PositiveSmallIntegerField(blank=True, default=2, null=True)),
                        ("description", models.CharField(blank=True, max_length=300, null=True)),
                        ("sha256", models.CharField(blank=True, max_length=64, null=True)),
                        ("size", models.PositiveBigIntegerField(blank=True, null=True)),
                        ("media_type", models.CharField(blank=True, max_length=100, null=True)),
                        ("original_name", models.CharField(blank=True, max_length=255, null=True)),
                        ("taken_on", models.DateField(blank=True, null=True)),
                        ("expires_on", models.DateField(blank=True, null=True)),
                        ("erased_at", models.DateTimeField(blank=True, editable=False, null=True)),
                        (
                            "uploaded_by",
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
                            "uploaded_at",
                            models.DateTimeField(
                                blank=True, default=incubator.calendars.clock.now, editable=False, null=True
                            ),
                        ),
                    ],
                    options={
                        "db_table": "incubator_evidence_history",
                    },
                ),
                migrations.CreateModel(
                    name="IncubatorHistory",
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
                                to="incubator.incubator",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(blank=True, null=True)),
                        ("id", models.BigIntegerField()),
                        ("name", models.CharField(blank=True, max_length=200, null=True)),
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
                            "municipality",
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
                        ("opened_on", models.DateField(blank=True, null=True)),
                        ("capacity", models.PositiveSmallIntegerField(blank=True, default=12, null=True)),
                    ],
                    options={
                        "db_table": "incubator_incubator_history",
                    },
                ),
                migrations.CreateModel(
                    name="MeetingHistory",
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
                                to="incubator.meeting",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(blank=True, null=True)),
                        ("id", models.BigIntegerField()),
                        ("number", models.PositiveIntegerField(blank=True, null=True)),
                        ("kind", models.CharField(blank=True, max_length=20, null=True)),
                        ("modality", models.CharField(blank=True, default="in_person", max_length=12, null=True)),
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
                            "agreement",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="incubator.agreement",
                            ),
                        ),
                        ("held_on", models.DateField(blank=True, null=True)),
                        ("starts_at", models.TimeField(blank=True, null=True)),
                        ("ends_at", models.TimeField(blank=True, null=True)),
                        ("minutes", models.PositiveSmallIntegerField(blank=True, null=True)),
                        ("place", models.CharField(blank=True, max_length=200, null=True)),
                        ("topic", models.CharField(blank=True, max_length=300, null=True)),
                        ("notes", models.TextField(blank=True, null=True)),
                        ("next_on", models.DateField(blank=True, null=True)),
                        (
                            "conducted_by",
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
                            "logged_by",
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
                        ("logged_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "validated_by",
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
                        ("validated_at", models.DateTimeField(blank=True, null=True)),
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
                        ("voided_at", models.DateTimeField(blank=True, null=True)),
                        ("void_reason", models.CharField(blank=True, max_length=300, null=True)),
                    ],
                    options={
                        "db_table": "incubator_meeting_history",
                    },
                ),
                migrations.CreateModel(
                    name="MeetingSupportHistory",
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
                                to="incubator.meetingsupport",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(blank=True, null=True)),
                        ("id", models.BigIntegerField()),
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
                                to="incubator.meeting",
                            ),
                        ),
                        ("kind", models.CharField(blank=True, max_length=20, null=True)),
                        ("requested", models.PositiveSmallIntegerField(blank=True, default=0, null=True)),
                        ("given", models.PositiveSmallIntegerField(blank=True, default=0, null=True)),
                        ("cost", models.PositiveIntegerField(blank=True, default=0, null=True)),
                    ],
                    options={
                        "db_table": "incubator_meetingsupport_history",
                    },
                ),
                migrations.CreateModel(
                    name="MembershipHistory",
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
                                to="incubator.membership",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(blank=True, null=True)),
                        ("id", models.BigIntegerField()),
                        ("since", models.DateField(blank=True, null=True)),
                        ("until", models.DateField(blank=True, null=True)),
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
                        ("role", models.CharField(blank=True, default="member", max_length=10, null=True)),
                        ("leave_reason", models.CharField(blank=True, max_length=20, null=True)),
                        ("leave_note", models.CharField(blank=True, max_length=300, null=True)),
                        ("annulled_at", models.DateTimeField(blank=True, editable=False, null=True)),
                    ],
                    options={
                        "db_table": "incubator_membership_history",
                    },
                ),
                migrations.CreateModel(
                    name="OrganizationHistory",
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
                                to="incubator.organization",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(blank=True, null=True)),
                        ("id", models.BigIntegerField()),
                        ("name", models.CharField(blank=True, max_length=200, null=True)),
                        ("kind", models.CharField(blank=True, default="informal_group", max_length=20, null=True)),
                        ("legal_status", models.CharField(blank=True, default="de_facto", max_length=20, null=True)),
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
                        ("rut", models.CharField(blank=True, max_length=12, null=True)),
                        ("trade", models.CharField(blank=True, max_length=200, null=True)),
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
                        ("sector", models.CharField(blank=True, max_length=120, null=True)),
                        ("phone", models.CharField(blank=True, max_length=20, null=True)),
                        ("email", models.EmailField(blank=True, max_length=254, null=True)),
                        ("declared_members", models.PositiveSmallIntegerField(blank=True, null=True)),
                        ("notes", models.TextField(blank=True, null=True)),
                        ("annulled_at", models.DateTimeField(blank=True, editable=False, null=True)),
                        (
                            "created_at",
                            models.DateTimeField(
                                blank=True, default=incubator.calendars.clock.now, editable=False, null=True
                            ),
                        ),
                    ],
                    options={
                        "db_table": "incubator_organization_history",
                    },
                ),
                migrations.CreateModel(
                    name="ParticipationHistory",
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
                                to="incubator.participation",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(blank=True, null=True)),
                        ("id", models.BigIntegerField()),
                        ("since", models.DateField(blank=True, null=True)),
                        ("until", models.DateField(blank=True, null=True)),
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
                                to="incubator.agreement",
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
                    ],
                    options={
                        "db_table": "incubator_participation_history",
                    },
                ),
                migrations.CreateModel(
                    name="PersonHistory",
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
                                to="incubator.person",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(blank=True, null=True)),
                        ("id", models.BigIntegerField()),
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
                        ("given_names", models.CharField(blank=True, max_length=120, null=True)),
                        ("surname_1", models.CharField(blank=True, max_length=120, null=True)),
                        ("surname_2", models.CharField(blank=True, max_length=120, null=True)),
                        ("social_name", models.CharField(blank=True, max_length=120, null=True)),
                        ("run", models.CharField(blank=True, max_length=12, null=True)),
                        ("other_document", models.CharField(blank=True, max_length=60, null=True)),
                        ("registered_sex", models.CharField(blank=True, default="D", max_length=1, null=True)),
                        ("birth_date", models.DateField(blank=True, null=True)),
                        ("phone", models.CharField(blank=True, max_length=20, null=True)),
                        ("email", models.EmailField(blank=True, max_length=254, null=True)),
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
                        ("sector", models.CharField(blank=True, max_length=120, null=True)),
                        ("notes", models.TextField(blank=True, null=True)),
                        (
                            "same_as",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="incubator.person",
                            ),
                        ),
                        ("run_mark", models.CharField(blank=True, editable=False, max_length=64, null=True)),
                        ("annulled_at", models.DateTimeField(blank=True, editable=False, null=True)),
                        (
                            "created_at",
                            models.DateTimeField(
                                blank=True, default=incubator.calendars.clock.now, editable=False, null=True
                            ),
                        ),
                    ],
                    options={
                        "db_table": "incubator_person_history",
                    },
                ),
                migrations.CreateModel(
                    name="PlannedMeetingHistory",
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
                                to="incubator.plannedmeeting",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(blank=True, null=True)),
                        ("id", models.BigIntegerField()),
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
                        ("kind", models.CharField(blank=True, max_length=20, null=True)),
                        ("modality", models.CharField(blank=True, default="in_person", max_length=12, null=True)),
                        ("planned_on", models.DateField(blank=True, null=True)),
                        ("starts_at", models.TimeField(blank=True, null=True)),
                        ("ends_at", models.TimeField(blank=True, null=True)),
                        ("topic", models.CharField(blank=True, max_length=300, null=True)),
                        ("place", models.CharField(blank=True, max_length=200, null=True)),
                        ("access_notes", models.CharField(blank=True, max_length=500, null=True)),
                        (
                            "conducted_by",
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
                            "meeting",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="incubator.meeting",
                            ),
                        ),
                        ("cancelled_at", models.DateTimeField(blank=True, editable=False, null=True)),
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
                        ("cancel_reason", models.CharField(blank=True, max_length=300, null=True)),
                        (
                            "created_by",
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
                            "created_at",
                            models.DateTimeField(
                                blank=True, default=incubator.calendars.clock.now, editable=False, null=True
                            ),
                        ),
                    ],
                    options={
                        "db_table": "incubator_plannedmeeting_history",
                    },
                ),
                migrations.CreateModel(
                    name="PostHistory",
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
                                to="incubator.post",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(blank=True, null=True)),
                        ("id", models.BigIntegerField()),
                        ("since", models.DateField(blank=True, null=True)),
                        ("until", models.DateField(blank=True, null=True)),
                        (
                            "user",
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
                        ("role", models.CharField(blank=True, max_length=30, null=True)),
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
                            "agreement",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="incubator.agreement",
                            ),
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
                            "deputy_for",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="incubator.post",
                            ),
                        ),
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
                        (
                            "appointed_by",
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
                        "db_table": "incubator_post_history",
                    },
                ),
                migrations.CreateModel(
                    name="ProcessorContractHistory",
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
                                to="incubator.processorcontract",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(blank=True, null=True)),
                        ("id", models.BigIntegerField()),
                        ("since", models.DateField(blank=True, null=True)),
                        ("until", models.DateField(blank=True, null=True)),
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
                        ("act", models.CharField(blank=True, max_length=200, null=True)),
                        ("object", models.CharField(blank=True, max_length=300, null=True)),
                        ("purpose", models.CharField(blank=True, max_length=300, null=True)),
                        ("data", models.CharField(blank=True, max_length=300, null=True)),
                        ("people", models.CharField(blank=True, max_length=300, null=True)),
                        ("at_end", models.CharField(blank=True, max_length=300, null=True)),
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
                        "db_table": "incubator_processorcontract_history",
                    },
                ),
                migrations.CreateModel(
                    name="RepresentationHistory",
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
                                to="incubator.representation",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(blank=True, null=True)),
                        ("id", models.BigIntegerField()),
                        ("since", models.DateField(blank=True, null=True)),
                        ("until", models.DateField(blank=True, null=True)),
                        (
                            "membership",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="incubator.membership",
                            ),
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
                        "db_table": "incubator_representation_history",
                    },
                ),
                migrations.CreateModel(
                    name="SensitiveProfileHistory",
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
                                to="incubator.sensitiveprofile",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(blank=True, null=True)),
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
                                serialize=False,
                                to="incubator.person",
                            ),
                        ),
                        ("disability", models.CharField(blank=True, default="not_stated", max_length=10, null=True)),
                        ("disability_on", models.DateField(blank=True, null=True)),
                        ("main_origin", models.CharField(blank=True, max_length=1, null=True)),
                        (
                            "other_origins",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        ("1", "Físico"),
                                        ("2", "Sensorial visual"),
                                        ("3", "Sensorial auditivo"),
                                        ("4", "Mental psíquico"),
                                        ("5", "Mental intelectual"),
                                        ("6", "Múltiple"),
                                    ],
                                    max_length=1,
                                ),
                                blank=True,
                                default=list,
                                null=True,
                                size=None,
                            ),
                        ),
                        ("degree", models.CharField(blank=True, max_length=1, null=True)),
                        ("certificate", models.TextField(blank=True, null=True)),
                        ("rnd_status", models.CharField(blank=True, default="not_stated", max_length=12, null=True)),
                        ("rnd_expires_on", models.DateField(blank=True, null=True)),
                        ("carer", models.CharField(blank=True, default="not_stated", max_length=10, null=True)),
                        ("gender", models.CharField(blank=True, max_length=60, null=True)),
                    ],
                    options={
                        "db_table": "sensitive_profile_history",
                    },
                ),
                migrations.CreateModel(
                    name="SupportGivenHistory",
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
                                to="incubator.supportgiven",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(blank=True, null=True)),
                        ("id", models.BigIntegerField()),
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
                            "meeting",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="incubator.meeting",
                            ),
                        ),
                        ("kind", models.CharField(blank=True, max_length=20, null=True)),
                    ],
                    options={
                        "db_table": "sensitive_supportgiven_history",
                    },
                ),
                migrations.CreateModel(
                    name="SupportNeedHistory",
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
                                to="incubator.supportneed",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(blank=True, null=True)),
                        ("id", models.BigIntegerField()),
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
                        ("kind", models.CharField(blank=True, max_length=20, null=True)),
                        ("note", models.CharField(blank=True, max_length=200, null=True)),
                        ("since", models.DateField(blank=True, null=True)),
                        ("until", models.DateField(blank=True, null=True)),
                    ],
                    options={
                        "db_table": "sensitive_supportneed_history",
                    },
                ),
                migrations.CreateModel(
                    name="UserHistory",
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
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(blank=True, null=True)),
                        ("id", models.BigIntegerField()),
                        ("email", models.EmailField(blank=True, max_length=254, null=True)),
                        ("full_name", models.CharField(blank=True, max_length=200, null=True)),
                        ("is_active", models.BooleanField(blank=True, default=True, null=True)),
                        ("is_system", models.BooleanField(blank=True, default=False, null=True)),
                        (
                            "joined_at",
                            models.DateTimeField(
                                blank=True, default=incubator.calendars.clock.now, editable=False, null=True
                            ),
                        ),
                    ],
                    options={
                        "db_table": "incubator_user_history",
                    },
                ),
            ],
        ),
        incubator.following.AddTriggers(
            triggers=[
                (
                    "absence",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "incubator_absence_history" ("id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "post_id", "reason", "recorded_at", "recorded_by_id", "since", "until", "user_id") VALUES (OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."post_id", OLD."reason", OLD."recorded_at", OLD."recorded_by_id", OLD."since", OLD."until", OLD."user_id"); RETURN NULL;',
                            hash="6ca466bf0b5407c20eb9db46b0f15f685a1e2ee1",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_83f3d",
                            table="incubator_absence",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "absence",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "incubator_absence_history" ("id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "post_id", "reason", "recorded_at", "recorded_by_id", "since", "until", "user_id") VALUES (NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."post_id", NEW."reason", NEW."recorded_at", NEW."recorded_by_id", NEW."since", NEW."until", NEW."user_id"); RETURN NULL;',
                            hash="85e3879be56f93c710b524f7b3805e9ffd36276b",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_cefbc",
                            table="incubator_absence",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "absence",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "incubator_absence_history" ("id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "post_id", "reason", "recorded_at", "recorded_by_id", "since", "until", "user_id") VALUES (NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."post_id", NEW."reason", NEW."recorded_at", NEW."recorded_by_id", NEW."since", NEW."until", NEW."user_id"); RETURN NULL;',
                            hash="8b929172584247aadf4576500384d0f2648bcbf6",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_90375",
                            table="incubator_absence",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "absencehistory",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="ddaecfd2cd938039f15975717a8346f65e65faee",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_fe17a",
                            table="incubator_absence_history",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "absencehistory",
                    pgtrigger.compiler.Trigger(
                        name="never_emptied",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="raise exception 'history is not emptied' using errcode = '42501';",
                            hash="958e7b167a28ea3cdb7445283f333e42df6c7f32",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_never_emptied_b6763",
                            table="incubator_absence_history",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "adviserstanding",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "incubator_adviserstanding_history" ("evidence_id", "id", "incubator_id", "nature", "organization_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_by_id", "since", "until") VALUES (OLD."evidence_id", OLD."id", OLD."incubator_id", OLD."nature", OLD."organization_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."recorded_by_id", OLD."since", OLD."until"); RETURN NULL;',
                            hash="0ac490a628eb92a1884b92deff06ce4c0ec1c696",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_97422",
                            table="incubator_adviserstanding",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "adviserstanding",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "incubator_adviserstanding_history" ("evidence_id", "id", "incubator_id", "nature", "organization_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_by_id", "since", "until") VALUES (NEW."evidence_id", NEW."id", NEW."incubator_id", NEW."nature", NEW."organization_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."recorded_by_id", NEW."since", NEW."until"); RETURN NULL;',
                            hash="a50e2a8899a86d2533e892c774cada76c8935c72",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_353d3",
                            table="incubator_adviserstanding",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "adviserstanding",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "incubator_adviserstanding_history" ("evidence_id", "id", "incubator_id", "nature", "organization_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_by_id", "since", "until") VALUES (NEW."evidence_id", NEW."id", NEW."incubator_id", NEW."nature", NEW."organization_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."recorded_by_id", NEW."since", NEW."until"); RETURN NULL;',
                            hash="7f722d108df3cacb70b697d4b651fc69ea89e377",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_4cb1f",
                            table="incubator_adviserstanding",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "adviserstandinghistory",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="4df7adbfec36b49d0ec4dd43456368992950e648",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_eac6d",
                            table="incubator_adviserstanding_history",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "adviserstandinghistory",
                    pgtrigger.compiler.Trigger(
                        name="never_emptied",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="raise exception 'history is not emptied' using errcode = '42501';",
                            hash="44dbb90f3732092505dcd2e3f65b7be90c8c3c5c",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_never_emptied_06ee1",
                            table="incubator_adviserstanding_history",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "agreement",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "incubator_agreement_history" ("act", "act_date", "adviser_id", "code", "executor_id", "funder_id", "id", "months", "name", "parameters", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "reporting_period", "starts_on") VALUES (OLD."act", OLD."act_date", OLD."adviser_id", OLD."code", OLD."executor_id", OLD."funder_id", OLD."id", OLD."months", OLD."name", OLD."parameters", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."reporting_period", OLD."starts_on"); RETURN NULL;',
                            hash="9512c3e4967d1bf1151ec39a8f859065a2120156",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_5c38f",
                            table="incubator_agreement",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "agreement",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "incubator_agreement_history" ("act", "act_date", "adviser_id", "code", "executor_id", "funder_id", "id", "months", "name", "parameters", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "reporting_period", "starts_on") VALUES (NEW."act", NEW."act_date", NEW."adviser_id", NEW."code", NEW."executor_id", NEW."funder_id", NEW."id", NEW."months", NEW."name", NEW."parameters", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."reporting_period", NEW."starts_on"); RETURN NULL;',
                            hash="2c9a8d85383e5243350e6034bc53cfdfd294fcf3",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_5bde7",
                            table="incubator_agreement",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "agreement",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "incubator_agreement_history" ("act", "act_date", "adviser_id", "code", "executor_id", "funder_id", "id", "months", "name", "parameters", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "reporting_period", "starts_on") VALUES (NEW."act", NEW."act_date", NEW."adviser_id", NEW."code", NEW."executor_id", NEW."funder_id", NEW."id", NEW."months", NEW."name", NEW."parameters", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."reporting_period", NEW."starts_on"); RETURN NULL;',
                            hash="90102f559aebad142a159d2303a0e29f23b857f9",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_6adaa",
                            table="incubator_agreement",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "agreementhistory",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="25cc51a9158964a3150bf1914bf25a57a397060a",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_43d72",
                            table="incubator_agreement_history",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "agreementhistory",
                    pgtrigger.compiler.Trigger(
                        name="never_emptied",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="raise exception 'history is not emptied' using errcode = '42501';",
                            hash="b06645b62bfb9ac63e182535a92df2f40f8c3d43",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_never_emptied_830db",
                            table="incubator_agreement_history",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "assignment",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "incubator_assignment_history" ("assigned_by_id", "id", "organization_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "post_id", "since", "until") VALUES (OLD."assigned_by_id", OLD."id", OLD."organization_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."post_id", OLD."since", OLD."until"); RETURN NULL;',
                            hash="c048a0aad14e98a7f1852afa31ef7f434e7146cd",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_97331",
                            table="incubator_assignment",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "assignment",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "incubator_assignment_history" ("assigned_by_id", "id", "organization_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "post_id", "since", "until") VALUES (NEW."assigned_by_id", NEW."id", NEW."organization_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."post_id", NEW."since", NEW."until"); RETURN NULL;',
                            hash="802239b65829ead08ac129e64da15e92d3c23c87",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_6380e",
                            table="incubator_assignment",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "assignment",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "incubator_assignment_history" ("assigned_by_id", "id", "organization_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "post_id", "since", "until") VALUES (NEW."assigned_by_id", NEW."id", NEW."organization_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."post_id", NEW."since", NEW."until"); RETURN NULL;',
                            hash="627c37da78e3e4d41c1d50f4a7f538f55c75c488",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_6bc11",
                            table="incubator_assignment",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "assignmenthistory",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="97a1d8cdbb87f466cf968aa7d94470352f044d22",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_48a10",
                            table="incubator_assignment_history",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "assignmenthistory",
                    pgtrigger.compiler.Trigger(
                        name="never_emptied",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="raise exception 'history is not emptied' using errcode = '42501';",
                            hash="8436d2f141fe738bb4f49b416ea82aee474a233c",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_never_emptied_55f87",
                            table="incubator_assignment_history",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "attendance",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "incubator_attendance_history" ("id", "mark", "meeting_id", "organization_id", "person_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."id", OLD."mark", OLD."meeting_id", OLD."organization_id", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id"); RETURN NULL;',
                            hash="5875e27501f9368dac03bb1f78d56d81d5ddba63",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_9422d",
                            table="incubator_attendance",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "attendance",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "incubator_attendance_history" ("id", "mark", "meeting_id", "organization_id", "person_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."id", NEW."mark", NEW."meeting_id", NEW."organization_id", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id"); RETURN NULL;',
                            hash="9fe844cf8ae4f7870d62cb0269fab6d297b76ba4",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_a6e8c",
                            table="incubator_attendance",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "attendance",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "incubator_attendance_history" ("id", "mark", "meeting_id", "organization_id", "person_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."id", NEW."mark", NEW."meeting_id", NEW."organization_id", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id"); RETURN NULL;',
                            hash="99fb0cde50315f6f9a79f1a0ef089f473e9c660c",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_2c18a",
                            table="incubator_attendance",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "attendancehistory",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="8d5edd4500711952bf8c0f0041cc6f604407d902",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_a18b4",
                            table="incubator_attendance_history",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "attendancehistory",
                    pgtrigger.compiler.Trigger(
                        name="never_emptied",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="raise exception 'history is not emptied' using errcode = '42501';",
                            hash="6d1cf4b6f898b812a01ed9770d49a05f4cdfc788",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_never_emptied_a72cc",
                            table="incubator_attendance_history",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "calendarexception",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "incubator_calendarexception_history" ("day", "id", "is_working", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "region_id") VALUES (OLD."day", OLD."id", OLD."is_working", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."reason", OLD."region_id"); RETURN NULL;',
                            hash="513c68ee382e55d474b4ea2221fe7eae329d9ad9",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_b1695",
                            table="incubator_calendarexception",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "calendarexception",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "incubator_calendarexception_history" ("day", "id", "is_working", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "region_id") VALUES (NEW."day", NEW."id", NEW."is_working", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."reason", NEW."region_id"); RETURN NULL;',
                            hash="67d48b94ab92d5ee72655d2623636e220f30d269",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_ad638",
                            table="incubator_calendarexception",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "calendarexception",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "incubator_calendarexception_history" ("day", "id", "is_working", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "region_id") VALUES (NEW."day", NEW."id", NEW."is_working", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."reason", NEW."region_id"); RETURN NULL;',
                            hash="d7c1278705d7fa8d33b1f671460666f528900b57",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_0ee2b",
                            table="incubator_calendarexception",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "calendarexceptionhistory",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="113f763e71377eba3d39a1c4842569b83b154986",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_179ad",
                            table="incubator_calendarexception_history",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "calendarexceptionhistory",
                    pgtrigger.compiler.Trigger(
                        name="never_emptied",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="raise exception 'history is not emptied' using errcode = '42501';",
                            hash="478816ebcb1001eed1fbfd9913c64d7ff279a629",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_never_emptied_2566c",
                            table="incubator_calendarexception_history",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "commitment",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "incubator_commitment_history" ("done_on", "due_on", "id", "meeting_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "what", "who") VALUES (OLD."done_on", OLD."due_on", OLD."id", OLD."meeting_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."what", OLD."who"); RETURN NULL;',
                            hash="4b55d99bf384afdb8bdbe4e786407eb1a2031757",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_2cffb",
                            table="incubator_commitment",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "commitment",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "incubator_commitment_history" ("done_on", "due_on", "id", "meeting_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "what", "who") VALUES (NEW."done_on", NEW."due_on", NEW."id", NEW."meeting_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."what", NEW."who"); RETURN NULL;',
                            hash="e31f4d041d3edc1432758d621ac1f4c08eb4f96f",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_91cf1",
                            table="incubator_commitment",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "commitment",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "incubator_commitment_history" ("done_on", "due_on", "id", "meeting_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "what", "who") VALUES (NEW."done_on", NEW."due_on", NEW."id", NEW."meeting_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."what", NEW."who"); RETURN NULL;',
                            hash="d347329047c43ad0a580a30c9c782c856a7ba122",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_6015e",
                            table="incubator_commitment",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "commitmenthistory",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="823b8a89a9e5b258776e9e38a00441124fd8f47c",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_dafbd",
                            table="incubator_commitment_history",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "commitmenthistory",
                    pgtrigger.compiler.Trigger(
                        name="never_emptied",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="raise exception 'history is not emptied' using errcode = '42501';",
                            hash="fce2a59914afbb218f025b0183160580a54faf11",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_never_emptied_6a99b",
                            table="incubator_commitment_history",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "contact",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "incubator_contact_history" ("by_id", "channel", "id", "made_on", "note", "organization_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "reached", "recorded_at") VALUES (OLD."by_id", OLD."channel", OLD."id", OLD."made_on", OLD."note", OLD."organization_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."reached", OLD."recorded_at"); RETURN NULL;',
                            hash="cf5dd06b11b27b138c48404e4d58e1de1b16e9e2",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_e290b",
                            table="incubator_contact",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "contact",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "incubator_contact_history" ("by_id", "channel", "id", "made_on", "note", "organization_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "reached", "recorded_at") VALUES (NEW."by_id", NEW."channel", NEW."id", NEW."made_on", NEW."note", NEW."organization_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."reached", NEW."recorded_at"); RETURN NULL;',
                            hash="018027f9ab1c9a503e5cfd1193795dce234791bf",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_cc9be",
                            table="incubator_contact",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "contact",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "incubator_contact_history" ("by_id", "channel", "id", "made_on", "note", "organization_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "reached", "recorded_at") VALUES (NEW."by_id", NEW."channel", NEW."id", NEW."made_on", NEW."note", NEW."organization_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."reached", NEW."recorded_at"); RETURN NULL;',
                            hash="165ed682fd6ab1286a2867c815e4760d7427ac40",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_a173a",
                            table="incubator_contact",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "contacthistory",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="c07fa1fea1277d41b511fe3cf0c476948c92f4ef",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_d6e25",
                            table="incubator_contact_history",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "contacthistory",
                    pgtrigger.compiler.Trigger(
                        name="never_emptied",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="raise exception 'history is not emptied' using errcode = '42501';",
                            hash="51e2db14e1a5a3b324eb4b4ba375eb167234c8d7",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_never_emptied_660ad",
                            table="incubator_contact_history",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "evidence",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "incubator_evidence_history" ("description", "erased_at", "expires_on", "id", "incubator_id", "kind", "media_type", "original_name", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "sha256", "size", "taken_on", "tier", "uploaded_at", "uploaded_by_id") VALUES (OLD."description", OLD."erased_at", OLD."expires_on", OLD."id", OLD."incubator_id", OLD."kind", OLD."media_type", OLD."original_name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."sha256", OLD."size", OLD."taken_on", OLD."tier", OLD."uploaded_at", OLD."uploaded_by_id"); RETURN NULL;',
                            hash="ba077b9764de9869ba1688a858ab6d6a00649d06",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_61b89",
                            table="incubator_evidence",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "evidence",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "incubator_evidence_history" ("description", "erased_at", "expires_on", "id", "incubator_id", "kind", "media_type", "original_name", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "sha256", "size", "taken_on", "tier", "uploaded_at", "uploaded_by_id") VALUES (NEW."description", NEW."erased_at", NEW."expires_on", NEW."id", NEW."incubator_id", NEW."kind", NEW."media_type", NEW."original_name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."sha256", NEW."size", NEW."taken_on", NEW."tier", NEW."uploaded_at", NEW."uploaded_by_id"); RETURN NULL;',
                            hash="9bd64bf65549028519caa7bae85922ce39cb6df6",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_92a09",
                            table="incubator_evidence",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "evidence",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "incubator_evidence_history" ("description", "erased_at", "expires_on", "id", "incubator_id", "kind", "media_type", "original_name", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "sha256", "size", "taken_on", "tier", "uploaded_at", "uploaded_by_id") VALUES (NEW."description", NEW."erased_at", NEW."expires_on", NEW."id", NEW."incubator_id", NEW."kind", NEW."media_type", NEW."original_name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."sha256", NEW."size", NEW."taken_on", NEW."tier", NEW."uploaded_at", NEW."uploaded_by_id"); RETURN NULL;',
                            hash="5393aae516552566cefc0ab7f10f68d8b0f1492f",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_95bd4",
                            table="incubator_evidence",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "evidencehistory",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="21e41beb6b38993828f12b2cd662b2f001992d16",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_8e7a4",
                            table="incubator_evidence_history",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "evidencehistory",
                    pgtrigger.compiler.Trigger(
                        name="never_emptied",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="raise exception 'history is not emptied' using errcode = '42501';",
                            hash="372fe918f8885a1d81b22d2fc8ae3b033db71a65",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_never_emptied_543d3",
                            table="incubator_evidence_history",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "incubator",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "incubator_incubator_history" ("capacity", "commune_id", "id", "municipality_id", "name", "opened_on", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."capacity", OLD."commune_id", OLD."id", OLD."municipality_id", OLD."name", OLD."opened_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id"); RETURN NULL;',
                            hash="1efbe3aaae0b2b6450757122539942c4a4b5ffbe",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_e87b3",
                            table="incubator_incubator",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "incubator",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "incubator_incubator_history" ("capacity", "commune_id", "id", "municipality_id", "name", "opened_on", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."capacity", NEW."commune_id", NEW."id", NEW."municipality_id", NEW."name", NEW."opened_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id"); RETURN NULL;',
                            hash="7d5cfa3a01f5e127e9dccfe525d9cc399e1b8d83",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_96a15",
                            table="incubator_incubator",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "incubator",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "incubator_incubator_history" ("capacity", "commune_id", "id", "municipality_id", "name", "opened_on", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."capacity", NEW."commune_id", NEW."id", NEW."municipality_id", NEW."name", NEW."opened_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id"); RETURN NULL;',
                            hash="db3f96547b81a3d2e4b4b367af7e03e23c39bb4d",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_07782",
                            table="incubator_incubator",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "incubatorhistory",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="9ccc461e7f0d00d8b8a1e93ae237f10e56574049",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_c7957",
                            table="incubator_incubator_history",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "incubatorhistory",
                    pgtrigger.compiler.Trigger(
                        name="never_emptied",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="raise exception 'history is not emptied' using errcode = '42501';",
                            hash="a8be6e2bc5404acc100e6ea7bda587ffce3a88fd",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_never_emptied_f8793",
                            table="incubator_incubator_history",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "meeting",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "incubator_meeting_history" ("agreement_id", "conducted_by_id", "ends_at", "held_on", "id", "incubator_id", "kind", "logged_at", "logged_by_id", "minutes", "modality", "next_on", "notes", "number", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "starts_at", "topic", "validated_at", "validated_by_id", "void_reason", "voided_at", "voided_by_id") VALUES (OLD."agreement_id", OLD."conducted_by_id", OLD."ends_at", OLD."held_on", OLD."id", OLD."incubator_id", OLD."kind", OLD."logged_at", OLD."logged_by_id", OLD."minutes", OLD."modality", OLD."next_on", OLD."notes", OLD."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."place", OLD."starts_at", OLD."topic", OLD."validated_at", OLD."validated_by_id", OLD."void_reason", OLD."voided_at", OLD."voided_by_id"); RETURN NULL;',
                            hash="4500ccaddcf45b6825cf7fd70e714ba2cfcb2d26",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_f9b9d",
                            table="incubator_meeting",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "meeting",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "incubator_meeting_history" ("agreement_id", "conducted_by_id", "ends_at", "held_on", "id", "incubator_id", "kind", "logged_at", "logged_by_id", "minutes", "modality", "next_on", "notes", "number", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "starts_at", "topic", "validated_at", "validated_by_id", "void_reason", "voided_at", "voided_by_id") VALUES (NEW."agreement_id", NEW."conducted_by_id", NEW."ends_at", NEW."held_on", NEW."id", NEW."incubator_id", NEW."kind", NEW."logged_at", NEW."logged_by_id", NEW."minutes", NEW."modality", NEW."next_on", NEW."notes", NEW."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."place", NEW."starts_at", NEW."topic", NEW."validated_at", NEW."validated_by_id", NEW."void_reason", NEW."voided_at", NEW."voided_by_id"); RETURN NULL;',
                            hash="d80943150f50d83b6cdce3c159d2b41c1e8037d2",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_b1aaa",
                            table="incubator_meeting",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "meeting",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "incubator_meeting_history" ("agreement_id", "conducted_by_id", "ends_at", "held_on", "id", "incubator_id", "kind", "logged_at", "logged_by_id", "minutes", "modality", "next_on", "notes", "number", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "starts_at", "topic", "validated_at", "validated_by_id", "void_reason", "voided_at", "voided_by_id") VALUES (NEW."agreement_id", NEW."conducted_by_id", NEW."ends_at", NEW."held_on", NEW."id", NEW."incubator_id", NEW."kind", NEW."logged_at", NEW."logged_by_id", NEW."minutes", NEW."modality", NEW."next_on", NEW."notes", NEW."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."place", NEW."starts_at", NEW."topic", NEW."validated_at", NEW."validated_by_id", NEW."void_reason", NEW."voided_at", NEW."voided_by_id"); RETURN NULL;',
                            hash="ec895bd73c7889f24bdee338ad246b3dc3025acb",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_477a9",
                            table="incubator_meeting",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "meetinghistory",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="de3371bc3530433c50d375f524c30c54373327f4",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_56a5e",
                            table="incubator_meeting_history",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "meetinghistory",
                    pgtrigger.compiler.Trigger(
                        name="never_emptied",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="raise exception 'history is not emptied' using errcode = '42501';",
                            hash="f2b9b96a5857099cde1dd202cb060c5143a185b1",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_never_emptied_6d462",
                            table="incubator_meeting_history",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "meetingsupport",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "incubator_meetingsupport_history" ("cost", "given", "id", "kind", "meeting_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "requested") VALUES (OLD."cost", OLD."given", OLD."id", OLD."kind", OLD."meeting_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."requested"); RETURN NULL;',
                            hash="f8b146f0616efa0023cd83d87ab99190c5aa22cb",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_9f731",
                            table="incubator_meetingsupport",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "meetingsupport",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "incubator_meetingsupport_history" ("cost", "given", "id", "kind", "meeting_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "requested") VALUES (NEW."cost", NEW."given", NEW."id", NEW."kind", NEW."meeting_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."requested"); RETURN NULL;',
                            hash="d81b68df8f4ffe2b5812d34d12176534b29e2cbf",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_ac741",
                            table="incubator_meetingsupport",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "meetingsupport",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "incubator_meetingsupport_history" ("cost", "given", "id", "kind", "meeting_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "requested") VALUES (NEW."cost", NEW."given", NEW."id", NEW."kind", NEW."meeting_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."requested"); RETURN NULL;',
                            hash="407d6417dbb8ac4a5fd7d358e14ee0967ec42e47",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_e2b6c",
                            table="incubator_meetingsupport",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "meetingsupporthistory",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="1493b3fb7307247fb84718eb4d8f9ed27ad41492",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_3a117",
                            table="incubator_meetingsupport_history",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "meetingsupporthistory",
                    pgtrigger.compiler.Trigger(
                        name="never_emptied",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="raise exception 'history is not emptied' using errcode = '42501';",
                            hash="2f15af56a066159785f25054cf462a463330c54a",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_never_emptied_8a1c7",
                            table="incubator_meetingsupport_history",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "membership",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "incubator_membership_history" ("annulled_at", "id", "leave_note", "leave_reason", "organization_id", "person_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "since", "until") VALUES (OLD."annulled_at", OLD."id", OLD."leave_note", OLD."leave_reason", OLD."organization_id", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."role", OLD."since", OLD."until"); RETURN NULL;',
                            hash="f29652e48f4c80636c1448f8709dd161f70f279b",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_367ac",
                            table="incubator_membership",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "membership",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "incubator_membership_history" ("annulled_at", "id", "leave_note", "leave_reason", "organization_id", "person_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "since", "until") VALUES (NEW."annulled_at", NEW."id", NEW."leave_note", NEW."leave_reason", NEW."organization_id", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."role", NEW."since", NEW."until"); RETURN NULL;',
                            hash="18799b775fb9b57645bd4cfbadf089dc89ed7205",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_e0bce",
                            table="incubator_membership",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "membership",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "incubator_membership_history" ("annulled_at", "id", "leave_note", "leave_reason", "organization_id", "person_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "since", "until") VALUES (NEW."annulled_at", NEW."id", NEW."leave_note", NEW."leave_reason", NEW."organization_id", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."role", NEW."since", NEW."until"); RETURN NULL;',
                            hash="483f897f4457c09740deac98fb088178953ec3b1",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_4fabf",
                            table="incubator_membership",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "membershiphistory",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="f484b02c603b642f08a594e45c91f4311461373d",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_7e790",
                            table="incubator_membership_history",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "membershiphistory",
                    pgtrigger.compiler.Trigger(
                        name="never_emptied",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="raise exception 'history is not emptied' using errcode = '42501';",
                            hash="7d141184fdf7a575bcefce847a60b034956a2773",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_never_emptied_fda65",
                            table="incubator_membership_history",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "organization",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "incubator_organization_history" ("annulled_at", "commune_id", "created_at", "declared_members", "email", "id", "incubator_id", "kind", "legal_status", "name", "notes", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "rut", "sector", "trade") VALUES (OLD."annulled_at", OLD."commune_id", OLD."created_at", OLD."declared_members", OLD."email", OLD."id", OLD."incubator_id", OLD."kind", OLD."legal_status", OLD."name", OLD."notes", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."phone", OLD."rut", OLD."sector", OLD."trade"); RETURN NULL;',
                            hash="7bf382c7f9ed3f543bc0d39b425a9efafebc1a83",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_38b27",
                            table="incubator_organization",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "organization",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "incubator_organization_history" ("annulled_at", "commune_id", "created_at", "declared_members", "email", "id", "incubator_id", "kind", "legal_status", "name", "notes", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "rut", "sector", "trade") VALUES (NEW."annulled_at", NEW."commune_id", NEW."created_at", NEW."declared_members", NEW."email", NEW."id", NEW."incubator_id", NEW."kind", NEW."legal_status", NEW."name", NEW."notes", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."phone", NEW."rut", NEW."sector", NEW."trade"); RETURN NULL;',
                            hash="b5ccaf3024e15784eaf960e3cb91edf2a45d7751",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_94cc7",
                            table="incubator_organization",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "organization",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."annulled_at" IS DISTINCT FROM (NEW."annulled_at") OR OLD."commune_id" IS DISTINCT FROM (NEW."commune_id") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."declared_members" IS DISTINCT FROM (NEW."declared_members") OR OLD."email" IS DISTINCT FROM (NEW."email") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."incubator_id" IS DISTINCT FROM (NEW."incubator_id") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."legal_status" IS DISTINCT FROM (NEW."legal_status") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."notes" IS DISTINCT FROM (NEW."notes") OR OLD."phone" IS DISTINCT FROM (NEW."phone") OR OLD."rut" IS DISTINCT FROM (NEW."rut") OR OLD."sector" IS DISTINCT FROM (NEW."sector") OR OLD."trade" IS DISTINCT FROM (NEW."trade"))',
                            func='INSERT INTO "incubator_organization_history" ("annulled_at", "commune_id", "created_at", "declared_members", "email", "id", "incubator_id", "kind", "legal_status", "name", "notes", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "rut", "sector", "trade") VALUES (NEW."annulled_at", NEW."commune_id", NEW."created_at", NEW."declared_members", NEW."email", NEW."id", NEW."incubator_id", NEW."kind", NEW."legal_status", NEW."name", NEW."notes", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."phone", NEW."rut", NEW."sector", NEW."trade"); RETURN NULL;',
                            hash="9ad82951ed5cf696ad721220bbaa84bf2d91c3fb",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_79f3f",
                            table="incubator_organization",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "organizationhistory",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="2902b0ad8be29373f7ececbf8b0d7857a1994e94",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_03a12",
                            table="incubator_organization_history",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "organizationhistory",
                    pgtrigger.compiler.Trigger(
                        name="never_emptied",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="raise exception 'history is not emptied' using errcode = '42501';",
                            hash="da897a73156f23209b95f2974ada809e5070ec9c",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_never_emptied_c18a4",
                            table="incubator_organization_history",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "participation",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "incubator_participation_history" ("agreement_id", "id", "incubator_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "until") VALUES (OLD."agreement_id", OLD."id", OLD."incubator_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."since", OLD."until"); RETURN NULL;',
                            hash="09eea5e587a89a453c2c9dc3829a4c2c0fea073d",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_6b710",
                            table="incubator_participation",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "participation",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "incubator_participation_history" ("agreement_id", "id", "incubator_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "until") VALUES (NEW."agreement_id", NEW."id", NEW."incubator_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."since", NEW."until"); RETURN NULL;',
                            hash="5d22f842ec1ac3fd656d16cadb28b5ab0f926fed",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_96d43",
                            table="incubator_participation",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "participation",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "incubator_participation_history" ("agreement_id", "id", "incubator_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "until") VALUES (NEW."agreement_id", NEW."id", NEW."incubator_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."since", NEW."until"); RETURN NULL;',
                            hash="60ef9d229348111479cf99b130a0dc714a23f58d",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_7f496",
                            table="incubator_participation",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "participationhistory",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="75da64c611b3833affe8e998ae0222d1c8a1c8e4",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_a5625",
                            table="incubator_participation_history",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "participationhistory",
                    pgtrigger.compiler.Trigger(
                        name="never_emptied",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="raise exception 'history is not emptied' using errcode = '42501';",
                            hash="5c9d9396ffbd965849241f545f4a269a9defdc03",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_never_emptied_0b7ce",
                            table="incubator_participation_history",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "person",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "incubator_person_history" ("annulled_at", "birth_date", "commune_id", "created_at", "email", "given_names", "id", "incubator_id", "notes", "other_document", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "registered_sex", "run", "run_mark", "same_as_id", "sector", "social_name", "surname_1", "surname_2") VALUES (OLD."annulled_at", OLD."birth_date", OLD."commune_id", OLD."created_at", OLD."email", OLD."given_names", OLD."id", OLD."incubator_id", OLD."notes", OLD."other_document", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."phone", OLD."registered_sex", OLD."run", OLD."run_mark", OLD."same_as_id", OLD."sector", OLD."social_name", OLD."surname_1", OLD."surname_2"); RETURN NULL;',
                            hash="0fe0a1ec166081d465b4349cae9225e424d77e50",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_fa046",
                            table="incubator_person",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "person",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "incubator_person_history" ("annulled_at", "birth_date", "commune_id", "created_at", "email", "given_names", "id", "incubator_id", "notes", "other_document", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "registered_sex", "run", "run_mark", "same_as_id", "sector", "social_name", "surname_1", "surname_2") VALUES (NEW."annulled_at", NEW."birth_date", NEW."commune_id", NEW."created_at", NEW."email", NEW."given_names", NEW."id", NEW."incubator_id", NEW."notes", NEW."other_document", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."phone", NEW."registered_sex", NEW."run", NEW."run_mark", NEW."same_as_id", NEW."sector", NEW."social_name", NEW."surname_1", NEW."surname_2"); RETURN NULL;',
                            hash="feea0686280d424ec3b08e4868fc114be204da2f",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_b691b",
                            table="incubator_person",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "person",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."annulled_at" IS DISTINCT FROM (NEW."annulled_at") OR OLD."birth_date" IS DISTINCT FROM (NEW."birth_date") OR OLD."commune_id" IS DISTINCT FROM (NEW."commune_id") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."email" IS DISTINCT FROM (NEW."email") OR OLD."given_names" IS DISTINCT FROM (NEW."given_names") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."incubator_id" IS DISTINCT FROM (NEW."incubator_id") OR OLD."notes" IS DISTINCT FROM (NEW."notes") OR OLD."other_document" IS DISTINCT FROM (NEW."other_document") OR OLD."phone" IS DISTINCT FROM (NEW."phone") OR OLD."registered_sex" IS DISTINCT FROM (NEW."registered_sex") OR OLD."run" IS DISTINCT FROM (NEW."run") OR OLD."run_mark" IS DISTINCT FROM (NEW."run_mark") OR OLD."same_as_id" IS DISTINCT FROM (NEW."same_as_id") OR OLD."sector" IS DISTINCT FROM (NEW."sector") OR OLD."social_name" IS DISTINCT FROM (NEW."social_name") OR OLD."surname_1" IS DISTINCT FROM (NEW."surname_1") OR OLD."surname_2" IS DISTINCT FROM (NEW."surname_2"))',
                            func='INSERT INTO "incubator_person_history" ("annulled_at", "birth_date", "commune_id", "created_at", "email", "given_names", "id", "incubator_id", "notes", "other_document", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "registered_sex", "run", "run_mark", "same_as_id", "sector", "social_name", "surname_1", "surname_2") VALUES (NEW."annulled_at", NEW."birth_date", NEW."commune_id", NEW."created_at", NEW."email", NEW."given_names", NEW."id", NEW."incubator_id", NEW."notes", NEW."other_document", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."phone", NEW."registered_sex", NEW."run", NEW."run_mark", NEW."same_as_id", NEW."sector", NEW."social_name", NEW."surname_1", NEW."surname_2"); RETURN NULL;',
                            hash="58543f3a9319e94a02baa39d6c445edf0ecaf92d",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_0f8dd",
                            table="incubator_person",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "personhistory",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="7694476e358eccbef246b383ce888f1d70c89041",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_91fda",
                            table="incubator_person_history",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "personhistory",
                    pgtrigger.compiler.Trigger(
                        name="never_emptied",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="raise exception 'history is not emptied' using errcode = '42501';",
                            hash="7c5ad098ea5afca9f66bd4bf964b154baeb354df",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_never_emptied_65b4d",
                            table="incubator_person_history",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "plannedmeeting",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "incubator_plannedmeeting_history" ("access_notes", "cancel_reason", "cancelled_at", "cancelled_by_id", "conducted_by_id", "created_at", "created_by_id", "ends_at", "id", "incubator_id", "kind", "meeting_id", "modality", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "planned_on", "starts_at", "topic") VALUES (OLD."access_notes", OLD."cancel_reason", OLD."cancelled_at", OLD."cancelled_by_id", OLD."conducted_by_id", OLD."created_at", OLD."created_by_id", OLD."ends_at", OLD."id", OLD."incubator_id", OLD."kind", OLD."meeting_id", OLD."modality", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."place", OLD."planned_on", OLD."starts_at", OLD."topic"); RETURN NULL;',
                            hash="1871494cf871bb7e440c07ce0c44b6adae89a3a1",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_a9c76",
                            table="incubator_plannedmeeting",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "plannedmeeting",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "incubator_plannedmeeting_history" ("access_notes", "cancel_reason", "cancelled_at", "cancelled_by_id", "conducted_by_id", "created_at", "created_by_id", "ends_at", "id", "incubator_id", "kind", "meeting_id", "modality", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "planned_on", "starts_at", "topic") VALUES (NEW."access_notes", NEW."cancel_reason", NEW."cancelled_at", NEW."cancelled_by_id", NEW."conducted_by_id", NEW."created_at", NEW."created_by_id", NEW."ends_at", NEW."id", NEW."incubator_id", NEW."kind", NEW."meeting_id", NEW."modality", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."place", NEW."planned_on", NEW."starts_at", NEW."topic"); RETURN NULL;',
                            hash="5d427b06df454fb3ae1b27087afe0975eb7ace56",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_28e11",
                            table="incubator_plannedmeeting",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "plannedmeeting",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "incubator_plannedmeeting_history" ("access_notes", "cancel_reason", "cancelled_at", "cancelled_by_id", "conducted_by_id", "created_at", "created_by_id", "ends_at", "id", "incubator_id", "kind", "meeting_id", "modality", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "planned_on", "starts_at", "topic") VALUES (NEW."access_notes", NEW."cancel_reason", NEW."cancelled_at", NEW."cancelled_by_id", NEW."conducted_by_id", NEW."created_at", NEW."created_by_id", NEW."ends_at", NEW."id", NEW."incubator_id", NEW."kind", NEW."meeting_id", NEW."modality", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."place", NEW."planned_on", NEW."starts_at", NEW."topic"); RETURN NULL;',
                            hash="05cbb51373b5a69be0401044ce7a5bcd1894b823",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_bc360",
                            table="incubator_plannedmeeting",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "plannedmeetinghistory",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="7377c010c72d1abcc3bf2cb47997fd2e52a7b59f",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_5cc23",
                            table="incubator_plannedmeeting_history",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "plannedmeetinghistory",
                    pgtrigger.compiler.Trigger(
                        name="never_emptied",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="raise exception 'history is not emptied' using errcode = '42501';",
                            hash="6fd24347bc4c1a4c3d3cbab4a1466d4bcf53a7ba",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_never_emptied_7f19d",
                            table="incubator_plannedmeeting_history",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "post",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "incubator_post_history" ("act", "act_evidence_id", "agreement_id", "appointed_by_id", "deputy_for_id", "id", "incubator_id", "organization_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "since", "until", "user_id") VALUES (OLD."act", OLD."act_evidence_id", OLD."agreement_id", OLD."appointed_by_id", OLD."deputy_for_id", OLD."id", OLD."incubator_id", OLD."organization_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."role", OLD."since", OLD."until", OLD."user_id"); RETURN NULL;',
                            hash="ee53ba82252d0c242c2c4d1f3da00a891bcb7701",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_27764",
                            table="incubator_post",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "post",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "incubator_post_history" ("act", "act_evidence_id", "agreement_id", "appointed_by_id", "deputy_for_id", "id", "incubator_id", "organization_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "since", "until", "user_id") VALUES (NEW."act", NEW."act_evidence_id", NEW."agreement_id", NEW."appointed_by_id", NEW."deputy_for_id", NEW."id", NEW."incubator_id", NEW."organization_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."role", NEW."since", NEW."until", NEW."user_id"); RETURN NULL;',
                            hash="0a699915b3c4ace33b448fdff65c35df2a278db4",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_09117",
                            table="incubator_post",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "post",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "incubator_post_history" ("act", "act_evidence_id", "agreement_id", "appointed_by_id", "deputy_for_id", "id", "incubator_id", "organization_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "since", "until", "user_id") VALUES (NEW."act", NEW."act_evidence_id", NEW."agreement_id", NEW."appointed_by_id", NEW."deputy_for_id", NEW."id", NEW."incubator_id", NEW."organization_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."role", NEW."since", NEW."until", NEW."user_id"); RETURN NULL;',
                            hash="4048d8ea53165beb2173eab90cf10045806d5bdf",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_e6662",
                            table="incubator_post",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "posthistory",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="22e8034dd6fda430fc5586f64773ea5445ae48ae",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_4216b",
                            table="incubator_post_history",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "posthistory",
                    pgtrigger.compiler.Trigger(
                        name="never_emptied",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="raise exception 'history is not emptied' using errcode = '42501';",
                            hash="b772e25fef832ebd6b3fab9c440958df93be9293",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_never_emptied_57895",
                            table="incubator_post_history",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "processorcontract",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "incubator_processorcontract_history" ("act", "at_end", "data", "evidence_id", "id", "incubator_id", "object", "organization_id", "people", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "recorded_by_id", "since", "until") VALUES (OLD."act", OLD."at_end", OLD."data", OLD."evidence_id", OLD."id", OLD."incubator_id", OLD."object", OLD."organization_id", OLD."people", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."purpose", OLD."recorded_by_id", OLD."since", OLD."until"); RETURN NULL;',
                            hash="99ff1a4c9995e2736b31b7d6a0f622d69ecf9c1a",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_480ef",
                            table="incubator_processorcontract",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "processorcontract",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "incubator_processorcontract_history" ("act", "at_end", "data", "evidence_id", "id", "incubator_id", "object", "organization_id", "people", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "recorded_by_id", "since", "until") VALUES (NEW."act", NEW."at_end", NEW."data", NEW."evidence_id", NEW."id", NEW."incubator_id", NEW."object", NEW."organization_id", NEW."people", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."purpose", NEW."recorded_by_id", NEW."since", NEW."until"); RETURN NULL;',
                            hash="c37563efb6266aa6fa2c98c20a00708520d5f77e",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_310c6",
                            table="incubator_processorcontract",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "processorcontract",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "incubator_processorcontract_history" ("act", "at_end", "data", "evidence_id", "id", "incubator_id", "object", "organization_id", "people", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "recorded_by_id", "since", "until") VALUES (NEW."act", NEW."at_end", NEW."data", NEW."evidence_id", NEW."id", NEW."incubator_id", NEW."object", NEW."organization_id", NEW."people", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."purpose", NEW."recorded_by_id", NEW."since", NEW."until"); RETURN NULL;',
                            hash="9255e7de28811b6c01ba599995027232f7284b72",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_58eba",
                            table="incubator_processorcontract",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "processorcontracthistory",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="dca46ab50dc0ad929cb1c93a4097b721381044c7",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_5d1e4",
                            table="incubator_processorcontract_history",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "processorcontracthistory",
                    pgtrigger.compiler.Trigger(
                        name="never_emptied",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="raise exception 'history is not emptied' using errcode = '42501';",
                            hash="fcc10dcc88c776e5675133fb062e283971aafb91",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_never_emptied_91696",
                            table="incubator_processorcontract_history",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "representation",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "incubator_representation_history" ("evidence_id", "id", "membership_id", "organization_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "until") VALUES (OLD."evidence_id", OLD."id", OLD."membership_id", OLD."organization_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."since", OLD."until"); RETURN NULL;',
                            hash="2a66d2d2e7a0c68626119ef4fe85cafd841d7c17",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_717ca",
                            table="incubator_representation",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "representation",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "incubator_representation_history" ("evidence_id", "id", "membership_id", "organization_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "until") VALUES (NEW."evidence_id", NEW."id", NEW."membership_id", NEW."organization_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."since", NEW."until"); RETURN NULL;',
                            hash="3a4e9543b245b38947cb26613db523e24d1a5682",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_27e6f",
                            table="incubator_representation",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "representation",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "incubator_representation_history" ("evidence_id", "id", "membership_id", "organization_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "until") VALUES (NEW."evidence_id", NEW."id", NEW."membership_id", NEW."organization_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."since", NEW."until"); RETURN NULL;',
                            hash="b68f54e1ce86db111eb906b8c15b7c94599f4ead",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_65857",
                            table="incubator_representation",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "representationhistory",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="807dae5a2ef7525bc4267a211f761c04ba5c5353",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_98909",
                            table="incubator_representation_history",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "representationhistory",
                    pgtrigger.compiler.Trigger(
                        name="never_emptied",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="raise exception 'history is not emptied' using errcode = '42501';",
                            hash="872129f0f98c41cdc6729fff33a0eb790b65785a",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_never_emptied_644e7",
                            table="incubator_representation_history",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "sensitiveprofile",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "sensitive_profile_history" ("carer", "certificate", "degree", "disability", "disability_on", "gender", "main_origin", "other_origins", "person_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "rnd_expires_on", "rnd_status") VALUES (OLD."carer", OLD."certificate", OLD."degree", OLD."disability", OLD."disability_on", OLD."gender", OLD."main_origin", OLD."other_origins", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."person_id", OLD."rnd_expires_on", OLD."rnd_status"); RETURN NULL;',
                            hash="1693405ca2831790fb61deb26bfabd79510be931",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_abb0a",
                            table="sensitive_profile",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "sensitiveprofile",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "sensitive_profile_history" ("carer", "certificate", "degree", "disability", "disability_on", "gender", "main_origin", "other_origins", "person_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "rnd_expires_on", "rnd_status") VALUES (NEW."carer", NEW."certificate", NEW."degree", NEW."disability", NEW."disability_on", NEW."gender", NEW."main_origin", NEW."other_origins", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."person_id", NEW."rnd_expires_on", NEW."rnd_status"); RETURN NULL;',
                            hash="1437d912274289d55e345f425ca67bcafd3ee40b",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_f034c",
                            table="sensitive_profile",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "sensitiveprofile",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."carer" IS DISTINCT FROM (NEW."carer") OR OLD."certificate" IS DISTINCT FROM (NEW."certificate") OR OLD."degree" IS DISTINCT FROM (NEW."degree") OR OLD."disability" IS DISTINCT FROM (NEW."disability") OR OLD."disability_on" IS DISTINCT FROM (NEW."disability_on") OR OLD."gender" IS DISTINCT FROM (NEW."gender") OR OLD."main_origin" IS DISTINCT FROM (NEW."main_origin") OR OLD."other_origins" IS DISTINCT FROM (NEW."other_origins") OR OLD."person_id" IS DISTINCT FROM (NEW."person_id") OR OLD."rnd_expires_on" IS DISTINCT FROM (NEW."rnd_expires_on") OR OLD."rnd_status" IS DISTINCT FROM (NEW."rnd_status"))',
                            func='INSERT INTO "sensitive_profile_history" ("carer", "certificate", "degree", "disability", "disability_on", "gender", "main_origin", "other_origins", "person_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "rnd_expires_on", "rnd_status") VALUES (NEW."carer", NEW."certificate", NEW."degree", NEW."disability", NEW."disability_on", NEW."gender", NEW."main_origin", NEW."other_origins", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."person_id", NEW."rnd_expires_on", NEW."rnd_status"); RETURN NULL;',
                            hash="274f9463a714fed8585ec2373c684fc7b31eabff",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_83299",
                            table="sensitive_profile",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "sensitiveprofilehistory",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="43180ff3af43bb3dd97872cb5991f3ddc98c854d",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_add3a",
                            table="sensitive_profile_history",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "sensitiveprofilehistory",
                    pgtrigger.compiler.Trigger(
                        name="never_emptied",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="raise exception 'history is not emptied' using errcode = '42501';",
                            hash="eae31770d83c01bb9a550cd4dae5cf6a0a80ff38",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_never_emptied_8ce99",
                            table="sensitive_profile_history",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "supportgiven",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "sensitive_supportgiven_history" ("id", "kind", "meeting_id", "person_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."id", OLD."kind", OLD."meeting_id", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id"); RETURN NULL;',
                            hash="1c34227185fc999f8dd3db88c759bb961657049c",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_8cbab",
                            table="sensitive_supportgiven",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "supportgiven",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "sensitive_supportgiven_history" ("id", "kind", "meeting_id", "person_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."id", NEW."kind", NEW."meeting_id", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id"); RETURN NULL;',
                            hash="5a4335b28be2f139c39df5a031205ecd4071493b",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_8bec1",
                            table="sensitive_supportgiven",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "supportgiven",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "sensitive_supportgiven_history" ("id", "kind", "meeting_id", "person_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."id", NEW."kind", NEW."meeting_id", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id"); RETURN NULL;',
                            hash="ab2b335bec88c2956f53a1b3c45a90e20847cc69",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_f1189",
                            table="sensitive_supportgiven",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "supportgivenhistory",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="cfa5719a6259193cb981d45a56aee359a9178b35",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_58b09",
                            table="sensitive_supportgiven_history",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "supportgivenhistory",
                    pgtrigger.compiler.Trigger(
                        name="never_emptied",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="raise exception 'history is not emptied' using errcode = '42501';",
                            hash="9ecfc2569ea129dcd5ce4f702cf371f0396957e8",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_never_emptied_90259",
                            table="sensitive_supportgiven_history",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "supportneed",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "sensitive_supportneed_history" ("id", "kind", "note", "person_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "until") VALUES (OLD."id", OLD."kind", OLD."note", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."since", OLD."until"); RETURN NULL;',
                            hash="754bac18ea848b25b371e7ef6c7821eafc685e5d",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_9d2de",
                            table="sensitive_supportneed",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "supportneed",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "sensitive_supportneed_history" ("id", "kind", "note", "person_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "until") VALUES (NEW."id", NEW."kind", NEW."note", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."since", NEW."until"); RETURN NULL;',
                            hash="1cba865f7632ad193a6cfa17c23c4593fe065d09",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_2b6c6",
                            table="sensitive_supportneed",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "supportneed",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "sensitive_supportneed_history" ("id", "kind", "note", "person_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "until") VALUES (NEW."id", NEW."kind", NEW."note", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."since", NEW."until"); RETURN NULL;',
                            hash="0fd3992b2789edcf045dfc02098e4a0bfb18ea95",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_623c4",
                            table="sensitive_supportneed",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "supportneedhistory",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="f5665df558329e1f6e75d0f9692d68a73604a427",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_9ec40",
                            table="sensitive_supportneed_history",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "supportneedhistory",
                    pgtrigger.compiler.Trigger(
                        name="never_emptied",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="raise exception 'history is not emptied' using errcode = '42501';",
                            hash="fc427f7916771883cc032f53c37ce947468be2c9",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_never_emptied_990d8",
                            table="sensitive_supportneed_history",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "user",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "incubator_user_history" ("email", "full_name", "id", "is_active", "is_system", "joined_at", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."email", OLD."full_name", OLD."id", OLD."is_active", OLD."is_system", OLD."joined_at", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id"); RETURN NULL;',
                            hash="fe2498782fbaa737c62ad7da4828c5800a949956",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_1e4b6",
                            table="incubator_user",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "user",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "incubator_user_history" ("email", "full_name", "id", "is_active", "is_system", "joined_at", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."email", NEW."full_name", NEW."id", NEW."is_active", NEW."is_system", NEW."joined_at", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id"); RETURN NULL;',
                            hash="0644a8f3b47b2946797151af07a1c795ec985378",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_0307a",
                            table="incubator_user",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "user",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."email" IS DISTINCT FROM (NEW."email") OR OLD."full_name" IS DISTINCT FROM (NEW."full_name") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_active" IS DISTINCT FROM (NEW."is_active") OR OLD."is_system" IS DISTINCT FROM (NEW."is_system") OR OLD."joined_at" IS DISTINCT FROM (NEW."joined_at"))',
                            func='INSERT INTO "incubator_user_history" ("email", "full_name", "id", "is_active", "is_system", "joined_at", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."email", NEW."full_name", NEW."id", NEW."is_active", NEW."is_system", NEW."joined_at", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id"); RETURN NULL;',
                            hash="f2b0c13664bc1ed547ae231c7bdd713348afd68b",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_5b917",
                            table="incubator_user",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "userhistory",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="b41bb41fe956f772a9dda304ed9407ec4536cd97",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_4eb26",
                            table="incubator_user_history",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "userhistory",
                    pgtrigger.compiler.Trigger(
                        name="never_emptied",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="raise exception 'history is not emptied' using errcode = '42501';",
                            hash="733115c403d25803ac3fa2b31e2f64415213c167",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_never_emptied_a33e4",
                            table="incubator_user_history",
                            when="BEFORE",
                        ),
                    ),
                ),
            ],
        ),
    ]
