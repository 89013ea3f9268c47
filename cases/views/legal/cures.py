"""The room of the cures: what is wrong with each act, whether and how it is mended, its terms and its acts."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from cases.formalization import cure_reading
from cases.formalization.cure_life import CURED, RUNNING, CureState
from cases.forms.cures import CureActForm, CureOpenForm, OldActForm
from cases.law import contents
from cases.law.answers import Outcome
from cases.law.cure import ESSENTIAL, HARMLESS, defect
from cases.models import LegalEvent
from cases.services import facts, legal
from cases.views.deeds import with_document
from cases.views.frame import form_frame, visible_case
from cases.views.legal.frame import legal_frame
from incubator import calendars
from incubator.access import Permission, allows
from incubator.navigation import address
from incubator.outcomes import accepted

_STATES = {CureState.EFFECTIVE: "done", CureState.ENDED: "plain"}
_TONES = {Outcome.VALID: "done", Outcome.PENDING: "waits", Outcome.MET: "done", Outcome.NOT_MET: "info"}
#: R22 in words.
_BARS = {
    Outcome.MET: ("done", "ya no se puede"),
    Outcome.PENDING: ("waits", "todavía se puede"),
    Outcome.NOT_MET: ("info", "sin el plazo de dos años"),
}
#: What follows, in each state.
_NEXT = {
    CureState.OPENED: "Cite a una junta que acuerde cómo sanear, con el texto de la corrección.",
    CureState.SUMMONED: "Haga la junta. Su acta se reduce a escritura.",
    CureState.AGREED: "Haga la escritura que sanea, con asesoría legal.",
    CureState.DEEDED: "Inscriba y publique el extracto de la escritura que sanea dentro de sus propios 60 días.",
}


def room(request, pk):
    """Every cure of the group."""
    frame = legal_frame(request, pk, "legal_cures")
    case = frame["case"]
    rows = [
        {"cure": cure, "tone": _STATES.get(cure.state, "urgent"), "wrong": contents.labels(cure.defects)}
        for cure in cure_reading.cures_of(case)
    ]
    may = case.is_open and allows(request.user, Permission.RECORD_FACTS, case)
    deeds = may and LegalEvent.objects.filter(case=case, kind__in=CURED).exists()
    old = may and not case.legal_files.exists()
    return render(request, "cases/legal/cures.html", frame | {"cures": rows, "may_open": deeds, "may_tell_old": old})


def detail(request, pk, cure):
    """One cure: what is wrong with its article, whether it is mended, its steps, terms, acts, papers and history."""
    frame = legal_frame(request, pk, "legal_cures")
    case, on = frame["case"], calendars.today()
    one = get_object_or_404(cure_reading.cures_of(case), pk=cure)
    acts = cure_reading.acts_of(one)
    now, cured = cure_reading.act_on(one.act, on), cure_reading.cured_on(one, acts, on)
    runs = one.state in RUNNING
    lost = one.state == CureState.DEEDED and cured.outcome == Outcome.VOID_CURABLE
    context = {
        "cure": one,
        "runs": runs,
        "state_tone": _STATES.get(one.state, "urgent"),
        "wrong": contents.labels(one.defects),
        "answers": [_said(now), _said(cured)],
        "void": now.outcome == Outcome.VOID,
        "bars": [
            {"answer": answer, "tone": _BARS[answer.outcome][0], "label": _BARS[answer.outcome][1]}
            for answer in cure_reading.claim_bars(one, on)
        ],
        "harmless": [defect(kind=kind, on=on) for kind in HARMLESS] if runs else [],
        "essential": defect(kind=ESSENTIAL, on=on),
        "clocks": [_clock(title, term, done, on) for title, term, done in cure_reading.terms_on(one, acts, on)],
        "next": "" if not runs else _LOST if lost else _NEXT[one.state],
        "acts": acts,
        "changes": one.changes.select_related("by", "event").order_by("-number"),
        "papers": address("legal_papers", case.organization_id),
        "may_write": runs and case.is_open and allows(request.user, Permission.RECORD_FACTS, case),
        "sees_documents": allows(request.user, Permission.VIEW_PEOPLE, case),
        "crumbs": [*frame["crumbs"], ("Saneamientos legales", reverse("legal_cures", args=[pk]))],
    }
    return render(request, "cases/legal/cure.html", frame | context)


_LOST = "El plazo pasó: la escritura que sanea no sirvió. Haga otra, con su extracto inscrito y publicado a tiempo."


def _said(answer):
    tone = _TONES.get(answer.outcome, "urgent")
    return {"answer": answer, "tone": tone, "label": answer.outcome.label}


def _clock(title, term, done, on):
    return {"title": title, "term": term, "done": done, "days": term.days_left(on)}


def open_one(request, pk):
    """Open a cure by hand: which deed, and what is wrong with it."""
    case = visible_case(request, pk, Permission.RECORD_FACTS)
    form = CureOpenForm(request.POST or None, case=case)
    if request.method == "POST" and form.is_valid():
        made = accepted(form, lambda: legal.open_cure(by=request.user, case=case, **form.cleaned_data))
        if made:
            messages.success(request, "El saneamiento quedó abierto.")
            return redirect("legal_cure", pk, made.pk)
    context = {"form": form, "harmless": [defect(kind=kind, on=calendars.today()) for kind in HARMLESS]}
    return render(request, "cases/legal/cure_open.html", _frame(case, **context))


def record(request, pk, cure):
    """An act of a cure, with its date and its document."""
    case = visible_case(request, pk, Permission.RECORD_FACTS)
    one = get_object_or_404(cure_reading.cures_of(case), pk=cure)
    kinds = cure_reading.recordable(one, cure_reading.acts_of(one))
    asked = request.GET.get("acto", "")
    form = CureActForm(
        request.POST or None, request.FILES or None, kinds=kinds, owner=request.user, initial={"kind": asked}
    )
    if request.method == "POST" and form.is_valid():
        values = form.values()
        done = accepted(form, lambda: with_document(request.user, case, form, lambda proof: facts.record_cure_act(
            by=request.user, cure=one, evidence=proof, **values)))  # fmt: skip
        if done:
            one.refresh_from_db()
            messages.success(request, f"El acto quedó anotado. El saneamiento está en «{one.get_state_display()}».")
            return redirect("legal_cure", pk, one.pk)
    return render(request, "cases/legal/cure_act.html", _frame(case, form=form, cure=one, kinds=kinds))


def old_act(request, pk):
    """An act of a cooperative that existed already."""
    case = visible_case(request, pk, Permission.RECORD_FACTS)
    form = OldActForm(request.POST or None, request.FILES or None, case=case, owner=request.user)
    if request.method == "POST" and form.is_valid():
        values = form.values()
        done = accepted(form, lambda: with_document(request.user, case, form, lambda proof: facts.record_old_act(
            by=request.user, case=case, evidence=proof, **values)))  # fmt: skip
        if done:
            messages.success(request, "El acto quedó anotado.")
            return redirect("legal_cures", pk)
    return render(request, "cases/legal/old_act.html", _frame(case, form=form))


def _frame(case, **context):
    frame = form_frame(case, **context)
    page = reverse("legal_cures", args=[case.organization_id])
    return frame | {"back": page, "crumbs": [*frame["crumbs"], ("Saneamientos legales", page)]}
