"""What a document of an act holds, as somebody read it: each reading is a row, and the last one answers."""

from django.db import models

from incubator import calendars


class ActContent(models.Model):
    """A reading of the document of an act: yes or no for each thing the law asks (absent: not looked at), and its data.

    A deed tells notary, repertory, the lawyer of the draft and the commune of the domicile; an entry, the registrar's
    commune, folio, number and year; a publication, its CVE; an extract, its capital in pesos and in UF.
    """

    event = models.ForeignKey("cases.LegalEvent", models.PROTECT, related_name="contents")
    read_on = models.DateField("leído el")
    read_by = models.ForeignKey("incubator.User", models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField("anotado el", default=calendars.now, editable=False)
    #: Key of cases.law.contents → «yes», «no», or a word of its own; what is absent is not known.
    items = models.JSONField("qué trae", default=dict, blank=True)
    notary_name = models.CharField("nombre de la notaria o del notario", max_length=160, blank=True)
    notary_domicile = models.CharField("domicilio de la notaría", max_length=160, blank=True)
    repertory = models.CharField("repertorio", max_length=40, blank=True)
    drafting_lawyer = models.CharField("abogada o abogado que firmó la minuta", max_length=160, blank=True)
    founders_count = models.PositiveSmallIntegerField("personas que fundan", null=True, blank=True)
    domicile_commune = models.ForeignKey(
        "incubator.Commune",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="comuna del domicilio",
    )
    registrar_commune = models.ForeignKey(
        "incubator.Commune",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="comuna del Conservador",
    )
    folio = models.CharField("fojas", max_length=40, blank=True)
    entry_number = models.CharField("número", max_length=40, blank=True)
    entry_year = models.PositiveSmallIntegerField("año", null=True, blank=True)
    cve = models.CharField("CVE", max_length=40, blank=True)
    subscribed_uf = models.PositiveIntegerField("capital suscrito, en UF", null=True, blank=True)
    paid_uf = models.PositiveIntegerField("capital pagado, en UF", null=True, blank=True)

    class Meta:
        verbose_name = "lectura de un documento legal"
        verbose_name_plural = "lecturas de documentos legales"
        ordering = ["event_id", "id"]


class ObservationPoint(models.Model):
    """One thing that the DAES asked for in its observations, and until when it is answered."""

    event = models.ForeignKey("cases.LegalEvent", models.PROTECT, related_name="points")
    number = models.PositiveSmallIntegerField("número")
    text = models.CharField("qué pide", max_length=500)
    due_on = models.DateField("responder hasta", null=True, blank=True)
    recorded_at = models.DateTimeField(default=calendars.now, editable=False)

    class Meta:
        verbose_name = "observación del DAES"
        verbose_name_plural = "observaciones del DAES"
        ordering = ["event_id", "number"]
        constraints = [models.UniqueConstraint(fields=["event", "number"], name="observationpoint_number_unique")]


class ObservationAnswer(models.Model):
    """What was answered to one of them, in the act that answers."""

    point = models.OneToOneField(ObservationPoint, models.PROTECT, related_name="answer")
    event = models.ForeignKey("cases.LegalEvent", models.PROTECT, related_name="answers")
    text = models.CharField("respuesta", max_length=500)
    recorded_at = models.DateTimeField(default=calendars.now, editable=False)

    class Meta:
        verbose_name = "respuesta a una observación"
        verbose_name_plural = "respuestas a observaciones"
        ordering = ["point_id"]
