"""The content decides what a file is; a name never does."""

import pytest

from incubator.files import PICTURES, WORKBOOKS, FileRefusedError, media_type_of, storage
from incubator.files.kinds import CSV, DOCX, HEIC, JPEG, ODS, ODT, PDF, PNG, WEBP, XLS, XLSX
from incubator.files.pictures import PictureError, check
from tests.files import samples

ACCEPTED = {
    "a PDF": (samples.PDF, PDF),
    "a PDF after some bytes": (b"\n\n" + samples.PDF, PDF),
    "a JPEG": (samples.picture("JPEG"), JPEG),
    "a PNG": (samples.picture("PNG"), PNG),
    "a WebP": (samples.picture("WEBP"), WEBP),
    "a HEIC": (samples.picture("HEIF"), HEIC),
    "a workbook": (samples.workbook(), XLSX),
    "an old workbook": (samples.ole("Workbook"), XLS),
    "a very old workbook": (samples.ole("Book"), XLS),
    "an ODS": (samples.open_document("spreadsheet"), ODS),
    "an ODT": (samples.open_document("text"), ODT),
    "a Word document": (samples.docx(), DOCX),
    "a Latin-1 CSV": (samples.CSV, CSV),
    "a UTF-8 CSV with mark": ("\ufeffNombre,RUN\n".encode(), CSV),
    "a UTF-16 CSV": ("Nombre\tRUN\nÑandú\t1\n".encode("utf-16"), CSV),
}


@pytest.mark.parametrize(("content", "kind"), ACCEPTED.values(), ids=ACCEPTED)
@pytest.mark.parametrize("name", ["archivo", "foto.exe", "planilla.csv", "documento.pdf"])
def test_an_accepted_file_is_recognised_whatever_its_name(content, kind, name):
    assert media_type_of(content, name) == kind


REFUSED = {
    "nothing": (b"", "vacío"),
    "a web page": (b"<!doctype html><script>alert(1)</script>", "no se acepta"),
    "a drawing with scripts": (b'<svg xmlns="http://www.w3.org/2000/svg"/>', "no se acepta"),
    "an XML workbook": (b"<?xml version='1.0'?><Workbook/>", "no se acepta"),
    "a UTF-16 web page": ("<html>a,b".encode("utf-16"), "no se acepta"),
    "JSON": (b'{"a": 1, "b": 2}', "no se acepta"),
    "RTF": (b"{\\rtf1 hola, chao}", "no se acepta"),
    "a program": (b"MZ\x90\x00" + bytes(200), "no se acepta"),
    "a GIF": (samples.picture("GIF"), "no se acepta"),
    "a TIFF": (samples.picture("TIFF"), "no se acepta"),
    "noise": (bytes(range(256)) * 4, "no se acepta"),
    "a zip of anything": (samples.zipped(a=b"1"), "no se acepta"),
    "a zip that says it is a page": (samples.zipped(mimetype=b"text/html"), "no se acepta"),
    "a broken zip": (b"PK\x03\x04" + bytes(100), "dañado"),
    "a workbook with macros": (
        samples.zipped(**{"[Content_Types].xml": b"", "xl/workbook.xml": b"", "xl/vbaProject.bin": b""}),
        "macros",
    ),
    "a workbook with a password": (samples.ole("EncryptionInfo", "EncryptedPackage"), "contraseña"),
    "an old Word document": (samples.ole("WordDocument"), r"\.docx"),
    "an installer in the old container": (samples.ole("MsiSummary"), "no se acepta"),
    "half a photo": (samples.picture("JPEG")[:400], "dañada"),
    "half a drawing": (samples.picture("PNG", (800, 800))[:-200], "dañada"),
    "a picture that unfolds": (samples.picture("PNG", (9000, 9000), "L"), "megapíxeles"),
}


@pytest.mark.parametrize(("content", "sentence"), REFUSED.values(), ids=REFUSED)
@pytest.mark.parametrize("name", ["planilla.csv", "planilla.xlsx", "foto.jpg"])
def test_anything_else_is_refused_with_a_sentence(content, sentence, name):
    with pytest.raises(FileRefusedError, match=sentence):
        media_type_of(content, name)


def test_one_column_of_text_is_a_table_only_if_its_name_says_so():
    assert media_type_of(b"Nombre\nAna\n", "nombres.csv") == CSV
    with pytest.raises(FileRefusedError):
        media_type_of(b"Nombre\nAna\n", "nombres")


def test_a_form_may_accept_fewer_kinds_and_says_which():
    with pytest.raises(FileRefusedError, match="JPEG, PNG, WebP o HEIC"):
        media_type_of(samples.PDF, "acta.pdf", PICTURES)
    with pytest.raises(FileRefusedError, match="Excel, OpenDocument o CSV"):
        media_type_of(samples.PDF, "catastro.csv", WORKBOOKS)


@pytest.mark.parametrize(
    ("name", "tidy"),
    [
        ("C:\\Users\\Ana\\acta.pdf", "acta.pdf"),
        ("../../etc/passwd", "passwd"),
        ("acta\r\nX: y.pdf", "actaX: y.pdf"),
        ("", "archivo"),
        ("Ñandú 1.pdf", "Ñandú 1.pdf"),
    ],
)
def test_a_name_is_kept_without_folders_or_control_characters(name, tidy):
    assert storage.tidy_name(name) == tidy
    assert len(storage.tidy_name("a" * 400 + ".pdf")) == 200


def test_half_a_drawing_is_refused_even_after_something_was_printed():
    import weasyprint  # noqa: F401 - it lets Pillow accept truncated pictures, everywhere in the process

    with pytest.raises(PictureError, match="dañada"):
        check(samples.picture("PNG", (800, 800))[:-200])
