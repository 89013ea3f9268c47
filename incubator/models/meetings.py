"""Meetings, who came, what was agreed, and contacts. A session, a lesson and a network meeting extend Meeting."""

from django.db import models
from django.db.models import F, Q, Sum

from incubator import calendars
from incubator.access import Permission, scope_of
from incubator.enums import AttendanceMark, ContactChannel, MeetingKind, Modality, SupportKind


class MeetingQuerySet(models.QuerySet):
    def valid(self):
        """Without the voided ones."""
        return self.filter(voided_at__isnull=True)

    def visible_to(self, user, permission=Permission.VIEW_GROUPS):
        """Meetings hosted by the user's incubators or with a group assigned to the user."""
        scope = scope_of(user, permission)
        return self.filter(
            Q(incubator_id__in=scope.incubator_ids)
            | Q(
                id__in=self.model.organizations.through.objects.filter(
                    organization_id__in=scope.organization_ids
                ).values("meeting_id")
            )
        )

    def between(self, first, last):
        """Meetings held from one day to another, both included."""
        return self.filter(held_on__range=(first, last))

    def minutes(self):
        """Their minutes added up, the advisor's hours once per meeting."""
        return self.aggregate(total=Sum("minutes"))["total"] or 0


class Meeting(models.Model):
    """People met: kind, times, host incubator, agreement and the organizations present."""

    number = models.PositiveIntegerField("número")
    kind = models.CharField("tipo", max_length=20, choices=MeetingKind)
    modality = models.CharField("modalidad", max_length=12, choices=Modality, default=Modality.IN_PERSON)
    incubator = models.ForeignKey("incubator.Incubator", models.PROTECT, related_name="meetings")
    agreement = models.ForeignKey("incubator.Agreement", models.PROTECT, null=True, related_name="meetings")
    organizations = models.ManyToManyField("incubator.Organization", related_name="meetings", blank=True)
    held_on = models.DateField("fecha")
    starts_at = models.TimeField("desde")
    ends_at = models.TimeField("hasta")
    minutes = models.PositiveSmallIntegerField("minutos")
    place = models.CharField("lugar", max_length=200, blank=True)
    topic = models.CharField("tema", max_length=300)
    notes = models.TextField("notas", blank=True)
    next_on = models.DateField("próxima reunión", null=True, blank=True)
    conducted_by = models.ForeignKey("incubator.User", models.PROTECT, related_name="+", verbose_name="a cargo de")
    evidence = models.ManyToManyField("incubator.Evidence", related_name="meetings", blank=True)
    logged_by = models.ForeignKey("incubator.User", models.PROTECT, related_name="+")
    logged_at = models.DateTimeField()
    validated_by = models.ForeignKey("incubator.User", models.PROTECT, null=True, blank=True, related_name="+")
    validated_at = models.DateTimeField(null=True, blank=True)
    voided_by = models.ForeignKey("incubator.User", models.PROTECT, null=True, blank=True, related_name="+")
    voided_at = models.DateTimeField(null=True, blank=True)
    void_reason = models.CharField("motivo de la anulación", max_length=300, blank=True)

    objects = MeetingQuerySet.as_manager()

    class Meta:
        verbose_name = "reunión"
        verbose_name_plural = "reuniones"
        ordering = ["-held_on", "-starts_at", "-id"]
        indexes = [models.Index(fields=["incubator", "held_on"], name="meeting_by_day")]
        constraints = [
            models.UniqueConstraint(fields=["incubator", "number"], name="meeting_number_unique"),
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at")),
                name="meeting_ends_after_start",
                violation_error_message="La hora de término debe ser posterior a la de inicio.",
            ),
            models.CheckConstraint(
                condition=Q(validated_by__isnull=True) | ~Q(validated_by=F("logged_by")),
                name="meeting_validator_differs",
                violation_error_message="Las horas las valida otra persona que quien las registró.",
            ),
            models.CheckConstraint(
                condition=Q(voided_at__isnull=True) | ~Q(void_reason=""),
                name="meeting_void_has_reason",
                violation_error_message="Diga por qué se anula.",
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()} del {self.held_on:%d-%m-%Y}"

    @property
    def code(self):
        """The number people say: R-0142."""
        return f"R-{self.number:04d}"


class Attendance(models.Model):
    """How one person took part, and in which organization she was that day."""

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="attendance")
    person = models.ForeignKey("incubator.Person", models.PROTECT, related_name="attendance")
    organization = models.ForeignKey("incubator.Organization", models.PROTECT, null=True, related_name="+")
    mark = models.CharField("asistencia", max_length=10, choices=AttendanceMark)

    class Meta:
        verbose_name = "asistencia"
        verbose_name_plural = "asistencias"
        ordering = ["person__sort_key", "person_id"]
        constraints = [models.UniqueConstraint(fields=["meeting", "person"], name="attendance_once")]


class MeetingSupport(models.Model):
    """Supports of one kind at a meeting, in total: asked for, given, and their cost in pesos (T1)."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="supports")
    kind = models.CharField("apoyo", max_length=20, choices=SupportKind)
    requested = models.PositiveSmallIntegerField("pedidos", default=0)
    given = models.PositiveSmallIntegerField("entregados", default=0)
    cost = models.PositiveIntegerField("costo en pesos", default=0)

    class Meta:
        verbose_name = "apoyo en la reunión"
        verbose_name_plural = "apoyos en la reunión"
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["meeting", "kind"], name="meetingsupport_once")]


class Commitment(models.Model):
    """What was agreed at a meeting: what, who, by when."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="commitments")
    what = models.CharField("acuerdo", max_length=300)
    who = models.CharField("responsable", max_length=200, blank=True)
    due_on = models.DateField("para el", null=True, blank=True)
    done_on = models.DateField("cumplido el", null=True, blank=True)

    class Meta:
        verbose_name = "acuerdo"
        verbose_name_plural = "acuerdos"
        ordering = ["id"]


class MeetingVersion(models.Model):
    """A meeting as it read before a correction: append-only."""

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField()
    content = models.JSONField()
    replaced_by = models.ForeignKey("incubator.User", models.PROTECT, related_name="+")
    replaced_at = models.DateTimeField()
    reason = models.CharField(max_length=300)

    class Meta:
        verbose_name = "versión anterior"
        verbose_name_plural = "versiones anteriores"
        ordering = ["meeting_id", "number"]
        constraints = [models.UniqueConstraint(fields=["meeting", "number"], name="meetingversion_unique")]


class Draft(models.Model):
    """What somebody was typing, kept on the server as typed until it is sent or thrown away."""

    owner = models.ForeignKey("incubator.User", models.CASCADE, related_name="drafts")
    incubator = models.ForeignKey("incubator.Incubator", models.PROTECT, related_name="+")
    organization = models.ForeignKey("incubator.Organization", models.PROTECT, null=True, related_name="+")
    form = models.CharField(max_length=40)
    content = models.JSONField()
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = "borrador"
        verbose_name_plural = "borradores"
        ordering = ["-updated_at", "-id"]


class ContactQuerySet(models.QuerySet):
    def visible_to(self, user, permission=Permission.VIEW_GROUPS):
        """Contacts with the groups the user may see."""
        scope = scope_of(user, permission)
        return self.filter(
            Q(organization__incubator_id__in=scope.incubator_ids) | Q(organization_id__in=scope.organization_ids)
        )


class Contact(models.Model):
    """One try to reach a group: channel, reached or not, note. It counts as contact, never as hours."""

    organization = models.ForeignKey("incubator.Organization", models.PROTECT, related_name="contacts")
    made_on = models.DateField("fecha")
    channel = models.CharField("medio", max_length=10, choices=ContactChannel)
    reached = models.BooleanField("respondió")
    note = models.CharField("nota", max_length=500, blank=True)
    by = models.ForeignKey("incubator.User", models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(default=calendars.now, editable=False)

    objects = ContactQuerySet.as_manager()

    class Meta:
        verbose_name = "contacto"
        verbose_name_plural = "contactos"
        ordering = ["-made_on", "-id"]
