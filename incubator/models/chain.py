"""The nightly chain: a digest of every row that only grows, and blocks that hold one another (docs/adr/0010).

Functions of the database alone write and check these tables; the application reads the blocks, never the salts.
"""

from django.db import models
from django.db.models import Q

from incubator.models.dated import Dated, DatedQuerySet


class Block(models.Model):
    """One link: the rows that no former block had, and the digest of the block before."""

    number = models.PositiveIntegerField(primary_key=True)
    made_at = models.DateTimeField()
    previous = models.CharField(max_length=64)
    digest = models.CharField(max_length=64)
    rows = models.PositiveBigIntegerField()
    columns = models.JSONField()

    class Meta:
        db_table = "incubator_chainblock"
        verbose_name = "bloque de la cadena"
        verbose_name_plural = "bloques de la cadena"
        ordering = ["-number"]


class Redaction(models.Model):
    """Values that the law asked to take away: on which basis, by which act, how many rows. Itself in the chain."""

    kind = models.CharField(max_length=40)
    basis = models.CharField(max_length=300)
    act = models.CharField(max_length=200)
    person_id = models.BigIntegerField(null=True)
    rows = models.PositiveIntegerField()
    done_on = models.DateField()
    recorded_at = models.DateTimeField()

    class Meta:
        verbose_name = "redacción"
        verbose_name_plural = "redacciones"
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(condition=~Q(basis="") & ~Q(act=""), name="redaction_says_why"),
        ]


class ChainEntry(models.Model):
    """The digest of one row, made with a salt of its own. A redaction drops the salt and keeps the digest."""

    block = models.ForeignKey(Block, models.PROTECT, related_name="entries")
    source = models.CharField(max_length=100)
    row_id = models.BigIntegerField()
    salt = models.CharField(max_length=36, null=True)
    digest = models.CharField(max_length=64)
    redaction = models.ForeignKey(Redaction, models.PROTECT, null=True, related_name="entries")

    class Meta:
        verbose_name = "eslabón"
        verbose_name_plural = "eslabones"
        constraints = [models.UniqueConstraint(fields=["source", "row_id"], name="chainentry_once")]


class RetentionTerm(Dated):
    """How long one kind of record is kept from a day on, counted from its own event, and the law that says so."""

    kind = models.CharField("qué", max_length=40)
    days = models.PositiveIntegerField("días que se conserva")
    counted_from = models.CharField("se cuenta desde", max_length=200)
    legal_basis = models.CharField("base legal", max_length=300)

    objects = DatedQuerySet.as_manager()

    class Meta:
        verbose_name = "plazo de conservación"
        verbose_name_plural = "plazos de conservación"
        ordering = ["kind", "since"]
        constraints = [
            Dated.range_constraint("retentionterm"),
            Dated.no_overlap("retentionterm", "kind", message="Ese plazo ya está definido en esas fechas."),
        ]
