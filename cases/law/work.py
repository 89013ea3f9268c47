"""R27 · What a work cooperative may pay in a month (DFL 5, arts. 62 and 64)."""

from datetime import date

from cases.law.answers import Answer, Outcome, Reading
from incubator.text import thousands


def monthly(
    *,
    paid: int,
    minimum_income: int,
    hours: int,
    full_hours: int,
    advances: int,
    accrued: int,
    undistributed: int,
    on: date,
) -> Answer:
    """R27 · The monthly sum of one member, and the advances on surplus, in pesos (DFL 5, arts. 62 and 64)."""
    read = Reading(on)
    read.rule("money", "work.income")
    read.rule("money", "work.contributions")
    most = minimum_income * min(hours, full_hours) // full_hours
    room = max(accrued, 0) + max(undistributed, 0)
    said = f"Suma del mes: $ {thousands(paid)} de $ {thousands(most)}"
    said += f" ({thousands(minimum_income)} × {hours} ÷ {full_hours} horas)."
    said += f" Adelantos: $ {thousands(advances)} de $ {thousands(room)}."
    wrong = []
    if paid > most:
        wrong.append(f"La suma del mes pasa en $ {thousands(paid - most)}.")
    if advances > room:
        wrong.append(f"Los adelantos pasan en $ {thousands(advances - room)}: se devuelven y responde el consejo.")
    outcome = Outcome.NOT_MET if wrong else Outcome.MET
    return read.answer("R27", outcome, said, remedy=" ".join(wrong), most=most, room=room)
