"""A session already logged: read it, correct it, void it, see its files."""

from django.contrib import messages
from django.db.models import Count, Q
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from cases.forms.sessions import ReasonForm, SessionForm
from cases.models import Session
from cases.services import sessions
from cases.topics import Topic
from cases.views import session_entry as page
from incubator import calendars, files, masking, same_person, tiers
from incubator.access import Permission, allows
from incubator.enums import ATTENDED, AttendanceMark
from incubator.meeting_forms import day_of
from incubator.models import Person
from incubator.outcomes import accepted
from incubator.services import meetings
from incubator.views.meeting_entry import Entry, answer, is_again, mark_everyone, typed
from incubator.views.meeting_page import meeting_context


def detail(request, pk):
    """What happened, group by group within reach; its corrections; and what may be done with it."""
    session, parts = _reached(request, pk)
    meeting = session.meeting
    reached = {part.case.organization_id for part in parts if part.read_as == part.case}
    names = all(allows(request.user, Permission.VIEW_PEOPLE, part.read_as) for part in parts)
    rows = masking.cover(request.user, _marks(request.user, meeting, parts) if names else [])
    context = meeting_context(request.user, meeting) | {
        "session": session,
        "topics": [Topic(topic).label for topic in session.topics],
        "parts": [_part(request.user, part, rows, meeting) for part in parts],
        "sees_names": names,
        "others": session.every - len(parts),
        "files": _files(request.user, session, parts),
        "may_void": sessions.may_void(request.user, session) and meeting.voided_at is None,
        "versions": sessions.former_versions(session, None if _sees_all(session, parts) else reached),
        "crumbs": _crumbs(parts[0].read_as),
    }
    return render(request, "cases/sessions/detail.html", context)


def _marks(user, meeting, parts):
    """Who came, of the groups within reach; of a group read through what came of it, only whom the user knows."""
    own = [part.case.organization_id for part in parts if part.read_as == part.case]
    former = [part.case.organization_id for part in parts if part.read_as != part.case]
    known = Q(organization_id__in=own)
    if former:
        known |= Q(organization_id__in=former, person__in=Person.objects.visible_to(user).order_by())
    return meeting.attendance.filter(known).select_related("person__same_as")


def _part(user, part, rows, meeting):
    mine = same_person.once(row for row in rows if row.organization_id == part.case.organization_id)
    return {
        "part": part,
        "key": str(part.pk),
        "hours": part.minutes / 60,
        "rows": mine,
        "attended": sum(row.mark in ATTENDED for row in mine),
        "may_void": part.voided_at is None and meeting.voided_at is None and sessions.may_mend_part(user, part),
    }


def correct(request, pk):
    """The same form with what was written; how it read is kept."""
    session, parts = _mended(request, pk)
    if session.meeting.voided_at is not None:
        return _already_void(request, pk)
    cases = _written_by(request.user, parts)
    data = typed(request, "")
    entry, members = _entry(request, session, cases, data)
    reason = reason_form(data)
    done, what = answer(
        request,
        entry,
        data,
        draft_form="",
        save=lambda: _correct(request, session, entry, reason),
        context={},
    )
    if done == "saved":
        messages.success(request, f"Quedó corregida la sesión {what.meeting.code}. Lo que decía antes se conserva.")
        return redirect("session_detail", pk)
    context = {
        "session": session,
        "entry": entry,
        "form": entry.form,
        "reason": reason,
        "seen": _seen(data, session),
        "groups": page.by_group(entry, cases, members),
        "files": _files(request.user, session, parts),
        "crumbs": [*_crumbs(cases[0]), (session.meeting.code, reverse("session_detail", args=[pk]))],
    }
    return render(request, "cases/sessions/correct.html", context)


def reason_form(data):
    """Why it is corrected; as typed, and not judged when the button only brings the page back."""
    if data is None or is_again(data):
        return ReasonForm(prefix="why", initial={"reason": data.get("why-reason", "") if data is not None else ""})
    return ReasonForm(data, prefix="why")


def _seen(data, session):
    typed_seen = data.get("seen", "") if data is not None else ""
    return int(typed_seen) if typed_seen.isdigit() else session.meeting.versions.count()


def _correct(request, session, entry, reason):
    if not reason.is_valid():
        entry.form.add_error(None, "Escriba por qué se corrige.")
        return None
    values = page.written(entry)
    values["next_on"] = entry.form.cleaned_data["next_on"]
    seen = int(request.POST["seen"]) if request.POST.get("seen", "").isdigit() else None
    return sessions.correct(by=request.user, session=session, reason=reason.cleaned_data["reason"], seen=seen, **values)


def _holder(meeting, cases):
    """Where its files are kept: the host while it has one of these groups, else whoever holds them now."""
    here = any(case.incubator_id == meeting.incubator_id for case in cases)
    return meeting.incubator if here else cases[0].incubator


def _entry(request, session, cases, data):
    meeting = session.meeting
    day = day_of(data, meeting.held_on) if data is None else day_of(data, calendars.today())
    members = sessions.members_on(cases, day)
    people = page.named(members, request.user)
    mark_everyone(request, data, people, AttendanceMark.PRESENT)
    form = SessionForm(
        data,
        user=request.user,
        incubator=_holder(meeting, cases),
        day=day,
        cases=cases,
        people=people,
        marks=same_person.marks_of(meeting.attendance),
        minutes={part.case_id: part.minutes for part in session.parts.order_by("pk") if part.minutes < meeting.minutes},
        initial=_initial(session),
    )
    page.offer_conductors(form, meeting.incubator, day)
    asked = [
        {"kind": row.kind, "requested": row.requested, "given": row.given, "cost": row.cost}
        for row in meeting.supports.all()
    ]
    agreed = [{"what": row.what, "who": row.who, "due_on": row.due_on} for row in meeting.commitments.all()]
    rows = page.rows_for(data, people, False, asked=asked, commitments=agreed)
    return Entry(form, rows), members


def _initial(session):
    meeting = session.meeting
    names = ("held_on", "starts_at", "ends_at", "modality", "place", "topic", "notes", "next_on")
    return {name: getattr(meeting, name) for name in names} | {
        "conducted_by": meeting.conducted_by_id,
        "topics": session.topics,
    }


def void(request, pk):
    """Ask why, and void the whole session or one group's part."""
    session, parts = _voidable(request, pk)
    if session.meeting.voided_at is not None:
        return _already_void(request, pk)
    part = next((part for part in parts if str(part.pk) == request.GET.get("parte")), None)
    if "parte" in request.GET and (part is None or not sessions.may_mend_part(request.user, part)):
        raise Http404
    if part is None and not sessions.may_void(request.user, session):
        raise Http404
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        done = accepted(form, lambda: _void(request.user, session, part, form.cleaned_data["reason"]))
        if done is not None:
            messages.success(request, "Quedó anulada. Se conserva con su motivo y deja de contar.")
            return redirect("session_detail", pk)
    context = {
        "session": session,
        "part": part,
        "form": form,
        "crumbs": [*_crumbs(parts[0].case), (session.meeting.code, reverse("session_detail", args=[pk]))],
    }
    return render(request, "cases/sessions/void.html", context)


def _void(by, session, part, reason):
    if part is not None:
        return sessions.void_part(by=by, part=part, reason=reason)
    return sessions.void(by=by, session=session, reason=reason)


def _already_void(request, pk):
    """Sent twice, or typed while someone else voided it: the session itself says when and why."""
    messages.info(request, "Esta sesión ya estaba anulada: no se cambió nada.")
    return redirect("session_detail", pk)


def evidence(request, pk, file):
    """A file of a session, for whoever sees every group in it: a sheet shows the names of all."""
    session, parts = _reached(request, pk)
    found = next((row for row in _files(request.user, session, parts) if row.pk == file), None)
    if found is None:
        raise Http404
    return files.serve(request, found)


def _files(user, session, parts):
    """Its files of the tiers this user may read of every group; none while a group is out of reach."""
    open_tiers = tiers.opened(user, [part.case for part in parts]) if _sees_all(session, parts) else []
    return list(session.meeting.evidence.filter(tier__in=open_tiers).order_by("pk"))


def _sees_all(session, parts):
    return session.every == sum(part.read_as == part.case for part in parts)


def _reached(request, pk):
    """The session and its parts within reach, or 404 when there are none."""
    parts = sessions.within_reach(request.user, pk)
    if not parts:
        raise Http404
    people = ("meeting__conducted_by", "meeting__logged_by", "meeting__validated_by", "meeting__voided_by")
    rows = Session.objects.select_related("meeting__incubator", "meeting__agreement", *people)
    session = get_object_or_404(rows.annotate(every=Count("parts")), pk=pk)
    for part in parts:
        part.session = session
    return session, parts


def _mended(request, pk):
    """As `_reached`, for whoever may correct it; 404 for everyone else. One already void is of whoever reads it."""
    session, parts = _reached(request, pk)
    allowed = meetings.may_mend(request.user, session.meeting) and _written_by(request.user, parts)
    if session.meeting.voided_at is None and not allowed:
        raise Http404
    return session, parts


def _written_by(user, parts):
    """The cases of the parts that count and this user may write about."""
    return [part.case for part in parts if part.voided_at is None and allows(user, Permission.LOG_MEETINGS, part.case)]


def _voidable(request, pk):
    """As `_reached`, for whoever may void it or part of it; 404 for everyone else. One already void, as above."""
    session, parts = _reached(request, pk)
    allowed = sessions.may_void(request.user, session) or any(
        sessions.may_mend_part(request.user, part) for part in parts
    )
    if session.meeting.voided_at is None and not allowed:
        raise Http404
    return session, parts


def _crumbs(case):
    group = reverse("group_detail", args=[case.organization_id])
    return [
        ("Grupos", reverse("group_list")),
        (case.organization.name, group),
        ("Sesiones", reverse("group_sessions", args=[case.organization_id])),
    ]
