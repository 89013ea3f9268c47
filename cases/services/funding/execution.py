"""From the first day of the work to its last paper: instalments, changes, early end, final accounts and refunds."""

from django.db import transaction

from cases.funding.life import FundEventKind, FundVerb
from cases.services.funding.news import beside, held, moved_by, written
from incubator.requirements import Refused
from incubator.templatetags.minga import dmy, money

K, V = FundEventKind, FundVerb


@transaction.atomic
def start(*, by, application, on, due_on=None, **act):
    """The work began. `due_on`: until when it may last."""
    application, _ = held(application, by=by, kind=K.START)
    _refuse_backwards(on, due_on)
    event = written(application, K.START, by=by, on=on, due_on=due_on, **act)
    return moved_by(application, event, V.START, by=by)


@transaction.atomic
def receive(*, by, application, on, amount, **act):
    """An instalment came."""
    application, facts = held(application, by=by, kind=K.INSTALMENT)
    sums, more = facts.sums(), amount.whole()
    if sums.awarded is not None and more is not None and sums.received + more > sums.awarded:
        left = money(max(sums.awarded - sums.received, 0))
        raise Refused(beside("amount", f"De lo adjudicado quedan por recibir {left}: revise el monto."))
    return written(application, K.INSTALMENT, by=by, on=on, amount=amount, **act)


@transaction.atomic
def modify(*, by, application, on, note, due_on=None, **act):
    """The agency authorised a change: what changes and, when it is the term, its new last day."""
    application, _ = held(application, by=by, kind=K.MODIFICATION)
    if not note.strip():
        raise Refused(beside("note", "Escriba qué se autorizó cambiar."))
    _refuse_backwards(on, due_on)
    return written(application, K.MODIFICATION, by=by, on=on, note=note, due_on=due_on, **act)


@transaction.atomic
def end_early(*, by, application, on, note, due_on=None, **act):
    """It ends before its day. `due_on`: until when the final accounts are delivered."""
    application, _ = held(application, by=by, kind=K.EARLY_END)
    if not note.strip():
        raise Refused(beside("note", "Escriba por qué termina antes."))
    event = written(application, K.EARLY_END, by=by, on=on, note=note, due_on=due_on, **act)
    return moved_by(application, event, V.TERMINATE, by=by)


@transaction.atomic
def deliver_accounts(*, by, application, on, due_on=None, **act):
    """The final accounts were delivered. `due_on`: until when the agency answers."""
    application, _ = held(application, by=by, kind=K.FINAL_ACCOUNTS)
    event = written(application, K.FINAL_ACCOUNTS, by=by, on=on, due_on=due_on, **act)
    return moved_by(application, event, V.RENDER, by=by)


@transaction.atomic
def ask_refund(*, by, application, on, amount, due_on=None, **act):
    """The agency asks for money back, until a day."""
    application, _ = held(application, by=by, kind=K.REFUND_DUE)
    _refuse_backwards(on, due_on)
    return written(application, K.REFUND_DUE, by=by, on=on, amount=amount, due_on=due_on, **act)


@transaction.atomic
def pay_refund(*, by, application, on, about, amount, **act):
    """Money was given back, whole or in part, of one refund that was asked."""
    application, facts = held(application, by=by, kind=K.REFUND)
    asked = next((row for row in facts.open_ones(K.REFUND) if row.pk == about.pk), None)
    if asked is None:
        raise Refused(beside("about", "Esa restitución ya está pagada: revise la página."))
    if on < asked.happened_on:
        raise Refused(beside("on", f"Se pidió el {dmy(asked.happened_on)}: la fecha no puede ser anterior."))
    left, paid = facts.owed_of(asked), amount.whole()
    if asked.amount is not None and paid is not None and paid > left:
        raise Refused(beside("amount", f"Quedan por devolver {money(left)}: revise el monto."))
    return written(application, K.REFUND, by=by, on=on, about=asked, amount=amount, **act)


@transaction.atomic
def approve_accounts(*, by, application, on, **act):
    """The agency approved the final accounts: it closes, once what it asked back is paid."""
    application, facts = held(application, by=by, kind=K.ACCOUNTS_APPROVED)
    waiting = facts.open_ones(K.REFUND)
    if any(row.amount is None and not facts.answers_to(row) for row in waiting) or facts.sums().owed:
        owed = facts.sums().owed
        how_much = f" ({money(owed)})" if owed else ""
        raise Refused(f"Falta devolver dinero{how_much}: anote antes la restitución pagada.")
    event = written(application, K.ACCOUNTS_APPROVED, by=by, on=on, **act)
    return moved_by(application, event, V.CLOSE, by=by)


def _refuse_backwards(on, due_on):
    if due_on is not None and due_on < on:
        raise Refused(beside("due_on", f"El plazo no puede terminar antes del {dmy(on)}."))
