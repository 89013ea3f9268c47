"""What does not stop an import, and what keeps a file out: broken rows, unusable files, people without the right."""

import pytest

from cases.models import Case, CensusImport
from cases.services import advancement
from incubator.models import Membership, Organization, Person, Post, User
from tests import factories
from tests.factories.people import officer_of
from tests.imports.rows import GROUP, OTHER_RUT, RUT, reasons, row

pytestmark = pytest.mark.django_db


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
