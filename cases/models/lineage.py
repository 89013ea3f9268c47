"""Whole groups that join or divide: the operation, its branches, who goes where, and the lineage it leaves."""

from datetime import timedelta

from django.db import models
from django.db.models import F, Q

from cases.enums import OperationKind, OperationState, Stage
from incubator import calendars
from incubator.access import Permission, scope_of

#: An operation may be reverted for so many days, and a member may stay «por decidir» for so many.
REVERT_DAYS = UNDECIDED_DAYS = 30


class OperationQuerySet(models.QuerySet):
    def visible_to(self, user, permission=Permission.VIEW_GROUPS):
        """Operations of the user's incubators, and of the groups assigned to the user."""
        scope = scope_of(user, permission)
        mine = Q(case__organization_id__in=scope.organization_ids) | Q(
            survivor__organization_id__in=scope.organization_ids
        )
        return self.filter(Q(incubator_id__in=scope.incubator_ids) | mine)

    def executed(self):
        """Done, and not reverted."""
        return self.filter(state=OperationState.EXECUTED)


class Operation(models.Model):
    """A merge or a split: proposed by one, executed by another, reverted within 30 days by two people again."""

    incubator = models.ForeignKey("incubator.Incubator", models.PROTECT, related_name="operations")
    number = models.PositiveIntegerField("número")
    kind = models.CharField("qué se hace", max_length=10, choices=OperationKind)
    state = models.CharField("estado", max_length=10, choices=OperationState, default=OperationState.PROPOSED)
    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="operations")
    survivor = models.ForeignKey("cases.Case", models.PROTECT, null=True, blank=True, related_name="absorptions")
    reason = models.CharField("motivo", max_length=500)
    evidence = models.ForeignKey("incubator.Evidence", models.PROTECT, related_name="+", verbose_name="acuerdo")
    proposed_by = models.ForeignKey("incubator.User", models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField()
    withdrawn_by = models.ForeignKey("incubator.User", models.PROTECT, null=True, blank=True, related_name="+")
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    executed_by = models.ForeignKey("incubator.User", models.PROTECT, null=True, blank=True, related_name="+")
    executed_on = models.DateField("fecha", null=True, blank=True)
    executed_at = models.DateTimeField(null=True, blank=True)
    revert_reason = models.CharField("por qué se deshace", max_length=500, blank=True)
    revert_asked_by = models.ForeignKey("incubator.User", models.PROTECT, null=True, blank=True, related_name="+")
    revert_asked_at = models.DateTimeField(null=True, blank=True)
    reverted_by = models.ForeignKey("incubator.User", models.PROTECT, null=True, blank=True, related_name="+")
    reverted_on = models.DateField("deshecha el", null=True, blank=True)
    reverted_at = models.DateTimeField(null=True, blank=True)
    ended_terms = models.JSONField("representaciones que terminó", default=list, blank=True)

    objects = OperationQuerySet.as_manager()

    class Meta:
        verbose_name = "cambio de grupos"
        verbose_name_plural = "cambios de grupos"
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(fields=["incubator", "number"], name="operation_number_unique"),
            models.UniqueConstraint(
                fields=["case"],
                condition=Q(state=OperationState.PROPOSED),
                name="operation_proposed_once",
                violation_error_message="Ya hay una propuesta para ese grupo.",
            ),
            models.CheckConstraint(
                condition=Q(executed_by__isnull=True) | ~Q(executed_by=F("proposed_by")),
                name="operation_executor_differs",
            ),
            models.CheckConstraint(
                condition=Q(reverted_by__isnull=True) | ~Q(reverted_by=F("revert_asked_by")),
                name="operation_reverter_differs",
            ),
            models.CheckConstraint(
                condition=Q(kind=OperationKind.SPLIT, survivor__isnull=True)
                | (Q(kind=OperationKind.MERGE, survivor__isnull=False) & ~Q(survivor=F("case"))),
                name="operation_survivor_of_merge",
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()} {self.number}"

    @property
    def last_day(self):
        """The last day it can be reverted; None until it is executed."""
        return calendars.local_day(self.executed_at) + timedelta(days=REVERT_DAYS) if self.executed_at else None

    @property
    def decide_by(self):
        """The last day to decide where the undecided go; None until it is executed."""
        return self.executed_on + timedelta(days=UNDECIDED_DAYS - 1) if self.executed_on else None


class Branch(models.Model):
    """One group born of a split, with the stage it takes from its origin; its case, once executed."""

    operation = models.ForeignKey(Operation, models.PROTECT, related_name="branches")
    number = models.PositiveSmallIntegerField()
    name = models.CharField("nombre", max_length=200)
    stage = models.CharField("etapa", max_length=20, choices=Stage)
    case = models.OneToOneField("cases.Case", models.PROTECT, null=True, blank=True, related_name="branch")

    class Meta:
        verbose_name = "grupo que nace de una división"
        verbose_name_plural = "grupos que nacen de una división"
        ordering = ["operation_id", "number"]
        constraints = [models.UniqueConstraint(fields=["operation", "number"], name="branch_number_unique")]

    def __str__(self):
        return self.name


class Allocation(models.Model):
    """Where one membership of the closing group goes: the membership made by the operation, if any.

    Of a split, without a branch it is «por decidir», until somebody decides or its term is over.
    """

    operation = models.ForeignKey(Operation, models.PROTECT, related_name="allocations")
    membership = models.ForeignKey("incubator.Membership", models.PROTECT, related_name="allocations")
    branch = models.ForeignKey(Branch, models.PROTECT, null=True, blank=True, related_name="allocations")
    made = models.ForeignKey("incubator.Membership", models.PROTECT, null=True, blank=True, related_name="+")
    applied = models.BooleanField(default=False)
    decided_by = models.ForeignKey("incubator.User", models.PROTECT, null=True, blank=True, related_name="+")
    decided_on = models.DateField("decidido el", null=True, blank=True)

    class Meta:
        verbose_name = "integrante en un cambio de grupos"
        verbose_name_plural = "integrantes en cambios de grupos"
        ordering = ["membership__person__sort_key", "id"]
        constraints = [models.UniqueConstraint(fields=["operation", "membership"], name="allocation_once")]


class LineageQuerySet(models.QuerySet):
    def live(self):
        """Of operations that were not reverted."""
        return self.filter(operation__state=OperationState.EXECUTED)


class Lineage(models.Model):
    """Rows of one case dated before a day are seen through another. Append-only.

    A chain is written whole: a `carried` row says that the origin of an origin is seen too, up to its own day.
    """

    operation = models.ForeignKey(Operation, models.PROTECT, related_name="lines")
    from_case = models.ForeignKey("cases.Case", models.PROTECT, related_name="successors")
    to_case = models.ForeignKey("cases.Case", models.PROTECT, related_name="origins")
    kind = models.CharField(max_length=10, choices=OperationKind)
    on = models.DateField("fecha")
    carried = models.BooleanField(default=False)

    objects = LineageQuerySet.as_manager()

    class Meta:
        verbose_name = "linaje"
        verbose_name_plural = "linajes"
        ordering = ["operation_id", "id"]
        constraints = [
            models.UniqueConstraint(fields=["operation", "from_case", "to_case"], name="lineage_once"),
            models.CheckConstraint(condition=~Q(from_case=F("to_case")), name="lineage_of_two"),
        ]
