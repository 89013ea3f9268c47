"""The legal clocks of a group in formalization, with the three dates a person needs for each."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, F, IntegerField, OuterRef, Q, Sum, Window
from django.db.models.functions import Cast

from cases import clocks, reading
from cases.enums import LegalEventKind, Stage
from cases.models import Case, LegalEvent
from incubator import calendars

#: What each clock is called, and how many working days before its end the papers should go in.
_ACTS = {
    LegalEventKind.REGISTRY_ENTRY: ("Inscripción en el Registro de Comercio", 10),
    LegalEventKind.PUBLICATION: ("Publicación en el Diario Oficial", 2),
}
#: Those of a deed that cures, from its own day (Ley 19.499, arts. 3 and 4).
_CURES = {
    LegalEventKind.CURE_ENTRY: ("Inscripción de la escritura que sanea", 10),
    LegalEventKind.CURE_PUBLICATION: ("Publicación de la escritura que sanea", 2),
}
LAW = "art. 7, Ley General de Cooperativas"


@dataclass(frozen=True)
class Deadline:
    """One clock that runs: what, until when (calendar day 60 from the deed), and when to file at the latest."""

    case: Case
    kind: str
    title: str
    deed_on: date
    due_on: date
    last_business_day: date
    file_by: date
    days: int


def running(cases, on) -> list[Deadline]:
    """The clocks of these cases that still run on a day, the nearest first. One query."""
    found = []
    acts = reading.open_deeds(cases)
    for case in cases:
        deed = acts.get(case.pk, {}).get(LegalEventKind.DEED)
        if deed is None:
            continue
        pending = [kind for kind in _ACTS if kind not in acts[case.pk]]
        found += [_deadline(case, kind, deed.happened_on, on) for kind in pending]
        found += _curing(case, acts[case.pk], on)
    return sorted(found, key=lambda deadline: (deadline.due_on, deadline.case.pk, deadline.kind))


def _curing(case, acts, on):
    """The clocks of the last deed that cures, until each of its acts is recorded."""
    began = acts.get(LegalEventKind.CURE_DEED)
    if began is None:
        return []
    done = {kind for kind in _CURES if kind in acts and acts[kind].happened_on >= began.happened_on}
    return [_deadline(case, kind, began.happened_on, on) for kind in _CURES if kind not in done]


def nearest(cases, on, count) -> tuple[list[Deadline], int]:
    """The first clocks that run in these cases, and how many run in all. One query, that reads only the first."""
    done = LegalEvent.objects.in_force().filter(case=OuterRef("case"))
    lacks = {f"lacks_{kind.value}": ~Exists(done.filter(kind=kind)) for kind in _ACTS}
    formalizing = cases.filter(stage=Stage.FORMALIZATION)
    deeds = LegalEvent.objects.in_force().filter(kind=LegalEventKind.DEED, case__in=formalizing)
    deeds = deeds.annotate(**lacks).filter(Q(*((name, True) for name in lacks), _connector=Q.OR))
    clocks_of = [Cast(F(name), IntegerField()) for name in lacks]
    deeds = deeds.annotate(in_all=Window(Sum(sum(clocks_of[1:], clocks_of[0]))))
    rows = list(
        deeds.select_related("case__organization", "case__incubator").order_by("happened_on", "case_id")[:count]
    )
    found = [
        _deadline(row.case, kind, row.happened_on, on)
        for row in rows
        for kind in _ACTS
        if getattr(row, f"lacks_{kind.value}")
    ]
    found.sort(key=lambda deadline: (deadline.due_on, deadline.case.pk, deadline.kind))
    return found[:count], rows[0].in_all if rows else 0


def _deadline(case, kind, deed_on, on):
    title, ahead = (_ACTS | _CURES)[kind]
    region = case.incubator.commune_id[:2]
    due = clocks.registration_deadline(deed_on)
    last = calendars.previous_business_day(due, region)
    return Deadline(
        case=case,
        kind=kind,
        title=title,
        deed_on=deed_on,
        due_on=due,
        last_business_day=last,
        file_by=calendars.add_business_days(last, -ahead, region),
        days=(due - on).days,
    )
