"""Applications for funds: who applies, who receives, what was written, reviewed, frozen and filed."""

from django.db import models
from django.db.models import F, Q

from cases.funding.life import ENDED, FundLife, FundState, FundVerb
from cases.funding.words import AnswerSource, ApplicantKind, Channel, ReceiverKind
from cases.models.funding.calls import BasesVersion, FundingCall
from incubator import calendars
from incubator.access import Permission, scope_of


class FundApplicationQuerySet(models.QuerySet):
    def visible_to(self, user, permission=Permission.VIEW_FUNDS):
        """Those of the cases the user may see, and those that stayed with an institution under this user's name."""
        scope = scope_of(user, permission)
        return self.filter(
            Q(case__incubator_id__in=scope.incubator_ids, stays_with__isnull=True)
            | Q(case__organization_id__in=scope.organization_ids, stays_with__isnull=True)
            | Q(stays_with_id__in=scope.incubator_ids, keeper=user.pk)
        )

    def open(self):
        """Those from which somebody still waits for something."""
        return self.exclude(state__in=ENDED)


class FundApplication(FundLife):
    """One application of a case to a call: applicant, receiver of the money and case are three things.

    `bases` is the version its team adopted. `stays_with`: the case moved to another municipality and the money stayed
    with the one that signed, under the name of `keeper`, who sees this application and no more of the case.
    """

    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="fund_applications")
    call = models.ForeignKey(FundingCall, models.PROTECT, related_name="applications", verbose_name="llamado")
    bases = models.ForeignKey(
        BasesVersion, models.PROTECT, related_name="applications", verbose_name="versión de las bases"
    )
    number = models.PositiveIntegerField("número", editable=False)
    title = models.CharField("nombre del proyecto", max_length=200)
    applicant_kind = models.CharField("quién postula", max_length=12, choices=ApplicantKind)
    applicant_person = models.ForeignKey(
        "incubator.Person", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="persona que postula"
    )
    applicant_name = models.CharField("institución que postula", max_length=200, blank=True)
    applicant_rut = models.CharField("RUT de quien postula", max_length=12, blank=True)
    receiver_kind = models.CharField(
        "quién recibe el dinero", max_length=12, choices=ReceiverKind, default=ReceiverKind.APPLICANT
    )
    receiver_person = models.ForeignKey(
        "incubator.Person", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="persona que recibe"
    )
    receiver_name = models.CharField("institución que recibe", max_length=200, blank=True)
    receiver_rut = models.CharField("RUT de quien recibe", max_length=12, blank=True)
    signer = models.ForeignKey(
        "incubator.Person", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="quien firma"
    )
    signer_name = models.CharField("quien firma por la institución", max_length=200, blank=True)
    stays_with = models.ForeignKey(
        "incubator.Incubator",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="kept_fund_applications",
        verbose_name="se quedó con",
    )
    keeper = models.ForeignKey("incubator.User", models.PROTECT, null=True, blank=True, related_name="+")
    opened_on = models.DateField("empezada el")
    opened_by = models.ForeignKey("incubator.User", models.PROTECT, related_name="+", verbose_name="la empezó")
    opened_at = models.DateTimeField(default=calendars.now, editable=False)
    approved_by = models.ForeignKey("incubator.User", models.PROTECT, null=True, blank=True, related_name="+")
    approved_on = models.DateField("aprobada el", null=True, blank=True)
    copied_from = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="copies", verbose_name="copiada de"
    )

    objects = FundApplicationQuerySet.as_manager()

    class Meta:
        verbose_name = "postulación a un fondo"
        verbose_name_plural = "postulaciones a fondos"
        ordering = ["-opened_on", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["case", "number"], name="fundapplication_number_unique"),
            models.CheckConstraint(condition=Q(state__in=FundState.values), name="fundapplication_state_known"),
            models.CheckConstraint(
                condition=Q(approved_by__isnull=True) | ~Q(approved_by=F("opened_by")),
                name="fundapplication_approver_differs",
                violation_error_message="La postulación la aprueba otra persona que quien la escribió.",
            ),
            models.CheckConstraint(
                condition=Q(stays_with__isnull=True) | Q(keeper__isnull=False),
                name="fundapplication_stays_under_a_name",
                violation_error_message="Diga quién queda a cargo de la postulación.",
            ),
        ]

    def __str__(self):
        return self.title

    @property
    def code(self):
        """How it is called everywhere: the case's code and its number."""
        return f"{self.case.code}-F{self.number}"


class FundChange(models.Model):
    """One step of an application: append-only, written before the state, with the agency's act that brought it."""

    application = models.ForeignKey(FundApplication, models.PROTECT, related_name="changes")
    number = models.PositiveSmallIntegerField()
    from_state = models.CharField(max_length=15, choices=FundState)
    to_state = models.CharField(max_length=15, choices=FundState)
    verb = models.CharField(max_length=15, choices=FundVerb)
    by = models.ForeignKey("incubator.User", models.PROTECT, related_name="+")
    effective_on = models.DateField("fecha")
    recorded_at = models.DateTimeField("anotado el", default=calendars.now, editable=False)
    reason = models.CharField("motivo", max_length=500, blank=True)
    event = models.ForeignKey("cases.FundEvent", models.PROTECT, null=True, blank=True, related_name="changes")

    class Meta:
        verbose_name = "paso de una postulación"
        verbose_name_plural = "pasos de postulaciones"
        ordering = ["application_id", "number"]
        constraints = [models.UniqueConstraint(fields=["application", "number"], name="fundchange_number_unique")]


class FundAnswer(models.Model):
    """What was written in one field of the form, each saving a row: added, never rewritten.

    `key` is the lasting key of the field in the bases; `based_on` the number it was written over. One written over an
    older number than the last is kept `beside` it, until somebody takes one of the two: that row says up to which
    number it `settles`. `page` is the sheet on which it was typed: what one sheet saves again follows itself.
    """

    application = models.ForeignKey(FundApplication, models.PROTECT, related_name="answers")
    key = models.CharField(max_length=80)
    number = models.PositiveIntegerField()
    value = models.JSONField("respuesta", null=True)
    based_on = models.PositiveIntegerField(default=0)
    beside = models.BooleanField("quedó al lado", default=False)
    settles = models.PositiveIntegerField("deja resuelto hasta", default=0)
    source = models.CharField("de dónde viene", max_length=10, choices=AnswerSource, default=AnswerSource.TYPED)
    page = models.CharField("hoja", max_length=32, blank=True)
    by = models.ForeignKey("incubator.User", models.PROTECT, related_name="+")
    at = models.DateTimeField("escrita el", default=calendars.now, editable=False)

    class Meta:
        verbose_name = "respuesta del formulario"
        verbose_name_plural = "respuestas del formulario"
        ordering = ["application_id", "key", "number"]
        constraints = [
            models.UniqueConstraint(fields=["application", "key", "number"], name="fundanswer_number_unique")
        ]


class FundReview(models.Model):
    """Somebody read a section of the form as it stood (`digest`): it is fine, or what must change."""

    application = models.ForeignKey(FundApplication, models.PROTECT, related_name="reviews")
    section = models.CharField(max_length=80)
    is_fine = models.BooleanField("está bien")
    note = models.CharField("qué cambiar", max_length=1000, blank=True)
    digest = models.CharField(max_length=64)
    by = models.ForeignKey("incubator.User", models.PROTECT, related_name="+")
    at = models.DateTimeField("revisada el", default=calendars.now, editable=False)

    class Meta:
        verbose_name = "revisión de una sección"
        verbose_name_plural = "revisiones de secciones"
        ordering = ["application_id", "-at", "-id"]


class FundComment(models.Model):
    """What somebody says about a field or the whole, until it is settled."""

    application = models.ForeignKey(FundApplication, models.PROTECT, related_name="comments")
    key = models.CharField(max_length=80, blank=True)
    text = models.TextField("comentario", max_length=2000)
    by = models.ForeignKey("incubator.User", models.PROTECT, related_name="+")
    at = models.DateTimeField("escrito el", default=calendars.now, editable=False)
    settled_by = models.ForeignKey("incubator.User", models.PROTECT, null=True, blank=True, related_name="+")
    settled_at = models.DateTimeField("resuelto el", null=True, blank=True)

    class Meta:
        verbose_name = "comentario de una postulación"
        verbose_name_plural = "comentarios de postulaciones"
        ordering = ["at", "id"]


class VerifiedCondition(models.Model):
    """A condition that no register open to us answers (`to_verify`): what somebody saw, in writing, with its paper."""

    application = models.ForeignKey(FundApplication, models.PROTECT, related_name="verifications")
    key = models.CharField(max_length=80)
    meets = models.BooleanField("se cumple")
    text = models.CharField("qué se vio", max_length=500)
    seen_on = models.DateField("visto el")
    evidence = models.ForeignKey("incubator.Evidence", models.PROTECT, null=True, blank=True, related_name="+")
    by = models.ForeignKey("incubator.User", models.PROTECT, related_name="+")
    at = models.DateTimeField("anotado el", default=calendars.now, editable=False)

    class Meta:
        verbose_name = "comprobación de una condición"
        verbose_name_plural = "comprobaciones de condiciones"
        ordering = ["application_id", "key", "-at", "-id"]


class FundFiling(models.Model):
    """A package reached the agency: by which channel, at which hour, with which folio and receipt.

    Until the closing a new filing replaces the one before. `filed_at` is the arrival of the request that recorded it,
    or the earlier hour that the receipt says.
    """

    application = models.ForeignKey(FundApplication, models.PROTECT, related_name="filings")
    package = models.ForeignKey("cases.FundPackage", models.PROTECT, related_name="filings")
    change = models.OneToOneField(FundChange, models.PROTECT, related_name="filing")
    number = models.PositiveSmallIntegerField("envío")
    channel = models.CharField("por dónde", max_length=10, choices=Channel)
    place = models.CharField("en qué oficina", max_length=200, blank=True)
    closing = models.CharField(max_length=80)
    closes_at = models.DateTimeField("cierre que valía")
    filed_at = models.DateTimeField("enviada a las")
    folio = models.CharField("folio o número", max_length=120, blank=True)
    evidence = models.ForeignKey(
        "incubator.Evidence", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="comprobante"
    )
    recorded_by = models.ForeignKey("incubator.User", models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField("anotado el", default=calendars.now, editable=False)

    class Meta:
        verbose_name = "envío de una postulación"
        verbose_name_plural = "envíos de postulaciones"
        ordering = ["application_id", "number"]
        constraints = [
            models.UniqueConstraint(fields=["application", "number"], name="fundfiling_number_unique"),
            models.CheckConstraint(
                condition=Q(filed_at__lte=F("closes_at")),
                name="fundfiling_in_time",
                violation_error_message="El cierre ya pasó a esa hora.",
            ),
        ]
