"""What the import does with what is already known: fill, update, keep, warn; and what one bad row never stops."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cases.enums import Stage
from cases.models import Case, CensusImport, CensusRow
from cases.services.census import apply, understand
from incubator import calendars
from incubator.enums import LegalStatus, OrganizationKind
from incubator.models import Membership, Organization, Person, Representation
from incubator.services import organizations, people, sensitive
from tests import factories
from tests.factories.people import coordinator_of, officer_of
from tests.imports.conftest import DAY
from tests.imports.rows import GROUP, NAME, OTHER_RUT, RUT, reasons, row

pytestmark = pytest.mark.django_db


def test_a_blank_never_erases_and_an_empty_field_is_filled(run, sheet, place):
    run(sheet(row(phone="9 8765 4321", trade="")))
    code, said = run(sheet(row(on="01-06-2021", trade="tejido")))
    person = Person.objects.get()
    assert (code, person.phone) == (0, "+56987654321")
    group = Organization.objects.get(incubator=place)
    assert (group.trade, group.provenance["trade"]["on"]) == ("tejido", "2021-06-01")
    assert said["groups"]["updated"] == 1
    assert said["people"] == {"created": 0, "updated": 0, "unchanged": 1}


def test_a_newer_sheet_replaces_what_an_older_one_said(run, sheet, place):
    run(sheet(row(phone="9 8765 4321")))
    _, said = run(sheet(row(on="01-06-2021", phone="9 5555 4444")))
    assert Person.objects.get().phone == "+56955554444"
    assert (said["people"]["updated"], said["warnings"]) == (1, [])


def test_an_older_sheet_keeps_what_a_newer_one_said(run, sheet, place):
    run(sheet(row(on="01-06-2021", phone="9 8765 4321")))
    code, said = run(sheet(row(on="01-05-2021", phone="9 5555 4444", trade="telar")))
    assert Person.objects.get().phone == "+56987654321"
    assert Organization.objects.get(incubator=place).trade == "tejido"
    assert (code, reasons(said)) == (0, ["conflict", "conflict"])


def test_what_a_hand_wrote_is_kept_even_against_a_newer_sheet(run, sheet, place):
    run(sheet(row(phone="9 8765 4321")))
    person = Person.objects.get()
    people.update(by=officer_of(place), person=person, on=date(2021, 5, 20), phone="+56911112222")
    _, said = run(sheet(row(on="10-06-2021", phone="9 5555 4444")))
    person.refresh_from_db()
    assert person.phone == "+56911112222"
    assert (reasons(said), said["people"]["unchanged"]) == (["conflict"], 1)
    assert said["warnings"][0]["detail"] == f"Teléfono: {NAME}"


def test_the_same_run_with_another_name_changes_nothing(run, sheet, place):
    run(sheet(row()))
    code, said = run(sheet(row(group="Otro grupo", name="Pedro Pinto Paz", phone="9 8765 4321")))
    assert (code, reasons(said), said["people"]) == (0, ["other_name"], {"created": 0, "updated": 0, "unchanged": 0})
    person = Person.objects.get()
    assert (person.name, person.phone, person.memberships.count()) == (NAME, "", 1)
    assert Organization.objects.get(name="Otro grupo").memberships.count() == 0


def test_without_run_people_match_within_their_group_alone(run, sheet, place):
    run(sheet(row(rut=""), row(group="Otro grupo", rut="")))
    assert Person.objects.count() == 2
    _, said = run(sheet(row(group="MANOS DEL VALLE", rut="", name="ANA SOTO REY", on="02-05-2021")))
    assert (Person.objects.count(), said["people"]["unchanged"]) == (2, 1)


def test_a_run_learnt_later_fills_the_record(run, sheet, place):
    run(sheet(row(rut="")))
    _, said = run(sheet(row(on="02-05-2021")))
    assert (Person.objects.get().run, said["people"]["updated"]) == (RUT, 1)


def test_two_namesakes_one_without_run_stay_two(run, sheet, place):
    run(sheet(row(), row(rut=""), name="uno.csv"))
    assert Person.objects.count() == 2
    _, said = run(sheet(row(rut=""), row(), row(rut=OTHER_RUT, name="Eva Paz Paz"), name="dos.csv"))
    assert said["people"] == {"created": 1, "updated": 0, "unchanged": 2}
    assert Person.objects.count() == 3


def test_nobody_of_another_municipality_is_matched(run, sheet, place):
    elsewhere = factories.incubator("13603")
    factories.person(elsewhere, "Ana", surname_1="Soto", surname_2="Rey", run=RUT, phone="+56900000000")
    _, said = run(sheet(row()))
    assert said["people"]["created"] == 1
    assert Person.objects.get(incubator=place, run=RUT).phone == ""


def test_a_formal_group_is_a_cooperative_in_force_and_a_blank_does_not_undo_it(run, sheet, place):
    header = ["Agrupación", "Formalizada", "RUN", "Nombre"]
    run(sheet([GROUP, "Sí", RUT, NAME], header=header))
    group = Organization.objects.get(incubator=place)
    assert (group.kind, group.legal_status) == (OrganizationKind.COOPERATIVE, LegalStatus.VALID)
    _, said = run(sheet([GROUP, "", RUT, NAME], [GROUP, "No", RUT, NAME], header=header))
    group.refresh_from_db()
    assert group.kind == OrganizationKind.COOPERATIVE
    assert said["groups"]["unchanged"] == 1


def test_a_group_already_admitted_does_not_become_formal_by_a_sheet(run, sheet, place):
    case = factories.case_in(Stage.TRAINING, at=place)
    header = ["Agrupación", "Formalizada", "RUN", "Nombre"]
    with calendars.travel(date(2021, 6, 15)):
        _, said = run(sheet([case.organization.name, "Sí", RUT, NAME], header=header))
    case.organization.refresh_from_db()
    assert case.organization.kind == OrganizationKind.INFORMAL_GROUP
    assert "conflict" in reasons(said)


def test_a_sheet_dated_after_today_is_kept_so_and_members_join_today(run, sheet, place):
    _, said = run(sheet(row(on="01-12-2021")))
    group = Organization.objects.get(incubator=place)
    assert group.provenance["trade"]["on"] == "2021-12-01"
    assert Membership.objects.get().since == DAY
    assert Case.objects.get().opened_on == DAY
    assert CensusImport.objects.get().recorded_on == date(2021, 12, 1)
    assert said["warnings"] == []


def test_a_group_with_its_case_closed_is_told_and_no_other_case_is_born(run, sheet, place):
    case = factories.case_in(Stage.CLOSED, at=place)
    _, said = run(sheet(row(group=case.organization.name)))
    assert "closed_group" in reasons(said)
    assert Case.objects.filter(organization=case.organization).count() == 1


def test_who_left_is_not_brought_back(run, sheet, place):
    run(sheet(row()))
    membership = Membership.objects.get()
    organizations.leave(by=officer_of(place), membership=membership, until=date(2021, 6, 1), reason="job")
    _, said = run(sheet(row(), name="dos.csv"))
    assert Membership.objects.get().until == date(2021, 6, 1)
    assert reasons(said) == ["conflict"]


def test_the_wide_layout_makes_a_representative_and_keeps_another_one(run, sheet, place):
    header = ["Grupo", "Representante", "RUN representante", "Cantidad de integrantes", "Celular"]
    run(sheet([GROUP, NAME, RUT, "6 aprox.", ""], ["Los Robles", "", "", "4", ""], header=header))
    group = Organization.objects.get(name=GROUP)
    term = Representation.objects.get()
    assert (term.membership.person.run, term.organization, group.declared_members) == (RUT, group, 6)
    run(sheet([GROUP, "Eva Paz Paz", OTHER_RUT, "6", ""], ["Los Robles", "", "", "4", ""], header=header))
    assert Representation.objects.get().pk == term.pk
    assert CensusRow.objects.filter(reason="conflict").count() == 1
    assert group.memberships.count() == 2


def test_the_case_number_and_the_source_are_those_of_the_census(run, sheet, place):
    run(sheet(row(), row(group="Los Robles", rut=OTHER_RUT, name="Eva Paz Paz")))
    assert sorted(Case.objects.values_list("number", "source")) == [(1, "census_file"), (2, "census_file")]


def test_queries_do_not_grow_with_the_people_of_a_group(run, sheet, place):
    def queries(count, name):
        rows = [
            row(group=f"Grupo {name}", rut="", name=f"Ana {letter}{other} Soto")
            for letter in "ABCDE"
            for other in "abcdefghij"
        ]
        with CaptureQueriesContext(connection) as seen:
            run(sheet(*rows[:count], name=f"{name}.csv"))
        return len(seen)

    queries(1, "Uno")
    assert queries(50, "Dos") <= queries(5, "Tres") + 2


def test_declared_disability_is_loaded_filled_and_kept(run, sheet, place):
    run(sheet(row(disability="Sí")))
    person, officer = Person.objects.get(), officer_of(place)
    facts = sensitive.read(officer, [person], "test")[person.pk]
    assert (facts.disability, facts.disability_on) == ("yes", date(2021, 5, 1))
    sensitive.write(by=officer, person=person, on=DAY, disability="no")
    _, said = run(sheet(row(on="10-06-2021", disability="Sí")))
    assert sensitive.read(officer, [person], "test")[person.pk].disability == "no"
    assert reasons(said) == ["conflict"]
    kept = CensusRow.objects.get(reason="conflict")
    assert kept.after["sensitive"] is True
    assert not {"yes", "no", "Sí", "No"} & {kept.value, kept.after["held"], kept.after["said"], *kept.sentence.split()}


def test_without_the_right_disability_columns_are_not_loaded(run, sheet, place):
    by = factories.user_with("officer_development", at=place)
    code, said = run(sheet(row(disability="Sí")), by=by.email)
    assert (code, said["columns"].get("disability")) == (0, None)
    person = Person.objects.get()
    assert sensitive.read(officer_of(place), [person], "test")[person.pk].disability == "not_stated"
    assert CensusImport.objects.get().with_sensitive is False
    coordinator = coordinator_of(place)
    understood = understand.understand(
        by=coordinator, incubator=place, source=sheet(row(disability="Sí")), filename="c.csv", on=DAY
    )
    assert not understood.with_sensitive


def test_an_import_cannot_be_loaded_twice(place, sheet):
    from incubator.requirements import Refused

    by, now = officer_of(place), calendars.now()
    understood = understand.understand(by=by, incubator=place, source=sheet(row()), filename="c.csv", on=DAY)
    batch = understand.receive(by=by, incubator=place, understood=understood, on=DAY, now=now)
    apply.apply(by=by, batch=batch, reading=understood.reading, on=DAY, now=now)
    with pytest.raises(Refused):
        apply.apply(by=by, batch=batch, reading=understood.reading, on=DAY, now=now)
    batch.refresh_from_db()
    assert batch.file.expires_on == DAY + timedelta(days=120)
