"""Anotar un grupo and correct its record."""

from django.contrib import messages
from django.shortcuts import redirect, render

from cases.forms.groups import GroupForm, IncubatorChoice, NewGroupForm
from cases.services import groups
from cases.views.frame import form_frame, visible_case
from incubator import calendars
from incubator.access import Permission
from incubator.models import Incubator, Organization
from incubator.outcomes import accepted
from incubator.services import organizations


def new(request):
    """A group that comes to be known; where the user has several incubators, the incubator first."""
    places = Incubator.objects.visible_to(request.user, Permission.WRITE_GROUPS)
    incubator = _chosen(request, places)
    if incubator is None:
        choice = IncubatorChoice(request.GET or None, incubators=places)
        return render(request, "cases/groups/choose_incubator.html", {"form": choice})
    form = NewGroupForm(request.POST or None, incubator=incubator, initial={"commune": incubator.commune_id})
    if request.method == "POST" and form.is_valid():
        cleaned = form.cleaned_data
        case = accepted(
            form,
            lambda: groups.register(
                by=request.user,
                incubator=incubator,
                on=cleaned["on"],
                case_source=cleaned["case_source"],
                **form.values(),
            ),
        )
        if case:
            messages.success(request, "El grupo quedó anotado en el catastro. Ahora anote a sus integrantes.")
            return redirect("group_detail", pk=case.organization_id)
    return render(request, "cases/groups/new.html", {"form": form, "incubator": incubator})


def _chosen(request, places):
    """The incubator named in the address, or the only one."""
    named = request.GET.get("incubator", "")
    if named.isdigit():
        return places.filter(pk=named).first()
    return places.first() if places.count() == 1 else None


def edit(request, pk):
    """Correct a group's record; what did not change keeps its source and day."""
    case = visible_case(request, pk, Permission.WRITE_GROUPS)
    group = Organization.objects.get(pk=case.organization_id)
    form = GroupForm(request.POST or None, instance=group, incubator=case.incubator)
    if request.method == "POST" and form.is_valid():
        on, values = calendars.today(), form.values()
        by, kept = request.user, case.organization
        if accepted(form, lambda: organizations.update_group(by=by, organization=kept, on=on, **values) or ["nothing"]):
            messages.success(request, "Los datos del grupo quedaron guardados.")
            return redirect("group_detail", pk=pk)
    return render(request, "cases/groups/edit.html", form_frame(case, form=form))
