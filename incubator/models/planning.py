"""Meetings still to come: when, where, with whom, and the supports to have ready by then."""

from django.db import models
from django.db.models import F, Q

from incubator import calendars
from incubator.access import Permission, scope_of
from incubator.enums import MeetingKind, Modality, SupportKind
from incubator.purposes import PlannedState


class PlannedMeetingQuerySet(models.QuerySet):
    def visible_to(self, user, permission=Permission.VIEW_GROUPS):
        """Those of the user's incubators, and those with a group assigned to the user."""
        scope = scope_of(user, permission)
        through = self.model.organizations.through.objects.filter(organization_id__in=scope.organization_ids)
        return self.filter(Q(incubator_id__in=scope.incubator_ids) | Q(id__in=through.values("plannedmeeting_id")))

    def pending(self):
        """Neither held nor suspended."""
        return self.filter(meeting__isnull=True, cancelled_at__isnull=True)


class PlannedMeeting(models.Model):
    """A meeting with a day and an hour. It ends as the meeting that was held, or suspended with its reason."""

    incubator = models.ForeignKey("incubator.Incubator", models.PROTECT, related_name="planned_meetings")
    organizations = models.ManyToManyField("incubator.Organization", related_name="planned_meetings", blank=True)
    kind = models.CharField("tipo", max_length=20, choices=MeetingKind)
    modality = models.CharField("modalidad", max_length=12, choices=Modality, default=Modality.IN_PERSON)
    planned_on = models.DateField("fecha")
    starts_at = models.TimeField("desde")
    ends_at = models.TimeField("hasta")
    topic = models.CharField("tema", max_length=300)
    place = models.CharField("lugar", max_length=200, blank=True)
    access_notes = models.CharField("cómo se llega y se entra", max_length=500, blank=True)
    conducted_by = models.ForeignKey("incubator.User", models.PROTECT, related_name="+", verbose_name="a cargo de")
    meeting = models.OneToOneField(
        "incubator.Meeting", models.PROTECT, null=True, blank=True, related_name="planned", editable=False
    )
    cancelled_at = models.DateTimeField(null=True, blank=True, editable=False)
    cancelled_by = models.ForeignKey("incubator.User", models.PROTECT, null=True, blank=True, related_name="+")
    cancel_reason = models.CharField("por qué se suspende", max_length=300, blank=True)
    created_by = models.ForeignKey("incubator.User", models.PROTECT, related_name="+")
    created_at = models.DateTimeField(default=calendars.now, editable=False)

    objects = PlannedMeetingQuerySet.as_manager()

    class Meta:
        verbose_name = "reunión planificada"
        verbose_name_plural = "reuniones planificadas"
        ordering = ["planned_on", "starts_at", "id"]
        indexes = [models.Index(fields=["incubator", "planned_on"], name="plannedmeeting_by_day")]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at")),
                name="plannedmeeting_ends_after_start",
                violation_error_message="La hora de término debe ser posterior a la de inicio.",
            ),
            models.CheckConstraint(
                condition=Q(cancelled_at__isnull=True) | (~Q(cancel_reason="") & Q(meeting__isnull=True)),
                name="plannedmeeting_cancelled_with_reason",
                violation_error_message="Diga por qué se suspende.",
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()} del {self.planned_on:%d-%m-%Y}"

    @property
    def state(self):
        """How it stands, read from its facts."""
        if self.meeting_id is not None:
            return PlannedState.HELD
        return PlannedState.CANCELLED if self.cancelled_at else PlannedState.PLANNED

    @property
    def is_pending(self):
        """Whether it is still to come."""
        return self.state == PlannedState.PLANNED


class PlannedSupport(models.Model):
    """Supports of one kind to have ready, in total (T1): how many were asked for, who gives them and their cost."""

    planned = models.ForeignKey(PlannedMeeting, models.CASCADE, related_name="supports")
    kind = models.CharField("apoyo", max_length=20, choices=SupportKind)
    requested = models.PositiveSmallIntegerField("pedidos")
    provider = models.CharField("quién lo da", max_length=200, blank=True)
    booked_on = models.DateField("confirmado el", null=True, blank=True)
    cost = models.PositiveIntegerField("costo en pesos", default=0)

    class Meta:
        verbose_name = "apoyo por reservar"
        verbose_name_plural = "apoyos por reservar"
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["planned", "kind"], name="plannedsupport_once"),
            models.CheckConstraint(
                condition=Q(booked_on__isnull=True) | ~Q(provider=""),
                name="plannedsupport_booked_with_somebody",
                violation_error_message="Diga quién da el apoyo.",
            ),
        ]
