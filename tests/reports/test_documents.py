"""The files of a report: both standards, the same figures on screen, paper and workbook, the same bytes each time."""

import hashlib
import re
import subprocess
from datetime import date
from io import BytesIO

import pikepdf
import pytest
from openpyxl import load_workbook

from incubator import files
from reports import documents
from reports.codes import grouped
from reports.enums import Product
from reports.services import products, reading
from reports.tables import every_table, shown
from reports.views.shown import screen_tables
from tests.reports.world import JUNE, MAY, World, a_month
from tests.support.papers import is_for_everybody

pytestmark = pytest.mark.django_db(transaction=True)


def words(pdf, tmp_path):
    """The text of a PDF without spaces nor line breaks: tables wrap."""
    path = tmp_path / "leer.pdf"
    path.write_bytes(pdf)
    return subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True).stdout


def squeezed(text):
    return re.sub(r"\s", "", text)


def story():
    world = World(groups=3)
    late = a_month(world, MAY)
    may = world.sealed(MAY)
    world.session(date(2021, 5, 20), world.cases[0], logged_on=date(2021, 6, 10))
    world.void(late, "Registrada dos veces")
    a_month(world, JUNE)
    return world, may


def test_a_sealed_report_and_its_draft_successor_are_whole(tmp_path):
    """One long walk, since printing is slow: files, standards, words, figures, bytes."""
    world, may = story()
    kept = {file.product: files.read(file.evidence.sha256) for file in may.files.select_related("evidence")}
    assert set(kept) == set(Product)

    is_for_everybody(kept[Product.REPORT_PDF], "print/report.html")
    is_for_everybody(kept[Product.ANNEX_PDF], "print/report_annex.html")

    for file in may.files.select_related("evidence"):
        assert hashlib.sha256(kept[file.product]).hexdigest() == file.evidence.sha256
        assert file.evidence.tier == (2 if file.product in (Product.ANNEX_PDF, Product.ANNEX_XLSX) else 1)
    annex_code = may.files.get(product=Product.ANNEX_PDF).code
    assert {file.code for file in may.files.all()} == {may.code, annex_code}
    annex, informe = reading.verified(annex_code), reading.verified(may.code)
    assert (annex.is_annex, informe.is_annex) == (True, False)
    assert {name for name, _ in informe.files} == {"Informe (PDF)", "Informe (Excel)"}
    assert not {digest for _, digest in annex.files} & {digest for _, digest in informe.files}

    again = {made.product: made.content for made in documents.informe(type(may).objects.get(pk=may.pk))}
    assert again[Product.REPORT_PDF] == kept[Product.REPORT_PDF]
    assert again[Product.REPORT_XLSX] == kept[Product.REPORT_XLSX]

    with pikepdf.open(BytesIO(kept[Product.REPORT_PDF])) as pdf:
        (attached,) = pdf.Root.AF
        assert attached.EF.F.read_bytes() == kept[Product.REPORT_XLSX]
        assert pdf.Root.Outlines is not None
        assert str(pdf.Root.Lang) == "es-CL"
        assert "mayo de 2021" in str(pdf.docinfo["/Title"])

    text = words(kept[Product.REPORT_PDF], tmp_path)
    for sheet in text.split("\f")[1:-1]:
        assert grouped(may.code) in sheet
    names = [person.surname_1 for people in world.members for person in people]
    assert not any(re.search(rf"\b{name}\b", text) for name in names)
    annex = words(kept[Product.ANNEX_PDF], tmp_path)
    assert all(name in squeezed(annex) for name in names[:12])
    sheets = load_workbook(BytesIO(kept[Product.ANNEX_XLSX]))
    heads = {cell.value for name in sheets.sheetnames[1:] for cell in sheets[name][1]}
    assert not any(re.search("discapacidad|cuida|apoyo|tel|correo|etnia|tramo", str(head).lower()) for head in heads)

    draft = world.compose(JUNE)
    made = {one.product: one for one in documents.informe(draft)}
    pdf, book = made[Product.REPORT_PDF].content, made[Product.REPORT_XLSX].content
    assert made[Product.REPORT_PDF].name == "informe-05501-2021-06-borrador.pdf"
    flat = squeezed(words(pdf, tmp_path))
    assert "Borrador.Lascifraspuedencambiar" in flat
    assert "verificar/" not in flat
    with pikepdf.open(BytesIO(pdf)) as opened:
        assert str(opened.docinfo["/CreationDate"]).startswith("D:20210630")

    figures = reading.figures_of(draft)
    the_same_everywhere(draft, figures, flat, book)
    it_opens_in_libreoffice(book, tmp_path)


def the_same_everywhere(draft, figures, flat, book):
    """Each row of each table reads alike on paper and on screen, and the workbook holds its values."""
    sheets = load_workbook(BytesIO(book))
    on_screen = screen_tables(draft, figures)
    for key, table in every_table(figures).items():
        screen = [[cell.text for cell in row] for row in on_screen[key].rows]
        screen += [[cell.text for cell in on_screen[key].total]] if on_screen[key].total else []
        sheet = list(sheets[table.sheet].iter_rows(min_row=2, values_only=True))
        assert len(screen) == len(sheet) == len(table.every_row)
        for row, texts, cells in zip(table.every_row, screen, sheet, strict=True):
            for value, text, cell, column in zip(row.values, texts, cells, table.columns, strict=True):
                assert text == shown(value, column.kind)
                if column.is_number and not isinstance(value, str):
                    assert float(cell) == pytest.approx(float(value) / (100 if column.kind == "percent" else 1))
            if not table.is_long and len(texts) > 2 and len(texts[0]) < 18:
                numbers = "".join(texts[place] for place, column in enumerate(table.columns) if column.is_number)
                assert squeezed(numbers) in flat, (key, texts)


def it_opens_in_libreoffice(book, tmp_path):
    """Converted without complaint, and the first sheet says what it is."""
    path = tmp_path / "informe.xlsx"
    path.write_bytes(book)
    profile = f"-env:UserInstallation=file://{tmp_path}/office"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1",
    ]
    subprocess.run([*command, "--outdir", tmp_path, path], capture_output=True, check=True, timeout=120)
    made = {file.name: file.read_text() for file in tmp_path.glob("*.csv")}
    assert any("Léeme" in name for name in made)
    kinds = next(text for name, text in made.items() if "Horas por tipo" in name)
    assert "Sesión con grupo" in kinds
    assert "Total" in kinds


def test_the_sealed_files_are_given_again_byte_by_byte_and_the_annex_is_not_among_them(tmp_path, monkeypatch):
    world = World(groups=1)
    may = world.sealed(MAY)
    monkeypatch.setattr("incubator.paper.render_pdf", lambda *args, **kwargs: pytest.fail("nothing is printed again"))
    written = products.write_to(tmp_path, may)
    assert [path.name for path in written] == ["informe-05501-2021-05-v1.pdf", "informe-05501-2021-05-v1.xlsx"]
    for path, file in zip(written, may.files.order_by("id"), strict=False):
        assert hashlib.sha256(path.read_bytes()).hexdigest() == file.evidence.sha256
