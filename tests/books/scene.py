"""A cooperative that exists, with its book and what is written in it, through the services that people use."""

from datetime import date

from cases.formalization.life import LegalEventKind as K
from cases.models import Case
from cases.services import books
from cases.services.books import Entry, Line
from incubator import calendars
from tests.factories.cases import evidence
from tests.factories.people import officer_of
from tests.legal.scene import DEED, acts, six

#: The day on which the book is written in these stories: after the deed, the entry and the publication.
TODAY = date(2021, 9, 15)
VALUE = 1_000


def constituted():
    """The case of a cooperative of six: with its deed, entered and published in time."""
    case = six()
    acts(case, (K.DEED, DEED), (K.REGISTRY_ENTRY, date(2021, 7, 20)), (K.PUBLICATION, date(2021, 7, 22)))
    return Case.objects.select_related("organization", "incubator").get(pk=case.pk)


def people_of(case, on=DEED):
    """Its members of a day, in the order of names."""
    return [row.who for row in case.organization.members_on(on)]


def opened(case, holdings=(100,) * 6, *, paid=None, verified=False, on=DEED):
    """The book, with what each member subscribed (and paid: all of it unless said)."""
    paid = holdings if paid is None else paid
    entries = [Entry(person, *held) for person, *held in zip(people_of(case), holdings, paid, strict=False)]
    by = officer_of(case.incubator)
    with calendars.travel(TODAY):
        return books.open_book(by=by, case=case, on=on, share_value=VALUE, entries=entries, verified=verified)


def write(case, act, *, on=TODAY, **values):
    """Do one act of the book by the officer, with an agreement behind it unless something else is said."""
    values.setdefault("agreement", "Acta del consejo N.º 1")
    with calendars.travel(TODAY):
        return act(by=officer_of(case.incubator), case=case, on=on, **values)


def subscribe(case, *lines, **values):
    """Members subscribe: (person, shares)."""
    return write(case, books.subscribe, lines=[Line(*line) for line in lines], **values)


def pay(case, *lines, **values):
    """Members pay: (person, shares, pesos)."""
    return write(case, books.pay, lines=[Line(*line) for line in lines], **values)


def seat(case, person, body, since, until, **values):
    """Somebody takes a seat."""
    values.setdefault("office", "member")
    with calendars.travel(TODAY):
        return books.take_seat(
            by=officer_of(case.incubator), case=case, person=person, body=body, since=since, until=until, **values
        )


def proof(case):
    """A document of its incubator."""
    return evidence(officer_of(case.incubator), case.incubator)
