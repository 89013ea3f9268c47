"""Real files of every kind, made in memory."""

import io
import zipfile

from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import Workbook
from PIL import Image

PDF = b"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
CSV = "Nombre;RUN\nÑandú Muñoz;12345678-5\n".encode("latin-1")


def upload(content: bytes, name: str = "archivo") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def picture(kind: str = "JPEG", size: tuple[int, int] = (640, 480), mode: str = "RGB", **options) -> bytes:
    """A picture, red above and blue below."""
    see_through = 0x80 if mode == "RGBA" else 0xFF
    image = Image.new("RGBA", size, (255, 0, 0, see_through))
    image.paste((0, 0, 255, see_through), (0, size[1] // 2, size[0], size[1]))
    output = io.BytesIO()
    image.convert("RGB" if mode != "RGBA" else mode).convert(mode).save(output, kind, **options)
    return output.getvalue()


def photo_with_position() -> bytes:
    """A phone's JPEG: turned on its side, with the place, the owner and a comment inside."""
    exif = Image.Exif()
    exif[0x0112] = 6  # to be turned 90° clockwise
    exif[0x013B] = "Ana Soto"
    exif.get_ifd(0x8825)[2] = (32.0, 52.0, 30.0)
    return picture(exif=exif, comment=b"casa de Ana Soto")


def workbook() -> bytes:
    book = Workbook()
    book.active["A1"] = "Nombre"
    output = io.BytesIO()
    book.save(output)
    return output.getvalue()


def zipped(**parts: bytes) -> bytes:
    """A zip with these parts; the first is stored, as OpenDocument asks."""
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/").replace("_dot_", "."), content)
    return output.getvalue()


def docx() -> bytes:
    return zipped(**{"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w:document/>"})


def open_document(kind: str) -> bytes:
    return zipped(mimetype=f"application/vnd.oasis.opendocument.{kind}".encode(), **{"content.xml": b"<x/>"})


def ole(*streams: str) -> bytes:
    """The skeleton of an old Office file: a header and a directory of streams."""
    directory = b""
    for name in ("Root Entry", *streams):
        written = name.encode("utf-16-le") + b"\0\0"
        kind = b"\x05" if name == "Root Entry" else b"\x02"
        directory += written.ljust(64, b"\0") + len(written).to_bytes(2, "little") + kind + b"\x01" + bytes(60)
    return bytes.fromhex("d0cf11e0a1b11ae1").ljust(512, b"\0") + directory
