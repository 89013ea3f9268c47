"""Absences: one's own, and those of the people whose posts one governs. Nobody needs to know more than the kind."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from incubator import access, calendars
from incubator.outcomes import accepted, told
from incubator.services import absences
from incubator.task_forms import OwnAbsenceForm, TeamAbsenceForm


def of_team(request):
    """The absences of the places where this user appoints, and the form that adds one."""
    on = calendars.today()
    form = TeamAbsenceForm(request.POST or None, user=request.user, on=on)
    if form.is_valid() and accepted(
        form, lambda: absences.record(by=request.user, user=form.cleaned_data["user"], on=on, **form.days())
    ):
        messages.success(request, "La ausencia quedó anotada: esos días responde quien le subroga o la coordinación.")
        return redirect("team_absences")
    rows = list(absences.of_places(request.user, on))
    context = {"form": form, "rows": rows, "on": on, "crumbs": [("Equipo", reverse("team"))]}
    return render(request, "incubator/absences_team.html", context)


def own(request):
    """One's own absences, and the form that adds one."""
    on, form = calendars.today(), None
    if access.posts_of(request.user):
        form = OwnAbsenceForm(request.POST or None, user=request.user, on=on)
        if form.is_valid() and accepted(form, lambda: _record_own(request.user, form, on)):
            messages.success(request, "Su ausencia quedó anotada: responde quien le subroga o la coordinación.")
            return redirect("my_absences")
    rows = list(absences.own(request.user)[:20])
    context = {"form": form, "rows": rows, "on": on, "crumbs": [("Mi cuenta", reverse("my_account"))]}
    return render(request, "incubator/absences_own.html", context)


def _record_own(user, form, on):
    return absences.record(by=user, user=user, post=form.cleaned_data.get("post"), on=on, **form.days())


@require_POST
def end_of_team(request, absence):
    """Somebody of the team is back today, or the absence is called off."""
    rows = absences.of_places(request.user, calendars.today())
    return _ended(request, get_object_or_404(rows, pk=absence), "team_absences")


@require_POST
def end_own(request, absence):
    """One is back today, or calls the absence off."""
    return _ended(request, get_object_or_404(absences.own(request.user), pk=absence), "my_absences")


def _ended(request, absence, back):
    on = calendars.today()
    ended = "La ausencia terminó: las tareas vuelven a su dueña o dueño desde hoy."
    told(request, lambda: absences.end(by=request.user, absence=absence, until=on, on=on), ended)
    return redirect(back)
