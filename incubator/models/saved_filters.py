"""Filters of a list kept under a name. Names and values alone: what they show is read again each time."""

from django.db import models
from django.db.models import Q

from incubator import calendars


class SavedFilterQuerySet(models.QuerySet):
    def visible_to(self, user):
        """One's own: nobody sees what another keeps."""
        return self.filter(user=user)


class SavedFilter(models.Model):
    """A filter of one person: the list it is of, its name, and what it asks («etapa» → «training»)."""

    user = models.ForeignKey("incubator.User", models.CASCADE, related_name="saved_filters")
    listing = models.CharField("lista", max_length=20)
    name = models.CharField("nombre", max_length=60)
    name_folded = models.CharField(max_length=60, editable=False)
    query = models.JSONField("filtros", default=dict)
    is_default = models.BooleanField("se abre primero", default=False)
    created_at = models.DateTimeField(default=calendars.now, editable=False)

    objects = SavedFilterQuerySet.as_manager()

    class Meta:
        verbose_name = "filtro guardado"
        verbose_name_plural = "filtros guardados"
        ordering = ["name_folded", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "listing", "name_folded"],
                name="savedfilter_name_unique",
                violation_error_message="Ya tiene un filtro con ese nombre. Póngale otro.",
            ),
            models.UniqueConstraint(
                fields=["user", "listing"], condition=Q(is_default=True), name="savedfilter_one_default"
            ),
            models.CheckConstraint(condition=~Q(name_folded=""), name="savedfilter_has_name"),
        ]

    def __str__(self):
        return self.name
