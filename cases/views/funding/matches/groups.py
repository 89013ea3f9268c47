"""«¿Qué grupos pueden postular?»: the groups of a call by their distance, through filters, and as a workbook."""

from allauth.account.decorators import reauthentication_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from cases import reading
from cases.funding.calls import reading as calls_reading
from cases.funding.matching import matches_of_call
from cases.funding.matching.interests import said_of_call
from cases.funding.matching.matches import cases_for
from cases.funding.matching.near import TAGS, Filtering, chosen_in, near_of
from cases.models import FundingCall
from cases.views.funding.matches import sheets, shown
from incubator import calendars
from incubator.access import Permission, allows
from incubator.navigation import address

PAGE = 25


def listing(request, fund_call):
    """The groups within reach by what stands between them and a call, the nearest first."""
    call, version, asked = _asked(request, fund_call)
    page = Paginator(asked.rows, PAGE).get_page(request.GET.get("page"))
    interests = said_of_call(call, [match.case.pk for match in page.object_list])
    may = asked.total and allows(request.user, Permission.EXPORT)
    context = {
        "call": call,
        "version": version,
        "asked": asked,
        "page": page,
        "rows": [_row(match, interests.get(match.case.pk)) for match in page.object_list],
        "query": asked.query,
        "exported": len(asked.rows) if may else 0,
        "call_page": address("fund_call", call.pk),
        "crumbs": _crumbs(call),
    }
    return render(request, "cases/funding/matches/groups.html", context)


@reauthentication_required
def export(request, fund_call):
    """Exactly the rows that are seen, as a workbook, for whoever proves again who they are."""
    call, _, asked = _asked(request, fund_call, Permission.EXPORT)
    on = calendars.today()
    content = sheets.workbook(asked.rows, call=call, by=request.user, on=on, filters=asked.said)
    response = HttpResponse(content, content_type=sheets.MEDIA_TYPE)
    response["Content-Disposition"] = f'attachment; filename="grupos-fondo-{call.pk}-{on:%Y-%m-%d}.xlsx"'
    return response


def _asked(request, fund_call, also=None):
    """The call within reach, its bases in force and the groups that the filters of the address leave."""
    on = calendars.today()
    calls = FundingCall.objects.visible_to(request.user).select_related("agency")
    call = get_object_or_404(calls, pk=fund_call)
    version = calls_reading.in_force(call, on)
    cases = cases_for(call, on, request.user)
    if also is not None:
        cases = cases.filter(pk__in=reading.newest_of(request.user, also).values("pk"))
    found = matches_of_call(call, on, request.user, cases=cases, version=version, at=calendars.now()) if version else []
    return call, version, Filtering(found, chosen_in(request.GET))


def _row(match, interest):
    titles, more = shown.lacking(match.answer)
    return {
        "match": match,
        "case": match.case,
        "tag": TAGS[near_of(match.distance)],
        "lacks": titles,
        "more": more,
        "interest": interest,
        "begun": match.known.past.in_call.get(match.call.pk, []),
    }


def _crumbs(call):
    funds, page = address("fund_list"), address("fund_call", call.pk)
    return [*([("Fondos", funds)] if funds else []), *([(str(call), page)] if page else [])]
