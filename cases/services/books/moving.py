"""Move shares: subscribe, pay, transfer, give up what is not paid, update the value, and take a row back."""

from dataclasses import dataclass
from typing import Any

from django.db import transaction

from cases.books import shares
from cases.books.kinds import ShareKind
from cases.books.shares import NOTHING
from cases.models import ShareMovement
from cases.services.books import holding
from incubator.models import Person
from incubator.requirements import Refused


@dataclass(frozen=True)
class Line:
    """What one member does in an act: whole shares, or pesos towards the next ones (only to pay)."""

    person: Any
    shares: int = 0
    pesos: int = 0


@transaction.atomic
def subscribe(*, by, case, on, lines, agreement="", evidence=None, verified=False):
    """Members subscribe shares, one or several in one act, at what a share is worth that day."""
    held = _held(by, case, on, agreement, evidence, lines)
    value = shares.unit_value(held.book, held.until)
    rows = [_row(held, by, line.person, line.shares, line.shares * value, value) for line in lines]
    written = _written(held, by, rows, ShareKind.SUBSCRIPTION, agreement, evidence)
    _test_cap(held, [line.person for line in lines], verified)
    return written


@transaction.atomic
def pay(*, by, case, on, lines, agreement="", evidence=None):
    """Members pay what they subscribed: whole shares, or pesos that do not complete what is owed."""
    held = _held(by, case, on, agreement, evidence, lines, members_only=False)
    value = shares.unit_value(held.book, held.until)
    rows = []
    for line in lines:
        balance = held.balance(line.person)
        if line.shares > balance.unpaid:
            raise Refused(f"{held.name(line.person)} debe {balance.unpaid} cuotas: no puede pagar {line.shares}.")
        if not line.shares and line.pesos >= balance.owed:
            raise Refused(f"{held.name(line.person)}: ese abono completa lo que debe; escriba cuántas cuotas paga.")
        amount = balance.price(line.shares) if line.shares else line.pesos
        rows.append(_row(held, by, line.person, line.shares, amount, value))
    return _written(held, by, rows, ShareKind.PAYMENT, agreement, evidence)


@transaction.atomic
def transfer(*, by, case, on, person, counterpart, count, agreement="", evidence=None, verified=False):
    """Paid shares pass from one to another, with the approval of the board (DFL 5, art. 33)."""
    held = holding.hold(by, case, on)
    holding.refuse_evidence(
        held.case, evidence, agreement, asked="Escriba el acuerdo del consejo que aprueba el traspaso (art. 33)."
    )
    if held.people.of(person) == held.people.of(counterpart):
        raise Refused("Un traspaso va de una persona a otra.")
    if not held.is_member(counterpart):
        raise Refused("Quien recibe las cuotas debe ser integrante ese día.")
    balance = _with_paid(held, person, count)
    value = shares.unit_value(held.book, held.until)
    row = _row(held, by, person, count, balance.worth(count), value)
    row.counterpart = counterpart
    holding.refuse_certificates(held, person, balance.paid - count)
    written = _written(held, by, [row], ShareKind.TRANSFER, agreement, evidence)
    _test_cap(held, [counterpart], verified)
    return written[0]


@transaction.atomic
def lapse(*, by, case, on, person, count, agreement="", evidence=None):
    """Shares that were subscribed and will not be paid stop counting."""
    held = holding.hold(by, case, on)
    holding.refuse_evidence(held.case, evidence, agreement, asked="Escriba el acuerdo que da de baja lo no pagado.")
    balance = held.balance(person)
    if not 0 < count <= balance.unpaid:
        raise Refused(f"{held.name(person)} tiene {balance.unpaid} cuotas sin pagar.")
    value = shares.unit_value(held.book, held.until)
    row = _row(held, by, person, count, balance.price(count), value)
    return _written(held, by, [row], ShareKind.LAPSE, agreement, evidence)[0]


@transaction.atomic
def update_value(*, by, case, on, value, agreement="", evidence=None):
    """A share is worth another sum from this day on (art. 31): the paid shares of everybody follow."""
    held = holding.hold(by, case, on)
    holding.refuse_evidence(held.case, evidence, agreement, asked="Escriba el balance o la junta que fija el valor.")
    change = value - shares.unit_value(held.book, held.until)
    if change == 0:
        raise Refused("Ese es el valor que la cuota ya tiene.")
    holders = {row.holder: row.person for row in held.until} | {
        row.other: row.counterpart for row in held.until if row.other
    }
    paid = [(pk, one.paid) for pk, one in sorted(shares.balances(held.until).items()) if one.paid]
    if not paid:
        raise Refused("Nadie tiene cuotas pagadas que reajustar.")
    holders |= Person.objects.in_bulk({pk for pk in holders if pk in held.people.heirs})  # of a group that moved
    rows = [_row(held, by, holders[pk], 0, count * change, value) for pk, count in paid]
    return _written(held, by, rows, ShareKind.UPDATE, agreement, evidence)


@transaction.atomic
def void_movement(*, by, movement, on, reason):
    """A row is taken back by another one, with its day and reason. Neither is deleted."""
    held = holding.hold(by, movement.case, on)
    if not reason.strip():
        raise Refused("Escriba por qué se anula.")
    rows = {row.pk: row for row in held.rows}
    taken = rows.get(movement.pk)
    if taken is None or taken.voids_id or any(row.voids_id == taken.pk for row in held.rows):
        raise Refused("Ese movimiento ya está anulado, o es una anulación.")
    if on < taken.happened_on:
        raise Refused("La anulación no puede ser anterior al movimiento.")
    row = _row(held, by, taken.person, taken.shares, taken.amount, taken.unit_value)
    row.kind, row.counterpart, row.voids, row.void_reason = taken.kind, taken.counterpart, taken, reason.strip()[:300]
    written = holding.write(held, by, [row], verb="movement_voided", subject=taken)[0]
    after = shares.balances(shares.rows_of(held.book, on, held.people))
    for person in filter(None, (taken.person, taken.counterpart)):
        holding.refuse_certificates(held, person, after.get(held.people.of(person), NOTHING).paid)
    return written


def _held(by, case, on, agreement, evidence, lines, *, members_only=True):
    held = holding.hold(by, case, on)
    holding.refuse_evidence(held.case, evidence, agreement)
    if not lines:
        raise Refused("Escriba al menos una cantidad.")
    for line in lines if members_only else ():
        if not held.is_member(line.person):
            raise Refused(f"{held.name(line.person)} no era integrante ese día.")
    return held


def _row(held, by, person, count, amount, value):
    fields = {"book": held.book, "case": held.case, "happened_on": held.on, "recorded_by": by}
    return ShareMovement(person=person, shares=count, amount=amount, unit_value=value, **fields)


def _written(held, by, rows, kind, agreement, evidence):
    for row in rows:
        row.kind, row.agreement, row.evidence = kind, agreement.strip()[:200], evidence
    return holding.write(held, by, rows)


def _with_paid(held, person, count):
    balance = held.balance(person)
    if not 0 < count <= balance.paid:
        raise Refused(f"{held.name(person)} tiene {balance.paid} cuotas pagadas ese día.")
    return balance


def _test_cap(held, people, verified):
    """R03 after the act, of those who hold more than before."""
    after = shares.balances(shares.rows_of(held.book, held.on, held.people))
    answers = holding.cap_answers(held, after, people)
    holding.refuse_cap(held, answers, after, verified=verified)
