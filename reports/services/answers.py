"""After the seal: withdraw, deliver, observe, accept, and hand over the Anexo nominal."""

from django.core.exceptions import PermissionDenied
from django.db import transaction

from incubator.access import Permission
from incubator.models import ReadingLog
from incubator.requirements import Refused
from reports import rights
from reports.models import NominalHandover, Report
from reports.rules import HANDOVER_FIELDS, TARGETS, Act
from reports.services import guard, reading


@transaction.atomic
def withdraw(*, by, report, on, reason) -> Report:
    """Take a sealed or delivered report out of force, with a reason; its code will say so."""
    return _step(by, report, Act.WITHDRAW, on, reason)


@transaction.atomic
def deliver(*, by, report, on) -> Report:
    """The university, which answers to the agency, delivers it."""
    return _step(by, report, Act.DELIVER, on)


@transaction.atomic
def observe(*, by, report, on, reason) -> Report:
    """The agency observes it: a new version will answer."""
    return _step(by, report, Act.OBSERVE, on, reason)


@transaction.atomic
def accept(*, by, report, on) -> Report:
    """The agency's approver accepts it."""
    return _step(by, report, Act.ACCEPT, on)


def _step(by, report, act, on, reason="") -> Report:
    report = guard.locked(by=by, report=report, act=act)
    guard.check(by=by, report=report, act=act, on=on, reason=reason)
    return guard.move(by=by, report=report, to=TARGETS[act], on=on, reason=reason.strip())


@transaction.atomic
def hand_over_annex(*, by, report, on, **fields) -> NominalHandover:
    """Write the register of Ley 19.880, art. 24 bis: from that row on, the agency reaches the Anexo nominal."""
    if set(fields) - set(HANDOVER_FIELDS):
        raise TypeError(f"the register's fields are {', '.join(HANDOVER_FIELDS)}")
    report = guard.locked(by=by, report=report, act=Act.HAND_OVER)
    guard.check(by=by, report=report, act=Act.HAND_OVER, on=on, **fields)
    if report.handovers.filter(**fields).exists():  # a form sent twice is one row of the register
        raise Refused("Esa entrega ya está anotada en el registro, con los mismos datos.")
    handover = NominalHandover.objects.create(report=report, by=by, **fields)
    guard.record(by, "report_annex_handed_over", on, report)
    return handover


def may_read_annex(user, report) -> bool:
    """The coordinator who hands it over; the agency, once it was handed over to it."""
    if rights.may(user, Permission.HAND_OVER_ANNEX, report):
        return True
    received = report.handovers.filter(receiving_body=report.agreement.funder_id).exists()
    return received and rights.may(user, Permission.READ_ANNEX, report)


@transaction.atomic
def read_annex(*, by, report) -> None:
    """Log that somebody takes the Anexo nominal, with the people in it. Raises PermissionDenied."""
    if not may_read_annex(by, report):
        raise PermissionDenied("El anexo nominal se lee solo cuando consta su entrega. Pídalo a la coordinación.")
    people = [row.person for row in reading.figures_of(report).participants]
    ReadingLog.objects.create(by=by, incubator=report.incubator, purpose="report_annex", persons=people)
