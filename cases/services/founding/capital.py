"""The capital: how many shares, of what value, and how many each founder takes and pays."""

from django.db import transaction

from cases.founding.founders import Founder
from cases.law import capital
from cases.law.answers import Outcome, Reading
from cases.services.founding import room
from incubator import journal
from incubator.requirements import Refused
from incubator.text import thousands


@transaction.atomic
def share_out(*, by, file, on, shares, share_value, holdings, payment_months=None):
    """Decide the capital. `holdings`: {person id: (shares subscribed, shares paid)}; None is not known yet."""
    held = room.enter(by=by, file=file, on=on, statutes=True)
    founders = room.founders_by_id(held, on)
    if set(holdings) - set(founders):
        raise Refused("Una de esas personas no funda la cooperativa: revise la lista de quienes fundan.")
    _refuse_unless_lawful(held.cooperative_type_id, shares, holdings, len(founders), on)
    project = room.project_for(held)
    project.shares, project.share_value = shares, share_value
    if payment_months is not None:
        project.payment_months = payment_months
    project.full_clean(exclude=["file", "commune", "agent"])
    project.save()
    for person, (subscribed, paid) in holdings.items():
        _hold(founders[person], subscribed, paid)
    journal.record(by, "capital_decided", on, subject=project, organization=held.case.organization)
    return project


def _hold(one: Founder, subscribed, paid):
    record = one.record
    if record.pk and (record.shares_subscribed, record.shares_paid) == (subscribed, paid):
        return
    record.shares_subscribed, record.shares_paid = subscribed, paid
    record.save()


def _refuse_unless_lawful(kind, shares, holdings, members, on):
    """Multiples of 100 (R16), what is paid within what is taken, the sum, and the cap of each (R03)."""
    multiple = Reading(on).value("money", "shares.multiple")
    if shares is not None and (shares <= 0 or shares % multiple):
        below = shares // multiple * multiple
        near = f"{thousands(below)} o {thousands(below + multiple)}" if below > 0 else thousands(multiple)
        raise Refused(f"Las cuotas son un múltiplo de {multiple}: escriba, por ejemplo, {near}.")
    pairs = list(holdings.values())
    if any(paid is not None and (taken is None or paid > taken) for taken, paid in pairs):
        raise Refused("Nadie paga más cuotas de las que suscribe: corrija una de las dos cifras.")
    if shares is None:
        return
    whole = len(pairs) == members and all(taken is not None for taken, _ in pairs)
    total = sum(taken or 0 for taken, _ in pairs)
    if (whole and total != shares) or total > shares:
        said = f"Las cuotas suscritas suman {thousands(total)} y el capital se divide en {thousands(shares)}"
        raise Refused(f"{said}: corrija una de las dos cifras.")
    for answer in caps(kind, shares, pairs, members, on):
        if answer.outcome == Outcome.NOT_MET:
            raise Refused(f"{answer.arithmetic} {answer.remedy}")


def caps(kind, shares, pairs, members, on):
    """R03 of each holding, in the order of the pairs; what is paid is measured once everybody's is known."""
    known = all(paid is not None for _, paid in pairs)
    total_paid = sum(paid or 0 for _, paid in pairs) if known else 0
    return [
        capital.cap(
            kind=kind,
            subscribed=taken or 0,
            total_subscribed=shares,
            paid=(paid or 0) if known else 0,
            total_paid=total_paid,
            members=members,
            on=on,
        )
        for taken, paid in pairs
    ]
