"""The files of a package: made from its snapshot alone, kept once, and given out without the reserved ones."""

from dataclasses import dataclass

from django.db import transaction

from cases.funding import reach
from cases.funding.package import archive, names, output
from cases.funding.package import reading as packages_reading
from cases.funding.words import PackageFileKind
from cases.models import FundPackage, FundPackageFile
from cases.services.funding import moves
from incubator import files
from incubator.access import Permission
from incubator.enums import EvidenceKind, Tier
from incubator.models import Evidence
from incubator.paper import PaperError
from incubator.requirements import Refused
from incubator.services.evidence import record_of

JSON = "application/json"
PDF = "application/pdf"
#: Who may have the files made: whoever approves, files or writes here.
MAKERS = (Permission.APPROVE_FUNDS, Permission.FILE_FUNDS, Permission.WRITE_FUNDS)


@dataclass(frozen=True)
class _Part:
    """A file before its row: what it is, its name, what the index says, and where its bytes are."""

    kind: PackageFileKind
    name: str
    title: str
    evidence: Evidence
    is_reserved: bool = False


@transaction.atomic
def make_files(*, by, package, on) -> list[FundPackageFile]:
    """Every file of the package, in its order. Made once: whoever comes second gets the same rows.

    Raises Refused when the paper cannot say a letter of the text, or a document's file is not there.
    """
    held = moves.held(package.application, by=by, permission=_right(by, package.application))
    package = FundPackage.objects.get(pk=package.pk, application=held)
    if kept := list(package.files.order_by("position")):
        return kept
    try:
        parts = _parts(by, package, held, on)
    except PaperError as error:
        raise Refused("Algo de lo escrito no se puede imprimir: vuelva a editarlo, y apruébelo otra vez.") from error
    rows = FundPackageFile.objects.bulk_create(
        FundPackageFile(
            package=package,
            position=place,
            kind=part.kind,
            name=part.name,
            evidence=part.evidence,
            sha256=part.evidence.sha256,
            is_reserved=part.is_reserved,
        )
        for place, part in enumerate(parts)
    )
    moves.tell(by, "fund_package_files", on, held, subject=package, files=len(rows))
    return rows


def _right(by, application):
    return next((right for right in MAKERS if reach.may(by, right, application)), MAKERS[0])


def _parts(by, package, application, on) -> list[_Part]:
    """The index first, then the form, its data, the documents and quotations, and the reserved ones last."""
    taken = package.snapshot

    def own(kind, name, title, media_type, content):
        return _Part(kind, name, title, _kept(by, application, on, name, title, media_type, content))

    parts = [
        own(PackageFileKind.FORM, names.FORM, "Formulario", PDF, output.form_pdf(taken)),
        own(PackageFileKind.DATA, names.DATA, "Los mismos datos, para un programa", JSON, output.data(taken)),
        *_attached(taken),
    ]
    listed = [(part.name, part.title, part.evidence.sha256) for part in parts]
    index = own(PackageFileKind.INDEX, names.INDEX, "Índice", PDF, output.index_pdf(taken, listed))
    return [index, *parts]


def _kept(by, application, on, name, title, media_type, content) -> Evidence:
    stored = files.keep(content, media_type=media_type, name=name)
    place = application.stays_with or application.case.incubator
    told = {"kind": EvidenceKind.FUND, "tier": Tier.LEGAL, "description": title, "taken_on": on}
    return record_of(stored, by, incubator=place, **told)


def _attached(taken) -> list[_Part]:
    """Documents, quotations and reserved documents of the snapshot, by the rows that keep their files."""
    quotations = [one for one in taken["quotations"] if one["evidence"]]
    found = Evidence.objects.in_bulk([one["evidence"] for one in (*taken["documents"], *quotations)])
    plain = [one for one in taken["documents"] if not one["reserved"]]
    apart = [one for one in taken["documents"] if one["reserved"]]
    return [
        *(_document(found[one["evidence"]], place, one) for place, one in enumerate(plain, start=names.FIRST)),
        *(
            _quotation(found[one["evidence"]], names.FIRST + len(plain), number, one)
            for number, one in enumerate(quotations, start=1)
        ),
        *(_reserved(found[one["evidence"]], one) for one in apart),
    ]


def _document(evidence, place, one) -> _Part:
    name = names.document(place, one["title"], evidence.media_type)
    return _Part(PackageFileKind.DOCUMENT, name, one["title"], evidence)


def _quotation(evidence, first, number, one) -> _Part:
    name = names.quotation(first + number - 1, number, evidence.media_type)
    return _Part(PackageFileKind.QUOTATION, name, f"Cotización {number}: {one['item_name']}", evidence)


def _reserved(evidence, one) -> _Part:
    name = names.reserved(one["reserved"], evidence.media_type)
    return _Part(PackageFileKind.DOCUMENT, name, one["title"], evidence, is_reserved=True)


def zipped(*, by, package) -> bytes:
    """One ZIP of what this user may take: never the reserved ones; bank, tax and personal papers for who keeps them.

    Raises Refused when the files are not made yet, or one is not in the store.
    """
    reach.require(by, Permission.VIEW_FUNDS, package.application)
    rows = packages_reading.takeable(by, package)
    if not rows:
        raise Refused("Los archivos de este paquete todavía no están hechos: hágalos primero.")
    return archived(rows)


def archived(rows) -> bytes:
    """These files of a package in one ZIP."""
    try:
        return archive.zipped((row.name, files.read(row.sha256)) for row in rows)
    except FileNotFoundError as error:
        raise Refused("Falta un archivo en el almacenamiento: avise a quien administra el sistema.") from error
