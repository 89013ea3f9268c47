"""The files of a package come from its snapshot alone; the reserved ones never travel with the others."""

import hashlib
import io
import json
import zipfile

import pytest

from cases.enums import Stage
from cases.funding.bases.shapes import FieldKind, FormField, Section
from cases.funding.package import archive, canonical, form, names, output, reading, sheet
from cases.funding.words import PackageFileKind
from cases.models import FundPackageFile
from cases.services.funding import packages
from incubator import calendars, files
from incubator.enums import Role
from incubator.paper import PaperError
from incubator.requirements import Refused
from tests.factories.people import user_with
from tests.funding import packaged
from tests.funding.packaged import AT, DAY
from tests.support.papers import is_for_everybody

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def that_day():
    with calendars.travel(AT):
        yield


@pytest.fixture
def package(place):
    """A package with its files."""
    return packaged.a_package(place)[0]


def _unzipped(content):
    with zipfile.ZipFile(io.BytesIO(content)) as archived:
        return {name: archived.read(name) for name in archived.namelist()}


def test_the_files_are_made_once_in_the_order_of_the_index(package):
    rows = reading.files_of(package)
    assert [row.name for row in rows] == [
        "00-indice.pdf", "01-formulario.pdf", "02-datos.json", "03-carta-de-apoyo.pdf", "04-cedula-de-quien-firma.pdf",
        "05-cotizacion-1.pdf", "documento-reservado-1.pdf",
    ]  # fmt: skip
    assert [row.is_reserved for row in rows] == [False] * 6 + [True]
    again = packages.make_files(by=package.made_by, package=package, on=DAY)
    assert [row.pk for row in again] == [row.pk for row in rows]
    assert FundPackageFile.objects.count() == len(rows)


def test_each_file_is_what_its_digest_says_and_the_data_have_the_digest_of_the_package(package):
    for row in reading.files_of(package):
        assert hashlib.sha256(files.read(row.sha256)).hexdigest() == row.sha256 == row.evidence.sha256
    data = package.files.get(kind=PackageFileKind.DATA)
    assert data.sha256 == package.sha256
    assert json.loads(files.read(data.sha256)) == package.snapshot


def test_the_same_snapshot_gives_the_same_bytes(package):
    kept = {row.name: files.read(row.sha256) for row in reading.files_of(package)}
    read = json.loads(json.dumps(package.snapshot))
    assert output.form_pdf(read) == kept[names.FORM]
    assert output.data(read) == kept[names.DATA]
    rows = reading.files_of(package)[1:]
    titles = ["Formulario", "Los mismos datos, para un programa", "Carta de apoyo", "Cédula de quien firma"]
    titles += ["Cotización 1: Herramientas", "Documento reservado 1"]
    listed = [(row.name, title, row.sha256) for row, title in zip(rows, titles, strict=True)]
    assert output.index_pdf(read, listed) == kept[names.INDEX]
    parts = [("a.pdf", b"uno"), ("b.pdf", b"dos")]
    assert archive.zipped(parts) == archive.zipped(parts)


def test_the_form_and_the_index_are_readable_by_everybody_and_kept_by_archives(package):
    kept = {row.name: files.read(row.sha256) for row in reading.files_of(package)}
    is_for_everybody(kept[names.FORM], "print/fund_package.html")
    is_for_everybody(kept[names.INDEX], "print/fund_index.html")


def test_the_zip_holds_everything_but_the_reserved_documents(package):
    officer = user_with(Role.OFFICER_DISABILITY, at=package.application.case.incubator)
    held = _unzipped(packages.zipped(by=officer, package=package))
    assert list(held) == [row.name for row in reading.files_of(package) if not row.is_reserved]
    reserved = package.files.get(is_reserved=True)
    assert all(hashlib.sha256(content).hexdigest() != reserved.sha256 for content in held.values())


def test_no_name_of_a_file_says_a_name_of_somebody(package):
    people = package.application.case.organization.memberships.select_related("person")
    words = {part.lower() for row in people for part in row.person.name.split()}
    said = " ".join([*(row.name for row in package.files.all()), names.archive(package.application.code, 1)])
    assert not [word for word in words if word in said.lower()]


def test_who_may_not_see_bank_tax_or_personal_papers_takes_the_others(package):
    case = package.application.case
    adviser = user_with(Role.ADVISOR, at=case.incubator, groups=[case.organization])
    auditor = user_with(Role.AUDITOR, at=package.application.call.agreement)
    assert "04-cedula-de-quien-firma.pdf" not in [row.name for row in reading.takeable(adviser, package)]
    taken = [row.name for row in reading.takeable(auditor, package)]
    assert "04-cedula-de-quien-firma.pdf" in taken
    assert "documento-reservado-1.pdf" not in taken


def test_a_package_whose_paper_cannot_be_made_stays_frozen_and_its_files_are_made_later(place, monkeypatch):
    case, team = packaged.a_case(place)
    package = packaged.ready(packaged.reviewed(packaged.written(case, team), team), team, with_files=False)
    with monkeypatch.context() as broken:
        broken.setattr(output, "form_pdf", _no_paper)
        with pytest.raises(Refused, match="no se puede imprimir"):
            packages.make_files(by=team.coordinator, package=package, on=DAY)
    assert not package.files.exists()
    assert reading.is_intact(package)
    assert len(packages.make_files(by=team.officer, package=package, on=DAY)) == 7


def _no_paper(_snapshot):
    raise PaperError("a page would lose something")


def test_the_copying_sheet_counts_as_the_agency_and_keeps_its_order(package):
    parts = sheet.parts(package.snapshot)
    assert [part.title for part in parts] == ["Quién postula", "El proyecto", "Qué se hará", "Presupuesto"]
    cells = {cell.label: cell for part in parts for cell in part.cells}
    assert cells["Por qué hace falta"].count == "8 de 20 palabras"
    assert cells["Quiénes ayudan"].rows == (("Municipalidad", "Sala"), ("Liceo", "Clases"))
    assert cells["Total que se pide"].text == "900000"
    said = sheet.as_text(package.snapshot)
    assert said.index("== El proyecto ==") < said.index("== Qué se hará ==") < said.index("== Presupuesto ==")
    assert "Por qué hace falta (8 de 20 palabras)\nCosemos por encargo y nos falta una máquina.\n" in said


def test_a_form_without_money_or_with_blank_fields_is_printed_too(place):
    blank = Section("free", "Lo demás", (FormField("note", "Algo más", FieldKind.TABLE, False, columns=("A", "B")),))
    bases = packaged.asked(sections=(*packaged.asked().sections, blank))
    case, team = packaged.a_case(place)
    package = packaged.ready(packaged.reviewed(packaged.written(case, team, bases=bases), team), team)
    plain = package.snapshot | {"budget": None, "quotations": [], "documents": []}
    is_for_everybody(output.form_pdf(plain), "print/fund_package.html")
    assert form.grid(package.snapshot["sections"][2]["fields"][0]) == ((), [])
    assert case.stage == Stage.BUSINESS


@pytest.mark.parametrize(
    ("value", "kept"),
    [(2.0, 2), (1e16, 10**16), (0.1, 0.1), ("a\x00b", "ab"), ((1, 2), [1, 2]), ({1: None}, {"1": None}), (True, True)],
)
def test_a_value_is_written_as_postgresql_gives_it_back(value, kept):
    assert canonical.plain(value) == kept
    assert canonical.plain(json.loads(canonical.written(canonical.plain(value)))) == kept
