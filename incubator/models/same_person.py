"""One person written down twice: the redirect that joins two records, «son distintas», and the notice between
municipalities, which names nobody."""

from datetime import timedelta

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from incubator.access import Permission, scope_of

#: A merge may be undone during this many days.
UNDO_DAYS = 30


class PersonMergeQuerySet(models.QuerySet):
    def visible_to(self, user, permission=Permission.VIEW_PEOPLE):
        """The merges of the incubators where the user reads names."""
        return self.filter(incubator_id__in=scope_of(user, permission).incubator_ids)

    def waiting(self):
        """Proposed, and neither executed nor declined."""
        return self.filter(executed_on__isnull=True, declined_on__isnull=True)

    def in_force(self):
        """Executed and not undone."""
        return self.filter(executed_on__isnull=False, undone_on__isnull=True)


class PersonMerge(models.Model):
    """Two records of one person: from its execution `redirected` is read as `kept`. No other row moves."""

    incubator = models.ForeignKey("incubator.Incubator", models.PROTECT, related_name="+")
    kept = models.ForeignKey("incubator.Person", models.PROTECT, related_name="merges", verbose_name="queda")
    redirected = models.ForeignKey("incubator.Person", models.PROTECT, related_name="redirections")
    carried = ArrayField(models.BigIntegerField(), default=list, blank=True, editable=False)
    reason = models.CharField("por qué son la misma", max_length=300)
    proposed_by = models.ForeignKey("incubator.User", models.PROTECT, related_name="+")
    proposed_on = models.DateField("propuesta el")
    executed_by = models.ForeignKey("incubator.User", models.PROTECT, null=True, blank=True, related_name="+")
    executed_on = models.DateField("unida el", null=True, blank=True)
    declined_by = models.ForeignKey("incubator.User", models.PROTECT, null=True, blank=True, related_name="+")
    declined_on = models.DateField("descartada el", null=True, blank=True)
    undone_by = models.ForeignKey("incubator.User", models.PROTECT, null=True, blank=True, related_name="+")
    undone_on = models.DateField("deshecha el", null=True, blank=True)
    undone_reason = models.CharField("por qué se deshizo", max_length=300, blank=True)

    objects = PersonMergeQuerySet.as_manager()

    class Meta:
        verbose_name = "unión de registros"
        verbose_name_plural = "uniones de registros"
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(condition=~Q(kept=F("redirected")), name="personmerge_two_records"),
            models.CheckConstraint(
                condition=Q(executed_by__isnull=True) | ~Q(executed_by=F("proposed_by")),
                name="personmerge_two_people",
                violation_error_message="Une los registros otra persona que quien lo propuso.",
            ),
            models.CheckConstraint(
                condition=Q(executed_by__isnull=True, executed_on__isnull=True)
                | Q(executed_by__isnull=False, executed_on__isnull=False, declined_on__isnull=True),
                name="personmerge_executed_whole",
            ),
            models.CheckConstraint(
                condition=Q(undone_by__isnull=True, undone_on__isnull=True)
                | (Q(undone_by__isnull=False, undone_on__gte=F("executed_on")) & ~Q(undone_reason="")),
                name="personmerge_undone_whole",
                violation_error_message="Diga por qué se separan de nuevo.",
            ),
            models.UniqueConstraint(
                fields=["redirected"],
                condition=Q(executed_on__isnull=False, undone_on__isnull=True),
                name="personmerge_once",
                violation_error_message="Ese registro ya está unido a otro.",
            ),
            models.UniqueConstraint(
                fields=["redirected"],
                condition=Q(executed_on__isnull=True, declined_on__isnull=True),
                name="personmerge_one_proposal",
                violation_error_message="Ya hay una propuesta sobre ese registro.",
            ),
        ]

    def __str__(self):
        return f"unión de registros {self.redirected_id} → {self.kept_id}"

    @property
    def undo_until(self):
        """The last day on which it may be undone."""
        return self.executed_on + timedelta(days=UNDO_DAYS) if self.executed_on else None


class PersonDistinction(models.Model):
    """Somebody said that two records are two people; `seen` says how both looked, under a key, that day."""

    incubator = models.ForeignKey("incubator.Incubator", models.PROTECT, related_name="+")
    first = models.ForeignKey("incubator.Person", models.PROTECT, related_name="+")
    second = models.ForeignKey("incubator.Person", models.PROTECT, related_name="+")
    reason = models.CharField("cómo lo sabe", max_length=300)
    seen = models.CharField(max_length=64, editable=False)
    said_by = models.ForeignKey("incubator.User", models.PROTECT, related_name="+")
    said_on = models.DateField("dicho el")

    class Meta:
        verbose_name = "personas distintas"
        verbose_name_plural = "personas distintas"
        ordering = ["-id"]
        constraints = [models.CheckConstraint(condition=Q(first__lt=F("second")), name="distinction_in_order")]
        indexes = [models.Index(fields=["incubator", "first", "second"], name="distinction_by_pair")]


class DuplicateNoticeQuerySet(models.QuerySet):
    def visible_to(self, user, permission=Permission.SETTLE_DUPLICATES):
        """The notices in which an incubator that the user coordinates takes part."""
        homes = scope_of(user, permission).home_ids
        return self.filter(Q(first_id__in=homes) | Q(second_id__in=homes))


class DuplicateNotice(models.Model):
    """Two incubators of one agreement may hold the same person. It names no one: the mark is a keyed digest."""

    agreement = models.ForeignKey("incubator.Agreement", models.PROTECT, related_name="+")
    first = models.ForeignKey("incubator.Incubator", models.PROTECT, related_name="+")
    second = models.ForeignKey("incubator.Incubator", models.PROTECT, related_name="+")
    run_mark = models.CharField(max_length=64, editable=False)
    found_on = models.DateField("encontrada el")

    objects = DuplicateNoticeQuerySet.as_manager()

    class Meta:
        verbose_name = "aviso de posible repetición"
        verbose_name_plural = "avisos de posibles repeticiones"
        ordering = ["-found_on", "-id"]
        constraints = [
            models.CheckConstraint(condition=Q(first__lt=F("second")), name="duplicatenotice_in_order"),
            models.UniqueConstraint(fields=["first", "second", "run_mark"], name="duplicatenotice_once"),
        ]

    def __str__(self):
        return f"aviso de posible repetición {self.pk}"

    def other_than(self, incubator_id):
        """The incubator on the other side."""
        return self.second if incubator_id == self.first_id else self.first


class DuplicateTalk(models.Model):
    """One side says «conversado», with a note that carries no data of anybody."""

    notice = models.ForeignKey(DuplicateNotice, models.PROTECT, related_name="talks")
    incubator = models.ForeignKey("incubator.Incubator", models.PROTECT, related_name="+")
    by = models.ForeignKey("incubator.User", models.PROTECT, related_name="+")
    on = models.DateField("conversado el")
    note = models.CharField("nota", max_length=200, blank=True)

    class Meta:
        verbose_name = "conversación"
        verbose_name_plural = "conversaciones"
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["notice", "incubator"], name="duplicatetalk_once")]
