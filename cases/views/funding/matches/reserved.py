"""The disability office answers the reserved conditions of a call for a group: yes or no on a day."""

from dataclasses import replace

from django.contrib import messages
from django.shortcuts import redirect, render

from cases.forms.funding.matches import ReservedForm
from cases.funding.bases.written import bases_of
from cases.funding.eligibility import judge, kinds
from cases.funding.matching.trees import leaves
from cases.services.funding import reserved
from cases.views.funding.matches import shown
from cases.views.funding.matches.frame import pair_frame, pair_of
from incubator import calendars
from incubator.access import Permission
from incubator.navigation import address
from incubator.outcomes import accepted


def answers(request, pk, fund_call):
    """Each reserved condition: what the members' data say, what the office answered, and the box to answer it."""
    pair = pair_of(request, pk, fund_call, Permission.WRITE_SENSITIVE)
    key, form = request.POST.get("key", ""), None
    if request.method == "POST":
        form = ReservedForm(request.POST, prefix="r")
        if form.is_valid() and _answered(request, pair, key, form):
            messages.success(
                request, "Quedó la respuesta. Quien no ve datos sensibles lee solo eso: sí o no, y el día."
            )
            return redirect("fund_reserved", pk=pk, fund_call=fund_call)
    context = pair_frame(request.user, pair) | {"rows": _rows(pair, key, form)}
    page = address("fund_eligibility", pk, fund_call)
    context["crumbs"] = [*context["crumbs"], (str(pair.call), page)]
    return render(request, "cases/funding/matches/reserved.html", context | {"page": page})


def _answered(request, pair, key, form):
    said = form.cleaned_data
    return accepted(
        form,
        lambda: reserved.answer(
            by=request.user, case=pair.case, call=pair.call, key=key, meets=said["meets"] == "yes", on=said["on"]
        ),
    )


def _rows(pair, key, form):
    """Each with what the data say today and the last answer, that is stale once the members changed."""
    unanswered = replace(pair.facts, reserved={})
    now = {one.key: one for one in leaves(pair.judged(unanswered)[0])}
    rows = []
    for condition in judge.conditions_of(bases_of(pair.version)):
        if kinds.is_reserved(condition):
            live = now.get(condition.key)
            mine = form if form is not None and condition.key == key else None
            rows.append(
                {
                    "key": condition.key,
                    "title": kinds.said(condition),
                    "clause": condition.clause,
                    "live": live,
                    "tone": shown.TONES[live.outcome] if live else "",
                    "said": pair.facts.reserved.get(kinds.fingerprint(condition)),
                    "form": mine or ReservedForm(prefix="r", initial={"on": calendars.today()}),
                }
            )
    return rows
