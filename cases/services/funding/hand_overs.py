"""The reserved documents of a package leave the house: only through a row that says to whom, why and which ones.

Between public bodies with the six fields of Ley 19.880, art. 24 bis; to a private fund with the authorisation of each
person, in force that day. The files are given out from that row alone, and each time it is a reading that is logged.
"""

from dataclasses import dataclass

from django.db import transaction

from cases.funding import reach
from cases.funding.words import DocumentOf, HandOverBasis
from cases.models import FundHandOver, FundPackage, VaultDocument
from cases.services.funding import moves, packages
from incubator import consenting
from incubator.access import Permission
from incubator.enums import MembershipRole
from incubator.models import Membership, ReadingLog
from incubator.purposes import Purpose
from incubator.requirements import Finding, Kind, Refused

#: The rights of whoever hands them over: both.
RIGHTS = (Permission.HAND_OVER_FUND_PAPERS, Permission.VIEW_SENSITIVE)
#: Why it was read, in the log that the persons may see (incubator.readings says it in words).
PURPOSE = "fund_papers"
#: The register of art. 24 bis: what it must say.
REGISTER = ("requesting_body", "official", "procedure", "data_asked", "legal_basis", "covers_from", "covers_to")
_LACKS = "Falta la autorización de {} para entregar sus documentos a un fondo privado: pídala antes."


@dataclass(frozen=True)
class Consents:
    """Who the chosen documents are of, and who of them does not authorise it that day."""

    persons: tuple[int, ...]
    given: tuple[int, ...]
    missing: tuple[int, ...]


def basis_of(call) -> HandOverBasis:
    """On which basis the documents of a package for this call may leave."""
    return HandOverBasis.CONSENT if call.agency.is_private else HandOverBasis.ARTICLE_24_BIS


@transaction.atomic
def hand_over(*, by, package, files, on, recipient, purpose, evidence=None, **register) -> FundHandOver:
    """Write the row: from then on these documents (reserved files of the package) may be taken from it.

    `register`: the fields of REGISTER, all of them between public bodies.
    """
    if set(register) - set(REGISTER):
        raise TypeError(f"the register's fields are {', '.join(REGISTER)}")
    held = moves.held(package.application, by=by, permission=RIGHTS[0])
    reach.require(by, RIGHTS[1], held)
    package = FundPackage.objects.select_related("application__call__agency").get(pk=package.pk, application=held)
    chosen = list(package.files.filter(pk__in=[one.pk for one in files], is_reserved=True).order_by("position"))
    if not chosen or len(chosen) != len(files):
        raise _wrong("files", "Elija los documentos reservados de este paquete que se entregan.")
    basis, people = basis_of(held.call), consents(package, chosen, on)
    if basis == HandOverBasis.CONSENT and people.missing:
        raise _wrong("files", _LACKS.format(_counted(len(people.missing))))
    row = FundHandOver(
        package=package,
        basis=basis,
        recipient=recipient.strip(),
        purpose=purpose.strip(),
        files=[one.pk for one in chosen],
        persons=list(people.persons),
        consents=list(people.given) if basis == HandOverBasis.CONSENT else [],
        handed_on=on,
        evidence=evidence,
        by=by,
        **{name: value.strip() if isinstance(value, str) else value for name, value in register.items()},
    )
    row.full_clean(exclude=["package", "evidence", "by", "files", "persons", "consents"])
    if package.hand_overs.filter(**{name: getattr(row, name) for name in _SAME}).exists():
        raise Refused("Esa entrega ya está anotada en el registro, con los mismos datos.")
    row.save()
    _log(by, row)
    moves.tell(by, "fund_papers_handed_over", on, held, subject=row, files=len(chosen), basis=basis.value)
    return row


#: A form sent twice is one row of the register.
_SAME = ("basis", "recipient", "purpose", "files", "handed_on", "procedure", "covers_from", "covers_to")


@transaction.atomic
def take(*, by, hand_over, on) -> bytes:
    """The ZIP of the documents of that row, and its line in the log. A withdrawn authorisation closes it."""
    application = hand_over.package.application
    for right in RIGHTS:
        reach.require(by, right, application)
    if hand_over.basis == HandOverBasis.CONSENT:
        allowed = consenting.allowing(hand_over.persons, Purpose.PRIVATE_FUND, on)
        if gone := set(hand_over.persons) - allowed:
            raise Refused(f"Ya no rige la autorización de {_counted(len(gone))}: sus documentos no se entregan más.")
    _log(by, hand_over)
    return packages.archived(hand_over.package.files.filter(pk__in=hand_over.files).order_by("position"))


def consents(package, chosen, on) -> Consents:
    """Of whom the chosen reserved files are, and what they answered. A paper of the whole group is of each member."""
    digests = {one.sha256 for one in chosen}
    ids = [one["id"] for one in package.snapshot["documents"] if one["reserved"] and one["sha256"] in digests]
    persons: set[int] = set()
    for document in VaultDocument.objects.filter(pk__in=ids).select_related("case"):
        persons |= {document.person_id} if document.subject == DocumentOf.PERSON else _members(document)
    answers = consenting.answers(persons, on, [Purpose.PRIVATE_FUND])
    given = {who: answer.consent_id for (who, _), answer in answers.items() if answer.given}
    return Consents(
        tuple(sorted(persons)), tuple(given[who] for who in sorted(given)), tuple(sorted(persons - set(given)))
    )


def _members(document) -> set[int]:
    rows = Membership.objects.in_force(document.happened_on).filter(organization=document.case.organization_id)
    return set(rows.filter(role=MembershipRole.MEMBER).values_list("person", flat=True))


def _log(by, row):
    application = row.package.application
    place = application.stays_with or application.case.incubator
    ReadingLog.objects.create(by=by, incubator=place, purpose=PURPOSE, persons=row.persons)


def _counted(number: int) -> str:
    return "1 persona" if number == 1 else f"{number} personas"


def _wrong(field, sentence):
    return Refused(Finding("hand_over", Kind.INPUT, False, sentence, field=field))
