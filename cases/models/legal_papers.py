"""The documents of a formalization that were kept, and what came back of them from a notary or a lawyer."""

from django.db import models

from cases.models.facts import Fact, FactQuerySet
from incubator import calendars
from incubator.access import Permission


class LegalPaperQuerySet(FactQuerySet):
    def visible_to(self, user, permission=Permission.VIEW_LEGAL):
        """Papers of the cases whose legal data the user may see."""
        return super().visible_to(user, permission)


class LegalPaper(Fact):
    """A document as it was drawn that day: its PDF (`evidence`) and its DOCX, the text and the facts it came from."""

    file = models.ForeignKey("cases.LegalFile", models.PROTECT, related_name="papers", null=True, blank=True)
    document = models.CharField("documento", max_length=40)
    person = models.ForeignKey(
        "incubator.Person", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="de quién es"
    )
    subject = models.CharField("de cuál se trata", max_length=60, blank=True)  # when a file has several of a document
    title = models.CharField("título", max_length=300)
    version = models.CharField("versión del texto base", max_length=60)
    text_fingerprint = models.CharField("huella del texto base", max_length=64)
    statutes_fingerprint = models.CharField("huella de los estatutos que copia", max_length=64, blank=True)
    facts_fingerprint = models.CharField("huella de los datos", max_length=64)
    validated = models.BooleanField("con texto validado")
    docx = models.ForeignKey("incubator.Evidence", models.PROTECT, related_name="+", verbose_name="archivo editable")

    objects = LegalPaperQuerySet.as_manager()

    class Meta(Fact.Meta):
        verbose_name = "documento legal guardado"
        verbose_name_plural = "documentos legales guardados"
        indexes = [models.Index(fields=["file", "document"], name="legalpaper_by_document")]

    def __str__(self):
        return self.title


class TextComparisonQuerySet(models.QuerySet):
    def visible_to(self, user, permission=Permission.VIEW_LEGAL):
        """Comparisons of the papers the user may see."""
        return self.filter(paper__in=LegalPaper.objects.visible_to(user, permission))


class TextComparison(models.Model):
    """What came back of a kept document, read article by article against it. Rows are only added."""

    class Source(models.TextChoices):
        DOCX = "docx", "Archivo de Word"
        TEXT = "text", "Texto pegado"

    paper = models.ForeignKey(LegalPaper, models.PROTECT, related_name="comparisons")
    source = models.CharField("cómo llegó", max_length=5, choices=Source)
    evidence = models.ForeignKey("incubator.Evidence", models.PROTECT, related_name="+", verbose_name="lo que llegó")
    came_on = models.DateField("llegó el")
    rows = models.JSONField("resultado", default=list)
    changed = models.PositiveSmallIntegerField("artículos distintos")
    by = models.ForeignKey("incubator.User", models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(default=calendars.now, editable=False)

    objects = TextComparisonQuerySet.as_manager()

    class Meta:
        verbose_name = "comparación de un documento"
        verbose_name_plural = "comparaciones de documentos"
        ordering = ["-came_on", "-id"]


class TextDecisionQuerySet(models.QuerySet):
    def visible_to(self, user, permission=Permission.VIEW_LEGAL):
        """Decisions on the comparisons the user may see."""
        return self.filter(comparison__in=TextComparison.objects.visible_to(user, permission))


class TextDecision(models.Model):
    """What a person who read a comparison decided about it, once."""

    class Outcome(models.TextChoices):
        SAME = "same", "Dice lo mismo: sigue adelante"
        SPELLING = "spelling", "Solo faltas de escritura: se corrigen y sigue adelante"
        BACK = "back", "Cambia lo acordado: vuelve a una junta"

    comparison = models.OneToOneField(TextComparison, models.PROTECT, related_name="decision")
    outcome = models.CharField("qué se decide", max_length=10, choices=Outcome)
    reason = models.CharField("por qué", max_length=300, blank=True)
    decided_on = models.DateField("decidido el")
    by = models.ForeignKey("incubator.User", models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(default=calendars.now, editable=False)

    objects = TextDecisionQuerySet.as_manager()

    class Meta:
        verbose_name = "decisión sobre una comparación"
        verbose_name_plural = "decisiones sobre comparaciones"
        ordering = ["-id"]
