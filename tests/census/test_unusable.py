"""Files that are no census, or hostile ones: a clear sentence, quickly and in little memory."""

import io
import subprocess
import sys
import time
import zipfile

import openpyxl
import pytest

from cases.census.records import UnusableWorkbook
from tests.census.writers import ODS_NAMESPACES, as_ods, as_text, as_xlsx, zipped

PEOPLE = [
    ["Agrupación", "Nombre", "RUN", "Teléfono"],
    ["Taller Sol", "Ana Soto Rey", "12.345.678-5", "9 8765 4321"],
]
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# How the stream of an .xls begins when it is encrypted: BOF, then FILEPASS (RC4), as Excel's default key also writes.
BOF = bytes.fromhex("09081000000605005a4fcd07c900020006080000")
FILEPASS = bytes.fromhex("2f0036000100010001")
XML_BOMB = (
    '<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a1 "lol">'
    + "".join(f'<!ENTITY a{n} "{10 * f"&a{n - 1};"}">' for n in range(2, 10))
    + "]><sst>&a9;</sst>"
)


def _rewritten(data, **parts):
    """The zip with some of its parts replaced."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return zipped({name: parts.get(name, archive.read(name)) for name in archive.namelist()})


def _strict():
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    data = as_xlsx({"Hoja1": PEOPLE})
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        book = archive.read("xl/workbook.xml").decode().replace(main, "http://purl.oclc.org/ooxml/spreadsheetml/main")
    return _rewritten(data, **{"xl/workbook.xml": book})


def _duplicated():
    buffer = io.BytesIO(as_xlsx({"Hoja1": PEOPLE}))
    with zipfile.ZipFile(buffer, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("xl/worksheets/sheet1.xml", "<worksheet/>")
    return buffer.getvalue()


def _far_cell():
    book = openpyxl.Workbook()
    book.active["A1"], book.active["XFD1048576"] = "Nombre", "lejos"
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _repeated_ods():
    row = '<table:table-row table:number-rows-repeated="1048576"><table:table-cell office:value-type="string" '
    row += 'table:number-columns-repeated="1024"><text:p>x</text:p></table:table-cell></table:table-row>'
    table = f'<table:table table:name="H">{row}</table:table>'
    body = f"<office:body><office:spreadsheet>{table}</office:spreadsheet></office:body>"
    content = f"<office:document-content {ODS_NAMESPACES}>{body}</office:document-content>"
    return zipped({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": content})


def _zip_bomb():
    return _rewritten(as_xlsx({"Hoja1": PEOPLE}), **{"xl/styles.xml": b" " * (200 << 20)})


UNUSABLE = {
    "empty.xlsx": (lambda: b"", "vacío"),
    "informe.csv": (lambda: b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "un PDF"),
    "datos.xlsx": (lambda: b'<?xml version="1.0"?><Workbook><Row/></Workbook>', "un archivo XML"),
    "tabla.xls": (lambda: b"<html><table><tr><td>RUN</td></tr></table></html>", "una página web"),
    "foto.xlsx": (lambda: b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "una imagen"),
    "carta.xlsx": (lambda: zipped({"[Content_Types].xml": "<Types/>", "word/document.xml": "<w/>"}), "Word"),
    "cortado.xlsx": (lambda: as_xlsx({"H": PEOPLE})[:900], "dañado"),
    "basura.xls": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "dañado"),
    "binario.csv": (lambda: bytes(range(256)) * 4, "no es de texto"),
    "cifrada.xls": (lambda: OLE + b"\0" * 504 + BOF + FILEPASS + b"\x01" * 80, "contraseña"),
    "cifrada.xlsx": (lambda: OLE + b"\0" * 504 + "EncryptedPackage".encode("utf-16-le"), "contraseña"),
    "estricta.xlsx": (_strict, "Strict"),
    "repetida.xlsx": (_duplicated, "repetidas"),
    "entidades.xlsx": (lambda: _rewritten(as_xlsx({"H": PEOPLE}), **{"xl/styles.xml": XML_BOMB}), "definiciones XML"),
    "bomba.xlsx": (_zip_bomb, "crece demasiado"),
    "lejos.xlsx": (_far_cell, "muy lejos"),
    "lejos.ods": (_repeated_ods, "muy lejos"),
    "blanco.xlsx": (lambda: as_xlsx({"Hoja1": [[]]}), "ninguna celda"),
    "blanco.csv": (lambda: b"\r\n;;;\r\n", "ninguna celda"),
    "enorme.csv": (lambda: b"a;b\r\n" * (6 << 20), "25 MB"),
    "otra.xlsx": (lambda: as_xlsx({"Hoja1": [["Cuenta", "Monto"], ["Caja", 5], ["Banco", 7]]}), "encabezados"),
    "solo_encabezados.csv": (lambda: as_text([["Agrupación", "Nombre", "RUN", "Fono"]]), "ninguna fila"),
    "vacia.ods": (lambda: as_ods({"Hoja1": [[]]}), "ninguna celda"),
}


@pytest.mark.parametrize("filename", UNUSABLE)
def test_an_unusable_file_says_what_to_do(read, filename):
    make, word = UNUSABLE[filename]
    data, start = make(), time.monotonic()
    with pytest.raises(UnusableWorkbook) as refused:
        read(data, filename)
    assert word in refused.value.sentence
    assert refused.value.sentence.endswith(".")
    assert time.monotonic() - start < 10


def _form(path):
    """A form of a few words whose sheet has 65,535 rows of 255 empty, formatted cells."""
    row = "".join(f'<c r="{openpyxl.utils.get_column_letter(n)}{{0}}" s="1"/>' for n in range(1, 256))
    head = '<row r="1"><c r="A1" t="inlineStr"><is><t>Nombre</t></is></c></row>'
    with zipfile.ZipFile(io.BytesIO(as_xlsx({"Hoja1": PEOPLE}))) as given, zipfile.ZipFile(path, "w", 8) as archive:
        for name in given.namelist():
            if not name.endswith("sheet1.xml"):
                archive.writestr(name, given.read(name))
        with archive.open("xl/worksheets/sheet1.xml", "w") as part:
            part.write(b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">')
            part.write(b'<dimension ref="A1:IU65535"/><sheetData>' + head.encode())
            for number in range(2, 65536):
                part.write(f'<row r="{number}">{row.replace("{0}", str(number))}</row>'.encode())
            part.write(b"</sheetData></worksheet>")


def test_a_form_of_sixteen_million_empty_cells_is_refused_in_ten_seconds_and_300_megabytes(tmp_path):
    path = tmp_path / "formulario.xlsx"
    _form(path)
    # VmHWM is the peak of the program alone; ru_maxrss would count the process that started it.
    code = (
        "import sys, datetime; from pathlib import Path\n"
        "from cases.census.reading import read_census, UnusableWorkbook\n"
        "try: read_census(Path(sys.argv[1]), 'f.xlsx', resolve_commune=str, today=datetime.date(2021, 6, 15))\n"
        "except UnusableWorkbook as refused: print(refused.sentence)\n"
        "peak = next(line for line in open('/proc/self/status') if line.startswith('VmHWM'))\n"
        "print(int(peak.split()[1]) // 1024)"
    )
    start = time.monotonic()
    done = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True)
    *sentence, megabytes = done.stdout.splitlines()
    assert sentence
    assert time.monotonic() - start < 10
    assert int(megabytes) < 300, megabytes
