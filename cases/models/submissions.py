"""What somebody sent to a call, kept exactly as typed until an officer takes it in: nothing in it is matched."""

import json

from django.db import models
from django.db.models import Q

from cases.submission_words import HelpChannel, SubmissionKind, SubmissionState
from incubator import cipher
from incubator.access import Permission, scope_of

S = SubmissionState


class SubmissionQuerySet(models.QuerySet):
    def visible_to(self, user, permission=Permission.WRITE_GROUPS):
        """Those sent to the user's incubators, for whoever may take them in."""
        return self.filter(call__incubator_id__in=scope_of(user, permission).incubator_ids)

    def waiting(self):
        """Received, and nobody took them in yet."""
        return self.filter(state=S.RECEIVED)


class Submission(models.Model):
    """A request to take part, as typed. The supports are sealed: of a person alone they are sensitive."""

    call = models.ForeignKey("cases.Call", models.PROTECT, related_name="submissions", verbose_name="convocatoria")
    number = models.PositiveIntegerField("número", editable=False)
    kind = models.CharField("quién postula", max_length=10, choices=SubmissionKind, default=SubmissionKind.GROUP)
    state = models.CharField("estado", max_length=12, choices=SubmissionState, default=S.RECEIVED)
    received_at = models.DateTimeField("recibida el")
    group_name = models.CharField("nombre del grupo", max_length=200, blank=True)
    contact_name = models.CharField("nombre de contacto", max_length=200)
    phone = models.CharField("teléfono", max_length=30)
    email = models.EmailField("correo", blank=True)
    place = models.CharField("localidad o sector", max_length=120, blank=True)
    interested = models.PositiveSmallIntegerField("personas interesadas", default=1)
    idea = models.TextField("idea", blank=True)
    sealed = models.TextField(blank=True, editable=False)
    helper_name = models.CharField("nombre de quien ayuda", max_length=200, blank=True)
    helper_channel = models.CharField("cómo le ayudó", max_length=10, choices=HelpChannel, blank=True)
    entered_by = models.ForeignKey("incubator.User", models.PROTECT, null=True, blank=True, related_name="+")
    notice_version = models.CharField("versión del aviso", max_length=20)
    code_digest = models.CharField(max_length=64, unique=True, editable=False)
    organization = models.ForeignKey("incubator.Organization", models.PROTECT, null=True, blank=True, related_name="+")
    membership = models.ForeignKey("incubator.Membership", models.PROTECT, null=True, blank=True, related_name="+")
    settled_on = models.DateField("resuelta el", null=True, blank=True)
    settled_by = models.ForeignKey("incubator.User", models.PROTECT, null=True, blank=True, related_name="+")
    note = models.CharField("motivo o derivación", max_length=500, blank=True)

    objects = SubmissionQuerySet.as_manager()

    class Meta:
        verbose_name = "postulación recibida"
        verbose_name_plural = "postulaciones recibidas"
        ordering = ["call_id", "number"]
        constraints = [
            models.UniqueConstraint(fields=["call", "number"], name="submission_number_unique"),
            models.CheckConstraint(condition=Q(kind__in=SubmissionKind.values), name="submission_kind_known"),
            models.CheckConstraint(condition=Q(state__in=S.values), name="submission_state_known"),
            models.CheckConstraint(
                condition=~Q(state=S.TAKEN_IN) | Q(kind=SubmissionKind.GROUP, organization__isnull=False),
                name="submission_taken_in_has_group",
                violation_error_message="Diga a qué grupo corresponde.",
            ),
            models.CheckConstraint(
                condition=~Q(state=S.PLACED) | Q(kind=SubmissionKind.PERSON, membership__isnull=False),
                name="submission_placed_has_membership",
                violation_error_message="Diga en qué grupo quedó la persona.",
            ),
            models.CheckConstraint(
                condition=Q(state=S.RECEIVED, settled_on__isnull=True)
                | (~Q(state=S.RECEIVED) & Q(settled_on__isnull=False)),
                name="submission_settled_on_a_day",
            ),
        ]
        indexes = [models.Index(fields=["call", "state"], name="submission_by_state")]

    def __str__(self):
        return f"Postulación {self.number}"

    @property
    def is_group(self):
        """Whether a group applies; else a person by herself."""
        return self.kind == SubmissionKind.GROUP

    @property
    def is_waiting(self):
        """Whether nobody has settled it yet."""
        return self.state == S.RECEIVED

    def seal(self, *, supports, used):
        """Keep the supports asked for and those used to fill it, readable with the house's key alone."""
        self.sealed = cipher.encrypt(json.dumps({"supports": sorted(supports), "used": sorted(used)}))

    def opened(self):
        """{"supports": […], "used": […]} of SupportKind."""
        return json.loads(cipher.decrypt(self.sealed)) if self.sealed else {"supports": [], "used": []}
