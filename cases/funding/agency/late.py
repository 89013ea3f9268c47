"""An application that arrived after the closing: why it is refused, and what remains. Pure.

The closing moves by an act of the agency alone; whatever failed is proved, told to the agency, and waits for that act.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Late:
    """What is known when the hour has passed. Hours in words, as the closing is said."""

    closing: str  # «el 12-08-2021 a las 14:00»
    arrived: datetime  # in the zone of the closing
    had_receipt: bool = False
    open_still: Sequence[str] = ()  # other ways in that still receive, with their hour
    newer: str = ""  # a version of the bases with a later closing that is not in force yet
    failure_told: bool = False
    next_call: str = ""


def sentences(late: Late) -> list[str]:
    """The refusal, a sentence each: first why, then each thing that remains."""
    arrived = f"{late.arrived:%d-%m-%Y} a las {late.arrived:%H:%M:%S}"
    told = "el comprobante dice" if late.had_receipt else "esta solicitud llegó"
    found = [f"Cerró {late.closing} y {told} el {arrived}: no se anota como enviada."]
    found += [f"Todavía se recibe {way}." for way in late.open_still]
    if late.newer:
        found.append(f"Hay un plazo más largo que aún no rige: {late.newer}. Desde ese día se puede enviar.")
    else:
        found.append("Si el fondo amplió el plazo, ingrese esa versión de las bases con su acto y envíe de nuevo.")
    if not late.had_receipt:
        found.append("Si se envió antes de esa hora, adjunte el comprobante y escriba la hora que dice.")
    if late.failure_told:
        found.append("La falla del fondo ya está anotada con su prueba: solo un acto del fondo mueve el cierre.")
    else:
        found.append(
            "Si falló la plataforma o la oficina del fondo, anote la falla con su prueba y avise al fondo: solo un "
            "acto suyo mueve el cierre."
        )
    following = f"El próximo llamado ya está ingresado: {late.next_call}." if late.next_call else ""
    found.append(following or "Lo escrito se puede copiar en el llamado del próximo año.")
    return found
