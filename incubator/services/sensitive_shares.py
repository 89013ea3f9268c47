"""How many of some people are what a fund asks of a group: counts alone, through the one door to sensitive facts."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction

from incubator import same_person
from incubator.enums import Declared, RndStatus
from incubator.models import SensitiveProfile
from incubator.services.sensitive import allowed_in

#: (yes, no, not stated).
Counts = tuple[int, int, int]


@transaction.atomic
def shares(person_ids: Iterable[int], *, on: date) -> dict[str, Counts]:
    """Of these people (each counted once): who declares disability, holds a credential that day, cares for another.

    An aggregate is not a reading; whoever shows it asks first whether its reader may see sensitive facts.
    """
    records = same_person.records(person_ids)
    every = [pk for mine in records.values() for pk in mine]
    with allowed_in():
        rows = {row.person_id: row for row in SensitiveProfile.objects.filter(person_id__in=every)}
    told = [[rows[pk] for pk in mine if pk in rows] for mine in records.values()]
    return {
        "disability": _counted(_newest(mine, "disability") for mine in told),
        "credential": _counted(_credential(mine, on) for mine in told),
        "carers": _counted(_newest(mine, "carer") for mine in told),
    }


def _newest(rows, name) -> str:
    """What one person says by any of her records: the newest dated answer that states something."""
    stated = [(_day(row, name), getattr(row, name)) for row in rows if getattr(row, name) != Declared.NOT_STATED]
    return max(stated, default=("", Declared.NOT_STATED))[1]


def _credential(rows, on) -> str:
    """Whether any of her records says that her credential is in force on the day."""
    stated = [row for row in rows if row.rnd_status != RndStatus.NOT_STATED]
    if any(_in_force(row, on) for row in stated):
        return Declared.YES
    return Declared.NO if stated else Declared.NOT_STATED


def _in_force(row, on) -> bool:
    return row.rnd_status == RndStatus.VALID and (row.rnd_expires_on is None or row.rnd_expires_on >= on)


def _day(row, name) -> str:
    day = (row.provenance.get(name) or {}).get("on", "")
    return day or (row.disability_on.isoformat() if name == "disability" and row.disability_on else "")


def _counted(answers) -> Counts:
    said = list(answers)
    return said.count(Declared.YES), said.count(Declared.NO), said.count(Declared.NOT_STATED)
