"""Writing the draft of the bases: its page, each part of it, its act and file, and what was copied."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from cases.forms.funding.calls import VersionForm
from cases.forms.funding.calls_parts import PAGES, PartForms
from cases.funding.bases import checks
from cases.funding.bases.values import PARTS, by_part
from cases.funding.bases.written import bases_of
from cases.funding.calls import access as calls_access
from cases.services import documented
from cases.services.funding import bases as versions
from cases.views.funding.calls.frame import changed_call, inner, its_draft, page_of, region_names
from incubator import calendars
from incubator.enums import EvidenceKind, Tier
from incubator.outcomes import accepted, told

_SAVED = "Quedó guardado en el borrador."


def overview(request, fund_call):
    """What the draft says so far, what it lacks, and the way to each part."""
    call = changed_call(request, fund_call)
    draft = its_draft(call)
    said = by_part(bases_of(draft), region_names())
    context = inner(
        call,
        draft=draft,
        parts=[(part, label, said.get(part, [])) for part, label in PAGES.items() if part in PARTS],
        copied=[value for rows in said.values() for value in rows if value.path in set(draft.to_review)],
        missing=versions.missing(draft),
        may_check=calls_access.may_check(request.user, draft),
        authors=draft.authors.order_by("full_name"),
        sources=bases_of(draft).sources,
    )
    return render(request, "cases/funding/calls/draft.html", context)


def part(request, fund_call, bases_part):
    """One part of the draft."""
    call = changed_call(request, fund_call)
    draft = its_draft(call)
    if bases_part == "conditions":
        return redirect("fund_conditions", call.pk)
    data, again = _typed(request)
    forms = PartForms(bases_part, bases_of(draft), draft.revision, data, region_names().items())
    if data is not None and again:
        forms.quiet()
    elif data is not None and forms.is_valid() and _saved(request, draft, forms):
        messages.success(request, _SAVED)
        for sentence in checks.warnings(forms.applied()) if bases_part == "dates" else ():
            messages.warning(request, sentence)
        return redirect(_next(call, bases_part, data))
    context = _inside(call, forms=forms, form=forms.form, part=bases_part, label=PAGES[bases_part])
    return render(request, "cases/funding/calls/part.html", context)


def _inside(call, **context):
    frame = inner(call, **context)
    frame["crumbs"].append(("Bases en borrador", f"{page_of(call)}bases/"))
    frame["back"] = f"{page_of(call)}bases/"
    return frame


def _saved(request, draft, forms):
    by, seen, on = request.user, forms.form.cleaned_data["seen"], calendars.today()
    return accepted(forms.form, lambda: versions.write(by=by, version=draft, seen=seen, on=on, content=forms.applied()))


def _next(call, now, data):
    """The next part when the button says so; else the draft."""
    from django.urls import reverse

    order = list(PAGES)
    after = order[order.index(now) + 1 :]
    if "next" in data and after:
        return reverse("fund_bases_part", args=[call.pk, after[0]])
    return reverse("fund_draft", args=[call.pk])


def _typed(request):
    """What was typed, and whether the button only asks for one row more."""
    if request.method != "POST":
        return None, False
    data = request.POST.copy()
    prefix = data.get("add_row", "")
    count = data.get(f"{prefix}-TOTAL_FORMS", "")
    if prefix and count.isdigit() and len(count) < 4:
        data[f"{prefix}-TOTAL_FORMS"] = str(int(count) + 1)
    return data, bool(prefix)


def act(request, fund_call):
    """Where the version is published, with its act, its file and its day."""
    call = changed_call(request, fund_call)
    draft = its_draft(call)
    initial = {"seen": draft.revision, "act": draft.act, "url": draft.url, "in_force_from": draft.in_force_from}
    form = VersionForm(request.POST or None, request.FILES or None, owner=request.user, initial=initial)
    if call.incubator_id is None:
        del form.fields["document_file"]
    if request.method == "POST" and form.is_valid() and _kept(request, call, draft, form):
        messages.success(request, _SAVED)
        return redirect("fund_draft", call.pk)
    return render(request, "cases/funding/calls/act.html", _inside(call, form=form, draft=draft))


def _kept(request, call, draft, form):
    by, on, said = request.user, calendars.today(), form.said()
    seen = form.cleaned_data["seen"]

    def write(evidence):
        content = bases_of(draft)
        return versions.write(by=by, version=draft, seen=seen, on=on, content=content, evidence=evidence, **said)

    document = form.document() if call.incubator_id else None
    told_of = {"incubator": call.incubator, "document": document, "kind": EvidenceKind.FUND, "tier": Tier.PUBLIC}
    return accepted(form, lambda: documented.record(by=by, on=on, act=write, **told_of))


@require_POST
def reviewed(request, fund_call):
    """These copied values are still right."""
    call = changed_call(request, fund_call)
    draft, seen = its_draft(call), request.POST.get("seen", "")
    said = {"seen": int(seen) if seen.isdigit() else 0, "on": calendars.today(), "paths": request.POST.getlist("path")}
    told(request, lambda: versions.reviewed(by=request.user, version=draft, **said), "Quedaron revisados.")
    return redirect("fund_draft", call.pk)


@require_POST
def discard(request, fund_call):
    """Throw the draft away."""
    call = changed_call(request, fund_call)
    draft = its_draft(call)
    told(
        request,
        lambda: versions.discard(by=request.user, version=draft, on=calendars.today()),
        "El borrador quedó descartado.",
    )
    return redirect("fund_call", call.pk)
