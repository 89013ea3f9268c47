"""Who may found and sign, as advice: every person may, and nobody is asked for a diagnosis (Código Civil 1446-1447)."""

from datetime import date

from cases.law.answers import Answer, Outcome, Reading, counted, dmy

#: The name under which these answers stand: DOMAIN gives them no number.
_CAPACITY = "capacity"


def age_on(birth_date: date, on: date) -> int:
    """Whole years on a day; who was born on 29-02 turns on 01-03 of a common year."""
    return on.year - birth_date.year - ((on.month, on.day) < (birth_date.month, birth_date.day))


def of_age(*, birth_date: date | None, on: date) -> Answer:
    """Whether a founder is of age. The law of cooperatives does not say it: the safe default is 18."""
    read = Reading(on)
    least = read.value("capacity", "age")
    if birth_date is None:
        remedy = "Anote la fecha de nacimiento en su ficha."
        return read.answer(_CAPACITY, Outcome.UNKNOWN, "No se sabe su fecha de nacimiento.", remedy=remedy)
    years = age_on(birth_date, on)
    said = f"El {dmy(on)} tiene {counted(years, 'año', 'años')}; se piden {least}."
    if years >= least:
        return read.answer(_CAPACITY, Outcome.MET, said, years=years)
    remedy = "Puede participar en el grupo sin fundar: márquelo así, o consulte antes a la asesoría legal."
    return read.answer(_CAPACITY, Outcome.NOT_MET, said, remedy=remedy, years=years)


def advice(
    *,
    on: date,
    guardian: str = "",
    on_request: bool = False,
    signs_for: str = "",
    thumb_possible: bool = True,
    read_aloud: bool = False,
    interpreter: bool = False,
) -> list[Answer]:
    """What to prepare so that a person founds and signs. `guardian`: «yes», «no» or not asked. It never forbids."""
    found = []
    if guardian == "yes":
        remedy = "Hable antes con la notaría: ella dice quién firma y con qué documento."
        found.append(_one(on, "curator", Outcome.WARNING, "Hay un decreto de interdicción o un curador.", remedy))
    if on_request:
        remedy = "" if signs_for else "Escriba quién firma a su ruego."
        said = f"Firma a su ruego: {signs_for or 'falta decir quién'}."
        found.append(_one(on, "on_request", Outcome.MET if signs_for else Outcome.PENDING, said, remedy))
        if not thumb_possible:
            said = "No puede poner su huella: se deja constancia en la escritura."
            found.append(_one(on, "thumb", Outcome.MET, said, ""))
    if read_aloud:
        said = "Se le lee el documento en voz alta."
        found.append(_one(on, "reading", Outcome.MET, said, "Entréguele antes una copia accesible."))
    if interpreter:
        said = "Va con intérprete."
        found.append(_one(on, "sign_language", Outcome.MET, said, "Acuérdelo antes con la notaría."))
    return found


def _one(on: date, key: str, outcome: Outcome, said: str, remedy: str) -> Answer:
    read = Reading(on)
    read.rule("capacity", key)
    return read.answer(_CAPACITY, outcome, said, remedy=remedy)
