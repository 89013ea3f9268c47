"""The last pass over a laid-out PDF: both standards named, attachments, fixed dates and bytes."""

from collections.abc import Sequence
from datetime import datetime
from hashlib import md5
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from incubator.paper import metadata, tags
from incubator.paper.attachments import Attachment
from incubator.paper.errors import PaperError
from incubator.paper.saving import saved

_OUR_TYPEFACE = "Atkinson-Hyperlegible-Next"


def finish(
    pdf_bytes: bytes, *, title: str, author: str, language: str, created: datetime, attachments: Sequence[Attachment]
) -> bytes:
    """PDF/UA-1 and PDF/A-3a in one file, the same bytes for the same input."""
    with pikepdf.open(BytesIO(pdf_bytes)) as pdf:
        _refuse_foreign_fonts(pdf)
        tags.complete(pdf)
        _describe(pdf, title=title, author=author, language=language, created=created)
        _attach(pdf, attachments, created)
        return saved(pdf)


def _refuse_foreign_fonts(pdf: pikepdf.Pdf) -> None:
    """A typeface borrowed from the machine would make the pages depend on it."""
    for descriptor in pdf.objects:
        if isinstance(descriptor, Dictionary) and descriptor.get("/Type") == Name.FontDescriptor:
            name = str(descriptor.FontName).partition("+")[2]
            if not name.startswith(_OUR_TYPEFACE):
                raise PaperError(f"The document needs a typeface that is not shipped with Minga: {name}.")


def _describe(pdf: pikepdf.Pdf, *, title: str, author: str, language: str, created: datetime) -> None:
    """Title, language, dates and standards, said in the catalog, in the Info dictionary and in XMP."""
    packet = pikepdf.Stream(pdf, metadata.xmp(title=title, author=author, language=language, created=created))
    packet.Type, packet.Subtype = Name.Metadata, Name.XML
    root = pdf.Root
    root.Metadata = pdf.make_indirect(packet)
    root.Lang = String(language)
    root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    root.MarkInfo = Dictionary(Marked=True, Suspects=False)
    if "/Outlines" in root:
        root.PageMode = Name.UseOutlines
    for key in list(pdf.docinfo):
        del pdf.docinfo[key]
    for key, value in metadata.info(title=title, author=author, created=created).items():
        pdf.docinfo[key] = String(value)


def _attach(pdf: pikepdf.Pdf, attachments: Sequence[Attachment], created: datetime) -> None:
    """Embed the files as associated files of the whole document (ISO 19005-3 §6.8)."""
    if not attachments:
        return
    names, files = Array(), Array()
    for attachment in sorted(attachments, key=lambda one: one.name):
        stream = pikepdf.Stream(pdf, attachment.content)
        stream.Type, stream.Subtype = Name.EmbeddedFile, Name(f"/{attachment.mime}")
        stream.Params = Dictionary(
            Size=len(attachment.content),
            CreationDate=String(metadata.pdf_date(created)),
            ModDate=String(metadata.pdf_date(created)),
            CheckSum=String(md5(attachment.content, usedforsecurity=False).digest()),
        )
        content = pdf.make_indirect(stream)
        specification = pdf.make_indirect(
            Dictionary(
                Type=Name.Filespec,
                F=String(attachment.name),
                UF=String(attachment.name),
                Desc=String(attachment.description),
                AFRelationship=Name(f"/{attachment.relationship}"),
                EF=Dictionary(F=content, UF=content),
            )
        )
        names.extend([String(attachment.name), specification])
        files.append(specification)
    if "/Names" not in pdf.Root:
        pdf.Root.Names = Dictionary()
    pdf.Root.Names.EmbeddedFiles = pdf.make_indirect(Dictionary(Names=names))
    pdf.Root.AF = files
