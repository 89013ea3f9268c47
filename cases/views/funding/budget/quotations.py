"""The quotations of an application: add one with its file, choose it, set it aside, open its file."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from cases.forms.funding.quotations import QuotationForm
from cases.funding import reach
from cases.funding.budget import reading as budget_reading
from cases.services import documented
from cases.services.funding import quotations
from cases.views.funding.budget.pages import opens_papers
from cases.views.funding.frame import fund_frame
from incubator import calendars, files
from incubator.access import Permission
from incubator.enums import EvidenceKind, Tier
from incubator.outcomes import accepted, told

P = Permission
_ROOM = "application_budget"


def new(request, fund):
    """A price that a supplier offered, with its file."""
    frame = fund_frame(request, fund, _ROOM, P.WRITE_FUNDS)
    application, last = frame["application"], budget_reading.newest(frame["application"])
    lines = list(last.lines.all()) if last else []
    names = {item.key: item.name for item in frame["bases"].items}
    form = QuotationForm(request.POST or None, request.FILES or None, owner=request.user, lines=lines, names=names)
    if request.method == "POST" and form.is_valid() and accepted(form, lambda: _add(request.user, application, form)):
        messages.success(request, "La cotización quedó anotada.")
        return redirect(_ROOM, fund)
    page = {"form": form, "has_lines": bool(lines), "back": reverse(_ROOM, args=[fund])}
    return render(request, "cases/funding/budget/quotation.html", frame | page)


def _add(by, application, form):
    on, said = calendars.today(), form.values()
    return documented.record(
        by=by,
        incubator=incubator_of(application),
        document=form.document(),
        on=on,
        kind=EvidenceKind.FUND,
        tier=Tier.LEGAL,
        taken_on=said["quoted_on"],
        act=lambda evidence: quotations.add(by=by, application=application, on=on, evidence=evidence, **said),
    )


def incubator_of(application):
    """The incubator where its files are kept: the case's, or the institution that it stayed with."""
    return application.stays_with if reach.is_kept(application) else application.case.incubator


@require_POST
def choose(request, fund, quotation):
    """The one that would be bought."""
    row = _own(request, fund, quotation, P.WRITE_FUNDS)
    done = "La cotización quedó elegida."
    told(request, lambda: quotations.choose(by=request.user, quotation=row, on=calendars.today()), done)
    return redirect(_ROOM, fund)


@require_POST
def set_aside(request, fund, quotation):
    """It does not serve."""
    row = _own(request, fund, quotation, P.WRITE_FUNDS)
    done = "La cotización quedó apartada: sigue guardada y ya no cuenta."
    told(request, lambda: quotations.set_aside(by=request.user, quotation=row, on=calendars.today()), done)
    return redirect(_ROOM, fund)


def file(request, fund, quotation):
    """Its file, for whoever may open legal and financial papers there."""
    row = _own(request, fund, quotation, P.VIEW_FUNDS)
    if row.evidence is None or not opens_papers(request.user, row.application):
        raise Http404
    return files.serve(request, row.evidence)


def _own(request, fund, quotation, *needs):
    """A quotation through its visible application."""
    application = fund_frame(request, fund, _ROOM, *needs)["application"]
    row = get_object_or_404(application.quotations.select_related("evidence"), pk=quotation)
    row.application = application
    return row
