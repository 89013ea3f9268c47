"""What the agency says and pays, and what is bought with it: dated facts beside the state of an application."""

from django.db import models
from django.db.models import Q

from cases.funding.agency.purchasing import PurchaseStanding
from cases.funding.life import FundEventKind
from cases.funding.words import Unit
from cases.models.funding.applications import FundApplication
from incubator import calendars


class FundEvent(models.Model):
    """A dated fact of an application with its act: day, day of notice, term, amount, paper.

    `amount` is in whole pesos; said in UF or UTM it keeps quantity, value and day of the act and is never re-expressed.
    `details` holds what only one kind says: items of an observation, points per criterion, place in a waiting list.
    A fact recorded by mistake is set aside by another one that is `about` it (CORRECTION), never rewritten.
    """

    application = models.ForeignKey(FundApplication, models.PROTECT, related_name="events")
    kind = models.CharField("qué pasó", max_length=20, choices=FundEventKind)
    happened_on = models.DateField("fecha del acto")
    notified_on = models.DateField("notificado el", null=True, blank=True)
    due_on = models.DateField("plazo", null=True, blank=True)
    reference = models.CharField("acto, resolución o folio", max_length=200, blank=True)
    note = models.CharField("qué dice", max_length=1000, blank=True)
    amount = models.PositiveBigIntegerField("monto en pesos", null=True, blank=True)
    unit = models.CharField("unidad del acto", max_length=3, choices=Unit, default=Unit.CLP)
    quantity = models.DecimalField("cantidad en esa unidad", max_digits=14, decimal_places=4, null=True, blank=True)
    unit_value = models.DecimalField("valor de la unidad", max_digits=14, decimal_places=2, null=True, blank=True)
    unit_on = models.DateField("valor del día", null=True, blank=True)
    details = models.JSONField("detalle", default=dict, blank=True)
    about = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="followed_by")
    evidence = models.ForeignKey(
        "incubator.Evidence", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="documento"
    )
    confirmation = models.ForeignKey(
        "cases.GroupConfirmation", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="lo confirmó"
    )
    recorded_by = models.ForeignKey("incubator.User", models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(default=calendars.now, editable=False)

    class Meta:
        verbose_name = "hecho de una postulación"
        verbose_name_plural = "hechos de postulaciones"
        ordering = ["happened_on", "id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(unit=Unit.CLP) | Q(quantity__isnull=True),
                name="fundevent_pesos_are_whole",
            )
        ]


class FundPurchase(models.Model):
    """One purchase with the money of an application, with the columns of the accounts that the State asks for.

    Money in whole pesos. It is judged by the version of the budget in force on its day.
    """

    application = models.ForeignKey(FundApplication, models.PROTECT, related_name="purchases")
    number = models.PositiveIntegerField("nº")
    document_on = models.DateField("fecha del documento")
    document_kind = models.CharField("tipo de documento", max_length=40)
    document_number = models.CharField("nº de documento", max_length=40, blank=True)
    supplier_rut = models.CharField("RUT del proveedor", max_length=12, blank=True)
    supplier = models.CharField("proveedor", max_length=200)
    detail = models.CharField("detalle", max_length=300)
    item = models.CharField("ítem", max_length=80)
    subitem = models.CharField("subítem", max_length=80, blank=True)
    net = models.PositiveBigIntegerField("monto neto")
    tax = models.PositiveBigIntegerField("IVA o retención", default=0)
    total = models.PositiveBigIntegerField("monto total")
    paid_with = models.CharField("medio de pago", max_length=40, blank=True)
    voucher = models.CharField("nº de egreso", max_length=40, blank=True)
    paid_on = models.DateField("fecha de pago", null=True, blank=True)
    activity = models.CharField("actividad o meta", max_length=200, blank=True)
    evidence = models.ForeignKey(
        "incubator.Evidence", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="archivo"
    )
    recorded_by = models.ForeignKey("incubator.User", models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(default=calendars.now, editable=False)
    standing = models.CharField(
        "estado en el fondo", max_length=8, choices=PurchaseStanding, default=PurchaseStanding.PENDING
    )
    observation = models.CharField("qué observó el fondo", max_length=300, blank=True)
    voided_at = models.DateTimeField(null=True, blank=True)
    voided_by = models.ForeignKey("incubator.User", models.PROTECT, null=True, blank=True, related_name="+")
    void_reason = models.CharField("por qué se anuló", max_length=300, blank=True)

    class Meta:
        verbose_name = "compra con un fondo"
        verbose_name_plural = "compras con fondos"
        ordering = ["application_id", "number"]
        constraints = [models.UniqueConstraint(fields=["application", "number"], name="fundpurchase_number_unique")]
