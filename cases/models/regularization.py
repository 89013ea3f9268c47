"""Saneamiento of a cooperative that already exists: its file, its items, and what was filed for each of them."""

from django.db import models
from django.db.models import F, Q

from cases.enums import ItemStatus, Risk
from cases.regularization.life import (
    Authority,
    Block,
    EntryKind,
    FilingState,
    RegularizationLife,
    RegularState,
    RegularVerb,
)
from incubator import calendars


class RegularizationFile(RegularizationLife):
    """What a cooperative must put in order, from the diagnosis to its yearly duties."""

    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="regularization_files")
    opened_on = models.DateField("abierto el")
    closed_on = models.DateField("cerrado el", null=True, blank=True)
    cooperative_type = models.ForeignKey(
        "cases.CooperativeType", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="tipo"
    )
    years_from = models.PositiveSmallIntegerField("se revisa desde el año", null=True, blank=True)
    pack = models.CharField("paquete de reglas", max_length=20, default="", blank=True)
    publish_by = models.DateField("publicar la disolución hasta", null=True, blank=True)

    class Meta:
        verbose_name = "expediente de saneamiento"
        verbose_name_plural = "expedientes de saneamiento"
        ordering = ["-opened_on", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["case"],
                condition=Q(closed_on__isnull=True),
                name="regularization_open_once",
                violation_error_message="El caso ya tiene un saneamiento abierto.",
            ),
            models.CheckConstraint(condition=Q(state__in=RegularState.values), name="regularization_state_known"),
        ]

    def __str__(self):
        return f"Saneamiento de {self.case.code}"


class RegularizationChange(models.Model):
    """One step of a regularization: append-only, written before the state."""

    file = models.ForeignKey(RegularizationFile, models.PROTECT, related_name="changes")
    number = models.PositiveSmallIntegerField()
    from_state = models.CharField(max_length=15, choices=RegularState)
    to_state = models.CharField(max_length=15, choices=RegularState)
    verb = models.CharField(max_length=15, choices=RegularVerb)
    by = models.ForeignKey("incubator.User", models.PROTECT, related_name="+")
    effective_on = models.DateField("fecha")
    recorded_at = models.DateTimeField("anotado el", default=calendars.now, editable=False)
    reason = models.CharField("motivo", max_length=500, blank=True)
    evidence = models.ForeignKey("incubator.Evidence", models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = "paso de un saneamiento"
        verbose_name_plural = "pasos de saneamientos"
        ordering = ["file_id", "number"]
        constraints = [models.UniqueConstraint(fields=["file", "number"], name="regularchange_number_unique")]


class RegularizationItem(models.Model):
    """One thing that must be in order, of a year or of always: how it stands, its basis, its risk, and its plan.

    How it stands is what somebody last found (`ItemEntry`); whether a filing waits is read from its filings.
    """

    file = models.ForeignKey(RegularizationFile, models.PROTECT, related_name="items")
    key = models.CharField(max_length=40, blank=True, default="")
    block = models.CharField("bloque", max_length=12, choices=Block, default=Block.OTHER)
    year = models.PositiveSmallIntegerField("año", null=True, blank=True)
    name = models.CharField("qué", max_length=200)
    legal_basis = models.CharField("norma", max_length=200, blank=True)
    risk = models.CharField("riesgo", max_length=5, choices=Risk, default=Risk.HIGH)
    status = models.CharField("situación", max_length=15, choices=ItemStatus, default=ItemStatus.UNKNOWN)
    status_on = models.DateField("al", null=True, blank=True)
    valid_until = models.DateField("vale hasta", null=True, blank=True)
    is_bodies = models.BooleanField("órganos vigentes (R05)", default=False)
    evidence = models.ForeignKey("incubator.Evidence", models.PROTECT, null=True, blank=True, related_name="+")
    authority = models.CharField("ante quién", max_length=12, choices=Authority, blank=True, default="")
    is_debt = models.BooleanField("es una deuda", default=False)
    cure_path = models.TextField("cómo se pone en orden", blank=True, default="", max_length=1000)
    plan = models.TextField("qué se hará", blank=True, default="", max_length=1000)
    responsible = models.CharField("quién lo hace", max_length=120, blank=True, default="")
    due_on = models.DateField("hasta cuándo", null=True, blank=True)

    class Meta:
        verbose_name = "punto del saneamiento"
        verbose_name_plural = "puntos del saneamiento"
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["file", "key", "year"],
                condition=~Q(key=""),
                nulls_distinct=False,
                name="regularitem_once_a_year",
                violation_error_message="Ese punto ya está en la lista.",
            )
        ]

    def __str__(self):
        return f"{self.name} ({self.year})" if self.year else self.name


class ItemEntry(models.Model):
    """What was found, planned or done of an item on a day: added, never rewritten."""

    item = models.ForeignKey(RegularizationItem, models.PROTECT, related_name="entries")
    kind = models.CharField(max_length=10, choices=EntryKind)
    happened_on = models.DateField("fecha")
    status = models.CharField("situación", max_length=15, choices=ItemStatus, blank=True)
    text = models.TextField("qué", blank=True, max_length=1000)
    evidence = models.ForeignKey("incubator.Evidence", models.PROTECT, null=True, blank=True, related_name="+")
    by = models.ForeignKey("incubator.User", models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField("anotado el", default=calendars.now, editable=False)

    class Meta:
        verbose_name = "anotación de un punto del saneamiento"
        verbose_name_plural = "anotaciones de puntos del saneamiento"
        ordering = ["-happened_on", "-id"]


class Filing(models.Model):
    """What an item presents to one authority; for a debt, its amount and the agreement to pay it."""

    item = models.ForeignKey(RegularizationItem, models.PROTECT, related_name="filings")
    authority = models.CharField("ante quién", max_length=12, choices=Authority)
    state = models.CharField("situación", max_length=8, choices=FilingState, default=FilingState.PENDING)
    amount = models.PositiveBigIntegerField("monto de la deuda, en pesos", null=True, blank=True)
    agreement = models.CharField("convenio de pago", max_length=300, blank=True)
    opened_on = models.DateField("anotada el")
    opened_by = models.ForeignKey("incubator.User", models.PROTECT, related_name="+", verbose_name="anotada por")

    class Meta:
        verbose_name = "presentación ante una autoridad"
        verbose_name_plural = "presentaciones ante autoridades"
        ordering = ["item_id", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["item", "authority"],
                name="filing_once_an_authority",
                violation_error_message="Ese punto ya tiene una presentación ante esa autoridad.",
            ),
            models.CheckConstraint(condition=Q(state__in=FilingState.values), name="filing_state_known"),
        ]

    def __str__(self):
        return f"{self.item} · {self.get_authority_display()}"


class FilingStep(models.Model):
    """One step of a filing with its day, reference and document: append-only, written before the state."""

    filing = models.ForeignKey(Filing, models.PROTECT, related_name="steps")
    number = models.PositiveSmallIntegerField()
    from_state = models.CharField(max_length=8, choices=FilingState)
    to_state = models.CharField(max_length=8, choices=FilingState)
    happened_on = models.DateField("fecha")
    reference = models.CharField("folio, número o comprobante", max_length=120, blank=True)
    note = models.CharField("qué dijo la autoridad, o qué se respondió", max_length=500, blank=True)
    evidence = models.ForeignKey("incubator.Evidence", models.PROTECT, null=True, blank=True, related_name="+")
    by = models.ForeignKey("incubator.User", models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField("anotado el", default=calendars.now, editable=False)

    class Meta:
        verbose_name = "paso de una presentación"
        verbose_name_plural = "pasos de presentaciones"
        ordering = ["filing_id", "number"]
        constraints = [
            models.UniqueConstraint(fields=["filing", "number"], name="filingstep_number_unique"),
            models.CheckConstraint(condition=~Q(from_state=F("to_state")), name="filingstep_moves"),
        ]
