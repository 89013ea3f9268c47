"""Propose that two groups join, or that one divides. What will happen is said before anything is asked."""

from functools import partial

from django.contrib import messages
from django.shortcuts import redirect, render

from cases import lineage_words, reading
from cases.enums import OperationKind
from cases.forms.lineage import NamesForm, OtherGroupForm, ProposalForm, SplitForm
from cases.services import documented, lineage
from cases.views.frame import form_frame, visible_case
from incubator import calendars
from incubator.access import Permission
from incubator.enums import EvidenceKind
from incubator.outcomes import accepted
from incubator.requirements import Kind

_SAVED = "La propuesta quedó anotada. La hace otra persona de la coordinación."


def propose_merge(request, pk):
    """First with whom and which goes on; then what will happen, the agreement and the reason."""
    case = visible_case(request, pk, Permission.DECIDE)
    cases = reading.newest_of(request.user, Permission.DECIDE).select_related("organization", "incubator")
    choice = OtherGroupForm(request.GET if "con" in request.GET else None, case=case, cases=cases)
    context = form_frame(case, choice=choice, form=None)
    if choice.is_bound and choice.is_valid():
        other = choice.cleaned_data["con"]
        goes, stays = (other, case) if choice.cleaned_data["sigue"] == "este" else (case, other)
        form = ProposalForm(request.POST or None, request.FILES or None, owner=request.user)
        act = partial(lineage.propose_merge, case=goes, survivor=stays)
        done = _send(request, form, goes, act)
        if done:
            return done
        on = calendars.today()
        context |= {
            "form": form,
            "sentences": lineage_words.merge_sentences(goes, stays, on),
            **_lacks(goes, OperationKind.MERGE, request.user, survivor=stays),
        }
    return render(request, "cases/lineage/propose_merge.html", context)


def propose_split(request, pk):
    """First the names and where each begins; then who goes to each one, the agreement and the reason."""
    case = visible_case(request, pk, Permission.DECIDE)
    names = NamesForm(request.GET if "nombre_1" in request.GET else None, case=case)
    context = form_frame(case, names=names, form=None) | _lacks(case, OperationKind.SPLIT, request.user)
    if names.is_bound and names.is_valid():
        on, branches = calendars.today(), names.branches()
        rows = case.organization.memberships.in_force(on).select_related("person__same_as")
        members = list(rows.order_by("person__sort_key", "pk"))
        form = SplitForm(
            request.POST or None, request.FILES or None, owner=request.user, members=members, branches=branches
        )
        act = lambda **said: lineage.propose_split(case=case, branches=branches, places=form.places(), **said)  # noqa: E731
        done = _send(request, form, case, act)
        if done:
            return done
        context |= {"form": form, "sentences": lineage_words.split_sentences(case, branches, None, on)}
    return render(request, "cases/lineage/propose_split.html", context)


def _send(request, form, case, act):
    """Keep the agreement and write the proposal, or neither; where to go, or None."""
    if request.method != "POST" or not form.is_valid():
        return None
    on, said = calendars.today(), {"by": request.user, "on": calendars.today(), "reason": form.cleaned_data["reason"]}
    operation = accepted(
        form,
        lambda: documented.record(
            by=request.user,
            incubator=case.incubator,
            document=form.document(),
            on=on,
            kind=EvidenceKind.MINUTES,
            act=lambda kept: act(evidence=kept, **said),
        ),
    )
    if operation is None:
        return None
    messages.success(request, _SAVED)
    return redirect("operation_detail", pk=operation.pk)


def _lacks(case, kind, by, survivor=None):
    """(missing, met) as a page lists them."""
    answers = lineage.findings_for(case, kind, by=by, on=calendars.today(), survivor=survivor)
    facts = [answer for answer in answers if answer.kind == Kind.FACT]
    return {
        "missing": [answer.sentence for answer in facts if not answer.met],
        "met": [answer.sentence for answer in facts if answer.met],
    }
