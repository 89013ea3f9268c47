"""A version of the plan: written by several, read with its arithmetic, presented, approved by another, printed."""

from django.contrib import messages
from django.forms.models import model_to_dict
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from cases.enums import CostKind, PlanSection
from cases.forms.business import PLAN_ROWS, DayForm, PlanForm
from cases.forms.facts import ApprovalForm
from cases.services.business import plans
from cases.views.frame import form_frame, visible_case
from incubator import calendars, charts
from incubator.access import Permission, allows
from incubator.meeting_forms import rows_of
from incubator.outcomes import accepted
from incubator.paper import render_pdf

_READERS = (Permission.VIEW_LEGAL, Permission.RECORD_FACTS, Permission.APPROVE_PLANS)


@require_POST
def start(request, pk):
    """A new draft, or the one somebody began."""
    case = visible_case(request, pk, Permission.RECORD_FACTS)
    form = DayForm({"on": calendars.today()})
    form.is_valid()
    draft = accepted(form, lambda: plans.start(by=request.user, case=case, on=calendars.today()))
    if not draft:
        messages.error(request, " ".join(form.non_field_errors()))
        return redirect("fact_plan", pk=pk)
    return redirect("plan_edit", pk=pk, unfinished=draft.pk)


def edit(request, pk, unfinished):
    """Write the draft; what somebody else saved meanwhile is never overwritten."""
    case = visible_case(request, pk, Permission.RECORD_FACTS)
    row = get_object_or_404(case.businessplans.filter(is_draft=True), pk=unfinished)
    initial = {"seen": row.revision, "start_share": row.start_share, "months_to_full": row.months_to_full}
    form = PlanForm(request.POST or None, initial=initial | row.sections)
    sets = _rows(request.POST or None, row)
    if request.method == "POST":
        more = request.POST.get("add_row")
        if more in sets:
            _one_more(form, sets, request.POST, row, more)
        elif _valid(form, sets) and accepted(form, lambda: _write(request.user, row, form, sets)):
            messages.success(request, "El borrador quedó guardado.")
            return redirect("plan_detail", pk=pk, plan=row.pk)
    words = [(sets[prefix], title, add) for prefix, _, title, add in PLAN_ROWS]
    return render(request, "cases/business/plan_form.html", form_frame(case, plan=row, form=form, sets=words))


def _rows(data, plan):
    """The formsets of a plan by prefix."""
    return {
        prefix: rows_of(row_form, prefix, data, initial=[model_to_dict(row) for row in getattr(plan, prefix).all()])
        for prefix, row_form, _, _ in PLAN_ROWS
    }


def _valid(form, sets):
    """Whether everything may be accepted; every part is judged, so that all its errors show at once."""
    judged = [form.is_valid(), *(formset.is_valid() for formset in sets.values())]
    return all(judged)


def _one_more(form, sets, data, plan, prefix):
    """The same page with one row more, nothing judged yet."""
    grown = data.copy()
    grown[f"{prefix}-TOTAL_FORMS"] = int(data.get(f"{prefix}-TOTAL_FORMS") or 0) + 1
    sets.update(_rows(grown, plan))
    form.quiet()
    for formset in sets.values():
        formset.quiet()


def _write(by, plan, form, sets):
    said = form.cleaned_data
    return plans.write(
        by=by,
        plan=plan,
        seen=said["seen"],
        sections=form.sections(),
        start_share=said["start_share"],
        months_to_full=said["months_to_full"],
        **{prefix: formset.filled() for prefix, formset in sets.items()},
    )


def detail(request, pk, plan):
    """A version with its arithmetic, and what may be done with it."""
    case = visible_case(request, pk, *_READERS)
    row = get_object_or_404(case.businessplans.select_related("author", "approved_by"), pk=plan)
    return render(request, "cases/business/plan.html", _context(request, case, row))


def _context(request, case, row, **extra):
    user, wrote = request.user, plans.wrote(request.user, row)
    may_write = case.is_open and allows(user, Permission.RECORD_FACTS, case)
    may_approve = allows(user, Permission.APPROVE_PLANS, case)
    waits = not row.is_draft and row.approved_on is None
    return form_frame(
        case,
        **read(row),
        lacks=plans.lacks(row) if row.is_draft else [],
        may_write=may_write and row.is_draft,
        present_form=DayForm(prefix="presentar"),
        approval_form=ApprovalForm(prefix="aprobar") if may_approve and waits and not wrote else None,
        own=may_approve and waits and wrote,
        **extra,
    )


def read(plan):
    """What page and paper show of a version."""
    year = plans.projection_of(plan)
    costs = list(plan.costs.all())
    return {
        "plan": plan,
        "sections": [(section.label, plan.sections[section]) for section in PlanSection if plan.sections.get(section)],
        "products": list(plan.products.all()),
        "monthly": [row for row in costs if row.kind == CostKind.MONTHLY],
        "once": [row for row in costs if row.kind == CostKind.ONCE],
        "checks": list(plan.checks.all()),
        "authors": list(plan.authors.order_by("full_name")),
        "year": year,
        "chart": charts.bars(
            [(f"Mes {month.number}", month.income) for month in year.months],
            title="Ventas esperadas de cada mes",
            unit="pesos",
            across=charts.NARROW,
        )
        if year.full_income
        else "",
    }


@require_POST
def present(request, pk, unfinished):
    """The draft is presented for approval."""
    case = visible_case(request, pk, Permission.RECORD_FACTS)
    row = get_object_or_404(case.businessplans.filter(is_draft=True), pk=unfinished)
    form = DayForm(request.POST, prefix="presentar")
    if form.is_valid() and accepted(form, lambda: plans.present(by=request.user, plan=row, on=form.cleaned_data["on"])):
        messages.success(request, "La versión quedó presentada. Falta que otra persona la apruebe.")
        return redirect("plan_detail", pk=pk, plan=row.pk)
    return render(request, "cases/business/plan.html", _context(request, case, row) | {"present_form": form})


@require_POST
def discard(request, pk, unfinished):
    """Throw the draft away."""
    case = visible_case(request, pk, Permission.RECORD_FACTS)
    row = get_object_or_404(case.businessplans.filter(is_draft=True), pk=unfinished)
    plans.discard(by=request.user, plan=row)
    messages.success(request, "El borrador se borró. Las versiones presentadas siguen aquí.")
    return redirect("fact_plan", pk=pk)


def pdf(request, pk, plan):
    """The version on paper, for the group."""
    case = visible_case(request, pk, *_READERS)
    row = get_object_or_404(case.businessplans.select_related("author", "approved_by"), pk=plan)
    context = read(row) | {"group": case.organization, "case": case, "draft": row.is_draft}
    title = f"Plan de negocio de {case.organization.name}, versión {row.version}"
    content = render_pdf("print/plan.html", context, title=title, created=calendars.now())
    answer = HttpResponse(content, content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="plan-{case.code}-v{row.version}.pdf"'
    answer["Cache-Control"] = "private, no-store"
    return answer
