"""Applications that go on under somebody's name: who they are, another person, and what a transfer left to do."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from cases.forms.funding.places import KeeperForm, SettleForm
from cases.funding.words import PlacementKind
from cases.services.funding import placements
from cases.views.funding.frame import page_frame, visible_application
from incubator import calendars
from incubator.access import Permission
from incubator.navigation import address
from incubator.outcomes import accepted

_ASKS = (PlacementKind.WENT, PlacementKind.INHERITED)


def kept(request):
    """The applications of this coordination under somebody's name: code, fund and state, and nothing more."""
    rows = placements.keepers_to_name(request.user)
    return render(request, "cases/funding/places/kept.html", {"rows": rows, "crumbs": _crumbs()})


def keeper(request, kept):
    """Name another person, who from then on sees it; the one before no longer does."""
    application = get_object_or_404(placements.keepers_to_name(request.user), pk=kept)
    on = calendars.today()
    place = application.stays_with_id or application.case.incubator_id
    form = KeeperForm(request.POST or None, place=place, on=on)
    if request.method == "POST" and form.is_valid():
        chosen = form.cleaned_data["keeper"]
        act = {"by": request.user, "application": application, "on": on, "keeper": chosen}
        if accepted(form, lambda: placements.name_keeper(**act)):
            messages.success(request, f"{chosen.full_name} queda a cargo de la postulación {application.code}.")
            return redirect("fund_kept")
    crumbs = [*_crumbs(), ("A cargo de alguien", reverse("fund_kept"))]
    context = {"application": application, "form": form, "crumbs": crumbs, "back": reverse("fund_kept")}
    return render(request, "cases/funding/places/keeper.html", context)


def settle(request, fund):
    """What a transfer left to do with an application: judge the inherited draft again, or tell the agency."""
    application = visible_application(request, fund, Permission.WRITE_FUNDS, Permission.FILE_FUNDS)
    waiting = application.placements.filter(kind__in=_ASKS, settled_on__isnull=True).select_related("transfer").last()
    went = waiting is not None and waiting.kind == PlacementKind.WENT
    form = SettleForm(request.POST or None, went=went) if waiting is not None else None
    if form is not None and request.method == "POST" and form.is_valid():
        note = form.cleaned_data["note"]
        act = {"by": request.user, "placement": waiting, "on": calendars.today(), "note": note}
        if accepted(form, lambda: placements.settle(**act)):
            messages.success(request, "El aviso quedó anotado." if went else "El borrador quedó revisado.")
            return redirect("application_summary", fund=fund)
    context = page_frame(request.user, application, form=form, waiting=waiting, went=went)
    return render(request, "cases/funding/places/settle.html", context)


def _crumbs():
    pages = [("Fondos", address("fund_list")), ("Postulaciones", address("fund_applications"))]
    return [(words, url) for words, url in pages if url]
