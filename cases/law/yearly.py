"""The yearly meeting (R15) and the calendar of yearly duties."""

from collections.abc import Collection
from datetime import date
from typing import cast

from cases.law.answers import Answer, Outcome, Reading, dmy
from cases.law.shapes import Duty
from cases.law.versions import pack_on

#: What the yearly meeting must treat: letters a, b and c of art. 23.
MATTERS = frozenset("abc")


def meeting(
    *, year: int, on: date, held_on: date | None, matters: Collection[str] = (), statutes_by: date | None = None
) -> Answer:
    """R15 · The yearly meeting, by 30 June (DFL 5, arts. 6 f and 23). `statutes_by`: the only day they name."""
    read = Reading(date(year, 1, 1))
    rule = cast(Duty, read.rule("duties", "meeting"))
    due = cast(date, rule.due_in(year))
    read.rule("clauses", "f")
    held = held_on if held_on is not None and held_on <= on else None
    said = f"Plazo: {dmy(due)}. " + (f"Junta del {dmy(held)}." if held else "Sin junta.")
    wrong = []
    if statutes_by is not None and statutes_by > due:
        wrong.append("Los estatutos fijan una fecha posterior al 30 de junio: refórmelos.")
    if held is None:
        late = on > due
        wrong.append("Cite a la junta de inmediato." if late else "Cite a la junta: recuerde los plazos del aviso.")
        return read.answer(
            "R15", Outcome.OVERDUE if late else Outcome.PENDING, said, remedy=" ".join(wrong), due_on=due
        )
    missing = sorted(MATTERS - set(matters))
    if missing:
        wrong.append(f"No se trataron las letras {', '.join(missing)}: cite otra junta.")
    if held > due:
        wrong.append("Se hizo después del 30 de junio: guarde por qué.")
    return read.answer("R15", Outcome.NOT_MET if wrong else Outcome.MET, said, remedy=" ".join(wrong), due_on=due)


def calendar(*, first: date, last: date) -> list[tuple[date, Duty]]:
    """The duties with a day of their own, from a day to another, both included, in order."""
    found = []
    for year in range(first.year, last.year + 1):
        for rule in pack_on(max(first, date(year, 1, 1))).by_topic["duties"].values():
            duty = cast(Duty, rule)
            day = duty.due_in(year)
            if day is not None and first <= day <= last:
                found.append((day, duty))
    return sorted(found, key=lambda row: (row[0], row[1].key))
