"""Sales, fairs and contracts: a list with its totals, one more, and the voiding of a mistake."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render

from cases.enums import MarketKind
from cases.forms.business import MarketForm, VoidForm
from cases.models import MarketRecord
from cases.services import documented
from cases.services.business import market
from cases.views.business.summary import market_totals
from cases.views.frame import form_frame, visible_case
from incubator.access import Permission, allows
from incubator.enums import Tier
from incubator.outcomes import accepted

PAGE = 30
_SAVED = {
    MarketKind.SALE: "La venta quedó anotada.",
    MarketKind.FAIR: "La feria quedó anotada.",
    MarketKind.CONTRACT: "El contrato quedó anotado.",
}


def listing(request, pk):
    """What the group sold and signed, the newest first."""
    case = visible_case(request, pk, Permission.VIEW_LEGAL)
    rows = MarketRecord.objects.filter(case=case).select_related("recorded_by", "voided_by")
    may_write = allows(request.user, Permission.RECORD_FACTS, case)
    return render(
        request,
        "cases/business/market.html",
        form_frame(
            case,
            page=Paginator(rows, PAGE).get_page(request.GET.get("page")),
            totals=market_totals(case),
            kinds=[(kind.value, kind.label) for kind in MarketKind],
            may_write=may_write,
            sees_documents=allows(request.user, Permission.VIEW_PEOPLE, case),
        ),
    )


def new(request, pk, trade):
    """Record one; the address says which."""
    case = visible_case(request, pk, Permission.RECORD_FACTS)
    form = MarketForm(request.POST or None, request.FILES or None, kind=trade, owner=request.user)
    if request.method == "POST" and form.is_valid() and accepted(form, lambda: _record(request, case, trade, form)):
        messages.success(request, _SAVED[trade])
        return redirect("market_list", pk=pk)
    return render(request, "cases/business/market_new.html", form_frame(case, form=form, kind=trade))


def _record(request, case, kind, form):
    values = form.values()
    return documented.record(
        by=request.user,
        incubator=case.incubator,
        document=form.document(),
        on=values["on"],
        tier=Tier.LEGAL,
        taken_on=values["on"],
        act=lambda evidence: market.record(by=request.user, case=case, kind=kind, evidence=evidence, **values),
    )


def void(request, pk, sale):
    """A row recorded by mistake stops counting."""
    case = visible_case(request, pk, Permission.RECORD_FACTS)
    record = get_object_or_404(MarketRecord.objects.filter(case=case), pk=sale)
    form = VoidForm(request.POST or None)
    if (
        request.method == "POST"
        and form.is_valid()
        and accepted(form, lambda: market.void(by=request.user, sale=record, reason=form.cleaned_data["reason"]))
    ):
        messages.success(request, "La anotación quedó anulada: ya no se cuenta.")
        return redirect("market_list", pk=pk)
    return render(request, "cases/business/market_void.html", form_frame(case, form=form, row=record))
