"""A group that graduated or whose case was closed comes back, and its former members are offered again."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse

from cases import stays
from cases.forms.groups import ReentryForm
from cases.forms.reentry import FormerMembersForm
from cases.services import groups
from cases.views.frame import form_frame, visible_case
from incubator import calendars
from incubator.access import Permission
from incubator.outcomes import accepted


def reenter(request, pk):
    """Open a new case, linked to the one that ended."""
    case = visible_case(request, pk, Permission.WRITE_GROUPS)
    form = ReentryForm(request.POST or None, former=case)
    if request.method == "POST" and form.is_valid():
        by, said = request.user, form.cleaned_data
        if accepted(form, lambda: groups.take_in_again(by=by, case=case, **said)):
            messages.success(request, "El grupo vuelve a empezar en el catastro. Su caso anterior se conserva.")
            offered = stays.former_members(case.organization, calendars.today())
            return redirect("former_members" if offered else "group_detail", pk=pk)
    on = calendars.today()
    members = case.organization.members_on(on).count()
    context = form_frame(case, form=form, members=members, former=len(stays.former_members(case.organization, on)))
    return render(request, "cases/groups/reenter.html", context)


def former_members(request, pk):
    """Who belonged to the group and no longer does: each may be added again, and nobody is moved."""
    case = visible_case(request, pk, Permission.WRITE_PEOPLE)
    on = calendars.today()
    offered = stays.former_members(case.organization, on)
    form = FormerMembersForm(request.POST or None, offered=offered)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        who = {int(pk) for pk in said["people"]}
        people = [row.person.survivor for row in offered if row.pk in who]
        act = {"by": request.user, "case": case, "people": people, "since": said["since"]}
        if accepted(form, lambda: groups.welcome_back(**act) or ["nothing"]):
            messages.success(request, "Quedaron como integrantes desde esa fecha.")
            return redirect("group_members", pk=pk)
    context = form_frame(case, form=form, offered=offered, members=reverse("group_members", args=[pk]))
    return render(request, "cases/groups/former_members.html", context)
