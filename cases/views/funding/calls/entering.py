"""Entering a call: a new one, the copy of another year, and a new version of its bases."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect, render

from cases.forms.funding.calls import CopyForm, NewCallForm, RenewForm
from cases.funding.calls import access as calls_access
from cases.funding.calls import reading as calls_reading
from cases.services.funding import bases as versions
from cases.services.funding import calls
from cases.views.funding.calls.frame import changed_call, inner, visible_call
from incubator import calendars
from incubator.outcomes import accepted, told


def new(request):
    """Which fund it is; its bases are written next, part by part."""
    form = NewCallForm(request.POST or None, places=_places(request.user), initial={"year": calendars.today().year})
    if request.method == "POST" and form.is_valid():
        (agreement, incubator), on = form.where(), calendars.today()
        said = {"agreement": agreement, "incubator": incubator, "on": on, **form.said()}
        call = accepted(form, lambda: calls.enter(by=request.user, **said))
        if call:
            messages.success(request, "El llamado quedó ingresado en borrador. Escriba ahora lo que dicen sus bases.")
            return redirect("fund_bases_part", call.pk, "identity")
    return render(request, "cases/funding/calls/new.html", {"form": form})


def copy(request, fund_call):
    """The call of another year as a draft of this one's."""
    call = visible_call(request, fund_call)
    places = [place for place in _places(request.user) if place[0].pk == call.agreement_id]
    if not places:
        raise PermissionDenied("Su cargo no permite ingresar llamados en ese convenio. Pídalo a la coordinación.")
    year = max(call.year + 1, calendars.today().year)
    form = CopyForm(request.POST or None, places=places, initial={"year": year})
    if request.method == "POST" and form.is_valid():
        (_, incubator), on = form.where(), calendars.today()
        said = {"call": call, "incubator": incubator, "on": on, "year": form.cleaned_data["year"]}
        made = accepted(form, lambda: calls.copy(by=request.user, **said))
        if made:
            messages.success(request, "La copia quedó en borrador, sin fechas, horas ni montos. Revise cada valor.")
            return redirect("fund_draft", made.pk)
    return render(request, "cases/funding/calls/copy.html", inner(call, form=form))


def renew(request, fund_call):
    """A new version from the one in force; or the first one again, when its draft was discarded."""
    call, on = changed_call(request, fund_call), calendars.today()
    if not call.versions.exists() and request.method == "POST":
        began = told(
            request, lambda: versions.begin(by=request.user, call=call, on=on), "Escriba lo que dicen las bases."
        )
        return redirect("fund_draft" if began else "fund_call", call.pk)
    form = RenewForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        said = {"act": form.act_said(), "url": form.cleaned_data["url"]}
        done = accepted(form, lambda: versions.renew(by=request.user, call=call, on=on, **said))
        if done:
            messages.success(request, "Cambie lo que dice el acto. Lo demás queda como estaba, ya comprobado.")
            return redirect("fund_draft", call.pk)
    begins = not call.versions.exists()
    context = inner(call, form=form, version=calls_reading.in_force(call, on), begins=begins)
    return render(request, "cases/funding/calls/renew.html", context)


def _places(user):
    places = calls_access.places_to_enter(user)
    if not places:
        raise PermissionDenied("Su cargo no permite ingresar llamados a fondos. Pídalo a la coordinación.")
    return places
