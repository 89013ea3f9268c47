"""The screens and the day's list of a book that moved: certificates, names of the movements, shares to give back."""

from datetime import date

import pytest
from django.urls import reverse

from cases.formalization.papers import Desk
from cases.formalization.reading import file_of
from cases.founding.reading import facts_of
from cases.models import ShareCertificate
from cases.services import books
from incubator import calendars, causes
from incubator.services import organizations
from tests.books import scene
from tests.books.moved import AFTER, copies, moved, write
from tests.factories.people import officer_of
from tests.legal.scene import today
from tests.transfers.scene import two_places

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(db):
    two_places()
    return scene.constituted()


def test_the_page_of_a_member_shows_the_certificates_of_before(client, case):
    scene.opened(case)
    one = scene.people_of(case)[0]
    with calendars.travel(scene.TODAY):
        books.issue_certificate(by=officer_of(case.incubator), case=case, on=scene.TODAY, person=one, count=60)
    case = moved(case)
    here = copies(case)[one]
    client.force_login(officer_of(case.incubator))
    with today(AFTER):
        for pk in (one.pk, here.pk):
            answer = client.get(reverse("book_member", args=[case.organization_id, pk]))
            assert list(answer.context["certificates"]) == list(ShareCertificate.objects.all())
        desk = Desk(case, facts_of(file_of(case), AFTER), AFTER)
        assert list(desk.certificates) == [here.pk]


def test_the_movements_name_who_moved_as_the_receiver_does(client, case):
    scene.opened(case)
    case = moved(case)
    here = scene.people_of(case, AFTER)[0]
    type(here).objects.filter(pk=here.pk).update(given_names="Corregida Allá")
    client.force_login(officer_of(case.incubator))
    with today(AFTER):
        rows = client.get(reverse("book_movements", args=[case.organization_id])).context["page"].object_list
    assert sum("Corregida Allá" in row.from_name for row in rows) == 2


def test_my_day_tells_the_receiver_of_shares_to_give_back_after_the_move(case):
    scene.opened(case)
    case = moved(case)
    user, one = officer_of(case.incubator), scene.people_of(case, AFTER)[0]

    def owed():
        with today(AFTER):
            return "refund_due" in {task.key.split(":")[0] for task in causes.tasks(user, AFTER)}

    assert not owed()
    row = case.organization.memberships.get(person=one)
    with calendars.travel(AFTER):
        organizations.leave(by=user, membership=row, until=date(2021, 9, 25), reason="own_decision")
    assert owed()
    write(case, books.refund, person=one, count=100)
    assert not owed()
