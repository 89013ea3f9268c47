"""What every test of the census reader uses: the day, the communes, and one way to read."""

import datetime
from pathlib import Path

import pytest

from cases.census.reading import read_census
from cases.census.records import CensusReading
from incubator.territory import shipped_gazetteer
from tests.census.writers import as_xlsx

TODAY = datetime.date(2021, 6, 15)
#: The header and the rows that most tests of sentences start from.
HEAD = ["Agrupación", "Formal", "Rubro", "Fecha catastro", "Comuna", "RUN", "Nombre", "F. Nac.", "Discapacidad", "Fono"]
ANA = ["12.345.678-5", "Ana Soto Rey"]
LUIS = ["11.111.111-1", "Luis Vera Toro"]
SUN = ["Taller Sol", "Sí", "Costura", "03-05-2021", "Ovalle"]
MORE = ["", "", "", "", ""]
DATA = Path(__file__).parent.parent / "data" / "census"


@pytest.fixture(scope="session")
def read():
    """Read a census from bytes or a path, with the real communes and a fixed day."""
    gazetteer = shipped_gazetteer()

    def _read(source: Path | bytes, filename: str = "catastro.xlsx", **options: object) -> CensusReading:
        options.setdefault("today", TODAY)
        return read_census(source, filename, resolve_commune=gazetteer.resolve, **options)

    return _read


@pytest.fixture
def rows(read):
    """Read rows written under the usual header, or under another one."""

    def _rows(*rows, head=HEAD, **options):
        return read(as_xlsx({"Hoja1": [head, *rows]}), **options)

    return _rows
