"""Calls, what a group's application says, and what it signed and asked for when admitted."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from cases.call_life import PUBLIC, CallLife, CallState, CallVerb, TieBreaker
from cases.models.facts import Fact
from incubator import calendars
from incubator.access import Permission, scope_of
from incubator.enums import SupportKind


class CallQuerySet(models.QuerySet):
    def visible_to(self, user, permission=Permission.VIEW_GROUPS):
        """The calls of the user's incubators."""
        return self.filter(incubator_id__in=scope_of(user, permission).incubator_ids)

    def open_on(self, day):
        """Published calls that receive applications that day."""
        return self.filter(state=CallState.PUBLISHED, opens_on__lte=day, closes_on__gte=day)

    def public(self):
        """What everybody may read: drafts, and drafts left aside, are the team's."""
        return self.filter(state__in=PUBLIC, published_on__isnull=False)


def receipt_alone():
    """The order of receipt, which always decides last."""
    return [TieBreaker.RECEIPT]


class Call(CallLife):
    """A convocatoria of one incubator: from day to day, with its seats and its rules, frozen once published."""

    incubator = models.ForeignKey("incubator.Incubator", models.PROTECT, related_name="calls")
    name = models.CharField("nombre", max_length=200)
    opens_on = models.DateField("abre el")
    closes_on = models.DateField("cierra el")
    seats = models.PositiveSmallIntegerField("cupos")
    waiting_until = models.DateField("la lista de espera vence el", null=True, blank=True)
    minimum_interested = models.PositiveSmallIntegerField("personas interesadas, al menos", null=True, blank=True)
    appeal_days = models.PositiveSmallIntegerField("días hábiles para reclamar", default=5)
    evaluators = models.PositiveSmallIntegerField("evaluadores por postulación", null=True, blank=True)
    spread_percent = models.PositiveSmallIntegerField("diferencia que pide otra evaluación, en %", default=25)
    tie_breakers = ArrayField(
        models.CharField(max_length=12, choices=TieBreaker), verbose_name="desempates", default=receipt_alone
    )
    text = models.TextField("texto en palabras simples", blank=True)
    easy_text = models.TextField("texto en lectura fácil", blank=True)
    phone = models.CharField("teléfono para postular", max_length=30, blank=True)
    in_person = models.CharField("dónde y cuándo postular en persona", max_length=300, blank=True)
    sign_video = models.URLField("video en Lengua de Señas Chilena", blank=True)
    sign_transcript = models.TextField("transcripción del video", blank=True)
    published_on = models.DateField("publicada el", null=True, blank=True, editable=False)
    amended = models.PositiveSmallIntegerField("enmiendas", default=0, editable=False)
    evidence = models.ForeignKey("incubator.Evidence", models.PROTECT, null=True, blank=True, related_name="+")
    recorded_by = models.ForeignKey("incubator.User", models.PROTECT, related_name="+")

    objects = CallQuerySet.as_manager()

    class Meta:
        verbose_name = "convocatoria"
        verbose_name_plural = "convocatorias"
        ordering = ["-opens_on", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(closes_on__gte=F("opens_on")),
                name="call_closes_after_opening",
                violation_error_message="La convocatoria no puede cerrar antes de abrir.",
            ),
            models.CheckConstraint(condition=Q(state__in=CallState.values), name="call_state_known"),
        ]

    def __str__(self):
        return self.name

    def receives(self, moment):
        """Whether something that arrives at that moment is in time: until the last second of its last day, in Chile."""
        on = calendars.local_day(moment)
        return self.state == CallState.PUBLISHED and self.opens_on <= on <= self.closes_on


class CallChange(models.Model):
    """One step in the life of a call: from, to, who, which day and why. Append-only, and written before the state."""

    call = models.ForeignKey(Call, models.PROTECT, related_name="changes")
    number = models.PositiveIntegerField()
    verb = models.CharField(max_length=10, choices=CallVerb)
    from_state = models.CharField(max_length=12, choices=CallState)
    to_state = models.CharField(max_length=12, choices=CallState)
    by = models.ForeignKey("incubator.User", models.PROTECT, related_name="+")
    effective_on = models.DateField("fecha")
    recorded_at = models.DateTimeField("anotado el")
    reason = models.CharField("motivo", max_length=500, blank=True)

    class Meta:
        verbose_name = "cambio de la convocatoria"
        verbose_name_plural = "cambios de la convocatoria"
        ordering = ["call_id", "number"]
        constraints = [models.UniqueConstraint(fields=["call", "number"], name="callchange_number_unique")]


class Amendment(models.Model):
    """What was changed of a published call before it closed, and why: public and dated. Append-only."""

    call = models.ForeignKey(Call, models.PROTECT, related_name="amendments")
    number = models.PositiveSmallIntegerField("número")
    published_on = models.DateField("publicada el")
    reason = models.CharField("qué cambia y por qué", max_length=500)
    changes = models.JSONField("cambios", default=dict)  # field → [before, after], as they are stored
    by = models.ForeignKey("incubator.User", models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(default=calendars.now, editable=False)

    class Meta:
        verbose_name = "enmienda"
        verbose_name_plural = "enmiendas"
        ordering = ["call_id", "number"]
        constraints = [models.UniqueConstraint(fields=["call", "number"], name="amendment_number_unique")]


class Application(Fact):
    """What a group said when it applied: to which call, who to reach, how many are interested, when they were told."""

    call = models.ForeignKey(Call, models.PROTECT, related_name="applications", verbose_name="convocatoria")
    contact = models.ForeignKey("incubator.Person", models.PROTECT, related_name="+", verbose_name="contacto")
    interested = models.PositiveSmallIntegerField("personas interesadas")
    informed_on = models.DateField("se informó a las personas el", null=True, blank=True)
    rank = models.PositiveSmallIntegerField("lugar en el orden", null=True, blank=True)
    submission = models.OneToOneField(
        "cases.Submission", models.SET_NULL, null=True, blank=True, related_name="application", editable=False
    )
    received_order = models.PositiveIntegerField("orden de recepción", null=True, blank=True, editable=False)
    idea = models.TextField("idea, sin nombres", blank=True, editable=False)
    supports = ArrayField(
        models.CharField(max_length=20, choices=SupportKind), default=list, blank=True, editable=False
    )  # asked for the process, in total: T1, and what evaluators read
    score = models.DecimalField("puntaje", max_digits=5, decimal_places=2, null=True, blank=True, editable=False)
    decided_by = models.CharField("qué decidió su lugar", max_length=20, blank=True, editable=False)
    round = models.PositiveSmallIntegerField(default=1, editable=False)  # an upheld appeal begins another

    class Meta(Fact.Meta):
        verbose_name = "postulación"
        verbose_name_plural = "postulaciones"
        constraints = [models.UniqueConstraint(fields=["case", "call"], name="application_once")]


class SignedCommitment(Fact):
    """The group signed the deed of commitment that day."""

    class Meta(Fact.Meta):
        verbose_name = "acta de compromiso"
        verbose_name_plural = "actas de compromiso"


class SupportDeclaration(Fact):
    """The supports agreed for the group (T1, never per person); an empty list is «ninguno»."""

    supports = ArrayField(models.CharField(max_length=20, choices=SupportKind), default=list, blank=True)
    note = models.CharField("detalle", max_length=300, blank=True)

    class Meta(Fact.Meta):
        verbose_name = "apoyos acordados"
        verbose_name_plural = "apoyos acordados"
