"""Who was a member of a group on a day, who joined and left, and who has spoken for it: on screen, paper and Excel."""

from allauth.account.decorators import reauthentication_required
from django.http import HttpResponse
from django.shortcuts import render

from cases import lineage, member_exports, member_rows, minimums, transfer_pages
from cases.forms.members import DayForm
from cases.views.frame import group_frame
from cases.views.lineage.shown import came_from
from incubator import access, calendars
from incubator.access import Permission, allows
from incubator.enums import MembershipRole


def listing(request, pk):
    """The members on a day (today unless another is asked); support people apart; the changes until then."""
    frame = group_frame(request, pk, "group_members")
    user, case, group, today = request.user, frame["case"], frame["group"], calendars.today()
    asked, day = _asked(request, today)
    terms = member_rows.speakers(user, group)
    speaking = {term.membership_id: term for term in terms if term.holds(day)}
    spoken = {term.membership.person.survivor.pk for term in speaking.values()}
    rows = transfer_pages.known_here(case, member_rows.on_day(user, group, day))
    brought = came_from(case, lineage.formers(case))
    context = frame | {
        "on": day,
        "is_today": day == today,
        "day_form": asked,
        "members": [
            {"row": row, "speaks": row.who.pk in spoken, "before": brought.get(row.person_id, "")} for row in rows
        ],
        "supporters": transfer_pages.known_here(case, member_rows.on_day(user, group, day, MembershipRole.SUPPORT)),
        "changes": member_rows.changes(user, group, day),
        "terms": [term for term in terms if term.since <= day],
        "lacks": minimums.of_case(case, today) if day == today else [],
        "may_write": allows(user, Permission.WRITE_PEOPLE, case),
        "may_export": allows(user, Permission.EXPORT, case),
    }
    return render(request, "cases/members/list.html", context)


@reauthentication_required
def export(request, pk):
    """The same list as a workbook, for whoever proves again who they are."""
    frame = group_frame(request, pk, "group_members")
    access.require(request.user, Permission.EXPORT, frame["case"])
    today = calendars.today()
    _, day = _asked(request, today)
    content = member_exports.workbook(frame["group"], by=request.user, day=day, on=today)
    response = HttpResponse(content, content_type=member_exports.MEDIA_TYPE)
    name = f"integrantes-{frame['case'].code}-{day:%Y-%m-%d}.xlsx"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _asked(request, today):
    """(the form, the day asked for); a day that cannot be read says so and today is shown."""
    form = DayForm(request.GET if "dia" in request.GET else None, initial={"dia": today})
    return form, form.cleaned_data["dia"] if form.is_bound and form.is_valid() else today
