"""The acts that end a meeting or come after it: close, «no se hizo», the signed minutes, a dissent."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from cases.forms.assemblies import ReasonForm
from cases.forms.assembly_minutes import DissentForm, MinutesForm
from cases.services import assemblies, documented
from cases.views.assemblies.frame import members_for, read_frame, to_write, url_of
from cases.views.assemblies.pages import about
from incubator import calendars
from incubator.enums import EvidenceKind, Tier
from incubator.outcomes import accepted, told


@require_POST
def close(request, pk, assembly):
    """Close the minutes."""
    _, found = to_write(request, pk, assembly)
    told(
        request,
        lambda: assemblies.close(by=request.user, assembly=found, on=calendars.today()),
        "El acta quedó cerrada. Imprímala para firmarla.",
    )
    return redirect(url_of(found))


@require_POST
def fail(request, pk, assembly):
    """It was not held."""
    case, found = to_write(request, pk, assembly)
    form = ReasonForm(request.POST, prefix="no")
    if form.is_valid():
        reason = form.cleaned_data["reason"]
        if accepted(
            form, lambda: assemblies.fail(by=request.user, assembly=found, on=calendars.today(), reason=reason)
        ):
            messages.success(request, "Quedó anotado que no se hizo. Puede preparar otra.")
            return redirect(url_of(found))
    return _again(request, case, found, fail_form=form)


@require_POST
def attach(request, pk, assembly):
    """Keep the signed minutes."""
    case, found = to_write(request, pk, assembly)
    form = MinutesForm(request.POST, request.FILES, prefix="acta", owner=request.user)
    if form.is_valid() and accepted(form, lambda: _attach(request.user, case, found, form)):
        messages.success(request, "El acta firmada quedó guardada.")
        return redirect(url_of(found))
    return _again(request, case, found, minutes_form=form)


def _attach(by, case, assembly, form):
    on = calendars.today()
    return documented.record(
        by=by,
        incubator=case.incubator,
        document=form.document(),
        on=on,
        kind=EvidenceKind.MINUTES,
        tier=Tier.LEGAL,
        taken_on=assembly.meets_on,
        act=lambda evidence: assemblies.attach_minutes(by=by, assembly=assembly, on=on, evidence=evidence),
    )


@require_POST
def dissent(request, pk, assembly):
    """A member dissents."""
    case, found = to_write(request, pk, assembly)
    items = [item for item in found.items.all() if item.voted]
    form = DissentForm(request.POST, prefix="disiente", items=items, people=members_for(found))
    if form.is_valid():
        said = form.facts()
        said["matter"].assembly = found
        if accepted(form, lambda: assemblies.dissent(by=request.user, on=calendars.today(), **said)):
            messages.success(request, "La disidencia quedó anotada.")
            return redirect(url_of(found))
    return _again(request, case, found, dissent_form=form)


def _again(request, case, assembly, **forms):
    """The page of the meeting with what was typed."""
    frame = read_frame(request, case, founding=assembly.is_founding)
    context = frame | about(request, case, assembly) | forms
    return render(request, "cases/assemblies/detail.html", context)
