"""The plan: what will be done, presented and approved; on paper; and how the file ends, goes back or begins again."""

from functools import partial

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from cases.enums import ItemStatus, Risk
from cases.forms.regularization import EndForm
from cases.regularization import reading
from cases.regularization.life import EntryKind, RegularState, RegularVerb
from cases.services import regularization as service
from cases.services.regularization import plans
from cases.views.deeds import with_document
from cases.views.frame import visible_case
from cases.views.regularization.frame import file_or_404, page_frame, regular_frame
from cases.views.regularization.rows import item_row
from cases.views.regularization.summary import told
from incubator import calendars
from incubator.access import Permission, allows
from incubator.models import User
from incubator.outcomes import accepted
from incubator.outcomes import told as tell
from incubator.paper import render_pdf

P, S = Permission, RegularState


def plan(request, pk):
    """What will be done about each point, who does it and until when."""
    frame = regular_frame(request, pk, "regular_plan")
    case, file = frame["case"], frame["file"]
    if file is None:
        raise Http404
    may = partial(allows, request.user, obj=case)
    is_open = case.is_open and file.closed_on is None
    context = _plan(file, calendars.today()) | {
        "is_draft": file.state in (S.DIAGNOSIS, S.PLAN),
        "may_present": is_open and file.state == S.DIAGNOSIS and may(P.RECORD_FACTS),
        "may_approve": is_open and file.state == S.PLAN and may(P.APPROVE_PLANS),
        "wrote": file.state == S.PLAN and plans.wrote(request.user, file),
        "may_revise": is_open and file.state in (S.PLAN_APPROVED, S.IN_PROGRESS) and may(P.RECORD_FACTS),
        "may_write": is_open and file.state in (S.DIAGNOSIS, S.PLAN) and may(P.RECORD_FACTS),
        "lacking": plans.lacking(file, calendars.today()) if file.state in (S.DIAGNOSIS, S.PLAN) else [],
    }
    return render(request, "cases/regularization/plan.html", frame | context)


def _plan(file, on):
    """The rows of the plan, of high risk first, by their day; who wrote it and who approved it."""
    items = [item for item in reading.items_of(file) if _is_planned(item)]
    items.sort(key=lambda item: (item.key not in reading.BEFORE_THE_PLAN, item.risk != Risk.HIGH, item.due_on or on))
    minimum = reading.minimum(file, on)
    approval = file.changes.filter(verb=RegularVerb.APPROVE).select_related("by").order_by("-number").first()
    writers = User.objects.filter(
        pk__in=file.items.filter(entries__kind=EntryKind.PLAN).values("entries__by")
    ).order_by("full_name")
    return {
        "rows": [item_row(item, on) for item in items],
        "minimum": told(minimum) if minimum else None,
        "vacancy": [told(answer) for answer in reading.vacancy_of(items, on)],
        "approval": approval if file.state not in (S.DIAGNOSIS, S.PLAN) else None,
        "writers": list(writers),
        "state": S(file.state).label,
        "today": on,
    }


def _is_planned(item):
    return bool(item.plan) or item.status == ItemStatus.DOES_NOT


def plan_pdf(request, pk):
    """The same on paper."""
    case, file = file_or_404(request, pk, P.VIEW_LEGAL)
    on = calendars.today()
    context = _plan(file, on) | {
        "group": case.organization,
        "case": case,
        "file": file,
        "municipality": case.incubator.municipality,
        "draft": file.state in (S.DIAGNOSIS, S.PLAN),
    }
    title = f"Plan de saneamiento de {case.organization.name}"
    content = render_pdf("print/regularization_plan.html", context, title=title, created=calendars.now())
    return _served(content, f"plan-saneamiento-{case.code}.pdf")


def letter(request, pk):
    """The letter that asks the DAES who calls and who admits, when no seat is in force."""
    case, file = file_or_404(request, pk, P.RECORD_FACTS)
    on = calendars.today()
    if not reading.vacancy_of(reading.items_of(file), on):
        raise Http404
    context = {
        "group": case.organization,
        "case": case,
        "file": file,
        "municipality": case.incubator.municipality,
        "today": on,
        "draft": True,
    }
    title = f"Consulta al DAES sobre {case.organization.name}"
    content = render_pdf("print/regularization_letter.html", context, title=title, created=calendars.now())
    return _served(content, f"consulta-daes-{case.code}.pdf")


def _served(content, name):
    """A PDF that is not kept: it says what is true today."""
    answer = HttpResponse(content, content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="{name}"'
    answer["Cache-Control"] = "private, no-store"
    return answer


@require_POST
def present(request, pk):
    """The plan waits for whoever approves it."""
    _, file = file_or_404(request, pk, P.RECORD_FACTS)
    act = partial(service.present, by=request.user, file=file, on=calendars.today())
    tell(request, act, "El plan quedó presentado. Lo aprueba otra persona.")
    return redirect("regular_plan", pk)


@require_POST
def approve(request, pk):
    """Somebody who wrote none of it approves it."""
    _, file = file_or_404(request, pk, P.APPROVE_PLANS)
    act = partial(service.approve, by=request.user, file=file, on=calendars.today())
    tell(request, act, "El plan quedó aprobado.")
    return redirect("regular_plan", pk)


@require_POST
def revise(request, pk):
    """The plan is written and approved again."""
    _, file = file_or_404(request, pk, P.RECORD_FACTS)
    reason = request.POST.get("reason", "")
    act = partial(service.revise, by=request.user, file=file, on=calendars.today(), reason=reason)
    tell(request, act, "El plan se puede escribir de nuevo. Otra persona lo aprueba.")
    return redirect("regular_plan", pk)


@require_POST
def lapse(request, pk):
    """Something no longer holds: back to the diagnosis."""
    _, file = file_or_404(request, pk, P.RECORD_FACTS)
    reason = request.POST.get("reason", "")
    act = partial(service.lapse, by=request.user, file=file, on=calendars.today(), reason=reason)
    tell(request, act, "El saneamiento volvió al diagnóstico.")
    return redirect("group_regularization", pk)


@require_POST
def open_again(request, pk):
    """Another file, after one that ended."""
    case = visible_case(request, pk, P.DECIDE)
    act = partial(service.open_again, by=request.user, case=case, on=calendars.today())
    tell(request, act, "Se abrió otro saneamiento.")
    return redirect("group_regularization", pk)


def end(request, pk):
    """It ends without being put in order."""
    case, file = file_or_404(request, pk, P.DECIDE)
    if file.closed_on is not None or not case.is_open:
        raise Http404
    form = EndForm(request.POST or None, request.FILES or None, owner=request.user)
    if request.method == "POST" and form.is_valid() and accepted(form, lambda: _end(request, case, file, form)):
        messages.success(request, "El saneamiento terminó. Lo anotado sigue aquí.")
        return redirect("group_regularization", pk)
    said = reading.minimum(file, calendars.today())
    context = {"form": form, "file": file, "row": told(said) if said else None}
    return render(request, "cases/regularization/end.html", page_frame(case, **context))


def _end(request, case, file, form):
    values = form.values()
    how = values.pop("how")
    if how == "withdraw":
        return service.withdraw(by=request.user, file=file, **values)
    act = {"dissolve": service.dissolve, "give_up": service.give_up}[how]
    return with_document(
        request.user, case, form, lambda evidence: act(by=request.user, file=file, evidence=evidence, **values)
    )
