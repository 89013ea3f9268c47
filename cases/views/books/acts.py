"""Write in the book of shares: subscribe and pay, transfer, give back, give up, and update the value."""

from django.contrib import messages
from django.shortcuts import redirect, render

from cases.books import rows as book_rows
from cases.forms import books as forms
from cases.services import books, documented
from cases.views.books.frame import acting_frame, writing
from incubator import calendars
from incubator.enums import EvidenceKind, Tier
from incubator.outcomes import accepted


def entries(request, pk):
    """Subscriptions or payments of one day, a line for each member."""
    case, book = writing(request, pk)
    kind = request.GET.get("tipo", "suscripcion")
    subscribes = kind != "pago"
    rows = book_rows.register(request.user, case, calendars.today()).rows if book else []
    wanted = [row for row in rows if row.is_member or (not subscribes and row.balance.unpaid)]
    form = forms.EntriesForm(request.POST or None, request.FILES or None, rows=wanted, subscribes=subscribes,
                             owner=request.user)  # fmt: skip
    act = books.subscribe if subscribes else books.pay
    title = "Anotar suscripciones" if subscribes else "Anotar pagos"
    return _act(request, case, book, form, act, title, "cases/books/entries.html")


def transfer(request, pk):
    """Shares from one to another."""
    case, book = writing(request, pk)
    rows = _rows(request, case, book)
    form = forms.TransferForm(request.POST or None, request.FILES or None, rows=rows, owner=request.user)
    return _act(request, case, book, form, books.transfer, "Traspasar cuotas")


def refund(request, pk):
    """Shares given back to whoever left."""
    case, book = writing(request, pk)
    rows = [row for row in _rows(request, case, book) if not row.is_member and row.balance.paid]
    form = forms.RefundForm(request.POST or None, request.FILES or None, rows=rows, owner=request.user,
                            initial={"person": request.GET.get("quien", "")})  # fmt: skip
    register = book_rows.register(request.user, case, calendars.today())
    told = book_rows.refunds(register, case) if book else []
    return _act(request, case, book, form, books.refund, "Devolver cuotas", "cases/books/refund.html", told=told)


def lapse(request, pk):
    """Subscribed shares that will not be paid."""
    case, book = writing(request, pk)
    rows = [row for row in _rows(request, case, book) if row.balance.unpaid]
    form = forms.LapseForm(request.POST or None, request.FILES or None, rows=rows, owner=request.user)
    return _act(request, case, book, form, books.lapse, "Dar de baja cuotas sin pagar")


def update_value(request, pk):
    """What a share is worth from a day on."""
    case, book = writing(request, pk)
    form = forms.ValueForm(request.POST or None, request.FILES or None, owner=request.user)
    now = book_rows.register(request.user, case, calendars.today()).unit_value if book else 0
    return _act(request, case, book, form, books.update_value, "Reajustar el valor de la cuota", value=now)


def _rows(request, case, book):
    return book_rows.register(request.user, case, calendars.today()).rows if book else []


def _act(request, case, book, form, act, title, template="cases/books/form.html", **context):
    """Show the form and do the act; without a book, to the summary, which says what to do."""
    if book is None or not case.is_open:
        messages.info(request, "Primero abra el libro de cuotas." if case.is_open else "El caso está cerrado.")
        return redirect("group_books", case.organization_id)
    if request.method == "POST" and form.is_valid() and accepted(form, lambda: _done(request.user, case, form, act)):
        messages.success(request, "Quedó anotado en el libro.")
        return redirect("book_members", case.organization_id)
    return render(request, template, acting_frame(case, "group_books", form=form, title=title, book=book, **context))


def _done(by, case, form, act):
    values = form.values()
    return documented.record(
        by=by,
        incubator=case.incubator,
        document=form.document(),
        on=calendars.today(),
        kind=EvidenceKind.OTHER,
        tier=Tier.LEGAL,
        taken_on=values["on"],
        act=lambda evidence: act(by=by, case=case, evidence=evidence, **values) or True,
    )
