"""Who looks after a group: officers by the incubator's coordination, advisers by the university's."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render

from cases.forms.assignments import AssignForm, EndForm
from cases.views.frame import form_frame, visible_case
from incubator import calendars
from incubator.access import Permission, allows
from incubator.enums import Role
from incubator.outcomes import accepted
from incubator.services import assignments

_MAY = (Permission.ASSIGN_OFFICERS, Permission.ASSIGN_ADVISORS)


def charge(request, pk):
    """Who is in charge today, and the form to put somebody."""
    case = visible_case(request, pk, *_MAY)
    group, on, by = case.organization, calendars.today(), request.user
    posts = assignments.assignable(by=by, organization=group, on=on).order_by("user__full_name", "pk")
    form = AssignForm(request.POST or None, posts=posts)
    if (
        request.method == "POST"
        and form.is_valid()
        and accepted(form, lambda: assignments.assign(by=by, organization=group, **form.cleaned_data))
    ):
        messages.success(request, "La persona quedó a cargo del grupo.")
        return redirect("group_detail", pk=pk)
    rows = group.assignments.in_force(on).select_related("post__user").order_by("since", "pk")
    held = [{"row": row, "may_end": _may_end(by, row, case)} for row in rows]
    return render(request, "cases/assignments/charge.html", form_frame(case, form=form, held=held))


def end(request, pk, assignment):
    """Somebody is no longer in charge."""
    case = visible_case(request, pk, *_MAY)
    row = get_object_or_404(case.organization.assignments.select_related("post__user"), pk=assignment)
    form = EndForm(request.POST or None)
    if (
        request.method == "POST"
        and form.is_valid()
        and accepted(form, lambda: assignments.end(by=request.user, assignment=row, until=form.until()))
    ):
        messages.success(request, "El encargo terminó.")
        return redirect("group_charge", pk=pk)
    return render(request, "cases/assignments/end.html", form_frame(case, form=form, assignment=row))


def _may_end(by, row, case):
    permission = assignments.ASSIGNERS.get(Role(row.post.role))
    return permission is not None and row.until is None and allows(by, permission, case)
