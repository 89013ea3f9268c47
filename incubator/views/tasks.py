"""What may be decided about a task of «Mi día»: put it off, bring it back, pass it on; and taking up a draft."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from incubator import calendars, causes, responsibility
from incubator.causes.drafts import inherited
from incubator.outcomes import accepted, told
from incubator.services import tasks
from incubator.task_forms import PassForm, SnoozeForm


def _task(request, given):
    """The task of that key, when this user sees it and may decide about it."""
    on = calendars.today()
    task = causes.Agenda(request.user, on, everyone=True).find(given.get("tarea", ""))
    if task is None:
        raise Http404
    if not tasks.may_decide(request.user, task, on):
        raise PermissionDenied(
            "Esa tarea está a cargo de otra persona. Si no puede atenderla, avise a la coordinación."
        )
    return task, on


def snooze(request):
    """Put a task off, with its reason."""
    task, on = _task(request, request.POST if request.method == "POST" else request.GET)
    form = SnoozeForm(request.POST or None, on=on, task=task)
    if form.is_valid() and accepted(form, lambda: tasks.snooze(by=request.user, task=task, on=on, **form.cleaned_data)):
        messages.success(request, f"La tarea quedó pospuesta hasta el {form.cleaned_data['until']:%d-%m-%Y}.")
        return redirect("my_day")
    return _decide(
        request, "Posponer una tarea", task, form, "Posponer",
        "La tarea pasa a «Pospuestas» con su motivo y vuelve sola ese día. La ven igual quienes comparten el cargo.",
    )  # fmt: skip


def pass_on(request):
    """Pass a task to somebody else, with its reason."""
    task, on = _task(request, request.POST if request.method == "POST" else request.GET)
    form = PassForm(request.POST or None, candidates=tasks.candidates(request.user, task, on))
    if form.is_valid() and accepted(
        form, lambda: tasks.reassign(by=request.user, task=task, on=on, **form.cleaned_data)
    ):
        messages.success(request, f"La tarea pasó a {form.cleaned_data['to']}.")
        return redirect("my_day")
    return _decide(
        request, "Pasar una tarea a otra persona", task, form, "Pasar la tarea",
        "La tarea sale de su lista y aparece en la de esa persona. Si ella deja de poder abrirla, vuelve a quien "
        "corresponda.",
    )  # fmt: skip


def _decide(request, title, task, form, submit, lead):
    context = {
        "title": title, "task": task, "form": form, "submit": submit, "lead": lead,
        "crumbs": [("Mi día", reverse("my_day"))],
    }  # fmt: skip
    return render(request, "incubator/task_decide.html", context)


@require_POST
def bring_back(request):
    """A task that was put off is due again."""
    task, on = _task(request, request.POST)
    return _told(
        request, lambda: tasks.bring_back(by=request.user, task=task, on=on), "La tarea está otra vez en su lista."
    )


def take_draft(request, pk):
    """Take up the draft of somebody who is away; it says what will happen first."""
    on = calendars.today()
    team = responsibility.team_of(request.user, on)
    draft = get_object_or_404(inherited(request.user, team).select_related("owner", "organization"), pk=pk)
    if request.method == "POST":
        return _told(
            request, lambda: tasks.take_draft(by=request.user, draft=draft, on=on),
            "El borrador es suyo: termínelo desde aquí.",
        )  # fmt: skip
    crumbs = [("Mi día", reverse("my_day"))]
    return render(request, "incubator/draft_take.html", {"draft": draft, "crumbs": crumbs})


def _told(request, act, sentence):
    """Do it, and say on the first page that it was done or why not."""
    told(request, act, sentence)
    return redirect("my_day")
