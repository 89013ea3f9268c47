"""Base texts written by the legal adviser, their validations, and the papers made from them.

What is written is only added to, and nobody answers for her own words: the database holds both, whoever writes.
"""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import incubator.calendars.clock

#: Rows of these tables are neither rewritten nor deleted, by the owner neither.
ONLY_ADDED = (
    "cases_basetextversion",
    "cases_basetextvalidation",
    "cases_legalpaper",
    "cases_textcomparison",
    "cases_textdecision",
)
GUARD = """
create function public.cases_guard_only_added() returns trigger language plpgsql
set search_path = pg_catalog, pg_temp as $$
begin
  raise exception '% %: rows are only added', tg_table_name, to_jsonb(old) ->> 'id' using errcode = '23514';
end $$;

create function public.cases_guard_basetextversion() returns trigger language plpgsql security definer
set search_path = pg_catalog, pg_temp as $$
begin
  if new.fingerprint <> encode(sha256(convert_to(new.source, 'UTF8')), 'hex') then
    raise exception 'base text: the fingerprint is not that of its words' using errcode = '23514';
  end if;
  return new;
end $$;

create function public.cases_guard_basetextvalidation() returns trigger language plpgsql security definer
set search_path = pg_catalog, pg_temp as $$
begin
  if new.given and exists (select 1 from public.cases_basetextversion v where v.agreement_id = new.agreement_id
      and v.fingerprint = new.fingerprint and v.author_id = new.by_id) then
    raise exception 'base text %: who wrote it does not validate it', new.fingerprint using errcode = '23514';
  end if;
  return new;
end $$;

revoke execute on function public.cases_guard_only_added(), public.cases_guard_basetextversion(),
  public.cases_guard_basetextvalidation() from public;

create trigger cases_guard_basetextversion before insert on public.cases_basetextversion
  for each row execute function public.cases_guard_basetextversion();
create trigger cases_guard_basetextvalidation before insert on public.cases_basetextvalidation
  for each row execute function public.cases_guard_basetextvalidation();
"""
UNDO = """
drop trigger cases_guard_basetextvalidation on public.cases_basetextvalidation;
drop trigger cases_guard_basetextversion on public.cases_basetextversion;
drop function public.cases_guard_basetextvalidation();
drop function public.cases_guard_basetextversion();
drop function public.cases_guard_only_added();
"""
_ADDED = (
    "create trigger cases_guard_only_added before update or delete on public.{0} "
    "for each row execute function public.cases_guard_only_added()"
)
_NOT_ADDED = "drop trigger cases_guard_only_added on public.{0}"


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0014_assemblies"),
        ("incubator", "0009_guards"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="BaseTextVersion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("document", models.CharField(max_length=40, verbose_name="documento")),
                ("kind", models.CharField(blank=True, max_length=20, verbose_name="tipo de cooperativa")),
                ("number", models.PositiveSmallIntegerField(verbose_name="versión")),
                ("source", models.TextField(verbose_name="texto")),
                ("fingerprint", models.CharField(max_length=64, verbose_name="huella")),
                ("valid_from", models.DateField(verbose_name="rige desde")),
                ("written_on", models.DateField(verbose_name="escrita el")),
                ("note", models.CharField(max_length=300, verbose_name="qué cambió")),
                ("recorded_at", models.DateTimeField(default=incubator.calendars.clock.now, editable=False)),
                (
                    "agreement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="base_texts", to="incubator.agreement"
                    ),
                ),
                (
                    "author",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="quién la escribió",
                    ),
                ),
            ],
            options={
                "verbose_name": "versión de un texto base",
                "verbose_name_plural": "versiones de textos base",
                "ordering": ["document", "kind", "-number", "-id"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("agreement", "document", "kind", "number"), name="basetextversion_number"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("number__gte", 2)), name="basetextversion_after_shipped"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="BaseTextValidation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("document", models.CharField(max_length=40, verbose_name="documento")),
                ("kind", models.CharField(blank=True, max_length=20, verbose_name="tipo de cooperativa")),
                ("fingerprint", models.CharField(max_length=64, verbose_name="huella")),
                ("given", models.BooleanField(verbose_name="valida")),
                ("happened_on", models.DateField(verbose_name="fecha")),
                ("note", models.CharField(blank=True, max_length=300, verbose_name="nota")),
                ("recorded_at", models.DateTimeField(default=incubator.calendars.clock.now, editable=False)),
                (
                    "agreement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="base_text_validations",
                        to="incubator.agreement",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="quién",
                    ),
                ),
            ],
            options={
                "verbose_name": "validación de un texto base",
                "verbose_name_plural": "validaciones de textos base",
                "ordering": ["-id"],
                "indexes": [
                    models.Index(fields=["agreement", "document", "kind", "fingerprint"], name="validation_by_text")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("given", True), models.Q(("note", ""), _negated=True), _connector="OR"),
                        name="basetextvalidation_withdrawn_why",
                        violation_error_message="Escriba por qué ya no responde por este texto.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="LegalPaper",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("happened_on", models.DateField(verbose_name="fecha")),
                ("recorded_at", models.DateTimeField(default=incubator.calendars.clock.now, editable=False)),
                ("document", models.CharField(max_length=40, verbose_name="documento")),
                ("subject", models.CharField(blank=True, max_length=60, verbose_name="de cuál se trata")),
                ("title", models.CharField(max_length=300, verbose_name="título")),
                ("version", models.CharField(max_length=60, verbose_name="versión del texto base")),
                ("text_fingerprint", models.CharField(max_length=64, verbose_name="huella del texto base")),
                (
                    "statutes_fingerprint",
                    models.CharField(blank=True, max_length=64, verbose_name="huella de los estatutos que copia"),
                ),
                ("facts_fingerprint", models.CharField(max_length=64, verbose_name="huella de los datos")),
                ("validated", models.BooleanField(verbose_name="con texto validado")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="%(class)ss", to="cases.case"
                    ),
                ),
                (
                    "docx",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="incubator.evidence",
                        verbose_name="archivo editable",
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
                    "file",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="papers",
                        to="cases.legalfile",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="incubator.person",
                        verbose_name="de quién es",
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
                "verbose_name": "documento legal guardado",
                "verbose_name_plural": "documentos legales guardados",
                "ordering": ["-happened_on", "-id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="TextComparison",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "source",
                    models.CharField(
                        choices=[("docx", "Archivo de Word"), ("text", "Texto pegado")],
                        max_length=5,
                        verbose_name="cómo llegó",
                    ),
                ),
                ("came_on", models.DateField(verbose_name="llegó el")),
                ("rows", models.JSONField(default=list, verbose_name="resultado")),
                ("changed", models.PositiveSmallIntegerField(verbose_name="artículos distintos")),
                ("recorded_at", models.DateTimeField(default=incubator.calendars.clock.now, editable=False)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "evidence",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="incubator.evidence",
                        verbose_name="lo que llegó",
                    ),
                ),
                (
                    "paper",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="comparisons", to="cases.legalpaper"
                    ),
                ),
            ],
            options={
                "verbose_name": "comparación de un documento",
                "verbose_name_plural": "comparaciones de documentos",
                "ordering": ["-came_on", "-id"],
            },
        ),
        migrations.CreateModel(
            name="TextDecision",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("same", "Dice lo mismo: sigue adelante"),
                            ("spelling", "Solo faltas de escritura: se corrigen y sigue adelante"),
                            ("back", "Cambia lo acordado: vuelve a una junta"),
                        ],
                        max_length=10,
                        verbose_name="qué se decide",
                    ),
                ),
                ("reason", models.CharField(blank=True, max_length=300, verbose_name="por qué")),
                ("decided_on", models.DateField(verbose_name="decidido el")),
                ("recorded_at", models.DateTimeField(default=incubator.calendars.clock.now, editable=False)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "comparison",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="decision", to="cases.textcomparison"
                    ),
                ),
            ],
            options={
                "verbose_name": "decisión sobre una comparación",
                "verbose_name_plural": "decisiones sobre comparaciones",
                "ordering": ["-id"],
            },
        ),
        migrations.AddIndex(
            model_name="legalpaper",
            index=models.Index(fields=["file", "document"], name="legalpaper_by_document"),
        ),
        migrations.RunSQL(GUARD, UNDO),
        *(migrations.RunSQL(_ADDED.format(table), _NOT_ADDED.format(table)) for table in ONLY_ADDED),
    ]
