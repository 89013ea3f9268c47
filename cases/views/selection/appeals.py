"""The appeal of a group: recorded as it came, with its days left, and decided."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from cases.enums import AppealOutcome
from cases.forms.decisions import AppealForm, DecisionForm
from cases.rules import appeals as rules
from cases.rules.calls import latest_application
from cases.services import documented
from cases.services.selection import appeals as service
from cases.views.frame import form_frame, visible_case
from incubator import calendars
from incubator.access import Permission, allows
from incubator.enums import EvidenceKind
from incubator.outcomes import accepted

NEEDS = (Permission.RECORD_FACTS, Permission.DECIDE)
_PAGE = "cases/selection/appeal.html"


def appeal(request, pk):
    """What the group asked, until when it may, and what was decided."""
    case = visible_case(request, pk, *NEEDS)
    form = _form(request, case)
    if request.method == "POST" and form and form.is_valid() and accepted(form, lambda: _file(request, case, form)):
        messages.success(request, "La apelación quedó anotada.")
        return redirect("case_appeal", pk=pk)
    return render(request, _PAGE, _context(request, case, form=form))


def _form(request, case):
    """The form that records one, while there is a decision to appeal from and nobody did."""
    if rules.decline_of(case) is None or not allows(request.user, Permission.RECORD_FACTS, case):
        return None
    application = latest_application(case, calendars.today())
    if application is None or application.appeals.filter(round=application.round).exists():
        return None
    return AppealForm(request.POST or None, request.FILES or None, owner=request.user)


def _file(request, case, form):
    said, by = form.cleaned_data, request.user
    return documented.record(
        by=by,
        incubator=case.incubator,
        document=form.document(),
        on=said["on"],
        kind=EvidenceKind.OTHER,
        taken_on=said["on"],
        act=lambda evidence: service.file_appeal(
            by=by, case=case, on=said["on"], channel=said["channel"], text=said["text"], evidence=evidence
        ),
    )


def _context(request, case, form=None, decision=None):
    application = latest_application(case, calendars.today())
    notice = rules.notice_of(application) if application else None
    rows = list(case.appeals.select_related("decided_by", "application__call__incubator__commune", "recorded_by"))
    open_row = next((row for row in rows if not row.outcome), None)
    may_decide = allows(request.user, Permission.DECIDE, case)
    return form_frame(
        case,
        form=form,
        declined=rules.decline_of(case),
        notice=notice,
        until=rules.term_ends(application.call, notice.notified_on) if notice else None,
        days=application.call.appeal_days if application else 0,
        rows=[{"row": row, "is_in_term": rules.is_in_term(row)} for row in rows],
        open_row=open_row,
        took_part=bool(open_row) and request.user.pk in rules.took_part(open_row.application),
        decision=decision or (DecisionForm(owner=request.user) if open_row and may_decide else None),
        upheld=any(row.outcome == AppealOutcome.UPHELD and row.round == row.application.round for row in rows),
    )


@require_POST
def decide(request, pk, appeal):
    """Decide an appeal with its act."""
    case = visible_case(request, pk, Permission.DECIDE)
    row = get_object_or_404(case.appeals, pk=appeal)
    form = DecisionForm(request.POST, request.FILES, owner=request.user)
    if form.is_valid() and accepted(form, lambda: _decide(request, case, row, form)):
        messages.success(request, "La decisión quedó anotada. Emita ahora la carta que la avisa.")
        return redirect("case_appeal", pk=pk)
    return render(request, _PAGE, _context(request, case, decision=form))


def _decide(request, case, row, form):
    said, by = form.cleaned_data, request.user
    words = {name: said[name] for name in ("outcome", "grounds", "act", "superior")}
    return documented.record(
        by=by,
        incubator=case.incubator,
        document=form.document(),
        on=said["on"],
        kind=EvidenceKind.OTHER,
        taken_on=said["on"],
        act=lambda evidence: service.decide_appeal(by=by, appeal=row, on=said["on"], evidence=evidence, **words),
    )
