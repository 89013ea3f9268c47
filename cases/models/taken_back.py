"""An act recorded by mistake, and who took it back: both rows stay."""

from django.db import models

from incubator import calendars


class ActTakenBack(models.Model):
    """The database marks the act when this row is written, and refuses it when something stands on the act."""

    event = models.OneToOneField("cases.LegalEvent", models.PROTECT, related_name="removal")
    by = models.ForeignKey("incubator.User", models.PROTECT, related_name="+")
    taken_back_on = models.DateField("quitado el")
    recorded_at = models.DateTimeField(default=calendars.now, editable=False)
    reason = models.CharField("motivo", max_length=500)

    class Meta:
        verbose_name = "acto legal quitado"
        verbose_name_plural = "actos legales quitados"
        ordering = ["-taken_back_on", "-id"]
