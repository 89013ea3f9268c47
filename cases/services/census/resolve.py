"""Settle one difference between the records and a sheet already loaded: keep what is held, or take the sheet's."""

from django.db import transaction

from cases.enums import ImportState
from cases.models import CensusRow
from cases.services.census.differences import take
from cases.services.census.planning import plan_of
from cases.services.census.plans import Conflict, Fate, Plan
from cases.services.census.understand import reread
from cases.services.census.writing import Writer
from incubator import access, journal
from incubator.access import Permission
from incubator.models import Incubator
from incubator.requirements import Refused

KEEP, SHEET = "record", "sheet"


@transaction.atomic
def resolve(*, by, row: CensusRow, answer: str, on, now) -> CensusRow:
    """Answer one conflict of an import that is loaded. Taking the sheet's value can be undone with the import."""
    batch = row.batch
    access.require(by, Permission.IMPORT_CENSUS, batch.incubator)
    if row.after.get("sensitive"):
        access.require(by, Permission.WRITE_SENSITIVE, batch.incubator)
    Incubator.objects.select_for_update(of=("self",)).get(pk=batch.incubator_id)
    rows = CensusRow.objects.select_related("batch__incubator", "batch__file", "organization")
    row = rows.select_for_update(of=("self",)).get(pk=row.pk)
    if row.batch.state != ImportState.APPLIED or "choice" not in row.after:
        raise Refused("Esta diferencia ya no se puede resolver aquí. Corrija el dato en la ficha.")
    if row.resolved_at is not None:
        raise Refused("Esta diferencia ya está resuelta.")
    if answer == SHEET:
        _take(by, row, on)
    row.resolved_at, row.after = now, row.after | {"answer": answer}
    row.save(update_fields=["resolved_at", "after"])
    journal.record(by, "census_resolved", on, subject=row, organization=row.organization, answer=answer)
    return row


def _take(by, row: CensusRow, on) -> None:
    """Write the sheet's value, when the two still disagree, with the same hand that writes an import."""
    batch = row.batch
    reading = reread(by=by, batch=batch, on=on)
    whole = plan_of(by=by, incubator=batch.incubator, reading=reading, on=on)
    clash = next((clash for clash in whole.conflicts if clash.key == row.after["choice"]), None)
    if clash is None:
        return
    plan = _only(clash, reading)
    Writer(by=by, batch=batch, plan=plan, on=on).write()
    if plan.failures:
        raise Refused(*[failure.sentence for failure in plan.failures])


def _only(clash: Conflict, reading) -> Plan:
    """A plan with that one change and nothing else."""
    group, person = clash.group, clash.person
    group.changes = {}
    group.places = [place for place in group.places if place.person is person and place.row == clash.row]
    for place in group.places:
        place.represents = False
    if person and person.fate is Fate.HELD:  # one that the choice brings in comes with all that the sheet says
        person.changes, person.sensitive = {}, {}
    take(clash)
    return Plan(reading, groups=[group], people=[person] if person else [])
