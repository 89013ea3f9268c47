"""A group goes on under another municipality: the request and its answer, and who was responsible from when to when."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django_fsm import FSMField, transition

from cases.enums import TransferState, TransferVerb
from incubator import calendars
from incubator.access import Permission, scope_of
from incubator.models.dated import Dated, DatedQuerySet


class Responsibility(Dated):
    """The incubator that answers for a case from a day (included) until another (excluded). One at a time."""

    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="responsibilities")
    incubator = models.ForeignKey("incubator.Incubator", models.PROTECT, related_name="responsibilities")
    transfer = models.OneToOneField("cases.Transfer", models.PROTECT, null=True, blank=True, related_name="began")

    objects = DatedQuerySet.as_manager()

    class Meta:
        verbose_name = "incubadora responsable"
        verbose_name_plural = "incubadoras responsables"
        ordering = ["case_id", "since", "id"]
        constraints = [
            Dated.range_constraint("responsibility"),
            Dated.no_overlap("responsibility", "case", message="El caso ya tiene una incubadora responsable ese día."),
        ]


class TransferQuerySet(models.QuerySet):
    def visible_to(self, user, permission=Permission.TRANSFER_GROUPS):
        """Transfers from and to the incubators where the user holds that right by a post of their own."""
        scope = scope_of(user, permission)
        return self.filter(Q(from_incubator_id__in=scope.home_ids) | Q(to_incubator_id__in=scope.home_ids))

    def requested(self):
        """Without an answer yet; the overdue ones are among them until the next request closes them."""
        return self.filter(state=TransferState.REQUESTED)

    def accepted(self):
        """The ones that moved a case."""
        return self.filter(state=TransferState.ACCEPTED)


class Transfer(models.Model):
    """A request to move a case, and how it ended. `state` is written by cases.services.transfers alone."""

    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="transfers")
    from_incubator = models.ForeignKey("incubator.Incubator", models.PROTECT, related_name="transfers_sent")
    to_incubator = models.ForeignKey(
        "incubator.Incubator", models.PROTECT, related_name="transfers_received", verbose_name="incubadora que recibe"
    )
    state = FSMField("estado", choices=TransferState, default=TransferState.REQUESTED, editable=False)
    requested_by = models.ForeignKey("incubator.User", models.PROTECT, related_name="+")
    requested_on = models.DateField("pedido el")
    group_name = models.CharField("nombre del grupo al pedirlo", max_length=200)
    reason = models.CharField("motivo", max_length=500)
    agreed_on = models.DateField("el grupo lo acordó el")
    agreement = models.ForeignKey("incubator.Evidence", models.PROTECT, related_name="+", verbose_name="acuerdo")
    note = models.CharField("nota para quien recibe", max_length=500, blank=True)
    answered_by = models.ForeignKey("incubator.User", models.PROTECT, null=True, blank=True, related_name="+")
    answered_on = models.DateField("respondido el", null=True, blank=True)
    answer = models.CharField("respuesta", max_length=500, blank=True)

    objects = TransferQuerySet.as_manager()

    class Meta:
        verbose_name = "traslado"
        verbose_name_plural = "traslados"
        ordering = ["-requested_on", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["case"],
                condition=Q(state=TransferState.REQUESTED),
                name="transfer_open_once",
                violation_error_message="Ese caso ya tiene un traslado pedido.",
            ),
            models.CheckConstraint(condition=~Q(from_incubator=F("to_incubator")), name="transfer_moves"),
            models.CheckConstraint(condition=Q(state__in=TransferState.values), name="transfer_state_known"),
            models.CheckConstraint(
                condition=Q(state__in=[TransferState.REQUESTED, TransferState.EXPIRED], answered_by__isnull=True)
                | Q(state=TransferState.REVOKED, answered_by__isnull=False)
                | (
                    Q(state__in=[TransferState.ACCEPTED, TransferState.REJECTED], answered_by__isnull=False)
                    & ~Q(answered_by=F("requested_by"))
                ),
                name="transfer_answerer_differs",
                violation_error_message="Responde otra persona que quien lo pidió.",
            ),
        ]

    def __str__(self):
        return f"Traslado de {self.case.code}"

    @transition(field=state, source=TransferState.REQUESTED, target=TransferState.ACCEPTED)
    def accept(self):
        """The receiver takes the case."""

    @transition(field=state, source=TransferState.REQUESTED, target=TransferState.REJECTED)
    def reject(self):
        """The receiver does not take it, and says why."""

    @transition(field=state, source=TransferState.REQUESTED, target=TransferState.REVOKED)
    def revoke(self):
        """The sender takes the request back."""

    @transition(field=state, source=TransferState.REQUESTED, target=TransferState.EXPIRED)
    def expire(self):
        """Nobody answered in time, and it is asked again: a new row."""


class TransferChange(models.Model):
    """One step of a transfer: append-only, and written before the state."""

    transfer = models.ForeignKey(Transfer, models.PROTECT, related_name="changes")
    number = models.PositiveSmallIntegerField()
    from_state = models.CharField(max_length=10, choices=TransferState, blank=True)
    to_state = models.CharField(max_length=10, choices=TransferState)
    verb = models.CharField(max_length=10, choices=TransferVerb)
    by = models.ForeignKey("incubator.User", models.PROTECT, related_name="+")
    effective_on = models.DateField("fecha")
    recorded_at = models.DateTimeField("anotado el", default=calendars.now, editable=False)
    reason = models.CharField("motivo", max_length=500, blank=True)

    class Meta:
        verbose_name = "paso de un traslado"
        verbose_name_plural = "pasos de traslados"
        ordering = ["transfer_id", "number"]
        constraints = [models.UniqueConstraint(fields=["transfer", "number"], name="transferchange_number_unique")]


class DeadlineTaker(models.Model):
    """Who takes a running deadline over, named by the receiver when it accepts."""

    transfer = models.ForeignKey(Transfer, models.PROTECT, related_name="takers")
    kind = models.CharField("plazo", max_length=40)
    due_on = models.DateField("vence el")
    user = models.ForeignKey("incubator.User", models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "responsable de un plazo"
        verbose_name_plural = "responsables de plazos"
        ordering = ["transfer_id", "due_on", "id"]
        constraints = [models.UniqueConstraint(fields=["transfer", "kind"], name="deadlinetaker_once")]


class PersonCopy(models.Model):
    """The lineage of a person across a transfer: the record that stays, the one that goes on, and her memberships."""

    transfer = models.ForeignKey(Transfer, models.PROTECT, related_name="copies")
    original = models.ForeignKey("incubator.Person", models.PROTECT, related_name="copies_made")
    copy = models.ForeignKey("incubator.Person", models.PROTECT, related_name="copied_from")
    was_known = models.BooleanField("la incubadora que recibe ya la tenía anotada", default=False)
    ended = models.ForeignKey("incubator.Membership", models.PROTECT, null=True, blank=True, related_name="+")
    began = models.ForeignKey("incubator.Membership", models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = "ficha copiada"
        verbose_name_plural = "fichas copiadas"
        ordering = ["transfer_id", "id"]
        constraints = [
            models.UniqueConstraint(fields=["transfer", "original"], name="personcopy_once"),
            models.CheckConstraint(condition=~Q(original=F("copy")), name="personcopy_two_records"),
        ]


class SensitiveHandover(models.Model):
    """The register of sensitive data that passed between municipalities (Ley 19.880, art. 24 bis): ids and field names.

    Requesting and receiving body, responsible official, procedure, data and day; never a value.
    """

    transfer = models.OneToOneField(Transfer, models.PROTECT, related_name="sensitive_handover")
    official = models.ForeignKey("incubator.User", models.PROTECT, related_name="+")
    basis = models.CharField("fundamento", max_length=300)
    purpose = models.CharField("para qué", max_length=300)
    fields = ArrayField(models.CharField(max_length=40), default=list)
    persons = ArrayField(models.BigIntegerField(), default=list)
    made_on = models.DateField("fecha")

    class Meta:
        verbose_name = "entrega de datos sensibles"
        verbose_name_plural = "entregas de datos sensibles"
        ordering = ["-made_on", "-id"]


class InheritedDraft(models.Model):
    """A «borrador heredado»: what somebody of the origin was typing; its author and host are kept."""

    transfer = models.ForeignKey(Transfer, models.PROTECT, related_name="drafts")
    draft = models.OneToOneField("incubator.Draft", models.CASCADE, related_name="inherited")
    author = models.ForeignKey("incubator.User", models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "borrador heredado"
        verbose_name_plural = "borradores heredados"
        ordering = ["id"]


class CorrectionAsked(models.Model):
    """The sender asks the receiver to correct a row of before the transfer; the receiver makes it, or says why not."""

    transfer = models.ForeignKey(Transfer, models.PROTECT, related_name="corrections")
    meeting = models.ForeignKey("incubator.Meeting", models.PROTECT, null=True, blank=True, related_name="+")
    what = models.CharField("qué hay que corregir", max_length=500)
    asked_by = models.ForeignKey("incubator.User", models.PROTECT, related_name="+")
    asked_on = models.DateField("pedida el")
    answered_by = models.ForeignKey("incubator.User", models.PROTECT, null=True, blank=True, related_name="+")
    answered_on = models.DateField("respondida el", null=True, blank=True)
    answer = models.CharField("respuesta", max_length=500, blank=True)

    class Meta:
        verbose_name = "corrección pedida"
        verbose_name_plural = "correcciones pedidas"
        ordering = ["-asked_on", "-id"]
