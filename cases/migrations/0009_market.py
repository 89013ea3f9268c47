import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import incubator.calendars.clock


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0008_lineage"),
    ]

    operations = [
        migrations.CreateModel(
            name="Canvas",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("happened_on", models.DateField(verbose_name="fecha")),
                ("recorded_at", models.DateTimeField(default=incubator.calendars.clock.now, editable=False)),
                ("version", models.PositiveSmallIntegerField(default=1, verbose_name="versión")),
                ("blocks", models.JSONField(default=dict, verbose_name="lienzo")),
            ],
            options={
                "verbose_name": "lienzo de negocio",
                "verbose_name_plural": "lienzos de negocio",
                "ordering": ["-happened_on", "-id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ConfirmationCode",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveSmallIntegerField(verbose_name="número en la hoja")),
                ("digest", models.CharField(max_length=64, unique=True)),
                ("used_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "verbose_name": "código de la hoja",
                "verbose_name_plural": "códigos de la hoja",
                "ordering": ["sheet_id", "number"],
            },
        ),
        migrations.CreateModel(
            name="ConfirmationRequest",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "subject",
                    models.CharField(
                        choices=[
                            ("graduation", "Su egreso del programa"),
                            ("plan", "Su plan de negocio"),
                            ("measurement", "Sus indicadores"),
                        ],
                        max_length=40,
                        verbose_name="qué confirma",
                    ),
                ),
                ("subject_id", models.BigIntegerField(blank=True, null=True)),
                ("statement", models.TextField(verbose_name="texto")),
                ("asked_at", models.DateTimeField(default=incubator.calendars.clock.now)),
                ("expires_at", models.DateTimeField(verbose_name="vence el")),
                ("tries", models.PositiveSmallIntegerField(default=0, verbose_name="intentos")),
                ("closed_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "verbose_name": "solicitud de confirmación",
                "verbose_name_plural": "solicitudes de confirmación",
                "ordering": ["-asked_at", "-id"],
            },
        ),
        migrations.CreateModel(
            name="ConfirmationSheet",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("happened_on", models.DateField(verbose_name="fecha")),
                ("recorded_at", models.DateTimeField(default=incubator.calendars.clock.now, editable=False)),
                ("revoked_on", models.DateField(blank=True, null=True, verbose_name="anulada el")),
            ],
            options={
                "verbose_name": "hoja de códigos",
                "verbose_name_plural": "hojas de códigos",
                "ordering": ["-happened_on", "-id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="MarketCheck",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("interviews", "Preguntamos a personas"),
                            ("test_sale", "Venta de prueba"),
                            ("competitors", "Visita a quienes venden lo mismo"),
                            ("order", "Pedido o carta de intención"),
                        ],
                        max_length=12,
                        verbose_name="cómo se comprobó",
                    ),
                ),
                ("checked_on", models.DateField(verbose_name="fecha")),
                ("asked", models.PositiveIntegerField(verbose_name="personas consultadas")),
                ("would_buy", models.PositiveIntegerField(verbose_name="comprarían")),
                ("learned", models.CharField(blank=True, max_length=500, verbose_name="qué aprendimos")),
            ],
            options={
                "verbose_name": "comprobación de mercado",
                "verbose_name_plural": "comprobaciones de mercado",
                "ordering": ["checked_on", "id"],
            },
        ),
        migrations.CreateModel(
            name="MarketRecord",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("happened_on", models.DateField(verbose_name="fecha")),
                ("recorded_at", models.DateTimeField(default=incubator.calendars.clock.now, editable=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[("sale", "Venta"), ("fair", "Feria"), ("contract", "Contrato")],
                        max_length=10,
                        verbose_name="tipo",
                    ),
                ),
                ("counterpart", models.CharField(max_length=200, verbose_name="a quién o dónde")),
                ("counterpart_rut", models.CharField(blank=True, max_length=12, verbose_name="RUT de quien compra")),
                ("description", models.CharField(max_length=300, verbose_name="qué se vendió o contrató")),
                ("amount", models.PositiveBigIntegerField(blank=True, null=True, verbose_name="monto total en pesos")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="hasta")),
                (
                    "alternative_compliance",
                    models.BooleanField(default=False, verbose_name="cumplimiento alternativo de la Ley 21.015"),
                ),
                ("voided_at", models.DateTimeField(blank=True, editable=False, null=True)),
                ("void_reason", models.CharField(blank=True, max_length=300, verbose_name="motivo de la anulación")),
            ],
            options={
                "verbose_name": "venta, feria o contrato",
                "verbose_name_plural": "ventas, ferias y contratos",
                "ordering": ["-happened_on", "-id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PlanCost",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[("monthly", "Todos los meses"), ("once", "Una vez, para empezar")],
                        max_length=10,
                        verbose_name="tipo",
                    ),
                ),
                ("name", models.CharField(max_length=120, verbose_name="gasto")),
                ("amount", models.PositiveIntegerField(verbose_name="monto en pesos")),
            ],
            options={
                "verbose_name": "costo del plan",
                "verbose_name_plural": "costos del plan",
                "ordering": ["kind", "id"],
            },
        ),
        migrations.CreateModel(
            name="PlanProduct",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=120, verbose_name="producto o servicio")),
                ("unit", models.CharField(blank=True, max_length=40, verbose_name="unidad")),
                ("price", models.PositiveIntegerField(verbose_name="precio en pesos")),
                ("unit_cost", models.PositiveIntegerField(default=0, verbose_name="costo de cada unidad en pesos")),
                ("monthly_units", models.PositiveIntegerField(verbose_name="unidades al mes")),
            ],
            options={
                "verbose_name": "producto del plan",
                "verbose_name_plural": "productos del plan",
                "ordering": ["id"],
            },
        ),
        migrations.AddField(
            model_name="businessplan",
            name="authors",
            field=models.ManyToManyField(
                related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="quienes la escribieron"
            ),
        ),
        migrations.AddField(
            model_name="businessplan",
            name="is_draft",
            field=models.BooleanField(default=False, verbose_name="borrador"),
        ),
        migrations.AddField(
            model_name="businessplan",
            name="months_to_full",
            field=models.PositiveSmallIntegerField(default=6, verbose_name="mes en que se llega a lo esperado"),
        ),
        migrations.AddField(
            model_name="businessplan",
            name="revision",
            field=models.PositiveIntegerField(default=1, editable=False),
        ),
        migrations.AddField(
            model_name="businessplan",
            name="sections",
            field=models.JSONField(blank=True, default=dict, verbose_name="secciones"),
        ),
        migrations.AddField(
            model_name="businessplan",
            name="start_share",
            field=models.PositiveSmallIntegerField(default=40, verbose_name="ventas del primer mes, en %"),
        ),
        migrations.AddField(
            model_name="groupconfirmation",
            name="channel",
            field=models.CharField(
                choices=[("sheet", "Hoja firmada"), ("code", "Código de un solo uso")],
                default="sheet",
                max_length=10,
                verbose_name="cómo",
            ),
        ),
        migrations.AddField(
            model_name="groupconfirmation",
            name="statement",
            field=models.TextField(blank=True, verbose_name="texto"),
        ),
        migrations.AddField(
            model_name="groupconfirmation",
            name="subject_id",
            field=models.BigIntegerField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="measurement",
            name="certified_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="measurement",
            name="certified_on",
            field=models.DateField(blank=True, null=True, verbose_name="certificada el"),
        ),
        migrations.AddField(
            model_name="measurement",
            name="self_declared",
            field=models.BooleanField(default=True, verbose_name="lo declara el grupo"),
        ),
        migrations.AlterField(
            model_name="groupconfirmation",
            name="subject",
            field=models.CharField(
                choices=[
                    ("graduation", "Su egreso del programa"),
                    ("plan", "Su plan de negocio"),
                    ("measurement", "Sus indicadores"),
                ],
                max_length=40,
                verbose_name="qué confirma",
            ),
        ),
        migrations.AddConstraint(
            model_name="businessplan",
            constraint=models.CheckConstraint(
                condition=models.Q(("is_draft", False), ("approved_on__isnull", True), _connector="OR"),
                name="plan_draft_is_not_approved",
                violation_error_message="Un borrador no se aprueba: preséntelo primero.",
            ),
        ),
        migrations.AddConstraint(
            model_name="businessplan",
            constraint=models.UniqueConstraint(
                condition=models.Q(("is_draft", True)),
                fields=("case",),
                name="plan_one_draft",
                violation_error_message="Ya hay una versión en borrador: continúela.",
            ),
        ),
        migrations.AddConstraint(
            model_name="measurement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("certified_by__isnull", True),
                    models.Q(("certified_by", models.F("recorded_by")), _negated=True),
                    _connector="OR",
                ),
                name="measurement_certifier_differs",
                violation_error_message="La medición la certifica otra persona que quien la anotó.",
            ),
        ),
        migrations.AddField(
            model_name="canvas",
            name="case",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="%(class)ss", to="cases.case"
            ),
        ),
        migrations.AddField(
            model_name="canvas",
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
            model_name="canvas",
            name="recorded_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="groupconfirmation",
            name="code",
            field=models.OneToOneField(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="confirmation",
                to="cases.confirmationcode",
            ),
        ),
        migrations.AddConstraint(
            model_name="groupconfirmation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("channel", "sheet"), ("evidence__isnull", False)),
                    models.Q(("channel", "code"), ("code__isnull", False)),
                    _connector="OR",
                ),
                name="groupconfirmation_has_proof",
                violation_error_message="Una confirmación tiene su hoja firmada o su código.",
            ),
        ),
        migrations.AddField(
            model_name="confirmationrequest",
            name="asked_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="confirmationrequest",
            name="case",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="confirmation_requests", to="cases.case"
            ),
        ),
        migrations.AddField(
            model_name="confirmationsheet",
            name="case",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="%(class)ss", to="cases.case"
            ),
        ),
        migrations.AddField(
            model_name="confirmationsheet",
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
            model_name="confirmationsheet",
            name="received_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="incubator.person",
                verbose_name="la recibió por el grupo",
            ),
        ),
        migrations.AddField(
            model_name="confirmationsheet",
            name="recorded_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="confirmationcode",
            name="sheet",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="codes", to="cases.confirmationsheet"
            ),
        ),
        migrations.AddField(
            model_name="marketcheck",
            name="plan",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="checks", to="cases.businessplan"
            ),
        ),
        migrations.AddField(
            model_name="marketrecord",
            name="case",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="%(class)ss", to="cases.case"
            ),
        ),
        migrations.AddField(
            model_name="marketrecord",
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
            model_name="marketrecord",
            name="recorded_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="marketrecord",
            name="voided_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="plancost",
            name="plan",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="costs", to="cases.businessplan"
            ),
        ),
        migrations.AddField(
            model_name="planproduct",
            name="plan",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="products", to="cases.businessplan"
            ),
        ),
        migrations.AddConstraint(
            model_name="canvas",
            constraint=models.UniqueConstraint(fields=("case", "version"), name="canvas_version_unique"),
        ),
        migrations.AddConstraint(
            model_name="confirmationrequest",
            constraint=models.UniqueConstraint(
                condition=models.Q(("closed_at__isnull", True)),
                fields=("case",),
                name="confirmationrequest_one_open",
                violation_error_message="Ya hay una confirmación pedida a este grupo.",
            ),
        ),
        migrations.AddConstraint(
            model_name="confirmationsheet",
            constraint=models.UniqueConstraint(
                condition=models.Q(("revoked_on__isnull", True)), fields=("case",), name="confirmationsheet_in_force"
            ),
        ),
        migrations.AddConstraint(
            model_name="confirmationcode",
            constraint=models.UniqueConstraint(fields=("sheet", "number"), name="confirmationcode_place"),
        ),
        migrations.AddConstraint(
            model_name="marketcheck",
            constraint=models.CheckConstraint(
                condition=models.Q(("would_buy__lte", models.F("asked"))),
                name="marketcheck_share",
                violation_error_message="Quienes comprarían no pueden ser más que las personas consultadas.",
            ),
        ),
        migrations.AddConstraint(
            model_name="marketrecord",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ends_on__isnull", True), ("ends_on__gte", models.F("happened_on")), _connector="OR"
                ),
                name="marketrecord_range",
                violation_error_message="La fecha de término no puede ser anterior a la de inicio.",
            ),
        ),
        migrations.AddConstraint(
            model_name="marketrecord",
            constraint=models.CheckConstraint(
                condition=models.Q(("alternative_compliance", False), ("kind", "contract"), _connector="OR"),
                name="marketrecord_alternative_is_contract",
                violation_error_message="El cumplimiento alternativo de la Ley 21.015 se anota en un contrato.",
            ),
        ),
        migrations.AddConstraint(
            model_name="marketrecord",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("voided_at__isnull", True), models.Q(("void_reason", ""), _negated=True), _connector="OR"
                ),
                name="marketrecord_void_has_reason",
            ),
        ),
    ]
