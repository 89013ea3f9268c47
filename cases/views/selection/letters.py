"""The letters of a group: seen as a draft, issued, served, and notified."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from cases.enums import LetterKind
from cases.forms.decisions import NoticeForm
from cases.rules.appeals import term_ends
from cases.services.selection import letters as service
from cases.views.frame import form_frame, visible_case
from incubator import calendars, files
from incubator.access import Permission, allows
from incubator.forms import Form
from incubator.outcomes import accepted

NEEDS = (Permission.RECORD_FACTS, Permission.DECIDE)
_PAGE = "cases/selection/letters.html"


def listing(request, pk):
    """The letters of a group: which are due, which were issued and when they reached it."""
    case = visible_case(request, pk, *NEEDS)
    return render(request, _PAGE, _context(request, case))


def _context(request, case, bound=None, **extra):
    rows = list(case.letters.select_related("issued_by", "application__call__incubator__commune", "notified_by"))
    context = {
        "due": [
            {"kind": kind, "label": LetterKind(kind).label} for kind, _ in service.due_letters(case, calendars.today())
        ],
        "letters": [{"row": row, "appeal_until": _term(row), "form": _notice(row, bound)} for row in rows],
        "may_decide": allows(request.user, Permission.DECIDE, case),
        "may_record": allows(request.user, Permission.RECORD_FACTS, case),
        "sees_letters": allows(request.user, Permission.VIEW_PEOPLE, case),
        "issue_form": Form(),
    }
    return form_frame(case, **(context | extra))


def _notice(row, bound):
    """The form of its notice: the one just sent, with what it lacks, or a new one."""
    if row.notified_on is not None:
        return None
    return bound[1] if bound and bound[0] == row.pk else NoticeForm(auto_id=f"carta-{row.pk}-%s")


def _term(row):
    if row.kind != LetterKind.NOT_ADMITTED or row.notified_on is None:
        return None
    return term_ends(row.application.call, row.notified_on)


def draft(request, pk, kind):
    """The letter as it would be issued today."""
    case = visible_case(request, pk, Permission.DECIDE)
    on = calendars.today()
    if kind not in {due for due, _ in service.due_letters(case, on)}:
        raise Http404
    answer = HttpResponse(service.draft(case=case, kind=kind, by=request.user, on=on), content_type="application/pdf")
    answer["Content-Disposition"] = 'inline; filename="borrador-de-carta.pdf"'
    return answer


@require_POST
def issue(request, pk, kind):
    """Issue a letter with its number."""
    case = visible_case(request, pk, Permission.DECIDE)
    form = Form(request.POST)
    form.is_valid()
    letter = accepted(form, lambda: service.issue(by=request.user, case=case, kind=kind, on=calendars.today()))
    if letter:
        messages.success(request, f"{letter} quedó emitida. Entréguela y anote el día en que el grupo la recibió.")
        return redirect("case_letters", pk=pk)
    return render(request, _PAGE, _context(request, case, issue_form=form))


def letter(request, pk, letter):
    """An issued letter, as it was kept."""
    case = visible_case(request, pk, Permission.VIEW_PEOPLE)
    row = get_object_or_404(case.letters.select_related("evidence"), pk=letter)
    return files.serve(request, row.evidence)


@require_POST
def notify(request, pk, letter):
    """The day a letter reached the group."""
    case = visible_case(request, pk, Permission.RECORD_FACTS)
    row = get_object_or_404(case.letters, pk=letter)
    form = NoticeForm(request.POST, auto_id=f"carta-{row.pk}-%s")
    if form.is_valid() and accepted(form, lambda: service.notify(by=request.user, letter=row, **form.cleaned_data)):
        messages.success(request, "El aviso quedó anotado.")
        return redirect("case_letters", pk=pk)
    return render(request, _PAGE, _context(request, case, bound=(row.pk, form)))
