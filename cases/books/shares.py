"""What each member holds in the book of shares, on any day: sums of its movements and nothing else.

Balances are computed, never stored (cases/migrations/0016_books keeps them from being negative). A person written down
twice holds once, and so does one who moved with her group (cases.books.people).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models.functions import Coalesce

from cases.books.kinds import EFFECT, ShareKind
from cases.books.people import People, people_of
from cases.models import ShareBook, ShareMovement
from incubator import same_person


@dataclass(frozen=True)
class Balance:
    """What somebody holds: subscribed and paid shares, the pesos of each, and the pesos she was given back."""

    shares: int = 0
    paid: int = 0
    subscribed: int = 0
    capital: int = 0
    refunded: int = 0

    @property
    def unpaid(self) -> int:
        """Shares that she subscribed and did not finish paying."""
        return self.shares - self.paid

    @property
    def owed(self) -> int:
        """Pesos of what is not paid."""
        return self.subscribed - self.capital

    @property
    def is_sound(self) -> bool:
        """Nothing below zero, and nothing paid that was not subscribed."""
        return 0 <= self.paid <= self.shares and 0 <= self.capital <= self.subscribed

    def plus(self, row: ShareMovement, sign: int) -> "Balance":
        """With one row more."""
        shares, paid, subscribed, capital = (sign * way for way in EFFECT[ShareKind(row.kind)])
        given = -capital * row.amount if row.kind == ShareKind.REFUND else 0
        return Balance(
            self.shares + shares * row.shares,
            self.paid + paid * row.shares,
            self.subscribed + subscribed * row.amount,
            self.capital + capital * row.amount,
            self.refunded + given,
        )

    def worth(self, shares: int) -> int:
        """Pesos of some of the paid shares; all of them take what is left."""
        return self.capital if shares == self.paid else self.capital * shares // self.paid

    def price(self, shares: int) -> int:
        """Pesos to finish paying some shares; all of them take what is left."""
        return self.owed if shares == self.unpaid else self.owed * shares // self.unpaid


#: Nothing yet.
NOTHING = Balance()


@dataclass(frozen=True)
class Totals:
    """The capital of a cooperative on a day."""

    shares: int
    paid: int
    subscribed: int
    capital: int


def rows_of(book: ShareBook, on: date | None = None, people: People | None = None) -> list[ShareMovement]:
    """The rows up to a day (all of them without one), oldest first, with `holder` and `other`: who is read in each.

    One query, and another one when whoever calls did not read the `people` of the book.
    """
    people = people or people_of(book.organization_id)
    rows = ShareMovement.objects.filter(book=book).annotate(
        holder=same_person.surviving(), other=Coalesce("counterpart__same_as_id", "counterpart_id")
    )
    rows = rows if on is None else rows.filter(happened_on__lte=on)
    return [read_by(people, row) for row in rows.order_by("happened_on", "pk")]


def read_by(people: People, row: ShareMovement) -> ShareMovement:
    """A row with `holder` and `other` as the database says them, by the records its people are read by."""
    row.holder, row.other = people.one(row.holder), row.other and people.one(row.other)
    return row


def balances(rows: Iterable[ShareMovement]) -> dict[int, Balance]:
    """{id of the record she is read by: what she holds} after these rows."""
    held: dict[int, Balance] = {}
    for row in rows:
        for person, sign in sides(row):
            held[person] = held.get(person, NOTHING).plus(row, sign)
    return held


def sides(row: ShareMovement) -> list[tuple[int, int]]:
    """Whose balances a row moves, and which way: a row that takes another back goes the other way."""
    way = -1 if row.voids_id else 1
    found = [(row.holder, way)]
    return [*found, (row.other, -way)] if row.other else found


def first_unsound(rows: Iterable[ShareMovement]) -> tuple[int, date] | None:
    """(person, day) of the first balance that these rows would make wrong, oldest first; None when all is well."""
    held: dict[int, Balance] = {}
    for row in rows:
        for person, sign in sides(row):
            held[person] = held.get(person, NOTHING).plus(row, sign)
            if not held[person].is_sound:
                return person, row.happened_on
    return None


def totals(held: Mapping[int, Balance]) -> Totals:
    """The sums of all balances."""
    every = held.values()
    return Totals(
        sum(one.shares for one in every),
        sum(one.paid for one in every),
        sum(one.subscribed for one in every),
        sum(one.capital for one in every),
    )


def unit_value(book: ShareBook, rows: Iterable[ShareMovement]) -> int:
    """What a share is worth after these rows: the last update that nobody took back, else what the deed says."""
    rows = list(rows)
    taken = {row.voids_id for row in rows if row.voids_id}
    updates = [row for row in rows if row.kind == ShareKind.UPDATE and not row.voids_id and row.pk not in taken]
    return updates[-1].unit_value if updates else book.share_value


def moved_in(rows: Iterable[ShareMovement], kind: ShareKind, first: date, last: date) -> int:
    """Pesos of one kind between two days, both included, without what was taken back."""
    return sum(
        -row.amount if row.voids_id else row.amount
        for row in rows
        if row.kind == kind and first <= row.happened_on <= last
    )
