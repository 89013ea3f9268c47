"""How the group will live from its work: the canvas and the plan, in versions, each with who wrote it."""

from django.db import models
from django.db.models import Q

from cases.enums import CheckKind, CostKind
from cases.models.facts import Fact


class Canvas(Fact):
    """A version of the business model on one sheet: what each block says (`blocks`: {CanvasBlock: text})."""

    version = models.PositiveSmallIntegerField("versión", default=1)
    blocks = models.JSONField("lienzo", default=dict)

    class Meta(Fact.Meta):
        verbose_name = "lienzo de negocio"
        verbose_name_plural = "lienzos de negocio"
        constraints = [models.UniqueConstraint(fields=["case", "version"], name="canvas_version_unique")]


class BusinessPlan(Fact):
    """A version of the plan: a draft until presented that day, approved by somebody who wrote none of it.

    `sections` is {PlanSection: text}. Money in whole pesos, months of the first year. `start_share` is the percent of
    the expected sales in the first month, `months_to_full` the month in which all of them are reached.
    """

    version = models.PositiveSmallIntegerField("versión", default=1)
    is_draft = models.BooleanField("borrador", default=False)
    author = models.ForeignKey("incubator.User", models.PROTECT, related_name="+", verbose_name="autoría")
    authors = models.ManyToManyField("incubator.User", related_name="+", verbose_name="quienes la escribieron")
    sections = models.JSONField("secciones", default=dict, blank=True)
    start_share = models.PositiveSmallIntegerField("ventas del primer mes, en %", default=40)
    months_to_full = models.PositiveSmallIntegerField("mes en que se llega a lo esperado", default=6)
    revision = models.PositiveIntegerField(default=1, editable=False)
    approved_by = models.ForeignKey("incubator.User", models.PROTECT, null=True, blank=True, related_name="+")
    approved_on = models.DateField("aprobado el", null=True, blank=True)

    class Meta(Fact.Meta):
        verbose_name = "plan de negocio"
        verbose_name_plural = "planes de negocio"
        constraints = [
            models.UniqueConstraint(fields=["case", "version"], name="plan_version_unique"),
            models.CheckConstraint(
                condition=Q(approved_by__isnull=True) | ~Q(approved_by=models.F("author")),
                name="plan_approver_differs",
                violation_error_message="El plan lo aprueba otra persona que quien lo escribió.",
            ),
            models.CheckConstraint(
                condition=Q(approved_by__isnull=True) | ~Q(approved_by=models.F("recorded_by")),
                name="plan_presenter_differs",
                violation_error_message="El plan lo aprueba otra persona que quien lo presentó.",
            ),
            models.CheckConstraint(
                condition=Q(is_draft=False) | Q(approved_on__isnull=True),
                name="plan_draft_is_not_approved",
                violation_error_message="Un borrador no se aprueba: preséntelo primero.",
            ),
            models.UniqueConstraint(
                fields=["case"],
                condition=Q(is_draft=True),
                name="plan_one_draft",
                violation_error_message="Ya hay una versión en borrador: continúela.",
            ),
        ]

    def __str__(self):
        return f"Versión {self.version}"


class PlanProduct(models.Model):
    """What is sold: its price, what each unit costs to make, and the units expected in a month."""

    plan = models.ForeignKey(BusinessPlan, models.CASCADE, related_name="products")
    name = models.CharField("producto o servicio", max_length=120)
    unit = models.CharField("unidad", max_length=40, blank=True)
    price = models.PositiveIntegerField("precio en pesos")
    unit_cost = models.PositiveIntegerField("costo de cada unidad en pesos", default=0)
    monthly_units = models.PositiveIntegerField("unidades al mes")

    class Meta:
        verbose_name = "producto del plan"
        verbose_name_plural = "productos del plan"
        ordering = ["id"]


class PlanCost(models.Model):
    """What is paid whether or not it is sold: every month, or once to begin."""

    plan = models.ForeignKey(BusinessPlan, models.CASCADE, related_name="costs")
    kind = models.CharField("tipo", max_length=10, choices=CostKind)
    name = models.CharField("gasto", max_length=120)
    amount = models.PositiveIntegerField("monto en pesos")

    class Meta:
        verbose_name = "costo del plan"
        verbose_name_plural = "costos del plan"
        ordering = ["kind", "id"]


class MarketCheck(models.Model):
    """Somebody asked those who would buy: how, when, how many, how many would, and what was learned."""

    plan = models.ForeignKey(BusinessPlan, models.CASCADE, related_name="checks")
    kind = models.CharField("cómo se comprobó", max_length=12, choices=CheckKind)
    checked_on = models.DateField("fecha")
    asked = models.PositiveIntegerField("personas consultadas")
    would_buy = models.PositiveIntegerField("comprarían")
    learned = models.CharField("qué aprendimos", max_length=500, blank=True)

    class Meta:
        verbose_name = "comprobación de mercado"
        verbose_name_plural = "comprobaciones de mercado"
        ordering = ["checked_on", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(would_buy__lte=models.F("asked")),
                name="marketcheck_share",
                violation_error_message="Quienes comprarían no pueden ser más que las personas consultadas.",
            )
        ]
