"""What funds published of past years, and our own awards as a package of the 360Giving standard."""

import json

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from cases.forms.funding.exchange import ResultsFileForm
from cases.funding.calls import access as calls_access
from cases.funding.calls.access import agreements_to_enter
from cases.funding.exchange import giving, ours, results
from cases.funding.exchange.calls import Fault
from cases.funding.exchange.giving import Awards
from cases.models import PastAward
from cases.models.funding.calls import agreements_of
from cases.services.funding import exchange
from incubator import calendars, files
from incubator.outcomes import accepted
from incubator.workbooks.reading import UnusableWorkbook

_A_PAGE = 50
_SHOWN = 20


def past_awards(request):
    """The past results of the agreements of the user, the newest first; whoever may, reads a file of them."""
    sought = request.GET.get("q", "").strip()
    rows = PastAward.objects.filter(agreement__in=agreements_of(request.user))
    if sought:
        rows = rows.filter(title__icontains=sought) | rows.filter(programme__icontains=sought)
    page = Paginator(rows, _A_PAGE).get_page(request.GET.get("pagina"))
    may_read = bool(agreements_to_enter(request.user))
    context = {"page": page, "sought": sought, "may_read": may_read, "crumbs": _crumbs()}
    return render(request, "cases/funding/exchange/awards.html", context)


def upload(request):
    """A package, or a list of results: its awards are kept, what is none is told."""
    form = ResultsFileForm(
        request.POST or None, request.FILES or None, places=calls_access.places_to_enter(request.user)
    )
    if request.method == "POST" and form.is_valid() and accepted(form, lambda: _read(request, form)):
        return redirect("past_awards")
    crumbs = [*_crumbs(), ("Resultados de años anteriores", reverse("past_awards"))]
    return render(request, "cases/funding/exchange/awards_upload.html", {"form": form, "crumbs": crumbs})


def package(request):
    """Our awards, as others may publish and add them up; without any, the page says so."""
    today = calendars.today()
    awards = ours.awards(request.user)
    if not awards:
        messages.info(request, "Todavía no hay adjudicaciones que entregar en el formato 360Giving.")
        return redirect("past_awards")
    document = giving.package(awards, title=f"Adjudicaciones al {today:%d-%m-%Y}", publisher="Minga", issued=today)
    name = f"adjudicaciones-360giving-{today:%Y-%m-%d}.json"
    content = json.dumps(document, ensure_ascii=False, indent=2)
    return HttpResponse(
        content, content_type=files.JSON, headers={"Content-Disposition": f'attachment; filename="{name}"'}
    )


def _read(request, form):
    agreement, incubator = form.chosen()
    on, upload = calendars.today(), form.cleaned_data["file"]
    kept = exchange.keep(by=request.user, agreement=agreement, incubator=incubator, upload=upload, on=on)
    read = _awards_of(kept, form.cleaned_data["funder"])
    new, known = exchange.record_awards(by=request.user, agreement=agreement, awards=read.awards, on=on, source=kept)
    said = f"Resultados nuevos: {new}. Ya estaban: {known}."
    messages.info(request, f"{said} Filas que no son adjudicaciones (lista de espera u otras): {read.not_awards}.")
    for fault in read.faults[:_SHOWN]:
        messages.error(request, str(fault))
    if len(read.faults) > _SHOWN:
        messages.error(request, f"Y {len(read.faults) - _SHOWN} filas más que no se pudieron leer.")
    return kept


def _awards_of(kept, funder) -> Awards:
    data = files.read(kept.sha256)
    if kept.media_type == files.JSON:
        return giving.read_package(data)
    try:
        return results.read_results(data, kept.original_name, funder=funder)
    except UnusableWorkbook as wrong:
        return Awards(faults=(Fault("", 0, "", "", wrong.sentence),))


def _crumbs():
    return [("Fondos", reverse("fund_list"))]
