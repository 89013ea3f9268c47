"""The purchases of an application: the list, the summary by item, and both as a workbook."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render

from cases.funding import reach
from cases.funding.agency import purchases as reading
from cases.funding.agency import reading as agency_reading
from cases.funding.agency.purchasing import PaidWith, PurchaseDocument
from cases.funding.life import FundState
from cases.views.funding.budget.pages import opens_papers
from cases.views.funding.frame import fund_frame
from cases.views.funding.purchases.workbook import MEDIA_TYPE, content
from incubator import calendars
from incubator.access import Permission

P = Permission
ROOM = "application_purchases"
_PAGE = 50


def room(request, fund):
    """The room «Compras»."""
    frame = fund_frame(request, fund, ROOM, P.VIEW_FUNDS)
    application, today = frame["application"], calendars.today()
    rows = application.purchases.select_related("evidence", "voided_by").order_by("-number")
    items, names = reading.summary(application, today), reading.names_of(application)
    page = Paginator(rows, _PAGE).get_page(request.GET.get("pagina"))
    writes = reach.may(request.user, P.WRITE_FUNDS, application)
    context = {
        "page": page,
        "rows": [_row(purchase, names) for purchase in page],
        "items": items,
        "total": reading.total_of(items),
        "sums": agency_reading.Facts(application).sums(),
        "adds": writes and application.state in reading.OPEN,
        "updates": writes and application.state in (*reading.OPEN, FundState.RENDERED),
        "opens": opens_papers(request.user, application),
        "today": today,
    }
    return render(request, "cases/funding/purchases/room.html", frame | context)


def _row(purchase, names):
    return {
        "purchase": purchase,
        "document": dict(PurchaseDocument.choices).get(purchase.document_kind, purchase.document_kind),
        "item": names.get(purchase.item, purchase.item),
        "paid_with": dict(PaidWith.choices).get(purchase.paid_with, purchase.paid_with),
    }


def workbook(request, fund):
    """The list and the summary, with the columns that the accounts ask for. `mes`: the period told apart."""
    application = fund_frame(request, fund, ROOM, P.VIEW_FUNDS)["application"]
    data = content(application, calendars.today(), request.GET.get("mes", ""))
    answer = HttpResponse(data, content_type=MEDIA_TYPE)
    answer["Content-Disposition"] = f'attachment; filename="compras-{application.code.lower()}.xlsx"'
    answer["Cache-Control"] = "private, no-store"
    return answer
