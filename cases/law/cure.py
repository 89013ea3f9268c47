"""Curing a defective act, and what is no defect at all (Ley 19.499; R23-R24)."""

from datetime import date

from cases.law.answers import Answer, Outcome, Reading, dmy
from cases.law.validity import Acts

#: Errors that the law does not hold a defect (Ley 19.499, art. 9), and one that it does.
HARMLESS = {
    "spelling": "Falta de ortografía o de gramática",
    "identity": "Error en un nombre, sin dudas de quién es",
    "figures": "Cifras sin importancia",
    "contribution": "Datos de un aporte, sin dudas de cuál es",
    "mismatch": "Diferencia con la escritura que no es de fondo",
}
ESSENTIAL = "essential"


def cure(
    *,
    original_on: date,
    on: date,
    formal: bool = True,
    in_a_deed: bool = True,
    final_judgment: bool = False,
    dissolved: bool = False,
    deed_on: date | None = None,
    entered_on: date | None = None,
    published_on: date | None = None,
    late_acts: tuple[date, ...] = (),
) -> Answer:
    """R23 · Whether an act is cured and from which day (DFL 5, art. 11; Ley 19.499, arts. 1-4 and 7).

    `late_acts`: the registry and Gazette days of a late reform, whose cure acts from the later; empty otherwise.
    """
    read = Reading(on)
    read.rule("validity", "cure")
    wrong = _barred(formal, in_a_deed, final_judgment, dissolved)
    if wrong:
        read.rule("validity", "nullity.harm")
        return read.answer("R23", Outcome.VOID, wrong, remedy="Pida ayuda legal.", effect_from=None)
    read.rule("validity", "cure.who")
    if deed_on is None or deed_on > on:
        said = "Se puede sanear y falta la escritura que corrige."
        return read.answer("R23", Outcome.VOID_CURABLE, said, remedy=_HOW, effect_from=None)
    read.rule("clocks", "cure.gazette")
    acts = Acts.known(deed_on, entered_on, published_on, read.value("clocks", "cure.registry"), on)
    if acts.unfinished:
        return acts.told(read, "R23", acts.unfinished, effect_from=None)
    if acts.missing or acts.late:
        again = "El saneamiento quedó fuera de plazo: haga otra escritura que sanee."
        return acts.told(read, "R23", Outcome.VOID_CURABLE, again, effect_from=None)
    effect = max(late_acts) if late_acts else original_on
    return acts.told(read, "R23", Outcome.VALID, more=f"Vale desde el {dmy(effect)}.", effect_from=effect)


_HOW = "Acuérdelo en una junta y haga una escritura que corrija el defecto, con su extracto inscrito y publicado."


def _barred(formal: bool, in_a_deed: bool, final_judgment: bool, dissolved: bool) -> str:
    if not formal:
        return "No es un vicio de forma: la Ley 19.499 no lo sanea."
    if not in_a_deed:
        return "El acto no está en una escritura: no se sanea."
    if final_judgment:
        return "Hay una sentencia firme: ya no se sanea."
    return "La cooperativa está disuelta: no hay nulidad que sanear." if dissolved else ""


def defect(*, kind: str, on: date, sole_manager: bool = False) -> Answer:
    """R24 · Errors that are no defect, and how they are corrected (Ley 19.499, art. 9)."""
    read = Reading(on)
    read.rule("validity", "no_defect")
    if kind == ESSENTIAL:
        said = "Lo que hace leer otra cosa que la escritura es un vicio."
        return read.answer("R24", Outcome.VOID_CURABLE, said, remedy=_HOW)
    if kind not in HARMLESS:
        raise ValueError(f"«{kind}» is no error of R24")
    if sole_manager:
        read.rule("validity", "no_defect.signer")
    remedy = "Corríjalo cuando quiera, por escritura de un integrante o de quien administra."
    return read.answer("R24", Outcome.MET, f"{HARMLESS[kind]}: no es un vicio.", remedy=remedy)
