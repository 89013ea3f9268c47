"""Many groups at once, written in bulk with every row the database's guards ask, to count queries and to time them."""

from datetime import date

from django.db import transaction

from cases.enums import Stage, Verb
from cases.models import Case, Responsibility, StageChange
from incubator import calendars
from incubator.models import Organization
from incubator.text import fold, sort_key

_WAY = ((Verb.RECORD, Stage.CENSUS), (Verb.APPLY, Stage.CALL), (Verb.EVALUATE, Stage.SELECTION))
_WAY += ((Verb.ADMIT, Stage.TRAINING),)


@transaction.atomic  # the guards look when it ends
def many(place, by, count, *, words="Agrupación", stage=Stage.CENSUS, on=date(2021, 3, 1), **fields):
    """`count` groups of an incubator with their cases at a stage (census to training); returns the cases."""
    last = Case.objects.filter(born_in=place).order_by("-number").values_list("number", flat=True).first() or 0
    names = [f"{words} {number}" for number in range(last + 1, last + count + 1)]
    groups = Organization.objects.bulk_create(
        Organization(incubator=place, name=name, name_folded=fold(name), sort_key=sort_key(name), **fields)
        for name in names
    )
    cases = Case.objects.bulk_create(
        Case(organization=group, incubator=place, born_in=place, number=number, opened_on=on)
        for number, group in enumerate(groups, last + 1)
    )
    Responsibility.objects.bulk_create(Responsibility(case=case, incubator=place, since=on) for case in cases)
    before = ""
    for step, (verb, reached) in enumerate(_WAY, 1):
        now = calendars.now()
        StageChange.objects.bulk_create(
            StageChange(case=case, number=step, from_stage=before, to_stage=reached, verb=verb, by=by, effective_on=on,
                        recorded_at=now)
            for case in cases
        )  # fmt: skip
        Case.objects.filter(pk__in=[case.pk for case in cases]).exclude(stage=reached).update(stage=reached)
        before = reached
        if reached == stage:
            break
    return cases
