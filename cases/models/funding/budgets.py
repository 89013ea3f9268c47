"""What an application asks for, by item and month, in versions; the quotations behind it."""

from django.db import models
from django.db.models import F, Q

from cases.funding.words import BudgetKind
from cases.models.funding.applications import FundApplication
from incubator import calendars


class FundBudget(models.Model):
    """A version of the budget: a draft that several people write; a cut or a change is approved by another.

    `signers`: how many people sign, when the bases give so much for each. `unit_value` and `unit_on`: the value of the
    unit of the bases (UF, UTM) with which their limits were turned into pesos, and its day.
    """

    application = models.ForeignKey(FundApplication, models.PROTECT, related_name="budgets")
    number = models.PositiveSmallIntegerField("versión")
    kind = models.CharField("por qué", max_length=10, choices=BudgetKind, default=BudgetKind.REQUESTED)
    in_force_from = models.DateField("vigente desde", null=True, blank=True)
    is_draft = models.BooleanField("borrador", default=True)
    revision = models.PositiveIntegerField(default=1, editable=False)
    reason = models.CharField("motivo", max_length=500, blank=True)
    recorded_by = models.ForeignKey("incubator.User", models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(default=calendars.now, editable=False)
    authors = models.ManyToManyField("incubator.User", related_name="+", verbose_name="quienes la escribieron")
    approved_by = models.ForeignKey("incubator.User", models.PROTECT, null=True, blank=True, related_name="+")
    approved_on = models.DateField("aprobada el", null=True, blank=True)
    presented_on = models.DateField("presentada el", null=True, blank=True)
    signers = models.PositiveSmallIntegerField("personas que firman", null=True, blank=True)
    unit_value = models.DecimalField("valor de la unidad", max_digits=14, decimal_places=2, null=True, blank=True)
    unit_on = models.DateField("valor del día", null=True, blank=True)
    confirmation = models.ForeignKey(
        "cases.GroupConfirmation",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="confirmación del grupo",
    )

    class Meta:
        verbose_name = "presupuesto de una postulación"
        verbose_name_plural = "presupuestos de postulaciones"
        ordering = ["application_id", "number"]
        constraints = [
            models.UniqueConstraint(fields=["application", "number"], name="fundbudget_number_unique"),
            models.UniqueConstraint(
                fields=["application"],
                condition=Q(is_draft=True),
                name="fundbudget_one_draft",
                violation_error_message="Ya hay un presupuesto en borrador: continúelo.",
            ),
            models.CheckConstraint(
                condition=Q(approved_by__isnull=True) | ~Q(approved_by=F("recorded_by")),
                name="fundbudget_approver_differs",
                violation_error_message="El presupuesto lo aprueba otra persona que quien lo escribió.",
            ),
            models.CheckConstraint(
                condition=Q(unit_value__isnull=True, unit_on__isnull=True) | Q(unit_value__gt=0, unit_on__isnull=False),
                name="fundbudget_unit_has_its_day",
                violation_error_message="Escriba el valor de la unidad y el día de ese valor.",
            ),
            models.CheckConstraint(
                condition=Q(is_draft=True) | Q(presented_on__isnull=False),
                name="fundbudget_presented_on_a_day",
            ),
            models.CheckConstraint(
                condition=Q(approved_by__isnull=True) | ~Q(kind=BudgetKind.AWARDED) | Q(confirmation__isnull=False),
                name="fundbudget_cut_confirmed",
                violation_error_message="Falta que el grupo confirme el presupuesto ajustado.",
            ),
        ]

    def __str__(self):
        return f"Presupuesto {self.number}"


class FundBudgetLine(models.Model):
    """One thing to pay: its item of the bases, what is asked month by month, and what is contributed. Whole pesos."""

    budget = models.ForeignKey(FundBudget, models.CASCADE, related_name="lines")
    position = models.PositiveSmallIntegerField(default=0)
    item = models.CharField("ítem", max_length=80)
    name = models.CharField("qué se paga", max_length=200)
    months = models.JSONField("monto pedido por mes", default=list)
    own_cash = models.PositiveBigIntegerField("aporte propio en dinero", default=0)
    own_kind = models.PositiveBigIntegerField("aporte propio valorado", default=0)
    note = models.CharField("por qué ese monto", max_length=300, blank=True)

    class Meta:
        verbose_name = "línea del presupuesto"
        verbose_name_plural = "líneas del presupuesto"
        ordering = ["budget_id", "position", "id"]

    @property
    def requested(self):
        """What is asked in all months, in pesos."""
        return sum(self.months)


class FundQuotation(models.Model):
    """A price that a supplier offered for a thing of the budget."""

    application = models.ForeignKey(FundApplication, models.PROTECT, related_name="quotations")
    item = models.CharField("ítem", max_length=80)
    detail = models.CharField("qué se cotizó", max_length=200)
    supplier = models.CharField("proveedor", max_length=200)
    supplier_rut = models.CharField("RUT del proveedor", max_length=12, blank=True)
    amount = models.PositiveBigIntegerField("monto en pesos, con impuestos")
    quoted_on = models.DateField("fecha de la cotización")
    valid_until = models.DateField("vale hasta", null=True, blank=True)
    is_chosen = models.BooleanField("es la elegida", default=False)
    evidence = models.ForeignKey(
        "incubator.Evidence", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="archivo"
    )
    recorded_by = models.ForeignKey("incubator.User", models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(default=calendars.now, editable=False)
    set_aside_on = models.DateField("apartada el", null=True, blank=True)

    class Meta:
        verbose_name = "cotización"
        verbose_name_plural = "cotizaciones"
        ordering = ["item", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["application", "item", "detail"],
                condition=Q(is_chosen=True, set_aside_on__isnull=True),
                name="fundquotation_one_chosen",
                violation_error_message="Ya hay una cotización elegida para eso.",
            )
        ]
