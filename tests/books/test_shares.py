"""The book of shares: who holds what, the cap of the law at its exact boundary, and what is refused."""

import random
from datetime import date

import pytest
from django.db import connection

from cases.books import shares
from cases.models import MemberRecord, ShareBook
from cases.services import books
from cases.services.books import Entry
from incubator import calendars
from incubator.models import Organization
from incubator.requirements import Refused
from tests.books.scene import DEED, TODAY, VALUE, constituted, opened, pay, people_of, subscribe, write
from tests.factories.people import officer_of

pytestmark = pytest.mark.django_db

#: The balances of the book recounted by PostgreSQL alone, without our code.
RECOUNT = """
select holder, sum(s), sum(p), sum(ps), sum(pp) from (
  select coalesce(h.same_as_id, h.id) holder,
    sign * case m.kind when 'subscription' then shares when 'payment' then 0 when 'update' then 0 else -shares end s,
    sign * case m.kind when 'payment' then shares when 'transfer' then -shares when 'refund' then -shares else 0 end p,
    sign * case when m.kind in ('subscription', 'update') then amount when m.kind = 'payment' then 0 else -amount end ps,
    sign * case when m.kind in ('payment', 'update') then amount
                when m.kind in ('transfer', 'refund') then -amount else 0 end pp
  from (select m.*, person_id who, case when voids_id is null then 1 else -1 end sign from cases_sharemovement m
        union all
        select m.*, counterpart_id, case when voids_id is null then -1 else 1 end from cases_sharemovement m
         where counterpart_id is not null) m
  join incubator_person h on h.id = m.who where m.book_id = %s) t group by holder
"""


@pytest.fixture
def case(db):
    return constituted()


def held(case, person, on=TODAY):
    book = ShareBook.objects.get(organization=case.organization)
    return shares.balances(shares.rows_of(book, on)).get(person.pk, shares.NOTHING)


def recounted(book):
    with connection.cursor() as cursor:
        cursor.execute(RECOUNT, [book.pk])
        return {row[0]: tuple(int(value) for value in row[1:]) for row in cursor.fetchall()}


def told(book):
    every = shares.balances(shares.rows_of(book))
    return {pk: (one.shares, one.paid, one.subscribed, one.capital) for pk, one in every.items()}


def test_the_book_opens_once_with_the_deed_and_numbers_every_member(case):
    book = opened(case)
    assert shares.totals(shares.balances(shares.rows_of(book))) == shares.Totals(600, 600, 600_000, 600_000)
    numbers = MemberRecord.objects.filter(organization=case.organization).values_list("member_no", flat=True)
    assert sorted(numbers) == [1, 2, 3, 4, 5, 6]
    with pytest.raises(Refused, match="ya está abierto"):
        opened(case)


def test_a_group_that_is_not_constituted_has_no_book(case):
    Organization.objects.filter(pk=case.organization_id).update(legal_status="in_constitution")
    with pytest.raises(Refused, match="cuando la cooperativa está constituida"):
        opened(case)


# R03 (DFL 5, art. 17): (what each of the members holds, how many more one subscribes, over the cap)
@pytest.mark.parametrize(
    ("holdings", "more", "over"),
    [
        ((100, 100, 100, 100, 100, 100), 25, False),  # 125 of 625: 20 % exactly
        ((100, 100, 100, 100, 100, 100), 26, True),  # 126 of 626
        ((100, 100, 100, 100, 100), 1, True),  # five equal holdings leave no room
        ((20, 20, 20, 20, 20), 1, True),
    ],
)
def test_the_cap_holds_at_its_exact_boundary(case, holdings, more, over):
    opened(case, holdings)
    one = people_of(case)[0]
    if not over:
        subscribe(case, (one, more), verified=True)  # paid so far: 100 of 600
        assert held(case, one).shares == holdings[0] + more
        return
    with pytest.raises(Refused, match=r"tope 20 %.*art\. 17"):
        subscribe(case, (one, more), verified=True)
    assert held(case, one).shares == holdings[0], "a refused act leaves nothing"


def test_five_equal_holdings_grow_together_in_one_act(case):
    opened(case, (100,) * 5)
    five = people_of(case)[:5]
    subscribe(case, *((person, 50) for person in five))
    assert {held(case, person).shares for person in five} == {150}


def test_a_deed_over_the_cap_is_written_only_after_somebody_verified(case):
    unequal = (300, 100, 100, 100, 100, 100)
    with pytest.raises(Refused, match="300 de 800"):
        opened(case, unequal)
    assert not ShareBook.objects.exists()
    assert opened(case, unequal, verified=True)


def test_what_only_the_paid_capital_passes_is_warned_and_written_once_verified(case):
    opened(case, (100,) * 6, paid=(100, 0, 0, 0, 0, 0), verified=True)
    one = people_of(case)[0]
    with pytest.raises(Refused, match="Si ya lo verificó"):
        subscribe(case, (one, 10))
    subscribe(case, (one, 10), verified=True)
    assert held(case, one).shares == 110


def test_paying_takes_whole_shares_or_a_part_and_never_more_than_is_owed(case):
    opened(case, paid=(0,) * 6)
    one = people_of(case)[0]
    pay(case, (one, 0, 300))
    assert (held(case, one).paid, held(case, one).capital) == (0, 300)
    pay(case, (one, 100))
    assert (held(case, one).paid, held(case, one).capital, held(case, one).owed) == (100, 100_000, 0)
    with pytest.raises(Refused, match="no puede pagar"):
        pay(case, (one, 1))
    with pytest.raises(Refused, match="completa lo que debe"):
        pay(case, (people_of(case)[1], 0, 100_000))


def test_a_transfer_asks_for_the_board_and_moves_shares_and_pesos(case):
    opened(case)
    one, two = people_of(case)[:2]
    with pytest.raises(Refused, match=r"art\. 33"):
        write(case, books.transfer, person=one, counterpart=two, count=10, agreement="")
    write(case, books.transfer, person=one, counterpart=two, count=20)  # 120 of 600: 20 % exactly
    assert (held(case, one).capital, held(case, two).capital) == (80_000, 120_000)
    with pytest.raises(Refused, match="tope 20 %"):
        write(case, books.transfer, person=one, counterpart=two, count=1)
    with pytest.raises(Refused, match="tiene 80 cuotas pagadas"):
        write(case, books.transfer, person=one, counterpart=people_of(case)[2], count=81)


def test_an_update_follows_the_paid_shares_and_is_taken_back_by_another_row(case):
    book = opened(case, paid=(100, 50, 100, 100, 100, 100))
    one, half = people_of(case)[:2]
    rows = write(case, books.update_value, value=1_200)
    assert (held(case, one).capital, held(case, half).capital) == (120_000, 60_000)
    assert shares.unit_value(book, shares.rows_of(book)) == 1_200
    with calendars.travel(TODAY):
        for row in rows:
            books.void_movement(by=officer_of(case.incubator), movement=row, on=TODAY, reason="Balance errado")
    assert held(case, one).capital == 100_000
    assert shares.unit_value(book, shares.rows_of(book)) == VALUE
    assert book.movements.count() == 12 + 12, "nothing was deleted"


def test_a_row_is_taken_back_once_and_not_when_others_rest_on_it(case):
    book = opened(case)
    subscription = book.movements.filter(kind="subscription").first()
    by = officer_of(case.incubator)
    with calendars.travel(TODAY):
        with pytest.raises(Refused, match="saldo imposible"):
            books.void_movement(by=by, movement=subscription, on=TODAY, reason="Error")
        payment = book.movements.filter(kind="payment", person=subscription.person).get()
        books.void_movement(by=by, movement=payment, on=TODAY, reason="Error")
        books.void_movement(by=by, movement=subscription, on=TODAY, reason="Error")
        with pytest.raises(Refused, match="ya está anulado"):
            books.void_movement(by=by, movement=subscription, on=TODAY, reason="Error")
    assert held(case, subscription.person) == shares.NOTHING


def test_as_of_a_day_the_book_says_what_it_said(case):
    opened(case)
    one = people_of(case)[0]
    subscribe(case, (one, 25), on=date(2021, 8, 1), verified=True)
    assert held(case, one, date(2021, 7, 31)).shares == 100
    assert held(case, one, date(2021, 8, 1)).shares == 125
    assert held(case, one, date(2021, 6, 24)).shares == 0


def test_nobody_moves_what_was_not_there_that_day(case):
    opened(case)
    one = people_of(case)[0]
    with pytest.raises(Refused, match="El libro empieza"):
        subscribe(case, (one, 1), on=date(2021, 6, 1))
    with pytest.raises(Refused, match="posterior a hoy"):
        subscribe(case, (one, 1), on=date(2021, 12, 1))


def test_unpaid_shares_lapse_with_an_agreement(case):
    opened(case, paid=(40, 100, 100, 100, 100, 100))
    one = people_of(case)[0]
    write(case, books.lapse, person=one, count=60)
    assert (held(case, one).shares, held(case, one).owed) == (40, 0)


def test_any_sequence_of_acts_sums_the_same_in_plain_sql_and_is_never_negative(case):
    book, dice = opened(case, (100,) * 6, paid=(50,) * 6), random.Random(7)
    six = people_of(case)

    def one_act():
        one, two, count = dice.choice(six), dice.choice(six), dice.randint(1, 40)
        act = dice.choice(["subscribe", "pay", "part", "transfer", "lapse", "update", "void"])
        if act == "subscribe":
            return subscribe(case, (one, count), verified=True)
        if act in ("pay", "part"):
            return pay(case, (one, count) if act == "pay" else (one, 0, count))
        if act == "transfer":
            return write(case, books.transfer, person=one, counterpart=two, count=count, verified=True)
        if act == "lapse":
            return write(case, books.lapse, person=one, count=count)
        if act == "update":
            return write(case, books.update_value, value=dice.randint(900, 1_300))
        row = dice.choice(list(book.movements.order_by("pk")))
        with calendars.travel(TODAY):
            return books.void_movement(by=officer_of(case.incubator), movement=row, on=TODAY, reason="Prueba")

    done = 0
    for _ in range(60):
        try:
            one_act()
            done += 1
        except Refused:
            pass
        assert told(book) == recounted(book)
        assert all(one.is_sound for one in shares.balances(shares.rows_of(book)).values())
    assert done > 15


def test_the_database_refuses_a_negative_balance_whoever_writes(case):
    from django.db import IntegrityError

    book = opened(case)
    row = book.movements.filter(kind="payment").first()
    row.pk, row.kind, row.shares = None, "refund", 101
    with pytest.raises(IntegrityError, match="a balance of its book"):
        row.save(force_insert=True)


def test_entries_are_of_members_of_that_day(case):
    stranger = officer_of(case.incubator)  # any user is no person of the register
    from tests.factories.people import person

    other = person(case.incubator)
    with calendars.travel(TODAY), pytest.raises(Refused, match="no era integrante ese día"):
        books.open_book(by=stranger, case=case, on=DEED, share_value=VALUE, entries=[Entry(other, 100, 100)])
