"""The room «Documentos» of an application: each one that the bases ask, and how it stands on the day that counts."""

from django.shortcuts import render

from cases.funding import reach
from cases.funding.vault.access import Reader
from cases.funding.vault.reading import asked_days, standing
from cases.views.funding.budget.shown import closing_day
from cases.views.funding.frame import fund_frame
from cases.views.funding.vault import shown
from incubator import calendars
from incubator.access import Permission
from incubator.navigation import door


def room(request, fund):
    """What is there, what will not serve on its day, and what is missing."""
    frame = fund_frame(request, fund, "application_documents", Permission.VIEW_FUNDS)
    application, case, bases = frame["application"], frame["case"], frame["bases"]
    closes_on = closing_day(application, calendars.now())
    standings = standing(case, bases, asked_days(bases, closes_on), application)
    reader = None if reach.is_kept(application) else Reader(request.user, case)
    rows = shown.asked_rows(request.user, case, reader, standings)
    read = [row for row in rows if row.tag]
    context = {
        "rows": rows,
        "closes_on": closes_on,
        "pending": [row for row in read if not row.standing.is_fine],
        "ready": sum(1 for row in read if row.standing.is_fine),
        "unread": len(rows) - len(read),
        "vault": door(request.user, "group_vault", case, case.organization_id) if reader else "",
    }
    return render(request, "cases/funding/vault/asked.html", frame | context)
