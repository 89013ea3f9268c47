"""How a call is being decided: who evaluates, how far the sheets are, the order with its arithmetic, who waits."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from cases import selection_reading as reading
from cases.call_life import CallState, TieBreaker
from cases.enums import Stage
from cases.forms.selection import DayForm, PanelForm
from cases.rules.call_days import waits_until
from cases.rules.selection import seats_taken
from cases.services.selection import evaluators, ranking
from cases.views.call_frame import call_frame, visible_call
from incubator import calendars
from incubator.access import Permission, allows
from incubator.outcomes import accepted

#: Whoever follows a call: its officers, and whoever decides on it.
NEEDS = (Permission.ADVANCE, Permission.DECIDE)


def selection(request, pk):
    """The applications of a call, their sheets and their order."""
    call = visible_call(request, pk, *NEEDS)
    return render(request, "cases/selection/call.html", _context(request, call))


def _context(request, call, **extra):
    on = calendars.today()
    lines = reading.lines_of(call, on)
    may_decide = allows(request.user, Permission.DECIDE, call)
    missing = sum(line.sheets.missing for line in lines if line.application.case.stage in (Stage.CALL, Stage.SELECTION))
    context = {
        "lines": lines,
        "tie_breakers": "; ".join(TieBreaker(rule).label.lower() for rule in call.tie_breakers),
        "lacks": ranking.lacks(call, on),
        "left": ranking.unanswered(call) if call.state == CallState.RANKED else [],
        "is_ranked": call.state in (CallState.RANKED, CallState.RESOLVED),
        "may_rank": call.state not in (CallState.DRAFT, CallState.VOID),
        "taken": seats_taken(call),
        "missing": missing,
        "rankings": call.rankings.select_related("made_by"),
        "panel": _panel(call, on) if may_decide and missing else None,
        "day_form": DayForm(),
    }
    return call_frame(request, call, "call_selection") | context | extra


def _panel(call, on, data=None):
    people = people_of(call.incubator, on)
    return PanelForm(data, people=people, due_on=evaluators.due_from(on, call.incubator))


def people_of(incubator, on):
    """{user id: words of the post} of whoever may evaluate there."""
    return {
        post.user_id: f"{post.get_role_display()}, {post.incubator or post.agreement}"
        for post in evaluators.posts_to_evaluate(incubator, on)
    }


@require_POST
def assign(request, pk):
    """Give the applications that lack evaluators to a panel."""
    call = visible_call(request, pk, Permission.DECIDE)
    on = calendars.today()
    form = _panel(call, on, request.POST)
    if form.is_valid():
        said = form.cleaned_data
        people, due_on = list(said["evaluators"]), said["due_on"]

        def act():
            return (evaluators.assign_call(by=request.user, call=call, evaluators=people, on=on, due_on=due_on),)

        done = accepted(form, act)
        if done:
            messages.success(request, _given(len(done[0])))
            return redirect("call_selection", pk=pk)
    return render(request, "cases/selection/call.html", _context(request, call, panel=form))


def _given(count):
    if not count:
        return "No quedó nadie a quien encargar: quienes eligió ya las tienen o no pueden evaluarlas. Nombre a otra."
    return f"{count} {'encargo anotado' if count == 1 else 'encargos anotados'}. Cada persona los ve en «Evaluaciones»."


@require_POST
def rank(request, pk):
    """Put the call in order."""
    return _act(request, pk, ranking.rank, "La convocatoria quedó en orden.")


@require_POST
def resolve(request, pk):
    """Say that every application has its answer."""
    return _act(request, pk, ranking.resolve, "La convocatoria quedó resuelta.")


def _act(request, pk, service, receipt):
    call = visible_call(request, pk, Permission.DECIDE)
    form = DayForm(request.POST)
    if form.is_valid() and accepted(form, lambda: service(by=request.user, call=call, on=form.cleaned_data["on"])):
        messages.success(request, receipt)
        return redirect("call_selection", pk=pk)
    return render(request, "cases/selection/call.html", _context(request, call, day_form=form))


def waiting(request, pk):
    """Who waits for a place, by rank, and until when."""
    call = visible_call(request, pk, *NEEDS)
    lines = reading.lines_of(call, calendars.today())
    rows = [
        line for line in lines if line.application.case.stage == Stage.WAITING and line.outcome == "En lista de espera"
    ]
    context = call_frame(request, call, "call_waiting") | {
        "rows": rows,
        "until": waits_until(call),
        "free": max(0, call.seats - seats_taken(call)),
        "today": calendars.today(),
    }
    return render(request, "cases/selection/waiting.html", context)
