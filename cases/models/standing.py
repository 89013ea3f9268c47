"""Dated facts of a cooperative that exists: how many members it has, what the regulator says, what it did each year."""

from django.db import models

from cases.models.facts import Fact
from cases.regularization.life import RegistryKind


class MemberCount(Fact):
    """How many members its register says on a day; when they are too few, since which day (R02)."""

    members = models.PositiveSmallIntegerField("integrantes")
    fell_on = models.DateField("bajo el mínimo desde", null=True, blank=True)
    only_pending = models.BooleanField("por una renuncia todavía no aceptada", default=False)

    class Meta(Fact.Meta):
        verbose_name = "número de integrantes del registro"
        verbose_name_plural = "números de integrantes del registro"


class RegistryStanding(Fact):
    """What the regulator says of it on a day: that it exists, or that it files. Two kinds of fact, never mixed.

    `code` is the regulator's own (cases/law/packs/regulator).
    """

    kind = models.CharField("qué dice", max_length=10, choices=RegistryKind)
    code = models.PositiveSmallIntegerField("código")
    reference = models.CharField("certificado o consulta", max_length=120, blank=True)

    class Meta(Fact.Meta):
        verbose_name = "dato del registro de cooperativas"
        verbose_name_plural = "datos del registro de cooperativas"


class DutyDone(Fact):
    """A duty of a year that was done, with its document. Which duties there are is computed, never stored."""

    key = models.CharField(max_length=40)
    year = models.PositiveSmallIntegerField("año")
    reference = models.CharField("folio, número o comprobante", max_length=120, blank=True)

    class Meta(Fact.Meta):
        verbose_name = "deber anual cumplido"
        verbose_name_plural = "deberes anuales cumplidos"
        constraints = [
            models.UniqueConstraint(
                fields=["case", "key", "year"],
                name="dutydone_once",
                violation_error_message="Ese deber ya está anotado como cumplido.",
            )
        ]
