"""The disability office answers a condition on sensitive facts: yes or no on a day, and no figure.

The answer is the group's, whoever asks afterwards: the same question of two calls is answered once. It is stale as
soon as somebody comes into the group or leaves it.
"""

from django.core.exceptions import ValidationError
from django.db import transaction

from cases.funding.bases.written import bases_of
from cases.funding.calls import reading as calls_reading
from cases.funding.eligibility import judge, kinds
from cases.funding.matching import office, people
from cases.models import Case, FundingCall, ReservedAnswer
from incubator import access, calendars, journal
from incubator.access import Permission
from incubator.requirements import Refused


@transaction.atomic
def answer(*, by, case, call, key, meets, on):
    """Whether the group met a reserved condition of a call on a day, as the office says it. The last answer counts."""
    access.require(by, Permission.WRITE_SENSITIVE, case)
    access.require(by, Permission.WRITE_FUNDS, case)
    held = Case.objects.select_for_update(of=("self",)).select_related("organization").get(pk=case.pk)
    if not held.is_open:
        raise Refused("El caso está cerrado: reábralo antes de responder.")
    condition = _asked(by, call, key, on)
    if not held.opened_on <= on <= calendars.today():
        raise ValidationError({"on": "Escriba un día entre el que se abrió el caso y hoy."})
    members = people.members_of([held.organization_id], on).get(held.organization_id)
    if members is None:
        raise Refused("Ese día el grupo no tenía integrantes anotados: anótelos primero.")
    row = ReservedAnswer(
        case=held,
        condition=kinds.fingerprint(condition),
        question=kinds.said(condition)[:300],
        meets=meets,
        members=office.digest_of(members),
        happened_on=on,
        recorded_by=by,
    )
    row.full_clean()
    row.save()
    journal.record(by, "fund_reserved_answered", on, subject=row, organization=held.organization)
    return row


def _asked(by, call, key, on):
    """The reserved condition of that key in the bases in force of a call that this user sees."""
    call = FundingCall.objects.visible_to(by).filter(pk=call.pk).first()
    version = calls_reading.in_force(call, on) if call is not None else None
    if version is None:
        raise Refused("Ese llamado no tiene bases comprobadas ese día.")
    found = {one.key: one for one in judge.conditions_of(bases_of(version)) if kinds.is_reserved(one)}
    if key not in found:
        raise Refused("Las bases vigentes no tienen esa condición reservada.")
    return found[key]
