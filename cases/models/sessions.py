"""A session of accompaniment: a meeting of one or more groups, with each group's part."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from incubator.access import Permission, scope_of


class Session(models.Model):
    """What a meeting with groups adds to a Meeting: topics. One per meeting; the advisor's hours count once."""

    meeting = models.OneToOneField("incubator.Meeting", models.PROTECT, related_name="session", primary_key=True)
    topics = ArrayField(models.CharField(max_length=40), default=list, blank=True)

    class Meta:
        verbose_name = "sesión"
        verbose_name_plural = "sesiones"


class SessionCaseQuerySet(models.QuerySet):
    def valid(self):
        """Parts that count: neither they nor their meeting are voided."""
        return self.filter(voided_at__isnull=True, session__meeting__voided_at__isnull=True)

    def visible_to(self, user, permission=Permission.VIEW_GROUPS):
        """Parts of the groups the user may see; the other groups of a joint workshop stay out."""
        scope = scope_of(user, permission)
        return self.filter(
            Q(case__incubator_id__in=scope.incubator_ids) | Q(case__organization_id__in=scope.organization_ids)
        )


class SessionCase(models.Model):
    """One group's part in a session: its minutes, voided apart from the others."""

    session = models.ForeignKey(Session, models.PROTECT, related_name="parts")
    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="session_parts")
    minutes = models.PositiveSmallIntegerField("minutos")
    voided_at = models.DateTimeField(null=True, blank=True)
    voided_by = models.ForeignKey("incubator.User", models.PROTECT, null=True, blank=True, related_name="+")
    void_reason = models.CharField("motivo de la anulación", max_length=300, blank=True)

    objects = SessionCaseQuerySet.as_manager()

    class Meta:
        verbose_name = "parte de un grupo en una sesión"
        verbose_name_plural = "partes de grupos en sesiones"
        ordering = ["-session__meeting__held_on", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["session", "case"], name="sessioncase_once"),
            models.CheckConstraint(
                condition=Q(voided_at__isnull=True) | ~Q(void_reason=""), name="sessioncase_void_has_reason"
            ),
        ]
