"""A cooperative that moves to another municipality: its book follows its people, and no row of it is rewritten."""

from datetime import date

import pytest
from django.db import IntegrityError

from cases.books import papers
from cases.books import rows as book_rows
from cases.books import seats as seat_rows
from cases.models import MemberRecord, Seat, ShareCertificate, ShareMovement
from cases.services import books
from cases.services.books import Line
from incubator import calendars
from incubator.requirements import Refused
from incubator.services import organizations
from tests.books import scene
from tests.books.moved import AFTER, TAKEN, copies, moved, register, told, write
from tests.factories.people import officer_of
from tests.transfers.scene import two_places

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(db):
    two_places()
    return scene.constituted()


def test_balances_numbers_and_sums_read_as_before(case):
    scene.opened(case, (100, 90, 80, 110, 105, 95), paid=(50, 90, 0, 110, 5, 95), verified=True)
    before, rows = told(case, TAKEN), ShareMovement.objects.count()
    case = moved(case)
    assert told(case, AFTER) == before
    found = register(case, AFTER)
    assert {row.person_id for row in found.rows} == {one.pk for one in copies(case).values()}
    assert [row.number for row in found.members] == [1, 2, 3, 4, 5, 6]
    assert {row.joined_on for row in found.rows} == {row.joined_on for row in before[0]}
    assert ShareMovement.objects.count() == rows
    assert set(ShareMovement.objects.values_list("person__incubator__commune_id", flat=True)) == {"05501"}


def test_a_past_day_reads_as_it_read_then(case):
    scene.opened(case)
    one, two = scene.people_of(case)[:2]
    scene.subscribe(case, (one, 25), on=date(2021, 8, 1), verified=True)
    row = case.organization.memberships.get(person=two)
    with calendars.travel(scene.TODAY):
        organizations.leave(
            by=officer_of(case.incubator), membership=row, until=date(2021, 8, 10), reason="own_decision"
        )
        organizations.join(by=officer_of(case.incubator), person=two, organization=case.organization,
                           since=date(2021, 9, 1))  # fmt: skip
    days = [scene.DEED, date(2021, 7, 31), date(2021, 8, 20), date(2021, 9, 1), scene.TODAY]
    before = {day: (told(case, day), owed(case, day)) for day in days}
    case = moved(case)
    assert {day: (told(case, day), owed(case, day)) for day in days} == before
    assert before[date(2021, 8, 20)][1] == [("2021-08-10", 100)]
    assert owed(case, AFTER) == []


def owed(case, day):
    found = register(case, day)
    return [(row.left_on.isoformat(), row.balance.paid) for row, _ in book_rows.refunds(found, case)]


def test_the_receiver_moves_the_shares_of_its_members(case):
    scene.opened(case, paid=(40, 100, 100, 100, 100, 100))
    case = moved(case)
    one, two = scene.people_of(case, AFTER)[:2]
    write(case, books.pay, lines=[Line(one, 60)])
    write(case, books.transfer, person=two, counterpart=one, count=10, verified=True)
    found = register(case, AFTER)
    assert [found.row_of(person.pk).balance.paid for person in (one, two)] == [110, 90]
    with pytest.raises(Refused, match="tiene 90 cuotas pagadas"):
        write(case, books.transfer, person=two, counterpart=one, count=91, verified=True)
    with pytest.raises(Refused, match="debe 0 cuotas"):
        write(case, books.pay, lines=[Line(one, 1)])
    assert MemberRecord.objects.filter(organization=case.organization, member_no__isnull=False).count() == 6


def test_both_records_of_a_person_are_one_who_cannot_give_to_herself(case):
    scene.opened(case)
    case = moved(case)
    former, here = next(iter(copies(case).items()))
    with pytest.raises(Refused, match="de una persona a otra"):
        write(case, books.transfer, person=former, counterpart=here, count=1)


def test_an_update_of_the_value_follows_all_that_she_paid_and_is_written_here(case):
    scene.opened(case)
    case = moved(case)
    rows = write(case, books.update_value, value=1_100)
    assert {row.person.incubator_id for row in rows} == {case.incubator_id}
    assert [row.amount for row in rows] == [10_000] * 6
    assert {row.balance.capital for row in register(case, AFTER).rows} == {110_000}


def test_a_row_of_before_is_taken_back_on_the_record_it_was_written_on(case):
    scene.opened(case)
    scene.subscribe(case, (scene.people_of(case)[0], 25), on=date(2021, 8, 1), verified=True)
    taken = ShareMovement.objects.get(shares=25)
    case = moved(case)
    with calendars.travel(AFTER):
        made = books.void_movement(by=officer_of(case.incubator), movement=taken, on=AFTER, reason="Repetido")
    assert made.person_id == taken.person_id
    assert [register(case, day).totals.shares for day in (TAKEN, AFTER)] == [625, 600]


def test_who_leaves_after_the_move_is_owed_what_she_paid_before_it(case):
    scene.opened(case)
    case = moved(case)
    one = scene.people_of(case, AFTER)[0]
    row = case.organization.memberships.get(person=one)
    with calendars.travel(AFTER):
        organizations.leave(
            by=officer_of(case.incubator), membership=row, until=date(2021, 9, 25), reason="own_decision"
        )
    assert owed(case, AFTER) == [("2021-09-25", 100)]
    write(case, books.refund, person=one, count=100)
    assert owed(case, AFTER) == []
    assert register(case, AFTER).row_of(one.pk).balance.refunded == 100_000


def test_the_database_counts_her_once_and_refuses_what_neither_record_covers(case):
    book = scene.opened(case)
    case = moved(case)
    former, here = next(iter(copies(case).items()))
    row = book.movements.filter(kind="payment", person=former).get()
    row.pk, row.kind, row.person, row.happened_on = None, "refund", here, AFTER
    row.save(force_insert=True)  # of the copy, whose own rows are none: covered by what she paid before
    row.pk, row.person, row.shares, row.amount = None, former, 1, 1_000
    with pytest.raises(IntegrityError, match="a balance of its book would be -1 of -1"):
        row.save(force_insert=True)


def test_certificates_of_before_still_cover_her_shares(case):
    scene.opened(case)
    one = scene.people_of(case)[0]
    with calendars.travel(scene.TODAY):
        books.issue_certificate(by=officer_of(case.incubator), case=case, on=scene.TODAY, person=one, count=90)
    case = moved(case)
    here, other = copies(case)[one], scene.people_of(case, AFTER)[1]
    with pytest.raises(Refused, match="tiene 10 cuotas pagadas sin título"):
        write(case, books.issue_certificate, person=here, count=11)
    with pytest.raises(Refused, match=r"títulos vigentes \(N\.º 1\)"):
        write(case, books.transfer, person=here, counterpart=other, count=20)
    assert write(case, books.issue_certificate, person=here, count=10).number == 2
    first = ShareCertificate.objects.get(number=1)
    with calendars.travel(AFTER):
        books.cancel_certificate(by=officer_of(case.incubator), certificate=first, on=AFTER, reason="Se traspasa")
    assert write(case, books.transfer, person=here, counterpart=other, count=20, verified=True)


def seats(case, day=AFTER):
    with calendars.travel(AFTER):
        return seat_rows.seats(officer_of(case.incubator), case, day)


def test_seats_read_by_the_record_of_the_receiver_and_go_on_in_it(case):
    term, six = date(2023, 6, 25), scene.people_of(case)
    for person in six[:3]:
        scene.seat(case, person, "vigilance", scene.DEED, term)
    former = scene.seat(case, six[3], "board", scene.DEED, term)
    before = [[(seat.body, seat.shown, seat.since, seat.until) for seat in seats(case, day).now]
              for day in (scene.DEED, TAKEN)]  # fmt: skip
    case = moved(case)
    assert [[(seat.body, seat.shown, seat.since, seat.until) for seat in seats(case, day).now]
            for day in (scene.DEED, TAKEN)] == before  # fmt: skip
    assert {seat.person.incubator_id for seat in seats(case).now} == {case.incubator_id}
    here = copies(case)
    write_seat(case, here[six[4]], "vigilance", term)  # the three of before are members: nobody is from outside
    write_seat(case, here[six[3]], "board", date(2023, 9, 27))
    former.refresh_from_db()
    assert (former.until, former.end_reason) == (AFTER, "replaced")
    assert Seat.objects.in_force(AFTER).filter(body="board").get().person == here[six[3]]


def write_seat(case, person, body, until):
    with calendars.travel(AFTER):
        return books.take_seat(by=officer_of(case.incubator), case=case, person=person, body=body, office="member",
                               since=AFTER, until=until)  # fmt: skip


def test_the_register_on_paper_and_the_workbook_say_what_they_said(case):
    scene.opened(case)
    MemberRecord.objects.filter(organization=case.organization).update(occupation="Tejedora", address="Calle Uno 1")
    with calendars.travel(AFTER):
        before = papers.facts(case, on=TAKEN, user=officer_of(case.incubator)).members
    case = moved(case)
    with calendars.travel(AFTER):
        after = papers.facts(case, on=TAKEN, user=officer_of(case.incubator)).members
    assert after == before
    assert {row.number for row in after} == {1, 2, 3, 4, 5, 6}
    assert {row.occupation for row in after} == {"Tejedora"}
    found = register(case, AFTER)
    assert {row.holder for row in found.movements} == {row.person_id for row in found.rows}
