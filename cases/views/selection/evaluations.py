"""What one person evaluates: her list, each application without names, her declaration and her sheet."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from cases import selection_reading as reading
from cases.enums import Conflict
from cases.forms.selection import DeclareForm, SheetForm
from cases.models import EvaluatorAssignment
from cases.rules.selection import pseudonym
from cases.services.selection import evaluators, sheets
from incubator import calendars
from incubator.outcomes import accepted


def listing(request):
    """What I have to evaluate, and what I filed."""
    rows = [
        {"row": row, "name": pseudonym(row.application), "is_open": reading.is_open(row)}
        for row in reading.own_assignments(request.user, calendars.today())
    ]
    return render(request, "cases/selection/evaluations.html", {"rows": rows})


def _own(request, pk):
    """One's own assignment: another's does not exist."""
    rows = EvaluatorAssignment.objects.of(request.user).select_related(
        "application__call__incubator", "application__case__organization__commune", "sheet"
    )
    return get_object_or_404(rows, pk=pk)


def detail(request, pk):
    """One application without names: first the declaration, then the sheet."""
    return render(request, "cases/selection/evaluation.html", _context(_own(request, pk)))


def _context(row, **extra):
    sheet = getattr(row, "sheet", None)
    is_open = reading.is_open(row)
    declared = sheet is not None
    context = {
        "row": row,
        "name": pseudonym(row.application),
        "sheet": sheet,
        "facts": reading.blind(row.application) if row.until is None else [],
        "declare_form": DeclareForm() if is_open and not declared else None,
        "sheet_form": _sheet_form(row, sheet) if is_open and declared else None,
        "lines": sheet.scores.select_related("criterion") if declared and not is_open else [],
        "crumbs": [("Evaluaciones", reverse("evaluation_list"))],
    }
    return context | extra


def _sheet_form(row, sheet, data=None):
    kept = sheet.scores.all() if sheet else ()
    is_draft = data is not None and "file" not in data
    return SheetForm(data, criteria=row.application.call.criteria.all(), kept=kept, is_draft=is_draft)


@require_POST
def declare(request, pk):
    """Declare one's interests: the sheet opens, or somebody else evaluates."""
    row = _own(request, pk)
    form = DeclareForm(request.POST)
    if form.is_valid():
        said, on = form.cleaned_data, calendars.today()

        def act():
            return (evaluators.declare(by=request.user, entrusted=row, on=on, **said),)

        if accepted(form, act):
            if said["conflict"] == Conflict.NONE:
                messages.success(request, "Su declaración quedó anotada. Ya puede completar su pauta.")
                return redirect("evaluation_detail", pk=pk)
            messages.success(request, "Gracias por decirlo. La coordinación encargará esta postulación a otra persona.")
            return redirect("evaluation_list")
    return render(request, "cases/selection/evaluation.html", _context(row, declare_form=form))


@require_POST
def sheet(request, pk):
    """Save one's sheet as a draft, or file it."""
    row = _own(request, pk)
    form = _sheet_form(row, getattr(row, "sheet", None), request.POST)
    is_filed = "file" in request.POST
    service = sheets.file_sheet if is_filed else sheets.save_sheet
    if form.is_valid() and accepted(
        form,
        lambda: service(by=request.user, entrusted=row, on=form.cleaned_data["on"], scores=form.scores()),
    ):
        if is_filed:
            messages.success(request, "Su pauta quedó presentada.")
            return redirect("evaluation_list")
        messages.success(request, "Su borrador quedó guardado. Falta presentarla.")
        return redirect("evaluation_detail", pk=pk)
    return render(request, "cases/selection/evaluation.html", _context(row, sheet_form=form))
