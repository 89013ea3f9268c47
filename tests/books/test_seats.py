"""Seats: taken, accepted, ended, elected again; what the law says of the bodies; how they were on a day."""

from datetime import date

import pytest

from cases.books import seats as seat_rows
from cases.books.kinds import SeatEnd
from cases.law.answers import Outcome
from cases.models import Seat
from cases.services import books
from incubator import calendars
from incubator.models import Person
from incubator.requirements import Refused
from tests.books.scene import DEED, TODAY, constituted, people_of, proof, seat
from tests.factories.people import member, officer_of, person

pytestmark = pytest.mark.django_db

TERM = date(2021, 10, 1)


@pytest.fixture
def case(db):
    return constituted()


def on_day(case, day=TODAY):
    with calendars.travel(TODAY):
        return seat_rows.seats(officer_of(case.incubator), case, day)


def test_six_members_are_well_with_a_sole_manager_and_two_inspectors(case):
    one, two, three = people_of(case)[:3]
    assert on_day(case).needed.outcome == Outcome.NOT_MET
    seat(case, one, "sole_manager", DEED, TERM, office="head")
    seat(case, two, "inspector", DEED, TERM, office="head")
    assert on_day(case).needed.outcome == Outcome.NOT_MET
    seat(case, three, "inspector", DEED, TERM, office="head", alternate=True)
    assert on_day(case).needed.outcome == Outcome.MET


def test_a_seat_holds_until_its_term_and_the_page_of_a_day_says_so(case):
    one = people_of(case)[0]
    seat(case, one, "manager", DEED, TERM, office="head")
    assert [row.person_id for row in on_day(case).now] == [one.pk]
    assert [row.days_left for row in on_day(case).ending] == [16]
    assert on_day(case, TERM).now == []
    assert on_day(case, date(2021, 6, 24)).past == []


def test_elected_again_the_former_seat_ends_when_the_new_one_begins(case):
    one = people_of(case)[0]
    former = seat(case, one, "board", DEED, date(2023, 6, 25))
    again = seat(case, one, "board", date(2021, 9, 1), date(2023, 9, 1))
    former.refresh_from_db()
    assert (former.until, former.end_reason) == (again.since, SeatEnd.REPLACED)


def test_resigning_asks_for_the_letter_and_ends_the_seat_that_day(case):
    held = seat(case, people_of(case)[0], "board", DEED, date(2023, 6, 25))
    by = officer_of(case.incubator)
    with calendars.travel(TODAY):
        with pytest.raises(Refused, match="Adjunte la renuncia"):
            books.end_seat(by=by, seat=held, on=TODAY, reason=SeatEnd.RESIGNED)
        books.end_seat(by=by, seat=held, on=TODAY, reason=SeatEnd.RESIGNED, evidence=proof(case))
        with pytest.raises(Refused, match="ya terminó"):
            books.end_seat(by=by, seat=held, on=TODAY, reason=SeatEnd.DIED)
    assert on_day(case).now == []
    assert on_day(case, date(2021, 9, 14)).now == [held]


def test_a_seat_by_mistake_stays_crossed_out(case):
    held = seat(case, people_of(case)[0], "board", DEED, None)
    with calendars.travel(TODAY):
        books.void_seat(by=officer_of(case.incubator), seat=held, on=TODAY, reason="Era otra persona")
    assert on_day(case).now == []
    assert Seat.objects.get().void_reason == "Era otra persona"


def test_accepting_has_its_day_once(case):
    held = seat(case, people_of(case)[0], "board", DEED, None)
    by = officer_of(case.incubator)
    with calendars.travel(TODAY):
        books.accept_seat(by=by, seat=held, on=TODAY)
        with pytest.raises(Refused, match="ya se aceptó"):
            books.accept_seat(by=by, seat=held, on=TODAY)


# R06 (DFL 5, art. 28): five at most, two from outside at most.
def test_the_board_of_vigilance_takes_two_outsiders_and_no_third(case):
    outsiders = [person(case.incubator) for _ in range(3)]
    for one in outsiders[:2]:
        seat(case, one, "vigilance", DEED, TERM)
    with pytest.raises(Refused, match=r"de fuera, 3 de 2.*art\. 28"):
        seat(case, outsiders[2], "vigilance", DEED, TERM)


def test_the_board_of_vigilance_takes_five_and_no_sixth(case):
    six = people_of(case)
    for one in six[:5]:
        seat(case, one, "vigilance", DEED, TERM)
    with pytest.raises(Refused, match="6 personas de 5"):
        seat(case, six[5], "vigilance", DEED, TERM)


def test_there_is_one_inspector_at_a_time(case):
    one, two = people_of(case)[:2]
    seat(case, one, "inspector", DEED, TERM)
    with pytest.raises(Refused, match="Ya hay inspector"):
        seat(case, two, "inspector", DEED, TERM)
    assert seat(case, two, "inspector", TERM, None)


def test_nobody_under_age_directs(case):
    young = people_of(case)[0]
    Person.objects.filter(pk=young.pk).update(birth_date=date(2003, 6, 26))  # 18 the day after the deed
    young = Person.objects.get(pk=young.pk)
    with pytest.raises(Refused, match="18 años"):
        seat(case, young, "board", DEED, TERM)
    assert seat(case, young, "board", date(2021, 6, 26), TERM)


# R08 (DFL 5, art. 24): an indicator, which blocks nothing.
def test_the_gender_mirror_is_an_indicator(case):
    six = people_of(case)
    for one in six:
        Person.objects.filter(pk=one.pk).update(registered_sex="F" if one in six[:4] else "M")
    for one in (six[4], six[5], six[0]):
        seat(case, one, "board", DEED, TERM)
    ((body, answer),) = on_day(case).mirror
    assert body == "Consejo de administración"
    assert answer.outcome == Outcome.WARNING
    assert answer.figures["short"] == {"mujeres": 1}


# R09 (DFL 5, art. 14): one directive post among cooperatives of the same purpose.
def test_directing_two_cooperatives_of_one_purpose_is_warned(case):
    other = constituted()
    one = people_of(case)[0]
    seat(case, one, "board", DEED, TERM)
    assert on_day(case).twice == []
    with calendars.travel(TODAY):
        member(other.organization, since=DEED, who=one)
    seat(other, one, "board", DEED, TERM)
    assert [name for name, _ in on_day(case).twice] == [one.name]
