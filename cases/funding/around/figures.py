"""The acts of an agreement's applications in an incubator, by the day of each, read once for whatever counts them.

An act counts for the incubator that answered for the application that day: the one responsible for its case, or the
institution that it stayed with (docs/adr/0033). Steps that were corrected and facts set aside are left out.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from django.db.models import Prefetch, Q

from cases import moves
from cases.funding.around import due
from cases.funding.around.acts import Act, What
from cases.funding.life import FundEventKind, FundState, FundVerb, standing
from cases.funding.words import BudgetKind, Unit
from cases.models import FundApplication, FundBudget, FundChange, FundPlacement
from incubator.text import thousands

K, S = FundEventKind, FundState
_DECISIONS = (S.INADMISSIBLE, S.NOT_AWARDED, S.AWARDED)
_MONEY = (K.AWARD, K.AGREEMENT, K.INSTALMENT)


def read(agreement, incubator, last: date) -> list[Act]:
    """Every act until a day, the oldest first: seven queries, whatever the applications."""
    ranges = moves.ranges_in(incubator)
    stayed = FundPlacement.objects.filter(stays_with=incubator).values("application")
    applications = FundApplication.objects.filter(
        Q(case__in=list(ranges)) | Q(pk__in=stayed), call__agreement=agreement
    )
    applications = applications.filter(case__annulled_at__isnull=True).select_related(
        "case__incubator", "case__born_in", "call"
    )
    applications = applications.prefetch_related(
        Prefetch("changes", FundChange.objects.select_related("event").order_by("number")),
        Prefetch("events", due.live().filter(kind__in=_MONEY).order_by("happened_on", "pk")),
        Prefetch("placements", FundPlacement.objects.order_by("on", "pk")),
        Prefetch("budgets", FundBudget.objects.filter(kind=BudgetKind.REQUESTED, is_draft=False).order_by("number")),
        "budgets__lines",
    )
    found = [
        act
        for application in applications.order_by("pk")
        for act in _acts(application)
        if act.on <= last.isoformat() and _counts_here(application, act.on, incubator, ranges)
    ]
    return sorted(found, key=lambda act: (act.on, act.application, list(What.values).index(act.what), act.key))


def _counts_here(application, day, incubator, ranges):
    """Whether the incubator answered for the application that day."""
    rows = list(application.placements.all())
    place = bisect_right([row.on.isoformat() for row in rows], day)
    if place and rows[place - 1].stays_with_id:
        return rows[place - 1].stays_with_id == incubator.pk
    stays = ranges.get(application.case_id, ())
    return any(
        (stay.transfer_id is None or day >= stay.since.isoformat())
        and (stay.until is None or day < stay.until.isoformat())
        for stay in stays
    )


def _acts(application) -> Iterable[Act]:
    facts = list(application.events.all())
    has_been_filed = False
    for change in standing(application.changes.all()):
        if change.verb == FundVerb.SUBMIT and not has_been_filed:  # a replaced filing is the same application
            has_been_filed = True
            yield _act(application, What.FILED, change, _requested(application, change.effective_on))
        if change.to_state in _DECISIONS and change.verb != FundVerb.KEEP:
            yield _act(application, What.DECIDED, change)
        if change.to_state == S.AWARDED:
            yield _act(application, What.AWARDED, change, _amount(_fact(facts, change, K.AWARD)))
        if change.to_state == S.SIGNED:
            said = _amount(_fact(facts, change, K.AGREEMENT))
            yield _act(application, What.SIGNED, change, said if any(said) else _amount(_fact(facts, change, K.AWARD)))
    for fact in facts:
        if fact.kind == K.INSTALMENT:
            yield _act(application, What.RECEIVED, fact, _amount(fact))


def _act(application, what, row, said=(None, "")):
    """`row`: the step or the fact that it is, which gives it a key of its own and its day."""
    day = row.effective_on if isinstance(row, FundChange) else row.happened_on
    return Act(
        key=f"{what.value}:{row.pk}",
        application=application.pk,
        code=application.code,
        call=str(application.call),
        what=what.value,
        on=day.isoformat(),
        amount=said[0],
        unsaid=said[1],
    )


def _fact(facts, change, kind):
    """The fact of a kind that a step rests on, or the newest of that kind by its day."""
    if change.event is not None and change.event.kind == kind:
        return change.event
    until = [fact for fact in facts if fact.kind == kind and fact.happened_on <= change.effective_on]
    return until[-1] if until else None


def _amount(fact):
    """(pesos, ""), or (None, what the act says): UF and UTM without a value stay outside every sum."""
    if fact is None or fact.amount is not None:
        return (fact.amount if fact else None), ""
    if fact.quantity is None:
        return None, ""
    whole = int(fact.quantity)
    exact = f"{fact.quantity - whole:f}".lstrip("0").lstrip(".").rstrip("0")
    return None, f"{thousands(whole)}{',' + exact if exact else ''} {Unit(fact.unit).label}"


def _requested(application, day):
    """What it asked for: the last version of its budget presented by that day."""
    shown = [one for one in application.budgets.all() if one.presented_on and one.presented_on <= day]
    return (sum(line.requested for line in shown[-1].lines.all()), "") if shown else (None, "")


def by_kind(acts: Iterable[Act]) -> dict[str, list[Act]]:
    """The acts under what they are."""
    found = defaultdict(list)
    for act in acts:
        found[act.what].append(act)
    return found
