"""Open and mend the calls of an incubator."""

from django.db import transaction

from cases.models import Call
from incubator import access, calendars, journal
from incubator.access import Permission

FIELDS = ("name", "opens_on", "closes_on", "seats", "waiting_until")


@transaction.atomic
def open_call(*, by, incubator, evidence=None, **fields):
    """A call from a day to a day, with its seats."""
    access.require(by, Permission.WRITE_GROUPS, incubator)
    call = Call(incubator=incubator, evidence=evidence, recorded_by=by, **fields)
    return _saved(call, by, "call_opened")


@transaction.atomic
def update_call(*, by, call, **changes):
    """Mend a call. Received applications stay as they are."""
    access.require(by, Permission.WRITE_GROUPS, call.incubator)
    call = Call.objects.select_for_update(of=("self",)).get(pk=call.pk)
    for name in FIELDS:
        if name in changes:
            setattr(call, name, changes[name])
    return _saved(call, by, "call_updated")


def _saved(call, by, verb):
    call.full_clean(exclude=["incubator", "evidence", "recorded_by"])
    call.save()
    journal.record(by, verb, calendars.today(), subject=call, incubator=call.incubator)
    return call
