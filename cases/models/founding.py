"""What the founders of a cooperative decide before their meeting, and who each member is for a deed and a register."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q

from cases.books.kinds import Body, Office
from cases.founding.kinds import CivilStatus, Contribution, Direction, Guardian, MeetingMonth, Signature, Watch


def _limits(least, most):
    return [MinValueValidator(least), MaxValueValidator(most)]


class FoundingProject(models.Model):
    """What the statutes of one file decide. Empty is undecided; without `duration_years` it has no term.

    Once the file has a deed nothing here changes (cases/migrations/0013_founders).
    """

    file = models.OneToOneField("cases.LegalFile", models.PROTECT, related_name="project")
    name = models.CharField("nombre de la cooperativa", max_length=200, blank=True)
    trade_name = models.CharField("nombre de fantasía", max_length=120, blank=True)
    address = models.CharField("dirección de la sede", max_length=200, blank=True)
    commune = models.ForeignKey(
        "incubator.Commune", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="comuna de la sede"
    )
    duration_years = models.PositiveSmallIntegerField("años que dura", null=True, blank=True, validators=_limits(1, 99))
    purposes = models.JSONField("objeto", default=list, blank=True)
    shares = models.PositiveIntegerField(
        "cuotas del capital", null=True, blank=True, validators=_limits(1, 100_000_000)
    )
    share_value = models.PositiveIntegerField(
        "valor de cada cuota, en pesos", null=True, blank=True, validators=_limits(1, 100_000_000)
    )
    payment_months = models.PositiveSmallIntegerField(
        "meses para pagar lo suscrito", default=12, validators=_limits(1, 60)
    )
    direction = models.CharField("quién administra", max_length=12, choices=Direction, blank=True)
    direction_seats = models.PositiveSmallIntegerField(
        "personas que administran", null=True, blank=True, validators=_limits(1, 15)
    )
    watch = models.CharField("quién vigila las cuentas", max_length=12, choices=Watch, blank=True)
    watch_seats = models.PositiveSmallIntegerField(
        "personas en la junta de vigilancia", null=True, blank=True, validators=_limits(1, 5)
    )
    years = models.PositiveSmallIntegerField("años de cada cargo", default=2, validators=_limits(1, 5))
    second_call_percent = models.PositiveSmallIntegerField(
        "quórum de la segunda citación, en %", default=30, validators=_limits(1, 100)
    )
    second_call_least = models.PositiveSmallIntegerField(
        "mínimo de personas en la segunda citación", default=3, validators=_limits(1, 100)
    )
    accounts_days = models.PositiveSmallIntegerField(
        "días antes en que se muestran las cuentas", default=15, validators=_limits(1, 60)
    )
    meeting_from = models.CharField("junta anual, desde", max_length=10, choices=MeetingMonth, default="abril")
    meeting_to = models.CharField("junta anual, hasta", max_length=10, choices=MeetingMonth, default="junio")
    agent = models.ForeignKey(
        "incubator.Person", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="quién presenta"
    )
    agent_name = models.CharField("nombre de quien presenta", max_length=200, blank=True)
    agent_run = models.CharField("cédula de quien presenta", max_length=20, blank=True)
    agent_address = models.CharField("domicilio de quien presenta", max_length=200, blank=True)
    agent_phone = models.CharField("teléfono de quien presenta", max_length=20, blank=True)
    agent_email = models.EmailField("correo de quien presenta", blank=True)

    class Meta:
        verbose_name = "proyecto de estatutos"
        verbose_name_plural = "proyectos de estatutos"
        ordering = ["id"]

    def __str__(self):
        return self.name or f"Estatutos de {self.file}"


class FoundingSeat(models.Model):
    """Whom the founders propose for a first seat. Who was elected is a Seat of the books."""

    project = models.ForeignKey(FoundingProject, models.CASCADE, related_name="seats")
    person = models.ForeignKey("incubator.Person", models.PROTECT, related_name="+", verbose_name="persona")
    body = models.CharField("órgano", max_length=20, choices=Body)
    office = models.CharField("cargo", max_length=12, choices=Office, default=Office.MEMBER)
    alternate = models.BooleanField("suplente", default=False)

    class Meta:
        verbose_name = "primer cargo propuesto"
        verbose_name_plural = "primeros cargos propuestos"
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["project", "person", "body"],
                name="foundingseat_once",
                violation_error_message="Esa persona ya está propuesta en ese órgano.",
            )
        ]


class MemberRecord(models.Model):
    """Who a member is for a deed and for the register of members: one row for founders and for whoever joins later.

    What a deed says of a founder stays as it was signed; `current_address` and `member_no` go on with the register.
    How somebody signs and the answer on a curator are facts of the act: neither journaled nor listed, nor in history.
    """

    organization = models.ForeignKey("incubator.Organization", models.PROTECT, related_name="member_records")
    person = models.ForeignKey(
        "incubator.Person", models.PROTECT, related_name="member_records", verbose_name="persona"
    )
    founds = models.BooleanField("funda la cooperativa", default=True)
    member_no = models.PositiveIntegerField("número de registro", null=True, blank=True)
    occupation = models.CharField("profesión u ocupación", max_length=120, blank=True)
    nationality = models.CharField("nacionalidad", max_length=60, blank=True)
    civil_status = models.CharField("estado civil", max_length=12, choices=CivilStatus, blank=True)
    address = models.CharField("domicilio", max_length=250, blank=True)
    current_address = models.CharField("domicilio actual, si cambió", max_length=250, blank=True)
    signature = models.CharField("cómo firma", max_length=10, choices=Signature, default=Signature.OWN)
    signs_for = models.CharField("quién firma a su ruego", max_length=200, blank=True)
    thumb_possible = models.BooleanField("puede poner su huella", default=True)
    read_aloud = models.BooleanField("pide que le lean el documento en voz alta", default=False)
    interpreter = models.BooleanField("va con intérprete", default=False)
    guardian = models.CharField("hay decreto de interdicción o curador", max_length=3, choices=Guardian, blank=True)
    shares_subscribed = models.PositiveIntegerField("cuotas que suscribe", null=True, blank=True)
    shares_paid = models.PositiveIntegerField("cuotas que paga al fundar", null=True, blank=True)
    contribution = models.CharField("con qué paga", max_length=6, choices=Contribution, default=Contribution.MONEY)
    goods = models.CharField("qué bienes aporta", max_length=300, blank=True)
    goods_value = models.PositiveIntegerField("valor de los bienes, en pesos", null=True, blank=True)

    class Meta:
        verbose_name = "ficha de integrante"
        verbose_name_plural = "fichas de integrantes"
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["organization", "person"], name="memberrecord_once"),
            models.UniqueConstraint(
                fields=["organization", "member_no"],
                condition=Q(member_no__isnull=False),
                name="memberrecord_number_once",
                violation_error_message="Ese número de registro ya es de otra persona.",
            ),
            models.CheckConstraint(
                condition=Q(shares_paid__isnull=True) | Q(shares_paid__lte=F("shares_subscribed")),
                name="memberrecord_paid_within",
                violation_error_message="No se pagan más cuotas de las que se suscriben.",
            ),
        ]

    @property
    def who(self):
        """The person as she is read."""
        return self.person.survivor
