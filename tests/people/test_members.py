"""Who belongs to a group: joining, one person once, leaving with why, representing, and the list of any day."""

from datetime import date

import pytest
from django.urls import reverse

from incubator.enums import Role
from incubator.models import Membership, Person
from tests import factories

NEW = {"given_names": "Elena", "surname_1": "Ñancupil", "registered_sex": "F", "since": "2021-06-01"}


def _new(client, group, **said):
    return client.post(reverse("member_new", args=[group.pk]), NEW | said)


@pytest.fixture
def group(place):
    return factories.case_in(members=2).organization


def test_a_new_person_joins_the_group_from_a_day(group, officer, enter):
    answer = _new(enter(officer), group, run="12.345.678-5", phone="9 8765 4321")
    assert answer.status_code == 302
    person = Person.objects.get(given_names="Elena")
    assert (person.run, person.phone) == ("12345678-5", "+56987654321")
    assert person.memberships.get().since == date(2021, 6, 1)


def test_a_wrong_check_digit_is_said_and_nothing_typed_is_lost(group, officer, enter):
    answer = _new(enter(officer), group, run="12.345.678-9", notes="Viene con su hija")
    assert "dígito verificador" in str(answer.context["form"].errors["run"])
    assert "Viene con su hija" in answer.content.decode()


def test_somebody_already_known_is_offered_instead_of_written_twice(group, place, officer, enter):
    known = factories.person(place, "Elena", surname_1="Ñancupil", run="12345678-5")
    client = enter(officer)
    page = _new(client, group, run="12345678-5").content.decode()
    address = reverse("member_add", args=[group.pk, known.pk])
    assert "ya está anotada con ese RUN" in page
    assert address in page
    assert client.post(address, {"since": "2021-06-01", "role": "member"}).status_code == 302
    assert Person.objects.filter(run="12345678-5").count() == 1


def test_the_same_run_with_another_name_asks_to_check_it(group, place, officer, enter):
    factories.person(place, "Ramón", surname_1="Zúñiga", run="12345678-5")
    page = _new(enter(officer), group, run="12345678-5").content.decode()
    assert "El nombre que escribió es distinto" in page


def test_a_person_of_another_municipality_is_never_looked_up(group, officer, enter):
    factories.person(factories.incubator("05502"), "Elena", surname_1="Ñancupil", run="12345678-5")
    assert _new(enter(officer), group, run="12345678-5").status_code == 302


def test_a_person_of_another_municipality_cannot_be_added(group, officer, enter):
    foreign = factories.person(factories.incubator("05502"))
    address = reverse("member_add", args=[group.pk, foreign.pk])
    assert enter(officer).post(address, {"since": "2021-06-01", "role": "member"}).status_code == 404


def test_joining_twice_is_refused_with_a_sentence(group, officer, enter):
    member = group.members_on(date(2021, 6, 1)).first().person
    address = reverse("member_add", args=[group.pk, member.pk])
    answer = enter(officer).post(address, {"since": "2021-06-01", "role": "member"})
    assert "ya es integrante del grupo en esas fechas" in answer.content.decode()


def test_leaving_says_the_last_day_and_why(group, officer, enter):
    row = group.members_on(date(2021, 6, 1)).last()
    address = reverse("member_leave", args=[group.pk, row.pk])
    client = enter(officer)
    assert "reason" in client.post(address, {"last_day": "2021-06-10"}).context["form"].errors
    assert client.post(address, {"last_day": "2021-06-10", "reason": "job"}).status_code == 302
    row.refresh_from_db()
    assert (row.last_day, row.leave_reason) == (date(2021, 6, 10), "job")


def test_who_was_a_member_on_a_day_has_an_answer(group, officer, enter):
    row = group.members_on(date(2021, 6, 1)).last()
    client = enter(officer)
    client.post(reverse("member_leave", args=[group.pk, row.pk]), {"last_day": "2021-06-10", "reason": "job"})
    address = reverse("group_members", args=[group.pk])

    def listed(day):
        return [member["row"].pk for member in client.get(address, {"dia": day}).context["members"]]

    assert row.pk in listed("2021-06-10")
    assert row.pk not in listed("2021-06-11")


def test_another_member_comes_to_represent_the_group(group, officer, enter):
    row = group.members_on(date(2021, 6, 1)).last()
    address = reverse("member_represent", args=[group.pk, row.pk])
    assert enter(officer).post(address, {"since": "2021-06-05"}).status_code == 302
    assert group.representations.in_force(date(2021, 6, 5)).get().membership == row


def test_a_membership_is_reached_through_its_own_group_alone(group, officer, enter):
    other = factories.case_in(members=1).organization
    row = group.members_on(date(2021, 6, 1)).first()
    for name in ("member_leave", "member_represent"):
        assert enter(officer).get(reverse(name, args=[other.pk, row.pk])).status_code == 404


def test_the_list_masks_every_run(group, place, officer, enter):
    factories.member(group, who=factories.person(place, "Elena", run="12345678-5"))
    page = enter(officer).get(reverse("group_members", args=[group.pk])).content.decode()
    assert "678-5" in page
    assert "12.345" not in page
    assert "12345678" not in page


def test_an_adviser_reads_members_and_writes_none(group, enter):
    adviser = factories.user_with(Role.ADVISOR, at=factories.agreement(), groups=[group])
    client = enter(adviser)
    assert client.get(reverse("group_members", args=[group.pk])).status_code == 200
    assert _new(client, group).status_code == 403
    assert Membership.objects.filter(person__given_names="Elena").count() == 0


@pytest.mark.parametrize("count", [0, 40])
def test_the_list_costs_the_same_with_many_members(count, group, officer, enter, django_assert_max_num_queries):
    for _ in range(count):
        factories.member(group)
    client = enter(officer)
    address = reverse("group_members", args=[group.pk])
    client.get(address)
    with django_assert_max_num_queries(18):
        page = client.get(address)
    assert len(page.content) <= 90_000


@pytest.mark.parametrize("day", ["2021-06-16", "2022-01-01"])
def test_nobody_joins_or_leaves_in_the_future(day, group, officer, enter):
    client = enter(officer)
    assert "since" in _new(client, group, since=day).context["form"].errors
    row = group.members_on(date(2021, 6, 1)).last()
    answer = client.post(reverse("member_leave", args=[group.pk, row.pk]), {"last_day": day, "reason": "job"})
    assert "last_day" in answer.context["form"].errors


def test_a_member_of_the_same_name_is_shown_before_writing_another(group, officer, enter):
    client = enter(officer)
    before = group.memberships.count()
    _new(client, group)
    again = _new(client, group, given_names="ELENA")
    assert "¿Ya está anotada en la incubadora?" in again.content.decode()
    assert group.memberships.count() == before + 1
    assert _new(client, group, is_another="on").status_code == 302
    assert _new(client, group, run="11.111.111-1", is_another="").status_code == 200
    assert group.memberships.count() == before + 2
