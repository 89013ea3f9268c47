"""What is stored about tasks: who is away, what somebody put off or passed on, and how each person is told."""

from django.db import models
from django.db.models import Q

from incubator import calendars
from incubator.access import Permission, scope_of
from incubator.enums import AbsenceReason, DigestChoice, DigestOutcome
from incubator.models.accounts import Post
from incubator.models.dated import Dated, DatedQuerySet


class AbsenceQuerySet(DatedQuerySet):
    def visible_to(self, user, permission=Permission.APPOINT):
        """One's own, and those of the people and posts of the places where the user appoints."""
        posts = Post.objects.visible_to(user, permission).order_by()
        return self.filter(Q(user=user) | Q(post__in=posts.values("pk")) | Q(user__in=posts.values("user")))


class Absence(Dated):
    """Somebody does not answer for the work some days: the whole person, or one of her posts. Never says the health.

    One that was called off holds no day: until is then since.
    """

    user = models.ForeignKey(
        "incubator.User", models.PROTECT, null=True, blank=True, related_name="absences", verbose_name="persona"
    )
    post = models.ForeignKey(
        "incubator.Post", models.PROTECT, null=True, blank=True, related_name="absences", verbose_name="cargo"
    )
    reason = models.CharField("motivo", max_length=20, choices=AbsenceReason)
    recorded_by = models.ForeignKey("incubator.User", models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(default=calendars.now, editable=False)

    objects = AbsenceQuerySet.as_manager()

    class Meta:
        verbose_name = "ausencia"
        verbose_name_plural = "ausencias"
        ordering = ["-since", "-id"]
        constraints = [
            Dated.range_constraint("absence"),
            Dated.no_overlap("absence_user", "user", message="Esa persona ya tiene una ausencia en esos días."),
            Dated.no_overlap("absence_post", "post", message="Ese cargo ya tiene una ausencia en esos días."),
            models.CheckConstraint(
                condition=Q(user__isnull=True) ^ Q(post__isnull=True),
                name="absence_of_one",
                violation_error_message="Una ausencia es de una persona o de uno de sus cargos.",
            ),
        ]


class TaskOverlayQuerySet(models.QuerySet):
    def visible_to(self, user, permission=Permission.VIEW_GROUPS):
        """What was put off or passed on in the user's incubators and assigned groups."""
        scope = scope_of(user, permission)
        return self.filter(
            Q(incubator_id__in=scope.incubator_ids)
            | Q(organization_id__in=scope.organization_ids)
            | Q(by=user)
            | Q(reassigned_to=user)
        )

    def last_ones(self):
        """The row that holds of each task: the newest."""
        return self.order_by("key", "-pk").distinct("key")


class TaskOverlay(models.Model):
    """What somebody decided about a task: put off until a day, or passed on. A row a decision; the last one holds."""

    key = models.CharField(max_length=120)
    cause = models.CharField(max_length=60)
    incubator = models.ForeignKey("incubator.Incubator", models.PROTECT, null=True, related_name="+")
    organization = models.ForeignKey("incubator.Organization", models.PROTECT, null=True, related_name="+")
    snoozed_until = models.DateField("hasta el", null=True, blank=True)
    snooze_reason = models.CharField("por qué se pospone", max_length=200, blank=True)
    reassigned_to = models.ForeignKey(
        "incubator.User", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="pasa a"
    )
    reassign_reason = models.CharField("por qué pasa", max_length=200, blank=True)
    by = models.ForeignKey("incubator.User", models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(default=calendars.now, editable=False)

    objects = TaskOverlayQuerySet.as_manager()

    class Meta:
        verbose_name = "decisión sobre una tarea"
        verbose_name_plural = "decisiones sobre tareas"
        ordering = ["key", "-id"]
        indexes = [models.Index(fields=["key", "-id"], name="taskoverlay_last")]
        constraints = [
            models.CheckConstraint(
                condition=Q(snoozed_until__isnull=True, snooze_reason="")
                | (Q(snoozed_until__isnull=False) & ~Q(snooze_reason="")),
                name="taskoverlay_snooze_reason",
                violation_error_message="Diga por qué la pospone.",
            ),
            models.CheckConstraint(
                condition=Q(reassigned_to__isnull=True, reassign_reason="")
                | (Q(reassigned_to__isnull=False) & ~Q(reassign_reason="")),
                name="taskoverlay_reassign_reason",
                violation_error_message="Diga por qué la pasa a otra persona.",
            ),
        ]


class DigestPreference(models.Model):
    """Whether a person wants her day by e-mail; whoever chose nothing gets it each working day."""

    user = models.OneToOneField("incubator.User", models.CASCADE, related_name="digest_preference")
    choice = models.CharField("qué recibir", max_length=10, choices=DigestChoice, default=DigestChoice.DAILY)

    class Meta:
        verbose_name = "preferencia del resumen"
        verbose_name_plural = "preferencias del resumen"


class DigestDelivery(models.Model):
    """That a person's day was sent, how many things it told, and how it went. No address is kept."""

    user = models.ForeignKey("incubator.User", models.PROTECT, related_name="digests")
    day = models.DateField("día")
    count = models.PositiveSmallIntegerField("cosas")
    outcome = models.CharField("cómo resultó", max_length=10, choices=DigestOutcome)
    recorded_at = models.DateTimeField(default=calendars.now, editable=False)

    class Meta:
        verbose_name = "resumen enviado"
        verbose_name_plural = "resúmenes enviados"
        ordering = ["-day", "-id"]
        constraints = [models.UniqueConstraint(fields=["user", "day"], name="digest_once")]


class CalendarFeed(models.Model):
    """A private address where a calendar program reads one person's days. Only the hash of its key is kept."""

    user = models.ForeignKey("incubator.User", models.CASCADE, related_name="calendar_feeds")
    token_hash = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField("creada el", default=calendars.now, editable=False)
    revoked_at = models.DateTimeField("revocada el", null=True, blank=True)

    class Meta:
        verbose_name = "calendario personal"
        verbose_name_plural = "calendarios personales"
        ordering = ["-created_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["user"],
                condition=Q(revoked_at__isnull=True),
                name="calendarfeed_one_in_force",
                violation_error_message="Ya tiene un calendario personal: revóquelo antes de crear otro.",
            )
        ]
