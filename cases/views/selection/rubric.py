"""The rubric of a call, edited as rows while it is a draft."""

from django.contrib import messages
from django.shortcuts import redirect, render

from cases.call_life import CallState
from cases.forms.selection import AmendForm, rubric_rows
from cases.services.selection import rubric as service
from cases.views.call_frame import call_frame, visible_call
from incubator import calendars
from incubator.access import Permission, allows
from incubator.forms import Form
from incubator.outcomes import accepted

_ADD = "add_row"


def rubric(request, pk):
    """What is looked at in each application, with its weight. Once published, an amendment alone changes it."""
    call = visible_call(request, pk, Permission.WRITE_GROUPS)
    kept = list(call.criteria.all())
    is_draft = call.state == CallState.DRAFT
    amends = call.state == CallState.PUBLISHED and "enmendar" in request.GET and _may_amend(request, call)
    initial = [{name: getattr(one, name) for name in service.FIELDS} for one in kept]
    form, rows = (AmendForm if amends else Form)(request.POST or None), None
    if is_draft or amends:
        rows = rubric_rows(_with_row(request), initial or service.offered_rows(call))
    if request.method == "POST" and rows is not None and _ADD not in request.POST and _saved(request, call, form, rows):
        messages.success(request, "La pauta quedó guardada.")
        return redirect("call_rubric", pk=pk)
    if rows is not None and _ADD in request.POST:
        rows.quiet()
    context = call_frame(request, call, "call_rubric") | {
        "rows": rows,
        "form": form,
        "amends": amends,
        "may_amend": call.state == CallState.PUBLISHED and _may_amend(request, call),
        "kept": kept,
        "offered": is_draft and not kept and request.method == "GET",
        "total": _total(rows, kept),
    }
    return render(request, "cases/selection/rubric.html", context)


def _saved(request, call, form, rows):
    if not (form.is_valid() and rows.is_valid()):
        return False
    said = [{name: row[name] for name in service.FIELDS} for row in rows.filled()]
    if isinstance(form, AmendForm):
        reason, on = form.cleaned_data["reason"], calendars.today()
        return accepted(form, lambda: service.amend_rubric(by=request.user, call=call, on=on, reason=reason, rows=said))
    return accepted(form, lambda: service.set_rubric(by=request.user, call=call, rows=said))


def _may_amend(request, call):
    return allows(request.user, Permission.DECIDE, call.incubator) and calendars.today() <= call.closes_on


def _with_row(request):
    """What was posted, with one row more when the button that adds one was used."""
    if request.method != "POST":
        return None
    data = request.POST.copy()
    if _ADD in data:
        data["criterios-TOTAL_FORMS"] = str(int(data.get("criterios-TOTAL_FORMS") or 0) + 1)
    return data


def _total(rows, kept):
    """What the weights add up to, as they are shown."""
    if rows is None or not rows.is_bound:
        return sum(one.weight for one in kept) or (sum(row["weight"] for row in rows.initial) if rows else 0)
    typed = [rows.data.get(f"criterios-{number}-weight", "") for number in range(rows.total_form_count())]
    return sum(int(text) for text in typed if text.isdigit())
