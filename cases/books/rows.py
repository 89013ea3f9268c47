"""The register of members of a cooperative on a day: number, when each joined and left, and what she holds.

Names as the user may read them: without the right to see people, the number of the register stands for the name.
"""

from dataclasses import dataclass, field
from datetime import date, timedelta

from cases.books import shares
from cases.books.people import People, people_of
from cases.books.shares import NOTHING, Balance, Totals
from cases.law.answers import Answer
from cases.models import MemberRecord, ShareBook, ShareMovement
from cases.services.books.holding import cap_of, type_code
from cases.services.books.refunds import answer_for, leavers
from incubator import masking, same_person
from incubator.access import Permission, allows
from incubator.enums import LeaveReason, MembershipRole

#: Somebody whose name this user does not read, and who has no number.
_NAMELESS = "Integrante sin número"


@dataclass
class Row:
    """One line of the register. `person_id`: the record by which she is read; `left_on`: the first day out."""

    person_id: int
    name: str
    run: str
    masked: bool
    number: int | None
    joined_on: date
    left_on: date | None
    leave_reason: str
    balance: Balance
    cap: Answer | None = None

    @property
    def last_day(self) -> date | None:
        """The last day she belonged to it, as people say it."""
        return self.left_on - timedelta(days=1) if self.left_on else None

    @property
    def is_member(self) -> bool:
        """Whether she belonged to it that day."""
        return self.left_on is None


@dataclass(frozen=True)
class Register:
    """The register on a day, with the sums of the book."""

    on: date
    book: ShareBook | None
    rows: list[Row]
    movements: list[ShareMovement]
    totals: Totals
    unit_value: int
    people: People = field(default_factory=People)

    @property
    def members(self) -> list[Row]:
        """Who belonged to it that day."""
        return [row for row in self.rows if row.is_member]

    @property
    def over_cap(self) -> list[Row]:
        """Members whom R03 does not let hold so much."""
        return [row for row in self.members if row.cap is not None and row.cap.outcome != "met"]

    def row_of(self, person_id) -> Row | None:
        """The line of one person, by any surviving record of hers."""
        one = self.people.one(person_id)
        return next((row for row in self.rows if row.person_id == one), None)


def book_of(organization_id) -> ShareBook | None:
    """The book of a cooperative, None while nobody opened it."""
    return ShareBook.objects.filter(organization_id=organization_id).select_related("case").first()


def register(user, case, on) -> Register:
    """Everybody who belonged to the cooperative up to a day, members first, each with her balance of that day."""
    group = case.organization
    book = book_of(group.pk)
    people = people_of(group.pk)
    movements = shares.rows_of(book, on, people) if book else []
    held, numbers = shares.balances(movements), numbers_of(group.pk, people)
    sees = allows(user, Permission.VIEW_PEOPLE, case)
    rows = [_row(stay, numbers, held, sees, on) for stay in _stays(user, group, on, people)]
    register = Register(
        on,
        book,
        sorted(rows, key=lambda row: (not row.is_member, row.number is None, row.number or 0, row.name)),
        movements,
        shares.totals(held),
        shares.unit_value(book, movements) if book else 0,
        people,
    )
    _test_caps(register, case, on)
    return register


def numbers_of(organization_id, people: People | None = None) -> dict[int, int]:
    """{surviving person id: her number in the register}, by each record that tells of her. Two queries at most."""
    people = people or people_of(organization_id)
    rows = MemberRecord.objects.filter(organization_id=organization_id, member_no__isnull=False)
    found = rows.annotate(one=same_person.surviving()).order_by("-member_no")
    first = {people.one(one): number for one, number in found.values_list("one", "member_no")}
    return {pk: first[one] for pk, one in people.behind(first).items()}


def records_of(organization_id, people: People | None = None) -> dict[int, MemberRecord]:
    """{the record a member is read by: what the register keeps of her}: her own there, else the oldest. Two queries."""
    people = people or people_of(organization_id)
    rows = MemberRecord.objects.filter(organization_id=organization_id).annotate(one=same_person.surviving())
    found: dict[int, MemberRecord] = {}
    for record in rows.order_by("pk"):
        one = people.one(record.one)
        if one not in found or (record.one == one and found[one].one != one):
            found[one] = record
    return found


def refunds(register: Register, case) -> list[tuple[Row, Answer]]:
    """Who left and is still owed her shares, in the order of the law, with what R28 answers."""
    left = leavers(case.organization, register.on, register.people)
    rows = {row.person_id: row for row in register.rows}
    owed = sorted((day, pk) for pk, (day, _) in left.items() if pk in rows and rows[pk].balance.paid)
    return [(rows[pk], answer_for(pk, register.movements, left, register.on)) for _, pk in owed]


def _stays(user, group, on, people):
    """One membership a person up to a day: when she first joined and, if she is out that day, when she left."""
    rows = group.memberships.filter(annulled_at__isnull=True, role=MembershipRole.MEMBER, since__lte=on)
    rows = rows.exclude(leave_reason=LeaveReason.MISTAKE).select_related("person__same_as")
    found = {}
    for row in people.read(rows.order_by("since", "pk")):
        row.one = row.person.survivor.pk
        row.first_on = found[row.one].first_on if row.one in found else row.since
        found[row.one] = row
    return masking.cover(user, list(found.values()), group.pk)


def _row(stay, numbers, held, sees, on):
    number = numbers.get(stay.one)
    out = stay.until is not None and stay.until <= on
    coded = f"Integrante N.º {number}" if number else _NAMELESS
    return Row(
        person_id=stay.one,
        name=stay.who.name if sees else coded,
        run=stay.who.run if sees and not stay.masked else "",
        masked=stay.masked or not sees,
        number=number,
        joined_on=stay.first_on,
        left_on=stay.until if out else None,
        leave_reason=stay.get_leave_reason_display() if out else "",
        balance=held.get(stay.one, NOTHING),
    )


def _test_caps(register, case, on):
    """R03 of each member that holds something."""
    if not register.totals.shares:
        return
    kind, members = type_code(case, on), len(register.members)
    for row in register.members:
        row.cap = cap_of(row.balance, register.totals, kind=kind, members=members, on=on)
