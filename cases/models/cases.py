"""A case: one stay of one organization in one incubator, its steps and its pauses."""

from django.db import models
from django.db.models import OuterRef, Q, Subquery

from cases.enums import ACCOMPANIED, OPEN, TERMINAL, CaseSource, Stage, Verb
from cases.journey import Journey
from incubator import calendars
from incubator.access import Permission, scope_of
from incubator.models.dated import Dated, DatedQuerySet


class CaseQuerySet(models.QuerySet):
    def visible_to(self, user, permission=Permission.VIEW_GROUPS):
        """Cases of the user's incubators and of the organizations assigned to the user."""
        scope = scope_of(user, permission)
        return self.current().filter(
            Q(incubator_id__in=scope.incubator_ids) | Q(organization_id__in=scope.organization_ids)
        )

    def current(self):
        """Without the ones an undone import annulled."""
        return self.filter(annulled_at__isnull=True)

    def open(self):
        """Neither graduated nor closed."""
        return self.filter(stage__in=OPEN)

    def accompanied(self):
        """From training to operation."""
        return self.filter(stage__in=ACCOMPANIED)

    def with_last_change(self):
        """Each with the day it came to its stage (`stage_on`)."""
        last = StageChange.objects.filter(case=OuterRef("pk")).order_by("-number")
        return self.annotate(stage_on=Subquery(last.values("effective_on")[:1]))


class Case(Journey):
    """A caso. Born at CENSUS; every change of stage has its row in StageChange, written first."""

    organization = models.ForeignKey("incubator.Organization", models.PROTECT, related_name="cases")
    incubator = models.ForeignKey("incubator.Incubator", models.PROTECT, related_name="cases")
    born_in = models.ForeignKey("incubator.Incubator", models.PROTECT, related_name="+")
    number = models.PositiveIntegerField("número")
    source = models.CharField("cómo llegó", max_length=20, choices=CaseSource, default=CaseSource.OFFICE)
    opened_on = models.DateField("desde")
    previous = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="next_stays")
    annulled_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = CaseQuerySet.as_manager()

    class Meta:
        verbose_name = "caso"
        verbose_name_plural = "casos"
        ordering = ["organization__sort_key", "id"]
        indexes = [models.Index(fields=["incubator", "stage"], name="case_by_stage")]
        constraints = [
            models.UniqueConstraint(fields=["born_in", "number"], name="case_number_unique"),
            models.UniqueConstraint(
                fields=["organization"],
                condition=~Q(stage__in=TERMINAL) & Q(annulled_at__isnull=True),
                name="case_open_once",
                violation_error_message="Ese grupo ya tiene un caso abierto.",
            ),
            models.CheckConstraint(condition=Q(stage__in=Stage.values), name="case_stage_known"),
        ]

    def __str__(self):
        return f"{self.organization} ({self.code})"

    @property
    def code(self):
        """The number people say: commune where it was born and order, 05501-021. It lasts for life."""
        home = self.incubator if self.born_in_id == self.incubator_id else self.born_in
        return f"{home.commune_id}-{self.number:03d}"

    @property
    def is_open(self):
        """Neither graduated nor closed."""
        return self.stage in OPEN


class StageChange(models.Model):
    """One step of a case: number, from, to, verb, by, day and reason. Append-only, and written before the stage."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="changes")
    number = models.PositiveIntegerField()
    from_stage = models.CharField(max_length=20, choices=Stage, blank=True)
    to_stage = models.CharField(max_length=20, choices=Stage)
    verb = models.CharField(max_length=30, choices=Verb)
    by = models.ForeignKey("incubator.User", models.PROTECT, related_name="+")
    effective_on = models.DateField("fecha")
    recorded_at = models.DateTimeField("anotado el")
    reason = models.CharField("motivo", max_length=500, blank=True)
    data = models.JSONField(default=dict, blank=True)

    class Meta:
        verbose_name = "cambio de etapa"
        verbose_name_plural = "cambios de etapa"
        ordering = ["case_id", "number"]
        constraints = [models.UniqueConstraint(fields=["case", "number"], name="stagechange_number_unique")]


class StagePair(models.Model):
    """A step that may be written: the table the database's guard reads (a test compares it with cases.journey)."""

    from_stage = models.CharField(max_length=20, blank=True)
    to_stage = models.CharField(max_length=20)
    verb = models.CharField(max_length=30)

    class Meta:
        verbose_name = "paso permitido"
        verbose_name_plural = "pasos permitidos"
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["from_stage", "to_stage", "verb"], name="stagepair_unique")]


class Pause(Dated):
    """A case rests for a time. While it is open no step is taken but closing; legal clocks do not stop."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="pauses")
    reason = models.CharField("motivo", max_length=300)
    expected_on = models.DateField("vuelve el")
    acknowledged = models.JSONField("plazos legales que siguen corriendo", default=list, blank=True)
    by = models.ForeignKey("incubator.User", models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(default=calendars.now, editable=False)

    objects = DatedQuerySet.as_manager()

    class Meta:
        verbose_name = "pausa"
        verbose_name_plural = "pausas"
        ordering = ["-since", "-id"]
        constraints = [
            Dated.range_constraint("pause"),
            Dated.no_overlap("pause", "case", message="El caso ya está en pausa en esas fechas."),
        ]
