"""Legal clocks as pure arithmetic: calendar days from the day after the act (Código Civil, arts. 48-50)."""

from datetime import date, timedelta

#: Days to enter the extract in the Registro de Comercio and to publish it (Ley General de Cooperativas, art. 7).
REGISTRATION_DAYS = 60


def registration_deadline(deed_on: date) -> date:
    """The last day to register and publish: calendar day 60, day 1 being the day after the deed. Holidays count."""
    return deed_on + timedelta(days=REGISTRATION_DAYS)


def registered_in_time(deed_on: date, entered_on: date, published_on: date) -> bool:
    """Whether both acts fell within the sixty days (art. 7; late makes it void but curable, art. 9)."""
    deadline = registration_deadline(deed_on)
    return deed_on <= entered_on <= deadline and deed_on <= published_on <= deadline
