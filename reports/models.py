"""Reports: draft, sealed, delivered. A sealed one keeps its snapshot and its files for ever."""

from django.db import models
from django.db.models import F, Q

from incubator import calendars
from incubator.access import Permission, scope_of
from reports.enums import DELIVERED, Product, ReportState


class ReportQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Reports of the user's own incubators and agreements; whoever only reads delivered ones sees no other."""
        working = scope_of(user, Permission.VIEW_REPORTS)
        preparing = scope_of(user, Permission.PREPARE_REPORTS)
        delivered = scope_of(user, Permission.VIEW_DELIVERED)
        mine = Q(prepared_by=user.pk, incubator_id__in=preparing.host_ids)
        return self.filter(
            mine
            | Q(incubator_id__in=working.home_ids | preparing.home_ids)
            | Q(agreement_id__in=working.agreement_ids)
            | Q(state__in=DELIVERED, incubator_id__in=delivered.home_ids)
            | Q(state__in=DELIVERED, agreement_id__in=delivered.agreement_ids)
        )

    def sealed(self):
        """The ones whose figures are fixed and in force: neither drafts, nor withdrawn, nor superseded."""
        return self.exclude(state__in=[ReportState.DRAFT, ReportState.WITHDRAWN]).filter(superseded_by__isnull=True)


class Report(models.Model):
    """The report of one incubator under one agreement for one month; a correction is a new version."""

    agreement = models.ForeignKey("incubator.Agreement", models.PROTECT, related_name="reports")
    incubator = models.ForeignKey("incubator.Incubator", models.PROTECT, related_name="reports")
    period = models.DateField("mes (primer día)")
    version = models.PositiveSmallIntegerField("versión", default=1)
    state = models.CharField("estado", max_length=10, choices=ReportState, default=ReportState.DRAFT)
    snapshot = models.JSONField("cifras", default=dict)
    seen_digest = models.CharField(max_length=64, blank=True)
    summary = models.TextField("el mes en pocas palabras", blank=True)
    deviations = models.TextField("desviaciones y medidas", blank=True)
    next_steps = models.TextField("próximos pasos", blank=True)
    prepared_by = models.ForeignKey("incubator.User", models.PROTECT, related_name="+", verbose_name="prepara")
    seal_asked_by = models.ForeignKey("incubator.User", models.PROTECT, null=True, blank=True, related_name="+")
    seal_asked_at = models.DateTimeField(null=True, blank=True)
    sealed_by = models.ForeignKey("incubator.User", models.PROTECT, null=True, blank=True, related_name="+")
    sealed_at = models.DateTimeField("sellado el", null=True, blank=True)
    code = models.CharField("código de verificación", max_length=24, null=True, blank=True, unique=True)
    supersedes = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="superseded_by", verbose_name="reemplaza a"
    )
    created_at = models.DateTimeField(default=calendars.now, editable=False)

    objects = ReportQuerySet.as_manager()

    class Meta:
        verbose_name = "informe"
        verbose_name_plural = "informes"
        ordering = ["-period", "incubator__name", "-version"]
        constraints = [
            models.UniqueConstraint(
                fields=["agreement", "incubator", "period", "version"], name="report_version_unique"
            ),
            models.UniqueConstraint(
                fields=["agreement", "incubator", "period"],
                condition=Q(state=ReportState.DRAFT),
                name="report_one_draft",
                violation_error_message="Ese mes ya tiene un borrador.",
            ),
            models.CheckConstraint(
                condition=Q(sealed_by__isnull=True) | ~Q(sealed_by=F("seal_asked_by")),
                name="report_sealer_differs",
                violation_error_message="Sella otra persona que quien preparó.",
            ),
            models.CheckConstraint(
                condition=Q(state=ReportState.DRAFT) | Q(sealed_at__isnull=False, code__isnull=False),
                name="report_sealed_has_code",
            ),
        ]

    def __str__(self):
        return f"Informe de {self.period:%m-%Y} · {self.incubator}"


class ReportChange(models.Model):
    """One change of a report's state, append-only."""

    report = models.ForeignKey(Report, models.PROTECT, related_name="changes")
    from_state = models.CharField(max_length=10, choices=ReportState, blank=True)
    to_state = models.CharField(max_length=10, choices=ReportState)
    by = models.ForeignKey("incubator.User", models.PROTECT, related_name="+")
    effective_on = models.DateField()
    recorded_at = models.DateTimeField(default=calendars.now, editable=False)
    reason = models.CharField(max_length=500, blank=True)

    class Meta:
        verbose_name = "cambio de un informe"
        verbose_name_plural = "cambios de informes"
        ordering = ["id"]


class ReportFile(models.Model):
    """A sealed product: its stored file and, for the Anexo nominal, a code of its own."""

    report = models.ForeignKey(Report, models.PROTECT, related_name="files")
    product = models.CharField("producto", max_length=12, choices=Product)
    evidence = models.ForeignKey("incubator.Evidence", models.PROTECT, related_name="+")
    code = models.CharField("código de verificación", max_length=24, blank=True, db_index=True)

    class Meta:
        verbose_name = "archivo de un informe"
        verbose_name_plural = "archivos de informes"
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["report", "product"], name="reportfile_once")]


class NominalHandover(models.Model):
    """The Anexo nominal was handed over: the six fields of the register of Ley 19.880, art. 24 bis. Append-only."""

    report = models.ForeignKey(Report, models.PROTECT, related_name="handovers")
    requesting_body = models.ForeignKey("incubator.Organization", models.PROTECT, related_name="+")
    receiving_body = models.ForeignKey("incubator.Organization", models.PROTECT, related_name="+")
    official = models.CharField("funcionaria o funcionario responsable", max_length=200)
    procedure = models.CharField("procedimiento", max_length=300)
    data_asked = models.CharField("datos pedidos", max_length=300)
    legal_basis = models.CharField("base legal", max_length=300)
    covers_from = models.DateField("período desde")
    covers_to = models.DateField("período hasta")
    by = models.ForeignKey("incubator.User", models.PROTECT, related_name="+")
    handed_at = models.DateTimeField(default=calendars.now, editable=False)

    class Meta:
        verbose_name = "entrega del anexo nominal"
        verbose_name_plural = "entregas del anexo nominal"
        ordering = ["-id"]
