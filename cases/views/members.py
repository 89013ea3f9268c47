"""Who belongs to a group: new people, leaving, representing, and mistakes mended. The list is members_list.py."""

from datetime import timedelta

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render

from cases.forms.members import JoinForm, LeaveForm, MendForm, NewMemberForm, SinceForm
from cases.views.frame import form_frame, visible_case
from incubator import calendars
from incubator.access import Permission
from incubator.models import Membership, Person
from incubator.outcomes import accepted
from incubator.services import members, organizations


def new(request, pk):
    """A new person into the group; one who already has that RUN in the incubator is offered instead."""
    case = visible_case(request, pk, Permission.WRITE_PEOPLE)
    group = case.organization
    initial = {"commune": group.commune_id, "sector": group.sector}
    form = NewMemberForm(request.POST or None, incubator=case.incubator, group=group, initial=initial)
    if request.method == "POST" and form.is_valid():
        since, fields = form.cleaned_data["since"], form.person_fields()
        by, on = request.user, calendars.today()
        joined = accepted(form, lambda: members.welcome(by=by, organization=group, since=since, on=on, **fields))
        if joined:
            messages.success(request, f"La persona quedó como integrante desde el {since:%d-%m-%Y}.")
            return redirect("group_members", pk=pk)
    return render(request, "cases/members/new.html", form_frame(case, form=form))


def add(request, pk, person):
    """Somebody the incubator already knows joins the group."""
    case = visible_case(request, pk, Permission.WRITE_PEOPLE)
    known = Person.objects.visible_to(request.user, Permission.WRITE_PEOPLE).filter(incubator=case.incubator_id)
    someone = get_object_or_404(known.select_related("same_as"), pk=person).survivor
    form = JoinForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        by, group, values = request.user, case.organization, form.cleaned_data
        if accepted(form, lambda: organizations.join(by=by, organization=group, person=someone, **values)):
            messages.success(request, f"La persona quedó en el grupo desde el {values['since']:%d-%m-%Y}.")
            return redirect("group_members", pk=pk)
    return render(request, "cases/members/add.html", form_frame(case, form=form, person=someone))


def leave(request, pk, membership):
    """A member leaves, with her last day and why."""
    case = visible_case(request, pk, Permission.WRITE_PEOPLE)
    row = _membership(case, membership)
    form = LeaveForm(request.POST or None, initial={"last_day": calendars.today()})
    if request.method == "POST" and form.is_valid():
        by, said = request.user, form.cleaned_data
        until = said["last_day"] + timedelta(days=1)
        if accepted(
            form,
            lambda: organizations.leave(by=by, membership=row, until=until, reason=said["reason"], note=said["note"]),
        ):
            messages.success(request, "La salida quedó anotada. Su asistencia hasta ese día se conserva.")
            return redirect("group_members", pk=pk)
    return render(request, "cases/members/leave.html", form_frame(case, form=form, membership=row))


def represent(request, pk, membership):
    """A member speaks for the group from a day on."""
    case = visible_case(request, pk, Permission.WRITE_PEOPLE)
    row = _membership(case, membership)
    form = SinceForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        by, since = request.user, form.cleaned_data["since"]
        if accepted(form, lambda: organizations.represent(by=by, membership=row, since=since)):
            messages.success(request, f"La representación quedó anotada desde el {since:%d-%m-%Y}.")
            return redirect("group_members", pk=pk)
    return render(request, "cases/members/represent.html", form_frame(case, form=form, membership=row))


def mend(request, pk, membership):
    """The dates were written wrong, or she never was a member."""
    case = visible_case(request, pk, Permission.WRITE_PEOPLE)
    row = _membership(case, membership)
    initial = {"since": row.since, "last_day": row.last_day, "reason": row.leave_reason}
    form = MendForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        by, said = request.user, form.values(row.leave_note)
        if accepted(form, lambda: members.mend(by=by, membership=row, on=calendars.today(), **said)):
            messages.success(request, "Las fechas quedaron corregidas. Cómo estaban antes se conserva en la historia.")
            return redirect("group_members", pk=pk)
    return render(request, "cases/members/mend.html", form_frame(case, form=form, membership=row))


def _membership(case, pk):
    """A membership of this group, or 404."""
    rows = Membership.objects.filter(organization=case.organization_id, annulled_at__isnull=True)
    return get_object_or_404(rows.select_related("person__same_as", "organization__incubator"), pk=pk)
