"""The points that a cooperative puts in order: the list, a new one, and how each one stands."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render

from cases.forms.facts import ItemForm, ItemStatusForm
from cases.models import RegularizationFile, RegularizationItem
from cases.services import documented, facts
from cases.views.frame import form_frame, visible_case
from incubator.access import Permission
from incubator.enums import Tier
from incubator.outcomes import accepted


def listing(request, pk):
    """Every point of the file, and the form of one more."""
    case = visible_case(request, pk, Permission.RECORD_FACTS)
    file = RegularizationFile.objects.filter(case=case).first()
    if file is None:
        return render(request, "cases/facts/items.html", form_frame(case, items=[], form=None, file=None))
    form = ItemForm(request.POST or None, case=case) if case.is_open else None
    if (
        request.method == "POST"
        and form
        and form.is_valid()
        and accepted(form, lambda: facts.add_item(by=request.user, file=file, **form.values()))
    ):
        messages.success(request, "El punto quedó anotado.")
        return redirect("fact_items", pk=pk)
    items = RegularizationItem.objects.filter(file=file)
    return render(request, "cases/facts/items.html", form_frame(case, items=items, form=form, file=file))


def item(request, pk, item):
    """How a point stands on a day."""
    case = visible_case(request, pk, Permission.RECORD_FACTS)
    row = get_object_or_404(RegularizationItem.objects.filter(file__case=case), pk=item)
    if not case.is_open:
        raise Http404
    initial = {"status": row.status, "valid_until": row.valid_until}
    form = ItemStatusForm(request.POST or None, request.FILES or None, case=case, owner=request.user, initial=initial)
    if request.method == "POST" and form.is_valid() and accepted(form, lambda: _update(request, case, row, form)):
        messages.success(request, "La situación del punto quedó anotada.")
        return redirect("fact_items", pk=pk)
    return render(request, "cases/facts/item.html", form_frame(case, item=row, form=form))


def _update(request, case, row, form):
    by, values = request.user, form.values()
    return documented.record(
        by=by,
        incubator=case.incubator,
        document=form.document(),
        on=values["on"],
        tier=Tier.LEGAL,
        act=lambda evidence: facts.update_item(by=by, item=row, evidence=evidence, **values),
    )
