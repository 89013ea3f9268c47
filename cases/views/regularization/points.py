"""The list of points by block and year, one more by hand, the list of a type and its years, and the members counted."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render

from cases.forms.regularization import BeginForm, MembersForm, PointForm
from cases.law.checklists import checklist
from cases.regularization import reading
from cases.services import regularization as service
from cases.views.deeds import with_document
from cases.views.frame import form_frame, visible_case
from cases.views.regularization.frame import file_or_404, page_frame, regular_frame
from cases.views.regularization.rows import by_block
from cases.views.regularization.summary import told
from incubator import calendars
from incubator.access import Permission, allows
from incubator.outcomes import accepted

P = Permission


def points(request, pk):
    """Every point, by block and by year."""
    frame = regular_frame(request, pk, "regular_points")
    file, on = frame["file"], calendars.today()
    if file is None:
        raise Http404
    may = frame["case"].is_open and file.closed_on is None and allows(request.user, P.RECORD_FACTS, frame["case"])
    context = {"blocks": by_block(reading.items_of(file), on), "may_write": may}
    return render(request, "cases/regularization/points.html", frame | context)


def new_point(request, pk):
    """One more point, by hand."""
    case = visible_case(request, pk, P.RECORD_FACTS)
    file = reading.file_of(case)
    if file is None:
        return render(request, "cases/regularization/new_point.html", form_frame(case, form=None))
    form = PointForm(request.POST or None) if case.is_open and file.closed_on is None else None
    if (
        request.method == "POST"
        and form
        and form.is_valid()
        and accepted(form, lambda: service.add_item(by=request.user, file=file, **form.values()))
    ):
        messages.success(request, "El punto quedó anotado.")
        return redirect("regular_points", pk)
    return render(request, "cases/regularization/new_point.html", page_frame(case, form=form, file=file))


def begin(request, pk):
    """The list of what is looked at, for its type and its years."""
    case, file = file_or_404(request, pk, P.RECORD_FACTS)
    initial = {"cooperative_type": file.cooperative_type_id}
    if file.years_from:
        initial["years_from"] = file.years_from
    form = BeginForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        on, said = calendars.today(), form.cleaned_data
        added = accepted(form, lambda: service.begin(by=request.user, file=file, on=on, **said))
        if added is not None:
            messages.success(request, f"La lista tiene {added} puntos más. Empiece por contar los integrantes.")
            return redirect("group_regularization", pk)
    context = {"form": form, "total": len(checklist().items)}
    return render(request, "cases/regularization/begin.html", page_frame(case, **context))


def members(request, pk):
    """How many members its register says: the first thing the law asks."""
    case, file = file_or_404(request, pk, P.RECORD_FACTS)
    form = MembersForm(request.POST or None, request.FILES or None, owner=request.user)
    if request.method == "POST" and form.is_valid() and accepted(form, lambda: _count(request, case, file, form)):
        messages.success(request, "La cuenta quedó anotada.")
        return redirect("group_regularization", pk)
    said = reading.minimum(file, calendars.today())
    context = {"form": form, "file": file, "row": told(said) if said else None}
    return render(request, "cases/regularization/members.html", page_frame(case, **context))


def _count(request, case, file, form):
    return with_document(
        request.user,
        case,
        form,
        lambda evidence: service.count_members(by=request.user, file=file, evidence=evidence, **form.values()),
    )
