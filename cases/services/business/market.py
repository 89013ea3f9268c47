"""What the group sold, where it stood and what it signed: dated rows that are mended by voiding."""

from django.db import transaction

from cases.models import MarketRecord
from incubator import access, calendars, journal
from incubator.access import Permission
from incubator.requirements import Refused


@transaction.atomic
def record(*, by, case, on, kind, counterpart, description, evidence=None, **fields):
    """One sale, fair or contract. `fields`: amount, ends_on, counterpart_rut, alternative_compliance."""
    access.require(by, Permission.RECORD_FACTS, case)
    if not case.opened_on <= on <= calendars.today():
        raise Refused("La fecha está entre el día en que se abrió el caso y hoy.")
    row = MarketRecord(
        case=case,
        happened_on=on,
        kind=kind,
        counterpart=counterpart,
        description=description,
        evidence=evidence,
        recorded_by=by,
        **fields,
    )
    row.full_clean(exclude=["case", "evidence", "recorded_by"])
    row.save()
    journal.record(by, "market_recorded", on, subject=row, organization=case.organization, kind=kind)
    return row


@transaction.atomic
def void(*, by, sale, reason):
    """A row recorded by mistake stops counting; it stays, with its reason."""
    access.require(by, Permission.RECORD_FACTS, sale.case)
    row = MarketRecord.objects.select_for_update(of=("self",)).get(pk=sale.pk)
    if row.voided_at is not None:
        raise Refused("Esa anotación ya estaba anulada.")
    if not reason.strip():
        raise Refused("Diga por qué se anula.")
    row.voided_at, row.voided_by, row.void_reason = calendars.now(), by, reason.strip()
    row.save(update_fields=["voided_at", "voided_by", "void_reason"])
    journal.record(by, "market_voided", calendars.today(), subject=row, organization=row.case.organization)
    return row
