"""Calls for funds: who offers the money, the numbered versions of the bases, and what the groups say of them."""

from django.db import models
from django.db.models import F, Q

from cases.funding.words import InterestKind
from cases.models.facts import Fact
from incubator import calendars
from incubator.access import Permission, scope_of
from incubator.models import Organization, Participation


class FundingAgency(models.Model):
    """Who offers money: a public service, a municipality, a company, a foundation."""

    name = models.CharField("nombre", max_length=200, unique=True)
    short_name = models.CharField("sigla", max_length=40, blank=True)
    is_private = models.BooleanField("es una institución privada", default=False)
    website = models.URLField("sitio web", blank=True)

    class Meta:
        verbose_name = "institución que financia"
        verbose_name_plural = "instituciones que financian"
        ordering = ["name"]

    def __str__(self):
        return self.short_name or self.name


class FundingCallQuerySet(models.QuerySet):
    def visible_to(self, user):
        """The calls of the agreements the user works in: public data, shown to whoever sees groups there."""
        scope, parts = _places_of(user)
        return self.filter(Q(agreement__in=scope.agreement_ids) | Q(agreement__in=parts.values("agreement_id")))


def agreements_of(user):
    """Ids of the agreements of the places where the user sees groups, or where the user's own group lives."""
    scope, parts = _places_of(user)
    return scope.agreement_ids | set(parts.values_list("agreement_id", flat=True))


def _places_of(user):
    """How far the right to see funds reaches, and what the places it reaches take part in today."""
    scope = scope_of(user, Permission.VIEW_FUNDS)
    own = Organization.objects.filter(pk__in=scope.organization_ids).values("incubator_id")
    places = Q(incubator_id__in=scope.host_ids) | Q(incubator_id__in=own)
    return scope, Participation.objects.in_force(calendars.today()).filter(places)


class FundingCall(models.Model):
    """One call of one agency in one year, of the agreement that works with it. Public data (T0).

    `incubator` is the one whose officer entered it; none when the university coordinator or an adviser did. Everything
    else that the bases say belongs to their numbered versions.
    """

    agreement = models.ForeignKey("incubator.Agreement", models.PROTECT, related_name="funding_calls")
    incubator = models.ForeignKey(
        "incubator.Incubator", models.PROTECT, null=True, blank=True, related_name="funding_calls"
    )
    agency = models.ForeignKey(FundingAgency, models.PROTECT, related_name="calls", verbose_name="institución")
    key = models.SlugField("clave", max_length=80, help_text="No cambia: con ella se reconoce al leer una planilla.")
    programme = models.CharField("programa", max_length=200)
    line = models.CharField("línea", max_length=200, blank=True)
    year = models.PositiveSmallIntegerField("año")
    copied_from = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="copies", verbose_name="copiado de"
    )
    is_demonstration = models.BooleanField("de demostración", default=False)
    entered_by = models.ForeignKey("incubator.User", models.PROTECT, related_name="+", verbose_name="la ingresó")
    entered_at = models.DateTimeField(default=calendars.now, editable=False)
    withdrawn_on = models.DateField("retirada el", null=True, blank=True)

    objects = FundingCallQuerySet.as_manager()

    class Meta:
        verbose_name = "llamado a un fondo"
        verbose_name_plural = "llamados a fondos"
        ordering = ["-year", "programme", "line", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["agreement", "key"],
                name="fundingcall_key_unique",
                violation_error_message="Ese llamado ya está ingresado en este convenio.",
            )
        ]

    def __str__(self):
        return " · ".join(filter(None, (self.programme, self.line, str(self.year))))


class BasesVersion(models.Model):
    """One version of the bases of a call: what they say (`content`, shape in cases.funding.bases), from when and by
    which act. A draft until somebody who wrote none of it checked each value; from then on it stays as it is.

    The columns after `content` are read from it when it is written, so that lists, calendars and notices ask SQL.
    """

    call = models.ForeignKey(FundingCall, models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField("versión")
    in_force_from = models.DateField("vigente desde", null=True, blank=True)
    act = models.CharField("acto (bases, aclaración o ampliación)", max_length=200, blank=True)
    url = models.URLField("dirección de las bases", blank=True, max_length=500)
    evidence = models.ForeignKey(
        "incubator.Evidence", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="archivo"
    )
    content = models.JSONField("contenido", default=dict)
    to_review = models.JSONField("por revisar", default=list, blank=True)
    ticked = models.JSONField("comprobado", default=dict, blank=True)
    revision = models.PositiveIntegerField(default=1, editable=False)
    recorded_by = models.ForeignKey("incubator.User", models.PROTECT, related_name="+", verbose_name="la escribió")
    recorded_at = models.DateTimeField(default=calendars.now, editable=False)
    authors = models.ManyToManyField("incubator.User", related_name="+", verbose_name="quienes la escribieron")
    checked_by = models.ForeignKey("incubator.User", models.PROTECT, null=True, blank=True, related_name="+")
    checked_on = models.DateField("comprobada el", null=True, blank=True)
    opens_on = models.DateField("abre el", null=True, blank=True, editable=False)
    questions_until = models.DateTimeField("consultas hasta", null=True, blank=True, editable=False)
    first_closes_at = models.DateTimeField("primer cierre", null=True, blank=True, editable=False)
    last_closes_at = models.DateTimeField("último cierre", null=True, blank=True, editable=False)

    class Meta:
        verbose_name = "versión de las bases"
        verbose_name_plural = "versiones de las bases"
        ordering = ["call_id", "number"]
        constraints = [
            models.UniqueConstraint(fields=["call", "number"], name="basesversion_number_unique"),
            models.UniqueConstraint(
                fields=["call"],
                condition=Q(checked_on__isnull=True),
                name="basesversion_one_draft",
                violation_error_message="Ya hay una versión de las bases en borrador: continúela.",
            ),
            models.CheckConstraint(
                condition=Q(checked_by__isnull=True) | ~Q(checked_by=F("recorded_by")),
                name="basesversion_checker_differs",
                violation_error_message="Las bases las comprueba otra persona que quien las escribió.",
            ),
            models.CheckConstraint(
                condition=Q(checked_by__isnull=True, checked_on__isnull=True)
                | Q(checked_by__isnull=False, checked_on__isnull=False, in_force_from__isnull=False),
                name="basesversion_checked_whole",
            ),
        ]

    def __str__(self):
        return f"Versión {self.number}"


class CallInterest(Fact):
    """What a group said of a call on a day; the last one counts."""

    call = models.ForeignKey(FundingCall, models.PROTECT, related_name="interests")
    kind = models.CharField("qué dice el grupo", max_length=10, choices=InterestKind)
    reason = models.CharField("por qué", max_length=300, blank=True)

    class Meta(Fact.Meta):
        verbose_name = "interés en un fondo"
        verbose_name_plural = "intereses en fondos"
        constraints = [
            models.CheckConstraint(
                condition=Q(kind=InterestKind.INTERESTED) | ~Q(reason=""),
                name="callinterest_discarded_says_why",
                violation_error_message="Escriba por qué la descartan.",
            )
        ]


class PastAward(models.Model):
    """An award that a funder published (360Giving): a past result, never a call. Organizations only, no persons."""

    agreement = models.ForeignKey("incubator.Agreement", models.PROTECT, related_name="past_awards")
    identifier = models.CharField("identificador", max_length=200)
    funder = models.CharField("quien financia", max_length=200)
    programme = models.CharField("programa", max_length=200, blank=True)
    title = models.CharField("título", max_length=300)
    recipient = models.CharField("organización", max_length=200, blank=True)
    amount = models.PositiveBigIntegerField("monto")
    currency = models.CharField("moneda", max_length=3, default="CLP")
    year = models.PositiveSmallIntegerField("año")
    awarded_on = models.DateField("adjudicado el", null=True, blank=True)
    source = models.ForeignKey("incubator.Evidence", models.PROTECT, null=True, blank=True, related_name="+")
    recorded_by = models.ForeignKey("incubator.User", models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(default=calendars.now, editable=False)

    class Meta:
        verbose_name = "resultado pasado de un fondo"
        verbose_name_plural = "resultados pasados de fondos"
        ordering = ["-year", "-awarded_on", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["agreement", "identifier"],
                name="pastaward_once",
                violation_error_message="Ese resultado ya está anotado.",
            )
        ]

    def __str__(self):
        return self.title
