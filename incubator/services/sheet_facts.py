"""Sensitive facts that a census sheet declares, many people at a time, and their return when the import is undone.

The former value waits beside the new one, inside the sensitive schema: nothing outside it knows what was replaced.
"""

from collections.abc import Collection, Mapping
from datetime import date

from django.db import transaction

from incubator import access, journal
from incubator.access import Permission
from incubator.enums import Declared, RndStatus
from incubator.models import Person, SensitiveProfile, SupportGiven, SupportNeed
from incubator.services.sensitive import allowed_in

#: What a sheet may say of a person here, and what each is when nobody has said it.
UNSTATED = {
    "disability": Declared.NOT_STATED,
    "disability_on": None,
    "main_origin": "",
    "rnd_status": RndStatus.NOT_STATED,
    "carer": Declared.NOT_STATED,
}


@transaction.atomic
def load(*, by, incubator, on, source, facts: Mapping[int, Mapping[str, object]], dated: Mapping[int, date]):
    """Write what a sheet declares: person id → {field: value}, and the day the sheet is of. One journal entry."""
    access.require(by, Permission.WRITE_SENSITIVE, incubator)
    _require_held_here(incubator, facts)
    with allowed_in():
        held = {row.person_id: row for row in SensitiveProfile.objects.filter(person_id__in=list(facts))}
        rows = [held.get(pk) or SensitiveProfile(person_id=pk) for pk in facts]
        for row in rows:
            _take(row, facts[row.person_id], source, dated[row.person_id])
        SensitiveProfile.objects.bulk_create(
            rows,
            update_conflicts=True,
            unique_fields=["person"],
            update_fields=[*UNSTATED, "provenance", "updated_at"],
        )
    if facts:
        journal.record(by, "sensitive_loaded", on, incubator=incubator, source=source, people=len(facts))


@transaction.atomic
def take_back(*, by, incubator, on, source, people: Collection[int]) -> set[int]:
    """Give back the former value, source and day of what still comes from that source; returns whose it was."""
    access.require(by, Permission.WRITE_SENSITIVE, incubator)
    _require_held_here(incubator, people)
    with allowed_in():
        rows = [row for row in SensitiveProfile.objects.filter(person_id__in=people) if _of(row, source)]
        for row in rows:
            for name in _of(row, source):
                _give_back(row, name)
        SensitiveProfile.objects.bulk_update(rows, [*UNSTATED, "provenance"])
    if rows:
        journal.record(by, "sensitive_taken_back", on, incubator=incubator, source=source, people=len(rows))
    return {row.person_id for row in rows}


@transaction.atomic
def written_since(*, by, incubator, source, people: Collection[int]) -> set[int]:
    """Of these people, the ones with facts or supports that came from anywhere else."""
    access.require(by, Permission.WRITE_PEOPLE, incubator)
    _require_held_here(incubator, people)
    with allowed_in():
        profiles = SensitiveProfile.objects.filter(person_id__in=people)
        found = {row.person_id for row in profiles if set(row.provenance) - set(_of(row, source))}
        for model in (SupportNeed, SupportGiven):
            found |= set(model.objects.filter(person_id__in=people).values_list("person_id", flat=True))
    return found


def _require_held_here(incubator, people):
    wanted = set(people)
    if Person.objects.filter(pk__in=wanted, incubator=incubator).count() != len(wanted):
        raise ValueError("Sensitive facts are written of people of this incubator alone.")


def _of(row, source):
    """The fields of a profile whose value comes from that source."""
    return [name for name, entry in row.provenance.items() if entry["source"] == source]


def _take(row, facts, source, on):
    for name, value in facts.items():
        former = {"value": _plain(getattr(row, name)), "was": row.provenance.get(name)}
        kept = row.provenance.get(name, {})
        # The same import again (a difference settled afterwards) keeps what stood before it.
        former = kept["former"] if kept.get("source") == source else former
        setattr(row, name, value)
        row.provenance[name] = {"source": source, "on": on.isoformat(), "former": former}


def _give_back(row, name):
    former = row.provenance.pop(name)["former"]
    value = former["value"]
    setattr(row, name, date.fromisoformat(value) if name == "disability_on" and value else value)
    if former["was"]:
        row.provenance[name] = former["was"]


def _plain(value):
    return value.isoformat() if isinstance(value, date) else value
