"""Who leaves: her shares go back in the order and up to the sums of the law, certificates go first, two at once."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier

import pytest
from django.db import connection

from cases.books import rows as book_rows
from cases.books import shares
from cases.models import ShareBook, ShareCertificate
from cases.services import books
from incubator import calendars
from incubator.requirements import Refused
from incubator.services import organizations
from tests.books.scene import TODAY, constituted, opened, people_of, subscribe, write
from tests.factories.people import officer_of


@pytest.fixture
def case(db):
    return constituted()


def leave(case, person, until, reason="own_decision"):
    row = case.organization.memberships.get(person=person)
    with calendars.travel(TODAY):
        organizations.leave(by=officer_of(case.incubator), membership=row, until=until, reason=reason)


def capital(case, person):
    book = ShareBook.objects.get(organization=case.organization)
    return shares.balances(shares.rows_of(book))[person.pk].capital


# R28 (DFL 5, art. 19)
def test_shares_go_back_in_order_and_up_to_the_new_contributions(case):
    opened(case)  # 600.000 paid this year: the new contributions
    one, two = people_of(case)[:2]
    with pytest.raises(Refused, match="sigue como integrante"):
        write(case, books.refund, person=one, count=100)
    leave(case, two, date(2021, 8, 1))
    leave(case, one, date(2021, 8, 10))
    with calendars.travel(TODAY):
        register = book_rows.register(officer_of(case.incubator), case, TODAY)
        order = [(row.person_id, answer.figures["payable"]) for row, answer in book_rows.refunds(register, case)]
    assert order == [(two.pk, 100_000), (one.pk, 100_000)]
    write(case, books.refund, person=two, count=100)
    assert capital(case, two) == 0
    with calendars.travel(TODAY):
        row = book_rows.register(officer_of(case.incubator), case, TODAY).row_of(two.pk)
    assert row.balance.refunded == 100_000


def test_without_new_contributions_only_kinder_statutes_pay_now(case):
    opened(case)
    one = people_of(case)[0]
    leave(case, one, date(2021, 8, 1))
    later = date(2022, 2, 1)
    by = officer_of(case.incubator)
    values = {"by": by, "case": case, "on": later, "person": one, "count": 100, "agreement": "Acta N.º 9"}
    with calendars.travel(later):
        with pytest.raises(Refused, match=r"se devuelven \$ 0 de \$ 100.000.*art\. 19"):
            books.refund(**values)
        assert books.refund(**values, verified=True).amount == 100_000


def test_the_excluded_has_six_months(case):
    opened(case)
    one = people_of(case)[0]
    leave(case, one, date(2021, 8, 31), reason="group_decision")
    with calendars.travel(TODAY):
        register = book_rows.register(officer_of(case.incubator), case, TODAY)
        ((_, answer),) = book_rows.refunds(register, case)
    assert answer.figures["due_on"] == date(2022, 2, 28)


def test_a_certificate_is_numbered_and_goes_before_its_shares_move(case):
    opened(case)
    one, two = people_of(case)[:2]
    by = officer_of(case.incubator)
    with calendars.travel(TODAY):
        first = books.issue_certificate(by=by, case=case, on=TODAY, person=one, count=60)
        assert books.issue_certificate(by=by, case=case, on=TODAY, person=two, count=100).number == 2
        with pytest.raises(Refused, match="40 cuotas pagadas sin título"):
            books.issue_certificate(by=by, case=case, on=TODAY, person=one, count=41)
    with pytest.raises(Refused, match=r"títulos vigentes \(N\.º 1\)"):
        write(case, books.transfer, person=one, counterpart=people_of(case)[2], count=41, verified=True)
    with calendars.travel(TODAY):
        with pytest.raises(Refused, match="por qué"):
            books.cancel_certificate(by=by, certificate=first, on=TODAY, reason=" ")
        books.cancel_certificate(by=by, certificate=first, on=TODAY, reason="Traspaso")
    write(case, books.transfer, person=one, counterpart=people_of(case)[2], count=20)
    assert ShareCertificate.objects.count() == 2


@pytest.mark.django_db(transaction=True)
def test_two_people_at_once_do_not_pass_the_cap_together():
    case = constituted()
    opened(case)
    one = people_of(case)[0]
    together = Barrier(2)

    def take(count):
        try:
            together.wait(10)
            subscribe(case, (one, count), verified=True)
        except Refused as refused:
            return str(refused)
        finally:
            connection.close()
        return ""

    with calendars.travel(TODAY), ThreadPoolExecutor(2) as pool:
        said = sorted(pool.map(take, [25, 25]))  # each alone: 125 of 625; both: 150 of 650
    assert said[0] == ""
    assert "150 de 650" in said[1]
    book = ShareBook.objects.get()
    assert shares.balances(shares.rows_of(book))[one.pk].shares == 125
