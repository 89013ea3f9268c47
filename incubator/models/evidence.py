"""Stored files that prove something. An evidence has no address of its own: its parent serves it (files.serve)."""

from django.db import models

from incubator import calendars
from incubator.enums import EvidenceKind, Tier


class Evidence(models.Model):
    """One stored file: its digest, its type by content, what it proves and who brought it."""

    incubator = models.ForeignKey("incubator.Incubator", models.PROTECT, null=True, blank=True, related_name="evidence")
    kind = models.CharField("qué es", max_length=20, choices=EvidenceKind, default=EvidenceKind.OTHER)
    tier = models.PositiveSmallIntegerField(choices=Tier, default=Tier.PERSONAL)
    description = models.CharField("descripción", max_length=300, blank=True)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField("tamaño en bytes")
    media_type = models.CharField(max_length=100)
    original_name = models.CharField("nombre del archivo", max_length=255)
    taken_on = models.DateField("fecha del documento", null=True, blank=True)
    expires_on = models.DateField("se borra el", null=True, blank=True)
    erased_at = models.DateTimeField("archivo borrado el", null=True, blank=True, editable=False)
    uploaded_by = models.ForeignKey("incubator.User", models.PROTECT, related_name="+")
    uploaded_at = models.DateTimeField(default=calendars.now, editable=False)

    class Meta:
        verbose_name = "evidencia"
        verbose_name_plural = "evidencias"
        ordering = ["-uploaded_at", "-id"]
        indexes = [models.Index(fields=["sha256"], name="evidence_by_digest")]

    def __str__(self):
        return self.description or self.get_kind_display()
