"""What was ready, frozen: the package, its files, and the leaving of its reserved documents. Rows are only added."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from cases.funding.words import HandOverBasis, PackageFileKind
from cases.models.funding.applications import FundApplication, FundChange
from cases.models.funding.calls import BasesVersion
from incubator import calendars


class FundPackage(models.Model):
    """What was ready, frozen whole: one snapshot, its digest, and the digest of the package before it."""

    application = models.ForeignKey(FundApplication, models.PROTECT, related_name="packages")
    number = models.PositiveSmallIntegerField("paquete")
    change = models.OneToOneField(FundChange, models.PROTECT, related_name="package")
    bases = models.ForeignKey(BasesVersion, models.PROTECT, related_name="+")
    snapshot = models.JSONField("contenido")
    sha256 = models.CharField(max_length=64)
    previous = models.CharField("huella del paquete anterior", max_length=64, blank=True)
    made_by = models.ForeignKey("incubator.User", models.PROTECT, related_name="+")
    made_at = models.DateTimeField("congelado el", default=calendars.now, editable=False)

    class Meta:
        verbose_name = "paquete de una postulación"
        verbose_name_plural = "paquetes de postulaciones"
        ordering = ["application_id", "number"]
        constraints = [models.UniqueConstraint(fields=["application", "number"], name="fundpackage_number_unique")]


class FundPackageFile(models.Model):
    """One file of a package, in its order; reserved ones are listed as «documento reservado n» with their digest."""

    package = models.ForeignKey(FundPackage, models.PROTECT, related_name="files")
    position = models.PositiveSmallIntegerField("orden")
    kind = models.CharField("qué es", max_length=10, choices=PackageFileKind)
    name = models.CharField("nombre", max_length=200)
    evidence = models.ForeignKey("incubator.Evidence", models.PROTECT, related_name="+")
    sha256 = models.CharField(max_length=64)
    is_reserved = models.BooleanField("reservado", default=False)

    class Meta:
        verbose_name = "archivo de un paquete"
        verbose_name_plural = "archivos de paquetes"
        ordering = ["package_id", "position"]
        constraints = [models.UniqueConstraint(fields=["package", "position"], name="fundpackagefile_place_unique")]


class FundHandOver(models.Model):
    """Reserved documents of a package left the house: on which basis, to whom, by whom, and exactly which ones.

    Between public bodies it holds the six fields of Ley 19.880, art. 24 bis; to a private one, the authorisations
    (`consents`) of the persons of whom the documents are. Files and persons by their ids; never a value.
    """

    package = models.ForeignKey(FundPackage, models.PROTECT, related_name="hand_overs")
    basis = models.CharField("con qué base", max_length=12, choices=HandOverBasis)
    requesting_body = models.CharField("organismo que pide los documentos", max_length=200, blank=True)
    recipient = models.CharField("organismo que los recibe", max_length=200)
    official = models.CharField("funcionaria o funcionario responsable", max_length=200, blank=True)
    procedure = models.CharField("procedimiento", max_length=300, blank=True)
    data_asked = models.CharField("documentos pedidos", max_length=300, blank=True)
    purpose = models.CharField("para qué", max_length=300)
    legal_basis = models.CharField("norma, convenio o acto que lo autoriza", max_length=300, blank=True)
    covers_from = models.DateField("período desde", null=True, blank=True)
    covers_to = models.DateField("período hasta", null=True, blank=True)
    files = ArrayField(models.BigIntegerField(), default=list)
    persons = ArrayField(models.BigIntegerField(), default=list)
    consents = ArrayField(models.BigIntegerField(), default=list)
    handed_on = models.DateField("entregado el")
    evidence = models.ForeignKey("incubator.Evidence", models.PROTECT, null=True, blank=True, related_name="+")
    by = models.ForeignKey("incubator.User", models.PROTECT, related_name="+")
    at = models.DateTimeField("anotado el", default=calendars.now, editable=False)

    class Meta:
        verbose_name = "entrega de documentos reservados"
        verbose_name_plural = "entregas de documentos reservados"
        ordering = ["package_id", "id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(basis=HandOverBasis.ARTICLE_24_BIS)
                | (
                    ~Q(requesting_body="")
                    & ~Q(official="")
                    & ~Q(procedure="")
                    & ~Q(data_asked="")
                    & ~Q(legal_basis="")
                    & Q(covers_from__isnull=False, covers_to__isnull=False)
                ),
                name="fundhandover_register_complete",
                violation_error_message="Complete los seis datos del registro de la entrega.",
            ),
            models.CheckConstraint(
                condition=Q(covers_to__isnull=True) | Q(covers_from__lte=F("covers_to")),
                name="fundhandover_period_in_order",
                violation_error_message="El período termina antes de empezar.",
            ),
        ]
