"""The evaluation of one group: who has it, how far they are, and the sheets once all of them are filed."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from cases.forms.selection import AssignForm, ReleaseForm
from cases.models import Application, CriterionScore
from cases.rules.selection import PENDING, pseudonym, sheets_of
from cases.services.selection import evaluators
from cases.views.frame import form_frame, visible_case
from cases.views.selection.calls import people_of
from incubator import calendars
from incubator.access import Permission, allows
from incubator.outcomes import accepted

NEEDS = (Permission.EVALUATE, Permission.DECIDE, Permission.ADVANCE)
_PAGE = "cases/selection/group.html"


def evaluation(request, pk):
    """How the newest application of a group is being evaluated."""
    case = visible_case(request, pk, *NEEDS)
    return render(request, _PAGE, _context(request, case))


def _newest(case):
    rows = Application.objects.filter(case=case).select_related(
        "call__incubator__commune", "case__organization", "case__incubator__commune", "submission"
    )
    return rows.order_by("-happened_on", "-pk").first()


def _context(request, case, **extra):
    application, on = _newest(case), calendars.today()
    if application is None:
        return form_frame(case, application=None)
    sheets = sheets_of([application], on)[application.pk]
    may_decide = allows(request.user, Permission.DECIDE, case)
    own = next((row for row in sheets.given if row.evaluator_id == request.user.pk), None)
    lacking = may_decide and sheets.missing and case.stage in PENDING
    context = {
        "application": application,
        "name": pseudonym(application),
        "sheets": sheets,
        "people": _people(sheets),
        "lines": _lines(sheets) if sheets.is_complete else [],
        "own": own,
        "may_decide": may_decide,
        "assign_form": _assign_form(application, on) if lacking else None,
        "release_form": ReleaseForm(),
    }
    return form_frame(case, **(context | extra))


def _people(sheets):
    """Each person with what she has done, and no score."""
    by_person = {sheet.evaluator_id: sheet for sheet in sheets.sheets}
    return [{"row": row, "sheet": by_person.get(row.evaluator_id)} for row in sheets.given]


def _lines(sheets):
    """Every criterion with the points and reasons of each sheet."""
    rows = CriterionScore.objects.filter(evaluation__in=[sheet.pk for sheet in sheets.filed])
    rows = rows.select_related("criterion", "evaluation__evaluator").order_by("criterion__order", "evaluation_id")
    found = {}
    for row in rows:
        found.setdefault(row.criterion_id, (row.criterion, []))[1].append(row)
    return list(found.values())


def _assign_form(application, on, data=None):
    out = evaluators.barred(application)
    people = {pk: words for pk, words in people_of(application.case.incubator, on).items() if pk not in out}
    return AssignForm(data, people=people, due_on=evaluators.due_from(on, application.case.incubator))


@require_POST
def assign(request, pk):
    """Name one evaluator of a group's application."""
    case = visible_case(request, pk, Permission.DECIDE)
    application, on = _newest(case), calendars.today()
    if application is None:
        return redirect("fact_evaluation", pk=pk)
    form = _assign_form(application, on, request.POST)
    if form.is_valid():
        said = form.cleaned_data
        given = accepted(form, lambda: evaluators.assign(by=request.user, application=application, on=on, **said))
        if given:
            messages.success(request, f"{given.evaluator.full_name} quedó a cargo de evaluarla.")
            return redirect("fact_evaluation", pk=pk)
    return render(request, _PAGE, _context(request, case, assign_form=form))


@require_POST
def release(request, pk, given):
    """Take the application back from somebody who has not filed."""
    case = visible_case(request, pk, Permission.DECIDE)
    application = _newest(case)
    row = get_object_or_404(application.assignments if application else Application.objects.none(), pk=given)
    form = ReleaseForm(request.POST)
    if form.is_valid() and accepted(
        form,
        lambda: evaluators.release(
            by=request.user, entrusted=row, on=calendars.today(), reason=form.cleaned_data["reason"]
        ),
    ):
        messages.success(request, "El encargo terminó. Nombre a otra persona.")
        return redirect("fact_evaluation", pk=pk)
    return render(request, _PAGE, _context(request, case, release_form=form))
