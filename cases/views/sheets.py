"""The attendance sheet of a session, to print and sign: the members of a day, in large type."""

from django.http import HttpResponse
from django.shortcuts import redirect

from cases.services import sessions
from cases.views.session_entry import log_address, named
from cases.views.sessions import chosen
from incubator import calendars
from incubator.meeting_forms import sheet_day
from incubator.sheets import attendance_sheet


def sheet(request, pk):
    """The PDF for these groups on a day (today unless said)."""
    cases = chosen(request, pk)
    day = sheet_day(request.GET.get("fecha"), calendars.today())
    if day is None:
        return redirect(log_address(cases))
    members = sessions.members_on(cases, day)
    shown = named(members, request.user)
    groups = [
        (case.organization.name, [name for who, name in shown if members[who] == case.organization_id])
        for case in cases
    ]
    content = attendance_sheet(
        incubator=cases[0].incubator, groups=groups, day=day, created=calendars.now(), what="Sesión"
    )
    answer = HttpResponse(content, content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="lista-{cases[0].code}-{day:%Y-%m-%d}.pdf"'
    answer["Cache-Control"] = "private, no-store"
    return answer
