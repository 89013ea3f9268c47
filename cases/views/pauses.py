"""A group rests for a time, and comes back."""

from django.contrib import messages
from django.shortcuts import redirect, render

from cases import deadlines
from cases.forms.transitions import PauseForm, ResumeForm
from cases.services import advancement
from cases.views.frame import form_frame, visible_case
from incubator import calendars
from incubator.access import Permission
from incubator.outcomes import accepted
from incubator.templatetags.minga import dmy


def pause(request, pk):
    """Start a pause: its reason, its end, and the legal clocks it does not stop."""
    case = visible_case(request, pk, Permission.DECIDE)
    running = deadlines.running([case], calendars.today())
    clocks = [(clock.kind, f"{clock.title}: vence el {dmy(clock.due_on)}") for clock in running]
    form = PauseForm(request.POST or None, deadlines=clocks)
    if (
        request.method == "POST"
        and form.is_valid()
        and accepted(form, lambda: advancement.pause(by=request.user, case=case, **form.cleaned_data))
    ):
        messages.success(request, "El grupo quedó en pausa.")
        return redirect("group_detail", pk=pk)
    return render(request, "cases/transitions/pause.html", form_frame(case, form=form))


def resume(request, pk):
    """End the pause."""
    case = visible_case(request, pk, Permission.DECIDE)
    form = ResumeForm(request.POST or None)
    if (
        request.method == "POST"
        and form.is_valid()
        and accepted(form, lambda: advancement.resume(by=request.user, case=case, on=form.cleaned_data["on"]))
    ):
        messages.success(request, "La pausa terminó. El grupo sigue donde estaba.")
        return redirect("group_detail", pk=pk)
    rest = case.pauses.filter(until__isnull=True).first()
    return render(request, "cases/transitions/resume.html", form_frame(case, form=form, rest=rest))
