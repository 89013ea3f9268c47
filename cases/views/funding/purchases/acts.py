"""Record a purchase, complete it, or void it."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from cases.forms.funding.purchases import PurchaseForm, UpdateForm, VoidForm
from cases.funding.agency import purchases as reading
from cases.services.funding import purchases
from cases.views.funding.agency.papers import with_paper
from cases.views.funding.frame import page_frame, visible_application
from cases.views.funding.purchases.pages import ROOM
from incubator import calendars
from incubator.access import Permission
from incubator.outcomes import accepted

P = Permission
_LATER = ("paid_with", "voucher", "paid_on", "activity", "standing", "observation")


def new(request, fund):
    """One purchase more."""
    application = visible_application(request, fund, P.WRITE_FUNDS)
    items = reading.item_choices(application)
    form = PurchaseForm(request.POST or None, request.FILES or None, items=items, owner=request.user)
    made = _added(request.user, application, form) if request.method == "POST" and form.is_valid() else None
    if made is not None:
        messages.success(request, f"La compra {made.number} quedó anotada.")
        for sentence in reading.warnings(application, made):
            messages.info(request, sentence)
        return redirect(ROOM, application.pk)
    why = "" if application.state in reading.OPEN else "Las compras se anotan desde que se firma el convenio."
    return _page(request, application, form=form, why=why, title="Anotar una compra", submit="Anotar la compra")


def _added(by, application, form):
    on, said = calendars.today(), form.values()
    act = {"by": by, "application": application, "on": on}
    return accepted(
        form, lambda: with_paper(by, application, form, on, lambda e: purchases.add(**act, **said, evidence=e))
    )


def update(request, fund, purchase):
    """How it was paid, and what the agency said of it."""
    application = visible_application(request, fund, P.WRITE_FUNDS)
    row = get_object_or_404(application.purchases.filter(voided_at__isnull=True), pk=purchase)
    initial = {name: getattr(row, name) for name in _LATER}
    form = UpdateForm(request.POST or None, request.FILES or None, initial=initial, owner=request.user)
    if request.method == "POST" and form.is_valid() and _updated(request.user, application, row, form):
        messages.success(request, f"La compra {row.number} quedó al día.")
        return redirect(ROOM, application.pk)
    title = f"Compra {row.number}: pago y respuesta del fondo"
    return _page(request, application, form=form, why="", title=title, submit="Guardar", purchase=row)


def _updated(by, application, row, form):
    on, said = calendars.today(), form.values()
    act = {"by": by, "purchase": row, "on": on}
    return accepted(
        form, lambda: with_paper(by, application, form, on, lambda e: purchases.update(**act, **said, evidence=e))
    )


def void(request, fund, purchase):
    """It does not count: it stays in the list, crossed out."""
    application = visible_application(request, fund, P.WRITE_FUNDS)
    row = get_object_or_404(application.purchases.filter(voided_at__isnull=True), pk=purchase)
    form, said = VoidForm(request.POST or None), {"by": request.user, "purchase": row, "on": calendars.today()}
    done = request.method == "POST" and form.is_valid()
    if done and accepted(form, lambda: purchases.void(**said, **form.cleaned_data)):
        messages.success(request, f"La compra {row.number} quedó anulada.")
        return redirect(ROOM, application.pk)
    title = f"Anular la compra {row.number}"
    return _page(request, application, form=form, why="", title=title, submit="Anular la compra", purchase=row)


def _page(request, application, **context):
    frame = page_frame(request.user, application) | context
    room = reverse(ROOM, args=[application.pk])
    frame |= {"back": room, "crumbs": [*frame["crumbs"], ("Compras", room)]}
    return render(request, "cases/funding/purchases/form.html", frame)
