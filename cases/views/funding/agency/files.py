"""The document of a fact, of the filing or of a purchase, for whoever may open legal and financial papers there."""

from django.http import Http404
from django.shortcuts import get_object_or_404

from cases.views.funding.budget.pages import opens_papers
from cases.views.funding.frame import visible_application
from incubator import files
from incubator.access import Permission


def of_fact(request, fund, event):
    """What proves a fact."""
    return _served(request, fund, "events", event)


def of_filing(request, fund, fund_filing):
    """The receipt of a filing."""
    return _served(request, fund, "filings", fund_filing)


def of_purchase(request, fund, purchase):
    """What proves a purchase."""
    return _served(request, fund, "purchases", purchase)


def _served(request, fund, rows, pk):
    application = visible_application(request, fund, Permission.VIEW_FUNDS)
    row = get_object_or_404(getattr(application, rows).select_related("evidence"), pk=pk)
    if row.evidence is None or not opens_papers(request.user, application):
        raise Http404
    return files.serve(request, row.evidence)
