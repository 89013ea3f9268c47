"""Write in the legal file: an act with its document, a newer pack of rules, another file, a validation."""

from functools import partial

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from cases.formalization.life import LegalState
from cases.formalization.reading import acts_of, file_of, pack_of, recordable
from cases.forms.legal import ActForm, ReviewForm
from cases.law import difference, pack_on
from cases.models import LegalEvent
from cases.services import facts, legal
from cases.views.deeds import with_document
from cases.views.frame import form_frame, visible_case
from incubator import calendars
from incubator.access import Permission
from incubator.forms import Form
from incubator.meeting_forms import sheet_day
from incubator.outcomes import accepted, told


def record(request, pk):
    """An act, with its date and its document."""
    case = visible_case(request, pk, Permission.RECORD_FACTS)
    file = _open_file(case)
    form = ActForm(
        request.POST or None,
        request.FILES or None,
        kinds=recordable(file, acts_of(file)),
        owner=request.user,
        initial=_told(request.GET),
    )
    if request.method == "POST" and form.is_valid() and accepted(form, lambda: _record(request.user, case, form)):
        messages.success(request, _done(file))
        return redirect("group_formalization", pk)
    return render(request, "cases/legal/act.html", _frame(case, form=form, file=file))


def _told(said):
    """The act and the day that another page already knows; a day that cannot be read is left to be typed."""
    day = sheet_day(said.get("fecha", ""), None)
    return {"kind": said.get("acto", "")} | ({"on": day} if day else {})


def _record(by, case, form):
    values = form.values()
    act = partial(facts.record_legal_act, by=by, case=case, **values)
    return with_document(by, case, form, lambda evidence: act(evidence=evidence))


def _done(file):
    before = file.state
    file.refresh_from_db()
    if file.state == before:
        return "El acto quedó anotado."
    return f"El acto quedó anotado. El expediente está ahora en «{LegalState(file.state).label}»."


def adopt(request, pk):
    """Adopt the rules of today, after reading what changes."""
    case = visible_case(request, pk, Permission.RECORD_FACTS)
    file, on = _open_file(case), calendars.today()
    mine, newer = pack_of(file), pack_on(on)
    if newer.head.valid_from <= mine.head.valid_from:
        messages.info(request, "El expediente ya tiene las reglas de hoy.")
        return redirect("group_formalization", pk)
    form = Form(request.POST or None)
    if request.method == "POST":
        code = request.POST.get("pack", "")
        if accepted(form, lambda: legal.adopt_pack(by=request.user, file=file, on=on, code=code)):
            messages.success(request, f"El expediente sigue ahora con las reglas «{newer.code}».")
            return redirect("group_formalization", pk)
    context = {"form": form, "mine": mine, "newer": newer, "changes": difference(mine, newer)}
    return render(request, "cases/legal/adopt.html", _frame(case, **context))


@require_POST
def open_again(request, pk):
    """Another file, after one that ended."""
    case = visible_case(request, pk, Permission.RECORD_FACTS)
    told(
        request, lambda: legal.open_again(by=request.user, case=case, on=calendars.today()), "Se abrió otro expediente."
    )
    return redirect("group_formalization", pk)


@require_POST
def review(request, pk, act):
    """A legal adviser validates an act."""
    case = visible_case(request, pk, Permission.VALIDATE_LEGAL)
    event = get_object_or_404(LegalEvent.objects.filter(file=file_of(case)), pk=act)
    form = ReviewForm(request.POST)
    note = form.cleaned_data["note"] if form.is_valid() else ""
    told(
        request,
        lambda: legal.review(by=request.user, event=event, on=calendars.today(), note=note),
        "El acto quedó validado.",
    )
    return redirect("group_formalization", pk)


def _open_file(case):
    """The file that takes acts; 404 without one."""
    file = file_of(case)
    if file is None or file.closed_on is not None or not case.is_open:
        raise Http404
    return file


def _frame(case, **context):
    frame = form_frame(case, **context)
    page = reverse("group_formalization", args=[case.organization_id])
    return frame | {"back": page, "crumbs": [*frame["crumbs"], ("Formalización", page)]}
