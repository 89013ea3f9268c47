"""Appeals, awards and what they bring: the agreement, its guarantee, and giving the money up before there is any.

An appeal and a renunciation are the group's: the coordination records them, with the group's confirmation of the text.
"""

from django.db import transaction

from cases.enums import ConfirmationSubject
from cases.funding.agency import reading
from cases.funding.budget.totals import totals
from cases.funding.life import FundEventKind, FundState, FundVerb
from cases.funding.words import BudgetKind
from cases.models import GroupConfirmation
from cases.services.funding import moves
from cases.services.funding.news import beside, held, moved_by, written
from incubator.access import Permission
from incubator.requirements import Refused
from incubator.templatetags.minga import dmy, money

K, S, V = FundEventKind, FundState, FundVerb
#: What the group confirms before each of these is recorded.
CONFIRMED = {K.APPEAL: ConfirmationSubject.FUND_APPEAL, K.RENUNCIATION: ConfirmationSubject.FUND_RENUNCIATION}


def confirmations_for(application, kind):
    """What the group confirmed for a fact of this kind and none rests on yet, the newest first."""
    used = [row.confirmation_id for row in reading.Facts(application).live if row.confirmation_id]
    rows = GroupConfirmation.objects.filter(
        case_id=application.case_id, subject=CONFIRMED[kind], subject_id=application.pk
    )
    return rows.exclude(pk__in=used).order_by("-happened_on", "-pk")


def _confirmed(application, kind, confirmation, on):
    """The group's own word, of this application and not later than the act."""
    if confirmation is None or not confirmations_for(application, kind).filter(pk=confirmation.pk).exists():
        raise Refused(beside("confirmation", "Falta que el grupo lo confirme: anote su hoja firmada o su código."))
    if confirmation.happened_on > on:
        when = dmy(confirmation.happened_on)
        raise Refused(beside("on", f"El grupo lo confirmó el {when}: la fecha no puede ser anterior."))
    return confirmation


@transaction.atomic
def appeal(*, by, application, on, note, evidence, confirmation, due_on=None, reference=""):
    """The group appeals: what it asks, with its document. `due_on`: until when the agency must answer."""
    application, _ = held(application, by=by, kind=K.APPEAL, permission=Permission.DECIDE)
    confirmation = _confirmed(application, K.APPEAL, confirmation, on)
    if not note.strip():
        raise Refused(beside("note", "Escriba qué se pide y por qué."))
    said = {"note": note, "reference": reference, "evidence": evidence, "due_on": due_on}
    return written(application, K.APPEAL, by=by, on=on, confirmation=confirmation, **said)


@transaction.atomic
def decide_appeal(*, by, application, on, about, to=None, amount=None, place=None, **act):
    """What the agency resolved of an appeal. `to`: where the application goes when it is upheld; None, dismissed.

    An upheld appeal that grants the money says how much; one that puts it in the waiting list, in which place.
    """
    application, facts = held(application, by=by, kind=K.APPEAL_RESULT)
    asked = next((row for row in facts.open_ones(K.APPEAL_RESULT) if row.pk == about.pk), None)
    if asked is None:
        raise Refused(beside("about", "Ese recurso ya está resuelto: revise la página."))
    if on < asked.happened_on:
        raise Refused(beside("on", f"El recurso es del {dmy(asked.happened_on)}: la fecha no puede ser anterior."))
    if to == S.AWARDED and amount is None:
        raise Refused(beside("amount", "Escriba el monto adjudicado."))
    event = written(application, K.APPEAL_RESULT, by=by, on=on, about=asked, details={"to": str(to or "")}, **act)
    same = {"by": by, "on": on, "about": event, "reference": event.reference, "evidence": event.evidence}
    same |= {"notified_on": event.notified_on}
    if to == S.AWARDED:
        written(application, K.AWARD, amount=amount, **same)
    if to == S.WAITLISTED:
        written(application, K.WAITLIST, details={"place": place} if place else {}, **same)
    if to is None or to == application.state:
        return event
    return moved_by(application, event, V.UPHOLD_APPEAL, by=by, to=to)


@transaction.atomic
def award(*, by, application, on, amount, due_on=None, **act):
    """The agency grants the money. `amount`: cases.funding.agency.amounts.Amount; `due_on`: until when to sign."""
    application, _ = held(application, by=by, kind=K.AWARD)
    event = written(application, K.AWARD, by=by, on=on, amount=amount, due_on=due_on, **act)
    return moved_by(application, event, V.AWARD, by=by)


@transaction.atomic
def sign(*, by, application, on, evidence, amount=None, **act):
    """Both sides signed the agreement. Below what was asked, the budget was rewritten and approved before."""
    application, facts = held(application, by=by, kind=K.AGREEMENT)
    granted = facts.sums().awarded
    if granted is None and amount is not None:
        granted = amount.whole()
    if why := why_not_signed(application, granted):
        raise Refused(why)
    event = written(application, K.AGREEMENT, by=by, on=on, amount=amount, evidence=evidence, **act)
    return moved_by(application, event, V.SIGN, by=by)


def why_not_signed(application, granted) -> str:
    """Why the agreement waits for the budget, or nothing. What no act says in pesos is not compared."""
    asked = application.budgets.filter(kind=BudgetKind.REQUESTED, is_draft=False).order_by("-number").first()
    requested = totals(list(asked.lines.all())).requested if asked is not None else 0
    if granted is None or granted >= requested:
        return ""
    cut = application.budgets.filter(kind=BudgetKind.AWARDED, approved_by__isnull=False).order_by("-number").first()
    if cut is not None and totals(list(cut.lines.all())).requested == granted:
        return ""
    return (
        f"Se pidió {money(requested)} y se adjudicó {money(granted)}: antes de firmar, el presupuesto se ajusta, el "
        "grupo lo confirma y otra persona lo aprueba (en «Presupuesto»)."
    )


@transaction.atomic
def guarantee(*, by, application, on, amount, due_on=None, **act):
    """What was handed over as a guarantee: bill, policy or note, its amount and until when it runs."""
    application, _ = held(application, by=by, kind=K.GUARANTEE)
    return written(application, K.GUARANTEE, by=by, on=on, amount=amount, due_on=due_on, **act)


@transaction.atomic
def guarantee_back(*, by, application, on, about, **act):
    """The agency gave the guarantee back."""
    application, facts = held(application, by=by, kind=K.GUARANTEE_BACK)
    asked = next((row for row in facts.open_ones(K.GUARANTEE_BACK) if row.pk == about.pk), None)
    if asked is None or on < asked.happened_on:
        raise Refused(beside("about", "Esa garantía ya se devolvió, o se entregó después de esa fecha."))
    return written(application, K.GUARANTEE_BACK, by=by, on=on, about=asked, **act)


@transaction.atomic
def renounce(*, by, application, on, note, evidence, confirmation, reference=""):
    """The group gives up what was granted, before any money came."""
    application, _ = held(application, by=by, kind=K.RENUNCIATION, permission=Permission.DECIDE)
    confirmation = _confirmed(application, K.RENUNCIATION, confirmation, on)
    if not note.strip():
        raise Refused(beside("note", "Escriba por qué se renuncia."))
    said = {"note": note, "reference": reference, "evidence": evidence}
    event = written(application, K.RENUNCIATION, by=by, on=on, confirmation=confirmation, **said)
    moves.move(application, V.RENOUNCE, by=by, on=on, event=event, reason=note)
    return event
