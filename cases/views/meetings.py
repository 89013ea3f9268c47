"""Meetings without a case: the list, a new one, its page, its correction and its voiding."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import F
from django.http import Http404, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from cases.forms.sessions import OpenMeetingForm, ReasonForm
from cases.views.session_detail import reason_form
from curricula.models import Lesson
from incubator import calendars, files
from incubator.access import Permission, allows
from incubator.enums import CASE_MEETINGS, MeetingKind
from incubator.meeting_forms import CommitmentRow, day_of, rows_of
from incubator.models import Meeting
from incubator.outcomes import accepted
from incubator.services import meetings
from incubator.views.meeting_entry import Entry, answer, draft_message, typed
from incubator.views.meeting_page import meeting_context

PAGE = 25


def listing(request):
    """Open meetings within reach, newest first."""
    rows = meetings.open_to(request.user).select_related("conducted_by", "incubator")
    context = {
        "page": Paginator(rows.annotate(hours=F("minutes") / 60.0), PAGE).get_page(request.GET.get("page")),
        "may_log": allows(request.user, Permission.LOG_MEETINGS),
    }
    return render(request, "cases/meetings/list.html", context)


def new(request):
    """Type a meeting and send it, or keep its draft. Whoever works in several incubators says in which."""
    hosts = list(meetings.hosts_of(request.user))
    data = typed(request, "meeting")
    asked = request.GET.get("incubadora") or (data.get("incubadora") if data is not None else None)
    host = next((host for host in hosts if str(host.pk) == asked), hosts[0] if len(hosts) == 1 else None)
    if not hosts:
        raise Http404
    if host is None:
        return render(request, "cases/meetings/choose.html", {"hosts": hosts})
    entry = _entry(request, host, data)
    context = {"incubadora": [str(host.pk)]}
    done, what = answer(
        request, entry, data, draft_form="meeting", save=lambda: _log(request.user, host, entry), context=context
    )
    if done == "saved":
        messages.success(request, _receipt(what))
        return redirect("meeting_detail", what.pk)
    if done == "draft":
        return _kept(request, what)
    address = f"{reverse('meeting_new')}?incubadora={host.pk}"
    context = {"entry": entry, "form": entry.form, "host": host, "autosave": f"{address}&auto=1"}
    return render(request, "cases/meetings/new.html", context)


def _kept(request, draft):
    if "auto" in request.GET:
        return JsonResponse({"message": draft_message()})
    messages.success(request, draft_message())
    return redirect(f"{reverse('meeting_new')}?borrador={draft.pk}")


def _entry(request, host, data, meeting=None):
    today = calendars.today()
    initial, agreed = {}, []
    if meeting is not None:
        names = ("kind", "held_on", "starts_at", "ends_at", "modality", "place", "topic", "notes", "next_on")
        initial = {name: getattr(meeting, name) for name in names} | {"conducted_by": meeting.conducted_by_id}
        agreed = [{"what": row.what, "who": row.who, "due_on": row.due_on} for row in meeting.commitments.all()]
    day = day_of(data, today) if meeting is None or data is not None else meeting.held_on
    form = OpenMeetingForm(data, user=request.user, incubator=host, day=day, initial=initial)
    if meeting is not None:
        del form.fields["kind"]
    return Entry(form, {"commitments": rows_of(CommitmentRow, "commitments", data, initial=agreed)})


def _log(by, host, entry):
    return meetings.log_open(
        by=by,
        incubator=host,
        kind=entry.form.cleaned_data["kind"],
        commitments=entry.rows["commitments"].filled(),
        evidence=entry.kept,
        **entry.form.details(),
    )


def _receipt(meeting):
    return (
        f"Quedó registrada la reunión {meeting.code}: {meeting.get_kind_display().lower()} del "
        f"{meeting.held_on:%d-%m-%Y}, {meeting.minutes} minutos. Falta que otra persona valide sus horas."
    )


def whichever(request, pk):
    """The page of a meeting of any kind: its own room decides whether it is within reach."""
    reached = Meeting.objects.visible_to(request.user) | Meeting.objects.visible_to(
        request.user, Permission.VALIDATE_HOURS
    )
    kind = get_object_or_404(reached | meetings.open_to(request.user), pk=pk).kind
    if kind in CASE_MEETINGS:
        return redirect("session_detail", pk)
    if kind == MeetingKind.LESSON:
        return redirect("lesson_detail", get_object_or_404(Lesson, pk=pk).cohort_id, pk)
    return redirect("meeting_detail", pk)


def detail(request, pk):
    """What the meeting was, and its corrections."""
    meeting = _reached(request, pk)
    context = meeting_context(request.user, meeting) | {
        "files": list(meetings.files_of(request.user, meeting)),
        "versions": meetings.former_versions(meeting, lambda: meetings.content_of(meeting)),
        "crumbs": [("Reuniones", reverse("meeting_list"))],
    }
    return render(request, "cases/meetings/detail.html", context)


def correct(request, pk):
    """The same form with what was written; how it read is kept."""
    meeting = _mended(request, pk)
    data = typed(request)
    entry = _entry(request, meeting.incubator, data, meeting)
    reason = reason_form(data)
    done, what = answer(
        request, entry, data, draft_form="", save=lambda: _correct(request, meeting, entry, reason), context={}
    )
    if done == "saved":
        messages.success(request, f"Quedó corregida la reunión {what.code}. Lo que decía antes se conserva.")
        return redirect("meeting_detail", pk)
    seen = data.get("seen") if data is not None else str(meeting.versions.count())
    crumbs = [("Reuniones", reverse("meeting_list")), (meeting.code, reverse("meeting_detail", args=[pk]))]
    context = {"meeting": meeting, "entry": entry, "form": entry.form, "reason": reason, "seen": seen, "crumbs": crumbs}
    return render(request, "cases/meetings/correct.html", context)


def _correct(request, meeting, entry, reason):
    if not reason.is_valid():
        entry.form.add_error(None, "Escriba por qué se corrige.")
        return None
    return meetings.correct(
        by=request.user,
        meeting=meeting,
        reason=reason.cleaned_data["reason"],
        seen=int(request.POST["seen"]) if request.POST.get("seen", "").isdigit() else None,
        commitments=entry.rows["commitments"].filled(),
        evidence=entry.kept,
        **entry.form.details(),
    )


def void(request, pk):
    """Ask why, and void it."""
    meeting = _mended(request, pk)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        if accepted(form, lambda: meetings.void(by=request.user, meeting=meeting, reason=reason)):
            messages.success(request, "Quedó anulada. Se conserva con su motivo y deja de contar.")
            return redirect("meeting_detail", pk)
    crumbs = [("Reuniones", reverse("meeting_list")), (meeting.code, reverse("meeting_detail", args=[pk]))]
    return render(request, "cases/meetings/void.html", {"meeting": meeting, "form": form, "crumbs": crumbs})


def evidence(request, pk, file):
    """A file of the meeting, through the meeting, for whoever may read its tier."""
    meeting = _reached(request, pk)
    return files.serve(request, get_object_or_404(meetings.files_of(request.user, meeting), pk=file))


def _reached(request, pk):
    people = ("conducted_by", "logged_by", "validated_by", "voided_by")
    return get_object_or_404(meetings.open_to(request.user).select_related("incubator", "agreement", *people), pk=pk)


def _mended(request, pk):
    meeting = _reached(request, pk)
    if not meetings.may_mend(request.user, meeting) or meeting.voided_at is not None:
        raise Http404
    return meeting
