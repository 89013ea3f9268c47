"""The group confirms what concerns it: by a signed sheet, or by a one-use code handed over on paper."""

from django.db import models
from django.db.models import Q

from cases.enums import ConfirmationChannel, ConfirmationSubject
from cases.models.facts import Fact
from incubator import calendars


class ConfirmationSheet(Fact):
    """A sheet of one-use codes handed to the group on a day; nobody of the team can read them afterwards."""

    received_by = models.ForeignKey(
        "incubator.Person", models.PROTECT, related_name="+", verbose_name="la recibió por el grupo"
    )
    revoked_on = models.DateField("anulada el", null=True, blank=True)

    class Meta(Fact.Meta):
        verbose_name = "hoja de códigos"
        verbose_name_plural = "hojas de códigos"
        constraints = [
            models.UniqueConstraint(
                fields=["case"], condition=Q(revoked_on__isnull=True), name="confirmationsheet_in_force"
            )
        ]


class ConfirmationCode(models.Model):
    """One code of a sheet: its place on the paper and its keyed digest; used once."""

    sheet = models.ForeignKey(ConfirmationSheet, models.PROTECT, related_name="codes")
    number = models.PositiveSmallIntegerField("número en la hoja")
    digest = models.CharField(max_length=64, unique=True)
    used_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = "código de la hoja"
        verbose_name_plural = "códigos de la hoja"
        ordering = ["sheet_id", "number"]
        constraints = [models.UniqueConstraint(fields=["sheet", "number"], name="confirmationcode_place")]


class ConfirmationRequest(models.Model):
    """The team asks the group to confirm an exact text, within hours and with few tries.

    Bound to the text: `statement` is what the group reads and confirms, word by word; changing it is another request.
    """

    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="confirmation_requests")
    subject = models.CharField("qué confirma", max_length=40, choices=ConfirmationSubject)
    subject_id = models.BigIntegerField(null=True, blank=True)
    statement = models.TextField("texto")
    asked_by = models.ForeignKey("incubator.User", models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(default=calendars.now)
    expires_at = models.DateTimeField("vence el")
    tries = models.PositiveSmallIntegerField("intentos", default=0)
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = "solicitud de confirmación"
        verbose_name_plural = "solicitudes de confirmación"
        ordering = ["-asked_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["case"],
                condition=Q(closed_at__isnull=True),
                name="confirmationrequest_one_open",
                violation_error_message="Ya hay una confirmación pedida a este grupo.",
            )
        ]


class GroupConfirmation(Fact):
    """The group confirmed, on a day, the exact text that concerns it."""

    subject = models.CharField("qué confirma", max_length=40, choices=ConfirmationSubject)
    subject_id = models.BigIntegerField(null=True, blank=True)
    channel = models.CharField(
        "cómo", max_length=10, choices=ConfirmationChannel, default=ConfirmationChannel.SIGNED_SHEET
    )
    statement = models.TextField("texto", blank=True)
    code = models.OneToOneField(ConfirmationCode, models.PROTECT, null=True, blank=True, related_name="confirmation")

    class Meta(Fact.Meta):
        verbose_name = "confirmación del grupo"
        verbose_name_plural = "confirmaciones del grupo"
        constraints = [
            models.CheckConstraint(
                condition=Q(channel="sheet", evidence__isnull=False) | Q(channel="code", code__isnull=False),
                name="groupconfirmation_has_proof",
                violation_error_message="Una confirmación tiene su hoja firmada o su código.",
            )
        ]
