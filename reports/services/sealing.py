"""Seal a report: count once more under one instant of the database, fix its figures, print its files."""

from datetime import datetime

from django.db import OperationalError, connection, transaction

from incubator import calendars, chain
from incubator.requirements import Refused
from reports import documents, rights
from reports.codes import new_verification_code
from reports.enums import ReportState
from reports.models import Report
from reports.rules import Act
from reports.services import guard, products, reading
from reports.tables import differences

_SERIALIZATION_FAILURE = "40001"


def seal(*, by, report, on, at: datetime, seen: str) -> Report:
    """Seal a draft. `seen` is the digest of what the sealer had before their eyes (reading.shown_digest).

    The recount, the check and the snapshot see one same instant (REPEATABLE READ). Raises Refused with the differences.
    """
    try:
        with transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute("set transaction isolation level repeatable read")
            return _sealed(by, report, on, at, seen)
    except OperationalError as error:
        if getattr(error.__cause__, "sqlstate", "") == _SERIALIZATION_FAILURE:
            raise Refused("Otra persona cambió este informe hace un momento. Vuelva a abrirlo y revíselo.") from error
        raise


def _sealed(by, report, on, at, seen) -> Report:
    report = guard.locked(by=by, report=report, act=Act.SEAL)
    changed = []
    if report.state == ReportState.DRAFT:
        changed = differences.between(reading.figures_of(report), reading.recount(report))
    guard.check(
        by=by, report=report, act=Act.SEAL, on=on, changed=changed, seen=seen, shown=reading.shown_digest(report)
    )
    former = reading.replaced_by(report)
    guard.move(
        by=by,
        report=report,
        to=ReportState.SEALED,
        on=on,
        sealed_by=by,
        sealed_at=at,
        code=new_verification_code(),
        supersedes=former,
        snapshot={**report.snapshot, "seal": _signatures(by, report, at)},
    )
    products.keep(by=by, report=report, on=on, made=documents.products(report, annex_code=new_verification_code()))
    return report


def _signatures(by, report, at) -> dict[str, str]:
    """Who prepared and who sealed, with the post they acted from, as the paper says it for ever."""
    preparer = report.seal_asked_by
    asked = calendars.local_day(report.seal_asked_at)
    return {
        "prepared_by": preparer.get_full_name(),
        "prepared_as": rights.post_title(preparer, report),
        "prepared_on": asked.isoformat(),
        "sealed_by": by.get_full_name(),
        "sealed_as": rights.post_title(by, report),
        "sealed_on": calendars.local_day(at).isoformat(),
        **_chain_head(),
    }


def _chain_head() -> dict[str, str]:
    """Up to where the journal was chained that day: whoever keeps the paper can tell if something older changed."""
    head = chain.head()
    return {"chain_block": str(head.number), "chain_digest": head.digest} if head else {}
