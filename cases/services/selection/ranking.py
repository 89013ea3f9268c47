"""Put the applications of a call in order, once, under a lock; and say when everybody has an answer."""

from collections import defaultdict
from decimal import Decimal

from django.db import transaction

from cases import scoring
from cases.call_life import CallState, CallVerb
from cases.enums import Stage
from cases.models import Application, Call, Criterion, CriterionScore, Ranking, Submission
from cases.rules import selection
from cases.services import call_steps
from incubator import access, calendars, journal
from incubator.access import Permission
from incubator.requirements import Refused

_RANKABLE = (CallState.CLOSED, CallState.RANKED, CallState.RESOLVED)


def taking_part(call):
    """The applications of a call that are to be ordered: not closed, nor gone on to a newer call."""
    rows = Application.objects.filter(call=call, case__annulled_at__isnull=True)
    rows = list(rows.select_related("case__organization", "call__incubator").order_by("pk"))
    newest = selection.newest_ids({row.case_id for row in rows})
    return [row for row in rows if row.pk in newest and row.case.stage not in (Stage.CLOSED, Stage.CENSUS)]


def lacks(call, on) -> list[str]:
    """What the order of a call still waits for, one sentence each; empty when it may be made."""
    found = []
    if call.state not in _RANKABLE:
        found.append("Primero cierre la convocatoria.")
    waiting = Submission.objects.filter(call=call).waiting().count()
    if waiting:
        found.append(f"Quedan {waiting} postulaciones recibidas sin revisar.")
    rows = taking_part(call)
    if not rows:
        found.append("No hay postulaciones que ordenar.")
    sheets = selection.sheets_of(rows, on)
    for row in rows:
        if not sheets[row.pk].is_complete:
            found.append(f"{row.case.organization.name}: {_what_lacks(sheets[row.pk])}")
    if not found and call.state != CallState.CLOSED and all(row.rank is not None for row in rows):
        found.append("El orden ya está fijado.")
    return found


def _what_lacks(sheets):
    if sheets.missing:
        if sheets.needs_third:
            return "falta nombrar a quien haga la tercera pauta, por la diferencia entre las dos."
        return "falta nombrar a quien evalúe. Si es inadmisible, no la admita citando la cláusula."
    return f"van {len(sheets.filed)} de {sheets.needed} pautas presentadas."


@transaction.atomic
def rank(*, by, call, on):
    """Order the applications of a call by score and its published tie-breakers. After an appeal was upheld, again."""
    access.require(by, Permission.DECIDE, call.incubator)
    call = Call.objects.select_for_update(of=("self",)).select_related("incubator__commune").get(pk=call.pk)
    missing = lacks(call, on)
    if missing:
        raise Refused(*missing)
    rows = {row.pk: row for row in taking_part(call)}
    sheets = selection.sheets_of(rows.values(), on)
    places = scoring.order(_entries(call, rows, sheets), call.tie_breakers)
    for place in places:
        row = rows[place.entry.application]
        row.rank, row.score, row.decided_by = place.rank, place.entry.score, place.decided_by
    Application.objects.bulk_update(rows.values(), ["rank", "score", "decided_by"])
    made = Ranking.objects.create(
        call=call,
        number=Ranking.objects.filter(call=call).count() + 1,
        made_on=on,
        made_by=by,
        places=[_kept(place, sheets[place.entry.application]) for place in places],
    )
    if call.state == CallState.CLOSED:
        call_steps.move(by=by, call=call, verb=CallVerb.RANK, on=on)
    journal.record(by, "call_ordered", on, subject=call, incubator=call.incubator, number=made.number)
    return made


def _entries(call, rows, sheets):
    heaviest = heaviest_shares(call, sheets)
    return [
        scoring.Entry(
            application=pk,
            score=sheets[pk].score,
            receipt=(row.received_order is None, row.received_order or 0, row.happened_on.isoformat(), pk),
            interested=row.interested,
            heaviest=heaviest[pk],
        )
        for pk, row in rows.items()
    ]


def heaviest_shares(call, sheets):
    """{application id: mean share reached in the criterion that weighs most} (of two, the first)."""
    found = defaultdict(Decimal)
    criterion = Criterion.objects.filter(call=call).order_by("-weight", "order").first()
    if criterion is None:
        return found
    filed = {sheet.pk: pk for pk, one in sheets.items() for sheet in one.filed}
    points = defaultdict(list)
    for sheet, given in CriterionScore.objects.filter(
        evaluation__in=filed, criterion=criterion, points__isnull=False
    ).values_list("evaluation_id", "points"):
        points[filed[sheet]].append(scoring.share(given, criterion.maximum))
    found.update({pk: sum(shares, Decimal(0)) / len(shares) for pk, shares in points.items()})
    return found


def _kept(place, sheets):
    """A line of the arithmetic, in codes and numbers, that stays as it was."""
    return {
        "application": place.entry.application,
        "rank": place.rank,
        "score": str(place.entry.score),
        "sheets": [[sheet.pk, str(sheet.score)] for sheet in sheets.filed],
        "decided_by": place.decided_by,
        "tied": place.tied,
        "interested": place.entry.interested,
        "heaviest": str(place.entry.heaviest.quantize(Decimal("0.0001"))),
        "receipt": list(place.entry.receipt),
    }


def unanswered(call):
    """The applications of a call that have no answer yet."""
    return [row for row in taking_part(call) if row.case.stage in selection.PENDING]


@transaction.atomic
def resolve(*, by, call, on):
    """Every application has its answer: the call is resolved."""
    access.require(by, Permission.DECIDE, call.incubator)
    call = Call.objects.select_for_update(of=("self",)).select_related("incubator").get(pk=call.pk)
    left = unanswered(call)
    if left:
        names = ", ".join(row.case.organization.name for row in left)
        raise Refused(f"Falta decidir sobre {names}.")
    if call.state == CallState.CLOSED and taking_part(call):
        raise Refused("Primero fije el orden.")
    return call_steps.move(by=by, call=call, verb=CallVerb.RESOLVE, on=min(on, calendars.today()))
