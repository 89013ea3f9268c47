"""Sensitive facts (T3), in their own schema. Read and write only through incubator.services.sensitive.

The tables stand in the schema «sensitive», granted to a role that the service takes on for the length of one call: any
other query fails in the database itself. Foreign keys do nothing on delete here, so no collector looks inside.
"""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from incubator.enums import Declared, DisabilityDegree, DisabilityOrigin, RndStatus, SupportKind


class SensitiveProfile(models.Model):
    """What a person declared or a certificate says. A blank is «no informa», never «no». There is no diagnosis."""

    person = models.OneToOneField("incubator.Person", models.DO_NOTHING, related_name="+", primary_key=True)
    disability = models.CharField(
        "discapacidad declarada", max_length=10, choices=Declared, default=Declared.NOT_STATED
    )
    disability_on = models.DateField("declarada el", null=True, blank=True)
    main_origin = models.CharField("origen principal", max_length=1, choices=DisabilityOrigin, blank=True)
    other_origins = ArrayField(models.CharField(max_length=1, choices=DisabilityOrigin), default=list, blank=True)
    degree = models.CharField("grado certificado", max_length=1, choices=DisabilityDegree, blank=True)
    certificate = models.TextField("certificado (cifrado)", blank=True)
    rnd_status = models.CharField("RND", max_length=12, choices=RndStatus, default=RndStatus.NOT_STATED)
    rnd_expires_on = models.DateField("credencial vence el", null=True, blank=True)
    carer = models.CharField("cuida a otra persona", max_length=10, choices=Declared, default=Declared.NOT_STATED)
    gender = models.CharField("género", max_length=60, blank=True)
    provenance = models.JSONField(default=dict, blank=True, editable=False)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        db_table = "sensitive_profile"
        verbose_name = "datos sensibles"
        verbose_name_plural = "datos sensibles"


class SupportNeed(models.Model):
    """A support a person asks for, from a day on."""

    person = models.ForeignKey("incubator.Person", models.DO_NOTHING, related_name="+")
    kind = models.CharField("apoyo", max_length=20, choices=SupportKind)
    note = models.CharField("detalle", max_length=200, blank=True)
    since = models.DateField("desde")
    until = models.DateField("hasta", null=True, blank=True)

    class Meta:
        db_table = "sensitive_supportneed"
        verbose_name = "apoyo que pide"
        verbose_name_plural = "apoyos que pide"
        ordering = ["id"]


class SupportGiven(models.Model):
    """A support a person received at a meeting; the meeting itself keeps the totals (T1)."""

    person = models.ForeignKey("incubator.Person", models.DO_NOTHING, related_name="+")
    meeting = models.ForeignKey("incubator.Meeting", models.DO_NOTHING, related_name="+")
    kind = models.CharField("apoyo", max_length=20, choices=SupportKind)

    class Meta:
        db_table = "sensitive_supportgiven"
        verbose_name = "apoyo entregado"
        verbose_name_plural = "apoyos entregados"
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["person", "meeting", "kind"], name="supportgiven_once")]
