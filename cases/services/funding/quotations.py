"""The quotations behind a budget: recorded with their file, one of each thing chosen, the others set aside."""

from django.db import transaction

from cases.funding.bases.written import bases_of
from cases.models import FundQuotation
from cases.services.funding import budgets, moves
from incubator import country
from incubator.requirements import Finding, Kind, Refused
from incubator.text import squeeze

#: What is said of a quotation.
FIELDS = ("item", "detail", "supplier", "supplier_rut", "amount", "quoted_on", "valid_until")


@transaction.atomic
def add(*, by, application, on, evidence=None, **fields):
    """A price that a supplier offered, with taxes, and its file."""
    application, _ = budgets.writable(by, application)
    told = {name: squeeze(value) if isinstance(value, str) else value for name, value in fields.items()}
    row = FundQuotation(application=application, evidence=evidence, recorded_by=by, **told)
    _check(row, bases_of(application.bases), on)
    row.full_clean(exclude=["application", "evidence", "recorded_by"])
    row.save()
    _tell(by, "fund_quotation_added", on, row)
    return row


@transaction.atomic
def choose(*, by, quotation, on):
    """The one that would be bought; the one chosen before for the same thing is not any more."""
    row = _own(by, quotation)
    same = row.application.quotations.filter(item=row.item, detail=row.detail, is_chosen=True)
    same.exclude(pk=row.pk).update(is_chosen=False)
    row.is_chosen = True
    row.save(update_fields=["is_chosen"])
    _tell(by, "fund_quotation_chosen", on, row)
    return row


@transaction.atomic
def set_aside(*, by, quotation, on):
    """It does not serve: it stays on record and counts no more."""
    row = _own(by, quotation)
    row.set_aside_on, row.is_chosen = on, False
    row.save(update_fields=["set_aside_on", "is_chosen"])
    _tell(by, "fund_quotation_set_aside", on, row)
    return row


def _own(by, quotation):
    """The quotation held through its application, still on the table."""
    application, _ = budgets.writable(by, quotation.application)
    row = application.quotations.select_for_update(of=("self",)).get(pk=quotation.pk)
    if row.set_aside_on is not None:
        raise Refused("Esa cotización ya se apartó.")
    row.application = application
    return row


def _check(row, bases, on):
    known = {item.key for item in bases.items}
    if known and row.item not in known:
        raise _wrong("item", "Elija un ítem de las bases.")
    if row.supplier_rut and not country.is_run(row.supplier_rut):
        raise _wrong("supplier_rut", "Revise el RUT: el dígito verificador no corresponde al número.")
    if row.quoted_on > on:
        raise _wrong("quoted_on", "La fecha de la cotización no puede ser posterior a hoy.")
    if row.valid_until and row.valid_until < row.quoted_on:
        raise _wrong("valid_until", "Vale hasta un día posterior a su fecha.")
    if not row.amount:
        raise _wrong("amount", "Escriba el monto con impuestos.")


def _wrong(field, sentence):
    return Refused(Finding("quotation", Kind.INPUT, False, sentence, field=field))


def _tell(by, verb, on, row):
    moves.tell(by, verb, on, row.application, subject=row)
