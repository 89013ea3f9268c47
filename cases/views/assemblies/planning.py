"""Prepare a meeting: when, where, who calls, with which supports and agenda; and correct what was prepared."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render

from cases.assemblies.life import AssemblyKind
from cases.assemblies.reading import AGENDAS, people_of
from cases.forms.assemblies import AgendaRow, PlanForm
from cases.law.meetings import notice_window
from cases.models import SupportDeclaration
from cases.services import assemblies
from cases.views.assemblies.frame import refuse_hidden, step_frame, steps_of, to_write, url_of
from cases.views.frame import form_frame, visible_case
from incubator import calendars
from incubator.access import Permission
from incubator.meeting_forms import rows_of
from incubator.models import Commune
from incubator.outcomes import accepted

_ROWS = "tabla"


def new(request, pk):
    """Another meeting, of the kind that the address says."""
    case = visible_case(request, pk, Permission.RECORD_FACTS)
    refuse_hidden(request, case)
    kind = _kind(request)
    form, rows = _forms(request, case, kind, initial=_proposed(case, kind), agenda=_proposed_agenda(kind))
    if request.method == "POST" and not _one_more(request, form, rows) and _valid(form, rows):
        done = accepted(form, lambda: _plan(request.user, case, kind, form, rows))
        if done:
            messages.success(request, "Quedó preparada. Ahora, cite a cada persona.")
            return redirect("assembly_notices", pk, done.pk)
    rows = _shown(request, case, kind, rows)
    context = {"form": form, "rows": rows, "kind": kind, "steps": [], "back": form_frame(case)["back"]}
    return render(request, "cases/assemblies/plan.html", form_frame(case) | context)


def edit(request, pk, assembly):
    """What was prepared, to be corrected."""
    case, found = to_write(request, pk, assembly)
    if not found.is_open:
        return redirect(url_of(found))
    form, rows = _forms(request, case, found.kind, initial=_written(found), agenda=_written_agenda(found))
    judged = request.method == "POST" and not _one_more(request, form, rows) and _valid(form, rows)
    if judged and accepted(form, lambda: _replan(request.user, found, form, rows)):
        messages.success(request, "Los cambios quedaron guardados.")
        return redirect("assembly_notices", pk, found.pk)
    rows = _shown(request, case, found.kind, rows)
    context = {"form": form, "rows": rows, "kind": AssemblyKind(found.kind), "window": _window(found)}
    context["steps"] = steps_of(found, "assembly_edit")
    return render(request, "cases/assemblies/plan.html", step_frame(case, found, "assembly_edit") | context)


def _kind(request):
    """What the address says; without a word, the meeting that every cooperative holds each year."""
    try:
        return AssemblyKind(request.GET.get("clase", AssemblyKind.ORDINARY))
    except ValueError as error:
        raise Http404 from error


def _forms(request, case, kind, *, initial, agenda):
    data = request.POST or None
    today = calendars.today()
    people = people_of(AssemblyKind.FOUNDING, case, today, today=today) if kind == AssemblyKind.FOUNDING else []
    region = case.incubator.commune_id[:2]
    communes = Commune.objects.filter(pk__startswith=region).order_by("name")
    form = PlanForm(data, initial=initial, kind=kind, people=people, communes=communes)
    return form, rows_of(AgendaRow, _ROWS, data, initial=agenda, extra=0 if agenda else 1, kind=kind)


def _one_more(request, form, rows):
    """Without script, one row more: nothing is judged yet."""
    if request.POST.get("add_row") != _ROWS:
        return False
    form.quiet()
    return True


def _shown(request, case, kind, rows):
    if request.POST.get("add_row") != _ROWS:
        return rows
    grown = request.POST.copy()
    grown[f"{_ROWS}-TOTAL_FORMS"] = int(request.POST.get(f"{_ROWS}-TOTAL_FORMS") or 0) + 1
    rows = rows_of(AgendaRow, _ROWS, grown, kind=kind)
    rows.quiet()
    return rows


def _valid(form, rows):
    judged = [form.is_valid(), rows.is_valid()]
    return all(judged)


def _plan(by, case, kind, form, rows):
    return assemblies.plan(by=by, case=case, on=calendars.today(), kind=kind, agenda=rows.filled(), **form.facts())


def _replan(by, assembly, form, rows):
    on = calendars.today()
    return assemblies.replan(by=by, assembly=assembly, on=on, agenda=rows.filled(), **form.facts())


def _proposed(case, kind):
    """What is known without asking: the supports agreed with the group, its commune, who calls."""
    supports = SupportDeclaration.objects.filter(case=case).order_by("-happened_on", "-pk").first()
    organization = case.organization
    calls = {
        AssemblyKind.FOUNDING: "el comité organizador",
        AssemblyKind.BOARD: "la presidencia del consejo",
    }
    return {
        "supports": supports.supports if supports else [],
        "commune": organization.commune_id or case.incubator.commune_id,
        "convener": calls.get(kind, "el consejo de administración"),
    }


def _proposed_agenda(kind):
    return [{"topic": topic, "letter": letter, "matter": matter} for topic, letter, matter in AGENDAS[kind]]


def _written(assembly):
    names = ("meets_on", "starts_at", "second_call_at", "place", "commune", "convener", "supports")
    said = {name: getattr(assembly, name) for name in names}
    return said | {"organizers": [row.person_id for row in assembly.roles.all() if row.role == "organizer"]}


def _written_agenda(assembly):
    names = ("topic", "letter", "matter", "specially_called", "touches")
    return [{name: getattr(item, name) for name in names} for item in assembly.items.all()]


def _window(assembly):
    return None if assembly.is_board else notice_window(meeting_on=assembly.meets_on)
