"""Who belongs to a group: the list on any day, new people, leaving and representing."""

from datetime import timedelta

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render

from cases.forms.members import DayForm, JoinForm, LeaveForm, NewMemberForm, SinceForm
from cases.views.frame import form_frame, group_frame, visible_case
from incubator import calendars
from incubator.access import Permission, allows
from incubator.models import Membership, Person
from incubator.outcomes import accepted
from incubator.services import members, organizations


def listing(request, pk):
    """The members of the group on a day (today unless another is asked), and who left before."""
    frame = group_frame(request, pk, "group_members")
    asked = DayForm(request.GET if "dia" in request.GET else None, initial={"dia": calendars.today()})
    on = asked.cleaned_data["dia"] if asked.is_bound and asked.is_valid() else calendars.today()
    group = frame["group"]
    speaking = {row.membership_id: row for row in group.representations.in_force(on)}
    memberships = group.memberships.in_force(on).select_related("person").order_by("person__sort_key", "pk")
    context = frame | {
        "on": on,
        "is_today": on == calendars.today(),
        "day_form": asked,
        "members": [{"row": row, "speaks": speaking.get(row.pk)} for row in memberships],
        "former": _former(group, on),
        "may_write": allows(request.user, Permission.WRITE_PEOPLE, frame["case"]),
    }
    return render(request, "cases/members/list.html", context)


def _former(group, on):
    rows = group.memberships.filter(annulled_at__isnull=True, until__lte=on).select_related("person")
    return rows.order_by("-until", "person__sort_key")


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
    someone = get_object_or_404(known, pk=person)
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


def _membership(case, pk):
    """A membership of this group, or 404."""
    rows = Membership.objects.filter(organization=case.organization_id, annulled_at__isnull=True)
    return get_object_or_404(rows.select_related("person", "organization__incubator"), pk=pk)
