"""The former values of training: a table each, written by trigger (curricula/models/tracked.py)."""

import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
from django.db import migrations, models

import incubator.following
import incubator.models.past


class Migration(migrations.Migration):
    dependencies = [
        ("curricula", "0002_relations"),
        ("incubator", "0007_history"),
    ]

    operations = [
        incubator.following.Together(
            operations=[
                migrations.CreateModel(
                    name="CohortHistory",
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
                                to="curricula.cohort",
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
                        (
                            "curriculum",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="curricula.curriculum",
                            ),
                        ),
                        ("name", models.CharField(blank=True, max_length=200, null=True)),
                        ("starts_on", models.DateField(blank=True, null=True)),
                        ("ends_on", models.DateField(blank=True, null=True)),
                    ],
                    options={
                        "db_table": "curricula_cohort_history",
                    },
                ),
                migrations.CreateModel(
                    name="CohortTrainerHistory",
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
                                to="curricula.cohorttrainer",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(blank=True, null=True)),
                        ("id", models.BigIntegerField()),
                        ("since", models.DateField(blank=True, null=True)),
                        ("until", models.DateField(blank=True, null=True)),
                        (
                            "cohort",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="curricula.cohort",
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
                    ],
                    options={
                        "db_table": "curricula_cohorttrainer_history",
                    },
                ),
                migrations.CreateModel(
                    name="CurriculumHistory",
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
                                to="curricula.curriculum",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(blank=True, null=True)),
                        ("id", models.BigIntegerField()),
                        ("name", models.CharField(blank=True, max_length=200, null=True)),
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
                        ("is_core", models.BooleanField(blank=True, default=True, null=True)),
                    ],
                    options={
                        "db_table": "curricula_curriculum_history",
                    },
                ),
                migrations.CreateModel(
                    name="EnrollmentHistory",
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
                                to="curricula.enrollment",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(blank=True, null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "cohort",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="curricula.cohort",
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
                        ("state", models.CharField(blank=True, default="pre", max_length=10, null=True)),
                        ("state_on", models.DateField(blank=True, null=True)),
                    ],
                    options={
                        "db_table": "curricula_enrollment_history",
                    },
                ),
                migrations.CreateModel(
                    name="LessonHistory",
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
                                to="curricula.lesson",
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
                            "cohort",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="curricula.cohort",
                            ),
                        ),
                        (
                            "module",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="curricula.module",
                            ),
                        ),
                    ],
                    options={
                        "db_table": "curricula_lesson_history",
                    },
                ),
                migrations.CreateModel(
                    name="ModuleHistory",
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
                                to="curricula.module",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(blank=True, null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "curriculum",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="curricula.curriculum",
                            ),
                        ),
                        ("number", models.PositiveSmallIntegerField(blank=True, null=True)),
                        ("name", models.CharField(blank=True, max_length=200, null=True)),
                        ("hours", models.DecimalField(blank=True, decimal_places=1, max_digits=5, null=True)),
                    ],
                    options={
                        "db_table": "curricula_module_history",
                    },
                ),
            ],
        ),
        incubator.following.AddTriggers(
            triggers=[
                (
                    "cohort",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "curricula_cohort_history" ("curriculum_id", "ends_on", "id", "incubator_id", "name", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on") VALUES (OLD."curriculum_id", OLD."ends_on", OLD."id", OLD."incubator_id", OLD."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."starts_on"); RETURN NULL;',
                            hash="f2994a5e270be3019e205dc2771c893b456ca119",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_32d01",
                            table="curricula_cohort",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "cohort",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "curricula_cohort_history" ("curriculum_id", "ends_on", "id", "incubator_id", "name", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on") VALUES (NEW."curriculum_id", NEW."ends_on", NEW."id", NEW."incubator_id", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."starts_on"); RETURN NULL;',
                            hash="df3ec60ed028a2c86b582196abe8fa48d2d8a19f",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_05072",
                            table="curricula_cohort",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "cohort",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "curricula_cohort_history" ("curriculum_id", "ends_on", "id", "incubator_id", "name", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on") VALUES (NEW."curriculum_id", NEW."ends_on", NEW."id", NEW."incubator_id", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."starts_on"); RETURN NULL;',
                            hash="513d0a56d3994efa7d9f33ec5ec16485104b1242",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_5aac2",
                            table="curricula_cohort",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "cohorthistory",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="e3cbc562070b13e73eeceb0621dd029eeb208e23",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_82e82",
                            table="curricula_cohort_history",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "cohorthistory",
                    pgtrigger.compiler.Trigger(
                        name="never_emptied",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="raise exception 'history is not emptied' using errcode = '42501';",
                            hash="67ebc171b9bc5dbaeef1a35efc8252020368c4c5",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_never_emptied_deea7",
                            table="curricula_cohort_history",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "cohorttrainer",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "curricula_cohorttrainer_history" ("cohort_id", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "post_id", "since", "until") VALUES (OLD."cohort_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."post_id", OLD."since", OLD."until"); RETURN NULL;',
                            hash="35a2d3664ddca7046fa94c3cd897bd09010de75c",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_279dd",
                            table="curricula_cohorttrainer",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "cohorttrainer",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "curricula_cohorttrainer_history" ("cohort_id", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "post_id", "since", "until") VALUES (NEW."cohort_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."post_id", NEW."since", NEW."until"); RETURN NULL;',
                            hash="63e4730c31730251d6507e8b11cc2293dd7f545f",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_3935f",
                            table="curricula_cohorttrainer",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "cohorttrainer",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "curricula_cohorttrainer_history" ("cohort_id", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "post_id", "since", "until") VALUES (NEW."cohort_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."post_id", NEW."since", NEW."until"); RETURN NULL;',
                            hash="719992b63df7ed3f279fa352ca1a81070712d1b7",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_0730c",
                            table="curricula_cohorttrainer",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "cohorttrainerhistory",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="129326adfff7abea81d0efd0b08bdf464a964ff4",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_0dc2f",
                            table="curricula_cohorttrainer_history",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "cohorttrainerhistory",
                    pgtrigger.compiler.Trigger(
                        name="never_emptied",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="raise exception 'history is not emptied' using errcode = '42501';",
                            hash="f8410215e3c0e49b513d746234d6301ea560713c",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_never_emptied_01366",
                            table="curricula_cohorttrainer_history",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "curriculum",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "curricula_curriculum_history" ("agreement_id", "id", "is_core", "name", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."agreement_id", OLD."id", OLD."is_core", OLD."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id"); RETURN NULL;',
                            hash="4d893ae4c3f2e823d7314de6fbfcd617b66c7a5c",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_84ce6",
                            table="curricula_curriculum",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "curriculum",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "curricula_curriculum_history" ("agreement_id", "id", "is_core", "name", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."agreement_id", NEW."id", NEW."is_core", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id"); RETURN NULL;',
                            hash="d11fdd120ddf9a1448211422febebc4b4e30012d",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_d3416",
                            table="curricula_curriculum",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "curriculum",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "curricula_curriculum_history" ("agreement_id", "id", "is_core", "name", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."agreement_id", NEW."id", NEW."is_core", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id"); RETURN NULL;',
                            hash="000e0ecaea5e8a606f932ddaa2041c225f5b9e00",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_b58a1",
                            table="curricula_curriculum",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "curriculumhistory",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="1ada4c96ab07e2258f12d43b64b7791ee4b91b30",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_4ab78",
                            table="curricula_curriculum_history",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "curriculumhistory",
                    pgtrigger.compiler.Trigger(
                        name="never_emptied",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="raise exception 'history is not emptied' using errcode = '42501';",
                            hash="941ab72e7b87fdd4b24b1c4ca5200d0d15b4b570",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_never_emptied_2db3e",
                            table="curricula_curriculum_history",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "enrollment",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "curricula_enrollment_history" ("cohort_id", "id", "organization_id", "person_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "state", "state_on") VALUES (OLD."cohort_id", OLD."id", OLD."organization_id", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."state", OLD."state_on"); RETURN NULL;',
                            hash="0a351a6e16e6949f5a8781618bcd69f2d673508c",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_4ffe2",
                            table="curricula_enrollment",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "enrollment",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "curricula_enrollment_history" ("cohort_id", "id", "organization_id", "person_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "state", "state_on") VALUES (NEW."cohort_id", NEW."id", NEW."organization_id", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."state", NEW."state_on"); RETURN NULL;',
                            hash="8e8a2e91c2fa765ebf4b7672fcd2f35c19e89cc3",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_e7a02",
                            table="curricula_enrollment",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "enrollment",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "curricula_enrollment_history" ("cohort_id", "id", "organization_id", "person_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "state", "state_on") VALUES (NEW."cohort_id", NEW."id", NEW."organization_id", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."state", NEW."state_on"); RETURN NULL;',
                            hash="bab51c1a8b6032d8e74a76c3ca411dc68c516c71",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_224cf",
                            table="curricula_enrollment",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "enrollmenthistory",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="f76ae9bbddca9f856b12fd48dd3c1894dc476966",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_db030",
                            table="curricula_enrollment_history",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "enrollmenthistory",
                    pgtrigger.compiler.Trigger(
                        name="never_emptied",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="raise exception 'history is not emptied' using errcode = '42501';",
                            hash="cba54672c5dc24ba8a2e816a574f7007d6a881b5",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_never_emptied_d2d90",
                            table="curricula_enrollment_history",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "lesson",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "curricula_lesson_history" ("cohort_id", "meeting_id", "module_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."cohort_id", OLD."meeting_id", OLD."module_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."meeting_id"); RETURN NULL;',
                            hash="893dc7dd9e568b57f3e3d439ea304ba820663930",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_b878c",
                            table="curricula_lesson",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "lesson",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "curricula_lesson_history" ("cohort_id", "meeting_id", "module_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."cohort_id", NEW."meeting_id", NEW."module_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."meeting_id"); RETURN NULL;',
                            hash="5f449f10a3456b870874e13b60fdce15dc3bb95d",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_c4603",
                            table="curricula_lesson",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "lesson",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "curricula_lesson_history" ("cohort_id", "meeting_id", "module_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."cohort_id", NEW."meeting_id", NEW."module_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."meeting_id"); RETURN NULL;',
                            hash="443300581d5864f6746ac7057f506a11dad12722",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_1de44",
                            table="curricula_lesson",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "lessonhistory",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="8f12f32a938944d312d73d0387f9c6c081f36e82",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_143bc",
                            table="curricula_lesson_history",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "lessonhistory",
                    pgtrigger.compiler.Trigger(
                        name="never_emptied",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="raise exception 'history is not emptied' using errcode = '42501';",
                            hash="0e76fac38f0acf9218f81967c0dffb4c5b83cf76",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_never_emptied_3c53e",
                            table="curricula_lesson_history",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "module",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "curricula_module_history" ("curriculum_id", "hours", "id", "name", "number", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."curriculum_id", OLD."hours", OLD."id", OLD."name", OLD."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id"); RETURN NULL;',
                            hash="3ae17b1fe4f9b91cac12dcb6672335ce927ef5f1",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_e5466",
                            table="curricula_module",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "module",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "curricula_module_history" ("curriculum_id", "hours", "id", "name", "number", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."curriculum_id", NEW."hours", NEW."id", NEW."name", NEW."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id"); RETURN NULL;',
                            hash="e9952396854adddb7a3ae3c60b6227970cadda8a",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_e9cc0",
                            table="curricula_module",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "module",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "curricula_module_history" ("curriculum_id", "hours", "id", "name", "number", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."curriculum_id", NEW."hours", NEW."id", NEW."name", NEW."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id"); RETURN NULL;',
                            hash="55c920c8bf8ef5461fdaa8d4d129e4b3306e3578",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_f46b0",
                            table="curricula_module",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "modulehistory",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="4754989c190aa16865eb322172b586c13decddcf",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_2b687",
                            table="curricula_module_history",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "modulehistory",
                    pgtrigger.compiler.Trigger(
                        name="never_emptied",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="raise exception 'history is not emptied' using errcode = '42501';",
                            hash="aa8a6f036acc7269ca3de332cd126ca42c4398a8",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_never_emptied_ce8dc",
                            table="curricula_module_history",
                            when="BEFORE",
                        ),
                    ),
                ),
            ],
        ),
    ]
