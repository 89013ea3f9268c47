"""The cure of a defective act (Ley 19.499), one row for each, and its steps."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from cases.formalization.cure_life import RUNNING, CureLife, CureState, CureVerb
from cases.models.facts import FactQuerySet
from incubator import calendars


class CureQuerySet(FactQuerySet):
    def running(self):
        """Those that neither took effect nor ended."""
        return self.filter(state__in=RUNNING)


class Cure(CureLife):
    """What is wrong with a deed and what was extended after it, and how far its cure is."""

    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="cures")
    act = models.ForeignKey("cases.LegalEvent", models.PROTECT, related_name="cures", verbose_name="acto con vicio")
    #: Keys of cases.law.defects.
    defects = ArrayField(models.CharField(max_length=40), default=list, verbose_name="qué tiene mal")
    opened_on = models.DateField("abierto el")
    opened_by = models.ForeignKey("incubator.User", models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField("anotado el", default=calendars.now, editable=False)

    objects = CureQuerySet.as_manager()

    class Meta:
        verbose_name = "saneamiento legal"
        verbose_name_plural = "saneamientos legales"
        ordering = ["-opened_on", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["act"],
                condition=Q(state__in=[state.value for state in RUNNING]),
                name="cure_runs_once",
                violation_error_message="Ese acto ya tiene un saneamiento abierto.",
            ),
            models.CheckConstraint(condition=Q(state__in=CureState.values), name="cure_state_known"),
        ]

    def __str__(self):
        return f"Saneamiento legal de {self.case.code}"


class CureChange(models.Model):
    """One step of a cure: append-only, written before the state, with the act that brought it about."""

    cure = models.ForeignKey(Cure, models.PROTECT, related_name="changes")
    number = models.PositiveSmallIntegerField()
    from_state = models.CharField(max_length=10, choices=CureState)
    to_state = models.CharField(max_length=10, choices=CureState)
    verb = models.CharField(max_length=15, choices=CureVerb)
    event = models.ForeignKey("cases.LegalEvent", models.PROTECT, related_name="cure_changes")
    by = models.ForeignKey("incubator.User", models.PROTECT, related_name="+")
    effective_on = models.DateField("fecha")
    recorded_at = models.DateTimeField("anotado el", default=calendars.now, editable=False)
    reason = models.CharField("motivo", max_length=500, blank=True)

    class Meta:
        verbose_name = "paso de un saneamiento legal"
        verbose_name_plural = "pasos de saneamientos legales"
        ordering = ["cure_id", "number"]
        constraints = [models.UniqueConstraint(fields=["cure", "number"], name="curechange_number_unique")]
