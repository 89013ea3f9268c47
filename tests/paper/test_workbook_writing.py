"""Workbooks that open anywhere, explain themselves and never run anything."""

import subprocess
import zipfile
from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO

import openpyxl
import pytest

from incubator.workbooks.writing import Column, Sheet, write_workbook

COLUMNS = [
    Column("Código"), Column("RUN", "run"), Column("Día", "date", definition="Día de la reunión"),
    Column("Horas", "hours"), Column("Costo", "money"), Column("Asistentes", "integer"),
    Column("Registrada", "datetime"), Column("Notas", width=40),
]  # fmt: skip
ROWS = [
    (
        "S-0001",
        "12345678-5",
        date(2021, 6, 1),
        Decimal("1.5"),
        180000,
        12,
        datetime(2021, 6, 1, 14, tzinfo=UTC),
        "Ñuke Mapu",
    ),
    ("S-0002", None, None, 0, 0, "s/i", None, '=HYPERLINK("http://example.org","premio")'),
    ("S-0003", "7654321-K", date(2021, 6, 30), 2.25, 1, 0, None, "a\x00b\x0bc\ud800d"),
]
DANGEROUS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1+1", "\r=1+1", " =1+1", "=cmd|' /C calc'!A0"]


def written(rows=ROWS, **changes) -> bytes:
    arguments = {
        "title": "Informe mensual junio 2021",
        "about": [
            ("Qué es", "Las reuniones del período"),
            ("Fecha", date(2021, 7, 5)),
            ("Filtros", "Quillota, junio 2021"),
        ],
        "sheets": [Sheet("Reuniones", COLUMNS, rows, note="Una fila por reunión.")],
    }
    return write_workbook(**{**arguments, **changes})


def opened(content: bytes):
    return openpyxl.load_workbook(BytesIO(content))


def test_the_first_sheet_explains_what_when_filters_rows_and_columns():
    readme = opened(written())["Léeme"]
    rows = list(readme.iter_rows(values_only=True))
    assert opened(written()).sheetnames == ["Léeme", "Reuniones"]
    assert rows[0] == ("Parte", "Nombre", "Qué es")
    assert ("Documento", "Fecha", "05-07-2021") in rows
    assert ("Documento", "Filtros", "Quillota, junio 2021") in rows
    assert ("Hojas", "Reuniones", "3 filas. Una fila por reunión.") in rows
    assert ("Columnas de «Reuniones»", "Día", "Día de la reunión (fecha)") in rows


def test_cells_keep_real_types_and_the_run_is_text():
    sheet = opened(written())["Reuniones"]
    code, run, day, hours, cost, people, moment, notes = sheet[2]
    assert (run.value, run.data_type, run.number_format) == ("12345678-5", "s", "@")
    assert day.value == datetime(2021, 6, 1)
    assert day.is_date
    assert day.number_format == "dd-mm-yyyy"
    assert (hours.value, cost.value, people.value) == (1.5, 180000, 12)
    assert moment.value == datetime(2021, 6, 1, 10), "as the clocks of Santiago said"
    assert sheet["F3"].value == "s/i"
    assert sheet["B3"].value is None
    assert (code.value, notes.value) == ("S-0001", "Ñuke Mapu")


def test_the_header_is_one_frozen_row_with_a_filter_and_nothing_is_merged():
    for sheet in opened(written()):
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref == sheet.dimensions
        assert not sheet.merged_cells.ranges
        assert all(8 <= dimension.width <= 90 for dimension in sheet.column_dimensions.values())


def test_nothing_that_looks_like_a_formula_is_one():
    rows = [(text, text) for text in DANGEROUS]
    content = written(
        sheets=[Sheet("Datos", [Column("Uno"), Column("RUN", "run")], rows)], title="=1+1", about=[("=1", "=2")]
    )
    for sheet in opened(content):
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type != "f"
                if str(cell.value).strip(" ").startswith(("=", "+", "-", "@", "\t", "\r", "\n")):
                    assert cell.quotePrefix, cell.value


def test_control_characters_are_dropped_and_what_does_not_fit_says_so():
    sheet = opened(written([*ROWS, (*ROWS[0][:7], "ñ" * 40_000)]))["Reuniones"]
    assert sheet["H4"].value == "abcd"
    assert len(sheet["H5"].value) == 32_767
    assert sheet["H5"].value.endswith("[texto cortado: no cabe en una celda]")


def test_the_same_rows_are_the_same_bytes_and_no_clock_is_in_them():
    import time

    first = written(iter(ROWS))
    time.sleep(2.1)  # a zip tells the time in steps of two seconds
    assert written(iter(ROWS)) == first
    with zipfile.ZipFile(BytesIO(first)) as archive:
        assert archive.namelist() == sorted(archive.namelist())
        assert {member.date_time for member in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    properties = opened(written(created=datetime(2021, 7, 5, 13, 30, tzinfo=UTC))).properties
    assert (properties.title, properties.creator, properties.language) == (
        "Informe mensual junio 2021",
        "Minga",
        "es-CL",
    )
    assert properties.created == properties.modified == datetime(2021, 7, 5, 13, 30)


def test_sheet_names_are_made_legal_and_must_differ():
    long = Sheet("Reuniones: período [junio/2021] y más palabras", COLUMNS, [])
    assert opened(written(sheets=[long])).sheetnames[1] == "Reuniones  período  junio 2021"
    with pytest.raises(ValueError, match="different names"):
        written(sheets=[Sheet("Datos", COLUMNS, []), Sheet("DATOS", COLUMNS, [])])
    with pytest.raises(ValueError, match="different names"):
        written(sheets=[Sheet("léeme", COLUMNS, [])])


def test_a_row_of_the_wrong_length_is_refused_with_its_place():
    with pytest.raises(ValueError, match="«Reuniones», row 4: 1 values for 8 columns"):
        written([*ROWS, ("S-0004",)])


def test_libreoffice_reads_it_and_says_the_same(tmp_path):
    source = tmp_path / "informe.xlsx"
    source.write_bytes(written())
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to",
         "xlsx:Calc MS Excel 2007 XML", "--outdir", str(tmp_path / "out"), str(source)],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    before, after = opened(source.read_bytes()), opened((tmp_path / "out" / "informe.xlsx").read_bytes())
    assert after.sheetnames == before.sheetnames
    for name in before.sheetnames:
        assert list(after[name].values) == list(before[name].values)
        # Without a window LibreOffice keeps no panes; the frozen row is checked in the file itself.
        assert after[name].auto_filter.ref == before[name].auto_filter.ref
    assert after["Reuniones"]["H3"].data_type == "s"
