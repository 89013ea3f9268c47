"""Write in the register of seats."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from cases.forms import books as forms
from cases.models import Seat
from cases.services import books, documented
from cases.views.books.frame import acting_frame
from cases.views.frame import COOPERATIVE, visible_case
from incubator import calendars
from incubator.access import Permission
from incubator.enums import EvidenceKind, Tier
from incubator.outcomes import accepted, told


def new_seat(request, pk):
    """Somebody takes a seat."""
    case = visible_case(request, pk, Permission.RECORD_FACTS)
    if case.organization.legal_status not in COOPERATIVE or not case.is_open:
        messages.info(request, "Los cargos se anotan en una cooperativa constituida, con su caso abierto.")
        return redirect("group_books", pk)
    form = forms.SeatForm(request.POST or None, request.FILES or None, case=case, owner=request.user)
    if _is_done(request, form, lambda: _kept(request.user, case, form, books.take_seat, case=case)):
        messages.success(request, "El cargo quedó anotado.")
        return redirect("book_seats", pk)
    return render(
        request, "cases/books/form.html", acting_frame(case, "book_seats", form=form, title="Anotar un cargo")
    )


def end_seat(request, pk, seat):
    """A seat ends before its term."""
    case, row = _seat(request, pk, seat)
    form = forms.EndSeatForm(request.POST or None, request.FILES or None, owner=request.user)
    if _is_done(request, form, lambda: _kept(request.user, case, form, books.end_seat, seat=row)):
        messages.success(request, "Quedó anotado que el cargo terminó.")
        return redirect("book_seats", pk)
    title = f"Terminar el cargo: {row}"
    return render(request, "cases/books/form.html", acting_frame(case, "book_seats", form=form, title=title, seat=row))


@require_POST
def accept_seat(request, pk, seat):
    """The person accepted it today."""
    _, row = _seat(request, pk, seat)
    told(
        request,
        lambda: books.accept_seat(by=request.user, seat=row, on=calendars.today()),
        "Quedó anotado que aceptó el cargo.",
    )
    return redirect("book_seats", pk)


@require_POST
def void_seat(request, pk, seat):
    """It was written by mistake."""
    _, row = _seat(request, pk, seat)
    reason = request.POST.get("reason", "")
    told(
        request,
        lambda: books.void_seat(by=request.user, seat=row, on=calendars.today(), reason=reason),
        "El cargo quedó anulado.",
    )
    return redirect("book_seats", pk)


def _is_done(request, form, act):
    return request.method == "POST" and form.is_valid() and accepted(form, act) is not None


def _seat(request, pk, seat):
    case = visible_case(request, pk, Permission.RECORD_FACTS)
    return case, get_object_or_404(Seat.objects.filter(case__organization=case.organization_id), pk=seat)


def _kept(by, case, form, act, **about):
    return documented.record(
        by=by,
        incubator=case.incubator,
        document=form.document(),
        on=calendars.today(),
        kind=EvidenceKind.MINUTES,
        tier=Tier.LEGAL,
        taken_on=None,
        act=lambda evidence: act(by=by, evidence=evidence, **about, **form.values()),
    )
