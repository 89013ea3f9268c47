"""The books of a cooperative: its shares and how they moved, its certificates, and who held each seat."""

from django.db import models
from django.db.models import F, Q

from cases.books.kinds import Body, Office, SeatEnd, ShareKind
from cases.models.facts import Fact, FactQuerySet
from incubator import calendars
from incubator.access import Permission
from incubator.models.dated import Dated, DatedQuerySet


class BookQuerySet(FactQuerySet):
    def visible_to(self, user, permission=Permission.VIEW_LEGAL):
        """Rows of the books of the cooperatives whose legal life the user may see."""
        return super().visible_to(user, permission)


class ShareBook(Fact):
    """The book of members and shares of a cooperative, opened once with what its deed says (`happened_on`)."""

    organization = models.OneToOneField("incubator.Organization", models.PROTECT, related_name="share_book")
    share_value = models.PositiveBigIntegerField("valor de la cuota, en pesos")

    objects = BookQuerySet.as_manager()

    class Meta(Fact.Meta):
        verbose_name = "libro de cuotas"
        verbose_name_plural = "libros de cuotas"
        constraints = [
            models.CheckConstraint(
                condition=Q(share_value__gt=0),
                name="sharebook_value_positive",
                violation_error_message="Escriba el valor de la cuota, en pesos.",
            )
        ]

    def __str__(self):
        return f"Libro de cuotas de {self.organization}"


class ShareMovement(Fact):
    """One row of the book: added, never rewritten. A wrong one is taken back by another row, with its day and reason.

    `shares` whole shares and `amount` whole pesos; cases.books.kinds.EFFECT says to which balances they go. A transfer
    is one row: from `person` to `counterpart`. `unit_value`: what a share is worth from this row on.
    """

    book = models.ForeignKey(ShareBook, models.PROTECT, related_name="movements")
    person = models.ForeignKey("incubator.Person", models.PROTECT, related_name="+", verbose_name="integrante")
    counterpart = models.ForeignKey(
        "incubator.Person", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="a quién"
    )
    kind = models.CharField("movimiento", max_length=12, choices=ShareKind)
    shares = models.PositiveIntegerField("cuotas", default=0)
    amount = models.BigIntegerField("monto en pesos", default=0)
    unit_value = models.PositiveBigIntegerField("valor de la cuota, en pesos")
    agreement = models.CharField("acuerdo o documento", max_length=200, blank=True)
    voids = models.OneToOneField("self", models.PROTECT, null=True, blank=True, related_name="voided_by_row")
    void_reason = models.CharField("por qué se anula", max_length=300, blank=True)

    objects = BookQuerySet.as_manager()

    class Meta(Fact.Meta):
        verbose_name = "movimiento de cuotas"
        verbose_name_plural = "movimientos de cuotas"
        constraints = [
            models.CheckConstraint(
                condition=Q(kind="transfer", counterpart__isnull=False) & ~Q(counterpart=F("person"))
                | ~Q(kind="transfer") & Q(counterpart__isnull=True),
                name="sharemovement_two_people",
                violation_error_message="Un traspaso va de una persona a otra.",
            ),
            models.CheckConstraint(
                condition=Q(kind="update") & Q(shares=0) & ~Q(amount=0) | ~Q(kind="update") & Q(amount__gt=0),
                name="sharemovement_amount",
                violation_error_message="Escriba el monto, en pesos.",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=["payment", "update"]) | Q(shares__gt=0),
                name="sharemovement_shares",
                violation_error_message="Escriba cuántas cuotas.",
            ),
            models.CheckConstraint(
                condition=Q(voids__isnull=True) | ~Q(void_reason=""), name="sharemovement_void_says"
            ),
        ]
        indexes = [models.Index(fields=["book", "happened_on"], name="sharemovement_by_day")]


class ShareCertificate(Fact):
    """A registered certificate of shares: numbered in its book, cancelled with a day and a reason, never deleted."""

    book = models.ForeignKey(ShareBook, models.PROTECT, related_name="certificates")
    number = models.PositiveIntegerField("número")
    person = models.ForeignKey("incubator.Person", models.PROTECT, related_name="+", verbose_name="integrante")
    shares = models.PositiveIntegerField("cuotas")
    unit_value = models.PositiveBigIntegerField("valor de la cuota, en pesos")
    cancelled_on = models.DateField("anulado el", null=True, blank=True)
    cancelled_by = models.ForeignKey("incubator.User", models.PROTECT, null=True, blank=True, related_name="+")
    cancel_reason = models.CharField("por qué se anula", max_length=300, blank=True)

    objects = BookQuerySet.as_manager()

    class Meta(Fact.Meta):
        verbose_name = "título de cuotas"
        verbose_name_plural = "títulos de cuotas"
        constraints = [
            models.UniqueConstraint(fields=["book", "number"], name="sharecertificate_number_unique"),
            models.CheckConstraint(condition=Q(shares__gt=0), name="sharecertificate_shares"),
            models.CheckConstraint(
                condition=Q(cancelled_on__isnull=True) | ~Q(cancel_reason="") & Q(cancelled_by__isnull=False),
                name="sharecertificate_cancel_says",
            ),
            models.CheckConstraint(
                condition=Q(cancelled_on__isnull=True) | Q(cancelled_on__gte=F("happened_on")),
                name="sharecertificate_range",
                violation_error_message="El título no se anula antes de emitirlo.",
            ),
        ]


class SeatQuerySet(BookQuerySet, DatedQuerySet):
    def valid(self):
        """Without those written by mistake."""
        return self.filter(voided_at__isnull=True)

    def in_force(self, on):
        """The seats that hold on that day and were not written by mistake."""
        return super().in_force(on).filter(voided_at__isnull=True)


class Seat(Dated):
    """One person in one body of a cooperative, from the day she took the seat until its term, or the day she left it.

    First seats and later ones are of one table; `elected_in` is the meeting that elected, when it is recorded.
    """

    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="seats")
    person = models.ForeignKey("incubator.Person", models.PROTECT, related_name="seats", verbose_name="persona")
    body = models.CharField("órgano", max_length=20, choices=Body)
    office = models.CharField("cargo", max_length=12, choices=Office, default=Office.MEMBER)
    alternate = models.BooleanField("suplente", default=False)
    by_users = models.BooleanField("elegido por quienes usan la cooperativa", default=True)
    elected_in = models.ForeignKey(
        "cases.Assembly", models.PROTECT, null=True, blank=True, related_name="seats", verbose_name="junta que eligió"
    )
    accepted_on = models.DateField("aceptó el", null=True, blank=True)
    end_reason = models.CharField("por qué terminó antes", max_length=10, choices=SeatEnd, blank=True)
    evidence = models.ForeignKey(
        "incubator.Evidence", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="documento"
    )
    end_evidence = models.ForeignKey(
        "incubator.Evidence", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="documento"
    )
    recorded_by = models.ForeignKey("incubator.User", models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(default=calendars.now, editable=False)
    ended_by = models.ForeignKey("incubator.User", models.PROTECT, null=True, blank=True, related_name="+")
    voided_at = models.DateTimeField(null=True, blank=True, editable=False)
    voided_by = models.ForeignKey("incubator.User", models.PROTECT, null=True, blank=True, related_name="+")
    void_reason = models.CharField("motivo de la anulación", max_length=300, blank=True)

    objects = SeatQuerySet.as_manager()

    class Meta:
        verbose_name = "cargo de la cooperativa"
        verbose_name_plural = "cargos de la cooperativa"
        ordering = ["-since", "-id"]
        constraints = [
            Dated.range_constraint("seat"),
            Dated.no_overlap(
                "seat",
                "case",
                "person",
                "body",
                condition=Q(voided_at__isnull=True),
                message="Esa persona ya tiene un cargo en ese órgano en esas fechas.",
            ),
            models.CheckConstraint(
                condition=Q(voided_at__isnull=True) | ~Q(void_reason=""), name="seat_void_has_reason"
            ),
            models.CheckConstraint(
                condition=Q(end_reason="") | Q(until__isnull=False), name="seat_that_ended_has_its_day"
            ),
        ]

    def __str__(self):
        return f"{self.get_office_display()} de {self.get_body_display()}"

    @property
    def who(self):
        """The person as she is read."""
        return self.person.survivor
