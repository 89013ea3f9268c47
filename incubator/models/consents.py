"""What each person authorises, purpose by purpose: the words read to her, and what she said. Nothing is overwritten."""

from django.db import models
from django.db.models import Q

from incubator import calendars
from incubator.access import Permission, scope_of
from incubator.enums import SupportKind
from incubator.models.dated import Dated, DatedQuerySet
from incubator.models.people import Person
from incubator.purposes import AdviserNature, ConsentChannel, Purpose, Said


class ConsentTextQuerySet(models.QuerySet):
    def of(self, incubator_id):
        """The texts that hold in an incubator: its own, and those that come with Minga."""
        return self.filter(Q(incubator_id=incubator_id) | Q(incubator__isnull=True))

    def visible_to(self, user, permission=Permission.READ_CONSENT_TEXTS):
        """The texts of the incubators within reach, and those that come with Minga."""
        scope = scope_of(user, permission)
        return (
            self.filter(Q(incubator_id__in=scope.incubator_ids) | Q(incubator__isnull=True)) if scope else self.none()
        )


class ConsentText(models.Model):
    """A version of what is read to a person for one purpose. Without an incubator, it came with Minga."""

    incubator = models.ForeignKey(
        "incubator.Incubator", models.PROTECT, null=True, blank=True, related_name="consent_texts"
    )
    purpose = models.CharField("finalidad", max_length=20, choices=Purpose)
    version = models.PositiveSmallIntegerField("versión")
    text = models.TextField("texto")
    easy_text = models.TextField("texto en lectura fácil")
    in_force_from = models.DateField("rige desde")
    written_by = models.ForeignKey("incubator.User", models.PROTECT, null=True, blank=True, related_name="+")
    recorded_at = models.DateTimeField(default=calendars.now, editable=False)

    objects = ConsentTextQuerySet.as_manager()

    class Meta:
        verbose_name = "texto de autorización"
        verbose_name_plural = "textos de autorización"
        ordering = ["purpose", "-version", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["incubator", "purpose", "version"], name="consenttext_version", nulls_distinct=False
            ),
        ]

    def __str__(self):
        return f"{self.get_purpose_display()}, versión {self.version}"


class ConsentQuerySet(models.QuerySet):
    def visible_to(self, user, permission=Permission.VIEW_PEOPLE):
        """What the people within reach said."""
        return self.filter(person__in=Person.objects.visible_to(user, permission))


class Consent(models.Model):
    """One answer of one person for one purpose on a day: she gives it or withdraws it. Rows are only added.

    Capacity is presumed: she answers for herself unless a guardian named by law does. The supports used while asking
    are sensitive and live apart (ConsentSupport).
    """

    person = models.ForeignKey("incubator.Person", models.PROTECT, related_name="consents")
    purpose = models.CharField("finalidad", max_length=20, choices=Purpose)
    given = models.BooleanField("autoriza")
    text = models.ForeignKey(ConsentText, models.PROTECT, null=True, blank=True, related_name="consents")
    happened_on = models.DateField("fecha")
    channel = models.CharField("cómo lo dijo", max_length=12, choices=ConsentChannel)
    said = models.CharField("cómo quedó escrito", max_length=10, choices=Said, default=Said.SIGNATURE)
    witness = models.CharField("testigo", max_length=200, blank=True)
    guardian = models.CharField("representante legal", max_length=200, blank=True)
    evidence = models.ForeignKey("incubator.Evidence", models.PROTECT, null=True, blank=True, related_name="+")
    recorded_by = models.ForeignKey("incubator.User", models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(default=calendars.now, editable=False)

    objects = ConsentQuerySet.as_manager()

    class Meta:
        verbose_name = "autorización"
        verbose_name_plural = "autorizaciones"
        ordering = ["-happened_on", "-id"]
        indexes = [models.Index(fields=["purpose", "person"], name="consent_by_purpose")]
        constraints = [
            models.CheckConstraint(
                condition=Q(given=False) | Q(text__isnull=False),
                name="consent_names_its_text",
                violation_error_message="Diga qué texto se le leyó.",
            ),
        ]


class ConsentSupport(models.Model):
    """A support used to ask a person (T3): in the sensitive schema, as everything about supports of one person."""

    consent = models.ForeignKey(Consent, models.DO_NOTHING, related_name="+")
    person = models.ForeignKey("incubator.Person", models.DO_NOTHING, related_name="+")
    kind = models.CharField("apoyo", max_length=20, choices=SupportKind)

    class Meta:
        db_table = "sensitive_consentsupport"
        verbose_name = "apoyo al autorizar"
        verbose_name_plural = "apoyos al autorizar"
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["consent", "kind"], name="consentsupport_once")]


class OfAnIncubator(DatedQuerySet):
    def visible_to(self, user, permission=Permission.MANAGE_ADVISERS):
        """The rows of the incubators where the user holds that right."""
        return self.filter(incubator_id__in=scope_of(user, permission).incubator_ids)


class AdviserStanding(Dated):
    """What an adviser institution is for an incubator, from a day on. Without a row, it is public."""

    incubator = models.ForeignKey("incubator.Incubator", models.PROTECT, related_name="adviser_standings")
    organization = models.ForeignKey("incubator.Organization", models.PROTECT, related_name="adviser_standings")
    nature = models.CharField("naturaleza", max_length=10, choices=AdviserNature)
    evidence = models.ForeignKey("incubator.Evidence", models.PROTECT, null=True, blank=True, related_name="+")
    recorded_by = models.ForeignKey("incubator.User", models.PROTECT, related_name="+")

    objects = OfAnIncubator.as_manager()

    class Meta:
        verbose_name = "naturaleza de la institución asesora"
        verbose_name_plural = "naturaleza de las instituciones asesoras"
        ordering = ["-since", "-id"]
        constraints = [
            Dated.range_constraint("adviserstanding"),
            Dated.no_overlap(
                "adviserstanding",
                "incubator",
                "organization",
                message="La institución ya tiene una naturaleza anotada en esas fechas.",
            ),
        ]


class ProcessorContract(Dated):
    """A contract by which a private institution handles data for the municipality (Ley 19.628, art. 15 bis)."""

    incubator = models.ForeignKey("incubator.Incubator", models.PROTECT, related_name="processor_contracts")
    organization = models.ForeignKey("incubator.Organization", models.PROTECT, related_name="processor_contracts")
    act = models.CharField("contrato o decreto", max_length=200)
    object = models.CharField("objeto", max_length=300)
    purpose = models.CharField("para qué se usan los datos", max_length=300)
    data = models.CharField("qué datos", max_length=300)
    people = models.CharField("de qué personas", max_length=300)
    at_end = models.CharField("qué se hace con los datos al terminar", max_length=300)
    evidence = models.ForeignKey("incubator.Evidence", models.PROTECT, related_name="+")
    recorded_by = models.ForeignKey("incubator.User", models.PROTECT, related_name="+")

    objects = OfAnIncubator.as_manager()

    class Meta:
        verbose_name = "contrato de encargo de datos"
        verbose_name_plural = "contratos de encargo de datos"
        ordering = ["-since", "-id"]
        constraints = [Dated.range_constraint("processorcontract")]
