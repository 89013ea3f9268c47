"""A group comes to be known, is corrected, comes back; who looks after it; and the calls it may apply to."""

from datetime import date

from django.urls import reverse

from cases.enums import Stage
from cases.models import Call, Case
from incubator.enums import Role
from incubator.models import Organization, Post
from tests import factories

NEW = {"kind": "informal_group", "case_source": "office", "on": "2021-06-10"}


def _new(client, name, **said):
    return client.post(reverse("group_new"), NEW | {"name": name} | said)


def test_a_group_is_written_with_its_case_at_the_census(officer, enter):
    answer = _new(enter(officer), "Telares del Valle", trade="tejido", phone="9 8765 4321")
    group = Organization.objects.get(name="Telares del Valle")
    assert answer.url == reverse("group_detail", args=[group.pk])
    assert (group.cases.get().stage, group.cases.get().opened_on) == (Stage.CENSUS, date(2021, 6, 10))
    assert group.phone == "+56987654321"


def test_a_similar_name_is_shown_first_and_somebody_says_it_is_another(officer, enter):
    old = factories.group_with(0, name="Telares del Valle")
    client = enter(officer)
    page = _new(client, "Los Telares del Valle").content.decode()
    assert "Hay grupos con un nombre parecido" in page
    assert reverse("group_detail", args=[old.pk]) in page
    assert _new(client, "Los Telares del Valle", is_another="on").status_code == 302


def test_the_same_name_in_other_letters_is_refused(officer, enter):
    factories.group_with(0, name="Telares del Valle")
    page = _new(enter(officer), "TELARES  DEL VÁLLE", is_another="on").content.decode()
    assert "Ya hay un grupo con ese nombre en la incubadora" in page
    assert Organization.objects.filter(name_folded="telares del valle").count() == 1


def test_the_names_of_another_municipality_are_never_shown(officer, enter):
    factories.group_with(0, at=factories.incubator("05502"), name="Telares del Valle")
    assert _new(enter(officer), "Telares del Valle").status_code == 302


def test_with_several_incubators_the_incubator_is_asked_first(place, officer, enter):
    other = factories.incubator("05502")
    Post.objects.create(user=officer, role=Role.OFFICER_DISABILITY, incubator=other, since=date(2021, 1, 4), act="D. 2")
    client = enter(officer)
    assert "Primero, en qué incubadora." in client.get(reverse("group_new")).content.decode()
    address = f"{reverse('group_new')}?incubator={other.pk}"
    assert client.post(address, NEW | {"name": "Telares"}).status_code == 302
    assert Organization.objects.get(name="Telares").incubator == other


def test_an_incubator_that_is_not_mine_is_not_taken_from_the_address(officer, enter):
    foreign = factories.incubator("05502")
    address = f"{reverse('group_new')}?incubator={foreign.pk}"
    enter(officer).post(address, NEW | {"name": "Telares"})
    assert not Organization.objects.filter(name="Telares").exists()


def test_correcting_a_group_keeps_the_source_of_what_did_not_change(officer, enter):
    group = factories.case_in().organization
    said = {"name": group.name, "kind": "informal_group", "trade": "panadería"}
    assert enter(officer).post(reverse("group_edit", args=[group.pk]), said).status_code == 302
    group.refresh_from_db()
    assert group.trade == "panadería"
    assert group.provenance["trade"]["on"] == "2021-06-15"
    assert group.provenance["name"]["on"] == "2021-01-04"


def test_a_closed_group_comes_back_with_a_new_case_that_remembers_the_former(officer, enter):
    former = factories.case_in(Stage.CLOSED)
    client = enter(officer)
    address = reverse("case_reenter", args=[former.organization_id])
    assert address in client.get(reverse("group_detail", args=[former.organization_id])).content.decode()
    assert client.post(address, {"on": "2021-06-15", "case_source": "office"}).status_code == 302
    again = Case.objects.open().get(organization=former.organization_id)
    assert (again.previous, again.stage) == (former, Stage.CENSUS)


def test_an_open_case_is_never_opened_twice(officer, enter):
    case = factories.case_in()
    answer = enter(officer).post(
        reverse("case_reenter", args=[case.organization_id]), {"on": "2021-06-15", "case_source": "office"}
    )
    assert "ya tiene un caso abierto" in answer.content.decode()


def test_the_coordination_puts_an_officer_in_charge_and_ends_it(place, officer, coordinator, enter):
    group = factories.case_in().organization
    post = Post.objects.get(user=officer)
    client = enter(coordinator)
    address = reverse("group_charge", args=[group.pk])
    assert client.post(address, {"post": post.pk, "since": "2021-06-01"}).status_code == 302
    row = group.assignments.get()
    end = reverse("assignment_end", args=[group.pk, row.pk])
    assert client.post(end, {"last_day": "2021-06-15"}).status_code == 302
    row.refresh_from_db()
    assert row.last_day == date(2021, 6, 15)


def test_the_university_assigns_advisers_and_the_incubator_does_not(coordinator, enter):
    group = factories.case_in().organization
    adviser = factories.user_with(Role.ADVISOR, at=factories.agreement())
    said = {"post": Post.objects.get(user=adviser).pk, "since": "2021-06-01"}
    address = reverse("group_charge", args=[group.pk])
    assert "post" in enter(coordinator).post(address, said).context["form"].errors
    university = factories.user_with(Role.UNIVERSITY_COORDINATOR, at=factories.agreement())
    assert enter(university).post(address, said).status_code == 302
    assert group.assignments.get().post.user == adviser


def test_an_officer_of_another_municipality_is_not_put_in_charge(coordinator, enter):
    group = factories.case_in().organization
    foreign = factories.people.officer_of(factories.incubator("05502"))
    said = {"post": Post.objects.get(user=foreign).pk, "since": "2021-06-01"}
    answer = enter(coordinator).post(reverse("group_charge", args=[group.pk]), said)
    assert "post" in answer.context["form"].errors


def test_a_call_is_drafted_and_mended(place, officer, enter):
    client = enter(officer)
    said = {"name": "Otoño", "opens_on": "2021-06-01", "closes_on": "2021-05-01", "seats": "5"}
    said |= {"appeal_days": "5", "spread_percent": "25"}
    assert "closes_on" in client.post(reverse("call_new"), said).context["form"].errors
    assert client.post(reverse("call_new"), said | {"closes_on": "2021-06-30"}).status_code == 302
    call = Call.objects.get(incubator=place, name="Otoño")
    edit = reverse("call_edit", args=[call.pk])
    assert client.post(edit, said | {"closes_on": "2021-07-31"}).status_code == 302
    call.refresh_from_db()
    assert call.closes_on == date(2021, 7, 31)


def test_a_call_of_another_municipality_is_not_mine_to_mend(officer, enter):
    foreign = factories.incubator("05502")
    call = Call.objects.create(
        incubator=foreign,
        name="Ajena",
        opens_on=date(2021, 6, 1),
        closes_on=date(2021, 6, 30),
        seats=3,
        recorded_by=officer,
    )
    client = enter(officer)
    assert client.get(reverse("call_edit", args=[call.pk])).status_code == 404
    assert "Ajena" not in client.get(reverse("call_list")).content.decode()
