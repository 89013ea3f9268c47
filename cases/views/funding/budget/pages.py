"""The room «Presupuesto» of an application, and each of its versions."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.text import slugify

from cases.forms.funding.budget import ApproveForm, DayForm
from cases.funding import reach
from cases.funding.agency import reading as agency_reading
from cases.funding.budget import book as budget_book
from cases.funding.budget import reading as budget_reading
from cases.funding.words import BudgetKind
from cases.views.funding.budget import shown
from cases.views.funding.frame import fund_frame
from incubator import calendars, tiers
from incubator.access import Permission
from incubator.enums import Tier
from incubator.paper import render_pdf
from incubator.workbooks.writing import write_workbook

P = Permission
ROOM = "application_budget"


def room(request, fund):
    """The budget as it stands: the draft, or the last version; and the versions there are."""
    frame = fund_frame(request, fund, ROOM, P.VIEW_FUNDS)
    budget = budget_reading.newest(frame["application"])
    return render(request, "cases/funding/budget/room.html", frame | context(request, frame["application"], budget))


def version(request, fund, budget):
    """One version, with what changed from the one before."""
    frame = fund_frame(request, fund, ROOM, P.VIEW_FUNDS)
    row = get_object_or_404(frame["application"].budgets, pk=budget)
    return render(request, "cases/funding/budget/room.html", frame | context(request, frame["application"], row))


def context(request, application, budget, **forms):
    """What the room shows of a version, and what this user may do with it."""
    user, kind = request.user, budget_reading.kind_now(application)
    versions = list(application.budgets.select_related("recorded_by", "approved_by").order_by("-number"))
    last = versions[0] if versions else None
    writes = kind is not None and reach.may(user, P.WRITE_FUNDS, application)
    found = {
        "versions": versions,
        "is_last": budget is not None and budget == last,
        "writes": writes,
        "starts": writes and (last is None or not last.is_draft),
        "edits": writes and budget is not None and budget.is_draft,
        "kind_now": kind.label if kind else "",
        "asks_reason": kind not in (None, BudgetKind.REQUESTED),
    }
    if budget is None:
        return found
    former = shown.former_of(application, budget)
    found |= shown.read(application, budget, calendars.now())
    found |= {"former": former, "changes": shown.against(budget, former), "present_form": DayForm(prefix="presentar")}
    found["opens_quotations"] = opens_papers(user, application)
    return found | _approval(user, application, budget, found["is_last"]) | forms


def _approval(user, application, budget, is_last):
    """The form of whoever may approve it, or why this user may not."""
    waits = not budget.is_draft and budget.approved_by_id is None and budget.kind != BudgetKind.REQUESTED
    if not waits or not is_last or not reach.may(user, P.APPROVE_FUNDS, application):
        return {"waits": waits}
    if budget_reading.wrote(user, budget):
        return {"waits": waits, "own": True}
    return {"waits": waits, "approve_form": ApproveForm(prefix="aprobar", confirmations=confirmations(budget))}


def opens_papers(user, application):
    """Whether this user may open legal and financial papers there: the files of quotations."""
    return Tier.LEGAL in tiers.opened(user, [reach.place_of(application)])


def confirmations(budget):
    """What the group confirmed of this application since the cut was presented; None when none is asked."""
    if budget.kind != BudgetKind.AWARDED:
        return None
    return agency_reading.cut_confirmations(budget.application).filter(happened_on__gte=budget.presented_on)


def pdf(request, fund, budget):
    """A version on paper."""
    frame = fund_frame(request, fund, ROOM, P.VIEW_FUNDS)
    application = frame["application"]
    row = get_object_or_404(application.budgets.select_related("approved_by"), pk=budget)
    told = frame | shown.read(application, row, calendars.now())
    title = f"Presupuesto de {application.title}, versión {row.number}"
    content = render_pdf("print/fund_budget.html", told, title=title, created=calendars.now())
    return _file(content, "application/pdf", application, row, "pdf", "inline")


def workbook(request, fund, budget):
    """A version as a workbook: its lines, its months, and what the bases ask of it."""
    frame = fund_frame(request, fund, ROOM, P.VIEW_FUNDS)
    application = frame["application"]
    row = get_object_or_404(application.budgets, pk=budget)
    told = shown.read(application, row, calendars.now())
    content = write_workbook(**budget_book.contents(application, told, by=request.user, on=calendars.today()))
    return _file(content, budget_book.MEDIA_TYPE, application, row, "xlsx", "attachment")


def _file(content, media_type, application, budget, suffix, how):
    answer = HttpResponse(content, content_type=media_type)
    name = slugify(f"presupuesto-{application.code}-v{budget.number}")
    answer["Content-Disposition"] = f'{how}; filename="{name}.{suffix}"'
    answer["Cache-Control"] = "private, no-store"
    answer["X-Content-Type-Options"] = "nosniff"
    return answer
