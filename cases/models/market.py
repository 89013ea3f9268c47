"""What the group sold and signed: sales, fairs and contracts as dated rows, voided with a reason, never deleted."""

from django.db import models
from django.db.models import Q, Sum

from cases.enums import MarketKind
from cases.models.facts import Fact, FactQuerySet


class MarketQuerySet(FactQuerySet):
    def valid(self):
        """Without the voided ones."""
        return self.filter(voided_at__isnull=True)

    def totals(self):
        """{kind: (how many, pesos)} of these rows, one query."""
        rows = self.order_by().values("kind").annotate(count=models.Count("pk"), amount=Sum("amount"))
        return {row["kind"]: (row["count"], row["amount"] or 0) for row in rows}


class MarketRecord(Fact):
    """A sale, a fair or a contract: with whom, how much in pesos, and until when (`happened_on` is its first day).

    A contract may be alternative compliance of Ley 21.015: a firm of 100 workers or more buys services instead of
    hiring. Whether worker-members of a cooperative count as hired workers is open: the product says «verifique».
    """

    kind = models.CharField("tipo", max_length=10, choices=MarketKind)
    counterpart = models.CharField("a quién o dónde", max_length=200)
    counterpart_rut = models.CharField("RUT de quien compra", max_length=12, blank=True)
    description = models.CharField("qué se vendió o contrató", max_length=300)
    amount = models.PositiveBigIntegerField("monto total en pesos", null=True, blank=True)
    ends_on = models.DateField("hasta", null=True, blank=True)
    alternative_compliance = models.BooleanField("cumplimiento alternativo de la Ley 21.015", default=False)
    voided_at = models.DateTimeField(null=True, blank=True, editable=False)
    voided_by = models.ForeignKey("incubator.User", models.PROTECT, null=True, blank=True, related_name="+")
    void_reason = models.CharField("motivo de la anulación", max_length=300, blank=True)

    objects = MarketQuerySet.as_manager()

    class Meta(Fact.Meta):
        verbose_name = "venta, feria o contrato"
        verbose_name_plural = "ventas, ferias y contratos"
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=models.F("happened_on")),
                name="marketrecord_range",
                violation_error_message="La fecha de término no puede ser anterior a la de inicio.",
            ),
            models.CheckConstraint(
                condition=Q(alternative_compliance=False) | Q(kind="contract"),
                name="marketrecord_alternative_is_contract",
                violation_error_message="El cumplimiento alternativo de la Ley 21.015 se anota en un contrato.",
            ),
            models.CheckConstraint(
                condition=Q(voided_at__isnull=True) | ~Q(void_reason=""), name="marketrecord_void_has_reason"
            ),
        ]
