"""What a file is, decided by its content alone; its name only tells a person what to correct."""

import io
import json
import zipfile
import zlib
from pathlib import PurePath

import filetype
from django.core.exceptions import ValidationError

from incubator.files import pictures

PDF = "application/pdf"
JPEG, PNG, WEBP, HEIC = "image/jpeg", "image/png", "image/webp", "image/heic"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLS = "application/vnd.ms-excel"
ODS = "application/vnd.oasis.opendocument.spreadsheet"
ODT = "application/vnd.oasis.opendocument.text"
CSV = "text/csv"
JSON = "application/json"

PICTURES = frozenset({JPEG, PNG, WEBP, HEIC})
WORKBOOKS = frozenset({XLSX, XLS, ODS, CSV})
ALLOWED = PICTURES | WORKBOOKS | {PDF, DOCX, ODT}
SUFFIXES = {
    PDF: ".pdf", JPEG: ".jpg", PNG: ".png", WEBP: ".webp", HEIC: ".heic", XLSX: ".xlsx", XLS: ".xls", ODS: ".ods",
    CSV: ".csv", DOCX: ".docx", ODT: ".odt", JSON: ".json",
}  # fmt: skip
# For <input type="file" accept="…">.
ACCEPT = ",".join(sorted({*(SUFFIXES[kind] for kind in ALLOWED), ".jpeg", ".tsv", ".txt"}))

_LABELS = {
    PDF: "PDF", JPEG: "JPEG", PNG: "PNG", WEBP: "WebP", HEIC: "HEIC", XLSX: "Excel", XLS: "Excel", ODS: "OpenDocument",
    CSV: "CSV", DOCX: "Word (.docx)", ODT: "OpenDocument de texto", JSON: "JSON",
}  # fmt: skip
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_OOXML_PARTS = (("xl/workbook.xml", XLSX), ("word/document.xml", DOCX))
_ODF_TYPES = {ODS, ODT}
_TEXT_SUFFIXES = {".csv", ".tsv", ".txt"}
_CONTROLS = bytes(set(range(32)) - {9, 10, 12, 13, 26}) + b"\x7f"
_MAX_ENTRIES = 20_000


class FileRefusedError(ValidationError):
    """The file cannot be kept; the message is a sentence for the person who sent it."""


def media_type_of(content: bytes, name: str, allowed: frozenset[str] = ALLOWED) -> str:
    """The media type of a file that may be kept, by its content; raises FileRefusedError."""
    if not content:
        raise FileRefusedError("El archivo está vacío. Revise que se haya guardado bien y súbalo otra vez.")
    found = _detect(content, name)
    if found not in allowed:
        raise FileRefusedError(_not_accepted(allowed))
    if found in PICTURES:
        try:
            pictures.check(content)
        except pictures.PictureError as error:
            raise FileRefusedError(str(error)) from error
    return found


def _detect(content: bytes, name: str) -> str | None:
    if content.startswith(_OLE):
        return _ole(content)
    if content.startswith(b"PK\x03\x04"):
        return _zipped(content)
    if b"%PDF-" in content[:1024]:
        return PDF
    guess = filetype.guess(content[:8192])
    if guess is not None and guess.mime in PICTURES:
        return guess.mime
    if guess is None and (content[4:12] in {b"ftypheix", b"ftypmif1", b"ftypheim"}):
        return HEIC
    if guess is not None:
        return None
    return CSV if _is_table_text(content, name) else JSON if _is_json(content) else None


def _ole(content: bytes) -> str | None:
    """The old Office container: a workbook, or something that is not accepted."""
    streams = _ole_streams(content)
    if "EncryptedPackage" in streams:
        raise FileRefusedError(
            "El archivo tiene contraseña. Ábralo, quítele la contraseña, guárdelo y súbalo otra vez."
        )
    if streams & {"Workbook", "Book"}:
        return XLS
    if "WordDocument" in streams:
        raise FileRefusedError("Es un documento de Word antiguo (.doc). Guárdelo como .docx o PDF y súbalo otra vez.")
    return None


def _ole_streams(content: bytes) -> set[str]:
    """Names of the streams: directory entries are 128 bytes, aligned, and say their own name's length."""
    found = set()
    for name in ("Workbook", "Book", "WordDocument", "EncryptedPackage"):
        written = name.encode("utf-16-le") + b"\0\0"
        place = content.find(written)
        while place != -1:
            length = int.from_bytes(content[place + 64 : place + 66], "little")
            if place % 128 == 0 and length == len(written) and content[place + 66 : place + 67] == b"\x02":
                found.add(name)
                break
            place = content.find(written, place + 1)
    return found


def _zipped(content: bytes) -> str | None:
    """Office Open XML or OpenDocument, told apart by their own parts; nothing is unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = [entry.filename for entry in archive.infolist()]
            declared = archive.read("mimetype") if _is_small(archive, "mimetype") else b""
    except (zipfile.BadZipFile, zlib.error, OSError, RuntimeError, NotImplementedError, ValueError) as error:
        raise FileRefusedError("El archivo está dañado y no se puede abrir. Guárdelo otra vez y súbalo.") from error
    if len(names) > _MAX_ENTRIES:
        raise FileRefusedError("El archivo tiene demasiadas partes por dentro. Guárdelo otra vez como PDF o Excel.")
    present = set(names)
    if any(name.lower().endswith("vbaproject.bin") for name in present):
        raise FileRefusedError("El archivo lleva macros. Guárdelo sin macros (.xlsx o .docx) y súbalo otra vez.")
    text = declared.decode("ascii", "replace").strip()
    if text in _ODF_TYPES:
        return text
    if "[Content_Types].xml" not in present:
        return None
    return next((kind for part, kind in _OOXML_PARTS if part in present), None)


def _is_small(archive: zipfile.ZipFile, name: str) -> bool:
    try:
        return archive.getinfo(name).file_size <= 200
    except KeyError:
        return False


def _is_table_text(content: bytes, name: str) -> bool:
    """Text that may be a CSV or TSV, in UTF-8, UTF-16 with its mark, or one byte per letter; never markup or JSON."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            text = content.decode("utf-16")
        except UnicodeDecodeError:
            return False
        start = text.lstrip()[:20]
        has_controls = any(ord(letter) < 32 and letter not in "\t\n\r\f" for letter in text)
    else:
        start = content.removeprefix(b"\xef\xbb\xbf").lstrip()[:20].decode("latin-1")
        has_controls = content.translate(None, _CONTROLS) != content
    if has_controls or start.startswith(("<", "{", "%!")):
        return False
    return PurePath(name).suffix.lower() in _TEXT_SUFFIXES or any(mark in content[:4096] for mark in b",;\t")


def _is_json(content: bytes) -> bool:
    """A JSON object or list, whole; only where JSON is asked for is it accepted."""
    if content.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] not in (b"{", b"["):
        return False
    try:
        json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return False
    return True


def _not_accepted(allowed: frozenset[str]) -> str:
    labels = list(dict.fromkeys(label for kind, label in _LABELS.items() if kind in allowed))
    *most, last = labels
    listed = f"{', '.join(most)} o {last}" if most else last
    return f"Ese tipo de archivo no se acepta. Guárdelo como {listed} y súbalo otra vez."
