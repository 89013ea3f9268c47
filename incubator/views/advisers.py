"""What each adviser institution is for an incubator, and the contracts by which it handles data."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from incubator import calendars, files
from incubator.access import Permission
from incubator.consent_forms import ContractForm, StandingForm
from incubator.enums import Tier
from incubator.models import AdviserStanding, Incubator, ProcessorContract
from incubator.outcomes import accepted
from incubator.purposes import AdviserNature
from incubator.services import consents
from incubator.services.evidence import keep


def listing(request):
    """The institutions of each incubator within reach, as they stand today."""
    on = calendars.today()
    places = Incubator.objects.visible_to(request.user, Permission.MANAGE_ADVISERS).order_by("name", "pk")
    rows = [_row(place, institution, on) for place in places for institution in consents.institutions_of(place)]
    return render(request, "incubator/consents/advisers.html", {"rows": rows})


def _row(place, institution, on):
    standings = AdviserStanding.objects.filter(incubator=place, organization=institution)
    contracts = ProcessorContract.objects.filter(incubator=place, organization=institution)
    standing = standings.in_force(on).first()
    contract = contracts.in_force(on).first()
    is_private = standing is not None and standing.nature == AdviserNature.PRIVATE
    return {
        "place": place,
        "institution": institution,
        "is_private": is_private,
        "standing": standing,
        "contract": contract,
        "standings": standings.select_related("recorded_by"),
        "contracts": contracts.select_related("recorded_by"),
    }


def detail(request, pk, institution):
    """One institution: what it is, what its users read today, and its contracts."""
    place, adviser = _reached(request, pk, institution)
    on = calendars.today()
    form = StandingForm(request.POST or None, request.FILES or None, owner=request.user, initial={"since": on})
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        done = accepted(
            form,
            lambda: consents.record_standing(
                by=request.user,
                incubator=place,
                organization=adviser,
                nature=said["nature"],
                since=said["since"],
                evidence=_kept(request, place, form),
            ),
        )
        if done is not None:
            messages.success(request, "Quedó anotado: lo que ve esa institución ya cambió.")
            return redirect("adviser_detail", pk, institution)
    context = _row(place, adviser, on) | {"form": form, "crumbs": [("Institución asesora", reverse("adviser_list"))]}
    return render(request, "incubator/consents/adviser.html", context)


def contract(request, pk, institution):
    """A new contract of data."""
    place, adviser = _reached(request, pk, institution)
    form = ContractForm(request.POST or None, request.FILES or None, owner=request.user)
    if request.method == "POST" and form.is_valid():
        said = {name: value for name, value in form.cleaned_data.items() if not name.startswith("document_")}
        done = accepted(
            form,
            lambda: consents.record_contract(
                by=request.user,
                incubator=place,
                organization=adviser,
                evidence=_kept(request, place, form),
                **said,
            ),
        )
        if done is not None:
            messages.success(request, f"Quedó el contrato, que rige hasta el {done.last_day:%d-%m-%Y}.")
            return redirect("adviser_detail", pk, institution)
    page = reverse("adviser_detail", args=[pk, institution])
    crumbs = [("Institución asesora", reverse("adviser_list")), (adviser.name, page)]
    context = {"form": form, "institution": adviser, "place": place, "back": page, "crumbs": crumbs}
    return render(request, "incubator/consents/contract.html", context)


def evidence(request, pk, institution, contract):
    """The signed copy of a contract."""
    place, adviser = _reached(request, pk, institution)
    row = get_object_or_404(ProcessorContract.objects.filter(incubator=place, organization=adviser), pk=contract)
    return files.serve(request, row.evidence)


def _kept(request, place, form):
    upload = form.document()
    if not upload:
        return None
    return keep(by=request.user, upload=upload, incubator=place, on=calendars.today(), tier=Tier.LEGAL)


def _reached(request, pk, institution):
    place = get_object_or_404(Incubator.objects.visible_to(request.user, Permission.MANAGE_ADVISERS), pk=pk)
    adviser = consents.institutions_of(place).filter(pk=institution).first()
    if adviser is None:
        raise Http404
    return place, adviser
