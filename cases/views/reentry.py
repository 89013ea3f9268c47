"""A group that graduated or whose case was closed comes back."""

from django.contrib import messages
from django.shortcuts import redirect, render

from cases.forms.groups import ReentryForm
from cases.services import groups
from cases.views.frame import form_frame, visible_case
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
            return redirect("group_detail", pk=pk)
    return render(request, "cases/groups/reenter.html", form_frame(case, form=form))
