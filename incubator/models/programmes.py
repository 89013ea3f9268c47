"""What pays and where it happens: incubators, agreements, and which incubators an agreement reaches."""

from datetime import timedelta

from django.db import models
from django.db.models import Q

from incubator.access import Permission, scope_of
from incubator.models.dated import Dated, DatedQuerySet
from incubator.parameters import Parameters


class IncubatorQuerySet(models.QuerySet):
    def visible_to(self, user, permission=Permission.VIEW_GROUPS):
        """The incubators in which the user holds that right."""
        return self.filter(id__in=scope_of(user, permission).incubator_ids)


class Incubator(models.Model):
    """A municipality's incubator of inclusive cooperatives."""

    name = models.CharField("nombre", max_length=200)
    commune = models.OneToOneField("incubator.Commune", models.PROTECT, related_name="incubator", verbose_name="comuna")
    municipality = models.ForeignKey(
        "incubator.Organization", models.PROTECT, related_name="hosted_incubators", verbose_name="municipalidad"
    )
    opened_on = models.DateField("abierta desde")
    capacity = models.PositiveSmallIntegerField("grupos que puede acompañar a la vez", default=12)

    objects = IncubatorQuerySet.as_manager()

    class Meta:
        verbose_name = "incubadora"
        verbose_name_plural = "incubadoras"
        ordering = ["name"]

    def __str__(self):
        return self.name

    @property
    def code(self):
        """The CUT code of its commune, as text with its leading zero."""
        return self.commune_id

    def agreement_on(self, day):
        """The agreement in force here that day, or None."""
        rows = self.participations.in_force(day).select_related("agreement").order_by("-since", "-id")
        return next((row.agreement for row in rows), None)


class AgreementQuerySet(models.QuerySet):
    def visible_to(self, user, permission=Permission.VIEW_GROUPS):
        """The agreements the user reaches with that right, by itself or through an incubator."""
        scope = scope_of(user, permission)
        return self.filter(
            Q(id__in=scope.agreement_ids) | Q(participations__incubator_id__in=scope.incubator_ids)
        ).distinct()


class Agreement(models.Model):
    """A transfer agreement: the act, its months, who pays, who executes, whom it reaches and its parameters."""

    class ReportingPeriod(models.TextChoices):
        MONTHLY = "monthly", "Mensual"

    code = models.CharField("código", max_length=30, unique=True)
    name = models.CharField("nombre", max_length=300)
    act = models.CharField("acto que lo aprueba", max_length=200)
    act_date = models.DateField("fecha del acto")
    starts_on = models.DateField("empieza")
    months = models.PositiveSmallIntegerField("meses")
    funder = models.ForeignKey("incubator.Organization", models.PROTECT, related_name="+", verbose_name="financia")
    executor = models.ForeignKey("incubator.Organization", models.PROTECT, related_name="+", verbose_name="ejecuta")
    adviser = models.ForeignKey("incubator.Organization", models.PROTECT, related_name="+", verbose_name="asesora")
    reporting_period = models.CharField(max_length=10, choices=ReportingPeriod, default=ReportingPeriod.MONTHLY)
    parameters = models.JSONField("parámetros", default=dict, blank=True)

    objects = AgreementQuerySet.as_manager()

    class Meta:
        verbose_name = "convenio"
        verbose_name_plural = "convenios"
        ordering = ["-starts_on", "code"]
        constraints = [models.CheckConstraint(condition=Q(months__gte=1), name="agreement_has_months")]

    def __str__(self):
        return self.name

    @property
    def rules(self) -> Parameters:
        """The programme's parameters, defaults included."""
        return Parameters.from_json(self.parameters)

    @property
    def ends_on(self):
        """The last day of its last month."""
        months = self.starts_on.month - 1 + self.months
        after = self.starts_on.replace(year=self.starts_on.year + months // 12, month=months % 12 + 1, day=1)
        return after - timedelta(days=1)


class Participation(Dated):
    """An incubator is in an agreement for a time."""

    agreement = models.ForeignKey(Agreement, models.PROTECT, related_name="participations")
    incubator = models.ForeignKey(Incubator, models.PROTECT, related_name="participations")

    objects = DatedQuerySet.as_manager()

    class Meta:
        verbose_name = "participación en un convenio"
        verbose_name_plural = "participaciones en convenios"
        ordering = ["since", "id"]
        constraints = [
            Dated.range_constraint("participation"),
            Dated.no_overlap(
                "participation", "agreement", "incubator", message="La incubadora ya está en ese convenio."
            ),
        ]
