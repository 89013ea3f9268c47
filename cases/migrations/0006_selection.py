"""How a call is decided: rubric, evaluators, sheets, order, letters and appeals; and the way back of an upheld appeal."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import incubator.calendars.clock

#: Whoever had declared before there were assignments declared for the newest application of the case.
JOIN = """
update public.cases_evaluation as sheet set application_id = (
  select id from public.cases_application as said where said.case_id = sheet.case_id
   order by said.happened_on desc, said.id desc limit 1)
 where application_id is null;
"""


def load(apps, schema_editor):
    """The step of an upheld appeal, which the stages' guard reads."""
    apps.get_model("cases", "StagePair").objects.create(from_stage="closed", to_stage="selection", verb="uphold_appeal")


def unload(apps, schema_editor):
    """Take it away again."""
    apps.get_model("cases", "StagePair").objects.filter(verb="uphold_appeal").delete()


class Migration(migrations.Migration):
    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("cases", "0005_calls"),
    ]

    operations = [
        migrations.CreateModel(
            name="Appeal",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("happened_on", models.DateField(verbose_name="fecha")),
                ("recorded_at", models.DateTimeField(default=incubator.calendars.clock.now, editable=False)),
                ("round", models.PositiveSmallIntegerField(default=1)),
                (
                    "channel",
                    models.CharField(
                        choices=[
                            ("in_person", "En la oficina"),
                            ("mail", "Carta"),
                            ("email", "Correo electrónico"),
                            ("phone", "Por teléfono, con apoyo para escribirla"),
                            ("visit", "En una visita"),
                        ],
                        max_length=20,
                        verbose_name="cómo llegó",
                    ),
                ),
                ("text", models.TextField(max_length=4000, verbose_name="qué dice")),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[("upheld", "Acogida"), ("rejected", "Rechazada")],
                        max_length=10,
                        verbose_name="decisión",
                    ),
                ),
                ("decided_on", models.DateField(blank=True, null=True, verbose_name="se decidió el")),
                (
                    "superior",
                    models.CharField(blank=True, max_length=200, verbose_name="autoridad superior que decidió"),
                ),
                ("grounds", models.TextField(blank=True, max_length=2000, verbose_name="fundamento")),
                ("act", models.CharField(blank=True, max_length=200, verbose_name="acto que decide")),
            ],
            options={
                "verbose_name": "apelación",
                "verbose_name_plural": "apelaciones",
                "ordering": ["-happened_on", "-id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ConflictDeclaration",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("declared_on", models.DateField(verbose_name="fecha")),
                (
                    "conflict",
                    models.CharField(
                        choices=[
                            ("none", "Ninguno"),
                            ("own_group", "Integro o represento a este grupo"),
                            ("relative", "Soy pariente de alguien del grupo"),
                            ("payment", "Recibo o recibí pagos del grupo, o trabajo con él"),
                            ("helped", "Ayudé a escribir la postulación"),
                        ],
                        max_length=20,
                        verbose_name="conflicto de interés",
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=300, verbose_name="detalle")),
                ("recorded_at", models.DateTimeField(default=incubator.calendars.clock.now, editable=False)),
            ],
            options={
                "verbose_name": "declaración de interés",
                "verbose_name_plural": "declaraciones de interés",
                "ordering": ["assignment_id", "id"],
            },
        ),
        migrations.CreateModel(
            name="Criterion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("order", models.PositiveSmallIntegerField(verbose_name="orden")),
                ("name", models.CharField(max_length=120, verbose_name="criterio")),
                ("looks_at", models.CharField(max_length=300, verbose_name="qué se mira")),
                ("weight", models.PositiveSmallIntegerField(verbose_name="peso, en %")),
                ("maximum", models.PositiveSmallIntegerField(default=4, verbose_name="puntaje máximo")),
                ("guidance", models.TextField(blank=True, max_length=2000, verbose_name="qué significa cada puntaje")),
            ],
            options={
                "verbose_name": "criterio",
                "verbose_name_plural": "criterios",
                "ordering": ["call_id", "order"],
            },
        ),
        migrations.CreateModel(
            name="CriterionScore",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("points", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="puntaje")),
                ("reason", models.CharField(blank=True, max_length=500, verbose_name="por qué")),
            ],
            options={
                "verbose_name": "puntaje de un criterio",
                "verbose_name_plural": "puntajes de los criterios",
                "ordering": ["evaluation_id", "criterion__order"],
            },
        ),
        migrations.CreateModel(
            name="EvaluatorAssignment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("since", models.DateField(verbose_name="desde")),
                ("until", models.DateField(blank=True, null=True, verbose_name="hasta")),
                ("round", models.PositiveSmallIntegerField(default=1)),
                ("due_on", models.DateField(verbose_name="vence el")),
                ("is_third", models.BooleanField(default=False, verbose_name="dirime una diferencia")),
                ("end_reason", models.CharField(blank=True, max_length=200, verbose_name="por qué terminó")),
                ("recorded_at", models.DateTimeField(default=incubator.calendars.clock.now, editable=False)),
            ],
            options={
                "verbose_name": "encargo de evaluación",
                "verbose_name_plural": "encargos de evaluación",
                "ordering": ["application_id", "since", "id"],
            },
        ),
        migrations.CreateModel(
            name="Letter",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("round", models.PositiveSmallIntegerField(default=1)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("admitted", "Admitida"),
                            ("waiting", "En lista de espera"),
                            ("not_admitted", "No admitida"),
                            ("appeal_upheld", "Apelación acogida"),
                            ("appeal_rejected", "Apelación rechazada"),
                        ],
                        max_length=20,
                        verbose_name="carta",
                    ),
                ),
                ("year", models.PositiveSmallIntegerField()),
                ("number", models.PositiveSmallIntegerField(verbose_name="número")),
                ("issued_on", models.DateField(verbose_name="fecha")),
                ("notified_on", models.DateField(blank=True, null=True, verbose_name="se notificó el")),
                (
                    "channel",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("in_person", "En la oficina"),
                            ("mail", "Carta"),
                            ("email", "Correo electrónico"),
                            ("phone", "Por teléfono, con apoyo para escribirla"),
                            ("visit", "En una visita"),
                        ],
                        max_length=20,
                        verbose_name="cómo se notificó",
                    ),
                ),
                ("recorded_at", models.DateTimeField(default=incubator.calendars.clock.now, editable=False)),
            ],
            options={
                "verbose_name": "carta",
                "verbose_name_plural": "cartas",
                "ordering": ["-issued_on", "-id"],
            },
        ),
        migrations.CreateModel(
            name="Ranking",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveSmallIntegerField()),
                ("made_on", models.DateField(verbose_name="fecha")),
                ("recorded_at", models.DateTimeField(default=incubator.calendars.clock.now, editable=False)),
                ("places", models.JSONField(default=list)),
            ],
            options={
                "verbose_name": "orden de la convocatoria",
                "verbose_name_plural": "órdenes de las convocatorias",
                "ordering": ["call_id", "number"],
            },
        ),
        migrations.RemoveConstraint(
            model_name="evaluation",
            name="evaluation_once",
        ),
        migrations.AddField(
            model_name="application",
            name="decided_by",
            field=models.CharField(blank=True, editable=False, max_length=20, verbose_name="qué decidió su lugar"),
        ),
        migrations.AddField(
            model_name="application",
            name="round",
            field=models.PositiveSmallIntegerField(default=1, editable=False),
        ),
        migrations.AddField(
            model_name="application",
            name="score",
            field=models.DecimalField(
                blank=True, decimal_places=2, editable=False, max_digits=5, null=True, verbose_name="puntaje"
            ),
        ),
        migrations.AddField(
            model_name="evaluation",
            name="application",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="evaluations",
                to="cases.application",
                verbose_name="postulación",
            ),
        ),
        migrations.AddField(
            model_name="evaluation",
            name="round",
            field=models.PositiveSmallIntegerField(default=1),
        ),
        migrations.AlterField(
            model_name="stagechange",
            name="verb",
            field=models.CharField(
                choices=[
                    ("record", "Anotar en el catastro"),
                    ("apply", "Postular a la convocatoria"),
                    ("evaluate", "Pasar a selección"),
                    ("waitlist", "Dejar en lista de espera"),
                    ("admit", "Admitir a formación"),
                    ("admit_formal", "Admitir a saneamiento"),
                    ("decline", "No admitir"),
                    ("apply_again", "Volver a postular"),
                    ("define_business", "Pasar a Definición de negocio"),
                    ("start_formalization", "Pasar a Formalización"),
                    ("start_operation", "Pasar a Gestión y comercialización"),
                    ("finish_regularization", "Terminar el saneamiento"),
                    ("reregularize", "Volver a saneamiento"),
                    ("graduate", "Egresar"),
                    ("return_to_training", "Volver a Formación"),
                    ("return_to_business", "Volver a Definición de negocio"),
                    ("close", "Cerrar el caso"),
                    ("reopen", "Reabrir el caso"),
                    ("correct", "Corregir el último paso"),
                    ("uphold_appeal", "Acoger la apelación"),
                    ("inherit", "Tomar la etapa del grupo de origen"),
                    ("revert", "Deshacer el cambio de grupo"),
                ],
                max_length=30,
            ),
        ),
        migrations.AddField(
            model_name="appeal",
            name="act_evidence",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="incubator.evidence",
                verbose_name="documento del acto",
            ),
        ),
        migrations.AddField(
            model_name="appeal",
            name="application",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="appeals", to="cases.application"
            ),
        ),
        migrations.AddField(
            model_name="appeal",
            name="case",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="%(class)ss", to="cases.case"
            ),
        ),
        migrations.AddField(
            model_name="appeal",
            name="decided_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="appeal",
            name="evidence",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="incubator.evidence",
                verbose_name="documento",
            ),
        ),
        migrations.AddField(
            model_name="appeal",
            name="recorded_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="criterion",
            name="call",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="criteria", to="cases.call"
            ),
        ),
        migrations.AddField(
            model_name="criterionscore",
            name="criterion",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="cases.criterion"
            ),
        ),
        migrations.AddField(
            model_name="criterionscore",
            name="evaluation",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="scores", to="cases.evaluation"
            ),
        ),
        migrations.AddField(
            model_name="evaluatorassignment",
            name="application",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="assignments", to="cases.application"
            ),
        ),
        migrations.AddField(
            model_name="evaluatorassignment",
            name="assigned_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="evaluatorassignment",
            name="evaluator",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="evalúa",
            ),
        ),
        migrations.AddField(
            model_name="conflictdeclaration",
            name="assignment",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="declarations", to="cases.evaluatorassignment"
            ),
        ),
        migrations.AddField(
            model_name="evaluation",
            name="assignment",
            field=models.OneToOneField(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="sheet",
                to="cases.evaluatorassignment",
            ),
        ),
        migrations.AddConstraint(
            model_name="evaluation",
            constraint=models.UniqueConstraint(
                fields=("application", "evaluator"),
                name="evaluation_once_each",
                violation_error_message="Esa persona ya declaró para esta postulación.",
            ),
        ),
        migrations.AddField(
            model_name="letter",
            name="application",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="letters", to="cases.application"
            ),
        ),
        migrations.AddField(
            model_name="letter",
            name="case",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="letters", to="cases.case"
            ),
        ),
        migrations.AddField(
            model_name="letter",
            name="change",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="cases.stagechange",
            ),
        ),
        migrations.AddField(
            model_name="letter",
            name="evidence",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="incubator.evidence"
            ),
        ),
        migrations.AddField(
            model_name="letter",
            name="incubator",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="incubator.incubator"
            ),
        ),
        migrations.AddField(
            model_name="letter",
            name="issued_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="letter",
            name="notified_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="ranking",
            name="call",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="rankings", to="cases.call"
            ),
        ),
        migrations.AddField(
            model_name="ranking",
            name="made_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddConstraint(
            model_name="appeal",
            constraint=models.UniqueConstraint(
                fields=("application", "round"),
                name="appeal_once",
                violation_error_message="El grupo ya apeló de esta decisión.",
            ),
        ),
        migrations.AddConstraint(
            model_name="appeal",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("act", ""), ("decided_by__isnull", True), ("decided_on__isnull", True), ("outcome", "")),
                    models.Q(
                        ("act__gt", ""),
                        ("decided_by__isnull", False),
                        ("decided_on__isnull", False),
                        ("outcome__gt", ""),
                    ),
                    _connector="OR",
                ),
                name="appeal_decided_with_its_act",
                violation_error_message="Una apelación decidida tiene fecha y acto.",
            ),
        ),
        migrations.AddConstraint(
            model_name="criterion",
            constraint=models.UniqueConstraint(fields=("call", "order"), name="criterion_order_unique"),
        ),
        migrations.AddConstraint(
            model_name="criterion",
            constraint=models.CheckConstraint(
                condition=models.Q(("weight__gte", 1), ("weight__lte", 100)),
                name="criterion_weight",
                violation_error_message="El peso va de 1 a 100.",
            ),
        ),
        migrations.AddConstraint(
            model_name="criterion",
            constraint=models.CheckConstraint(
                condition=models.Q(("maximum__gte", 1), ("maximum__lte", 10)),
                name="criterion_maximum",
                violation_error_message="El puntaje máximo va de 1 a 10.",
            ),
        ),
        migrations.AddConstraint(
            model_name="criterionscore",
            constraint=models.UniqueConstraint(fields=("evaluation", "criterion"), name="criterionscore_once"),
        ),
        migrations.AddConstraint(
            model_name="evaluatorassignment",
            constraint=models.CheckConstraint(
                condition=models.Q(("until__isnull", True), ("until__gte", models.F("since")), _connector="OR"),
                name="evaluatorassignment_range",
                violation_error_message="La fecha de término no puede ser anterior a la de inicio.",
            ),
        ),
        migrations.AddConstraint(
            model_name="evaluatorassignment",
            constraint=models.UniqueConstraint(
                fields=("application", "evaluator"),
                name="evaluatorassignment_once",
                violation_error_message="Esa persona ya tuvo esta postulación a su cargo.",
            ),
        ),
        migrations.AddConstraint(
            model_name="letter",
            constraint=models.UniqueConstraint(fields=("incubator", "year", "number"), name="letter_number_unique"),
        ),
        migrations.AddConstraint(
            model_name="letter",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("channel", ""), ("notified_on__isnull", True)),
                    models.Q(("channel__gt", ""), ("notified_on__isnull", False)),
                    _connector="OR",
                ),
                name="letter_notice_has_channel",
                violation_error_message="Un aviso tiene día y medio.",
            ),
        ),
        migrations.AddConstraint(
            model_name="ranking",
            constraint=models.UniqueConstraint(fields=("call", "number"), name="ranking_number_unique"),
        ),
        migrations.RunPython(load, unload),
        migrations.RunSQL(JOIN, migrations.RunSQL.noop),
    ]
