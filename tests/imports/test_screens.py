"""The screens of the import, without a browser: from the file to the result, and back."""

import io

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from cases.models import CensusImport, CensusRow, ColumnMeaning
from incubator.enums import Role
from incubator.models import Organization, Person, ReadingLog
from incubator.services import people
from tests import factories
from tests.factories.people import officer_of
from tests.imports.conftest import DAY, workbook_of

pytestmark = pytest.mark.django_db
HANDS, RUT = "Manos del Valle", "12345678-5"


@pytest.fixture
def officer(place, client):
    user = officer_of(place)
    client.force_login(user)
    return user


@pytest.fixture
def upload(client):
    def sent(path):
        with open(path, "rb") as file:
            return client.post(reverse("census_upload"), {"file": file, "incubator": _place_of(client)}, follow=True)

    return sent


def _place_of(client):
    page = client.get(reverse("census_upload"))
    return page.context["form"]["incubator"].initial.pk


def test_an_empty_list_teaches_and_offers_the_one_button(client, officer):
    page = client.get(reverse("census_list"))
    assert "Todavía no se ha subido ninguna planilla" in page.text
    assert reverse("census_upload") in page.text


def test_from_the_file_to_the_result(client, officer, place, upload):
    page = upload(workbook_of("catastro_dificil_1"))
    batch = CensusImport.objects.get()
    assert page.redirect_chain[-1][0] == reverse("census_columns", args=[batch.pk])
    assert "Qué entendimos" in page.text
    assert "Situación legal" in page.text
    assert not Organization.objects.filter(incubator=place).exists()
    page = client.post(reverse("census_columns", args=[batch.pk]), _initial(page), follow=True)
    assert "Qué pasará" in page.text
    assert not ColumnMeaning.objects.exists()
    assert not Organization.objects.filter(incubator=place).exists()
    counts = page.context["people"]
    page = client.post(reverse("census_plan", args=[batch.pk]), follow=True)
    batch.refresh_from_db()
    assert batch.summary["people"] == counts
    assert batch.state == "applied"
    assert Person.objects.filter(incubator=place).count() == counts["created"]
    assert "Deshacer esta carga" in page.text
    page = client.post(reverse("census_undo", args=[batch.pk]), follow=True)
    assert "deshecha" in page.text
    assert not Person.objects.current().filter(incubator=place).exists()


def _initial(page):
    return {name: field.initial or "" for name, field in page.context["form"].fields.items()}


@pytest.mark.parametrize("stem", ["catastro_ancho", "catastro_dificil_3", "catastro_latin1"])
def test_every_page_opens_for_other_layouts(client, officer, upload, stem):
    upload(workbook_of(stem))
    batch = CensusImport.objects.get()
    for name in ("census_columns", "census_plan"):
        assert client.get(reverse(name, args=[batch.pk])).status_code == 200
    client.post(reverse("census_plan", args=[batch.pk]))
    for query in ("", "?resultado=refused", "?resultado=created", "?page=2", "?resultado=x"):
        assert client.get(reverse("census_detail", args=[batch.pk]) + query).status_code == 200
    assert client.get(reverse("census_list")).status_code == 200


@pytest.mark.parametrize(
    ("content", "name", "words"),
    [
        (b"%PDF-1.7 hola", "catastro.csv", "es un PDF"),
        (b"", "catastro.xlsx", "vac"),
        (b"<?xml version='1.0'?><a/>", "catastro.xlsx", "XML"),
        (b"hola\nchao\n", "catastro.csv", "encabezados"),
    ],
)
def test_a_wrong_file_says_what_to_do_and_leaves_nothing(client, officer, content, name, words):
    file = io.BytesIO(content)
    file.name = name
    page = client.post(reverse("census_upload"), {"file": file, "incubator": _place_of(client)})
    assert page.status_code == 200
    assert words in page.text
    assert not CensusImport.objects.exists()


def test_a_corrected_column_is_read_so_and_remembered(client, officer, sheet, upload):
    path = sheet(["Los Robles", "miel", RUT, "Ana Soto Rey"], header=["Agrupación", "Zona gris", "RUN", "Nombre"])
    page = upload(path)
    batch = CensusImport.objects.get()
    name = next(key for key, field in page.context["form"].fields.items() if field.label == "Zona gris")
    client.post(reverse("census_columns", args=[batch.pk]), _initial(page) | {name: "trade"})
    client.post(reverse("census_plan", args=[batch.pk]))
    assert Organization.objects.get(name="Los Robles").trade == "miel"
    assert ColumnMeaning.objects.get().field == "trade"
    page = upload(sheet(["Los Pinos", "pan", "", "Eva Paz Paz"], header=["Agrupación", "Zona Gris", "RUN", "Nombre"]))
    assert page.context["reading"].columns["trade"] == "Zona Gris"


def test_two_columns_of_one_meaning_are_told_and_nothing_is_lost(client, officer, sheet, upload):
    page = upload(sheet(["Los Robles", "miel", RUT, "Ana Soto"], header=["Agrupación", "Zona gris", "RUN", "Nombre"]))
    batch = CensusImport.objects.get()
    name = next(key for key, field in page.context["form"].fields.items() if field.label == "Zona gris")
    page = client.post(reverse("census_columns", args=[batch.pk]), _initial(page) | {name: "rut"})
    assert "Ya se lee de «Zona gris»" in page.text or "Ya se lee de «RUN»" in page.text
    assert CensusImport.objects.filter(pk=batch.pk).exists()


def test_meanings_that_leave_nothing_to_read_are_told_and_the_file_stays(client, officer, sheet, upload):
    page = upload(sheet(["Los Robles", RUT, "Ana Soto"], header=["Agrupación", "RUN", "Nombre"]))
    batch = CensusImport.objects.get()
    answers = _initial(page)
    group = next(key for key, value in answers.items() if value == "group")
    page = client.post(reverse("census_columns", args=[batch.pk]), answers | {group: ""})
    assert "en qué columna está el nombre del grupo" in page.text
    assert client.get(reverse("census_plan", args=[batch.pk])).status_code == 200
    assert not ColumnMeaning.objects.exists()


def _with_a_hand_edit(place, officer, upload, client, sheet):
    row = [HANDS, "tejido", "01-05-2021", RUT, "Ana Soto Rey", "Sí", "9 8765 4321"]
    upload(sheet(row))
    client.post(reverse("census_plan", args=[CensusImport.objects.get().pk]))
    person = Person.objects.get(incubator=place)
    people.update(by=officer, person=person, on=DAY, phone="+56911112222")
    upload(sheet([*row[:-1], "9 5555 4444"], name="otra.csv"))
    return person, CensusImport.objects.exclude(state="applied").get()


def test_a_conflict_is_a_choice_before_loading(client, officer, place, sheet, upload):
    person, batch = _with_a_hand_edit(place, officer, upload, client, sheet)
    page = client.get(reverse("census_plan", args=[batch.pk]))
    assert "Dejar la ficha: +56911112222" in page.text
    (key,) = page.context["form"].fields
    client.post(reverse("census_plan", args=[batch.pk]), {key: "sheet"})
    person.refresh_from_db()
    assert person.phone == "+56955554444"
    assert person.provenance["phone"]["source"] == f"import:{batch.pk}"


def test_a_conflict_left_waits_in_the_result_and_can_be_undone(client, officer, place, sheet, upload):
    person, batch = _with_a_hand_edit(place, officer, upload, client, sheet)
    (key,) = client.get(reverse("census_plan", args=[batch.pk])).context["form"].fields
    client.post(reverse("census_plan", args=[batch.pk]), {key: "record"})
    person.refresh_from_db()
    assert person.phone == "+56911112222"
    row = CensusRow.objects.get(batch=batch, reason="conflict")
    page = client.post(reverse("census_settle", args=[batch.pk, row.pk]), {"answer": "sheet"}, follow=True)
    assert "Quedó lo que dice la planilla" in page.text
    person.refresh_from_db()
    assert person.phone == "+56955554444"
    page = client.post(reverse("census_settle", args=[batch.pk, row.pk]), {"answer": "sheet"}, follow=True)
    assert "ya está resuelta" in page.text
    client.post(reverse("census_undo", args=[batch.pk]))
    person.refresh_from_db()
    assert (person.phone, person.provenance["phone"]["source"]) == ("+56911112222", "hand")


def test_the_refused_rows_come_back_as_a_workbook_that_loads_once_corrected(client, officer, place, upload, tmp_path):
    upload(workbook_of("catastro_largo_1"))
    batch = CensusImport.objects.get()
    client.post(reverse("census_plan", args=[batch.pk]))
    refused = list(CensusRow.objects.filter(batch=batch, outcome="refused").order_by("row"))
    answer = client.get(reverse("census_refused", args=[batch.pk]))
    book = load_workbook(io.BytesIO(answer.content))
    rows = list(book["Para corregir"].iter_rows(values_only=True))
    assert set(batch.summary["columns"].values()) <= set(rows[0])
    assert len(rows) == len(refused) + 1
    place_of_run = rows[0].index(batch.summary["columns"]["rut"])
    for number, run in zip(range(2, len(rows) + 1), ["7654321-6", "11111111-1", "22222222-2"], strict=False):
        book["Para corregir"].cell(number, place_of_run + 1).value = run
    path = tmp_path / "corregida.xlsx"
    book.save(path)
    before = Person.objects.filter(incubator=place).count()
    groups = Organization.objects.filter(incubator=place).count()
    upload(path)
    second = CensusImport.objects.exclude(pk=batch.pk).get()
    client.post(reverse("census_plan", args=[second.pk]))
    second.refresh_from_db()
    assert second.summary["rejected"] == 0
    assert Person.objects.filter(incubator=place).count() == before + len(refused)
    assert Organization.objects.filter(incubator=place).count() == groups


def test_discarding_leaves_nothing_loaded(client, officer, upload):
    upload(workbook_of("catastro_ancho"))
    batch = CensusImport.objects.get()
    page = client.post(reverse("census_discard", args=[batch.pk]), follow=True)
    assert "descartada" in page.text
    assert not CensusImport.objects.exists()


def test_another_municipality_does_not_see_it(client, officer, upload):
    upload(workbook_of("catastro_largo_1"))
    batch = CensusImport.objects.get()
    client.post(reverse("census_plan", args=[batch.pk]))
    row = CensusRow.objects.filter(batch=batch).first()
    client.force_login(officer_of(factories.incubator("13603")))
    for name in ("census_detail", "census_refused", "census_file", "census_columns", "census_plan"):
        assert client.get(reverse(name, args=[batch.pk])).status_code == 404
    for name in ("census_undo", "census_discard", "census_plan"):
        assert client.post(reverse(name, args=[batch.pk])).status_code == 404
    assert client.post(reverse("census_settle", args=[batch.pk, row.pk])).status_code == 404
    assert batch.file_name not in client.get(reverse("census_list")).text


def test_what_waits_is_only_of_whoever_uploaded_it(client, officer, place, upload):
    upload(workbook_of("catastro_largo_1"))
    batch = CensusImport.objects.get()
    client.force_login(factories.user_with(Role.OFFICER_DEVELOPMENT, at=place))
    assert client.get(reverse("census_columns", args=[batch.pk])).status_code == 404
    assert batch.file_name not in client.get(reverse("census_list")).text


def test_a_file_with_disability_is_only_for_who_may_see_it(client, officer, place, upload):
    upload(workbook_of("catastro_largo_1"))
    batch = CensusImport.objects.get()
    client.post(reverse("census_plan", args=[batch.pk]))
    answer = client.get(reverse("census_file", args=[batch.pk]))
    assert b"".join(answer.streaming_content).startswith(b"PK")
    assert ReadingLog.objects.filter(purpose="census_file", by=officer).exists()
    client.force_login(factories.user_with(Role.OFFICER_DEVELOPMENT, at=place))
    assert client.get(reverse("census_detail", args=[batch.pk])).status_code == 200
    assert client.get(reverse("census_file", args=[batch.pk])).status_code == 404
    assert client.get(reverse("census_refused", args=[batch.pk])).status_code == 404


def test_the_queries_of_a_page_do_not_grow_with_rows(client, officer, upload, django_assert_max_num_queries):
    upload(workbook_of("catastro_largo_1"))
    batch = CensusImport.objects.get()
    with django_assert_max_num_queries(24):
        client.get(reverse("census_plan", args=[batch.pk]))
    client.post(reverse("census_plan", args=[batch.pk]))
    with django_assert_max_num_queries(12):
        client.get(reverse("census_list"))
    with django_assert_max_num_queries(16):
        page = client.get(reverse("census_detail", args=[batch.pk]))
    assert len(page.content) < 80_000


def test_sending_a_loaded_workbook_again_shows_its_result(client, officer, upload):
    upload(workbook_of("catastro_largo_1"))
    batch = CensusImport.objects.get()
    client.post(reverse("census_plan", args=[batch.pk]))
    rows = batch.rows.count()
    result = reverse("census_detail", args=[batch.pk])
    for name in ("census_plan", "census_columns"):
        assert client.post(reverse(name, args=[batch.pk])).url == result
        assert client.get(reverse(name, args=[batch.pk])).url == result
    assert batch.rows.count() == rows
