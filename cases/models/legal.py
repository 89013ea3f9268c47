"""The legal file of a case and the dated acts in it; the file of a cooperative that is put in order."""

from django.db import models
from django.db.models import Q

from cases.enums import ItemStatus, Risk
from cases.legal_life import ONCE, LegalEventKind, LegalLife, LegalState, LegalVerb
from cases.models.facts import Fact, FactQuerySet
from incubator import calendars


class LegalFile(LegalLife):
    """Formalization of a group: opened with the type of cooperative and the rule pack of that day."""

    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="legal_files")
    cooperative_type = models.ForeignKey("cases.CooperativeType", models.PROTECT, related_name="+")
    opened_on = models.DateField("abierto el")
    closed_on = models.DateField("cerrado el", null=True, blank=True)
    pack = models.CharField("paquete de reglas", max_length=20, default="", blank=True)

    class Meta:
        verbose_name = "expediente legal"
        verbose_name_plural = "expedientes legales"
        ordering = ["-opened_on", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["case"],
                condition=Q(closed_on__isnull=True),
                name="legalfile_open_once",
                violation_error_message="El caso ya tiene un expediente legal abierto.",
            ),
            models.CheckConstraint(condition=Q(state__in=LegalState.values), name="legalfile_state_known"),
        ]

    def __str__(self):
        return f"Expediente legal de {self.case.code}"


class LegalEventQuerySet(FactQuerySet):
    def in_force(self):
        """Without those of a file that a lawyer or a judge held void."""
        return self.exclude(file__state=LegalState.VOID)


class LegalEvent(Fact):
    """A dated legal act with its reference and evidence; legal effect may reach back (a cure), recording never does."""

    file = models.ForeignKey(LegalFile, models.PROTECT, related_name="events", null=True, blank=True)
    kind = models.CharField("acto", max_length=20, choices=LegalEventKind)
    reference = models.CharField("fojas, CVE, rol o número", max_length=120, blank=True)
    legal_effect_from = models.DateField("con efecto desde", null=True, blank=True)

    objects = LegalEventQuerySet.as_manager()

    class Meta(Fact.Meta):
        verbose_name = "acto legal"
        verbose_name_plural = "actos legales"
        constraints = [
            models.UniqueConstraint(
                fields=["case", "file", "kind"],
                condition=Q(kind__in=[kind.value for kind in ONCE]),
                nulls_distinct=False,
                name="legalevent_once_a_file",
                violation_error_message="Ese acto ya está anotado en el expediente.",
            )
        ]


class LegalFileChange(models.Model):
    """One step of a legal file: append-only, written before the state, with the act that brought it about."""

    file = models.ForeignKey(LegalFile, models.PROTECT, related_name="changes")
    number = models.PositiveSmallIntegerField()
    from_state = models.CharField(max_length=15, choices=LegalState)
    to_state = models.CharField(max_length=15, choices=LegalState)
    verb = models.CharField(max_length=15, choices=LegalVerb)
    event = models.ForeignKey(LegalEvent, models.PROTECT, related_name="changes")
    by = models.ForeignKey("incubator.User", models.PROTECT, related_name="+")
    effective_on = models.DateField("fecha")
    recorded_at = models.DateTimeField("anotado el", default=calendars.now, editable=False)
    reason = models.CharField("motivo", max_length=500, blank=True)

    class Meta:
        verbose_name = "paso de un expediente legal"
        verbose_name_plural = "pasos de expedientes legales"
        ordering = ["file_id", "number"]
        constraints = [models.UniqueConstraint(fields=["file", "number"], name="legalfilechange_number_unique")]


class LegalReview(models.Model):
    """A legal adviser read an act with its document and holds it good; never whoever recorded it."""

    event = models.OneToOneField(LegalEvent, models.PROTECT, related_name="review")
    by = models.ForeignKey("incubator.User", models.PROTECT, related_name="+")
    reviewed_on = models.DateField("validado el")
    note = models.CharField("nota", max_length=300, blank=True)

    class Meta:
        verbose_name = "validación de un acto legal"
        verbose_name_plural = "validaciones de actos legales"
        ordering = ["-reviewed_on", "-id"]


class RegularizationFile(models.Model):
    """Saneamiento of a cooperative that already exists: a list of items to put in order."""

    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="regularization_files")
    opened_on = models.DateField("abierto el")

    class Meta:
        verbose_name = "expediente de saneamiento"
        verbose_name_plural = "expedientes de saneamiento"
        ordering = ["-opened_on", "-id"]


class RegularizationItem(models.Model):
    """One thing that must be in order: how it stands, its legal basis, its risk, its evidence, until when it holds."""

    file = models.ForeignKey(RegularizationFile, models.PROTECT, related_name="items")
    name = models.CharField("qué", max_length=200)
    legal_basis = models.CharField("norma", max_length=200, blank=True)
    risk = models.CharField("riesgo", max_length=5, choices=Risk, default=Risk.HIGH)
    status = models.CharField("situación", max_length=15, choices=ItemStatus, default=ItemStatus.UNKNOWN)
    status_on = models.DateField("al", null=True, blank=True)
    valid_until = models.DateField("vale hasta", null=True, blank=True)
    is_bodies = models.BooleanField("órganos vigentes (R05)", default=False)
    evidence = models.ForeignKey("incubator.Evidence", models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = "punto del saneamiento"
        verbose_name_plural = "puntos del saneamiento"
        ordering = ["id"]

    def __str__(self):
        return self.name
