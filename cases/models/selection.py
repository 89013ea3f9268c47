"""How a call is decided: its rubric, who evaluates each application, their sheets and the order that comes out."""

from django.db import models
from django.db.models import Q

from cases.enums import Conflict
from cases.models.calls import Application, Call
from cases.models.facts import Fact
from incubator import calendars
from incubator.access import Permission, scope_of
from incubator.models.dated import Dated, DatedQuerySet


class Criterion(models.Model):
    """One line of a call's rubric: what is looked at, how much it weighs, and what each level means in plain words."""

    call = models.ForeignKey(Call, models.CASCADE, related_name="criteria")
    order = models.PositiveSmallIntegerField("orden")
    name = models.CharField("criterio", max_length=120)
    looks_at = models.CharField("qué se mira", max_length=300)
    weight = models.PositiveSmallIntegerField("peso, en %")
    maximum = models.PositiveSmallIntegerField("puntaje máximo", default=4)
    guidance = models.TextField("qué significa cada puntaje", max_length=2000, blank=True)

    class Meta:
        verbose_name = "criterio"
        verbose_name_plural = "criterios"
        ordering = ["call_id", "order"]
        constraints = [
            models.UniqueConstraint(fields=["call", "order"], name="criterion_order_unique"),
            models.CheckConstraint(
                condition=Q(weight__gte=1, weight__lte=100),
                name="criterion_weight",
                violation_error_message="El peso va de 1 a 100.",
            ),
            models.CheckConstraint(
                condition=Q(maximum__gte=1, maximum__lte=10),
                name="criterion_maximum",
                violation_error_message="El puntaje máximo va de 1 a 10.",
            ),
        ]

    def __str__(self):
        return self.name

    @property
    def levels(self):
        """(points, words) of each level that has words, from 0."""
        return list(enumerate(line for line in self.guidance.splitlines() if line.strip()))


class EvaluatorAssignmentQuerySet(DatedQuerySet):
    def visible_to(self, user, permission=Permission.EVALUATE):
        """One's own: what another evaluates is reached through the group, by whoever decides there."""
        return self.of(user) if scope_of(user, permission) else self.none()

    def of(self, user):
        """What one person was given to evaluate."""
        return self.filter(evaluator=user)


class EvaluatorAssignment(Dated):
    """An application is given to somebody to evaluate, from a day, with a day to file the sheet.

    `round` is the application's when it was given: an upheld appeal begins another, with other people.
    """

    application = models.ForeignKey(Application, models.PROTECT, related_name="assignments")
    evaluator = models.ForeignKey("incubator.User", models.PROTECT, related_name="+", verbose_name="evalúa")
    round = models.PositiveSmallIntegerField(default=1)
    due_on = models.DateField("vence el")
    is_third = models.BooleanField("dirime una diferencia", default=False)
    end_reason = models.CharField("por qué terminó", max_length=200, blank=True)
    assigned_by = models.ForeignKey("incubator.User", models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(default=calendars.now, editable=False)

    objects = EvaluatorAssignmentQuerySet.as_manager()

    class Meta:
        verbose_name = "encargo de evaluación"
        verbose_name_plural = "encargos de evaluación"
        ordering = ["application_id", "since", "id"]
        constraints = [
            Dated.range_constraint("evaluatorassignment"),
            models.UniqueConstraint(
                fields=["application", "evaluator"],
                name="evaluatorassignment_once",
                violation_error_message="Esa persona ya tuvo esta postulación a su cargo.",
            ),
        ]


class ConflictDeclaration(models.Model):
    """What whoever evaluates declares about herself and a group before its sheet opens. Never rewritten."""

    assignment = models.ForeignKey(EvaluatorAssignment, models.PROTECT, related_name="declarations")
    declared_on = models.DateField("fecha")
    conflict = models.CharField("conflicto de interés", max_length=20, choices=Conflict)
    note = models.CharField("detalle", max_length=300, blank=True)
    recorded_at = models.DateTimeField(default=calendars.now, editable=False)

    class Meta:
        verbose_name = "declaración de interés"
        verbose_name_plural = "declaraciones de interés"
        ordering = ["assignment_id", "id"]


class Evaluation(Fact):
    """One evaluator's sheet: it opens the day she declares no conflict, and is filed once, with its score."""

    application = models.ForeignKey(
        Application, models.PROTECT, null=True, related_name="evaluations", verbose_name="postulación"
    )
    assignment = models.OneToOneField(EvaluatorAssignment, models.PROTECT, null=True, related_name="sheet")
    round = models.PositiveSmallIntegerField(default=1)
    evaluator = models.ForeignKey("incubator.User", models.PROTECT, related_name="+", verbose_name="evalúa")
    completed_on = models.DateField("pauta completa el", null=True, blank=True)
    score = models.DecimalField("puntaje", max_digits=5, decimal_places=2, null=True, blank=True)

    class Meta(Fact.Meta):
        verbose_name = "evaluación"
        verbose_name_plural = "evaluaciones"
        constraints = [
            models.UniqueConstraint(
                fields=["application", "evaluator"],
                name="evaluation_once_each",
                violation_error_message="Esa persona ya declaró para esta postulación.",
            ),
            models.CheckConstraint(
                condition=Q(completed_on__isnull=True, score__isnull=True)
                | Q(completed_on__isnull=False, score__isnull=False),
                name="evaluation_complete_with_score",
                violation_error_message="Una pauta completa tiene fecha y puntaje.",
            ),
        ]


class CriterionScore(models.Model):
    """The points one sheet gives to one criterion, and why."""

    evaluation = models.ForeignKey(Evaluation, models.PROTECT, related_name="scores")
    criterion = models.ForeignKey(Criterion, models.PROTECT, related_name="+")
    points = models.PositiveSmallIntegerField("puntaje", null=True, blank=True)
    reason = models.CharField("por qué", max_length=500, blank=True)

    class Meta:
        verbose_name = "puntaje de un criterio"
        verbose_name_plural = "puntajes de los criterios"
        ordering = ["evaluation_id", "criterion__order"]
        constraints = [models.UniqueConstraint(fields=["evaluation", "criterion"], name="criterionscore_once")]


class Ranking(models.Model):
    """The act that puts in order the applications of a call, with the arithmetic it rested on. Never rewritten."""

    call = models.ForeignKey(Call, models.PROTECT, related_name="rankings")
    number = models.PositiveSmallIntegerField()
    made_on = models.DateField("fecha")
    made_by = models.ForeignKey("incubator.User", models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(default=calendars.now, editable=False)
    places = models.JSONField(default=list)

    class Meta:
        verbose_name = "orden de la convocatoria"
        verbose_name_plural = "órdenes de las convocatorias"
        ordering = ["call_id", "number"]
        constraints = [models.UniqueConstraint(fields=["call", "number"], name="ranking_number_unique")]
