"""An application in one page: who is who, what it lacks, and the way to each of its rooms."""

from django.shortcuts import render

from cases.funding import reach
from cases.funding.calls.closing_line import closings_of
from cases.funding.form import adoption, confirming, parties, reviewing
from cases.funding.form import reading as forms_reading
from cases.funding.life import BEFORE_FILING, FundState
from cases.views.funding.frame import fund_frame, group_page_of
from cases.views.funding.writing.asked import to_verify
from cases.views.funding.writing.form import may_write
from incubator import calendars, masking
from incubator.access import Permission


def summary(request, fund):
    """What there is and what comes next."""
    frame = fund_frame(request, fund, "application_summary", Permission.VIEW_FUNDS)
    application, user = frame["application"], request.user
    answers = forms_reading.kept(application)
    unsent = application.state in BEFORE_FILING
    context = {
        "parties": _told(user, application),
        "closings": closings_of(application, calendars.now()) if unsent else [],
        "lacking": len(forms_reading.lacks(application, frame["bases"], answers)) if unsent else 0,
        "unread": len(reviewing.unread(application, frame["bases"], answers)) if unsent else 0,
        "open_comments": application.comments.filter(settled_at__isnull=True).count(),
        "newer": adoption.newest_for(application, calendars.today()) if unsent else None,
        "confirmed": confirming.confirmation_of(application),
        "confirmed_before": confirming.confirmations_of(application).exists(),
        "changes": application.changes.select_related("by").order_by("-number"),
        "writes": may_write(user, application),
        "acts": reach.may(user, Permission.WRITE_FUNDS, application),
        "unsent": unsent,
        "is_ready": application.state == FundState.READY,
        "group_page": group_page_of(user, application),
        "copies": application.copied_from,
    }
    context |= _to_verify(user, application) if unsent else {}
    return render(request, "cases/funding/writing/summary.html", frame | context)


def _to_verify(user, application):
    """What is answered in writing, and how many of them nobody answered yet."""
    rows = to_verify(user, application)
    return {"to_verify": rows, "unanswered": sum(one.last is None for one in rows)}


def _told(user, application):
    """The three parties, each person as this user reads her; whoever reads no names, that it is one of the group."""
    who, group = parties.parties_of(application), application.case.organization.name
    if not reach.may(user, Permission.VIEW_PEOPLE, application):
        return parties.told(who, group, lambda person: "Una persona del grupo")
    people = {one.pk: one for one in (who.applicant_person, who.receiver_person, who.signer) if one}
    names = masking.names_for(user, people.values())
    return parties.told(who, group, lambda person: names[person.pk].name)
