"""The page of one point: how it stands, what proves it, its plan, what was done, and what was filed for it."""

from functools import partial

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from cases.enums import ItemStatus
from cases.forms.regularization import FilingForm, FilingStepForm, PlanForm, ProgressForm, StatusForm
from cases.law.checklists import checklist
from cases.models import Filing
from cases.regularization import reading
from cases.regularization.life import BEFORE_APPROVAL, RegularState
from cases.services import regularization as service
from cases.views.deeds import with_document
from cases.views.frame import visible_case
from cases.views.regularization.frame import item_or_404, page_frame
from cases.views.regularization.rows import item_row
from cases.views.regularization.summary import told
from incubator import calendars
from incubator.access import Permission, allows
from incubator.navigation import address
from incubator.outcomes import accepted

P = Permission


def item(request, pk, item):
    """A point, and the form that says how it stands."""
    case = visible_case(request, pk, P.VIEW_LEGAL)
    row = item_or_404(case, item)
    form = None
    if request.method == "POST":
        case = visible_case(request, pk, P.RECORD_FACTS)
        if not case.is_open:
            raise Http404
        form = _status_form(request, row, data=request.POST, files=request.FILES)
        if form.is_valid() and accepted(form, lambda: _update(request, case, row, form)):
            messages.success(request, "La situación del punto quedó anotada.")
            return redirect("item_status", pk, row.pk)
    return _page(request, case, row, status_form=form)


def _status_form(request, row, **bound):
    initial = {"status": row.status, "valid_until": row.valid_until}
    return StatusForm(bound.get("data"), bound.get("files"), item=row, owner=request.user, initial=initial)


def _update(request, case, row, form):
    return with_document(
        request.user,
        case,
        form,
        lambda evidence: service.update_item(by=request.user, item=row, evidence=evidence, **form.values()),
    )


@require_POST
def plan(request, pk, item):
    """What will be done about it."""
    case = visible_case(request, pk, P.RECORD_FACTS)
    row = item_or_404(case, item)
    form = PlanForm(request.POST, prefix="plan")
    act = partial(service.write_plan, by=request.user, item=row, on=calendars.today())
    if form.is_valid() and accepted(form, lambda: act(**form.cleaned_data)):
        messages.success(request, "El plan de este punto quedó escrito. Lo aprueba otra persona.")
        return redirect("item_status", pk, row.pk)
    return _page(request, case, row, plan_form=form)


@require_POST
def progress(request, pk, item):
    """What was done about it."""
    case = visible_case(request, pk, P.RECORD_FACTS)
    row = item_or_404(case, item)
    form = ProgressForm(request.POST, request.FILES, prefix="avance", owner=request.user)
    if form.is_valid() and accepted(form, lambda: _progress(request, case, row, form)):
        messages.success(request, "El avance quedó anotado.")
        return redirect("item_status", pk, row.pk)
    return _page(request, case, row, progress_form=form)


def _progress(request, case, row, form):
    return with_document(
        request.user,
        case,
        form,
        lambda evidence: service.tell_progress(by=request.user, item=row, evidence=evidence, **form.values()),
    )


@require_POST
def new_filing(request, pk, item):
    """Something that will be presented to an authority."""
    case = visible_case(request, pk, P.RECORD_FACTS)
    row = item_or_404(case, item)
    form = FilingForm(request.POST, item=row, prefix="ante")
    act = partial(service.open_filing, by=request.user, item=row, on=calendars.today())
    if form.is_valid() and accepted(form, lambda: act(**form.cleaned_data)):
        messages.success(request, "La presentación quedó anotada. Cuando la ingrese, anótela con su comprobante.")
        return redirect("item_status", pk, row.pk)
    return _page(request, case, row, filing_form=form)


def filing(request, pk, filing):
    """A step of what was filed, with its document."""
    case = visible_case(request, pk, P.RECORD_FACTS)
    rows = Filing.objects.filter(item__file__case=case).select_related("item__file__case__incubator")
    row = get_object_or_404(rows, pk=filing)
    form = FilingStepForm(request.POST or None, request.FILES or None, filing=row, owner=request.user)
    if request.method == "POST" and form.is_valid() and accepted(form, lambda: _step(request, case, row, form)):
        messages.success(request, "El paso quedó anotado.")
        return redirect("item_status", pk, row.item_id)
    page = page_frame(case, form=form, filing=row, item=row.item)
    point = reverse("item_status", args=[pk, row.item_id])
    return render(request, "cases/regularization/filing.html", page | {"back": point})


def _step(request, case, row, form):
    return with_document(
        request.user,
        case,
        form,
        lambda evidence: service.step_filing(by=request.user, filing=row, evidence=evidence, **form.values()),
    )


def _page(request, case, row, *, status_form=None, plan_form=None, progress_form=None, filing_form=None):
    """The page, with the forms that correspond now; the one that was sent keeps what it lacks."""
    file, on = row.file, calendars.today()
    writes = case.is_open and file.closed_on is None and allows(request.user, P.RECORD_FACTS, case)
    early = row.key in reading.BEFORE_THE_PLAN
    works = writes and (file.state not in BEFORE_APPROVAL or early) and file.state != RegularState.REGULARIZED
    plans = writes and file.state in BEFORE_APPROVAL and row.status != ItemStatus.NOT_APPLICABLE
    said = {"plan": row.plan, "responsible": row.responsible, "due_on": row.due_on}
    line = checklist().get(row.key)
    context = {
        "row": item_row(row, on),
        "line": line,
        "basis": checklist().basis(line) if line else None,
        "cures": address("legal_cures", case.organization_id) if line and line.legal_cure else "",
        "vacancy": [told(answer) for answer in reading.vacancy_of([row], on)] if row.key == reading.VACANCY else [],
        "entries": row.entries.select_related("by").order_by("-happened_on", "-pk"),
        "filings": _filings(row),
        "status_form": status_form or (_status_form(request, row) if writes else None),
        "plan_form": plan_form or (PlanForm(prefix="plan", initial=said) if plans else None),
        "progress_form": progress_form or (ProgressForm(prefix="avance", owner=request.user) if works else None),
        "filing_form": filing_form or (FilingForm(item=row, prefix="ante") if works else None),
        "opened": {"plan": plan_form, "progress": progress_form, "filing": filing_form, "status": status_form},
        "works": works,
        "sees_documents": allows(request.user, P.VIEW_PEOPLE, case),
    }
    page = page_frame(case, item=row, **context)
    points = reverse("regular_points", args=[case.organization_id])
    return render(request, "cases/regularization/item.html", page | {"crumbs": [*page["crumbs"], ("Puntos", points)]})


def _filings(row):
    """What was filed for it, with each step."""
    told_ = item_row(row, calendars.today())["filings"]
    steps = {}
    for filing in row.filings.prefetch_related("steps__by"):
        steps[filing.pk] = list(filing.steps.all())
    return [one | {"steps": steps[one["filing"].pk]} for one in told_]
