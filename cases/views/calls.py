"""The calls of an incubator, for its team: the list, a draft, its publication, amendments and its end."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from cases import call_words
from cases.call_life import CallState, CallVerb
from cases.forms.calls import AmendmentForm, CallForm, VoidForm
from cases.models import Call
from cases.rules.call_days import waits_until
from cases.services import call_steps, calls
from cases.submission_words import SubmissionState
from cases.views.call_frame import call_frame, visible_call
from incubator import calendars
from incubator.access import Permission, allows
from incubator.models import Incubator
from incubator.outcomes import accepted, told

PAGE = 25
_WAITING = Count("submissions", filter=Q(submissions__state=SubmissionState.RECEIVED), distinct=True)


def listing(request):
    """The calls this user sees, the newest first."""
    rows = Call.objects.visible_to(request.user).select_related("incubator__commune")
    rows = rows.annotate(received=Count("applications", distinct=True), waiting=_WAITING)
    page = Paginator(rows.order_by("-opens_on", "-pk"), PAGE).get_page(request.GET.get("page"))
    moment = calendars.now()
    shown = [{"call": call, "state": _state(call, moment)} for call in page]
    may_write = allows(request.user, Permission.WRITE_GROUPS)
    return render(request, "cases/calls/list.html", {"page": page, "rows": shown, "may_write": may_write})


def _state(call, moment):
    tone, words, _ = call_words.standing(call, moment)
    return {"tone": "plain", "words": "Borrador"} if call.state == CallState.DRAFT else {"tone": tone, "words": words}


def detail(request, pk):
    """One call: what it says, what it lacks to be published, its amendments and its steps."""
    call = visible_call(request, pk)
    on = calendars.today()
    found = calls.missing_to_publish(call, by=request.user, on=on) if call.state == CallState.DRAFT else []
    context = call_frame(request, call, "call_detail") | {
        "missing": [_finding(call, item) for item in found if not item.met],
        "met": [item.sentence for item in found if item.met],
        "waits_until": waits_until(call),
        "tie_breakers": call_words.tie_breakers(call),
        "criteria": call.criteria.all(),
        "amendments": [(row, list(call_words.changed(row))) for row in call.amendments.order_by("-number")],
        "changes": call.changes.select_related("by").order_by("-number"),
        "may_close": call.state == CallState.PUBLISHED
        and on > call.closes_on
        and allows(request.user, call_steps.right_of(CallVerb.CLOSE), call.incubator),
        "may_amend": call.state == CallState.PUBLISHED and on <= call.closes_on,
        "may_void": call_steps.may_follow(call, CallVerb.VOID),
        "is_draft": call.state == CallState.DRAFT,
        "public": "" if call.published_on is None else call_words.address_of(call),
        "void_form": VoidForm(),
    }
    return render(request, "cases/calls/detail.html", context)


def _finding(call, item):
    """A missing fact with the page that mends it."""
    from incubator import navigation

    name = "call_rubric" if item.fix == "rubric" else "call_edit"
    return {"text": item.sentence, "url": navigation.address(name, call.pk), "action": "Completar"}


def new(request):
    """Begin a draft."""
    places = Incubator.objects.visible_to(request.user, Permission.WRITE_GROUPS)
    form = CallForm(request.POST or None, incubators=places)
    if request.method == "POST" and form.is_valid():
        by, incubator, values = request.user, form.place(), form.values()
        made = accepted(form, lambda: calls.draft_call(by=by, incubator=incubator, **values))
        if made:
            messages.success(request, "El borrador quedó guardado. Nadie fuera del equipo lo ve hasta publicarlo.")
            return redirect("call_detail", pk=made.pk)
    return _form_page(request, form, None)


def edit(request, pk):
    """Mend a draft; of a published call, how to reach the office and the video."""
    row = visible_call(request, pk, Permission.WRITE_GROUPS)
    form = CallForm(request.POST or None, instance=row, incubators=())
    if (
        request.method == "POST"
        and form.is_valid()
        and accepted(form, lambda: calls.update_call(by=request.user, call=row, **form.values()))
    ):
        messages.success(request, "La convocatoria quedó guardada.")
        return redirect("call_detail", pk=pk)
    return _form_page(request, form, row)


def _form_page(request, form, call):
    crumbs = [("Convocatorias", reverse("call_list"))]
    return render(request, "cases/calls/form.html", {"form": form, "call": call, "crumbs": crumbs})


def amend(request, pk):
    """Change a published call by a public amendment."""
    row = visible_call(request, pk, Permission.DECIDE)
    if row.state != CallState.PUBLISHED:
        messages.warning(request, "Solo se enmienda una convocatoria publicada que no ha cerrado.")
        return redirect("call_detail", pk=pk)
    form = AmendmentForm(request.POST or None, instance=row)
    if request.method == "POST" and form.is_valid():
        by, on, said = request.user, calendars.today(), form.cleaned_data["reason"]
        if accepted(form, lambda: calls.amend_call(by=by, call=row, on=on, reason=said, **form.values())):
            messages.success(request, "La enmienda quedó publicada en la página de la convocatoria.")
            return redirect("call_detail", pk=pk)
    return render(request, "cases/calls/amend.html", {"form": form, "call": row})


@require_POST
def publish(request, pk):
    """Everybody may read it from now on."""
    call = visible_call(request, pk, Permission.DECIDE)
    said = "La convocatoria quedó publicada."
    return _act(request, call, said, lambda: calls.publish_call(by=request.user, call=call, on=calendars.today()))


@require_POST
def close(request, pk):
    """What was received is complete."""
    call = visible_call(request, pk, call_steps.right_of(CallVerb.CLOSE))
    said = "La convocatoria quedó cerrada."
    return _act(request, call, said, lambda: calls.close_call(by=request.user, call=call, on=calendars.today()))


@require_POST
def void(request, pk):
    """Leave it without effect, with its reason."""
    call = visible_call(request, pk, Permission.DECIDE)
    reason, on = request.POST.get("reason", ""), calendars.today()
    return _act(
        request,
        call,
        "La convocatoria quedó anulada.",
        lambda: calls.void_call(by=request.user, call=call, on=on, reason=reason[:500]),
    )


def _act(request, call, said, act):
    """Do it, or say why not, and back to its page."""
    told(request, act, said)
    return redirect("call_detail", pk=call.pk)
