"""Who answers for an application when its case moves, joins another or closes. Rows are added, and settled once."""

from django.db import models
from django.db.models import Q

from cases.funding.words import PlacementKind
from cases.models.funding.applications import FundApplication
from incubator import calendars


class FundPlacement(models.Model):
    """A dated row for each time that the place of an application, or the person who answers for it, changed.

    `keeper` and `stays_with` say how the application stands from then on; it changes them with such a row alone (its
    trigger). Some rows ask for something (the agency is told, the new place reads what it inherited): `settled_on`.
    """

    application = models.ForeignKey(FundApplication, models.PROTECT, related_name="placements")
    kind = models.CharField("qué pasó", max_length=12, choices=PlacementKind)
    keeper = models.ForeignKey("incubator.User", models.PROTECT, null=True, blank=True, related_name="+")
    stays_with = models.ForeignKey("incubator.Incubator", models.PROTECT, null=True, blank=True, related_name="+")
    transfer = models.ForeignKey(
        "cases.Transfer", models.PROTECT, null=True, blank=True, related_name="fund_placements"
    )
    operation = models.ForeignKey(
        "cases.Operation", models.PROTECT, null=True, blank=True, related_name="fund_placements"
    )
    on = models.DateField("fecha")
    by = models.ForeignKey("incubator.User", models.PROTECT, related_name="+")
    at = models.DateTimeField("anotado el", default=calendars.now, editable=False)
    settled_on = models.DateField("resuelto el", null=True, blank=True)
    settled_by = models.ForeignKey("incubator.User", models.PROTECT, null=True, blank=True, related_name="+")
    note = models.CharField("cómo", max_length=300, blank=True)

    class Meta:
        verbose_name = "cambio de lugar de una postulación"
        verbose_name_plural = "cambios de lugar de postulaciones"
        ordering = ["application_id", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(stays_with__isnull=True) | Q(keeper__isnull=False), name="fundplacement_under_a_name"
            ),
            models.CheckConstraint(
                condition=Q(settled_on__isnull=True, settled_by__isnull=True)
                | Q(settled_on__isnull=False, settled_by__isnull=False),
                name="fundplacement_settled_whole",
            ),
        ]
