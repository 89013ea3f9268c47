"""A person written down twice: the redirect, who said so, and the notice between incubators."""

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

#: A redirect is one step long and within one incubator; whoever is read as another redirects nobody.
FLAT = """
create function public.incubator_guard_redirect() returns trigger language plpgsql security definer
set search_path = pg_catalog, pg_temp as $$
declare target record;
begin
  select same_as_id, incubator_id into target from public.incubator_person where id = new.same_as_id for share;
  if target.same_as_id is not null then
    raise exception 'person % is read as another one', new.same_as_id using errcode = '23514';
  end if;
  if target.incubator_id <> new.incubator_id then
    raise exception 'persons % and % are of two incubators', new.id, new.same_as_id using errcode = '23514';
  end if;
  if exists (select 1 from public.incubator_person where same_as_id = new.id) then
    raise exception 'other records are read as person %', new.id using errcode = '23514';
  end if;
  return new;
end $$;

revoke execute on function public.incubator_guard_redirect() from public;

create trigger incubator_guard_redirect before insert or update of same_as_id on public.incubator_person
  for each row when (new.same_as_id is not null) execute function public.incubator_guard_redirect();
"""

NOT_FLAT = """
drop trigger incubator_guard_redirect on public.incubator_person;
drop function public.incubator_guard_redirect();
"""


class Migration(migrations.Migration):
    dependencies = [
        ("incubator", "0004_consent"),
    ]

    operations = [
        migrations.AddField(
            model_name="person",
            name="run_mark",
            field=models.CharField(blank=True, editable=False, max_length=64),
        ),
        migrations.AddField(
            model_name="person",
            name="same_as",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="redirected_here",
                to="incubator.person",
            ),
        ),
        migrations.AddIndex(
            model_name="person",
            index=models.Index(
                condition=models.Q(("run_mark", ""), _negated=True), fields=["run_mark"], name="person_by_run_mark"
            ),
        ),
        migrations.AddIndex(
            model_name="person",
            index=django.contrib.postgres.indexes.GinIndex(
                fields=["name_folded"], name="person_name_trigrams", opclasses=["gin_trgm_ops"]
            ),
        ),
        migrations.AddConstraint(
            model_name="person",
            constraint=models.CheckConstraint(
                condition=models.Q(("same_as", models.F("id")), _negated=True), name="person_not_as_herself"
            ),
        ),
        migrations.AddConstraint(
            model_name="person",
            constraint=models.CheckConstraint(
                condition=models.Q(models.Q(("run", ""), _negated=True), ("run_mark", ""), _connector="OR"),
                name="person_mark_needs_run",
            ),
        ),
        migrations.CreateModel(
            name="DuplicateNotice",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("run_mark", models.CharField(editable=False, max_length=64)),
                ("found_on", models.DateField(verbose_name="encontrada el")),
                (
                    "agreement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="incubator.agreement"
                    ),
                ),
                (
                    "first",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="incubator.incubator"
                    ),
                ),
                (
                    "second",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="incubator.incubator"
                    ),
                ),
            ],
            options={
                "verbose_name": "aviso de posible repetición",
                "verbose_name_plural": "avisos de posibles repeticiones",
                "ordering": ["-found_on", "-id"],
            },
        ),
        migrations.CreateModel(
            name="DuplicateTalk",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("on", models.DateField(verbose_name="conversado el")),
                ("note", models.CharField(blank=True, max_length=200, verbose_name="nota")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "incubator",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="incubator.incubator"
                    ),
                ),
                (
                    "notice",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="talks",
                        to="incubator.duplicatenotice",
                    ),
                ),
            ],
            options={
                "verbose_name": "conversación",
                "verbose_name_plural": "conversaciones",
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="PersonDistinction",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("reason", models.CharField(max_length=300, verbose_name="cómo lo sabe")),
                ("seen", models.CharField(editable=False, max_length=64)),
                ("said_on", models.DateField(verbose_name="dicho el")),
                (
                    "first",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="incubator.person"
                    ),
                ),
                (
                    "incubator",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="incubator.incubator"
                    ),
                ),
                (
                    "said_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "second",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="incubator.person"
                    ),
                ),
            ],
            options={
                "verbose_name": "personas distintas",
                "verbose_name_plural": "personas distintas",
                "ordering": ["-id"],
            },
        ),
        migrations.CreateModel(
            name="PersonMerge",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "carried",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(), blank=True, default=list, editable=False, size=None
                    ),
                ),
                ("reason", models.CharField(max_length=300, verbose_name="por qué son la misma")),
                ("proposed_on", models.DateField(verbose_name="propuesta el")),
                ("executed_on", models.DateField(blank=True, null=True, verbose_name="unida el")),
                ("declined_on", models.DateField(blank=True, null=True, verbose_name="descartada el")),
                ("undone_on", models.DateField(blank=True, null=True, verbose_name="deshecha el")),
                ("undone_reason", models.CharField(blank=True, max_length=300, verbose_name="por qué se deshizo")),
                (
                    "declined_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "executed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "incubator",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="incubator.incubator"
                    ),
                ),
                (
                    "kept",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="merges",
                        to="incubator.person",
                        verbose_name="queda",
                    ),
                ),
                (
                    "proposed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "redirected",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="redirections", to="incubator.person"
                    ),
                ),
                (
                    "undone_by",
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
                "verbose_name": "unión de registros",
                "verbose_name_plural": "uniones de registros",
                "ordering": ["-id"],
            },
        ),
        migrations.AddConstraint(
            model_name="duplicatenotice",
            constraint=models.CheckConstraint(
                condition=models.Q(("first__lt", models.F("second"))), name="duplicatenotice_in_order"
            ),
        ),
        migrations.AddConstraint(
            model_name="duplicatenotice",
            constraint=models.UniqueConstraint(fields=("first", "second", "run_mark"), name="duplicatenotice_once"),
        ),
        migrations.AddConstraint(
            model_name="duplicatetalk",
            constraint=models.UniqueConstraint(fields=("notice", "incubator"), name="duplicatetalk_once"),
        ),
        migrations.AddIndex(
            model_name="persondistinction",
            index=models.Index(fields=["incubator", "first", "second"], name="distinction_by_pair"),
        ),
        migrations.AddConstraint(
            model_name="persondistinction",
            constraint=models.CheckConstraint(
                condition=models.Q(("first__lt", models.F("second"))), name="distinction_in_order"
            ),
        ),
        migrations.AddConstraint(
            model_name="personmerge",
            constraint=models.CheckConstraint(
                condition=models.Q(("kept", models.F("redirected")), _negated=True), name="personmerge_two_records"
            ),
        ),
        migrations.AddConstraint(
            model_name="personmerge",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("executed_by__isnull", True),
                    models.Q(("executed_by", models.F("proposed_by")), _negated=True),
                    _connector="OR",
                ),
                name="personmerge_two_people",
                violation_error_message="Une los registros otra persona que quien lo propuso.",
            ),
        ),
        migrations.AddConstraint(
            model_name="personmerge",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("executed_by__isnull", True), ("executed_on__isnull", True)),
                    models.Q(
                        ("declined_on__isnull", True), ("executed_by__isnull", False), ("executed_on__isnull", False)
                    ),
                    _connector="OR",
                ),
                name="personmerge_executed_whole",
            ),
        ),
        migrations.AddConstraint(
            model_name="personmerge",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("undone_by__isnull", True), ("undone_on__isnull", True)),
                    models.Q(
                        ("undone_by__isnull", False),
                        ("undone_on__gte", models.F("executed_on")),
                        models.Q(("undone_reason", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="personmerge_undone_whole",
                violation_error_message="Diga por qué se separan de nuevo.",
            ),
        ),
        migrations.AddConstraint(
            model_name="personmerge",
            constraint=models.UniqueConstraint(
                condition=models.Q(("executed_on__isnull", False), ("undone_on__isnull", True)),
                fields=("redirected",),
                name="personmerge_once",
                violation_error_message="Ese registro ya está unido a otro.",
            ),
        ),
        migrations.AddConstraint(
            model_name="personmerge",
            constraint=models.UniqueConstraint(
                condition=models.Q(("declined_on__isnull", True), ("executed_on__isnull", True)),
                fields=("redirected",),
                name="personmerge_one_proposal",
                violation_error_message="Ya hay una propuesta sobre ese registro.",
            ),
        ),
        migrations.RunSQL(FLAT, NOT_FLAT),
    ]
