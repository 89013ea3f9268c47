"""What is told to a group about its application, and what it answers: letters, and appeals with their decision."""

from django.db import models
from django.db.models import Q

from cases.enums import AppealChannel, AppealOutcome, LetterKind
from cases.models.calls import Application
from cases.models.facts import Fact, FactQuerySet
from incubator import calendars


class Letter(models.Model):
    """A letter issued to a group: numbered in its incubator and year, kept as evidence; `notified_on` starts terms."""

    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="letters")
    application = models.ForeignKey(Application, models.PROTECT, related_name="letters")
    round = models.PositiveSmallIntegerField(default=1)
    kind = models.CharField("carta", max_length=20, choices=LetterKind)
    incubator = models.ForeignKey("incubator.Incubator", models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    number = models.PositiveSmallIntegerField("número")
    change = models.ForeignKey("cases.StageChange", models.PROTECT, null=True, blank=True, related_name="+")
    issued_on = models.DateField("fecha")
    issued_by = models.ForeignKey("incubator.User", models.PROTECT, related_name="+")
    evidence = models.ForeignKey("incubator.Evidence", models.PROTECT, related_name="+")
    notified_on = models.DateField("se notificó el", null=True, blank=True)
    notified_by = models.ForeignKey("incubator.User", models.PROTECT, null=True, blank=True, related_name="+")
    channel = models.CharField("cómo se notificó", max_length=20, choices=AppealChannel, blank=True)
    recorded_at = models.DateTimeField(default=calendars.now, editable=False)

    objects = FactQuerySet.as_manager()

    class Meta:
        verbose_name = "carta"
        verbose_name_plural = "cartas"
        ordering = ["-issued_on", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["incubator", "year", "number"], name="letter_number_unique"),
            models.CheckConstraint(
                condition=Q(notified_on__isnull=True, channel="") | Q(notified_on__isnull=False, channel__gt=""),
                name="letter_notice_has_channel",
                violation_error_message="Un aviso tiene día y medio.",
            ),
        ]

    def __str__(self):
        return f"Carta N.º {self.number}/{self.year}"


class Appeal(Fact):
    """A group asks that not admitting it be looked at again: the day filed, how, what it says, and what was decided."""

    application = models.ForeignKey(Application, models.PROTECT, related_name="appeals")
    round = models.PositiveSmallIntegerField(default=1)
    channel = models.CharField("cómo llegó", max_length=20, choices=AppealChannel)
    text = models.TextField("qué dice", max_length=4000)
    outcome = models.CharField("decisión", max_length=10, choices=AppealOutcome, blank=True)
    decided_on = models.DateField("se decidió el", null=True, blank=True)
    decided_by = models.ForeignKey("incubator.User", models.PROTECT, null=True, blank=True, related_name="+")
    superior = models.CharField("autoridad superior que decidió", max_length=200, blank=True)
    grounds = models.TextField("fundamento", max_length=2000, blank=True)
    act = models.CharField("acto que decide", max_length=200, blank=True)
    act_evidence = models.ForeignKey(
        "incubator.Evidence", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="documento del acto"
    )

    class Meta(Fact.Meta):
        verbose_name = "apelación"
        verbose_name_plural = "apelaciones"
        constraints = [
            models.UniqueConstraint(
                fields=["application", "round"],
                name="appeal_once",
                violation_error_message="El grupo ya apeló de esta decisión.",
            ),
            models.CheckConstraint(
                condition=Q(outcome="", decided_on__isnull=True, decided_by__isnull=True, act="")
                | Q(outcome__gt="", decided_on__isnull=False, decided_by__isnull=False, act__gt=""),
                name="appeal_decided_with_its_act",
                violation_error_message="Una apelación decidida tiene fecha y acto.",
            ),
        ]
