"""What comes afterwards: the duties of each year with their document, and what the register says of it."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render

from cases.forms.regularization import DutyForm, StandingForm
from cases.law.regulator import register
from cases.models import RegistryStanding
from cases.regularization import duties
from cases.regularization.life import RegistryKind
from cases.services import regularization as service
from cases.views.deeds import with_document
from cases.views.frame import visible_case
from cases.views.regularization.frame import regular_frame
from cases.views.regularization.summary import register_of
from incubator import calendars
from incubator.access import Permission, allows
from incubator.outcomes import accepted

P = Permission


def year_by_year(request, pk):
    """The calendar of duties, and the form that says that one was done."""
    frame = regular_frame(request, pk, "regular_duties")
    case, file, on = frame["case"], frame["file"], calendars.today()
    if file is None:
        raise Http404
    years = duties.calendar(case, file, on)
    may = case.is_open and allows(request.user, P.RECORD_FACTS, case)
    form = None
    if may and any(one.done is None for _, rows in years for one in rows):
        form = DutyForm(request.POST or None, request.FILES or None, years=years, owner=request.user)
    if request.method == "POST":
        visible_case(request, pk, P.RECORD_FACTS)
        if form and form.is_valid() and accepted(form, lambda: _do(request, case, form)):
            messages.success(request, "El deber quedó anotado como hecho.")
            return redirect("regular_duties", pk)
    context = {
        "years": [(year, [_row(one, on) for one in rows]) for year, rows in years],
        "form": form,
        "since": duties.watched_since(file),
        "notices": duties.NOTICES,
        "sees_documents": allows(request.user, P.VIEW_PEOPLE, case),
    }
    return render(request, "cases/regularization/duties.html", frame | context)


def _row(one, on):
    return {"one": one, "tone": one.tone(on), "status": one.status(on)}


def _do(request, case, form):
    return with_document(
        request.user,
        case,
        form,
        lambda evidence: service.do_duty(by=request.user, case=case, evidence=evidence, **form.values()),
    )


def registry(request, pk):
    """What the register said, each day: «vigente» is one fact and «activa» another."""
    frame = regular_frame(request, pk, "regular_registry")
    case, on = frame["case"], calendars.today()
    if frame["file"] is None:
        raise Http404
    may = case.is_open and allows(request.user, P.RECORD_FACTS, case)
    form = StandingForm(request.POST or None, request.FILES or None, owner=request.user) if may else None
    if request.method == "POST":
        visible_case(request, pk, P.RECORD_FACTS)
        if form and form.is_valid() and accepted(form, lambda: _stand(request, case, form)):
            messages.success(request, "Lo que dice el registro quedó anotado.")
            return redirect("regular_registry", pk)
    words = register()
    facts = RegistryStanding.objects.filter(case=case).select_related("recorded_by")
    context = {
        "form": form,
        "register": register_of(case, on),
        "status": case.organization.get_legal_status_display(),
        "facts": [
            {"fact": fact, "kind": RegistryKind(fact.kind).label, "word": words.label(fact.kind, fact.code)}
            for fact in facts
        ],
        "source": words.source,
        "sees_documents": allows(request.user, P.VIEW_PEOPLE, case),
    }
    return render(request, "cases/regularization/registry.html", frame | context)


def _stand(request, case, form):
    return with_document(
        request.user,
        case,
        form,
        lambda evidence: service.record_standing(by=request.user, case=case, evidence=evidence, **form.values()),
    )
