"""Open the book of members and shares with what the deed says, in one act."""

from dataclasses import dataclass, replace
from typing import Any

from django.db import transaction

from cases.books import shares
from cases.books.kinds import ShareKind
from cases.books.people import people_of
from cases.models import ShareBook, ShareMovement
from cases.services.books import holding
from cases.services.books.holding import Held
from cases.services.books.numbers import number
from incubator import access
from incubator.access import Permission
from incubator.enums import LegalStatus
from incubator.requirements import Refused

#: What exists as a cooperative, well or badly: a group in constitution has no book yet.
COOPERATIVE = (LegalStatus.VALID, LegalStatus.VOID_CURABLE)


@dataclass(frozen=True)
class Entry:
    """What the deed says of one member; `number` is the one she has in the register, none gives the next."""

    person: Any
    subscribed: int
    paid: int = 0
    number: int | None = None


@transaction.atomic
def open_book(*, by, case, on, share_value, entries, evidence=None, verified=False):
    """The book, with a subscription and a payment of each member of that day. It is opened once.

    Somebody over the cap is written as the deed says, once whoever opens it has verified (`verified`).
    """
    access.require(by, Permission.RECORD_FACTS, case)
    case = holding.locked(case)
    if case.organization.legal_status not in COOPERATIVE:
        raise Refused("El libro se abre cuando la cooperativa está constituida.")
    if ShareBook.objects.filter(organization=case.organization).exists():
        raise Refused("El libro de cuotas ya está abierto.")
    holding.refuse_day(on)
    holding.refuse_evidence(case, evidence)
    people = people_of(case.organization_id)
    held = Held(by, None, case, [], holding.members_on(case.organization, on, people), on, people)
    _refuse_entries(held, entries)
    fields = {"case": case, "happened_on": on, "recorded_by": by, "evidence": evidence}
    book = ShareBook(organization=case.organization, share_value=share_value, **fields)
    book.full_clean()
    book.save()
    for entry in sorted(entries, key=lambda entry: (entry.number is None, entry.number or 0)):
        number(case.organization_id, entry.person, entry.number, people=people)
    rows = [_row(book, fields, entry.person, kind, count) for entry in entries for kind, count in _kinds(entry)]
    held = replace(held, book=book)
    holding.write(held, by, rows, verb="book_opened")
    _warn(held, entries, verified)
    return book


def _refuse_entries(held, entries):
    if not any(entry.subscribed for entry in entries):
        raise Refused("Escriba cuántas cuotas suscribió cada integrante.")
    for entry in entries:
        if not held.is_member(entry.person):
            raise Refused(f"{held.name(entry.person)} no era integrante ese día: anótelo primero en Integrantes.")
        if entry.paid > entry.subscribed:
            raise Refused(f"{held.name(entry.person)}: no se pagan más cuotas de las que se suscriben.")


def _kinds(entry):
    for kind, count in ((ShareKind.SUBSCRIPTION, entry.subscribed), (ShareKind.PAYMENT, entry.paid)):
        if count:
            yield kind, count


def _row(book, fields, person, kind, count):
    value = book.share_value
    told = {"shares": count, "amount": count * value, "unit_value": value, "agreement": "Escritura"}
    return ShareMovement(book=book, person=person, kind=kind, **told, **fields)


def _warn(held, entries, verified):
    """The deed already says it: whoever is over the cap is written, after a warning."""
    after = shares.balances(shares.rows_of(held.book, people=held.people))
    answers = holding.cap_answers(held, after, [entry.person for entry in entries])
    if answers and not verified:
        person, answer = answers[0]
        raise Refused(f"{held.name(person)}: {answer.arithmetic} {answer.cited}. {_HOW}")


_HOW = "Si la escritura lo dice así, márquelo abajo y guarde otra vez: el libro lo anota y queda avisado."
