"""A kept document, what came back of it, and what was decided."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from cases.formalization import comparison as paper_comparison
from cases.formalization.life import LegalEventKind
from cases.formalization.reading import acts_of, file_of, recordable
from cases.forms.legal_papers import CameBackForm, DecisionForm
from cases.law.cure import defect
from cases.models import LegalPaper, TextComparison, TextDecision
from cases.services import legal_papers as services
from cases.views.frame import form_frame, visible_case
from cases.views.legal.papers import names_open
from incubator import calendars
from incubator.access import Permission, allows
from incubator.outcomes import accepted


def kept(request, pk, paper):
    """One kept document with its comparisons."""
    case, row = _paper(request, pk, paper)
    context = {
        "paper": row,
        "comparisons": row.comparisons.select_related("by", "decision__by").order_by("-id"),
        "may_write": allows(request.user, Permission.RECORD_FACTS, case),
    }
    return render(request, "cases/legal_papers/kept.html", _frame(case, **context))


def compare(request, pk, paper):
    """Upload the DOCX that came back, or paste its text."""
    case, row = _paper(request, pk, paper, Permission.RECORD_FACTS)
    form = CameBackForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        found = accepted(
            form,
            lambda: services.compare(
                by=request.user, paper=row, on=said["on"], upload=said["file"] or None, text=said["text"]
            ),
        )
        if found:
            return redirect("legal_comparison", pk, row.pk, found.pk)
    return render(request, "cases/legal_papers/compare.html", _frame(case, row, form=form, paper=row))


def detail(request, pk, paper, comparison):
    """The articles that differ, side by side, and what follows."""
    case, row = _paper(request, pk, paper)
    found = _comparison(row, comparison)
    return _shown(request, case, row, found, DecisionForm(changed=bool(found.changed)))


@require_POST
def decide(request, pk, paper, comparison):
    """Say what follows, once."""
    case, row = _paper(request, pk, paper, Permission.RECORD_FACTS)
    found = _comparison(row, comparison)
    form = DecisionForm(request.POST, changed=bool(found.changed))
    done = form.is_valid() and accepted(
        form,
        lambda: services.decide(by=request.user, comparison=found, on=calendars.today(), **form.cleaned_data),
    )
    if not done and TextDecision.objects.filter(comparison=found).exists():
        messages.error(request, "Esta comparación ya tiene su decisión.")
        return redirect("legal_comparison", pk, row.pk, found.pk)
    if not done:
        return _shown(request, case, row, found, form)
    messages.success(request, "La decisión quedó anotada.")
    file = file_of(case)
    back = done.outcome == TextDecision.Outcome.BACK and LegalEventKind.STATUTES_BACK in recordable(file, acts_of(file))
    if back:
        return redirect(f"{reverse('legal_act_new', args=[pk])}?acto={LegalEventKind.STATUTES_BACK}")
    return redirect("legal_comparison", pk, row.pk, found.pk)


def _shown(request, case, row, found, form):
    decision = getattr(found, "decision", None)
    context = {
        "paper": row,
        "comparison": found,
        "rows": paper_comparison.shown(found.rows),
        "same": len(found.rows) - found.changed,
        "decision": decision,
        "form": form if decision is None and allows(request.user, Permission.RECORD_FACTS, case) else None,
        "spelling": defect(kind="spelling", on=calendars.today()),
    }
    return render(request, "cases/legal_papers/comparison.html", _frame(case, row, **context))


def _comparison(row, pk):
    return get_object_or_404(TextComparison.objects.select_related("by", "decision__by").filter(paper=row), pk=pk)


def _paper(request, pk, paper, *needs):
    case = visible_case(request, pk, *(needs or (Permission.VIEW_LEGAL,)))
    if not names_open(request.user, case):
        raise Http404
    rows = LegalPaper.objects.filter(case__organization=case.organization_id)
    return case, get_object_or_404(rows.select_related("recorded_by", "case", "person"), pk=paper)


def _frame(case, row=None, **context):
    frame = form_frame(case, **context)
    group = case.organization_id
    crumbs = [*frame["crumbs"], ("Documentos", reverse("legal_papers", args=[group]))]
    crumbs += [(row.title, reverse("legal_paper_kept", args=[group, row.pk]))] if row else []
    return frame | {"crumbs": crumbs, "back": crumbs[-1][1]}
