"""The legal file of a case and the dated acts in it."""

from django.db import models
from django.db.models import Q

from cases.formalization.life import ONCE, LegalEventKind, LegalLife, LegalState, LegalVerb
from cases.models.facts import Fact, FactQuerySet
from incubator import calendars


class LegalFile(LegalLife):
    """Formalization of a group: opened with the type of cooperative and the rule pack of that day."""

    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="legal_files")
    cooperative_type = models.ForeignKey("cases.CooperativeType", models.PROTECT, related_name="+")
    opened_on = models.DateField("abierto el")
    closed_on = models.DateField("cerrado el", null=True, blank=True)
    pack = models.CharField("paquete de reglas", max_length=20, default="", blank=True)

    class Meta:
        verbose_name = "expediente legal"
        verbose_name_plural = "expedientes legales"
        ordering = ["-opened_on", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["case"],
                condition=Q(closed_on__isnull=True),
                name="legalfile_open_once",
                violation_error_message="El caso ya tiene un expediente legal abierto.",
            ),
            models.CheckConstraint(condition=Q(state__in=LegalState.values), name="legalfile_state_known"),
        ]

    def __str__(self):
        return f"Expediente legal de {self.case.code}"


class LegalEventQuerySet(FactQuerySet):
    def in_force(self):
        """Without those of a file that a lawyer or a judge held void."""
        return self.exclude(file__state=LegalState.VOID)


class _Standing(models.Manager.from_queryset(LegalEventQuerySet)):
    """The acts that stand: one recorded by mistake and taken back is read only where it is asked for by name."""

    def get_queryset(self):
        """Without those taken back."""
        return super().get_queryset().filter(taken_back=False)


class LegalEvent(Fact):
    """A dated legal act with its reference and evidence; legal effect may reach back (a cure), recording never does."""

    file = models.ForeignKey(LegalFile, models.PROTECT, related_name="events", null=True, blank=True)
    kind = models.CharField("acto", max_length=20, choices=LegalEventKind)
    reference = models.CharField("fojas, CVE, rol o número", max_length=120, blank=True)
    legal_effect_from = models.DateField("con efecto desde", null=True, blank=True)
    cure = models.ForeignKey(
        "cases.Cure", models.PROTECT, null=True, blank=True, related_name="acts", verbose_name="saneamiento"
    )
    about = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="followed_by", verbose_name="de la escritura"
    )
    #: Written by the database alone, when the row that takes it back is (cases.models.taken_back).
    taken_back = models.BooleanField("quitado", default=False, editable=False)

    objects = _Standing()
    everything = LegalEventQuerySet.as_manager()

    class Meta(Fact.Meta):
        verbose_name = "acto legal"
        verbose_name_plural = "actos legales"
        constraints = [
            models.UniqueConstraint(
                fields=["case", "file", "kind"],
                condition=Q(kind__in=[kind.value for kind in ONCE], taken_back=False),
                nulls_distinct=False,
                name="legalevent_once_a_file",
                violation_error_message="Ese acto ya está anotado en el expediente.",
            )
        ]


class LegalFileChange(models.Model):
    """One step of a legal file: append-only, written before the state, with the act that brought it about."""

    file = models.ForeignKey(LegalFile, models.PROTECT, related_name="changes")
    number = models.PositiveSmallIntegerField()
    from_state = models.CharField(max_length=15, choices=LegalState)
    to_state = models.CharField(max_length=15, choices=LegalState)
    verb = models.CharField(max_length=15, choices=LegalVerb)
    event = models.ForeignKey(LegalEvent, models.PROTECT, related_name="changes")
    #: The act whose recording brought it about, when the law counts it from another one.
    brought_by = models.ForeignKey(LegalEvent, models.PROTECT, null=True, blank=True, related_name="brought")
    by = models.ForeignKey("incubator.User", models.PROTECT, related_name="+")
    effective_on = models.DateField("fecha")
    recorded_at = models.DateTimeField("anotado el", default=calendars.now, editable=False)
    reason = models.CharField("motivo", max_length=500, blank=True)

    class Meta:
        verbose_name = "paso de un expediente legal"
        verbose_name_plural = "pasos de expedientes legales"
        ordering = ["file_id", "number"]
        constraints = [models.UniqueConstraint(fields=["file", "number"], name="legalfilechange_number_unique")]


class LegalReview(models.Model):
    """A legal adviser read an act with its document and holds it good; never whoever recorded it."""

    event = models.OneToOneField(LegalEvent, models.PROTECT, related_name="review")
    by = models.ForeignKey("incubator.User", models.PROTECT, related_name="+")
    reviewed_on = models.DateField("validado el")
    note = models.CharField("nota", max_length=300, blank=True)

    class Meta:
        verbose_name = "validación de un acto legal"
        verbose_name_plural = "validaciones de actos legales"
        ordering = ["-reviewed_on", "-id"]
