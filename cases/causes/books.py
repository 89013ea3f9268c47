"""What the books of a cooperative wait for: to be opened, a term that ends, and shares to give back."""

from datetime import timedelta

from django.db.models import Case as When
from django.db.models import Exists, ExpressionWrapper, F, IntegerField, OuterRef, Q, Subquery, Sum
from django.db.models import When as Then
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.html import format_html

from cases.books.kinds import Body, ShareKind
from cases.books.owed import owing
from cases.books.seats import NOTICE
from cases.causes.desk import each, group_link
from cases.models import Case, Seat, ShareBook, ShareMovement
from cases.services.books.refunds import NOT_LEFT
from incubator import causes, same_person
from incubator.access import Permission
from incubator.causes import Listing, Task
from incubator.enums import LegalStatus, MembershipRole
from incubator.models import Membership
from incubator.templatetags.minga import dmy

_FIRST, _SECOND, _LAST = NOTICE


def _cooperatives(asked):
    """The open cases of constituted cooperatives whose legal life the user may see."""
    cases = Case.objects.visible_to(asked.user, Permission.VIEW_LEGAL).open()
    return cases.filter(organization__legal_status=LegalStatus.VALID)


@causes.listed("book_unopened", "Libro de cuotas por abrir", tones=("waits",))
def book_unopened(asked):
    """A constituted cooperative without its book of members and shares."""
    rows = _cooperatives(asked).filter(~Exists(ShareBook.objects.filter(organization=OuterRef("organization"))))
    yield Listing(rows, _unopened, "waits", is_legal=True)


def _unopened(asked, rows):
    for row, case in each(asked, rows):
        said = "Se abre una vez, con lo que dice la escritura."
        yield _task(
            row, case, "{} ya existe y <b>no tiene abierto su libro de cuotas</b>.", said, "group_books", "Abrirlo"
        )


@causes.listed("seat_ends", "Cargos que terminan", tones=("urgent", "waits", "info"))
def seat_ends(asked):
    """A seat whose term ends within 90 days; from 30 on, and when it passed without another one, it burns."""
    seats = Seat.objects.visible_to(asked.user).filter(
        voided_at__isnull=True, end_reason="", until__isnull=False, case__in=_cooperatives(asked)
    )
    later = Seat.objects.filter(
        case__organization=OuterRef("case__organization"), body=OuterRef("body"), voided_at__isnull=True
    ).filter(Q(until__isnull=True) | Q(until__gt=OuterRef("until")))
    seats = seats.filter(~Exists(later))
    first = seats.values("case_id", "body").order_by("case_id", "body", "until", "pk").distinct("case_id", "body")
    seats = seats.filter(pk__in=first.values("pk"))
    day = asked.on
    shared = {"about": "case__", "due": "until", "is_legal": True}
    for tone, since, until in (("urgent", None, _LAST), ("waits", _LAST, _SECOND), ("info", _SECOND, _FIRST)):
        rows = seats.filter(until__lte=day + timedelta(days=until))
        rows = rows.filter(until__gt=day + timedelta(days=since)) if since else rows
        yield Listing(rows, _seat, tone, **shared)


def _seat(asked, rows):
    bodies = dict(Seat.objects.filter(pk__in=[row.subject for row in rows]).values_list("pk", "body"))
    for row, case in each(asked, rows):
        body = Body(bodies[row.subject]).label.lower() if row.subject in bodies else "los cargos"
        last = row.due_on - timedelta(days=1)
        words = "El período de {} de {} <b>{} el {}</b>."
        sentence = format_html(words, body, group_link(case), "terminó" if last < asked.on else "termina", dmy(last))
        said = "La junta elige de nuevo: recuerde los plazos del aviso (arts. 23 y 24)."
        yield _task(row, case, sentence, said, "book_seats", "Ver los cargos")


@causes.listed("refund_due", "Cuotas por devolver", tones=("waits",))
def refund_due(asked):
    """Somebody left and her paid shares were not returned (art. 19)."""
    left = Membership.objects.filter(
        annulled_at__isnull=True, role=MembershipRole.MEMBER, organization=OuterRef("organization"), until__lte=asked.on
    ).exclude(leave_reason__in=NOT_LEFT)
    left = left.annotate(one=same_person.surviving())
    back = Membership.objects.in_force(asked.on).annotate(again=same_person.surviving())
    left = left.filter(
        ~Exists(back.filter(organization=OuterRef("organization"), again=OuterRef("one"), role=MembershipRole.MEMBER))
    )
    left = left.annotate(paid=_paid("person", "one") + _paid("counterpart", "one")).filter(paid__gt=0)
    moved = owing(_cooperatives(asked), asked.on)  # paid on a former record, and gone from the new one
    rows = _cooperatives(asked).filter(Exists(left) | Q(organization__in=moved))
    yield Listing(rows, _refund, "waits", is_legal=True)


def _paid(side, person):
    """Paid shares of the movements in which a person is on one side, as SQL."""
    way = 1 if side == "person" else -1
    added = Then(kind=ShareKind.PAYMENT, then=F("shares"))
    taken = Then(kind__in=[ShareKind.TRANSFER, ShareKind.REFUND], then=-F("shares") * way)
    moved = When(added, taken, default=0, output_field=IntegerField())
    signed = When(Then(voids__isnull=True, then=moved), default=-moved, output_field=IntegerField())
    rows = ShareMovement.objects.filter(book__organization=OuterRef("organization"))
    rows = rows.annotate(who=same_person.surviving(side)).filter(who=OuterRef(person))
    total = rows.order_by().values("who").annotate(total=Sum(signed)).values("total")
    return ExpressionWrapper(Coalesce(Subquery(total), 0), output_field=IntegerField())


def _refund(asked, rows):
    for row, case in each(asked, rows):
        said = "Se devuelven en el orden de las salidas, con los aportes nuevos (art. 19)."
        yield _task(
            row, case, "En {} hay <b>cuotas por devolver</b> a quien se fue.", said, "group_books", "Ver la cuenta"
        )


def _task(row, case, words, detail, page, action):
    return Task(
        key=row.key,
        sentence=format_html(words, group_link(case)) if "{}" in words else words,
        detail=detail,
        url=reverse(page, args=[case.organization_id]),
        action=action,
        about=f"de {case.organization.name}",
        code=case.code,
        needs=Permission.VIEW_LEGAL,
    )
