"""The same person in two municipalities of one agreement: told by a keyed mark, to both coordinators, naming nobody."""

from datetime import date

import pytest
from django.urls import reverse

from incubator.models import DuplicateNotice, Person
from incubator.requirements import Refused
from incubator.same_person import unique_across
from incubator.services import organizations, people, same_person
from tests import factories

TODAY = date(2021, 6, 15)
RUN = "12345678-5"


@pytest.fixture
def both(place):
    """The same RUN in a group of each of two incubators of the agreement."""
    found = []
    for home, name in ((place, "Rosario"), (factories.incubator("05502"), "Charito")):
        group = factories.group_with(1, at=home)
        by = factories.people.officer_of(home)
        person = people.create(by=by, incubator=home, on=TODAY, given_names=name, surname_1="Quilodrán", run=RUN)
        organizations.join(by=by, organization=group, person=person, since=TODAY)
        found.append(person)
    return found


def test_the_mark_is_keyed_and_the_same_in_both(both, settings):
    one, two = both
    assert one.run_mark == two.run_mark
    assert RUN not in one.run_mark
    settings.MINGA_FIELD_KEYS = ["otra", *settings.MINGA_FIELD_KEYS]
    assert same_person.mark_runs() == 2
    one.refresh_from_db()
    assert one.run_mark != two.run_mark


def test_one_notice_for_both_and_only_once(both):
    assert same_person.find_notices(TODAY) == 1
    assert same_person.find_notices(TODAY) == 0
    notice = DuplicateNotice.objects.get()
    assert {notice.first_id, notice.second_id} == {person.incubator_id for person in both}


def test_nothing_is_told_of_who_is_in_no_group(both):
    both[1].memberships.update(annulled_at="2021-06-15T12:00Z")
    assert same_person.find_notices(TODAY) == 0


def test_each_coordinator_sees_her_own_person_and_never_the_other(both, coordinator, enter):
    same_person.find_notices(TODAY)
    page = enter(coordinator).get(reverse("duplicate_notice", args=[DuplicateNotice.objects.get().pk]))
    assert "Rosario" in page.content.decode()
    assert "Charito" not in page.content.decode()
    assert RUN not in page.content.decode()


def test_an_officer_does_not_open_it(both, officer, enter):
    same_person.find_notices(TODAY)
    assert enter(officer).get(reverse("duplicate_notices")).status_code == 403


@pytest.mark.parametrize("note", ["Es Rosario", "RUN 12.345.678", "llamar al 9 8765 4321", "a@b.cl"])
def test_the_note_carries_nobodys_data(note, both, coordinator, place):
    same_person.find_notices(TODAY)
    notice = DuplicateNotice.objects.get()
    with pytest.raises(Refused, match="no escriba nombres"):
        same_person.talk(by=coordinator, notice=notice, incubator=place, on=TODAY, note=note)
    same_person.talk(by=coordinator, notice=notice, incubator=place, on=TODAY, note="Se queda con nosotros")


def test_an_agreement_counts_her_once(both):
    homes = {person.incubator_id for person in both}
    assert unique_across(homes) == Person.objects.filter(incubator__in=homes).count() - 1
