"""What is bought with the money of an application: added, completed as it is paid and judged, voided with its reason.

What a document says is never rewritten: a mistake is voided and the document is recorded again.
"""

from django.db import transaction

from cases.funding import reach
from cases.funding.agency import purchases as reading
from cases.funding.agency.purchasing import WITHOUT_NUMBER, PurchaseStanding, sums_fail
from cases.funding.life import FundState
from cases.models import FundPurchase
from cases.services.funding import moves
from cases.services.funding.news import beside
from incubator import calendars
from incubator.access import Permission
from incubator.country import parse_run
from incubator.requirements import Refused

_LATER = ("paid_with", "voucher", "paid_on", "activity", "standing", "observation")


@transaction.atomic
def add(*, by, application, on, evidence=None, **said):
    """One purchase, with what its document says. Judged by the version of the budget of the document's day."""
    application = _open(by, application)
    said = {name: value.strip() if isinstance(value, str) else value for name, value in said.items()}
    _check_document(application, said, on)
    _check_paper(application, evidence)
    if why := reading.refusal(application, said["item"], said["document_on"]):
        raise Refused(beside("item", why))
    last = application.purchases.order_by("-number").first()
    purchase = FundPurchase(
        application=application, number=last.number + 1 if last else 1, evidence=evidence, recorded_by=by, **said
    )
    _save(purchase)
    _tell(by, "fund_bought", on, purchase)
    return purchase


@transaction.atomic
def update(*, by, purchase, on, evidence=None, **said):
    """How it was paid, and what the agency said of it; a document that was missing is added, never changed."""
    application = _open(by, purchase.application, states=(*reading.OPEN, FundState.RENDERED))
    purchase = _held(application, purchase)
    if set(said) - set(_LATER):
        raise TypeError(f"a purchase is completed with {', '.join(_LATER)}")
    for name, value in said.items():
        setattr(purchase, name, value.strip() if isinstance(value, str) else value)
    judged = purchase.standing in (PurchaseStanding.OBSERVED, PurchaseStanding.REJECTED)
    if judged and not purchase.observation:
        raise Refused(beside("observation", "Escriba qué observó el fondo."))
    _check_paid(purchase.paid_on, on)
    _check_paper(application, evidence)
    if evidence is not None and purchase.evidence_id is None:
        purchase.evidence = evidence
    elif evidence is not None:
        raise Refused(beside("document_file", "Ya tiene su archivo: si está mal, anule la compra y anótela de nuevo."))
    _save(purchase)
    _tell(by, "fund_purchase_updated", on, purchase)
    return purchase


@transaction.atomic
def void(*, by, purchase, on, reason):
    """It was a mistake, or was given back: it stays in the list, crossed out, and counts no more."""
    application = _open(by, purchase.application, states=(*reading.OPEN, FundState.RENDERED))
    purchase = _held(application, purchase)
    if not reason.strip():
        raise Refused(beside("reason", "Escriba por qué se anula."))
    purchase.voided_at, purchase.voided_by, purchase.void_reason = calendars.now(), by, reason.strip()[:300]
    purchase.save(update_fields=["voided_at", "voided_by", "void_reason"])
    _tell(by, "fund_purchase_voided", on, purchase)
    return purchase


def _open(by, application, states=reading.OPEN):
    application = moves.held(application, by=by, permission=Permission.WRITE_FUNDS)
    if application.state not in states:
        state = application.get_state_display()
        raise Refused(f"La postulación está «{state}»: las compras se anotan desde el convenio hasta la rendición.")
    return application


def _held(application, purchase):
    purchase = FundPurchase.objects.select_for_update(of=("self",)).get(pk=purchase.pk, application=application)
    if purchase.voided_at is not None:
        raise Refused("Esa compra está anulada.")
    return purchase


def _check_document(application, said, on):
    if said["document_on"] > on:
        raise Refused(beside("document_on", "La fecha del documento no puede ser posterior a hoy."))
    if said.get("supplier_rut"):
        rut = parse_run(said["supplier_rut"])
        if rut is None:
            raise Refused(beside("supplier_rut", "Revise el RUT: el dígito verificador no corresponde."))
        said["supplier_rut"] = rut
    numbered = said["document_kind"] not in WITHOUT_NUMBER
    if numbered and not (said.get("document_number") and said.get("supplier_rut")):
        field = "supplier_rut" if said.get("document_number") else "document_number"
        raise Refused(beside(field, "Ese documento lleva el RUT de quien lo emite y su número."))
    if why := sums_fail(said["document_kind"], said["net"], said.get("tax") or 0, said["total"]):
        raise Refused(beside("total", why))
    _check_paid(said.get("paid_on"), on)
    if numbered:
        _refuse_twice(application, said)


def _check_paid(paid_on, on):
    if paid_on is not None and paid_on > on:
        raise Refused(beside("paid_on", "La fecha de pago no puede ser posterior a hoy."))


def _refuse_twice(application, said):
    """The same document is charged once, to one fund."""
    same = {name: said[name] for name in ("document_kind", "document_number", "supplier_rut")}
    group = application.case.organization_id
    rows = FundPurchase.objects.filter(application__case__organization=group, voided_at__isnull=True, **same)
    found = rows.select_related("application__case__born_in").first()
    if found is not None:
        where = f"la compra {found.number} de {found.application.code}"
        raise Refused(beside("document_number", f"Ese documento ya está en {where}: no se rinde dos veces."))


def _check_paper(application, evidence):
    place = reach.place_of(application)
    where = place.incubator_id if place is application.case else place.pk
    if evidence is not None and evidence.incubator_id != where:
        raise Refused(beside("document_file", "El documento es de otra incubadora: súbalo de nuevo aquí."))


def _save(purchase):
    purchase.full_clean(exclude=["application", "evidence", "recorded_by", "voided_by"])
    purchase.save()


def _tell(by, verb, on, purchase):
    moves.tell(by, verb, on, purchase.application, subject=purchase, number=purchase.number)
