"""A merge of persons: two people, one column, thirty days; everything counts the survivor once and nothing moves."""

from datetime import date, time, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse

from cases.rules.business import trained_members
from cases.services import sessions
from curricula.models import Enrollment
from incubator.models import Attendance, Membership, Person, PersonMerge
from incubator.requirements import Refused
from incubator.same_person import canonical, records
from incubator.services import organizations, people, same_person
from tests import factories

TODAY = date(2021, 6, 15)


def _people(place, **second):
    return (
        factories.person(place, "María", surname_1="Quilodrán", run="12345678-5"),
        factories.person(place, "Maria", surname_1="Quilodran", **second),
    )


def test_one_proposes_and_another_executes(place, officer, coordinator):
    kept, other = _people(place)
    merge = same_person.propose(by=officer, kept=kept, redirected=other, reason="Es ella", on=TODAY)
    with pytest.raises(Refused, match="otra persona que quien lo propuso"):
        same_person.execute(by=officer, merge=merge, on=TODAY)
    same_person.execute(by=coordinator, merge=merge, on=TODAY)
    other.refresh_from_db()
    assert other.same_as == kept
    assert canonical([kept.pk, other.pk]) == {kept.pk: kept.pk, other.pk: kept.pk}
    assert records([other.pk]) == {kept.pk: [kept.pk, other.pk]}


@pytest.mark.parametrize(
    ("second", "sentence"),
    [
        ({"run": "11111111-1"}, "RUN distintos"),
        ({"annulled_at": "2021-06-01T12:00Z"}, "se anuló"),
    ],
)
def test_what_cannot_be_joined_says_why(second, sentence, place, officer):
    kept, other = _people(place, **second)
    with pytest.raises(Refused, match=sentence):
        same_person.propose(by=officer, kept=kept, redirected=other, reason="Es ella", on=TODAY)


def test_the_record_with_the_run_is_the_one_that_stays(place, officer):
    with_run, without = _people(place)
    with pytest.raises(Refused, match="Debe quedar el registro que tiene RUN"):
        same_person.propose(by=officer, kept=without, redirected=with_run, reason="Es ella", on=TODAY)


def test_a_person_of_another_municipality_is_never_joined(place, officer):
    kept, _ = _people(place)
    foreign = factories.person(factories.incubator("05502"))
    with pytest.raises(Exception, match="Su cargo no permite"):
        same_person.propose(by=officer, kept=kept, redirected=foreign, reason="Es ella", on=TODAY)


def test_members_are_counted_and_shown_once_and_no_row_moves(twice, join, officer, enter):
    group, kept, other = twice
    rows = list(Membership.objects.order_by("pk").values_list("pk", "person_id"))
    assert group.members_on(TODAY).count() == 6
    join(kept, other)
    assert group.members_on(TODAY).count() == 5
    assert [row.who.pk for row in group.members_on(TODAY)].count(kept.pk) == 1
    assert list(Membership.objects.order_by("pk").values_list("pk", "person_id")) == rows


def test_whoever_is_in_by_one_record_does_not_join_by_the_other(twice, join, officer):
    group, kept, other = twice
    organizations.leave(by=officer, membership=group.memberships.get(person=kept), until=TODAY, reason="job")
    join(kept, other)
    with pytest.raises(ValidationError, match="ya es integrante"):
        organizations.join(by=officer, organization=group, person=kept, since=TODAY)


def test_leaving_ends_every_record_of_hers(twice, join, officer):
    group, kept, other = twice
    join(kept, other)
    organizations.leave(by=officer, membership=group.memberships.get(person=kept), until=TODAY, reason="job")
    assert group.members_on(TODAY).count() == 4


def test_joining_with_the_redirected_record_writes_on_the_survivor(place, officer, join):
    kept, other = _people(place)
    join(kept, other)
    row = organizations.join(by=officer, organization=factories.group_with(1, at=place), person=other, since=TODAY)
    assert row.person == kept


def test_undo_returns_each_row_and_what_came_after_stays_with_the_survivor(twice, join, place, officer):
    group, kept, other = twice
    merge = join(kept, other)
    since = organizations.join(by=officer, organization=factories.group_with(1, at=place), person=other, since=TODAY)
    same_person.undo(by=officer, merge=merge, reason="Eran primas", on=TODAY + timedelta(days=30))
    assert group.members_on(TODAY).count() == 6
    assert Membership.objects.get(pk=since.pk).person == kept


def test_after_thirty_days_it_is_not_undone(twice, join, officer):
    _, kept, other = twice
    merge = join(kept, other)
    with pytest.raises(Refused, match="15-07-2021"):
        same_person.undo(by=officer, merge=merge, reason="Eran primas", on=TODAY + timedelta(days=31))


def test_a_chain_stays_flat_and_is_undone_from_the_newest(place, join, officer):
    last, middle = _people(place)
    first = factories.person(place, "Mari", surname_1="Quilodrán")
    one, two = join(middle, first), join(last, middle)
    assert canonical([first.pk]) == {first.pk: last.pk}
    with pytest.raises(Refused, match="deshaga primero"):
        same_person.undo(by=officer, merge=one, reason="x", on=TODAY)
    same_person.undo(by=officer, merge=two, reason="x", on=TODAY)
    assert canonical([first.pk]) == {first.pk: middle.pk}


@pytest.mark.parametrize("target", ["itself", "a redirected one", "another municipality"])
def test_the_database_itself_refuses_a_crooked_redirect(target, place, join):
    kept, other = _people(place)
    join(kept, other)
    third = factories.person(place)
    to = {
        "itself": third,
        "a redirected one": other,
        "another municipality": factories.person(factories.incubator("05502")),
    }[target]
    with pytest.raises(IntegrityError), transaction.atomic():
        Person.objects.filter(pk=third.pk).update(same_as=to)


def test_the_redirected_record_is_not_edited(place, join, officer):
    kept, other = _people(place)
    join(kept, other)
    with pytest.raises(Refused, match="está unido a otro"):
        people.update(by=officer, person=other, on=TODAY, phone="+56987654321")


def test_her_page_shows_both_records_each_with_its_own(twice, join, officer, enter):
    _, kept, other = twice
    join(kept, other)
    client = enter(officer)
    assert client.get(reverse("person_detail", args=[other.pk])).url == reverse("person_detail", args=[kept.pk])
    page = client.get(reverse("person_detail", args=[kept.pk])).content.decode()
    assert "Otros registros de la misma persona" in page
    assert f"anotado en el registro {other.pk}" in page


def test_search_finds_either_name_and_shows_one(place, join, officer, enter):
    kept, _ = _people(place)
    other = factories.person(place, "Nena", surname_1="Quilodrán")
    join(kept, other)
    for text in ("nena", "maria", "12.345.678-5"):
        found = [
            hit
            for group in enter(officer).post(reverse("search"), {"q": text}).context["results"]
            for hit in group["hits"]
        ]
        assert kept.pk in [int(hit.url.strip("/").split("/")[-1]) for hit in found], text
        assert other.name not in [hit.label for hit in found]


def test_the_pages_propose_execute_and_undo(place, officer, coordinator, enter):
    kept, other = _people(place)
    pair = reverse("duplicate_pair", args=[kept.pk, other.pk])
    address = enter(officer).post(pair, {"act": "same", "same-kept": kept.pk, "same-reason": "Es ella"}).url
    assert "Los une otra persona" in enter(officer).get(address).content.decode()
    enter(officer).post(address, {"act": "execute"})
    assert PersonMerge.objects.get().executed_on is None
    enter(coordinator).post(address, {"act": "execute"})
    assert PersonMerge.objects.get().executed_by == coordinator
    assert "Deshacer, hasta el 15-07-2021" in enter(officer).get(address).content.decode()
    enter(officer).post(address, {"act": "undo", "reason": "Eran primas"})
    assert Person.objects.get(pk=other.pk).same_as is None
    again = enter(coordinator).post(address, {"act": "undo", "reason": "Eran primas"})
    assert "Esos registros no están unidos" in again.content.decode()


def test_attendance_by_both_records_counts_once(place, join, officer):
    case = factories.case_in(members=2)
    group = case.organization
    kept, other = _people(place)
    for who in (kept, other):
        factories.member(group, who=who)

    session = sessions.log(
        by=officer,
        cases=[case],
        held_on=TODAY,
        starts_at=time(10),
        ends_at=time(11),
        topic="Costos",
        marks={kept.pk: "absent", other.pk: "present"},
    )
    join(kept, other)
    members = sessions.members_on([case], TODAY)
    assert kept.pk in members
    assert other.pk not in members
    sessions.correct(by=officer, session=session, reason="No vino", marks={kept.pk: "absent"})
    marks = Attendance.objects.filter(meeting=session.meeting).order_by("person_id").values_list("person_id", "mark")
    assert dict(marks) == {kept.pk: "absent", other.pk: "absent"}


def test_training_credit_of_either_record_counts(place, join):

    case = factories.case_in("business", members=5)
    trained = Enrollment.objects.order_by("pk").first().person
    before = trained_members(case, TODAY)
    again = factories.person(place, "Otra", surname_1="Quilodrán")
    factories.member(case.organization, who=again)
    join(trained, again)
    assert trained_members(case, TODAY) == before
