"""One merge or split: what it is, who does it, who is «por decidir», and how it is undone."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from cases import lineage_words
from cases.enums import OperationKind, OperationState
from cases.forms.lineage import DayForm, DecideForm, RevertReasonForm
from cases.journal_words import said
from cases.models import Allocation, Operation, SessionCase
from cases.services import lineage
from incubator import access, calendars, masking
from incubator.access import Permission, allows
from incubator.outcomes import accepted, told
from incubator.requirements import Kind

ROWS = 20


def listing(request):
    """Every merge and split within reach, newest first."""
    rows = Operation.objects.visible_to(request.user).select_related("case__organization", "survivor__organization")
    page = Paginator(rows.prefetch_related("branches").order_by("-pk"), ROWS).get_page(request.GET.get("page"))
    for row in page:
        row.words = lineage_words.done_sentence(row)
    return render(request, "cases/lineage/list.html", {"page": page, "crumbs": [("Grupos", reverse("group_list"))]})


def detail(request, pk):
    """What it does or did, and what this user may do about it."""
    operation = _visible(request, pk)
    return render(request, "cases/lineage/detail.html", _context(request, operation))


def execute(request, pk):
    """Another person does it, on its day."""
    operation = _decided(request, pk)
    form = DayForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        on = form.cleaned_data["on"]
        if accepted(form, lambda: lineage.execute(by=request.user, operation=operation, on=on)):
            operation.refresh_from_db()
            messages.success(request, f"Quedó hecho. Se puede deshacer hasta el {operation.last_day:%d-%m-%Y}.")
            return redirect("operation_detail", pk=pk)
    return render(request, "cases/lineage/execute.html", _context(request, operation, form=form, doing=True))


@require_POST
def withdraw(request, pk):
    """The proposal will not be done."""
    operation = _decided(request, pk)
    return _answer(
        request,
        pk,
        "La propuesta quedó retirada.",
        lambda: lineage.withdraw(by=request.user, operation=operation, on=calendars.today()),
    )


def ask_to_revert(request, pk):
    """The first of two people asks, with the reason; the list of what was written since is in sight."""
    operation = _decided(request, pk)
    form = RevertReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        of = {"by": request.user, "operation": operation, "on": calendars.today()}
        if accepted(form, lambda: lineage.ask_to_revert(reason=form.cleaned_data["reason"], **of)):
            messages.success(request, "Quedó pedido. Otra persona de la coordinación lo deshace.")
            return redirect("operation_detail", pk=pk)
    return render(request, "cases/lineage/revert.html", _context(request, operation, form=form, asking=True))


def revert(request, pk):
    """The second person undoes it."""
    operation = _decided(request, pk)
    form = DayForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        on = form.cleaned_data["on"]
        if accepted(form, lambda: lineage.revert(by=request.user, operation=operation, on=on)):
            messages.success(request, "Quedó deshecho. Lo anotado después se conserva donde está.")
            return redirect("operation_detail", pk=pk)
    return render(request, "cases/lineage/revert.html", _context(request, operation, form=form, doing=True))


@require_POST
def drop_the_ask(request, pk):
    """It stays done."""
    operation = _decided(request, pk)
    return _answer(
        request,
        pk,
        "El pedido de deshacer quedó retirado.",
        lambda: lineage.drop_the_ask(by=request.user, operation=operation, on=calendars.today()),
    )


@require_POST
def make_joint(request, pk, session):
    """A session that people of both groups attended."""
    operation = _visible(request, pk)
    part = get_object_or_404(
        SessionCase.objects.visible_to(request.user).filter(case=operation.survivor), session=session
    )
    of = {"by": request.user, "operation": operation, "session": part.session, "on": calendars.today()}
    return _answer(request, pk, "La sesión quedó como conjunta.", lambda: lineage.make_joint(**of))


def decide(request, pk, allocation):
    """To which group somebody «por decidir» goes."""
    operation = _visible(request, pk)
    access.require(request.user, Permission.WRITE_PEOPLE, operation.case)
    rows = Allocation.objects.filter(operation=operation).select_related("membership__person__same_as")
    row = get_object_or_404(rows, pk=allocation)
    branches = operation.branches.filter(case__isnull=False).select_related("case__organization")
    form = DecideForm(request.POST or None, branches=branches)
    if request.method == "POST" and form.is_valid():
        on = form.cleaned_data["on"]
        if accepted(form, lambda: lineage.decide(by=request.user, allocation=row, on=on, **form.decision())):
            messages.success(request, "Quedó decidido.")
            return redirect("operation_detail", pk=pk)
    context = {"operation": operation, "row": row, "form": form, "crumbs": _crumbs(operation, itself=True)}
    return render(request, "cases/lineage/decide.html", context)


# ------------------------------------------------------------ what the pages share


def _visible(request, pk):
    rows = Operation.objects.visible_to(request.user).select_related(
        "case__organization", "case__incubator", "survivor__organization", "survivor__incubator", "evidence",
        "proposed_by", "executed_by", "revert_asked_by", "reverted_by", "withdrawn_by",
    )  # fmt: skip
    return get_object_or_404(rows, pk=pk)


def _decided(request, pk):
    operation = _visible(request, pk)
    access.require(request.user, Permission.DECIDE, operation.case)
    return operation


def _answer(request, pk, words, act):
    told(request, act, words)
    return redirect("operation_detail", pk=pk)


def _context(request, operation, **more):
    user, on = request.user, calendars.today()
    state = operation.state
    decides, names = (allows(user, right, operation.case) for right in (Permission.DECIDE, Permission.VIEW_PEOPLE))
    context = {
        "operation": operation,
        "title": f"{operation.get_kind_display()} de grupos N.º {operation.number}",
        "words": lineage_words.done_sentence(operation),
        "crumbs": _crumbs(operation, itself=bool(more)),
        "decides": decides,
        "sees_names": names,
        "on": on,
        "allocations": _named(user, _allocations(operation)) if names else [],
        "branches": list(operation.branches.select_related("case__organization")),
        "undecided": _named(user, lineage.undecided(operation, on))
        if names and state == OperationState.EXECUTED
        else [],
        "may_write_people": allows(user, Permission.WRITE_PEOPLE, operation.case),
        "missing": [],
        "met": [],
        **_before(request, operation, on, more),
        **_after(request, operation, decides, more),
    }
    return context | {"form": None, "doing": False, "asking": False} | more


def _allocations(operation):
    rows = operation.allocations.select_related("membership__person__same_as", "branch")
    return list(rows.order_by("membership__person__sort_key", "pk"))


def _named(user, rows):
    """As this user may read each name."""
    rows = list(rows)
    masking.cover(user, [row.membership for row in rows])
    return rows


def _before(request, operation, on, more):
    """A proposal: what it will do and what it lacks."""
    if operation.state != OperationState.PROPOSED:
        return {"sentences": []}
    answers = lineage.findings_for(
        operation.case, operation.kind, by=request.user, on=on, survivor=operation.survivor, operation=operation
    )
    if operation.kind == OperationKind.MERGE:
        sentences = lineage_words.merge_sentences(operation.case, operation.survivor, on)
    else:
        branches = list(operation.branches.order_by("number"))
        index = {branch.pk: place for place, branch in enumerate(branches)}
        places = {row.membership_id: index.get(row.branch_id) for row in operation.allocations.order_by("pk")}
        named = [(branch.name, branch.stage) for branch in branches]
        sentences = lineage_words.split_sentences(operation.case, named, places, on)
    return {"sentences": sentences, **_sorted(answers)}


def _after(request, operation, decides, more):
    """Done or undone: what was written since, and what undoing it asks."""
    if operation.state not in (OperationState.EXECUTED, OperationState.REVERTED):
        return {"since": None, "joint": []}
    page = Paginator(lineage.recorded_since(operation), ROWS).get_page(request.GET.get("page"))
    entries = [{"row": row, "words": said(row)} for row in page] if decides else []
    found = {"since": page if decides else None, "entries": entries, "joint": lineage.attended_by_both(operation)}
    if operation.state == OperationState.EXECUTED and decides:
        doing = bool(more.get("doing"))
        answers = lineage.revert_findings(operation, by=request.user, on=calendars.today(), doing=doing)
        found |= {"undoing": lineage_words.revert_sentences(operation, page.paginator.count), **_sorted(answers)}
    return found


def _sorted(answers):
    answers = [answer for answer in answers if answer.kind != Kind.INPUT]
    return {
        "missing": [answer.sentence for answer in answers if not answer.met],
        "met": [answer.sentence for answer in answers if answer.met and answer.kind == Kind.FACT],
    }


def _crumbs(operation, itself):
    group = operation.case.organization
    crumbs = [("Grupos", reverse("group_list")), (group.name, reverse("group_detail", args=[group.pk]))]
    page = reverse("operation_detail", args=[operation.pk])
    return [*crumbs, (f"{operation.get_kind_display()} N.º {operation.number}", page)] if itself else crumbs
