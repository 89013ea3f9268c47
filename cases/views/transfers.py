"""Move a group to another municipality: ask, answer, and what each side reads."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from cases import moves, transfer_pages
from cases.enums import TransferState, TransferVerb
from cases.forms.transfers import AcceptForm, ReasonForm, RequestForm, last_day_words
from cases.models import Transfer
from cases.services import documented, transfers
from cases.views.frame import form_frame, visible_case
from incubator import calendars
from incubator.access import Permission, allows
from incubator.enums import EvidenceKind, Tier
from incubator.outcomes import accepted

PAGE = 25


def listing(request):
    """What came, what was asked, and how each stands."""
    on = calendars.today()
    rows = _reached(request).order_by("-requested_on", "-pk")
    page = Paginator(rows, PAGE).get_page(request.GET.get("page"))
    shown = [_row(request.user, transfer, on) for transfer in page]
    return render(request, "cases/transfers/list.html", {"page": page, "rows": shown, "crumbs": _crumbs()})


def _row(user, transfer, on):
    state = moves.state_on(transfer, on)
    return {
        "transfer": transfer,
        "state": TransferState(state).label,
        "waits": state == TransferState.REQUESTED,
        "words": last_day_words(transfer, on) if transfer.state == TransferState.REQUESTED else "",
        "received": allows(user, Permission.TRANSFER_GROUPS, transfer.to_incubator),
    }


def ask(request, pk):
    """Ask another incubator to take the case: what will happen, the form, and the reasons why not yet."""
    case = visible_case(request, pk, Permission.TRANSFER_GROUPS)
    on = calendars.today()
    form = RequestForm(request.POST or None, request.FILES or None, case=case, owner=request.user)
    if request.method == "POST" and form.is_valid():
        made = accepted(form, lambda: _request(request.user, case, on, form))
        if made:
            messages.success(request, f"El traslado quedó pedido. {last_day_words(made, on)}.")
            return redirect("transfer_detail", made.pk)
    missing = transfers.missing(case, TransferVerb.REQUEST, by=request.user, on=on)
    return render(request, "cases/transfers/request.html", form_frame(case, form=form, missing=missing))


def _request(by, case, on, form):
    said = {name: form.cleaned_data[name] for name in ("to_incubator", "reason", "agreed_on", "note")}
    return documented.record(
        by=by,
        incubator=case.incubator,
        document=form.document(),
        on=on,
        kind=EvidenceKind.MINUTES,
        tier=Tier.PERSONAL,
        taken_on=said["agreed_on"],
        act=lambda agreement: transfers.request(by=by, case=case, on=on, agreement=agreement, **said),
    )


def detail(request, pk):
    """One transfer: what passes, how long there is, and what this side may answer."""
    transfer = _get(request, pk)
    on = calendars.today()
    receives = allows(request.user, Permission.TRANSFER_GROUPS, transfer.to_incubator)
    sends = allows(request.user, Permission.TRANSFER_GROUPS, transfer.from_incubator)
    state = moves.state_on(transfer, on)
    verb = TransferVerb.ACCEPT if receives else TransferVerb.REVOKE
    waits = state == TransferState.REQUESTED
    context = {
        "transfer": transfer,
        "state": TransferState(state).label,
        "waits": waits,
        "words": last_day_words(transfer, on) if transfer.state == TransferState.REQUESTED else "",
        "offer": transfer_pages.offer_of(transfer.case, on) if waits else None,
        "receives": receives,
        "sends": sends,
        "missing": transfers.missing(transfer, verb, by=request.user, on=on) if waits else [],
        "group_url": _group_url(request.user, transfer),
        "changes": transfer.changes.select_related("by").order_by("number"),
        "takers": transfer.takers.select_related("user") if receives else (),
        "crumbs": _crumbs(("Traslados", reverse("transfer_list"))),
    }
    return render(request, "cases/transfers/detail.html", context)


def accept(request, pk):
    """Take the case: who answers for each deadline, and the list of what will happen."""
    transfer = _get(request, pk, side="to_incubator")
    if transfer.state != TransferState.REQUESTED:
        return _answered(request, transfer)
    on = calendars.today()
    offer = transfer_pages.offer_of(transfer.case, on)
    form = AcceptForm(request.POST or None, transfer=transfer, clocks=offer.clocks, on=on)
    if request.method == "POST" and form.is_valid():
        act = {"by": request.user, "transfer": transfer, "on": on, **form.values()}
        if accepted(form, lambda: transfers.accept(**act)):
            messages.success(request, f"El caso {offer.code} es de su incubadora desde hoy.")
            return redirect("group_detail", transfer.case.organization_id)
    missing = transfers.missing(transfer, TransferVerb.ACCEPT, by=request.user, on=on)
    return _answer_page(request, "cases/transfers/accept.html", transfer, form, offer=offer, missing=missing)


def reject(request, pk):
    """Not to take it, and why."""
    transfer, done = _get(request, pk, side="to_incubator"), "El traslado quedó rechazado."
    return _refuse(request, transfer, transfers.reject, "cases/transfers/reject.html", done)


def revoke(request, pk):
    """Take the request back, and why."""
    transfer, done = _get(request, pk, side="from_incubator"), "El pedido quedó retirado."
    return _refuse(request, transfer, transfers.revoke, "cases/transfers/revoke.html", done)


def _answered(request, transfer):
    """Sent twice, or opened again with «Back»: the transfer itself says how it ended."""
    messages.info(request, "Ese pedido ya se respondió: no se cambió nada.")
    return redirect("transfer_detail", transfer.pk)


def _refuse(request, transfer, service, template, done):
    if transfer.state != TransferState.REQUESTED:
        return _answered(request, transfer)
    form, on = ReasonForm(request.POST or None), calendars.today()
    act = {"by": request.user, "transfer": transfer, "on": on}
    if (
        request.method == "POST"
        and form.is_valid()
        and accepted(form, lambda: service(**act, reason=form.cleaned_data["reason"]))
    ):
        messages.success(request, f"{done} El caso sigue en {transfer.from_incubator.name}.")
        return redirect("transfer_detail", transfer.pk)
    return _answer_page(request, template, transfer, form)


def _answer_page(request, template, transfer, form, **more):
    back = reverse("transfer_detail", args=[transfer.pk])
    crumbs = _crumbs(("Traslados", reverse("transfer_list")), (transfer.case.code, back))
    context = {"transfer": transfer, "form": form, "back": back, "crumbs": crumbs, **more}
    return render(request, template, context)


def _group_url(user, transfer):
    """The group's page, for whoever still (or already) reaches it."""
    if not allows(user, Permission.VIEW_GROUPS, transfer.case):
        return ""
    return reverse("group_detail", args=[transfer.case.organization_id])


def _reached(request):
    rows = Transfer.objects.visible_to(request.user)
    return rows.select_related(
        "case__organization", "case__incubator", "case__born_in", "from_incubator", "to_incubator", "requested_by"
    )


def _get(request, pk, side=None):
    """A transfer within reach; for an answer, of the side that gives it."""
    transfer = get_object_or_404(_reached(request), pk=pk)
    if side and not allows(request.user, Permission.TRANSFER_GROUPS, getattr(transfer, side)):
        return get_object_or_404(Transfer.objects.none(), pk=pk)
    return transfer


def _crumbs(*more):
    return [("Grupos", reverse("group_list")), *more]
