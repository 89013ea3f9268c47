"""What every fact that a guard reads has in common: the day it happened, its evidence and who recorded it when."""

from django.db import models

from incubator import calendars
from incubator.access import Permission, scope_of


class FactQuerySet(models.QuerySet):
    def visible_to(self, user, permission=Permission.VIEW_GROUPS):
        """Facts of the cases the user may see."""
        scope = scope_of(user, permission)
        return self.filter(
            models.Q(case__incubator_id__in=scope.incubator_ids)
            | models.Q(case__organization_id__in=scope.organization_ids)
        )


class Fact(models.Model):
    """A dated fact of a case, recorded by somebody, with its evidence."""

    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="%(class)ss")
    happened_on = models.DateField("fecha")
    evidence = models.ForeignKey(
        "incubator.Evidence", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="documento"
    )
    recorded_by = models.ForeignKey("incubator.User", models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(default=calendars.now, editable=False)

    objects = FactQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["-happened_on", "-id"]
