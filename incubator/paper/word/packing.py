"""Document → bytes: entries in order and with one date, so that the same document is the same file."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx.document import Document

_FIRST = "[Content_Types].xml"
_DATE = (1980, 1, 1, 0, 0, 0)  # the first one a zip file can say


def packed(document: Document) -> bytes:
    """The file."""
    raw, out = BytesIO(), BytesIO()
    document.save(raw)
    with ZipFile(raw) as before, ZipFile(out, "w", ZIP_DEFLATED) as after:
        for name in sorted(before.namelist(), key=lambda one: (one != _FIRST, one)):
            entry = ZipInfo(name, _DATE)
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 3
            after.writestr(entry, before.read(name))
    return out.getvalue()
