import django.contrib.postgres.constraints
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import incubator.calendars.clock
import incubator.models.dated


class Migration(migrations.Migration):
    dependencies = [
        ("incubator", "0002_sensitive_schema"),
    ]

    operations = [
        migrations.CreateModel(
            name="DigestPreference",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "choice",
                    models.CharField(
                        choices=[
                            ("none", "No recibir correos"),
                            ("daily", "Cada día hábil, todo lo que está a mi cargo"),
                            ("urgent", "Solo los días en que hay algo urgente"),
                        ],
                        default="daily",
                        max_length=10,
                        verbose_name="qué recibir",
                    ),
                ),
                (
                    "user",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="digest_preference",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "preferencia del resumen",
                "verbose_name_plural": "preferencias del resumen",
            },
        ),
        migrations.CreateModel(
            name="Absence",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("since", models.DateField(verbose_name="desde")),
                ("until", models.DateField(blank=True, null=True, verbose_name="hasta")),
                (
                    "reason",
                    models.CharField(
                        choices=[
                            ("holiday", "Feriado legal (vacaciones)"),
                            ("leave", "Permiso o licencia"),
                            ("duty", "Cometido o capacitación"),
                            ("other", "Otra ausencia"),
                        ],
                        max_length=20,
                        verbose_name="motivo",
                    ),
                ),
                ("recorded_at", models.DateTimeField(default=incubator.calendars.clock.now, editable=False)),
                (
                    "post",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="absences",
                        to="incubator.post",
                        verbose_name="cargo",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="absences",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="persona",
                    ),
                ),
            ],
            options={
                "verbose_name": "ausencia",
                "verbose_name_plural": "ausencias",
                "ordering": ["-since", "-id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("until__isnull", True), ("until__gte", models.F("since")), _connector="OR"),
                        name="absence_range",
                        violation_error_message="La fecha de término no puede ser anterior a la de inicio.",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        expressions=[("user", "="), (incubator.models.dated.DateRange("since", "until"), "&&")],
                        name="absence_user_no_overlap",
                        violation_error_message="Esa persona ya tiene una ausencia en esos días.",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        expressions=[("post", "="), (incubator.models.dated.DateRange("since", "until"), "&&")],
                        name="absence_post_no_overlap",
                        violation_error_message="Ese cargo ya tiene una ausencia en esos días.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("user__isnull", True), ("post__isnull", True), _connector="XOR"),
                        name="absence_of_one",
                        violation_error_message="Una ausencia es de una persona o de uno de sus cargos.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CalendarFeed",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("token_hash", models.CharField(max_length=64, unique=True)),
                (
                    "created_at",
                    models.DateTimeField(
                        default=incubator.calendars.clock.now, editable=False, verbose_name="creada el"
                    ),
                ),
                ("revoked_at", models.DateTimeField(blank=True, null=True, verbose_name="revocada el")),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="calendar_feeds",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "calendario personal",
                "verbose_name_plural": "calendarios personales",
                "ordering": ["-created_at", "-id"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("revoked_at__isnull", True)),
                        fields=("user",),
                        name="calendarfeed_one_in_force",
                        violation_error_message="Ya tiene un calendario personal: revóquelo antes de crear otro.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="DigestDelivery",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("day", models.DateField(verbose_name="día")),
                ("count", models.PositiveSmallIntegerField(verbose_name="cosas")),
                (
                    "outcome",
                    models.CharField(
                        choices=[("sent", "Enviado"), ("nothing", "Nada que avisar"), ("failed", "El correo no salió")],
                        max_length=10,
                        verbose_name="cómo resultó",
                    ),
                ),
                ("recorded_at", models.DateTimeField(default=incubator.calendars.clock.now, editable=False)),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="digests", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name": "resumen enviado",
                "verbose_name_plural": "resúmenes enviados",
                "ordering": ["-day", "-id"],
                "constraints": [models.UniqueConstraint(fields=("user", "day"), name="digest_once")],
            },
        ),
        migrations.CreateModel(
            name="TaskOverlay",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.CharField(max_length=120)),
                ("cause", models.CharField(max_length=60)),
                ("snoozed_until", models.DateField(blank=True, null=True, verbose_name="hasta el")),
                ("snooze_reason", models.CharField(blank=True, max_length=200, verbose_name="por qué se pospone")),
                ("reassign_reason", models.CharField(blank=True, max_length=200, verbose_name="por qué pasa")),
                ("recorded_at", models.DateTimeField(default=incubator.calendars.clock.now, editable=False)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "incubator",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="incubator.incubator",
                    ),
                ),
                (
                    "organization",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="incubator.organization",
                    ),
                ),
                (
                    "reassigned_to",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="pasa a",
                    ),
                ),
            ],
            options={
                "verbose_name": "decisión sobre una tarea",
                "verbose_name_plural": "decisiones sobre tareas",
                "ordering": ["key", "-id"],
                "indexes": [models.Index(fields=["key", "-id"], name="taskoverlay_last")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("snooze_reason", ""), ("snoozed_until__isnull", True)),
                            models.Q(("snoozed_until__isnull", False), models.Q(("snooze_reason", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="taskoverlay_snooze_reason",
                        violation_error_message="Diga por qué la pospone.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("reassign_reason", ""), ("reassigned_to__isnull", True)),
                            models.Q(
                                ("reassigned_to__isnull", False), models.Q(("reassign_reason", ""), _negated=True)
                            ),
                            _connector="OR",
                        ),
                        name="taskoverlay_reassign_reason",
                        violation_error_message="Diga por qué la pasa a otra persona.",
                    ),
                ],
            },
        ),
    ]
