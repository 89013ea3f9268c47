"""After a transfer: what the origin keeps to read, what its advisers keep of their hours, corrections, drafts."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from cases import transfer_pages
from cases.forms.transfers import AnswerForm, CorrectionForm
from cases.models import CorrectionAsked
from cases.services import transfers
from incubator import calendars
from incubator.access import Permission, allows, scope_of
from incubator.outcomes import accepted

PAGE = 25


def listing(request):
    """The groups that left the user's incubators."""
    page = Paginator(transfer_pages.left_behind(request.user), PAGE).get_page(request.GET.get("page"))
    return render(request, "cases/transfers/moved.html", {"page": page, "crumbs": _crumbs()})


def summary(request, pk):
    """The read-only summary of one of them; its corrections are asked here."""
    transfer = get_object_or_404(transfer_pages.left_behind(request.user), pk=pk)
    may_ask = allows(request.user, Permission.PREPARE_REPORTS, transfer.from_incubator)
    form = CorrectionForm(request.POST or None) if may_ask else None
    if request.method == "POST" and may_ask and form.is_valid():
        act = {"by": request.user, "transfer": transfer, "on": calendars.today(), "what": form.cleaned_data["what"]}
        if accepted(form, lambda: transfers.ask_correction(**act)):
            messages.success(request, f"La corrección quedó pedida a {transfer.to_incubator.name}.")
            return redirect("moved_summary", transfer.pk)
    context = {
        "summary": transfer_pages.summary_of(transfer),
        "transfer": transfer,
        "form": form,
        "asked": transfer.corrections.select_related("asked_by", "answered_by"),
        "crumbs": _crumbs(("Trasladados", reverse("moved_list"))),
    }
    return render(request, "cases/transfers/summary.html", context)


def own_sessions(request):
    """Day, hours and code of what the user logged or conducted with groups that left; nothing else of them."""
    page = Paginator(transfer_pages.moved_meetings(request.user), PAGE).get_page(request.GET.get("page"))
    return render(request, "cases/transfers/own_sessions.html", {"page": page, "crumbs": _crumbs()})


def answer(request, pk):
    """The receiver says what it corrected of an earlier row, or why not."""
    scope = scope_of(request.user, Permission.RECORD_FACTS)
    rows = CorrectionAsked.objects.select_related(
        "transfer__case__organization",
        "transfer__case__born_in",
        "transfer__case__incubator",
        "transfer__from_incubator",
    )
    reached = rows.filter(transfer__case__incubator__in=scope.incubator_ids) | rows.filter(
        transfer__case__organization__in=scope.organization_ids
    )
    asked = get_object_or_404(reached, pk=pk)
    form = AnswerForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        act = {"by": request.user, "asked": asked, "on": calendars.today(), "answer": form.cleaned_data["answer"]}
        if accepted(form, lambda: transfers.answer_correction(**act)):
            messages.success(request, "La respuesta quedó anotada.")
            return redirect("group_sessions", asked.transfer.case.organization_id)
    group = asked.transfer.case.organization
    back = reverse("group_sessions", args=[group.pk])
    context = {"asked": asked, "form": form, "back": back, "crumbs": _crumbs((group.name, back))}
    return render(request, "cases/transfers/answer.html", context)


@require_POST
def take_draft(request, pk):
    """Go on with an inherited draft: it opens as one's own."""
    inherited = get_object_or_404(transfers.drafts_inherited(request.user), pk=pk)
    draft = transfers.take_draft(by=request.user, inherited=inherited)
    messages.success(request, "El borrador quedó a su nombre: revíselo y envíelo.")
    return redirect(_form_of(draft))


def _form_of(draft):
    return f"{reverse('session_log', args=[draft.organization_id])}?borrador={draft.pk}"


def _crumbs(*more):
    return [("Grupos", reverse("group_list")), *more]
