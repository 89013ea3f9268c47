"""Every step of the journey: one page per verb says what will happen, what is missing, and asks to confirm."""

from django.contrib import messages
from django.shortcuts import redirect, render

from cases import deadlines, next_steps
from cases.enums import Stage, Verb
from cases.forms.transitions import StepForm
from cases.services import advancement
from cases.step_words import what_happens
from cases.verbs import DEMANDS
from cases.views.frame import form_frame, visible_case
from incubator import calendars
from incubator.models import Post
from incubator.outcomes import accepted


def step(request, pk, verb):
    """GET shows the step; POST fires it. Of two people at once one wins, and the other reads who moved it."""
    demand = DEMANDS[verb]
    case = visible_case(request, pk, demand.permission)
    on, last = calendars.today(), case.changes.order_by("-number").first()
    successors = _successors(case, on) if verb == Verb.CLOSE and deadlines.running([case], on) else ()
    form = StepForm(request.POST or None, case=case, verb=verb, successors=successors, initial={"seen": last.number})
    if request.method == "POST" and form.is_valid() and accepted(form, lambda: _fire(request.user, case, verb, form)):
        messages.success(request, _receipt(pk, verb, case))
        return redirect("group_detail", pk=pk)
    missing, met = next_steps.lacks(case, verb, by=request.user, on=on)
    may_be_fired = verb in advancement.next_verbs(case)
    said = what_happens(case, verb, on)
    context = form_frame(case, form=form, verb=verb, outcome=said, missing=missing, met=met, may_be_fired=may_be_fired)
    return render(request, "cases/transitions/step.html", context)


def _fire(by, case, verb, form):
    said = form.cleaned_data
    return advancement.advance(by=by, case=case, verb=verb, on=said["on"], data=form.data_of_step(), seen=said["seen"])


def _receipt(pk, verb, case):
    """A sentence that says what happened and what follows."""
    if verb == Verb.CLOSE:
        return "El caso quedó cerrado. Si fue un error, se puede reabrir dentro de 7 días."
    case.refresh_from_db(fields=["stage"])
    if case.stage == Stage.CLOSED:
        return "El caso quedó cerrado como no admitido. Si fue un error, se puede corregir dentro de 7 días."
    now = f"El grupo está ahora en {case.get_stage_display()}."
    if verb in (Verb.REOPEN, Verb.CORRECT):  # there is no correcting a correction
        return now
    return f"{now} Si fue un error, se puede corregir dentro de 7 días."


def _successors(case, on):
    """The people of the incubator who may answer for a running deadline."""
    posts = Post.objects.in_force(on).filter(incubator=case.incubator_id, user__is_system=False, user__is_active=True)
    return [
        (str(post.pk), f"{post.user.full_name} · {post.get_role_display()}") for post in posts.select_related("user")
    ]
