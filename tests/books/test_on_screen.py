"""The pages of the books, wide and on a phone: they fit, and axe has nothing to say."""

from datetime import date

import pytest
from django.urls import reverse

from cases.services import books
from incubator import calendars
from incubator.services import organizations
from tests.books.scene import DEED, TODAY, constituted, opened, pay, people_of, seat
from tests.factories.people import coordinator_of, officer_of
from tests.legal.scene import today
from tests.support.browser import DESKTOP, PHONE

pytestmark = pytest.mark.django_db(transaction=True)


def test_every_page_of_the_books_fits_and_is_accessible(open_page, sign_in, axe, fits, picture):
    case, bare = constituted(), constituted()
    opened(case, paid=(100, 100, 100, 100, 100, 60))
    one, two, three, four, _five, six = people_of(case)
    user = officer_of(case.incubator)
    coordinator_of(case.incubator)
    pay(case, (six, 10))
    with calendars.travel(TODAY):
        books.issue_certificate(by=user, case=case, on=TODAY, person=one, count=40)
        leaver = case.organization.memberships.get(person=two)
        organizations.leave(by=user, membership=leaver, until=date(2021, 9, 1), reason="own_decision")
    seat(case, one, "sole_manager", DEED, date(2021, 10, 10), office="head")
    held = seat(case, three, "inspector", DEED, date(2021, 12, 1), office="head")
    seat(case, four, "inspector", DEED, date(2023, 6, 25), office="head", alternate=True)
    group = case.organization_id

    def page(name, *args, query=""):
        return reverse(name, args=[group, *args]) + query

    pages = [
        ("resumen", page("group_books")),
        ("por-abrir", reverse("group_books", args=[bare.organization_id])),
        ("abrir", reverse("book_open", args=[bare.organization_id])),
        ("integrantes", page("book_members")),
        ("integrantes-ese-dia", page("book_members", query="?dia=2021-08-15")),
        ("integrante", page("book_member", one.pk)),
        ("movimientos", page("book_movements")),
        ("pagos", page("book_entries", query="?tipo=pago")),
        ("suscribir", page("book_entries")),
        ("traspaso", page("book_transfer")),
        ("devolucion", page("book_refund")),
        ("reajuste", page("book_value")),
        ("cargos", page("book_seats")),
        ("cargo-nuevo", page("seat_new")),
        ("cargo-termina", page("seat_end", held.pk)),
        ("cuentas", "/reglas/capital/?tipo=servicios&integrantes=6&cuotas=626&mias=126"),
        ("reservas", "/reglas/capital/?tipo_reserva=servicios&remanente=1000000"),
    ]
    with today(TODAY):
        for width in (DESKTOP, PHONE):
            opened_page = open_page(width)
            sign_in(opened_page, user)
            for name, address in pages:
                assert opened_page.goto(address).status == 200, address
                fits(opened_page)
                picture(opened_page, f"libros-{name}-{width}")
                axe(opened_page)
