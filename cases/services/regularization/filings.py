"""What each point presents to an authority, and what the authority answered."""

from django.db import transaction

from cases.enums import ItemStatus
from cases.models import Filing, FilingStep
from cases.regularization.life import FILING_MOVES, FilingState
from cases.services.regularization import items, moves, plans
from incubator import journal
from incubator.access import Permission
from incubator.requirements import Refused
from incubator.templatetags.minga import dmy

F = FilingState


@transaction.atomic
def open_filing(*, by, item, on, authority, amount=None, agreement=""):
    """Something that a point will present to an authority; of a debt, its amount."""
    file = moves.writable(item.file, by=by, permission=Permission.RECORD_FACTS, on=on)
    plans.refuse_before_approval(file, item)
    if item.status == ItemStatus.NOT_APPLICABLE:
        raise Refused("Ese punto no aplica: no presenta nada.")
    if item.is_debt and not amount:
        raise Refused("Es una deuda: escriba su monto, en pesos.")
    filing = Filing(
        item=item, authority=authority, amount=amount, agreement=agreement.strip(), opened_on=on, opened_by=by
    )
    filing.full_clean(exclude=["item", "opened_by"])
    filing.save()
    journal.record(by, "filing_opened", on, subject=filing, organization=file.case.organization)
    moves.settle(file, by=by, on=on)
    return filing


@transaction.atomic
def step_filing(*, by, filing, on, to, reference="", note="", evidence=None, amount=None, agreement=""):
    """A filing goes on: presented, observed or met, with its document. An agreement to pay is not a debt that ended.

    When everything a point filed is met, the point meets, with that document.
    """
    file = moves.writable(filing.item.file, by=by, permission=Permission.RECORD_FACTS, on=on)
    plans.refuse_before_approval(file, filing.item)
    filing = Filing.objects.select_for_update(of=("self",)).select_related("item").get(pk=filing.pk)
    _refuse_unless_it_fits(file, filing, on, to, note, evidence)
    last = filing.steps.order_by("-number").first()
    step = FilingStep(
        filing=filing,
        number=last.number + 1 if last else 1,
        from_state=filing.state,
        to_state=to,
        happened_on=on,
        reference=reference.strip(),
        note=note.strip(),
        evidence=evidence,
        by=by,
    )
    step.full_clean(exclude=["filing", "by", "evidence"])
    step.save()
    filing.state = to
    filing.amount = amount or filing.amount
    filing.agreement = agreement.strip() or filing.agreement
    filing.save(update_fields=["state", "amount", "agreement"])
    organization = file.case.organization
    journal.record(by, "filing_stepped", on, subject=filing, organization=organization, to=str(to))
    _follow(file, filing, step, by=by, on=on)
    moves.settle(file, by=by, on=on, began=True)
    return step


def _refuse_unless_it_fits(file, filing, on, to, note, evidence):
    if to not in FILING_MOVES[F(filing.state)]:
        raise Refused(f"La presentación está «{filing.get_state_display()}»: ese paso no corresponde.")
    last = filing.steps.order_by("-number").values_list("happened_on", flat=True).first()
    if last is not None and on < last:
        raise Refused(f"El paso anterior es del {dmy(last)}: la fecha no puede ser anterior.")
    if evidence is None:
        raise Refused("Adjunte el documento que lo respalda.")
    if evidence.incubator_id != file.case.incubator_id:
        raise Refused("El documento es de otra incubadora: súbalo de nuevo en este caso.")
    if to == F.OBSERVED and not note.strip():
        raise Refused("Escriba qué observó la autoridad.")


def _follow(file, filing, step, *, by, on):
    """A point whose filings are all met meets; one that is observed again does not."""
    item = filing.item
    if step.to_state == F.MET and not item.filings.exclude(state=F.MET).exists():
        note = f"Cumplido ante {filing.get_authority_display()}."
        if item.is_debt and filing.agreement:
            note = f"Convenio de pago ante {filing.get_authority_display()}: {filing.agreement}"[:1000]
        items.written(file, item, by=by, on=on, status=ItemStatus.MEETS, evidence=step.evidence, note=note)
    elif step.from_state == F.MET:
        items.written(file, item, by=by, on=on, status=ItemStatus.DOES_NOT, note=step.note)
