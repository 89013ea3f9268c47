"""Write one step of a transfer: its row first, then the state, as the database's own guard asks."""

from cases.enums import TransferState
from cases.models import Case, Transfer, TransferChange
from incubator import journal
from incubator.requirements import Attempt, Refused, blockers


def refuse_unless(rules, subject, verb, by, on, **data):
    """Every reason that blocks the attempt, at once."""
    found = blockers(rules, Attempt(subject, verb, by, on, data))
    if found:
        raise Refused(*found)


def locked(transfer):
    """The request with its case, held in the order every writer holds them: the case first.

    Without their keys: whoever only refers to the case meanwhile (a session being logged) does not wait, nor is waited.
    """
    Case.objects.select_for_update(of=("self",), no_key=True).get(pk=transfer.case_id)
    held = Transfer.objects.select_for_update(of=("self",), no_key=True)
    held = held.select_related("from_incubator", "to_incubator")
    found = held.get(pk=transfer.pk)
    found.case = Case.objects.select_related("organization", "incubator", "born_in").get(pk=transfer.case_id)
    return found


def born(transfer, by, on):
    """The first row of a request."""
    _row(transfer, 1, "", TransferState.REQUESTED, "request", by, on, transfer.reason)


def move(transfer, verb, by, on, reason=""):
    """Fire a verb: the row, the state, the journal of both sides."""
    before = transfer.state
    getattr(transfer, verb.value)()
    number = transfer.changes.order_by().count() + 1
    _row(transfer, number, before, transfer.state, verb, by, on, reason)
    if verb != "expire":
        transfer.answered_by, transfer.answered_on, transfer.answer = by, on, reason
    transfer.save(update_fields=["state", "answered_by", "answered_on", "answer"])


def tell_both(transfer, verb, by, on):
    """The journal of each municipality: codes only; the group's own goes with the group."""
    journal.record(by, verb, on, subject=transfer, incubator=transfer.from_incubator)
    journal.record(by, verb, on, subject=transfer, incubator=transfer.to_incubator)


def _row(transfer, number, before, after, verb, by, on, reason):
    TransferChange.objects.create(
        transfer=transfer,
        number=number,
        from_state=before,
        to_state=after,
        verb=verb,
        by=by,
        effective_on=on,
        reason=reason[:500],
    )
