"""Write a version of the budget, present it, approve it, or throw its draft away."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from cases.forms.funding.budget import PREFIX, ApproveForm, BudgetForm, DayForm, lines_form, rows_written
from cases.funding.budget.checking import months_of
from cases.services.funding import budgets
from cases.views.funding.budget import pages
from cases.views.funding.frame import fund_frame
from incubator import calendars
from incubator.access import Permission
from incubator.outcomes import accepted, told

P = Permission
_ROOM = "application_budget"


@require_POST
def start(request, fund):
    """A new draft, or the one somebody began."""
    application = fund_frame(request, fund, _ROOM, P.WRITE_FUNDS)["application"]
    made, by = {}, request.user

    def begin():
        reason = request.POST.get("reason", "")[:500]
        made["draft"] = budgets.start(by=by, application=application, on=calendars.today(), reason=reason)

    if told(request, begin, "Escriba las líneas y guarde: puede seguir otro día."):
        return redirect("budget_edit", fund, made["draft"].pk)
    return redirect(_ROOM, fund)


def edit(request, fund, unfinished):
    """Write the draft; what somebody else saved meanwhile is never overwritten, and what was typed stays here."""
    frame, row = _draft(request, fund, unfinished)
    data, bases = request.POST or None, frame["bases"]
    initial = {"seen": row.revision} | {name: getattr(row, name) for name in ("signers", "unit_value", "unit_on")}
    form = BudgetForm(data, bases=bases, kind=row.kind, initial=initial | {"reason": row.reason})
    lines = lines_form(bases, months_of(bases), data, row.lines.all())
    if data and data.get("add_row") == PREFIX:
        lines = _one_more(form, bases, data, row)
    elif (
        data and all([form.is_valid(), lines.is_valid()]) and accepted(form, lambda: _write(request, row, form, lines))
    ):
        messages.success(request, "El presupuesto quedó guardado: aquí están sus sumas.")
        return redirect(_ROOM, fund)
    page = {"budget": row, "form": form, "lines": lines, "back": reverse(_ROOM, args=[fund])}
    return render(request, "cases/funding/budget/edit.html", frame | page)


def _write(request, row, form, lines):
    rows = rows_written(lines)
    return budgets.write(by=request.user, budget=row, seen=form.cleaned_data["seen"], lines=rows, **_said(form))


def _said(form):
    return {name: value for name, value in form.values().items() if name != "reason"} | {
        "reason": form.cleaned_data.get("reason") or ""
    }


def _one_more(form, bases, data, row):
    """The same page with one line more, nothing judged yet."""
    grown = data.copy()
    grown[f"{PREFIX}-TOTAL_FORMS"] = int(data.get(f"{PREFIX}-TOTAL_FORMS") or 0) + 1
    lines = lines_form(bases, months_of(bases), grown, row.lines.all())
    form.quiet()
    lines.quiet()
    return lines


@require_POST
def present(request, fund, unfinished):
    """The draft becomes a version that stays as it is."""
    frame, row = _draft(request, fund, unfinished)
    form = DayForm(request.POST, prefix="presentar")
    if form.is_valid() and accepted(form, lambda: budgets.present(by=request.user, budget=row, **form.cleaned_data)):
        messages.success(request, "El presupuesto quedó presentado. Ya no se cambia: para corregirlo, empiece otro.")
        return redirect(_ROOM, fund)
    context = pages.context(request, frame["application"], row, present_form=form)
    return render(request, "cases/funding/budget/room.html", frame | context)


@require_POST
def approve(request, fund, budget):
    """Somebody who wrote none of it approves a cut or a change."""
    frame = fund_frame(request, fund, _ROOM, P.APPROVE_FUNDS)
    row = get_object_or_404(frame["application"].budgets.filter(is_draft=False), pk=budget)
    row.application = frame["application"]
    form = ApproveForm(request.POST, prefix="aprobar", confirmations=pages.confirmations(row))
    if form.is_valid() and accepted(form, lambda: budgets.approve(by=request.user, budget=row, **form.cleaned_data)):
        messages.success(request, "El presupuesto quedó aprobado y rige desde ese día.")
        return redirect(_ROOM, fund)
    context = pages.context(request, frame["application"], row, approve_form=form)
    return render(request, "cases/funding/budget/room.html", frame | context)


@require_POST
def discard(request, fund, unfinished):
    """Throw the draft away."""
    _, row = _draft(request, fund, unfinished)
    told(
        request,
        lambda: budgets.discard(by=request.user, budget=row),
        "El borrador se borró. Las versiones presentadas siguen aquí.",
    )
    return redirect(_ROOM, fund)


def _draft(request, fund, unfinished):
    """The room's context and the draft, within reach of whoever writes."""
    frame = fund_frame(request, fund, _ROOM, P.WRITE_FUNDS)
    row = get_object_or_404(frame["application"].budgets.filter(is_draft=True), pk=unfinished)
    row.application = frame["application"]
    return frame, row
