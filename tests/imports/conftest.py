"""What the tests of the import share: the workbooks with their truth, the command, small sheets, and the day."""

import csv
import io
import json
from datetime import date
from pathlib import Path

import pytest
from django.core.management import call_command

from incubator import calendars
from tests import factories

DATA = Path(__file__).parent.parent / "data" / "census"
DAY = date(2021, 6, 15)
#: The incubator of each workbook (its README says so).
PLACES = {
    "catastro_largo_1": "05501",
    "catastro_largo_2": "04102",
    "catastro_latin1": "03101",
    "catastro_ancho": "04303",
    "catastro_dificil_1": "05501",
    "catastro_dificil_2": "13603",
    "catastro_dificil_3": "05501",
    "catastro_dificil_4": "04303",
}
HEADER = ["Agrupación", "Rubro", "Fecha catastro", "RUN", "Nombre", "Discapacidad", "Teléfono"]


@pytest.fixture(autouse=True)
def _the_day():
    with calendars.travel(DAY):
        yield


@pytest.fixture
def place():
    """The incubator of Quillota."""
    return factories.incubator()


@pytest.fixture
def run(tmp_path, capsys):
    """`run(path, cut, **options)` → (exit code, summary): the command as a person runs it."""

    def ran(path, cut="05501", **options):
        target = tmp_path / "resumen.json"
        target.unlink(missing_ok=True)
        code = 0
        try:
            call_command("import_census", str(path), incubator=cut, json=str(target), **options)
        except SystemExit as stop:
            code = stop.code
        return code, json.loads(target.read_text("utf-8")) if target.exists() else None

    return ran


@pytest.fixture
def sheet(tmp_path):
    """`sheet(*rows, header=HEADER)`: a CSV with those rows, in a file."""

    def written(*rows, header=HEADER, name="catastro.csv"):
        out = io.StringIO()
        csv.writer(out, delimiter=";").writerows([header, *rows])
        path = tmp_path / name
        path.write_text(out.getvalue(), encoding="utf-8")
        return path

    return written


def truth_of(stem):
    """What a correct reading of a workbook is."""
    return json.loads((DATA / f"{stem}.truth.json").read_text("utf-8"))


def workbook_of(stem):
    """The workbook itself."""
    return next(path for path in DATA.glob(f"{stem}.*") if not path.name.endswith(".json"))
