"""The duties of a cooperative that is watched, year by year, and those of one that was dissolved: computed, not stored.

What was done is a dated fact (DutyDone); what is asked comes from the rules of each year.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import cast

from cases.law.shapes import Basis, Duty
from cases.law.versions import pack_on, packs
from cases.models import DutyDone
from cases.regularization import reading
from cases.regularization.life import RegularState, RegularVerb

#: Days before a day at which it is told.
NOTICES = (90, 60, 30)
_EVERY_YEAR = ("Cada año", "Cada semestre", "Cada mes")
PUBLISH, ANNOTATE, LIQUIDATE = "dissolution.publish", "dissolution.annotate", "dissolution.liquidate"
#: Both done, it is in liquidation.
TO_LIQUIDATE = (PUBLISH, ANNOTATE)
_ENDING = {
    PUBLISH: ("Publicar la disolución en el Diario Oficial.", "13"),
    ANNOTATE: ("Anotar la disolución en el Registro de Comercio.", "13"),
    LIQUIDATE: ("Liquidar: nombrar a quienes liquidan, pagar las deudas y repartir lo que quede.", "40, 47 y 48"),
}


@dataclass(frozen=True)
class Asked:
    """One duty of one year: until when, its article, and the fact that it was done."""

    key: str
    year: int
    text: str
    due_on: date | None
    basis: Basis
    frequency: str
    verify: bool
    safe: str
    done: DutyDone | None = None

    def tone(self, on: date) -> str:
        """How it is shown on a day."""
        if self.done:
            return "done"
        if self.due_on is None:
            return "plain"
        left = (self.due_on - on).days
        return "urgent" if left < NOTICES[-1] else "waits" if left <= NOTICES[0] else "plain"

    def status(self, on: date) -> str:
        """The same in words."""
        if self.done:
            return "Hecho"
        if self.due_on is None:
            return "Sin día fijo"
        return "Vencido" if self.due_on < on else "Por hacer"


def watched_since(file) -> date | None:
    """The day from which a file is watched, None while it is not."""
    if file is None or file.state != RegularState.WATCHED:
        return None
    steps = file.changes.filter(verb__in=(RegularVerb.WATCH, RegularVerb.UNLAPSE)).order_by("-number")
    return steps.values_list("effective_on", flat=True).first()


def of_year(year: int, since: date) -> list[Asked]:
    """What is asked in a year of one that is watched since a day."""
    pack = pack_on(max(since, date(year, 1, 1)))
    found = []
    for rule in pack.by_topic["duties"].values():
        duty = cast(Duty, rule)
        due = duty.due_in(year)
        if duty.frequency in _EVERY_YEAR and (due is None or due >= since):
            basis = pack.basis(duty)
            found.append(Asked(duty.key, year, duty.text, due, basis, duty.frequency, duty.verify, duty.safe))
    return sorted(found, key=lambda one: (one.due_on is None, one.due_on or date.min))


def of_ending(file) -> list[Asked]:
    """What a dissolved cooperative still does."""
    if file is None or file.state != RegularState.DISSOLVED or file.publish_by is None:
        return []
    law = packs()[-1].library.laws["dfl5"]
    reviewed = packs()[-1].reviewed_on
    return [
        Asked(
            key,
            file.publish_by.year,
            text,
            file.publish_by if key in TO_LIQUIDATE else None,
            Basis(law.name, article, law.url, reviewed),
            "Una vez",
            False,
            "",
        )
        for key, (text, article) in _ENDING.items()
    ]


def calendar(case, file, on: date) -> list[tuple[int, list[Asked]]]:
    """Every year with its duties, the newest first, and what was done. One query, beside that of the day it began."""
    since = watched_since(file)
    asked = of_ending(file)
    if since is not None:
        last = (on + timedelta(days=NOTICES[0])).year
        asked = [one for year in range(since.year, last + 1) for one in of_year(year, since)]
    facts = DutyDone.objects.filter(case=case).select_related("recorded_by") if asked else ()
    done = {(fact.key, fact.year): fact for fact in facts}
    rows = [_with(one, done.get((one.key, one.year))) for one in asked]
    years = sorted({one.year for one in rows}, reverse=True)
    return [(year, [one for one in rows if one.year == year]) for year in years]


def asked_of(case, on: date) -> set[tuple[str, int]]:
    """(key, year) of whatever is asked of it and may be recorded."""
    file = reading.file_of(case)
    return {(one.key, one.year) for _, rows in calendar(case, file, on) for one in rows}


def dated(first: date, last: date) -> list[tuple[str, int, date]]:
    """(key, year, day) of the duties with a day of their own between two days: the same for every cooperative."""
    found = [
        (one.key, one.year, one.due_on)
        for year in range(first.year, last.year + 1)
        for one in of_year(year, first)
        if one.due_on is not None and first <= one.due_on <= last
    ]
    return sorted(found, key=lambda row: row[2])


def _with(one: Asked, done: DutyDone | None) -> Asked:
    return Asked(one.key, one.year, one.text, one.due_on, one.basis, one.frequency, one.verify, one.safe, done)
