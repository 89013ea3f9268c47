"""What must never be kept: diagnoses anywhere, and disability for whoever may not load it; the copy reads the same."""

import re
from dataclasses import replace

import pytest
from django.db import connection

from cases.models import CensusImport
from cases.services.census import understand
from incubator import files
from incubator.workbooks.reading import read_workbook
from tests import factories
from tests.factories.people import officer_of
from tests.imports.conftest import DAY, PLACES, truth_of, workbook_of
from tests.imports.test_rules import row

pytestmark = pytest.mark.django_db


def _texts_of_database():
    """Every text and JSON value of every table the application may read, the sensitive schema included."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select table_schema, table_name, column_name from information_schema.columns "
            "where table_schema in ('public', 'sensitive') and data_type in "
            "('text', 'character varying', 'jsonb', 'ARRAY')"
        )
        columns = cursor.fetchall()
        for schema, table, column in columns:
            yield from _values(cursor, schema, table, column)


def _values(cursor, schema, table, column):
    role = "minga_sensitive" if schema == "sensitive" else None
    if role:
        cursor.execute(f"set local role {role}")
    cursor.execute("select has_table_privilege(%s, 'select')", [f'{schema}."{table}"'])
    if cursor.fetchone()[0]:
        cursor.execute(f'select "{column}"::text from {schema}."{table}" where "{column}" is not null')
        yield from (value for (value,) in cursor.fetchall())
    if role:
        cursor.execute("reset role")


@pytest.mark.parametrize("stem", sorted(PLACES))
def test_a_diagnosis_is_nowhere_in_the_database_nor_in_the_copy_nor_in_what_is_said(run, stem, capsys, caplog):
    place = factories.incubator(PLACES[stem])
    _, said = run(workbook_of(stem), place.code, detail=True)
    batch = CensusImport.objects.get()
    copy = [
        str(value)
        for sheet in read_workbook(files.read(batch.file.sha256), "c.xlsx")
        for r in sheet.rows
        for value in r
    ]
    told = [str(said), *capsys.readouterr(), caplog.text]
    everything = "\n".join([*_texts_of_database(), *copy, *told])
    assert place.name in everything
    assert [text for text in truth_of(stem).get("never", ()) if text in everything] == []


@pytest.mark.parametrize("stem", sorted(PLACES))
def test_the_copy_kept_reads_exactly_as_the_file(stem):
    place = factories.incubator(PLACES[stem])
    by, path = officer_of(place), workbook_of(stem)
    understood = understand.understand(by=by, incubator=place, source=path, filename=path.name, on=DAY)
    batch = understand.receive(by=by, incubator=place, understood=understood, on=DAY, now="2021-06-15T12:00:00-04:00")
    again = understand.reread(by=by, batch=batch, on=DAY)
    same = {"first_rows": understood.reading.first_rows}
    assert replace(again, **same) == understood.reading
    assert batch.file.tier == 3


def test_other_sheets_of_the_workbook_are_not_kept(tmp_path):
    from openpyxl import Workbook

    book = Workbook()
    book.active.append(["Agrupación", "RUN", "Nombre", "Diagnóstico"])
    book.active.append(["Los Robles", "12345678-5", "Ana Soto Rey", "SECRETO-1"])
    book.create_sheet("Fichas").append(["SECRETO-2"])
    path = tmp_path / "a.xlsx"
    book.save(path)
    place = factories.incubator()
    understood = understand.understand(by=officer_of(place), incubator=place, source=path, filename="a.xlsx", on=DAY)
    cells = str([sheet.rows for sheet in read_workbook(understood.copy, "c.xlsx")])
    assert "Ana Soto Rey" in cells
    assert not re.search("SECRETO", cells)


def test_free_text_under_disability_is_kept_in_official_words_alone(sheet):
    place = factories.incubator()
    path = sheet(row(disability="Sí, por una enfermedad RARA-1"), row(rut="", name="Luz Sol", disability="Visual"))
    by = officer_of(place)
    understood = understand.understand(by=by, incubator=place, source=path, filename="c.csv", on=DAY)
    cells = str([s.rows for s in read_workbook(understood.copy, "c.xlsx")])
    assert "RARA-1" not in cells
    assert "Visual" in cells


def test_the_copy_of_who_may_not_write_disability_has_none(sheet):
    place = factories.incubator()
    by = factories.user_with("officer_development", at=place)
    path = sheet(row(disability="Visual"))
    understood = understand.understand(by=by, incubator=place, source=path, filename="c.csv", on=DAY)
    cells = str([s.rows for s in read_workbook(understood.copy, "c.xlsx")])
    assert "Discapacidad" in cells
    assert "Visual" not in cells
