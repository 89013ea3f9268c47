"""The facts that guard the journey: one page each, with what is recorded and the form that adds to it."""

from functools import partial

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from cases import fact_rows
from cases.fact_pages import FACT_PAGES
from cases.forms.facts import ApprovalForm, RankForm, SheetForm
from cases.models import Evaluation
from cases.services import documented, facts
from cases.views.frame import form_frame, visible_case
from incubator.access import Permission, allows
from incubator.outcomes import accepted


def fact(request, pk, name):
    """One kind of fact of a group."""
    page = FACT_PAGES[name]
    case = visible_case(request, pk, *page.needs)
    form = _form(request, page, case)
    if (
        request.method == "POST"
        and form
        and form.is_valid()
        and accepted(form, partial(_record, request, case, page, form))
    ):
        messages.success(request, page.saved)
        return redirect(f"fact_{name}", pk=pk)
    return render(request, "cases/facts/page.html", _context(request, case, page, form))


def _form(request, page, case):
    """The form that records, for whoever may while the case is open."""
    if not case.is_open or not allows(request.user, page.permission, case):
        return None
    if page.name == "evaluation" and Evaluation.objects.filter(case=case, evaluator=request.user).exists():
        return None
    extra = {"words": request.GET.get("actividad", "")} if page.name == "business" else {}
    return page.form(request.POST or None, request.FILES or None, case=case, owner=request.user, **extra)


def _record(request, case, page, form):
    """Keep the document and record the fact, or neither."""
    values, document = form.values(), form.document() if hasattr(form, "document") else None
    return documented.record(
        by=request.user,
        incubator=case.incubator,
        document=document,
        on=values["on"],
        kind=page.evidence_kind,
        tier=page.tier,
        taken_on=values["on"],
        act=lambda evidence: page.record(by=request.user, case=case, evidence=evidence, **values),
    )


def _context(request, case, page, form, **extra):
    may = partial(allows, request.user, obj=case)
    rows = fact_rows.rows(case, page, sees_names=may(Permission.VIEW_PEOPLE))
    own = [row["fact"] for row in rows if page.name == "evaluation" and row["fact"].evaluator_id == request.user.pk]
    context = {
        "page": page,
        "form": form,
        "rows": rows,
        "extra": _WITH_MORE.get(page.name, ""),
        "words": request.GET.get("actividad", ""),
        "plan_to_approve": _to_approve(rows, request.user) if page.name == "plan" else None,
        "own_sheet": next((sheet for sheet in own if sheet.completed_on is None), None),
        "sheet_form": SheetForm(case=case, owner=request.user),
        "rank_form": RankForm(),
        "approval_form": ApprovalForm(prefix="aprobar"),
        "may_decide": may(Permission.DECIDE),
        "may_approve": may(Permission.APPROVE_PLANS),
        "sees_documents": may(Permission.VIEW_PEOPLE),
    }
    return form_frame(case, **(context | extra))


def _to_approve(rows, user):
    """The newest version that waits for somebody other than who wrote or presented it."""
    newest = rows[0]["fact"] if rows else None
    waits = newest is not None and newest.approved_on is None
    return newest if waits and user.pk not in (newest.author_id, newest.recorded_by_id) else None


#: The pages with something more than a list and a form.
_WITH_MORE = {
    "application": "cases/facts/_application.html",
    "evaluation": "cases/facts/_evaluation.html",
    "business": "cases/facts/_business.html",
    "plan": "cases/facts/_plan.html",
}


@require_POST
def rank(request, pk, application):
    """The place of an application in the order of its call."""
    case = visible_case(request, pk, Permission.DECIDE)
    row = get_object_or_404(case.applications, pk=application)
    form = RankForm(request.POST)
    by = request.user
    if form.is_valid() and accepted(
        form, lambda: facts.rank_application(by=by, application=row, rank=form.cleaned_data["rank"])
    ):
        messages.success(request, "El lugar en la convocatoria quedó anotado.")
        return redirect("fact_application", pk=pk)
    page = FACT_PAGES["application"]
    return render(request, "cases/facts/page.html", _context(request, case, page, None, rank_form=form))


@require_POST
def sheet(request, pk, evaluation):
    """An evaluator completes her own sheet."""
    case = visible_case(request, pk, Permission.EVALUATE)
    row = get_object_or_404(case.evaluations, pk=evaluation, evaluator=request.user)
    form = SheetForm(request.POST, request.FILES, case=case, owner=request.user)
    if form.is_valid() and accepted(form, lambda: _complete(request, case, row, form)):
        messages.success(request, "Su pauta quedó completa.")
        return redirect("fact_evaluation", pk=pk)
    page = FACT_PAGES["evaluation"]
    return render(request, "cases/facts/page.html", _context(request, case, page, None, sheet_form=form))


def _complete(request, case, row, form):
    said, by = form.cleaned_data, request.user
    return documented.record(
        by=by,
        incubator=case.incubator,
        document=form.document(),
        on=said["on"],
        act=lambda evidence: facts.complete_evaluation(
            by=by, evaluation=row, on=said["on"], score=said["score"], evidence=evidence
        ),
    )


@require_POST
def approve(request, pk, plan):
    """Somebody other than its author approves a version of the plan."""
    case = visible_case(request, pk, Permission.APPROVE_PLANS)
    row = get_object_or_404(case.businessplans, pk=plan)
    form = ApprovalForm(request.POST, prefix="aprobar")
    if form.is_valid() and accepted(
        form, lambda: facts.approve_plan(by=request.user, plan=row, on=form.cleaned_data["on"])
    ):
        messages.success(request, "El plan quedó aprobado.")
        return redirect("fact_plan", pk=pk)
    page = FACT_PAGES["plan"]
    return render(request, "cases/facts/page.html", _context(request, case, page, None, approval_form=form))
