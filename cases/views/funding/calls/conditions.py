"""The conditions of the draft one by one: choose the kind, then its parameters; groups nest one level here."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from cases.forms.funding.calls_conditions import ConditionForm, KindForm, everything, without
from cases.funding.bases.values import by_part
from cases.funding.bases.written import bases_of
from cases.funding.eligibility import kinds
from cases.services.funding import bases as versions
from cases.views.funding.calls.frame import changed_call, inner, its_draft, region_names
from incubator import calendars
from incubator.outcomes import accepted, told


def listing(request, fund_call):
    """What is asked so far, and which kind is added."""
    call = changed_call(request, fund_call)
    draft = its_draft(call)
    bases = bases_of(draft)
    rows = [(value, value.path.partition(".")[2]) for value in by_part(bases, region_names())["conditions"]]
    form = KindForm(request.GET if "clase" in request.GET else None)
    if form.is_bound and form.is_valid():
        return redirect(reverse("fund_condition_new", args=[call.pk]) + f"?clase={form.cleaned_data['clase']}")
    context = _inside(call, rows=rows, form=form, draft=draft)
    return render(request, "cases/funding/calls/conditions.html", context)


def new(request, fund_call):
    """One more condition, of the kind that was chosen."""
    its_draft(changed_call(request, fund_call))
    kind = request.GET.get("clase", "")
    if kind not in kinds.KINDS and kind not in kinds.GROUPS:
        return redirect("fund_conditions", fund_call)
    return _written(request, fund_call, kind, None)


def edit(request, fund_call, bases_condition):
    """One that is there."""
    draft = its_draft(changed_call(request, fund_call))
    one = next((row for row in everything(bases_of(draft).conditions) if row.key == bases_condition), None)
    if one is None:
        raise Http404
    return _written(request, fund_call, one.kind, one)


@require_POST
def remove(request, fund_call, bases_condition):
    """Take one away, with those inside it."""
    call = changed_call(request, fund_call)
    draft, seen = its_draft(call), request.POST.get("seen", "")
    said = {"seen": int(seen) if seen.isdigit() else 0, "on": calendars.today()}
    content = without(bases_of(draft), bases_condition)
    done = "La condición quedó fuera del borrador."
    told(request, lambda: versions.write(by=request.user, version=draft, content=content, **said), done)
    return redirect("fund_conditions", call.pk)


def _written(request, fund_call, kind, one):
    call = changed_call(request, fund_call)
    draft = its_draft(call)
    bases, on = bases_of(draft), calendars.today()
    initial = {"seen": draft.revision}
    form = ConditionForm(request.POST or None, kind=kind, bases=bases, one=one, initial=initial)
    if request.method == "POST" and form.is_valid():
        said = {"seen": form.cleaned_data["seen"], "on": on, "content": form.applied(bases)}
        if accepted(form, lambda: versions.write(by=request.user, version=draft, **said)):
            messages.success(request, "La condición quedó en el borrador.")
            return redirect("fund_conditions", call.pk)
    known = kinds.KINDS.get(kind)
    title, help_text = (known.label, known.help) if known else (kinds.GROUPS[kind], "")
    context = _inside(call, form=form, one=one, kind_title=title, kind_help=help_text, draft=draft)
    context["back"] = reverse("fund_conditions", args=[call.pk])
    return render(request, "cases/funding/calls/condition.html", context)


def _inside(call, **context):
    frame = inner(call, **context)
    frame["back"] = reverse("fund_draft", args=[call.pk])
    frame["crumbs"].append(("Bases en borrador", frame["back"]))
    return frame
