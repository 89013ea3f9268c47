"""What happened and who looked: append-only tables of ids and verbs, without personal values."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from incubator import calendars
from incubator.access import Permission, scope_of


class JournalQuerySet(models.QuerySet):
    def visible_to(self, user, permission=Permission.VIEW_JOURNAL):
        """The journal of the incubators where the user may read it whole."""
        return self.filter(incubator_id__in=scope_of(user, permission).incubator_ids)

    def about(self, organization):
        """What happened to one group, newest first."""
        return self.filter(organization=organization).order_by("-id")


class JournalEntry(models.Model):
    """Somebody did something on a day; recorded at a moment. Data holds ids and codes, never names."""

    by = models.ForeignKey("incubator.User", models.PROTECT, related_name="+")
    verb = models.CharField(max_length=60)
    incubator = models.ForeignKey("incubator.Incubator", models.PROTECT, null=True, related_name="+")
    organization = models.ForeignKey("incubator.Organization", models.PROTECT, null=True, related_name="+")
    subject_type = models.CharField(max_length=60, blank=True)
    subject_id = models.BigIntegerField(null=True)
    effective_on = models.DateField()
    recorded_at = models.DateTimeField(default=calendars.now, editable=False)
    data = models.JSONField(default=dict)

    objects = JournalQuerySet.as_manager()

    class Meta:
        verbose_name = "anotación de la bitácora"
        verbose_name_plural = "bitácora"
        ordering = ["-id"]
        indexes = [
            models.Index(fields=["organization", "-id"], name="journal_by_group"),
            models.Index(fields=["subject_type", "subject_id"], name="journal_by_subject"),
        ]


class ReadingLog(models.Model):
    """One reading of sensitive data: who, when, for what, of which persons."""

    by = models.ForeignKey("incubator.User", models.PROTECT, related_name="+")
    incubator = models.ForeignKey("incubator.Incubator", models.PROTECT, null=True, related_name="+")
    purpose = models.CharField(max_length=60)
    persons = ArrayField(models.BigIntegerField())
    read_at = models.DateTimeField(default=calendars.now, editable=False)

    class Meta:
        verbose_name = "lectura de datos sensibles"
        verbose_name_plural = "lecturas de datos sensibles"
        ordering = ["-id"]
        constraints = [models.CheckConstraint(condition=~Q(purpose=""), name="reading_has_purpose")]
