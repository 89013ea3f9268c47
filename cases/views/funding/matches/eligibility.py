"""Each condition of a call for one group: what it answers, why, what to do and until when; and «¿y si…?»."""

from django.shortcuts import render

from cases.forms.funding.matches import WhatIfForm
from cases.funding.bases.shapes import Moment
from cases.funding.bases.written import bases_of
from cases.funding.eligibility import changes
from cases.funding.eligibility.changes import Change
from cases.funding.life import BEFORE_FILING
from cases.funding.matching.interests import worded
from cases.funding.matching.trees import leaves
from cases.views.funding.matches import shown
from cases.views.funding.matches.frame import pair_frame, pair_of
from incubator import calendars
from incubator.navigation import address, door


def eligibility(request, pk, fund_call):
    """Every condition with its outcome, clause, evidence, remedy and day; the documents; the distance."""
    pair = pair_of(request, pk, fund_call)
    answer, far = pair.judged()
    begun = pair.known.past.in_call.get(pair.call.pk, [])
    links = _links(request.user, pair, begun)
    rows = shown.rows_of(answer, links, pair.days)
    documents = [row for row in rows if row.answer.kind == "document"]
    context = pair_frame(request.user, pair) | {
        "answer": answer,
        "far": far,
        "tone": shown.TONES[answer.outcome],
        "conditions": [row for row in rows if row not in documents],
        "documents": documents,
        "if_registered": _if_registered(pair, far),
        "begun": begun,
        "interest": worded(pair.call.interest),
        "reserved": door(request.user, "fund_reserved", pair.case, pk, fund_call) if _has_reserved(answer) else "",
        "apply": door(request.user, "fund_apply", pair.case, pk, fund_call) if pair.case.is_open else "",
        "say_interest": door(request.user, "fund_interest", pair.case, fund_call) if pair.case.is_open else "",
        "veils": _has_reserved(answer) and not pair.sees_sensitive,
        "closes_at": pair.version.last_closes_at,
        "is_closed": pair.version.last_closes_at is not None and pair.version.last_closes_at < calendars.now(),
    }
    return render(request, "cases/funding/matches/eligibility.html", context)


def _links(user, pair, begun):
    open_ones = [row["pk"] for row in begun if row["state"] in BEFORE_FILING]
    last = open_ones[-1] if open_ones else None
    return shown.Links(user, pair.case, pair.call, bases_of(pair.version), last)


def _has_reserved(answer):
    return any(one.is_reserved for one in leaves(answer))


def _if_registered(pair, far):
    """«Si se inscribe hasta el 12-03-2021: a 1 documento», from the legal clocks; nothing when it changes nothing."""
    facts = pair.facts
    if facts.is_cooperative or facts.is_valid is not False:
        return None
    limits = [day for day in (facts.expected_entry, pair.days.get(Moment.CLOSING)) if day is not None]
    if not limits or min(limits) < facts.on:
        return None
    on = min(limits)
    _, then = pair.judged(changes.apply(facts, [Change("register", {"on": on})]))
    return {"on": on, "far": then} if then < far else None


def what_if(request, pk, fund_call):
    """Several changes at once, judged and never saved: how each condition stands now, and how it would."""
    pair = pair_of(request, pk, fund_call)
    before, far = pair.judged()
    form = WhatIfForm(request.POST if request.method == "POST" else None, pair=pair, answer=before)
    context = pair_frame(request.user, pair) | {"form": form, "far": far, "sees_sensitive": pair.sees_sensitive}
    page = address("fund_eligibility", pk, fund_call)
    context["crumbs"] = [*context["crumbs"], (str(pair.call), page)]
    if request.method == "POST" and form.is_valid():
        asked = form.changes()
        facts, when = changes.apply(pair.facts, asked), changes.moved(pair.days, asked)
        after, then = pair.judged(facts, when)
        context |= {
            "asked": [changes.said(change) for change in asked],
            "then": then,
            "rows": _side_by_side(before, after),
            "touches_members": any(changes.CHANGES[change.kind].touches_members for change in asked),
        }
    return render(request, "cases/funding/matches/what_if.html", context)


def _side_by_side(before, after):
    """(condition, how it is, how it would be), those that change first."""
    then = {one.key: one for one in leaves(after)}
    rows = []
    for one in leaves(before):
        other = then.pop(one.key, None)
        changed = other is None or (one.outcome, one.evidence) != (other.outcome, other.evidence)
        rows.append(_pair_row(one, other, changed))
    rows += [_pair_row(None, other, True) for other in then.values()]
    return sorted(rows, key=lambda row: not row["changed"])


def _pair_row(one, other, changed):
    return {
        "title": (one or other).title,
        "before": one,
        "before_tone": shown.TONES[one.outcome] if one else "",
        "after": other,
        "after_tone": shown.TONES[other.outcome] if other else "",
        "changed": changed,
    }
