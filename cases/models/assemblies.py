"""Meetings of a cooperative: the founding one, juntas and sessions of the board, frozen when the minutes are closed.

Not the meetings of the office (incubator.Meeting): these are the cooperative's own, with notice, proxies and votes.
"""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django_fsm import FSMField, transition

from cases.assemblies.life import NOT_FAILED, AssemblyKind, AssemblyState, Medium
from incubator import calendars
from incubator.access import Permission, scope_of
from incubator.enums import SupportKind


class AssemblyQuerySet(models.QuerySet):
    def visible_to(self, user, permission=Permission.VIEW_LEGAL):
        """Meetings of the cases whose legal life the user may see."""
        scope = scope_of(user, permission)
        return self.filter(
            Q(case__incubator_id__in=scope.incubator_ids) | Q(case__organization_id__in=scope.organization_ids)
        )

    def juntas(self):
        """Without the sessions of the board."""
        return self.exclude(kind=AssemblyKind.BOARD)

    def open(self):
        """Those whose minutes are still written."""
        return self.filter(closed_on__isnull=True)


class Assembly(models.Model):
    """A meeting of members or of the board: called, held or not, and closed. Its service alone writes `state`."""

    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="assemblies")
    file = models.ForeignKey("cases.LegalFile", models.PROTECT, null=True, blank=True, related_name="assemblies")
    kind = models.CharField("qué reunión es", max_length=10, choices=AssemblyKind)
    state = FSMField("estado", choices=AssemblyState, default=AssemblyState.PLANNED, editable=False, max_length=10)
    meets_on = models.DateField("día")
    starts_at = models.TimeField("hora", null=True, blank=True)
    second_call_at = models.TimeField("segunda citación", null=True, blank=True)
    ends_at = models.TimeField("hora de término", null=True, blank=True)
    place = models.CharField("lugar", max_length=200, blank=True)
    commune = models.ForeignKey(
        "incubator.Commune", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="comuna"
    )
    convener = models.CharField("cita", max_length=200, blank=True)
    supports = ArrayField(
        models.CharField(max_length=20, choices=SupportKind), default=list, blank=True, verbose_name="apoyos ofrecidos"
    )
    medium = models.CharField("medio", max_length=10, choices=Medium, blank=True)
    medium_name = models.CharField("nombre del medio", max_length=120, blank=True)
    published_on = models.DateField("aviso publicado el", null=True, blank=True)
    quorum = models.PositiveSmallIntegerField("quórum que piden los estatutos", null=True, blank=True)
    on_second_call = models.BooleanField("se hizo en segunda citación", default=False)
    minutes = models.ForeignKey(
        "incubator.Evidence", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="acta firmada"
    )
    failed_because = models.CharField("por qué no se hizo", max_length=300, blank=True)
    recorded_by = models.ForeignKey("incubator.User", models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(default=calendars.now, editable=False)
    closed_on = models.DateField("acta cerrada el", null=True, blank=True)
    closed_by = models.ForeignKey(
        "incubator.User", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="acta cerrada por"
    )

    objects = AssemblyQuerySet.as_manager()

    class Meta:
        verbose_name = "junta o sesión"
        verbose_name_plural = "juntas y sesiones"
        ordering = ["-meets_on", "-id"]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=AssemblyKind.values), name="assembly_kind_known"),
            models.CheckConstraint(condition=Q(state__in=AssemblyState.values), name="assembly_state_known"),
            models.CheckConstraint(
                condition=Q(closed_on__isnull=True, closed_by__isnull=True)
                | Q(
                    closed_on__isnull=False,
                    closed_by__isnull=False,
                    state__in=[AssemblyState.HELD, AssemblyState.FAILED],
                ),
                name="assembly_closed_when_over",
                violation_error_message="El acta se cierra cuando la junta ya se hizo, o se anotó que no se hizo.",
            ),
            models.CheckConstraint(
                condition=~Q(state=AssemblyState.FAILED) | (~Q(failed_because="") & Q(closed_on__isnull=False)),
                name="assembly_fails_with_reason",
                violation_error_message="Diga por qué no se hizo.",
            ),
            models.CheckConstraint(
                condition=Q(kind=AssemblyKind.FOUNDING) | Q(file__isnull=True),
                name="assembly_file_is_of_the_founding_one",
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()} del {self.meets_on:%d-%m-%Y}"

    @property
    def is_founding(self):
        """Whether the cooperative is founded in it."""
        return self.kind == AssemblyKind.FOUNDING

    @property
    def is_board(self):
        """Whether it is a session of the board and not a junta."""
        return self.kind == AssemblyKind.BOARD

    @property
    def is_open(self):
        """Whether its facts may still be written."""
        return self.closed_on is None and self.state in NOT_FAILED

    @transition(field=state, source=AssemblyState.PLANNED, target=AssemblyState.SUMMONED)
    def summon(self):
        """Its notices went out."""

    @transition(field=state, source=[AssemblyState.PLANNED, AssemblyState.SUMMONED], target=AssemblyState.HELD)
    def hold(self):
        """It met."""

    @transition(field=state, source=list(NOT_FAILED), target=AssemblyState.FAILED)
    def fail(self):
        """It did not meet, or there was no quorum."""
