import django.contrib.postgres.fields
import django.db.models.deletion
import django_fsm
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import incubator.calendars.clock
import incubator.models.past


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0018_cures"),
        ("incubator", "0010_funds"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="FundingAgency",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=200, unique=True, verbose_name="nombre")),
                ("short_name", models.CharField(blank=True, max_length=40, verbose_name="sigla")),
                ("is_private", models.BooleanField(default=False, verbose_name="es una institución privada")),
                ("website", models.URLField(blank=True, verbose_name="sitio web")),
            ],
            options={
                "verbose_name": "institución que financia",
                "verbose_name_plural": "instituciones que financian",
                "ordering": ["name"],
            },
        ),
        migrations.CreateModel(
            name="FundingCall",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "key",
                    models.SlugField(
                        help_text="No cambia: con ella se reconoce al leer una planilla.",
                        max_length=80,
                        verbose_name="clave",
                    ),
                ),
                ("programme", models.CharField(max_length=200, verbose_name="programa")),
                ("line", models.CharField(blank=True, max_length=200, verbose_name="línea")),
                ("year", models.PositiveSmallIntegerField(verbose_name="año")),
                ("is_demonstration", models.BooleanField(default=False, verbose_name="de demostración")),
                ("entered_at", models.DateTimeField(default=incubator.calendars.clock.now, editable=False)),
                ("withdrawn_on", models.DateField(blank=True, null=True, verbose_name="retirada el")),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="calls",
                        to="cases.fundingagency",
                        verbose_name="institución",
                    ),
                ),
                (
                    "agreement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="funding_calls",
                        to="incubator.agreement",
                    ),
                ),
                (
                    "copied_from",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="copies",
                        verbose_name="copiado de",
                        to="cases.fundingcall",
                    ),
                ),
                (
                    "entered_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="la ingresó",
                    ),
                ),
                (
                    "incubator",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="funding_calls",
                        to="incubator.incubator",
                    ),
                ),
            ],
            options={
                "verbose_name": "llamado a un fondo",
                "verbose_name_plural": "llamados a fondos",
                "ordering": ["-year", "programme", "line", "id"],
            },
        ),
        migrations.CreateModel(
            name="BasesVersion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveSmallIntegerField(verbose_name="versión")),
                ("in_force_from", models.DateField(blank=True, null=True, verbose_name="vigente desde")),
                (
                    "act",
                    models.CharField(blank=True, max_length=200, verbose_name="acto (bases, aclaración o ampliación)"),
                ),
                ("url", models.URLField(blank=True, max_length=500, verbose_name="dirección de las bases")),
                ("content", models.JSONField(default=dict, verbose_name="contenido")),
                ("to_review", models.JSONField(blank=True, default=list, verbose_name="por revisar")),
                ("ticked", models.JSONField(blank=True, default=dict, verbose_name="comprobado")),
                ("revision", models.PositiveIntegerField(default=1, editable=False)),
                ("recorded_at", models.DateTimeField(default=incubator.calendars.clock.now, editable=False)),
                ("checked_on", models.DateField(blank=True, null=True, verbose_name="comprobada el")),
                ("opens_on", models.DateField(blank=True, editable=False, null=True, verbose_name="abre el")),
                (
                    "questions_until",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="consultas hasta"),
                ),
                (
                    "first_closes_at",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="primer cierre"),
                ),
                (
                    "last_closes_at",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="último cierre"),
                ),
                (
                    "authors",
                    models.ManyToManyField(
                        related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="quienes la escribieron"
                    ),
                ),
                (
                    "checked_by",
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
                        verbose_name="archivo",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="la escribió",
                    ),
                ),
                (
                    "call",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="versions", to="cases.fundingcall"
                    ),
                ),
            ],
            options={
                "verbose_name": "versión de las bases",
                "verbose_name_plural": "versiones de las bases",
                "ordering": ["call_id", "number"],
            },
        ),
        migrations.CreateModel(
            name="FundApplication",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "state",
                    django_fsm.FSMField(
                        choices=[
                            ("draft", "Borrador"),
                            ("review", "En revisión interna"),
                            ("ready", "Lista para enviar"),
                            ("submitted", "Enviada"),
                            ("admissible", "Admisible"),
                            ("observed", "Con observaciones"),
                            ("inadmissible", "Inadmisible"),
                            ("waitlisted", "En lista de espera"),
                            ("not_awarded", "No adjudicada"),
                            ("awarded", "Adjudicada"),
                            ("signed", "Con convenio firmado"),
                            ("execution", "En ejecución"),
                            ("terminated", "Terminada anticipadamente"),
                            ("rendered", "Rendición final entregada"),
                            ("closed", "Cerrada"),
                            ("withdrawn", "Desistida"),
                            ("renounced", "Renunciada"),
                        ],
                        default="draft",
                        editable=False,
                        max_length=15,
                        verbose_name="estado",
                    ),
                ),
                ("number", models.PositiveIntegerField(editable=False, verbose_name="número")),
                ("title", models.CharField(max_length=200, verbose_name="nombre del proyecto")),
                (
                    "applicant_kind",
                    models.CharField(
                        choices=[
                            ("group", "Grupo sin personalidad jurídica"),
                            ("cooperative", "Cooperativa"),
                            ("member", "Una persona del grupo"),
                            ("municipality", "La municipalidad, por el grupo"),
                            ("sponsor", "Otra institución, por el grupo"),
                        ],
                        max_length=12,
                        verbose_name="quién postula",
                    ),
                ),
                (
                    "applicant_name",
                    models.CharField(blank=True, max_length=200, verbose_name="institución que postula"),
                ),
                ("applicant_rut", models.CharField(blank=True, max_length=12, verbose_name="RUT de quien postula")),
                (
                    "receiver_kind",
                    models.CharField(
                        choices=[
                            ("applicant", "Quien postula"),
                            ("member", "Una persona del grupo, por todas"),
                            ("municipality", "La municipalidad"),
                            ("sponsor", "Otra institución"),
                        ],
                        default="applicant",
                        max_length=12,
                        verbose_name="quién recibe el dinero",
                    ),
                ),
                ("receiver_name", models.CharField(blank=True, max_length=200, verbose_name="institución que recibe")),
                ("receiver_rut", models.CharField(blank=True, max_length=12, verbose_name="RUT de quien recibe")),
                (
                    "signer_name",
                    models.CharField(blank=True, max_length=200, verbose_name="quien firma por la institución"),
                ),
                ("opened_on", models.DateField(verbose_name="empezada el")),
                ("opened_at", models.DateTimeField(default=incubator.calendars.clock.now, editable=False)),
                ("approved_on", models.DateField(blank=True, null=True, verbose_name="aprobada el")),
                (
                    "applicant_person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="incubator.person",
                        verbose_name="persona que postula",
                    ),
                ),
                (
                    "approved_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "bases",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="applications",
                        to="cases.basesversion",
                        verbose_name="versión de las bases",
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="fund_applications", to="cases.case"
                    ),
                ),
                (
                    "copied_from",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="copies",
                        verbose_name="copiada de",
                        to="cases.fundapplication",
                    ),
                ),
                (
                    "keeper",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "opened_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="la empezó",
                    ),
                ),
                (
                    "receiver_person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="incubator.person",
                        verbose_name="persona que recibe",
                    ),
                ),
                (
                    "signer",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="incubator.person",
                        verbose_name="quien firma",
                    ),
                ),
                (
                    "stays_with",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="kept_fund_applications",
                        verbose_name="se quedó con",
                        to="incubator.incubator",
                    ),
                ),
                (
                    "call",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="applications",
                        to="cases.fundingcall",
                        verbose_name="llamado",
                    ),
                ),
            ],
            options={
                "verbose_name": "postulación a un fondo",
                "verbose_name_plural": "postulaciones a fondos",
                "ordering": ["-opened_on", "-id"],
            },
        ),
        migrations.CreateModel(
            name="FundBudget",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveSmallIntegerField(verbose_name="versión")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("requested", "Lo que se pide"),
                            ("awarded", "Ajustado a lo adjudicado"),
                            ("modified", "Modificado durante la ejecución"),
                        ],
                        default="requested",
                        max_length=10,
                        verbose_name="por qué",
                    ),
                ),
                ("in_force_from", models.DateField(blank=True, null=True, verbose_name="vigente desde")),
                ("is_draft", models.BooleanField(default=True, verbose_name="borrador")),
                ("revision", models.PositiveIntegerField(default=1, editable=False)),
                ("reason", models.CharField(blank=True, max_length=500, verbose_name="motivo")),
                ("recorded_at", models.DateTimeField(default=incubator.calendars.clock.now, editable=False)),
                ("approved_on", models.DateField(blank=True, null=True, verbose_name="aprobada el")),
                ("presented_on", models.DateField(blank=True, null=True, verbose_name="presentada el")),
                (
                    "signers",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="personas que firman"),
                ),
                (
                    "unit_value",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=14, null=True, verbose_name="valor de la unidad"
                    ),
                ),
                ("unit_on", models.DateField(blank=True, null=True, verbose_name="valor del día")),
                (
                    "application",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="budgets", to="cases.fundapplication"
                    ),
                ),
                (
                    "approved_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "authors",
                    models.ManyToManyField(
                        related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="quienes la escribieron"
                    ),
                ),
                (
                    "confirmation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.groupconfirmation",
                        verbose_name="confirmación del grupo",
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
                "verbose_name": "presupuesto de una postulación",
                "verbose_name_plural": "presupuestos de postulaciones",
                "ordering": ["application_id", "number"],
            },
        ),
        migrations.CreateModel(
            name="FundBudgetLine",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveSmallIntegerField(default=0)),
                ("item", models.CharField(max_length=80, verbose_name="ítem")),
                ("name", models.CharField(max_length=200, verbose_name="qué se paga")),
                ("months", models.JSONField(default=list, verbose_name="monto pedido por mes")),
                ("own_cash", models.PositiveBigIntegerField(default=0, verbose_name="aporte propio en dinero")),
                ("own_kind", models.PositiveBigIntegerField(default=0, verbose_name="aporte propio valorado")),
                ("note", models.CharField(blank=True, max_length=300, verbose_name="por qué ese monto")),
                (
                    "budget",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="lines", to="cases.fundbudget"
                    ),
                ),
            ],
            options={
                "verbose_name": "línea del presupuesto",
                "verbose_name_plural": "líneas del presupuesto",
                "ordering": ["budget_id", "position", "id"],
            },
        ),
        migrations.CreateModel(
            name="FundComment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.CharField(blank=True, max_length=80)),
                ("text", models.TextField(max_length=2000, verbose_name="comentario")),
                (
                    "at",
                    models.DateTimeField(
                        default=incubator.calendars.clock.now, editable=False, verbose_name="escrito el"
                    ),
                ),
                ("settled_at", models.DateTimeField(blank=True, null=True, verbose_name="resuelto el")),
                (
                    "application",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="comments", to="cases.fundapplication"
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "settled_by",
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
                "verbose_name": "comentario de una postulación",
                "verbose_name_plural": "comentarios de postulaciones",
                "ordering": ["at", "id"],
            },
        ),
        migrations.CreateModel(
            name="FundEvent",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("observation", "Observación"),
                            ("observation_answer", "Respuesta a una observación"),
                            ("admission", "Admisibilidad"),
                            ("rejection", "Inadmisibilidad"),
                            ("score", "Puntaje"),
                            ("waitlist", "Lista de espera"),
                            ("refusal", "No adjudicación"),
                            ("award", "Adjudicación"),
                            ("appeal", "Recurso presentado"),
                            ("appeal_result", "Resultado del recurso"),
                            ("agreement", "Convenio firmado"),
                            ("guarantee", "Garantía"),
                            ("guarantee_back", "Garantía devuelta"),
                            ("start", "Inicio de la ejecución"),
                            ("instalment", "Cuota recibida"),
                            ("modification", "Modificación"),
                            ("early_end", "Término anticipado"),
                            ("final_accounts", "Rendición final entregada"),
                            ("accounts_approved", "Rendición final aprobada"),
                            ("refund_due", "Restitución pedida"),
                            ("refund", "Restitución pagada"),
                            ("withdrawal", "Desistimiento"),
                            ("renunciation", "Renuncia"),
                            ("call_failed", "Falla de la plataforma"),
                            ("correction", "Corrección"),
                        ],
                        max_length=20,
                        verbose_name="qué pasó",
                    ),
                ),
                ("happened_on", models.DateField(verbose_name="fecha del acto")),
                ("notified_on", models.DateField(blank=True, null=True, verbose_name="notificado el")),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="plazo")),
                ("reference", models.CharField(blank=True, max_length=200, verbose_name="acto, resolución o folio")),
                ("note", models.CharField(blank=True, max_length=1000, verbose_name="qué dice")),
                ("amount", models.PositiveBigIntegerField(blank=True, null=True, verbose_name="monto en pesos")),
                (
                    "unit",
                    models.CharField(
                        choices=[("clp", "pesos"), ("uf", "UF"), ("utm", "UTM")],
                        default="clp",
                        max_length=3,
                        verbose_name="unidad del acto",
                    ),
                ),
                (
                    "quantity",
                    models.DecimalField(
                        blank=True, decimal_places=4, max_digits=14, null=True, verbose_name="cantidad en esa unidad"
                    ),
                ),
                (
                    "unit_value",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=14, null=True, verbose_name="valor de la unidad"
                    ),
                ),
                ("unit_on", models.DateField(blank=True, null=True, verbose_name="valor del día")),
                ("details", models.JSONField(blank=True, default=dict, verbose_name="detalle")),
                ("recorded_at", models.DateTimeField(default=incubator.calendars.clock.now, editable=False)),
                (
                    "about",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="followed_by",
                        to="cases.fundevent",
                    ),
                ),
                (
                    "application",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="events", to="cases.fundapplication"
                    ),
                ),
                (
                    "confirmation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.groupconfirmation",
                        verbose_name="lo confirmó",
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
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name": "hecho de una postulación",
                "verbose_name_plural": "hechos de postulaciones",
                "ordering": ["happened_on", "id"],
            },
        ),
        migrations.CreateModel(
            name="FundChange",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveSmallIntegerField()),
                (
                    "from_state",
                    models.CharField(
                        choices=[
                            ("draft", "Borrador"),
                            ("review", "En revisión interna"),
                            ("ready", "Lista para enviar"),
                            ("submitted", "Enviada"),
                            ("admissible", "Admisible"),
                            ("observed", "Con observaciones"),
                            ("inadmissible", "Inadmisible"),
                            ("waitlisted", "En lista de espera"),
                            ("not_awarded", "No adjudicada"),
                            ("awarded", "Adjudicada"),
                            ("signed", "Con convenio firmado"),
                            ("execution", "En ejecución"),
                            ("terminated", "Terminada anticipadamente"),
                            ("rendered", "Rendición final entregada"),
                            ("closed", "Cerrada"),
                            ("withdrawn", "Desistida"),
                            ("renounced", "Renunciada"),
                        ],
                        max_length=15,
                    ),
                ),
                (
                    "to_state",
                    models.CharField(
                        choices=[
                            ("draft", "Borrador"),
                            ("review", "En revisión interna"),
                            ("ready", "Lista para enviar"),
                            ("submitted", "Enviada"),
                            ("admissible", "Admisible"),
                            ("observed", "Con observaciones"),
                            ("inadmissible", "Inadmisible"),
                            ("waitlisted", "En lista de espera"),
                            ("not_awarded", "No adjudicada"),
                            ("awarded", "Adjudicada"),
                            ("signed", "Con convenio firmado"),
                            ("execution", "En ejecución"),
                            ("terminated", "Terminada anticipadamente"),
                            ("rendered", "Rendición final entregada"),
                            ("closed", "Cerrada"),
                            ("withdrawn", "Desistida"),
                            ("renounced", "Renunciada"),
                        ],
                        max_length=15,
                    ),
                ),
                (
                    "verb",
                    models.CharField(
                        choices=[
                            ("review", "Mandar a revisión"),
                            ("send_back", "Devolver a borrador"),
                            ("ready", "Dejar lista"),
                            ("reopen", "Volver a editar"),
                            ("submit", "Anotar el envío"),
                            ("replace", "Preparar otro envío"),
                            ("keep", "Dejar lo ya enviado"),
                            ("admit", "Anotar que es admisible"),
                            ("observe", "Anotar observaciones"),
                            ("answer", "Anotar la respuesta"),
                            ("reject", "Anotar que es inadmisible"),
                            ("waitlist", "Anotar la lista de espera"),
                            ("decline", "Anotar que no se adjudicó"),
                            ("award", "Anotar la adjudicación"),
                            ("sign", "Anotar el convenio firmado"),
                            ("start", "Anotar el inicio de la ejecución"),
                            ("terminate", "Anotar el término anticipado"),
                            ("render", "Anotar la rendición final"),
                            ("close", "Anotar la aprobación y cierre"),
                            ("withdraw", "Desistir"),
                            ("renounce", "Renunciar"),
                            ("uphold_appeal", "Anotar que el recurso se acogió"),
                            ("correct", "Corregir el estado"),
                        ],
                        max_length=15,
                    ),
                ),
                ("effective_on", models.DateField(verbose_name="fecha")),
                (
                    "recorded_at",
                    models.DateTimeField(
                        default=incubator.calendars.clock.now, editable=False, verbose_name="anotado el"
                    ),
                ),
                ("reason", models.CharField(blank=True, max_length=500, verbose_name="motivo")),
                (
                    "application",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="changes", to="cases.fundapplication"
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="changes",
                        to="cases.fundevent",
                    ),
                ),
            ],
            options={
                "verbose_name": "paso de una postulación",
                "verbose_name_plural": "pasos de postulaciones",
                "ordering": ["application_id", "number"],
            },
        ),
        migrations.CreateModel(
            name="FundApplicationHistory",
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
                ("state", django_fsm.FSMField(blank=True, default="draft", editable=False, max_length=15, null=True)),
                ("number", models.PositiveIntegerField(blank=True, editable=False, null=True)),
                ("title", models.CharField(blank=True, max_length=200, null=True)),
                ("applicant_kind", models.CharField(blank=True, max_length=12, null=True)),
                ("applicant_name", models.CharField(blank=True, max_length=200, null=True)),
                ("applicant_rut", models.CharField(blank=True, max_length=12, null=True)),
                ("receiver_kind", models.CharField(blank=True, default="applicant", max_length=12, null=True)),
                ("receiver_name", models.CharField(blank=True, max_length=200, null=True)),
                ("receiver_rut", models.CharField(blank=True, max_length=12, null=True)),
                ("signer_name", models.CharField(blank=True, max_length=200, null=True)),
                ("opened_on", models.DateField(blank=True, null=True)),
                (
                    "opened_at",
                    models.DateTimeField(blank=True, default=incubator.calendars.clock.now, editable=False, null=True),
                ),
                ("approved_on", models.DateField(blank=True, null=True)),
                (
                    "applicant_person",
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
                (
                    "bases",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.basesversion",
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
                    "copied_from",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.fundapplication",
                    ),
                ),
                (
                    "keeper",
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
                    "opened_by",
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
                    "pgh_obj",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.fundapplication",
                    ),
                ),
                (
                    "receiver_person",
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
                    "signer",
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
                    "stays_with",
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
                    "call",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.fundingcall",
                    ),
                ),
            ],
            options={
                "db_table": "cases_fundapplication_history",
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="CallInterest",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("happened_on", models.DateField(verbose_name="fecha")),
                ("recorded_at", models.DateTimeField(default=incubator.calendars.clock.now, editable=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[("interested", "Nos interesa"), ("discarded", "Descartada")],
                        max_length=10,
                        verbose_name="qué dice el grupo",
                    ),
                ),
                ("reason", models.CharField(blank=True, max_length=300, verbose_name="por qué")),
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
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "call",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="interests", to="cases.fundingcall"
                    ),
                ),
            ],
            options={
                "verbose_name": "interés en un fondo",
                "verbose_name_plural": "intereses en fondos",
                "ordering": ["-happened_on", "-id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="FundingCallHistory",
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
                ("key", models.SlugField(blank=True, db_index=False, max_length=80, null=True)),
                ("programme", models.CharField(blank=True, max_length=200, null=True)),
                ("line", models.CharField(blank=True, max_length=200, null=True)),
                ("year", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("is_demonstration", models.BooleanField(blank=True, default=False, null=True)),
                (
                    "entered_at",
                    models.DateTimeField(blank=True, default=incubator.calendars.clock.now, editable=False, null=True),
                ),
                ("withdrawn_on", models.DateField(blank=True, null=True)),
                (
                    "agency",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.fundingagency",
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
                    "copied_from",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.fundingcall",
                    ),
                ),
                (
                    "entered_by",
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
                    "pgh_obj",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.fundingcall",
                    ),
                ),
            ],
            options={
                "db_table": "cases_fundingcall_history",
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="FundPackage",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveSmallIntegerField(verbose_name="paquete")),
                ("snapshot", models.JSONField(verbose_name="contenido")),
                ("sha256", models.CharField(max_length=64)),
                ("previous", models.CharField(blank=True, max_length=64, verbose_name="huella del paquete anterior")),
                (
                    "made_at",
                    models.DateTimeField(
                        default=incubator.calendars.clock.now, editable=False, verbose_name="congelado el"
                    ),
                ),
                (
                    "application",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="packages", to="cases.fundapplication"
                    ),
                ),
                (
                    "bases",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="cases.basesversion"
                    ),
                ),
                (
                    "change",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="package", to="cases.fundchange"
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name": "paquete de una postulación",
                "verbose_name_plural": "paquetes de postulaciones",
                "ordering": ["application_id", "number"],
            },
        ),
        migrations.CreateModel(
            name="FundHandOver",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "basis",
                    models.CharField(
                        choices=[
                            ("art_24_bis", "Entre órganos públicos (Ley 19.880, art. 24 bis)"),
                            ("consent", "Con la autorización de cada persona"),
                        ],
                        max_length=12,
                        verbose_name="con qué base",
                    ),
                ),
                (
                    "requesting_body",
                    models.CharField(blank=True, max_length=200, verbose_name="organismo que pide los documentos"),
                ),
                ("recipient", models.CharField(max_length=200, verbose_name="organismo que los recibe")),
                (
                    "official",
                    models.CharField(blank=True, max_length=200, verbose_name="funcionaria o funcionario responsable"),
                ),
                ("procedure", models.CharField(blank=True, max_length=300, verbose_name="procedimiento")),
                ("data_asked", models.CharField(blank=True, max_length=300, verbose_name="documentos pedidos")),
                ("purpose", models.CharField(max_length=300, verbose_name="para qué")),
                (
                    "legal_basis",
                    models.CharField(blank=True, max_length=300, verbose_name="norma, convenio o acto que lo autoriza"),
                ),
                ("covers_from", models.DateField(blank=True, null=True, verbose_name="período desde")),
                ("covers_to", models.DateField(blank=True, null=True, verbose_name="período hasta")),
                (
                    "files",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(), default=list, size=None
                    ),
                ),
                (
                    "persons",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(), default=list, size=None
                    ),
                ),
                (
                    "consents",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(), default=list, size=None
                    ),
                ),
                ("handed_on", models.DateField(verbose_name="entregado el")),
                (
                    "at",
                    models.DateTimeField(
                        default=incubator.calendars.clock.now, editable=False, verbose_name="anotado el"
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
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
                    "package",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="hand_overs", to="cases.fundpackage"
                    ),
                ),
            ],
            options={
                "verbose_name": "entrega de documentos reservados",
                "verbose_name_plural": "entregas de documentos reservados",
                "ordering": ["package_id", "id"],
            },
        ),
        migrations.CreateModel(
            name="FundFiling",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveSmallIntegerField(verbose_name="envío")),
                (
                    "channel",
                    models.CharField(
                        choices=[
                            ("online", "En línea"),
                            ("in_person", "En una oficina"),
                            ("mail", "Por correo electrónico"),
                        ],
                        max_length=10,
                        verbose_name="por dónde",
                    ),
                ),
                ("place", models.CharField(blank=True, max_length=200, verbose_name="en qué oficina")),
                ("closing", models.CharField(max_length=80)),
                ("closes_at", models.DateTimeField(verbose_name="cierre que valía")),
                ("filed_at", models.DateTimeField(verbose_name="enviada a las")),
                ("folio", models.CharField(blank=True, max_length=120, verbose_name="folio o número")),
                (
                    "recorded_at",
                    models.DateTimeField(
                        default=incubator.calendars.clock.now, editable=False, verbose_name="anotado el"
                    ),
                ),
                (
                    "application",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="filings", to="cases.fundapplication"
                    ),
                ),
                (
                    "change",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="filing", to="cases.fundchange"
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
                        verbose_name="comprobante",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "package",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="filings", to="cases.fundpackage"
                    ),
                ),
            ],
            options={
                "verbose_name": "envío de una postulación",
                "verbose_name_plural": "envíos de postulaciones",
                "ordering": ["application_id", "number"],
            },
        ),
        migrations.CreateModel(
            name="FundPackageFile",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveSmallIntegerField(verbose_name="orden")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("form", "Formulario"),
                            ("data", "Datos"),
                            ("index", "Índice"),
                            ("document", "Documento"),
                            ("quotation", "Cotización"),
                        ],
                        max_length=10,
                        verbose_name="qué es",
                    ),
                ),
                ("name", models.CharField(max_length=200, verbose_name="nombre")),
                ("sha256", models.CharField(max_length=64)),
                ("is_reserved", models.BooleanField(default=False, verbose_name="reservado")),
                (
                    "evidence",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="incubator.evidence"
                    ),
                ),
                (
                    "package",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="files", to="cases.fundpackage"
                    ),
                ),
            ],
            options={
                "verbose_name": "archivo de un paquete",
                "verbose_name_plural": "archivos de paquetes",
                "ordering": ["package_id", "position"],
            },
        ),
        migrations.CreateModel(
            name="FundPlacement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("stayed", "Se quedó con la institución que firmó"),
                            ("went", "Se fue con el caso"),
                            ("inherited", "Borrador heredado"),
                            ("handed_over", "Quedó a cargo de alguien al cerrar el caso"),
                            ("renamed", "Cambió quien responde"),
                            ("merged", "Su grupo se unió a otro"),
                        ],
                        max_length=12,
                        verbose_name="qué pasó",
                    ),
                ),
                ("on", models.DateField(verbose_name="fecha")),
                (
                    "at",
                    models.DateTimeField(
                        default=incubator.calendars.clock.now, editable=False, verbose_name="anotado el"
                    ),
                ),
                ("settled_on", models.DateField(blank=True, null=True, verbose_name="resuelto el")),
                ("note", models.CharField(blank=True, max_length=300, verbose_name="cómo")),
                (
                    "application",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="placements",
                        to="cases.fundapplication",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "keeper",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "operation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="fund_placements",
                        to="cases.operation",
                    ),
                ),
                (
                    "settled_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "stays_with",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="incubator.incubator",
                    ),
                ),
                (
                    "transfer",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="fund_placements",
                        to="cases.transfer",
                    ),
                ),
            ],
            options={
                "verbose_name": "cambio de lugar de una postulación",
                "verbose_name_plural": "cambios de lugar de postulaciones",
                "ordering": ["application_id", "id"],
            },
        ),
        migrations.CreateModel(
            name="FundPurchase",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveIntegerField(verbose_name="nº")),
                ("document_on", models.DateField(verbose_name="fecha del documento")),
                ("document_kind", models.CharField(max_length=40, verbose_name="tipo de documento")),
                ("document_number", models.CharField(blank=True, max_length=40, verbose_name="nº de documento")),
                ("supplier_rut", models.CharField(blank=True, max_length=12, verbose_name="RUT del proveedor")),
                ("supplier", models.CharField(max_length=200, verbose_name="proveedor")),
                ("detail", models.CharField(max_length=300, verbose_name="detalle")),
                ("item", models.CharField(max_length=80, verbose_name="ítem")),
                ("subitem", models.CharField(blank=True, max_length=80, verbose_name="subítem")),
                ("net", models.PositiveBigIntegerField(verbose_name="monto neto")),
                ("tax", models.PositiveBigIntegerField(default=0, verbose_name="IVA o retención")),
                ("total", models.PositiveBigIntegerField(verbose_name="monto total")),
                ("paid_with", models.CharField(blank=True, max_length=40, verbose_name="medio de pago")),
                ("voucher", models.CharField(blank=True, max_length=40, verbose_name="nº de egreso")),
                ("paid_on", models.DateField(blank=True, null=True, verbose_name="fecha de pago")),
                ("activity", models.CharField(blank=True, max_length=200, verbose_name="actividad o meta")),
                ("recorded_at", models.DateTimeField(default=incubator.calendars.clock.now, editable=False)),
                (
                    "standing",
                    models.CharField(
                        choices=[
                            ("pending", "Pendiente"),
                            ("approved", "Aprobado"),
                            ("observed", "Observado"),
                            ("rejected", "Rechazado"),
                        ],
                        default="pending",
                        max_length=8,
                        verbose_name="estado en el fondo",
                    ),
                ),
                ("observation", models.CharField(blank=True, max_length=300, verbose_name="qué observó el fondo")),
                ("voided_at", models.DateTimeField(blank=True, null=True)),
                ("void_reason", models.CharField(blank=True, max_length=300, verbose_name="por qué se anuló")),
                (
                    "application",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="purchases",
                        to="cases.fundapplication",
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
                        verbose_name="archivo",
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
                "verbose_name": "compra con un fondo",
                "verbose_name_plural": "compras con fondos",
                "ordering": ["application_id", "number"],
            },
        ),
        migrations.CreateModel(
            name="FundPurchaseHistory",
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
                ("number", models.PositiveIntegerField(blank=True, null=True)),
                ("document_on", models.DateField(blank=True, null=True)),
                ("document_kind", models.CharField(blank=True, max_length=40, null=True)),
                ("document_number", models.CharField(blank=True, max_length=40, null=True)),
                ("supplier_rut", models.CharField(blank=True, max_length=12, null=True)),
                ("supplier", models.CharField(blank=True, max_length=200, null=True)),
                ("detail", models.CharField(blank=True, max_length=300, null=True)),
                ("item", models.CharField(blank=True, max_length=80, null=True)),
                ("subitem", models.CharField(blank=True, max_length=80, null=True)),
                ("net", models.PositiveBigIntegerField(blank=True, null=True)),
                ("tax", models.PositiveBigIntegerField(blank=True, default=0, null=True)),
                ("total", models.PositiveBigIntegerField(blank=True, null=True)),
                ("paid_with", models.CharField(blank=True, max_length=40, null=True)),
                ("voucher", models.CharField(blank=True, max_length=40, null=True)),
                ("paid_on", models.DateField(blank=True, null=True)),
                ("activity", models.CharField(blank=True, max_length=200, null=True)),
                (
                    "recorded_at",
                    models.DateTimeField(blank=True, default=incubator.calendars.clock.now, editable=False, null=True),
                ),
                ("standing", models.CharField(blank=True, default="pending", max_length=8, null=True)),
                ("observation", models.CharField(blank=True, max_length=300, null=True)),
                ("voided_at", models.DateTimeField(blank=True, null=True)),
                ("void_reason", models.CharField(blank=True, max_length=300, null=True)),
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
                        to="cases.fundapplication",
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
                    "pgh_obj",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.fundpurchase",
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
                "db_table": "cases_fundpurchase_history",
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="FundQuotation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("item", models.CharField(max_length=80, verbose_name="ítem")),
                ("detail", models.CharField(max_length=200, verbose_name="qué se cotizó")),
                ("supplier", models.CharField(max_length=200, verbose_name="proveedor")),
                ("supplier_rut", models.CharField(blank=True, max_length=12, verbose_name="RUT del proveedor")),
                ("amount", models.PositiveBigIntegerField(verbose_name="monto en pesos, con impuestos")),
                ("quoted_on", models.DateField(verbose_name="fecha de la cotización")),
                ("valid_until", models.DateField(blank=True, null=True, verbose_name="vale hasta")),
                ("is_chosen", models.BooleanField(default=False, verbose_name="es la elegida")),
                ("recorded_at", models.DateTimeField(default=incubator.calendars.clock.now, editable=False)),
                ("set_aside_on", models.DateField(blank=True, null=True, verbose_name="apartada el")),
                (
                    "application",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="quotations",
                        to="cases.fundapplication",
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
                        verbose_name="archivo",
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
                "verbose_name": "cotización",
                "verbose_name_plural": "cotizaciones",
                "ordering": ["item", "id"],
            },
        ),
        migrations.CreateModel(
            name="FundReview",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("section", models.CharField(max_length=80)),
                ("is_fine", models.BooleanField(verbose_name="está bien")),
                ("note", models.CharField(blank=True, max_length=1000, verbose_name="qué cambiar")),
                ("digest", models.CharField(max_length=64)),
                (
                    "at",
                    models.DateTimeField(
                        default=incubator.calendars.clock.now, editable=False, verbose_name="revisada el"
                    ),
                ),
                (
                    "application",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="reviews", to="cases.fundapplication"
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name": "revisión de una sección",
                "verbose_name_plural": "revisiones de secciones",
                "ordering": ["application_id", "-at", "-id"],
            },
        ),
        migrations.CreateModel(
            name="PastAward",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("identifier", models.CharField(max_length=200, verbose_name="identificador")),
                ("funder", models.CharField(max_length=200, verbose_name="quien financia")),
                ("programme", models.CharField(blank=True, max_length=200, verbose_name="programa")),
                ("title", models.CharField(max_length=300, verbose_name="título")),
                ("recipient", models.CharField(blank=True, max_length=200, verbose_name="organización")),
                ("amount", models.PositiveBigIntegerField(verbose_name="monto")),
                ("currency", models.CharField(default="CLP", max_length=3, verbose_name="moneda")),
                ("year", models.PositiveSmallIntegerField(verbose_name="año")),
                ("awarded_on", models.DateField(blank=True, null=True, verbose_name="adjudicado el")),
                ("recorded_at", models.DateTimeField(default=incubator.calendars.clock.now, editable=False)),
                (
                    "agreement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="past_awards",
                        to="incubator.agreement",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="incubator.evidence",
                    ),
                ),
            ],
            options={
                "verbose_name": "resultado pasado de un fondo",
                "verbose_name_plural": "resultados pasados de fondos",
                "ordering": ["-year", "-awarded_on", "id"],
            },
        ),
        migrations.CreateModel(
            name="ReservedAnswer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("happened_on", models.DateField(verbose_name="fecha")),
                ("recorded_at", models.DateTimeField(default=incubator.calendars.clock.now, editable=False)),
                ("condition", models.CharField(max_length=64)),
                ("question", models.CharField(max_length=300, verbose_name="qué se pregunta")),
                ("meets", models.BooleanField(verbose_name="se cumple")),
                ("members", models.CharField(max_length=64)),
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
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name": "respuesta reservada",
                "verbose_name_plural": "respuestas reservadas",
                "ordering": ["-happened_on", "-id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="VaultDocument",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("happened_on", models.DateField(verbose_name="fecha")),
                ("recorded_at", models.DateTimeField(default=incubator.calendars.clock.now, editable=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("statutes", "Estatutos o escritura"),
                            ("legal_standing", "Certificado de vigencia"),
                            ("directors", "Certificado de directorio o consejo"),
                            ("tax_id", "RUT o e-RUT"),
                            ("tax_start", "Inicio de actividades"),
                            ("tax_debt", "Certificado de deuda tributaria"),
                            ("labour", "Certificado de obligaciones laborales (F30)"),
                            ("alimony", "Certificado de pensiones de alimentos"),
                            ("receiver_registry", "Registro de receptores de fondos públicos (Ley 19.862)"),
                            ("bank", "Cuenta bancaria"),
                            ("social_registry", "Cartola del Registro Social de Hogares"),
                            ("disability", "Credencial o certificado de discapacidad"),
                            ("identity", "Cédula de identidad"),
                            ("support_letter", "Carta de apoyo"),
                            ("sworn", "Declaración jurada"),
                            ("members_list", "Nómina de socias y socios"),
                            ("permit", "Permiso o patente"),
                            ("other", "Otro documento"),
                        ],
                        max_length=20,
                        verbose_name="qué documento es",
                    ),
                ),
                ("name", models.CharField(blank=True, max_length=200, verbose_name="nombre")),
                (
                    "subject",
                    models.CharField(
                        choices=[
                            ("group", "Del grupo o cooperativa"),
                            ("person", "De una persona"),
                            ("institution", "De la municipalidad o institución"),
                        ],
                        default="group",
                        max_length=12,
                        verbose_name="de quién es",
                    ),
                ),
                ("valid_until", models.DateField(blank=True, null=True, verbose_name="vale hasta")),
                ("set_aside_on", models.DateField(blank=True, null=True, verbose_name="apartado el")),
                ("set_aside_why", models.CharField(blank=True, max_length=300, verbose_name="por qué se apartó")),
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
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="incubator.person",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "set_aside_by",
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
                "verbose_name": "documento guardado",
                "verbose_name_plural": "documentos guardados",
                "ordering": ["-happened_on", "-id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="VerifiedCondition",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.CharField(max_length=80)),
                ("meets", models.BooleanField(verbose_name="se cumple")),
                ("text", models.CharField(max_length=500, verbose_name="qué se vio")),
                ("seen_on", models.DateField(verbose_name="visto el")),
                (
                    "at",
                    models.DateTimeField(
                        default=incubator.calendars.clock.now, editable=False, verbose_name="anotado el"
                    ),
                ),
                (
                    "application",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="verifications",
                        to="cases.fundapplication",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
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
            ],
            options={
                "verbose_name": "comprobación de una condición",
                "verbose_name_plural": "comprobaciones de condiciones",
                "ordering": ["application_id", "key", "-at", "-id"],
            },
        ),
        migrations.CreateModel(
            name="FundAnswer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.CharField(max_length=80)),
                ("number", models.PositiveIntegerField()),
                ("value", models.JSONField(null=True, verbose_name="respuesta")),
                ("based_on", models.PositiveIntegerField(default=0)),
                ("beside", models.BooleanField(default=False, verbose_name="quedó al lado")),
                ("settles", models.PositiveIntegerField(default=0, verbose_name="deja resuelto hasta")),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("typed", "Escrito aquí"),
                            ("case", "Traído del caso"),
                            ("copied", "Copiado de otra postulación"),
                            ("chosen", "Elegido entre dos versiones"),
                        ],
                        default="typed",
                        max_length=10,
                        verbose_name="de dónde viene",
                    ),
                ),
                ("page", models.CharField(blank=True, max_length=32, verbose_name="hoja")),
                (
                    "at",
                    models.DateTimeField(
                        default=incubator.calendars.clock.now, editable=False, verbose_name="escrita el"
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "application",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="answers", to="cases.fundapplication"
                    ),
                ),
            ],
            options={
                "verbose_name": "respuesta del formulario",
                "verbose_name_plural": "respuestas del formulario",
                "ordering": ["application_id", "key", "number"],
                "constraints": [
                    models.UniqueConstraint(fields=("application", "key", "number"), name="fundanswer_number_unique")
                ],
            },
        ),
        migrations.AlterField(
            model_name="confirmationrequest",
            name="subject",
            field=models.CharField(
                choices=[
                    ("graduation", "Su egreso del programa"),
                    ("plan", "Su plan de negocio"),
                    ("measurement", "Sus indicadores"),
                    ("fund_application", "Su postulación a un fondo"),
                    ("fund_appeal", "El recurso contra lo que resolvió un fondo"),
                    ("fund_renunciation", "La renuncia a un fondo adjudicado"),
                    ("fund_cut", "El presupuesto ajustado a lo adjudicado"),
                ],
                max_length=40,
                verbose_name="qué confirma",
            ),
        ),
        migrations.AlterField(
            model_name="groupconfirmation",
            name="subject",
            field=models.CharField(
                choices=[
                    ("graduation", "Su egreso del programa"),
                    ("plan", "Su plan de negocio"),
                    ("measurement", "Sus indicadores"),
                    ("fund_application", "Su postulación a un fondo"),
                    ("fund_appeal", "El recurso contra lo que resolvió un fondo"),
                    ("fund_renunciation", "La renuncia a un fondo adjudicado"),
                    ("fund_cut", "El presupuesto ajustado a lo adjudicado"),
                ],
                max_length=40,
                verbose_name="qué confirma",
            ),
        ),
        migrations.AddConstraint(
            model_name="fundbudget",
            constraint=models.UniqueConstraint(fields=("application", "number"), name="fundbudget_number_unique"),
        ),
        migrations.AddConstraint(
            model_name="fundbudget",
            constraint=models.UniqueConstraint(
                condition=models.Q(("is_draft", True)),
                fields=("application",),
                name="fundbudget_one_draft",
                violation_error_message="Ya hay un presupuesto en borrador: continúelo.",
            ),
        ),
        migrations.AddConstraint(
            model_name="fundbudget",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("approved_by__isnull", True),
                    models.Q(("approved_by", models.F("recorded_by")), _negated=True),
                    _connector="OR",
                ),
                name="fundbudget_approver_differs",
                violation_error_message="El presupuesto lo aprueba otra persona que quien lo escribió.",
            ),
        ),
        migrations.AddConstraint(
            model_name="fundbudget",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("unit_on__isnull", True), ("unit_value__isnull", True)),
                    models.Q(("unit_on__isnull", False), ("unit_value__gt", 0)),
                    _connector="OR",
                ),
                name="fundbudget_unit_has_its_day",
                violation_error_message="Escriba el valor de la unidad y el día de ese valor.",
            ),
        ),
        migrations.AddConstraint(
            model_name="fundbudget",
            constraint=models.CheckConstraint(
                condition=models.Q(("is_draft", True), ("presented_on__isnull", False), _connector="OR"),
                name="fundbudget_presented_on_a_day",
            ),
        ),
        migrations.AddConstraint(
            model_name="fundbudget",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("approved_by__isnull", True),
                    models.Q(("kind", "awarded"), _negated=True),
                    ("confirmation__isnull", False),
                    _connector="OR",
                ),
                name="fundbudget_cut_confirmed",
                violation_error_message="Falta que el grupo confirme el presupuesto ajustado.",
            ),
        ),
        migrations.AddConstraint(
            model_name="fundevent",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("unit", "clp"), _negated=True), ("quantity__isnull", True), _connector="OR"
                ),
                name="fundevent_pesos_are_whole",
            ),
        ),
        migrations.AddConstraint(
            model_name="fundchange",
            constraint=models.UniqueConstraint(fields=("application", "number"), name="fundchange_number_unique"),
        ),
        migrations.AddConstraint(
            model_name="fundingcall",
            constraint=models.UniqueConstraint(
                fields=("agreement", "key"),
                name="fundingcall_key_unique",
                violation_error_message="Ese llamado ya está ingresado en este convenio.",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="fundingcall",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_fundingcall_history" ("agency_id", "agreement_id", "copied_from_id", "entered_at", "entered_by_id", "id", "incubator_id", "is_demonstration", "key", "line", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "programme", "withdrawn_on", "year") VALUES (NEW."agency_id", NEW."agreement_id", NEW."copied_from_id", NEW."entered_at", NEW."entered_by_id", NEW."id", NEW."incubator_id", NEW."is_demonstration", NEW."key", NEW."line", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."programme", NEW."withdrawn_on", NEW."year"); RETURN NULL;',
                    hash="c65ffc0bae5ca092eb0e47184c387773333c3559",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_c0c39",
                    table="cases_fundingcall",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="fundingcall",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "cases_fundingcall_history" ("agency_id", "agreement_id", "copied_from_id", "entered_at", "entered_by_id", "id", "incubator_id", "is_demonstration", "key", "line", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "programme", "withdrawn_on", "year") VALUES (NEW."agency_id", NEW."agreement_id", NEW."copied_from_id", NEW."entered_at", NEW."entered_by_id", NEW."id", NEW."incubator_id", NEW."is_demonstration", NEW."key", NEW."line", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."programme", NEW."withdrawn_on", NEW."year"); RETURN NULL;',
                    hash="90d69fd6e9c38588f519ad3c54aaddb93b5fceb1",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_87aac",
                    table="cases_fundingcall",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="fundingcall",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_fundingcall_history" ("agency_id", "agreement_id", "copied_from_id", "entered_at", "entered_by_id", "id", "incubator_id", "is_demonstration", "key", "line", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "programme", "withdrawn_on", "year") VALUES (OLD."agency_id", OLD."agreement_id", OLD."copied_from_id", OLD."entered_at", OLD."entered_by_id", OLD."id", OLD."incubator_id", OLD."is_demonstration", OLD."key", OLD."line", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."programme", OLD."withdrawn_on", OLD."year"); RETURN NULL;',
                    hash="eda692b2b9931706279c52b1eff05f9f96f8a661",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_70159",
                    table="cases_fundingcall",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="fundapplicationhistory",
            trigger=pgtrigger.compiler.Trigger(
                name="never_emptied",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="raise exception 'history is not emptied' using errcode = '42501';",
                    hash="d85ea0180e4764179470eff8284a38f24e31375a",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_emptied_932e8",
                    table="cases_fundapplication_history",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="fundapplicationhistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="c058664a1cbac763964522a2c84a276780786124",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_1ab77",
                    table="cases_fundapplication_history",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="fundapplication",
            constraint=models.UniqueConstraint(fields=("case", "number"), name="fundapplication_number_unique"),
        ),
        migrations.AddConstraint(
            model_name="fundapplication",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "state__in",
                        [
                            "draft",
                            "review",
                            "ready",
                            "submitted",
                            "admissible",
                            "observed",
                            "inadmissible",
                            "waitlisted",
                            "not_awarded",
                            "awarded",
                            "signed",
                            "execution",
                            "terminated",
                            "rendered",
                            "closed",
                            "withdrawn",
                            "renounced",
                        ],
                    )
                ),
                name="fundapplication_state_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="fundapplication",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("approved_by__isnull", True),
                    models.Q(("approved_by", models.F("opened_by")), _negated=True),
                    _connector="OR",
                ),
                name="fundapplication_approver_differs",
                violation_error_message="La postulación la aprueba otra persona que quien la escribió.",
            ),
        ),
        migrations.AddConstraint(
            model_name="fundapplication",
            constraint=models.CheckConstraint(
                condition=models.Q(("stays_with__isnull", True), ("keeper__isnull", False), _connector="OR"),
                name="fundapplication_stays_under_a_name",
                violation_error_message="Diga quién queda a cargo de la postulación.",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="fundapplication",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_fundapplication_history" ("applicant_kind", "applicant_name", "applicant_person_id", "applicant_rut", "approved_by_id", "approved_on", "bases_id", "call_id", "case_id", "copied_from_id", "id", "keeper_id", "number", "opened_at", "opened_by_id", "opened_on", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "receiver_kind", "receiver_name", "receiver_person_id", "receiver_rut", "signer_id", "signer_name", "state", "stays_with_id", "title") VALUES (NEW."applicant_kind", NEW."applicant_name", NEW."applicant_person_id", NEW."applicant_rut", NEW."approved_by_id", NEW."approved_on", NEW."bases_id", NEW."call_id", NEW."case_id", NEW."copied_from_id", NEW."id", NEW."keeper_id", NEW."number", NEW."opened_at", NEW."opened_by_id", NEW."opened_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."receiver_kind", NEW."receiver_name", NEW."receiver_person_id", NEW."receiver_rut", NEW."signer_id", NEW."signer_name", NEW."state", NEW."stays_with_id", NEW."title"); RETURN NULL;',
                    hash="3406ceccf4e987f4828b27c1f53fbd9e7672ff1c",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_81c3d",
                    table="cases_fundapplication",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="fundapplication",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "cases_fundapplication_history" ("applicant_kind", "applicant_name", "applicant_person_id", "applicant_rut", "approved_by_id", "approved_on", "bases_id", "call_id", "case_id", "copied_from_id", "id", "keeper_id", "number", "opened_at", "opened_by_id", "opened_on", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "receiver_kind", "receiver_name", "receiver_person_id", "receiver_rut", "signer_id", "signer_name", "state", "stays_with_id", "title") VALUES (NEW."applicant_kind", NEW."applicant_name", NEW."applicant_person_id", NEW."applicant_rut", NEW."approved_by_id", NEW."approved_on", NEW."bases_id", NEW."call_id", NEW."case_id", NEW."copied_from_id", NEW."id", NEW."keeper_id", NEW."number", NEW."opened_at", NEW."opened_by_id", NEW."opened_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."receiver_kind", NEW."receiver_name", NEW."receiver_person_id", NEW."receiver_rut", NEW."signer_id", NEW."signer_name", NEW."state", NEW."stays_with_id", NEW."title"); RETURN NULL;',
                    hash="a0ca3c02e6c2737d88b0844fb17d7de5c80e9035",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_a1543",
                    table="cases_fundapplication",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="fundapplication",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_fundapplication_history" ("applicant_kind", "applicant_name", "applicant_person_id", "applicant_rut", "approved_by_id", "approved_on", "bases_id", "call_id", "case_id", "copied_from_id", "id", "keeper_id", "number", "opened_at", "opened_by_id", "opened_on", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "receiver_kind", "receiver_name", "receiver_person_id", "receiver_rut", "signer_id", "signer_name", "state", "stays_with_id", "title") VALUES (OLD."applicant_kind", OLD."applicant_name", OLD."applicant_person_id", OLD."applicant_rut", OLD."approved_by_id", OLD."approved_on", OLD."bases_id", OLD."call_id", OLD."case_id", OLD."copied_from_id", OLD."id", OLD."keeper_id", OLD."number", OLD."opened_at", OLD."opened_by_id", OLD."opened_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."receiver_kind", OLD."receiver_name", OLD."receiver_person_id", OLD."receiver_rut", OLD."signer_id", OLD."signer_name", OLD."state", OLD."stays_with_id", OLD."title"); RETURN NULL;',
                    hash="ede49dc0bbecba7870bbc3ba0bcd2b02130a6719",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_0eb61",
                    table="cases_fundapplication",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="callinterest",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind", "interested"), models.Q(("reason", ""), _negated=True), _connector="OR"),
                name="callinterest_discarded_says_why",
                violation_error_message="Escriba por qué la descartan.",
            ),
        ),
        migrations.AddConstraint(
            model_name="basesversion",
            constraint=models.UniqueConstraint(fields=("call", "number"), name="basesversion_number_unique"),
        ),
        migrations.AddConstraint(
            model_name="basesversion",
            constraint=models.UniqueConstraint(
                condition=models.Q(("checked_on__isnull", True)),
                fields=("call",),
                name="basesversion_one_draft",
                violation_error_message="Ya hay una versión de las bases en borrador: continúela.",
            ),
        ),
        migrations.AddConstraint(
            model_name="basesversion",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("checked_by__isnull", True),
                    models.Q(("checked_by", models.F("recorded_by")), _negated=True),
                    _connector="OR",
                ),
                name="basesversion_checker_differs",
                violation_error_message="Las bases las comprueba otra persona que quien las escribió.",
            ),
        ),
        migrations.AddConstraint(
            model_name="basesversion",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("checked_by__isnull", True), ("checked_on__isnull", True)),
                    models.Q(
                        ("checked_by__isnull", False), ("checked_on__isnull", False), ("in_force_from__isnull", False)
                    ),
                    _connector="OR",
                ),
                name="basesversion_checked_whole",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="fundingcallhistory",
            trigger=pgtrigger.compiler.Trigger(
                name="never_emptied",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="raise exception 'history is not emptied' using errcode = '42501';",
                    hash="3dd76fe5d951ddc3fa198a1fab85aa712d1d79ce",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_emptied_bdd39",
                    table="cases_fundingcall_history",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="fundingcallhistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="556bc1ffe1c1a11828c81ed4643b5eb38afc01e5",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_eee58",
                    table="cases_fundingcall_history",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="fundpackage",
            constraint=models.UniqueConstraint(fields=("application", "number"), name="fundpackage_number_unique"),
        ),
        migrations.AddConstraint(
            model_name="fundhandover",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("basis", "art_24_bis"), _negated=True),
                    models.Q(
                        models.Q(("requesting_body", ""), _negated=True),
                        models.Q(("official", ""), _negated=True),
                        models.Q(("procedure", ""), _negated=True),
                        models.Q(("data_asked", ""), _negated=True),
                        models.Q(("legal_basis", ""), _negated=True),
                        ("covers_from__isnull", False),
                        ("covers_to__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="fundhandover_register_complete",
                violation_error_message="Complete los seis datos del registro de la entrega.",
            ),
        ),
        migrations.AddConstraint(
            model_name="fundhandover",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("covers_to__isnull", True), ("covers_from__lte", models.F("covers_to")), _connector="OR"
                ),
                name="fundhandover_period_in_order",
                violation_error_message="El período termina antes de empezar.",
            ),
        ),
        migrations.AddConstraint(
            model_name="fundfiling",
            constraint=models.UniqueConstraint(fields=("application", "number"), name="fundfiling_number_unique"),
        ),
        migrations.AddConstraint(
            model_name="fundfiling",
            constraint=models.CheckConstraint(
                condition=models.Q(("filed_at__lte", models.F("closes_at"))),
                name="fundfiling_in_time",
                violation_error_message="El cierre ya pasó a esa hora.",
            ),
        ),
        migrations.AddConstraint(
            model_name="fundpackagefile",
            constraint=models.UniqueConstraint(fields=("package", "position"), name="fundpackagefile_place_unique"),
        ),
        migrations.AddConstraint(
            model_name="fundplacement",
            constraint=models.CheckConstraint(
                condition=models.Q(("stays_with__isnull", True), ("keeper__isnull", False), _connector="OR"),
                name="fundplacement_under_a_name",
            ),
        ),
        migrations.AddConstraint(
            model_name="fundplacement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("settled_by__isnull", True), ("settled_on__isnull", True)),
                    models.Q(("settled_by__isnull", False), ("settled_on__isnull", False)),
                    _connector="OR",
                ),
                name="fundplacement_settled_whole",
            ),
        ),
        migrations.AddConstraint(
            model_name="fundpurchase",
            constraint=models.UniqueConstraint(fields=("application", "number"), name="fundpurchase_number_unique"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="fundpurchase",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_fundpurchase_history" ("activity", "application_id", "detail", "document_kind", "document_number", "document_on", "evidence_id", "id", "item", "net", "number", "observation", "paid_on", "paid_with", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "standing", "subitem", "supplier", "supplier_rut", "tax", "total", "void_reason", "voided_at", "voided_by_id", "voucher") VALUES (NEW."activity", NEW."application_id", NEW."detail", NEW."document_kind", NEW."document_number", NEW."document_on", NEW."evidence_id", NEW."id", NEW."item", NEW."net", NEW."number", NEW."observation", NEW."paid_on", NEW."paid_with", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."standing", NEW."subitem", NEW."supplier", NEW."supplier_rut", NEW."tax", NEW."total", NEW."void_reason", NEW."voided_at", NEW."voided_by_id", NEW."voucher"); RETURN NULL;',
                    hash="f76b7aa69094c9621f0e5dbf0946fe0d2f3d233f",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_2fe46",
                    table="cases_fundpurchase",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="fundpurchase",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "cases_fundpurchase_history" ("activity", "application_id", "detail", "document_kind", "document_number", "document_on", "evidence_id", "id", "item", "net", "number", "observation", "paid_on", "paid_with", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "standing", "subitem", "supplier", "supplier_rut", "tax", "total", "void_reason", "voided_at", "voided_by_id", "voucher") VALUES (NEW."activity", NEW."application_id", NEW."detail", NEW."document_kind", NEW."document_number", NEW."document_on", NEW."evidence_id", NEW."id", NEW."item", NEW."net", NEW."number", NEW."observation", NEW."paid_on", NEW."paid_with", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."standing", NEW."subitem", NEW."supplier", NEW."supplier_rut", NEW."tax", NEW."total", NEW."void_reason", NEW."voided_at", NEW."voided_by_id", NEW."voucher"); RETURN NULL;',
                    hash="b7dfdcf4c9d2f9c51f32a28abac83fce96b8c455",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_8a6ba",
                    table="cases_fundpurchase",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="fundpurchase",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_fundpurchase_history" ("activity", "application_id", "detail", "document_kind", "document_number", "document_on", "evidence_id", "id", "item", "net", "number", "observation", "paid_on", "paid_with", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "standing", "subitem", "supplier", "supplier_rut", "tax", "total", "void_reason", "voided_at", "voided_by_id", "voucher") VALUES (OLD."activity", OLD."application_id", OLD."detail", OLD."document_kind", OLD."document_number", OLD."document_on", OLD."evidence_id", OLD."id", OLD."item", OLD."net", OLD."number", OLD."observation", OLD."paid_on", OLD."paid_with", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."recorded_at", OLD."recorded_by_id", OLD."standing", OLD."subitem", OLD."supplier", OLD."supplier_rut", OLD."tax", OLD."total", OLD."void_reason", OLD."voided_at", OLD."voided_by_id", OLD."voucher"); RETURN NULL;',
                    hash="e8ba0863e4343cd85839f99764f82ce9b0b0647c",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_7b50e",
                    table="cases_fundpurchase",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="fundpurchasehistory",
            trigger=pgtrigger.compiler.Trigger(
                name="never_emptied",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="raise exception 'history is not emptied' using errcode = '42501';",
                    hash="ce31156a7c39c78c2108f7e233029c3f5064c189",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_emptied_53bb5",
                    table="cases_fundpurchase_history",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="fundpurchasehistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="97a586647b497b233f9d31bac4013fe80306a445",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_c9f8c",
                    table="cases_fundpurchase_history",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="fundquotation",
            constraint=models.UniqueConstraint(
                condition=models.Q(("is_chosen", True), ("set_aside_on__isnull", True)),
                fields=("application", "item", "detail"),
                name="fundquotation_one_chosen",
                violation_error_message="Ya hay una cotización elegida para eso.",
            ),
        ),
        migrations.AddConstraint(
            model_name="pastaward",
            constraint=models.UniqueConstraint(
                fields=("agreement", "identifier"),
                name="pastaward_once",
                violation_error_message="Ese resultado ya está anotado.",
            ),
        ),
        migrations.AddConstraint(
            model_name="vaultdocument",
            constraint=models.CheckConstraint(
                condition=models.Q(("evidence__isnull", False)),
                name="vaultdocument_has_file",
                violation_error_message="Adjunte el archivo del documento.",
            ),
        ),
        migrations.AddConstraint(
            model_name="vaultdocument",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("person__isnull", False), ("subject", "person")),
                    models.Q(models.Q(("subject", "person"), _negated=True), ("person__isnull", True)),
                    _connector="OR",
                ),
                name="vaultdocument_says_whose",
                violation_error_message="Diga de qué persona es el documento.",
            ),
        ),
    ]
