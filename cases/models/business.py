"""What the group will live from: activity, type of cooperative with its dated minimum, and indicators."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from cases.enums import Moment
from cases.models.facts import Fact
from incubator.models.dated import Dated, DatedQuerySet


class ActivityCode(models.Model):
    """An economic activity of the tax service (SII, CIIU4.CL), six digits as text."""

    code = models.CharField("código", max_length=6, primary_key=True)
    name = models.CharField("glosa", max_length=300)
    section = models.CharField("sección", max_length=200)

    class Meta:
        verbose_name = "actividad económica"
        verbose_name_plural = "actividades económicas"
        ordering = ["code"]

    def __str__(self):
        return f"{self.code} · {self.name}"


class CooperativeType(models.Model):
    """A type of cooperative of the Ley General de Cooperativas."""

    code = models.CharField("código", max_length=30, primary_key=True)
    name = models.CharField("nombre", max_length=100)

    class Meta:
        verbose_name = "tipo de cooperativa"
        verbose_name_plural = "tipos de cooperativa"
        ordering = ["name"]

    def __str__(self):
        return self.name


class CooperativeTypeTerm(Dated):
    """What the law asks of a type from a day on: minimum of members, with its article."""

    type = models.ForeignKey(CooperativeType, models.PROTECT, related_name="terms")
    minimum_members = models.PositiveSmallIntegerField("mínimo de socias y socios")
    legal_basis = models.CharField("norma", max_length=200)

    objects = DatedQuerySet.as_manager()

    class Meta:
        verbose_name = "exigencia de un tipo de cooperativa"
        verbose_name_plural = "exigencias de los tipos de cooperativa"
        ordering = ["type_id", "since"]
        constraints = [
            Dated.range_constraint("typeterm"),
            Dated.no_overlap("typeterm", "type", message="Ese tipo ya tiene una exigencia en esas fechas."),
        ]


class BusinessDefinition(Fact):
    """The activity and the type of cooperative the group chose that day."""

    activity = models.ForeignKey(ActivityCode, models.PROTECT, related_name="+", verbose_name="actividad (SII)")
    cooperative_type = models.ForeignKey(
        CooperativeType, models.PROTECT, related_name="+", verbose_name="tipo de cooperativa"
    )

    class Meta(Fact.Meta):
        verbose_name = "definición de negocio"
        verbose_name_plural = "definiciones de negocio"


class Measurement(Fact):
    """Indicators of the group at a moment: totals, self-declared unless a document backs them.

    Whoever enters them does not certify them.
    """

    moment = models.CharField("momento", max_length=10, choices=Moment)
    monthly_income = models.PositiveIntegerField("ingreso mensual del grupo, en pesos", null=True, blank=True)
    people_with_income = models.PositiveSmallIntegerField("personas con ingreso", null=True, blank=True)
    jobs = models.PositiveSmallIntegerField("puestos de trabajo", null=True, blank=True)
    weekly_hours = models.PositiveSmallIntegerField("horas semanales de trabajo", null=True, blank=True)
    self_declared = models.BooleanField("lo declara el grupo", default=True)
    certified_by = models.ForeignKey("incubator.User", models.PROTECT, null=True, blank=True, related_name="+")
    certified_on = models.DateField("certificada el", null=True, blank=True)

    class Meta(Fact.Meta):
        verbose_name = "medición de indicadores"
        verbose_name_plural = "mediciones de indicadores"
        constraints = [
            models.CheckConstraint(
                condition=Q(certified_by__isnull=True) | ~Q(certified_by=models.F("recorded_by")),
                name="measurement_certifier_differs",
                violation_error_message="La medición la certifica otra persona que quien la anotó.",
            )
        ]

    def clean(self):
        """Of the group's members of that day, no more than all have an income."""
        super().clean()
        if not self.people_with_income:
            return
        members = self.case.organization.members_on(self.happened_on).count()
        if self.people_with_income > members:
            said = f"Ese día el grupo tenía {members} integrantes: escriba {members} o menos, o anótelos antes."
            raise ValidationError({"people_with_income": said})
