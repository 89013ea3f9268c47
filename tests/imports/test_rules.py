"""What the import does with what is already known: fill, update, keep, warn; and what one bad row never stops."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cases.enums import Stage
from cases.models import Case, CensusImport, CensusRow
from cases.services import advancement
from cases.services.census import apply, understand
from incubator import calendars
from incubator.enums import LegalStatus, OrganizationKind
from incubator.models import Membership, Organization, Person, Post, Representation, User
from incubator.services import organizations, people, sensitive
from tests import factories
from tests.factories.people import coordinator_of, officer_of
from tests.imports.conftest import DAY

pytestmark = pytest.mark.django_db
NAME, RUT, OTHER_RUT = "Ana Soto Rey", "12345678-5", "11111111-1"
GROUP = "Manos del Valle"


def row(group=GROUP, trade="tejido", on="01-05-2021", rut=RUT, name=NAME, disability="", phone=""):
    return [group, trade, on, rut, name, disability, phone]


def reasons(said):
    return [warning["reason"] for warning in said["warnings"]]


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


def test_values_too_long_are_cut_and_told(run, sheet, place):
    _, said = run(sheet(row(trade="t" * 400)))
    assert "misfit" in reasons(said)
    assert len(Organization.objects.get(incubator=place).trade) == 200


def test_one_row_that_breaks_is_refused_and_the_rest_goes_on(run, sheet, place, monkeypatch):
    from cases.services.census import writing

    honest = writing.Person.index_name

    def broken(person):
        if person.given_names == "Eva":
            raise RuntimeError("boom")
        honest(person)

    monkeypatch.setattr(writing.Person, "index_name", broken)
    code, said = run(
        sheet(row(), row(rut=OTHER_RUT, name="Eva Paz Paz"), row(group="Los Robles", rut="", name="Luz Sol"))
    )
    assert code == 3
    assert [(item["row"], item["reason"]) for item in said["rejected"]] == [(3, "unexpected")]
    assert said["people"]["created"] == 2
    assert sorted(Person.objects.values_list("given_names", flat=True)) == ["Ana", "Luz"]
    assert Membership.objects.count() == 2


def test_one_group_that_breaks_does_not_stop_the_others(run, sheet, place, monkeypatch):
    honest = advancement.open_case

    def broken(**given):
        if given["organization"].name == GROUP:
            raise RuntimeError("boom")
        return honest(**given)

    monkeypatch.setattr(advancement, "open_case", broken)
    code, said = run(sheet(row(), row(group="Los Robles", rut=OTHER_RUT, name="Eva Paz Paz")))
    assert (code, said["groups"]["created"], said["people"]["created"]) == (3, 1, 1)
    assert not Organization.objects.filter(name=GROUP).exists()


def test_the_case_number_and_the_source_are_those_of_the_census(run, sheet, place):
    run(sheet(row(), row(group="Los Robles", rut=OTHER_RUT, name="Eva Paz Paz")))
    assert sorted(Case.objects.values_list("number", "source")) == [(1, "census_file"), (2, "census_file")]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ({"cut": "99999"}, "No hay una incubadora"),
        ({"by": "nadie@ejemplo.cl"}, "No hay una cuenta"),
        ({"json": "/no/existe/r.json"}, "No se pudo escribir"),
    ],
)
def test_unusable_is_told_in_a_sentence_and_nothing_is_written(run, sheet, place, capsys, arguments, words):
    path = sheet(row())
    json = arguments.pop("json", None)
    if json:
        from django.core.management import call_command

        with pytest.raises(SystemExit) as stop:
            call_command("import_census", str(path), incubator="05501", json=json)
        code = stop.value.code
    else:
        code, _ = run(path, arguments.pop("cut", "05501"), **arguments)
    assert code == 2
    assert words in capsys.readouterr().err
    assert not any(model.objects.exists() for model in (CensusImport, Person, Case))
    assert not User.objects.filter(is_system=True).exists() or json is None


def test_a_missing_file_and_a_wrong_one_are_unusable(run, place, tmp_path, capsys):
    assert run(tmp_path / "nada.xlsx")[0] == 2
    assert "No hay un archivo" in capsys.readouterr().err
    (tmp_path / "a.csv").write_bytes(b"%PDF-1.7")
    assert run(tmp_path / "a.csv")[0] == 2
    assert "PDF" in capsys.readouterr().err
    assert not Post.objects.filter(user__is_system=True, user__full_name="x").exists()


def test_somebody_of_another_municipality_may_not_import_here(run, sheet, place, capsys):
    stranger = officer_of(factories.incubator("13603"))
    assert run(sheet(row()), by=stranger.email)[0] == 2
    assert "Su cargo no permite" in capsys.readouterr().err
    assert not Person.objects.exists()


def test_the_json_can_go_to_the_screen_alone(sheet, place, capsys):
    import json

    from django.core.management import call_command

    call_command("import_census", str(sheet(row())), incubator="05501", json="-", detail=True)
    said = json.loads(capsys.readouterr().out)
    assert said["people_read"][0]["rut"] == RUT


def test_a_null_character_does_not_stop_the_rest(run, sheet, place):
    code, said = run(
        sheet(row(), row(rut=OTHER_RUT, name="Eva Paz\0 Paz"), row(group="Los Robles", rut="", name="Luz Sol"))
    )
    assert code in (0, 2, 3)
    if said:
        assert Person.objects.filter(given_names="Ana").exists()


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
