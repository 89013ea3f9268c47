"""The vault: the documents that a group keeps for any application, each with its day; set aside with a reason."""

from django.db import transaction

from cases.documents import documents_of
from cases.funding.vault.access import Reader, is_reserved, rights_to_keep, tier_of
from cases.funding.words import DocumentKind, DocumentOf
from cases.models import Case, VaultDocument
from incubator import access, journal
from incubator.access import Permission
from incubator.enums import MembershipRole, Tier
from incubator.models import Membership, ReadingLog
from incubator.requirements import Finding, Kind, Refused
from incubator.text import squeeze

#: Why a reading of a reserved document was made (incubator.readings says it in words).
PURPOSE = "fund_paper"


@transaction.atomic
def keep(  # each is what somebody says of the document
    *,
    by,
    case,
    on,
    kind,
    happened_on,
    evidence,
    subject=DocumentOf.GROUP,
    person=None,
    valid_until=None,
    name="",
):
    """A document with its file, new or one that the case already holds (the same Evidence, not a copy)."""
    for right in rights_to_keep(kind, subject):
        access.require(by, right, case)
    case = _held(case)
    _check(by, case, kind=kind, subject=subject, person=person, evidence=evidence)
    if happened_on > on:
        raise _wrong("happened_on", "La fecha de emisión no puede ser posterior a hoy.")
    if valid_until and valid_until < happened_on:
        raise _wrong("valid_until", "Vale hasta un día posterior al de su emisión.")
    if kind == DocumentKind.OTHER and not name.strip():
        raise _wrong("name", "Escriba qué documento es, como lo llaman las bases.")
    document = VaultDocument(
        case=case,
        kind=kind,
        name=squeeze(name),
        subject=subject,
        person=person,
        happened_on=happened_on,
        valid_until=valid_until,
        evidence=evidence,
        recorded_by=by,
    )
    document.full_clean(exclude=["case", "person", "evidence", "recorded_by"])
    document.save()
    journal.record(by, "vault_document_kept", on, subject=document, organization=case.organization)
    return document


@transaction.atomic
def set_aside(*, by, document, on, why):
    """It was put here by mistake, or another took its place: it stays on record and counts no more."""
    for right in rights_to_keep(document.kind, document.subject):
        access.require(by, right, document.case)
    case = _held(document.case)
    document = VaultDocument.objects.select_for_update(of=("self",)).get(pk=document.pk, case=case)
    if document.set_aside_on is not None:
        raise Refused("Ese documento ya se apartó.")
    if not why.strip():
        raise _wrong("why", "Escriba por qué se aparta.")
    document.set_aside_on, document.set_aside_by, document.set_aside_why = on, by, squeeze(why)
    document.save(update_fields=["set_aside_on", "set_aside_by", "set_aside_why"])
    journal.record(by, "vault_document_set_aside", on, subject=document, organization=case.organization)
    return document


@transaction.atomic
def opened(*, by, document):
    """The file may be given to this user. A reserved one leaves its row in the log of readings, with the persons."""
    case = document.case
    if not Reader(by, case).opens(document):
        access.require(
            by, Permission.VIEW_SENSITIVE if is_reserved(document.kind) else Permission.VIEW_FUND_PAPERS, case
        )
        access.require(by, Permission.VIEW_LEGAL, case)
        raise Refused("Su cargo no permite abrir este documento.")
    if is_reserved(document.kind):
        persons = [document.person_id] if document.person_id else _members(case, document.happened_on)
        ReadingLog.objects.create(by=by, incubator=case.incubator, purpose=PURPOSE, persons=persons)
    return document.evidence


def reusable(*, by, case):
    """The documents that the case already holds and this user may open, to be pointed at instead of uploaded again."""
    access.require(by, Permission.WRITE_FUNDS, case)
    return [held for held in documents_of(by, case) if held.evidence.tier in (Tier.LEGAL, Tier.PERSONAL)]


def _held(case):
    case = Case.objects.select_for_update(of=("self",), no_key=True).get(pk=case.pk)
    if not case.is_open:
        raise Refused("El caso está cerrado: reábralo antes de guardar documentos.")
    return case


def _check(by, case, *, kind, subject, person, evidence):
    """Whose it is, and that its file may be here."""
    if subject == DocumentOf.PERSON and person is None:
        raise _wrong("person", "Elija de quién es el documento.")
    if person is not None and subject != DocumentOf.PERSON:
        raise _wrong("person", "Un documento del grupo o de la institución no lleva persona.")
    if person is not None and not Membership.objects.filter(organization=case.organization, person=person).exists():
        raise _wrong("person", "Esa persona no es del grupo.")
    if evidence is None:
        raise _wrong("document_file", "Adjunte el archivo del documento, o elija uno que el grupo ya tiene.")
    if evidence.uploaded_by_id == by.pk and evidence.tier == tier_of(kind, subject):
        return
    if is_reserved(kind) or evidence.pk not in {held.evidence.pk for held in reusable(by=by, case=case)}:
        raise _wrong("reused", "Ese archivo no es de los documentos de este grupo.")


def _members(case, on):
    rows = Membership.objects.in_force(on).filter(organization=case.organization, role=MembershipRole.MEMBER)
    return list(rows.order_by("person").values_list("person", flat=True))


def _wrong(field, sentence):
    return Refused(Finding("vault", Kind.INPUT, False, sentence, field=field))
