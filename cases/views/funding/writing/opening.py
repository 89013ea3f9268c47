"""Open an application in two short steps, say anew who is who in it, and edit again what was ready."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render

from cases.forms.funding.writing_acts import ReasonForm
from cases.forms.funding.writing_parties import PartiesForm
from cases.funding.bases.written import bases_of
from cases.funding.calls import reading as calls_reading
from cases.funding.form import parties
from cases.funding.life import FundState
from cases.funding.words import ApplicantKind
from cases.models import FundingCall
from cases.services.funding import applications
from cases.views.frame import visible_case
from cases.views.funding.frame import group_page_frame, page_frame, visible_application
from incubator import calendars
from incubator.access import Permission
from incubator.outcomes import accepted


def apply(request, pk, fund_call):
    """Who applies (the kinds that the bases take, the others with why not); then who signs and who receives."""
    case = visible_case(request, pk, Permission.WRITE_FUNDS)
    call = get_object_or_404(FundingCall.objects.visible_to(request.user).select_related("agency"), pk=fund_call)
    on = calendars.today()
    version = calls_reading.in_force(call, on)
    frame = group_page_frame(case, call=call, version=version)
    if version is None:
        return render(request, "cases/funding/writing/apply.html", frame)
    kind = request.GET.get("quien", "")
    bases = bases_of(version)
    if kind not in bases.applicants:
        rows = [(one, parties.MEANS[one], why) for one, why in parties.offered(bases)]
        mine = case.fund_applications.filter(call=call).order_by("number")
        return render(
            request, "cases/funding/writing/apply.html", frame | {"kinds": rows, "bases": bases, "mine": mine}
        )
    return _second_step(request, frame, ApplicantKind(kind), on)


def _second_step(request, frame, kind, on):
    case, call = frame["case"], frame["call"]
    form = PartiesForm(
        request.POST or None,
        sources=applications.may_be_copied(request.user, case),
        initial={"title": f"Proyecto de {case.organization.name}"[:200]},
        **_about(request, case, kind, on),
    )
    if request.method == "POST" and form.is_valid():
        made = accepted(form, lambda: applications.begin(by=request.user, case=case, call=call, on=on, **form.said()))
        if made:
            messages.success(request, "La postulación quedó abierta. Lo que el caso ya sabía está en el formulario.")
            return redirect("application_summary", fund=made.pk)
    context = {"form": form, "kind": kind, "means": parties.MEANS[kind]}
    return render(request, "cases/funding/writing/apply_who.html", frame | context)


def _about(request, case, kind, on):
    return {
        "kind": kind,
        "user": request.user,
        "case": case,
        "on": on,
        "municipality": case.incubator.municipality.name,
    }


def people(request, fund):
    """Say anew what the project is called, who applies, who signs and who receives."""
    application = visible_application(request, fund, Permission.WRITE_FUNDS)
    bases, on = bases_of(application.bases), calendars.today()
    chosen = request.GET.get("quien", "")
    kind = ApplicantKind(chosen if chosen in bases.applicants else application.applicant_kind)
    initial = {name: getattr(application, name) for name in parties.PARTS} | {"title": application.title}
    form = PartiesForm(request.POST or None, initial=initial, **_about(request, application.case, kind, on))
    if request.method == "POST" and form.is_valid():
        said = form.said()
        if accepted(form, lambda: applications.describe(by=request.user, application=application, on=on, **said)):
            messages.success(request, "Quedó guardado quién postula, quién firma y quién recibe el dinero.")
            return redirect("application_summary", fund=fund)
    others = [one for one in bases.applicants if one != kind]
    context = page_frame(
        request.user,
        application,
        form=form,
        kind=kind,
        means=parties.MEANS[kind],
        others=[ApplicantKind(o) for o in others],
    )
    return render(request, "cases/funding/writing/people.html", context)


def reopen(request, fund):
    """An edit of what was ready brings it back to draft: said before it happens."""
    application = visible_application(request, fund, Permission.WRITE_FUNDS)
    is_ready = application.state == FundState.READY
    form = ReasonForm({"reason": "-"} if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        on = calendars.today()
        if accepted(form, lambda: applications.reopen(by=request.user, application=application, on=on)):
            messages.success(request, "La postulación volvió a borrador. El paquete anterior sigue guardado.")
            return redirect("application_form", fund=fund)
    context = page_frame(request.user, application, form=form, is_ready=is_ready)
    return render(request, "cases/funding/writing/reopen.html", context)
