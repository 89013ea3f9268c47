"""The canvas: written block by block, every saving a version that can be read again."""

from itertools import zip_longest

from django.contrib import messages
from django.shortcuts import redirect, render

from cases.forms.business import CanvasForm
from cases.services.business import canvases
from cases.views.frame import form_frame, visible_case
from incubator import calendars
from incubator.access import Permission
from incubator.outcomes import accepted


def edit(request, pk):
    """Write the canvas over its newest version."""
    case = visible_case(request, pk, Permission.RECORD_FACTS)
    last = canvases.latest(case)
    initial = {"seen": last.version if last else 0, **(last.blocks if last else {})}
    form = CanvasForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid() and accepted(form, lambda: _save(request, case, form)):
        messages.success(request, "El lienzo quedó guardado.")
        return redirect("group_business", pk=pk)
    return render(request, "cases/business/canvas.html", form_frame(case, form=form, last=last))


def _save(request, case, form):
    return canvases.save(
        by=request.user, case=case, on=calendars.today(), blocks=form.blocks(), seen=form.cleaned_data["seen"]
    )


def versions(request, pk):
    """Every version, the newest first, with what changed in each."""
    case = visible_case(request, pk, Permission.VIEW_LEGAL)
    rows = list(case.canvass.select_related("recorded_by").order_by("-version"))
    shown = [(row, canvases.changes_between(before, row)) for row, before in zip_longest(rows, rows[1:])]
    return render(request, "cases/business/canvas_versions.html", form_frame(case, versions=shown))
