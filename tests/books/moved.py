"""A cooperative whose case went to La Calera with its book, through the services that people use."""

from dataclasses import replace
from datetime import date

from cases.books import rows as book_rows
from cases.models import Case, PersonCopy
from cases.services import books
from incubator import calendars
from tests.factories.people import officer_of
from tests.transfers.scene import accepted, asked

ASKED, TAKEN, AFTER = date(2021, 9, 16), date(2021, 9, 20), date(2021, 9, 27)


def moved(case, asked_on=ASKED, taken_on=TAKEN):
    """The case, once La Calera took it."""
    accepted(asked(case, on=asked_on), on=taken_on)
    return Case.objects.select_related("organization__incubator", "incubator").get(pk=case.pk)


def write(case, act, on=AFTER, **values):
    """An act of the book by the officer of whoever answers for it now."""
    if act not in (books.take_seat, books.issue_certificate):
        values.setdefault("agreement", "Acta del consejo N.º 2")
    with calendars.travel(AFTER):
        return act(by=officer_of(case.incubator), case=case, on=on, **values)


def register(case, day):
    with calendars.travel(AFTER):
        return book_rows.register(officer_of(case.incubator), case, day)


def told(case, day):
    """What the register says of each, without the record it says it by."""
    found = register(case, day)
    return [replace(row, person_id=0) for row in found.rows], found.totals, found.unit_value


def copies(case):
    """{former record: the one of the receiver}."""
    return {line.original: line.copy for line in PersonCopy.objects.filter(transfer__case=case).order_by("pk")}
