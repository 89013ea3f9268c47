"""Meetings still to come: the list, one of them, planning it with its supports, mending and suspending it."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from cases import plan_rows
from cases.forms.sessions import GroupsForm
from cases.views.frame import form_frame
from cases.views.sessions import chosen, loggable
from incubator import calendars
from incubator.access import Permission, allows
from incubator.enums import SupportKind
from incubator.meeting_forms import rows_of
from incubator.models import Organization, PlannedMeeting
from incubator.notice import meeting_notice
from incubator.outcomes import accepted
from incubator.planning_forms import CancelForm, PlanForm, PlannedSupportRow
from incubator.services import planning

PAGE = 25
_STATES = (("", "Por realizar"), ("realizadas", "Realizadas"), ("suspendidas", "Suspendidas"))


def listing(request):
    """The planned meetings within reach: those to come, held or suspended."""
    state = request.GET.get("estado", "")
    rows = PlannedMeeting.objects.visible_to(request.user)
    if state == "realizadas":
        rows = rows.filter(meeting__isnull=False).order_by("-planned_on", "-pk")
    elif state == "suspendidas":
        rows = rows.filter(cancelled_at__isnull=False).order_by("-planned_on", "-pk")
    else:
        state, rows = "", rows.pending()
    page = Paginator(plan_rows.with_supports(rows), PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "rows": plan_rows.shown(request.user, page.object_list),
        "chips": [
            {"label": label, "url": f"?estado={key}" if key else "?", "current": key == state, "count": ""}
            for key, label in _STATES
        ],
        "query": f"estado={state}&" if state else "",
        "may_plan": allows(request.user, Permission.LOG_MEETINGS),
        "on": calendars.today(),
    }
    return render(request, "cases/planning/list.html", context)


def choose(request):
    """With whom: one group, or several."""
    cases = list(loggable(request.user).open())
    form = GroupsForm(request.GET or None, cases=cases)
    if form.is_valid():
        picked = [case for case in cases if str(case.pk) in form.cleaned_data["caso"]]
        first, *others = picked
        query = "&".join(f"con={case.organization_id}" for case in others)
        return redirect(reverse("agenda_new", args=[first.organization_id]) + (f"?{query}" if query else ""))
    return render(request, "cases/planning/choose.html", {"form": form, "cases": cases, "back": reverse("agenda")})


def new(request, pk):
    """Plan a meeting; its supports begin with what the members ask for, in total."""
    cases = chosen(request, pk)
    groups = [case.organization for case in cases]
    data, again = _typed(request)
    asked = planning.proposed(groups, calendars.today())
    rows = [{"kind": kind, "requested": count} for kind, count in sorted(asked.items())]
    form, supports = _forms(request, data, cases[0].incubator, rows)
    if data is not None and not again and _valid(form, supports):
        said = {"supports": supports.filled(), **form.cleaned_data}
        done = accepted(form, lambda: planning.plan(by=request.user, organizations=groups, **said))
        if done is not None:
            messages.success(request, f"Quedó la reunión del {done.planned_on:%d-%m-%Y}. {_left(done)}")
            return redirect("agenda_detail", done.pk)
    _quiet(again, form, supports)
    names = " y ".join(group.name for group in groups)
    context = form_frame(cases[0], form=form, supports=supports, names=names, proposed=bool(rows))
    return render(request, "cases/planning/form.html", context)


def edit(request, pk):
    """Mend what is still to come, and say which supports are confirmed."""
    plan = _mended(request, pk)
    data, again = _typed(request)
    names = (*planning.FIELDS,)
    initial = {name: getattr(plan, name) for name in names} | {"conducted_by": plan.conducted_by_id}
    fields = ("kind", "requested", "provider", "booked_on", "cost")
    held = [{name: getattr(row, name) or None for name in fields} for row in plan.supports.all()]
    form, supports = _forms(request, data, plan.incubator, held, initial=initial, former=plan.planned_on)
    if data is not None and not again and _valid(form, supports):
        said = {"supports": supports.filled(), **form.cleaned_data}
        done = accepted(form, lambda: planning.change(by=request.user, planned=plan, **said))
        if done is not None:
            messages.success(request, f"Los cambios quedaron guardados. {_left(done)}")
            return redirect("agenda_detail", pk)
    _quiet(again, form, supports)
    context = _frame(request, plan, inner=True) | {"form": form, "supports": supports}
    return render(request, "cases/planning/form.html", context)


def detail(request, pk):
    """When, where, who, and how its supports stand."""
    plan = _reached(request, pk)
    mends = plan.is_pending and planning.may_mend(request.user, plan)
    given = {row.kind: row for row in plan.meeting.supports.all()} if plan.meeting_id else {}
    groups = list(plan.organizations.all())
    context = _frame(request, plan) | {
        "supports": [
            {"row": row, "given": given[row.kind].given if row.kind in given else None} for row in plan.supports.all()
        ],
        "unplanned": [
            {"label": SupportKind(kind).label, "row": row}
            for kind, row in given.items()
            if kind not in {support.kind for support in plan.supports.all()}
        ],
        "may_mend": mends,
        "session": _session_address(plan) if mends and plan.planned_on <= calendars.today() else "",
        "sees_needs": plan.is_pending
        and all(allows(request.user, Permission.VIEW_SUPPORTS, group) for group in groups),
        "on": calendars.today(),
    }
    return render(request, "cases/planning/detail.html", context)


def cancel(request, pk):
    """Ask why, and suspend it."""
    plan = _mended(request, pk)
    form = CancelForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        if accepted(form, lambda: planning.cancel(by=request.user, planned=plan, reason=reason)):
            messages.success(request, "Quedó suspendida. Avise al grupo y a quienes daban los apoyos.")
            return redirect("agenda_detail", pk)
    return render(request, "cases/planning/cancel.html", _frame(request, plan, inner=True) | {"form": form})


def needs(request, pk):
    """Who asks for each support, for whoever may read it; the reading is logged."""
    plan = _reached(request, pk)
    if not all(allows(request.user, Permission.VIEW_SUPPORTS, group) for group in plan.organizations.all()):
        raise Http404
    found = planning.asked_by(by=request.user, planned=plan)
    people = [
        {"name": person.name, "asks": [(SupportKind(need.kind).label, need.note) for need in asked]}
        for person, asked in found.items()
    ]
    return render(request, "cases/planning/needs.html", _frame(request, plan, inner=True) | {"people": people})


def notice(request, pk):
    """The notice to hand over or hang up: large type, plain words, supports in total."""
    plan = _reached(request, pk)
    groups = [group.name for group in _groups(request.user, plan)]
    content = meeting_notice(planned=plan, groups=groups, supports=list(plan.supports.all()), created=calendars.now())
    answer = HttpResponse(content, content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="aviso-{plan.pk}-{plan.planned_on:%Y-%m-%d}.pdf"'
    answer["Cache-Control"] = "private, no-store"
    return answer


def _typed(request):
    """What was typed, and whether the button only brings the page back with one row more."""
    if request.method != "POST":
        return None, False
    data = request.POST.copy()
    again = "add_row" in data
    if again and data.get("supports-TOTAL_FORMS", "").isdigit():
        data["supports-TOTAL_FORMS"] = str(int(data["supports-TOTAL_FORMS"]) + 1)
    return data, again


def _forms(request, data, incubator, rows, **kwargs):
    form = PlanForm(data, user=request.user, incubator=incubator, **kwargs)
    return form, rows_of(PlannedSupportRow, "supports", data, initial=rows, extra=0 if rows else 1)


def _valid(form, supports):
    return all([form.is_valid(), supports.is_valid()])


def _quiet(again, form, supports):
    if again:
        supports.quiet()
        form._errors = {}


def _left(plan):
    """What is left to do with its supports, as a sentence."""
    waiting = len(planning.unbooked(plan))
    if not plan.supports.all():
        return "Nadie ha pedido apoyos."
    return f"Falta confirmar {waiting} apoyos." if waiting > 1 else ("Falta confirmar 1 apoyo." if waiting else "")


def _session_address(plan):
    first, *others = [group.pk for group in plan.organizations.order_by("pk")]
    query = "&".join([f"plan={plan.pk}", *(f"con={pk}" for pk in others)])
    return f"{reverse('session_log', args=[first])}?{query}"


def _reached(request, pk):
    return get_object_or_404(plan_rows.with_supports(PlannedMeeting.objects.visible_to(request.user)), pk=pk)


def _mended(request, pk):
    plan = _reached(request, pk)
    if not plan.is_pending or not planning.may_mend(request.user, plan):
        raise Http404
    return plan


def _groups(user, plan):
    return Organization.objects.visible_to(user).filter(planned_meetings=plan).order_by("sort_key", "pk")


def _frame(request, plan, inner=False):
    page = reverse("agenda_detail", args=[plan.pk])
    crumbs = [("Agenda", reverse("agenda"))]
    groups = list(_groups(request.user, plan))
    return {
        "plan": plan,
        "groups": groups,
        "others": plan.organizations.count() - len(groups),
        "names": " y ".join(group.name for group in groups),
        "back": page,
        "crumbs": [*crumbs, (f"{plan.planned_on:%d-%m-%Y}", page)] if inner else crumbs,
    }
