"""Sensitive facts that pass from a record to its copy in another municipality: never overwritten, always logged."""

from dataclasses import dataclass, field

from django.db import transaction
from django.db.models import Q

from incubator import access
from incubator.access import Permission
from incubator.models import Person, ReadingLog, SensitiveProfile, SupportNeed
from incubator.services.sensitive import FIELDS, allowed_in


@dataclass
class Passed:
    """What passed: names of fields and ids of the records they came from; never a value."""

    fields: set[str] = field(default_factory=set)
    persons: set[int] = field(default_factory=set)


@transaction.atomic
def carry(*, by, pairs: dict[int, int], on, purpose: str) -> Passed:
    """{original: copy}: each copy without facts of its own takes the original's. The caller has asked its own right.

    The reading is logged where the originals live.
    """
    for copy in Person.objects.filter(pk__in=pairs.values()).select_related("incubator"):
        access.require(by, Permission.VIEW_SENSITIVE, copy.incubator)
    _log(by, pairs, purpose)
    passed = Passed()
    with allowed_in():
        taken = set(SensitiveProfile.objects.filter(person_id__in=pairs.values()).values_list("person_id", flat=True))
        for row in SensitiveProfile.objects.filter(person_id__in=pairs).order_by("person_id"):
            if pairs[row.person_id] not in taken:
                _carry_profile(row, pairs[row.person_id], passed)
        in_force = Q(until__isnull=True) | Q(until__gt=on)
        for need in SupportNeed.objects.filter(in_force, person_id__in=pairs, since__lte=on).order_by("pk"):
            SupportNeed.objects.create(
                person_id=pairs[need.person_id], kind=need.kind, note=need.note, since=need.since, until=need.until
            )
            passed.fields.add("needs")
            passed.persons.add(need.person_id)
    return passed


def _carry_profile(row, copy_id, passed):
    values = {name: getattr(row, name) for name in FIELDS}
    SensitiveProfile.objects.create(person_id=copy_id, provenance=dict(row.provenance), **values)
    blank = SensitiveProfile()
    passed.fields |= {name for name in FIELDS if values[name] != getattr(blank, name)}
    passed.persons.add(row.person_id)


def _log(by, pairs, purpose):
    """A row of the readings log in each municipality whose people were read."""
    found: dict[int, list[int]] = {}
    for pk, incubator_id in Person.objects.filter(pk__in=pairs).order_by("pk").values_list("pk", "incubator_id"):
        found.setdefault(incubator_id, []).append(pk)
    for incubator_id, persons in found.items():
        ReadingLog.objects.create(by=by, incubator_id=incubator_id, purpose=purpose, persons=persons)
