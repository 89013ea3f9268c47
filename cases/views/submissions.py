"""What was sent to a call: the list, and each one beside the group and the person it becomes."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from cases import notices
from cases.call_life import RECEIVING
from cases.forms.intake import CounterForm, IntakeForm, PlaceForm, SettleForm
from cases.models import Submission
from cases.services import submissions, submissions_intake
from cases.submission_words import SubmissionState
from cases.views.apply import about_receipt
from cases.views.call_frame import call_frame, visible_call
from incubator import calendars
from incubator.access import Permission, allows
from incubator.enums import SupportKind
from incubator.outcomes import accepted

PAGE = 25
_TONES = {SubmissionState.RECEIVED: "waits", SubmissionState.TAKEN_IN: "done", SubmissionState.PLACED: "done"}


def listing(request, pk):
    """What was sent to this call, in the order of receipt, with how many stand in each state."""
    call = visible_call(request, pk, Permission.WRITE_GROUPS)
    rows = Submission.objects.visible_to(request.user).filter(call=call)
    counts = dict(rows.order_by("state").values_list("state").annotate(count=Count("pk")))
    asked = request.GET.get("estado", "")
    state = asked if asked in SubmissionState.values else ""
    shown = rows.filter(state=state) if state else rows
    page = Paginator(shown.select_related("organization").order_by("number"), PAGE).get_page(request.GET.get("page"))
    context = call_frame(request, call, "call_submissions") | {
        "page": page,
        "rows": [{"row": row, "tone": _TONES.get(row.state, "plain")} for row in page],
        "chips": _chips(counts, state),
        "query": f"estado={state}&" if state else "",
        "may_enter": call.state in RECEIVING,
    }
    return render(request, "cases/calls/submissions.html", context)


def _chips(counts, chosen):
    every = {"label": "Todas", "url": "?", "current": not chosen, "count": sum(counts.values())}
    return [every] + [
        {"label": state.label, "url": f"?estado={state.value}", "current": state == chosen, "count": counts[state]}
        for state in SubmissionState
        if state in counts
    ]


@never_cache
def detail(request, pk, submission):
    """What was typed, beside the group and the person it becomes."""
    call, row = _found(request, pk, submission)
    form = settle = None
    if row.is_waiting:
        kind = IntakeForm if row.is_group else PlaceForm
        sent = request.POST if request.method == "POST" else None
        ends = sent is not None and "state" in sent
        form = kind(None if ends else sent, submission=row)
        settle = SettleForm(sent if ends else None, submission=row, prefix=None)
        if sent is not None and _settled(request, call, row, settle if ends else form, ends):
            return redirect("call_submission", pk=pk, submission=submission)
    return render(request, "cases/calls/submission.html", _context(request, call, row, form, settle))


def _settled(request, call, row, form, ends):
    """Take it in, place it or end it; False when something remains to be said."""
    if not form.is_valid():
        return False
    by, on = request.user, calendars.today()
    if ends:
        act, said = submissions.settle, form.cleaned_data
    else:
        act = submissions_intake.take_in if row.is_group else submissions_intake.place_person
        said = form.values()
    if not accepted(form, lambda: act(by=by, submission=row, on=on, **said)):
        return False
    messages.success(request, "La postulación quedó respondida." if ends else "La postulación quedó tomada.")
    return True


def _context(request, call, row, form, settle):
    supports = row.opened()
    sees = row.is_group or allows(request.user, Permission.VIEW_SUPPORTS, call.incubator)
    labels = dict(SupportKind.choices)
    return call_frame(request, call, "call_submissions") | {
        "row": row,
        "heading": f"Postulación {row.number}",
        "tone": _TONES.get(row.state, "plain"),
        "received": row.received_at.astimezone(calendars.ZONE),
        "supports": [labels[item] for item in supports["supports"]] if sees else None,
        "used": [labels[item] for item in supports["used"]] if sees else None,
        "notice": notices.NOTICES.get(row.notice_version, ()),
        "form": form,
        "settle": settle,
        "application": getattr(row, "application", None),
    }


@never_cache
@require_POST
def reissue(request, pk, submission):
    """A new code for whoever lost hers, to dictate or print: the former one no longer works."""
    _, row = _found(request, pk, submission)
    code = submissions.reissue(by=request.user, submission=row, on=calendars.today())
    return _receipt(request, row, code)


@never_cache
@sensitive_post_parameters()
def enter(request, pk):
    """Write what somebody says at the counter or by telephone."""
    call = visible_call(request, pk, Permission.WRITE_GROUPS)
    form = CounterForm(request.POST or None, officer=request.user)
    if request.method == "POST" and form.is_valid():
        by, typed, at = request.user, form.values(), _moment(form.cleaned_data["received_on"])
        version = notices.CURRENT
        made = accepted(form, lambda: submissions.enter(by=by, call=call, at=at, notice_version=version, **typed))
        if made:
            return _receipt(request, *made)
    context = call_frame(request, call, "call_submissions") | {"form": form, "notice": notices.paragraphs()}
    return render(request, "cases/calls/enter.html", context)


def _receipt(request, submission, code):
    """The code, to dictate or print: it is seen here alone."""
    context = about_receipt(submission, code) | {"heading": f"Código de la postulación {submission.number}"}
    return render(request, "cases/calls/receipt.html", context | {"pk": submission.call_id})


def _moment(day):
    """This moment, when it is today; else noon of that day: paper says no hour."""
    now = calendars.now()
    return now if day == now.date() else now.replace(
        year=day.year, month=day.month, day=day.day, hour=12, minute=0, second=0, microsecond=0
    )  # fmt: skip


def _found(request, pk, submission):
    call = visible_call(request, pk, Permission.WRITE_GROUPS)
    rows = Submission.objects.visible_to(request.user).filter(call=call)
    rows = rows.select_related("call__incubator__commune", "organization", "settled_by", "entered_by")
    return call, get_object_or_404(rows, pk=submission)
