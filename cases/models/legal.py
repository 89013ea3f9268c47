"""The legal file of a case and the dated acts in it; the file of a cooperative that is put in order."""

from django.db import models
from django.db.models import Q

from cases.enums import ItemStatus, LegalEventKind, Risk
from cases.models.facts import Fact


class LegalFile(models.Model):
    """Formalization of a group: opened with the type of cooperative and the rules of that day."""

    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="legal_files")
    cooperative_type = models.ForeignKey("cases.CooperativeType", models.PROTECT, related_name="+")
    opened_on = models.DateField("abierto el")
    closed_on = models.DateField("cerrado el", null=True, blank=True)

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
            )
        ]


class LegalEvent(Fact):
    """A dated legal act with its reference and evidence; legal effect may reach back (a cure), recording never does."""

    file = models.ForeignKey(LegalFile, models.PROTECT, related_name="events", null=True, blank=True)
    kind = models.CharField("acto", max_length=20, choices=LegalEventKind)
    reference = models.CharField("fojas, CVE, rol o número", max_length=120, blank=True)
    legal_effect_from = models.DateField("con efecto desde", null=True, blank=True)

    class Meta(Fact.Meta):
        verbose_name = "acto legal"
        verbose_name_plural = "actos legales"
        constraints = [
            models.UniqueConstraint(
                fields=["case", "kind"],
                name="legalevent_once",
                violation_error_message="Ese acto ya está anotado en el caso.",
            )
        ]


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
