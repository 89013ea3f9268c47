"""An import of a census workbook: the file kept, what was understood, what each row became, and what columns mean."""

from django.db import models

from cases.enums import ImportState, RowOutcome
from incubator.access import Permission, scope_of


class CensusImportQuerySet(models.QuerySet):
    def visible_to(self, user, permission=Permission.IMPORT_CENSUS):
        """The imports of the incubators where the user may import."""
        return self.filter(incubator_id__in=scope_of(user, permission).incubator_ids)


class CensusImport(models.Model):
    """One file given to Minga: read first, loaded when somebody says so, undone within 30 days."""

    incubator = models.ForeignKey("incubator.Incubator", models.PROTECT, related_name="census_imports")
    file = models.ForeignKey("incubator.Evidence", models.PROTECT, null=True, blank=True, related_name="+")
    file_name = models.CharField("archivo", max_length=255)
    sha256 = models.CharField(max_length=64)
    columns = models.JSONField("columnas corregidas", default=dict, blank=True)
    state = models.CharField("estado", max_length=10, choices=ImportState, default=ImportState.READ)
    with_sensitive = models.BooleanField("con columnas de discapacidad", default=False)
    recorded_on = models.DateField("fecha de la planilla", null=True, blank=True)
    summary = models.JSONField("resumen", default=dict, blank=True)
    uploaded_by = models.ForeignKey("incubator.User", models.PROTECT, related_name="+")
    uploaded_at = models.DateTimeField()
    applied_by = models.ForeignKey("incubator.User", models.PROTECT, null=True, blank=True, related_name="+")
    applied_at = models.DateTimeField(null=True, blank=True)
    undone_by = models.ForeignKey("incubator.User", models.PROTECT, null=True, blank=True, related_name="+")
    undone_at = models.DateTimeField(null=True, blank=True)

    objects = CensusImportQuerySet.as_manager()

    class Meta:
        verbose_name = "importación del catastro"
        verbose_name_plural = "importaciones del catastro"
        ordering = ["-uploaded_at", "-id"]

    def __str__(self):
        return self.file_name


class CensusRow(models.Model):
    """What one row became. Sensitive values never stand here: only that they were loaded."""

    batch = models.ForeignKey(CensusImport, models.CASCADE, related_name="rows")
    row = models.PositiveIntegerField("fila")
    outcome = models.CharField("resultado", max_length=10, choices=RowOutcome)
    reason = models.CharField("motivo", max_length=30, blank=True)
    column = models.CharField("columna", max_length=200, blank=True)
    value = models.CharField("valor", max_length=300, blank=True)
    sentence = models.TextField("explicación", blank=True)
    organization = models.ForeignKey("incubator.Organization", models.PROTECT, null=True, related_name="+")
    person = models.ForeignKey("incubator.Person", models.PROTECT, null=True, related_name="+")
    case = models.ForeignKey("cases.Case", models.PROTECT, null=True, related_name="+")
    membership = models.ForeignKey("incubator.Membership", models.PROTECT, null=True, related_name="+")
    before = models.JSONField(default=dict, blank=True)
    after = models.JSONField(default=dict, blank=True)
    resolved_at = models.DateTimeField(null=True, blank=True)
    undone = models.BooleanField(default=False)

    class Meta:
        verbose_name = "fila importada"
        verbose_name_plural = "filas importadas"
        ordering = ["batch_id", "row", "id"]


class ColumnMeaning(models.Model):
    """A header an officer explained once: from then on it is understood in that incubator."""

    incubator = models.ForeignKey("incubator.Incubator", models.PROTECT, related_name="column_meanings")
    header_folded = models.CharField(max_length=200)
    field = models.CharField(max_length=30, blank=True)
    taught_by = models.ForeignKey("incubator.User", models.PROTECT, related_name="+")
    taught_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = "significado de una columna"
        verbose_name_plural = "significados de columnas"
        ordering = ["incubator_id", "header_folded"]
        constraints = [models.UniqueConstraint(fields=["incubator", "header_folded"], name="columnmeaning_once")]
