"""The facts that guard the journey: one page each, with what is recorded and the form that adds to it."""

from functools import partial

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from cases import fact_rows
from cases.fact_pages import FACT_PAGES
from cases.forms.facts import ApprovalForm
from cases.services import documented, facts
from cases.services.business.plans import wrote
from cases.views.frame import form_frame, visible_case
from incubator import calendars, masking
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
    """The form that records, for whoever may while the case is open; of one that graduated, its follow-ups."""
    is_open = case.is_open or (page.name == "measurement" and facts.is_followed_up(case))
    if not is_open or not allows(request.user, page.permission, case):
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
    hidden = masking.hides_anybody(request.user, [case.organization_id])
    rows = fact_rows.rows(case, page, sees_names=may(Permission.VIEW_PEOPLE) and not hidden)
    context = {
        "page": page,
        "form": form,
        "rows": rows,
        "extra": _WITH_MORE.get(page.name, ""),
        "words": request.GET.get("actividad", ""),
        "plan_to_approve": _to_approve(rows, request.user) if page.name == "plan" else None,
        "approval_form": ApprovalForm(prefix="aprobar"),
        "may_approve": may(Permission.APPROVE_PLANS),
        "may_certify": may(Permission.CERTIFY_INDICATORS),
        "today": calendars.today(),
        "sees_documents": may(Permission.VIEW_PEOPLE),
    }
    return form_frame(case, **(context | extra))


def _to_approve(rows, user):
    """The newest version that waits for somebody other than who wrote or presented it."""
    newest = rows[0]["fact"] if rows else None
    waits = newest is not None and newest.approved_on is None
    return newest if waits and not newest.is_draft and not wrote(user, newest) else None


#: The pages with something more than a list and a form.
_WITH_MORE = {
    "application": "cases/facts/_application.html",
    "business": "cases/facts/_business.html",
    "plan": "cases/facts/_plan.html",
    "legal": "cases/facts/_legal.html",
    "measurement": "cases/facts/_measurement.html",
}


@require_POST
def approve(request, pk, plan):
    """Somebody other than its author approves a version of the plan."""
    case = visible_case(request, pk, Permission.APPROVE_PLANS)
    row = get_object_or_404(case.businessplans.filter(is_draft=False), pk=plan)
    form = ApprovalForm(request.POST, prefix="aprobar")
    if form.is_valid() and accepted(
        form, lambda: facts.approve_plan(by=request.user, plan=row, on=form.cleaned_data["on"])
    ):
        messages.success(request, "El plan quedó aprobado.")
        return redirect("fact_plan", pk=pk)
    page = FACT_PAGES["plan"]
    return render(request, "cases/facts/page.html", _context(request, case, page, None, approval_form=form))
