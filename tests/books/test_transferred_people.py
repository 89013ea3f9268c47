"""Who is who in a book that moved: known there already, there and back, in two cooperatives; and who reads it now."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cases.books import rows as book_rows
from cases.books import seats as seat_rows
from cases.books.people import people_of
from cases.models import Case, PersonCopy
from cases.services import books, transfers
from incubator import calendars
from incubator.enums import Role
from incubator.models import Person
from tests.books import scene
from tests.books.moved import AFTER, copies, moved, register, told
from tests.factories.cases import evidence
from tests.factories.people import coordinator_of, incubator, member, officer_of, person, user_with
from tests.legal.scene import today
from tests.transfers.scene import accepted, two_places

pytestmark = pytest.mark.django_db
PAGES = ("group_books", "book_members", "book_movements", "book_seats")
BACK = date(2021, 9, 29)


@pytest.fixture
def case(db):
    two_places()
    return scene.constituted()


def returned(case):
    """It goes back to Quillota."""
    with calendars.travel(AFTER):
        by = coordinator_of(case.incubator)
        transfer = transfers.request(
            by=by, case=case, on=AFTER, to_incubator=incubator("05501"), reason="La mayoría volvió a Quillota.",
            agreed_on=AFTER, agreement=evidence(by, case.incubator), note="El grupo vuelve.",
        )  # fmt: skip
    accepted(transfer, on=BACK)
    return Case.objects.select_related("organization__incubator", "incubator").get(pk=case.pk)


def test_whom_the_receiver_knew_under_her_run_is_read_by_that_record(case):
    scene.opened(case)
    one = scene.people_of(case)[0]
    Person.objects.filter(pk=one.pk).update(run="12345678-5")
    known = person(incubator("05502"))
    Person.objects.filter(pk=known.pk).update(run="12345678-5")
    case = moved(case)
    row = register(case, AFTER).row_of(known.pk)
    assert (row.number, row.balance.paid, row.name) == (1, 100, known.name)
    assert len(register(case, AFTER).rows) == 6


def test_there_and_back_everybody_holds_once_and_is_read_where_the_group_is(case):
    scene.opened(case)
    one = scene.people_of(case)[0]
    Person.objects.filter(pk=one.pk).update(run="12345678-5")  # known again when she is back; the others are copied
    before = told(case, scene.TODAY)
    case = returned(moved(case))
    with calendars.travel(BACK):
        found = book_rows.register(officer_of(case.incubator), case, BACK)
    assert len(found.rows) == 6
    assert {row.balance.paid for row in found.rows} == {100}
    assert found.row_of(one.pk).person_id == one.pk
    here = {row.who.pk for row in case.organization.members_on(BACK)}
    assert {row.person_id for row in found.rows} == here
    assert set(Person.objects.filter(pk__in=here).values_list("incubator__commune_id", flat=True)) == {"05501"}
    assert told(case, scene.TODAY) == before
    records = people_of(case.organization_id).records(one.pk)
    assert sorted(records) == sorted(
        {one.pk, *PersonCopy.objects.filter(original=one).values_list("copy_id", flat=True)}
    )
    with calendars.travel(BACK):
        by = officer_of(case.incubator)
        made = books.transfer(by=by, case=case, on=BACK, person=one, counterpart=scene.people_of(case, BACK)[1], count=5,
                              agreement="Acta", verified=True)  # fmt: skip
    assert made.shares == 5


def test_two_records_of_the_receiver_that_are_one_person_hold_what_the_former_one_held(case):
    scene.opened(case)
    case = moved(case)
    here = next(iter(copies(case).values()))
    other = person(incubator("05502"))
    Person.objects.filter(pk=here.pk).update(same_as=other)
    row = register(case, AFTER).row_of(other.pk)
    assert (row.person_id, row.balance.paid, row.number) == (other.pk, 100, 1)
    assert len(register(case, AFTER).rows) == 6


def test_the_book_of_another_cooperative_that_stays_is_read_by_the_record_that_stays(case):
    stays = scene.constituted()
    one = scene.people_of(case)[0]
    with calendars.travel(scene.TODAY):
        member(stays.organization, since=scene.DEED, who=one)
    scene.opened(case)
    scene.opened(stays, (100,) * 7)
    scene.seat(case, one, "board", scene.DEED, None)
    scene.seat(stays, one, "board", scene.DEED, None)
    before = told(stays, AFTER)
    case = moved(case)
    assert told(stays, AFTER) == before
    assert one.pk in {row.person_id for row in register(stays, AFTER).rows}
    assert people_of(stays.organization_id).heirs == {}
    with calendars.travel(AFTER):  # R09 answers as before, whichever record each seat is of
        twice = seat_rows.seats(officer_of(case.incubator), case, AFTER).twice
    assert [name for name, _ in twice] == [one.name]


def page(client, user, case, name, on=AFTER):
    client.force_login(user)
    with today(on):
        return client.get(reverse(name, args=[case.organization_id]))


def test_the_sender_reads_no_more_than_before(client, case):
    scene.opened(case)
    sender = officer_of(case.incubator)
    case = moved(case)
    assert [page(client, sender, case, name).status_code for name in PAGES] == [404] * len(PAGES)
    with calendars.travel(AFTER):  # even for whoever asks in Python, no name is told
        rows = book_rows.register(sender, case, AFTER).rows
    assert {row.name for row in rows} == {f"Integrante N.º {number}" for number in range(1, 7)}
    assert {row.run for row in rows} == {""}


def test_the_receiver_reads_the_pages_and_who_reads_no_names_reads_numbers(client, case):
    scene.opened(case)
    scene.seat(case, scene.people_of(case)[0], "board", scene.DEED, None)
    case = moved(case)
    said = " ".join(page(client, officer_of(case.incubator), case, "book_members").content.decode().split())
    assert "$ 600.000" in said
    certifier = user_with(Role.CERTIFYING_OFFICER, at=case.incubator)
    for name in PAGES:
        assert page(client, officer_of(case.incubator), case, name).status_code == 200
        shown = page(client, certifier, case, name).content.decode()
        assert not any(one.name in shown for one in copies(case).values()), name
    assert "Integrante N.º 1" in page(client, certifier, case, "book_movements").content.decode()


def test_the_queries_do_not_grow_with_those_who_moved(client, db):
    counted = []
    two_places()
    for more in (0, 30):
        case = scene.constituted()
        with calendars.travel(scene.TODAY):
            for _ in range(more):
                member(case.organization, since=scene.DEED)
        scene.opened(case, (100,) * (6 + more))
        for one in scene.people_of(case)[: 3 + more // 2]:
            scene.seat(case, one, "board", scene.DEED, None)
        case = moved(case)
        user = officer_of(case.incubator)
        [page(client, user, case, name) for name in PAGES]
        counted.append([_queries(client, user, case, name) for name in PAGES])
    few, many = counted
    assert all(later <= before + 1 for before, later in zip(few, many, strict=True)), counted


def _queries(client, user, case, name):
    with CaptureQueriesContext(connection) as asked:
        assert page(client, user, case, name).status_code == 200
    return len(asked)
