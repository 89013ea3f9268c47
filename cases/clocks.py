"""Legal clocks as pure arithmetic: calendar days from the day after the act (Código Civil, arts. 48-50)."""

from calendar import monthrange
from datetime import date, timedelta

#: Days to enter the extract in the Registro de Comercio and to publish it (Ley General de Cooperativas, art. 7).
REGISTRATION_DAYS = 60
#: Months to recover the minimum of members, and days to publish and note the dissolution after them (art. 13).
RECOVERY_MONTHS, DISSOLUTION_DAYS = 6, 60


def registration_deadline(deed_on: date) -> date:
    """The last day to register and publish: calendar day 60, day 1 being the day after the deed. Holidays count."""
    return deed_on + timedelta(days=REGISTRATION_DAYS)


def registered_in_time(deed_on: date, entered_on: date, published_on: date) -> bool:
    """Whether both acts fell within the sixty days (art. 7; late makes it void but curable, art. 9)."""
    deadline = registration_deadline(deed_on)
    return deed_on <= entered_on <= deadline and deed_on <= published_on <= deadline


def recovery_deadline(fell_on: date) -> date:
    """The last day to recover the minimum: the same number of the sixth month, or its last day (Código Civil, 48)."""
    months = fell_on.month - 1 + RECOVERY_MONTHS
    year, month = fell_on.year + months // 12, months % 12 + 1
    return date(year, month, min(fell_on.day, monthrange(year, month)[1]))


def dissolution_deadline(recover_by: date) -> date:
    """The last day to publish the dissolution and note it at the registry: 60 days after the six months."""
    return recover_by + timedelta(days=DISSOLUTION_DAYS)
