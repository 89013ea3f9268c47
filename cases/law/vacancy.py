"""A cooperative whose seats all ended: who calls the meeting, and who admits members. The law does not say."""

from datetime import date

from cases.law.answers import Answer, Outcome, Reading

ASK = "Lea los estatutos y el reglamento, y pregunte al DAES por carta antes de hacerlo."


def who_calls(*, seats_in_force: bool, on: date) -> Answer:
    """Who calls the meeting (DFL 5, arts. 23 and 24)."""
    return _asked("calls", seats_in_force, on, "La cita el consejo, o quien lo reemplaza.")


def who_admits(*, seats_in_force: bool, on: date) -> Answer:
    """Who admits members (DFL 5, arts. 6 e and 24)."""
    return _asked("admits", seats_in_force, on, "Las admite el órgano que dicen los estatutos.")


def _asked(what: str, seats_in_force: bool, on: date, usual: str) -> Answer:
    read = Reading(on)
    if seats_in_force:
        return read.answer("R05", Outcome.NOT_ASKED, f"Hay cargos vigentes. {usual}")
    read.rule("bodies", f"vacancy.{what}")
    return read.answer("R05", Outcome.UNKNOWN, "No hay ningún cargo vigente.", remedy=ASK)
