"""The pages of the books: who reads them, who writes, what they show, how few queries they ask, what is downloaded."""

import io
from datetime import date

import openpyxl
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cases.models import ShareBook, ShareMovement
from incubator import causes
from incubator.enums import Role
from incubator.models import Person
from incubator.services import organizations
from tests.books.scene import DEED, TODAY, constituted, opened, pay, people_of, seat, subscribe
from tests.factories.people import coordinator_of, member, officer_of, user_with
from tests.legal.scene import six, today

pytestmark = pytest.mark.django_db
PAGES = ("group_books", "book_members", "book_movements", "book_seats")


@pytest.fixture
def case(db):
    return constituted()


def ask(client, case, name, user=None, *args, on=TODAY, data=None, post=None):
    client.force_login(user or officer_of(case.incubator))
    address = reverse(name, args=[case.organization_id, *args])
    with today(on):
        return client.get(address, data) if post is None else client.post(address, post)


def text(answer):
    return " ".join(answer.content.decode().split())


def test_only_a_cooperative_has_the_tab(client, case):
    tab = f'href="{reverse("group_books", args=[case.organization_id])}"'
    assert tab in text(ask(client, case, "group_detail"))
    bare = six()
    assert reverse("group_books", args=[bare.organization_id]) not in text(ask(client, bare, "group_detail"))
    assert "Todavía no hay libros" in text(ask(client, bare, "group_books"))


def test_the_book_opens_from_the_page_and_the_register_shows_it(client, case):
    assert "El libro de cuotas no está abierto" in text(ask(client, case, "group_books"))
    post = {"on": DEED.isoformat(), "share_value": "1.000"}
    for number, person in enumerate(people_of(case), 1):
        post |= {f"number_{person.pk}": number, f"subscribed_{person.pk}": 100, f"paid_{person.pk}": 100}
    answer = ask(client, case, "book_open", post=post)
    assert answer.status_code == 302, text(answer)
    said = text(ask(client, case, "book_members"))
    assert "$ 600.000" in said
    assert people_of(case)[0].name in said
    assert "Sin registro" not in said


def test_a_run_is_masked_in_lists(client, case):
    opened(case)
    one = people_of(case)[0]
    Person.objects.filter(pk=one.pk).update(run="12345678-5")
    assert "12.345.678" not in text(ask(client, case, "book_members"))


def test_payments_are_written_from_the_page_and_a_refusal_keeps_what_was_typed(client, case):
    opened(case, paid=(0,) * 6)
    one = people_of(case)[0]
    post = {"on": TODAY.isoformat(), "agreement": "Recibo 1", f"shares_{one.pk}": 101, f"pesos_{one.pk}": ""}
    address = f"{reverse('book_entries', args=[case.organization_id])}?tipo=pago"
    client.force_login(officer_of(case.incubator))
    with today(TODAY):
        answer = client.post(address, post)
        assert "debe 100 cuotas" in text(answer)
        assert 'value="Recibo 1"' in text(answer)
        assert client.post(address, post | {f"shares_{one.pk}": 40}).status_code == 302
    assert ShareMovement.objects.filter(kind="payment", shares=40).count() == 1


def test_as_of_a_day_the_register_says_who_was_there(client, case):
    opened(case)
    late = member(case.organization, since=date(2021, 8, 1))
    leaver = case.organization.memberships.filter(person=people_of(case)[0]).get()
    organizations.leave(
        by=officer_of(case.incubator), membership=leaver, until=date(2021, 8, 10), reason="own_decision"
    )
    before = text(ask(client, case, "book_members", data={"dia": "2021-07-31"}))
    assert late.person.name not in before
    assert "Salió" not in before
    after = text(ask(client, case, "book_members"))
    assert late.person.name in after
    assert "Salió: 09-08-2021" in after
    assert "Cuotas por devolver" in text(ask(client, case, "group_books"))


def test_who_has_no_right_to_names_reads_numbers(client, case):
    opened(case)
    certifier = user_with(Role.CERTIFYING_OFFICER, at=case.incubator)
    for name in PAGES:
        said = text(ask(client, case, name, certifier))
        assert not any(person.name in said for person in people_of(case)), name
    assert "Integrante N.º 1" in text(ask(client, case, "book_members", certifier))
    assert ask(client, case, "book_entries", certifier).status_code == 403
    assert ask(client, case, "book_workbook", certifier).status_code == 403


def test_the_queries_do_not_grow_with_the_members(client, case):
    opened(case)
    seat(case, people_of(case)[0], "board", DEED, None)
    asked = {}
    for name in PAGES:
        ask(client, case, name)  # what is read once a process
        with CaptureQueriesContext(connection) as few:
            ask(client, case, name)
        asked[name] = len(few)
    new = [member(case.organization, since=date(2021, 7, 1)).person for _ in range(54)]
    subscribe(case, *((person, 100) for person in new), verified=True)
    pay(case, *((person, 50) for person in new))
    for person in new[:20]:
        seat(case, person, "board", DEED, None)
    ask(client, case, "group_books")  # the menu's badge is counted again after a write
    for name in PAGES:
        with CaptureQueriesContext(connection) as many:
            assert ask(client, case, name).status_code == 200
        assert len(many) <= asked[name] + 1, (name, asked[name], len(many))


def test_the_screen_equals_a_plain_recount(client, case):
    opened(case, (100, 90, 80, 110, 105, 95), paid=(50, 90, 0, 110, 5, 95), verified=True)
    with connection.cursor() as cursor:
        cursor.execute("select sum(amount) from cases_sharemovement where kind = 'payment'")
        (paid,) = cursor.fetchone()
    assert f"$ {int(paid):,}".replace(",", ".") in text(ask(client, case, "book_members"))


def test_the_workbook_opens_with_five_sheets_and_the_balances(client, case):
    opened(case)
    seat(case, people_of(case)[0], "board", DEED, date(2023, 6, 25))
    user = officer_of(case.incubator)
    again = ask(client, case, "book_workbook", user)
    assert again.status_code == 302
    assert "reauthenticate" in again.url
    content = _confirmed(client, case, "book_workbook", user)
    book = openpyxl.load_workbook(io.BytesIO(content))
    assert book.sheetnames == ["Léeme", "Integrantes", "Cuotas", "Movimientos", "Cargos", "Juntas"]
    rows = list(book["Cuotas"].iter_rows(min_row=2, values_only=True))
    assert [row[2:6] for row in rows] == [(100, 100, 100_000, 100_000)] * 6
    assert len(list(book["Movimientos"].iter_rows(min_row=2))) == 12
    assert next(row[4] for row in book["Cargos"].iter_rows(min_row=2, values_only=True)).date() == DEED


def _confirmed(client, case, name, user):
    """The bytes of a download, once the user proved again who they are."""
    user.set_password("una clave larga")
    user.save()
    client.force_login(user)
    with today(TODAY):
        client.post(reverse("account_reauthenticate"), {"password": "una clave larga"})
        answer = client.get(reverse(name, args=[case.organization_id]))
    assert answer.status_code == 200, (answer.status_code, answer.headers.get("Location"))
    return answer.content


def test_a_movement_is_taken_back_from_the_page_with_its_reason(client, case):
    opened(case)
    row = ShareMovement.objects.filter(kind="payment").first()
    assert ask(client, case, "book_movement_void", None, row.pk, post={"reason": "Recibo repetido"}).status_code == 302
    assert "Recibo repetido" in text(ask(client, case, "book_movements"))
    assert ShareMovement.objects.get(voids=row).happened_on == TODAY


def test_my_day_tells_what_the_books_wait_for(client, case):
    coordinator_of(case.incubator)
    user = officer_of(case.incubator)

    def told(on=TODAY):
        with today(on):
            return {task.key.split(":")[0]: task for task in causes.tasks(user, on)}

    assert "book_unopened" in told()
    opened(case)
    seat(case, people_of(case)[0], "board", DEED, date(2021, 12, 1))
    assert "book_unopened" not in told()
    assert told()["seat_ends"].tone == "info"
    assert told(date(2021, 10, 10))["seat_ends"].tone == "waits"
    assert told(date(2021, 11, 10))["seat_ends"].tone == "urgent"
    leaver = case.organization.memberships.filter(person=people_of(case)[0]).get()
    organizations.leave(by=user, membership=leaver, until=date(2021, 9, 10), reason="own_decision")
    assert "refund_due" in told()


def test_the_book_is_one_for_the_cooperative(case):
    opened(case)
    assert ShareBook.objects.get().organization_id == case.organization_id


def test_the_public_sums_show_their_steps(client, db):
    said = text(client.get("/reglas/capital/", {"tipo": "servicios", "integrantes": 5, "cuotas": 500, "mias": 100}))
    assert "100 de 500" in said
    assert "Cumple" in said
    said = text(client.get("/reglas/capital/", {"tipo": "servicios", "integrantes": 6, "cuotas": 626, "mias": 126}))
    assert "No cumple" in said
    assert "600 o 700" in said
    said = text(client.get("/reglas/capital/", {"tipo_reserva": "servicios", "remanente": 1000000, "perdidas": ""}))
    assert "18 % de $ 1.000.000 = $ 180.000" in said
    assert "2 % de $ 1.000.000 = $ 20.000" in said
    assert "$ 800.000" in said
