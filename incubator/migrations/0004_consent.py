"""Consents by purpose, what adviser institutions are, and meetings still to come.

The supports used to ask a person move to the schema of sensitive tables.
"""

import django.contrib.postgres.constraints
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import incubator.calendars.clock
import incubator.models.dated


class Migration(migrations.Migration):
    dependencies = [("incubator", "0003_tasks")]

    operations = [
        migrations.CreateModel(
            name="ConsentText",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "incubator",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="consent_texts",
                        to="incubator.incubator",
                    ),
                ),
                (
                    "purpose",
                    models.CharField(
                        choices=[
                            ("photo", "Fotografías y videos"),
                            ("whatsapp", "Mensajes por WhatsApp"),
                            ("private_adviser", "Compartir sus datos con una asesora privada"),
                            ("public_profile", "Aparecer en páginas públicas"),
                            ("quotation", "Citar sus palabras"),
                            ("afterwards", "Contactarla después del programa"),
                        ],
                        max_length=20,
                        verbose_name="finalidad",
                    ),
                ),
                ("version", models.PositiveSmallIntegerField(verbose_name="versión")),
                ("text", models.TextField(verbose_name="texto")),
                ("easy_text", models.TextField(verbose_name="texto en lectura fácil")),
                ("in_force_from", models.DateField(verbose_name="rige desde")),
                (
                    "written_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("recorded_at", models.DateTimeField(default=incubator.calendars.clock.now, editable=False)),
            ],
            options={
                "verbose_name": "texto de autorización",
                "verbose_name_plural": "textos de autorización",
                "ordering": ["purpose", "-version", "-id"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("incubator", "purpose", "version"), name="consenttext_version", nulls_distinct=False
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Consent",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="consents", to="incubator.person"
                    ),
                ),
                (
                    "purpose",
                    models.CharField(
                        choices=[
                            ("photo", "Fotografías y videos"),
                            ("whatsapp", "Mensajes por WhatsApp"),
                            ("private_adviser", "Compartir sus datos con una asesora privada"),
                            ("public_profile", "Aparecer en páginas públicas"),
                            ("quotation", "Citar sus palabras"),
                            ("afterwards", "Contactarla después del programa"),
                        ],
                        max_length=20,
                        verbose_name="finalidad",
                    ),
                ),
                ("given", models.BooleanField(verbose_name="autoriza")),
                (
                    "text",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="consents",
                        to="incubator.consenttext",
                    ),
                ),
                ("happened_on", models.DateField(verbose_name="fecha")),
                (
                    "channel",
                    models.CharField(
                        choices=[
                            ("paper", "En papel"),
                            ("read_aloud", "En persona, leído en voz alta"),
                            ("signed", "En persona, en Lengua de Señas Chilena"),
                            ("phone", "Por teléfono"),
                            ("video", "Por videollamada"),
                            ("written", "Por mensaje o correo"),
                        ],
                        max_length=12,
                        verbose_name="cómo lo dijo",
                    ),
                ),
                (
                    "said",
                    models.CharField(
                        choices=[
                            ("signature", "Firmó"),
                            ("mark", "Firmó con huella o marca"),
                            ("spoken", "Lo dijo o lo señó, sin firmar"),
                        ],
                        default="signature",
                        max_length=10,
                        verbose_name="cómo quedó escrito",
                    ),
                ),
                ("witness", models.CharField(blank=True, max_length=200, verbose_name="testigo")),
                ("guardian", models.CharField(blank=True, max_length=200, verbose_name="representante legal")),
                (
                    "evidence",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="incubator.evidence",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("recorded_at", models.DateTimeField(default=incubator.calendars.clock.now, editable=False)),
            ],
            options={
                "verbose_name": "autorización",
                "verbose_name_plural": "autorizaciones",
                "ordering": ["-happened_on", "-id"],
                "indexes": [models.Index(fields=["purpose", "person"], name="consent_by_purpose")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("given", False), ("text__isnull", False), _connector="OR"),
                        name="consent_names_its_text",
                        violation_error_message="Diga qué texto se le leyó.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ConsentSupport",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "consent",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.DO_NOTHING, related_name="+", to="incubator.consent"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.DO_NOTHING, related_name="+", to="incubator.person"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
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
                        verbose_name="apoyo",
                    ),
                ),
            ],
            options={
                "verbose_name": "apoyo al autorizar",
                "verbose_name_plural": "apoyos al autorizar",
                "db_table": "sensitive_consentsupport",
                "ordering": ["id"],
                "constraints": [models.UniqueConstraint(fields=("consent", "kind"), name="consentsupport_once")],
            },
        ),
        migrations.CreateModel(
            name="AdviserStanding",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("since", models.DateField(verbose_name="desde")),
                ("until", models.DateField(blank=True, null=True, verbose_name="hasta")),
                (
                    "incubator",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="adviser_standings",
                        to="incubator.incubator",
                    ),
                ),
                (
                    "organization",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="adviser_standings",
                        to="incubator.organization",
                    ),
                ),
                (
                    "nature",
                    models.CharField(
                        choices=[("public", "Pública"), ("private", "Privada")],
                        max_length=10,
                        verbose_name="naturaleza",
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
                "verbose_name": "naturaleza de la institución asesora",
                "verbose_name_plural": "naturaleza de las instituciones asesoras",
                "ordering": ["-since", "-id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("until__isnull", True), ("until__gte", models.F("since")), _connector="OR"),
                        name="adviserstanding_range",
                        violation_error_message="La fecha de término no puede ser anterior a la de inicio.",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        expressions=[
                            ("incubator", "="),
                            ("organization", "="),
                            (incubator.models.dated.DateRange("since", "until"), "&&"),
                        ],
                        name="adviserstanding_no_overlap",
                        violation_error_message="La institución ya tiene una naturaleza anotada en esas fechas.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ProcessorContract",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("since", models.DateField(verbose_name="desde")),
                ("until", models.DateField(blank=True, null=True, verbose_name="hasta")),
                (
                    "incubator",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="processor_contracts",
                        to="incubator.incubator",
                    ),
                ),
                (
                    "organization",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="processor_contracts",
                        to="incubator.organization",
                    ),
                ),
                ("act", models.CharField(max_length=200, verbose_name="contrato o decreto")),
                ("object", models.CharField(max_length=300, verbose_name="objeto")),
                ("purpose", models.CharField(max_length=300, verbose_name="para qué se usan los datos")),
                ("data", models.CharField(max_length=300, verbose_name="qué datos")),
                ("people", models.CharField(max_length=300, verbose_name="de qué personas")),
                ("at_end", models.CharField(max_length=300, verbose_name="qué se hace con los datos al terminar")),
                (
                    "evidence",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="incubator.evidence"
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
                "verbose_name": "contrato de encargo de datos",
                "verbose_name_plural": "contratos de encargo de datos",
                "ordering": ["-since", "-id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("until__isnull", True), ("until__gte", models.F("since")), _connector="OR"),
                        name="processorcontract_range",
                        violation_error_message="La fecha de término no puede ser anterior a la de inicio.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PlannedMeeting",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "incubator",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="planned_meetings",
                        to="incubator.incubator",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("session", "Sesión con grupo"),
                            ("joint_workshop", "Taller conjunto"),
                            ("lesson", "Clase de formación"),
                            ("team_advice", "Asesoría al equipo municipal"),
                            ("outreach", "Difusión"),
                            ("network", "Reunión de red"),
                        ],
                        max_length=20,
                        verbose_name="tipo",
                    ),
                ),
                (
                    "modality",
                    models.CharField(
                        choices=[("in_person", "Presencial"), ("remote", "Remota"), ("mixed", "Mixta")],
                        default="in_person",
                        max_length=12,
                        verbose_name="modalidad",
                    ),
                ),
                ("planned_on", models.DateField(verbose_name="fecha")),
                ("starts_at", models.TimeField(verbose_name="desde")),
                ("ends_at", models.TimeField(verbose_name="hasta")),
                ("topic", models.CharField(max_length=300, verbose_name="tema")),
                ("place", models.CharField(blank=True, max_length=200, verbose_name="lugar")),
                ("access_notes", models.CharField(blank=True, max_length=500, verbose_name="cómo se llega y se entra")),
                (
                    "conducted_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="a cargo de",
                    ),
                ),
                (
                    "meeting",
                    models.OneToOneField(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="planned",
                        to="incubator.meeting",
                    ),
                ),
                ("cancelled_at", models.DateTimeField(blank=True, editable=False, null=True)),
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
                ("cancel_reason", models.CharField(blank=True, max_length=300, verbose_name="por qué se suspende")),
                (
                    "created_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("created_at", models.DateTimeField(default=incubator.calendars.clock.now, editable=False)),
                (
                    "organizations",
                    models.ManyToManyField(blank=True, related_name="planned_meetings", to="incubator.organization"),
                ),
            ],
            options={
                "verbose_name": "reunión planificada",
                "verbose_name_plural": "reuniones planificadas",
                "ordering": ["planned_on", "starts_at", "id"],
                "indexes": [models.Index(fields=["incubator", "planned_on"], name="plannedmeeting_by_day")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ends_at__gt", models.F("starts_at"))),
                        name="plannedmeeting_ends_after_start",
                        violation_error_message="La hora de término debe ser posterior a la de inicio.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("cancelled_at__isnull", True),
                            models.Q(models.Q(("cancel_reason", ""), _negated=True), ("meeting__isnull", True)),
                            _connector="OR",
                        ),
                        name="plannedmeeting_cancelled_with_reason",
                        violation_error_message="Diga por qué se suspende.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PlannedSupport",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "planned",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="supports",
                        to="incubator.plannedmeeting",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
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
                        verbose_name="apoyo",
                    ),
                ),
                ("requested", models.PositiveSmallIntegerField(verbose_name="pedidos")),
                ("provider", models.CharField(blank=True, max_length=200, verbose_name="quién lo da")),
                ("booked_on", models.DateField(blank=True, null=True, verbose_name="confirmado el")),
                ("cost", models.PositiveIntegerField(default=0, verbose_name="costo en pesos")),
            ],
            options={
                "verbose_name": "apoyo por reservar",
                "verbose_name_plural": "apoyos por reservar",
                "ordering": ["id"],
                "constraints": [
                    models.UniqueConstraint(fields=("planned", "kind"), name="plannedsupport_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("booked_on__isnull", True), models.Q(("provider", ""), _negated=True), _connector="OR"
                        ),
                        name="plannedsupport_booked_with_somebody",
                        violation_error_message="Diga quién da el apoyo.",
                    ),
                ],
            },
        ),
        migrations.RunSQL(
            "alter table public.sensitive_consentsupport set schema sensitive",
            "alter table sensitive.sensitive_consentsupport set schema public",
        ),
    ]
