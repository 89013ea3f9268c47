"""Load a census workbook: everything its plan says, with what each row became, in one transaction."""

from datetime import timedelta

from django.db import transaction

from cases.census.records import CensusReading
from cases.enums import ImportState
from cases.models import CensusImport
from cases.services.census.planning import plan_of
from cases.services.census.plans import Plan
from cases.services.census.understand import KEPT_AFTER_UNDO, UNDO_DAYS, Understood, receive
from cases.services.census.writing import Writer, write_notices
from incubator import access, journal
from incubator.access import Permission
from incubator.models import Incubator
from incubator.requirements import Refused


@transaction.atomic
def load(*, by, incubator, understood: Understood, on, now) -> tuple[CensusImport | None, Plan]:
    """Read, plan and load at once, as a command does. The same file again leaves no trace: (None, plan)."""
    access.require(by, Permission.IMPORT_CENSUS, incubator)
    _lock(incubator)
    plan = plan_of(by=by, incubator=incubator, reading=understood.reading, on=on)
    if plan.changes_nothing and loaded_before(incubator, understood.sha256):
        return None, plan
    batch = receive(by=by, incubator=incubator, understood=understood, on=on, now=now)
    return batch, apply(by=by, batch=batch, reading=understood.reading, on=on, now=now)


@transaction.atomic
def apply(*, by, batch: CensusImport, reading: CensusReading, on, now, taken=frozenset()) -> Plan:
    """Load what was read. `taken` are the keys of the conflicts settled for the sheet; the rest keep the record."""
    access.require(by, Permission.IMPORT_CENSUS, batch.incubator)
    incubator = _lock(batch.incubator)
    batch = CensusImport.objects.select_for_update(of=("self",)).select_related("file").get(pk=batch.pk)
    if batch.state != ImportState.READ:
        raise Refused("Esta planilla ya se cargó. Revise su resultado en «Catastro».")
    batch.with_sensitive = batch.with_sensitive and access.allows(by, Permission.WRITE_SENSITIVE, incubator)
    plan = plan_of(by=by, incubator=incubator, reading=reading, on=on, taken=taken)
    Writer(by=by, batch=batch, plan=plan, on=on).write()
    write_notices(batch, plan)
    batch.state, batch.applied_by, batch.applied_at = ImportState.APPLIED, by, now
    batch.summary = batch.summary | counts_of(plan)
    batch.save()
    batch.file.expires_on = on + timedelta(days=UNDO_DAYS + KEPT_AFTER_UNDO)
    batch.file.save(update_fields=["expires_on"])
    people = plan.people_counts
    journal.record(by, "census_applied", on, subject=batch, incubator=incubator, **people)
    return plan


def loaded_before(incubator, sha256: str) -> CensusImport | None:
    """The import in force that loaded this very content, if any."""
    rows = CensusImport.objects.filter(incubator=incubator, sha256=sha256, state=ImportState.APPLIED)
    return rows.order_by("-applied_at", "-pk").first()


def counts_of(plan: Plan) -> dict:
    """The counts of a plan, as a summary keeps them."""
    return {
        "groups": plan.group_counts,
        "people": plan.people_counts,
        "rejected": len(plan.rejected),
        "warnings": len(plan.notices),
    }


def _lock(incubator):
    """One import at a time in an incubator."""
    return Incubator.objects.select_for_update(of=("self",)).get(pk=incubator.pk)
