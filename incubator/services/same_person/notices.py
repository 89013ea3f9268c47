"""The notice that two municipalities of one agreement may hold the same person. It names nobody to the other side."""

import re
from collections import defaultdict
from itertools import combinations

from django.db import transaction
from django.db.models import Count, Exists, OuterRef

from incubator import access, journal
from incubator.access import Permission
from incubator.models import DuplicateNotice, DuplicateTalk, Membership, Participation, Person
from incubator.requirements import Refused
from incubator.text import fold

_LOOKS_LIKE_DATA = re.compile(r"@|(?:\d[\s.\-]?){6,}")


@transaction.atomic
def find_notices(on) -> int:
    """Write the notices that are missing as of a day: the same mark, in force in two incubators of one agreement.

    Returns how many are new. Run each night by the house itself; four queries, whatever the number of people.
    """
    places = defaultdict(set)
    for part in Participation.objects.in_force(on).order_by("agreement_id", "incubator_id"):
        places[part.agreement_id].add(part.incubator_id)
    held = _held_by(on)
    known = set(DuplicateNotice.objects.order_by().values_list("first_id", "second_id", "run_mark"))
    new = {}
    for agreement_id, incubators in places.items():
        for mark, where in held.items():
            for first, second in combinations(sorted(where & incubators), 2):
                if (first, second, mark) not in known:
                    new.setdefault((first, second, mark), agreement_id)
    DuplicateNotice.objects.bulk_create(
        [
            DuplicateNotice(agreement_id=agreement_id, first_id=first, second_id=second, run_mark=mark, found_on=on)
            for (first, second, mark), agreement_id in sorted(new.items())
        ],
        ignore_conflicts=True,
    )
    return len(new)


def _held_by(on) -> dict[str, set[int]]:
    """{mark: incubators} of the people who are in a group that day, for marks that more than one incubator holds."""
    people = Person.objects.current().exclude(run_mark="").order_by()
    belongs = Membership.objects.in_force(on).filter(person=OuterRef("pk"))
    redirected = Membership.objects.in_force(on).filter(person__same_as=OuterRef("pk"))
    people = people.filter(Exists(belongs) | Exists(redirected))
    repeated = people.values("run_mark").annotate(places=Count("incubator", distinct=True)).filter(places__gt=1)
    found = defaultdict(set)
    for mark, incubator_id in people.filter(run_mark__in=repeated.values("run_mark")).values_list(
        "run_mark", "incubator_id"
    ):
        found[mark].add(incubator_id)
    return found


@transaction.atomic
def talk(*, by, notice, incubator, on, note=""):
    """One side says that the two offices talked. The note carries no data of anybody: the other side reads it."""
    access.require(by, Permission.SETTLE_DUPLICATES, incubator)
    notice = DuplicateNotice.objects.get(pk=notice.pk)  # append-only: two at once meet at the constraint
    if incubator.pk not in (notice.first_id, notice.second_id):
        raise Refused("Ese aviso es de otras incubadoras.")
    if notice.talks.filter(incubator=incubator).exists():
        raise Refused("Su incubadora ya anotó que conversaron.")
    if _carries_data(note, notice):
        raise Refused("La nota la leen las dos incubadoras: no escriba nombres, RUN, teléfonos ni correos.")
    said = DuplicateTalk.objects.create(notice=notice, incubator=incubator, by=by, on=on, note=note.strip()[:200])
    journal.record(by, "duplicate_talked", on, subject=notice, incubator=incubator)
    return said


def _carries_data(note, notice):
    """Whether the note holds a number, an address, or a word of the name of whoever the notice is about."""
    if _LOOKS_LIKE_DATA.search(note):
        return True
    names = Person.objects.filter(run_mark=notice.run_mark).order_by().values_list("name_folded", flat=True)
    words = {word for name in names for word in name.split() if len(word) > 2}
    return bool(words & set(fold(note).split()))
