"""The page where a session is typed: its form, its rows, and the members of that day, group by group."""

from django.urls import reverse
from django.utils.html import format_html

from cases import moves
from cases.forms.sessions import SessionForm
from cases.services import sessions
from incubator import calendars, masking, same_person
from incubator.access import Permission, allows
from incubator.enums import ATTENDED, AttendanceMark
from incubator.meeting_forms import CommitmentRow, GivenRow, SupportRow, day_of, rows_of
from incubator.models import Person, PlannedMeeting
from incubator.services import meetings, planning, sensitive
from incubator.templatetags.minga import dmy, hours
from incubator.views.meeting_entry import Entry, mark_everyone


def planned_of(request, cases, data):
    """The planned meeting this session comes from, still to come and with one of these groups, or None."""
    wanted = data.get("plan", "") if data is not None else request.GET.get("plan", "")
    if not wanted.isdigit():
        return None
    rows = PlannedMeeting.objects.visible_to(request.user, Permission.LOG_MEETINGS).pending()
    groups = [case.organization_id for case in cases]
    return rows.filter(pk=wanted, organizations__in=groups).distinct().prefetch_related("supports").first()


def blank_entry(request, cases, data, planned=None):
    """The entry of a new session with these groups, as typed so far; it begins as it was planned."""
    today = calendars.today()
    day = day_of(data, min(planned.planned_on, today) if planned and data is None else today)
    members = sessions.members_on(cases, day)
    people = named(members, request.user)
    mark_everyone(request, data, people, AttendanceMark.PRESENT)
    sees_supports = all(allows(request.user, Permission.VIEW_SUPPORTS, case) for case in cases)
    form = SessionForm(
        data,
        user=request.user,
        incubator=cases[0].incubator,
        day=day,
        cases=cases,
        people=people,
        initial=_as_planned(planned, day) if planned else {},
    )
    offer_conductors(form, moves.responsible_on(cases[0], day), day)
    asked = _asked(members, day) if sees_supports and data is None and not planned else []
    if planned and data is None:
        asked = planning.supports_for(planned)
    return Entry(form, rows_for(data, people, sees_supports, asked=asked)), members


def offer_conductors(form, host, day):
    """Of a day before a transfer, who could conduct it there too."""
    if host.pk != form.incubator.pk:
        field = form.fields["conducted_by"]
        field.queryset = field.queryset | meetings.conductors(host, day)


def _as_planned(planned, day):
    names = ("starts_at", "ends_at", "modality", "place", "topic")
    return {name: getattr(planned, name) for name in names} | {
        "held_on": day,
        "conducted_by": planned.conducted_by_id,
        "plan": str(planned.pk),
    }


def rows_for(data, people, sees_supports, *, asked=(), commitments=()):
    """The repeated rows of a session; supports per person only for whoever may read them."""
    rows = {
        "commitments": rows_of(CommitmentRow, "commitments", data, initial=commitments),
        "supports": rows_of(SupportRow, "supports", data, initial=asked, extra=0 if asked else 1),
    }
    if sees_supports:
        rows["given"] = rows_of(GivenRow, "given", data, extra=0, people=people)
    return rows


def _asked(members, day):
    """The supports the members ask for, in total: what was asked, ready to say what was given."""
    totals = sensitive.needs_in_total(members, on=day)
    return [{"kind": kind, "requested": count} for kind, count in sorted(totals.items())]


def named(members, user):
    """[(person_id, name as this user may read it)] of {person_id: organization_id}, the hidden ones last."""
    people = Person.objects.in_bulk(members)
    shown = masking.names_for(user, people.values(), members)
    return sorted(
        ((person_id, shown[person_id].name) for person_id in members), key=lambda row: masking.last(shown[row[0]])
    )


def by_group(entry, cases, members):
    """[{"case", "fields", "minutes"}]: the questions of attendance under each group's name."""
    minutes = {field.name: field for field in entry.form.minutes_fields()}
    return [
        {
            "case": case,
            "fields": entry.form.mark_fields([who for who, group in members.items() if group == case.organization_id]),
            "minutes": minutes.get(f"minutes_{case.pk}"),
        }
        for case in cases
    ]


def written(entry):
    """What was typed, as the services take it."""
    values = {
        **entry.form.details(),
        "topics": entry.form.cleaned_data["topics"],
        "marks": entry.form.marks(),
        "minutes": entry.form.minutes(),
        "supports": entry.rows["supports"].filled(),
        "commitments": entry.rows["commitments"].filled(),
        "evidence": entry.kept,
    }
    if "given" in entry.rows and entry.rows["given"].filled():
        values["given"] = {}
        for row in entry.rows["given"].filled():
            values["given"].setdefault(row["person"], []).append(row["kind"])
    return values


def receipt(session, cases):
    """The sentence after logging: what stays written, and what comes next."""
    meeting = session.meeting
    marks = same_person.marks_of(meeting.attendance).values()
    groups = " y ".join(case.organization.name for case in cases)
    came = f", {sum(mark in ATTENDED for mark in marks)} de {len(marks)} integrantes" if marks else ""
    late = (meeting.held_on.year, meeting.held_on.month) < (calendars.today().year, calendars.today().month)
    return format_html(
        "Quedó registrada la sesión {} con {}: {}, de {} a {} ({} horas){}. Falta que otra persona valide sus horas.{}",
        meeting.code,
        groups,
        dmy(meeting.held_on),
        f"{meeting.starts_at:%H:%M}",
        f"{meeting.ends_at:%H:%M}",
        hours(meeting.minutes / 60),
        came,
        " Si el informe de ese mes ya está sellado, aparecerá en los ajustes del próximo." if late else "",
    )


def log_address(cases):
    """Where a session with these groups is logged."""
    first, *others = cases
    query = "&".join(f"con={case.organization_id}" for case in others)
    return reverse("session_log", args=[first.organization_id]) + (f"?{query}" if query else "")
