"""Calls, what a group's application says, how it was evaluated, and what it signed and asked for when admitted."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from cases.models.facts import Fact
from incubator.access import Permission, scope_of
from incubator.enums import SupportKind


class CallQuerySet(models.QuerySet):
    def visible_to(self, user, permission=Permission.VIEW_GROUPS):
        """The calls of the user's incubators."""
        return self.filter(incubator_id__in=scope_of(user, permission).incubator_ids)

    def open_on(self, day):
        """Calls that receive applications that day."""
        return self.filter(opens_on__lte=day, closes_on__gte=day)


class Call(models.Model):
    """A convocatoria of one incubator: from day to day, with its seats."""

    incubator = models.ForeignKey("incubator.Incubator", models.PROTECT, related_name="calls")
    name = models.CharField("nombre", max_length=200)
    opens_on = models.DateField("abre el")
    closes_on = models.DateField("cierra el")
    seats = models.PositiveSmallIntegerField("cupos")
    waiting_until = models.DateField("la lista de espera vence el", null=True, blank=True)
    evidence = models.ForeignKey("incubator.Evidence", models.PROTECT, null=True, blank=True, related_name="+")
    recorded_by = models.ForeignKey("incubator.User", models.PROTECT, related_name="+")

    objects = CallQuerySet.as_manager()

    class Meta:
        verbose_name = "convocatoria"
        verbose_name_plural = "convocatorias"
        ordering = ["-opens_on", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(closes_on__gte=F("opens_on")),
                name="call_closes_after_opening",
                violation_error_message="La convocatoria no puede cerrar antes de abrir.",
            ),
        ]

    def __str__(self):
        return self.name


class Application(Fact):
    """What a group said when it applied: to which call, who to reach, how many are interested, when they were told."""

    call = models.ForeignKey(Call, models.PROTECT, related_name="applications", verbose_name="convocatoria")
    contact = models.ForeignKey("incubator.Person", models.PROTECT, related_name="+", verbose_name="contacto")
    interested = models.PositiveSmallIntegerField("personas interesadas")
    informed_on = models.DateField("se informó a las personas el", null=True, blank=True)
    rank = models.PositiveSmallIntegerField("lugar en el orden", null=True, blank=True)

    class Meta(Fact.Meta):
        verbose_name = "postulación"
        verbose_name_plural = "postulaciones"
        constraints = [models.UniqueConstraint(fields=["case", "call"], name="application_once")]


class Evaluation(Fact):
    """One evaluator's sheet: declared without conflict that day; complete when it has a score."""

    evaluator = models.ForeignKey("incubator.User", models.PROTECT, related_name="+", verbose_name="evalúa")
    completed_on = models.DateField("pauta completa el", null=True, blank=True)
    score = models.DecimalField("puntaje", max_digits=5, decimal_places=2, null=True, blank=True)

    class Meta(Fact.Meta):
        verbose_name = "evaluación"
        verbose_name_plural = "evaluaciones"
        constraints = [
            models.UniqueConstraint(
                fields=["case", "evaluator"],
                name="evaluation_once",
                violation_error_message="Esa persona ya declaró para este caso.",
            ),
            models.CheckConstraint(
                condition=Q(completed_on__isnull=True, score__isnull=True)
                | Q(completed_on__isnull=False, score__isnull=False),
                name="evaluation_complete_with_score",
                violation_error_message="Una pauta completa tiene fecha y puntaje.",
            ),
        ]


class SignedCommitment(Fact):
    """The group signed the deed of commitment that day."""

    class Meta(Fact.Meta):
        verbose_name = "acta de compromiso"
        verbose_name_plural = "actas de compromiso"


class SupportDeclaration(Fact):
    """The supports agreed for the group (T1, never per person); an empty list is «ninguno»."""

    supports = ArrayField(models.CharField(max_length=20, choices=SupportKind), default=list, blank=True)
    note = models.CharField("detalle", max_length=300, blank=True)

    class Meta(Fact.Meta):
        verbose_name = "apoyos acordados"
        verbose_name_plural = "apoyos acordados"
