"""The legal clocks of a group in formalization, with the three dates a person needs for each."""

from dataclasses import dataclass
from datetime import date

from cases import clocks, reading
from cases.enums import LegalEventKind
from cases.models import Case
from incubator import calendars

#: What each clock is called, and how many working days before its end the papers should go in.
_ACTS = {
    LegalEventKind.REGISTRY_ENTRY: ("Inscripción en el Registro de Comercio", 10),
    LegalEventKind.PUBLICATION: ("Publicación en el Diario Oficial", 2),
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
    return sorted(found, key=lambda deadline: (deadline.due_on, deadline.case.pk, deadline.kind))


def _deadline(case, kind, deed_on, on):
    title, ahead = _ACTS[kind]
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
