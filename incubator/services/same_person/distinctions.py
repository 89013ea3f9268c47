"""Somebody says that two records are two people: remembered with how she knows, until something of either changes."""

from django.db import transaction

from incubator import access, cipher, journal
from incubator.access import Permission
from incubator.models import PersonDistinction, PersonMerge
from incubator.requirements import Refused

_COMPARED = ("name_folded", "run", "other_document", "birth_date", "phone", "email", "commune_id")


@transaction.atomic
def say_distinct(*, by, first, second, reason, on):
    """These two are two people: not shown again until something changes. An open proposal to join them falls."""
    for person in (first, second):
        access.require(by, Permission.WRITE_PEOPLE, person.incubator)
    if first.incubator_id != second.incubator_id or first.pk == second.pk:
        raise Refused("Elija dos registros de una misma incubadora.")
    if not reason.strip():
        raise Refused("Escriba cómo sabe que son dos personas.")
    first, second = sorted((first, second), key=lambda person: person.pk)
    said = PersonDistinction.objects.create(
        incubator=first.incubator,
        first=first,
        second=second,
        reason=reason.strip()[:300],
        seen=fingerprint(first, second),
        said_by=by,
        said_on=on,
    )
    both = (first, second)
    PersonMerge.objects.waiting().filter(kept__in=both, redirected__in=both).update(declined_by=by, declined_on=on)
    journal.record(by, "persons_distinct", on, subject=said, incubator=first.incubator)
    return said


def fingerprint(first, second):
    """How both records look, under a key: it tells that something changed, and nothing else."""
    looks = [[str(getattr(person, name) or "") for name in _COMPARED] for person in (first, second)]
    return cipher.mark("pair", repr(looks))
